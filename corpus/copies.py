"""Which of several copies of a document is kept, and by what name one without a symbol goes.

What is passed over is said, with the file that was kept.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from itertools import dropwhile, islice

from mandex.corpus import naming, rows
from mandex.corpus.merit import Merit
from mandex.corpus.model import Document, Problem


class Copies:
    """Puts documents into a base one by one, inside a transaction of the caller's.

    `insert` writes a document for which there is room; `remove` takes out those that an SQL condition names.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        insert: Callable[[Document], None],
        remove: Callable[[str, tuple[str, ...]], None],
    ) -> None:
        self._db = db
        self._insert = insert
        self._remove = remove

    def put(self, document: Document) -> bool:
        """Write a document unless a better file has given it already; False if so."""
        if naming.is_named_for_its_file(document.symbol):
            return self._put_unnamed(document)
        row = self._db.execute(
            "SELECT id, type, format, repairs, source FROM documents WHERE symbol = ? AND lang = ?",
            (document.symbol, document.lang),
        ).fetchone()
        if row is not None:
            id_, type_, format_, repairs, source = row
            held = self._db.execute("SELECT kind, text FROM paragraphs WHERE doc = ?", (id_,))
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
        same = self._db.execute(
            "SELECT symbol, source FROM documents WHERE sha256 = ? AND lang = ? AND text = ? AND source <> ?"
            " AND symbol >= 'file:' AND symbol < 'file;'",
            (document.sha256, document.lang, rows.packed(document.text), document.source),
        ).fetchone()
        if same is None:
            self._insert_named(document, naming.names(document))
            return True
        symbol, source = same
        if source < document.source:
            self._pass_over(document.source, source, symbol, document.lang)
            return False
        self._remove("symbol = ? AND lang = ?", (symbol, document.lang))
        self._drop_problems(source, symbol, document.lang)
        name = self._insert_named(document, naming.names(document))
        self._now_called(symbol, name, document)
        self._db.execute(
            "UPDATE problems SET message = ? WHERE message = ?", (_same_as(document.source), _same_as(source))
        )
        self._pass_over(source, document.source, name, document.lang)
        return True

    def _insert_named(self, document: Document, names: Iterator[str]) -> str:
        """Write a document under the first of `names` that is free or that a later path holds; that name."""
        for name in names:
            holder = rows.read(self._db, name, document.lang)
            if holder is not None and holder.source <= document.source:
                continue
            if holder is not None:
                self._remove("symbol = ? AND lang = ?", (name, document.lang))
                self._drop_problems(holder.source, name, document.lang)
            self._insert(naming.renamed(document, name))
            if holder is not None:
                further = dropwhile(name.__ne__, naming.names(holder))
                self._now_called(name, self._insert_named(holder, islice(further, 1, None)), document)
            return name
        raise AssertionError("names have no end")

    def _now_called(self, old: str, new: str, by: Document) -> None:
        """What was said of duplicates follows a document to its new name; `by` has the old one."""
        self._db.execute(
            "UPDATE problems SET doc = ? WHERE doc = ? AND lang = ? AND source <> ?",
            (new, old, by.lang, by.source),
        )
        self._db.execute(
            "UPDATE files SET note = ? WHERE outcome = 'duplicate' AND note = ?",
            (f"{new} {by.lang}", f"{old} {by.lang}"),
        )

    def _drop_problems(self, source: str, symbol: str, lang: str) -> None:
        self._db.execute(
            "DELETE FROM problems WHERE source = ? AND doc = ? AND lang = ?", (source, symbol, lang)
        )

    def _pass_over(self, loser: str, winner: str, symbol: str, lang: str) -> None:
        """Say that a file was passed over, and for which."""
        message = _same_as(winner)
        if loser == winner:
            message = f"holds {symbol} ({lang}) more than once; the fullest was kept"
        rows.put_problem(
            self._db, Problem("duplicate-document", "info", message, source=loser, doc=symbol, lang=lang)
        )
        if not self._db.execute("SELECT 1 FROM documents WHERE source = ?", (loser,)).fetchone():
            self._db.execute(
                "UPDATE files SET outcome = 'duplicate', note = ? WHERE path = ?", (f"{symbol} {lang}", loser)
            )

    def _replace(self, symbol: str, lang: str, loser: str, winner: str) -> None:
        """Take out a document for a better version of it."""
        self._remove("symbol = ? AND lang = ?", (symbol, lang))
        self._drop_problems(loser, symbol, lang)
        self._pass_over(loser, winner, symbol, lang)


def _same_as(winner: str) -> str:
    return f"holds the same document as {winner}, which was kept"


def _merit(document: Document) -> Merit:
    return Merit.of(
        ((p.kind, p.text) for p in document.paragraphs), type_=document.type, format_=document.format,
        repairs=rows.repairs(document), source=document.source,
    )  # fmt: skip
