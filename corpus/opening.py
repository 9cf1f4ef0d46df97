"""The file of a base: opened so that it is trusted in nothing but its texts, made where there is none."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from mandex.corpus import failures, versions
from mandex.corpus.errors import StoreError

FILENAME = "mandex.db"
SCHEMA_VERSION = 4
APPLICATION_ID = 0x4D4E4458  # "MNDX"

_DEFENSIVE = 1010  # SQLITE_DBCONFIG_DEFENSIVE
_PATIENCE = 60.0  # seconds to wait for another process that writes


def connect(folder: Path, *, create: bool = False) -> sqlite3.Connection:
    """A connection to the base in `folder`; with `create`, it is made where there is none.

    Raises `StoreError` where there is none, where it is damaged, or of another version.
    """
    path = folder / FILENAME
    if folder.parts[:1] in (("opensearch:",), ("opensearchs:",)):
        raise StoreError(f"{folder} is a cluster, not a folder: it is opened by --kb or mandex.open")
    if not create and not path.exists():
        raise StoreError(f"no knowledge base in {folder}: run 'mandex ingest PATH' or name one: --kb")
    try:
        if create:
            folder.mkdir(parents=True, exist_ok=True)
        connection = _connect(path, create=create)
    except OSError as error:
        raise StoreError(f"cannot open {path}: {error.strerror or error}") from error
    except sqlite3.Error as error:
        raise StoreError(f"cannot open {path}: {_why(error)}") from error
    try:
        _prepare(connection, path, create=create)
    except sqlite3.Error as error:
        connection.close()
        raise StoreError(f"cannot open {path}: {_why(error)}") from error
    except StoreError:
        connection.close()
        raise
    return connection


def _connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """A connection that trusts the file in nothing but its texts.

    A file that may not be written, or lies where SQLite can make no files beside it (a read-only medium,
    a folder of someone else's), is read as one that nobody changes.
    """
    mode = "rwc" if create else "rw" if _may_write(path) else "ro" if _has_log(path) else "ro&immutable=1"
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=_PATIENCE)
    # A base may come from anyone: its triggers and views may call no function that does anything, and
    # its schema may not be edited by hand.
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA mmap_size = 0")
    if hasattr(connection, "setconfig"):  # Python 3.12
        connection.setconfig(_DEFENSIVE, True)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    if _is_ours(connection, path):
        return
    if not create:
        raise StoreError(f"{path} is empty: run 'mandex ingest PATH'")
    connection.execute("PRAGMA journal_mode = WAL")
    schema = Path(__file__).with_name("schema.sql").read_text("utf-8")
    connection.execute("BEGIN IMMEDIATE")  # another process may be making it at this moment
    try:
        if not _is_ours(connection, path):
            for statement in _statements(schema):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _is_ours(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the file is a base of this version; False where it is still empty.

    Raises `StoreError` for the files of other programs and of other versions.
    """
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if version == SCHEMA_VERSION and application == APPLICATION_ID:
        return True
    if not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        return False
    if application != APPLICATION_ID:
        raise StoreError(f"{path} is a file of another program, not a knowledge base of Mandex")
    raise StoreError(versions.refusal(connection, path, version, SCHEMA_VERSION))


def has(connection: sqlite3.Connection, name: str) -> bool:
    """Whether a base has a table or an index that not all have: those of earlier days lack some."""
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (name,)).fetchone() is not None


def _may_write(path: Path) -> bool:
    """Whether SQLite may write the file and make its log beside it."""
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return False
    try:
        return not os.statvfs(path.parent).f_flag & os.ST_RDONLY
    except AttributeError:  # Windows
        return True


def _has_log(path: Path) -> bool:
    """Whether writes lie in the log beside the file that are not in it yet."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _why(error: sqlite3.Error) -> str:
    return f"{failures.advice(error)} ({error})".strip()


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would commit between them."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
