"""Tables of a PDF page: runs of rows whose cells stand in columns, and the cells they are made of.

United Nations tables have rules above, below and under their head, and none between columns: what tells
a column is the white strip beside it. A cell may have several lines, a row of one cell may be a sub-heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from mandex.corpus.records import dataclass
from mandex.ingest.readers.pdf_lines import Line

_TABLE_ROWS = 3  # rows of several cells at the least
_SINGLES = 3  # rows of one cell between two of several: second lines of cells, sub-headings
_PROSE = 0.6  # of the width of the text: a line that long and alone is no cell
_STRIP = 0.3  # of the type size: the narrowest white strip between columns
_LEADING = 1.15  # of the distance of lines within a cell
_OFTEN = 0.25  # of all distances: fewer wide ones part groups of rows, not rows
_APART = 1.25  # of it: rows that stand so far apart show which lines are one row


@dataclass(frozen=True, slots=True)
class _Row:
    """What is printed on one height of one page."""

    cells: tuple[Line, ...]

    @property
    def y(self) -> float:
        return self.cells[0].y

    @property
    def is_multiple(self) -> bool:
        return len(self.cells) > 1


def runs(lines: Sequence[Line]) -> Iterator[tuple[Sequence[Line], bool]]:
    """The lines in order in stretches, each with whether it is a table; tables end with their page."""
    rows = [_Row(tuple(row)) for _, row in groupby(lines, key=lambda line: (line.page, line.column, line.y))]
    text: list[Line] = []
    at = 0
    while at < len(rows):
        end = _table_end(rows, at)
        if end == at:
            text += rows[at].cells
            at += 1
            continue
        head = rows[at]
        while at and text and _heads_a_column(rows[at - 1], rows[at], head):
            text.pop()
            at -= 1
        if text:
            yield text, False
            text = []
        yield [line for row in rows[at:end] for line in row.cells], True
        at = end
    if text:
        yield text, False


def _table_end(rows: Sequence[_Row], start: int) -> int:
    """Where the table ends whose first row is `start`; `start` itself where there is none."""
    if not rows[start].is_multiple:
        return start
    page, column = rows[start].cells[0].page, rows[start].cells[0].column
    right = max(line.x1 for line in rows[start].cells)
    left = min(line.x0 for line in rows[start].cells)
    end, multiple, singles = start + 1, 1, 0
    for index in range(start + 1, len(rows)):
        row = rows[index]
        if (row.cells[0].page, row.cells[0].column) != (page, column):
            break
        if row.is_multiple:
            end, multiple, singles = index + 1, multiple + 1, 0
            left, right = min(left, row.cells[0].x0), max(right, row.cells[-1].x1)
        elif not any(
            abs(row.cells[0].x0 - cell.x0) < cell.size
            for cell in rows[index - 1].cells[-1:]
            if cell.x0 > left + cell.size
        ):
            singles += 1
            if singles > _SINGLES or row.cells[0].x1 - row.cells[0].x0 > _PROSE * (right - left):
                break
    if multiple < _TABLE_ROWS:
        return start
    return _with_last_lines(rows, end, left)


def _heads_a_column(above: _Row, below: _Row, head: _Row) -> bool:
    """Is it the first of the lines that head a column: *Home-made*, close above *weapons*?

    Over the first column only what is set in italics, as heads are: a title may stand above that.
    """
    line, under = above.cells[0], below.cells[0]
    near = line.page == under.page and line.column == under.column
    if above.is_multiple or not near or not 0 < under.y - line.y <= 1.3 * line.size:
        return False
    return any(
        line.x0 < cell.x1 and cell.x0 < line.x1 and line.size == cell.size and line.italic == cell.italic
        for cell in (head.cells if line.italic else head.cells[1:])
    )  # fmt: skip


def _with_last_lines(rows: Sequence[_Row], end: int, left: float) -> int:
    """The further lines of the last row's cells belong to it: set close under it, not at its `left` edge."""
    cells = [cell for cell in rows[end - 1].cells if cell.x0 > left + cell.size]
    while end < len(rows):
        line, above = rows[end].cells[0], rows[end - 1].cells
        close = line.page == above[0].page and 0 < line.y - above[0].y <= 1.3 * line.size
        under = any(abs(line.x0 - cell.x0) < line.size for cell in cells)
        if rows[end].is_multiple or not (close and under):
            break
        end += 1
    return end


def cells_of(lines: Sequence[Line]) -> list[list[list[Line]]]:
    """Rows of a table, each a list of cells, each the lines it is made of; empty cells are empty lists."""
    rows = [_Row(tuple(row)) for _, row in groupby(lines, key=lambda line: line.y)]
    columns = _columns(rows)
    table: list[list[list[Line]]] = []
    for row, joined in zip(rows, _joined(rows, columns), strict=True):
        if not joined or not table:
            table.append([[] for _ in columns])
        for line in row.cells:
            table[-1][_column(line, columns)].append(line)
    return table


def _columns(rows: Sequence[_Row]) -> list[tuple[float, float]]:
    """From where to where each column reaches: what the cells of the fullest rows cover together."""
    counts = sorted(len(row.cells) for row in rows if row.is_multiple)
    enough = counts[len(counts) // 2]
    spans = sorted((line.x0, line.x1) for row in rows if len(row.cells) >= enough for line in row.cells)
    strip = _STRIP * rows[0].cells[0].size
    columns = [spans[0]]
    for x0, x1 in spans[1:]:
        if x0 - columns[-1][1] > strip:
            columns.append((x0, x1))
        else:
            columns[-1] = columns[-1][0], max(x1, columns[-1][1])
    return columns


def _column(line: Line, columns: Sequence[tuple[float, float]]) -> int:
    """The column that a cell stands in, or begins nearest to."""
    inside = [n for n, (x0, x1) in enumerate(columns) if line.x0 < x1 and x0 < line.x1]
    if inside:
        return inside[0]
    return min(range(len(columns)), key=lambda n: abs(columns[n][0] - line.x0))


def _joined(rows: Sequence[_Row], columns: Sequence[tuple[float, float]]) -> list[bool]:
    """For each row of print, whether it goes on with the row before."""
    gaps = [below.y - above.y for above, below in pairwise(rows)]
    leading = min(gaps, default=0.0)
    wide = [gap for gap in gaps if gap > _APART * leading]
    told_by_gap = _OFTEN * len(gaps) < len(wide) < len(gaps)
    out = [False]
    for gap, row in zip(gaps, rows[1:], strict=True):
        few = _column(row.cells[0], columns) > 0 and len(row.cells) <= len(columns) // 2
        out.append(gap <= _LEADING * leading and (told_by_gap or few))
    return out
