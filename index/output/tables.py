"""Rows as text: an aligned table for people, JSON Lines and CSV for programs."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from mandex.index.output.rows import write_csv, write_jsonl

Row = Mapping[str, Any]
_GAP = "  "
_SHORTEST = 12


def render(rows: Sequence[Row], format_: str, columns: Sequence[str], width: int) -> str:
    """The rows in a format (`table`, `json`, `csv`); `columns` and `width` (in cells) are the table's."""
    if format_ == "table":
        return "".join(line + "\n" for line in table(rows, columns, width))
    write: Callable[[Iterable[Row], io.StringIO], int] = write_jsonl if format_ == "json" else write_csv
    out = io.StringIO()
    write(rows, out)
    return out.getvalue()


def table(rows: Sequence[Row], columns: Sequence[str], width: int) -> Iterable[str]:
    """Aligned lines under a head line; the last column takes the rest of the width, cut, not wrapped."""
    cells = [[_text(row.get(column)) for column in columns] for row in rows]
    if not cells:
        return
    head = [column.replace("_", " ") for column in columns]
    widths = [max(cells_wide(line[i]) for line in [head, *cells]) for i in range(len(columns))]
    rest = width - sum(widths[:-1]) - len(_GAP) * (len(columns) - 1)
    widths[-1] = min(widths[-1], max(rest, _SHORTEST))
    for line in [head, *cells]:
        yield _GAP.join(_fit(cell, w) for cell, w in zip(line, widths, strict=True)).rstrip()


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(_text(item) for item in value)
    return " ".join(str(value).split())


def cells_wide(text: str) -> int:
    """How many terminal cells a text takes; Chinese characters take two."""
    if text.isascii():
        return len(text)
    return sum(_wide(character) for character in text)


def _wide(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _fit(text: str, width: int) -> str:
    """The text cut or filled up to a width in cells."""
    taken = cells_wide(text)
    if taken <= width:
        return text + " " * (width - taken)
    out, taken = "", 0
    for character in text:
        if taken + _wide(character) > width - 1:
            break
        out += character
        taken += _wide(character)
    return out + "…" + " " * (width - 1 - taken)
