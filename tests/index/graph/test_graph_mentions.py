"""The view `mentions`: what counts as an edge of the citation graph, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from graph_cases import document, put

from mandex.corpus.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path, create=True) as opened:
        yield opened


def rows(store: Store, columns: str) -> list[tuple[object, ...]]:
    return store.connection.execute(f"SELECT {columns} FROM mentions ORDER BY id").fetchall()


def test_of_two_language_versions_the_english_one_counts(store: Store) -> None:
    put(
        store,
        document("S/RES/2617 (2021)", "PP recalls: 回顾第@1373 (2001)和@1267 (1999)号决议", lang="zh-Hans"),
        document("S/RES/2617 (2021)", "PP recalls: Recalling @1373 (2001)"),
    )
    assert rows(store, "citing, cited, lang") == [("S/RES/2617 (2021)", "S/RES/1373 (2001)", "en")]


def test_a_chinese_version_counts_where_it_is_the_only_one(store: Store) -> None:
    put(store, document("S/RES/2617 (2021)", "PP recalls: 回顾第@1373 (2001)号决议", lang="zh-Hant"))
    assert rows(store, "cited, lang") == [("S/RES/1373 (2001)", "zh-Hant")]


def test_a_wrong_year_leads_to_the_resolution_of_that_number(store: Store) -> None:
    put(store, document("S/RES/2617 (2021)", "PP recalls: Recalling @2195 (2015)!2014"))
    assert rows(store, "cited, target, status") == [
        ("S/RES/2195 (2014)", "S/RES/2195 (2015)", "year-mismatch")
    ]


def test_a_document_is_no_neighbour_of_its_own(store: Store) -> None:
    put(store, document("S/RES/2617 (2021)", "OP1 : the mandate in @2617 (2021)"))
    assert rows(store, "cited") == []


def test_places_are_what_a_reader_can_count(store: Store) -> None:
    put(
        store,
        document(
            "S/RES/2617 (2021)",
            "PP : Recalling @1 (1946)",
            "PP : Recalling also @2 (1946)",
            "OP1 : Decides @3 (1946)",
            "OP : bullet of paragraph 1 @4 (1946)",
            "AN1(a) : in the annex @5 (1946)",
            "BO : unnumbered @6 (1946)",
        ),
    )
    assert [place for (place,) in rows(store, "place")] == ["PP1", "PP2", "OP1", "OP1", "Annex 1(a)", "¶6"]
