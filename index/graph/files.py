"""The network in the formats of other tools: GraphML and GEXF (Gephi), DOT (Graphviz), JSON (d3), CSV."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any, BinaryIO

from mandex.index.graph import facts
from mandex.index.graph.colours import COLOURS
from mandex.index.graph.measures import Measures
from mandex.index.graph.network import Network, Node

if TYPE_CHECKING:
    import networkx as nx

Measured = Mapping[str, Measures]


def node_rows(network: Network, measured: Measured) -> Iterator[dict[str, Any]]:
    """One row a document: what is known of it and its measures. Several values are parted by semicolons."""
    for symbol, node in network.nodes.items():
        several = {"langs": "; ".join(node.langs), "topics": "; ".join(node.topics)}
        yield _facts(node) | several | _facts(measured[symbol])


def _facts(record: Node | Measures) -> dict[str, Any]:
    """The fields of a record; `dataclasses.asdict` would copy each value deeply."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def write_graphml(network: Network, measured: Measured, out: BinaryIO) -> None:
    """GraphML, each edge with an id of its own; what is not known of a document is left out."""
    import networkx as nx  # noqa: PLC0415

    nx.write_graphml(graph(network, measured), out)


def write_gexf(network: Network, measured: Measured, out: BinaryIO) -> None:
    """GEXF 1.3 for Gephi's timeline: documents from their own dates on, edges from the citing document's.

    Edges between the same two documents differ in `kind`, their relation: Gephi merges parallel edges of one
    kind, and with them what they say.
    """
    from networkx.readwrite.gexf import GEXFWriter  # noqa: PLC0415

    dated = graph(network, measured)
    for _, data in dated.nodes(data=True):
        if "date" in data:
            data["start"] = data["date"]
    for citing, _, key, data in dated.edges(data=True, keys=True):
        data |= {"id": key, "label": data["relation"]}
        if network.nodes[citing].date:
            data["start"] = network.nodes[citing].date
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.3")
    writer.add_graph(dated)
    # What networkx writes and the schema does not know: a graph with a name, a namespace without its `www`.
    writer.xml.set("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
    for element in writer.xml.iter("graph"):
        element.attrib.pop("name", None)
    for edge in writer.xml.iter("edge"):
        edge.set("kind", edge.get("label"))
    writer.write(out)


def write_json(network: Network, measured: Measured, out: BinaryIO) -> None:
    """`{"nodes": [{"id": …}], "links": [{"source": …, "target": …}]}`, as d3-force reads it."""
    nodes = [
        {"id": symbol, **_facts(node), **_facts(measured[symbol])} for symbol, node in network.nodes.items()
    ]
    links = [{"source": edge.citing, "target": edge.cited, **edge.row()} for edge in network.edges]
    for item in (*nodes, *links):
        for name in ("symbol", "citing", "cited"):
            item.pop(name, None)
    text = json.dumps({"centre": network.centre, "nodes": nodes, "links": links}, ensure_ascii=False)
    out.write(text.encode("utf-8"))


# Printed along so many edges at most: a thousand labels take Graphviz minutes, and nobody reads them.
_LABELLED = 200
# How long Graphviz looks for a better layout: of the sixty foremost round 1373 a second instead of twenty.
_PATIENCE = "  nslimit=2; nslimit1=2; mclimit=0.5;"


def write_dot(network: Network, measured: Measured, out: BinaryIO) -> None:
    """DOT: documents of one year on one rank, edges coloured by relation, the frequent ones thicker.

    The relation stands along an edge where there are few, else it shows under the pointer.
    """
    lines = ["digraph citations {", "  rankdir=RL;", _PATIENCE, "  node [shape=box, style=rounded];"]
    name = "label" if len(network.edges) <= _LABELLED else "tooltip"
    years: dict[int, list[str]] = {}
    for symbol, node in network.nodes.items():
        emphasis = ", penwidth=3" if symbol == network.centre else ""
        tip = node.agenda_item or node.title
        lines.append(f"  {_quoted(symbol)} [tooltip={_quoted(tip)}{emphasis}];")
        if node.year:
            years.setdefault(node.year, []).append(symbol)
    for _, symbols in sorted(years.items()):
        lines.append(f"  {{rank=same; {'; '.join(map(_quoted, symbols))}}}")
    for edge in network.edges:
        width = 1 + min(edge.times, 12) / 4
        lines.append(
            f"  {_quoted(edge.citing)} -> {_quoted(edge.cited)} [{name}={_quoted(edge.relation)},"
            f' color="{COLOURS[edge.relation]}", penwidth={width:g}, weight={edge.times}];'
        )
    out.write("\n".join([*lines, "}", ""]).encode("utf-8"))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def graph(network: Network, measured: Measured) -> nx.MultiDiGraph[str]:
    """The network as a networkx graph: symbols as nodes, edges keyed `e1`, `e2`, …, attributes on both."""
    import networkx as nx  # noqa: PLC0415

    made: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in node_rows(network, measured):
        symbol = row.pop("symbol")
        made.add_node(symbol, label=symbol, **_known(row))
    for number, row in enumerate(facts.rows(network.edges), start=1):
        citing, cited = row.pop("citing"), row.pop("cited")
        made.add_edge(citing, cited, key=f"e{number}", weight=row["times"], **_known(row))
    return made


def _known(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value not in ("", None)}


WRITERS: Mapping[str, Callable[[Network, Measured, BinaryIO], None]] = {
    "graphml": write_graphml,
    "gexf": write_gexf,
    "json": write_json,
    "dot": write_dot,
}
