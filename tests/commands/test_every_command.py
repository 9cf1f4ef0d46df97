"""Every command on a base that is damaged, locked or out of reach: its code as ever, or one line and 2."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from every_command import ELSEWHERE, READING, WRITING
from places import Run

from mandex.cli import COMMANDS, main
from mandex.corpus import opening
from mandex.corpus.opening import FILENAME

TABLES = (
    "documents",
    "paragraphs",
    "citations",
    "mandates",
    "entities",
    "files",
    "settings",
    "problems",
    "profiles",
)
Harm = Callable[[Path], None]


def test_every_command_is_tried() -> None:
    assert {*READING, *WRITING, *ELSEWHERE} == set(COMMANDS)


@pytest.fixture(scope="module")
def codes(specimen_kb: Path) -> dict[str, int]:
    """What each command that asks ends with on a sound base."""
    asked = {
        name: CliRunner().invoke(main, ["--kb", str(specimen_kb), name, *words])
        for name, words in READING.items()
    }
    assert {name: result.stderr for name, result in asked.items() if result.exit_code == 2} == {}
    assert sum(result.exit_code == 0 for result in asked.values()) > len(READING) * 0.6, (
        "most should find something"
    )
    return {name: result.exit_code for name, result in asked.items()}


@pytest.mark.parametrize("every", [1, 2])
def test_texts_without_a_day_are_no_fault(specimen_kb: Path, tmp_path: Path, every: int) -> None:
    """Nothing says when they were adopted: of all texts, or of some."""
    folder = shutil.copytree(specimen_kb, tmp_path / "undated")
    with sqlite3.connect(folder / FILENAME) as db:
        db.execute("UPDATE documents SET date = '' WHERE id % ? = 0", (every,))
        db.execute("UPDATE settings SET value = '0 0' WHERE name = 'steps'")
    repaired = CliRunner().invoke(main, ["--kb", str(folder), "doctor", "--repair"])
    assert "is well again" in repaired.stdout + repaired.stderr
    for name, words in READING.items():
        result = CliRunner().invoke(main, ["--kb", str(folder), name, *words])
        assert "a fault in Mandex" not in result.stderr, (name, result.stderr)


def _drop(table: str) -> Harm:
    def drop(path: Path) -> None:
        with sqlite3.connect(path) as db:
            db.execute(f"DROP TABLE {table}")

    return drop


def _half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _pages(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xa5" * (len(data) - 4096))


def _every_tenth_page(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for at in range(4096 * 10, len(data), 4096 * 10):
        data[at : at + 4096] = bytes(4096)
    path.write_bytes(data)


def _nothing(path: Path) -> None:
    path.write_bytes(b"")


def _a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _gone(path: Path) -> None:
    path.unlink()


HARMS: dict[str, Harm] = {
    "pages": _pages, "half": _half, "every tenth page": _every_tenth_page, "empty": _nothing,
    "folder": _a_folder, "gone": _gone,
    **{f"no {table}": _drop(table) for table in TABLES},
}  # fmt: skip


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with sqlite3.connect(path, isolation_level=None) as db:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("BEGIN EXCLUSIVE")
        db.execute("CREATE TABLE held (x)")
        yield
        db.execute("ROLLBACK")


def _wrong(result: Result, sound: int | None) -> str:
    """What is wrong with how a command ended; `sound` is how it ends on a sound base."""
    said = result.stderr
    if "Traceback" in said or "fault in Mandex" in said or result.exit_code not in (0, 1, 2):
        return f"{result.exit_code}: {said[-300:]}"
    if result.exit_code == 2:
        return "" if said.startswith("mandex: ") and said.count("\n") == 1 else f"2: {said[-300:]}"
    return (
        ""
        if sound is None or result.exit_code == sound
        else f"{result.exit_code} instead of {sound} or 2: {said[-300:]}"
    )


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_base_is_never_nothing_found(
    mandex: Run, specimen_kb: Path, codes: dict[str, int], tmp_path: Path, harm: str
) -> None:
    wrong = {}
    kb = shutil.copytree(specimen_kb, tmp_path / "kb")
    HARMS[harm](kb / FILENAME)
    for name, words in READING.items():
        if name != "doctor":  # which says what is wrong, line by line, and ends with 1
            wrong[name] = _wrong(mandex(name, *words, kb=kb), codes[name])
    assert {name: what for name, what in wrong.items() if what} == {}


@pytest.mark.parametrize("harm", HARMS)
def test_writing_to_a_damaged_base(mandex: Run, specimen_kb: Path, tmp_path: Path, harm: str) -> None:
    wrong = {}
    mandex("backup", str(tmp_path / "kept.db"))
    for name, words in WRITING.items():
        kb = shutil.copytree(specimen_kb, tmp_path / name)
        HARMS[harm](kb / FILENAME)
        wrong[name] = _wrong(
            mandex(name, *(word.replace("OUT", str(tmp_path)) for word in words), kb=kb), None
        )
    assert {name: what for name, what in wrong.items() if what} == {}


def test_a_locked_base_is_one_line_and_2(
    mandex: Run, specimen_kb: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, codes: dict[str, int]
) -> None:
    monkeypatch.setattr(opening, "_PATIENCE", 0.05)
    kb = shutil.copytree(specimen_kb, tmp_path / "kb")
    mandex("backup", str(tmp_path / "kept.db"))
    wrong = {}
    with _locked(kb / FILENAME):
        for name, words in {**READING, **WRITING}.items():
            result = mandex(name, *(word.replace("OUT", str(tmp_path)) for word in words), kb=kb)
            wrong[name] = _wrong(result, codes.get(name))
    assert {name: what for name, what in wrong.items() if what} == {}
