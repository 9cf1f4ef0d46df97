"""Which resolutions the world knows by a word: `corpus.occasions`, indexed for those that a base holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from mandex.corpus.occasions import occasions
from mandex.corpus.opening import has
from mandex.index.text.terms import terms

_TABLE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS occasions USING fts5 (terms, tokenize = \"ascii tokenchars '_'\")"
)
_BREAK = "occasionsbreak"  # between phrases, so that no phrase is found across two of them


def keep(db: sqlite3.Connection, number: int) -> None:
    """Index the occasion of a resolution that the base holds."""
    phrases = occasions().get(number)
    if not phrases:
        return
    db.execute(_TABLE)
    if not db.execute("SELECT 1 FROM occasions WHERE rowid = ?", (number,)).fetchone():
        said = f" {_BREAK} ".join(" ".join(terms(phrase)) for phrase in phrases)
        db.execute("INSERT INTO occasions (rowid, terms) VALUES (?, ?)", (number, said))


def known_by(db: sqlite3.Connection, phrases: Iterable[tuple[str, ...]]) -> frozenset[int]:
    """The numbers of the resolutions whose occasions have one of the phrases (of terms)."""
    query = " OR ".join(f'"{" ".join(phrase)}"' for phrase in phrases if '"' not in "".join(phrase))
    if not query or not has(db, "occasions"):
        return frozenset()
    rows = db.execute("SELECT rowid FROM occasions WHERE occasions MATCH ?", (query,))
    return frozenset(number for (number,) in rows)
