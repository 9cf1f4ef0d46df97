"""Whether an index agrees with the texts it was made of."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from mandex.corpus.errors import StoreError
from mandex.index.engines import Engine

_UNREADABLE = "the search index cannot be read"


def faults(engine: Engine) -> Iterator[str]:
    """What is wrong with the index of a base; nothing where each paragraph of the store is in it once."""
    try:
        engine.ready()
        if behind := engine.behind():
            yield f"the search index and the base differ by {behind} documents"
        (held,) = engine.store.connection.execute("SELECT count(*) FROM paragraphs").fetchone()
        if (count := engine.count()) != held:
            yield f"the search index holds {count} paragraphs, the base {held}"
        yield from _inner(engine)
    except (StoreError, sqlite3.Error) as error:
        yield f"{_UNREADABLE}: {error}"


def _inner(engine: Engine) -> Iterator[str]:
    """What FTS5 finds wrong with its own tables, and whether ranking knows every document."""
    (missing,) = engine.store.connection.execute(
        "SELECT count(*) FROM documents WHERE id NOT IN (SELECT doc FROM profiles)"
    ).fetchone()
    if missing:
        yield f"ranking knows nothing of {missing} documents"
    if engine.name == "fts5":
        try:
            engine.store.connection.execute("INSERT INTO terms (terms) VALUES ('integrity-check')")
        except sqlite3.OperationalError as error:  # a base that may not be written
            if "readonly" not in str(error):
                raise
