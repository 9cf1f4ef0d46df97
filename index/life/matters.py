"""What resolutions are about, and which came later on the same matter."""

from __future__ import annotations

import json
from functools import cache, cached_property
from typing import Literal, NamedTuple

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold_case
from mandex.corpus.store import Store
from mandex.index.life.about import matter_of
from mandex.index.life.steps import IN_ONE_LANGUAGE, is_kept, unkept


class Adopted(NamedTuple):
    """One resolution held: what it is about is `matter`, a country's id or an agenda item."""

    symbol: str
    number: int
    date: str
    matter: str


class Matters:
    """The resolutions of a base that were adopted by the day `as_of` (ISO)."""

    def __init__(self, store: Store, as_of: str) -> None:
        self._store = store
        self._as_of = as_of
        self._kept = is_kept(store) and not unkept(store)
        self._of: dict[str, Adopted | None] = {}
        self._on: dict[str, list[Adopted]] = {}
        self._symbols_on: dict[str, str] = {}
        self._numbers_on: dict[str, frozenset[int]] = {}

    def of(self, symbol: str) -> Adopted | None:
        """What is held under a symbol, if it is a resolution."""
        if symbol not in self._of:
            self._of[symbol] = next(iter(self._select("symbol", symbol)), None)
        return self._of[symbol]

    def on(self, matter: str) -> list[Adopted]:
        """The resolutions on a matter, oldest first."""
        if matter not in self._on:
            self._on[matter] = self._select("matter", matter)
        return self._on[matter]

    def numbers_on(self, matter: str) -> frozenset[int]:
        """The numbers of the resolutions on a matter."""
        if matter not in self._numbers_on:
            self._numbers_on[matter] = frozenset(one.number for one in self.on(matter))
        return self._numbers_on[matter]

    def symbols_on(self, matter: str) -> str:
        """The symbols of the resolutions on a matter as a JSON list, to be asked for with `json_each`."""
        if matter not in self._symbols_on:
            self._symbols_on[matter] = json.dumps([one.symbol for one in self.on(matter)])
        return self._symbols_on[matter]

    def _select(self, field: Literal["symbol", "matter"], value: str) -> list[Adopted]:
        if not self._kept:
            return [one for one in self._all if getattr(one, field) == value]
        rows = self._store.connection.execute(
            "SELECT s.symbol, s.number, s.adopted, s.matter FROM step_documents AS s"
            f" WHERE s.{field} = ? AND s.number > 0 AND s.adopted <= ? AND {IN_ONE_LANGUAGE}"
            " ORDER BY s.number",
            (value, self._as_of),
        )
        return [Adopted(*row) for row in rows]

    @cached_property
    def _all(self) -> list[Adopted]:
        db = self._store.connection
        rows = db.execute(
            "SELECT id, symbol, number, date FROM documents AS d WHERE type = 'resolution' AND number > 0"
            " AND date <= ? AND lang = (SELECT min(lang) FROM documents WHERE symbol = d.symbol)"
            " ORDER BY number",
            (self._as_of,),
        ).fetchall()
        return [Adopted(symbol, number, day, matter_of(db, id_)) for id_, symbol, number, day in rows]


# Agenda items that are no situation. Taken: *women and peace and security*, *general issues relating to
# sanctions*; left: *the Palestine question*, *complaint by Zaire*.
_THEMES = Expression(
    r"terroris|women|child|youth|civilians|small arms|weapons|proliferation|peacekeep|peacebuild"
    r"|post-conflict"
    r"|maintenance of international|general issues|cooperation|rule of law|justice|hiv|sexual|migra|traffick"
    r"|sanctions|security sector|nuclear|disarmament|safety of|humanitarian|mechanism|health"
    r"|prevention"
    r"|piracy|explosives|hostage|energy|climate|food|mine action|intelligence|water|maritime"
    r"|peace-building|settlement of disputes|reconciliation|role of the security council|institutional"
    r"|subsidiary bodies|^threats to international peace and security$|protection of un personnel"
    r"|security of united nations operations|civilian aspects|troop-contributing"
)


@cache
def is_situation(matter: str) -> bool:
    """Whether a matter is a situation, whose demands are overtaken, and no theme, whose demands stay."""
    return bool(matter) and (
        matter in lexicon.countries()
        or ("tribunal" in matter and "mechanism" not in matter)
        or not _THEMES.search(matter)
    )


def countries_in(text: str) -> list[str]:
    """The countries that a title names."""
    return [found.id for found in lexicon.match_countries(fold_case(text))]
