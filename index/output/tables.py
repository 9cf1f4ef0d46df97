"""Rows as text for people: aligned columns where they fit the width, else one field a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from mandex.index.output.cells import cells_wide, fit, one_line, wrap

Row = Mapping[str, Any]
Name = Callable[[str], str]
Dress = Callable[[str, Row, str], str]
"""Column, row and the cell as it will stand: the cell with colour or a link, which take no room."""

Value = Callable[[str, str], str]
"""Column and cell: the cell in the reader's language."""

_GAP = "  "
_NARROW = 12  # cells below which a column of text says nothing
_SHORT = 20  # cells up to which a column is never cut: a symbol or a date with its end cut off misleads


def headline(column: str) -> str:
    """A column's name as the head of a table: `cited_by` -> `cited by`."""
    return column.replace("_", " ")


def _same(column: str, cell: str) -> str:
    return cell


def _bare(column: str, row: Row, cell: str) -> str:
    return cell


def table(
    rows: Sequence[Row], columns: Sequence[str], width: int | None, *,
    name: Name = headline, value: Value = _same, dress: Dress = _bare,
) -> Iterator[str]:  # fmt: skip
    """Lines of at most `width` terminal cells under a head line; without a width nothing is cut.

    Long columns give way evenly; where even then the columns do not fit, each row is written as a block of
    `name: value` lines, so that nothing has to be cut to nothing.
    """
    if not rows:
        return
    cells = [[value(column, one_line(row.get(column))) for column in columns] for row in rows]
    head = [name(column) for column in columns]
    widths = [max(cells_wide(line[i]) for line in [head, *cells]) for i in range(len(columns))]
    fitted = widths if width is None else _fitted(widths, width)
    if fitted is None:
        yield from _blocks(rows, cells, columns, head, width or 0, dress)
        return
    yield _GAP.join(map(fit, head, fitted)).rstrip()
    for row, line in zip(rows, cells, strict=True):
        dressed = (dress(c, row, fit(v, w)) for c, v, w in zip(columns, line, fitted, strict=True))
        yield _GAP.join(dressed).rstrip()


def _fitted(widths: Sequence[int], width: int) -> list[int] | None:
    """The widths with the longest columns shortened until all fit; None where they cannot."""
    fitted = list(widths)
    excess = sum(fitted) + len(_GAP) * (len(fitted) - 1) - width
    long = [i for i, w in enumerate(widths) if w > _SHORT] or [len(widths) - 1]
    floor = min(_NARROW, max(widths[i] for i in long))
    while excess > 0:
        widest = max(long, key=lambda i: (fitted[i], i))
        if fitted[widest] <= floor:
            return None
        # The widest gives way down to the next widest, but no more than is needed.
        below = max([fitted[i] for i in long if fitted[i] < fitted[widest]] + [floor])
        give = min(excess, max(fitted[widest] - below, 1))
        fitted[widest] -= give
        excess -= give
    return fitted


def _blocks(
    rows: Iterable[Row], cells: Iterable[Sequence[str]], columns: Sequence[str], head: Sequence[str],
    width: int, dress: Dress,
) -> Iterator[str]:  # fmt: skip
    """Each row as lines of a name and its value, a blank line between rows; empty fields are left out."""
    margin = min(max(map(cells_wide, head)), max(width // 3, 1))
    for nth, (row, line) in enumerate(zip(rows, cells, strict=True)):
        if nth:
            yield ""
        for column, title, cell in zip(columns, head, line, strict=True):
            mark = fit(title, margin)
            for piece in wrap(cell, max(width - margin - len(_GAP), 8)):
                yield f"{mark}{_GAP}{dress(column, row, piece)}".rstrip()
                mark = " " * margin
