"""The citation graph as one value: its documents with what is known of them, and its edges."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from mandex.corpus import registry
from mandex.corpus.model import Problem
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.corpus.symbols import resolution_number, resolution_symbol
from mandex.index.graph import edges
from mandex.index.graph.agenda import normalised
from mandex.index.graph.edges import Edge

_ORGANS = {"S": "Security Council", "A": "General Assembly", "E": "Economic and Social Council"}
_YEAR = re.compile("(19|20)[0-9]{2}")
_SESSION = re.compile(r"A/RES/(?:(?P<session>\d{1,3})/\d+|\d+\((?P<roman>[IVXL]+)\)).*")
_BEFORE_FIRST_SESSION = (
    1945  # the first session began in 1946, the thirtieth, last under Roman figures, in 1975
)
_ROMAN_SESSIONS = {
    tens + units: 10 * ten + unit
    for ten, tens in enumerate(("", "X", "XX", "XXX"))
    for unit, units in enumerate(("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"))
}
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SERIES = {"RES": "resolution", "PRST": "presidential-statement"}


@dataclass(frozen=True, slots=True)
class Node:
    """A document of the graph, held or only cited.

    What is not known is empty or None; `chapter_vii` is known only of documents held. `langs` are the
    language versions held, `topics` those of its mandates, the most frequent first.
    """

    symbol: str
    type: str = "other"
    organ: str = ""
    number: int | None = None
    year: int | None = None
    date: str = ""
    title: str = ""
    agenda_item: str = ""
    vote: str = ""
    chapter_vii: bool | None = None
    langs: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """Documents by symbol, and the edges between them.

    `centre` is the document asked about, if any; `left_out` how many more there were to choose from.
    """

    nodes: Mapping[str, Node]
    edges: tuple[Edge, ...]
    centre: str = ""
    left_out: int = 0


def whole(store: Store) -> Network:
    """Every resolution ever adopted, every document held, and whatever these cite."""
    return _network(edges.every(store), _held(store))


def from_edges(given: Iterable[Edge]) -> Network:
    """The network of a published table of edges; only its resolutions are described, from the registry."""
    return _network(given, {})


def in_order(network: Network) -> list[Node]:
    """The documents by date, then number; those without a date first."""
    return sorted(network.nodes.values(), key=lambda node: (node.date, node.number or 0, node.symbol))


def placed(network: Network) -> dict[str, int]:
    """The year under which each document is drawn, 0 for none: its own, else that of its first citation."""
    first: dict[str, int] = {}
    for edge in network.edges:
        if year := network.nodes[edge.citing].year:
            first[edge.cited] = min(year, first.get(edge.cited, year))
    return {symbol: node.year or first.get(symbol, 0) for symbol, node in network.nodes.items()}


def is_centre(network: Network, name: str) -> bool:
    """Whether a node is what was asked about, or a paragraph of it or under it."""
    return name == network.centre or name.startswith((f"{network.centre}, ", f"{network.centre}("))


def near(network: Network, symbol: str, depth: int) -> Network:
    """What is at most `depth` steps from `symbol` in either direction, with all edges between.

    In a graph of paragraphs a document stands for all its paragraphs, a paragraph for those under it too.
    """
    network = replace(network, centre=symbol)
    inside = frontier = {name for name in network.nodes if is_centre(network, name)}
    for _ in range(depth):
        frontier = {
            far
            for edge in network.edges
            for here, far in ((edge.citing, edge.cited), (edge.cited, edge.citing))
            if here in frontier and far not in inside
        }
        inside = inside | frontier
    kept = [edge for edge in network.edges if edge.citing in inside and edge.cited in inside]
    return _between(network, kept, inside)


def part(
    network: Network, *, years: Collection[int] = (), topic: str = "", relations: Collection[str] = (),
    types: Collection[str] = (), since: str = "", until: str = "",
) -> Network:  # fmt: skip
    """The edges by which documents of those `years`, on that `topic`, cite in those `relations`.

    `since` and `until` are days (ISO) between which the document that cites is dated.

    With `types`, both ends are of one of these types.

    `topic` is the name of a topic, or words of an agenda item or a title.
    """
    if not (years or topic or relations or types or since or until):
        return network
    words = topic.casefold()
    kept = [
        edge
        for edge in network.edges
        if (not years or network.nodes[edge.citing].year in years)
        and (not (since or until) or (since or "0") <= network.nodes[edge.citing].date <= (until or "9999"))
        and (not topic or _concerns(network.nodes[edge.citing], words))
        and (not relations or edge.relation in relations)
        and (not types or {network.nodes[edge.citing].type, network.nodes[edge.cited].type} <= set(types))
    ]
    return _between(network, kept, {end for edge in kept for end in (edge.citing, edge.cited)})


def foremost(network: Network, most: int) -> Network:
    """At most so many documents: the centre, its own neighbours, then those most often naming or named."""
    weight: dict[str, int] = {}
    beside = {network.centre}
    for edge in network.edges:
        for end in (edge.citing, edge.cited):
            weight[end] = weight.get(end, 0) + edge.times
        if network.centre in (edge.citing, edge.cited):
            beside |= {edge.citing, edge.cited}
    ranked = sorted(weight, key=lambda end: (end != network.centre, end not in beside, -weight[end], end))
    ends = set(ranked[:most])
    kept = [edge for edge in network.edges if {edge.citing, edge.cited} <= ends]
    return replace(_between(network, kept, ends), left_out=len(weight) - len(ends))


def _between(network: Network, kept: Iterable[Edge], ends: Collection[str]) -> Network:
    """The network of some of its edges and documents, the centre always among them."""
    nodes = {s: node for s, node in network.nodes.items() if s in ends or s == network.centre}
    return Network(nodes, tuple(kept), network.centre)


def _concerns(node: Node, words: str) -> bool:
    return words in node.topics or words in node.agenda_item.casefold() or words in node.title.casefold()


def to_the_future(network: Network) -> list[Problem]:
    """A problem for each edge from a document to a later one: a slip in the text, or in its reading.

    Days are compared where both are known, years otherwise.
    """
    return [
        Problem(
            "cites-the-future", "warning",
            f"{edge.citing} ({citing}) cites {edge.cited} ({cited}), which is later",
            doc=edge.citing, where=", ".join(edge.places),
        )
        for edge in network.edges
        for citing, cited in [_when(network.nodes[edge.citing], network.nodes[edge.cited])]
        if citing < cited
    ]  # fmt: skip


def _when(one: Node, other: Node) -> tuple[str, str]:
    if one.date and other.date:
        return one.date, other.date
    return (str(one.year), str(other.year)) if one.year and other.year else ("", "")


# -- what is known of each document


def _symbol(adoption: registry.Adoption) -> str:
    return resolution_symbol(adoption.number, adoption.year)


def _network(found: Iterable[Edge], described: Mapping[str, Node]) -> Network:
    """The edges with every resolution adopted, every document described, and all their ends."""
    kept = tuple(found)
    ends = (end for edge in kept for end in (edge.citing, edge.cited))
    every = dict.fromkeys([*map(_symbol, registry.adoptions()), *described, *ends])
    return Network({symbol: _adopted(described.get(symbol) or _cited(symbol)) for symbol in every}, kept)


def _adopted(node: Node) -> Node:
    """The node with the facts of its adoption, if it is a resolution; they go before what a text says."""
    adoption = registry.adoption(resolution_number(node.symbol) or 0)
    if adoption is None or _symbol(adoption) != node.symbol:
        return node
    return replace(
        node, number=adoption.number, year=adoption.year, date=adoption.adopted or node.date,
        agenda_item=normalised(adoption.agenda_item), vote=adoption.vote or node.vote,
    )  # fmt: skip


def _cited(symbol: str) -> Node:
    """What the symbol alone tells of a document that is not held."""
    organ, *series = symbol.split("/")
    # A year is never last: S/2015 is a serial of 1948, A/54/2000 the two-thousandth document of a session.
    years = [int(element) for element in series[:-1] if _YEAR.fullmatch(element)]
    return Node(
        symbol,
        next((kind for element, kind in _SERIES.items() if element in series), "other"),
        _ORGANS.get(organ, ""),
        resolution_number(symbol),
        years[0] if years else _session_year(symbol),
    )


def _session_year(symbol: str) -> int | None:
    """The year in which the session of an Assembly resolution began: A/RES/60/288 -> 2005, 377(V) -> 1950."""
    match = _SESSION.fullmatch(symbol)
    if not match:
        return None
    session = int(match["session"]) if match["session"] else _ROMAN_SESSIONS.get(match["roman"], 0)
    return _BEFORE_FIRST_SESSION + session if session else None


def _held(store: Store) -> dict[str, Node]:
    db = store.connection
    topics = _topics(store)
    langs = dict(db.execute("SELECT symbol, group_concat(lang) FROM documents GROUP BY symbol"))
    rows = db.execute(
        "SELECT symbol, type, organ, number, year, date, title, vote, chapter_vii FROM documents AS d"
        " WHERE lang = (SELECT min(lang) FROM documents WHERE symbol = d.symbol) ORDER BY id"
    )
    return {
        symbol: Node(
            symbol, kind, organ, number, year or _year_of(date), date, _printable(title), vote=vote,
            chapter_vii=bool(seven),
            langs=tuple(sorted(langs[symbol].split(","))), topics=topics.get(symbol, ()),
        )
        for symbol, kind, organ, number, year, date, title, vote, seven in rows
    }  # fmt: skip


def _topics(store: Store) -> dict[str, tuple[str, ...]]:
    """The topics of each document's mandates, the most frequent first."""
    counted: dict[str, Counter[str]] = {}
    for symbol, topics, mandates in store.connection.execute(
        "SELECT d.symbol, m.topics, count(*) FROM mandates AS m JOIN documents AS d ON d.id = m.doc"
        " WHERE m.topics <> '[]' GROUP BY d.symbol, m.topics"
    ):
        for topic in json.loads(topics):
            counted.setdefault(symbol, Counter())[topic] += mandates
    return {
        symbol: tuple(sorted(topics, key=lambda topic: (-topics[topic], topic)))
        for symbol, topics in counted.items()
    }


def _printable(text: str) -> str:
    """The text on one line, without what XML 1.0 cannot hold: form feeds of a PDF, control characters."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def _year_of(date: str) -> int | None:
    return int(date[:4]) if date else None
