"""Ranking, facets, suggestions, more like this: what is the same whatever the engine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from search_cases import base, documents

from mandex.cli import main
from mandex.corpus.errors import BadQueryError, NothingFoundError
from mandex.corpus.expressions import Expression
from mandex.corpus.model import Paragraph, Span
from mandex.corpus.store import Store
from mandex.index.engines import open_engine
from mandex.index.search.facets import facets
from mandex.index.search.fulltext import search, total
from mandex.index.search.query import All, Word, leaves, parse
from mandex.index.search.similar import like
from mandex.index.search.suggestions import suggest


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with base(tmp_path) as store:
        yield store


def test_a_named_document_comes_before_whoever_cites_it(store: Store) -> None:
    first, *_ = search(store, "2396")
    assert (first.doc, first.pinpoint) == ("S/RES/2396 (2017)", "OP1")


@pytest.mark.parametrize(
    ("query", "doc"),
    [
        ("on extension of the asset freeze until 15 Sept. 2018", "S/RES/2396 (2017)"),  # the date decides
        ("关于延长执行局任务期限至2025年12月31日的决议", "S/RES/2617 (2021)"),
        ("renewal of the Executive Directorate mandate until 31 December 2025", "S/RES/2617 (2021)"),
    ],
)
def test_a_description_finds_its_document(store: Store, query: str, doc: str) -> None:
    hits = search(store, query, by="document")
    assert hits[0].doc == doc
    assert len({(hit.doc, hit.lang) for hit in hits}) == len(hits), "a document is listed once"


def test_a_wording_keeps_the_words_that_it_says_twice() -> None:
    """*On extension of the mandate of the Mission* is that title; a word for a search it is once."""
    tree = parse("of the mandate of the Mission")
    assert isinstance(tree, All)
    assert tree.parts == tuple(map(Word, ("of", "the", "mandate", "of", "the", "Mission")))
    assert parse("peace AND peace") == parse("peace")
    assert [leaf.text for leaf in leaves(parse("peace of peace")) if isinstance(leaf, Word)] == [
        "peace",
        "of",
    ]


def test_scores_never_rise(store: Store) -> None:
    for query in ("asset freeze", "1373", "extend mandate freeze assets list"):
        scores = [hit.score for hit in search(store, query)]
        assert scores == sorted(scores, reverse=True)


def test_lang_restricts_and_reads_across(store: Store) -> None:
    assert {hit.lang for hit in search(store, "1373", lang="zh")} == {"zh-Hans", "zh-Hant"}
    across = {hit.doc for hit in search(store, "资产冻结", lang="en")}
    assert across == {"S/RES/2396 (2017)", "S/RES/2560 (2020)"}


def test_facets_count_all_that_is_found(store: Store) -> None:
    counts = {
        (c.facet, c.value): (c.documents, c.paragraphs) for c in facets(store, "1373", ["lang", "year"])
    }
    assert counts["lang", "en"] == (1, 1)
    assert counts["lang", "zh-Hant"] == (1, 1)
    assert counts["year", "2021"] == (2, 2)
    assert [c.value for c in facets(store, "asset freeze", ["topic"])] == ["asset-freeze"]
    with pytest.raises(BadQueryError, match="facets are year"):
        facets(store, "x", ["colour"])


def test_suggestions_are_printed_words(store: Store) -> None:
    assert suggest(store, "pasenger freeze extnsion") == {"pasenger": "passenger", "extnsion": "extension"}
    assert suggest(store, "xylophone") == {}


def test_a_phrase_longer_than_the_index_is_asked_for_is_told_by_the_text(tmp_path: Path) -> None:
    long = " ".join(f"word{n}" for n in range(100))
    with base(tmp_path) as store:
        text = f"Decides that {long} last;"
        paragraphs = (Paragraph(1, "operative", "1", text, Span(0, len(text)), "Decides"),)
        document = replace(
            documents()[0],
            symbol="S/RES/2700 (2023)",
            source="long",
            sha256="long",
            text=text,
            paragraphs=paragraphs,
            citations=(),
            mandates=(),
            entities=(),
        )
        store.put_file(document.source, document.sha256, [document])
        open_engine(store).catch_up()
        assert [hit.doc for hit in search(store, f'"{long} last"')] == ["S/RES/2700 (2023)"]
        assert search(store, f'"{long} first"') == []


def test_words_of_taiwan_find_those_of_the_mainland(tmp_path: Path) -> None:
    text = "请会员国防止恐怖分子利用网络传播信息;"
    with base(tmp_path) as store:
        document = replace(
            documents()[0], symbol="S/RES/2700 (2023)", lang="zh-Hans", source="zh", sha256="zh", text=text,
            paragraphs=(Paragraph(1, "operative", "1", text, Span(0, len(text)), "请"),),
            citations=(), mandates=(), entities=(),
        )  # fmt: skip
        store.put_file(document.source, document.sha256, [document])
        open_engine(store).catch_up()
        for query in ("網路", "資訊", "網絡", "資訊 恐怖", "NOT 制裁 資訊"):
            assert [hit.doc for hit in search(store, query)] == ["S/RES/2700 (2023)"], query
        assert search(store, "飛機") == []


def test_a_true_answer_is_found_behind_many_that_the_text_fails(tmp_path: Path) -> None:
    """*frozen assets* in the words of the index is also *freeze asset*, which ranks before it here."""
    lines = ["Recalls the freeze of assets, freeze asset, freeze asset;"] * 60
    lines.append("Recalls, among much else that was decided on that day, the frozen assets of others;")
    with base(tmp_path) as store:
        paragraphs, at = [], 0
        for seq, text in enumerate(lines, 1):
            paragraphs.append(
                Paragraph(seq, "operative", str(seq), text, Span(at, at + len(text)), "Recalls")
            )
            at += len(text) + 1
        document = replace(
            documents()[0], symbol="S/RES/2700 (2023)", source="many", sha256="many", text="\n".join(lines),
            paragraphs=tuple(paragraphs), citations=(), mandates=(), entities=(),
        )  # fmt: skip
        store.put_file(document.source, document.sha256, [document])
        open_engine(store).catch_up()
        found = [(hit.doc, hit.pinpoint) for hit in search(store, '"frozen assets"', limit=1)]
        assert found == [("S/RES/2700 (2023)", "OP61")]
        assert total(store, '"frozen assets"') == total(store, '"frozen assets"', by="document") == 1
        assert total(store, "freeze") > total(store, "freeze", by="document") > 1


@pytest.mark.parametrize(
    ("query", "refused"),
    [
        ("(" * 40 + "asset", ""),  # brackets that nobody closes
        ("(" * 5000 + "asset", "nested too deep"),
        ("NOT " * 5000 + "asset", "nested too deep"),
        (" OR ".join("asset" for _ in range(5000)), ""),  # the same again and again
        (" OR ".join(f"word{n}" for n in range(200)) + " OR asset", "201 alternatives"),
        ("asset " + " ".join(f'NOT "word{n}"' for n in range(201)), "201 alternatives"),
        ("asset " + " ".join(f"word{n}" for n in range(2000)), ""),  # a page of text is a description
    ],
)
def test_a_query_of_any_size_is_answered_or_refused(store: Store, query: str, refused: str) -> None:
    if refused:
        with pytest.raises(BadQueryError, match=refused):
            search(store, query)
    else:
        assert search(store, query)


def test_like_finds_other_documents_only(store: Store) -> None:
    hits = like(store, "2396 OP1")
    assert hits[0].doc == "S/RES/2560 (2020)"
    assert "S/RES/2396 (2017)" not in {hit.doc for hit in hits}
    with pytest.raises(NothingFoundError, match="does not hold"):
        like(store, "2396 OP99")


def _run(store: Store, *arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, ["--kb", str(store.folder), "search", *arguments])
    return done.exit_code, done.stdout, done.stderr


def test_command_prints_rows(store: Store) -> None:
    code, out, _ = _run(store, "asset", "freeze", "--format", "json", "-n", "1")
    row = json.loads(out)
    assert code == 0
    assert {"doc", "lang", "pinpoint", "score", "snippet", "highlights"} <= row.keys()
    assert [row["snippet"][start:end] for start, end in row["highlights"]][:1] == ["asset"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("zebra",), 1, ""),
        (("pasenger",), 1, "did you mean 'passenger'?"),
        (("freeze", "zebra"), 0, "no paragraph has all that is asked"),
        (("colour:red",), 2, "the fields are symbol, year"),
        (("year:[a TO b]",), 2, "year:[2014 TO 2017]"),
        (("date:[a TO b]",), 2, "is no date"),
        (("asset", "--since", "2018", "--until", "2020-06"), 0, ""),
        (
            ("asset", "--until", "2010"),
            1,
            "(--until 2010-12-31); 2 paragraphs have it",
        ),
        (("--like", "2396 OP1", "--since", "2018"), 2, "go with a QUERY"),
        (("--facets", "year", "freeze"), 0, ""),
        ((), 2, "a QUERY"),
    ],
    ids=str,
)
def test_command_exit_codes_and_messages(
    store: Store, arguments: tuple[str, ...], code: int, said: str
) -> None:
    found, out, err = _run(store, *arguments)
    assert found == code
    assert said in err
    assert "\x1b" not in out, "no colour but on a terminal"


def test_the_expressions_of_a_question_are_made_once(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    """Compiling one takes milliseconds; each hit is marked with those of the first."""
    made: list[str] = []
    compiled = Expression.__init__

    def counted(self: Expression, pattern: str, flags: int = 0) -> None:
        made.append(pattern)
        compiled(self, pattern, flags)

    monkeypatch.setattr(Expression, "__init__", counted)
    hits = search(store, '"member states" OR transf* OR 1373', limit=20)
    assert len(hits) > 1
    assert len(made) == len(set(made))
