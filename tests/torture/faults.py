"""The n-th write, sync or renaming fails: one line, exit code 2, and nothing that was stored is lost."""

from __future__ import annotations

import errno
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from torture.bases import contents, differs, folder, mandex

_SOURCE = Path(__file__).with_name("failing_writes.c")
_ERRORS = (errno.ENOSPC, errno.EIO, errno.EDQUOT)
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("ingest", "MORE", "--engine", "fts5"), ("ingest", "MORE", "--engine", "whoosh"), ("doctor", "--repair"),
    ("remove", "S/RES/9101 (2032)"), ("backup", "KB/copy.db"), ("export", "paragraphs", "-o", "KB/rows.csv"),
    ("restore", "COPY"), ("search", "assets"), ("status",),
)  # fmt: skip


def shim(scratch: Path) -> Path | None:
    """The library that makes writes fail; None where there is no compiler."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        return None
    library = scratch / "failing_writes.so"
    command = [compiler, "-shared", "-fPIC", "-o", str(library), str(_SOURCE), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return library


def run(count: int, scratch: Path, seed: int = 0) -> Iterator[str]:
    """For each fault an empty text, or what was wrong."""
    library = shim(scratch)
    if library is None:
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
        command = COMMANDS[nth % len(COMMANDS)]
        words = [
            {"MORE": str(more), "COPY": str(copy)}.get(word, word.replace("KB/", f"{kb}/"))
            for word in command
        ]
        env = {
            "LD_PRELOAD": str(library), "MANDEX_FAIL_UNDER": str(kb), "MANDEX_FAIL_WITH": str(chance.choice(_ERRORS)),
            "MANDEX_FAIL_AT": str(int(chance.choice((3, 20, 200, 1500)) * chance.random()) + 1),
            **({"MANDEX_FAIL_ON": "1"} if chance.random() < 0.5 else {}),
        }  # fmt: skip
        done = mandex(kb, *words, env=env)
        yield _judged(kb, command, done.returncode, done.stderr, held)
        shutil.rmtree(kb)


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
