"""Operative paragraphs that a file nests among the points of the one before, as if they were points of it.

In 2820 (2026), in both languages, paragraph 5 stands in a `sublist` under 4 (d) (iv), in 1996 (2011)
paragraphs 4 to 28 do under 3 (c) (vi). What tells them from a list's own points is how the text counts.
"""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import takewhile

from lxml import etree

from mandex.corpus.model import Problem
from mandex.ingest.readers.akn_markup import AKN, plain
from mandex.ingest.segment import openers

_POINT = AKN + "point"
_OPENING = (AKN + "content", AKN + "intro", AKN + "list")
# 5. or 5．, as paragraphs are numbered; not (5), nor “5., which opens a text that is quoted
_NUMBER = re.compile(r"(\d{1,3})\s?[.．、]")


def number_of(element: etree._Element) -> int:
    """The number of a paragraph, printed as those of operative paragraphs are; 0 where it has none."""
    printed = element.find(AKN + "num")
    match = _NUMBER.fullmatch(plain(printed)) if printed is not None else None
    return int(match[1]) if match else 0


def apart(unit: etree._Element, above: int, taken: Container[int]) -> list[etree._Element]:
    """A paragraph, and those that it holds among its points, taken out of it, in the order of print.

    `above` is the number under which the paragraph stands, `taken` are those that others of the body bear.
    """
    paragraphs = [unit]
    for point in list(unit.iter(_POINT)):
        due = above + 1
        if number_of(point) == due and due not in taken and _is_paragraph(point, unit):
            above = due
            _take_out(point)
            paragraphs.append(point)
    return paragraphs


def problem(paragraphs: list[etree._Element]) -> Problem:
    """What is said of paragraphs that have been taken out of another."""
    first, last = number_of(paragraphs[0]), number_of(paragraphs[-1])
    numbers = f"{first}-{last}" if last > first else f"{first}"
    message = f"marked up as points of another paragraph, read as the numbers run: {numbers}"
    return Problem("nested-paragraph", "warning", message, where=f"OP{first}")


def _is_paragraph(point: etree._Element, unit: etree._Element) -> bool:
    """Whether a point whose number is due opens with a verb that is set off, as paragraphs do, in a list that
    counts no points of its own up to it (1., 2., 3.), and nothing of the lists around it comes after.
    """
    before = next(point.itersiblings(_POINT, preceding=True), None)
    if (before is not None and number_of(before)) or (point.tail or "").strip():
        return False
    return _opens(point) and not _goes_on(point, unit)


def _opens(point: etree._Element) -> bool:
    words = next((text for part in point if part.tag in _OPENING and (text := plain(part))), "")
    span = next(point.iter(AKN + "span"), None)
    verb = plain(span) if span is not None and span.get("class") in ("italic", "bold") else ""
    return bool(verb) and words.startswith(verb) and bool(openers.finite(words) or openers.chinese(words))


def _goes_on(point: etree._Element, unit: etree._Element) -> bool:
    """Whether anything comes after the list of a point in the lists and points around it."""
    around = takewhile(lambda element: element is not unit, point.iterancestors())
    return any(element.getnext() is not None or (element.tail or "").strip() for element in around)


def _take_out(point: etree._Element) -> None:
    """Make a paragraph of a point; what follows it up to the next number is its own."""
    due = number_of(point) + 1
    following = list(takewhile(lambda element: number_of(element) != due, point.itersiblings()))
    if following:
        etree.SubElement(point, AKN + "list").extend(following)
    above = point.getparent()
    if above is not None:
        above.remove(point)
    point.tag = AKN + "paragraph"
