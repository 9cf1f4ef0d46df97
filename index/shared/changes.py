"""What was changed in a machine's copy of a shared base, and is not known to be in the cluster."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from mandex.index.shared.keys import KINDS, SETTINGS

_CHANGES = "CREATE TABLE IF NOT EXISTS replica_changes (key TEXT PRIMARY KEY) WITHOUT ROWID"


def prepare(db: sqlite3.Connection) -> None:
    """Make the table that a copy keeps them in."""
    db.execute(_CHANGES)


def follow(db: sqlite3.Connection) -> None:
    """Note from now on, in the transaction that makes it, whatever this connection changes: see `changed`.

    The triggers are the connection's own: no base has any.
    """
    followed = (
        ("documents", "id"), ("files", "path"), ("problems", "source"), ("assessments", "country"),
        ("settings", "name"),
    )  # fmt: skip
    for table, column in followed:
        (kind,) = (kind for kind, tables in KINDS.items() if table in tables)
        for event, row in (("INSERT", "new"), ("DELETE", "old"), ("UPDATE", "old"), ("UPDATE", "new")):
            shared = f" WHEN {row}.name IN ({', '.join(map(repr, SETTINGS))})" if kind == "s" else ""
            db.execute(
                f"CREATE TEMP TRIGGER IF NOT EXISTS followed_{table}_{event}_{row}"
                f" AFTER {event} ON main.{table}{shared}"
                f" BEGIN INSERT OR IGNORE INTO replica_changes (key) VALUES ('{kind}' || {row}.{column}); END"
            )


def changed(db: sqlite3.Connection) -> list[str]:
    """The keys of what was changed here and is not known to be in the cluster."""
    return [row[0] for row in db.execute("SELECT key FROM replica_changes ORDER BY key")]


def forget(db: sqlite3.Connection, keys: Iterable[str]) -> None:
    """These records are what they are in the cluster."""
    db.executemany("DELETE FROM replica_changes WHERE key = ?", ((key,) for key in keys))
