"""Records of a shared base: out of a base and into another, and what a hostile one may not do."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from search_cases import base
from sharing import rows

from mandex.corpus.errors import StoreError
from mandex.corpus.store import Store
from mandex.index.in_step import in_step
from mandex.index.shared import changes, parcels
from mandex.index.shared.keys import is_key


@pytest.fixture(scope="module")
def sent() -> Iterator[dict[str, Any]]:
    """The record of a document, unpacked; each test changes its own."""
    with TemporaryDirectory() as folder, base(Path(folder)) as made:
        changes.prepare(made.connection)
        parcels.prepare(made.connection)
        packed = parcels.pack(made.connection, "d1")
        assert packed is not None
        yield json.loads(zlib.decompress(packed))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with base(tmp_path / "one") as made:
        changes.prepare(made.connection)
        parcels.prepare(made.connection)
        yield made


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "two", create=True) as made:
        changes.prepare(made.connection)
        parcels.prepare(made.connection)
        yield made


def _keys(store: Store) -> list[str]:
    documents = store.connection.execute("SELECT id FROM documents ORDER BY id")
    files = store.connection.execute("SELECT path FROM files UNION SELECT source FROM problems")
    return [*(f"d{id_}" for (id_,) in documents.fetchall()), *(f"f{path}" for (path,) in files.fetchall())]


def test_records_make_the_same_base_again(store: Store, other: Store) -> None:
    with in_step(other), other.transaction():
        for key in _keys(store):
            packed = parcels.pack(store.connection, key)
            assert packed is not None
            parcels.put(other, key, packed)
    assert rows(store.folder) == rows(other.folder)
    assert [parcels.pack(other.connection, key) for key in _keys(store)] == [
        parcels.pack(store.connection, key) for key in _keys(store)
    ]
    assert not changes.changed(other.connection)


def test_what_is_changed_is_noted_in_the_same_transaction(store: Store) -> None:
    changes.follow(store.connection)
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.drop(1)
        raise ZeroDivisionError
    assert changes.changed(store.connection) == []
    source = store.connection.execute("SELECT source FROM documents WHERE id = 1").fetchone()[0]
    store.remove("id = 1")
    assert {"d1"} <= set(changes.changed(store.connection)) <= {"d1", f"f{source}"}
    store.set_setting("engine", "tantivy")  # of this machine
    store.set_setting("folders", "{}")  # of the base
    assert "sfolders" in changes.changed(store.connection)
    assert "sengine" not in changes.changed(store.connection)
    assert parcels.pack(store.connection, "d1") is None


def _blob(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _with(table: str, column: int, value: Any) -> Callable[[dict[str, Any]], Any]:
    def change(held: dict[str, Any]) -> Any:
        held[table][0][column] = value
        return held

    return change


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda held: [held], "no table of tables"),
        (lambda held: {**held, "sqlite_master": []}, "a table that is none of a record's"),
        (lambda held: {**held, "paragraphs": None}, "no rows"),
        (lambda held: {**held, "paragraphs": [{}]}, "a row that is none"),
        (lambda held: {**held, "documents": []}, "paragraphs without a document"),
        (lambda held: {**held, "documents": held["documents"] * 2}, "two documents"),
        (lambda held: {**held, "paragraphs": held["paragraphs"] * 2}, "one paragraph twice"),
        (
            lambda held: {**held, "mandate_dates": [[1, 999, "expires", "2031-01-01", "", ""]]},
            "a date of another's demand",
        ),
        (lambda held: {**held, "citations": [held["paragraphs"][0]]}, "columns of another table"),
        (_with("documents", 0, 2), "the number of another document"),
        (_with("paragraphs", 1, 2), "a paragraph of another document"),
        (_with("documents", 1, None), "no symbol"),
        (_with("documents", 1, 7), "a symbol that is a number"),
        (_with("documents", 2, "../../etc"), "a language that is none"),
        (_with("documents", 16, "x"), "a text that is not packed"),
        (_with("documents", 16, _blob(zlib.compress(b"text") + b"more")), "a text with more behind it"),
        (_with("documents", 16, _blob(zlib.compress(b"text")[:-2])), "a text cut short"),
        (_with("documents", 17, _blob(zlib.compress(b"[[1]]"))), "repairs that are none"),
        (_with("documents", 19, "1e999"), "a share that is no number"),
        (_with("paragraphs", 2, 1 << 70), "a number that no column holds"),
        (_with("paragraphs", 2, True), "true is no number"),
        (_with("paragraphs", 7, "\ud800"), "half a character"),
        (_with("mandates", 10, "x"), "a list that is none"),
    ],
)
def test_a_hostile_record_is_refused_whole(
    sent: dict[str, Any], other: Store, change: Callable[[dict[str, Any]], Any], reason: str
) -> None:
    hostile = zlib.compress(json.dumps(change(deepcopy(sent))).encode())
    with in_step(other), pytest.raises(StoreError, match="record d1 is damaged"), other.transaction():
        parcels.put(other, "d1", hostile)
    assert not any(rows(other.folder).values()), reason


@pytest.mark.parametrize(
    "sent",
    [
        b"", b"{}", zlib.compress(b""), zlib.compress(b"[" * 100_000), zlib.compress(b'{"documents": NaN}'),
        zlib.compress(b"{}")[:-1], zlib.compress(b"{}") + b"x", zlib.compress("\N{SNOWMAN}".encode("utf-16")),
    ],
)  # fmt: skip
def test_what_is_no_record(other: Store, sent: bytes) -> None:
    with pytest.raises(StoreError, match="record d1 is damaged"):
        parcels.put(other, "d1", sent)


def test_a_record_that_unpacks_to_too_much_is_not_unpacked(
    other: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mandex.corpus.rows._UNPACKED", 1000)
    with pytest.raises(StoreError, match="too large"):
        parcels.put(other, "d1", zlib.compress(b" " * 2000))


@pytest.mark.parametrize("key", ["", "d", "d0", "d01", "d-1", "d1x", "d٣", "d" + "9" * 30, "srevision", "x1"])
def test_what_is_no_key(other: Store, key: str) -> None:
    assert not is_key(key)
    with pytest.raises(StoreError, match="no record"):
        parcels.drop(other, key)
