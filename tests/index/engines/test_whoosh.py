"""What only the engine beside the store can suffer: locks, killed writers, folders that went missing."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from search_cases import base, documents

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
writer = engine._writer()
writer.add_document(text="ghost", id=1)
print("writing", flush=True)
time.sleep(60)
"""


def _words(store: Store, query: str) -> list[str]:
    engine = open_engine(store, "whoosh")
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


def test_both_engines_may_exist(tmp_path: Path) -> None:
    store = base(tmp_path)
    assert _words(store, "passenger") == [hit.doc for hit in search(store, "passenger")]


def test_importing_whoosh_warns_of_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", "import mandex.index.engines.whoosh"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
