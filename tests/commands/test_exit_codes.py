"""The door: whatever happens is one line and a code; 1 means that nothing was found, and nothing else."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from places import SPECIMENS, Run

from mandex.corpus import opening
from mandex.corpus.opening import FILENAME

MANDEX = [str(Path(sys.executable).with_name("mandex"))]
ASKS = (
    ("search", "assets"),
    ("lookup", "freeze assets"),
    ("show", "S/RES/9003 (2032)"),
    ("status",),
    ("export", "documents"),
)


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        (("search", "year:99999999999999999999"), 2, "no such year"),
        (("expiring", "--within", "99999999999d"), 2, "no such length of time"),
        (("search", "assets", "-n", "9" * 30), 2, "no such number"),
        (("expiring", "--from", "2027", "--to", "2026"), 2, "the last day before the first"),
        (("show", "9" * 30), 2, "no reference"),
        (("show", "S/RES/1373 (2001)"), 1, "a document that is not held"),
        (("show", "S/RES/9003 (2032) OP77"), 1, "a place that is not there"),
        (("show", "gibberish"), 2, "no reference"),
        (("export", "documents", "-o", "/nowhere/at/all.jsonl"), 2, "a folder that is not there"),
        (("export", "aligned", "9003", "--format", "tmx"), 1, "held in one language: no segment"),
        (("search", "(" * 5000), 2, "nested beyond reading"),
        (("search", "xyzzyplugh"), 1, "nothing found"),
        (("nosuch",), 2, "no such command"),
    ],
)
def test_codes(mandex: Run, arguments: tuple[str, ...], code: int, reason: str) -> None:
    result = mandex(*arguments)
    said = result.stderr.strip()
    assert result.exit_code == code, (reason, result.stderr[-300:])
    assert said
    assert "Traceback" not in said
    assert "fault in Mandex" not in said


@pytest.fixture
def damaged(specimen_kb: Path, tmp_path: Path) -> Path:
    kb = tmp_path / "kb"
    shutil.copytree(specimen_kb, kb)
    return kb


def _drop(kb: Path, what: str) -> None:
    with sqlite3.connect(kb / FILENAME) as db:
        db.execute(what)


def _overwrite(kb: Path) -> None:
    """All pages but the first: the file still looks like a base."""
    path = kb / FILENAME
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xa5" * (len(data) - 4096))


@pytest.mark.parametrize("ask", ASKS, ids=lambda ask: ask[0])
@pytest.mark.parametrize("harm", ["pages", "half", "paragraphs", "documents", "settings"])
def test_a_damaged_base_is_one_line_and_2(
    mandex: Run, damaged: Path, ask: tuple[str, ...], harm: str
) -> None:
    if harm == "pages":
        _overwrite(damaged)
    elif harm == "half":
        path = damaged / FILENAME
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    else:
        _drop(damaged, f"DROP TABLE {harm}")
    result = mandex(*ask, kb=damaged)
    if result.exit_code == 0:  # a question that needs nothing of what is lost
        assert harm in ("half", "settings", "paragraphs")
        return
    assert result.exit_code == 2, result.output
    assert result.stderr.startswith("mandex: ")
    assert result.stderr.count("\n") == 1
    assert "fault in Mandex" not in result.stderr


def test_where_it_came_from_is_told_on_request(mandex: Run, damaged: Path) -> None:
    _drop(damaged, "DROP TABLE paragraphs")
    assert "Traceback" in mandex("--debug", "show", "S/RES/9003 (2032)", kb=damaged).stderr


def test_nothing_is_written_over_what_is_read(mandex: Run, damaged: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Pursuant to resolution 1373 (2002), Member States shall act.", "utf-8")
    base = (damaged / FILENAME).read_bytes()
    for command in (
        ("check", str(draft), "-o", str(draft)),
        ("export", "documents", "-o", str(damaged / FILENAME)),
        ("backup", str(damaged / FILENAME)),
        ("backup", os.devnull),  # a device stays one
    ):
        assert mandex(*command, kb=damaged).exit_code == 2, command
    assert draft.read_text("utf-8").startswith("Pursuant")
    assert (damaged / FILENAME).read_bytes() == base
    assert not Path(os.devnull).is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("ask", ASKS, ids=lambda ask: ask[0])
def test_a_full_disk_behind_standard_output(specimen_kb: Path, ask: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*MANDEX, "--kb", str(specimen_kb), *ask], stdout=full, stderr=subprocess.PIPE, check=False
        )
    said = done.stderr.decode()
    assert done.returncode == 2, said
    assert said.count("\n") == 1 + said.count("known to")  # one line of error
    assert "No space left" in said


def test_a_base_on_a_medium_that_cannot_be_written(
    mandex: Run, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may write what it may not: for it the question whether it may is answered with no."""
    before = {path.name: path.read_bytes() for path in damaged.iterdir()}
    for path in (*damaged.iterdir(), damaged):
        path.chmod(0o555 if path.is_dir() else 0o444)
    if os.geteuid() == 0:
        monkeypatch.setattr(opening, "_may_write", lambda path: False)
    for ask in ASKS:
        result = mandex(*ask, kb=damaged)
        assert result.exit_code == 0, result.stderr
    damaged.chmod(0o755)
    assert {path.name: path.read_bytes() for path in damaged.iterdir()} == before


def test_a_file_of_another_program_is_left_alone(mandex: Run, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILENAME) as db:
        db.execute("CREATE TABLE theirs (x)")
        db.execute("PRAGMA user_version = 2")
    before = (tmp_path / FILENAME).read_bytes()
    for ask in (*ASKS, ("ingest", str(SPECIMENS))):
        result = mandex(*ask, kb=tmp_path)
        assert result.exit_code == 2
        assert "another program" in result.stderr
    assert (tmp_path / FILENAME).read_bytes() == before


def test_two_first_ingestions_at_once_make_one_base(tmp_path: Path) -> None:
    kb = tmp_path / "kb"
    runs = [
        subprocess.Popen([*MANDEX, "--kb", str(kb), "ingest", str(SPECIMENS)], stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    for run in runs:
        _, said = run.communicate(timeout=120)
        assert run.returncode == 0, said.decode()
    with sqlite3.connect(kb / FILENAME) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
