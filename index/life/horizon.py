"""How far the base knows: the last resolution held, and those that it lacks."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import pairwise

from mandex.corpus import lexicon, registry
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.corpus.symbols import resolution_symbol
from mandex.index.life.sayings import Sayings
from mandex.index.life.status import days_between
from mandex.index.life.step import covers, labels
from mandex.index.life.wording import DEMANDING

_GAP = 366  # days; of so long that nothing is held, nothing can be said
_LATE = timedelta(days=21)  # a renewal may be adopted a little after the term has run out
_BEFORE = 120  # characters before a number that tell what is said of the resolution
# *United Nations Protection Force (UNPROFOR)*, on the agenda of 1994 without that
_ABBREVIATION = Expression(r" \([A-Z]{3,12}\)$")
# *Demands the full implementation of resolution 1701* (2790 OP2), *to implement immediately its resolution
# 338* (2824 OP1); left: *compliance with the arms embargo imposed under resolution 1970*, reports on it.
_CARRIED_OUT = Expression(
    r"(?<!ensuring )\b(?:implementation of|implement(?: (?:fully|immediately|in full))?"
    r"|compl(?:y(?: fully)?|iance) with)"
    r" (?:all )?(?:the )?(?:provisions of )?(?:its |security council )?(?:resolutions? )?$"
)


def known_to(store: Store) -> str:
    """The day of the last resolution held (ISO); empty in a base without resolutions."""
    row = store.connection.execute(
        "SELECT date FROM documents WHERE type = 'resolution' ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return str(row[0]) if row else ""


def not_held_between(store: Store, since: str, until: str) -> list[str]:
    """The resolutions that the register has of the days after `since`, up to `until` (ISO; none where that is
    empty), and the base has not.
    """
    held = _numbers_held(store)
    adopted = (one for one in registry.adoptions() if since < one.adopted <= (until or "9999"))
    return [resolution_symbol(one.number, one.year) for one in adopted if one.number not in held]


def _numbers_held(store: Store) -> frozenset[int]:
    rows = store.connection.execute("SELECT DISTINCT number FROM documents WHERE type = 'resolution'")
    return frozenset(row[0] for row in rows)


@dataclass(frozen=True, slots=True)
class Gap:
    """A time of which a base holds no resolution: the days of the first and of the last not held (ISO)."""

    first: str
    last: str

    @property
    def years(self) -> str:
        """Its years, as a reason names them: `1994-1999`."""
        return "-".join(dict.fromkeys((self.first[:4], self.last[:4])))


class Horizon:
    """What the base holds of the resolutions adopted by a day."""

    def __init__(self, store: Store, as_of: str) -> None:
        self._store = store
        self._db: sqlite3.Connection = store.connection
        self.as_of = as_of
        self.sayings = Sayings(store, as_of)
        self._is_held: dict[str, bool] = {}
        self._cited: dict[str, tuple[int, str]] = {}
        self._spoken_of: dict[str, tuple[int, str]] = {}
        self._going_back: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
        self._lacked_on: dict[tuple[str, str], list[registry.Adoption]] = {}

    @cached_property
    def known_to(self) -> str:
        """The day of the last resolution held: see `known_to`."""
        return known_to(self._store)

    @cached_property
    def held(self) -> frozenset[int]:
        """The numbers of the resolutions held."""
        return _numbers_held(self._store)

    @cached_property
    def _lacked(self) -> list[registry.Adoption]:
        """The resolutions not held of which the register knows the agenda item."""
        return [
            one
            for one in registry.adoptions()
            if one.agenda_item and _adopted(one) <= self.as_of and one.number not in self.held
        ]

    @cached_property
    def _gaps(self) -> list[Gap]:
        """The times of a year or more between resolutions held of which none is held, oldest first; none in a
        base that holds less than half of all, where that tells nothing.
        """
        held = sorted(filter(None, self.held))  # some documents tell no number
        if not held or 2 * len(held) < held[-1] - held[0]:
            return []
        missing = ((one + 1, other - 1) for one, other in pairwise(held) if other - one > 1)
        ends = ((registry.adoption(first), registry.adoption(last)) for first, last in missing)
        found = [Gap(one.adopted, other.adopted) for one, other in ends if one and other]
        return [one for one in found if days_between(one.first, one.last) >= _GAP]

    def gap(self, first: str, last: str) -> Gap | None:
        """The time of which nothing is held that some days (ISO) reach into; None where they do not."""
        return next((one for one in self._gaps if one.first <= last and first <= one.last), None)

    def is_held(self, symbol: str) -> bool:
        """Whether the base holds a document in some language."""
        if symbol not in self._is_held:
            found = self._db.execute("SELECT 1 FROM documents WHERE symbol = ? LIMIT 1", (symbol,)).fetchone()
            self._is_held[symbol] = found is not None
        return self._is_held[symbol]

    def last_citing(self, symbol: str) -> tuple[int, str]:
        """Number and day of the last other resolution held that cites one; 0 and nothing where none does."""
        if symbol not in self._cited:
            self._cited[symbol] = self.sayings.last_citing(symbol)
        return self._cited[symbol]

    def last_spoken_of(self, symbol: str) -> str:
        """The day of the last other resolution held that names one in what it demands, not only in what its
        preamble recalls or an annex quotes; empty where none does.
        """
        return self.last_demanding(symbol)[1]

    def last_demanding(self, symbol: str) -> tuple[int, str]:
        """The number and day of that resolution; 0 and nothing where none does. What tells of things
        done *while that resolution was in force* (1408 OP14, of 788) shows nothing since.
        """
        if symbol not in self._spoken_of:
            self._spoken_of[symbol] = self.sayings.last_demanding(symbol)
        return self._spoken_of[symbol]

    def last_going_back(self, symbol: str, label: str, *, whole: bool) -> tuple[str, str]:
        """Day and place of the last operative paragraph of another resolution held that names a paragraph by
        its number, or with `whole` demands that all of the resolution be carried out; empty where none does.
        """
        if symbol not in self._going_back:
            self._going_back[symbol] = self._paragraphs_going_back(symbol)
        found = (
            (day, place)
            for day, place, named in self._going_back[symbol]
            if (named or whole) and covers(named, label)
        )
        return next(found, ("", ""))

    def _paragraphs_going_back(self, symbol: str) -> list[tuple[str, str, tuple[str, ...]]]:
        """Day, place and the labels that each names, the latest first; no labels where it is the whole."""
        rows = self._db.execute(
            "SELECT d.date, d.symbol || ' ' || p.pinpoint, c.pinpoint, substr(p.text, 1, c.at_start),"
            " (SELECT m.force FROM mandates AS m WHERE m.doc = c.doc AND m.seq = c.seq"
            " AND m.at_start <= c.at_start ORDER BY m.at_start DESC LIMIT 1)"
            " FROM citations AS c JOIN documents AS d ON d.id = c.doc"
            " JOIN paragraphs AS p ON p.doc = c.doc AND p.seq = c.seq"
            " WHERE c.cited = ? AND d.symbol <> ? AND d.type = 'resolution' AND d.number > 0 AND d.date <= ?"
            " AND p.kind = 'operative' ORDER BY d.date DESC, d.number DESC, c.id DESC",
            (symbol, symbol, self.as_of),
        )
        return [
            (day, place, labels(pinpoint))
            for day, place, pinpoint, before, force in rows
            if pinpoint or (force in DEMANDING and _CARRIED_OUT.search(fold(before[-_BEFORE:])))
        ]

    def lacking(self, after: int, until: str, matter: str = "", early: int = 0) -> list[str]:
        """Resolutions not held on the agenda item of resolution `after`, or on one that names the country
        `matter`, adopted after it, at most so many days before `until` (0: ever) and no later than shortly
        after it (ISO, empty: ever).
        """
        own = registry.adoption(after)
        item = _plain(own.agenda_item) if own else ""
        first = (date.fromisoformat(until) - timedelta(days=early)).isoformat() if early else ""
        latest = (date.fromisoformat(until) + _LATE).isoformat() if until else "9999"
        if (item, matter) not in self._lacked_on:
            self._lacked_on[item, matter] = [
                one
                for one in self._lacked
                if _plain(one.agenda_item) == item or matter in _countries(one.agenda_item)
            ]
        return [
            resolution_symbol(other.number, other.year)
            for other in self._lacked_on[item, matter]
            if other.number > after and _adopted(other) <= latest and (other.adopted or "9") >= first
        ]


def _adopted(one: registry.Adoption) -> str:
    """The day of an adoption, or its year where the register has no day (2762): both sort as dates."""
    return one.adopted or str(one.year)


@cache
def _countries(item: str) -> frozenset[str]:
    """The countries that an agenda item names, as words: Somalia is not Mali."""
    return frozenset(found.id for found in lexicon.match_countries(item))


@cache
def _plain(item: str) -> str:
    return _ABBREVIATION.sub("", item.rstrip(". ")).casefold()
