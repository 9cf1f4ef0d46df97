"""Which resolutions, and which of their paragraphs, the world knows by a word: `corpus.occasions`, indexed
for those that a base holds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from typing import Any

from mandex.corpus.occasions import bynames, occasions
from mandex.corpus.opening import has
from mandex.corpus.records import dataclass
from mandex.index.text.terms import STOP_WORDS, terms

_TABLES = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS occasions USING fts5 (terms, tokenize = \"ascii tokenchars '_'\")",
    "CREATE VIRTUAL TABLE IF NOT EXISTS bynames USING fts5"
    " (terms, number UNINDEXED, label UNINDEXED, tokenize = \"ascii tokenchars '_'\")",
)
_BREAK = "occasionsbreak"  # between phrases, so that no phrase is found across two of them
_FITTING = 400  # paragraphs whose bynames may fit a question

Terms = Collection[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Called:
    """How the bynames of a paragraph fit a question: `fit` is 1 for those that fit best, and the rarer a term
    the more it tells; `terms` are those of the question that they have.
    """

    fit: float = 0.0
    terms: frozenset[str] = frozenset()


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


def _said(phrases: Collection[str]) -> str:
    # Each by itself: English, which most are in, is cut in a fraction of the time that a mixed text takes.
    return f" {_BREAK} ".join(" ".join(terms(phrase)) for phrase in phrases)


def known_by(db: sqlite3.Connection, phrases: Terms, longer: Terms = ()) -> frozenset[int]:
    """The numbers of the resolutions whose occasions have one of the phrases (of terms), not only as a part
    of one that is `longer`.
    """
    return frozenset(number for (number,) in _found(db, "occasions", "rowid", phrases, longer))


def filed_under(db: sqlite3.Connection, phrases: Terms, longer: Terms = ()) -> frozenset[tuple[int, str]]:
    """The paragraphs (number of the resolution, label) whose bynames have one of the phrases, not only as a
    part of one that is `longer`.
    """
    return frozenset(_found(db, "bynames", "number, label", phrases, longer))


def called(db: sqlite3.Connection, words: Collection[str]) -> Mapping[tuple[int, str], Called]:
    """The paragraphs (number of the resolution, label) whose bynames fit some terms best, a few hundred."""
    query = _query([(word,) for word in dict.fromkeys(words) if word not in STOP_WORDS])
    if not query or not has(db, "bynames"):
        return {}
    best = "SELECT number, label, bm25(bynames), terms FROM bynames WHERE bynames MATCH ? ORDER BY 3 LIMIT ?"
    rows = db.execute(best, (query, _FITTING)).fetchall()
    wanted = frozenset(words)
    return {
        (number, label): Called(rank / rows[0][2], wanted.intersection(said.split()))
        for number, label, rank, said in rows
    }


def _found(
    db: sqlite3.Connection, table: str, columns: str, phrases: Terms, longer: Terms
) -> set[tuple[Any, ...]]:
    """What is wanted of the rows of a table that have one of the phrases."""
    query = _query(phrases)
    if not query or not has(db, table):
        return set()
    found = set(db.execute(f"SELECT {columns} FROM {table} WHERE {table} MATCH ?", (query,)))
    if found and (others := _query(longer)):
        both = f"SELECT terms, {columns} FROM {table} WHERE {table} MATCH ?"
        rows = db.execute(both, (f"({query}) AND ({others})",))
        found -= {tuple(place) for said, *place in rows if not _beside(said, phrases, longer)}
    return found


def _beside(said: str, phrases: Terms, longer: Terms) -> bool:
    """Whether one of the phrases stands elsewhere than in a longer one: 马里 elsewhere than in 索马里."""
    left = f" {said} "
    for phrase in longer:
        left = left.replace(f" {' '.join(phrase)} ", f" {_BREAK} ")
    return any(f" {' '.join(phrase)} " in left for phrase in phrases)


def _query(phrases: Terms) -> str:
    return " OR ".join(f'"{" ".join(phrase)}"' for phrase in phrases if '"' not in "".join(phrase))
