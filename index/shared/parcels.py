"""What a record of a shared base holds: the rows of one document, or of one file, as packed JSON.

The rows are those that no program can make anew (`corpus/schema.sql`), with their numbers, so that every
copy of a base is the same row by row; what is derived from them each machine derives. A record comes from a
cluster, which may send anything: it is JSON of bounded size, and each value is of its column's type and
belongs to the record's own document before it is written.
"""

from __future__ import annotations

import base64
import json
import math
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from mandex.corpus import rows
from mandex.corpus.errors import StoreError
from mandex.corpus.languages import PREFERENCE
from mandex.corpus.rows import unpacked
from mandex.corpus.store import Store
from mandex.index.compare.assessments import TABLE
from mandex.index.shared.keys import KINDS, LARGEST, SETTINGS, is_key, owner_of

_FAULTS = (
    ArithmeticError, LookupError, RecursionError, TypeError, ValueError, zlib.error, sqlite3.IntegrityError,
    sqlite3.InterfaceError,
)  # fmt: skip

Rows = Mapping[str, list[list[Any]]]


def pack(db: sqlite3.Connection, key: str) -> bytes | None:
    """The record of this key as the base has it; None where it has none. Raises `StoreError` if too large."""
    held = {
        table: [[_plain(value) for value in row] for row in _select(db, table, owner, owner_of(key))]
        for table, owner in KINDS[key[0]].items()
    }
    if not any(held.values()):
        return None
    packed = zlib.compress(json.dumps(held, separators=(",", ":")).encode("ascii"))
    if len(packed) > LARGEST:
        raise StoreError(f"{key[1:]} takes {len(packed)} bytes, more than a cluster is given in one record")
    return packed


def put(store: Store, key: str, packed: bytes) -> None:
    """Write a record into a base that has none of this key. Raises `StoreError` for one that is damaged."""
    db = store.connection
    try:
        held = _checked(db, key, json.loads(unpacked(packed), parse_constant=_refuse))
        for table, values in held.items():
            names = _columns(db, table)
            places = ", ".join("?" * len(names))
            db.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})", values)
        if key[0] == "d":
            _announce(store, owner_of(key), held)
    except _FAULTS as error:
        raise StoreError(f"the record {key} is damaged ({error or type(error).__name__})") from error


def drop(store: Store, key: str) -> None:
    """Take out what the base has under this key. Raises `StoreError` for a key that is none."""
    if not is_key(key):
        raise StoreError(f"there is no record {key!r}")
    if key[0] == "d":
        store.drop(int(key[1:]))
        return
    for table, owner in KINDS[key[0]].items():
        store.connection.execute(f"DELETE FROM {table} WHERE {owner} = ?", (owner_of(key),))


def prepare(db: sqlite3.Connection) -> None:
    """Make the table that records have rows of and not every base has."""
    db.execute(TABLE)


def drop_all(store: Store) -> None:
    """Take out everything that records can hold."""
    db = store.connection
    for (id_,) in db.execute("SELECT id FROM documents").fetchall():
        store.drop(id_)
    for table in ("files", "problems", "assessments"):
        db.execute(f"DELETE FROM {table}")
    db.executemany("DELETE FROM settings WHERE name = ?", ((name,) for name in SETTINGS))


# -- rows


def _columns(db: sqlite3.Connection, table: str) -> dict[str, str]:
    """The columns that are stored, with their types; the number of a row that has no column for it is one."""
    found = {str(row[1]): str(row[2]) for row in db.execute(f"PRAGMA table_info({table})")}
    return {"rowid": "INTEGER", **found} if table == "mandate_dates" else found


def _select(db: sqlite3.Connection, table: str, owner: str, whose: str | int) -> list[tuple[Any, ...]]:
    chosen = "IN (SELECT id FROM mandates WHERE doc = ?)" if owner == "mandate" else "= ?"
    query = f"SELECT {', '.join(_columns(db, table))} FROM {table} WHERE {owner} {chosen}"
    return sorted(db.execute(query, (whose,)))  # by the number of the row, or its key


def _plain(value: Any) -> Any:
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else value


def _refuse(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def _checked(db: sqlite3.Connection, key: str, found: Any) -> Rows:
    """The rows of a record, their types and owners checked."""
    tables = KINDS[key[0]]
    if not isinstance(found, dict) or found.keys() != tables.keys():
        raise ValueError("it has not the tables of its kind")
    held: dict[str, list[list[Any]]] = {}
    for table, owner in tables.items():
        types = _columns(db, table)
        at = list(types).index(owner)
        owners = {row[0] for row in held["mandates"]} if owner == "mandate" else {owner_of(key)}
        held[table] = [_row(row, types) for row in found[table]]
        if any(row[at] not in owners for row in held[table]):
            raise ValueError(f"it has rows of {table} that belong to another")
    return held


def _row(row: Any, types: Mapping[str, str]) -> list[Any]:
    if not isinstance(row, list) or len(row) != len(types):
        raise ValueError("a row has not the columns of its table")
    return [_value(value, type_) for value, type_ in zip(row, types.values(), strict=True)]


def _value(value: Any, type_: str) -> Any:
    match type_:
        case "BLOB" if isinstance(value, str):
            blob = base64.b64decode(value, validate=True)
            unpacked(blob)
            return blob
        case "TEXT" if isinstance(value, str):
            return value
        case "INTEGER" if type(value) is int:
            return value
        case "REAL" if type(value) in (int, float) and math.isfinite(value):
            return value
        case "TEXT" | "INTEGER" if value is None:
            return None
        case _:
            raise ValueError(f"{value!r:.40} is no {type_}")


def _announce(store: Store, id_: str | int, held: Rows) -> None:
    """Have what is derived from a document derived."""
    db = store.connection
    ((symbol, lang),) = _symbols(db, held["documents"])
    if lang not in PREFERENCE:
        raise ValueError(f"{lang!r:.40} is no language")
    document = rows.read(db, symbol, lang)
    assert document is not None
    store.announce(int(id_), document)


def _symbols(db: sqlite3.Connection, documents: list[list[Any]]) -> Iterator[tuple[str, Any]]:
    names = list(_columns(db, "documents"))
    yield from ((row[names.index("symbol")], row[names.index("lang")]) for row in documents)
