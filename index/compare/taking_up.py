"""What later resolutions made of recommendations: the demand that asks the same of the same addressee.

It is a suggestion, to be read, and none is better than a doubtful one. The demand must be made after the
report, of one who was addressed and on the same situation, and be like the recommendation in its words, of
which rare ones weigh most.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.compare.likeness import Likeness
from mandex.index.compare.recommendation import Recommendation
from mandex.index.compare.requirements import addressees
from mandex.index.life.matters import Matters, countries_in, is_situation

_LIKE = 1 / 3  # below, what is alike are formulas: *calls on the international community to support*
_YEARS = 5


@dataclass(frozen=True, slots=True)
class _Demand:
    symbol: str
    pinpoint: str
    lang: str
    date: str
    actors: frozenset[str]
    measure: str


def taken_up(store: Store, rows: Sequence[Recommendation]) -> Iterator[Recommendation]:
    """The recommendations, each with the demand that is most like it of those that may answer it."""
    matters = Matters(store, "9999")  # all that are held
    titles = _titles(store, {row.doc for row in rows})
    # By year, so that what a word weighs, and what is suggested, does not depend on what else is asked for.
    for year, held in groupby(rows, key=lambda row: row.date[:4]):
        made = list(held)
        demands = list(_demands(store, int(year))) if year else []
        pairs = Likeness([row.text for row in made], [one.measure for one in demands]).pairs(_LIKE)
        best: dict[int, tuple[float, int]] = {}
        for (i, j), like in pairs.items():
            if _may_answer(demands[j], made[i]) and _is_on(demands[j], made[i], matters, titles):
                best[i] = max(best.get(i, (0.0, 0)), (like, -j))
        for i, row in enumerate(made):
            like, j = best.get(i, (0.0, 0))
            found = (f"{demands[-j].symbol} {demands[-j].pinpoint}".strip(),) if like else ()
            yield replace(row, taken_up=found, likeness=round(like, 2))


def _demands(store: Store, year: int) -> Iterator[_Demand]:
    """The demands that may take up what was recommended in a year."""
    for symbol, pinpoint, lang, date, actors, measure in store.connection.execute(
        "SELECT d.symbol, p.pinpoint, d.lang, d.date, m.actors, m.measure FROM documents AS d"
        " JOIN mandates AS m ON m.doc = d.id JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
        " WHERE d.type = 'resolution' AND m.force <> 'note' AND m.actors <> '[]'"
        " AND d.date BETWEEN ? AND ? ORDER BY d.number, m.id",
        (f"{year}", f"{year + _YEARS + 1}"),
    ):
        yield _Demand(symbol, pinpoint, lang, date, frozenset(json.loads(actors)), measure)


def _may_answer(demand: _Demand, row: Recommendation) -> bool:
    if not row.date or row.lang[:2] != demand.lang[:2]:
        return False
    asked = frozenset().union(*map(addressees, row.addressee))
    latest = f"{int(row.date[:4]) + _YEARS}{row.date[4:]}"
    return row.date < demand.date < latest and bool(asked & demand.actors)


def _titles(store: Store, symbols: set[str]) -> Mapping[tuple[str, str], tuple[str, list[str]]]:
    """The title of each document, and what it cites."""
    rows = store.connection.execute(
        "SELECT d.symbol, d.lang, d.title, (SELECT json_group_array(c.cited) FROM citations AS c"
        "  JOIN paragraphs AS p ON p.doc = c.doc AND p.seq = c.seq WHERE c.doc = d.id AND p.kind = 'title')"
        " FROM documents AS d WHERE d.symbol IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(symbols)),),
    )
    return {(symbol, lang): (title, json.loads(cited)) for symbol, lang, title, cited in rows}


def _is_on(
    demand: _Demand, row: Recommendation, matters: Matters,
    titles: Mapping[tuple[str, str], tuple[str, list[str]]],
) -> bool:  # fmt: skip
    """Whether a recommendation is on the situation of the resolution that demands, if that is on one: it or
    the title of its report names the country or a resolution on it.
    """
    adopted = matters.of(demand.symbol)
    if adopted is None or not is_situation(adopted.matter):
        return True
    title, cited = titles.get((row.doc, row.lang), ("", []))
    of_cited = {held.matter for symbol in (*row.basis, *cited) if (held := matters.of(symbol))}
    return adopted.matter in of_cited.union(countries_in(f"{title} {row.text}"))
