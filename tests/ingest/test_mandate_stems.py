"""What a paragraph hands down to the points under it: its verb, its force, its addressee, Chapter VII."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_cases import mandates, paragraphs

from mandex.corpus.languages import Lang
from mandex.ingest.mandates import find_mandates

# lines, language, (verb, force, actors) of the last row, why
CASES: list[tuple[list[tuple[str, str]], Lang, tuple[str, str, tuple[str, ...]], str]] = [
    (
        [
            ("3", "Decides to extend the mandate of the Monitoring Group, and requests the Secretary-General "
             "to re-establish it for six months, this mandate being as follows:"),
            ("3(a)", "To continue the tasks outlined in resolution 1587 (2005);"),
        ],
        "en", ("Decides", "decide", ("monitoring-group",)), "a mandate is decided, whoever is asked beside",
    ),
    (
        [
            ("7", "Authorizes UNMISS to perform the following tasks:"),
            ("7(c)", "Creating the conditions conducive to the delivery of humanitarian assistance:"),
            ("7(c)(ii)", "To ensure the security of United Nations personnel;"),
        ],
        "en", ("Authorizes", "authorize", ("unmiss",)), "a heading is no verb",
    ),
    (
        [
            ("29", "Decides that the mandate of MONUSCO shall include the following priority tasks:"),
            ("29(ii)", "Support to stabilisation:"),
            ("#", "Security sector reform"),
            ("29(ii)(a)", "Provide coordination between the Government and international partners;"),
        ],
        "en", ("Decides", "decide", ("monusco",)), "a title among the points of a list parts nothing",
    ),
    (
        [
            ("1", "Decides that all States shall take the following measures:"),
            ("(a)", "Freeze the funds of these individuals;"),
            ("#", "Travel ban"),
            ("(b)", "Prevent the entry into their territories of these individuals;"),
        ],
        "en", ("Decides", "decide", ("all-states",)), "nor do loose letters lose their stem by it",
    ),
    (
        [
            ("2", "Decides that the tasks of UNAMSIL shall be the following:"),
            ("#", "Military and civilian police tasks"),
            ("", "To monitor the overall security situation;"),
        ],
        "en", ("Decides", "decide", ("unamsil",)), "nor tasks without a letter",
    ),
    (
        [
            ("3", "Decides that UNMISS shall have the following mandate, authorizes UNMISS to use all"
             " necessary means, and stresses that the protection of civilians shall be given priority;"),
            ("3(a)", "To deter violence;"),
        ],
        "en", ("Decides", "decide", ("unmiss",)), "the clause that announces the list governs it",
    ),
    (
        [
            ("41", "请秘书长在定期报告中，定期向安全理事会通报，在这方面还请秘书长对以下方面作出评估："),
            ("41(a)", "支持过渡进程的情况；"),
        ],
        "zh-Hans", ("还请", "request", ("secretary-general",)), "the last clause demands and opens the list",
    ),
    (
        [
            ("32", "请秘书长向安全理事会报告执行情况，特别指出，此报告关注的方面应包括："),
            ("32(a)", "开展巡逻的情况；"),
        ],
        "zh-Hans", ("请", "request", ("secretary-general",)), "特别指出 only speaks of the list",
    ),
    (
        [("20", "授权马里稳定团执行以下任务："), ("20(a)", "支持马里当局恢复国家权力；")],
        "zh-Hans", ("授权", "authorize", ("minusma",)), "支持 is a task here: no person is shown",
    ),
    (
        [("2", "重申安理会的决定："), ("2(a)", "还请会员国提供支助；")],
        "zh-Hans", ("还请", "request", ("member-states",)), "but 还请 is an act of the Council",
    ),
    (
        [
            ("19", "Decides to establish, in accordance with rule 28 of its provisional rules of procedure, a"
             " Committee of the Security Council consisting of all the members of the Council, as for the"
             " Committee established pursuant to resolution 1267 (1999), to undertake the following tasks:"),
            ("19(g)", "To seek from all States whatever information it may consider useful;"),
        ],
        "en", ("Decides", "decide", ("2140-committee",)), "the tasks are those of the new committee",
    ),
    (
        [
            ("6", "Acting under Chapter VII of the Charter of the United Nations,"),
            ("(a)", "Decides that MINURCAT shall be authorized to fulfil the following functions:"),
            ("(a)(i)", "To contribute to protecting civilians in danger;"),
        ],
        "en", ("Decides", "decide", ("minurcat",)), "a point stands under its letter, though loose",
    ),
    (
        [
            ("-", "Decides:"),
            ("(a)", "To call upon the parties to implement resolution 338 (1973);"),
            ("(a)(5)", "To renew the mandate of the Force;"),
        ],
        "en", ("Decides", "decide", ()), "a misprinted letter is the next, no point of the one before",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "lang", "row", "why"), CASES, ids=[case[3] for case in CASES])
def test_points_are_governed_by_their_stem(
    lines: list[tuple[str, str]], lang: Lang, row: tuple[str, str, tuple[str, ...]], why: str
) -> None:
    last = mandates(*lines, lang=lang, number=2140)[-1]
    assert (last.verb, last.force, last.actors) == row, why


def test_a_term_of_office_is_that_of_each_who_is_named() -> None:
    rows = mandates(
        (
            "4",
            "Decides to extend the term of office of the following ad litem judges until 31 December 2010:",
        ),
        ("", "Árpád Prandler (Hungary)"),
        date="2009-07-07",
    )
    assert [(day.role, day.date) for day in rows[-1].dates] == [("expires", "2010-12-31")]


def test_a_part_that_is_set_as_body_is_under_chapter_vii_too() -> None:
    *above, part = paragraphs(
        ("-", "Acting under Chapter VII of the Charter of the United Nations,"),
        ("8", "Decides that:"),
        ("8(a)(i)", "All Member States shall prevent the supply of tanks;"),
    )
    part = replace(part, kind="body")
    rows = find_mandates([*above, part], date="2006-10-14", lang="en", type="resolution")
    assert [(row.verb, row.chapter_vii) for row in rows] == [("Decides", True), ("Decides", True)]


NAMED = [
    ("Requests the Mission to report", ("unmiss",), "the only mission that the document names"),
    ("Requests the Force to report", (), "no force is named: nobody is guessed"),
    ("Condemns the use of the force", (), "lower case is no name"),
]


@pytest.mark.parametrize(("text", "actors", "why"), NAMED)
def test_short_names_are_resolved_inside_the_document(text: str, actors: tuple[str, ...], why: str) -> None:
    rows = mandates(("1", "Extends the mandate of UNMISS"), ("2", text))
    assert rows[-1].actors == actors, why


ADDRESSED: list[tuple[str, Lang, tuple[str, ...], str]] = [
    ("Demands that all groups in the north of Mali lay down their arms", "en", ("armed-groups",),
     "Mali is where they are"),
    ("Calls upon the Government of Mali to act", "en", ("mali",), "but its Government is Mali"),
    ("Calls upon the Federal Government and Federal Member States to act", "en", ("national-authorities",),
     "Federal Member States are no Member States"),
    ("Decides to establish a political mission in Colombia", "en", (),
     "nor is a mission the State it goes to"),
    ("Demands the cessation of all acts of aggression by South Africa against Botswana", "en",
     ("south-africa",), "the one who acts, not the one who suffers"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lang", "actors", "why"), ADDRESSED, ids=[case[3] for case in ADDRESSED])
def test_a_country_that_is_only_a_place_is_not_addressed(
    text: str, lang: Lang, actors: tuple[str, ...], why: str
) -> None:
    assert mandates(("1", text), lang=lang)[0].actors == actors, why


MEASURES: list[tuple[str, Lang, str]] = [
    ("Stresses the role of UNMISS, and in this regard requests it to report", "en", "the role of UNMISS"),
    ("强调维和人员的作用，为此请秘书长提出报告", "zh-Hans", "维和人员的作用"),
    ("强调维和人员的作用，并在这方面请秘书长提出报告", "zh-Hans", "维和人员的作用"),
    ("Stresses the role of UNMISS and in this regard requests it to report", "en", "the role of UNMISS"),
    ("Stresses the role of UNMISS. The Council requests it to report", "en", "the role of UNMISS"),
    ("Welcomes and encourages the efforts of ECOWAS", "en", "the efforts of ECOWAS"),  # one object of both
]


@pytest.mark.parametrize(("text", "lang", "measure"), MEASURES)
def test_what_leads_over_to_the_next_clause_is_no_measure(text: str, lang: Lang, measure: str) -> None:
    assert mandates(("1", text), lang=lang)[0].measure == measure


TOPICS = [
    ("Calls for a peaceful settlement", "sovereignty", False, "a settlement is not settlements"),
    ("Condemns Israeli settlements", "sovereignty", True, "these are"),
    ("Notes cross-border attacks", "humanitarian-access", False, "what crosses a border may be an attack"),
    ("Requests the Panel of Experts to assess the oil trade", "panel-of-experts", True, "a panel's task"),
    ("Decides to extend the mandate of the Panel of Experts", "panel-of-experts", True, "what is decided on"),
    ("Requests the Secretary-General to report urgently thereon", "reporting", True,
     "without its receiver"),
    ("Urges States to ensure unhindered access, in particular to persons and documents",
     "humanitarian-access", False, "a panel's access"),
    ("Encourages safe movement around Juba, including the airport", "aviation-security", False, "a place"),
    ("Urges the Transitional Government to act", "political-process", False, "a body"),
    ("Requests States to protect children associated with armed groups", "armed-groups", False, "children"),
    ("Decides, unless he submits a report, to act", "reporting", False, "none is asked for"),
    ("Urges States to co-operate with the Commission", "cooperation", True, "spelled with a hyphen"),
    ("Urges States to cooperate fully with the Residual Mechanism", "tribunals", True, "a tribunal is named"),
    ("Supports the peace process", "political-process", True, "a peace process is political"),
    ("Welcomes the plan to implement resolution 1325 (2000)", "women-peace-security", True, "by its number"),
    ("Calls for respect for international humanitarian, human rights and refugee law",
     "international-humanitarian-law", True, "three laws in one phrase"),
    ("Urges support for the monitoring and reporting mechanism", "reporting", False, "a mechanism"),
    ("Calls upon Mali to take robust steps", "use-of-force", False, "robust says how"),
    ("Urges it to act in accordance with the mandate of the Mission", "mission-mandate", False,
     "a mandate that is only named"),
    ("Condemns violations of the measures imposed by paragraph 1", "sanctions-review", False, "no review"),
    ("Stresses the role of the International Court of Justice", "icj-election", False, "no election"),
    ("Decides that UNOCI shall consist of up to 7137 military personnel", "troop-ceiling", True, "a number"),
    ("Urges the parties to ensure the security of UNOMIG personnel", "protection-un-personnel", True,
     "whatever mission"),
    ("Urges the parties to comply with the Conakry Agreement", "peace-agreement", True, "named by its place"),
    ("Notes the 20 June 2011 Agreement", "peace-agreement", True, "named by its day"),
    ("Requests States to conclude a Safeguards Agreement", "peace-agreement", False, "no peace is made"),
    ("Calls for the participation of youth, women and faith groups", "women-peace-security", True,
     "women in a list"),
    ("Demands safe access for all who bring relief to those in need", "humanitarian-access", True,
     "access for relief"),
    ("Requests the civilian component to assist", "protection-of-civilians", False, "an adjective"),
    ("Requests AMISOM to update the concept of operations", "reporting", False, "no news are asked for"),
    ("Encourages dialogue among civilizations", "political-process", False, "not of parties"),
    ("Decides that the individuals named in the Annex shall be subject to the measures",
     "sanctions-listing", True, "listed by the Council"),
    ("Notes the standards of the Financial Action Task Force", "terrorist-financing", True,
     "one phrase, two topics"),
    ("Urges States to join the Additional Protocols to the Geneva Conventions", "nuclear-programme", False,
     "protocols of another law"),
    ("Recommends the admission of Mongolia to the United Nations", "admission-membership", True, "of old"),
    ("Calls upon States to desist from intervening in its domestic affairs", "sovereignty", True, "of old"),
    ("Urges restraint in the present auspicious climate", "climate-environment", False, "a figure of speech"),
    ("Notes post-conflict situations", "peacebuilding", False, "when, not what"),
    ("Calls upon Iraq to provide security and logistical support to the United Nations presence",
     "protection-un-personnel", True, "who is kept secure"),
    ("Notes that freedom of movement of civilians should be respected", "protection-un-personnel", False,
     "civilians move"),
    ("Notes the right to seek asylum", "refugees-displaced", True, "a refugee's right"),
    ("Supports the disarmament, demobilization, repatriation, resettlement and reintegration of armed groups",
     "refugees-displaced", False, "fighters go home in a programme of their own"),
    ("Underlines the importance of credible dialogue", "political-process", True, "a dialogue that decides"),
    ("Welcomes the Integrated Peacekeeping Performance and Accountability Framework", "accountability", False,
     "a framework of that name"),
    ("Requests the Chair to brief all States", "committee-mandate", True, "the Chair of a committee"),
    ("Welcomes the part of the Chair of the African Union", "committee-mandate", False, "of no committee"),
    ("Decides to review in one year’s time progress made", "review-of-mandate", True, "a review at a time"),
    ("Welcomes the Office of the Ombudsperson", "sanctions-listing", True, "a name, and a thing"),
    ("Calls upon States to investigate and prosecute attacks", "investigation", True, "two things at once"),
    ("Urges States to enhance cooperation with the Tribunal", "cooperation", True, "with whom"),
    ("Requests UNMIK, in close cooperation with UNHCR, to plan", "cooperation", False, "how, not what"),
    ("Demands that all ensure the safety of its members", "protection-un-personnel", True, "a panel's"),
    ("Decides to keep this item on its agenda", "remain-seized", True, "as it was said before 1990"),
    ("Requests UNMISS to protect civilians in the performance of its mandate",
     "peacekeeping-performance", False, "what it performs is measured elsewhere"),
    ("Deplores the deportation of Palestinian civilians", "extradition", False, "of no suspect"),
    ("Calls upon all to reinforce controls at the border", "border-control", True, "at it, of it, over it"),
    ("Deplores the recruitment of children and calls for an end to such conduct",
     "sexual-exploitation", False,
     "what such refers to is another"),
    ("Decides to renew the measures on arms imposed by paragraph 1", "arms-embargo", True, "by another name"),
    ("Endorses a reduction of 2,450 in the number of personnel", "transition-drawdown", True, "fewer"),
    ("Invites him to name individuals who meet the criteria", "sanctions-listing", True, "who is listed"),
    ("Underlines the importance of border management cooperation", "cooperation", True, "in a matter"),
    ("Decides to establish under its authority an Observer Group", "mission-establishment", True, "its own"),
    ("Encourages financial support for the police", "funding", True, "money, and to whom"),
    ("Supports the Panel of Eminent African Personalities", "panel-of-experts", False, "mediators"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "topic", "found", "why"), TOPICS, ids=[case[3] for case in TOPICS])
def test_topics(text: str, topic: str, found: bool, why: str) -> None:
    assert (topic in mandates(("1", text))[0].topics) is found, why


TOPICS_ZH = [
    ("强调尊重难民营的人道主义性质", "humanitarian-access", False, "人道主义 alone is no access"),
    ("确认索马里的自主权", "sovereignty", False, "自主权 is ownership"),
    ("谴责青年党的袭击", "youth", False, "青年党 is Al-Shabaab"),
    ("欢迎妇女和青年参与对话", "youth", True, "青年 by itself"),
    ("请专家小组与国家协调人联系", "sanctions-listing", False, "协调人 of a State"),
    ("要求警察接受拘留方面的检查", "missing-persons", False, "拘留 is no missing person"),
    ("决定附件所列个人应受措施的制约", "sanctions-listing", True, "listed by the Council"),
    ("要求各方提供安全和不受阻碍的通行便利，以便提供援助", "humanitarian-access", True, "access for relief"),
    ("请各国提供不受阻碍的通行便利，查阅文件", "humanitarian-access", False, "a panel's access"),
    ("确认性别歧视助长冲突", "women-peace-security", False, "one hate of many"),
    ("表示打算继续处理秘书长的建议", "remain-seized", False, "a matter is not closed, a proposal is studied"),
    ("赞扬余留机制努力实现这些缩减", "transition-drawdown", False, "costs"),
    ("强调国际法院的作用", "icj-election", False, "no election"),
    ("敦促政府便利特派团所有基地的运作，营造相互合作的环境", "cooperation", True, "with a mission"),
    ("指出直接提供资金、金融资产，供恐怖主义组织使用", "terrorist-financing", True, "for terrorists"),
    ("指出直接提供资金、金融资产，供恐怖主义组织使用", "funding", False, "no funding of the United Nations"),
    ("请各国建立恐怖主义分子监测名单", "watch-lists", True, "监测 as well as 观察"),
    ("决定提交建设和平委员会", "peacebuilding", True, "a body of that purpose"),
    ("请各国确保其资产不被转移", "asset-freeze", True, "kept where they are"),
    ("要求停止针对基础设施的袭击", "infrastructure-protection", True, "what is attacked"),
    ("请特派团监测、调查和报告侵权行为", "investigation", True, "two things in one phrase"),
    ("建议大会接纳图瓦卢为联合国会员国", "admission-membership", True, "of which organization"),
    ("欢迎预防冲突和解决争端", "political-process", False, "和|解决, not 和解"),
    ("决定作为例外延长任务期限", "exemptions", False, "no measure is lifted"),
    ("欢迎特别刑事法院的工作", "icc-referral", False, "a court of the country"),
    ("敦促各方执行保护儿童全面行动计划", "nuclear-programme", False, "that of 2015 is 联合全面行动计划"),
    ("请各方撤出非军事化边界安全区", "border-control", False, "a zone"),
    ("请特派团利用战略沟通", "strategic-communications", True, "as well as 战略传播"),
    ("要求会员国相互合作", "cooperation", True, "with each other"),
    ("敦促会员国制定国家海上保安战略", "maritime-security", True, "as well as 海上安全"),
    ("要求会员国防止武器的非法贩运", "small-arms", True, "with 的 between"),
    ("请各方解决冲突根源", "conflict-prevention", True, "its causes"),
]


@pytest.mark.parametrize(("text", "topic", "found", "why"), TOPICS_ZH, ids=[case[3] for case in TOPICS_ZH])
def test_topics_in_chinese(text: str, topic: str, found: bool, why: str) -> None:
    assert (topic in mandates(("1", text), lang="zh-Hans")[0].topics) is found, why


def test_means_are_for_what_the_clause_before_has_named() -> None:
    text = "Condemns attacks against journalists and calls upon States to cooperate closely in this regard"
    assert mandates(("1", text))[1].topics == ("cooperation", "protection-journalists")


def test_a_stem_of_many_topics_hands_none_down() -> None:
    rows = mandates(
        ("1", "Requests the Secretary-General to deploy experts in elections, mine action, the rule of law, "
              "small arms, human rights and piracy, to:"),
        ("1(a)", "Work with the Country Team;"),
    )  # fmt: skip
    assert "piracy" in rows[0].topics
    assert "piracy" not in rows[1].topics


def test_readiness_is_declared_without_binding() -> None:
    row = mandates(("1", "Declares its readiness to consider further measures"))[0]
    assert (row.force, row.binding) == ("note", False)


UNTIL = ["until the 1st of October 2027", "through October 1, 2027", "until Oct. 1, 2027"]


@pytest.mark.parametrize("until", UNTIL)
def test_days_in_any_notation(until: str) -> None:
    row = mandates(("1", f"Decides to extend the mandate of UNMISS {until}"))[0]
    assert [(d.role, d.date) for d in row.dates] == [("expires", "2027-10-01")]


def test_points_are_about_the_tasks_of_whoever_has_them() -> None:
    rows = mandates(
        ("1", "Decides that UNMISS shall carry out the following tasks:"),
        ("1(a)", "To monitor human rights;"),
        ("2", "Decides that the Panel of Experts shall carry out the following tasks:"),
        ("2(a)", "To assist the Committee;"),
    )
    assert "mission-tasks" in rows[1].topics
    assert "panel-of-experts" in rows[3].topics
    assert "mission-tasks" not in rows[3].topics


def test_in_this_regard_is_about_what_was_said_before() -> None:
    rows = mandates(("1", "Condemns attacks on civilians, and calls on UNMISS to act in this regard;"))
    assert rows[-1].topics == rows[0].topics == ("protection-of-civilians",)


def test_the_rest_of_a_broken_line_is_no_point() -> None:
    """264 (1969), 6."""
    rows = mandates(
        ("6", "Condemns the refusal to comply with resolutions 2145 (XXI), 2248"),
        ("", "(S-V), 2324 (XXII),"),
        ("", "and 2403 (XXIII);"),
    )
    assert [row.verb for row in rows] == ["Condemns"]


def test_who_is_appointed_has_the_tasks_that_follow() -> None:
    """80 (1950), 2."""
    rows = mandates(
        (
            "2",
            "Decides to appoint a United Nations Representative for India and Pakistan for these purposes:",
        ),
        ("2(b)", "To place himself at the disposal of the Governments;"),
    )
    assert rows[-1].actors == ("un-representative-india-pakistan",)
