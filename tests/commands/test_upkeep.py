"""Copies, and damaged bases: what is found, what is mended, what is kept."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from places import SPECIMENS, Run

from mandex.corpus.opening import FILENAME


@pytest.fixture
def kb(specimen_kb: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "kb"
    shutil.copytree(specimen_kb, folder)
    return folder


def _sql(statement: str) -> Callable[[Path], None]:
    def harm(kb: Path) -> None:
        with sqlite3.connect(kb / FILENAME) as db:
            db.execute(statement)

    return harm


def _pages(kb: Path) -> None:
    """Two pages in the middle, overwritten."""
    path = kb / FILENAME
    data = bytearray(path.read_bytes())
    with sqlite3.connect(path) as db:
        (root,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'documents_source'").fetchone()
    data[(root - 1) * 4096 : root * 4096] = b"\xa5" * 4096
    path.write_bytes(data)


def test_a_base_that_is_well(mandex: Run) -> None:
    result = mandex("doctor")
    assert result.exit_code == 0, result.stderr
    assert "is well" in result.stderr


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (_sql("DELETE FROM indexed"), "differ by"),
        (_sql("DROP TABLE terms"), "index"),
        (_sql("DELETE FROM profiles"), "ranking"),
        (_sql("DELETE FROM terms_data WHERE id > 10"), "index"),
        (_sql("UPDATE documents SET text = x'00' WHERE id = 1"), "cannot be unpacked"),
        (_sql("DELETE FROM paragraphs WHERE id = 2"), "missing"),
        (_sql("CREATE TRIGGER t AFTER INSERT ON files BEGIN DELETE FROM paragraphs; END"), "trigger"),
        (_pages, "damaged"),
    ],
    ids=["unindexed", "no index", "no profiles", "index rows", "text", "paragraph", "trigger", "pages"],
)
def test_what_is_wrong_is_said_and_mended(
    mandex: Run, kb: Path, tmp_path: Path, harm: Callable[[Path], None], said: str
) -> None:
    before = mandex("export", "paragraphs", kb=kb).stdout
    _sql("CREATE TABLE assessments (note TEXT)")(kb)
    _sql("INSERT INTO assessments VALUES ('what a user wrote')")(kb)
    harm(kb)
    found = mandex("doctor", kb=kb)
    assert found.exit_code == 1, found.output
    assert said in found.stderr
    mended = mandex("doctor", "--repair", kb=kb)
    assert mended.exit_code == 0, mended.stderr
    assert mandex("doctor", kb=kb).exit_code == 0
    assert mandex("ingest", str(SPECIMENS), kb=kb).exit_code == 0
    after = mandex("export", "paragraphs", kb=kb).stdout
    assert sorted(after.splitlines()) == sorted(before.splitlines()), "nothing is lost that the sources hold"
    assert mandex("search", "assets", kb=kb).stdout == mandex("search", "assets").stdout
    with sqlite3.connect(kb / FILENAME) as db:
        assert db.execute("SELECT note FROM assessments").fetchall() == [("what a user wrote",)]
        (entities,) = db.execute("SELECT count(*) FROM entities").fetchone()
    assert entities, "bodies and countries named are kept too"


def test_a_copy_and_back(mandex: Run, kb: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert mandex("backup", str(copy), kb=kb).exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.db", "kb"]
    before = mandex("export", "paragraphs", kb=kb).stdout
    _sql("DELETE FROM documents")(kb)
    done = mandex("restore", str(copy), kb=kb)
    assert done.exit_code == 0, done.stderr
    assert mandex("export", "paragraphs", kb=kb).stdout == before
    [aside] = [path for path in kb.iterdir() if path.suffix[1:9].isdigit() and "-" not in path.suffix]
    assert str(aside) in done.stderr
    assert mandex("restore", str(copy), kb=tmp_path / "new").exit_code == 0
    assert mandex("search", "assets", kb=tmp_path / "new").stdout == mandex("search", "assets").stdout


def test_what_is_no_copy_replaces_nothing(mandex: Run, kb: Path, tmp_path: Path) -> None:
    before = (kb / FILENAME).read_bytes()
    (tmp_path / "text").write_text("no base")
    (tmp_path / "half").write_bytes(before[: len(before) // 2])
    for name in ("text", "half", "nothing"):
        result = mandex("restore", str(tmp_path / name), kb=kb)
        assert result.exit_code == 2, result.output
        assert result.stderr.count("\n") == 1
    assert mandex("backup", str(kb / FILENAME), kb=kb).exit_code == 2
    assert (kb / FILENAME).read_bytes() == before


def test_a_base_that_another_version_kept_says_so_and_is_mended(mandex: Run, kb: Path) -> None:
    """Else every question reads all documents anew, in silence: half a minute where there are thousands."""
    _sql("UPDATE settings SET value = '0 1' WHERE name = 'steps'")(kb)
    asked = mandex("lookup", "passenger name records", kb=kb)
    assert asked.exit_code == 0
    assert "another version of Mandex kept this base" in asked.stderr
    assert "what stands is not kept" in mandex("doctor", kb=kb).stderr
    assert mandex("doctor", "--repair", kb=kb).exit_code == 0
    assert "another version" not in mandex("lookup", "passenger name records", kb=kb).stderr
