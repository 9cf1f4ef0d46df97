"""Edges of the citation graph, counted from the store's mentions.

An edge is what one document says of another in one relation: how often, where, and to which paragraphs.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from mandex.corpus.model import Relation
from mandex.corpus.pinpoints import split_pinpoints
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store

_MENTION = "m.citing, m.cited, m.relation, m.status, m.pinpoint, m.kind, m.place"


@dataclass(frozen=True, slots=True)
class Edge:
    """All mentions of `cited` by `citing` in one relation.

    `times` counts the mentions, `preambular` and `operative` those in paragraphs of that kind (the rest
    stand in annexes, titles, footnotes, letters). `pinpoints` are the cited paragraphs, `places` the citing
    ones (`PP3`, `OP2(a)`), each in reading order and named once. `doubtful` mentions carry a wrong year or
    an unknown number.
    """

    citing: str
    cited: str
    relation: Relation
    times: int
    preambular: int
    operative: int
    pinpoints: tuple[str, ...]
    places: tuple[str, ...]
    doubtful: int

    def row(self) -> dict[str, Any]:
        """The edge as a row of output."""
        return {
            "citing": self.citing, "cited": self.cited, "relation": self.relation, "times": self.times,
            "preambular": self.preambular, "operative": self.operative, "pinpoints": list(self.pinpoints),
            "places": list(self.places), "doubtful": self.doubtful,
        }  # fmt: skip


def every(store: Store) -> list[Edge]:
    """The whole graph."""
    return count(store.connection.execute(f"SELECT {_MENTION} FROM mentions AS m ORDER BY m.id"))


def leaving(store: Store, symbols: Collection[str], place: str = "") -> list[Edge]:
    """The edges by which any of `symbols` cites; with a `place` (`OP2`), those from it or from under it."""
    return count(row for row in _select(store, "m.citing", symbols) if _within(place, [row[-1]]))


def entering(store: Store, symbols: Collection[str], pinpoint: str = "") -> list[Edge]:
    """The edges by which any of `symbols` is cited; with a `pinpoint` (`2`), those to it or to under it."""
    rows = _select(store, "m.cited", symbols)
    return count(row for row in rows if _within(pinpoint, split_pinpoints(row[4])))


def _select(store: Store, end: str, symbols: Collection[str]) -> Iterator[Sequence[str]]:
    yield from store.connection.execute(
        f"SELECT {_MENTION} FROM json_each(?) AS asked CROSS JOIN mentions AS m ON {end} = asked.value"
        " ORDER BY m.id",
        (json.dumps(list(symbols)),),
    )


def _within(asked: str, places: Iterable[str]) -> bool:
    """Whether any place is one of those asked for (`2`, `12-14`, `PP` for the whole preamble) or under it."""
    wanted = split_pinpoints(asked)
    return not wanted or any(
        place == one or place.startswith(f"{one}(") or (one == "PP" and place.startswith("PP"))
        for place in places
        for one in wanted
    )


def count(mentions: Iterable[Sequence[str]]) -> list[Edge]:
    """Edges out of mentions: citing, cited, relation, status, pinpoint, kind of paragraph, place."""
    groups: dict[tuple[str, str, Any], list[Sequence[str]]] = {}
    for citing, cited, relation, *where in mentions:
        groups.setdefault((citing, cited, relation), []).append(where)
    return [_edge(*ends, where) for ends, where in groups.items()]


def _edge(citing: str, cited: str, relation: Relation, mentions: list[Sequence[str]]) -> Edge:
    statuses, pinpoints, kinds, places = zip(*mentions, strict=True)
    named = [one for pinpoint in pinpoints if pinpoint for one in split_pinpoints(pinpoint)]
    return Edge(
        citing, cited, relation, len(mentions), kinds.count("preambular"), kinds.count("operative"),
        tuple(dict.fromkeys(named)), tuple(dict.fromkeys(places)), len(mentions) - statuses.count("ok"),
    )  # fmt: skip
