"""Machines that share a base in a cluster: commands run as each of them, and what the base is to compare."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from mandex.cli import main
from mandex.corpus.opening import FILENAME

# One question of each kind that is to be answered as on a base of this machine.
QUESTIONS = (
    ("search", "passenger name records"), ("search", "ban", "--format", "json"),
    ("search", "决定", "--by", "document"),
    ("lookup", "passenger name records", "--as-of", "2032-06-01"), ("lookup", "旅客姓名记录"),
    ("show", "9001"), ("show", "S/RES/9001 (2031) OP2", "--format", "json"), ("cites", "9001"),
    ("cited-by", "S/RES/9001 (2031)"), ("cites", "9002", "--depth", "2"), ("lineage", "9001"),
    ("expiring", "--within", "3000", "--as-of", "2031-01-01"), ("regimes", "--as-of", "2032-06-01", "--all"),
    ("reports-due", "--within", "3000", "--as-of", "2031-01-01"), ("check",), ("check", "9001"),
    ("export", "documents"), ("export", "paragraphs"), ("export", "citations"), ("export", "mandates"),
    ("export", "problems"), ("export", "standing"),
)  # fmt: skip
_TABLES = (
    "documents", "aliases", "paragraphs", "citations", "mandates", "mandate_dates", "entities", "files",
    "problems",
)  # fmt: skip


@dataclass(frozen=True)
class Machine:
    """A machine with a cache of its own, asking the base at `place`."""

    place: str
    cache: Path

    def __call__(self, *arguments: str, env: dict[str, str] | None = None) -> Result:
        """Run a command here."""
        told = {"XDG_CACHE_HOME": str(self.cache), "MANDEX_OFFLINE": "", **(env or {})}
        return CliRunner(env=told).invoke(main, ["--kb", self.place, *arguments])

    def well(self, *arguments: str) -> Result:
        """Run a command that must succeed."""
        done = self(*arguments)
        assert done.exit_code == 0, done.output
        return done

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Run a command in a process of its own."""
        environment = {**os.environ, "XDG_CACHE_HOME": str(self.cache)}
        code = "from mandex.cli import main; main()"
        return subprocess.Popen(
            [sys.executable, "-c", code, "--kb", self.place, *arguments], env=environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    @property
    def folder(self) -> Path:
        """Where the copy is."""
        (found,) = (self.cache / "mandex" / "bases").iterdir()
        return found

    def rows(self) -> dict[str, list[Any]]:
        """Every row that no program can make anew, with its number."""
        return rows(self.folder)


Machines = Callable[[str], Machine]  # machines by name, all with one base in a cluster


def rows(folder: Path) -> dict[str, list[Any]]:
    """Every row of a base that no program can make anew, with its number."""
    with closing(sqlite3.connect(folder / FILENAME)) as db:
        return {table: sorted(db.execute(f"SELECT * FROM {table}"), key=repr) for table in _TABLES}


def texts(folder: Path) -> list[Any]:
    """What a base holds, without the numbers of rows: these depend on what was read before what."""
    with closing(sqlite3.connect(folder / FILENAME)) as db:
        query = (
            "SELECT symbol, lang, seq, paragraphs.text FROM paragraphs JOIN documents ON documents.id = doc"
        )
        files = db.execute("SELECT path, sha256, outcome FROM files ORDER BY 1").fetchall()
        return [*db.execute(f"{query} ORDER BY 1, 2, 3"), *files]


def answer(result: Result) -> tuple[int, str]:
    """What a command says, without what differs by place."""
    return result.exit_code, re.sub(r"/\S+/(?=\S+\.\w+)", "", result.output)


def answer_alike(one: Machine, other: Machine) -> None:
    """Every question gets the same answer on both."""
    for asked in QUESTIONS:
        assert answer(one(*asked)) == answer(other(*asked)), asked
