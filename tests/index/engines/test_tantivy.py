"""tantivy beside the store: locks, killed writers, damaged and foreign folders, what is written when."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import search_cases
from search_cases import base, documents, fill

from mandex.corpus.errors import StoreError
from mandex.corpus.store import Store
from mandex.index.engines import And, Engine, Filter, Node, Or, Phrase, open_engine
from mandex.index.engines.locks import alone
from mandex.index.search.fulltext import search

tantivy = pytest.importorskip("tantivy", reason="needs mandex[tantivy], an extra")
FOLDER, LOCK = "tantivy", "tantivy.lock"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(search_cases.__file__).parent)}

_KILLED = """
import sys, time
from pathlib import Path
from mandex.corpus.store import Store
from mandex.index.engines import open_engine
import tantivy
engine = open_engine(Store.open(Path(sys.argv[1])), "tantivy")
engine.catch_up()
writer = engine._writer()
ghost = tantivy.Document()
ghost.add_text("text", "ghost")
ghost.add_integer("id", 1)
writer.add_document(ghost)
if sys.argv[2] == "committed":
    writer.commit()
print("writing", flush=True)
time.sleep(60)
"""


def _engine(store: Store) -> Engine:
    return open_engine(store, "tantivy")


def _words(store: Store, query: str) -> list[str]:
    engine = _engine(store)
    engine.catch_up()
    try:
        return [hit.doc for hit in search(store, query, engine=engine)]
    finally:
        engine.close()


@pytest.mark.parametrize("when", ["uncommitted", "committed"])
def test_a_killed_writer_leaves_no_lock_and_no_ghost(tmp_path: Path, when: str) -> None:
    store = base(tmp_path)
    assert _words(store, "passenger")
    with subprocess.Popen(
        [sys.executable, "-c", _KILLED, str(tmp_path), when], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "writing\n"
        os.kill(writer.pid, signal.SIGKILL)
    first, *_ = documents()
    store.put_file(first.source, "2", [])
    store.connection.execute("DELETE FROM documents WHERE symbol = ?", (first.symbol,))
    assert _words(store, "passenger") == []
    assert _words(store, "ghost") == []


def test_a_run_that_was_killed_before_the_index_was_written_is_made_good(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        engine = _engine(store)
        store.listeners.append(engine)
        fill(store)  # and never closes the engine
    with Store.open(tmp_path) as store:
        assert _engine(store).catch_up() == len(documents())
        assert _words(store, "passenger")


def test_what_is_committed_to_the_store_is_written_when_there_is_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mandex.index.engines.beside.MANY", 4)
    with Store.open(tmp_path, create=True) as store:
        writing = _engine(store)
        writing.catch_up()
        store.listeners.append(writing)
        fill(store)  # and never closes the engine
        assert 0 < _engine(store).count() <= writing.count()
        assert _engine(store).catch_up() == 0, "a question of the writer itself wrote the rest"


def test_a_folder_that_went_missing_is_made_anew(tmp_path: Path) -> None:
    store = base(tmp_path)
    assert _words(store, "passenger")
    shutil.rmtree(tmp_path / FOLDER)
    with pytest.raises(StoreError, match="doctor --repair"):
        _engine(store).ready()
    assert _words(store, "passenger")


def test_an_index_of_other_fields_is_not_read(tmp_path: Path) -> None:
    store = base(tmp_path)
    assert _words(store, "passenger")
    shutil.rmtree(tmp_path / FOLDER)
    (tmp_path / FOLDER).mkdir()
    made = tantivy.SchemaBuilder()
    made.add_text_field("text", stored=True)
    foreign = tantivy.Index(made.build(), path=str(tmp_path / FOLDER))
    del foreign
    with pytest.raises(StoreError, match=r"does not match.*doctor --repair"):
        _engine(store).ready()
    assert _words(store, "passenger"), "who writes makes it anew"


def test_a_question_writes_nothing(tmp_path: Path) -> None:
    store = base(tmp_path)
    assert _words(store, "passenger")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / FOLDER).iterdir()}
    search(store, "asset freeze", engine=_engine(store))
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / FOLDER).iterdir()} == before


_ASKED = """
import sys
from pathlib import Path
from mandex.corpus.errors import StoreError
from mandex.corpus.store import Store
from mandex.index.engines import open_engine
from mandex.index.search.fulltext import search
store = Store.open(Path(sys.argv[1]))
for line in sys.stdin:
    path, at, value = line.strip().rsplit(" ", 2)
    file = Path(path)
    whole = file.read_bytes()
    changed = whole[: int(at)] if value == "cut" else whole[: int(at)] + bytes([int(value)]) + whole[int(at) + 1 :]
    changed_file = file.with_name("changed")
    changed_file.write_bytes(changed)
    changed_file.replace(file)
    engine = open_engine(store, "tantivy")
    for ask in (engine.ready, engine.behind, engine.count, lambda: search(store, "asset freeze", engine=engine)):
        try:
            ask()
        except StoreError:
            pass
    changed_file.write_bytes(whole)
    changed_file.replace(file)
print("whole")
"""  # noqa: E501


def test_an_altered_index_ends_in_an_error_or_an_answer(tmp_path: Path) -> None:
    """Bytes of every file changed, files cut short: no crash of the process, no other kind of error."""
    store = base(tmp_path)
    assert _words(store, "passenger")
    chance = random.Random(7)
    lines = []
    for file in sorted((tmp_path / FOLDER).iterdir()):
        size = file.stat().st_size
        places = sorted(chance.sample(range(size), min(size, 12)))
        lines += [f"{file} {at} {chance.randrange(256)}" for at in places]
        lines += [f"{file} {at} cut" for at in places[::4]]
    done = subprocess.run(
        [sys.executable, "-c", _ASKED, str(tmp_path)], input="\n".join(lines), text=True,
        capture_output=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.stdout == "whole\n", f"{done.returncode}: {done.stderr[-2000:]}"
    assert _words(store, "passenger")


def test_a_damaged_index_is_named_to_readers_and_healed_by_writers(tmp_path: Path) -> None:
    store = base(tmp_path)
    assert _words(store, "passenger")
    meta = tmp_path / FOLDER / "meta.json"
    meta.write_bytes(meta.read_bytes()[:50])
    with pytest.raises(StoreError, match="doctor --repair"):
        search(store, "passenger", engine=_engine(store))
    assert meta.stat().st_size == 50, "a question writes nothing"
    engine = _engine(store)
    engine.catch_up()
    assert search(store, "passenger", engine=engine)


def test_a_reference_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """The names of segments in meta.json are numbers: no path can be written there."""
    store = base(tmp_path)
    assert _words(store, "passenger")
    meta = tmp_path / FOLDER / "meta.json"
    told = json.loads(meta.read_text())
    told["segments"][0]["segment_id"] = "../../../../etc/passwd"
    meta.write_text(json.dumps(told))
    with pytest.raises(StoreError, match="doctor --repair"):
        _engine(store).ready()


def test_a_lock_that_is_held_is_waited_for_and_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mandex.index.engines.locks.PATIENCE", 0.2)
    store = base(tmp_path)
    assert _words(store, "passenger")
    engine = _engine(store)
    with (
        alone(tmp_path / LOCK, tmp_path / FOLDER),
        pytest.raises(StoreError, match="another process is writing"),
    ):
        engine.rebuild()
    engine.rebuild()
    assert engine.matching(Phrase(("passenger",)))


@pytest.mark.parametrize(
    "node",
    [
        And((Filter("lang", "begins", ("",)),)),  # all, with the score 0
        Phrase(("a",), prefix=True),
        Or((Phrase(("a",), prefix=True), Phrase(("passenger",)))),  # some stand above the others
        And((Phrase(("a",), prefix=True), Filter("kind", "is", ("operative",)))),
    ],
)
def test_a_long_group_of_equal_scores_is_read_by_parts_in_the_order_of_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, node: Node
) -> None:
    store = base(tmp_path)
    engine = _engine(store)
    engine.catch_up()
    whole = list(engine.ranked(node))
    assert len(whole) > 3
    monkeypatch.setattr("mandex.index.engines.tantivy_ranking._FIRST_PAGE", 2)
    for most in (-1, 1, 3, len(whole) - 1):
        found = list(engine.ranked(node, most))
        assert [id_ for id_, _ in found] == [id_ for id_, _ in whole][: most if most >= 0 else None]
        assert [score for _, score in found] == pytest.approx([score for _, score in whole][: len(found)])


def test_what_was_taken_out_is_not_counted(tmp_path: Path) -> None:
    store = base(tmp_path)
    engine = _engine(store)
    engine.catch_up()
    first, *_ = documents()
    held, of_it = engine.frequency("passenger"), engine.count()
    store.connection.execute("DELETE FROM documents WHERE symbol = ?", (first.symbol,))
    engine.catch_up()
    (left,) = store.connection.execute("SELECT count(*) FROM paragraphs").fetchone()
    assert engine.count() == left < of_it
    assert engine.frequency("passenger") == len(engine.matching(Phrase(("passenger",)))) < held
