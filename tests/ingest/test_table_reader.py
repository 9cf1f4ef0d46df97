"""Tables of texts: which rows and columns are documents, and what goes wrong with tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest.readers import format_of, read

HEADER = "doc_id,res_no,symbol,date,text,text_zh,text_fr\n"
ROW = '1,9001,S/RES/9001(2031),2031-05-06,"The Council,\nrecalling",安全理事会，,Le Conseil\n'


def test_one_document_per_row_and_language() -> None:
    found = read(Path("all.csv"), (HEADER + ROW + "2,9002,NA,NA,Text two,NA,\n").encode())
    assert [(raw.text, dict(raw.facts)) for raw in found] == [
        ("The Council,\nrecalling", {"symbol": "S/RES/9001(2031)", "date": "2031-05-06", "row": "1"}),
        ("安全理事会，", {"symbol": "S/RES/9001(2031)", "date": "2031-05-06", "lang": "zh-Hans", "row": "1"}),
        ("Text two", {"symbol": "S/RES/9002", "row": "2"}),
    ]


@pytest.mark.parametrize(
    "content",
    [
        "symbol;text\nS/RES/9001 (2031);a, b\n",
        "symbol\ttext\nS/RES/9001 (2031)\ta, b\n",
        '\ufeffsymbol,text\r\nS/RES/9001 (2031),"a, b"\r\n',
        'Symbol , Text\nS/RES/9001 (2031),"a, b",surplus\n',
    ],
)
def test_delimiters_byte_order_marks_and_ragged_rows(content: str) -> None:
    (raw,) = read(Path("a.csv"), content.encode())
    assert (raw.text, raw.facts["symbol"]) == ("a, b", "S/RES/9001 (2031)")


def test_a_table_is_known_by_its_header_whatever_its_name() -> None:
    assert format_of(Path("download"), (HEADER + ROW).encode()) == "table"
    assert format_of(Path("notes.txt"), b"The text, as read, is long.\nAnd more.") == "text"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("doc_id,date\n1,2031-01-01\n", "not-a-document"),
        ("symbol,text\nx,\n", "empty-file"),
        ("symbol,text_fr\nx,Le Conseil\n", "not-a-document"),
        ("symbol,text\n", "empty-file"),
    ],
)
def test_a_table_without_texts_says_so(content: str, code: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(Path("a.csv"), content.encode())
    assert caught.value.code == code


def test_a_quote_that_never_closes_is_no_crash() -> None:
    (raw,) = read(Path("a.csv"), b'symbol,text\nx,"never closed\nand on')
    assert raw.text == "never closed\nand on"


def test_paragraphs_of_a_dump_that_are_its_text_are_not_told_as_left_out() -> None:
    record = (
        b'[{"symbol": "S/RES/9999 (2031)", "paragraphs": ["1. Decides that States shall freeze assets;"]}]'
    )
    (raw,) = read(Path("dump.json"), record)
    assert "freeze assets" in raw.text
    assert not raw.problems
