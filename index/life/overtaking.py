"""Which demands for reports a later one takes the place of.

Demands may ask for the same report where the same body is asked on the same matter. They are arranged by
that once, so that what it costs grows with the demands, not with their pairs.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.index.life.echoes import pairs, share
from mandex.index.life.matters import is_situation
from mandex.index.life.reporting import Asked, measure_of
from mandex.index.life.status import days_between
from mandex.index.life.wording import ON_THIS

_YEAR = 365  # days
_LONG = 5 * 365  # days
_ALIKE_AFTER_YEARS = 0.25
_ALIKE = 0.42  # of their pairs of words, so many have two demands in common that ask for the same reports
_COMMITTEE = "committee"
# *Support to the Special Representative's efforts … to ensure quarterly reporting to the Security Council on
# the Trust Fund*, a part of what an office is set up for: no report on the situation is that.
_SUPPORTS = Expression(r"^\W*(?:to )?supports?\b|^支持")


class Overtaking:
    """The demands for reports of a base, or on one matter, `asked` in the order of their resolutions."""

    def __init__(self, db: sqlite3.Connection, asked: Sequence[Asked]) -> None:
        self._db = db
        self._worded: dict[int, tuple[bool, frozenset[str]]] = {}
        self._shares: dict[tuple[int, int], float] = {}
        self._asked = asked
        groups: dict[tuple[str, str], list[Asked]] = defaultdict(list)
        for one in asked:
            if not one.within:  # told within another report, which it does not replace
                groups[_key(one)].append(one)
        self._groups = {key: _Group(found) for key, found in groups.items()}

    def of(self, symbol: str, label: str, seq: int) -> str:
        """What takes the place of all the reports that a paragraph asks for again and again; empty where
        nothing does.
        """
        found = [self.by(one) for one in self._at.get((symbol, label, seq), ()) if one.recurs]
        return found[-1].place if found and found[-1] and all(found) else ""

    @cached_property
    def _at(self) -> Mapping[tuple[str, str, int], list[Asked]]:
        """The demands of each paragraph."""
        found: dict[tuple[str, str, int], list[Asked]] = defaultdict(list)
        for one in self._asked:
            found[one.symbol, one.label, one.seq].append(one)
        return found

    def by(self, one: Asked) -> Asked | None:
        """The later demand for the reports of this one, which recurs: in a situation, and of a committee, any
        is one; on a theme, and of what supports the reports of others, one in much the same words. None where
        there is none.
        """
        group = self._groups.get(_key(one))
        if group is None:
            return None
        again = _after(group.recurring, one)
        if one.who.endswith(_COMMITTEE):
            return again
        if is_situation(one.matter) and not is_support(self._db, one):
            # a single report asked for within the same years is another one
            last = _after(group.all, one)
            return again or (last if last and days_between(one.adopted, last.adopted) > _YEAR else None)
        if self._words(one)[0]:
            return None
        alike = (other for other, enough in group.worded_after(one) if self._share(one, other) >= enough)
        return next(alike, None)

    def _share(self, one: Asked, other: Asked) -> float:
        """How much of their words two demands have in common; a series says the same year after year."""
        key = one.wording, other.wording
        if key not in self._shares:
            self._shares[key] = share(self._words(one)[1], self._words(other)[1])
        return self._shares[key]

    def _words(self, one: Asked) -> tuple[bool, frozenset[str]]:
        """Whether a demand is for reports on how its own resolution is carried out, and its pairs of words;
        the same for all in the same words.
        """
        if one.wording not in self._worded:
            clause = fold(measure_of(self._db, one))
            self._worded[one.wording] = ON_THIS.search(clause) is not None, frozenset(pairs(clause))
        return self._worded[one.wording]


def is_support(db: sqlite3.Connection, asked: Asked) -> bool:
    """Whether a part of a list of tasks asks to support what others do, the reports that they owe with it."""
    return "(" in asked.label and _SUPPORTS.search(fold(measure_of(db, asked))) is not None


class Latest:
    """The last demands for reports of a base, by matter, body and reader: these tell of most, before others
    are read, whether a later one takes their place.
    """

    def __init__(self, asked: Iterable[Asked], last: Iterable[tuple[str, str, str, int, str]]) -> None:
        self._again: dict[_Reader, int] = defaultdict(int)
        for one in asked:
            if one.recurs and not one.within:
                for at in _readers(one):
                    self._again[at] = max(one.number, self._again[at])
        self._any: dict[_Reader, tuple[int, str]] = defaultdict(lambda: (0, ""))
        for matter, who, whom, number, adopted in last:
            for reader in whom.split(", "):
                at = *_body(matter, who), reader
                highest, day = self._any[at]
                self._any[at] = max(number, highest), max(adopted, day)

    def overtakes(self, one: Asked) -> bool | None:
        """Whether a later demand takes the place of one that recurs (see `Overtaking.by`); None where only
        all the demands on its matter tell.
        """
        of_committee = one.who.endswith(_COMMITTEE)
        if not (of_committee or is_situation(one.matter)):
            return None
        if any(self._again.get(at, 0) > one.number for at in _readers(one)):
            return True
        if of_committee:
            return False
        last = (self._any[at] for at in _readers(one))
        later = [day for number, day in last if number > one.number]
        return None if any(days_between(one.adopted, day) > _YEAR for day in later) else False


_Reader = tuple[str, str, str]  # a matter, who reports on it, and to whom


def _readers(one: Asked) -> Iterator[_Reader]:
    matter, who = _key(one)
    return ((matter, who, reader) for reader in one.to.split(", "))


def _key(one: Asked) -> tuple[str, str]:
    """The 751 Committee and *the Committee*, on Somalia, are one."""
    return _body(one.matter, one.who)


def _body(matter: str, who: str) -> tuple[str, str]:
    return matter, _COMMITTEE if who.endswith(_COMMITTEE) else who


class _Run:
    """Some demands in the order of their resolutions."""

    def __init__(self, asked: Sequence[Asked]) -> None:
        self._numbers = [one.number for one in asked]
        self._last = list(accumulate(reversed(asked), _later))[::-1]

    def after(self, number: int) -> Asked | None:
        """The last that comes after a resolution; None where none does."""
        at = bisect_right(self._numbers, number)
        return self._last[at] if at < len(self._last) else None


class _Group:
    """Demands that may ask for the same report: by those to whom one reports, and by their words."""

    def __init__(self, asked: Sequence[Asked]) -> None:
        self._asked = asked

    @cached_property
    def all(self) -> Mapping[str, _Run]:
        """All of them."""
        return _by_reader(self._asked)

    @cached_property
    def recurring(self) -> Mapping[str, _Run]:
        """Those for reports that are owed again and again."""
        return _by_reader([one for one in self._asked if one.recurs])

    @cached_property
    def _worded(self) -> list[_Run]:
        found: dict[int, list[Asked]] = defaultdict(list)
        for one in self._asked:
            found[one.wording].append(one)
        return [_Run(same) for same in found.values()]

    def worded_after(self, one: Asked) -> Iterable[tuple[Asked, float]]:
        """A demand in each wording that a later resolution has, and how much of it must be in this one."""
        for run in self._worded:
            if (last := run.after(one.number)) is not None:
                yield last, _ALIKE if days_between(one.adopted, last.adopted) < _LONG else _ALIKE_AFTER_YEARS


def _by_reader(asked: Iterable[Asked]) -> Mapping[str, _Run]:
    found: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        for reader in one.to.split(", "):
            found[reader].append(one)
    return {reader: _Run(same) for reader, same in found.items()}


def _later(one: Asked, other: Asked) -> Asked:
    return max(one, other, key=lambda asked: asked.adopted)


def _after(runs: Mapping[str, _Run], one: Asked) -> Asked | None:
    """The last demand after one that goes to the same body, or to none that is named."""
    last = (runs[reader].after(one.number) for reader in one.to.split(", ") if reader in runs)
    return max(filter(None, last), key=lambda asked: asked.adopted, default=None)
