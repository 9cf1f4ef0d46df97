"""Which act a clause performs: cases with the reason for each; no two uses of the table may disagree."""

from __future__ import annotations

import re

import pytest

from mandex.corpus.acts import _FIRST, ACTS, RELATIONS, Act, expressions, performed
from mandex.corpus.fold import fold
from mandex.index.lookup.question import understand

CASES = [
    # the verb of a decision
    ("Decides to extend the mandate of UNMISS until 30 April 2027", "extends"),
    ("Extends the mandate of the Group of Experts", "extends"),
    ("Decides to terminate the measures imposed by paragraph 4 of resolution 1306 (2000)", "ends"),
    ("Decides also to dissolve the Committee established by resolution 864 (1993)", "ends"),
    ("Decides to lift the prohibitions imposed by paragraph 5", "lifts"),
    ("Decides to establish a Committee of the Security Council", "establishes"),
    ("Authorizes the establishment of a multinational force", "establishes"),
    # done to what stands before it
    ("Decides that the mandate of UNTSO shall be extended", "extends"),
    ("Decides that the measures imposed by paragraph 3 shall no longer apply", "lifts"),
    ("Decides that the exception in paragraph 4 (b) will cease to have effect", "ends"),
    ("Decides that the measures on arms are replaced by paragraphs 2 and 3 below", "replaces"),
    ("Decides that all States shall continue to take the measures required by paragraph 1", "continues"),
    # the first act counts: what was established is only spoken of
    ("Decides to extend the mandate and requests the Secretary-General to establish a panel", "extends"),
    ("Decides to extend the Panel established by resolution 1929 (2010)", "extends"),
    # no act of the Council on something that exists
    ("Decides that all States shall cease the export of arms", None),
    ("Decides that the 1540 Committee shall continue to intensify its efforts", None),
    ("Requests the Secretary-General to continue to report", None),
    ("Decides to remain seized of the matter", None),
    ("决定将联塞部队的任务期限延长至2027年1月31日", "extends"),
    ("决定终止第1521(2003)号决议所规定的措施", "ends"),
    ("决定设立一个安全理事会委员会", "establishes"),
    ("请第1533号决议第8段所设委员会提出报告", None),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "act"), CASES)
def test_the_act_that_a_clause_performs(clause, act):
    assert performed(fold(clause)) == act


def test_every_act_has_words_in_both_languages_and_a_relation():
    for act, tongues in ACTS.items():
        assert act in RELATIONS
        for tongue in ("en", "zh"):
            assert expressions(act, tongue, "verbs"), f"no verb for {act} in {tongue}: {tongues}"


@pytest.mark.parametrize(
    ("question", "wish"),
    [
        ("who established the Libya panel", "establish"),
        ("when were the sanctions on Liberia terminated", "end"),
        ("which resolution lifted the arms embargo", "end"),
        ("who extended MINUSCA", "latest"),
        ("哪项决议设立了中非特派团", "establish"),
        ("哪项决议解除了军火禁运", "end"),
    ],
)
def test_questions_wish_for_the_same_acts(question, wish):
    assert wish in understand(question).wishes


@pytest.mark.parametrize("act", ACTS)
def test_what_is_done_begins_with_letters_that_are_looked_for(act: Act) -> None:
    """An act is tried only where a word begins with one of them."""
    for expression in expressions(act, "en", "done"):
        words = re.match(r"(?:\(\?:)?([a-z|]+)", expression)
        assert words and {word[0] for word in words[1].split("|")} <= set(_FIRST), expression
