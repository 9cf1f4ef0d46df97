"""The words of a question are looked for among those that begin alike; none that has its stem is missed."""

from __future__ import annotations

from mandex.corpus import tables
from mandex.corpus.fold import FIRST_HAN
from mandex.index.lookup import vocabulary
from mandex.index.text.terms import tokens


def test_every_wording_begins_as_its_first_word_is_looked_for() -> None:
    missed = []
    for entry in vocabulary._entries():
        for wording in (one for one in entry.asked if one[0] < FIRST_HAN):
            first = next(tokens(wording), None)
            if first is None or first.start > 0:
                continue
            begins = vocabulary._beginning(wording[: first.end].lower(), first.term)
            if tables.beginning(wording, len(begins)) != begins:
                missed.append(wording)
    assert missed == []


def test_a_stem_that_is_written_otherwise_is_looked_for_by_two_letters() -> None:
    assert vocabulary._beginning("paying", "pai") == "pa", "begins as *pays* does, not as its stem"
    assert vocabulary._beginning("taken", "take") == "ta", "*took* is one of them"
    assert vocabulary._beginning("passenger", "passenger") == "pas"
