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


# sentence, language, addressees, why: each a kind of fault that readers found in real rows
KINDS: list[tuple[str, Lang, tuple[str, ...], str]] = [
    ("Appeals to all Member States and to all humanitarian organizations to help;", "en",
     ("member-states", "international-organizations"), "a preposition before those addressed"),
    ("Calls for enhanced cooperation between all States, MONUSCO and the Group of Experts;", "en",
     ("all-states", "monusco", "group-of-experts"), "all act who shall cooperate"),
    ("Calls on all groups other than UNDOF to leave its positions;", "en", ("armed-groups",),
     "who is excepted is not addressed"),
    ("Demands that no acts of intimidation be directed against the United Nations;", "en", (),
     "the one who would suffer"),
    ("Requests that the Secretary-General issue a report on Security Council measures;", "en",
     ("secretary-general",), "a subjunctive ends the subject as *to* does"),
    ("Decides that, to prevent Charles Taylor from using funds, all States in which there are funds shall "
     "freeze them;", "en", ("all-states",), "the purpose comes before the subject"),
    ("Decides in response to the request by the Secretary-General to allow the judges to serve;", "en", (),
     "a decision names who acts behind *that*"),
    ("Further requests that, after a discussion with the Committee, the Panel of Experts submit a report;",
     "en", ("panel-of-experts",), "an aside before the subject"),
    ("Urges all Somali stakeholders to take part;", "en", ("parties",), "Somali says which"),
    ("Urges the Presidents of the Mano River Union member States to talk;", "en", ("states-concerned",),
     "members of another organization"),
    ("Encourages international, regional and subregional organizations to help;", "en",
     ("regional-organizations", "international-organizations"), "both are named"),
    ("Commends the efforts of the Secretary-General towards a settlement which must be just;", "en", (),
     "nobody is told to act"),
    ("Reiterates the obligation of Member States to refrain from supporting terrorists;", "en",
     ("member-states",), "whose duty it is"),
    ("Emphasizes that those responsible must be held accountable;", "en", (), "they suffer it"),
    ("Reminds the Government of Portugal that the Council may meet again;", "en", ("portugal",),
     "who is reminded"),
    ("Calls for full implementation of the mandate of UNMISS;", "en", (), "whose mandate it is"),
    ("Decides that UNMISS’s mandate shall be as follows:", "en", ("unmiss",), "what is decided on"),
    ("决定，为防止资金流失，所有国家应冻结这些资金；", "zh-Hans", ("all-states",), "purpose before subject"),
    ("重申安理会在第2178(2014)号决议中决定，所有国家应对恐怖分子采取措施；", "zh-Hans", ("all-states",),
     "the Council asks nothing of itself"),
    ("促请马里当局和马里所有各方遵守协议；", "zh-Hans", ("mali", "parties"), "second 马里 says which"),
    ("请会员国，特别是邻国，支持联合国；", "zh-Hans", ("member-states", "states-concerned"),
     "a list goes on"),
    ("请专家小组与委员会协商，提交报告；", "zh-Hans", ("panel-of-experts",), "与 is no list"),
    ("敦促几内亚湾区域内会员国迅速行动；", "zh-Hans", ("member-states",), "a gulf is no State"),
    ("确认各方支持切断恐怖分子的武器供应；", "zh-Hans", (), "供应 tells nobody to act"),
    ("邀请联合监测和评价委员会分享信息；", "zh-Hans", (), "not the Committee"),
    ("促请观察员部队以外的所有团体离开；", "zh-Hans", (), "who is excepted is not addressed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lang", "actors", "why"), KINDS, ids=[case[3] for case in KINDS])
def test_who_acts(text: str, lang: Lang, actors: tuple[str, ...], why: str) -> None:
    assert mandates(("1", text), lang=lang)[0].actors == actors, why


def test_the_panel_that_a_paragraph_founds_acts_in_its_points() -> None:
    rows = mandates(
        ("7", "Requests the Secretary-General to create a group of experts, with the following mandate:"),
        ("7(a)", "To provide the Committee with a list of those found to have violated the measures;"),
    )
    assert [row.actors for row in rows] == [("secretary-general",), ("group-of-experts",)]


def test_the_government_is_that_of_the_only_country() -> None:
    rows = mandates(
        ("1", "Recalls the election in Mali, the peace in Mali and the aid to Mali;"),
        ("2", "Urges the Prime Minister to act;"),
    )
    assert rows[-1].actors == ("mali",)


def test_a_pronoun_stands_for_who_is_named_before() -> None:
    rows = mandates(("1", "Welcomes the initiative of the Secretary-General, and calls on him to go on;"))
    assert rows[-1].actors == ("secretary-general",)


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


@pytest.mark.parametrize(
    ("lang", "names", "asks"),
    [
        ("en", "Recalling the Rome Statute of the International Criminal Court,",
         "Invites the Prosecutor to address the Council;"),
        ("zh-Hans", "回顾国际刑事法院的罗马规约，", "请检察官向安理会通报；"),
    ],
)  # fmt: skip
def test_the_prosecutor_is_that_of_the_court_that_the_document_names(
    lang: Lang, names: str, asks: str
) -> None:
    rows = mandates(("-", names), ("1", asks), lang=lang)
    assert [row.actors for row in rows] == [("icc",)]
