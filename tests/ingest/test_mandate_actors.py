"""Of whom something is demanded, in tables with the sentence."""

from __future__ import annotations

import pytest
from mandate_cases import mandates

from mandex.corpus.languages import Lang

# sentence, language, addressees of its first row
CASES: list[tuple[str, Lang, tuple[str, ...]]] = [
    (
        "Calls upon Member States and regional organizations to act;",
        "en",
        ("member-states", "regional-organizations"),
    ),
    ("Decides that all States shall freeze the funds of the Taliban;", "en", ("all-states",)),
    ("Requests the Secretary-General, with the Committee, to report;", "en", ("secretary-general",)),
    ("Decides to extend the mandate of UNMISS until 15 March 2021;", "en", ("unmiss",)),
    ("Demands that all parties to the conflict cease fire;", "en", ("parties",)),
    ("Urges the Government of South Sudan to cooperate;", "en", ("south-sudan",)),
    ("Encourages CTED to assess Member States’ efforts;", "en", ("cted",)),
    ("Requests a report to the Committee;", "en", ()),  # it receives the report
    ("Welcomes the report of the Secretary-General;", "en", ()),  # nothing is asked of him
    ("Decides to remain seized of the matter;", "en", ("security-council",)),
    ("促请会员国和区域组织采取行动；", "zh-Hans", ("member-states", "regional-organizations")),
    ("决定所有国家应冻结塔利班的资金；", "zh-Hans", ("all-states",)),
    ("请秘书长与专家小组密切协商，提交报告；", "zh-Hans", ("secretary-general",)),
    ("又请反恐执行局评估会员国的努力；", "zh-Hans", ("cted",)),
    ("決定將南蘇丹特派團的任務期限延長一年；", "zh-Hant", ("unmiss",)),
    ("欢迎秘书长的报告；", "zh-Hans", ()),
]


@pytest.mark.parametrize(("text", "lang", "actors"), CASES)
def test_addressees(text: str, lang: Lang, actors: tuple[str, ...]) -> None:
    assert mandates(("1", text), lang=lang)[0].actors == actors


def test_a_pronoun_stands_for_those_addressed_before() -> None:
    rows = mandates(("1", "Calls upon the parties to cease fire, and urges them to negotiate;"))
    assert [row.actors for row in rows] == [("parties",), ("parties",)]


def test_abbreviations_defined_in_the_document_resolve() -> None:
    rows = mandates(
        ("-", "Recalling the International Residual Mechanism for Criminal Tribunals (“the Mechanism”),"),
        ("1", "Requests the Mechanism to report;"),
    )
    assert [row.actors for row in rows] == [("residual-mechanism",)]


def test_the_committee_is_the_one_that_the_document_names() -> None:
    rows = mandates(
        ("1", "Recalls the Committee established pursuant to resolution 751 (1992) (“the Committee”);"),
        ("2", "Directs the Committee to report;"),
    )
    assert rows[-1].actors == ("751-committee",)


def test_of_several_committees_none_is_guessed() -> None:
    rows = mandates(
        ("1", "Recalls the Committees established pursuant to resolution 751 (1992);"),
        ("2", "Recalls the Committee established pursuant to resolution 1591 (2005);"),
        ("3", "Directs the Committee to report;"),
    )
    assert rows[-1].actors == ("committee",)
