"""`python -m torture [--scale S]`: every part in turn, one table at the end. Unattended; takes hours at scale 1."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from places import SPECIMENS

from torture import crowd, faults, growth, hostile, kills, mutants, power, workers
from torture.bases import mandex
from torture.clock import Outcome


def main() -> int:
    """Run the parts; 1 where something was lost, hung or failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0, help="1: a thousand kills, a million inputs")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", choices=PARTS, nargs="+", default=list(PARTS))
    asked = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory(prefix="torture-") as scratch:
        for part in asked.only:
            name, run = PARTS[part]
            rows.append(_count(name, run(asked.scale, Path(scratch) / part, asked.seed)))
    print(
        f"\n{datetime.now(UTC):%Y-%m-%d}, {platform.platform()}, {os.cpu_count()} cores, scale {asked.scale}"
    )
    print(f"{'part':<24}{'tried':>10}{'survived':>10}{'broken':>8}{'slowest, s':>12}")
    for name, tried, broken, slowest in rows:
        print(f"{name:<24}{tried:>10}{tried - broken:>10}{broken:>8}{slowest:>12.1f}")
    return int(any(broken for _, _, broken, _ in rows))


def _many(number: int, scale: float) -> int:
    return max(1, int(number * scale))


def _kills(scale: float, folder: Path, seed: int) -> Iterable[object]:
    return kills.run(_many(1000, scale), folder, seed)


def _workers(scale: float, folder: Path, seed: int) -> Iterable[object]:
    return workers.run(_many(50, scale), folder, seed)


def _faults(scale: float, folder: Path, seed: int) -> Iterable[object]:
    folder.mkdir()
    return faults.run(_many(300, scale), folder, seed)


def _power(scale: float, folder: Path, seed: int) -> Iterable[object]:
    return power.run(_many(300, scale), folder, seed)


def _crowd(scale: float, folder: Path, seed: int) -> Iterable[object]:
    return crowd.run(600 * scale, folder)


def _inputs(scale: float, folder: Path, seed: int) -> Iterable[object]:
    assert mandex(folder / "kb", "ingest", str(SPECIMENS)).returncode == 0
    return mutants.run(range(_many(1_000_000, scale)), folder / "kb", seed)


def _hostile(scale: float, folder: Path, seed: int) -> Iterable[object]:
    return hostile.run(folder)


def _growth(scale: float, folder: Path, seed: int) -> Iterable[object]:
    return map(_steep, growth.stages(_many(100_000, scale)))


def _expressions(scale: float, folder: Path, seed: int) -> Iterable[object]:
    return map(_steep, growth.all_expressions(_many(4_000, scale)))


PARTS = {
    "kills": ("kills during writing", _kills),
    "workers": ("kills of a Dask cluster", _workers),
    "faults": ("failing writes", _faults),
    "power": ("power failures", _power),
    "crowd": ("two write, eight ask", _crowd),
    "inputs": ("mutated inputs", _inputs),
    "hostile": ("hostile files", _hostile),
    "growth": ("growth of stages", _growth),
    "expressions": ("growth of expressions", _expressions),
}


def _steep(found: growth.Growth) -> Outcome:
    slow = found.stage == growth.WHOLE and found.seconds > growth.SLOWEST
    return Outcome(str(found) if found.steep or slow else "", found.seconds)


def _count(name: str, outcomes: Iterable[object]) -> tuple[str, int, int, float]:
    """How many there were, how many of them broke something, how long the slowest took.

    An outcome is what was wrong, empty where nothing was; or an `Outcome`, which has its own clock.
    """
    tried = broken = 0
    slowest, begun = 0.0, time.monotonic()
    for outcome in outcomes:
        fault, took = str(outcome), time.monotonic() - begun
        if isinstance(outcome, Outcome):
            fault, took = outcome.fault, outcome.seconds
        tried, broken = tried + 1, broken + bool(fault)
        slowest, begun = max(slowest, took), time.monotonic()
        if fault:
            print(f"{name}: {fault}", file=sys.stderr, flush=True)
        if not tried % 10_000:
            print(f"{name}: {tried:,}", file=sys.stderr, flush=True)
    return name, tried, broken, slowest


if __name__ == "__main__":
    sys.exit(main())
