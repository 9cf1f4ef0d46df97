"""What a wording brings or drops: real wordings, each with its reason."""

from __future__ import annotations

from collections import Counter

import pytest
from texts import resolution

from mandex.index.compare.comparison import compare
from mandex.index.compare.matters import Matter, matters
from mandex.index.compare.wording import content, spoken
from mandex.index.compare.words import differences

CASES = [
    ("2108 (2013) OP7: a clause came in",
     "stresses the need to ensure that UNDOF has the capacity and resources to fulfil the mandate;",
     "stresses the need to ensure that UNDOF has the capacity and resources to fulfil the mandate, as well as"
     " to enhance the Force’s ability to do so in a safe and secure way;",
     [("", "to enhance the Force’s ability to do so in a safe and secure way")]),
    ("2752 (2024) PP4: one noun took another's place",
     "to stop the illicit trafficking of small arms, light weapons, and ammunition to Haiti;",
     "to stop the illicit trafficking of arms and related materiel to Haiti;",
     [("small arms, light weapons, and ammunition", "related materiel")]),
    ("2229 (2015) PP14: what fell out",
     "Strongly condemning the detention of peacekeepers, and emphasizing the need to hold to account those"
     " responsible,",
     "Strongly condemning the detention of peacekeepers,",
     [("emphasizing the need to hold to account those responsible", "")]),
    ("2674 (2023) OP5(c), in Chinese: two clauses of one matter",
     "在全岛促进和平教育，以此促进两族间建立信任；",
     "在全岛促进和平教育，以此促进两族间建立信任，此外支持和平教育项目，以增加各族群之间的接触和协作，促进青年切实参与；",
     [("", "此外支持和平教育项目，以增加各族群之间的接触和协作，促进青年切实参与")]),
    ("2561 (2021) PP9: a Chinese word with what it is listed with",
     "还鼓励青年充分、有效和有意义地参与这一进程，", "还鼓励青年充分、平等和有意义地参与这一进程，",
     [("还鼓励青年充分、有效", "还鼓励青年充分、平等")]),
    ("two demands that came in are two matters",
     "Calls on all parties to cooperate with UNDOF;",
     "Calls on all parties to cooperate with UNDOF, welcomes prompt reporting of obstacles to its mandate,"
     " and requests the donors to equip the observation posts;",
     [("", "welcomes prompt reporting of obstacles to its mandate"),
      ("", "requests the donors to equip the observation posts")]),
    ("2674 (2023) OP14: what two changes leave between them is no part of either",
     "condemns the attack on an UNFICYP vehicle on 21 May while patrolling in the buffer zone and calls for"
     " the perpetrators of it to be held to account; the buffer zone;",
     "condemns any attack on UNFICYP and its personnel and calls for the perpetrators of such attacks to be"
     " held to account; the buffer zone;",
     [("attack on an UNFICYP vehicle on 21 May while patrolling in the buffer zone",
       "any attack on UNFICYP and its personnel")]),
    ("2674 (2023) OP12: nor is what is only spelt otherwise beside it",
     "to respect the integrity of the buffer zone, to remove all constructions",
     "to respect the integrity and inviolability of the Buffer Zone, to remove all constructions",
     [("", "inviolability of the Buffer Zone")]),
    ("401 (1976) PP1, OP1: letters that scans confuse",
     "Voting the maintenance of the Peace-kceping Force in the island,",
     "Noting the maintenance cf the Peace-keeping Force in the island,", []),
    ("not letters that they do not",
     "Recalling the police in the island,", "Recalling the policy in the island,",
     [("police", "policy")]),
    ("645 (1989) OP(c): what a scan leaves of a word", "to submit al at the end of this period a report",
     "to submit at the end of this period a report", []),
    ("1568 (2004) PP4: a name in full beside its initials",
     "it is necessary to keep the United Nations peacekeeping force in Cyprus (UNFICYP) beyond 15 June 2004,",
     "it is necessary to keep UNFICYP beyond 15 December 2004,", []),
    ("444 (1979) OP4: a name completed on both sides",
     "Decides to renew the mandate of the United Nations Interim Force in Lebanon for five months;",
     "Decides to renew the mandate of the Force for five months;", []),
    ("401 (1976) PP7: and before it", "to extend the stationing of the Force in Cyprus for six months,",
     "to extend the stationing of the United Nations Peace-keeping Force in Cyprus for six months,", []),
    ("444 (1979) PP3: the next report on the same",
     "Having considered the report of the Secretary-General dated 13 September 1978 on those resolutions,",
     "Having studied the report of the Secretary-General on the United Nations Interim Force in Lebanon of"
     " 12 January 1979, contained in document S/13026 and Corr.1,", []),
    ("degree, tense and connection", "Expressing grave concern at the continued violence and,",
     "Expressing its deep concern at the continuing violence, as well as,", []),
    ("hyphens", "the mid-term report on the round-table process",
     "the midterm report on the roundtable process", []),
    ("2642 (2022) OP4: a demand in words of no matter",
     "欢迎人道主义组织所作的努力，", "欢迎人道主义组织所作的努力，敦促它们为此加紧采取进一步举措，",
     [("", "敦促它们为此加紧采取进一步举措")]),
    ("a Chinese verb of recognition", "在这方面肯定妇女的作用，", "在这方面确认妇女的作用，", []),
    ("a Chinese synonym", "请各国共享信息，", "请各国分享信息，", []),
    ("what is said more often than before",
     "Requests it to build resilience and to support institutions of the State in the recovery of the land;",
     "Requests it to build resilience and to support institutions of the State in the recovery of the land,"
     " including building institutions;", [("", "including building institutions")]),
    ("a point added to a list whose word stands elsewhere",
     "请妇女充分、平等和切实参与，确保所有平民的安全，",
     "请妇女充分、平等、安全和切实参与，确保所有平民的安全，",
     [("", "安全和切实参与")]),
    ("a body named in full for its short name",
     "Requests UNMISS and the Panel to cooperate;",
     "Requests the United Nations Mission in South Sudan (UNMISS) and the Panel to cooperate;", []),
    ("dates and citations are told as such", "until 31 July 2024, as set out in resolution 2693 (2023)",
     "until 31 July 2025, as set out in resolution 2745 (2024)", []),
    ("a short name defined", "the Panel of Experts (hereafter “the Panel”) shall report",
     "the Panel of Experts shall report", []),
    ("1812 (2008) OP17: an agreement by its initials", "the signatories of the Comprehensive Peace Agreement",
     "the signatories of the CPA", []),
    ("1772 (2007) OP8: initials of what is spelt out in the other",
     "to assist the Federal Institutions with the national reconciliation congress, and to block the process",
     "to assist the Federal Institutions with the national reconciliation congress, and to block the NRC or"
     " the process", []),
    ("1772 (2007) PP6: a country by another name", "the post-conflict restoration of Somalia,",
     "the post-conflict restoration in the country,", []),
    ("1846 (2008) OP10: what stands between two changes is none",
     "for a period of six months from the date of this resolution, States cooperating with the TFG",
     "for a period of twelve months from the date of this resolution States and regional organizations"
     " cooperating with the TFG", [("", "regional organizations")]),
    ("1921 (2010) PP17: what completes a name", "at the request of the Government, and stressing",
     "at the request of the Government of Nepal, and stressing", []),
    ("2342 (2017): a country by its name", "the situation in Somalia, and violence",
     "the situation in that country, and violence", []),
    ("864 (1993) OP2: a misprint", "at any time within the period of the mandate authorized by it",
     "at any time within the period of the mandate authonzed by it", []),
    ("864 (1993) PP6: what only leads on", "Welcoming and supporting the efforts of the Secretary-General",
     "Welcoming also and supporting to that end the efforts of the Secretary-General", []),
    ("864 (1993) PP8: a word that widens", "advancing the implementation of the Peace Accords for Angola,",
     "advancing the full implementation of the Peace Accords for Angola,", [("", "full implementation")]),
    ("2561 (2021) PP12: a word that narrows, beside another change",
     "that the prolonged closure of the crossing points threatens to set back the progress made",
     "that the continued and prolonged closure of some crossing points threatens to set back the progress",
     [("", "continued prolonged"), ("", "some crossing")]),
    ("2561 (2021) OP8: a word of time", "through providing full access to all areas and responding,",
     "through providing full access without delay to all areas and responding,", [("", "without delay")]),
    ("2588 (2021) PP2, in Chinese: whose partners", "当局与国际伙伴协调，", "当局与区域和国际伙伴协调，",
     [("国际伙伴", "区域和国际伙伴")]),
    ("that a concern goes on is degree", "Expressing its concern at the violence,",
     "Expressing its continued concern at the violence,", []),
    ("1818 (2008) OP7: no rest of a date", "to submit a report on implementation by 1 June 2008;",
     "to submit a report on implementation by 1 December 2008 and to keep the Council updated on events;",
     [("", "keep the Council updated on events")]),
    ("words that say the same",
     "Urges all parties to cease the abductions, uncrewed flights and to adhere to it,",
     "Urges all parties to halt the abductions, unmanned flights and to comply with it,", []),
    ("2648 (2022) PP8: the same, of which the change cuts a part", "尤其注意到打击小武器和轻武器扩散委员会，",
     "尤其注意到打击轻小武器扩散委员会，", []),
    ("the same in Chinese", "谴责对特派团的一切攻击，", "谴责对特派团的一切袭击，", []),
    ("602 (1987) OP4: a country by its full name",
     "all forces occupying the People’s Republic of Angola now,",
     "all forces occupying Angola now,", []),
    ("one spelling for another", "organized crime and the fueling of armed labor conflicts,",
     "organised crime and the fuelling of armed labour conflicts,", []),
    ("2097 (2013) PP2: which report it is", "Welcoming the ninth report of the Secretary-General,",
     "Welcoming the tenth report of the Secretary-General,", []),
    ("2097 (2013) PP3: one adverb or adjective for another", "Welcoming the steady progress achieved,",
     "Welcoming the significant progress achieved,", [("steady", "significant")]),
    ("2097 (2013) OP16: initials among other words",
     "to strengthen coordination with regional countries through the WACI, and to build trust;",
     "to strengthen coordination with countries in the region through the West Africa Coast Initiative, and"
     " to build trust;", []),
    ("1893 (2009) PP5: one of several changes at a place says something",
     "the persistence of cases of human rights violations against civilians, including sexual violence,",
     "the persistence of reported human rights violations against civilians in different parts of the island,"
     " including sexual violence,", [("", "different parts of the island")]),
    ("2688 (2023) PP4, in Chinese: a clause that says something anew of those named",
     "关切局势，促请所有签署国充分履行承诺，",
     "关切局势，重申安理会支持各国和各区域努力促进和平与稳定，促请所有签署国充分履行承诺，",
     [("", "重申安理会支持各国和各区域努力促进和平与稳定")]),
    ("2470 (2019) OP8: a clause that asks something anew of those named",
     "Notes that the Government has no policy and intends to develop one;",
     "Notes that the Government has no policy and intends to develop one, and encourages the"
     " Government to adopt it soon;",
     [("", "encourages the Government to adopt it soon")]),
    ("what the paragraph says already, said again",
     "Calls upon all States to freeze funds and to report to the Committee on the steps taken;",
     "Calls upon all States to freeze funds and to report to the Committee on the steps taken, and to"
     " freeze funds and to report on steps taken to the Committee;", []),
]  # fmt: skip


@pytest.mark.parametrize(("why", "old", "new", "expected"), CASES, ids=[case[0] for case in CASES])
def test_matters_of_one_wording_alone(why: str, old: str, new: str, expected: list[tuple[str, str]]) -> None:
    known = Counter(spoken(old)), Counter(spoken(new))
    found = list(matters(list(differences(old, new)), *known, lambda phrase, came: False))
    assert found == [Matter(*one) for one in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("to continue its efforts to disarm groups", ["disarm", "group"]),
        ("继续开展排雷工作", ["排雷"]),
        ("以及安理会主席声明(S/PRST/2020/9)", []),
        ("until 31 January 2025, pursuant to paragraph 9 of resolution 1807 (2008)", []),
    ],
)
def test_content(text: str, expected: list[str]) -> None:
    assert content(text) == expected


STANDS = "1. Decides to extend the mandate of the Panel of Experts until 28 February 2024;"
CLAUSE = " and encourages donors to provide more generous gifts to the people who went to the next valley"


def told(old: tuple[str, ...], new: tuple[str, ...], what: str = "measure") -> list[tuple[str, str]]:
    found = compare(resolution(2675, 2023, *old), resolution(2724, 2024, *new))
    return [(c.old, c.new) for d in found.differences for c in d.changes if c.what == what]


def test_a_matter_is_told_unless_it_moved() -> None:
    noted = "2. Notes with concern the shortage of food and water in those places this year"
    other = "3. Welcomes the report of the Group of Friends on the peace process and its findings"
    before, after = (STANDS, f"{noted};", f"{other};"), (STANDS, f"{noted}{CLAUSE};", f"{other};")
    assert told(before, after) == [("", CLAUSE.removeprefix(" and "))]
    assert told((STANDS, f"{noted}{CLAUSE};", f"{other};"), (STANDS, f"{noted};", f"{other}{CLAUSE};")) == []


def test_a_point_split_off_goes_back_to_its_paragraph() -> None:
    """2108 (2013) OP5: the safety of personnel became a paragraph of its own; nothing came in or fell out."""
    calls = (
        "2. Calls on all parties to cooperate fully with the operations of UNDOF and to respect privileges"
    )
    stresses = (
        "tresses the need to enhance the safety and security of observers from Golan in armoured vehicles"
    )
    before = (STANDS, f"{calls}, and s{stresses};")
    after = (STANDS, f"{calls};", f"3. S{stresses};")
    found = compare(resolution(2675, 2023, *before), resolution(2724, 2024, *after))
    assert {(d.old_place, d.new_place) for d in found.differences if d.old and d.new} >= {
        ("OP2", "OP2"), ("OP2", "OP3"),
    }  # fmt: skip
    assert [c for d in found.differences for c in d.changes] == []


def test_who_is_named_is_an_actor() -> None:
    """2644 (2022) OP7, 2266 (2016) PP6."""
    asked = "2. 请{}改善石油设施的安全；"
    assert told((STANDS, asked.format("民族团结政府")), (STANDS, asked.format("利比亚政府")), "actor") == [
        ("民族团结政府", "利比亚政府")
    ]
    works = "2. Expresses its support for the work of the Special {} to the Secretary-General;"
    assert told((STANDS, works.format("Adviser")), (STANDS, works.format("Envoy")), "actor") == [
        ("Special Adviser", "Special Envoy")
    ]


def test_a_body_named_in_full_is_no_new_actor() -> None:
    asked = "2. 请{}至迟于2024年9月15日提交报告；"
    assert told((STANDS, asked.format("小组")), (STANDS, asked.format("专家小组")), "actor") == []


def test_addressees_are_narrowed() -> None:
    """2266 (2016) OP10: all Member States became those which have not already done so."""
    asked = "2. Calls upon all Member States{} to report to the Committee on the steps they have taken;"
    narrower = " which have not already done so"
    assert told((STANDS, asked.format("")), (STANDS, asked.format(narrower)), "actor") == [
        ("", narrower.strip())
    ]


def test_what_stands_in_either_source_did_not_come_in() -> None:
    """2561 (2021) OP1: the federation is of old OP1, older resolutions of old OP4; the settlement is new."""
    old = (
        "2. Welcomes the meeting of the leaders on 25 November 2019 in Berlin, at which both reaffirmed their"
        " commitment to a bicommunal, bizonal federation with political equality, as set out in relevant"
        " resolutions, including paragraph 4 of its resolution 716 (1991);",
        "3. Reaffirms all its relevant resolutions on Cyprus, in particular resolution 1251 (1999);",
    )
    new = (
        "2. Reaffirms all its relevant resolutions on Cyprus, in particular resolution 1251 (1999), and"
        " recalls the importance of achieving an enduring and just settlement based on a bicommunal, bizonal"
        " federation with political equality, as set out in relevant resolutions, including paragraph 4 of"
        " its resolution 716 (1991);"
    )
    found = [came for _, came in told((STANDS, *old), (STANDS, new)) if came]
    assert found == ["recalls the importance of achieving an enduring and just settlement based"]


def test_a_list_goes_back_to_the_sentence_that_it_spells_out() -> None:
    """2705 (2023) OP8(b): two of its points are of one old paragraph, and the stem with them."""
    old = (
        "2. Calls upon Somalia to implement the Convention on the Rights of the Child, the road map on"
        " recruitment by armed forces signed in 2019, and the standard operating procedures for the handover"
        " of children;"
    )
    new = (
        "2. Urges the full observance by Somali authorities of the following instruments:\n\n"
        "(a) the Convention on the Rights of the Child;\n\n"
        "(b) the road map on recruitment by armed forces signed in 2019;\n\n"
        "(c) the standard operating procedures for the reception and handover of children;"
    )
    found = compare(resolution(2675, 2023, STANDS, old), resolution(2724, 2024, STANDS, new))
    pairs = {(d.old_place, d.new_place) for d in found.differences if d.old and d.new}
    assert pairs >= {("OP2", "OP2"), ("OP2", "OP2(a)"), ("OP2", "OP2(b)"), ("OP2", "OP2(c)")}


# 2537 (2020) OP9 and OP18: the English of the one is that of 2506 (2020); that of the other asks for more.
TRANSLATED = [
    ("the parties to improve access of the island by 3 May 2023", "by 3 June 2024", ["date"]),
    (
        "the parties to improve access of the island by 3 May 2023",
        "by 3 June 2024 without delay",
        ["date", "measure"],
    ),
]


@pytest.mark.parametrize(("asked", "end", "expected"), TRANSLATED)
def test_what_was_only_translated_anew_is_not_told(asked: str, end: str, expected: list[str]) -> None:
    old = resolution(2675, 2023, STANDS, "2. 促请各方至迟于2023年5月3日确保向岛内两边用户推出移动电话；")
    new = resolution(2724, 2024, STANDS, "2. 促请各方至迟于2024年6月3日使岛两侧居民能够利用通信系统；")
    begun = asked.rpartition(" by ")[0]
    english = (
        resolution(2675, 2023, STANDS, f"2. Urges {asked};"),
        resolution(2724, 2024, STANDS, f"2. Urges {begun} {end};"),
    )
    told = [
        [c.what for d in compare(old, new, *beside).differences for c in d.changes]
        for beside in ((), (english,))
    ]
    assert "measure" in told[0]
    assert list(dict.fromkeys(told[1])) == expected
