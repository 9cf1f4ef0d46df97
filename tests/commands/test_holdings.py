"""Into the base and out of it: `ingest --exclude --since`, `update`, `remove`, `open`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from places import SPECIMENS, Run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    shutil.copytree(SPECIMENS, folder)
    return folder


def _symbols(mandex: Run, kb: Path) -> set[str]:
    lines = mandex("export", "documents", "--format", "csv", kb=kb).stdout.splitlines()[1:]
    return {",".join(line.split(",")[:2]) for line in lines}


def test_excluded_files_and_folders_are_passed_over(mandex: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "drafts").mkdir()
    shutil.move(folder / "resolution-9001.en.xml", folder / "drafts")
    mandex("ingest", str(folder), "--exclude", "drafts", "--exclude", "*zh-Hant*", kb=tmp_path)
    held = _symbols(mandex, tmp_path)
    assert held
    assert "S/RES/9001 (2031),en" not in held
    assert not any(symbol.endswith("zh-Hant") for symbol in held)


def test_only_files_changed_since_a_day_are_read(mandex: Run, folder: Path, tmp_path: Path) -> None:
    for file in folder.iterdir():
        os.utime(file, (0, 0))
    os.utime(folder / "resolution-9003.en.txt")
    mandex("ingest", str(folder), "--since", "2d", kb=tmp_path)
    assert {symbol.split(",")[0] for symbol in _symbols(mandex, tmp_path)} == {"S/RES/9003 (2032)"}


def test_what_is_removed_is_found_no_more_until_it_is_read_again(
    mandex: Run, folder: Path, tmp_path: Path
) -> None:
    mandex("ingest", str(folder), kb=tmp_path)
    before = _symbols(mandex, tmp_path)
    result = mandex("remove", "S/RES/9001", "(2031)", "--lang", "en", kb=tmp_path)
    assert (result.exit_code, result.stdout) == (0, "S/RES/9001 (2031)  en\n")
    assert _symbols(mandex, tmp_path) == before - {"S/RES/9001 (2031),en"}
    found = mandex("search", "passenger name records", "--lang", "en", "--format", "json", kb=tmp_path).stdout
    assert "S/RES/9001 (2031)" not in {json.loads(line)["doc"] for line in found.splitlines()}
    mandex("ingest", str(folder), kb=tmp_path)
    assert _symbols(mandex, tmp_path) == before
    assert mandex("remove", "1373", kb=tmp_path).exit_code == 1
    assert mandex("remove", "9001 (2031) OP1", kb=tmp_path).exit_code == 2


def test_all_that_a_folder_gave_is_removed(mandex: Run, folder: Path, tmp_path: Path) -> None:
    mandex("ingest", str(folder), kb=tmp_path)
    assert mandex("remove", str(folder), kb=tmp_path).exit_code == 0
    assert _symbols(mandex, tmp_path) == set()
    assert folder.exists()


def test_update_pulls_the_clone_and_reads_what_is_new(mandex: Run, folder: Path, tmp_path: Path) -> None:
    def git(*arguments: str, cwd: Path) -> None:
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run(["git", *identity, *arguments], cwd=cwd, check=True, capture_output=True)

    late = folder / "resolution-9003.en.txt"
    text = late.read_text("utf-8")
    late.unlink()
    git("init", "-q", cwd=folder)
    git("add", ".", cwd=folder)
    git("commit", "-qm", "first", cwd=folder)
    clone, kb = tmp_path / "clone", tmp_path / "kb"
    git("clone", "-q", str(folder), str(clone), cwd=tmp_path)
    mandex("ingest", str(clone), "--exclude", "*.docx", kb=kb)
    before = _symbols(mandex, kb)
    late.write_text(text, "utf-8")
    git("add", ".", cwd=folder)
    git("commit", "-qm", "second", cwd=folder)
    result = mandex("update", kb=kb)
    assert result.exit_code == 0, result.stderr
    assert "1 files read" in result.stderr
    assert {symbol.split(",")[0] for symbol in _symbols(mandex, kb) - before} == {"S/RES/9003 (2032)"}
    (clone / late.name).unlink()
    git("remote", "set-url", "origin", str(tmp_path / "nowhere"), cwd=clone)
    gone = mandex("update", kb=kb)
    assert "cannot pull" in gone.stderr
    assert f"{clone / late.name} is gone" in gone.stderr


def test_update_of_a_base_that_read_no_folder(mandex: Run, tmp_path: Path) -> None:
    mandex("ingest", str(SPECIMENS / "resolution-9003.en.txt"), kb=tmp_path)
    result = mandex("update", kb=tmp_path)
    assert (result.exit_code, "read no folder" in result.stderr) == (1, True)


@pytest.mark.parametrize(
    ("ref", "address"),
    [
        (("2396",), "https://undocs.org/S/RES/2396(2017)"),
        (("S/RES/2396", "(2017)", "OP12", "--lang", "zh"), "https://undocs.org/zh/S/RES/2396(2017)"),
        (("A/RES/377(V)",), "https://undocs.org/A/RES/377(V)"),
        (("S/2015/939", "--lang", "en"), "https://undocs.org/en/S/2015/939"),
    ],
)
def test_the_official_address(mandex: Run, ref: tuple[str, ...], address: str) -> None:
    assert mandex("open", "--print", *ref).stdout == f"{address}\n"


def test_what_has_no_symbol_has_no_address(mandex: Run) -> None:
    assert mandex("open", "--print", "file:note.txt").exit_code == 1
