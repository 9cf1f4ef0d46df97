"""Bare headings come after the paragraphs that demand something."""

from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.index.engines.entries import COLUMNS, WEIGHTS
from mandex.index.search.fulltext import search


def test_a_heading_comes_last(tmp_path):
    with Store.open(tmp_path, create=True) as store:
        put(
            store,
            document("S/RES/1970 (2011)", "2011-02-26", "HH: Asset freeze",
                     "OP17 decide asset-freeze: Decides that all States shall freeze assets and funds;"),
        )  # fmt: skip
        assert [hit.kind for hit in search(store, "freeze")] == ["operative", "heading"]


def test_no_kind_of_paragraph_counts_less():
    assert min(zip(WEIGHTS, COLUMNS, strict=True))[1] == "heading"
