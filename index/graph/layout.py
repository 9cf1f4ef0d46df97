"""Where each document of a large network stands: years across, subjects as lanes.

A subject is a community of the graph, named after the agenda item of its most cited documents. Documents of
one year and one subject stand in a small block, in the order of their dates.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from mandex.corpus.records import dataclass
from mandex.index.graph.measures import Measures
from mandex.index.graph.network import Network, Node, in_order, placed

# Lengths are in units of the drawing, which the page scales.
_STEP, _TALLEST, _PADDING = 15, 9, 6  # a block grows to so many rows, then sideways
_EMPTY_YEAR, _LANE_GAP = 8, 26
_MOST_LANES = 14
_OTHER, _APART = "Other subjects", "No citation known"


@dataclass(frozen=True, slots=True)
class Stripe:
    """A lane (top and height) or a year (left and width)."""

    name: str
    start: float
    size: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Places of documents by symbol, with the lanes and the years they stand in."""

    places: Mapping[str, tuple[float, float]]
    lanes: tuple[Stripe, ...]
    years: tuple[Stripe, ...]


def lay_out(network: Network, measured: Mapping[str, Measures]) -> Layout:
    """Set every document on its year and lane."""
    subject, year_of = _subjects(network, measured), placed(network)
    cells: dict[tuple[str, int], list[str]] = {}
    for node in in_order(network):
        cells.setdefault((subject[node.symbol], year_of[node.symbol]), []).append(node.symbol)
    columns = _columns(cells)
    years = _years(columns)
    left = {stripe.name: stripe.start for stripe in years}
    places: dict[str, tuple[float, float]] = {}
    lanes: list[Stripe] = []
    top = 0.0
    for lane in _ordered(subject.values()):
        blocks = {year: symbols for (name, year), symbols in cells.items() if name == lane}
        rows = (math.ceil(len(symbols) / max(columns[year], 1)) for year, symbols in blocks.items())
        height = max(rows) * _STEP
        for year, symbols in blocks.items():
            for symbol, (x, y) in zip(symbols, _block(len(symbols), columns[year], height), strict=True):
                places[symbol] = (left[_name(year)] + x, top + y)
        lanes.append(Stripe(lane, top, height))
        top += height + _LANE_GAP
    return Layout(places, tuple(lanes), years)


def _subjects(network: Network, measured: Mapping[str, Measures]) -> dict[str, str]:
    """The lane of each document: its community's name, if the community is large enough for a lane."""
    joined = {end for edge in network.edges for end in (edge.citing, edge.cited)}
    members: dict[int, list[Node]] = {}
    for symbol in joined:
        members.setdefault(measured[symbol].community, []).append(network.nodes[symbol])
    names = {community: _named(nodes, measured) for community, nodes in members.items()}
    size = Counter(names[measured[symbol].community] for symbol in joined)
    least = max(3, len(joined) // 100)
    large = [name for name, many in size.most_common(_MOST_LANES) if many >= least]

    def lane(symbol: str) -> str:
        if symbol not in joined:
            return _APART
        name = names[measured[symbol].community]
        return name if name in large else _OTHER

    return {symbol: lane(symbol) for symbol in network.nodes}


def _named(nodes: Iterable[Node], measured: Mapping[str, Measures]) -> str:
    """The agenda item under which most citations fall; of equal ones the first by alphabet."""
    items: Counter[str] = Counter()
    for node in nodes:
        if node.agenda_item:
            items[node.agenda_item] += measured[node.symbol].cited_by + 1
    return min(items, key=lambda item: (-items[item], item)) if items else _OTHER


def _ordered(lanes: Iterable[str]) -> list[str]:
    """The largest lane first; what is other or apart last."""
    size = Counter(lanes)
    return sorted(size, key=lambda lane: (lane == _APART, lane == _OTHER, -size[lane], lane))


def _name(year: int) -> str:
    return str(year) if year else "no year"


def _columns(cells: Mapping[tuple[str, int], list[str]]) -> dict[int, int]:
    """How many columns each year needs; documents apart take what the others leave them, or a narrow one."""
    columns: dict[int, int] = {}
    for (lane, year), symbols in cells.items():
        needed = 0 if lane == _APART else math.ceil(len(symbols) / _TALLEST)
        columns[year] = max(columns.get(year, 0), needed)
    return columns


def _years(columns: Mapping[int, int]) -> tuple[Stripe, ...]:
    """A stripe for each year from the first to the last, narrow where no document cites or is cited."""
    dated = [year for year in columns if year]
    every = ([0] if 0 in columns else []) + (list(range(min(dated), max(dated) + 1)) if dated else [])
    stripes, x = [], 0.0
    for year in every:
        width = columns[year] * _STEP + 2 * _PADDING if columns.get(year) else _EMPTY_YEAR
        stripes.append(Stripe(_name(year), x, width))
        x += width
    return tuple(stripes)


def _block(many: int, columns: int, height: float) -> Iterator[tuple[float, float]]:
    """The places of so many documents: down the columns, around the middle of the lane."""
    rows = math.ceil(many / max(columns, 1))
    left = _PADDING + _STEP / 2 if columns else _EMPTY_YEAR / 2
    for nth in range(many):
        column, row = divmod(nth, rows)
        yield left + column * _STEP, height / 2 + (row - (rows - 1) / 2) * _STEP
