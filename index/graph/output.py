"""What the `graph` command does: a part of the network, measured, in one format."""

from __future__ import annotations

import gc
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import fields
from io import BytesIO
from pathlib import Path
from typing import Any

from mandex.corpus.errors import BadQueryError
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.graph import facts, files, network, page, timeline
from mandex.index.graph.measures import Measures, measure
from mandex.index.graph.network import Network, Node
from mandex.index.graph.paragraphs import paragraph_network
from mandex.index.graph.quotes import quotes

_YEARS = re.compile(r"(?P<first>\d{4})(?:\s*(?:-|–|\.\.)\s*(?P<last>\d{4}))?")


def years(text: str) -> range:
    """The years that `2014` or `2014-2017` names; none for an empty text. Raises `BadQueryError`."""
    if not text:
        return range(0)
    match = _YEARS.fullmatch(text.strip())
    if not match or (match["last"] or match["first"]) < match["first"]:
        raise BadQueryError(f"{text!r} names no years: write 2014 or 2014-2017")
    return range(int(match["first"]), int(match["last"] or match["first"]) + 1)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which part of the network: near `around` (a symbol), by whom, when, about what, in which relations.

    `table` is a published table of edges to take instead of the base; `most` is how many documents at most;
    `paragraphs` asks for the graph of paragraphs instead of that of documents.
    """

    around: str = ""
    depth: int = 1
    years: Collection[int] = ()
    topic: str = ""
    relations: Collection[str] = ()
    most: int | None = None
    table: Path | None = None
    paragraphs: bool = False
    types: Collection[str] = ()
    since: str = ""
    until: str = ""


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector: walking a network that is all in use takes it a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_uncollected()
def choose(store: Store | None, choice: Choice) -> Network:
    """The part of the network of the base, or of the table where one is given."""
    if choice.table is not None:
        chosen = network.from_edges(facts.read(choice.table))
    else:
        assert store is not None
        chosen = paragraph_network(store) if choice.paragraphs else network.whole(store)
    if choice.around:
        chosen = network.near(chosen, choice.around, choice.depth)
    chosen = network.part(chosen, years=choice.years, topic=choice.topic, relations=choice.relations,
                          types=choice.types, since=choice.since, until=choice.until)  # fmt: skip
    if choice.most is not None and choice.most < len(chosen.nodes):
        chosen = network.foremost(chosen, choice.most)
    return chosen


def ranking(found: Network, by: str = "pagerank") -> list[dict[str, Any]]:
    """One row a document with its facts and measures, the highest of the measure `by` first."""
    return sorted(files.node_rows(found, measure(found)), key=lambda row: -row[by])


@_uncollected()
def render(found: Network, format_: str, store: Store | None = None) -> bytes:
    """The network in one of the formats; as CSV the documents with their measures.

    With a store the web page has the citing sentences.
    """
    if format_ == "svg":
        return timeline.draw(found).encode("utf-8")
    measured = measure(found)
    if format_ == "html":
        return page.page(found, measured, quotes(store, found.edges) if store else {}).encode("utf-8")
    out = BytesIO()
    if format_ == "csv":
        facts.write(files.node_rows(found, measured), _node_columns(), out)
    else:
        files.WRITERS[format_](found, measured, out)
    return out.getvalue()


def linked_page(found: Network, store: Store, ui: str) -> str:
    """The web page for a server, which keeps style and script beside it, in the reader's language `ui`."""
    return page.page(found, measure(found), quotes(store, found.edges), linked=True, ui=ui)


def pair(found: Network, path: Path) -> dict[Path, bytes]:
    """`NAME.nodes.csv` and `NAME.edges.csv` for a path `NAME.csv`, with their contents.

    Their first columns are named as Gephi and Cosmograph want them: Id, Label; Source, Target, Weight.
    """
    nodes, edges = BytesIO(), BytesIO()
    rows = [
        {"Id": row["symbol"], "Label": row["symbol"]} | row for row in files.node_rows(found, measure(found))
    ]
    facts.write(rows, ["Id", "Label", *_node_columns()], nodes)
    named = (
        {"Source": row["citing"], "Target": row["cited"], "Weight": row["times"], "Type": "Directed"} | row
        for row in facts.rows(found.edges)
    )
    facts.write(named, ["Source", "Target", "Weight", "Type", *facts.COLUMNS], edges)
    return {
        path.with_suffix(".nodes.csv"): nodes.getvalue(),
        path.with_suffix(".edges.csv"): edges.getvalue(),
    }


def _node_columns() -> list[str]:
    return [field.name for kind in (Node, Measures) for field in fields(kind)]


def edge_table(found: Network) -> bytes:
    """The edges as CSV, without texts."""
    out = BytesIO()
    facts.write(facts.rows(found.edges), facts.COLUMNS, out)
    return out.getvalue()
