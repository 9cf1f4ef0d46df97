"""A base several times the size of another: its documents again and again, under changed symbols.

    python -m benchmarks.growing BASE TARGET TIMES [--engine NAME] [--rows]

Each copy has numbers of its own (`S/RES/2396 (2017)`, then `S/RES/12396 (2017)`), and what it cites is of the
same copy, so that the network keeps its shape. Bodies and countries are the same in all copies: the chains
of mandates grow longer with every copy, longer than any true collection's. Documents go in as ingestion
writes them, without the reading of files, which costs the same for each whatever the base holds. With
`--rows` further copies are made row by row, index and derived tables too: many times faster, for bases that
are only to be asked.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from mandex.commands.reading import indexed
from mandex.corpus.model import Document
from mandex.corpus.store import Listener, Store
from mandex.index.engines import fts5
from mandex.index.engines.entries import Entry, entries
from mandex.index.engines.marks import marks
from mandex.index.life.steps import STEPS_VERSION

_APART = 10_000  # between the numbers of a document's copies: no document has one so high
_RESOLUTION = re.compile(r"(?<=S/RES/)\d+")
_LAST_NUMBER = re.compile(r"\d+(?=(?: \(\d{4}\))?\D*$)")


def renumbered(symbol: str, copy: int) -> str:
    """The symbol in a copy; the copy 0 is the collection itself.

    >>> renumbered("S/RES/2396 (2017)", 1), renumbered("S/PRST/2005/64", 2), renumbered("A/RES/377(V)", 1)
    ('S/RES/12396 (2017)', 'S/PRST/2005/20064', 'A/RES/10377(V)')
    """
    if not copy or symbol.startswith("file:"):
        return symbol + (f" {copy}" if copy else "")
    return _LAST_NUMBER.sub(lambda match: str(int(match[0]) + copy * _APART), symbol, count=1)


def _all_renumbered(text: str, copy: int) -> str:
    return _RESOLUTION.sub(lambda match: str(int(match[0]) + copy * _APART), text)


def copied(document: Document, copy: int) -> Document:
    """A document as one of a copy of the collection."""
    if not copy:
        return document
    symbol = renumbered(document.symbol, copy)
    return replace(
        document, symbol=symbol, source=f"{document.source}#{copy}", sha256=f"{document.sha256}{copy}",
        number=document.number and document.number + copy * _APART,
        also=tuple(renumbered(other, copy) for other in document.also),
        citations=tuple(
            replace(
                one, target=one.target and renumbered(one.target, copy),
                suggest=one.suggest and renumbered(one.suggest, copy),
            )
            for one in document.citations
        ),
        problems=tuple(
            replace(one, doc=symbol, source=f"{document.source}#{copy}") for one in document.problems
        ),
    )  # fmt: skip


@dataclass
class Timed:
    """A listener, and the processor time that it took."""

    inner: Listener
    seconds: float = 0.0

    def __getattr__(self, name: str) -> Callable[..., None]:
        asked = getattr(self.inner, name)

        def timed(*arguments: object) -> None:
            start = time.process_time()
            asked(*arguments)
            self.seconds += time.process_time() - start

        return timed


@dataclass(frozen=True, slots=True)
class Round:
    """What one copy took to write: seconds in all, of processor time, and of each listener."""

    copy: int
    documents: int
    seconds: float
    processor: float
    listeners: dict[str, float]


def grow(base: Path, target: Path, times: int, engine: str | None = None) -> Iterator[Round]:
    """Write copies of `base` into `target` until it holds `times` of them; what each took."""
    with Store.open(base) as source, Store.open(target, create=True) as store:
        held = int(store.setting("copies") or 0)
        names = source.connection.execute("SELECT symbol, lang FROM documents ORDER BY id").fetchall()
        documents = [source.document(symbol, lang) for symbol, lang in names]
        for copy in range(held, times):
            start, processor = time.perf_counter(), time.process_time()
            with indexed(store, engine):
                timed = [Timed(listener) for listener in store.listeners]
                store.listeners[:] = timed  # type: ignore[assignment]
                for document in documents:
                    if document is not None:
                        one = copied(document, copy)
                        store.put_file(one.source, one.sha256, [one])
            store.listeners.clear()
            store.set_setting("copies", str(copy + 1))
            spent = {type(one.inner).__name__: one.seconds for one in timed}
            yield Round(
                copy, len(documents), time.perf_counter() - start, time.process_time() - processor, spent
            )


# -- row by row

# What each column refers to: rows of which table, or a symbol, or a resolution's number.
_REFERS = {
    "id": "", "doc": "documents", "paragraph": "paragraphs", "first": "paragraphs", "mandate": "mandates",
    "step": "steps", "symbol": "symbol", "target": "symbol", "suggest": "symbol", "cited": "symbol",
    "host": "symbol", "number": "number",
}  # fmt: skip
_TABLES = (
    "documents", "aliases", "paragraphs", "citations", "mandates", "mandate_dates", "entities", "problems",
    "profiles", "step_documents", "steps", "step_fingerprints", "step_targets", "step_reports",
    "step_listings", "step_sayings", "indexed", "extents", "topics",
)  # fmt: skip
_SPECIAL = {
    ("problems", "doc"): "renumbered(doc, :copy)",
    ("documents", "source"): "source || '#' || :copy",
    ("documents", "sha256"): "sha256 || :copy",
    ("problems", "source"): "source || '#' || :copy",
    ("step_reports", "mandate"): "iif(mandate, mandate + :mandates, 0)",
    ("steps", "targets"): "all_renumbered(targets, :copy)",
    ("indexed", "sha256"): "(SELECT symbol || lang || sha256 FROM documents WHERE id = doc + :documents)",
}


def copy_rows(base: Path, target: Path, times: int) -> Iterator[Round]:
    """Like `grow`, from the rows of `base` instead of its documents; FTS5 only."""
    with Store.open(base) as source, Store.open(target) as store:
        rows = [(doc, entries(source.connection, doc)) for (doc,) in source.connection.execute(_IDS)]
        last = {table: _last(source, table) for table in _TABLES}
        db = store.connection
        db.create_function("renumbered", 2, lambda symbol, copy: symbol and renumbered(symbol, copy))
        db.create_function("all_renumbered", 2, _all_renumbered)
        db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 2)
        db.execute("ATTACH ? AS base", (str(source.path),))
        for copy in range(int(store.setting("copies") or 1), times):
            start, processor = time.perf_counter(), time.process_time()
            with store.transaction():
                values = {"copy": copy} | {table: copy * most for table, most in last.items()}
                for table in _TABLES:
                    db.execute(_copying(store, table), values)
                _copy_index(source, store, rows, copy, last)
                store.set_setting("copies", str(copy + 1))
                revision = str(_last(store, "documents"))
                store.set_setting("revision", revision)
                store.set_setting("steps", f"{STEPS_VERSION} {revision}")
            spent = time.perf_counter() - start, time.process_time() - processor
            yield Round(copy, len(rows), *spent, {})


_IDS = "SELECT id FROM documents ORDER BY id"


def _last(store: Store, table: str) -> int:
    columns = [row[1] for row in store.connection.execute(f"PRAGMA table_info({table})")]
    if "id" not in columns:
        return 0
    return int(store.connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])


def _copying(store: Store, table: str) -> str:
    columns = [row[1] for row in store.connection.execute(f"PRAGMA table_info({table})")]
    taken = []
    for name in columns:
        refers = _REFERS.get(name)
        if (table, name) in _SPECIAL:
            taken.append(_SPECIAL[table, name])
        elif refers is None:
            taken.append(name)
        elif refers == "symbol":
            taken.append(f"renumbered({name}, :copy)")
        elif refers == "number":
            taken.append(f"{name} + :copy * {_APART}")
        else:
            taken.append(f"{name} + :{refers or table}")
    return f"INSERT INTO main.{table} ({', '.join(columns)}) SELECT {', '.join(taken)} FROM base.{table}"


def _copy_index(
    source: Store, store: Store, rows: list[tuple[int, list[Entry]]], copy: int, last: dict[str, int]
) -> None:
    """The terms of FTS5, the marks with the symbols of the copy."""
    for doc, found in rows:
        (symbol,) = source.connection.execute("SELECT symbol FROM documents WHERE id = ?", (doc,)).fetchone()
        cited: dict[int, list[str]] = defaultdict(list)
        for id_, one in source.connection.execute(
            "SELECT p.id, c.cited FROM citations AS c JOIN paragraphs AS p ON p.doc = c.doc AND p.seq = c.seq"
            " WHERE c.doc = ? AND c.cited <> ''",
            (doc,),
        ):
            cited[id_].append(renumbered(one, copy))
        made = (
            replace(
                one, id=one.id + copy * last["paragraphs"],
                marks=marks(renumbered(symbol, copy), one.days, cited[one.id]),
            )
            for one in found
        )  # fmt: skip
        store.connection.executemany(
            f"INSERT INTO terms (rowid, {fts5._ALL_COLUMNS}) VALUES (?, {fts5._PLACES})", map(fts5._row, made)
        )
    store.connection.execute(
        "INSERT INTO titles (rowid, terms) SELECT rowid + ?, terms FROM base.titles",
        (copy * last["documents"],),
    )


def main() -> None:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("base", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("times", type=int)
    parser.add_argument("--engine")
    parser.add_argument("--rows", action="store_true")
    options = parser.parse_args()
    made = grow(options.base, options.target, options.times, options.engine)
    for one in copy_rows(options.base, options.target, options.times) if options.rows else made:
        spent = "  ".join(f"{name} {seconds:6.1f} s" for name, seconds in one.listeners.items())
        print(
            f"copy {one.copy:3}  {one.seconds:7.1f} s  processor {one.processor:7.1f} s  {spent}", flush=True
        )


if __name__ == "__main__":
    main()
