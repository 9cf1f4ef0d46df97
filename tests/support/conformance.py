"""What every engine must do: one table of documents and queries. Test modules bring the fixtures.

`engine` listened while the documents were stored; `engines` have indexed them afterwards, the default first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import strategies as st
from search_cases import DOCUMENTS, QUERIES, documents

from mandex.corpus.errors import BadQueryError
from mandex.corpus.fold import is_chinese
from mandex.index.engines import And, Engine, Field, Filter, Not, Or, Phrase
from mandex.index.engines.sets import evaluate
from mandex.index.search.fulltext import Hit, matching, search

Place = tuple[str, str, int]
_LETTER: Place = ("S/2015/939", "zh-Hans", 1)


# How near an engine's scores come to the default's: tantivy and Lucene keep lengths of paragraphs in one byte
# each and weigh a paragraph as a whole, its marks too, and a prefix without counting how often words begin
# with it; OpenSearch besides counts by shard, deleted paragraphs too.
NEAR: dict[str, dict[str, float]] = {"tantivy": {"rel": 0.5}, "opensearch": {"rel": 0.9}}


def _places(hits: list[Hit]) -> set[Place]:
    return {(hit.doc, hit.lang, hit.seq) for hit in hits}


def _asked(engine: Engine, query: str) -> set[Place]:
    found = matching(engine.store, engine, query)
    rows = engine.store.connection.execute(
        "SELECT p.id, d.symbol, d.lang, p.seq FROM paragraphs AS p JOIN documents AS d ON d.id = p.doc"
    )
    return {(symbol, lang, seq) for id_, symbol, lang, seq in rows if id_ in found}


@pytest.mark.parametrize(("query", "expected", "reason"), QUERIES, ids=[query for query, _, _ in QUERIES])
def test_query_finds_what_it_names(engine: Engine, query: str, expected: set[Place], reason: str) -> None:
    assert _asked(engine, query) == expected, reason
    hits = search(engine.store, query, limit=100, engine=engine)
    assert _places(hits[: len(expected)]) == expected, "what was asked for comes first"


@pytest.mark.parametrize(
    ("query", "also", "reason"),
    [
        ("asset freeze", _LETTER, "a topic in the other language"),
        ("extension", ("S/RES/2396 (2017)", "en", 2), "the verb of a noun"),
        ("执行局任务期限的延长决定", ("S/RES/2617 (2021)", "zh-Hans", 2), "a description that no text holds"),
        ("pandas freezing passenger assets", ("S/RES/2396 (2017)", "en", 2), "many words, not all of them"),
    ],
)
def test_other_words_are_found_too(engine: Engine, query: str, also: Place, reason: str) -> None:
    assert also in _places(search(engine.store, query, engine=engine)), reason


@pytest.mark.parametrize("query", ["联合国", '"asset freeze"', "人民共和国", '"决议和联合"', "extend*"])
def test_phrases_and_prefixes_find_nothing_else(engine: Engine, query: str) -> None:
    assert _places(search(engine.store, query, limit=100, engine=engine)) == _asked(engine, query)


FILTERS = [
    Filter("paragraph", "one of", (2, 3, 99)),
    Filter("paragraph", "is not", (2,)),
    Filter("document", "is", (1,)),
    Filter("document", "one of", ()),
    Filter("symbol", "is", ("S/RES/2396 (2017)",)),
    Filter("symbol", "is not", ("S/RES/2396 (2017)",)),
    Filter("symbol", "begins", ("s/res/2",)),
    Filter("symbol", "begins", ("S_RES",)),
    Filter("lang", "begins", ("zh",)),
    Filter("lang", "one of", ("en", "zh-Hant")),
    Filter("year", "is", (2017,)),
    Filter("year", "is not", (2017,)),
    Filter("year", "between", (2016, 2020)),
    Filter("year", "between", (2020, 2016)),
    Filter("date", "between", ("2017", "2020-06")),
    Filter("date", "is not", ("2017-01-01",)),
    Filter("kind", "is", ("operative",)),
    Filter("kind", "is not", ("operative",)),
    Filter("verb", "begins", ("decid",)),
    Filter("verb", "is", ("Decides",)),
    Filter("verb", "is", ("",)),
    Filter("force", "is", ("decide",)),
    Filter("force", "is not", ("decide",)),
    Filter("binding", "is", (1,)),
    Filter("binding", "is", (0,)),
    Filter("actor", "is", ("member-states",)),
    Filter("actor", "begins", ("member",)),
    Filter("topic", "one of", ("asset-freeze", "arms-embargo")),
    Filter("topic", "between", ("a", "b")),
    Filter("cites", "is", ("S/RES/1373 (2001)",)),
    Filter("cites", "begins", ("S/RES/13",)),
    Filter("cites", "is not", ("S/RES/1373 (2001)",)),
    Filter("instrument", "is", ("tokyo-convention",)),
]


@pytest.mark.parametrize("filter_", FILTERS, ids=[f"{f.field} {f.test} {f.values}" for f in FILTERS])
def test_facts_are_those_of_the_store(engines: list[Engine], filter_: Filter) -> None:
    expected = evaluate(filter_, engines[0].store.connection, engines[0].matching)
    everything = evaluate(And(()), engines[0].store.connection, engines[0].matching)
    for engine in engines:
        assert engine.matching(filter_) == expected, engine.name
        assert engine.matching(Not(filter_)) == everything - expected, engine.name
        with_word = And((filter_, Or((Phrase(("asset",)), Phrase(("联合",))))))
        assert {id_ for id_, _ in engine.ranked(with_word)} == engine.matching(with_word), engine.name


def test_every_fact_is_tried() -> None:
    assert {one.field for one in FILTERS} == set(get_args(Field))


def test_a_ranking_is_the_same_however_much_of_it_is_asked_for(engine: Engine) -> None:
    node = Or((Phrase(("asset",)), Phrase(("联合",)), Filter("year", "between", (2000, 2030))))
    whole = list(engine.ranked(node))
    assert len(whole) == len(engine.matching(node))
    for most in range(len(whole) + 2):
        assert list(engine.ranked(node, most)) == whole[:most]


def test_indexing_afterwards_is_the_same(engine: Engine) -> None:
    before = [_asked(engine, query) for query, _, _ in QUERIES]
    engine.rebuild()
    assert [_asked(engine, query) for query, _, _ in QUERIES] == before
    assert engine.catch_up() == 0


def test_documents_written_without_the_engine_are_caught_up(engine: Engine) -> None:
    store = engine.store
    store.listeners.clear()
    first, *_ = documents()
    text = "Requests the Secretariat to translate."
    new = replace(first, source="other", paragraphs=(replace(first.paragraphs[0], text=text),), citations=())
    store.put_file(first.source, "2", [replace(new, source=first.source, mandates=())])
    assert engine.catch_up() >= 1
    assert _asked(engine, "secretariat") == {(first.symbol, "en", 1)}
    assert _asked(engine, "passenger") == set()


def test_a_replaced_document_is_seen_at_once(engine: Engine) -> None:
    first, *_ = documents()
    changed = replace(first.paragraphs[1], text="Decides that \u201cnothing\u201d remains;")
    engine.store.put_file(
        first.source, "2", [replace(first, paragraphs=(first.paragraphs[0], changed), mandates=())]
    )
    assert _asked(engine, "nothing") == {(first.symbol, "en", 2)}
    assert _asked(engine, "freeze year:2017") == set()
    assert _asked(engine, "passenger") == set()


def test_a_transaction_that_fails_leaves_the_index_as_it_was(engine: Engine) -> None:
    first, *_ = documents()
    with pytest.raises(ValueError, match="stop"), engine.store.transaction() as db:
        engine.removed(1)
        db.execute("DELETE FROM documents WHERE id = 1")
        raise ValueError("stop")
    assert _asked(engine, "passenger") == {(first.symbol, "en", 3)}


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("聯合國", ["联合国", "聯合國"]),  # each in its own script
        ("freezing", ["freeze", "freeze", "freeze"]),
        ("2018-09-15", ["15 Sept. 2018", "15 September 2018"]),
        ("第1373号", ["1373 (2001)", "1373(2001)", "1373(2001)"]),
        ("“资产冻结”", ["资产冻结"]),
        ("extended*", ["extended"]),
        ('"extend the"', ["extend the"]),
    ],
)
def test_highlights_are_the_words_asked_for(engine: Engine, query: str, marked: list[str]) -> None:
    hits = search(engine.store, query, limit=100, engine=engine)
    assert sorted(hit.snippet[start:end] for hit in hits for start, end in hit.highlights) == marked


def test_every_substring_of_chinese_is_found_and_nothing_else(engine: Engine) -> None:
    text = {
        (symbol, lang, seq): line[3]
        for symbol, lang, _, lines in DOCUMENTS
        for seq, line in enumerate(lines, 1)
        if lang == "zh-Hans"
    }
    for source in text.values():
        for start in range(0, len(source) - 3, 2):
            phrase = source[start : start + 4]
            if not is_chinese(phrase) or any(mark in phrase for mark in '"“”'):
                continue
            found = {place for place in _asked(engine, f'"{phrase}"') if place[1] == "zh-Hans"}
            assert found == {place for place, other in text.items() if phrase in other}, phrase


_PIECES = st.sampled_from(
    [
        "asset", "freeze", "extend*", '"extended"', "联合国", "人", "1373", "S/RES/1373 (2001)", "AND", "OR",
        "NOT", "(", ")", '"', "*", ":", "year:2017", "lang:zh", "kind:annex", "15 September 2018", "“", "^2",
        "-x", "{", "第", "号",
    ]
)  # fmt: skip


typed = st.lists(_PIECES, max_size=8).map(" ".join) | st.text(max_size=30)


def agree(engines: list[Engine], query: str) -> None:
    """Nothing typed is an error, and all engines find the same."""
    try:
        found = [_asked(engine, query) for engine in engines]
        hits = [_places(search(engine.store, query, limit=5, engine=engine)) for engine in engines]
    except BadQueryError as error:
        assert "field" in str(error) or "range" in str(error) or "year" in str(error)
        return
    assert all(places == found[0] for places in found)
    assert all(len(places) == len(hits[0]) for places in hits)


@pytest.mark.parametrize("query", [query for query, expected, _ in QUERIES if expected])
def test_engines_rank_alike(engines: list[Engine], query: str) -> None:
    first, *others = engines
    expected = search(first.store, query, limit=100, engine=first)
    for engine in others:
        hits = search(engine.store, query, limit=100, engine=engine)
        near = NEAR.get(engine.name, {"abs": 1e-3})
        assert [hit.score for hit in hits] == pytest.approx([hit.score for hit in expected], **near)
        assert _places(hits) == _places(expected)
