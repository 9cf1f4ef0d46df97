"""What only the engine beside the store can suffer: locks, killed writers, folders that went missing."""

from __future__ import annotations

import contextlib
import os
import pickle
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from search_cases import base, documents
from whoosh.index import EmptyIndexError

from mandex.corpus.errors import StoreError
from mandex.corpus.store import Store
from mandex.index.engines import open_engine
from mandex.index.engines.whoosh import FOLDER
from mandex.index.search.fulltext import search

_KILLED = """
import sys, time
from pathlib import Path
from mandex.corpus.store import Store
from mandex.index.engines import open_engine
engine = open_engine(Store.open(Path(sys.argv[1])), "whoosh")
engine.catch_up()
writer = engine._open().writer()
writer.add_document(text="ghost", id=1)
print("writing", flush=True)
time.sleep(60)
"""


def _words(store: Store, query: str) -> list[str]:
    engine = open_engine(store, "whoosh")
    engine.catch_up()
    try:
        return [hit.doc for hit in search(store, query, engine=engine)]
    finally:
        engine.close()


def test_a_killed_writer_leaves_no_lock_and_no_ghost(tmp_path: Path) -> None:
    store = base(tmp_path)
    assert _words(store, "passenger")
    with subprocess.Popen(
        [sys.executable, "-c", _KILLED, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "writing\n"
        os.kill(writer.pid, signal.SIGKILL)
    first, *_ = documents()
    store.put_file(first.source, "2", [])
    store.connection.execute("DELETE FROM documents WHERE symbol = ?", (first.symbol,))
    assert _words(store, "passenger") == []
    assert _words(store, "ghost") == []


def test_a_folder_that_went_missing_is_made_anew(tmp_path: Path) -> None:
    store = base(tmp_path)
    assert _words(store, "passenger")
    shutil.rmtree(tmp_path / FOLDER)
    assert _words(store, "passenger")


@pytest.mark.parametrize("error", [EmptyIndexError, FileNotFoundError])
def test_a_reader_waits_for_an_index_that_is_being_renamed(tmp_path, monkeypatch, error) -> None:
    store = base(tmp_path)
    assert _words(store, "passenger")
    engine = open_engine(store, "whoosh")
    newest, looks = engine._newest, []

    def looked() -> object:
        looks.append(1)
        if len(looks) < 3:
            raise error("no table of contents for a moment")
        return newest()

    monkeypatch.setattr(engine, "_newest", looked)
    assert search(store, "passenger", engine=engine)


def test_both_engines_may_exist(tmp_path: Path) -> None:
    store = base(tmp_path)
    assert _words(store, "passenger") == [hit.doc for hit in search(store, "passenger")]


def test_importing_whoosh_warns_of_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", "import mandex.index.engines.whoosh"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


class _Bomb:
    """A pickle that runs a command when it is read."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, ...]:
        return os.system, (f"touch {self.mark}",)


def _replaced(data: bytes, bomb: bytes) -> list[bytes]:
    """A file with the bomb in place of each of its pickles."""
    places = [
        at for at in range(len(data)) if data[at : at + 1] == b"\x80" and data[at + 1 : at + 2] in b"\x02\x05"
    ]
    return [data[:at] + bomb for at in places] + [data[:at] + bomb + data[at + len(bomb) :] for at in places]


def test_no_file_of_an_index_can_run_code(tmp_path: Path) -> None:
    """The bomb stands wherever a pickle begins, and in place of the schema; an answer may fail, no more."""
    store = base(tmp_path)
    assert _words(store, "passenger")
    mark = tmp_path / "ran"
    for protocol in (2, 5):
        bomb = pickle.dumps(_Bomb(mark), protocol)
        for file in sorted((tmp_path / FOLDER).iterdir()):
            whole = file.read_bytes()
            for changed in _replaced(whole, bomb)[:60]:
                file.write_bytes(changed)
                engine = open_engine(store, "whoosh")
                for ask in (
                    engine.ready,
                    engine.behind,
                    engine.size,
                    lambda e=engine: search(store, "asset freeze", engine=e),
                ):
                    with contextlib.suppress(StoreError):
                        ask()
            file.write_bytes(whole)
    assert not mark.exists()
    assert _words(store, "passenger")


def test_a_damaged_index_is_named_to_readers_and_healed_by_writers(tmp_path: Path) -> None:
    store = base(tmp_path)
    assert _words(store, "passenger")
    [contents] = (tmp_path / FOLDER).glob("*.toc")
    contents.write_bytes(contents.read_bytes()[:50])
    engine = open_engine(store, "whoosh")
    with pytest.raises(StoreError, match="doctor --repair"):
        search(store, "passenger", engine=engine)
    assert contents.stat().st_size == 50, "a question writes nothing"
    engine.catch_up()
    assert search(store, "passenger", engine=engine)
