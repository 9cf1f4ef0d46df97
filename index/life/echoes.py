"""Demands that are made again in nearly the same words: resolutions of a series repeat what they still ask.

For each demand a fingerprint is kept (Charikar's simhash over pairs of words, 64 bits): alike texts differ in
few bits, so that comparing a demand with thousands takes a millisecond; only what is near is compared word by
word.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from string import ascii_lowercase

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import HAN, fold, is_chinese
from mandex.corpus.store import Store
from mandex.index.life.status import Standing
from mandex.index.life.steps import is_kept, unkept

_BITS = 64
_NEAR = 14  # bits in which the fingerprints of texts that are nearly the same may differ
_ALIKE = 0.6  # of the pairs of words that either text has, so many are in both
_LEAST = 6  # words; shorter demands are alike by chance: *to remain seized of the matter*
_WORD = Expression(rf"[{HAN}]|[a-z]+")
# The same words, where there are no others: blanks between them.
_LETTERS = {code: char if (char := chr(code)) in ascii_lowercase else " " for code in range(0x80)}


# Each bit of a byte in a lane of its own, so that one addition counts the bits of a whole hash.
_LANE = 16
_FULL = (1 << _LANE - 1) - 1  # so many that the uppermost bit of a lane stays free
_ONES = sum(1 << _LANE * bit for bit in range(_BITS))
_SIGNS = bytes(b"01"[byte >> 7] for byte in range(256))
_SPREAD = [
    sum((byte >> bit & 1) << _LANE * bit for bit in range(8)).to_bytes(_LANE, "big") for byte in range(256)
]


def pairs(clause: str) -> Sequence[str]:
    """The pairs of neighbouring words (of characters in Chinese) of a folded clause, without figures."""
    words = clause.translate(_LETTERS).split() if clause.isascii() else _WORD.findall(clause)
    return list(map(" ".join, pairwise(words)))


def fingerprint(pairs: Sequence[str]) -> int:
    """The simhash of a clause by its pairs of words, as a signed 64-bit number, as SQLite keeps it."""
    found = set(islice(pairs, _FULL))
    # Lanes are filled up so far that the uppermost bit is set where more than half of the pairs have theirs.
    counts = sum(map(_lanes, found)) + (_FULL - len(found) // 2) * _ONES
    value = int(counts.to_bytes(_BITS * _LANE // 8, "big")[::2].translate(_SIGNS), 2)
    return value - (1 << _BITS) if value >> (_BITS - 1) else value


@lru_cache(maxsize=1 << 15)  # resolutions say the same things again and again
def _lanes(pair: str) -> int:
    """The hash of a pair of words, each of its bits in a lane of its own."""
    data = pair.encode("utf-8")
    hashed = zlib.crc32(data) << 32 | zlib.crc32(data, 0x9E3779B9)
    return int.from_bytes(b"".join(map(_SPREAD.__getitem__, hashed.to_bytes(_BITS // 8, "big"))), "big")


def keep(db: sqlite3.Connection, doc: int) -> None:
    """Keep the fingerprints of a resolution's demands."""
    rows = db.execute(
        "SELECT m.id, m.verb, m.measure FROM mandates AS m JOIN documents AS d ON d.id = m.doc"
        " WHERE m.doc = ? AND d.type = 'resolution' AND m.force <> 'note'",
        (doc,),
    )
    found = ((id_, pairs(fold(f"{verb} {measure}"))) for id_, verb, measure in rows.fetchall())
    db.executemany(
        "INSERT INTO step_fingerprints (mandate, doc, print) VALUES (?, ?, ?)"
        " ON CONFLICT (mandate) DO UPDATE SET doc = excluded.doc, print = excluded.print",
        ((id_, doc, fingerprint(own)) for id_, own in found if len(own) >= _LEAST),
    )


class Echoes:
    """The demands of a base by their fingerprints."""

    def __init__(self, store: Store, as_of: str) -> None:
        self._db = store.connection
        self._as_of = as_of
        self._kept = is_kept(store) and not unkept(store)
        self._on: dict[tuple[str, bool], list[tuple[int, int]]] = {}
        self._of: dict[int, list[tuple[int, int]]] = {}

    def of(self, matter: str, number: int, force: str, clause: str) -> str | None:
        """The place of the latest demand, in a later resolution on a matter, that says nearly the same; None
        where there is none. Only documents whose fingerprints are kept are compared.
        """
        own = pairs(clause)
        if len(own) < _LEAST or not self._kept:
            return None
        mark = fingerprint(own)
        for later, doc in self._documents(matter, is_chinese(clause)):
            if later <= number:
                return None
            for id_, other in self._prints(doc):
                if (mark ^ other).bit_count() <= _NEAR and share(own, pairs(self._clause(id_))) >= _ALIKE:
                    return self._place(id_)
        return None

    def _documents(self, matter: str, chinese: bool) -> list[tuple[int, int]]:
        """Number and row of the documents on a matter in a language, the latest first."""
        if (matter, chinese) not in self._on:
            found = self._db.execute(
                "SELECT d.number, d.id FROM step_documents AS k JOIN documents AS d ON d.id = k.doc"
                " WHERE k.matter = ? AND d.date <= ? AND (d.lang LIKE 'zh%') = ?"
                " AND d.number IS NOT NULL ORDER BY d.number DESC, d.id",
                (matter, self._as_of, chinese),
            )
            self._on[matter, chinese] = found.fetchall()
        return self._on[matter, chinese]

    def _prints(self, doc: int) -> list[tuple[int, int]]:
        """The demands of a document and their fingerprints, read only where it is compared with."""
        if doc not in self._of:
            found = self._db.execute(
                "SELECT mandate, print FROM step_fingerprints WHERE doc = ? ORDER BY mandate", (doc,)
            )
            self._of[doc] = found.fetchall()
        return self._of[doc]

    def _clause(self, id_: int) -> str:
        verb, measure = self._db.execute("SELECT verb, measure FROM mandates WHERE id = ?", (id_,)).fetchone()
        return fold(f"{verb} {measure}")

    def _place(self, id_: int) -> str:
        symbol, pinpoint = self._db.execute(
            "SELECT d.symbol, p.pinpoint FROM mandates AS m JOIN documents AS d ON d.id = m.doc"
            " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq WHERE m.id = ?",
            (id_,),
        ).fetchone()
        return f"{symbol} {pinpoint}".strip()


def share(one: Iterable[str], other: Iterable[str]) -> float:
    """How much of what either has both have."""
    ours, theirs = frozenset(one), frozenset(other)
    both = len(ours & theirs)
    return both / (len(ours) + len(theirs) - both) if ours or theirs else 0.0


def alike(one: str, other: str) -> bool:
    """Whether two folded clauses are nearly the same."""
    return one == other or share(_set_of_pairs(one), _set_of_pairs(other)) >= _ALIKE


@lru_cache(maxsize=1 << 12)  # in a series each is compared with all the others
def _set_of_pairs(clause: str) -> frozenset[str]:
    return frozenset(pairs(clause))


def made_anew(again: str) -> Standing:
    """What became of a demand that the place `again` makes anew."""
    return Standing("replaced", f"{again} demands the same anew", again)
