"""The pictures: what stands where in the drawing and on the page, and the words that are quoted."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from graph_cases import DRAWN, put

from mandex.cli import main
from mandex.corpus.store import Store
from mandex.index.graph import layout, network, quotes, timeline
from mandex.index.graph.colours import COLOURS
from mandex.index.graph.measures import measure

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path, create=True) as opened:
        put(opened, *DRAWN)
        yield opened


@pytest.fixture
def small(store: Store) -> network.Network:
    return network.near(network.whole(store), "S/RES/2617 (2021)", 2)


# -- the drawing


def crowd(many: int) -> Iterator[network.Network]:
    """Networks of many documents in few years, around one that all cite."""
    for years in (1, 3, 40):
        nodes = {
            f"S/RES/{n} ({1980 + n % years})": network.Node(
                f"S/RES/{n} ({1980 + n % years})", "resolution", number=n, year=1980 + n % years
            )
            for n in range(1, many)
        }
        long = network.Node("S/PRST/2014/1024", "presidential-statement")
        yield network.Network({**nodes, long.symbol: long}, (), next(iter(nodes)))


@pytest.mark.parametrize("many", [2, 17, 60])
def test_no_two_labels_collide(many: int) -> None:
    """Labels hang parallel: from one to the next there must be room for a line of text."""
    for drawn in crowd(many):
        root = ET.fromstring(timeline.draw(drawn))
        turned = [
            re.match(r"translate\(([\d.]+) [\d.]+\) rotate\(-60\)", text.get("transform"))
            for text in root.iter(f"{SVG}text")
            if text.get("class") == "label"
        ]
        places = sorted(float(match[1]) for match in turned)
        assert len(places) == len(drawn.nodes)
        assert all(b - a >= 22 for a, b in pairwise(places))
        assert places[-1] <= float(root.get("width"))
        # half of a label's length, at this angle, lies to the left of its end
        assert places[0] >= len("S/PRST/2014/1024") * 6.5 / 2, "the longest label stays on the paper"


def test_the_drawing_shows_each_document_once_and_each_citation_of_the_centre(small: network.Network) -> None:
    root = ET.fromstring(timeline.draw(small))
    titles = [title.text for group in root.iter(f"{SVG}g") for title in group.iter(f"{SVG}title")]
    assert sorted(title.split(" · ")[0] for title in titles) == sorted(small.nodes)
    arcs = [path for path in root.iter(f"{SVG}path") if path.get("class") == "near"]
    own = [edge for edge in small.edges if small.centre in (edge.citing, edge.cited)]
    assert sorted(arc.get("stroke") for arc in arcs) == sorted(COLOURS[edge.relation] for edge in own)
    said = [arc.find(f"{SVG}title").text for arc in arcs]
    assert "S/RES/2617 (2021) extends S/RES/1535 (2004), 1×: OP1" in said
    (emphasised,) = [g for g in root.iter(f"{SVG}g") if "centre" in g.get("class", "")]
    assert emphasised.find(f"{SVG}text").text == "2617"


def test_time_runs_from_left_to_right(small: network.Network) -> None:
    root = ET.fromstring(timeline.draw(small))
    x = {g.find(f"{SVG}text").text: float(g.find(f"{SVG}rect").get("x")) for g in root.iter(f"{SVG}g")}
    assert sorted(x, key=x.get) == ["1267", "1373", "1535", "2617", "S/PRST/2022/1"]


def test_what_is_left_out_of_a_drawing_is_said(store: Store) -> None:
    arguments = ["--kb", str(store.folder), "graph", "--around", "2617", "--format", "svg"]
    assert "4 documents." in CliRunner().invoke(main, arguments).stdout
    assert "3 of 4 documents." in CliRunner().invoke(main, [*arguments, "-n", "3"]).stdout


# -- the layout of the page


def test_no_two_documents_stand_in_one_place(store: Store) -> None:
    whole = network.whole(store)
    found = layout.lay_out(whole, measure(whole))
    assert set(found.places) == set(whole.nodes)
    assert len(set(found.places.values())) == len(whole.nodes)


def test_every_document_stands_in_its_year_and_in_a_lane(store: Store) -> None:
    whole = network.whole(store)
    found = layout.lay_out(whole, measure(whole))
    years = {stripe.name: stripe for stripe in found.years}
    for symbol, (x, y) in found.places.items():
        year = years[str(whole.nodes[symbol].year)]
        assert year.start <= x <= year.start + year.size
        assert any(lane.start <= y <= lane.start + lane.size for lane in found.lanes)


# -- the words of a citation


def test_a_quote_marks_the_mention(store: Store) -> None:
    found = quotes.quotes(store, network.whole(store).edges)
    (quote,) = found["S/RES/2617 (2021)", "S/RES/1535 (2004)", "extends"]
    assert (quote.place, quote.pinpoint) == ("OP1", "2")
    assert quote.text[quote.start : quote.end] == "2@1535 (2004)"


@pytest.mark.parametrize("unit", ["word ", "字"])
@pytest.mark.parametrize("at", [0, 900, 1990])
def test_a_long_paragraph_is_cut_around_the_mention(unit: str, at: int) -> None:
    text = (unit * 2000)[:2000]
    text = text[:at] + "1373 (2001)" + text[at:]
    cut, start, end = quotes.clip(text, at, at + 11)
    assert cut[start:end] == "1373 (2001)"
    assert len(cut) < 660
    assert cut.startswith("… ") == (at > 0)


def test_pictures_use_nothing_that_printers_and_office_programs_do_not_know(small: network.Network) -> None:
    picture = timeline.draw(small)
    assert "var(" not in picture
    assert "<title>" in picture.partition("<style>")[0]
    assert re.search(r'<rect class="paper" width="\d+" height="\d+"/>', picture)
