"""Demands parted into single obligations: small cases with their reasons, whole resolutions read by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from obligations import READ
from texts import base_of, resolution

from mandex.corpus.model import Span
from mandex.corpus.store import Store
from mandex.index.compare.actions import MAY
from mandex.index.compare.obligations import obligations
from mandex.index.compare.profiles import OTHER, load, names
from mandex.index.compare.repeats import fold
from mandex.index.compare.requirement import Requirement
from mandex.index.compare.requirements import Asked, requirements
from mandex.index.engines import open_engine

CASES = [
    # two verbs with one object are one obligation, with objects of their own they are two
    ("Calls upon all States to sign and ratify the Convention;", ["sign and ratify the Convention"]),
    ("Calls upon all States to ratify the Convention and report on its application;",
     ["ratify the Convention", "report on its application"]),
    ("Urges States to exchange information, and to cooperate in investigations;",
     ["exchange information", "cooperate in investigations"]),
    # a means named after *including by* is answered for itself; objects after *including* are not
    ("Calls upon Member States to secure borders, including by checking documents and training officers;",
     ["secure borders", "checking documents and training officers"]),
    ("Calls upon Member States to secure borders, including by checking travel documents and by"
     " registering arrivals;", ["secure borders", "checking travel documents", "registering arrivals"]),
    ("Calls upon Member States to collect data, including photographs and fingerprints;",
     ["collect data, including photographs and fingerprints"]),
    # what *shall* governs, with a safeguard between
    ("Decides that Member States shall, consistent with international law, freeze the funds of such persons;",
     ["freeze the funds of such persons"]),
    # 757 (1992) OP5, 550 (1984) OP3: what must not be done is never said as if it must
    ("Decides that no State shall make available any funds, and that all States shall prevent their removal;",
     ["no State shall make available any funds", "all States shall prevent their removal"]),
    ("Calls upon all States not to recognize the purported State and calls upon them all;",
     ["not to recognize the purported State and calls upon them all"]),
    # 2794 (2025) OP4, 318 (1972) OP5, 1814 (2008) OP10, 2161 (2014) OP18: not what they do
    ("Calls upon Member States, including those planning to transfer firearms to relevant authorities, to"
     " support them in managing stockpiles;", ["support them in managing stockpiles"]),
    ("Calls upon all States continuing to have economic relations with the régime to end such relations;",
     ["end such relations"]),
    ("Urges those Member States which have offered to contribute to the mission to fulfil such commitments;",
     ["fulfil such commitments"]),
    ("Encourages Member States that issue travel documents to listed individuals to note the travel ban;",
     ["note the travel ban"]),
    # 1816 (2008) OP2, 1966 (2010) OP10
    ("Urges States whose vessels operate there to be vigilant to acts of piracy;",
     ["be vigilant to acts of piracy"]),
    ("Urges all States where fugitives are suspected to be at large, to intensify cooperation;",
     ["intensify cooperation"]),
    # 793 (1992) OP8, 713 (1991) OP7, 1493 (2003) OP20: what is to be refrained from or prevented goes on
    ("Calls upon all States to refrain from any action which could endanger peace and increase tension;",
     ["refrain from any action which could endanger peace and increase tension"]),
    ("Calls upon all States to refrain from action which might contribute to tension and to delaying peace;",
     ["refrain from action which might contribute to tension and to delaying peace"]),
    ("Decides that all States shall prevent the supply of arms to militias, and to groups not party to it;",
     ["prevent the supply of arms to militias, and to groups not party to it"]),
    # 2106 (2013) OP12: a subject waits for its verb behind an aside
    ("Requests States to ensure that mediators, where it is used as a tactic, or as part of an attack, engage"
     " on it, and ensure that it is reflected in agreements;",
     ["ensure that mediators, where it is used as a tactic, or as part of an attack, engage on it",
      "ensure that it is reflected in agreements"]),
    # an end that is added to another is no obligation, what comes back to *to* after an aside is one
    ("Calls upon States to cooperate to prevent terrorist acts and to counter the threat of fighters;",
     ["cooperate to prevent terrorist acts and to counter the threat of fighters"]),
    ("Urges States to consider ways to include youth, and, as appropriate, to consider mechanisms;",
     ["consider ways to include youth", "consider mechanisms"]),
    # a remark beside what is asked asks nothing
    ("Calls upon States to halt recruitment of children, noting the numbers subject to recruitment and use in"
     " armed conflict;", ["halt recruitment of children, noting the numbers subject to recruitment and use in"
     " armed conflict"]),
    # actions named by nouns, with lists of their own; by *through, inter alia*; parted by semicolons
    ("Urges States to develop measures, including through the development of laws, the collection of data on"
     " threats, attacks and obstruction, and to share good practice;",
     ["develop measures", "the development of laws",
      "the collection of data on threats, attacks and obstruction", "share good practice"]),
    ("Encourages States to understand the impact, through, inter alia, strengthening records and"
     " developing criteria;", ["understand the impact", "strengthening records", "developing criteria"]),
    ("Calls on States to enforce the embargo, including by, as mandated, avoiding diversion; improving"
     " records; and ensuring disposal;",
     ["enforce the embargo", "avoiding diversion", "improving records", "ensuring disposal"]),
    # a list of things is one means; means within a remark are none; a process is no verb
    ("Encourages States to enhance partnerships, including through the Coordination Mechanism, bilateral,"
     " and regional frameworks;",
     ["enhance partnerships", "the Coordination Mechanism, bilateral, and regional frameworks"]),
    ("Calls on States to support the Code of Conduct, recognizing the will to combat piracy, including"
     " through prosecution and imprisonment;",
     ["support the Code of Conduct, recognizing the will to combat piracy,"
     " including through prosecution and imprisonment"]),
    ("Calls upon States to ensure that pirates are subject to a judicial process, and to render assistance;",
     ["ensure that pirates are subject to a judicial process", "render assistance"]),
    # what States are reminded of, whatever the noun
    ("Reminds Member States of their obligation to comply with embargoes and to take measures against"
     " violations;", ["comply with embargoes", "take measures against violations"]),
    ("Stresses in this regard the importance of all Member States complying with their obligations;",
     ["complying with their obligations"]),
    ("Emphasizes the responsibility of States to end impunity and to punish those responsible;",
     ["end impunity", "punish those responsible"]),
    ("Recognizes the need for States, organizations and other partners, to exchange evidence;",
     ["exchange evidence"]),
    # a purpose is no obligation
    ("Urges Member States to act in order to find and bring to justice the perpetrators;",
     ["act in order to find and bring to justice the perpetrators"]),
    # what an obligation is to do is no purpose, so *and* leads to the next
    ("Calls upon States to implement obligations to collect such data and develop the ability to use it;",
     ["implement obligations to collect such data", "develop the ability to use it"]),
    # an aside before the verb that counts
    ("Urges Member States, when designing measures to counter terrorism, to take into account their effect;",
     ["take into account their effect"]),
    # under a noun it is asked too, and not where the noun says again what was asked
    ("Stresses the need for effective implementation of asset freezing mechanisms;",
     ["effective implementation of asset freezing mechanisms"]),
    ("stresses the importance of assisting women and children, and to do so taking into account gender;",
     ["assisting women and children, and to do so taking into account gender"]),
    ("Emphasizes the importance of States establishing the violation as a serious criminal offence;",
     ["establishing the violation as a serious criminal offence"]),
    # an action named after *including* alone, and the objects of one that names its means
    ("Calls upon States to freeze assets without delay, including considering requests from other States;",
     ["freeze assets without delay", "considering requests from other States"]),
    ("Calls upon Member States to distinguish them from others, including by employing risk assessments,"
     " screening procedures, and the analysis of travel data;",
     ["distinguish them from others", "employing risk assessments", "screening procedures",
      "the analysis of travel data"]),
    # verbs of a relative clause are not what is asked
    ("Calls upon all States that have not yet presented a report on steps they have taken or intend to"
     " take to implement resolution 1540 (2004) to submit such a report to the Committee without delay;",
     ["submit such a report to the Committee without delay"]),
    ("Encourages all States to prepare action plans, mapping out priorities, and to submit those plans;",
     ["prepare action plans, mapping out priorities", "submit those plans"]),
    # 277 (1970) OP2, 2094 (2013) OP12: what is not to be done, twice, with all before the first *from*
    ("Decides that Member States shall refrain from recognizing this régime or from rendering aid to it;",
     ["refrain from recognizing this régime", "from rendering aid to it"]),
    ("Decides that States shall prohibit banks from opening offices and from taking an interest in others;",
     ["prohibit banks from opening offices", "from taking an interest in others"]),
    # 2293 (2016) OP25: those to be asked are one list, up to *to*
    ("Calls on all States to raise awareness, including by urging importers, processing industries and"
     " consumers to exercise due diligence;",
     ["raise awareness", "urging importers, processing industries and consumers to exercise due diligence"]),
    # 1720 (2006) OP4; 2462 (2019) OP25: *to provide* goes with no *holding*
    ("Urges States to take preventive action including training, and other action to ensure accountability;",
     ["take preventive action including training", "other action to ensure accountability"]),
    ("Encourages States to act in such cases with a view to holding those responsible and to provide the Team"
     " with information;", ["act in such cases with a view to holding those responsible",
     "provide the Team with information"]),
    # 2482 (2019) OP2: acts in a list that no *and* closes; not 620 (1988) OP3
    ("Calls upon States to collect information to enhance knowledge of the links, to intensify the exchange"
     " of it;", ["collect information to enhance knowledge of the links", "intensify the exchange of it"]),
    ("Calls on all States to continue to apply, to establish or to strengthen strict control of exports;",
     ["continue to apply, to establish or to strengthen strict control of exports"]),
    # 2153 (2014) OP18, 2542 (2020) OP7: the means of what is encouraged of those named with *by*
    ("Encourages the action by authorities from neighbouring countries to address it, including through"
     " monitoring the border and developing a strategy;",
     ["Encourages the action by authorities from neighbouring countries to address it",
      "monitoring the border", "developing a strategy"]),
    ("Demands full compliance including by all Member States with the embargo, including by ceasing support;",
     ["Demands full compliance including by all Member States with the embargo", "ceasing support"]),
    # what panels are to be given, and what an embargo is on besides arms
    ("Urges all Member States to ensure the safety of the members of the Panel and unhindered access;",
     ["ensure the safety of the members of the Panel", "unhindered access"]),
    # obligations and decisions said again
    ("Reiterates the obligation of Member States to refrain from support, including by suppressing them;",
     ["refrain from support", "suppressing them"]),
    ("Reaffirms its decision that States shall eliminate the supply of weapons, as well as its calls for"
     " States to find ways of sharing;", ["eliminate the supply of weapons", "find ways of sharing"]),
    # a second purpose, of a training and of a use
    ("Calls upon Member States to strengthen border management, including by increasing training of"
     " practitioners, to investigate terrorists, and to effectively identify their movement;",
     ["strengthen border management", "increasing training of practitioners, to investigate terrorists, and"
      " to effectively identify their movement"]),
    ("Calls upon Member States to make regular use of databases for use in screening travelers at air, land"
     " and sea ports and to strengthen investigations;",
     ["make regular use of databases for use in screening travelers at air, land and sea ports and to"
      " strengthen investigations"]),
    # a list of ways of doing it, and of actions that go on after a verb
    ("Calls upon all States to cooperate by sharing information, by collaborating on measures and by"
     " facilitating mutual assurance;",
     ["cooperate by sharing information", "collaborating on measures", "facilitating mutual assurance"]),
    ("Calls upon all States to strengthen procedures and maximize the use of new technologies, as well as"
     " strengthening cooperation and collaboration and sharing experience;",
     ["strengthen procedures", "maximize the use of new technologies",
      "strengthening cooperation and collaboration", "sharing experience"]),
    ("Urges Member States to strengthen their judicial capacities, and developing their capabilities;",
     ["strengthen their judicial capacities", "developing their capabilities"]),
    ("Calls upon Member States to consider improving strategies, which should include, inter alia, assessing"
     " and raising awareness of risks, taking preparedness measures;",
     ["consider improving strategies", "assessing and raising awareness of risks",
      "taking preparedness measures"]),
    ("Encourages Member States to strengthen cooperation with civil society, including awareness-raising;",
     ["strengthen cooperation with civil society", "awareness-raising"]),
    # what takes up the measures again is no purpose of the means
    ("Calls upon all States to ensure that measures are in place, including through enhancing screening,"
     " to detect attacks and to review and assess such measures regularly;",
     ["ensure that measures are in place", "enhancing screening, to detect attacks",
      "review and assess such measures regularly"]),
    # efforts and measures that say nothing without what they are for
    ("Encourages all States to make concerted and coordinated efforts, including through international"
     " cooperation, to raise awareness;", ["raise awareness"]),
    ("Emphasizes the importance of Member States taking appropriate measures, at the national level, to"
     " prevent trafficking, and to prevent looting from stockpiles;",
     ["taking appropriate measures, at the national level, to prevent trafficking",
      "prevent looting from stockpiles"]),
    # one more verb of a purpose, technologies that are no action, what strategies are for
    ("Calls upon States to establish partnerships to share experience in order to prevent, protect,"
     " respond to and recover from damage, including through joint training, and use of networks;",
     ["establish partnerships to share experience in order to prevent, protect, respond to and recover from"
      " damage", "joint training", "use of networks"]),
    ("Urges Member States to act cooperatively, including through information and communications"
     " technologies, while respecting rights;",
     ["act cooperatively, including through information and communications technologies, while respecting"
      " rights"]),
    ("Encourages Member States that have developed strategies to deal with threats to work with all States;",
     ["work with all States"]),
    # a responsibility that is affirmed, a need that is recognized
    ("Affirms that all States have the responsibility to protect the security of citizens;",
     ["protect the security of citizens"]),
    ("Recognizes the need for Member States to undertake measures, including by enhancing national systems;",
     ["undertake measures", "enhancing national systems"]),
    # what leads on after a condition, ways named one by one, an aside before an action
    ("Requires any Member State to submit promptly a report on the inspection, and, if prohibited items for"
     " sale, or transfer are found, further requires such Member States to submit a subsequent report;",
     ["submit promptly a report on the inspection",
      "if prohibited items for sale, or transfer are found, further requires such Member States to submit a"
      " subsequent report"]),
    ("Renews its call upon States to take part in the fight, in particular by deploying vessels, arms,"
     " military aircraft, by providing bases for such forces, and by seizing boats;",
     ["take part in the fight", "deploying vessels, arms, military aircraft",
      "providing bases for such forces", "seizing boats"]),
    ("Encourages flag States to consider safety measures, including, where applicable, developing"
     " regulations, aimed at preventing and suppressing piracy;",
     ["consider safety measures", "developing regulations, aimed at preventing and suppressing piracy"]),
    # means of those designated are none of States
    ("Decides that all States shall notify the Committee of the transit of persons designated as being"
     " engaged in proliferation, including through the involvement in procurement;",
     ["notify the Committee of the transit of persons designated as being engaged in proliferation,"
      " including through the involvement in procurement"]),
    # an aside before the object is no means
    ("Decides that all States shall maintain effective controls to deter, prevent and combat, including"
     " through international cooperation, the illicit trafficking in such items;",
     ["maintain effective controls to deter, prevent and combat, including through international cooperation,"
      " the illicit trafficking in such items"]),
    # what is known of States is not asked of them; an authority is no duty
    ("Calls upon all States, in particular those through which diamonds are known to transit, to act in"
     " accordance with this resolution;", ["act in accordance with this resolution"]),
    ("Decides to authorize all Member States to, and that all Member States shall, upon discovery of such"
     " items, seize and dispose of them;", ["seize and dispose of them"]),
    ("Reiterates its demand, expressed in paragraph 21 of resolution 1807, that all parties and all States,"
     " particularly those in the region, cooperate fully with the Group;",
     ["cooperate fully with the Group"]),
    ("促请会员国加强边境管制，并分享有关旅行证件的信息；", ["加强边境管制", "分享有关旅行证件的信息"]),
    ("决定所有国家均应防止和制止资助恐怖主义行为；", ["防止和制止资助恐怖主义行为"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:40] for case in CASES])
def test_single_obligations(text: str, expected: list[str]) -> None:
    found = obligations(text, Span(0, len(text)), inherits=False)
    assert [text[one.span.start : one.span.end] for one in found] == expected


def test_what_is_not_to_be_done_twice_is_said_with_all_before_from() -> None:
    text = (
        "Decides that States shall prohibit banks from opening offices and from taking an interest in others;"
    )
    _, other = obligations(text, Span(0, len(text)), inherits=False)
    assert other.lead == "prohibit banks"


def test_a_sub_paragraph_has_no_verb_of_its_own() -> None:
    text = "(a) Deny safe haven to those who finance, plan, support, or commit terrorist acts;"
    found = obligations(text, Span(4, len(text)), inherits=True)
    assert [text[one.span.start : one.span.end] for one in found] == [text[4:-1]]


@pytest.mark.parametrize("name", names())
def test_profiles_name_resolutions_and_tell_their_themes(name: str) -> None:
    profile = load(name)
    assert profile.resolutions
    assert len({theme.id for theme in profile.themes}) == len(profile.themes) > 3
    for theme in profile.themes:
        assert theme.label_zh
        assert profile.theme(theme.terms_en[0]) != OTHER
        assert profile.theme(theme.terms_zh[0]) != OTHER


@pytest.fixture(scope="module")
def base(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("requirements")
    numbers = [f"S_RES_{number}" for number in READ]
    with base_of(data / "un-scresolutions", folder, *numbers) as store:
        yield store


@pytest.fixture(scope="module")
def rows(base: Store) -> list[Requirement]:
    profile = load("counter-terrorism")
    return requirements(base, Asked(lang="en"), profile, keep="all")


@pytest.mark.corpus
def test_obligations_of_the_counter_terrorism_resolutions(rows: list[Requirement]) -> None:
    expected = [
        (n, label, words) for n, listed in READ.items() for label in listed for words in listed[label]
    ]
    left = list(expected)
    wrong = []
    for row in rows:
        number = int(row.doc.split("/")[2].split(" ")[0])
        if number not in READ:
            continue
        hit = next(
            (e for e in left if e[:2] == (number, row.label) and row.obligation.startswith(e[2])), None
        )
        if hit:
            left.remove(hit)
        else:
            wrong.append((number, row.label, row.obligation[:60]))
    right = len(expected) - len(left)
    assert right / len(expected) >= 0.95, left
    assert right / (right + len(wrong)) >= 0.95, wrong


@pytest.mark.corpus
def test_repeats_and_themes(rows: list[Requirement]) -> None:
    by_place = {(row.doc, row.label, row.n): row for row in rows}
    assistance = by_place["S/RES/1373 (2001)", "2(f)", 1]
    assert {"S/RES/2178 (2014) OP12", "S/RES/2396 (2017) OP23"} <= set(assistance.repeats)
    assert assistance.theme == "judicial-cooperation"
    assert by_place["S/RES/1373 (2001)", "1(c)", 1].theme == "terrorist-financing"
    assert by_place["S/RES/2396 (2017)", "15", 1].binding
    assert not by_place["S/RES/2178 (2014)", "18", 1].binding
    for row in rows:
        said = " ".join(row.text[row.start : row.end].split())
        assert row.obligation.endswith(said)  # its words in the text, after a verb that they share


@pytest.mark.corpus
def test_repeats_are_folded_as_asked(base: Store) -> None:
    def kept(keep: str) -> set[str]:
        found = requirements(base, Asked(lang="en"), keep=keep)
        return {row.place for row in found if "greatest measure of assistance" in row.obligation}

    assert kept("first") == {"S/RES/1373 (2001) OP2(f)"}
    assert kept("latest") == {"S/RES/2462 (2019) OP29"}
    assert kept("strongest") == {"S/RES/1373 (2001) OP2(f)"}
    assert len(kept("all")) == 6


def test_what_is_asked_for_another_country_is_no_repeat(base: Store) -> None:
    """Travel bans in the same words (1970 OP15, 2653 OP3) are on others, and end on days of their own."""
    rows = [
        row
        for row in requirements(base, Asked(lang="en"), keep="all")
        if "greatest measure of assistance" in row.obligation
    ]
    on = dict(zip(sorted(row.doc for row in rows), ["libya", "haiti"], strict=False))
    assert len(fold(rows, "first", (), {})) == 1
    assert len(fold(rows, "first", (), on)) == 3


@pytest.fixture(scope="module")
def repeated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The same asked in three resolutions, the last with more force, and something else in a fourth."""
    preamble = "Recalling its resolutions on the matter and determined to combat all threats to peace,"
    texts = {
        2901: "1. Calls upon all States to intensify the exchange of operational information on the movements"
        " of terrorist networks;",
        2902: "1. Urges all States to protect their water supply from pollution by heavy metals;",
        2903: "1. Decides that all States shall intensify the exchange of operational information on the"
        " movements of terrorist networks and their leaders;",
        2904: "1. Requests the Secretary-General to intensify the exchange of operational information on"
        " the movements of terrorist networks;",
    }
    with Store.open(tmp_path_factory.mktemp("repeated"), create=True) as store:
        engine = open_engine(store)
        store.listeners.append(engine)
        for number, text in texts.items():
            year = number - 874
            held = replace(resolution(number, year, preamble, text), date=f"{year}-06-01")
            store.put_file(held.source, f"{number:064}", [held])
        yield store
        engine.close()


@pytest.mark.parametrize(
    ("asked", "of", "repeats", "strengthened"),
    [
        ("S/RES/2901 (2027)", "member-states", ("S/RES/2903 (2029) OP1",), ("S/RES/2903 (2029) OP1",)),
        # What came before is named, and is no strengthening.
        ("S/RES/2903 (2029)", "member-states", ("S/RES/2901 (2027) OP1",), ()),
        ("S/RES/2902 (2028)", "member-states", (), ()),  # nobody else speaks of water
        ("S/RES/2904 (2030)", "secretary-general", (), ()),  # the others ask somebody else
    ],
)
def test_repeats_are_looked_for_in_all_that_is_held(
    repeated: Store, asked: str, of: str, repeats: tuple[str, ...], strengthened: tuple[str, ...]
) -> None:
    (row,) = requirements(repeated, Asked((asked,), of))
    assert (row.repeats, row.strengthened) == (repeats, strengthened)


@pytest.mark.parametrize(
    "text",
    [
        "Recalls its decision that Member States, in order to prevent terrorists from obtaining explosives,"
        " shall undertake appropriate measures to promote vigilance;",
        "Recognizes the need for Member States to undertake appropriate measures to promote vigilance;",
    ],
)
def test_what_is_only_recalled_or_recognized_of_states_is_a_row(tmp_path: Path, text: str) -> None:
    with Store.open(tmp_path, create=True) as store:
        held = resolution(2905, 2031, "Recalling its resolutions,", f"1. {text}")
        store.put_file(held.source, f"{1:064}", [held])
        (row,) = requirements(store, Asked((held.symbol,)))
    assert row.obligation == "undertake appropriate measures to promote vigilance"


def test_a_permission_asks_nothing() -> None:
    """2206 (2015) OP14: *Decides that Member States may permit the addition to the accounts frozen*."""
    assert MAY.match("Decides that Member States may permit the addition to the accounts frozen")
    assert not MAY.match("Decides that Member States shall freeze the accounts that they may find")
