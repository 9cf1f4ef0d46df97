"""A cluster of three nodes on loopback: the conformance suite, and a node killed under questions and writes.

Skipped where there is no Java, or the server has not been fetched: `make cluster` fetches it.
"""

from __future__ import annotations

import itertools
import os
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from cluster import Cluster, missing
from conformance import *  # noqa: F403 - the tests themselves
from conformance import agree, typed
from hypothesis import HealthCheck, given, settings
from places import SPECIMENS
from search_cases import documents, fill
from sharing import Machine, answer_alike, rows

from mandex.corpus.errors import StoreError
from mandex.corpus.model import Document
from mandex.corpus.store import Store
from mandex.index.engines import And, Engine, Filter, Phrase, is_installed, open_engine
from mandex.index.search.fulltext import search

pytestmark = [
    pytest.mark.skipif(not is_installed("opensearch"), reason="needs mandex[opensearch], an extra"),
    pytest.mark.skipif(bool(missing()), reason=missing() or "-"),
    pytest.mark.xdist_group("cluster"),
]
ALL = os.environ.get("MANDEX_CLUSTER") == "all"  # `make cluster`; otherwise a part, in a minute
_names = (f"test-{number}" for number in itertools.count())


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """Three nodes, in a folder that may be given to another user, as pytest's may not."""
    with TemporaryDirectory(prefix="mandex-cluster-") as folder:
        made = Cluster(Path(folder))
        try:
            made.start()
            yield made
        finally:
            made.stop()


def _open(store: Store, cluster: Cluster, name: str, shards: int = 3) -> Engine:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("MANDEX_OPENSEARCH", f"{cluster.address}/{name}?shards={shards}")
        return open_engine(store, "opensearch")


@pytest.fixture
def engine(cluster: Cluster, tmp_path: Path) -> Iterator[Engine]:
    """The engine, listening while the documents are stored."""
    if not ALL:
        pytest.skip("an index for each test takes minutes: make cluster")
    with Store.open(tmp_path / "kb", create=True) as store:
        made = _open(store, cluster, next(_names))
        store.listeners.append(made)
        fill(store)
        yield made
        made._cluster.client.indices.delete(index=f"{made._index.alias}-*")  # type: ignore[attr-defined]
        made.close()


@pytest.fixture(scope="module")
def engines(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> list[Engine]:
    """The default engine and this one on one store."""
    store = Store.open(tmp_path_factory.mktemp("kb"), create=True)
    fill(store)
    made = [open_engine(store, "fts5"), _open(store, cluster, next(_names), shards=1)]
    for one in made:
        one.catch_up()
    return made


@settings(max_examples=2000 if ALL else 40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(query=typed)
def test_nothing_typed_is_an_error_and_engines_agree(engines: list[Engine], query: str) -> None:
    agree(engines, query)


# -- what only a cluster can suffer


def _copies(times: int) -> Iterator[Document]:
    """The documents many times over, each with a symbol of its own."""
    for number in range(times):
        for one in documents():
            symbol = f"{one.symbol} {number}"
            yield replace(one, symbol=symbol, source=f"{one.source} {number}", sha256=f"{one.sha256}{number}")


def test_a_node_killed_under_questions_and_writes_loses_nothing(cluster: Cluster, tmp_path: Path) -> None:
    """Every question meanwhile is answered whole or not at all; the index holds what the store holds."""
    name = next(_names)
    with Store.open(tmp_path / "kb", create=True) as store:
        fill(store)
        first = _open(store, cluster, name)
        first.catch_up()
        cluster.wait(3, "green")
        asked = And((Phrase(("asset",)), Filter("document", "one of", (1, 2, 3, 4, 5))))
        wanted = first.matching(asked)
        assert wanted
        answers: list[set[int] | str] = []
        over = threading.Event()

        def ask() -> None:
            with Store.open(tmp_path / "kb") as other:
                asking = _open(other, cluster, name)
                while not over.is_set():
                    try:
                        answers.append(asking.matching(asked))
                    except StoreError as error:
                        answers.append(str(error))

        asking = threading.Thread(target=ask)
        asking.start()
        try:
            store.listeners.append(first)
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("mandex.index.engines.beside.MANY", 100)
                for number, document in enumerate(_copies(120)):
                    if number == 200:
                        cluster.kill(0)
                    store.put_file(document.source, document.sha256, [document])
            first.close()
        finally:
            over.set()
            asking.join()
            store.listeners.clear()
        found = [answer for answer in answers if not isinstance(answer, str)]
        assert len(found) > 10
        assert all(answer == wanted for answer in found), "an answer was partial"
        after = _open(store, cluster, name)
        (paragraphs,) = store.connection.execute("SELECT count(*) FROM paragraphs").fetchone()
        assert after.count() == paragraphs
        assert after.catch_up() == 0
        local = open_engine(store, "fts5")
        local.catch_up()
        assert after.matching(Phrase(("extend",))) == local.matching(Phrase(("extend",)))
        cluster.restart(0)
        cluster.wait(3, "green")
        assert after.count() == paragraphs
        after.close()


def test_an_index_that_lost_all_copies_of_a_shard_gives_no_answer(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without copies a killed node takes its shards with it: OpenSearch would answer with the rest."""
    monkeypatch.setattr("mandex.index.engines.cluster._QUESTIONS", 5.0)
    with Store.open(tmp_path / "kb", create=True) as store:
        fill(store)
        made = _open(store, cluster, next(_names))
        made.catch_up()
        made._cluster.client.indices.put_settings(  # type: ignore[attr-defined]
            index=made._index.alias,
            body={"number_of_replicas": 0},  # type: ignore[attr-defined]
        )
        time.sleep(2)
        cluster.kill(1)
        try:
            with pytest.raises(StoreError, match=r"shard|red|only a part|not connected|does not answer"):
                made.matching(Phrase(("asset",)))
            with pytest.raises(StoreError):
                search(store, "asset freeze", engine=made)
        finally:
            cluster.restart(1)
            cluster.wait(3)
        monkeypatch.setattr("mandex.index.engines.cluster._QUESTIONS", 60.0)
        assert made.matching(Phrase(("asset",)))
        made.close()


def test_the_index_of_another_base_is_left_alone(cluster: Cluster, tmp_path: Path) -> None:
    name = next(_names)
    for folder in ("one", "two"):
        with Store.open(tmp_path / folder, create=True) as store:
            fill(store)
            engine = _open(store, cluster, name)
            if folder == "one":
                engine.catch_up()
                count = engine.count()
                continue
            with pytest.raises(StoreError, match="another base"):
                engine.rebuild()
            assert engine.count() == count


def test_an_index_is_made_anew_beside_the_old_one(engine: Engine) -> None:
    client, alias = engine._cluster.client, engine._index.alias  # type: ignore[attr-defined]
    assert engine.count()
    before = set(client.indices.get(index=alias))
    engine.rebuild()
    assert set(client.indices.get(index=f"{alias}-*")) == set(client.indices.get(index=alias))
    assert set(client.indices.get(index=alias)).isdisjoint(before)


def test_a_cluster_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mandex.index.engines.cluster._QUESTIONS", 0.5)
    monkeypatch.setenv("MANDEX_OPENSEARCH", "opensearch://127.0.0.1:9/un")
    with (
        Store.open(tmp_path / "kb", create=True) as store,
        pytest.raises(StoreError, match="does not answer"),
    ):
        open_engine(store, "opensearch").count()


# -- a base whose home is the cluster; what may go wrong is tried on a double: tests/index/shared


def test_a_base_in_the_cluster_is_the_same_for_all_though_a_node_is_killed(
    cluster: Cluster, tmp_path: Path
) -> None:
    cluster.wait(2)
    place = f"{cluster.address}/{next(_names)}?shards=2"
    local, one, two = Machine(str(tmp_path / "kb"), tmp_path), *(Machine(place, tmp_path / n) for n in "ab")
    for machine in (local, one):
        machine.well("ingest", str(SPECIMENS), "--workers", "1")
    answer_alike(two, local)
    cluster.wait(2, "green")
    alive = [number for number, process in enumerate(cluster.processes) if process.poll() is None]
    try:
        if len(alive) == cluster.size:
            cluster.kill(alive[-1])
        two.well("remove", "S/RES/9001 (2031)")
        local.well("remove", "S/RES/9001 (2031)")
        answer_alike(one, local)
    finally:
        if len(alive) == cluster.size:
            cluster.restart(alive[-1])
    assert one.rows() == two.rows() == rows(tmp_path / "kb")


def test_two_writers_on_a_cluster_take_turns(cluster: Cluster, tmp_path: Path) -> None:
    place = f"{cluster.address}/{next(_names)}"
    one, two = (Machine(place, tmp_path / name) for name in "ab")
    names = sorted(path for path in SPECIMENS.iterdir() if path.name.startswith("resolution-"))
    runs = [one.start("ingest", *map(str, names[::2])), two.start("ingest", *map(str, names[1::2]))]
    assert [(run.communicate()[1], run.returncode)[1] for run in runs] == [0, 0]
    for machine in (one, two):
        machine.well("status")
    assert one.rows() == two.rows()
