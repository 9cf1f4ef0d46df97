"""Which verbs a paragraph carries, in tables with the sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_cases import mandates, paragraphs

from mandex.corpus.languages import Lang
from mandex.ingest.mandates import find_mandates
from mandex.ingest.mandates.verbs import lead_verb

# sentence, language, verb as printed, lemma, force
LEADS: list[tuple[str, Lang, str, str, str]] = [
    ("Decides that all States shall:", "en", "Decides", "decide", "decide"),
    ("Also requests UNMISS to report", "en", "Also requests", "request", "request"),
    ("Decides further to remain seized", "en", "Decides further", "decide", "decide"),
    ("Encourages further efforts to this end", "en", "Encourages", "encourage", "encourage"),
    ("Calls again upon the parties", "en", "Calls again upon", "call upon", "call"),
    ("Reiterates its demand that all parties cease", "en", "Reiterates its demand", "demand", "demand"),
    ("Reiterates the call upon all States not to recognize it", "en", "Reiterates the call", "call", "call"),
    ("Expresses its intention to review", "en", "Expresses its intention", "express its intention", "note"),
    ("In this regard, requests the Committee to", "en", "requests", "request", "request"),  # after a clause
    ("Notwithstanding paragraph 15, decides that", "en", "decides", "decide", "decide"),
    ("While noting improvements, recognizes that", "en", "While noting", "note", "note"),
    ("Decide to extend the mandate", "en", "Decide", "decide", "decide"),  # a slip for Decides
    ("“The Security Council condemns all acts", "en", "condemns", "condemn", "note"),  # a statement
    ("决定所有国家应", "zh-Hans", "决定", "decide", "decide"),
    ("又请秘书长继续", "zh-Hans", "又请", "request", "request"),
    ("为此请秘书长与专家小组协调", "zh-Hans", "请", "request", "request"),
    ("关切地注意到青年党", "zh-Hans", "关切地注意到", "note", "note"),
    ("强烈敦促各方", "zh-Hans", "强烈敦促", "urge", "urge"),
    ("还促请会员国", "zh-Hans", "还促请", "call upon", "call"),
    ("将第4段规定的报告要求延长至2026年7月15日", "zh-Hans", "延长", "extend", "decide"),
]


@pytest.mark.parametrize(("text", "lang", "printed", "lemma", "force"), LEADS)
def test_lead_verb(text: str, lang: Lang, printed: str, lemma: str, force: str) -> None:
    found = lead_verb(text, lang)
    assert found is not None
    assert (text[found.start : found.end], found.verb.lemma, found.verb.force) == (printed, lemma, force)


NESTED_NOUNS = ["States that have not done so", "requests for delisting received", "supplies of equipment"]


@pytest.mark.parametrize("text", NESTED_NOUNS)
def test_plural_nouns_open_sub_paragraphs_without_being_verbs(text: str) -> None:
    assert lead_verb(text, "en", nested=True) is None


SEVERAL: list[tuple[str, Lang, list[str]]] = [
    (
        "Condemns all attacks. The Security Council supports the mission. It believes that",
        "en",
        ["Condemns", "supports", "believes"],
    ),  # sentences of their own
    ("Notes the report, supports the efforts of UNSMIL", "en", ["Notes", "supports"]),
    (
        "Requests UNMISS to ensure that this is coordinated with, and supports the work of, others",
        "en",
        ["Requests"],
    ),  # what somebody else does
    ("Urges all to act swiftly and fully, requests the Panel to report", "en", ["Urges", "requests"]),
    ("Welcomes the report, and notes with concern the delay", "en", ["Welcomes", "notes"]),
    ("Stresses the rule, requests troop-contributing countries to act", "en", ["Stresses", "requests"]),
    ("Requests the Panel to consider appeals, requests for exemptions and inquiries", "en", ["Requests"]),
    ("Notes the report, and urges all States to act", "en", ["Notes", "urges"]),
    ("Welcomes the efforts and in this regard calls upon the parties", "en", ["Welcomes", "calls upon"]),
    ("Requests the Panel to consider requests for exemptions", "en", ["Requests"]),  # a noun
    ("强调必须遵守停火，并请秘书长报告，鼓励会员国捐款", "zh-Hans", ["强调", "请", "鼓励"]),
    ("回顾其中要求各方停火的决议", "zh-Hans", ["回顾"]),  # someone else's demand
]


@pytest.mark.parametrize(("text", "lang", "verbs"), SEVERAL)
def test_a_paragraph_with_several_verbs_gives_several_rows(text: str, lang: Lang, verbs: list[str]) -> None:
    assert [row.verb for row in mandates(("1", text), lang=lang)] == verbs


def test_a_sub_paragraph_has_the_verb_force_and_actor_of_its_stem() -> None:
    rows = mandates(
        ("1", "Decides that all States shall:"),
        ("1(a)", "Prevent and suppress the financing of terrorist acts;"),
        ("1(a)(i)", "Without delay;"),
        ("1(b)", "Freeze funds, and requests the Committee to report;"),
        ("2", "Urges the parties to:"),
        ("(a)", "Cease fire;"),  # printed without the number above it
        ("", "at once;"),  # a bullet
    )
    assert [(row.seq, row.verb, row.force, row.actors) for row in rows] == [
        (1, "Decides", "decide", ("all-states",)),
        (2, "Decides", "decide", ("all-states",)),
        (3, "Decides", "decide", ("all-states",)),
        (4, "Decides", "decide", ("all-states",)),
        (4, "requests", "request", ("committee",)),
        (5, "Urges", "urge", ("parties",)),
        (6, "Urges", "urge", ("parties",)),
        (7, "Urges", "urge", ("parties",)),
    ]


def test_the_place_of_a_row_is_its_clause() -> None:
    text = "Notes the report, and urges all States to act;"
    first, second = mandates(("1", text))
    assert text[first.at.start : first.at.end] == "Notes the report, and "
    assert text[second.at.start : second.at.end] == "urges all States to act;"
    assert (first.measure, second.measure) == ("the report", "all States to act")


def test_only_what_is_decided_or_demanded_binds_and_nothing_in_a_statement() -> None:
    lines = [("1", "Decides to act;"), ("2", "Demands that they act;"), ("3", "Requests action;")]
    assert [row.binding for row in mandates(*lines)] == [True, True, False]
    statement = mandates(("", "“The Security Council demands action.”"), type_="presidential-statement")
    assert [(row.force, row.binding) for row in statement] == [("demand", False)]


@pytest.mark.parametrize(("text", "binds"), [
    # 2734 OP1, and its points
    ("Reaffirms its decision in paragraph 1 of resolution 2368 (2017) that all States shall take the"
     " following measures:", True),
    ("Recalls its decision that all Member States shall comply with the arms embargo;", True),
    ("Reaffirms paragraph 14 of resolution 2699 (2023), which decided that all Member States shall prevent"
     " the supply of arms;", True),
    # what the Council itself does, and what no decision is named of
    ("Reaffirms its decision to review frequently the progress made by the parties;", False),
    ("Reaffirms that Member States must ensure that measures comply with international law;", False),
])  # fmt: skip
def test_a_statement_binds_where_it_restates_what_was_decided_and_stays_a_statement(text, binds) -> None:
    rows = mandates(("1", text), ("1(a)", "Freeze without delay the funds of these individuals;"))
    assert [(row.force, row.binding) for row in rows if row.lemma != "freeze"][:1] == [("note", binds)]
    if text.endswith(":"):
        assert [(row.force, row.binding) for row in rows] == [("note", True), ("note", True)]


def test_a_draft_binds_nobody() -> None:
    (row,) = mandates(("1", "Decides to act;"), type_="draft")
    assert not row.binding


def test_letters_demand_nothing() -> None:
    assert mandates(("1", "Requests the Secretary-General to act"), type_="letter") == []


def test_an_old_preamble_ends_in_the_verb_of_what_follows() -> None:
    rows = mandates(
        ("-", "Having considered the report of the Secretary-General, Decides:"),
        ("(a)", "To renew the mandate of UNDOF for another period of six months;"),
        ("(b)", "To request the Secretary-General to report;"),
    )
    assert [(row.verb, row.force) for row in rows] == [("Decides", "decide"), ("To request", "request")]


def test_a_participle_that_is_all_the_verb_of_a_paragraph_asks() -> None:
    (alone,) = mandates(("4", "Calling upon the authorities to resolve any outstanding issues;"))
    assert (alone.verb, alone.force) == ("Calling upon", "call")
    before, _ = mandates(("5", "Recalling its request to the Panel, decides to meet;"))
    assert before.force == "note"  # it only introduces what is decided


def test_a_paragraph_that_lost_its_lead_verb_keeps_its_further_ones() -> None:
    rows = mandates(("16", "反恐委員會主席邀請會員國出席會議,還請主席與反恐執行局協調"), lang="zh-Hant")
    assert [row.verb for row in rows] == ["還請"]


POINTS: list[tuple[Lang, str, str, str, str, str]] = [
    ("en", "Decides in that regard to:", "request the 1540 Committee to organize events;", "request",
     "request", "a marked infinitive of the Council's own"),
    ("en", "Approves the mandate, which is:", "Encouraging and assisting the parties;", "Encouraging",
     "decide", "a task is none"),
    ("zh-Hans", "还授权特派团：", "继续支持有关当局审查人员；", "", "authorize", "继续 joins a task"),
    ("zh-Hans", "表示关切儿童的处境，因此：", "要求有关各方采取措施；", "", "demand",
     "a list of the Council's own acts"),
    ("zh-Hans", "认识到咨询作用的重要性，在此方面：", "鼓励加强与委员会的合作；", "", "encourage",
     "a list of the Council's own acts"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "stem", "point", "marked", "force", "why"), POINTS)
def test_what_governs_a_point(lang: Lang, stem: str, point: str, marked: str, force: str, why: str) -> None:
    whole = [replace(p, verb=marked if p.seq == 2 else "") for p in paragraphs(("1", stem), ("1(a)", point))]
    rows = find_mandates(whole, date="2020-03-10", lang=lang, type="resolution")
    assert rows[-1].force == force, why


FORCES = [
    ("Continues to urge all States to cooperate;", "urge", "the second verb asks"),
    ("Agrees with the Secretary-General that the mission has done its work;", "note", "an opinion shared"),
    ("Renews its strong support for the Special Representative;", "note", "nothing is decided"),
    (
        "Condemn specifically, and call for the cessation of, acts of violence;",
        "call",
        "of two the one that asks",
    ),
]


@pytest.mark.parametrize(("text", "force", "why"), FORCES)
def test_the_force_is_that_of_the_verb_that_asks(text: str, force: str, why: str) -> None:
    assert mandates(("1", text))[0].force == force, why


def test_of_two_verbs_that_are_marked_together_the_stronger_counts() -> None:
    text = "Welcomes and encourages efforts by flag States to consider further measures;"
    marked = [replace(paragraphs(("26", text))[0], verb="Welcomes and encourages")]
    row = find_mandates(marked, date="2019-12-04", lang="en", type="resolution")[0]
    assert (row.verb, row.force, row.actors) == (
        "Welcomes and encourages",
        "encourage",
        ("states-concerned",),
    )


def test_so_does_the_stronger_in_chinese() -> None:
    marked = [replace(paragraphs(("26", "欢迎并鼓励船旗国作出努力；"))[0], verb="欢迎并鼓励")]
    row = find_mandates(marked, date="2020-12-04", lang="zh-Hans", type="resolution")[0]
    assert (row.verb, row.force, row.actors) == ("欢迎并鼓励", "encourage", ("states-concerned",))


def test_bullets_of_a_statement_stand_under_what_leads_over_to_them() -> None:
    lines = [
        ("(a)", "The Council requests the parties to cooperate."),
        ("", "Call upon States to investigate."),
        ("", "Protection of journalists"),
        ("(b)", "The Council requests the mission to:"),
        ("", "patrol the border."),
    ]
    bodies = [replace(p, kind="body") for p in paragraphs(*lines)]
    rows = find_mandates(bodies, date="2018-09-21", lang="en", type="presidential-statement")
    assert [(row.seq, row.verb) for row in rows] == [
        (1, "requests"),
        (2, "Call upon"),
        (4, "requests"),
        (5, "requests"),
    ]


def test_a_numbered_paragraph_may_go_on_with_the_list_before_it() -> None:
    whole = [
        replace(p, verb="Ensure" if p.seq == 3 else "")
        for p in paragraphs(
            ("29", "Decides that the tasks of MONUSCO shall be:"),
            ("29(a)", "Protection of civilians"),
            ("30", "Ensure the protection of United Nations personnel;"),
        )
    ]
    row = find_mandates(whole, date="2020-03-10", lang="en", type="resolution")[-1]
    assert (row.verb, row.force, row.actors) == ("Ensure", "decide", ("monusco",))


# a statement or paragraph, its language, the verbs of its demands, why
SENTENCES: list[tuple[str, Lang, tuple[str, ...], str]] = [
    (
        "“The Security Council reaffirms the rule of law. In this regard, the Council stresses its part.",
        "en",
        ("reaffirms", "stresses"),
        "behind a tie, in lower case",
    ),
    (
        "“The Security Council reiterates its support. In this respect, it welcomes the plan.",
        "en",
        ("reiterates", "welcomes"),
        "it is the Council",
    ),
    (
        "“The Security Council reiterates the need for calm, The Security Council urges the parties to act.",
        "en",
        ("reiterates", "urges"),
        "printed behind a comma",
    ),
    (
        "Requests the Mission to assist, and in this context further requests the Force to help",
        "en",
        ("Requests", "further requests"),
        "an adverb is part of the verb",
    ),
    ("着重指出《路线图》仍然适用，反对导致暴力的行动", "zh-Hans", ("着重指出", "反对"), "an act of its own"),
    ("表示打算审查任务，决定是否延长任务期", "zh-Hans", ("表示打算",), "whether to, is not decided yet"),
    ("鼓励双方保持联络，支持加强职能", "zh-Hans", ("鼓励",), "supporting is what is encouraged"),
]


@pytest.mark.parametrize(("text", "lang", "verbs", "why"), SENTENCES, ids=[case[3] for case in SENTENCES])
def test_demands_of_a_paragraph_are_told_apart(
    text: str, lang: Lang, verbs: tuple[str, ...], why: str
) -> None:
    assert tuple(m.verb for m in mandates(("1", text), lang=lang)) == verbs, why


def test_what_is_demanded_ends_before_the_next_sentence() -> None:
    first, _ = mandates(
        ("1", "Reaffirms the rule of law. In this regard, the Council stresses its importance")
    )
    assert first.measure == "the rule of law"


def test_a_marked_verb_ends_before_whose_act_it_is() -> None:
    (line,) = paragraphs(("1", "表示注意到大会决定考虑此事"))
    (row,) = find_mandates(
        [replace(line, verb="表示注意到大会决定")], date="2025-11-26", lang="zh-Hans", type="resolution"
    )
    assert (row.verb, row.measure) == ("表示注意到", "大会决定考虑此事")


def test_a_verb_behind_a_quotation_opens_a_clause() -> None:
    text = "Takes note of the conclusion that “hopes are high.” The Security Council requests him to report."
    assert [row.verb for row in mandates(("1", text))] == ["Takes note", "requests"]


def test_a_task_that_goes_on_is_no_act_of_the_council() -> None:
    """2713 (2023), 9 (c)."""
    rows = mandates(
        ("9", "促请索马里当局："),
        ("9(c)", "加强监管和执法，鼓励与电信部门开展协作，鼓励会员国提供支持；"),
        lang="zh-Hans",
    )
    assert [row.verb for row in rows] == ["促请", "促请", "鼓励"]


def test_a_panel_is_encouraged_by_the_council_itself() -> None:
    """2806 (2025), 29 (b): not the States that its stem asks to inform the Panel."""
    rows = mandates(
        ("29", "再次请会员国向专家小组提供信息；"),
        ("29(b)", "鼓励专家小组与中央监测部密切协调合作；"),
        lang="zh-Hans",
    )
    assert [row.verb for row in rows] == ["再次请", "鼓励"]


# sentence that ends in a colon, its verbs, the verb of the point below, why
LEADING: list[tuple[str, list[str], str]] = [
    ("Decides to extend until 15 February 2014 the mandate of BNUB, requesting it, consistent with "
     "resolution 1959 (2010), to focus on the following areas:", ["Decides", "requesting"], "requesting"),
    ("Extends the mandate of UNSMIL until 15 March 2016, and further mandates UNSMIL to undertake:",
     ["Extends", "further mandates"], "further mandates"),
    ("Decides to extend the mandate of BNUB, requesting it to report;", ["Decides"], "Decides"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verbs", "governs"), LEADING)
def test_a_participle_that_leads_over_to_a_list_governs_it(text: str, verbs: list[str], governs: str) -> None:
    rows = mandates(("1", text), ("1(a)", "Promoting dialogue between national actors;"))
    assert [row.verb for row in rows[:-1]] == verbs
    assert rows[-1].verb == governs


def test_meanwhile_opens_a_clause_as_other_adverbs_do() -> None:
    """409 (1977), 3."""
    rows = mandates(
        ("3", "Decides to meet again, and meanwhile requests the Committee to examine the matter;")
    )
    assert [row.verb for row in rows] == ["Decides", "meanwhile requests"]


# what stands before and behind its: the verb as printed, its force
ITS: list[tuple[str, str, str]] = [
    ("Reiterates, in this regard, its call to the Secretary-General to finalize the strategy;",
     "Reiterates, in this regard, its call", "call"),
    ("Reaffirms its repeated call upon all concerned for respect of its borders;",
     "Reaffirms its repeated call", "call"),
    ("Reiterates once again its demand that UNITA accept the results;", "Reiterates once again its demand",
     "demand"),
    ("Reaffirms its intention to call a meeting;", "Reaffirms its intention", "note"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "printed", "force"), ITS)
def test_a_call_that_is_repeated_is_one(text: str, printed: str, force: str) -> None:
    (row,) = mandates(("1", text))
    assert row.force == force
    assert printed.startswith(row.verb)
    assert row.verb == printed or force == "note"
