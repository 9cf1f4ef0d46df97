"""A base whose home is a cluster: machines that ask and write, killed writers, two at once, damaged records.

On the double of a server (`fake_opensearch`); the same on real nodes, in short: `test_opensearch.py`.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import stat
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from fake_opensearch import Fake, Json
from places import SPECIMENS
from sharing import Machine, Machines, answer, answer_alike, rows, texts
from starlette.testclient import TestClient

from mandex.corpus.errors import StoreError
from mandex.index import shared
from mandex.index.engines import is_installed

pytestmark = pytest.mark.skipif(not is_installed("opensearch"), reason="needs mandex[opensearch], an extra")


def _part(folder: Path, *names: str) -> str:
    folder.mkdir(exist_ok=True)
    for name in names:
        shutil.copy(SPECIMENS / name, folder)
    return str(folder)


EARLIER = ("resolution-9001.en.xml", "resolution-9001.zh.xml")
LATER = ("resolution-9003.en.txt", "resolution-9002.zh-Hant.txt")


# -- asking


def test_another_machine_answers_as_a_base_of_this_machine_does(
    one: Machine, machine: Machines, tmp_path: Path
) -> None:
    local, asks = Machine(str(tmp_path / "kb"), tmp_path), machine("two")
    local.well("ingest", str(SPECIMENS), "--workers", "1")
    answer_alike(asks, local)
    assert asks.rows() == one.rows() == rows(tmp_path / "kb")
    counted = asks.well("status").output
    assert f"cluster: {asks.place}\nrevision: 1\n" in counted
    file = str(SPECIMENS / "resolution-9001.en.xml")
    assert answer(asks("check", file)) == answer(local("check", file))


def test_what_is_new_is_fetched_and_nothing_else(fake: Fake, machine: Machines, tmp_path: Path) -> None:
    one, two = machine("one"), machine("two")
    one.well("ingest", _part(tmp_path / "texts", *EARLIER))
    two.well("status")
    one.well("ingest", _part(tmp_path / "texts", *LATER))
    fake.asked.clear()
    assert "S/RES/9003 (2032)" in two.well("show", "S/RES/9003 (2032)").output
    fetched = sum(size for _, path, size in fake.asked if path.endswith("_mget"))
    whole = sum(len(one["_source"].get("data", "")) for one in fake.held["un-documents"].values())
    assert 0 < fetched < 0.6 * whole
    assert one.rows() == two.rows()


def test_a_question_costs_one_small_request_where_nothing_is_new(fake: Fake, one: Machine) -> None:
    for asked in (("search", "decides"), ("lookup", "passenger name records"), ("export", "paragraphs")):
        fake.asked.clear()
        one.well(*asked)
        ((verb, path, size),) = fake.asked
        assert (verb, path) == ("GET", "/un-documents/_doc/state")
        assert size < 1000


def test_a_document_that_was_removed_is_removed_everywhere(one: Machine, machine: Machines) -> None:
    two, three = machine("two"), machine("three")
    two.well("remove", "S/RES/9001 (2031)")
    assert one("show", "S/RES/9001 (2031)").exit_code == 1
    assert three("show", "S/RES/9001 (2031)").exit_code == 1
    assert one.rows() == two.rows() == three.rows()
    three.well("ingest", str(SPECIMENS), "--workers", "1")
    assert one("show", "9001").stdout == three("show", "9001").stdout != ""
    assert one.rows() == three.rows()


def test_the_copy_is_nobody_elses(one: Machine, machine: Machines) -> None:
    two = machine("two")
    two.well("status")
    assert stat.S_IMODE(two.folder.stat().st_mode) == 0o700


def test_without_an_answer_there_is_an_error_and_a_copy_for_who_asks_for_it(
    fake: Fake, one: Machine, machine: Machines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mandex.index.shared.home._PATIENCE", 0.1)
    two = machine("two")
    before = one("show", "9001 OP1")
    fake.fault = lambda *_: (503, {"error": "no node", "status": 503})
    assert one("show", "9001 OP1").exit_code == 2
    offline = one("show", "9001 OP1", env={"MANDEX_OFFLINE": "1"})
    assert offline.stdout == before.stdout
    assert "was not asked (MANDEX_OFFLINE)" in offline.stderr
    assert "no copy" in two("show", "9001", env={"MANDEX_OFFLINE": "1"}).output
    refused = one("ingest", str(SPECIMENS), env={"MANDEX_OFFLINE": "1"})
    assert refused.exit_code == 2
    assert "cannot be written to" in refused.output


def test_nobody_listens() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mandex.index.shared.home._PATIENCE", 0.1)
        with pytest.raises(StoreError, match="does not answer"):
            shared.opened("opensearch://127.0.0.1:9/un")


def test_a_server_looks_at_the_cluster_between_requests(
    fake: Fake, machine: Machines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mandex.web.app import make_app  # noqa: PLC0415 - needs the environment

    one, two = machine("one"), machine("two")
    one.well("ingest", _part(tmp_path / "texts", *EARLIER))
    two.well("status")
    monkeypatch.setenv("XDG_CACHE_HOME", str(two.cache))
    monkeypatch.setattr("mandex.web.bases.Freshness", partial(shared.Freshness, seconds=0))
    always = TestClient(make_app(Path(two.place)))
    monkeypatch.setattr("mandex.web.bases.Freshness", partial(shared.Freshness, seconds=3600))
    seldom = TestClient(make_app(Path(two.place)))
    for site in (always, seldom):
        assert site.get("/S/RES/9001(2031)").status_code == 200
        assert site.get("/S/RES/9003(2032)").status_code == 404
    one.well("ingest", _part(tmp_path / "texts", *LATER))
    fake.asked.clear()
    assert seldom.get("/search.json?q=decides").status_code == 200
    assert not fake.asked
    assert always.get("/S/RES/9003(2032)").status_code == 200
    monkeypatch.setattr("mandex.index.shared.home._PATIENCE", 0.1)
    fake.fault = lambda *_: (503, {"error": "no node", "status": 503})
    assert always.get("/search.json?q=decides").status_code == 503


# -- writing


PUBLISHED = ("PUT", "/un-documents/_doc/state")
BULK = ("POST", "/un-documents/_bulk")


@pytest.mark.parametrize(
    ("kill_at", "is_done", "counts", "reason"),
    [
        ((*BULK, 1), False, False, "before anything is written"),
        ((*BULK, 1), True, False, "records are there that do not count"),
        ((*PUBLISHED, 2), False, False, "all records are there, and do not count"),
        ((*PUBLISHED, 2), True, True, "they count, and the writer does not know it"),
        ((*BULK, 2), False, True, "what they replace is still there"),
    ],
)
def test_a_killed_writer_leaves_a_base_that_the_next_run_completes(
    fake: Fake, one: Machine, machine: Machines, tmp_path: Path, kill_at: tuple[str, str, int],
    is_done: bool, counts: bool, reason: str,
) -> None:  # fmt: skip
    """It was writing two documents; `counts`: whether these are the base's by then."""
    two = machine("two")
    given = _part(tmp_path / "texts", "resolution-9001.en.xml")
    changed = tmp_path / "texts" / "resolution-9001.en.xml"
    changed.write_text(changed.read_text("utf-8").replace("9001", "9011"), "utf-8")
    left = kill_at[2]

    def fault(verb: str, path: str, params: Any) -> tuple[int, Json] | None:
        nonlocal left
        left -= (verb, path) == kill_at[:2]
        if left == 0 and (verb, path) == kill_at[:2]:
            if is_done:
                fake.after = lambda: os.kill(process.pid, signal.SIGKILL)
            else:
                os.kill(process.pid, signal.SIGKILL)
                return 503, {"error": "too late", "status": 503}
        return None

    one.well(
        "remove", "S/RES/9001 (2031)", "--lang", "zh"
    )  # so that one is replaced under a number used before
    before = one.rows()
    fake.fault = fault
    process = one.start("ingest", given, str(SPECIMENS), "--workers", "1")
    process.communicate()
    assert process.returncode == -signal.SIGKILL, reason
    fake.fault, fake.after = lambda *_: None, lambda: None
    two.well("status")
    assert (two.rows() == before) is not counts
    one.well("status")
    assert one.rows() == two.rows(), "what was not shipped is given up"
    one.well("ingest", given, str(SPECIMENS), "--workers", "1")
    local = Machine(str(tmp_path / "kb"), tmp_path)
    local.well("ingest", given, str(SPECIMENS), "--workers", "1")
    two.well("status")
    assert texts(one.folder) == texts(tmp_path / "kb")
    assert one.rows() == two.rows()
    living = [found["_source"] for found in fake.held["un-documents"].values() if "key" in found["_source"]]
    assert len({found["key"] for found in living}) == len(living), "nothing is left over"


def test_two_writers_at_once_take_turns(fake: Fake, machine: Machines, tmp_path: Path) -> None:
    one, two, three = machine("one"), machine("two"), machine("three")
    some = _part(tmp_path / "some", *EARLIER), _part(tmp_path / "others", *LATER)
    runs = [one.start("ingest", some[0]), two.start("ingest", some[1])]
    for run in runs:
        assert run.communicate()[1] is not None
        assert run.returncode == 0
    for each in (one, two, three):
        each.well("status")
    local = Machine(str(tmp_path / "kb"), tmp_path)
    local.well("ingest", *some)
    assert one.rows() == two.rows() == three.rows()
    assert texts(three.folder) == texts(tmp_path / "kb")


def test_a_writer_that_another_holds_up_is_told_by_whom(
    fake: Fake, one: Machine, machine: Machines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mandex.index.shared.shipping.PATIENCE", 0.0)
    two = machine("two")
    two.well("status")
    held = fake.held["un-documents"]["state"]
    free = dict(held["_source"])
    held["_source"] |= {"writer": "another", "host": "archive", "until": time.time() + 200}
    refused = two("remove", "9001")
    assert refused.exit_code == 2
    assert "'archive' is writing to" in refused.stderr
    held["_source"] = free | {
        "writer": "another",
        "host": "archive",
        "until": time.time() - 1,
        "token": "late",
    }
    two.well("remove", "S/RES/9001 (2031)")
    assert "late" in fake.state["dead"]


def test_a_writer_that_slept_too_long_changes_nothing_any_more(
    fake: Fake, machine: Machines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its lock ran out and another has written: its records never count, though they are newer."""
    one, two, three = machine("one"), machine("two"), machine("three")
    one.well("ingest", _part(tmp_path / "texts", *EARLIER))
    monkeypatch.setenv("XDG_CACHE_HOME", str(one.cache))
    with shared.opened(one.place) as store, pytest.raises(StoreError, match="another process writes"):  # noqa: SIM117
        with shared.writing(store):
            store.remove("symbol = 'S/RES/9001 (2031)'")
            fake.state["until"] = 0.0
            two.well("ingest", _part(tmp_path / "others", *LATER))
    assert three.well("show", "S/RES/9001 (2031) OP1")
    for each in (one, two):
        each.well("status")
    assert one.rows() == two.rows() == three.rows()


def test_an_interrupted_run_ships_what_it_has_written(
    machine: Machines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = machine("one"), machine("two")
    one.well("ingest", _part(tmp_path / "texts", *EARLIER))
    monkeypatch.setenv("XDG_CACHE_HOME", str(one.cache))
    with shared.opened(one.place) as store, pytest.raises(KeyboardInterrupt):  # noqa: SIM117
        with shared.writing(store):
            store.remove("symbol = 'S/RES/9001 (2031)'")
            raise KeyboardInterrupt
    assert two("show", "S/RES/9001 (2031)").exit_code == 1
    two.well("ingest", str(tmp_path / "texts"))


def test_a_run_that_fails_lets_go_of_the_lock(
    fake: Fake, one: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(one.cache))
    with shared.opened(one.place) as store:
        with pytest.raises(StoreError, match="disk"), shared.writing(store):
            store.remove("symbol = 'S/RES/9001 (2031)'")
            raise StoreError("the disk is full")
        assert (fake.state["writer"], fake.state["revision"]) == ("", 2)
        _record(fake, hash=["a"], revision=3)
        fake.state["revision"] = 3
        fake.found["un-documents"] = dict(fake.held["un-documents"])
        with pytest.raises(StoreError, match="list of the records"), shared.writing(store):
            pass
        assert fake.state["writer"] == ""


def test_a_long_run_ships_as_it_goes(fake: Fake, machine: Machines, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mandex.index.shared.shipping._MANY", 1)
    monkeypatch.setattr("mandex.ingest.readings._FEW", 1)
    one, two = machine("one"), machine("two")
    one.well("ingest", str(SPECIMENS), "--workers", "1")
    assert fake.state["revision"] > 5
    two.well("status")
    assert one.rows() == two.rows()


def test_the_copy_follows_the_engine_of_the_base(one: Machine, machine: Machines) -> None:
    two = machine("two")
    one.well("ingest", str(SPECIMENS), "--engine", "whoosh")
    assert "engine: whoosh" in two.well("status").output
    one.well("ingest", str(SPECIMENS), "--engine", "fts5")
    assert "engine: fts5" in two.well("status").output
    assert one("ingest", str(SPECIMENS), "--engine", "opensearch").exit_code == 2


# -- what is refused


def _state(fake: Fake, **changes: Any) -> None:
    fake.state.update(changes)


def _record(fake: Fake, **changes: Any) -> None:
    found = next(one for one in fake.held["un-documents"].values() if one["_source"].get("key") == "d1")
    found["_source"].update(changes)


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (partial(_state, schema=3), "another version"),
        (partial(_state, format=2), "another version"),
        (partial(_state, revision="1"), "state of"),
        (partial(_state, engine="os.system"), "state of"),
        (partial(_state, digest="zz"), "state of"),
        (partial(_state, dead=None), "state of"),
        (partial(_state, records=3), "is damaged"),
        (partial(_state, digest="1"), "is damaged"),
        (partial(_record, data="AAAA"), "record d1 of"),
        (partial(_record, data=7), "record d1 of"),
        (partial(_record, data="\N{SNOWMAN}"), "record d1 of"),
        (partial(_record, hash="0" * 64), "record d1 of"),
        (partial(_record, hash=["a"]), "list of the records"),
        (partial(_record, size=1 << 40), "list of the records"),
        (partial(_record, key="settings"), "list of the records"),
        (partial(_record, key="d-1"), "list of the records"),
        (partial(_record, revision=True), "list of the records"),
    ],
)
def test_what_is_damaged_is_named_and_no_copy_is_harmed(
    fake: Fake, one: Machine, machine: Machines, damage: Callable[[Fake], None], told: str
) -> None:
    before = one.rows()
    damage(fake)
    fake.found["un-documents"] = dict(fake.held["un-documents"])
    failed = machine("two")("status")
    assert failed.exit_code == 2
    assert told in failed.output
    assert "a fault in Mandex" not in failed.output
    assert one.rows() == before


def test_a_base_that_is_not_there(machine: Machines) -> None:
    failed = machine("one")("lookup", "arms")
    assert failed.exit_code == 2
    assert "there is no base at" in failed.output
    assert not (machine("one").cache / "mandex").exists()


def test_a_base_made_anew_at_the_same_address_is_fetched_anew(
    fake: Fake, one: Machine, machine: Machines, tmp_path: Path
) -> None:
    two = machine("two")
    fake.reset({})
    two.well("ingest", _part(tmp_path / "texts", *LATER))
    one.well("status")
    assert one.rows() == two.rows()
    assert len(one.rows()["documents"]) == len(LATER)


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "find_spec", lambda _: None)
    with pytest.raises(StoreError, match=r"mandex\[opensearch\]"):
        shared.opened("opensearch://localhost:9200/un")


def test_a_damaged_copy_is_fetched_anew(one: Machine) -> None:
    monkey = Machine(
        str(one.folder), one.cache
    )  # the copy as a base of its own: nobody is told of the change
    with sqlite3.connect(one.folder / "mandex.db") as db:
        db.execute("DELETE FROM paragraphs WHERE doc = 1 AND seq = 2")
    assert monkey("doctor").exit_code == 1
    assert "fetched anew" in one("doctor", "--repair").output
    one.well("doctor")
    assert "a cluster has snapshots" in one("restore", "x").output


@pytest.mark.parametrize(
    ("place", "address"),
    [
        ("opensearch://a:9200/un", "opensearch://a:9200/un"),
        (Path("opensearchs://a:9200,b:9200/un?shards=2"), "opensearchs://a:9200,b:9200/un?shards=2"),
        (Path("kb"), ""),
        (Path("opensearch"), ""),
        (Path("/data/opensearch:/x"), ""),
    ],
)
def test_which_place_is_an_address(place: Path | str, address: str) -> None:
    assert shared.address_of(place) == address
