"""A drawing of a small network on a line of time: documents in the order of their dates, citations as arcs.

Each document has a place of its own on the line, at least a label's height from the next, so that no two
labels collide; a year is as wide as its documents need, and years without any shrink.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape

from mandex.corpus.records import dataclass
from mandex.index.graph.colours import COLOURS
from mandex.index.graph.edges import Edge
from mandex.index.graph.network import Network, in_order, is_centre, placed

# All lengths are in pixels of the drawing at its natural size.
_MARGIN, _HEAD, _FOOT = 48, 92, 92
_SLOT, _YEAR_PADDING, _EMPTY_YEAR, _NARROWEST = 22, 16, 5, 760
_LETTER = 6.9
_TILT = 60  # degrees by which labels hang
_HIGHEST = 400
_UNDATED = 0
_RESOLUTION = re.compile(r"^S/RES/(\d+) \(\d{4}\)")

# Light and dark. Colours stand in the rules themselves: rsvg, cairosvg and office programs know no variables.
_LIGHT = {
    "paper": "#fff",
    "ink": "#17212b",
    "soft": "#56616d",
    "band": "#f3f6f8",
    "line": "#c6ced6",
    "rest": "#8d99a5",
}
_DARK = {
    "paper": "#11161b",
    "ink": "#e9eef3",
    "soft": "#97a3b0",
    "band": "#181f26",
    "line": "#3a4652",
    "rest": "#6c7986",
}
_COLOURED = """.paper{{fill:{paper}}}text{{fill:{ink}}}.soft,.year,.cited text{{fill:{soft}}}
.band{{fill:{band}}}
.axis{{stroke:{line}}}.dot{{fill:{ink};stroke:{ink}}}.cited .dot{{fill:{paper}}}.centre .dot{{stroke:{paper}}}
.halo{{stroke:{ink}}}.rest{{stroke:{rest}}}"""
_STYLE = f"""
svg{{font-family:system-ui,"Segoe UI","Noto Sans","Noto Sans CJK SC",sans-serif}}
text{{font-size:12px}}.title{{font-size:20px;font-weight:650}}
.year{{font-size:11px;text-anchor:middle}}
.label{{text-anchor:end;font-variant-numeric:tabular-nums}}.centre text{{font-weight:700;font-size:13px}}
.centre .dot{{stroke-width:2}}.halo{{fill:none;stroke-width:1.5}}
path{{fill:none}}.rest{{opacity:.22}}.near{{opacity:.9}}
{_COLOURED.format(**_LIGHT)}
@media screen and (prefers-color-scheme:dark){{{_COLOURED.format(**_DARK)}}}
@media print{{svg{{width:100%;height:auto}}}}
"""


@dataclass(frozen=True, slots=True)
class _Line:
    """The line of time: where each document stands, and where each year begins and ends."""

    x: Mapping[str, float]
    years: Mapping[int, tuple[float, float]]
    start: float
    end: float
    y: float


def draw(network: Network) -> str:
    """The network as SVG, light or dark as its viewer is."""
    line = _line(network)
    under = line.y + 26 + _longest(network) * math.sin(math.radians(_TILT))
    width, height = max(line.end + _MARGIN, _NARROWEST), under + _FOOT
    size = f"{width:.0f} {height:.0f}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" width="{width:.0f}"'
        f' height="{height:.0f}" role="img">',
        f"<title>{escape(_title(network))}</title>",
        f"<style>{_STYLE}</style>",
        f'<rect class="paper" width="{width:.0f}" height="{height:.0f}"/>',
        *_bands(line, under),
        *_heading(network),
        *_arcs(network, line),
        f'<line class="axis" x1="{line.start:.1f}" x2="{line.end:.1f}" y1="{line.y:.1f}" y2="{line.y:.1f}"/>',
        *(_document(symbol, network, line) for symbol in network.nodes),
        *_legend(network, under),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


# -- time


def _line(network: Network) -> _Line:
    """Documents evenly within their year, in the order of their dates; those without a year come first."""
    by_year: dict[int, list[str]] = {}
    year_of = placed(network)
    for node in in_order(network):
        by_year.setdefault(year_of[node.symbol] or _UNDATED, []).append(node.symbol)
    known = [year for year in by_year if year != _UNDATED]
    every = range(min(known), max(known) + 1) if known else range(0)
    places: dict[str, float] = {}
    years: dict[int, tuple[float, float]] = {}
    start = x = float(max(_MARGIN, math.ceil(_longest(network) * math.cos(math.radians(_TILT)))))
    for year in [_UNDATED, *every] if _UNDATED in by_year else every:
        symbols = by_year.get(year, [])
        width = len(symbols) * _SLOT + _YEAR_PADDING if symbols else _EMPTY_YEAR
        years[year] = (x, x + width)
        for nth, symbol in enumerate(symbols):
            places[symbol] = x + _YEAR_PADDING / 2 + (nth + 0.5) * _SLOT
        x += width
    ends = [(places[edge.citing], places[edge.cited]) for edge in network.edges]
    tallest = max((_rise(abs(a - b)) for a, b in ends), default=0)
    return _Line(places, years, start, x, _HEAD + tallest + 24)


def _rise(distance: float) -> float:
    """How high an arc rises: nearly a half circle over a short distance, never above the highest."""
    return _HIGHEST * (1 - math.exp(-distance / (2 * _HIGHEST)))


def _bands(line: _Line, under: float) -> Iterator[str]:
    """A shade on every second year that has documents, and the name of each of them."""
    full = [(year, a, b) for year, (a, b) in line.years.items() if b - a > _EMPTY_YEAR]
    for nth, (year, left, right) in enumerate(full):
        if nth % 2 == 0:
            yield (
                f'<rect class="band" x="{left:.1f}" y="{_HEAD - 6}" width="{right - left:.1f}"'
                f' height="{under + 24 - _HEAD:.1f}"/>'
            )
        middle, name = (left + right) / 2, year or "no year"
        yield f'<text class="year" x="{middle:.1f}" y="{under + 12:.1f}">{name}</text>'


# -- documents and citations


def _label(symbol: str) -> str:
    """A resolution's number, which the name of its year completes; other symbols whole."""
    return _RESOLUTION.sub(r"\1", symbol)


def _longest(network: Network) -> float:
    """How long the longest label is."""
    return max((len(_label(symbol)) for symbol in network.nodes), default=0) * _LETTER


def _document(symbol: str, network: Network, line: _Line) -> str:
    node = network.nodes[symbol]
    x, y = line.x[symbol], line.y
    centre = is_centre(network, symbol)
    kinds = " ".join(name for name, true in (("centre", centre), ("cited", not node.langs)) if true)
    about = " · ".join(filter(None, (symbol, node.date, node.agenda_item or node.title)))
    r = 7 if centre else 4
    round_ = symbol.startswith("S/RES/")
    mark = (
        f'<rect class="dot" x="{x - r:.1f}" y="{y - r:.1f}" width="{2 * r}" height="{2 * r}"'
        f' rx="{r if round_ else 0}"/>'
    )
    halo = f'<circle class="halo" cx="{x:.1f}" cy="{y:.1f}" r="10"/>' if centre else ""
    turned = f"translate({x + 5:.1f} {y + 18:.1f}) rotate(-{_TILT})"
    label = f'<text class="label" transform="{turned}">{escape(_label(symbol))}</text>'
    return f'<g class="{kinds}"><title>{escape(about)}</title>{mark}{halo}{label}</g>'


def _own(network: Network) -> list[Edge]:
    """The edges of the centre; all, where nothing particular was asked about."""
    if not network.centre:
        return list(network.edges)
    return [e for e in network.edges if is_centre(network, e.citing) or is_centre(network, e.cited)]


def _arcs(network: Network, line: _Line) -> Iterator[str]:
    """The arcs: those of the centre in colour, over the others in grey."""
    own = _own(network)
    pairs = {(edge.citing, edge.cited) for edge in network.edges}
    for citing, cited in sorted(pairs - {(edge.citing, edge.cited) for edge in own}):
        yield f'<path class="rest" d="{_arc(line, citing, cited, 0)}"/>'
    nth: Counter[tuple[str, str]] = Counter()
    for edge in sorted(own, key=lambda edge: (edge.relation != "mentions", edge.times)):
        about = f"{edge.citing} {edge.relation} {edge.cited}, {edge.times}×: {', '.join(edge.places)}"
        arc = _arc(line, edge.citing, edge.cited, nth[edge.citing, edge.cited])
        nth[edge.citing, edge.cited] += 1
        yield (
            f'<path class="near" stroke="{COLOURS[edge.relation]}" stroke-width="{_thickness(edge):.1f}"'
            f' d="{arc}"><title>{escape(about)}</title></path>'
        )


def _thickness(edge: Edge) -> float:
    return 1.3 + 0.4 * min(edge.times - 1, 8)


def _arc(line: _Line, citing: str, cited: str, nth: int) -> str:
    """Over the line from one document to another; `nth` lifts further arcs of one pair above the first."""
    a, b = sorted((line.x[citing], line.x[cited]))
    rise = _rise(b - a) + 4 * nth
    return f"M{a:.1f} {line.y:.1f}A{(b - a) / 2:.1f} {rise:.1f} 0 0 1 {b:.1f} {line.y:.1f}"


# -- what stands around


def _heading(network: Network) -> Iterator[str]:
    centre = next((node for name, node in network.nodes.items() if is_centre(network, name)), None)
    about = (centre.agenda_item or centre.title) if centre else ""
    yield f'<text class="title" x="{_MARGIN}" y="44">{escape(_title(network))}</text>'
    yield f'<text class="soft" x="{_MARGIN}" y="68">{escape(_cut(about, 100))}</text>'


def _title(network: Network) -> str:
    return f"{network.centre}: what it cites and what cites it" if network.centre else "Citations"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _legend(network: Network, under: float) -> Iterator[str]:
    used = {edge.relation for edge in _own(network)}
    x, y = float(_MARGIN), under + 46
    for relation in filter(used.__contains__, COLOURS):
        yield f'<path stroke="{COLOURS[relation]}" stroke-width="3" d="M{x:.1f} {y - 4:.1f}h16"/>'
        yield f'<text x="{x + 22:.1f}" y="{y:.1f}">{relation}</text>'
        x += 22 + len(relation) * _LETTER + 20
    of = f" of {len(network.nodes) + network.left_out}" if network.left_out else ""
    paragraphs = any(node.type == "paragraph" for node in network.nodes.values())
    shown = f"{len(network.nodes)}{of} {'paragraphs' if paragraphs else 'documents'}"
    notes = f"{shown}. The newer cites the older. Thicker: more often. Hollow: cited, its text not held."
    yield f'<text class="soft" x="{_MARGIN}" y="{y + 24:.1f}">{escape(notes)}</text>'
