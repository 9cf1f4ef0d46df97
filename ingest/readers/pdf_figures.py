"""What of a page is no text though it is printed in words: contents pages, and the labels of charts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from mandex.corpus.model import Problem
from mandex.corpus.records import dataclass
from mandex.ingest.readers.pdf_furniture import Marked

# An entry of a contents page: dots that lead to a page number.
_LEADERS = re.compile(r"(?:\.\s?){5,}\s*(?:\d{1,3}|[ivxl]{1,6})?\s*$|(?:…\s?){2,}\s*\d{0,3}\s*$")
_CONTENTS = re.compile(r"(?:table of )?contents|目\s?录|目\s?錄", re.IGNORECASE)
_FEW_ENTRIES = 4
# A number on an axis, with the unit that may stand beside it.
_AXIS = re.compile(r"-?\d[\d,. ]*\s?%?$")
_STEPS = 4  # numbers one under the other that make an axis
_ALIGNED = 3.0  # points by which their right edges may differ
_ABOVE, _BELOW = 1.5, 6.0  # type sizes around an axis that belong to the chart
_LABEL_LENGTH = 60
_SHORT = 25
_TO_SOURCE, _LEGEND_LENGTH = 14.0, 100  # type sizes from a chart to its source; characters of a line between
_SOURCE = re.compile(r"(?:source|note|abbreviation|figure|table|annex|map)s?\b|资料来源|来源", re.IGNORECASE)
# The numbers of a draft's lines, line by line down the page.
_COUNT = re.compile(r"\d{1,4}$")
_CELLS = 2  # a number and the line beside it; more are a row of a table, which has its number
_LINES_COUNTED, _ALL_BUT = 6, 0.8
_LETTER = re.compile(r"[^\W\d_]")
_SOME_LETTERS = 12  # fewer are a mark beside the text
_SHOWN = 80  # characters of them that a problem quotes
_WORD = re.compile(r"[^\W\d_]{2}|[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Figures:
    """The pages without such lines, and how many each page had of them."""

    pages: list[list[Marked]]
    contents: Counter[int]
    labels: Counter[int]
    sideways: dict[int, str]

    def problems(self) -> Iterator[Problem]:
        """What was set aside, for the record."""
        for counts, what in (
            (self.contents, "lines of a table of contents"),
            (self.labels, "labels of charts"),
        ):
            if counts:
                where = "page " + ", ".join(map(str, sorted(counts)))
                message = f"{counts.total()} {what} are no paragraphs"
                yield Problem("furniture", "info", message, where=where)
        for number, words in self.sideways.items():
            message = f"words on their side are no paragraphs: {words[:_SHOWN]}"
            yield Problem("sideways-text", "info", message, where=f"page {number}")


def set_aside(pages: Sequence[Sequence[Marked]], size: float) -> Figures:
    """Mark contents pages and labels of charts as furniture; `size` is the usual type size of the text."""
    contents: Counter[int] = Counter()
    labels: Counter[int] = Counter()
    sideways: dict[int, str] = {}
    out = []
    for number, printed in enumerate(pages, 1):
        page = _without_line_numbers(printed)
        if words := _sideways(page):
            sideways[number] = words
        entries, chart = _entries(page), _chart(page, size)
        contents[number] += len(entries)
        labels[number] += len(chart - entries)
        aside = entries | chart
        out.append([replace(m, role="furniture") if n in aside else m for n, m in enumerate(page)])
    return Figures(out, +contents, +labels, sideways)


def _sideways(page: Sequence[Marked]) -> str:
    """What stands on its side on an upright page, together, where it may be more than a mark."""
    words = "".join(m.line.text for m in page if not m.line.upright and not m.line.barcode)
    return words if len(_LETTER.findall(words)) >= _SOME_LETTERS else ""


def _without_line_numbers(page: Sequence[Marked]) -> list[Marked]:
    """Numbers that count a draft's lines at their left are no text, and no cell of what stands beside."""
    left = min((m.line.x1 for m in page if m.role == "text" and not _COUNT.match(m.line.text)), default=0.0)
    text = [n for n, m in enumerate(page) if m.role == "text"]
    counts = [n for n in text if _COUNT.match(page[n].line.text) and page[n].line.x1 < left]
    steps = sum(_value(page[b].line.text) - _value(page[a].line.text) == 1 for a, b in pairwise(counts))
    in_table = sum(page[n].line.cells > _CELLS for n in counts)
    if steps < _LINES_COUNTED or steps < _ALL_BUT * (len(counts) - 1) or 2 * in_table > len(counts):
        return list(page)
    heights = {page[n].line.y for n in counts}
    return [
        Marked(m.line, "furniture") if n in counts
        else Marked(replace(m.line, cells=max(1, m.line.cells - 1)), m.role) if m.line.y in heights else m
        for n, m in enumerate(page)
    ]  # fmt: skip


def _entries(page: Sequence[Marked]) -> set[int]:
    """The lines of a table of contents: from its heading, or its first entry, to its last entry."""
    text = [n for n, m in enumerate(page) if m.role == "text"]
    led = [n for n in text if _LEADERS.search(page[n].line.text)]
    if len(led) < _FEW_ENTRIES:
        return set()
    first = next((n for n in text if n < led[0] and _CONTENTS.fullmatch(page[n].line.text)), led[0])
    # The numbers of pages may stand apart, and so beside and below the entries.
    return {n for n in text if first <= n <= led[-1] or page[n].line.y == page[led[-1]].line.y}


def _chart(page: Sequence[Marked], size: float) -> set[int]:
    """Labels of charts: the numbers of an axis, and the short lines beside and below it."""
    text = [n for n, m in enumerate(page) if m.role == "text"]
    numbers = [n for n in text if _AXIS.match(page[n].line.text)]
    found: set[int] = set()
    for n in numbers:
        beside = [x for x in numbers if abs(page[x].line.x1 - page[n].line.x1) < _ALIGNED]
        axis = [] if n in found else _axis(page, beside, n)
        if axis and not _is_column(page, axis):
            top, bottom = page[axis[0]].line.y - _ABOVE * size, page[axis[-1]].line.y + _BELOW * size
            found |= {x for x in text if top < page[x].line.y < bottom and _is_label(page[x], size)}
            found |= _legend(page, [x for x in text if page[x].line.y > page[axis[-1]].line.y], size)
    return found


def _is_column(page: Sequence[Marked], numbers: Sequence[int]) -> bool:
    """Are the numbers those of a table's rows, with words beside most of them?"""
    heights = {m.line.y for m in page if m.role == "text" and _WORD.search(m.line.text)}
    return 2 * sum(page[n].line.y in heights for n in numbers) > len(numbers)


def _legend(page: Sequence[Marked], below: Sequence[int], size: float) -> set[int]:
    """The lines between a chart and the line that names its source: the title of its axis, its legend."""
    between: set[int] = set()
    for n in below:
        line = page[n].line
        if _SOURCE.match(line.text):
            return between
        if line.bold or len(line.text) > _LEGEND_LENGTH or line.y > page[below[0]].line.y + _TO_SOURCE * size:
            break
        between.add(n)
    return set()


def _axis(page: Sequence[Marked], aligned: Sequence[int], of: int) -> list[int]:
    """Numbers one under the other that fall or rise by even steps, `of` among them; empty where too few."""
    ordered = sorted(aligned, key=lambda n: page[n].line.y)
    values = [_value(page[n].line.text) for n in ordered]
    start = 0
    for end in range(2, len(values) + 1):
        even = end < len(values) and values[end] - values[end - 1] == values[end - 1] - values[end - 2]
        if even:
            continue
        run = ordered[start:end]
        if len(run) >= _STEPS and of in run and abs(values[start] - values[start + 1]) not in (0.0, 1.0):
            return run
        start = end - 1
    return []


def _value(text: str) -> float:
    return float(re.sub(r"\D", "", text) or 0)


def _is_label(marked: Marked, size: float) -> bool:
    line = marked.line
    if _SOURCE.match(line.text) or line.bold:
        return False
    small = line.size < 0.97 * size or line.cells > 1 or not _WORD.search(line.text)
    return len(line.text) <= _SHORT or (small and len(line.text) <= _LABEL_LENGTH)
