"""Mandate lookup on a base of a few paragraphs."""

from __future__ import annotations

import pytest

from mandex.corpus.errors import BadQueryError
from mandex.index.lookup.answers import Wanted, lookup


def places(answers):
    return [(answer.doc[6:10], answer.pinpoint) for answer in answers]


def test_what_demands_comes_before_what_recalls(store):
    found = places(lookup(store, "which resolution obliges States to freeze the funds of terrorists?"))
    assert found[0] == ("1373", "OP1")
    assert found.index(("2133", "OP1")) < found.index(("2133", ""))


@pytest.mark.parametrize("question", ["ransom", "恐怖分子的赎金", "恐怖分子的贖金"])
def test_language_versions_are_one_answer(store, question):
    best = lookup(store, question)[0]
    assert (best.doc, best.pinpoint, best.langs) == ("S/RES/2133 (2014)", "OP3", ("en", "zh-Hans"))
    assert best.lang == ("en" if question == "ransom" else "zh-Hans")


def test_chinese_reaches_what_is_held_in_english_only(store):
    assert places(lookup(store, "哪項決議要求凍結資產"))[0] == ("1373", "OP1")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(force="binding"), {("1373", "OP1")}),
        (Wanted(force="note"), {("2133", "OP1")}),
        (Wanted(year=2014), {("2133", "OP1"), ("2133", ""), ("2133", "OP3")}),
        (Wanted(resolution="S/RES/1373 (2001)"), {("1373", "OP1")}),
        (Wanted(topic="asset-freeze"), {("1373", "OP1"), ("2133", "OP1")}),
        (Wanted(actor="secretary-general"), set()),
        (Wanted(lang="zh"), {("2133", "OP3")}),
    ],
)
def test_filters(store, wanted, expected):
    assert set(places(lookup(store, "terrorists freeze ransom", wanted))) == expected


def test_an_answer_says_why(store):
    assert "ransom: demand" in lookup(store, "ransom terrorists")[0].why


def test_a_question_without_content(store):
    with pytest.raises(BadQueryError, match="nothing to look for"):
        lookup(store, "which resolution?")


def test_nothing_found(store):
    assert lookup(store, "zorbing") == []
