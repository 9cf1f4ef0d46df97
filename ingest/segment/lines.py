"""Printed lines: where they stand in a text, and what one line shows by itself.

How a line ends, whether it can be an end at all, and whether it opens with a label or a bullet.
"""

from __future__ import annotations

from enum import Enum

from mandex.corpus.expressions import Expression
from mandex.corpus.languages import Lang, by_tongue
from mandex.corpus.records import dataclass
from mandex.ingest.segment import labels, parts

PAGE_BREAK = "\f"
_LINE = Expression(r"[^\n\r\f\v\x85\u2028\u2029]+")
_ENDS_ENGLISH = Expression(r"(?:[.;:,?!]|[;,] (?:and|or))[\"”’')\]]?\s?\d{0,3}$")
_ENDS_CHINESE = Expression(r"(?:[。；：，！？.;:,]|[；;](?:或|和|以及))[”」』’\"]?[\d¹²³⁰-⁹]{0,3}$")
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


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line without the space around it: offsets in the text, and the gap before it."""

    start: int
    end: int
    gap: Gap
    text: str


def lines_of(text: str) -> list[Line]:
    """The lines that print something."""
    out: list[Line] = []
    previous_end = 0
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if not line:
            continue
        start = match.start() + match[0].index(line[0])
        between = text[previous_end:start]
        breaks = between.replace("\r\n", "\n").count("\n") + between.count("\r")
        gap = Gap.PAGE if PAGE_BREAK in between else _GAPS[min(2, max(0, breaks - 1))]
        out.append(Line(start, start + len(line), gap, line))
        previous_end = start + len(line)
    return out


def ends(line: str, lang: Lang) -> bool:
    """Whether a line ends as a paragraph may end."""
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


def is_blank(gap: Gap) -> bool:
    """Whether empty lines, and not the end of a page, stand in a gap."""
    return gap in (Gap.BLANK, Gap.WIDE_BLANK)
