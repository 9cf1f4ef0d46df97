"""From lines to printed paragraphs.

Three things can end a paragraph: a blank line, a line that stops where the next word would still have
fitted, the opening of the next one (a label, a bullet, a drafting verb). Which of them can be trusted
differs from file to file, and is measured first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from enum import Enum
from itertools import pairwise

from mandex.corpus.expressions import Expression
from mandex.corpus.languages import Lang, by_tongue
from mandex.corpus.records import dataclass
from mandex.corpus.traced import Traced
from mandex.ingest.segment import labels, openers, parts
from mandex.ingest.segment.unit import Unit

PAGE_BREAK = "\f"
_LINE = Expression(r"[^\n\r\f\v\x85\u2028\u2029]+")
_ENDS_ENGLISH = Expression(r"(?:[.;:,?!]|[;,] (?:and|or))[\"”’')\]]?\s?\d{0,3}$")
_ENDS_CHINESE = Expression(r"(?:[。；：，！？.;:,]|[；;](?:或|和|以及))[”」』’\"]?[\d¹²³⁰-⁹]{0,3}$")
_FIRST_TOKEN = Expression(r"[0-9A-Za-z()/.,;:’-]+|\S")
_FIRST_WORD = Expression(r"\S+")
# Of wrapped lines most stop in mid-sentence; of whole paragraphs only headings do.
_WRAPPED_SHARE = 0.25
# Lines that are paragraphs whatever stands close to them.
_ALONE = Expression(r"The Security Council[,.]?|安全理事[会會][,，]?|[\[(]S/[\w/., ]+[\])]")
_TITLE = Expression(r"(?i:(?:security council )?resolution \d{1,4} ?\(\d{4}\))")
_BEGINS = Expression(r"Adopted (?:unanimously|without|by the Security Council|at (?:the|its) \d)")
# A. Findings; 一. 导言; 三、结论
_NUMBERED_HEADING = Expression(
    r"(?:[A-Z]|[IVX]{2,5})\.\s+[A-Z\u4e00-\u9fff]|[一二三四五六七八九十]{1,3}\s?[.、．]\s?\S"
)
# resolution 2742 | (2024): a number and its year on two lines
_YEAR_OF_NUMBER = Expression(r"[(（]\s?(?:19|20)\d\d\s?[)）]")
_WIDE = Expression(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_LOOSE_SPACE = Expression(r"(?<=[\u2e80-\u9fff]) (?=\d)")


# A line that ends so goes on, whatever gap follows: "a statement of 9 October 1985 by the", "in the United"
_HANGS = Expression(
    r"(?:\b(?:the|an?|of|by|in|to|for|with|from|at|on|under|its|their|that|which|should|shall|be|is|are)"
    r"|(?<![;,]) (?:and|or)"
    r"|\bUnited|\bSecurity|Secretary-?|[a-z]-)$"
)
_HANGS_CHINESE = "、（《“"  # nothing ends after a comma of a list or an opening mark
# Nothing begins with a closing mark, nor with the end of a span: 2022年1月1日 | 至2026年12月31日
_GOES_ON_CHINESE = Expression(r"[，。、；：）》”]|至")
_SPACED_ITEM = Expression(r"[(（][a-z]{1,2}[)）] [\u4e00-\u9fff]")
_REACH = 1500  # characters of a paragraph in which a list that runs on is looked for
_RECITAL_END = Expression(r",\s?\d{0,3}$")
# GOVERNMENT NOTICE; not UNIFIL, nor an abbreviation at the end of a line, nor (PS/PR/COMM.(CMXXVII))
_FEWEST_CAPITALS = 10


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


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is laid out: `width` of full lines (0: lines are not wrapped), `columns` when Chinese counts
    double, and whether a blank line ends a paragraph."""

    width: int
    columns: bool
    blank_ends: bool
    lang: Lang

    def room(self, line: str, following: str, *, item: bool = False) -> bool:
        """Whether the first word of the next line would have fitted on this one.

        Where Chinese is set in columns, indents and punctuation that may not begin a line take room; and a
        line that stops in mid-sentence is no paragraph unless it is a good deal shorter or an `item` follows.
        """
        token = by_tongue(self.lang, en=_FIRST_WORD, zh=_FIRST_TOKEN).match(following)
        taken = self.measure(line) + self.measure(token[0] if token else "")
        if self.lang == "en":
            return taken + 1 <= self.width
        slack = 3 * self.columns if item or ends(line, self.lang) else self.width // 5
        return taken + slack <= self.width

    def measure(self, line: str) -> int:
        """The printed width of a line, in characters or columns."""
        return _measure(line, columns=self.columns)


def _measure(line: str, *, columns: bool) -> int:
    """The width of a line; a space thrown in before a number (第 2240(2015)号) takes no room."""
    loose = len(_LOOSE_SPACE.findall(line)) if " " in line else 0
    return len(line) + (len(_WIDE.findall(line)) if columns else 0) - loose


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
    if line[-1:] in _HANGS_CHINESE or _GOES_ON_CHINESE.match(following):
        return True
    english = "a" <= line[-1:].lower() <= "z" or line[-1:] in "-–"
    return english and (_HANGS.search(line) is not None or following[:1].islower())


def begins_item(line: str) -> bool:
    """Whether a line opens with a label or a bullet; a small letter opens one only alone: a See S/…"""
    if "a" <= line[:1] <= "z" and not line[1:2].isspace():
        return False
    mark = labels.marker(line)
    if mark:
        return not (mark.arabic and line[mark.end : mark.end + 1].islower())  # "paragraph\n2. of the report"
    return bool(labels.bullet(line) or _NUMBERED_HEADING.match(line) or parts.note(line, closing=False)[0])


def layout_of(lines: list[Line], lang: Lang) -> Layout:
    """Measure a text: lines that stop in mid-sentence show how wide it was set."""
    pairs = [(a, b) for a, b in pairwise(lines) if not begins_item(b.text)]
    stopped = [(a, b) for a, b in pairs if not ends(a.text, lang)]
    blank = sum(_is_blank(b.gap) for _, b in pairs)
    blank_stopped = [a.text for a, b in stopped if _is_blank(b.gap)]
    tight = sum(b.gap is Gap.NEWLINE for _, b in pairs)
    often = len(blank_stopped) > max(0.4 * blank, 2 * tight)
    evenly = (_are_wrapped(blank_stopped, columns=columns) for columns in (False, True))
    blank_ends = not (often and any(evenly))
    joints = [a.text for a, b in stopped if b.gap is Gap.NEWLINE or not blank_ends]
    columns = lang != "en" and _spread(joints, columns=True) < _spread(joints, columns=False)
    width = _full_width([_measure(text, columns=columns) for text in joints], lang)
    wrapped = len(joints) >= 3 and len(joints) > _WRAPPED_SHARE * len(lines) and 20 <= width <= 200
    if not wrapped:
        return Layout(0, columns, blank > tight, lang)
    return Layout(width, columns, blank_ends and blank > 0, lang)


def _are_wrapped(lines: list[str], *, columns: bool) -> bool:
    """Whether lines that stop in mid-sentence are mostly about as long as each other, as headings are not."""
    widths = [_measure(line, columns=columns) for line in lines]
    long = [width for width in widths if width > 0.4 * max(widths)]  # without a masthead's
    return len(long) >= 3 and sum(width >= 0.75 * max(widths) for width in long) >= 0.5 * len(long)


def _is_blank(gap: Gap) -> bool:
    return gap in (Gap.BLANK, Gap.WIDE_BLANK)


def _full_width(values: list[int], lang: Lang) -> int:
    """The width of a full line: English lines are ragged, most Chinese ones are full."""
    if not values:
        return 0
    values = sorted(values)
    return by_tongue(lang, en=_nearly_widest, zh=_most_frequent)(values)


def _nearly_widest(values: list[int]) -> int:
    return values[int(0.97 * (len(values) - 1))]


def _most_frequent(values: list[int]) -> int:
    times = Counter(values[len(values) // 2 :])
    return max(times, key=lambda width: (times[width], width))


def _spread(texts: list[str], *, columns: bool) -> float:
    """How unevenly long lines end: the distance from the middle to the ninetieth percentile."""
    values = sorted(_measure(text, columns=columns) for text in texts)
    if not values:
        return 0.0
    top = values[int(0.9 * (len(values) - 1))]
    return (top - values[len(values) // 2]) / (top or 1)


def paragraph_ends(layout: Layout, line: Line, following: Line, *, numbered: bool, before: str = "") -> bool:
    """Whether a paragraph ends between two lines; `numbered`: numbered paragraphs have begun, `before`: the
    paragraph so far, or its end."""
    if labels.is_alone(line.text) or line.text[-1] in _HANGS_CHINESE:
        return False
    if layout.lang != "en" and _GOES_ON_CHINESE.match(following.text):
        return False
    if line.text[-1].isdigit() and _YEAR_OF_NUMBER.match(following.text):
        return False
    if _stands_apart(line.text, following.text):
        return True
    ended = ends(line.text, layout.lang)
    item = begins_item(following.text)
    if layout.lang == "en" and not item:
        if _HANGS.search(line.text):
            return False
        if _RECITAL_END.search(line.text) and openers.finite(following.text) not in ("", "States"):
            return True  # no comma stands before a verb with a capital but at the end of the last recital
    if layout.width == 0 and not _breaks_unmeasured(layout, line, following):
        return False
    short = layout.width == 0 or layout.room(line.text, following.text, item=item)
    separated = _is_blank(following.gap) and layout.blank_ends
    if layout.width and following.gap is Gap.WIDE_BLANK:
        separated = True
    if item:
        return separated or _item_begins(layout, line, following, before, ended=ended, short=short)
    if layout.lang == "en" and following.text[0].islower() and not (ended and line.text[-1] in ".;:"):
        return False
    if separated or layout.width == 0:
        return True
    begins = ended and _opens_paragraph(layout, line, following, numbered=numbered)
    if following.gap is Gap.PAGE:
        return begins or (ended and short)
    if layout.blank_ends:
        return begins and short
    return begins or short


def _stands_apart(line: str, following: str) -> bool:
    """Whether one of two lines is a paragraph by what it prints, whatever stands close to it.

    *The Security Council,*, a draft's symbol in brackets, a resolution's title, the notice of its adoption,
    a heading in capitals.
    """
    if _ALONE.fullmatch(line) or _ALONE.fullmatch(following) or _BEGINS.match(following):
        return True
    if _TITLE.fullmatch(line) or _TITLE.fullmatch(following):
        return not following.startswith("of ")  # Resolution 206 (1965) | of 15 June 1965
    return _is_capitals(line) != _is_capitals(following)


def _is_capitals(line: str) -> bool:
    if len(line) < _FEWEST_CAPITALS or "/" in line or line.upper() != line:
        return False
    letters = [c for c in line if c.isalpha()]
    return len(letters) >= _FEWEST_CAPITALS and all("A" <= c <= "Z" for c in letters)


def _breaks_unmeasured(layout: Layout, line: Line, following: Line) -> bool:
    """Lines of a text that is not wrapped, or too short to tell, are paragraphs; a long one that stops in
    mid-sentence is not, where blank lines stand between the others."""
    goes_on = len(line.text) > by_tongue(layout.lang, en=40, zh=20) and not ends(line.text, layout.lang)
    return not (goes_on and layout.blank_ends and following.gap is Gap.NEWLINE)


def _item_begins(
    layout: Layout, line: Line, following: Line, before: str, *, ended: bool, short: bool
) -> bool:
    """Whether a line that opens with a marker opens an item; (a) may stand within a sentence."""
    if layout.width == 0:
        return True
    mark = labels.marker(following.text)
    bracketed = mark is None or not mark.arabic
    if layout.blank_ends and following.gap is Gap.NEWLINE:
        return ended and (short or not bracketed)
    if short or not bracketed:
        return short or ended
    if mark and labels.runs_on(before, mark):
        return False
    # Chinese prints a space after the mark of an item, none after one that is cited: 第1(a) | 和(b)段
    return line.text[-1] != "," if ended else _SPACED_ITEM.match(following.text) is not None


def _opens_paragraph(layout: Layout, line: Line, following: Line, *, numbered: bool) -> bool:
    """Whether the next line opens like a paragraph of a resolution.

    After a comma Chinese verbs also continue a sentence, and after a full stop unnumbered paragraphs are
    rare once there are numbered ones.
    """
    possible = by_tongue(layout.lang, en=True, zh=not numbered)
    return possible and openers.leads(following.text, layout.lang)


def units(text: Traced, pages: tuple[int, ...], lang: Lang) -> list[Unit]:
    """The printed paragraphs of a text without markup, in reading order."""
    lines = lines_of(text.text)
    layout = layout_of(lines, lang)
    numbered = False
    out: list[Unit] = []
    first = 0
    for index, line in enumerate(lines):
        last = index + 1 == len(lines)
        numbered = numbered or line.text.startswith(("1.", "1．"))
        start = lines[first].start
        before = text.text[max(start, line.end - _REACH) : line.end]
        if last or paragraph_ends(layout, line, lines[index + 1], numbered=numbered, before=before):
            out.append(Unit(text[start : line.end], page=page_at(text, start, pages)))
            first = index + 1
    return out


def page_at(text: Traced, position: int, pages: tuple[int, ...]) -> int | None:
    """The page, counted from 1, on which a position of the text was printed."""
    return bisect_right(pages, text.source_span(position, position + 1).start) if pages else None
