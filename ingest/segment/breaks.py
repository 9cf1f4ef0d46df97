"""From lines to printed paragraphs.

Three things can end a paragraph: a blank line, a line that stops where the next word would still have
fitted, the opening of the next one (a label, a bullet, a drafting verb). Which of them can be trusted
differs from file to file, and is measured first.
"""

from __future__ import annotations

from bisect import bisect_right

from mandex.corpus.expressions import Expression
from mandex.corpus.languages import Lang, by_tongue
from mandex.corpus.traced import Traced
from mandex.ingest.segment import labels, openers
from mandex.ingest.segment.layout import Layout, layout_of
from mandex.ingest.segment.lines import (
    GOES_ON_CHINESE,
    HANGS_CHINESE,
    Gap,
    Line,
    is_blank,
    lines_of,
)
from mandex.ingest.segment.unit import Unit

_BEGINS = Expression(r"Adopted (?:unanimously|without|by the Security Council|at (?:the|its) \d)")
# resolution 2742 | (2024): a number and its year on two lines
_YEAR_OF_NUMBER = Expression(r"[(（]\s?(?:19|20)\d\d\s?[)）]")
# Chinese prints a space after the mark of an item, none after one that is cited: 第1(a) | 和(b)段; English
# begins it with a capital: (h) Provide good offices; not (b) above
_ITEM_OPENS = Expression(r"[(（][a-z]{1,2}[)）] [\u4e00-\u9fff]|\((?:[a-z]{1,4}|\d{1,2})\) [A-Z]")
# What a mark that is cited stands after: in paragraph | (a); resolution 1970 | (a); 3 (a) and | (b)
_CITES = Expression(r"(?:\d|\W(?i:(?:sub-?)?paragraphs?|paras?\.|articles?|sections?|and|or|to|,))$")
_ENTRY = Expression(r"To [a-z]")  # of a list without marks: To monitor the implementation of the Code
# A heading in brackets: (“Mandating the United Nations Operation”)
_BRACKETED_HEADING = Expression(r"[(（][“\"「『]")
_REACH = 1500  # characters of a paragraph in which a list that runs on is looked for
_RECITAL_END = Expression(r",\s?\d{0,3}$")


def paragraph_ends(
    layout: Layout, line: Line, following: Line, *, numbered: bool, before: str, after: Line | None
) -> bool:
    """Whether a paragraph ends between two lines; `numbered`: numbered paragraphs have begun, `before`: the
    paragraph so far, or its end, `after`: the line after the following."""
    if line.text[-1] in HANGS_CHINESE or (not line.text[0].isalpha() and labels.is_alone(line.text)):
        return False
    if layout.lang != "en" and GOES_ON_CHINESE.match(following.text):
        return False
    if line.text[-1].isdigit() and _YEAR_OF_NUMBER.match(following.text):
        return False
    if _stands_apart(line, following):
        return True
    ended, item = line.ended, following.item
    if layout.lang == "en" and not item:
        if line.hangs:
            return False
        if _RECITAL_END.search(line.text) and openers.finite(following.text) not in ("", "States"):
            return True  # no comma stands before a verb with a capital but at the end of the last recital
    if layout.width == 0 and not _breaks_unmeasured(layout, line, following, before):
        return False
    short = layout.width == 0 or layout.room(line.text, following.text, item=item)
    separated = is_blank(following.gap) and layout.blank_ends
    if layout.width and following.gap is Gap.WIDE_BLANK:
        separated = True
    if item:
        return separated or _item_begins(layout, line, following, before, ended=ended, short=short)
    if layout.lang == "en" and following.text[0].islower() and not (ended and line.text[-1] in ".;:"):
        return False
    if separated or layout.width == 0:
        return True
    if ended and after and _heads_item(layout, line.text, following, after):
        return True
    begins = ended and _opens_paragraph(layout, following, numbered=numbered)
    if following.gap is Gap.PAGE:
        return begins or (ended and short)
    if layout.blank_ends:
        return begins and short
    return begins or short


def _stands_apart(line: Line, following: Line) -> bool:
    """Whether one of two lines is a paragraph by what it prints, whatever stands close to it.

    *The Security Council,*, a draft's symbol in brackets, a resolution's title, the notice of its adoption,
    a heading in capitals.
    """
    if (
        line.alone
        or following.alone
        or (following.text.startswith("Adopted ") and _BEGINS.match(following.text))
    ):
        return True
    if line.title or following.title:
        return not following.text.startswith("of ")  # Resolution 206 (1965) | of 15 June 1965
    return line.capitals != following.capitals


def _breaks_unmeasured(layout: Layout, line: Line, following: Line, before: str) -> bool:
    """Lines of a text that is not wrapped, or too short to tell, are paragraphs; a long one that stops in
    mid-sentence is not, where blank lines stand between the others, or where a paragraph has opened:
    *Recommends to the General Assembly that the Democratic Republic of East* | *Timor be admitted*."""
    goes_on = len(line.text) > by_tongue(layout.lang, en=40, zh=20) and not line.ended
    if goes_on and layout.lang == "en" and openers.opener(before, layout.lang):
        return False
    return not (goes_on and layout.blank_ends and following.gap is Gap.NEWLINE)


def _heads_item(layout: Layout, line: str, following: Line, after: Line) -> bool:
    """Whether the next line is a heading above an item: short, without an end, after a line that has one."""
    if following.ended or not after.item or not layout.room(following.text, after.text, item=True):
        return False
    return line[-1] not in ",，" or _BRACKETED_HEADING.match(following.text) is not None


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
    if ended and (line.text[-1] != "," or line.text.endswith("; and,")):
        return True
    return _ITEM_OPENS.match(following.text) is not None and not _CITES.search(
        line.text[:-1] if ended else line.text
    )


def _opens_paragraph(layout: Layout, following: Line, *, numbered: bool) -> bool:
    """Whether the next line opens like a paragraph of a resolution.

    After a comma Chinese verbs also continue a sentence, and after a full stop unnumbered paragraphs are
    rare once there are numbered ones.
    """
    possible = by_tongue(layout.lang, en=True, zh=not numbered)
    return possible and (
        openers.leads(following.text, layout.lang) or _ENTRY.match(following.text) is not None
    )


def units(text: Traced, pages: tuple[int, ...], lang: Lang) -> list[Unit]:
    """The printed paragraphs of a text without markup, in reading order."""
    lines = lines_of(text.text, lang)
    layout = layout_of(lines, lang)
    numbered = False
    out: list[Unit] = []
    first = 0
    for index, line in enumerate(lines):
        last = index + 1 == len(lines)
        numbered = numbered or line.text.startswith(("1.", "1．"))
        start = lines[first].start
        before = text.text[max(start, line.end - _REACH) : line.end]
        after = lines[index + 2] if index + 2 < len(lines) else None
        if last or paragraph_ends(
            layout, line, lines[index + 1], numbered=numbered, before=before, after=after
        ):
            out.append(Unit(text[start : line.end], page=page_at(text, start, pages)))
            first = index + 1
    return out


def page_at(text: Traced, position: int, pages: tuple[int, ...]) -> int | None:
    """The page, counted from 1, on which a position of the text was printed."""
    return bisect_right(pages, text.source_span(position, position + 1).start) if pages else None
