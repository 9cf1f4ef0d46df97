"""What a question asks that other commands answer, and which resolutions it names."""

import pytest

from mandex.index.lookup.pointers import named, pointers
from mandex.index.lookup.question import understand


@pytest.mark.parametrize(("question", "numbers"), [
    ("is resolution 687 still in force", (687,)),
    ("what does 2231 require", (2231,)),
    ("is 687 still in force", (687,)),  # nothing else is asked for
    ("第687号决议还有效吗", (687,)),
    ("Air India flight 182", ()),  # a number of three figures beside a name
    ("how many soldiers of the 541", ()),
    ("Until when is the 1267 Monitoring Team mandated", ()),  # a body's name
    ("1718委员会还有专家小组吗", ()),
    ("resolution 9999", ()),  # nobody knows such a one
])  # fmt: skip
def test_the_resolutions_that_a_question_names(question, numbers):
    assert named(question, understand(question)) == numbers


CITED_BY, CITES = "'mandex cited-by 1373'", "'mandex cites 1373'"
VOTES, LISTS = "how each member voted is not held", "the lists of names"
REGIMES, EXPIRING, DUE = "'mandex regimes' lists", "'mandex expiring'", "'mandex reports-due'"


@pytest.mark.parametrize(("question", "says"), [
    ("who cites 1373", [CITED_BY]),
    ("which resolutions refer to 1373", [CITED_BY]),
    ("哪些决议引用了1373号决议", [CITED_BY]),
    ("what does 1373 cite", [CITES]),
    ("1373号决议引用了哪些文件", [CITES]),
    ("Who voted against resolution 2334?", ["S/RES/2334 (2016) was adopted on 2016-12-23 (14-0-1)", VOTES]),
    ("谁投了弃权票", [VOTES]),
    ("what had to happen to Koevoet before Namibians voted?", []),  # whose vote it was
    ("Which countries are under sanctions?", [REGIMES]),
    ("哪些国家受到制裁", [REGIMES]),
    ("who is listed under the Haiti sanctions", ["are not held; 'mandex regimes Haiti' says"]),
    ("制裁名单上有谁", [LISTS]),
    ("who may be listed under the Haiti sanctions", []),  # which paragraphs say
    ("How many peacekeepers in Haiti?", ["'mandex missions Haiti'"]),
    ("海地有多少维和人员", ["'mandex missions 海地'"]),
    ("which mandates expire this year", [EXPIRING]),
    ("哪些任务下个月到期", [EXPIRING]),
    ("which reports are due next month", [DUE]),
    ("when does the mandate of UNMISS end", []),  # which paragraphs say
    ("who must report on piracy", []),
    ("passenger name records", []),
])  # fmt: skip
def test_where_a_question_is_answered_that_paragraphs_do_not_answer(question, says):
    told = list(pointers(question, understand(question), {2334}.__contains__))
    assert len(told) == len(says)
    assert all(said in one for said, one in zip(says, told, strict=True))


def test_how_a_resolution_that_is_not_held_was_adopted_is_said_with_that():
    question = "Who voted against resolution 2334?"
    (told,) = pointers(question, understand(question), set().__contains__)
    assert VOTES in told
