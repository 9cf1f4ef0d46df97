"""Of answers that are met alike, that which has the Council's words for the question's comes first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.index.lookup import answers, rendered
from mandex.index.lookup.answers import find
from mandex.index.lookup.rendered import rendering, renders

HOTEL = {"hotel": {"lodg": 1000.0}}


@pytest.fixture
def _few(monkeypatch):
    """A table of one word only, whatever the real one has."""
    monkeypatch.setattr(rendered, "renderings", lambda term: HOTEL.get(term, {}))


@pytest.mark.usefixtures("_few")
def test_of_two_paragraphs_met_alike_the_one_with_the_councils_word_comes_first(tmp_path):
    with Store.open(tmp_path / "base", create=True) as base:
        put(
            base,
            document(
                "S/RES/9107 (2013)",
                "2013-06-27",
                "OP1 call: Calls upon Ruritania to pay for the catering of observers;",
                "OP2 call: Calls upon Ruritania to pay for the lodging of observers;",
                title="Ruritania",
            ),
        )
        asked = "observers in Ruritania hotel bills"
        first = find(base, asked).answers[0]
        judged = [(one.pinpoint, one.score) for one in find(base, asked).answers]
    assert first.pinpoint == "OP2"
    assert dict(judged)["OP2"] > dict(judged)["OP1"]


@pytest.mark.usefixtures("_few")
def test_a_paragraph_held_in_chinese_has_the_words_of_its_english_version(tmp_path):
    with Store.open(tmp_path / "base", create=True) as base:
        both = [
            document("S/RES/9108 (2014)", "2014-06-27", text, title=title, lang=lang)
            for text, title, lang in (
                ("OP1 call: Calls upon States to pay for the lodging of observers;", "Observers", "en"),
                ("OP1 call: 呼吁各国支付观察员的住宿费；", "观察员", "zh-Hans"),
            )
        ]
        for one in both:
            put(base, one)
        asked = answers.understand("观察员 hotel")
        chinese = [[one for one in group if one[1].lang != "en"] for group in _groups(base, "观察员住宿费")]
        found = rendered.by_renderings(base, chinese, asked)
    assert [place.candidate.rendered > 0 for group in found for _, place in group] == [True]


def _groups(base, question):
    kept = []

    def keep(store, groups, asked):
        kept.extend(groups)
        return list(groups)

    real, answers.by_renderings = answers.by_renderings, keep
    try:
        find(base, question)
    finally:
        answers.by_renderings = real
    return kept


@given(st.sets(st.sampled_from(["lodg", "food", "observer", "pay"])), st.floats(1, 5000))
def test_more_of_the_councils_words_never_render_less_in_a_text_as_long(text, times):
    known = {"hotel": (1.0, {"lodg": times, "food": 2.0})}
    assert rendering(known, text | {"lodg"}) >= rendering(known, text)
    assert rendering({}, text) == 0.0


def test_numbers_and_words_of_every_sentence_render_nothing():
    assert renders("The 120 observers of 2013 pay in Ruritania") == {"observer", "pay", "ruritania"}
