"""Of answers that are met alike, that which has the Council's words for the question's comes first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mandate_documents import document, put

from mandex.corpus import renderings
from mandex.corpus.store import Store
from mandex.index.lookup import inquiry, rendered
from mandex.index.lookup.answers import find
from mandex.index.lookup.question import understand
from mandex.index.lookup.rendered import Asked, renders

NOTHING = understand("观察员 住宿费")


@pytest.fixture
def _few(monkeypatch):
    """Tables of few words only, whatever the real ones have."""
    monkeypatch.setattr(renderings, "asked", {"hotel": [100, 0]}.get)
    monkeypatch.setattr(renderings, "said", {"lodg": [100, 0], "food": [20, 90], "pay": [-9, 9]}.get)


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
        asked = understand("观察员 hotel")
        chinese = [[one for one in group if one[1].lang != "en"] for group in _groups(base, "观察员住宿费")]
        found, other = (rendered.by_renderings(base, chinese, one) for one in (asked, NOTHING))
    assert _rendered(found) > _rendered(other)


def _groups(base, question):
    kept = []

    def keep(store, groups, asked):
        kept.extend(groups)
        return list(groups)

    real, inquiry.by_renderings = inquiry.by_renderings, keep
    try:
        find(base, question)
    finally:
        inquiry.by_renderings = real
    return kept


def _rendered(groups):
    ((_, place),) = groups[0]
    return place.candidate.rendered


def test_what_can_be_read_in_the_language_of_the_question_comes_first(tmp_path):
    with Store.open(tmp_path / "base", create=True) as base:
        for symbol, day in (("S/RES/9109 (2014)", "2014-06-27"), ("S/RES/9110 (2015)", "2015-06-27")):
            text = "OP1 call: Calls upon Ruritania to spare the observers;"
            put(base, document(symbol, day, text, title="Observers", lang="en"))
        text = "OP1 call: 呼吁卢里塔尼亚放过观察员；"
        put(base, document(symbol, day, text, title="观察员", lang="zh-Hans"))
        groups = _groups(base, "observers in Ruritania 观察员")
        asked = understand("观察员 observers")
        first = rendered.by_renderings(base, groups, asked)[0]
    assert {place.lang for _, place in first} == {"en", "zh-Hans"}


@pytest.mark.usefixtures("_few")
@given(st.sets(st.sampled_from(["lodg", "food", "observer", "pay"])))
def test_a_term_near_what_is_asked_brings_a_text_nearer_and_an_unknown_one_changes_nothing(text):
    asked = Asked(["hotel", "unknown"])
    assert asked.near(text | {"lodg"}) >= asked.near(text)
    assert asked.near(text | {"observer"}) == asked.near(text)
    assert Asked([]).near(text) == Asked(["unknown"]).near(text) == 0.0


def test_numbers_and_words_of_every_sentence_render_nothing():
    assert renders("The 120 observers of 2013 pay in Ruritania") == {"observer", "pay", "ruritania"}
