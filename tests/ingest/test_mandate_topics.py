"""What clauses are about, in either language, and what their words do not make them about.

Each case is the wording of a resolution, shortened, with the topic that it has (`+`) or has not (`-`).
"""

from __future__ import annotations

import pytest

from mandex.ingest.mandates.topics import about, reviews_panel

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
    ("to refrain from deporting any civilian from the territories", "refugees-displaced"),
]
HAVE_NOT = [
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
