"""Two writers and a reader at once, on every local engine: each paragraph is in the index once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import search_cases
from search_cases import base

from mandex.index.engines import is_installed, open_engine
from mandex.index.search.fulltext import search

_WRITES = """
import sys
from pathlib import Path
from search_cases import documents
from mandex.corpus.store import Store
from mandex.index.engines import open_engine
kb, engine_name, name = sys.argv[1:]
store = Store.open(Path(kb))
for round in range(4):
    engine = open_engine(store, engine_name)
    store.listeners[:] = [engine]
    for document in documents():
        store.put_file(document.source, f"{name}{round}", [document])
    engine.close()
"""
_ASKS = """
import sys
from pathlib import Path
from mandex.corpus.store import Store
from mandex.index.engines import open_engine
from mandex.index.search.fulltext import search
kb, engine_name, _ = sys.argv[1:]
store = Store.open(Path(kb))
for round in range(40):
    engine = open_engine(store, engine_name)
    search(store, "asset freeze", engine=engine)
    engine.close()
"""


@pytest.mark.parametrize("name", ["fts5", "whoosh", "tantivy"])
def test_two_writers_and_a_reader_leave_one_entry_a_paragraph(tmp_path: Path, name: str) -> None:
    if not is_installed(name):
        pytest.skip(f"{name} is not installed")
    store = base(tmp_path)
    engine = open_engine(store, name)
    engine.catch_up()
    engine.close()
    environment = {**os.environ, "PYTHONPATH": str(Path(search_cases.__file__).parent)}
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path), name, run], env=environment, stderr=subprocess.PIPE
        )
        for code, run in ((_WRITES, "a"), (_WRITES, "b"), (_ASKS, ""))
    ]
    for process in processes:
        _, said = process.communicate(timeout=300)
        assert process.returncode == 0, said.decode()
    engine = open_engine(store, name)
    (paragraphs,) = store.connection.execute("SELECT count(*) FROM paragraphs").fetchone()
    engine.catch_up()
    assert engine.behind() == 0
    assert engine.count() == paragraphs
    before = [hit.doc for hit in search(store, "asset freeze", engine=engine)]
    engine.rebuild()
    assert [hit.doc for hit in search(store, "asset freeze", engine=engine)] == before
    engine.close()
