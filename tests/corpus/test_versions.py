"""Bases of every schema there was: refused, left alone; the way out that is told leads to a whole base."""

from __future__ import annotations

import shlex
import shutil
import sqlite3
from pathlib import Path

import pytest
from places import ROOT, SPECIMENS, Run

from mandex.corpus.opening import APPLICATION_ID, FILENAME, SCHEMA_VERSION

SCHEMAS = ROOT / "tests" / "data" / "schemas"
OLDER = range(1, SCHEMA_VERSION)


def _old(folder: Path, version: int, sources: list[Path]) -> Path:
    """A base as the version of that schema made it, which had read these files."""
    folder.mkdir()
    with sqlite3.connect(folder / FILENAME) as db:
        db.executescript((SCHEMAS / f"{version}.sql").read_text("utf-8"))
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {version}")
        db.executemany(
            "INSERT INTO files (path, sha256, outcome) VALUES (?, '', 'document')",
            [(str(path),) for path in sources],
        )
    return folder


@pytest.fixture
def read(tmp_path: Path) -> list[Path]:
    """Files in a folder whose name a shell would part."""
    folder = tmp_path / "what was read"
    folder.mkdir()
    names = ("resolution-9003.en.txt", "resolution-9002.zh-Hant.txt")
    return [Path(shutil.copy(SPECIMENS / name, folder)) for name in names]


def test_there_is_a_schema_of_every_older_version() -> None:
    assert [f"{version}.sql" for version in OLDER] == sorted(path.name for path in SCHEMAS.iterdir())


@pytest.mark.parametrize("version", OLDER)
def test_the_way_out_leads_to_a_whole_base(
    mandex: Run, tmp_path: Path, read: list[Path], version: int
) -> None:
    kb = _old(tmp_path / "kb", version, read)
    before = (kb / FILENAME).read_bytes()
    asks = (("search", "assets"), ("status",), ("doctor",), ("doctor", "--repair"), ("ingest", str(read[0])))
    asked = [(words, kb) for words in asks] + [(("restore", str(kb / FILENAME)), tmp_path / "other")]
    for words, base in asked:
        refused = mandex(*words, kb=base)
        assert refused.exit_code == 2
        assert refused.stderr.count("\n") == 1
        assert f"{kb / FILENAME} is a base of an older version" in refused.stderr
    assert (kb / FILENAME).read_bytes() == before
    told = shlex.split(refused.stderr.partition(": mandex --kb NEW-FOLDER ")[2])
    new = tmp_path / "new"
    assert mandex(*told, kb=new).exit_code == 0
    assert mandex("doctor", kb=new).exit_code == 0
    assert mandex("show", "S/RES/9003 (2032) OP1", kb=new).exit_code == 0
    assert mandex("show", "S/RES/9002 (2032)", kb=new).exit_code == 0


def test_a_base_whose_files_are_gone(mandex: Run, tmp_path: Path, read: list[Path]) -> None:
    kb = _old(tmp_path / "kb", 3, read)
    shutil.rmtree(read[0].parent)
    assert mandex("status", kb=kb).stderr.endswith("NEW-FOLDER ingest PATH\n")


def test_a_newer_base_asks_for_the_newer_version(mandex: Run, tmp_path: Path, read: list[Path]) -> None:
    kb = tmp_path / "kb"
    assert mandex("ingest", str(read[0]), kb=kb).exit_code == 0
    with sqlite3.connect(kb / FILENAME) as db:
        db.execute("PRAGMA user_version = 99")
    refused = mandex("search", "assets", kb=kb)
    assert refused.exit_code == 2
    assert "is a base of a newer version" in refused.stderr
