"""The network as one web page that needs no network: data, style and script in a single file."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape
from importlib import resources
from typing import Any, get_args

from mandex.corpus import catalogue, columns
from mandex.corpus.model import DocumentType
from mandex.index.graph.colours import COLOURS
from mandex.index.graph.edges import Edge
from mandex.index.graph.layout import Stripe, lay_out
from mandex.index.graph.measures import Measures
from mandex.index.graph.network import Network, Node
from mandex.index.graph.quotes import Key, Quote

_INLINE_STYLE, _INLINE_SCRIPT = "<style>\n{{style}}\n</style>", "<script>\n{{script}}\n</script>"
_SAID = re.compile(r'\bsay\("([^"]+)"\)')  # say("Close")
_SCRIPT = ("data", "map", "moves", "panel", "search", "start")


def page(
    network: Network,
    measured: Mapping[str, Measures],
    quoted: Mapping[Key, list[Quote]],
    *,
    linked: bool = False,
    ui: str = "en",
) -> str:
    """The page as HTML. `quoted` are the citing sentences; without them the page shows places only.

    With `linked`, style and script are not in the page but at `/graph.css` and `/graph.js`, and documents
    lead to their pages at the same server. `ui` is the language of what is said beside their own words.
    """
    html = catalogue.filled_in(_asset("page.html"), ui)
    if linked:
        html = html.replace(_INLINE_STYLE, '<link rel="stylesheet" href="/graph.css">')
        html = html.replace(_INLINE_SCRIPT, '<script src="/graph.js"></script>')
    title = f"{network.centre} and its citations" if network.centre else "Citations of the Security Council"
    data = {**_data(network, measured, quoted, ui), "words": _words(ui), "linked": linked}
    return (
        html.replace("{{lang}}", ui)
        .replace("{{title}}", escape(catalogue.message(title, ui)))
        .replace("{{home}}", '<a class="home" href="/">Mandex</a>' if linked else "")
        .replace("{{style}}", style())
        .replace("{{script}}", script())
        .replace("{{data}}", _embedded(data))
    )


def _words(ui: str) -> dict[str, str]:
    """What the script says in a language, by the English; nothing for English."""
    if ui == "en":
        return {}
    phrases = _SAID.findall(script())
    return {
        **{phrase: catalogue.translated(phrase, ui) for phrase in phrases},
        **{name: columns.name(name, ui) for name in (*COLOURS, *get_args(DocumentType))},
    }


def _asset(name: str) -> str:
    return resources.files("mandex.index.graph").joinpath("assets", name).read_text("utf-8")


def style() -> str:
    """The page's style sheet."""
    return _asset("page.css")


def script() -> str:
    """The parts of the script in one scope of their own."""
    parts = "\n".join(_asset(f"{part}.js") for part in _SCRIPT)
    return f'"use strict";\n(() => {{\n{parts}}})();'


def _embedded(data: Mapping[str, Any]) -> str:
    """JSON that cannot close the script element it stands in, nor open a comment there."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _data(
    network: Network, measured: Mapping[str, Measures], quoted: Mapping[Key, list[Quote]], ui: str
) -> dict[str, Any]:
    layout = lay_out(network, measured)
    index = {symbol: n for n, symbol in enumerate(network.nodes)}
    passages: dict[str, int] = {}
    return {
        "centre": network.centre,
        "relations": [{"name": name, "colour": colour} for name, colour in COLOURS.items()],
        "lanes": [_stripe(lane, ui) for lane in layout.lanes],
        "years": [_stripe(year, ui) for year in layout.years],
        "nodes": [
            _node(node, measured[symbol], layout.places[symbol], ui) for symbol, node in network.nodes.items()
        ],
        "links": [
            _link(edge, index, quoted.get((edge.citing, edge.cited, edge.relation), []), passages)
            for edge in network.edges
        ],
        "passages": list(passages),
    }


def _stripe(stripe: Stripe, ui: str) -> dict[str, Any]:
    return {"name": columns.value("agenda_item", stripe.name, ui), "start": stripe.start, "size": stripe.size}


def _node(node: Node, measures: Measures, place: tuple[float, float], ui: str) -> dict[str, Any]:
    facts = {
        "symbol": node.symbol, "type": node.type, "year": node.year, "date": node.date,
        "agenda": columns.value("agenda_item", node.agenda_item or "", ui),
        "title": node.title, "vote": node.vote, "vii": node.chapter_vii, "langs": list(node.langs),
        "topics": [columns.name(topic, ui) for topic in node.topics], "citedBy": measures.cited_by,
        "cites": measures.cites, "x": round(place[0], 1), "y": round(place[1], 1),
    }  # fmt: skip
    return {name: value for name, value in facts.items() if value not in ("", None, [])}


def _link(
    edge: Edge, index: Mapping[str, int], found: list[Quote], passages: dict[str, int]
) -> dict[str, Any]:
    """One edge; a quote is its place, the pinpoint, the number of its passage, and where in it."""
    return {
        "s": index[edge.citing],
        "t": index[edge.cited],
        "r": list(COLOURS).index(edge.relation),
        "n": edge.times,
        "at": list(edge.places),
        "to": list(edge.pinpoints),
        "q": [
            [one.place, one.pinpoint, passages.setdefault(one.text, len(passages)), one.start, one.end]
            for one in found
        ],
    }
