"""What a query finds, counted by year, actor, topic and the like."""

from __future__ import annotations

import json
from collections.abc import Sequence

from mandex.corpus.errors import BadQueryError
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.engines import Engine, Filter, asking
from mandex.index.search.fulltext import SearchLang, matching

_PARAGRAPHS = (
    "SELECT {column} AS value, count(DISTINCT p.id) AS paragraphs, count(DISTINCT d.id) AS documents"
    " FROM json_each(?) AS found"
    " JOIN paragraphs AS p ON p.id = found.value JOIN documents AS d ON d.id = p.doc"
    " {more} WHERE {column} <> '' GROUP BY {column} ORDER BY {order}"
)
_MANDATES = "JOIN mandates AS m ON m.doc = p.doc AND m.seq = p.seq"
_MOST, _RISING = "documents DESC, paragraphs DESC, value", "value"
# Facet: the column counted, what is joined for it, and the order.
_FACETS = {
    "year": ("d.year", "", _RISING),
    "lang": ("d.lang", "", _MOST),
    "type": ("d.type", "", _MOST),
    "kind": ("p.kind", "", _MOST),
    "force": ("m.force", _MANDATES, _MOST),
    "actor": ("j.value", f"{_MANDATES} JOIN json_each(m.actors) AS j", _MOST),
    # The sign keeps SQLite from going through all countries of the base for each paragraph.
    "country": (
        "e.entity",
        "JOIN entities AS e ON e.doc = p.doc AND e.seq = p.seq AND +e.kind = 'country'",
        _MOST,
    ),
    "topic": ("j.value", f"{_MANDATES} JOIN json_each(m.topics) AS j", _MOST),
}


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the paragraphs found, and how many documents, have `value` for `facet`."""

    facet: str
    value: str
    paragraphs: int
    documents: int


def facets(
    store: Store,
    query: str,
    names: Sequence[str],
    *,
    lang: SearchLang | None = None,
    engine: Engine | None = None,
    only: Sequence[Filter] = (),
) -> list[Count]:
    """The counts of each facet in turn, the greatest first, years in order.

    A paragraph counts once for each actor and topic it has, and for each country it names. Raises
    `BadQueryError` for an unknown facet.
    """
    for name in names:
        if name not in _FACETS:
            raise BadQueryError(f"there is no facet {name!r}; the facets are {', '.join(_FACETS)}")
    if engine is None:
        engine = asking(store)
    found = json.dumps(sorted(matching(store, engine, query, lang, only)))
    return [
        Count(name, str(value), paragraphs, documents)
        for name in names
        for value, paragraphs, documents in store.connection.execute(_sql(name), (found,))
    ]


def _sql(name: str) -> str:
    column, more, order = _FACETS[name]
    return _PARAGRAPHS.format(column=column, more=more, order=order)
