"""The knowledge base: one SQLite file in a folder. Documents go in whole or not at all, and come out again.

Readers and writers of other rooms may query `Store.connection` directly; the tables are described in
`schema.sql` and are part of the project's public face.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Protocol, Self

from mandex.corpus import failures, opening, rows
from mandex.corpus.copies import Copies
from mandex.corpus.errors import BadReferenceError, StoreError
from mandex.corpus.model import Document, Mandate, Paragraph, Problem
from mandex.corpus.symbols import Reference, is_undated, parse, resolution_number, unknown

Outcome = Literal["document", "duplicate", "skipped", "failed"]


class Store:
    """An open knowledge base.

    `listeners` are called inside the transaction that writes or removes a document, so that an index kept in
    the same file commits together with the text; see `Listener`. `address` is where the base is at home, of
    which this file is a copy; empty where the file is the base. `kept` is what others keep by name while it
    is open.
    """

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self.connection = connection
        self.folder = folder
        self.address = ""
        self.listeners: list[Listener] = []
        self.kept: dict[str, Any] = {}

    # -- opening and closing

    @classmethod
    def open(cls, folder: Path, *, create: bool = False) -> Store:
        """Open the base in `folder`; with `create`, make it where there is none.

        Raises `StoreError` where there is none, where it is damaged, or of another version.
        """
        return cls(opening.connect(folder, create=create), folder)

    @property
    def path(self) -> Path:
        """The SQLite file."""
        return self.folder / opening.FILENAME

    def close(self) -> None:
        """Close the file; the store is of no use afterwards."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing: commits at the end, rolls back on any error. Raises `StoreError` on a full disk.

        Within another it is a part of that one, which an error must then reach.
        """
        if self.connection.in_transaction:
            yield self.connection
            return
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                # Of bases made before: a trigger may not touch a virtual table in a base that is not trusted.
                self.connection.execute("DROP TRIGGER IF EXISTS documents_titles")
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                for listener in self.listeners:
                    listener.rollback()
                raise
            for listener in self.listeners:
                listener.commit()
        except sqlite3.Error as error:
            told = "; ".join(filter(None, (str(error), failures.advice(error))))
            raise StoreError(
                f"cannot write {self.path}: {told}; what was stored before is unchanged"
            ) from error

    # -- settings

    def setting(self, name: str) -> str:
        """What the base remembers under `name`; empty where nothing."""
        row = self.connection.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def set_setting(self, name: str, value: str) -> None:
        """Remember `value` under `name`."""
        self.connection.execute("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", (name, value))

    def revision(self) -> int:
        """How often a document was written or removed: what is derived from documents is as old as this."""
        return int(self.setting("revision") or 0)

    def _rise(self) -> None:
        self.set_setting("revision", str(self.revision() + 1))

    # -- files

    def known_hash(self, path: str) -> str | None:
        """The hash under which a file was last read; None where it never was."""
        row = self.connection.execute("SELECT sha256 FROM files WHERE path = ?", (path,)).fetchone()
        return row[0] if row else None

    def outcome(self, path: str) -> Outcome | None:
        """What came of a file; None where it was never read."""
        row = self.connection.execute("SELECT outcome FROM files WHERE path = ?", (path,)).fetchone()
        return row[0] if row else None

    def duplicates(self, path: str) -> list[Problem]:
        """What was passed over of a file, because another gave it already."""
        return self._problems_of(path, "code = 'duplicate-document'")

    def failures(self, path: str) -> list[Problem]:
        """What could not be read of a file, when it was last read."""
        return self._problems_of(path, "severity = 'error'")

    def _problems_of(self, path: str, which: str) -> list[Problem]:
        rows = self.connection.execute(
            "SELECT code, severity, message, source, doc, lang, place FROM problems"
            f" WHERE source = ? AND {which} ORDER BY id",
            (path,),
        )
        return [Problem(*row) for row in rows]

    def put_file(
        self, path: str, sha256: str, documents: Sequence[Document], problems: Iterable[Problem] = (),
        *, skipped: bool = False,
    ) -> None:  # fmt: skip
        """Record what came of reading a file, replacing whatever an earlier reading of it left.

        A file that yields no document keeps the documents of an earlier reading and is marked failed
        (or `skipped`, if it is no document at all); its problems say why.
        """
        problems = tuple(problems)
        with self.transaction() as db:
            if documents:
                self._remove_documents("source = ?", (path,))
                db.execute("DELETE FROM problems WHERE source = ?", (path,))
            else:
                db.execute("DELETE FROM problems WHERE source = ? AND doc = ''", (path,))
            copies = Copies(db, self._insert, partial(self._remove_documents, freed=False))
            kept = [document for document in documents if copies.put(document)]
            for problem in problems:
                rows.put_problem(db, problem)
            outcome: Outcome
            if documents:
                outcome = "document" if kept else "duplicate"
                note = "" if kept else "{0.doc} {0.lang}".format(self.duplicates(path)[0])
            else:
                outcome = "skipped" if skipped else "failed"
                note = problems[0].message if problems else ""
            db.execute(
                "INSERT OR REPLACE INTO files (path, sha256, outcome, note) VALUES (?, ?, ?, ?)",
                (path, sha256, outcome, note),
            )

    def remove(self, where: str, *values: str | int) -> list[tuple[str, str]]:
        """Take out the documents that an SQL condition names; returns symbol and language of each.

        Their files are forgotten too, so that reading them again brings the documents back.
        """
        chosen = f"FROM documents WHERE {where}"
        found = self.connection.execute(f"SELECT symbol, lang, source {chosen}", values).fetchall()
        with self.transaction() as db:
            self._remove_documents(where, values)
            for symbol, lang, source in found:
                db.execute("DELETE FROM problems WHERE doc = ? AND lang = ?", (symbol, lang))
                db.execute(
                    "DELETE FROM files WHERE path = ?"
                    " AND NOT EXISTS (SELECT 1 FROM documents WHERE source = path)",
                    (source,),
                )
        return [(symbol, lang) for symbol, lang, _ in found]

    def _remove_documents(self, where: str, values: tuple[str | int, ...], *, freed: bool = True) -> None:
        """Remove documents; when `freed`, files passed over as their duplicates are to be read again."""
        rows = self.connection.execute(f"SELECT id, symbol, lang FROM documents WHERE {where}", values)
        for id_, symbol, lang in rows.fetchall():
            self.drop(id_)
            if freed:
                self.connection.execute(
                    "UPDATE files SET sha256 = '' WHERE outcome = 'duplicate' AND note = ?",
                    (f"{symbol} {lang}",),
                )

    def drop(self, id_: int) -> None:
        """Take out the rows of one document, in a transaction of the caller's; what its file met stays."""
        self._rise()
        for listener in self.listeners:
            listener.removed(id_)
        self.connection.execute("DELETE FROM titles WHERE rowid = ?", (id_,))
        self.connection.execute("DELETE FROM documents WHERE id = ?", (id_,))

    def _insert(self, document: Document) -> None:
        self.announce(rows.insert(self.connection, document), document)

    def announce(self, id_: int, document: Document) -> None:
        """Tell the listeners of a document whose rows were just written."""
        self._rise()
        for listener in self.listeners:
            listener.added(id_, document)

    # -- documents out

    def reference(self, typed: str | Reference) -> Reference:
        """What someone typed for a document or a place in it, a later resolution dated from what is held.

        Raises `BadReferenceError` as `symbols.parse` does, and for a resolution that nobody knows.
        """
        found = parse(typed) if isinstance(typed, str) else typed
        symbol = self.dated(found.symbol)
        if is_undated(symbol):
            raise BadReferenceError(f"{unknown(resolution_number(symbol) or 0)}, nor does the base hold it")
        return Reference(symbol, found.pinpoint)

    def dated(self, symbol: str) -> str:
        """`S/RES/2830 (2026)` for `S/RES/2830`, which the register does not know, where the base holds it."""
        if not is_undated(symbol):
            return symbol
        row = self.connection.execute(
            "SELECT symbol FROM documents WHERE symbol > ? AND symbol < ? LIMIT 1",
            (f"{symbol} (", f"{symbol} )"),
        ).fetchone()
        return str(row[0]) if row else symbol

    def named(self, symbol: str) -> str:
        """The symbol under which a document is held that also bears this one; else this one.

        `A/79/796` is held as `S/2025/105`, where its masthead gives both.
        """
        symbol = self.dated(symbol)
        if self.connection.execute("SELECT 1 FROM documents WHERE symbol = ? LIMIT 1", (symbol,)).fetchone():
            return symbol
        row = self.connection.execute(
            "SELECT documents.symbol FROM aliases JOIN documents ON documents.id = aliases.doc"
            " WHERE aliases.symbol = ? LIMIT 1",
            (symbol,),
        ).fetchone()
        return str(row[0]) if row else symbol

    def languages(self, symbol: str) -> list[str]:
        """The language versions held of a document, English first."""
        symbol = self.named(symbol)
        rows = self.connection.execute("SELECT lang FROM documents WHERE symbol = ? ORDER BY lang", (symbol,))
        return [row[0] for row in rows]

    def document(self, symbol: str, lang: str) -> Document | None:
        """One language version, whole; None where the base does not hold it."""
        return rows.read(self.connection, self.named(symbol), lang)

    def paragraphs(self, doc: int) -> Iterator[Paragraph]:
        """The paragraphs of the document with row number `doc`, in reading order."""
        return rows.paragraphs(self.connection, doc)

    def mandate(self, id_: int) -> Mandate:
        """The demand with row number `id_`."""
        return rows.mandate(self.connection, id_)


class Listener(Protocol):
    """What an engine overrides to keep its index in step with the store."""

    def added(self, doc: int, document: Document) -> None:
        """Called in the transaction that has just inserted `document` under row number `doc`."""

    def removed(self, doc: int) -> None:
        """Called in the transaction that is about to delete row number `doc`."""

    def commit(self) -> None:
        """Called when the transaction has been committed."""

    def rollback(self) -> None:
        """Called when the transaction has been rolled back."""
