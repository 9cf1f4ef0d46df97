"""The short form of `make torture`: a few kills and failing writes."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from torture import crowd, faults, kills, power

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


def test_two_write_while_others_ask(tmp_path: Path) -> None:
    said = list(crowd.run(0, tmp_path, readers=2))
    assert len(said) > 2 * 6
    assert not [fault for fault in said if fault]
