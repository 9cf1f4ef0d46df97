"""Two that write and eight that ask, at once, on one base: right answers throughout, and the same base at the end."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from torture.bases import contents, differs, folder, mandex
from torture.kills import ENGINES

WRITERS, READERS = 2, 8
# What is asked, and what every answer holds however far the writers are: the stable half is never taken out.
_ASKS = (
    (("search", 'symbol:"S/RES/9100 (2032)"', "--format", "json"), "S/RES/9100"),
    (("lookup", "sale of arms", "--resolution", "9101 (2032)", "--format", "json"), "S/RES/9101"),
    (("show", "S/RES/9101 (2032) OP1"), ""),
    (("cited-by", "1373", "--format", "json"), "1373"),
    (("status",), ""),
)


def run(lasts: float, scratch: Path, readers: int = READERS) -> Iterator[str]:
    """For each command an empty text, or what was wrong with it; last of each engine what the base lost.

    A writer reads a folder and takes half of it out again, once and then for `lasts` seconds on each engine;
    readers ask until both are done.
    """
    for engine in ENGINES:
        there = scratch / engine
        stable, moving = folder(there / "stable", 8), folder(there / "moving", 4, first=9200)
        kb, wanted = there / "kb", there / "wanted"
        for base in (kb, wanted):
            assert mandex(base, "ingest", str(stable), "--engine", engine).returncode == 0
        rows = contents(wanted)
        with ThreadPoolExecutor(WRITERS + readers) as pool:
            writers = [pool.submit(_write, kb, moving, engine, lasts) for _ in range(WRITERS)]
            asked = [pool.submit(_ask, kb, nth, writers) for nth in range(readers)]
            for one in (*writers, *asked):
                yield from one.result()
        _take_out(kb)
        yield differs(kb, rows)
        shutil.rmtree(there)


def _write(kb: Path, moving: Path, engine: str, lasts: float) -> list[str]:
    said: list[str] = []
    until = time.monotonic() + lasts
    while not said or time.monotonic() < until:
        done = mandex(kb, "ingest", str(moving), "--engine", engine)
        said.append("" if done.returncode == 0 else f"ingest: {done.returncode}: {done.stderr[-200:]}")
        said += [_fault(done) for done in _take_out(kb)]
    return said


def _take_out(kb: Path) -> list[subprocess.CompletedProcess[str]]:
    """Remove what the writers bring; another may have done so already."""
    return [mandex(kb, "remove", symbol) for symbol in ("S/RES/9200 (2032)", "S/RES/9201 (2032)")]


def _ask(kb: Path, nth: int, writers: Sequence[object]) -> list[str]:
    said = []
    while not said or not all(writer.done() for writer in writers):  # type: ignore[attr-defined]
        words, holds = _ASKS[(nth + len(said)) % len(_ASKS)]
        done = mandex(kb, *words)
        wrong = done.returncode != 0 or holds not in done.stdout
        said.append(f"{' '.join(words)}: {done.returncode}: {done.stderr[-200:]}" if wrong else _fault(done))
    return said


def _fault(done: subprocess.CompletedProcess[str]) -> str:
    bad = done.returncode not in (0, 1) or "Traceback" in done.stderr or "fault in" in done.stderr
    return f"{done.args[4:]}: {done.returncode}: {done.stderr[-200:]}" if bad else ""
