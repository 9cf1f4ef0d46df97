"""A few hundred damaged inputs for the readers and the query language; `make torture` has a million."""

from __future__ import annotations

import sys

import pytest
from places import SPECIMENS
from torture import mutants

SEEDS = sorted(path for path in SPECIMENS.iterdir() if path.is_file() and path.stat().st_size < 60_000)
QUERIES = [
    "asset freeze", 'year:[2014 TO 2017] AND "travel ban"',
    "symbol:S/RES/1373 OR 冻结资产", "extend* NOT (kind:operative)",
    "第1373(2001)号决议第2段", "2396 OP12(a)", "which resolution obliges States to freeze",
    "cites:1267 year:>=2001",
]  # fmt: skip
posix = pytest.mark.skipif(sys.platform == "win32", reason="the alarm that ends what hangs is of POSIX")


@posix
def test_damaged_files_are_read_or_refused() -> None:
    assert not [broken for broken in mutants.read(SEEDS, 150, seed=7) if broken]


@posix
def test_damaged_questions_are_answered_or_refused() -> None:
    assert not [broken for broken in mutants.ask(QUERIES, 3_000, seed=7) if broken]
