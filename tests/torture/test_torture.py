"""The short form of `make torture`: a few kills and failing writes."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from torture import crowd, faults, hostile, kills, power

linux = pytest.mark.skipif(sys.platform != "linux", reason="kills groups, preloads a library")


@linux
def test_killed_runs_leave_whole_documents_and_lose_nothing(tmp_path: Path) -> None:
    assert not [fault for fault in kills.run(5, tmp_path, seed=3) if fault]


@linux
def test_failing_writes_are_one_line_and_lose_nothing(tmp_path: Path) -> None:
    assert not [fault for fault in faults.run(4, tmp_path, seed=3) if fault]


@linux
def test_when_the_power_fails_nothing_is_lost_that_was_there(tmp_path: Path) -> None:
    assert not [fault for fault in power.run(4, tmp_path, seed=3) if fault]


def test_what_a_disk_may_hold_after_the_power_failed() -> None:
    """The test can fail: what was not synced is gone, or partly gone."""
    chance, then, now = random.Random(1), b"a" * 4096, b"b" * 3 * 4096
    assert power.of_both(then, now, "what was synced", chance) == then
    assert {power.of_both(then, now, "whole files", chance) for _ in range(20)} == {then, now}
    mixed = {power.of_both(then, now, "some pages", chance) for _ in range(50)}
    assert len(mixed) == 2**3
    assert then + bytes(2 * 4096) in mixed


# Those that took minutes or all memory once, or were a fault of ours, each with what is said of it.
TRAPS = {
    "odt-bomb": "unpacks to",
    "epub-many": "holds 40,002 files",
    "mail-parts": "parts in parts",
    "mail-parameters": "a header of",
    "mail-encoding": "",  # a message in `idna`, which is told by its bytes instead
    "rtf-surrogates": "",  # two numbers for one character, and one of them alone
    "zip-overlapping-zips": "lie in each other",
    "xlsx-rows": "",  # a cell in the last row that a sheet can have
    "json-rows": "",  # a document was joined anew at each of its rows
}


@linux
@pytest.mark.parametrize("name", TRAPS)
def test_hostile_files_end_within_their_limits(tmp_path: Path, name: str) -> None:
    assert [outcome.fault for outcome in hostile.run(tmp_path, [name])] == [""]
    assert TRAPS[name] in (tmp_path / f"{name}-kb.txt").read_text("utf-8")


def test_two_write_while_others_ask(tmp_path: Path) -> None:
    said = list(crowd.run(0, tmp_path, readers=2))
    assert len(said) > 2 * 6
    assert not [fault for fault in said if fault]
