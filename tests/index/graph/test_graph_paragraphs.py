"""Pinpoints: which paragraphs they name, asking by them, and the graph of paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from graph_cases import document, put

from mandex.cli import main
from mandex.corpus.pinpoints import split_pinpoints
from mandex.corpus.store import Store
from mandex.corpus.symbols import parse
from mandex.index.graph import network, output, walk
from mandex.index.graph.paragraphs import node_name, paragraph_network
from mandex.index.graph.quotes import quotes


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path, create=True) as opened:
        put(
            opened,
            document("S/RES/1373 (2001)", "OP1 : Decides", "OP6 : As in 6@1373 (2001) and 1@1373 (2001)"),
            document(
                "S/RES/2617 (2021)",
                "PP recalls: Recalling @1373 (2001) and 6@1373 (2001)",
                "OP2 extends: Decides as in 6(a)@1373 (2001) and 16@1373 (2001)",
                "OP2(b) mentions: Notes @1267 (1999)",
            ),
        )
        yield opened


@pytest.mark.parametrize(
    ("printed", "named"),
    [
        ("", []),
        ("6", ["6"]),
        ("6(c), 7", ["6(c)", "7"]),
        ("3-5", ["3", "4", "5"]),
        ("6(a), (c), 7", ["6(a)", "6(c)", "7"]),  # a letter alone belongs to the number before it
        ("7(a)-(c)", ["7(a)-(c)"]),  # lettered ranges are left as printed
        ("Annex II 3", ["Annex II 3"]),
        ("section E", ["section E"]),
    ],
)
def test_what_a_pinpoint_names(printed: str, named: list[str]) -> None:
    assert split_pinpoints(printed) == named


def test_cited_by_asks_for_a_paragraph_and_what_is_under_it(store: Store) -> None:
    steps = walk.neighbours(store, "S/RES/1373 (2001)", "cited-by", 1, "6")
    assert [(s.edge.relation, s.edge.times, s.edge.pinpoints, s.edge.places) for s in steps] == [
        ("recalls", 1, ("6",), ("PP1",)),
        ("extends", 1, ("6(a)",), ("OP2",)),
    ]


def test_cites_asks_from_a_paragraph_and_what_is_under_it(store: Store) -> None:
    assert {s.edge.cited for s in walk.neighbours(store, "S/RES/2617 (2021)", "cites", 1, "2")} == {
        "S/RES/1373 (2001)",
        "S/RES/1267 (1999)",
    }
    (step,) = walk.neighbours(store, "S/RES/2617 (2021)", "cites", 1, "PP1")
    assert (step.edge.relation, step.edge.times) == ("recalls", 2)


def test_paragraphs_name_paragraphs(store: Store) -> None:
    found = paragraph_network(store)
    assert {(edge.citing, edge.cited, edge.relation) for edge in found.edges} == {
        ("S/RES/1373 (2001), OP6", "S/RES/1373 (2001), OP1", "mentions"),  # but not OP6 itself
        ("S/RES/2617 (2021), PP1", "S/RES/1373 (2001), OP6", "recalls"),
        ("S/RES/2617 (2021), OP2", "S/RES/1373 (2001), OP6(a)", "extends"),
        ("S/RES/2617 (2021), OP2", "S/RES/1373 (2001), OP16", "extends"),
    }
    assert set(found.nodes) == {end for edge in found.edges for end in (edge.citing, edge.cited)}
    cited = found.nodes["S/RES/1373 (2001), OP6"]
    assert (cited.type, cited.date) == ("paragraph", "2001-09-28")


def test_near_a_document_are_all_its_paragraphs(store: Store) -> None:
    found = network.near(paragraph_network(store), "S/RES/2617 (2021)", 1)
    assert {edge.cited for edge in found.edges} == {
        "S/RES/1373 (2001), OP6",
        "S/RES/1373 (2001), OP6(a)",
        "S/RES/1373 (2001), OP16",
    }


def test_near_a_paragraph_is_what_names_it_or_what_is_under_it(store: Store) -> None:
    found = network.near(paragraph_network(store), node_name(parse("1373 OP6")), 1)
    assert {(edge.citing, edge.cited) for edge in found.edges} == {
        ("S/RES/1373 (2001), OP6", "S/RES/1373 (2001), OP1"),
        ("S/RES/2617 (2021), PP1", "S/RES/1373 (2001), OP6"),
        ("S/RES/2617 (2021), OP2", "S/RES/1373 (2001), OP6(a)"),
    }


def test_a_paragraph_is_quoted(store: Store) -> None:
    found = quotes(store, paragraph_network(store).edges)
    (quote,) = found["S/RES/2617 (2021), OP2", "S/RES/1373 (2001), OP16", "extends"]
    assert (quote.place, quote.pinpoint) == ("OP2", "16")
    assert quote.text[quote.start : quote.end] == "16@1373 (2001)"


@pytest.mark.parametrize("format_", ["graphml", "gexf", "csv", "json", "dot", "svg", "html"])
def test_the_graph_of_paragraphs_goes_into_every_format(store: Store, format_: str) -> None:
    arguments = ["--kb", str(store.folder), "graph", "--paragraphs", "--format", format_]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0
    assert "OP6(a)" in result.stdout
    found = output.choose(store, output.Choice(paragraphs=True))
    assert result.stdout_bytes == output.render(found, format_, store)
