"""Printed lines of a PDF page in reading order, built from where its fragments stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise

from mandex.corpus.records import dataclass
from mandex.ingest.readers.pdf_glyphs import Fragment, Page
from mandex.ingest.readers.pdf_marks import hangs_from, marks_below

# All in type sizes (em), so that they hold for any page.
_SAME_BASELINE = 0.3
_WORD_GAP = 0.2  # where the file draws no space
_HAIR = 0.17  # narrower than any space
_CELL_GAP = 2.0  # wider than any space between words of justified type
_ROW_GAP = 0.9  # between cells of a row that has a wider gap elsewhere
_FEW_CELLS = 2
_CELL_LINES = 6.0  # the height of the highest cell
_ALIGNED = 0.5  # of a page's rows have a cell that begins at the same place
_LABEL_GAP = 6.0  # between a printed number and its paragraph

_LABEL = re.compile(r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)]|[•–—·▪*-])\s*$")
_HYPHENS = frozenset("-‐‑")
_WORD = re.compile(r"[^\W\d_]{2}")
_MARK = re.compile(r"\s*(?:\d{1,3}|[a-z])(?:\s*,\s*(?:\d{1,3}|[a-z]))*\s*$")
_RAISED = str.maketrans("0123456789abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")

# Two columns: lines of each at least, share of the page's lines that leave the gutter clear, share of the
# left column's lines that fill that share of its width.
_COLUMN_LINES = 8
_TABLE_SHARE = 0.3  # of the lines: so many rows of three cells and more are a table
_CLEAR = 0.6
_FULL = 0.75
_FILLED = 0.55  # of the width of a column in another language, on the mean
_MOST_HAN = 0.8  # of the pieces of a Chinese column hold Chinese
_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line (of one column, or one cell of a table row), places in points from the top left.

    `lead` is the italic text with which the line opens; footnote marks stand in `text` as raised figures.
    `column` is 0 across the page, else 1 or 2; `cells` counts the cells of its row.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    page: int
    lead: str = ""
    bold: bool = False
    italic: bool = False
    barcode: bool = False
    upright: bool = True
    column: int = 0
    cells: int = 1


@dataclass(slots=True)
class _Row:
    y: float
    size: float
    fragments: list[Fragment]
    marks: list[Fragment]

    def add(self, fragment: Fragment) -> None:
        """The base line of a scanned line wavers: follow its mean."""
        self.fragments.append(fragment)
        self.y += (fragment.y - self.y) / len(self.fragments)
        self.size = max(self.size, fragment.size)


def lines_of(page: Page, number: int) -> list[Line]:
    """The page's lines from top to bottom, column after column; `number` counts pages from 1."""
    rows = _rows(fragment for fragment in page.fragments if fragment.upright)
    aligned = _aligned(rows)
    gutter = None if aligned else _gutter(rows)
    lines: list[Line] = []
    above, y = aligned, 0.0  # and where the cells began of a row just above that was cut into such
    for row in rows:
        near = row.y - y <= _CELL_LINES * row.size
        cells = _lines(row, number, gutter, above if near else aligned)
        if gutter is None and len(cells) > 1:
            above, y = aligned | frozenset(_starts(row)), row.y
        lines += cells
    turned = [_line([(f, False)], f.y, number, 0, 1) for f in page.fragments if not f.upright]
    return _reading_order(lines) + turned


def _rows(fragments: Iterable[Fragment]) -> list[_Row]:
    rows: list[_Row] = []
    for fragment in sorted(fragments, key=lambda f: f.y):
        if rows and fragment.y - rows[-1].y <= _SAME_BASELINE * min(fragment.size, rows[-1].size):
            rows[-1].add(fragment)
        else:
            rows.append(_Row(fragment.y, fragment.size, [fragment], []))
    for row, below in pairwise(rows):
        for fragment in marks_below(row.fragments, below.fragments):
            row.fragments.remove(fragment)
            below.marks.append(fragment)
        for fragment in [f for f in below.fragments if hangs_from(f, row.fragments)]:
            below.fragments.remove(fragment)
            row.fragments.append(fragment)
    return [row for row in rows if row.fragments or row.marks]


def _gutter(rows: Sequence[_Row]) -> float | None:
    """The x of the empty strip between two columns of text, or None.

    Few rows may cross it, and the rows to its left must fill their column, as text does and tables do not.
    """
    words = [row.fragments for row in rows if row.fragments]
    if len(words) < _COLUMN_LINES or sum(_is_table_row(row) for row in words) > _TABLE_SHARE * len(words):
        return None
    left = min(f.x0 for row in words for f in row)
    right = max(f.x1 for row in words for f in row)
    x = _emptiest(words, left + 0.3 * (right - left), left + 0.7 * (right - left))
    clear = [row for row in words if all(not f.x0 < x < f.x1 for f in row)]
    ends = [max(f.x1 for f in row if f.x1 <= x) for row in clear if any(f.x1 <= x for f in row)]
    beyond = sum(any(f.x0 >= x for f in row) for row in clear)
    if min(len(ends), beyond) < _COLUMN_LINES or len(clear) < _CLEAR * len(words):
        return None
    full = sum(end - left > _FULL * (max(ends) - left) for end in ends)
    return x if full >= _FULL * len(ends) or _two_languages(clear, x) else None


def _two_languages(rows: Sequence[Sequence[Fragment]], x: float) -> bool:
    """Is one side of the gutter Chinese and the other not? Then its lines are text, however they end.

    A glossary has two languages too, but short cells: its rows are kept together.
    """
    sides = [[f for row in rows for f in row if (f.x0 < x) == is_left] for is_left in (True, False)]
    han = [sum(bool(_HAN.search(f.text)) for f in side) / len(side) for side in sides]
    if max(han) < _MOST_HAN or min(han) > 1 - _MOST_HAN:
        return False
    widths = [[f.x1 - f.x0 for f in side] for side in sides]
    return all(sum(width) > _FILLED * max(width) * len(width) for width in widths)


def _aligned(rows: Sequence[_Row]) -> frozenset[int]:
    """Where cells begin, on a page that is one table: at the same places in most rows; else none.

    Two columns of text begin at one such place beside the margin, points of a list too.
    """
    starts = [set(_starts(row)) for row in rows if len(row.fragments) > 1]
    if len(starts) < _COLUMN_LINES:
        return frozenset()
    often = Counter(start for row in starts for start in row)
    found = frozenset(start for start, times in often.items() if times >= _ALIGNED * len(rows))
    return found if len(found) >= _FEW_CELLS else frozenset()


def _starts(row: _Row) -> Iterator[int]:
    """Where the pieces of a row begin that a gap parts from what stands before them."""
    ordered = sorted(row.fragments, key=lambda f: f.x0)
    return (round(b.x0) for a, b in pairwise(ordered) if b.x0 - a.x1 > _ROW_GAP * b.size)


def _is_table_row(row: Sequence[Fragment]) -> bool:
    """Does it have two wide gaps or more? Two columns of text have one."""
    ordered = sorted(row, key=lambda f: f.x0)
    gaps = sum(b.x0 - a.x1 > _CELL_GAP * max(a.size, b.size) for a, b in pairwise(ordered))
    return gaps >= _FEW_CELLS


def _emptiest(words: Sequence[Sequence[Fragment]], start: float, end: float) -> float:
    """The middle of the widest strip between two x that the fewest fragments cross."""
    crossing = [0] * (int(end - start) + 2)
    for row in words:
        for fragment in row:
            low, high = max(0, int(fragment.x0 - start)), min(len(crossing) - 1, int(fragment.x1 - start) + 1)
            if low < high:
                crossing[low] += 1
                crossing[high] -= 1
    counts = list(accumulate(crossing[:-1]))
    fewest = min(counts)
    strips = [list(group) for key, group in groupby(range(len(counts)), lambda n: counts[n] == fewest) if key]
    widest = max(strips, key=len)
    return start + (widest[0] + widest[-1] + 1) / 2


def _lines(row: _Row, page: int, gutter: float | None, aligned: frozenset[int]) -> list[Line]:
    """One row cut at its wide gaps, or at the gutter where it does not cross it."""
    parts = sorted(
        [(f, False) for f in row.fragments] + [(f, True) for f in row.marks], key=lambda part: part[0].x0
    )
    crossing = gutter is not None and any(f.x0 < gutter < f.x1 for f, _ in parts)
    cells = _cells(parts, None if crossing else gutter, _CELL_GAP)
    in_table = bool(aligned) and not aligned.isdisjoint(_starts(row))
    if in_table or len(cells) > _FEW_CELLS or (len(cells) > 1 and gutter is None):
        # A row of a table: narrower gaps part its cells too.
        cells = _cells(parts, None if crossing else gutter, _ROW_GAP)
    lines = []
    for cell in cells:
        column = 0 if gutter is None or crossing else 1 if cell[0][0].x0 < gutter else 2
        lines.append(_line(cell, row.y, page, column, len(cells) if gutter is None else 1))
    return lines


def _cells(
    parts: Sequence[tuple[Fragment, bool]], gutter: float | None, gap: float
) -> list[list[tuple[Fragment, bool]]]:
    cells: list[list[tuple[Fragment, bool]]] = [[]]
    for fragment, raised in parts:
        first = len(cells) == 1
        if cells[-1] and _apart(cells[-1], fragment, gutter, gap, may_be_label=first):
            cells.append([])
        cells[-1].append((fragment, raised))
    return cells


def _apart(
    cell: Sequence[tuple[Fragment, bool]],
    fragment: Fragment,
    gutter: float | None,
    gap: float,
    *,
    may_be_label: bool,
) -> bool:
    last = cell[-1][0]
    if gutter is not None and last.x0 < gutter < fragment.x0:
        return True
    text = "".join(f.text for f, _ in cell)
    limit = _LABEL_GAP if may_be_label and _LABEL.match(text) else gap
    return fragment.x0 - last.x1 > limit * max(fragment.size, last.size)


def _line(parts: Sequence[tuple[Fragment, bool]], y: float, page: int, column: int, cells: int) -> Line:
    text, lead, leading = "", "", True
    previous: Fragment | None = None
    for fragment, raised in parts:
        piece = fragment.text
        if raised and _MARK.match(piece):
            piece = piece.translate(_RAISED)
            text = text.rstrip() if text.strip() and not _LABEL.match(text) else text
            piece = piece if text else piece.rstrip() + " "
        elif previous and not text.endswith(" ") and fragment.x0 - previous.x1 > _WORD_GAP * fragment.size:
            piece = " " + piece
        elif previous and text.endswith(" ") and _is_hyphenated(previous, fragment):
            text = text.rstrip()
        leading = leading and (fragment.italic or not piece.strip() or bool(_LABEL.match(text + piece)))
        if leading and fragment.italic:
            lead += piece
        text += piece
        previous = fragment
    body = [f for f, raised in parts if not raised] or [f for f, _ in parts]
    words = [f for f in body if _WORD.search(f.text)] or body  # numbers and punctuation are often set plain
    widest = max(body, key=lambda f: len(f.text))
    return Line(
        text=" ".join(text.split()),
        x0=min(f.x0 for f, _ in parts),
        x1=max(f.x1 for f, _ in parts),
        y=y,
        size=widest.size,
        page=page,
        lead=" ".join(lead.split()).strip(" ,;:，、"),
        bold=all(f.bold for f in words),
        italic=all(f.italic for f in words),
        barcode=all(f.barcode for f in body),
        upright=all(f.upright for f in body),
        column=column,
        cells=cells,
    )


def _is_hyphenated(fragment: Fragment, following: Fragment) -> bool:
    """Word processors draw a hyphen by itself; PDFium takes the hair beside it for a space."""
    sides = (following.text[:1], fragment.text.rstrip()[-1:])  # a damaged file has fragments without text
    beside = any(side and side in _HYPHENS for side in sides)
    return beside and following.x0 - fragment.x1 < _HAIR * following.size


def _reading_order(lines: Sequence[Line]) -> list[Line]:
    """Down the page; where there are columns, down the left one and then down the right one, between one
    line across the page and the next."""
    ordered: list[Line] = []
    band: list[Line] = []
    for line in sorted(lines, key=lambda item: (item.y, item.x0)):
        if line.column:
            band.append(line)
        else:
            ordered += sorted(band, key=lambda item: (item.column, item.y))
            ordered.append(line)
            band = []
    return ordered + sorted(band, key=lambda item: (item.column, item.y))
