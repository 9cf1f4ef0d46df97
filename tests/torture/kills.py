"""Killed at a random moment, again and again: what is stored is whole, and a run that goes on loses nothing."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from mandex.index.engines import is_installed
from torture.bases import MANDEX, contents, differs, folder, mandex, partial

ENGINES = tuple(filter(is_installed, ("fts5", "whoosh", "tantivy")))
_WORK = (
    ("ingest", "IN"),
    ("ingest", "IN", "--workers", "1"),
    ("doctor", "--repair"),
    ("remove", "S/RES/9101 (2032)"),
)
_ROUND = 5  # kills of one base before it is finished and compared


def run(count: int, scratch: Path, seed: int = 0) -> Iterator[str]:
    """For each kill an empty text, or what was wrong afterwards."""
    chance = random.Random(seed)
    inputs = folder(scratch / "in", 16)
    wanted = {}
    for engine in ENGINES:
        kb = scratch / f"whole-{engine}"
        begun = time.monotonic()
        done = mandex(kb, "ingest", str(inputs), "--engine", engine)
        assert done.returncode == 0, done.stderr
        wanted[engine] = contents(kb), time.monotonic() - begun
    for nth in range(0, count, _ROUND):
        engine = ENGINES[nth // _ROUND % len(ENGINES)]
        rows, whole = wanted[engine]
        kb = scratch / f"kb-{nth}"
        faults = [_kill(kb, inputs, engine, whole, chance) for _ in range(_ROUND)]
        done = mandex(kb, "ingest", str(inputs), "--engine", engine)
        done = mandex(kb, "ingest", str(inputs), "--engine", engine) if done.returncode == 0 else done
        if done.returncode:
            faults[-1] = faults[-1] or f"the run that went on: {done.stderr.strip()[-200:]}"
        else:
            faults[-1] = faults[-1] or differs(kb, rows)
        yield from faults
        shutil.rmtree(kb)


def _kill(kb: Path, inputs: Path, engine: str, whole: float, chance: random.Random) -> str:
    """Start one command, or two at once, and kill one of them."""
    runs = [_start(kb, inputs, engine, chance) for _ in range(chance.choice((1, 1, 2)))]
    time.sleep(chance.uniform(0.2, 1.1) * whole)
    victim = chance.choice(runs)
    os.killpg(victim.pid, signal.SIGKILL) if victim.poll() is None else None
    for process in runs:
        _, said = process.communicate(timeout=300)
        if process is not victim and (
            process.returncode not in (0, 1, 2) or "Traceback" in said or "fault in" in said
        ):
            return f"{process.args[4:]} ended with {process.returncode}: {said[-200:]}"  # type: ignore[index]
    return partial(kb)


def _start(kb: Path, inputs: Path, engine: str, chance: random.Random) -> subprocess.Popen[str]:
    work = [str(inputs) if word == "IN" else word for word in chance.choice(_WORK)]
    options = ["--engine", engine] if work[0] == "ingest" else []
    return subprocess.Popen(
        [*MANDEX, "--kb", str(kb), *work, *options], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip
