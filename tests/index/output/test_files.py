"""Rows as files: what spreadsheets, polars and duckdb find in them."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from mandex.index.output.files import kept, write

ROWS: list[dict[str, Any]] = [
    {
        "doc": "S/RES/2396 (2017)",
        "text": "== I ==",  # a heading, which Excel would take for a formula
        "actors": ["member-states", "secretary-general"],
        "dates": [{"role": "expires", "date": "2025-12-31", "text": "until 31 December 2025", "every": None}],
        "binding": True,
        "until": "2025-12-31",
        "seq": 3,
        "by": None,
    },
    {
        "doc": "S/RES/2397 (2017)",
        "text": "-1 \x1b[31m\x9b2J bell\x07",  # controls that a hostile document may hold
        "actors": [],
        "dates": [],
        "binding": False,
        "until": "",
        "seq": 12,
        "by": None,
    },
]


def _written(format_: str, rows: list[dict[str, Any]] = ROWS, *, excel: bool = False) -> bytes:
    out = io.BytesIO()
    assert write(rows, format_, out, excel=excel).rows == len(rows)
    return out.getvalue()


def test_cells_of_csv_are_plain() -> None:
    first, second = csv.DictReader(io.StringIO(_written("csv").decode()))
    assert first["actors"] == "member-states; secretary-general"
    assert first["dates"] == "expires, 2025-12-31, until 31 December 2025"
    assert (first["binding"], second["binding"], first["by"]) == ("true", "false", "")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("\t=1", "'\t=1"),  # a blank before it does not stop Excel
        (-1, "-1"),  # a number is no formula
        ("1-1", "1-1"),
    ],
)
def test_csv_for_excel_computes_nothing_and_says_that_it_is_utf8(value: Any, cell: str) -> None:
    content = _written("csv", [{"a": value, "b": "决定"}], excel=True)
    assert content.startswith(b"\xef\xbb\xbf")
    assert next(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))["a"] == cell


def test_json_lines_say_the_same_and_steer_no_terminal() -> None:
    lines = _written("json").decode().splitlines()
    assert [json.loads(line) for line in lines] == ROWS
    assert not any(character < " " or "\x7f" <= character <= "\x9f" for line in lines for character in line)


def test_a_workbook_has_text_as_text_and_days_as_days(tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    path.write_bytes(_written("xlsx"))
    sheet = load_workbook(path)["rows"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:H3"
    _, first, second = sheet.iter_rows()
    assert [first[1].value, first[1].data_type] == ["== I ==", "s"]
    assert [first[5].value, first[5].number_format] == [datetime(2025, 12, 31), "yyyy-mm-dd"]
    assert first[6].value == 3
    assert second[1].value == "-1 [31m\x9b2J bell"  # XML has no place for the others


def test_a_cell_too_long_for_a_workbook_is_cut_and_counted() -> None:
    [note] = write([{"text": "x" * 40_000}], "xlsx", io.BytesIO()).notes
    assert note.startswith("1 cells are too long")


def test_parquet_is_read_without_options(tmp_path: Path) -> None:
    polars, duckdb = pytest.importorskip("polars"), pytest.importorskip("duckdb")
    path = tmp_path / "rows.parquet"
    path.write_bytes(_written("parquet"))
    frame = polars.read_parquet(path)
    assert frame["until"].to_list() == [date(2025, 12, 31), None]
    assert frame["actors"].to_list() == [["member-states", "secretary-general"], []]
    found = duckdb.sql(f"SELECT doc, len(actors) FROM '{path}' WHERE binding AND \"by\" IS NULL").fetchall()
    assert found == [("S/RES/2396 (2017)", 2)]


def test_parquet_takes_columns_of_several_kinds_and_of_none(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    path.write_bytes(_written("parquet", [{"a": 1, "b": [], "c": None}, {"a": "x", "b": [], "d": ("y",)}]))
    rows = pytest.importorskip("polars").read_parquet(path).to_dicts()
    assert rows == [{"a": "1", "b": [], "c": None, "d": None}, {"a": "x", "b": [], "c": None, "d": ["y"]}]


def test_what_is_left_out_is_counted() -> None:
    first, rest = kept(({"n": n} for n in range(297)), 10)
    assert len(list(first)) == 10
    assert rest() == 287
    everything, none = kept(iter(ROWS), None)
    assert list(everything) == ROWS
    assert none() == 0
