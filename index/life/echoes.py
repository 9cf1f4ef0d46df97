"""Demands that are made again in nearly the same words: resolutions of a series repeat what they still ask.

For each demand a fingerprint is kept (Charikar's simhash over pairs of words, 64 bits): alike texts differ in
few bits, so that comparing a demand with thousands takes a millisecond; only what is near is compared word by
word. Those of a document are kept together: to read a row for each would take longer than all comparing.
"""

from __future__ import annotations

import json
import sqlite3
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from string import ascii_lowercase

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import HAN, fold, is_chinese, replaced
from mandex.corpus.store import Store
from mandex.index.life.status import Standing
from mandex.index.life.steps import is_kept, unkept

_BITS = 64
_NEAR = 14  # bits in which the fingerprints of texts that are nearly the same may differ
_ALIKE = 0.6  # of the pairs of words that either text has, so many are in both
# Of the demands of a resolution on a theme, so many stand in one that takes its place. In what is held the
# next of a series has half or more (1822 to 2734), any other resolution on the theme less than three in ten.
_GOOD_PART = 1 / 3
_BLOCK = 32  # documents whose fingerprints are read at once
_KEPT = struct.Struct("<IQ")  # which of its document's demands it is, and its fingerprint
_LEAST = 6  # words; shorter demands are alike by chance: *to remain seized of the matter*
_WORD = Expression(rf"[{HAN}]|[a-z]+")
# The same words, where there are no others: blanks between them.
_LETTERS = bytes(code if chr(code) in ascii_lowercase else 0x20 for code in range(0x100))


# Each bit of a byte in a lane of its own, so that one addition counts the bits of a whole hash.
_LANE = 16
_FULL = (1 << _LANE - 1) - 1  # so many that the uppermost bit of a lane stays free
_ONES = sum(1 << _LANE * bit for bit in range(_BITS))
_SIGNS = bytes(b"01"[byte >> 7] for byte in range(256))
_SPREAD = [
    sum((byte >> bit & 1) << _LANE * bit for bit in range(8)).to_bytes(_LANE, "big") for byte in range(256)
]


_Place = tuple[int, int]  # of a demand: its document, and which it is of that
_IN_ORDER = "ORDER BY m.seq, m.id"


def pairs(clause: str) -> Sequence[str]:
    """The pairs of neighbouring words (of characters in Chinese) of a folded clause, without figures."""
    words = replaced(clause, _LETTERS).split() if clause.isascii() else _WORD.findall(clause)
    return list(map(" ".join, pairwise(words)))


def fingerprint(pairs: Sequence[str]) -> int:
    """The simhash of a clause by its pairs of words."""
    found = set(islice(pairs, _FULL))
    # Lanes are filled up so far that the uppermost bit is set where more than half of the pairs have theirs.
    counts = sum(map(_lanes, found)) + (_FULL - len(found) // 2) * _ONES
    return int(counts.to_bytes(_BITS * _LANE // 8, "big")[::2].translate(_SIGNS), 2)


@lru_cache(maxsize=1 << 15)  # resolutions say the same things again and again
def _lanes(pair: str) -> int:
    """The hash of a pair of words, each of its bits in a lane of its own."""
    data = pair.encode("utf-8")
    hashed = zlib.crc32(data) << 32 | zlib.crc32(data, 0x9E3779B9)
    return int.from_bytes(b"".join(map(_SPREAD.__getitem__, hashed.to_bytes(_BITS // 8, "big"))), "big")


def keep(db: sqlite3.Connection, doc: int) -> None:
    """Keep the fingerprints of a resolution's demands."""
    rows = db.execute(
        "SELECT m.force, m.verb, m.measure FROM mandates AS m JOIN documents AS d ON d.id = m.doc"
        f" WHERE m.doc = ? AND d.type = 'resolution' {_IN_ORDER}",
        (doc,),
    )
    found = (
        (at, pairs(fold(f"{verb} {measure}")))
        for at, (force, verb, measure) in enumerate(rows)
        if force != "note"
    )
    prints = b"".join(_KEPT.pack(at, fingerprint(own)) for at, own in found if len(own) >= _LEAST)
    db.execute(  # none is replaced, see `steps.keep`
        "INSERT INTO step_fingerprints (doc, prints) VALUES (?, ?)"
        " ON CONFLICT (doc) DO UPDATE SET prints = excluded.prints",
        (doc, prints),
    )


class Echoes:
    """The demands of a base by their fingerprints."""

    def __init__(self, store: Store, as_of: str) -> None:
        self._db = store.connection
        self._as_of = as_of
        self._kept = is_kept(store) and not unkept(store)
        self._on: dict[tuple[str, bool], _Prints] = {}

    def of(self, matter: str, number: int, clause: str) -> str | None:
        """The place of the latest demand, in a later resolution on a matter, that says nearly the same; None
        where there is none. Only documents whose fingerprints are kept are compared.
        """
        found = next(self._of(matter, number, clause), None)
        return self._place(found[1]) if found else None

    def in_series(self, matter: str, number: int, clause: str) -> str | None:
        """The same on a theme, where a resolution stands beside the others: only what takes the place of it
        as a whole, directly or one after the other, replaces what it says (2253, 2368, 2610, 2734); left:
        what repeats one demand of many (2322 OP9(a), of 1373 OP3(b); 2734 OP23, of 2462 OP6).
        """
        series, last = [number], None
        for later, place in reversed(list(self._of(matter, number, clause))):
            if any(self.is_next(matter, later, one, clause) for one in series):
                last = place
                series.append(later)
        return self._place(last) if last is not None else None

    def is_next(self, matter: str, later: int, number: int, clause: str) -> bool:
        """Whether a resolution on a matter takes the place of an earlier one, by its version in the language
        of a clause.
        """
        return self._kept and self._prints(matter, is_chinese(clause)).succeeds(later, number)

    def _of(self, matter: str, number: int, clause: str) -> Iterator[tuple[int, _Place]]:
        """The numbers and demands of later resolutions on a matter that say nearly the same, the latest
        first.
        """
        own = pairs(clause)
        if len(own) < _LEAST or not self._kept:
            return
        for later, place in self._prints(matter, is_chinese(clause)).near(fingerprint(own), number):
            if share(own, pairs(self._clause(place))) >= _ALIKE:
                yield later, place

    def _prints(self, matter: str, chinese: bool) -> _Prints:
        """The fingerprints of the documents on a matter in a language."""
        if (matter, chinese) not in self._on:
            found = self._db.execute(
                "SELECT number, doc FROM step_documents WHERE matter = ? AND adopted <= ?"
                " AND (lang LIKE 'zh%') = ? AND number IS NOT NULL ORDER BY number DESC, doc",
                (matter, self._as_of, chinese),
            )
            self._on[matter, chinese] = _Prints(self._db, found.fetchall())
        return self._on[matter, chinese]

    def _clause(self, place: _Place) -> str:
        verb, measure = self._db.execute(
            f"SELECT m.verb, m.measure FROM mandates AS m WHERE m.doc = ? {_IN_ORDER} LIMIT 1 OFFSET ?", place
        ).fetchone()
        return fold(f"{verb} {measure}")

    def _place(self, place: _Place) -> str:
        symbol, pinpoint = self._db.execute(
            "SELECT d.symbol, p.pinpoint FROM mandates AS m JOIN documents AS d ON d.id = m.doc"
            " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
            f" WHERE m.doc = ? {_IN_ORDER} LIMIT 1 OFFSET ?",
            place,
        ).fetchone()
        return f"{symbol} {pinpoint}".strip()


class _Prints:
    """The fingerprints of the demands of some documents, the latest first, read as far as they are compared
    with.
    """

    def __init__(self, db: sqlite3.Connection, documents: Sequence[tuple[int, int]]) -> None:
        self._db = db
        self._documents = documents  # their numbers and rows
        self._blocks: dict[int, list[tuple[int, int, list[tuple[int, int]]]]] = {}
        self._near: dict[tuple[int, int], list[tuple[int, _Place]]] = {}
        self._succeeds: dict[tuple[int, int], bool] = {}
        self._row_of = dict(reversed(documents))
        self._marks: dict[int, list[int]] = {}

    def near(self, mark: int, number: int) -> Iterator[tuple[int, _Place]]:
        """The demands of resolutions later than one whose fingerprints are near to a mark, each with the
        number of its resolution.
        """
        for at in range(0, len(self._documents), _BLOCK):
            if self._documents[at][0] <= number:
                return
            yield from (found for found in self._in_block(at, mark) if found[0] > number)

    def succeeds(self, later: int, number: int) -> bool:
        """Whether a resolution makes a good part of the demands of an earlier one anew."""
        if (later, number) not in self._succeeds:
            self._succeeds[later, number] = _has_good_part(self._of(later), self._of(number))
        return self._succeeds[later, number]

    def _of(self, number: int) -> list[int]:
        """The fingerprints of one resolution's demands."""
        if number not in self._marks:
            read = self._read([(number, self._row_of.get(number, 0))])
            self._marks[number] = [mark for _, _, prints in read for _, mark in prints]
        return self._marks[number]

    def _in_block(self, at: int, mark: int) -> list[tuple[int, _Place]]:
        """The same in the documents from one place on, with their numbers; a series asks for the same in the
        same words year after year.
        """
        if (at, mark) not in self._near:
            if at not in self._blocks:
                self._blocks[at] = self._read(self._documents[at : at + _BLOCK])
            self._near[at, mark] = [
                (number, (doc, which))
                for number, doc, prints in self._blocks[at]
                for which, one in prints
                if (mark ^ one).bit_count() <= _NEAR
            ]
        return self._near[at, mark]

    def _read(self, documents: Sequence[tuple[int, int]]) -> list[tuple[int, int, list[tuple[int, int]]]]:
        """Some documents by their numbers and rows, each with which of its demands has what fingerprint."""
        found = dict(
            self._db.execute(
                "SELECT doc, prints FROM step_fingerprints WHERE doc IN (SELECT value FROM json_each(?))",
                (json.dumps([doc for _, doc in documents]),),
            )
        )
        return [
            (number, doc, list(_KEPT.iter_unpack(found[doc]))) for number, doc in documents if doc in found
        ]


def _has_good_part(theirs: Sequence[int], ours: Sequence[int]) -> bool:
    """Whether of our fingerprints a good part are near to some of theirs: no more are compared than tell."""
    same = frozenset(theirs)
    others = [mark for mark in ours if mark not in same]  # most are word for word
    wanted = _GOOD_PART * len(ours)
    again = len(ours) - len(others)
    for left, mark in zip(range(len(others), 0, -1), others, strict=True):
        if again >= wanted or again + left < wanted:
            break
        again += any((mark ^ one).bit_count() <= _NEAR for one in theirs)
    return bool(ours) and again >= wanted


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


def is_made_anew(stands: Standing) -> bool:
    """Whether that became of a demand."""
    return stands == made_anew(stands.by)
