"""Measures of a document's place in the graph, computed with networkx.

Each citing document counts once, however often it names another; how often weighs only in the communities.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from mandex.corpus.records import dataclass
from mandex.index.graph.network import Network

if TYPE_CHECKING:
    import networkx as nx

# Louvain's moves are made in random order; the seed makes two runs give the same communities.
_SEED = 1945
# More digits than the iterations settle.
_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Measures:
    """One document's measures.

    `cited_by` and `cites` count documents (in- and out-degree). `pagerank` (L. Page and S. Brin, 1998,
    damping 0.85) sums to 1 over the network, and so do `authority` and `hub` (J. Kleinberg's HITS, 1999).
    `community` (Louvain, V. Blondel et al., 2008) and `component` (connected whichever way the arrows point)
    are numbers from 1, the largest first.
    """

    cited_by: int
    cites: int
    pagerank: float
    authority: float
    hub: float
    community: int
    component: int


def measure(network: Network) -> dict[str, Measures]:
    """The measures of every document of the network, in its order."""
    import networkx as nx  # noqa: PLC0415

    symbols = list(network.nodes)
    graph = _weighted(network, symbols)
    pagerank = nx.pagerank(graph, tol=1e-12, max_iter=1000)
    hub, authority = _hits(graph)
    alone = ({n} for n in nx.isolates(graph))
    communities = nx.community.louvain_communities(_undirected(graph), seed=_SEED)
    community = _numbered([*communities, *alone])
    component = _numbered(nx.weakly_connected_components(graph))
    return {
        symbol: Measures(
            graph.in_degree(n), graph.out_degree(n), _rounded(pagerank[n]), _rounded(authority[n]),
            _rounded(hub[n]), community[n], component[n],
        )
        for n, symbol in enumerate(symbols)
    }  # fmt: skip


def _weighted(network: Network, symbols: Collection[str]) -> nx.DiGraph[int]:
    """One edge per pair. Nodes are numbers, because the order of sets of strings differs between runs."""
    import networkx as nx  # noqa: PLC0415

    number = {symbol: n for n, symbol in enumerate(symbols)}
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(number.values())
    for edge in network.edges:
        citing, cited = number[edge.citing], number[edge.cited]
        before = graph.get_edge_data(citing, cited, {"times": 0})["times"]
        graph.add_edge(citing, cited, times=before + edge.times)
    return graph


def _undirected(graph: nx.DiGraph[int]) -> nx.Graph[int]:
    """Edges without arrows, weighted by how often they are mentioned; two that cite each other add up.

    Documents without any edge are left out: each is a community of its own.
    """
    import networkx as nx  # noqa: PLC0415

    both: nx.Graph[int] = nx.Graph()
    for citing, cited, data in graph.edges(data=True):
        before = both.get_edge_data(citing, cited, {"weight": 0})["weight"]
        both.add_edge(citing, cited, weight=before + data["times"])
    return both


def _hits(graph: nx.DiGraph[int]) -> tuple[dict[int, float], dict[int, float]]:
    """Hubs and authorities; networkx cannot compute them where nothing cites.

    They are the first singular vectors; where several are first, the start decides, so it is given.
    """
    import networkx as nx  # noqa: PLC0415

    if not graph.number_of_edges():
        return dict.fromkeys(graph, 0.0), dict.fromkeys(graph, 0.0)
    hub, authority = nx.hits(graph, nstart=dict.fromkeys(graph, 1.0))
    return hub, authority


def _rounded(value: float) -> float:
    return round(value, _DIGITS) + 0.0  # -0.0 + 0.0 is 0.0


def _numbered(groups: Iterable[Collection[int]]) -> dict[int, int]:
    ranked = sorted(groups, key=lambda group: (-len(group), min(group)))
    return {n: number for number, group in enumerate(ranked, start=1) for n in group}
