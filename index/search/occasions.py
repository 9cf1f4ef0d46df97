"""Which resolutions, and which of their paragraphs, the world knows by a word: `corpus.occasions`, indexed
for those that a base holds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from mandex.corpus.occasions import bynames, occasions
from mandex.corpus.opening import has
from mandex.index.text.terms import terms

_TABLES = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS occasions USING fts5 (terms, tokenize = \"ascii tokenchars '_'\")",
    "CREATE VIRTUAL TABLE IF NOT EXISTS bynames USING fts5"
    " (terms, number UNINDEXED, label UNINDEXED, tokenize = \"ascii tokenchars '_'\")",
)
_BREAK = "occasionsbreak"  # between phrases, so that no phrase is found across two of them

Terms = Iterable[tuple[str, ...]]


def keep(db: sqlite3.Connection, number: int) -> None:
    """Index the occasion and the decisions of a resolution that the base holds."""
    for table in _TABLES:
        db.execute(table)
    if db.execute("SELECT 1 FROM occasions WHERE rowid = ?", (number,)).fetchone():
        return
    db.execute(
        "INSERT INTO occasions (rowid, terms) VALUES (?, ?)", (number, _said(occasions().get(number, ())))
    )
    db.executemany(
        "INSERT INTO bynames (terms, number, label) VALUES (?, ?, ?)",
        [(_said(phrases), number, label) for label, phrases in bynames().get(number, {}).items()],
    )


def _said(phrases: Iterable[str]) -> str:
    return f" {_BREAK} ".join(" ".join(terms(phrase)) for phrase in phrases)


def known_by(db: sqlite3.Connection, phrases: Terms) -> frozenset[int]:
    """The numbers of the resolutions whose occasions have one of the phrases (of terms)."""
    query = _query(phrases)
    if not query or not has(db, "occasions"):
        return frozenset()
    rows = db.execute("SELECT rowid FROM occasions WHERE occasions MATCH ?", (query,))
    return frozenset(number for (number,) in rows)


def filed_under(db: sqlite3.Connection, phrases: Terms) -> frozenset[tuple[int, str]]:
    """The paragraphs (number of the resolution, label) whose bynames have one of the phrases."""
    query = _query(phrases)
    if not query or not has(db, "bynames"):
        return frozenset()
    return frozenset(db.execute("SELECT number, label FROM bynames WHERE bynames MATCH ?", (query,)))


def _query(phrases: Terms) -> str:
    return " OR ".join(f'"{" ".join(phrase)}"' for phrase in phrases if '"' not in "".join(phrase))
