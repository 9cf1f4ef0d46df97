"""Bases to break: small folders to ingest, what a base holds, whether it is whole."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from places import SPECIMENS

from mandex.corpus.opening import FILENAME

MANDEX = (sys.executable, "-c", "from mandex.cli import main; main(prog_name='mandex')")
_ROWS = (
    "SELECT symbol, lang, title, date, source, sha256, text FROM documents ORDER BY symbol, lang",
    "SELECT d.symbol, d.lang, p.seq, p.label, p.text, p.start, p.end FROM paragraphs AS p"
    " JOIN documents AS d ON d.id = p.doc ORDER BY 1, 2, 3",
    "SELECT d.symbol, d.lang, c.seq, c.start, c.target FROM citations AS c JOIN documents AS d ON d.id = c.doc"
    " ORDER BY 1, 2, 3, 4, 5",
    "SELECT d.symbol, d.lang, m.seq, m.verb, m.measure FROM mandates AS m JOIN documents AS d ON d.id = m.doc"
    " ORDER BY 1, 2, 3, 4, 5",
    "SELECT path, sha256, outcome FROM files ORDER BY path",
)


def folder(where: Path, count: int, first: int = 9100) -> Path:
    """A folder of model resolutions in Chinese and English, numbered from `first` on."""
    where.mkdir(parents=True)
    for name, number in (("resolution-9002.zh-Hant.txt", "9002"), ("resolution-9003.en.txt", "9003")):
        text = (SPECIMENS / name).read_text("utf-8")
        for new in range(first, first + count // 2):
            (where / f"{new}-{number}.txt").write_text(text.replace(number, str(new)), "utf-8")
    return where


def mandex(
    kb: Path, *arguments: str, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    return subprocess.run(
        [*MANDEX, "--kb", str(kb), *arguments], capture_output=True, text=True, check=False, timeout=1800,
        env={**os.environ, **(env or {})},
    )  # fmt: skip


def library(scratch: Path, name: str) -> Path | None:
    """A library to preload, compiled from the source of this name; None where there is no compiler."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        return None
    made, source = scratch / f"{name}.so", Path(__file__).with_name(f"{name}.c")
    command = [compiler, "-shared", "-fPIC", "-o", str(made), str(source), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return made


def contents(kb: Path) -> list[list[tuple[object, ...]]]:
    """Everything a base holds, but for the numbers of its rows."""
    db = sqlite3.connect(kb / FILENAME)
    try:
        return [db.execute(query).fetchall() for query in _ROWS]
    finally:
        db.close()


def partial(kb: Path) -> str:
    """What is not whole in a base after a run that was cut off; empty where all is."""
    if not (kb / FILENAME).exists():
        return ""
    db = sqlite3.connect(kb / FILENAME)
    try:
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'files'").fetchone():
            return ""
        [(found,), *_] = db.execute("PRAGMA integrity_check").fetchall()
        if found != "ok":
            return str(found)
        half = db.execute(
            "SELECT symbol FROM documents AS d WHERE NOT EXISTS (SELECT 1 FROM paragraphs WHERE doc = d.id)"
            " OR (SELECT count(*) <> max(seq) FROM paragraphs WHERE doc = d.id) LIMIT 1"
        ).fetchone()
        return f"{half[0]} is not whole" if half else ""
    finally:
        db.close()


def differs(kb: Path, wanted: Sequence[Sequence[tuple[object, ...]]]) -> str:
    """How a finished base differs from an uninterrupted one; empty where it does not."""
    for found, expected, query in zip(contents(kb), wanted, _ROWS, strict=True):
        if found != list(expected):
            return f"{len(found)} rows instead of {len(expected)}, or other ones: {query[:60]}"
    doctor = mandex(kb, "doctor")
    return "" if doctor.returncode == 0 else doctor.stderr.strip()
