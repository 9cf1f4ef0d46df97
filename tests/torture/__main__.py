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

from places import DATA, SPECIMENS

from torture import crowd, faults, growth, kills, mutants

_QUERIES = (
    "asset freeze", 'year:[2014 TO 2017] AND "travel ban"', "symbol:S/RES/1373 OR 冻结资产", "extend* NOT (kind:operative)",
    "第1373(2001)号决议第2段", "2396 OP12(a)", "which resolution obliges States to freeze funds", "cites:1267 year:>=2001",
    "until 31 December 2025", "S/PRST/2005/64, paragraph 3", "body:1540-committee verb:decide* force:binding",
)  # fmt: skip
_LARGEST_SEED = 200_000  # bytes; larger files take longer than they teach


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


def _faults(scale: float, folder: Path, seed: int) -> Iterable[object]:
    folder.mkdir()
    return faults.run(_many(300, scale), folder, seed)


def _crowd(scale: float, folder: Path, seed: int) -> Iterable[object]:
    return crowd.run(_many(100, scale), folder)


def _files(scale: float, folder: Path, seed: int) -> Iterable[object]:
    return (b and f"{b.name}: {b.how}" for b in mutants.read(_seeds(), _many(900_000, scale), seed))


def _questions(scale: float, folder: Path, seed: int) -> Iterable[object]:
    asked = mutants.ask(_QUERIES, _many(100_000, scale), seed)
    return (b and f"{b.name} {b.data[:60]!r}: {b.how}" for b in asked)


def _growth(scale: float, folder: Path, seed: int) -> Iterable[object]:
    return map(_steep, growth.run(_many(20_000, min(1, scale * 10))))


PARTS = {
    "kills": ("kills during writing", _kills),
    "faults": ("failing writes", _faults),
    "crowd": ("two write, eight ask", _crowd),
    "files": ("mutated files", _files),
    "questions": ("mutated questions", _questions),
    "growth": ("growth", _growth),
}


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _seeds() -> list[Path]:
    files = [path for path in SPECIMENS.iterdir() if path.is_file()]
    if DATA.is_dir():
        files += [path for path in sorted(DATA.rglob("*"))[::40] if path.is_file()]
    return [path for path in files if path.stat().st_size < _LARGEST_SEED]


def _steep(found: growth.Growth) -> str:
    steep = found.exponent > growth.MOST and found.seconds > 0.1
    return f"{found.stage} {found.pattern!r}: n^{found.exponent:.2f}" if steep else ""


def _count(name: str, outcomes: Iterable[object]) -> tuple[str, int, int, float]:
    tried = broken = 0
    slowest, begun = 0.0, time.monotonic()
    for outcome in outcomes:
        tried += 1
        slowest, begun = max(slowest, time.monotonic() - begun), time.monotonic()
        if outcome:
            broken += 1
            print(f"{name}: {outcome}", file=sys.stderr, flush=True)
    return name, tried, broken, slowest


if __name__ == "__main__":
    sys.exit(main())
