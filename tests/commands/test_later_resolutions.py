"""A resolution later than the register knows is found by its number alone where the base holds it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from places import Run

import mandex

# The specimens are numbered from 9001, of 2031: far later than the register's last.
ASKED = [
    ("show", "9003"),
    ("show", "9003", "OP1"),
    ("show", "S/RES/9003"),
    ("show", "第9003号决议第1段"),
    ("cites", "9002"),
    ("path", "9002", "1373"),
    ("search", "symbol:9003"),
    ("search", "9003"),
    ("search", "--like", "9003 OP1"),
    ("lookup", "--resolution", "9001", "passenger name records"),
    ("bibliography", "9001", "9003", "OP1"),
    ("graph", "--around", "9002"),
    ("requirements", "9001"),
    ("compare", "9001", "9003"),
]


@pytest.mark.parametrize("command", ASKED, ids=" ".join)
def test_its_number_is_enough(mandex: Run, command: tuple[str, ...]) -> None:
    result = mandex(*command)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.strip()


def test_it_is_the_same_answer_as_with_its_year(mandex: Run) -> None:
    assert mandex("show", "9003").stdout == mandex("show", "S/RES/9003 (2032)").stdout
    assert mandex("cites", "9002").stdout == mandex("cites", "S/RES/9002 (2032)").stdout
    found = mandex("bibliography", "9001", "--style", "un").stdout
    assert "9001 (2031)" in found


def test_it_can_be_taken_out(mandex: Run, specimen_kb: Path, tmp_path: Path) -> None:
    shutil.copytree(specimen_kb, tmp_path / "kb")
    assert "S/RES/9003 (2032)" in mandex("remove", "S/RES/9003", kb=tmp_path / "kb").stdout


@pytest.mark.parametrize("command", [("show", "9999"), ("cites", "9999"), ("bibliography", "9999")])
def test_one_that_nobody_knows_is_refused(mandex: Run, command: tuple[str, ...]) -> None:
    result = mandex(*command)
    assert result.exit_code == 2
    assert "no resolution 9999 is known; the latest known is" in result.stderr


def test_python_finds_it_too(specimen_kb: Path) -> None:
    with mandex.open(specimen_kb) as base:
        shown = base.show("9003 OP1")
        assert shown is not None
        assert shown.symbol == "S/RES/9003 (2032)"
        assert base.cites("9002")
