"""Edges, walks and kinship on a family of documents small enough to count by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from graph_cases import document, put
from hypothesis import given, settings
from hypothesis import strategies as st

from mandex.corpus.store import Store
from mandex.index.graph import edges, kinship, walk

R1373 = "S/RES/1373 (2001)"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path, create=True) as opened:
        yield opened


@pytest.fixture
def family(store: Store) -> Store:
    """1535 stands on 1373 and 1373 on 1267; 2617 cites 1535 twice and 1373; 2395 cites 1373 and 1535."""
    return put(
        store,
        document("S/RES/1373 (2001)", "PP reaffirms: Reaffirming @1267 (1999)", date="2001-09-28"),
        document("S/RES/1535 (2004)", "PP reaffirms: Reaffirming 1@1373 (2001)", date="2004-03-26"),
        document(
            "S/RES/2395 (2017)",
            "PP recalls: Recalling @1373 (2001) and @1535 (2004)",
            date="2017-12-21",
        ),
        document(
            "S/RES/2617 (2021)",
            "PP recalls: Recalling @1535 (2004)",
            "PP recalls: Recalling 2@1535 (2004)",
            "OP1 extends: Decides, as in @1535 (2004)",
            "OP2(a) recalls: Recalls @1373 (2001) and @2195 (2015)!2014",
            date="2021-12-30",
        ),
    )


def ends(steps: list[walk.Step]) -> list[tuple[int, str, str, str]]:
    return [(s.depth, s.edge.citing[6:10], s.edge.cited[6:10], s.edge.relation) for s in steps]


def test_an_edge_counts_mentions_places_and_pinpoints(family: Store) -> None:
    (recalls,) = [
        edge
        for edge in edges.leaving(family, ["S/RES/2617 (2021)"])
        if edge.cited == "S/RES/1535 (2004)" and edge.relation == "recalls"
    ]
    assert recalls.row() == {
        "citing": "S/RES/2617 (2021)",
        "cited": "S/RES/1535 (2004)",
        "relation": "recalls",
        "times": 2,
        "preambular": 2,
        "operative": 0,
        "pinpoints": ["2"],
        "places": ["PP1", "PP2"],
        "doubtful": 0,
    }


def test_a_doubtful_year_is_counted_as_such(family: Store) -> None:
    assert [(edge.cited, edge.doubtful) for edge in edges.every(family) if edge.doubtful] == [
        ("S/RES/2195 (2014)", 1)
    ]


def test_the_parts_make_up_the_whole(family: Store) -> None:
    whole = edges.every(family)
    assert sorted(whole, key=repr) == sorted(edges.leaving(family, {e.citing for e in whole}), key=repr)
    assert sorted(whole, key=repr) == sorted(edges.entering(family, {e.cited for e in whole}), key=repr)


def test_neighbours_come_once_at_their_least_depth(family: Store) -> None:
    assert ends(walk.neighbours(family, "S/RES/2617 (2021)", "cites", 3)) == [
        (1, "2617", "1535", "recalls"),  # named most often: three times in two relations
        (1, "2617", "1535", "extends"),
        (1, "2617", "2195", "recalls"),  # of two named once the newer
        (1, "2617", "1373", "recalls"),
        (2, "1373", "1267", "reaffirms"),
    ]


def test_cited_by_walks_towards_the_present(family: Store) -> None:
    assert ends(walk.neighbours(family, "S/RES/1267 (1999)", "cited-by", 2)) == [
        (1, "1373", "1267", "reaffirms"),
        (2, "2617", "1373", "recalls"),
        (2, "2395", "1373", "recalls"),
        (2, "1535", "1373", "reaffirms"),
    ]


def test_around_walks_both_ways(family: Store) -> None:
    around = walk.neighbours(family, "S/RES/1535 (2004)", "both")
    assert {(citing, cited) for _, citing, cited, _ in ends(around)} == {
        ("1535", "1373"),
        ("2617", "1535"),
        ("2395", "1535"),
    }


def test_a_path_is_the_shortest_chain_with_all_relations_of_its_steps(family: Store) -> None:
    assert ends(walk.path(family, "S/RES/2617 (2021)", "S/RES/1267 (1999)")) == [
        (1, "2617", "1373", "recalls"),
        (2, "1373", "1267", "reaffirms"),
    ]


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [
        ("S/RES/1267 (1999)", "S/RES/2617 (2021)", "citations lead to the past"),
        ("S/RES/2617 (2021)", "S/RES/242 (1967)", "nobody cites it"),
        ("S/RES/2617 (2021)", "S/RES/2617 (2021)", "a document does not lead to itself"),
    ],
)
def test_no_path(family: Store, start: str, end: str, reason: str) -> None:
    assert walk.path(family, start, end) == [], reason


def test_cocitation_counts_citing_documents_and_shared_paragraphs(family: Store) -> None:
    assert kinship.cocited(family, "S/RES/1373 (2001)") == [
        kinship.Kin("S/RES/1535 (2004)", common=2, beside=1, strength=round(2 / (3 * 2) ** 0.5, 4)),
        kinship.Kin("S/RES/2195 (2014)", common=1, beside=1, strength=round(1 / 3**0.5, 4)),
    ]


def test_coupling_counts_what_both_cite(family: Store) -> None:
    assert kinship.coupled(family, "S/RES/2617 (2021)") == [
        kinship.Kin("S/RES/2395 (2017)", common=2, beside=0, strength=round(2 / (3 * 2) ** 0.5, 4)),
    ]  # S/RES/1535 has but one citation in common: that is no likeness


def test_every_shortest_chain_is_found(family: Store) -> None:
    put(family, document("S/RES/1535 (2004)", "PP1 recalls: @1373 (2001)", date="2004-03-26"))
    put(family, document("S/RES/2395 (2017)", "PP1 recalls: @1373 (2001) @1535 (2004)", date="2017-12-21"))
    put(family, document("S/RES/2700 (2023)", "PP1 recalls: @1535 (2004) @2395 (2017)", date="2023-10-01"))
    chains = [[step.edge.cited for step in chain] for chain in walk.paths(family, "S/RES/2700 (2023)", R1373)]
    assert chains == [["S/RES/1535 (2004)", R1373], ["S/RES/2395 (2017)", R1373]]
    assert walk.paths(family, R1373, "S/RES/2700 (2023)") == []


def test_roots_cite_nothing_and_leaves_are_cited_by_nothing(family: Store) -> None:
    put(family, document("S/RES/1267 (1999)", "OP1 : Demands", date="1999-10-15"))
    assert kinship.roots(family) == [{"symbol": "S/RES/1267 (1999)", "date": "1999-10-15", "degree": 1}]
    assert [row["symbol"] for row in kinship.leaves(family)] == ["S/RES/2617 (2021)", "S/RES/2395 (2017)"]


def test_counts_by_year(family: Store) -> None:
    assert kinship.by_year(family)[-1] == {"year": 2021, "documents": 1, "cited": 3, "mentions": 5}
    assert [row["year"] for row in kinship.by_year(family, "S/RES/1535 (2004)")] == [2017, 2021]


@settings(max_examples=25, deadline=None)
@given(st.sets(st.tuples(st.integers(1, 9), st.integers(1, 9)).filter(lambda e: e[0] > e[1]), max_size=20))
def test_walks_agree_with_a_plain_search(tmp_path_factory: pytest.TempPathFactory, links: set) -> None:
    """Depth and path length are those of a breadth-first search written the obvious way."""

    def symbol(n: int) -> str:
        return f"S/RES/{n} (1946)"

    distance, frontier = {9: 0}, [9]
    for n in frontier:
        for citing, cited in sorted(links):
            if citing == n and cited not in distance:
                distance[cited] = distance[n] + 1
                frontier.append(cited)
    with Store.open(tmp_path_factory.mktemp("base"), create=True) as store:
        for n in {citing for citing, _ in links}:
            lines = [f"PP : @{cited} (1946)" for citing, cited in links if citing == n]
            put(store, document(symbol(n), *lines))
        steps = walk.neighbours(store, symbol(9), "cites", 9)
        assert {s.edge.cited: s.depth for s in steps} == {symbol(n): d for n, d in distance.items() if d}
        for n in range(1, 9):
            assert len(walk.path(store, symbol(9), symbol(n))) == distance.get(n, 0)
