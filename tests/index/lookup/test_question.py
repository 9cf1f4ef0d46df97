"""What questions ask for, in both languages and both scripts."""

from __future__ import annotations

import pytest

from mandex.corpus.errors import BadQueryError
from mandex.index.lookup.named_place import place_in
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
        ("網路招募", "internet"),  # Taiwan's word for what the mainland calls 网络
        ("反恐執行局", "counter-terrorism committee executive directorate"),  # and 執行 left as it is
        ("elephant tusks", "wildlife poaching"),
        ("凶手", "perpetrators"),
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
    ("question", "wishes"),
    [
        ("西撒哈拉公投特派團是哪年設的", {"establish"}),  # the day of a beginning: no renewal has it
        ("前南战犯法庭是什么时候决定设立的", {"establish"}),
        ("联黎部队什么时候结束", {"end", "latest"}),
        ("联黎部队要留到什么时候", {"latest"}),
    ],
)
def test_when_asks_for_the_last_renewal_unless_for_the_beginning(question, wishes):
    assert understand(question).wishes == wishes


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("asset freeze in resolution 1373", {1373}),
        ("设立1540委员会", {1540}),
        ("第2396号决议 旅客", {2396}),
        ("arms embargo 2015", set()),  # a year
        ("resolution 2015", {2015}),  # a number, although it could be a year
        ("up to 12500 troops", set()),
        ("flight MH370", set()),  # a name's
        ("an event of 541 soldiers, 100 metres or 300 dollars", set()),  # how many
        ("没收300美元以上", set()),
        ("1325 women", {1325}),  # no men
        ("S-400 missiles", set()),
        ("genocide in 1915", set()),  # a year, though no resolution is of it
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


@pytest.mark.parametrize(
    ("question", "wish"),
    [
        ("how long are the blue helmets in Bangui to stay", "latest"),
        ("南苏丹蓝盔延长到几月几日", "latest"),
        ("塞浦路斯维和部队怎么来的", "establish"),
        ("how UNMISS began", "establish"),
    ],
)
def test_wishes_in_everyday_words(question, wish):
    assert wish in understand(question).wishes


@pytest.mark.parametrize(
    ("question", "country"),
    [
        ("blue helmets in Bangui", "central-african-republic"),  # a capital
        ("Mugabe", "zimbabwe"),  # a ruler
        ("萨那的制裁", "yemen"),
        ("大馬士革", "syria"),
        ("Türkiye", "turkiye"),  # an accent among the first letters
        ("Turkish", "turkiye"),
        ("刚果（金）制裁", "democratic-republic-of-the-congo"),  # the brackets belong to the name
        ("剛果（布）", "congo"),
        ("史瓦帝尼", "eswatini"),  # Taiwan's names
        ("寮國", "laos"),
        ("葉門", "yemen"),
        ("Vatican", "holy-see"),
        ("Ceylon", "sri-lanka"),
    ],
)
def test_a_capital_or_a_ruler_stands_for_the_country(question, country):
    assert country in {concept.id for concept in understand(question).concepts}


@pytest.mark.parametrize(
    ("question", "year"),
    [("the 1990 embargo on Iraq", "1990"), ("2004年的决议", "2004"), ("resolution 1990 (2011)", "")],
)
def test_a_year_is_a_concept_of_its_own(question, year):
    assert [c.said for c in understand(question).concepts if c.kind == "year"] == ([year] if year else [])


@pytest.mark.parametrize(
    ("question", "somewhere"),
    [
        ("bombing of hospitals", False),
        ("bombing of hospitals in Aleppo", True),
        ("weapons for Ansar Allah", True),  # a group of one country
        ("weapons for militias", False),
        ("mandate of UNIFIL", True),
    ],
)
def test_whether_a_question_is_about_some_country(question, somewhere):
    assert understand(question).somewhere is somewhere


def test_what_texts_print_for_one_thing_is_not_asked_for_by_another():
    """The row of the raid on Samu has *Jordan* among the words of its texts: *Jordan* alone asks for none."""
    assert not any(228 in concept.numbers for concept in understand("Jordan").concepts)


@pytest.mark.parametrize("question", ["軍火禁令", "武器禁运", "weapons ban", "arms embargo"])
def test_other_words_for_a_measure_are_of_its_topic(question):
    assert {concept.topic for concept in understand(question).concepts} == {"arms-embargo"}


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("the Green March", 380), ("Eichmann", 138), ("艾希曼", 138), ("Boipatong killings", 765),
        ("rape as a weapon", 1820),  # not all that speaks of it
    ],
)  # fmt: skip
def test_of_the_resolutions_that_a_name_stands_for_one_is_meant_first(question, first):
    assert first in {concept.first for concept in understand(question).concepts}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("不许买朝鲜的煤", "煤"),  # a word of one character
        ("煤炭出口", "煤炭出口"),  # not where a longer word holds it
        ("枪支走私", "枪支走私"),
        ("切断自来水", "自来水"),
    ],
)
def test_the_longest_chinese_word_is_taken_even_if_it_has_one_character(question, said):
    assert said in [concept.said for concept in understand(question).concepts]
    assert "枪" not in [concept.said for concept in understand("枪支走私").concepts]


def test_the_figures_after_a_comma_are_no_resolution():
    assert not understand("a troop ceiling of 5,000").numbers
    assert understand("resolution 1973").numbers == {1973}


def test_the_words_of_a_question_tell_and_its_year_does_not():
    said = dict(understand("which body first checks piracy off Somalia, 2008").words)
    assert said["somalia"] > said["check"] > 0
    assert not said.keys() & {"which", "first", "2008"}


def test_a_question_longer_than_any_is_refused():
    understand("6 May 1993 " * 4500)  # in time that grows with its length
    with pytest.raises(BadQueryError, match="55000 characters: ask in 50000 at most"):
        understand("6 May 1993 " * 5000)


@pytest.mark.parametrize(
    ("question", "month", "years"),
    [
        ("UN troops in Cyprus until mid-June 1986", ("june 1986", "1986年6月"), set()),
        ("南苏丹旅行禁令延到2018年5月底", ("may 2018", "2018年5月"), set()),
        ("古特雷斯联任到2026年底", ("2026", "2026年"), set()),
        ("killings in March 2004", ("march 2004", "2004年3月"), {"2004"}),  # no end: it was then
        ("伊拉克账户留2000万美元", None, set()),
        ("arms embargo 2015", None, {"2015"}),
    ],
)
def test_the_month_that_something_lasts_until_stands_in_what_sets_it(question, month, years):
    found = understand(question).concepts
    assert [one.wordings for one in found if one.kind == "month"] == ([month] if month else [])
    assert {one.said for one in found if one.kind == "year"} == years


@pytest.mark.parametrize(
    ("question", "wordings", "others"),
    [
        ("瓦爾德海姆 任命", {"kurt waldheim"}, {"ban ki-moon"}),  # each Secretary-General by himself
        ("help for Congo", {"democratic republic of the congo", "republic of the congo"}, {"goa"}),
        ("阿拉维派在拉塔基亚被屠杀", {"alawite", "latakia"}, set()),
        ("恐袭", {"terrorist attacks"}, set()),
        ("葡萄牙軍隊砲擊村莊", {"shelling"}, set()),  # a character that the conversion does not know
        ("两个战犯法庭关门后由谁接手", {"战犯"}, {"犯法"}),  # no word across two words
    ],
)
def test_names_are_known_in_both_languages(question, wordings, others):
    known = {wording for one in understand(question).concepts for wording in one.wordings}
    assert wordings <= known
    assert known.isdisjoint(others)


@pytest.mark.parametrize(
    ("question", "said"),
    [("不管谁绑的，人质都得马上放", {"人质", "马上"}), ("1974年土耳其登陆", {"土耳其", "登陆", "1974"})],
)
def test_what_counts_or_joins_in_chinese_is_no_word(question, said):
    assert {one.said for one in understand(question).concepts} == said


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("1373 OP2(e)", "1373 OP2(e)"),
        ("what does paragraph 2(e) of resolution 1373 (2001) require?", "1373 OP2(e)"),
        ("who must report under paragraph 6 of 1373", "1373 OP6"),
        ("1540 paragraph 3 export controls", "1540 OP3"),
        ("第2734号决议第1段说什么", "2734 OP1"),
        ("2734決議第1段", "2734 OP1"),
        ("1373 第2段(e)", "1373 OP2(e)"),
        ("2231执行部分第7段", "2231 OP7"),
        # numbers that name no paragraph
        ("1701 20 years on", ""),
        ("paragraph on piracy", ""),
        ("which paragraph of 1540 asks for export controls", ""),
        ("第1373号决议", ""),
        ("preambular paragraph 5 of resolution 1373", ""),  # asks for nothing, and is no answer
    ],
)
def test_the_paragraph_that_a_question_names(question, place):
    assert str(place_in(question) or "") == place
    assert str(understand(question).place or "") == place


def test_a_long_question_names_its_paragraph_in_linear_time():
    assert place_in("paragraph on " * 20_000) is None
    assert place_in("第1373号决议第1段" * 5_000) is not None


@pytest.mark.parametrize(
    ("question", "admission"),
    [
        ("厄立特里亚独立以后加入联合国", True),
        ("阿尔及利亚独立后申请入会", True),
        ("membership of Kuwait in the United Nations", True),
        ("member states must freeze assets", False),
    ],
)
def test_who_asks_for_an_admission(question, admission):
    assert understand(question).admission == admission


@pytest.mark.parametrize(("question", "parties"), [
    ("以阿衝突", ["以色列", "阿拉伯"]),
    ("巴以问题", ["以色列", "巴勒斯坦"]),
    ("印巴冲突", ["印度", "巴基斯坦"]),
    ("黎以边界", ["以色列", "黎巴嫩"]),
    ("以巴黎为例", []),  # a city
    ("印巴观察组", []),  # a body's name
    ("以埃及为例", ["埃及"]),  # a country's own name
])  # fmt: skip
def test_two_parties_by_a_character_each(question, parties):
    known = {"以色列", "阿拉伯", "巴勒斯坦", "黎巴嫩", "印度", "巴基斯坦", "埃及"}
    assert [one.said for one in understand(question).concepts if one.said in known] == parties
