"""The graph of paragraphs: which paragraph names which, of another document or of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mandex.corpus.pinpoints import split_pinpoints
from mandex.corpus.store import Store
from mandex.corpus.symbols import Reference
from mandex.index.graph import edges
from mandex.index.graph.network import Network, Node, whole


def paragraph_network(store: Store) -> Network:
    """Paragraphs that name paragraphs, each described as its document is; documents without any are left out.

    A node is named `S/RES/2617 (2021), OP3`. A mention of a document as a whole is no edge here, and neither
    is a paragraph's mention of itself.
    """
    documents = whole(store).nodes
    found = edges.count(_mentions(store))
    nodes: dict[str, Node] = {}
    for edge in found:
        for end in (edge.citing, edge.cited):
            document = documents.get(end.rpartition(", ")[0]) or Node(end)
            nodes[end] = replace(document, symbol=end, type="paragraph")
    return Network(nodes, tuple(found))


def node_name(reference: Reference) -> str:
    """The name of the node that a reference asks for: `1373 OP6` -> `S/RES/1373 (2001), OP6`."""
    if not reference.pinpoint:
        return reference.symbol
    return f"{reference.symbol}, {_place(reference.symbol, reference.pinpoint)}"


def _mentions(store: Store) -> Iterator[Sequence[str]]:
    rows = store.connection.execute(
        "SELECT citing, cited, relation, status, pinpoint, kind, place FROM placed"
        " WHERE pinpoint <> '' AND cited IS NOT NULL ORDER BY id"
    )
    for citing, cited, relation, status, printed, kind, place in rows:
        # What a document says of itself is as certain as its own numbering.
        certainty = "ok" if status == "self" else status
        for here, there, pinpoint in ends(citing, place, cited, printed):
            yield here, there, relation, certainty, pinpoint, kind, place


def ends(citing: str, place: str, cited: str, printed: str) -> Iterator[tuple[str, str, str]]:
    """The nodes between which a mention leads, each with its pinpoint; none for a whole document."""
    here = f"{citing}, {place}"
    for pinpoint in split_pinpoints(printed):
        there = f"{cited}, {_place(cited, pinpoint)}"
        if here != there:
            yield here, there, pinpoint


def _place(symbol: str, pinpoint: str) -> str:
    """`6` of a resolution is its operative paragraph 6, of another document its paragraph 6."""
    if not pinpoint[:1].isdigit():
        return pinpoint
    return f"OP{pinpoint}" if "/RES/" in symbol else f"para {pinpoint}"
