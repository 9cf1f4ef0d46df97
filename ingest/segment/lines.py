"""Printed lines: where they stand in a text, and what one line shows by itself.

How a line ends, whether it can be an end at all, and whether it opens with a label or a bullet.
"""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import NamedTuple

from mandex.corpus.expressions import Expression
from mandex.corpus.languages import Lang, by_tongue
from mandex.ingest.segment import labels, parts

PAGE_BREAK = "\f"
_LINE = Expression(r"[^\n\r\f\v\x85\u2028\u2029]+")
_ENDS_ENGLISH = Expression(r"(?:[.;:,?!]|[;,] (?:and|or))[\"”’')\]]?\s?\d{0,3}$")
_ENDS_CHINESE = Expression(r"(?:[。；：，！？.;:,]|[；;](?:或|和|以及))[”」』’\"]?[\d¹²³⁰-⁹]{0,3}$")
# With what character, beside figures, a line ends of which these expressions hold; most lines end with none.
_LAST_ENGLISH, _LAST_CHINESE = ".;:,?!\"”’')]dr", '。；：，！？.;:,或和及”」』’"¹²³⁰ⁱ⁲⁳⁴⁵⁶⁷⁸⁹'
# Lines that are paragraphs whatever stands close to them.
_ALONE = Expression(r"The Security Council[,.]?|安全理事[会會][,，]?|[\[(]S/[\w/., ]+[\])]")
_TITLE = Expression(r"(?i:(?:security council )?resolution \d{1,4} ?\(\d{4}\))")
# GOVERNMENT NOTICE; not UNIFIL, nor an abbreviation at the end of a line, nor (PS/PR/COMM.(CMXXVII))
_FEWEST_CAPITALS = 10
# A. Findings; 一. 导言; 三、结论
_NUMBERED_HEADING = Expression(
    r"(?:[A-Z]|[IVX]{2,5})\.\s+[A-Z\u4e00-\u9fff]|[一二三四五六七八九十]{1,3}\s?[.、．]\s?\S"
)
# A line that ends so goes on, whatever gap follows: "a statement of 9 October 1985 by the", "in the United"
HANGS = Expression(
    r"(?:\b(?:the|an?|of|by|in|to|for|with|from|at|on|under|its|their|that|which|should|shall|be|is|are)"
    r"|(?<![;,]) (?:and|or)"
    r"|\bUnited|\bSecurity|Secretary-?|[a-z]-)$"
)
HANGS_CHINESE = "、（《“"  # nothing ends after a comma of a list or an opening mark
# Nothing begins with a closing mark, nor with the end of a span: 2022年1月1日 | 至2026年12月31日
GOES_ON_CHINESE = Expression(r"[，。、；：）》”]|至")


class Gap(Enum):
    """What stands between a line and the one before it."""

    NEWLINE = 0
    BLANK = 1
    WIDE_BLANK = 2
    PAGE = 3


_GAPS = (Gap.NEWLINE, Gap.BLANK, Gap.WIDE_BLANK)  # by the number of empty lines
_BLANKS = _GAPS[1:]


class Line(NamedTuple):
    """A printed line without the space around it: offsets in the text, the gap before it, what it shows.

    `ended`: it ends as a paragraph may; `hangs`: it ends as none does; `item`: it opens a point; `alone`,
    `title`, `capitals`: it is a formula or a symbol, the title of a resolution, a heading in capitals.
    """

    start: int
    end: int
    gap: Gap
    text: str
    ended: bool
    hangs: bool
    item: bool
    alone: bool
    title: bool
    capitals: bool


_line = partial(tuple.__new__, Line)  # in half the time that `Line(...)` takes


def lines_of(text: str, lang: Lang) -> list[Line]:
    """The lines that print something."""
    out: list[Line] = []
    known: dict[str, tuple[bool, ...]] = {}  # forms, lists and rules print one line again and again
    previous_end = 0
    for match in _LINE.finditer(text):
        whole = match[0]
        line = whole.strip()
        if not line:
            continue
        first = line[0]
        start = match.start() + whole.index(first)
        end = start + len(line)
        gap = _gap(text[previous_end:start])
        shown = known.get(line)
        if shown is None:
            shown = known[line] = _shown(line, lang)
        out.append(_line((start, end, gap, line, *shown)))
        previous_end = end
    return out


def _shown(line: str, lang: Lang) -> tuple[bool, ...]:
    """What a line shows by itself, in the order of `Line`."""
    alone = line[0] in "T安[(" and _ALONE.fullmatch(line) is not None
    title = line[0] in "SsRr" and _TITLE.fullmatch(line) is not None
    hangs = lang == "en" and HANGS.search(line) is not None
    return ends(line, lang), hangs, begins_item(line), alone, title, _is_capitals(line)


def _gap(between: str) -> Gap:
    if between == "\n":
        return _GAPS[0]
    breaks = between.replace("\r\n", "\n").count("\n") + between.count("\r")
    return Gap.PAGE if PAGE_BREAK in between else _GAPS[min(2, max(0, breaks - 1))]


def ends(line: str, lang: Lang) -> bool:
    """Whether a line ends as a paragraph may end."""
    last = line[-1:]
    if last not in by_tongue(lang, en=_LAST_ENGLISH, zh=_LAST_CHINESE) and not last.isdecimal():
        return False
    return bool(by_tongue(lang, en=_ENDS_ENGLISH, zh=_ENDS_CHINESE).search(line))


def hangs(line: str, following: str) -> bool:
    """Whether a line cannot end a paragraph, nor the next begin one, in either language, whatever stands
    between them: *under the* | *authority*, 1460(2003)、 | 1539(2004), *the necessary* | *rationale*."""
    if line[-1:] in HANGS_CHINESE or GOES_ON_CHINESE.match(following):
        return True
    english = "a" <= line[-1:].lower() <= "z" or line[-1:] in "-–"
    return english and (HANGS.search(line) is not None or following[:1].islower())


def begins_item(line: str) -> bool:
    """Whether a line opens with a label or a bullet; a small letter opens one only alone: a See S/…"""
    if "a" <= line[:1] <= "z" and not line[1:2].isspace():
        return False
    mark = labels.marker(line)
    if mark:
        return not (mark.arabic and line[mark.end : mark.end + 1].islower())  # "paragraph\n2. of the report"
    return bool(labels.bullet(line) or _NUMBERED_HEADING.match(line) or parts.note(line, closing=False)[0])


def _is_capitals(line: str) -> bool:
    if len(line) < _FEWEST_CAPITALS or "/" in line or line.upper() != line:
        return False
    letters = [c for c in line if c.isalpha()]
    return len(letters) >= _FEWEST_CAPITALS and all("A" <= c <= "Z" for c in letters)


def is_blank(gap: Gap) -> bool:
    """Whether empty lines, and not the end of a page, stand in a gap."""
    return gap in _BLANKS
