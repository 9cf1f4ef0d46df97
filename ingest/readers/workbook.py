"""Excel workbooks (.xlsx) with a sheet of texts, one document a row, as in a table of texts."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest.raw import RawText
from mandex.ingest.readers import unpacking
from mandex.ingest.readers.table import left_out, rows_of, texts_of

_MOST_BYTES = 512 * 2**20
_MOST_COLUMNS = 500
_MOST_ROWS = 2**20  # of a sheet of Excel
_HEADER_REACH = 10  # rows above the header: titles of the sheet, empty rows


def read(path: Path, data: bytes, sha256: str) -> list[RawText]:
    """Read the sheets that have a column of texts.

    Raises `UnreadableFileError` where none has, or the workbook is damaged or too large.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - a third of a second that other files need not wait

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacking.check(archive, len(data), _MOST_BYTES)
        with warnings.catch_warnings(action="ignore"):
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheets = {sheet.title: list(_rows(sheet)) for sheet in book.worksheets}
    except (UnreadableFileError, MemoryError):
        raise
    except Exception as error:  # openpyxl lets through whatever its XML made of a damaged part
        raise UnreadableFileError(
            f"is a damaged workbook ({type(error).__name__})", "malformed-table"
        ) from error
    rows = list(chain.from_iterable(sheets.values()))
    if not rows:
        raise UnreadableFileError(
            "is a workbook without a column of texts: name it `text`, or `text_zh` for Chinese"
        )
    out = texts_of(path, sha256, rows)
    others = [title for title, found in sheets.items() if not found]
    return left_out(out, "sheets-left-out", "sheets without a column of texts are not read", others)


def _rows(sheet: Any) -> Iterator[dict[str, str]]:
    """The rows of a sheet under its header; none where no header names a column of texts."""
    sheet.reset_dimensions()  # as the file states them: too few, or a million columns for each missing row
    rows = sheet.iter_rows(max_row=_MOST_ROWS, values_only=True)
    cells = ([_shown(cell) for cell in row[:_MOST_COLUMNS]] for row in rows)
    above: list[Sequence[str]] = []
    for row in cells:
        above.append(row)
        try:
            yield from rows_of(chain([row], cells))
        except UnreadableFileError:
            if len(above) < _HEADER_REACH:
                continue
        return


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
