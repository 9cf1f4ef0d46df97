"""Reading by a Dask cluster, of which a worker or the writer is killed at a random moment, again and again."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from torture.bases import MANDEX, contents, differs, folder, mandex, partial

_FILES = 40
_CLUSTER = ("--cluster", "local", "--workers", "2")
_ROUND = 5  # writers killed before a base is finished and compared


def run(count: int, scratch: Path, seed: int = 0) -> Iterator[str]:
    """For each kill an empty text, or what was wrong afterwards."""
    chance = random.Random(seed)
    inputs = folder(scratch / "in", _FILES)
    begun = time.monotonic()
    done = mandex(scratch / "whole", "ingest", str(inputs), *_CLUSTER)
    assert done.returncode == 0, done.stderr
    wanted, whole = contents(scratch / "whole"), time.monotonic() - begun
    kb, cut_off = scratch / "kb-0", 0
    for nth in range(count):
        if chance.random() < 0.5:
            yield _without_a_worker(scratch / "kb-worker", inputs, whole, chance) or differs(
                scratch / "kb-worker", wanted
            )
            shutil.rmtree(scratch / "kb-worker")
            continue
        fault = _without_the_writer(kb, inputs, whole, chance)
        cut_off += 1
        if cut_off == _ROUND or nth == count - 1:
            done = mandex(kb, "ingest", str(inputs), *_CLUSTER)
            fault = fault or (done.stderr.strip()[-200:] if done.returncode else differs(kb, wanted))
            kb, cut_off = scratch / f"kb-{nth + 1}", 0
        yield fault


def _start(kb: Path, inputs: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*MANDEX, "--kb", str(kb), "ingest", str(inputs), *_CLUSTER],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


def _without_a_worker(kb: Path, inputs: Path, whole: float, chance: random.Random) -> str:
    """A run that loses a worker, or some helper of Dask, and must come to its end; else what it said."""
    process = _start(kb, inputs)
    time.sleep(chance.uniform(0.4, 1.0) * whole)
    workers = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
    reading = [one for one in workers if "spawn_main" in " ".join(one.cmdline())]
    if reading:
        chance.choice(reading).kill()
    try:
        _, said = process.communicate(timeout=300)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        return "hung after a worker was killed"
    if process.returncode and "run the same again" in said:  # killed before it had begun
        again = mandex(kb, "ingest", str(inputs), *_CLUSTER)
        return again.stderr.strip()[-200:] if again.returncode else ""
    return said.strip()[-200:] if process.returncode else ""


def _without_the_writer(kb: Path, inputs: Path, whole: float, chance: random.Random) -> str:
    process = _start(kb, inputs)
    time.sleep(chance.uniform(0.4, 1.1) * whole)
    process.kill()
    process.wait()
    fault = partial(kb)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)  # its workers, which would end by themselves
    if process.stderr:
        process.stderr.close()
    return fault
