"""The default engine: SQLite's FTS5 in the store's own file, so that texts and index commit together.

The index keeps terms and places but no text (FTS5 *contentless*): the text is in `paragraphs` already, and
a removed paragraph is analysed once more to tell FTS5 which terms to forget. A column for each kind of
paragraph lets BM25 weigh the kinds at no cost.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from mandex.corpus.errors import StoreError
from mandex.corpus.model import Document
from mandex.corpus.opening import has
from mandex.corpus.store import Store
from mandex.index.engines import And, Filter, Ids, Mark, Node, Not, Or, Phrase, Scored
from mandex.index.engines.entries import COLUMNS, MARK_WEIGHT, VERSION, WEIGHTS, Entry, entries
from mandex.index.engines.filters import in_sql
from mandex.index.engines.sets import evaluate, positive
from mandex.index.search import profiles
from mandex.index.text.terms import ANALYSIS_VERSION

_SCHEMA = f"""
CREATE VIRTUAL TABLE IF NOT EXISTS terms USING fts5({", ".join(COLUMNS)}, marks,
    content = '', tokenize = "ascii tokenchars '_'");
CREATE VIRTUAL TABLE IF NOT EXISTS terms_vocabulary USING fts5vocab(terms, row);
CREATE TABLE IF NOT EXISTS indexed (doc INTEGER PRIMARY KEY, sha256 TEXT NOT NULL);
"""
_RANK = f"bm25(terms, {', '.join(map(str, WEIGHTS))}, {MARK_WEIGHT})"
_ALL_COLUMNS = ", ".join((*COLUMNS, "marks"))
_MUCH = 10  # a tenth of the documents: what putting the index together costs stays a part of reading them
_FEW = 64  # rows that are asked for one by one
_PLACES = ", ".join("?" * (len(COLUMNS) + 1))


class Fts5Engine:
    """See `Engine`. Commits and rolls back with the store's own transactions."""

    name = "fts5"

    def __init__(self, store: Store) -> None:
        self.store = store
        self._db = store.connection
        self._made = False
        self._written = 0  # documents, since it was opened

    def _exists(self) -> bool:
        return has(self._db, "indexed")

    def _create(self) -> bool:
        try:
            for statement in _SCHEMA.split(";\n")[:-1]:
                self._db.execute(statement)
            self.store.set_setting("fts5 analysis", str(ANALYSIS_VERSION))
        except sqlite3.Error as error:
            raise StoreError(f"cannot make the search index in {self.store.path}: {error}") from error
        return True

    # -- keeping in step

    def added(self, doc: int, document: Document) -> None:
        """Index a document that was just written."""
        self._index(doc)

    def _index(self, doc: int) -> None:
        if not self._made:
            self._made = self._exists() or self._create()
        self._written += 1
        rows = entries(self._db, doc)
        self._db.executemany(
            f"INSERT INTO terms (rowid, {_ALL_COLUMNS}) VALUES (?, {_PLACES})", map(_row, rows)
        )
        profiles.make(self._db, doc, rows)
        (version,) = self._db.execute(f"SELECT {VERSION} FROM documents WHERE id = ?", (doc,)).fetchone()
        self._db.execute("INSERT OR REPLACE INTO indexed (doc, sha256) VALUES (?, ?)", (doc, version))

    def removed(self, doc: int) -> None:
        """Forget a document that is about to go."""
        if not self._exists() or not self._holds(doc):
            return
        self._db.executemany(
            f"INSERT INTO terms (terms, rowid, {_ALL_COLUMNS}) VALUES ('delete', ?, {_PLACES})",
            (_row(entry) for entry in entries(self._db, doc)),
        )
        self._db.execute("DELETE FROM indexed WHERE doc = ?", (doc,))

    def _holds(self, doc: int) -> bool:
        return bool(self._db.execute("SELECT 1 FROM indexed WHERE doc = ?", (doc,)).fetchone())

    def commit(self) -> None:
        """Nothing to do: the store's transaction holds the index."""

    def rollback(self) -> None:
        """The store's transaction holds the index, its tables too."""
        self._made = False

    def close(self) -> None:
        """Put the pieces of the index together where much was written: a word is looked up in each of them.

        There is nothing to let go of: the store closes its file. An index in pieces is as right as one in
        one, so that what keeps it from being written (a full disk) is no error.
        """
        if (
            self._written
            and self._written * _MUCH >= self._db.execute("SELECT count(*) FROM documents").fetchone()[0]
        ):
            with suppress(sqlite3.Error):
                self._db.execute("INSERT INTO terms (terms) VALUES ('optimize')")
            self._written = 0

    def ready(self) -> None:
        """Raise `StoreError` where there is no index to ask, or one of another analysis."""
        if not self._exists() or self.store.setting("fts5 analysis") != str(ANALYSIS_VERSION):
            raise StoreError(
                f"{self.store.path} has no search index of this version: 'mandex doctor --repair' makes it"
            )

    def behind(self) -> int:
        """How many documents of the store the index does not hold."""
        counts = "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM indexed)"
        documents, indexed = self._db.execute(counts).fetchone()
        return abs(int(documents) - int(indexed))

    def catch_up(self) -> int:
        """Index what was written while this engine was not listening; how many documents that were."""
        if not self._exists():
            self._create()
        gone = self._db.execute(
            "SELECT 1 FROM indexed WHERE NOT EXISTS (SELECT 1 FROM documents WHERE id = indexed.doc"
            " AND symbol || lang || sha256 = indexed.sha256) LIMIT 1"
        ).fetchone()
        if gone or self.store.setting("fts5 analysis") != str(ANALYSIS_VERSION):
            self.rebuild()
            return int(self._db.execute("SELECT count(*) FROM indexed").fetchone()[0])
        missing = self._db.execute(
            "SELECT id FROM documents WHERE id NOT IN (SELECT doc FROM indexed)"
        ).fetchall()
        if missing:
            with self.store.transaction():
                for (doc,) in missing:
                    self._index(doc)
        return len(missing)

    def rebuild(self) -> None:
        """Index the whole store anew, whatever is left of the old index."""
        with self.store.transaction() as db:
            for table in ("terms", "terms_vocabulary", "indexed"):
                db.execute(f"DROP TABLE IF EXISTS {table}")
            self._made = self._create()
            for (doc,) in db.execute("SELECT id FROM documents ORDER BY id").fetchall():
                self._index(doc)

    # -- asking

    def ranked(self, node: Node, most: int = -1) -> Iterator[Scored]:
        """Paragraphs that `node` finds, with scores, best first; at most `most`, if that is not negative."""
        match, conditions = _split(node)
        if match is None:
            scored = self._scored(self.matching(node), Or(tuple(positive(node))))
            yield from islice(scored, most if most >= 0 else None)
            return
        asked = [in_sql(condition) for condition in conditions]
        where = "".join(f" AND ({sql})" for sql, _ in asked)
        joined = (
            " JOIN paragraphs AS p ON p.id = terms.rowid JOIN documents AS d ON d.id = p.doc" if where else ""
        )
        values = [value for _, given in asked for value in given]
        for id_, score in self._db.execute(
            f"SELECT terms.rowid, {_RANK} AS score FROM terms{joined} WHERE terms MATCH ?{where}"
            " ORDER BY score, terms.rowid LIMIT ?",
            (match, *values, most),
        ):
            yield id_, -score

    def _scored(self, ids: set[int], words: Or) -> Iterator[Scored]:
        """Score paragraphs found by a query that FTS5 cannot take as a whole, by what words it has."""
        left = set(ids)
        match = _expression(words)
        scored = f"SELECT rowid, {_RANK} AS score FROM terms WHERE terms MATCH ? ORDER BY score, rowid"
        for id_, score in self._db.execute(scored, (match,)) if match is not None else ():
            if id_ in left:
                left.remove(id_)
                yield id_, -score
        yield from ((id_, 0.0) for id_ in sorted(left))

    def matching(self, node: Node) -> set[int]:
        """The paragraphs that `node` finds."""
        match = _expression(node)
        if match is None:
            few = self._among(node)
            return evaluate(node, self._db, self.matching) if few is None else few
        return {row[0] for row in self._db.execute("SELECT rowid FROM terms WHERE terms MATCH ?", (match,))}

    def _among(self, node: Node) -> set[int] | None:
        """Which of a few paragraphs words find: FTS5 goes straight to a row that is named, where a frequent
        word has hundreds of thousands; None for what is not of that form.
        """
        match node:
            case And((Ids(ids), words)) if len(ids) <= _FEW and (match := _expression(words)) is not None:
                named = "SELECT 1 FROM terms WHERE terms MATCH ? AND rowid = ?"
                return {id_ for id_ in ids if self._db.execute(named, (match, id_)).fetchone()}
        return None

    def count(self) -> int:
        """How many paragraphs it holds."""
        return int(self._db.execute("SELECT count(*) FROM terms_docsize").fetchone()[0])

    def frequency(self, term: str) -> int:
        """In how many paragraphs a term stands."""
        row = self._db.execute("SELECT doc FROM terms_vocabulary WHERE term = ?", (term,)).fetchone()
        return int(row[0]) if row else 0

    def vocabulary(self, prefix: str = "") -> Iterator[tuple[str, int]]:
        """The terms that begin with `prefix`, each with the number of its paragraphs."""
        yield from self._db.execute(
            "SELECT term, doc FROM terms_vocabulary WHERE term >= ? AND term < ?",
            (prefix, prefix + "\U0010ffff"),
        )

    def size(self) -> int:
        """Bytes that the index takes on disk."""
        if not self._exists():
            return 0
        sums = (
            "SELECT sum(length(block)) FROM terms_data",
            "SELECT sum(length(sz) + 4) FROM terms_docsize",
            "SELECT sum(length(data)) FROM profiles",
        )
        return sum(int(self._db.execute(sql).fetchone()[0] or 0) for sql in sums)


def _row(entry: Entry) -> tuple[int | str, ...]:
    columns = [""] * len(COLUMNS)
    columns[entry.column] = " ".join(entry.terms)
    return (entry.id, *columns, " ".join(entry.marks))


# -- queries in FTS5's own language


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def _expression(node: Node) -> str | None:
    """The node as an FTS5 query; None where it holds what FTS5 cannot say."""
    match node:
        case Phrase(terms, prefix):
            return f"{_quoted(' '.join(terms))}{' *' if prefix else ''}"
        case Mark(name):  # no word begins as marks do, so no column need be named
            return _quoted(name)
        case Or(parts) if parts:
            inner = [_expression(part) for part in parts]
            return None if None in inner else "(" + " OR ".join(filter(None, inner)) + ")"
        case And(parts) if any(not isinstance(part, Not) for part in parts):
            wanted = [_expression(part) for part in parts if not isinstance(part, Not)]
            unwanted = [_expression(part.part) for part in parts if isinstance(part, Not)]
            if None in wanted or None in unwanted:
                return None
            expression = "(" + " AND ".join(filter(None, wanted)) + ")"
            return f"({expression} NOT ({' OR '.join(filter(None, unwanted))}))" if unwanted else expression
        case _:
            return None


def _split(node: Node) -> tuple[str | None, list[Filter]]:
    """A query as one FTS5 expression and conditions that hold besides; None where it is not of that form."""
    conditions: list[Filter] = []
    words: list[Node] = []
    for part in _flat(node):
        if isinstance(part, Filter):
            conditions.append(part)
        elif isinstance(part, Ids):
            conditions.append(Filter("paragraph", "one of", tuple(sorted(part.ids))))
        else:
            words.append(part)
    return _expression(And(tuple(words))), conditions


def _flat(node: Node) -> Iterator[Node]:
    """The parts of ANDs within ANDs."""
    if isinstance(node, And):
        for part in node.parts:
            yield from _flat(part)
    else:
        yield node
