"""The network, its measures and its files: every format is read back and compared."""

from __future__ import annotations

import csv
import gc
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner, Result
from graph_cases import document, put

from mandex.cli import main
from mandex.corpus import registry
from mandex.corpus.errors import BadQueryError
from mandex.corpus.store import Store
from mandex.index.graph import edges, facts, network, output
from mandex.index.graph.agenda import normalised
from mandex.index.graph.edges import Edge
from mandex.index.graph.measures import measure


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """1373 and 2617, a statement, quotation marks and accents in a title, and a citation of the future."""
    with Store.open(tmp_path, create=True) as opened:
        put(
            opened,
            document("S/RES/1373 (2001)", "PP reaffirms: Reaffirming @1267 (1999)", chapter_vii=True),
            document(
                "S/RES/2617 (2021)",
                "PP recalls: Recalling 6@1373 (2001) and @1535 (2004)",
                "OP1(a) extends: Decides as in 2@1535 (2004), 3@1535 (2004) and @2195 (2015)!2014",
                title='Threats\x0c\x01 caused by "terrorist acts" \\ Côte d’Ivoire\ufffe <恐怖>',
            ),
            document("S/RES/2617 (2021)", "PP recalls: 回顾第@1373 (2001)号决议", lang="zh-Hans"),
            document("S/PRST/2010/19", "BO mentions: The Council recalls @2617 (2021)", date="2010-09-27"),
        )
        yield opened


@pytest.fixture
def small(store: Store) -> network.Network:
    return network.near(network.whole(store), "S/RES/2617 (2021)", 2)


def test_the_network_knows_every_resolution_and_its_facts(store: Store) -> None:
    whole = network.whole(store)
    resolutions = [node for node in whole.nodes.values() if node.number]
    assert len(resolutions) == len(registry.adoptions())
    held = whole.nodes["S/RES/2617 (2021)"]
    assert (held.date, held.year, held.langs, held.chapter_vii) == (
        registry.adoption(2617).adopted,
        2021,
        ("en", "zh-Hans"),
        False,
    )
    assert whole.nodes["S/RES/1373 (2001)"].chapter_vii is True
    assert whole.nodes["S/RES/1535 (2004)"].chapter_vii is None, "not held, so nobody knows"
    assert whole.nodes["S/PRST/2010/19"].type == "presidential-statement"


def test_edges_of_the_network_are_those_of_the_store(store: Store) -> None:
    assert list(network.whole(store).edges) == edges.every(store)


def test_an_edge_to_the_future_is_a_problem(small: network.Network) -> None:
    (problem,) = network.to_the_future(small)
    assert (problem.code, problem.doc, problem.where) == ("cites-the-future", "S/PRST/2010/19", "¶1")
    assert "S/RES/2617 (2021) (2021-12-30), which is later" in problem.message


@pytest.mark.parametrize(
    ("choice", "cited"),
    [
        ({"years": range(2001, 2002)}, {"1267"}),
        ({"topic": "TERRORIST"}, {"1373", "1535", "2195", "1267"}),
        ({"relations": ("extends",)}, {"1535", "2195"}),
        ({"around": "S/RES/1267 (1999)"}, {"1267"}),
        ({"around": "S/RES/1267 (1999)", "depth": 2, "relations": ("recalls",)}, {"1373"}),
        ({"around": "S/RES/2617 (2021)", "most": 2}, {"1535"}),
        ({"years": range(1990, 1991)}, set()),
    ],
)
def test_parts(store: Store, choice: dict[str, object], cited: set[str]) -> None:
    found = output.choose(store, output.Choice(**choice))
    assert {edge.cited[6:10] for edge in found.edges} == cited
    assert {end for edge in found.edges for end in (edge.citing, edge.cited)} <= set(found.nodes)


@pytest.mark.parametrize(
    ("text", "first", "last"), [("2014", 2014, 2014), ("2014-2017", 2014, 2017), ("1999..2001", 1999, 2001)]
)
def test_years(text: str, first: int, last: int) -> None:
    assert output.years(text) == range(first, last + 1)


@pytest.mark.parametrize("text", ["14", "2017-2014", "last year"])
def test_no_years(text: str) -> None:
    with pytest.raises(BadQueryError, match="2014-2017"):
        output.years(text)


# -- measures


def test_measures_are_those_of_networkx_on_the_simple_graph(small: network.Network) -> None:
    plain = nx.DiGraph({(edge.citing, edge.cited) for edge in small.edges})
    measured = measure(small)
    assert set(measured) == set(plain)
    for symbol, value in nx.pagerank(plain).items():
        assert measured[symbol].pagerank == pytest.approx(value, abs=1e-6)
        assert measured[symbol].cited_by == plain.in_degree(symbol)
        assert measured[symbol].cites == plain.out_degree(symbol)
    assert {m.component for m in measured.values()} == {1}


def test_measures_do_not_depend_on_the_order_of_sets(store: Store) -> None:
    script = (
        "import sys, pathlib; from mandex.corpus.store import Store; from mandex.index.graph import network;"
        "from mandex.index.graph.measures import measure;"
        "print(sorted(measure(network.whole(Store.open(pathlib.Path(sys.argv[1])))).items()))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", script, str(store.folder)],
            env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(runs) == 1
    assert "S/RES/2617" in runs.pop()


def test_nothing_cites_anything_and_still_all_is_measured() -> None:
    assert {m.cited_by for m in measure(network.from_edges([])).values()} == {0}


# -- round trips


def comparable(found: network.Network, graph: nx.MultiDiGraph) -> None:
    """The graph that networkx read is the network: same documents, edges and attributes."""
    assert set(graph) == set(found.nodes)
    for symbol, node in found.nodes.items():
        data = graph.nodes[symbol]
        assert data["label"] == symbol
        for name in ("type", "year", "date", "title", "agenda_item", "vote", "chapter_vii"):
            value = getattr(node, name)
            assert data.get(name) == (None if value == "" else value), (symbol, name)
        assert data.get("langs", "") == "; ".join(node.langs)
    measured = measure(found)
    for symbol, data in graph.nodes(data=True):
        assert data["pagerank"] == measured[symbol].pagerank
        assert data["community"] == measured[symbol].community
    assert sorted(
        (citing, cited, d["relation"], d["times"], d.get("places", ""), d.get("pinpoints", ""), d["weight"])
        for citing, cited, d in graph.edges(data=True)
    ) == sorted(
        (e.citing, e.cited, e.relation, e.times, "; ".join(e.places), "; ".join(e.pinpoints), e.times)
        for e in found.edges
    )


def test_graphml_opens_in_networkx(small: network.Network) -> None:
    text = output.render(small, "graphml")
    comparable(small, nx.read_graphml(io.BytesIO(text), force_multigraph=True))
    ids = re.findall(rb'<edge [^>]*id="(\w+)"', text)
    assert len(set(ids)) == len(small.edges), "GraphML wants an id of its own for each edge"


def test_gexf_opens_in_networkx_with_dates(small: network.Network) -> None:
    graph = nx.read_gexf(io.BytesIO(output.render(small, "gexf")))
    comparable(small, nx.MultiDiGraph(graph))
    assert graph.nodes["S/RES/2617 (2021)"]["start"] == "2021-12-30"
    assert graph.graph["mode"] == "dynamic"


def test_gexf_keeps_parallel_edges_apart(small: network.Network) -> None:
    text = output.render(small, "gexf").decode()
    assert 'version="1.3"' in text
    edges = re.findall(r"<edge [^>]*>", text)
    kinds = [re.search(r'kind="(\w+)"', edge)[1] for edge in edges]
    assert sorted(kinds) == sorted(edge.relation for edge in small.edges)


@pytest.mark.parametrize(
    ("symbol", "year"),
    [
        ("A/RES/60/288", 2005),  # of the session that began in 2005
        ("A/RES/377(V)", 1950),
        ("A/RES/3281(XXIX)", 1974),
        ("S/2015/939", 2015),
        ("S/2015", None),  # a serial of 1948
        ("A/54/2000", None),  # the number of a document
        ("S/AC.51/2014/3", 2014),
        ("S/23500", None),
    ],
)
def test_the_year_that_a_symbol_tells(symbol: str, year: int | None) -> None:
    edge = Edge("S/RES/1373 (2001)", symbol, "recalls", 1, 1, 0, (), ("PP1",), 0)
    found = network.from_edges([edge])
    assert found.nodes[symbol].year == year
    assert network.placed(found)[symbol] == (year or 2001)  # drawn under its first citation


@pytest.mark.parametrize(
    ("printed", "item"),
    [
        ("Middle East — UNIFIL", "The situation in the Middle East"),
        ("The situation in the Middle East.", "The situation in the Middle East"),
        ("Middle East situation", "The situation in the Middle East"),
        ("The situation in Middle East", "The situation in the Middle East"),
        # another item of the agenda
        ("Arrangements for the proposed Peace Conference on the Middle East",
         "Arrangements for the proposed Peace Conference on the Middle East"),
        ("", ""),
    ],
)  # fmt: skip
def test_agenda_items_have_one_name(printed: str, item: str) -> None:
    assert normalised(printed) == item


def test_json_is_what_d3_force_reads(small: network.Network) -> None:
    read = json.loads(output.render(small, "json"))
    assert [node["id"] for node in read["nodes"]] == list(small.nodes)
    assert read["centre"] == small.centre
    assert {(link["source"], link["target"], link["relation"], link["times"]) for link in read["links"]} == {
        (e.citing, e.cited, e.relation, e.times) for e in small.edges
    }


def test_csv_pair_reads_back(store: Store, small: network.Network, tmp_path: Path) -> None:
    path = tmp_path / "part.csv"
    result = command(store, "--around", "2617", "--depth", "2", "--format", "csv", "-o", str(path))
    assert (result.exit_code, result.stdout) == (0, "")
    assert facts.read(tmp_path / "part.edges.csv") == list(small.edges)
    head = (tmp_path / "part.edges.csv").read_text("utf-8").splitlines()[0]
    assert head.startswith("Source,Target,Weight,Type,")  # as Gephi wants them
    assert (tmp_path / "part.nodes.csv").read_text("utf-8").startswith("Id,Label,")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "part.nodes.csv").read_text("utf-8"))))
    assert [row["symbol"] for row in rows] == list(small.nodes)
    measured = measure(small)
    assert [float(row["pagerank"]) for row in rows] == [measured[row["symbol"]].pagerank for row in rows]


def test_dot_names_every_document_and_edge(small: network.Network) -> None:
    text = output.render(small, "dot").decode("utf-8")
    quoted = r'"((?:[^"\\]|\\.)*)"'
    nodes = re.findall(rf"^  {quoted} \[tooltip={quoted}", text, re.MULTILINE)
    assert [symbol for symbol, _ in nodes] == list(small.nodes)
    links = re.findall(rf"^  {quoted} -> {quoted} \[label={quoted}", text, re.MULTILINE)
    assert links == [(e.citing, e.cited, e.relation) for e in small.edges]
    assert text.count("{") == text.count("}")


def test_facts_carry_the_network_without_texts(store: Store, tmp_path: Path) -> None:
    """The published table gives the same edges and measures in a place that has no base."""
    table = tmp_path / "facts.csv"
    whole = network.whole(store)
    table.write_bytes(output.edge_table(whole))
    loaded = output.choose(None, output.Choice(table=table))
    assert loaded.edges == whole.edges
    assert measure(loaded)["S/RES/1535 (2004)"] == measure(whole)["S/RES/1535 (2004)"]
    assert "Recalling" not in table.read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a,b\n1,2\n", "its first line should read citing,cited"),
        (b"", "no table of edges"),
        (",".join(facts.COLUMNS).encode() + b"\nS/RES/1 (1946),S/RES/2 (1946),recalls,x,0,0,,,0\n", "line 2"),
        (",".join(facts.COLUMNS).encode() + b"\nS/RES/1 (1946)\n", "line 2"),
        (b"\xff\xfe\x00", "cannot read"),
    ],
)
def test_what_is_no_table_of_edges_is_said_with_its_line(
    tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "facts.csv"
    path.write_bytes(content)
    with pytest.raises(facts.BadFactsError, match=re.escape(message)):
        facts.read(path)


def test_the_garbage_collector_is_on_again_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(facts.BadFactsError):
        output.choose(None, output.Choice(table=tmp_path))
    assert gc.isenabled()


# -- the command


def command(store: Store, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--kb", str(store.folder), "graph", *arguments])


@pytest.mark.parametrize("format_", ["csv", "json", "graphml", "gexf", "dot"])
def test_the_command_writes_what_the_function_gives(
    store: Store, small: network.Network, format_: str
) -> None:
    result = command(store, "--around", "2617", "--depth", "2", "--format", format_)
    assert result.exit_code == 0
    assert result.stdout_bytes == output.render(small, format_)
    assert "which is later" in result.stderr


def test_the_command_ranks_and_lists(store: Store) -> None:
    def run(*arguments: str) -> list[str]:
        result = command(store, *arguments)
        assert result.exit_code == 0
        return result.stdout.splitlines()

    assert "S/RES/1267 (1999)" in run("-n", "1")[1]
    assert json.loads(run("--leaves", "--format", "json")[0])["symbol"] == "S/PRST/2010/19"
    assert [json.loads(line)["year"] for line in run("--by-year", "--format", "json")] == [2001, 2010, 2021]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--roots", "--format", "svg"), "--roots lists rows"),
        (("--format", "csv", "-o", "/nowhere/at/all.csv"), "cannot write /nowhere/at/all.nodes.csv"),
        (("--year", "lately"), "names no years"),
    ],
)
def test_wrong_usage_is_said_and_exits_with_2(store: Store, arguments: tuple[str, ...], message: str) -> None:
    result = command(store, *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_an_empty_neighbourhood_is_said_and_exits_with_1(store: Store) -> None:
    result = command(store, "--around", "2", "--format", "dot")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no citation of this kind near S/RES/2 (1946)" in result.stderr
