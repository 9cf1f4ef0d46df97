"""The n-th write, sync or renaming fails: one line, exit code 2, and nothing that was stored is lost."""

from __future__ import annotations

import errno
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

from every_command import READING

from torture.bases import contents, differs, folder, library, mandex

_WRITING: tuple[tuple[str, ...], ...] = (
    ("ingest", "MORE", "--engine", "fts5"), ("ingest", "MORE", "--engine", "whoosh"), ("doctor", "--repair"),
    ("remove", "S/RES/9101 (2032)"), ("backup", "KB/copy.db"), ("export", "paragraphs", "-o", "KB/rows.csv"),
    ("restore", "COPY"),
)  # fmt: skip
_ERRORS = (errno.ENOSPC, errno.EIO, errno.EDQUOT)


def run(count: int, scratch: Path, seed: int = 0) -> Iterator[str]:
    """For each fault an empty text, or what was wrong."""
    preloaded = library(scratch, "failing_writes")
    if preloaded is None:
        return
    chance = random.Random(seed)
    before, more, copy = folder(scratch / "before", 8), folder(scratch / "more", 16), scratch / "copy.db"
    start = scratch / "start"
    assert mandex(start, "ingest", str(before)).returncode == 0
    assert mandex(start, "backup", str(copy)).returncode == 0
    held = {row[:2] for row in contents(start)[0]}
    for nth in range(count):
        kb = scratch / f"kb-{nth}"
        shutil.copytree(start, kb)
        command = _command(nth)
        words = [
            {"MORE": str(more), "COPY": str(copy)}.get(word, word.replace("KB/", f"{kb}/"))
            for word in command
        ]
        env = {
            "LD_PRELOAD": str(preloaded), "MANDEX_FAIL_UNDER": str(kb), "MANDEX_FAIL_WITH": str(chance.choice(_ERRORS)),
            "MANDEX_FAIL_AT": str(int(chance.choice((3, 20, 200, 1500)) * chance.random()) + 1),
            **({"MANDEX_FAIL_ON": "1"} if chance.random() < 0.5 else {}),
        }  # fmt: skip
        done = mandex(kb, *words, env=env)
        yield _judged(kb, command, done.returncode, done.stderr, held)
        shutil.rmtree(kb)


def _command(nth: int) -> tuple[str, ...]:
    """One of those that write, two times in three, or any of those that ask."""
    if nth % 3:
        return _WRITING[nth % len(_WRITING)]
    asks = list(READING)[nth // 3 % len(READING)]
    return asks, *READING[asks]


def _judged(kb: Path, command: tuple[str, ...], code: int, said: str, held: set[tuple[object, ...]]) -> str:
    what = " ".join(command[:2])
    if code not in (0, 1, 2) or "Traceback" in said or "fault in Mandex" in said:
        return f"{what}: exit code {code}: {said.strip()[-300:]}"
    if code == 2 and not said.strip().splitlines()[-1].startswith("mandex: "):
        return f"{what}: {said.strip()[-300:]}"
    gone = () if command[0] == "remove" else held - {row[:2] for row in contents(kb)[0]}
    if gone:
        return f"{what}: lost {sorted(map(str, gone))[:3]}"
    mended = mandex(kb, "doctor", "--repair")
    if mended.returncode != 0:
        return f"{what}: not to be mended: {mended.stderr.strip()[-200:]}"
    return differs(kb, contents(kb))
