"""What questions ask for, in both languages and both scripts."""

from __future__ import annotations

import pytest

from mandex.index.lookup.question import understand


def wordings(text: str) -> set[str]:
    return {wording for concept in understand(text).concepts for wording in concept.wordings}


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("which resolution requires passenger name records?", "旅客姓名记录"),  # English asks
        ("哪项决议要求收集旅客姓名记录？", "passenger name record"),  # Chinese asks
        ("哪一項決議要求旅客姓名記錄", "passenger name record"),  # traditional script
        ("ban on blood diamonds", "rough diamonds"),  # what people say for what texts print
        ("禁止飛彈", "ballistic missile"),  # a regional name
        ("no-fly zone Libya", "ban on all flights"),  # begins with a word that elsewhere is none of content
        ("arms embargo on the DPRK", "朝鲜"),  # a country by its abbreviation
    ],
)
def test_wordings_of_both_languages(question, meant):
    assert meant in wordings(question)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("which resolution requires biometrics?", ["biometrics"]),  # words of asking fall away
        ("哪项决议要求木炭", ["木炭"]),
        ("Who must report?", ["report"]),  # who asks here
        ("reports of the WHO", ["reports", "who"]),  # and is the organization here
        ("What does S/RES say about zorbing", ["zorbing"]),  # what no vocabulary knows is kept
    ],
)
def test_what_is_left_of_a_question(question, said):
    left = [concept.said for concept in understand(question).concepts]
    assert [word for word in left if word not in ("s", "res")] == said


@pytest.mark.parametrize(
    ("question", "wish"),
    [
        ("resolution establishing the panel of experts on DPRK", "establish"),
        ("哪项决议设立了专家小组", "establish"),
        ("what ended the mission in Mali", "end"),
        ("解除對索馬里的武器禁運", "end"),
        ("current mandate of UNMISS", "latest"),
        ("联黎部队的任务期限到什么时候", "latest"),
        ("who must freeze assets", "who"),
    ],
)
def test_wishes(question, wish):
    assert wish in understand(question).wishes


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("asset freeze in resolution 1373", {1373}),
        ("设立1540委员会", {1540}),
        ("第2396号决议 旅客", {2396}),
        ("arms embargo 2015", set()),  # a year
        ("resolution 2015", {2015}),  # a number, although it could be a year
        ("up to 12500 troops", set()),
    ],
)
def test_numbers(question, numbers):
    assert understand(question).numbers == numbers


@pytest.mark.parametrize(("question", "plain"), [("send them back everywhere", "back"), ("怎么处理", "处理")])
def test_words_of_every_sentence_do_not_weigh(question, plain):
    """*back* is not *endorse*, though the gazetteer has *backing* for it; 处理 is not *punish*."""
    kinds = {concept.said: concept.kind for concept in understand(question).concepts}
    assert kinds.get(plain) == "plain"


@pytest.mark.parametrize(
    ("question", "founds"),
    [
        ("UNDOF", True),
        ("1540 Committee", True),
        ("前南刑庭", True),
        ("UNDOF mandate", False),
        ("Libya", False),
    ],
)
def test_who_names_a_body_alone_is_shown_what_founded_it(question, founds):
    assert ("establish" in understand(question).wishes) is founds
