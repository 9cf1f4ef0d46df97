"""Rows as the sheets of a workbook: text as text whatever it begins with, dates as dates, a frozen head line,
filters. Slow to import: only who writes a workbook does.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from mandex.index.output.cells import day, plain

_LONGEST_CELL = 32_767  # characters; Excel refuses a workbook with a longer cell
_MOST_ROWS = 1_048_576  # of a sheet in Excel, the head line among them


class Book:
    """A workbook of one kind of rows, on as many sheets as they take; `cut` cells were too long for it."""

    def __init__(self) -> None:
        self.cut = 0
        self._book = Workbook(write_only=True)
        self._sheet: Any = None
        self._columns = self._on_sheet = 0

    def append(self, row: Mapping[str, Any]) -> None:
        """Write one row; the first of a sheet with the names of its cells above it."""
        if self._sheet is None or self._on_sheet == _MOST_ROWS:
            self._begin(row)
        self._sheet.append([self._cell(value) for value in row.values()])
        self._on_sheet += 1

    def content(self) -> bytes:
        """The workbook as a file has it. It is made in memory, since one that cannot be written to the end
        leaves its writers open and complaining.
        """
        if self._sheet is None:
            self._sheet = self._book.create_sheet("rows")
        else:
            self._finish()
        whole = io.BytesIO()
        self._book.save(whole)
        return whole.getvalue()

    def _begin(self, row: Mapping[str, Any]) -> None:
        if self._sheet is not None:
            self._finish()
        nth = len(self._book.worksheets) + 1
        self._sheet = self._book.create_sheet("rows" if nth == 1 else f"rows {nth}")
        self._sheet.freeze_panes = "A2"
        self._columns, self._on_sheet = len(row), 1
        for column, (name, value) in enumerate(row.items(), start=1):
            self._sheet.column_dimensions[get_column_letter(column)].width = _width(name, value)
        self._sheet.append([self._cell(name, bold=True) for name in row])

    def _finish(self) -> None:
        self._sheet.auto_filter.ref = f"A1:{get_column_letter(self._columns)}{self._on_sheet}"

    def _cell(self, value: Any, *, bold: bool = False) -> Any:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value
        text = plain(value)
        if date := day(text):
            made = WriteOnlyCell(self._sheet, datetime(date.year, date.month, date.day))
            made.number_format = "yyyy-mm-dd"
            return made
        text = ILLEGAL_CHARACTERS_RE.sub("", text)
        if len(text) > _LONGEST_CELL:
            text, self.cut = text[: _LONGEST_CELL - 1] + "…", self.cut + 1
        made = WriteOnlyCell(self._sheet, text)
        made.data_type = "s"  # `== I ==` is a heading, not a formula
        if bold:
            made.font = Font(bold=True)
        return made


def _width(name: str, value: Any) -> int:
    return max(len(name) + 4, min(len(plain(value)) + 2, 60))
