"""Walking the citation graph breadth first: what is near a document, and how one document reaches another."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from itertools import islice, pairwise
from typing import Any, Literal

from mandex.corpus import registry
from mandex.corpus.pinpoints import split_pinpoints
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.corpus.symbols import resolution_symbol
from mandex.index.graph import edges
from mandex.index.graph.edges import Edge

Direction = Literal["cites", "cited-by", "both"]


@dataclass(frozen=True, slots=True)
class Step:
    """An edge met on a walk; `depth` counts the steps from where the walk began, from 1."""

    depth: int
    edge: Edge

    def row(self) -> dict[str, Any]:
        """The step as a row of output."""
        return {"depth": self.depth, **self.edge.row()}


def neighbours(
    store: Store, symbol: str, direction: Direction, depth: int = 1, pinpoint: str = ""
) -> list[Step]:
    """What `symbol` cites, or what cites it, up to `depth` steps away.

    With a `pinpoint` (`2`, `PP5`, `Annex II`) the first step is from that paragraph, or to it.
    Each step leads to a document that no shorter walk reaches. Within one depth the ends most often named
    come first, then the newest.
    """
    seen, frontier, steps = {symbol}, {symbol}, []
    for distance in range(1, depth + 1):
        met = _around(store, frontier, direction, pinpoint if distance == 1 else "")
        found = [(far, edge) for far, edge in met if far not in seen]
        frontier = {far for far, _ in found}
        seen |= frontier
        weight: dict[str, int] = {}
        for far, edge in found:
            weight[far] = weight.get(far, 0) + edge.times
        found.sort(key=lambda one: (-weight[one[0]], _newest_first(one[0]), one[1].citing, -one[1].times))
        steps += [Step(distance, edge) for _, edge in found]
        if not frontier:
            break
    return steps


def _around(
    store: Store, symbols: Collection[str], direction: Direction, pinpoint: str
) -> Iterator[tuple[str, Edge]]:
    """The edges at `symbols`, each with its far end."""
    if direction != "cited-by":
        named = (f"OP{one}" if one[:1].isdigit() else one for one in split_pinpoints(pinpoint))
        place = ", ".join(named)
        yield from ((edge.cited, edge) for edge in edges.leaving(store, symbols, place))
    if direction != "cites":
        yield from ((edge.citing, edge) for edge in edges.entering(store, symbols, pinpoint))


def _newest_first(symbol: str) -> tuple[int, str]:
    """Numbers in a symbol grow with time: `S/RES/2617 (2021)` before `S/RES/1373 (2001)`."""
    digits = "".join(c if c.isdigit() else " " for c in symbol.removeprefix("S/RES/")).split()
    return (-int(digits[0]) if digits else 0, symbol)


def days(store: Store) -> dict[str, str]:
    """The date (ISO) of each resolution ever adopted, and of each document held that has one."""
    rows = store.connection.execute(
        "SELECT symbol, max(date) FROM documents WHERE date <> '' GROUP BY symbol"
    )
    adopted = {resolution_symbol(one.number, one.year): one.adopted for one in registry.adoptions()}
    return adopted | dict(rows.fetchall())


def path(store: Store, start: str, end: str) -> list[Step]:
    """The shortest chain of citations by which `start` reaches `end`; empty where there is none.

    Of several chains of the same length the one that names its steps most often is given. Each step comes
    with all its relations.
    """
    came_from = {start: ""}
    frontier = {start}
    while frontier and end not in came_from:
        best: dict[str, tuple[int, str]] = {}
        for citing, cited, times in _links(store, frontier):
            if cited not in came_from:
                best[cited] = max(best.get(cited, (0, "")), (times, citing))
        came_from |= {cited: citing for cited, (_, citing) in best.items()}
        frontier = set(best)
    if start == end or end not in came_from:
        return []
    chain = [end]
    while came_from[chain[-1]]:
        chain.append(came_from[chain[-1]])
    chain.reverse()
    return [
        Step(depth, edge)
        for depth, (citing, cited) in enumerate(pairwise(chain), start=1)
        for edge in sorted(edges.leaving(store, [citing]), key=lambda edge: -edge.times)
        if edge.cited == cited
    ]


def paths(store: Store, start: str, end: str, most: int = 1000) -> list[list[Step]]:
    """Every shortest chain by which `start` reaches `end`, at most `most` of them, in the order of symbols.

    Each step has one edge, its relation the one most often used between the two.
    """
    came_from: dict[str, set[str]] = {start: set()}
    frontier = {start}
    while frontier and end not in came_from:
        met: dict[str, set[str]] = {}
        for citing, cited, _ in _links(store, frontier):
            if cited not in came_from:
                met.setdefault(cited, set()).add(citing)
        came_from |= met
        frontier = set(met)
    if start == end or end not in came_from:
        return []
    chains = list(islice(_chains(came_from, end), most))
    links = dict.fromkeys(pair for chain in chains for pair in pairwise(chain))
    strongest = {pair: _strongest(store, *pair) for pair in links}
    return [
        [Step(depth, strongest[pair]) for depth, pair in enumerate(pairwise(chain), start=1)]
        for chain in chains
    ]


def _chains(came_from: Mapping[str, Collection[str]], end: str) -> Iterator[tuple[str, ...]]:
    """The chains that lead to `end`, each from its beginning on."""
    if not came_from[end]:
        yield (end,)
    for before in sorted(came_from[end]):
        yield from ((*chain, end) for chain in _chains(came_from, before))


def _strongest(store: Store, citing: str, cited: str) -> Edge:
    found = [edge for edge in edges.leaving(store, [citing]) if edge.cited == cited]
    return max(found, key=lambda edge: edge.times)


def _links(store: Store, symbols: Collection[str]) -> Iterator[tuple[str, str, int]]:
    """Who of `symbols` cites whom, how often."""
    yield from store.connection.execute(
        "SELECT m.citing, m.cited, count(*) FROM json_each(?) AS asked"
        " CROSS JOIN mentions AS m ON m.citing = asked.value GROUP BY m.citing, m.cited",
        (json.dumps(list(symbols)),),
    )
