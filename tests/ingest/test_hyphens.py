"""Hyphens at line ends, told by the rest of the text."""

from __future__ import annotations

import pytest

from mandex.corpus.traced import Traced
from mandex.ingest.readers.hyphens import SOFT_HYPHEN, Hyphenation
from mandex.ingest.repairs.lines import join_lines


@pytest.mark.parametrize(
    ("line", "following", "elsewhere", "divided"),
    [
        ("the parties con-", "cerned should meet", "all concerned", True),
        ("on counter-", "terrorism and more", "the counter-terrorism measures", False),
        ("the Secretary-", "General reports", "the Secretary of the general staff", False),
        ("from 2025-", "2030 onwards", "", False),
        ("a self-", "evident matter", "", False),  # no word tells, and nothing else is divided here
        ("as he said -", "and he did", "", False),  # a dash
        ("the parties con-", "cerned", "concerned and con-cerned", False),  # told both ways
    ],
)
def test_divisions(line: str, following: str, elsewhere: str, divided: bool) -> None:
    assert Hyphenation([elsewhere, line, following]).is_division(line, following) is divided


def test_a_print_that_divides_words_divides_unknown_ones_too() -> None:
    lines = ["concerned", "the con-", "cerned and the govern-", "ment"]
    assert Hyphenation([*lines, "government"]).is_division("uncon-", "ditional")


@pytest.mark.parametrize(
    ("wrapped", "joined"),
    [
        (f"con{SOFT_HYPHEN}\ncerned", "concerned"),
        ("counter-\nterrorism", "counter-terrorism"),
        ("2025-\n2030", "2025-2030"),
        ("this -\nand that", "this - and that"),
        ("troop-\nand police-contributing", "troop- and police-contributing"),
        ("the anti-\nanxiety", "the anti-anxiety"),
        ("this\nand that", "this and that"),
    ],
)
def test_lines_are_joined_as_the_words_want_it(wrapped: str, joined: str) -> None:
    assert join_lines(Traced.of(wrapped)).text == joined
