"""The knowledge base: one SQLite file in a folder. Documents go in whole or not at all, and come out again.

Readers and writers of other rooms may query `Store.connection` directly; the tables are described in
`schema.sql` and are part of the project's public face.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import resources
from itertools import dropwhile, islice
from pathlib import Path
from types import TracebackType
from typing import Literal, Protocol, Self

from mandex.corpus import failures, naming
from mandex.corpus.errors import BadReferenceError, StoreError
from mandex.corpus.merit import Merit
from mandex.corpus.model import (
    LEFT_OUT,
    Citation,
    Document,
    Edit,
    Entity,
    Mandate,
    MandateDate,
    Paragraph,
    Problem,
    Span,
    labelled,
)
from mandex.corpus.symbols import Reference, is_undated, parse, resolution_number, unknown

FILENAME = "mandex.db"
SCHEMA_VERSION = 4
APPLICATION_ID = 0x4D4E4458  # "MNDX"

_DEFENSIVE = 1010  # SQLITE_DBCONFIG_DEFENSIVE
_PATIENCE = 60.0  # seconds to wait for another process that writes


Outcome = Literal["document", "duplicate", "skipped", "failed"]


class Store:
    """An open knowledge base.

    `listeners` are called inside the transaction that writes or removes a document, so that an index kept in
    the same file commits together with the text; see `Listener`.
    """

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self.connection = connection
        self.folder = folder
        self.listeners: list[Listener] = []

    # -- opening and closing

    @classmethod
    def open(cls, folder: Path, *, create: bool = False) -> Store:
        """Open the base in `folder`; with `create`, make it where there is none.

        Raises `StoreError` where there is none, where it is damaged, or of another version.
        """
        path = folder / FILENAME
        if folder.parts[:1] in (("opensearch:",), ("opensearchs:",)):
            raise StoreError(
                "a base is a folder; only its search index can be in a cluster: name the cluster in"
                " MANDEX_OPENSEARCH and run 'mandex --kb FOLDER ingest --engine opensearch PATH'"
            )
        if not create and not path.exists():
            raise StoreError(f"no knowledge base in {folder}: run 'mandex ingest PATH' or name one: --kb")
        try:
            if create:
                folder.mkdir(parents=True, exist_ok=True)
            connection = cls._connect(path, create=create)
        except OSError as error:
            raise StoreError(f"cannot open {path}: {error.strerror or error}") from error
        except sqlite3.Error as error:
            raise StoreError(f"cannot open {path}: {_why(error)}") from error
        store = cls(connection, folder)
        try:
            store._prepare(create)
        except sqlite3.Error as error:
            connection.close()
            raise StoreError(f"cannot open {path}: {_why(error)}") from error
        except StoreError:
            connection.close()
            raise
        return store

    @classmethod
    def _connect(cls, path: Path, *, create: bool) -> sqlite3.Connection:
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

    def _prepare(self, create: bool) -> None:
        if self._is_ours():
            return
        if not create:
            raise StoreError(f"{self.path} is empty: run 'mandex ingest PATH'")
        self.connection.execute("PRAGMA journal_mode = WAL")
        schema = resources.files("mandex.corpus").joinpath("schema.sql").read_text("utf-8")
        self.connection.execute("BEGIN IMMEDIATE")  # another process may be making it at this moment
        try:
            if not self._is_ours():
                for statement in _statements(schema):
                    self.connection.execute(statement)
                self.connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                self.connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            self.connection.execute("COMMIT")
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise

    def _is_ours(self) -> bool:
        """Whether the file is a base of this version; False where it is still empty.

        Raises `StoreError` for the files of other programs and of other versions.
        """
        version = self.connection.execute("PRAGMA user_version").fetchone()[0]
        application = self.connection.execute("PRAGMA application_id").fetchone()[0]
        if version == SCHEMA_VERSION and application == APPLICATION_ID:
            return True
        if not self.connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            return False
        if application != APPLICATION_ID:
            raise StoreError(f"{self.path} is a file of another program, not a knowledge base of Mandex")
        raise StoreError(
            f"{self.path} is a base of another version of Mandex (its schema is {version}, this one reads"
            f" {SCHEMA_VERSION}): read it with that version, or name another folder (--kb) and run"
            " 'mandex ingest PATH' again"
        )

    @property
    def path(self) -> Path:
        """The SQLite file."""
        return self.folder / FILENAME

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
        """All or nothing: commits at the end, rolls back on any error. Raises `StoreError` on a full disk."""
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
            kept = [document for document in documents if self._put_document(document)]
            for problem in problems:
                self._put_problem(problem)
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

    def _put_document(self, document: Document) -> bool:
        """Write a document unless a better file has given it already; False if so."""
        if naming.is_named_for_its_file(document.symbol):
            return self._put_unnamed(document)
        row = self.connection.execute(
            "SELECT id, type, format, repairs, source FROM documents WHERE symbol = ? AND lang = ?",
            (document.symbol, document.lang),
        ).fetchone()
        if row is not None:
            id_, type_, format_, repairs, source = row
            held = self.connection.execute("SELECT kind, text FROM paragraphs WHERE doc = ?", (id_,))
            theirs = Merit.of(held, type_=type_, format_=format_, repairs=repairs, source=source)
            if not _merit(document).beats(theirs):
                self._pass_over(document.source, source, document.symbol, document.lang)
                return False
            self._replace(document.symbol, document.lang, source, document.source)
        self._insert(document)
        return True

    def _put_unnamed(self, document: Document) -> bool:
        """Write a document without a symbol: another only where an equal file has given its text already.

        Of several that would go by one name the first in the order of their paths has it, whichever came
        first, so that a base does not depend on the order of reading.
        """
        same = self.connection.execute(
            "SELECT symbol, source FROM documents WHERE sha256 = ? AND lang = ? AND text = ? AND source <> ?"
            " AND symbol >= 'file:' AND symbol < 'file;'",
            (document.sha256, document.lang, _packed(document.text), document.source),
        ).fetchone()
        if same is None:
            self._insert_named(document, naming.names(document))
            return True
        symbol, source = same
        if source < document.source:
            self._pass_over(document.source, source, symbol, document.lang)
            return False
        self._remove_documents("symbol = ? AND lang = ?", (symbol, document.lang), freed=False)
        self._drop_problems(source, symbol, document.lang)
        name = self._insert_named(document, naming.names(document))
        self._now_called(symbol, name, document)
        self.connection.execute(
            "UPDATE problems SET message = ? WHERE message = ?", (_same_as(document.source), _same_as(source))
        )
        self._pass_over(source, document.source, name, document.lang)
        return True

    def _insert_named(self, document: Document, names: Iterator[str]) -> str:
        """Write a document under the first of `names` that is free or that a later path holds; that name."""
        for name in names:
            holder = self.document(name, document.lang)
            if holder is not None and holder.source <= document.source:
                continue
            if holder is not None:
                self._remove_documents("symbol = ? AND lang = ?", (name, document.lang), freed=False)
                self._drop_problems(holder.source, name, document.lang)
            self._insert(naming.renamed(document, name))
            if holder is not None:
                further = dropwhile(name.__ne__, naming.names(holder))
                self._now_called(name, self._insert_named(holder, islice(further, 1, None)), document)
            return name
        raise AssertionError("names have no end")

    def _now_called(self, old: str, new: str, by: Document) -> None:
        """What was said of duplicates follows a document to its new name; `by` has the old one."""
        self.connection.execute(
            "UPDATE problems SET doc = ? WHERE doc = ? AND lang = ? AND source <> ?",
            (new, old, by.lang, by.source),
        )
        self.connection.execute(
            "UPDATE files SET note = ? WHERE outcome = 'duplicate' AND note = ?",
            (f"{new} {by.lang}", f"{old} {by.lang}"),
        )

    def _drop_problems(self, source: str, symbol: str, lang: str) -> None:
        self.connection.execute(
            "DELETE FROM problems WHERE source = ? AND doc = ? AND lang = ?", (source, symbol, lang)
        )

    def _pass_over(self, loser: str, winner: str, symbol: str, lang: str) -> None:
        """Say that a file was passed over, and for which."""
        message = _same_as(winner)
        if loser == winner:
            message = f"holds {symbol} ({lang}) more than once; the fullest was kept"
        self._put_problem(Problem("duplicate-document", "info", message, source=loser, doc=symbol, lang=lang))
        if not self.connection.execute("SELECT 1 FROM documents WHERE source = ?", (loser,)).fetchone():
            self.connection.execute(
                "UPDATE files SET outcome = 'duplicate', note = ? WHERE path = ?", (f"{symbol} {lang}", loser)
            )

    def _replace(self, symbol: str, lang: str, loser: str, winner: str) -> None:
        """Take out a document for a better version of it."""
        self._remove_documents("symbol = ? AND lang = ?", (symbol, lang), freed=False)
        self._drop_problems(loser, symbol, lang)
        self._pass_over(loser, winner, symbol, lang)

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
            self._rise()
            for listener in self.listeners:
                listener.removed(id_)
            self.connection.execute("DELETE FROM titles WHERE rowid = ?", (id_,))
            self.connection.execute("DELETE FROM documents WHERE id = ?", (id_,))
            if freed:
                self.connection.execute(
                    "UPDATE files SET sha256 = '' WHERE outcome = 'duplicate' AND note = ?",
                    (f"{symbol} {lang}",),
                )

    def _insert(self, document: Document) -> None:
        db = self.connection
        edits = [[e.repair, e.span.start, e.span.end, e.before, e.after] for e in document.edits]
        id_ = db.execute(
            "INSERT INTO documents (symbol, lang, type, organ, number, year, date, title, meeting, vote,"
            " chapter_vii, source, sha256, format, pages, text, edits, repairs, kept)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                document.symbol, document.lang, document.type, document.organ, document.number, document.year,
                document.date, document.title, document.meeting, document.vote, document.chapter_vii,
                document.source, document.sha256, document.format, document.pages,
                _packed(document.text), zlib.compress(_dump(edits).encode("utf-8")),
                _repairs(document), document.kept,
            ),
        ).lastrowid  # fmt: skip
        assert id_ is not None
        db.executemany(
            "INSERT INTO paragraphs (doc, seq, kind, label, pinpoint, verb, text, page, start, end)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (id_, p.seq, p.kind, p.label, p.pinpoint, p.verb, p.text, p.page, p.span.start, p.span.end)
                for p in document.paragraphs
            ),
        )
        db.executemany(
            "INSERT INTO citations (doc, seq, at_start, at_end, start, end, surface, target, pinpoint,"
            " relation, status, suggest, gaps) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    id_, c.seq, c.at.start, c.at.end, c.span.start, c.span.end, c.surface, c.target,
                    c.pinpoint, c.relation, c.status, c.suggest, c.gaps,
                )
                for c in document.citations
            ),
        )  # fmt: skip
        db.executemany(
            "INSERT INTO entities (doc, seq, at_start, at_end, kind, entity) VALUES (?, ?, ?, ?, ?, ?)",
            ((id_, e.seq, e.at.start, e.at.end, e.kind, e.id) for e in document.entities),
        )
        db.executemany("INSERT INTO aliases (symbol, doc) VALUES (?, ?)", ((s, id_) for s in document.also))
        for mandate in document.mandates:
            self._insert_mandate(id_, mandate)
        for problem in document.problems:
            self._put_problem(problem)
        self._rise()
        for listener in self.listeners:
            listener.added(id_, document)

    def _insert_mandate(self, doc: int, m: Mandate) -> None:
        id_ = self.connection.execute(
            "INSERT INTO mandates (doc, seq, at_start, at_end, verb, lemma, force, binding, chapter_vii,"
            " actors, measure, topics) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                doc, m.seq, m.at.start, m.at.end, m.verb, m.lemma, m.force, m.binding, m.chapter_vii,
                _dump(m.actors), m.measure, _dump(m.topics),
            ),
        ).lastrowid  # fmt: skip
        self.connection.executemany(
            "INSERT INTO mandate_dates (mandate, role, date, text, every) VALUES (?, ?, ?, ?, ?)",
            ((id_, d.role, d.date, d.text, d.every) for d in m.dates),
        )

    def _put_problem(self, p: Problem) -> None:
        self.connection.execute(
            "INSERT INTO problems (source, doc, lang, code, severity, place, message)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (p.source, p.doc, p.lang, p.code, p.severity, p.where, p.message),
        )

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

    def _also(self, doc: int) -> tuple[str, ...]:
        rows = self.connection.execute("SELECT symbol FROM aliases WHERE doc = ? ORDER BY symbol", (doc,))
        return tuple(row[0] for row in rows)

    def languages(self, symbol: str) -> list[str]:
        """The language versions held of a document, English first."""
        symbol = self.named(symbol)
        rows = self.connection.execute("SELECT lang FROM documents WHERE symbol = ? ORDER BY lang", (symbol,))
        return [row[0] for row in rows]

    def document(self, symbol: str, lang: str) -> Document | None:
        """One language version, whole; None where the base does not hold it."""
        symbol = self.named(symbol)
        cursor = self.connection.execute(
            "SELECT * FROM documents WHERE symbol = ? AND lang = ?", (symbol, lang)
        )
        row = cursor.fetchone()
        if row is None:
            return None
        d = dict(zip((c[0] for c in cursor.description), row, strict=True))
        id_ = d.pop("id")
        edits = json.loads(zlib.decompress(d.pop("edits")))
        d.pop("repairs")
        d["text"] = zlib.decompress(d["text"]).decode("utf-8")
        d["chapter_vii"] = bool(d["chapter_vii"])
        return Document(
            **d,
            edits=tuple(Edit(n, Span(s, e), before, after) for n, s, e, before, after in edits),
            paragraphs=tuple(self.paragraphs(id_)),
            citations=tuple(self._citations(id_)),
            mandates=tuple(self._mandates(id_)),
            entities=tuple(self._entities(id_)),
            problems=tuple(self._problems(d["source"], symbol, lang)),
            also=self._also(id_),
        )

    def paragraphs(self, doc: int) -> Iterator[Paragraph]:
        """The paragraphs of the document with row number `doc`, in reading order."""
        for seq, kind, label, text, start, end, verb, page, pinpoint in self.connection.execute(
            "SELECT seq, kind, label, text, start, end, verb, page, pinpoint FROM paragraphs"
            " WHERE doc = ? ORDER BY seq",
            (doc,),
        ):
            place = "" if pinpoint == labelled(kind, label) else pinpoint
            yield Paragraph(seq, kind, label, text, Span(start, end), verb, page, place)

    def _citations(self, doc: int) -> Iterator[Citation]:
        for seq, a, b, start, end, *rest in self.connection.execute(
            "SELECT seq, at_start, at_end, start, end, surface, target, pinpoint, relation, status, suggest,"
            " gaps FROM citations WHERE doc = ? ORDER BY id",
            (doc,),
        ):
            yield Citation(seq, Span(a, b), Span(start, end), *rest)

    def mandate(self, id_: int) -> Mandate:
        """The demand with row number `id_`."""
        return next(self._select_mandates("id = ?", id_))

    def _mandates(self, doc: int) -> Iterator[Mandate]:
        return self._select_mandates("doc = ?", doc)

    def _select_mandates(self, where: str, value: int) -> Iterator[Mandate]:
        rows = self.connection.execute(
            "SELECT id, seq, at_start, at_end, verb, lemma, force, binding, chapter_vii, actors, measure,"
            f" topics FROM mandates WHERE {where} ORDER BY id",
            (value,),
        ).fetchall()
        for id_, seq, a, b, verb, lemma, force, binding, chapter_vii, actors, measure, topics in rows:
            dates = self.connection.execute(
                "SELECT role, date, text, every FROM mandate_dates WHERE mandate = ? ORDER BY rowid", (id_,)
            )
            yield Mandate(
                seq, Span(a, b), verb, lemma, force, bool(binding), bool(chapter_vii),
                tuple(json.loads(actors)), measure, tuple(json.loads(topics)),
                tuple(MandateDate(*row) for row in dates),
            )  # fmt: skip

    def _entities(self, doc: int) -> Iterator[Entity]:
        for seq, start, end, kind, id_ in self.connection.execute(
            "SELECT seq, at_start, at_end, kind, entity FROM entities WHERE doc = ? ORDER BY id", (doc,)
        ):
            yield Entity(seq, Span(start, end), kind, id_)

    def _problems(self, source: str, doc: str, lang: str) -> Iterator[Problem]:
        for row in self.connection.execute(
            "SELECT code, severity, message, source, doc, lang, place FROM problems"
            " WHERE source = ? AND doc = ? AND lang = ? ORDER BY id",
            (source, doc, lang),
        ):
            yield Problem(*row)


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


def _same_as(winner: str) -> str:
    return f"holds the same document as {winner}, which was kept"


def _merit(document: Document) -> Merit:
    return Merit.of(
        ((p.kind, p.text) for p in document.paragraphs), type_=document.type, format_=document.format,
        repairs=_repairs(document), source=document.source,
    )  # fmt: skip


def _repairs(document: Document) -> int:
    """How many edits changed the text; what was only left out is none."""
    return sum(not edit.repair.startswith(LEFT_OUT) for edit in document.edits)


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8"))


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
