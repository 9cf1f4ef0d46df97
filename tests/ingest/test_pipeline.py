"""The pipeline: which files, what becomes of each, a run that is killed, a worker that dies."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from places import SPECIMENS

from mandex.corpus.opening import FILENAME
from mandex.corpus.store import Store
from mandex.ingest import pipeline
from mandex.ingest.pipeline import find_files, ingest, read_files
from mandex.ingest.readings import Reading


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "kb", create=True)


def resolutions(folder: Path, count: int) -> Path:
    """A folder of model resolutions, S/RES/9100 (2031) and on."""
    folder.mkdir()
    text = (SPECIMENS / "resolution-9002.zh-Hant.txt").read_text("utf-8")
    for number in range(9100, 9100 + count):
        (folder / f"{number}.txt").write_text(text.replace("9002", str(number)), "utf-8")
    return folder


def held(store: Store) -> int:
    return int(store.connection.execute("SELECT count(*) FROM documents").fetchone()[0])


def test_a_walk_skips_the_hidden_and_sets_other_kinds_aside(tmp_path: Path) -> None:
    for name in (
        "b.xml",
        "a.TXT",
        "notes.bin",
        "README.md",
        ".git/config.txt",
        ".hidden.xml",
        "deep/down/c.pdf",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    found = find_files([tmp_path, tmp_path / "b.xml"])
    assert [path.relative_to(tmp_path).as_posix() for path in found.files] == [
        "a.TXT",
        "b.xml",
        "deep/down/c.pdf",
    ]
    assert [path.name for path in found.others] == ["README.md", "notes.bin"]


def test_a_file_named_outright_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("x")
    assert find_files([tmp_path / "README.md"]).files == [tmp_path / "README.md"]


def test_every_file_has_one_outcome(store: Store, tmp_path: Path) -> None:
    folder = resolutions(tmp_path / "in", 12)
    (folder / "twice.txt").write_bytes((folder / "9100.txt").read_bytes())
    (folder / "empty.txt").write_bytes(b"")
    (folder / "notes.bin").write_bytes(b"x")
    summary = ingest([folder], store, workers=2)
    assert summary.files == {"document": 12, "duplicate": 1, "failed": 1, "skipped": 1}
    assert held(store) == 12
    assert [Path(problem.source).name for problem in summary.failures] == ["empty.txt"]
    again = ingest([folder], store, workers=2)
    assert again.files == {"unchanged": 13, "failed": 1, "skipped": 1}
    assert [Path(problem.source).name for problem in again.failures] == ["empty.txt"], "as long as it fails"


def test_a_killed_run_leaves_whole_documents_and_is_continued(store: Store, tmp_path: Path) -> None:
    folder = resolutions(tmp_path / "in", 400)
    command = [
        sys.executable,
        "-c",
        "from mandex.cli import main; main()",
        "--kb",
        str(store.folder),
        "ingest",
    ]
    process = subprocess.Popen([*command, "--workers", "1", str(folder)], stderr=subprocess.DEVNULL)
    while held(store) == 0:
        assert process.poll() is None, "the run ended before it could be killed"
        time.sleep(0.005)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    before = held(store)
    assert before < 400
    whole = "SELECT DISTINCT (SELECT count(*) FROM paragraphs WHERE doc = d.id) FROM documents d"
    assert len(store.connection.execute(whole).fetchall()) == 1
    assert store.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    summary = ingest([folder], store)
    assert summary.files["unchanged"] >= before - 1
    assert held(store) == 400


def _die_on_9103(path: Path, *, ocr: bool = False) -> Reading:
    if path.name == "9103.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return pipeline.read_data(path, path.read_bytes(), ocr=ocr)


def test_a_worker_that_dies_is_named_and_the_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = resolutions(tmp_path / "in", 20)
    monkeypatch.setattr(pipeline, "read_file", _die_on_9103)
    readings = list(read_files(sorted(folder.iterdir()), workers=2))
    assert len(readings) == 20
    [failed] = [reading for reading in readings if not reading.documents]
    assert failed.path.name == "9103.txt"
    assert failed.problems[0].code == "reader-died"


def test_a_fault_of_ours_is_one_problem_not_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("fault")

    monkeypatch.setattr(pipeline, "assemble", fail)
    path = SPECIMENS / "resolution-9003.en.txt"
    [problem] = pipeline.read_file(path).problems
    assert problem.code == "internal-error"
    assert "KeyError" in problem.message


def test_a_document_that_cannot_be_written_is_one_problem_not_the_end(store: Store, tmp_path: Path) -> None:
    def one_is_odd(paths: Sequence[Path]) -> Iterator[Reading]:
        for reading in map(pipeline.read_file, paths):
            odd = [replace(d, title="\ud800") if "9101" in d.symbol else d for d in reading.documents]
            yield replace(reading, documents=tuple(odd))

    folder = resolutions(tmp_path / "in", 3)
    summary = ingest([folder], store, reader=one_is_odd)
    assert summary.files == {"document": 2, "failed": 1}
    assert [Path(p.source).name for p in summary.failures] == ["9101.txt"]
    assert "fault in Mandex (UnicodeEncodeError" in summary.failures[0].message
    assert ingest([folder], store).failures == summary.failures, "and it is named again"


def test_positions_point_into_the_source(store: Store) -> None:
    """Paragraphs and citations of a plain text can be cut out of the file by their offsets."""
    path = SPECIMENS / "resolution-9003.en.txt"
    ingest([path], store)
    document = store.document("S/RES/9003 (2032)", "en")
    assert document is not None
    text = path.read_text("utf-8")
    for paragraph in document.paragraphs:
        printed = text[paragraph.span.start : paragraph.span.end]
        assert printed.split()[0] == paragraph.text.split()[0]
        assert printed.split()[-1] == paragraph.text.split()[-1]


def test_a_base_stays_readable_while_it_is_written(store: Store, tmp_path: Path) -> None:
    """Write-ahead logging: a search that runs during an ingestion sees the last whole state."""
    ingest([resolutions(tmp_path / "in", 3)], store)
    with store.transaction() as db:
        db.execute("DELETE FROM documents")
        with sqlite3.connect(store.folder / FILENAME) as reader:
            assert reader.execute("SELECT count(*) FROM documents").fetchone() == (3,)
