"""The power fails: of what was written since each file was last synced, nothing is left, or some of it.

Nothing is half-stored, nothing that was there before is lost, and a run that goes on ends with the base that an
uninterrupted one makes, its index included, whichever of the two was ahead.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from torture.bases import MANDEX, contents, differs, folder, library, mandex, partial
from torture.kills import ENGINES

_WORK = (("ingest", "IN"), ("ingest", "IN"), ("remove", "S/RES/9101 (2032)"), ("doctor", "--repair"))
_LEAVES = ("what was synced", "whole files", "some pages")
_PAGE = 4096
_ROUND = 4  # failures of one base before it is finished and compared


def run(count: int, scratch: Path, seed: int = 0) -> Iterator[str]:
    """For each failure of power an empty text, or what was wrong afterwards."""
    scratch.mkdir(parents=True, exist_ok=True)
    preloaded = library(scratch, "synced_writes")
    if preloaded is None:
        return
    chance = random.Random(seed)
    before, inputs = folder(scratch / "before", 6, first=9300), folder(scratch / "in", 16)
    starts = {}
    for engine in ENGINES:
        start, whole = scratch / f"start-{engine}", scratch / f"whole-{engine}"
        for kb, read in ((start, [before]), (whole, [before, inputs])):
            assert mandex(kb, "ingest", *map(str, read), "--engine", engine).returncode == 0
        starts[engine] = start, contents(whole), {row[:2] for row in contents(start)[0]}
    for nth in range(0, count, _ROUND):
        engine = ENGINES[nth // _ROUND % len(ENGINES)]
        start, rows, held = starts[engine]
        kb = shutil.copytree(start, scratch / f"kb-{nth}")
        for _ in range(_ROUND - 1):
            yield _fail(kb, inputs, preloaded, chance) or _lost(kb, held)
        fault = _fail(kb, inputs, preloaded, chance) or _lost(kb, held)
        yield fault or _goes_on(kb, before, inputs, engine, rows)
        shutil.rmtree(kb)


def _fail(kb: Path, inputs: Path, preloaded: Path, chance: random.Random) -> str:
    """Work on a base, let the power fail in the midst of it, and look at what is left."""
    synced = kb.with_name(f"{kb.name}-synced")
    _all_synced(kb, synced)
    words = [str(inputs) if word == "IN" else word for word in chance.choice(_WORK)]
    env = {"LD_PRELOAD": str(preloaded), "MANDEX_SYNCED_UNDER": str(kb), "MANDEX_SYNCED_TO": str(synced)}
    with subprocess.Popen(
        [*MANDEX, "--kb", str(kb), *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, **env}, start_new_session=True,
    ) as process:  # fmt: skip
        _wait(process, kb, chance)
        os.killpg(process.pid, signal.SIGKILL) if process.poll() is None else None
    leaves = chance.choice(_LEAVES)
    _left(kb, synced, leaves, chance)
    shutil.rmtree(synced)
    asked = mandex(kb, "search", "assets")
    if asked.returncode not in (0, 1, 2) or "Traceback" in asked.stderr or "fault in" in asked.stderr:
        return f"{words[0]}, {leaves}: search: {asked.returncode}: {asked.stderr[-300:]}"
    return (fault := partial(kb)) and f"{words[0]}, {leaves}: {fault}"


def _wait(process: subprocess.Popen[bytes], kb: Path, chance: random.Random) -> None:
    """Until the work has begun to write, and a little longer: what comes before leaves nothing to lose."""
    begun = _written(kb)
    while process.poll() is None and _written(kb) == begun:
        time.sleep(0.002)
    until = time.monotonic() + chance.choice((0.01, 0.1, 0.5, 2.0)) * chance.random()
    while process.poll() is None and time.monotonic() < until:
        time.sleep(0.002)


def _written(kb: Path) -> int:
    return max(
        (path.stat().st_mtime_ns for path in kb.rglob("*") if path.is_file() and path.suffix != ".db-shm"),
        default=0,
    )


def _all_synced(kb: Path, synced: Path) -> None:
    """What lies there when the work begins has reached the disk long ago."""
    synced.mkdir()
    for number, path in enumerate(path for path in kb.rglob("*") if path.is_file()):
        shutil.copyfile(path, synced / str(number))
        os.setxattr(path, "user.synced", str(number).encode())


def _left(kb: Path, synced: Path, leaves: str, chance: random.Random) -> None:
    """Make of each file what the disk may hold of it. Names are kept, as a file system with a journal keeps them."""
    for path in [path for path in kb.rglob("*") if path.is_file()]:
        now = path.read_bytes()
        try:
            copy = synced / os.getxattr(path, "user.synced").decode()
            then = copy.read_bytes()
        except OSError:  # it was never synced, or not to its end
            then = b""
        path.write_bytes(of_both(then, now, leaves, chance))


def of_both(then: bytes, now: bytes, leaves: str, chance: random.Random) -> bytes:
    """What the disk holds of a file that was synced as `then` and written as `now`."""
    if leaves == "what was synced":
        return then
    if leaves == "whole files":
        return chance.choice((then, now))
    pages = range(0, len(now), _PAGE)
    old = then.ljust(len(now), b"\0")
    return b"".join(chance.choice((old, now))[at : at + _PAGE] for at in pages)


def _lost(kb: Path, held: set[tuple[object, ...]]) -> str:
    gone = held - {row[:2] for row in contents(kb)[0]}
    return f"lost {sorted(map(str, gone))[:3]}" if gone else ""


def _goes_on(kb: Path, before: Path, inputs: Path, engine: str, rows: list[list[tuple[object, ...]]]) -> str:
    for _ in range(2):  # what was removed on purpose comes back at the second
        done = mandex(kb, "ingest", str(before), str(inputs), "--engine", engine)
        if done.returncode:
            return f"the run that went on: {done.returncode}: {done.stderr.strip()[-300:]}"
    return differs(kb, rows)
