"""A thousand small hostile inputs for the readers and the questions; `make torture` has a million."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest
from torture import inputs, mutants

linux = pytest.mark.skipif(sys.platform != "linux", reason="forks; limits on memory hold on Linux")


@linux
def test_inputs_are_answered_or_refused(specimen_kb: Path, tmp_path: Path) -> None:
    kb = shutil.copytree(specimen_kb, tmp_path / "kb")  # what is read is kept in it
    outcomes = list(mutants.run(range(1_000), kb, seed=7))
    assert [outcome.number for outcome in outcomes] == list(range(1_000))
    assert not [outcome.fault for outcome in outcomes if outcome.fault]
    assert sum(outcome.answered for outcome in outcomes) > 400, "mutants that nobody reads try nothing"


def test_an_input_is_made_from_its_number_alone() -> None:
    assert inputs.made(12) == inputs.made(12)
    assert {inputs.made(number).stage for number in range(8_000)} == set(inputs.KINDS)


def _ends() -> None:
    os._exit(3)


def _hangs() -> None:
    while True:
        pass


def _hangs_deaf() -> None:
    """As a library does that never comes back to Python."""
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGPROF])
    _hangs()


def _takes_memory() -> None:
    bytearray(1 << 34)


@linux
def test_each_way_to_break_is_seen_and_the_rest_goes_on(
    specimen_kb: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways = {
        "fine": int,
        "ends": _ends,
        "hangs": _hangs,
        "deaf": _hangs_deaf,
        "large": _takes_memory,
        "last": int,
    }
    monkeypatch.setattr(mutants, "LONGEST", 0.2)
    monkeypatch.setattr(mutants, "ENDED", 1.0)
    monkeypatch.setattr(mutants, "stages", lambda _: {"query": lambda text: ways[text]()})
    given = [inputs.Input(number, "query", name.encode()) for number, name in enumerate(ways)]
    faults = [
        outcome.fault
        for outcome in mutants.run(range(len(ways)), specimen_kb, make=lambda number, _: given[number])
    ]
    told = [fault.split(": ")[0 if "ended" in fault else 1] for fault in filter(None, faults)]
    assert told == [
        "query 1 ended its process (3)",
        "takes more than 0 seconds",
        "query 3 ended its process (-24)",
        "MemoryError",
    ]
    assert not faults[0]
    assert not faults[-1]
