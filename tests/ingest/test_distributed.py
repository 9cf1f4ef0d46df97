"""Reading by a Dask cluster on this machine: the same base, whatever is killed meanwhile."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from places import SPECIMENS

pytest.importorskip("distributed", reason="needs mandex[dask], an extra")

from mandex.corpus.errors import StoreError
from mandex.corpus.opening import FILENAME
from mandex.corpus.store import Store
from mandex.ingest import distributed
from mandex.ingest.pipeline import Reader, ingest


def _files(folder: Path, copies: int) -> Path:
    """The specimens several times over, each text another."""
    folder.mkdir()
    letter = (SPECIMENS / "letter-9104.zh.txt").read_text("utf-8")
    for number in range(copies):
        (folder / f"letter{number}.txt").write_text(f"{letter}\n{number}", "utf-8")
    for file in SPECIMENS.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    return folder


def _reader(workers: int) -> Reader:
    return partial(distributed.read_files, address="local", workers=workers)


def _contents(kb: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(kb / FILENAME) as db:
        return db.execute(
            "SELECT d.symbol, d.lang, d.source, d.sha256, p.seq, p.label, p.text FROM documents AS d"
            " JOIN paragraphs AS p ON p.doc = d.id ORDER BY 1, 2, 5"
        ).fetchall()


def _here(folder: Path, kb: Path) -> list[tuple[object, ...]]:
    with Store.open(kb, create=True) as store:
        ingest([folder], store, workers=1)
    return _contents(kb)


def test_workers_may_be_killed_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _files(tmp_path / "in", 60)
    wanted = _here(folder, tmp_path / "here")
    monkeypatch.setattr(distributed, "_BATCH", 2)
    killed: list[int] = []

    def kill(ports: dict[str, int]) -> None:
        for pid in ports.values():
            os.kill(pid, signal.SIGKILL)
            killed.append(pid)
            time.sleep(1)

    connected = distributed._client

    def watched(address: str, workers: int | None) -> object:
        @contextmanager
        def open_() -> object:
            with connected(address, workers) as client:
                pids = client.run(os.getpid)
                killer = threading.Timer(0.3, kill, [pids])
                killer.start()
                yield client
                killer.join()

        return open_()

    monkeypatch.setattr(distributed, "_client", watched)
    with Store.open(tmp_path / "there", create=True) as store:
        summary = ingest([folder], store, reader=_reader(2))
        assert not summary.failures
    assert len(killed) == 2
    assert _contents(tmp_path / "there") == wanted


_RUN = """
import sys
from functools import partial
from pathlib import Path
from mandex.corpus.store import Store
from mandex.ingest.distributed import read_files
from mandex.ingest.pipeline import ingest
if __name__ == "__main__":
    with Store.open(Path(sys.argv[2]), create=True) as store:
        reader = partial(read_files, address="local", workers=1)
        ingest([Path(sys.argv[1])], store, reader=reader,
               progress=lambda done, total: print(done, flush=True))
"""


def test_a_writer_that_was_killed_is_gone_on_with(tmp_path: Path) -> None:
    folder = _files(tmp_path / "in", 30)
    wanted = _here(folder, tmp_path / "here")
    script = tmp_path / "run.py"
    script.write_text(_RUN)
    command = [sys.executable, str(script), str(folder), str(tmp_path / "there")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as run:
        assert run.stdout is not None
        for line in run.stdout:
            if line.strip() == "5":
                run.kill()
                break
    held = len({row[2] for row in _contents(tmp_path / "there")})
    assert 0 < held < 30
    with Store.open(tmp_path / "there") as store:
        summary = ingest([folder], store, reader=_reader(1))
        assert summary.files["unchanged"] >= 5
    assert _contents(tmp_path / "there") == wanted


def test_a_cluster_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distributed, "_PATIENCE", 1)
    with pytest.raises(StoreError, match="no Dask cluster"):
        list(distributed.read_files([tmp_path / "a.txt"], "tcp://127.0.0.1:9"))


def test_workers_that_cannot_be_started_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(**_: object) -> None:
        raise RuntimeError("Nanny failed to start.")

    monkeypatch.setattr(distributed, "LocalCluster", failing)
    with pytest.raises(StoreError, match="run the same again"):
        list(distributed.read_files([Path("a.txt")], "local"))
