"""On real documents: the edges are those of the citations table, counted here in another way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from mandex.corpus import registry
from mandex.corpus.store import Store
from mandex.corpus.symbols import resolution_number
from mandex.index.graph import edges, network, walk
from mandex.index.output import rows as export
from mandex.ingest.pipeline import find_files, ingest

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def store(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Every eighth file of the collection, and all of one year, where Chinese stands beside English."""
    every = sorted(find_files([data / "un-scresolutions"]).files)
    chosen = {*every[::8], *(path for path in every if "2021" in path.parts)}
    with Store.open(tmp_path_factory.mktemp("base"), create=True) as opened:
        ingest(sorted(chosen), opened, workers=2)
        yield opened


def counted(store: Store) -> Counter[tuple[str, str, str]]:
    """Mentions by citing and cited document and relation, from the rows that `export citations` gives."""
    languages: dict[str, set[str]] = {}
    for row in export.rows(store, "documents"):
        languages.setdefault(row["symbol"], set()).add(row["lang"])
    mentions: Counter[tuple[str, str, str]] = Counter()
    for row in export.rows(store, "citations"):
        held = languages[row["doc"]]
        if row["lang"] != ("en" if "en" in held else min(held)) or row["status"] in {"self", "elided"}:
            continue
        meant = row["suggest"] if row["status"] == "year-mismatch" and row["suggest"] else row["target"]
        if meant != row["doc"]:
            mentions[row["doc"], meant, row["relation"]] += 1
    return mentions


def test_edges_are_those_of_the_citations_table(store: Store) -> None:
    found = edges.every(store)
    expected = counted(store)
    assert Counter({(e.citing, e.cited, e.relation): e.times for e in found}) == expected
    assert len(found) == len(expected), "one edge for each citing and cited document and relation"
    resolutions = [e for e in found if resolution_number(e.citing) and resolution_number(e.cited)]
    assert len(resolutions) > 1000, "a sample large enough to mean something"
    assert any(len(langs) > 1 for langs in held(store).values()), "with documents held in two languages"


def held(store: Store) -> dict[str, tuple[str, ...]]:
    return {symbol: node.langs for symbol, node in network.whole(store).nodes.items()}


def test_no_edge_leads_to_its_own_document(store: Store) -> None:
    assert not [edge for edge in edges.every(store) if edge.citing == edge.cited]


def test_counts_by_kind_of_paragraph_do_not_exceed_the_mentions(store: Store) -> None:
    for edge in edges.every(store):
        assert 0 <= edge.preambular + edge.operative <= edge.times
        assert 1 <= len(edge.places) <= edge.times
        assert edge.doubtful <= edge.times


def test_an_edge_to_a_later_resolution_is_in_the_text_and_on_record(store: Store) -> None:
    """Whatever leads to a later resolution stands so in the text, number for number, and is reported."""
    whole = network.whole(store)
    later = {
        (edge.citing, edge.cited)
        for edge in whole.edges
        if resolution_number(edge.citing) and resolution_number(edge.cited)
        and registry.adoption(resolution_number(edge.citing)).adopted
        < registry.adoption(resolution_number(edge.cited)).adopted
    }  # fmt: skip
    reported = [problem.message for problem in network.to_the_future(whole)]
    for citing, cited in later:
        surfaces = store.connection.execute(
            "SELECT surface FROM mentions WHERE citing = ? AND cited = ?", (citing, cited)
        )
        assert all(str(resolution_number(cited)) in surface for (surface,) in surfaces)
        assert any(message.startswith(f"{citing} ") and cited in message for message in reported)


def test_walks_and_edges_agree(store: Store) -> None:
    """What a document cites at depth 1, seen from the cited end, is cited by it."""
    for symbol in sorted({edge.citing for edge in edges.every(store)})[::40]:
        for step in walk.neighbours(store, symbol, "cites"):
            back = walk.neighbours(store, step.edge.cited, "cited-by")
            assert step.edge in [one.edge for one in back]
