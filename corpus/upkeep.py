"""The base as a file: copied, put back, examined, and saved out of a damaged one."""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from mandex.corpus.errors import StoreError
from mandex.corpus.model import LEFT_OUT
from mandex.corpus.opening import FILENAME, has
from mandex.corpus.records import dataclass
from mandex.corpus.rows import unpacked
from mandex.corpus.store import Store

_BY_DOCUMENT = {
    "documents": "id", "paragraphs": "doc", "citations": "doc", "mandates": "doc", "entities": "doc",
    "profiles": "doc",
}  # fmt: skip
_WHOLE = ("files", "settings")
_OF_USERS = "assessments"  # made where it is needed, and by no document
_BESIDE = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a base; `source` is the file whose document it concerns, if one's is."""

    message: str
    source: str = ""


# -- copies


def backup(store: Store, target: Path) -> None:
    """Write a consistent copy of the base to one file, while others may read and write it.

    The copy is made beside the target and put in its place when it is whole. Raises `StoreError` where that
    fails, or where the target is the base itself.
    """
    if target.exists() and target.samefile(store.path):
        raise StoreError(f"{target} is the base itself: name another file")
    if target.is_dir():
        raise StoreError(f"{target} is a folder: name a file in it")
    if target.exists() and not target.is_file():  # /dev/null: the copy would take its place
        raise StoreError(f"{target} is a device: name a file")
    try:
        with TemporaryDirectory(prefix=".mandex-", dir=target.absolute().parent) as folder:
            part = Path(folder, "part")
            with closing(sqlite3.connect(part)) as copy:
                store.connection.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")  # one file, whatever medium it goes to
            _check_copy(part)
            with part.open("rb") as file:
                os.fsync(file.fileno())
            part.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"cannot write {target}: {getattr(error, 'strerror', None) or error}") from error


def restore(folder: Path, source: Path) -> Path | None:
    """Put a copy in place of the base in `folder`; where the base that was there lies now, if there was one.

    Nothing is lost: what was there is set aside. Raises `StoreError` where the file is no whole copy.
    """
    if not source.is_file():
        raise StoreError(f"{source} is no file")
    _check_copy(source)
    path = folder / FILENAME
    if path.exists() and path.samefile(source):
        raise StoreError(f"{source} is the base itself")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".mandex-", dir=folder) as beside:
            part = Path(beside, "part")
            address = f"{source.absolute().as_uri()}?mode=ro"
            with (
                closing(sqlite3.connect(address, uri=True)) as copy,
                closing(sqlite3.connect(part)) as target,
            ):
                copy.backup(target)
                target.execute("PRAGMA journal_mode = WAL")
            aside = set_aside(folder) if path.exists() else None
            part.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"cannot restore {path}: {error}") from error
    return aside


def set_aside(folder: Path) -> Path:
    """Rename the base, and what SQLite has beside it, out of the way; its new name."""
    path = folder / FILENAME
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    aside = path.with_name(f"{FILENAME}.{stamp}")
    path.rename(aside)
    for suffix in _BESIDE:
        with suppress(FileNotFoundError):
            path.with_name(FILENAME + suffix).rename(aside.with_name(aside.name + suffix))
    return aside


_SQLITE = b"SQLite format 3\x00"  # how each of its files begins


def _check_copy(path: Path) -> None:
    """Raise `StoreError` unless the file is a whole base of this version."""
    with path.open("rb") as file:
        if file.read(len(_SQLITE)) != _SQLITE:
            raise StoreError(f"{path} is no copy that 'mandex backup' made")
    with TemporaryDirectory(prefix="mandex-") as folder:
        there = Path(folder, FILENAME)
        there.symlink_to(path.absolute())
        try:
            with Store.open(Path(folder)) as store:
                found = next(file_faults(store), None)
        except StoreError as error:  # which names the link
            raise StoreError(str(error).replace(str(there), str(path))) from error
        if found:
            raise StoreError(f"{path} is damaged: {found.message}")


# -- what is wrong


def file_faults(store: Store) -> Iterator[Fault]:
    """What SQLite itself finds wrong with the file."""
    try:
        for (found,) in store.connection.execute("PRAGMA integrity_check(20)"):
            if found != "ok":
                yield Fault(f"the file is damaged: {' '.join(str(found).split())}")
        for table, row, *_ in store.connection.execute("PRAGMA foreign_key_check"):
            yield Fault(f"row {row} of {table} belongs to no document")
    except sqlite3.Error as error:
        yield Fault(f"the file is damaged: {error}")


def schema_faults(store: Store) -> Iterator[Fault]:
    """Triggers, which no base of ours has, and tables that are missing."""
    rows = list(store.connection.execute("SELECT type, name FROM sqlite_master"))
    for kind, name in rows:
        if kind == "trigger" and name != "documents_titles":
            yield Fault(f"there is a trigger that is not ours: {name}")
    names = {name for _, name in rows}
    for table in (*_BY_DOCUMENT, *_WHOLE, "mandate_dates", "problems"):
        if table not in names:
            yield Fault(f"the table {table} is missing")


def text_faults(store: Store) -> Iterator[Fault]:
    """Documents whose own parts do not agree: the text, its repairs, the places of the paragraphs in it."""
    ids = [row[0] for row in store.connection.execute("SELECT id FROM documents")]
    for id_ in ids:
        row = store.connection.execute(
            "SELECT symbol, lang, source, text, edits, repairs FROM documents WHERE id = ?", (id_,)
        ).fetchone()
        if row is not None and (reason := _disagreement(store, id_, *row[3:])):
            yield Fault(f"{row[0]} ({row[1]}): {reason}", row[2])


def _disagreement(store: Store, id_: int, text: bytes, edits: bytes, repairs: int) -> str:
    try:
        length = len(unpacked(text).decode("utf-8"))
        logged = [one for one in json.loads(unpacked(edits)) if not one[0].startswith(LEFT_OUT)]
    except (zlib.error, ValueError, TypeError) as error:
        return f"its text cannot be unpacked ({error})"
    if len(logged) != repairs:
        return f"{repairs} repairs are counted, {len(logged)} are logged"
    count, last, low, high = store.connection.execute(
        "SELECT count(*), coalesce(max(seq), 0), coalesce(min(start), 0), coalesce(max(end), 0)"
        " FROM paragraphs WHERE doc = ?",
        (id_,),
    ).fetchone()
    if count != last:
        return f"{last - count} of {last} paragraphs are missing"
    return "a paragraph lies outside of its text" if low < 0 or high > length else ""


# -- mending


def forget_source(store: Store, source: str) -> None:
    """Take out what a file gave, and ask for it to be read again."""
    with store.transaction() as db:
        for (id_,) in db.execute("SELECT id FROM documents WHERE source = ?", (source,)).fetchall():
            for listener in store.listeners:
                listener.removed(id_)
            db.execute("DELETE FROM documents WHERE id = ?", (id_,))
        db.execute("UPDATE files SET sha256 = '' WHERE path = ?", (source,))


def drop_triggers(store: Store) -> None:
    """Remove triggers: no base of ours has any."""
    with store.transaction() as db:
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute('DROP TRIGGER "{}"'.format(str(name).replace('"', '""')))


@dataclass(frozen=True, slots=True)
class Salvage:
    """What became of a damaged base: its documents saved and lost, and where it lies now."""

    saved: int
    lost: int
    aside: Path


def salvage(folder: Path) -> Salvage:
    """Copy every document that can still be read whole into a new base; the old one is set aside.

    The files of the others are to be read again by the next ingestion. Raises `StoreError` where nothing can
    be read at all.
    """
    path = folder / FILENAME
    with TemporaryDirectory(prefix=".mandex-", dir=folder) as beside:
        try:
            with closing(sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True)) as old:
                old.execute("PRAGMA trusted_schema = OFF")
                with Store.open(Path(beside), create=True) as new:
                    saved, lost = _copy(old, new)
        except sqlite3.Error as error:
            raise StoreError(f"nothing can be read of {path} ({error}): restore a copy of it") from error
        if not saved:
            raise StoreError(f"no document can be read of {path}: restore a copy, or ingest again elsewhere")
        aside = set_aside(folder)
        Path(beside, FILENAME).replace(path)
    return Salvage(saved, lost, aside)


def _copy(old: sqlite3.Connection, new: Store) -> tuple[int, int]:
    ids: set[int] = set()
    for query in ("SELECT id FROM documents NOT INDEXED", "SELECT id FROM documents ORDER BY symbol, lang"):
        with suppress(sqlite3.Error):
            for (id_,) in old.execute(query):
                ids.add(id_)
    lost = 0
    for id_ in sorted(ids):
        try:
            with new.transaction() as db:
                _copy_document(old, db, id_)
                row = db.execute("SELECT text, edits, repairs FROM documents WHERE id = ?", (id_,)).fetchone()
                if reason := _disagreement(new, id_, *row):
                    raise StoreError(reason)
        except (StoreError, sqlite3.Error, ValueError, TypeError):
            lost += 1
    with new.transaction() as db:
        for table in _WHOLE:
            with suppress(sqlite3.Error):
                _copy_rows(old, db, table, "")
        with suppress(sqlite3.Error):
            _copy_rows(old, db, "problems", "")
        made = old.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (_OF_USERS,))
        for (statement,) in made.fetchall():
            db.execute(statement)
            _copy_rows(old, db, _OF_USERS, "")
        db.execute(
            "UPDATE files SET sha256 = '' WHERE outcome = 'document'"
            " AND path NOT IN (SELECT source FROM documents)"
        )
    return len(ids) - lost, lost


def _copy_document(old: sqlite3.Connection, db: sqlite3.Connection, id_: int) -> None:
    for table, key in _BY_DOCUMENT.items():
        if has(old, table):  # a base of an earlier day lacks what was thought of later
            _copy_rows(old, db, table, f"WHERE {key} = {int(id_)}")
    _copy_rows(old, db, "mandate_dates", f"WHERE mandate IN (SELECT id FROM mandates WHERE doc = {int(id_)})")


def _copy_rows(old: sqlite3.Connection, db: sqlite3.Connection, table: str, where: str) -> None:
    columns = ", ".join(row[1] for row in db.execute(f"PRAGMA table_info({table})"))
    places = ", ".join("?" * (columns.count(",") + 1))
    rows = old.execute(f"SELECT {columns} FROM {table} {where}")
    db.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", rows)
