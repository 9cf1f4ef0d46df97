"""What weighs in a score beside what is met: who says it, and in whose words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.index.lookup import inquiry
from mandex.index.lookup.answers import lookup
from mandex.index.lookup.scoring import judge
from mandex.index.lookup.weights import WEIGHTS

MISSING = "Calls upon all parties to account for missing Kuwaitis and to return their remains;"


@pytest.mark.parametrize(
    ("question", "weighs"),
    [
        ("remains of missing Kuwaitis", True),  # its very words
        ("科威特失踪者遗骸", False),  # pairs of characters are no words: the weights were fitted to English
    ],
)
def test_what_a_paragraph_says_in_the_words_of_the_question_weighs(tmp_path, monkeypatch, question, weighs):
    with Store.open(tmp_path / "base", create=True) as base:
        put(
            base, document("S/RES/9107 (2013)", "2013-06-27", f"OP3 call: {MISSING}", title="Iraq and Kuwait")
        )
        with_it = lookup(base, question)
        without = replace(WEIGHTS, said_itself=0.0)
        monkeypatch.setattr(inquiry, "judge", lambda *given, **named: judge(*given, **named, weights=without))
        without_it = lookup(base, question)
    assert [one.pinpoint for one in with_it] == [one.pinpoint for one in without_it]
    assert all((a.score > b.score) == weighs for a, b in zip(with_it, without_it, strict=True))
    assert bool(with_it) or not weighs
