"""What clauses are about, in either language, and what their words do not make them about.

Each case is the wording of a resolution, shortened, with the topic that it has (`+`) or has not (`-`).
"""

from __future__ import annotations

import pytest
from mandate_cases import mandates, paragraphs

from mandex.corpus import lexicon, tables
from mandex.corpus.model import Citation, CitationStatus, Span
from mandex.ingest.mandates import find_mandates
from mandex.ingest.mandates.cited import handed_down
from mandex.ingest.mandates.topics import (
    about,
    noted_with,
    of_what_is_asked,
    reviews_panel,
    with_those_before,
)

HAVE = [
    ("calls for full compliance by all Member States with the arms embargo", "arms-embargo"),
    ("the implementation of resolution 1325 (2000) in all mission reporting", "women-peace-security"),
    ("马里当局通过第三个执行第1325(2000)号决议国家行动计划", "women-peace-security"),
    ("将此框架适用于第2436(2018)号决议所述特派团", "peacekeeping-performance"),
    ("the parties to implement immediately its resolution 338 (1973)", "political-process"),
    ("enhancing the capacity of Government of Afghanistan to coordinate aid", "capacity-building"),
    ("to build Member States’ capacity in the most pressing areas", "capacity-building"),
    ("加强索马里国家机构的能力", "capacity-building"),
    ("to coordinate with UNAMA in the implementation of its mandate", "cooperation"),
    ("所有各方继续与联塞部队合作", "cooperation"),
    ("及时向相应的制裁委员会报告违反行为", "reporting"),
    ("监测和报告侵害儿童行为", "reporting"),
    ("all relevant actors to implement the review of UNAMID swiftly", "review-of-mandate"),
    ("supplying such information as may be sought by the Committee", "information-sharing"),
    ("有效交流行动情报，分享关于武器流动的信息", "information-sharing"),
    ("bring all perpetrators of such crimes to justice", "prosecution"),
    ("规定的措施，包括其中重申的内容，延续至2021年7月1日", "sanctions-review"),
    ("financing for AU-led peace support operations", "multinational-force"),
    ("all notifications should include the serial numbers", "exemptions"),
    ("an overall agreement in line with the Set of Ideas should be achieved", "peace-agreement"),
    ("takes note in this regard of Chapter V of the Agreement", "peace-agreement"),
    ("to submit, by the middle of February, updated and final recommendations", "reporting"),
    ("its outrage at the killing of a number of United Nations peacekeepers", "protection-un-personnel"),
    ("to maintain the 8 customs officers previously authorized", "troop-ceiling"),
    ("the mandate of UNMISS shall be the following", "mission-tasks"),
    ("核查团还应核查个人所作判决的遵守情况", "mission-tasks"),
    ("to strengthen its partnership with the African Union", "regional-cooperation"),
    ("加强与非洲联盟的合作", "regional-cooperation"),
    ("to refrain from deporting any civilian from the territories", "refugees-displaced"),
    (
        "to review the termination of the measures in paragraph 6 of resolution 1521 (2003)",
        "sanctions-review",
    ),
    ("its readiness to consider adjusting measures in paragraph 11", "sanctions-review"),
    ("随时准备考虑调整第11段的措施，包括予以修改、暂停、解除或加强", "sanctions-review"),
    ("填补该空缺的选举将于2022年11月4日在安全理事会的一次会议上进行", "icj-election"),
    ("reduce the threat posed by Al Shabaab and other armed opposition groups", "terrorism-suppression"),
    ("all parties to the present fighting to cease all firing", "peace-agreement"),
    ("to cease immediately any hostile military activity in Bosnia and Herzegovina", "peace-agreement"),
    ("all States to refrain from the supply of arms, equipment or other material", "arms-embargo"),
    ("to set up immediately, under its authority, a United Nations Emergency Force", "mission-establishment"),
    ("to implement fully all resolutions establishing sanctions", "sanctions-implementation"),
    ("South Africa pay full and adequate compensation to Botswana", "development-fund-compensation"),
    ("the dismantling of the bantustan structures", "human-rights"),
    ("to deploy an assessment mission on the future presence of UNAMI", "review-of-mandate"),
    ("defensive best practices when sailing in the waters off the coast of Somalia", "piracy"),
    ("the DPRK shall not supply, sell or transfer copper, nickel, silver and zinc", "economic-sanctions"),
    ("the import into their territories of all commodities and products", "economic-sanctions"),
    # peacekeeping itself is what is to be better
    ("to strengthen the capacity of United Nations peacekeeping operations", "peacekeeping-performance"),
    ("改进特派团业绩和维和行动的效力", "peacekeeping-performance"),
    (
        "supplies of weapons, ammunition or military equipment intended solely for the support of",
        "arms-embargo",
    ),
    ("仅供支持下列实体或供其使用的武器、弹药或军事装备", "arms-embargo"),
    ("to extend UNAMA for an additional period of 12 months", "mission-mandate"),
    ("that the Mission shall be established for a period of thirty-one months", "mission-establishment"),
    ("the attacks carried out or sponsored by Al-Qaida in the Arabian Peninsula", "terrorism-suppression"),
    ("the financial and travel measures imposed by paragraphs 9 to 12", "asset-freeze"),
    ("full and unhindered access for MONUSCO to areas", "protection-un-personnel"),
    ("to keep the situation in the occupied territories under review", "remain-seized"),
    ("《停止敌对行动、保护平民和人道主义准入协定》情况", "peace-agreement"),
    ("提供掌握的相关信息，及时提供相关信息", "information-sharing"),
    # words that tell little alone, with what they need beside
    ("to hold accountable those responsible for these attacks", "accountability"),
    (
        "requests the Committee established pursuant to resolution 1267 (1999) to review the list",
        "committee-mandate",
    ),
    ("welcomes the continued presence of UNMIK in Kosovo", "mission-mandate"),
    ("前战斗人员重返社会", "ddr"),
    ("第1267(1999)号决议所设委员会应审查名单", "committee-mandate"),
    ("to update regularly the List referred to in paragraph 1", "sanctions-listing"),
    ("investigate, verify, and report publicly on abuses", "reporting"),
    ("to keep the measures renewed in paragraph 11 under continuous review", "sanctions-review"),
    (
        "endorses the work carried out by the Committee established pursuant to resolution 1540",
        "committee-mandate",
    ),
    ("探讨联黎部队撤出后未来执行决议的可选方案", "transition-drawdown"),
    ("终止第2640(2022)号决议规定的马里稳定团任务", "mission-mandate"),
]
HAVE_NOT = [
    ("the mandate of UNMIL shall be extended until 30 September", "mission-tasks"),
    ("the mandate of the Panel of Experts shall include the above", "mission-tasks"),
    ("the parties to the Agreement to meet", "peace-agreement"),
    ("the Agreement on the Status of the Mission", "peace-agreement"),
    ("in coordination with the African Union", "regional-cooperation"),
    ("the Government of National Accord may submit requests", "peace-agreement"),
    ("inclusive and accountable governance", "accountability"),
    ("violations documented in the Secretary-General’s annual report on children", "reporting"),
    ("经事先通知委员会而提供的非致命性军事装备", "reporting"),
    ("groups that have pledged allegiance to ISIL", "funding"),
    ("70 AMISOM civilians", "protection-of-civilians"),
    ("the disposal of charcoal stockpiles in Kismayo", "small-arms"),
    ("钶钽铁矿石的非法开采", "economic-sanctions"),
    ("违反军事现状行为", "confidence-building"),
    ("审议会员国提出的请求", "elections"),
    ("the flow of arms, combatants and minerals", "ddr"),
    ("end use of schools by armed forces", "export-controls"),
    ("to enhance MONUSCO’s operational capacity to discharge its mandate", "capacity-building"),
    ("the withdrawal of all foreign forces, foreign fighters and mercenaries", "foreign-terrorist-fighters"),
    ("provide unhindered access, in particular to persons, documents and sites", "humanitarian-access"),
    ("recalls its intention to keep this number under continuous review", "sanctions-review"),
    # where peace is kept, to whom something is told
    ("prompt reporting to the Security Council and troop-contributing countries", "peacekeeping-performance"),
    ("向安全理事会和部队派遣国报告任何行动", "peacekeeping-performance"),
    ("the mandates of all relevant United Nations peacekeeping operations", "peacekeeping-performance"),
    (
        "to ensure that sexual violence is included in threat analysis and early warning",
        "conflict-prevention",
    ),
    ("the prevention of conflict-related sexual violence", "conflict-prevention"),
    ("remain seized of the matter until a peaceful solution is achieved", "conflict-prevention"),
    ("妇女在预防和解决冲突方面的作用", "conflict-prevention"),
    ("to promote the implementation, with full respect for the sovereignty of Yemen", "sovereignty"),
    ("在充分尊重伊拉克主权的情况下促进问责", "sovereignty"),
    ("in consultation with humanitarian and human rights organizations", "human-rights"),
    ("与人道主义和人权组织协商", "human-rights"),
    ("to end violations and abuses against children", "human-rights"),
    ("in consultation with the Committee established pursuant to resolution 751 (1992)", "committee-mandate"),
    ("向第1591(2005)号决议所设委员会提交中期报告", "committee-mandate"),
    ("non-lethal equipment and related technical assistance or training", "capacity-building"),
    ("carried out in coordination with AMISOM", "multinational-force"),
    (
        "the Mission in Colombia established by resolution 2261 (2016) and the Verification Mission",
        "mission-establishment",
    ),
    ("the parties to the Disengagement Agreement to engage constructively", "peace-agreement"),
    ("full, safe and unhindered access to civilians in need", "protection-of-civilians"),
    ("充分、安全和不受阻碍地接触需要援助的平民", "protection-of-civilians"),
    ("to extend the mandate of the Panel of Experts until 31 May", "mission-mandate"),
    ("对专家组报告所载调查结果作出调整", "investigation"),
    ("the role of African States in global governance", "state-authority"),
    ("complying with the terms of the partial suspension of the arms embargo", "sanctions-review"),
    ("to conduct a follow-up assessment mission to Liberia and neighbouring States", "review-of-mandate"),
    ("obligations under international human rights, refugee and humanitarian law", "refugees-displaced"),
    ("根据国际法，包括国际难民法承担的义务", "refugees-displaced"),
    ("to counter the FTF threat, including returnees", "refugees-displaced"),
    ("the benchmarks outlined by the Secretary-General in his report (S/2012/486)", "reporting"),
    ("the national statements by States listed in Annex 1 to the Protocol", "sanctions-listing"),
    ("定期审查所有安全和安保措施", "sanctions-review"),
    ("troops which have moved forward subsequent to 1325 hours", "women-peace-security"),
    ("the future of the Military Observer Group", "troop-ceiling"),
    ("this election shall take place prior to the regular election to fill the five vacancies", "elections"),
    ("a professional, accountable and effective national defence force", "accountability"),
    (
        "information provided by the Committee established pursuant to resolution 751 (1992)",
        "committee-mandate",
    ),
    ("condemns the continued presence of South African forces in Southern Rhodesia", "mission-mandate"),
    ("to comply with the cease-fire in full and without exception", "exemptions"),
    ("to enhance the network of mediation experts", "panel-of-experts"),
    ("to volunteer candidates for the post of police adviser", "elections"),
    ("the importance of arms control, disarmament and non-proliferation", "ddr"),
    ("as recommended by him in his report (S/2009/302)", "reporting"),
    ("the repression of piracy and armed robbery at sea", "human-rights"),
    ("儿童的保护、获释和重返社会问题", "ddr"),
    ("通过关于青年党的第2713(2023)号决议所设委员会分享数据", "committee-mandate"),
    ("提供技术和专家咨询意见", "panel-of-experts"),
    ("the Truth, Justice, Reparations and Reconciliation Commission", "development-fund-compensation"),
    ("the Framework Convention on Climate Change and the Paris Agreement", "peace-agreement"),
]


@pytest.mark.parametrize(("clause", "topic"), HAVE)
def test_clauses_are_about_what_they_ask(clause: str, topic: str) -> None:
    assert topic in about(clause, (), ())


@pytest.mark.parametrize(("clause", "topic"), HAVE_NOT)
def test_clauses_are_not_about_what_their_words_only_touch(clause: str, topic: str) -> None:
    assert topic not in about(clause, (), ())


@pytest.mark.parametrize(
    ("clause", "before", "is_of_panel"),
    [
        ("expresses its intention to review the mandate and take action", [("panel-of-experts",)], True),
        ("表示打算不迟于2025年7月1日审查这一任务规定，并就是否延长采取行动", [("panel-of-experts",)], True),
        ("expresses its intention to review the mandate and take action", [("mission-mandate",)], False),
        ("to review the mandate of UNMISS", [("panel-of-experts",)], False),
    ],
)
def test_a_mandate_that_is_reviewed_is_that_of_the_panel_named_before(
    clause: str, before: list[tuple[str, ...]], is_of_panel: bool
) -> None:
    assert reviews_panel(clause, before) is is_of_panel


@pytest.mark.parametrize(
    ("clause", "is_against"),
    [
        ("all armed groups to lay down their arms and disband", True),
        ("要求所有武装团体立即停止一切形式的暴力", True),
        ("all armed groups to let relief through", False),  # what all parties are asked
    ],
)
def test_who_is_to_lay_down_arms_is_not_only_addressed(clause: str, is_against: bool) -> None:
    addressed = [found for found in lexicon.match_actors(clause) if found.id == "armed-groups"]
    assert addressed
    assert ("armed-groups" in about(clause, addressed, ())) is is_against


def test_the_work_of_some_bodies_is_on_one_thing() -> None:
    clause = "takes note of the visits by CTED"
    assert "terrorism-suppression" in about(clause, (), lexicon.match_bodies(clause))


def test_what_refers_back_speaks_of_the_thing_not_of_what_was_done_about_it() -> None:
    assert with_those_before(("reporting",), ("sexual-exploitation",)) == ("reporting", "sexual-exploitation")
    assert with_those_before(("accountability",), ("reporting", "funding")) == ("accountability",)


@pytest.mark.parametrize(
    ("clause", "left"),
    [
        ("the authorities to take all necessary measures to end impunity", ()),
        ("继续采取一切必要措施，确保遵守零容忍政策", ()),
        # a mission is reminded of what it may do
        ("UNMISS to use all necessary means, as authorized", ("use-of-force",)),
    ],
)
def test_who_is_asked_for_all_necessary_measures_is_not_armed(clause: str, left: tuple[str, ...]) -> None:
    assert of_what_is_asked(("use-of-force",), clause) == left


@pytest.mark.parametrize(
    ("paragraphs_", "cited", "topics"),
    [
        # resolution 1772 (2007), 11
        (
            [("11", "Decides that the measures in paragraph 5 of resolution 733 (1992) shall not apply to:")],
            [("resolution 733 (1992)", "S/RES/733 (1992)", "5", "ok")],
            ("arms-embargo", "exemptions"),
        ),
        # resolution 2693 (2023), 4, after 2745 (2024): one paragraph bans travel, another freezes assets
        (
            [("4", "Decides to renew the measures set out in paragraphs 9, 14 and 16 to 19 of it")],
            [("paragraphs 9", "S/RES/2399 (2018)", "9, 14, 16-19", "ok")],
            ("sanctions-review", "travel-ban", "asset-freeze"),
        ),
        # a point of what is cited is cited with it; what was called for there is no measure
        (
            [("1", "Affirms the obligations imposed in paragraph 5 (a) of resolution 748 (1992)")],
            [("paragraph 5 (a)", "S/RES/748 (1992)", "5(a)", "ok")],
            ("arms-embargo",),
        ),
        (
            [("1", "Requests him to act as called for in paragraph 5 of resolution 733 (1992)")],
            [("resolution 733 (1992)", "S/RES/733 (1992)", "5", "ok")],
            (),
        ),
        # the document's own measures, whose period is not what another paragraph is about
        (
            [
                ("9", "Decides that States shall freeze without delay the funds of these persons"),
                ("10", "Decides that the measures in paragraph 9 above shall not apply to salaries"),
            ],
            [("paragraph 9 above", "S/RES/9999 (2020)", "9", "self")],
            ("asset-freeze", "exemptions"),
        ),
        (
            [
                ("9", "Decides that States shall freeze without delay the funds of these persons"),
                ("10", "Decides to review them within the period specified in paragraph 9 above"),
            ],
            [("paragraph 9 above", "S/RES/9999 (2020)", "9", "self")],
            (),
        ),
        # who acts in violation of one measure is subject to another
        (
            [
                ("1", "Decides that States shall prevent the supply of arms and related materiel"),
                ("2", "Decides to freeze the funds of whoever violates the measures in paragraph 1 above"),
            ],
            [("paragraph 1 above", "S/RES/9999 (2020)", "1", "self")],
            ("asset-freeze",),
        ),
        # what the points of the paragraph impose (1298 OP6 and OP12)
        (
            [("6", "Decides that all States shall prevent:"),
             ("6(a)", "The sale or supply of arms and related materiel of all types;"),
             ("12", "Requests all States to report violations of the measures in paragraph 6 above;")],
            [("paragraph 6 above", "S/RES/1298 (2000)", "6", "self")],
            ("arms-embargo", "sanctions-implementation", "reporting"),
        ),
        # a point imposes what it says, and not what those beside it say (2734 OP1(a) and OP9)
        (
            [("1", "Decides that all States shall impose an asset freeze and a travel ban, as follows:"),
             ("1(a)", "Freeze without delay the funds of these persons;"),
             ("1(b)", "Prevent the entry into or transit through their territories of these persons;"),
             ("9", "Confirms that the requirements in paragraph 1 (a) above apply to paid ransoms;")],
            [("paragraph 1 (a) above", "S/RES/2734 (2024)", "1(a)", "self")],
            ("asset-freeze", "hostage-taking"),
        ),
        # of the paragraph above what no other point of it imposes
        (
            [("1", "Decides that all States shall impose an asset freeze and a travel ban, as follows:"),
             ("1(a)", "Freeze without delay the funds of these persons;"),
             ("9", "Confirms the requirements in paragraph 1 (b) above;")],
            [("paragraph 1 (b) above", "S/RES/2734 (2024)", "1(b)", "self")],
            ("travel-ban",),
        ),
        # whose work on measures a paragraph lays down, it imposes none (2776 OP25 and OP29(d))
        (
            [("25", "Decides to renew the Panel of Experts to investigate violations of the arms embargo;"),
             ("29", "Encourages the Panel of Experts, with due regard for its obligations and the mandate in"
                    " paragraph 25 of this resolution, to engage with the Government;")],
            [("paragraph 25 of this resolution", "S/RES/2776 (2025)", "25", "self")],
            ("panel-of-experts",),
        ),
        # a decision that is restated (2734 OP1 and OP12)
        (
            [("1", "Reaffirms its decision that all States shall freeze the funds of these persons;"),
             ("12", "Requests all States to adopt procedures for the measures in paragraph 1 above;")],
            [("paragraph 1 above", "S/RES/2734 (2024)", "1", "self")],
            ("asset-freeze",),
        ),
    ],
)  # fmt: skip
def test_a_measure_that_is_named_by_its_number_is_what_the_clause_is_about(
    paragraphs_: list[tuple[str, str]],
    cited: list[tuple[str, str, str, CitationStatus]],
    topics: tuple[str, ...],
) -> None:
    read = paragraphs(*paragraphs_)
    last = read[-1]
    citations = [
        Citation(last.seq, _place(words, last.text), last.span, words, target, place, status=status)
        for words, target, place, status in cited
    ]
    rows = find_mandates(read, date="2020-03-10", lang="en", type="resolution", citations=citations)
    assert set(rows[-1].topics) == set(topics)


def _place(words: str, text: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_what_paragraphs_impose_are_topics_of_resolutions_that_exist() -> None:
    rows = list(tables.rows("imposed"))
    assert {topic for row in rows for topic in row["topics"].split("|")} <= set(lexicon.topics())
    assert {row["resolution"] for row in rows} <= {row["number"] for row in tables.rows("resolutions")}
    assert len({(row["resolution"], row["paragraphs"]) for row in rows}) == len(rows)


def test_these_measures_are_those_of_the_clause_before() -> None:
    text = (
        "Decides to renew the arms embargo, and decides further that these measures shall not apply to vests"
    )
    assert "arms-embargo" in mandates(("1", text))[-1].topics


def test_of_several_measures_each_point_is_about_its_own() -> None:
    stem = ("travel-ban", "asset-freeze", "sanctions-listing")
    assert handed_down(("asset-freeze",), stem) == ("asset-freeze", "sanctions-listing")
    assert handed_down(("exemptions",), stem) == ("exemptions", *stem)


def test_a_note_that_names_no_thing_is_on_that_of_the_clause_before() -> None:
    text = (
        "Recognizes the importance of security sector reform, and welcomes the contribution of the Government"
    )
    assert mandates(("1", text))[-1].topics == ("ssr",)
    assert noted_with(("reporting", "funding")) == ()  # forms, no things
    assert noted_with(("ssr", "ddr", "elections")) == ()  # of so many it may be none


def test_what_a_committee_or_a_panel_alone_is_asked_is_its_mandate() -> None:
    assert of_what_is_asked((), "to provide a final report", ("monitoring-group",)) == ("panel-of-experts",)
    assert of_what_is_asked((), "to review its guidelines", ("1533-committee",)) == ("committee-mandate",)
    assert of_what_is_asked((), "to cooperate", ("1533-committee", "all-states")) == ()
    assert of_what_is_asked((), "to present a summary", ("ombudsperson",)) == ()


# Passengers who are looked for (2178 (2014), 9; 2396 (2017), 11 and 12): no measure, list or inquiry.
@pytest.mark.parametrize("topic", ["travel-ban", "sanctions-listing", "investigation", "human-rights"])
def test_passengers_who_are_looked_for_are_not_the_measures_against_them(topic: str) -> None:
    clause = (
        "to provide advance passenger information, with full respect for human rights, for the purpose of"
        " preventing, detecting and investigating offences, and to detect the attempted entry into or"
        " transit through their territories of individuals designated by the Committee"
    )
    assert topic not in about(clause, (), ())
    assert "travel-ban" in about("to prevent the entry into or transit through their territories", (), ())
    measures = "the measures shall apply to individuals designated by the Committee"
    assert "sanctions-listing" in about(measures, (), ())


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Decides to dissolve the Committee established by paragraph 9 of resolution 748 (1992);",
         "committee-mandate"),
        ("决定解散第748(1992)号决议所设委员会；", "committee-mandate"),
        ("Decides that the exception provided for in paragraph 4 (b) will cease to have effect;",
         "exemptions"),  # 1452 OP4
        ("Decides that it shall apply to crew services without exception, unless the Committee approves;",
         "exemptions"),  # 2321 OP8
        ("Decides to prohibit all commercial maritime traffic from entering the territorial sea;",
         "economic-sanctions"),  # 820 OP28
        ("Declares that it remains accountable to the international community for any violations;",
         "accountability"),  # 301 OP4
    ],
)  # fmt: skip
def test_words_that_tell_little_alone_tell_beside_what_is_done(text: str, topic: str) -> None:
    assert topic in about(text, (), ())


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Condemns all armed groups operating in the region;", "armed-groups"),  # 2348 OP14
        ("Calls for bringing to justice all those responsible for serious abuses;", "accountability"),
        ("Encourages information exchange between MONUSCO and the Group of Experts;", "panel-of-experts"),
        ("Requests the Peacebuilding Commission to report annually;", "peacebuilding"),
        (
            "Welcomes the activity of its Working Group on children and armed conflict;",
            "children-armed-conflict",
        ),
    ],
)
def test_who_is_named_may_tell_what_a_demand_is_about(text: str, topic: str) -> None:
    assert topic in mandates(("1", text))[0].topics


def test_a_long_clause_costs_no_more_than_it_is_long() -> None:
    """Each *if the Secretary-General* may be what he reports, which stands nowhere behind it."""
    clause = "to submit a report once he informs it; and " + "if the Secretary-General " * 20_000
    assert "reporting" in about(clause, (), ())
