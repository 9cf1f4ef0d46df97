"""The short form of `make torture`: a few kills and failing writes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from torture import crowd, faults, kills

linux = pytest.mark.skipif(sys.platform != "linux", reason="kills groups, preloads a library")


@linux
def test_killed_runs_leave_whole_documents_and_lose_nothing(tmp_path: Path) -> None:
    assert not [fault for fault in kills.run(5, tmp_path, seed=3) if fault]


@linux
def test_failing_writes_are_one_line_and_lose_nothing(tmp_path: Path) -> None:
    assert not [fault for fault in faults.run(4, tmp_path, seed=3) if fault]


def test_two_write_while_others_ask(tmp_path: Path) -> None:
    said = list(crowd.run(1, tmp_path, readers=2))
    assert len(said) > 2 * 6
    assert not [fault for fault in said if fault]
