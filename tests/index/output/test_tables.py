"""Tables for people: within the width of the terminal, and never a word to the terminal itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mandex.index.output.cells import cells_wide, grid, tame, wrap
from mandex.index.output.tables import table

ROWS = [
    {
        "doc": "S/RES/2396 (2017)",
        "pinpoint": "OP12",
        "actors": ["member-states"],
        "snippet": "decides that " * 20,
    },
    {
        "doc": "S/RES/2664 (2022)",
        "pinpoint": "OP1",
        "actors": ["member-states", "un"],
        "snippet": "决定" * 80,
    },
]
COLUMNS = ("doc", "pinpoint", "actors", "snippet")


@pytest.mark.parametrize("width", [20, 40, 60, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = list(table(ROWS, COLUMNS, width))
    assert max(map(cells_wide, lines)) <= width
    assert sum("S/RES/2396 (2017)" in line for line in lines) == 1 or width < 40


def test_where_columns_do_not_fit_a_row_is_a_block() -> None:
    lines = list(table(ROWS, COLUMNS, 40))
    assert lines[:2] == ["doc       S/RES/2396 (2017)", "pinpoint  OP12"]
    assert lines.count("") == 1


def test_without_a_width_nothing_is_cut() -> None:
    [_, first, second] = table(ROWS, COLUMNS, None)
    assert first.endswith(("decides that " * 20).strip())
    assert second.endswith("决定" * 80)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J\x1b]0;title\x07", "␛[2J␛]0;title␇"),
        ("\x9b31m", "\ufffd31m"),  # the same in one character
        ("a\u202egpj.exe", "a\ufffdgpj.exe"),  # would be read backwards
        ("\x7f", "␡"),
        ("one\ttwo\nthree", "one\ttwo\nthree"),
    ],
)
def test_no_character_of_a_document_steers_the_terminal(text: str, shown: str) -> None:
    assert tame(text) == shown


@settings(deadline=None)  # the first call compiles
@given(st.text(max_size=200), st.integers(4, 100))
def test_wrapped_lines_keep_within_the_width_and_lose_nothing(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert cells_wide(line) <= width or len(line) <= 4  # one character with its punctuation


def test_chinese_punctuation_never_begins_a_line() -> None:
    assert wrap("决定：采取行动。", 6) == ["决定：", "采取行", "动。"]


def test_the_cells_of_a_table_in_a_document() -> None:
    assert grid("Area\tPersons\nHaneen\t3,000\n\t12") == [
        ["Area", "Persons"],
        ["Haneen", "3,000"],
        ["", "12"],
    ]
    assert grid("") == []
