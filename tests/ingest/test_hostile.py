"""Hostile files: each is refused and named within its limits, and the run goes on."""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from docx_maker import make_docx
from places import SPECIMENS, Run

from mandex.corpus.opening import FILENAME
from mandex.corpus.store import Store
from mandex.ingest import pipeline, readers, workers
from mandex.ingest.pipeline import ingest
from mandex.ingest.readers import dump
from mandex.ingest.readings import Reading

MANDEX = [str(Path(sys.executable).with_name("mandex"))]
posix = pytest.mark.skipif(os.name != "posix", reason="names are bytes, and pipes lie in folders, on POSIX")
TEXT = (SPECIMENS / "resolution-9002.zh-Hant.txt").read_text("utf-8")


def folder_of(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(9100, 9100 + count):
        (folder / f"{number}.txt").write_text(TEXT.replace("9002", str(number)), "utf-8")
    return folder


@posix
def test_an_odd_name_a_pipe_and_a_device_among_many(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "in", 12)
    odd = folder / os.fsdecode(b"9\xff\x1b[31m.txt")
    odd.write_text(TEXT.replace("9002", "9200"), "utf-8")
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "gone.txt").symlink_to("nowhere")
    with Store.open(tmp_path / "kb", create=True) as store:
        summary = ingest([folder], store, workers=2)
        assert summary.files == {"document": 13}
        named = {Path(problem.source).name: problem.message for problem in summary.failures}
        assert set(named) == {"pipe.txt", "zero.txt", "gone.txt"}
        assert "pipe" in named["pipe.txt"]
        assert "device" in named["zero.txt"]
        sources = [row[0] for row in store.connection.execute("SELECT source FROM documents")]
        [written] = [source for source in sources if "\\xff" in source]
        assert store.outcome(written) == "document"
        assert ingest([folder], store, workers=2).files == {"unchanged": 13}


@posix
def test_a_pipe_named_outright(mandex: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    result = mandex("ingest", str(tmp_path / "pipe"), kb=tmp_path / "kb")
    assert result.exit_code == 2
    assert "standard input" in result.stderr


def _slow(path: Path, **_: object) -> Reading:
    if "slow" in path.name:
        while True:
            pass
    if "large" in path.name:
        return Reading(path, "x" * (1 << 31))
    if "dead" in path.name:
        os.kill(os.getpid(), signal.SIGSEGV)
    return pipeline.read_data(path, path.read_bytes())


@pytest.mark.skipif(sys.platform != "linux", reason="limits on memory hold on Linux")
def test_limits_on_time_and_memory_and_a_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_of(tmp_path / "in", 10)
    for name in ("slow", "large", "dead"):
        (folder / f"9{name}.txt").write_text(name)
    monkeypatch.setattr(pipeline, "read_file", _slow)
    monkeypatch.setattr(pipeline, "_limits", lambda task: workers.Limits(0.5, 1 << 28))
    readings = list(pipeline.read_files(sorted(folder.iterdir()), workers=2))
    assert len(readings) == 13
    failed = {reading.path.stem: reading.problems[0] for reading in readings if not reading.documents}
    assert {name: problem.code for name, problem in failed.items()} == {
        "9slow": "too-slow",
        "9large": "too-large",
        "9dead": "reader-died",
    }
    assert "SIGSEGV" in failed["9dead"].message


def test_workers_that_are_spawned_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows and macOS, where a worker starts with nothing loaded."""
    files = sorted(path for path in SPECIMENS.iterdir() if path.suffix in {".txt", ".xml"})[:4]
    forked = [reading.documents for reading in pipeline.read_files(files, workers=2)]
    monkeypatch.setattr(workers, "_context", lambda: multiprocessing.get_context("spawn"))
    spawned = [reading.documents for reading in pipeline.read_files(files, workers=2)]
    assert len(spawned) == 4
    assert sorted(map(repr, spawned)) == sorted(map(repr, forked))


def _bomb(folder: Path) -> Path:
    """A Word file of millions of empty paragraphs, small when it is packed."""
    path = folder / "bomb.docx"
    path.write_bytes(make_docx("<w:p/>" * 6_000_000))
    return path


def _circle(folder: Path) -> Path:
    """A PDF whose tree of pages leads back to itself, and says that it has 100,000 pages."""
    path = folder / "circle.pdf"
    path.write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 100000>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )
    return path


def _utf16_entities(folder: Path) -> Path:
    path = folder / "wide.xml"
    text = (
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc>&x;</doc></akomaNtoso>'
    )
    path.write_bytes(text.encode("utf-16"))
    return path


def _comments(folder: Path) -> Path:
    path = folder / "comments.html"
    path.write_bytes(b"<!-- -->" * 500 + b"<nothing>")
    return path


@pytest.mark.parametrize("make", [_bomb, _circle, _utf16_entities, _comments], ids=lambda make: make.__name__)
def test_hostile_files_are_refused_in_time(mandex: Run, tmp_path: Path, make: object) -> None:
    path = make(tmp_path)  # type: ignore[operator]
    good = SPECIMENS / "resolution-9003.en.txt"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = mandex("ingest", str(path), str(good), kb=tmp_path / "kb")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert result.exit_code == 2, result.stderr
    assert path.name in result.stderr
    assert "fault in Mandex" not in result.stderr
    assert "root:" not in mandex("export", "paragraphs", kb=tmp_path / "kb").stdout
    assert after.ru_utime - before.ru_utime < 15
    assert after.ru_maxrss < 2**21, "two gibibytes"
    assert mandex("show", "S/RES/9003 (2032) OP1", kb=tmp_path / "kb").exit_code == 0
    again = mandex("ingest", str(path), str(good), kb=tmp_path / "kb")
    assert again.exit_code == 2
    assert path.name in again.stderr, "named as long as it fails"


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["form-calls-itself.pdf"])
def test_hostile_cases(mandex: Run, data: Path, tmp_path: Path, name: str) -> None:
    path = data.parent / "cases" / "hostile" / name
    if not path.exists():
        pytest.skip(f"{path} is not there")
    result = mandex("ingest", str(path), kb=tmp_path / "kb")
    assert result.exit_code == 2
    assert name in result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_no_worker_outlives_its_parent(tmp_path: Path, end: signal.Signals) -> None:
    folder = folder_of(tmp_path / "in", 200)
    command = [*MANDEX, "--kb", str(tmp_path / "kb"), "ingest", "--workers", "3", str(folder)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        children: set[int] = set()
        until = time.monotonic() + 30
        while len(children) < 3 and time.monotonic() < until and process.poll() is None:
            children |= _children(process.pid)
        assert len(children) >= 3
        process.send_signal(end)
        process.wait()
    until = time.monotonic() + 5
    while any(map(_runs, children)) and time.monotonic() < until:
        time.sleep(0.01)
    assert not [child for child in children if _runs(child)]
    assert (tmp_path / "kb" / FILENAME).exists()


def _children(parent: int) -> set[int]:
    with contextlib.suppress(OSError):
        return set(map(int, Path(f"/proc/{parent}/task/{parent}/children").read_text().split()))
    return set()


def _runs(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


@pytest.mark.parametrize("suffix", ["txt", "html", "md", "rtf", "wiki", "xml"])
def test_a_file_of_one_text_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    monkeypatch.setattr(readers, "_LARGEST_TEXT", 1000)
    starts = {"rtf": r"{\rtf1 ", "xml": "<akomaNtoso>", "html": "<html>", "wiki": "== Resolution ==\n"}
    data = starts.get(suffix, "").encode() + b"The Security Council decides. " * 40
    reading = pipeline.read_data(tmp_path / f"long.{suffix}", data)
    assert [problem.code for problem in reading.problems] == ["too-large"]
    assert not reading.documents


def test_one_document_of_a_collection_has_a_largest_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line of another 105 MB took half a minute and 2.6 GB."""
    monkeypatch.setattr(pipeline, "MOST_OF_ONE", 1000)
    line = '{"symbol": "S/RES/9999 (2031)", "text": "%s"}\n'
    words = "The Security Council decides. "
    short, long = (pipeline.read_data(tmp_path / "a.jsonl", (line % (words * n)).encode()) for n in (10, 40))
    assert len(short.documents) == 1
    assert [problem.code for problem in long.problems] == ["too-large"]


def test_json_of_values_without_number_is_refused_before_it_is_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hundred megabytes of `{"a":1}` took 2.7 GB."""
    monkeypatch.setattr(dump, "_MOST_INNER", 20)
    one = '{"symbol": "S/RES/9999 (2031)", "text": "The Security Council decides to extend the mandate."}'
    few = pipeline.read_data(tmp_path / "a.json", f"[{one}]".encode())
    assert len(few.documents) == 1
    monkeypatch.setattr(json.JSONDecoder, "raw_decode", None)
    many = pipeline.read_data(tmp_path / "a.json", f"[{', '.join([one] * 30)}]".encode())
    assert [problem.code for problem in many.problems] == ["too-large"]


def test_an_object_of_a_thousand_fields_is_no_document(tmp_path: Path) -> None:
    fields = {f"field {n}": n for n in range(2000)} | {"text": "The Security Council decides."}
    reading = pipeline.read_data(tmp_path / "a.json", json.dumps(fields).encode())
    assert not reading.documents
