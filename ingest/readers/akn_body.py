"""The paragraphs of an Akoma Ntoso statement, as its markup has them.

Which element is a paragraph, and whose number it carries, are the rules of the Akoma Ntoso 3.0 standard.
Numbers that a file leaves inside the text are put where labels stand by `segment.left_in`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from mandex.corpus.model import Kind
from mandex.corpus.pinpoints import annex_of
from mandex.ingest.readers.akn_markup import AKN, collapse, plain
from mandex.ingest.readers.akn_nested import apart, number_of, problem
from mandex.ingest.readers.akn_writer import Writer, printed
from mandex.ingest.segment.openers import opener, participle
from mandex.ingest.segment.run_in import run_in

_OWN_TEXT = {AKN + name for name in ("content", "intro", "p", "alinea")}
_LISTS = {AKN + name for name in ("list", "sublist")}
_BELOW = _LISTS | {AKN + "point"}
_HEADINGS = {AKN + name for name in ("heading", "subheading", "crossHeading")}
# What a docTitle may be of; the others repeat the masthead (adoption, symbol).
_TITLES = frozenset({"resolutionNumber", "title1", "sponsors"})
# A line of so few characters without closing punctuation, all of it set off in bold or not at all,
# is a heading between paragraphs rather than a paragraph.
_HEADING_LENGTH = 90
_CLOSING = re.compile(r"[.;:,。；：，][”\"]?$")
# The number of a section: A., IV; not (a), (iv) or 1.
_SECTION = re.compile(r"(?:[A-Z]|[IVX]{1,5})\.?")
# 根据《联合国宪章》第七章采取行动，
_ACTING = re.compile(r"(?:根据|依照|按照).{0,30}采取行动")
_LABEL_MARKS = re.compile(r"^[\W_]+|[\W_]+$")


def write_part(writer: Writer, part: etree._Element) -> None:
    """One part of the statement: cover, preface, preamble, body, attachments or conclusions."""
    if part.tag in (AKN + "coverPage", AKN + "preface"):
        for p in part.iter(AKN + "p"):
            if any(title.get("refersTo", "").lstrip("#") in _TITLES for title in p.iter(AKN + "docTitle")):
                writer.add("title", plain(p))
                writer.add_notes(p)
            elif p.get("class") == "signature":  # so Mandex writes when and how a text was adopted
                writer.add("signature", plain(p))
                writer.add_notes(p)
            elif p.get("class") == "text":  # so it writes what stands above a title
                writer.add("body", plain(p))
                writer.add_notes(p)
            else:
                writer.pass_over(plain(p))
    elif part.tag == AKN + "preamble":
        _write_preamble(writer, part)
    elif part.tag == AKN + "mainBody":
        _write_body(writer, part, "operative" if _is_resolution(part) else "body")
    elif part.tag == AKN + "attachments":
        for body in part.iter(AKN + "mainBody"):
            _write_body(writer, body, "annex")
    elif part.tag == AKN + "conclusions":
        lines = part.findall(AKN + "p") if part.get("class") == "lines" else [part]
        for line in lines:
            writer.add("signature", plain(line))
            writer.add_notes(line)


def _is_resolution(body: etree._Element) -> bool:
    """Operative paragraphs follow a preamble; statements of the President have none."""
    parent = body.getparent()
    return parent is not None and parent.find(AKN + "preamble") is not None


def _write_preamble(writer: Writer, preamble: etree._Element) -> None:
    for part in preamble:
        if part.tag == AKN + "container":
            _write_recital(writer, part)
        elif part.tag == AKN + "block":
            writer.add("heading", plain(part))
            writer.add_notes(part)
        elif part.tag == AKN + "formula":
            writer.pass_over(plain(part))
        elif isinstance(part.tag, str):
            writer.add("body", plain(part))
            writer.add_notes(part)


def _write_recital(writer: Writer, container: etree._Element) -> None:
    """A preambular paragraph, with the operative ones that a file has caught in it.

    *Acting under Chapter VII of the Charter: 1. Decides ...* is a hinge and paragraph 1.
    """
    number = container.find(f"{AKN}p/{AKN}inline[@name='number']")  # so Mandex writes that of a recital
    label = ""
    if number is not None:
        label, number.text = number.text or "", ""
    hinge, *caught = run_in(plain(container))
    verb = _lead(container) or collapse(container.get("name", ""))
    writer.add("preambular", hinge.text, label=label, printed=label, verb=verb)
    for paragraph in caught:
        writer.add("operative", paragraph.text, label=paragraph.label, printed=paragraph.label + ".",
                   verb=opener(paragraph.text, "en"))  # fmt: skip
    writer.add_notes(container)


def _write_body(writer: Writer, body: etree._Element, kind: Kind) -> None:
    """The paragraphs of a body; of a resolution's own, those before the first number that open with a
    participle are recitals, and those after the title of an annex are its paragraphs (1617 (2005)).
    """
    numbered, above, units = False, 0, list(_body_units(body))
    taken = {number_of(unit) for unit in units if not isinstance(unit, str)}
    for unit in units:
        if isinstance(unit, str):
            writer.add("body", unit)
            continue
        title = _title(unit)
        if kind == "operative" and numbered and title and annex_of(title) is not None:
            kind = "annex"
        numbered = numbered or unit.find(AKN + "num") is not None
        recital = kind == "operative" and not numbered and _opens_a_recital(unit)
        above = number_of(unit) or above
        paragraphs = apart(unit, above, taken) if kind == "operative" and above else [unit]
        for paragraph in paragraphs:
            _write_whole(writer, paragraph, "preambular" if recital else kind)
        if nested := paragraphs[1:]:
            writer.problems.append(problem(nested))
            above = number_of(nested[-1])
    writer.pass_over(writer.number_before())


def _write_whole(writer: Writer, unit: etree._Element, kind: Kind) -> None:
    """What stands in a body by itself; as one paragraph where its markup is such that words would be lost."""
    before = writer.mark()
    _write_unit(writer, unit, kind)
    if writer.printed_since(before) < printed("".join(map(str, unit.itertext(etree.Element)))):
        writer.back_to(before)
        writer.add(kind, plain(unit))
        writer.add_notes(unit)


def _write_unit(writer: Writer, unit: etree._Element, kind: Kind) -> None:
    if unit.tag == AKN + "paragraph":
        _write_paragraph(writer, unit, "", kind)
        for row in unit.iter(AKN + "tr"):
            _write_row(writer, row)
    elif unit.tag == AKN + "num" or unit.tag in _HEADINGS:
        writer.add("heading", plain(unit))
        writer.add_notes(unit)
    elif unit.tag == AKN + "table":
        rows = ("\t".join(map(plain, row)) for row in unit)
        writer.add("table", "\n".join(rows))
        writer.add_notes(unit)
    elif unit.tag == AKN + "tr":
        _write_row(writer, unit)
    else:
        writer.add("signature" if unit.get("class") == "signature" else "body", plain(unit))
        writer.add_notes(unit)


def _write_row(writer: Writer, row: etree._Element) -> None:
    cells = (plain(cell) for cell in row)
    writer.add("body", " | ".join(cell for cell in cells if cell))


def _title(element: etree._Element) -> str:
    """The words of an element that is a heading or holds nothing else."""
    if element.tag in _HEADINGS:
        return plain(element)
    kinds = {child.tag for child in element if isinstance(child.tag, str)}
    return plain(element) if kinds and kinds <= _HEADINGS else ""


def _opens_a_recital(element: etree._Element) -> bool:
    """*Remaining fully committed to ...,* before paragraph 1; 根据《联合国宪章》第七章采取行动， likewise."""
    text = plain(element)
    return bool(participle(text) or (text.endswith(("，", ",")) and _ACTING.match(text)))


def _body_units(body: etree._Element) -> Iterator[etree._Element | str]:
    """Paragraphs in reading order, and whatever stands between them: headings, table rows, loose text."""
    if loose := collapse(body.text or ""):
        yield loose
    for child in body:
        whole = child.tag == AKN + "table" and child.get("class") == "cells"  # so Mandex writes tables
        if not whole and child.tag in (AKN + "section", AKN + "container", AKN + "table"):
            yield from _body_units(child)
        elif isinstance(child.tag, str):
            yield child
        if loose := collapse(child.tail or ""):
            yield loose


def _write_paragraph(writer: Writer, element: etree._Element, prefix: str, kind: Kind) -> None:
    """A numbered or unnumbered paragraph and, below it, its points; labels grow from the outside in."""
    children = [child for child in element if isinstance(child.tag, str)]
    lists = [index for index, child in enumerate(children) if child.tag in _BELOW]
    opening = children[: lists[0]] if lists else children
    own = [c for c in opening if c.tag in _OWN_TEXT]
    own += [c for child in children if child.tag in _LISTS and (c := child.find(AKN + "intro")) is not None]
    if not own and element.find(AKN + "span") is not None:
        own = [element]  # a title caught in a paragraph without content, as malformed files have it
    text = collapse(" ".join(plain(c) for c in own))
    number = element.find(AKN + "num")
    printed = plain(number) if number is not None else ""
    printed = _write_headings(writer, element, printed, alone=not text and not lists)
    if element.get("class") == "heading":  # so Mandex marks what is one whatever it holds
        return
    printed = printed or (_of_paragraph(writer) if text else "")
    bullet = printed if printed and not re.search(r"\w", printed) else ""
    mark = "" if bullet else _LABEL_MARKS.sub("", printed)
    label = _full_label(prefix, mark)
    # Files written by Mandex say outright that a short line is text; those of the UN leave it to be seen.
    plainly = element.get("class") == "text"
    heading = not bullet and not plainly and _is_heading(element, text, own, kind, mark)
    writer.add(
        "heading" if heading else kind, text, label=(mark if heading else label) if mark else "",
        printed=printed, verb="" if heading else next((v for c in own if (v := _lead(c))), ""), bullet=bullet,
    )  # fmt: skip
    for part in own:
        writer.add_notes(part)
    _write_below(writer, children[len(opening) :], prefix if heading else label, kind)


def _write_headings(writer: Writer, element: etree._Element, printed: str, *, alone: bool) -> str:
    """The headings of a paragraph or point, and the number that is left for its words.

    The number is a heading's where nothing else is there: A. *Targeted sanctions* (2713 (2023)).
    """
    outright = element.get("class") == "heading"
    for heading in element:
        if heading.tag in _HEADINGS:
            number, printed = (printed, "") if alone else ("", printed)
            label = number if outright else _LABEL_MARKS.sub("", number)
            writer.add("heading", plain(heading), label=label, printed=number, outright=outright)
            writer.add_notes(heading)
    return printed


def _of_paragraph(writer: Writer) -> str:
    """A number that stood alone in the paragraph before, as in 1286 (2000); that of a section, I or A, is
    written as its heading (the annex of 1318 (2000)).
    """
    number = writer.number_before()
    if not _SECTION.fullmatch(number):
        return number
    writer.add("heading", number, outright=True)
    return ""


def _write_below(writer: Writer, children: Iterable[etree._Element], label: str, kind: Kind) -> None:
    """The points under a paragraph labelled `label`, with what stands between and after them.

    A sublist beside its point instead of in it belongs to the point before it. An `alinea` after a list
    closes the sentence that the list interrupts (resolution 2662 (2022), paragraphs 21 and 47).
    """
    point = label
    for child in children:
        if child.tag == AKN + "point":
            _write_paragraph(writer, child, label, kind)
            mark = child.find(AKN + "num")
            point = _full_label(label, _LABEL_MARKS.sub("", plain(mark))) if mark is not None else label
        elif child.tag in _LISTS:
            _write_intro(writer, child, kind)
            _write_below(writer, child, point if child.tag == AKN + "sublist" else label, kind)
        elif child.tag == AKN + "wrapUp" or child.tag in _OWN_TEXT - {AKN + "intro"}:
            writer.add(kind, plain(child), verb=_lead(child))
            writer.add_notes(child)
        elif child.tag in _HEADINGS:
            writer.add("heading", plain(child))
            writer.add_notes(child)


def _write_intro(writer: Writer, inner: etree._Element, kind: Kind) -> None:
    """What opens a list within a list; that of a paragraph's own list has been read with its words."""
    intro, above = inner.find(AKN + "intro"), inner.getparent()
    if intro is not None and above is not None and above.tag in _LISTS:
        text = plain(intro)
        heading = _is_heading(inner, text, [intro], kind)
        writer.add("heading" if heading else kind, text, verb="" if heading else _lead(intro))
        writer.add_notes(intro)


def _full_label(prefix: str, mark: str) -> str:
    if not mark:
        return prefix
    if prefix:
        return f"{prefix}({mark})"
    return mark if mark[0].isdigit() else f"({mark})"


def _is_heading(
    element: etree._Element, text: str, own: list[etree._Element], kind: Kind, mark: str = ""
) -> bool:
    """Whether a short line is one: without a number, or with that of a section (A. 定向制裁).

    One that ends in a colon is, where a number comes next: 报告：, before paragraph 29 of 2677 (2023).
    """
    if mark and not _SECTION.fullmatch(mark):
        return False
    if len(text) >= _HEADING_LENGTH or (_CLOSING.search(text) and not _announces(element, text, kind)):
        return False
    return all(_lead(c) in ("", text.strip(" ,，、:：")) for c in own)


def _announces(element: etree._Element, text: str, kind: Kind) -> bool:
    following = element.getnext()
    number = following.find(AKN + "num") if following is not None else None
    return (
        kind == "operative"  # in annexes such a line begins a sentence: Hereby: 1. ...
        and element.tag == AKN + "paragraph"
        and text.endswith((":", "："))
        and number is not None
        and plain(number)[:1].isdigit()
    )


def _lead(element: etree._Element) -> str:
    """The lead words as the markup sets them off: the first span, if it is italic or bold."""
    span = next(element.iter(AKN + "span"), None)
    if span is None or span.get("class") not in ("italic", "bold"):
        return ""
    return plain(span).strip(" ,，、:：")
