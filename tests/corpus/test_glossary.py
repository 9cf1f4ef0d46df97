"""The glossary joins wordings of one thing: none is empty, doubled, or in the wrong column or script."""

from __future__ import annotations

import re
from collections import Counter

from mandex.corpus import glossary
from mandex.corpus.fold import fold

HAN = re.compile(r"[\u3400-\u9fff]")


def test_every_term_has_wordings_in_both_languages():
    for term in glossary.terms():
        assert all(wording.strip() == wording != "" for wording in (*term.en, *term.zh)), term
        assert not any(HAN.search(wording) for wording in term.en), term
        assert all(HAN.search(wording) for wording in term.zh), term


def test_no_wording_is_listed_twice_under_one_term():
    for term in glossary.terms():
        for wordings in (term.en, term.zh):
            assert max(Counter(map(str.lower, wordings)).values()) == 1, term


def test_chinese_is_simplified():
    wordings = [wording for term in glossary.terms() for wording in term.zh]
    assert [wording for wording in wordings if fold(wording) != wording.lower()] == []


def test_sources_are_named():
    assert {term.source for term in glossary.terms()} == {"editors", "UNBIS"}


def test_mined_pairs_are_sure_and_one_to_one():
    assert glossary.mined()
    assert all(len(term.en) == len(term.zh) == 1 for term in glossary.mined())
