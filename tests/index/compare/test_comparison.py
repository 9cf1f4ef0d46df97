"""Paragraphs found again in another text, on small texts whose answer is plain."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from comparing import ARMS, CARGO, MANDATE, PREAMBLE, REPORT, SEIZED, SPLIT, Fate, fates, pair
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import read, resolution

from mandex.corpus.model import Document, Paragraph, Span
from mandex.index.compare.comparison import apply, compare

FATES = [
    ("renumbered only", (PREAMBLE, MANDATE, REPORT, "3. Notes the holding of elections in March;",
                         ARMS.replace("3.", "4."), SEIZED.replace("4.", "5.")), [("new", "", "OP3")]),
    ("dropped", (PREAMBLE, MANDATE, ARMS.replace("3.", "2."), SEIZED.replace("4.", "3.")),
     [("dropped", "OP2", "")]),
    ("moved", (PREAMBLE, CARGO, MANDATE.replace("1.", "2."), REPORT.replace("2.", "3."),
               SEIZED), [("moved", "OP3", "OP1")]),
    ("changed in place, very much", (PREAMBLE, "1. Decides to end the mandate of the Panel;", REPORT, ARMS,
                                     SEIZED), [("changed", "OP1", "OP1")]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "new", "expected"), FATES, ids=[case[0] for case in FATES])
def test_what_became_of_paragraphs(why: str, new: tuple[str, ...], expected: list[Fate]) -> None:
    assert fates(pair(*new)) == expected


def test_the_report_studied_is_the_next_one() -> None:
    """As in 444 (1979) PP3."""
    old = (
        "Having considered the report of the Secretary-General dated 13 September 2023 on the above matters,"
    )
    new = "Having studied the report of the Secretary-General on the Interim Force in Lebanon (S/2024/1),"
    found = pair(PREAMBLE, new, MANDATE, SEIZED, old=(PREAMBLE, old, MANDATE, SEIZED))
    assert [d.new_place for d in found.differences if d.old_place == "PP2"] == ["PP2"]


POINTS = (
    "(a) to promote accountability and respect for the rights of women and children in all provinces;",
    "(b) to help internally displaced persons and refugees to return to their homes in safety;",
)


def test_stems_go_together_by_their_points() -> None:
    """As in 2732 (2024) OP6."""
    old = (
        "1. Requests the Special Representative and the Mission, at the request of the Government:",
        *POINTS,
    )
    new = (
        "1. Decides to remain in the country.",
        "2. Notes what its letter said, and gives these tasks:",
        *POINTS,
    )
    pairs = {(d.old_place, d.new_place) for d in pair(*new, old=old).differences}
    assert {("OP1", "OP2"), ("OP1(a)", "OP2(a)"), ("OP1(b)", "OP2(b)")} <= pairs


def test_what_recalls_a_paragraph_of_the_old_text_goes_back_to_it() -> None:
    """As 2725 (2024) OP5 recalls 2676 (2023) OP4; a paragraph that only uses one does not."""
    old = (MANDATE, "2. Intends to modify, suspend or lift its bans no later than 12 February 2024;", SEIZED)
    recalls = (
        "2. Recalls paragraph 2 of resolution 2675 (2023), and shall look into them again by 12 May 2025;"
    )
    uses = "2. Welcomes the Panel’s views on the criteria of paragraph 2 of resolution 2675 (2023) in Geneva;"
    for told, expected in ((recalls, "OP2"), (uses, "")):
        found = pair(MANDATE, told, "3. Decides to remain seized.", old=old)
        assert [d.new_place for d in found.differences if d.old_place == "OP2"] == [expected], told


def test_the_days_of_what_is_kept_are_brought_forward() -> None:
    """As in 2789 (2025) OP1, of the reports that 2745 (2024) OP7 asks for."""
    new = (
        "1. Decides to extend until 28 February 2025 the mandate in paragraph 1 of resolution 2675 (2023),"
        " and reaffirms paragraphs 2 and 3 of resolution 2675 (2023), the date of the final report being"
        " updated to 28 January 2025;",
        "2. Decides to remain seized of the matter.",
    )
    found = pair("Acting under Chapter VII of the Charter of the United Nations,", *new,
                 old=(PREAMBLE, MANDATE, REPORT, ARMS, SEIZED))  # fmt: skip
    changes = {
        d.old_place: [(c.old, c.new) for c in d.changes] for d in found.differences if d.relation == "kept"
    }
    assert changes["OP2"] == [("2024-01-28", "2025-01-28")]
    assert changes["OP3"] == []


def test_what_a_recital_tells_of_the_old_text_does_not_renew_it() -> None:
    """As 1992 (2011) PP5 tells of 1981 (2011) OP1."""
    told = (
        "Recalling paragraph 1 of resolution 2675 (2023), which extended the mandate of the Panel of Experts"
    )
    found = pair(PREAMBLE, f"{told} until 28 February 2024,", REPORT.replace("2.", "1."), SEIZED)
    fates_of = {(d.relation, d.old_place, d.new_place) for d in found.differences}
    assert {("dropped", "OP1", ""), ("new", "", "PP2")} <= fates_of


ROLLED = (
    "1. Decides to extend until 28 February 2025 the mandate in paragraph 1 of resolution 2675 (2023),"
    " and reaffirms paragraph 3 of resolution 2675 (2023);",
    "2. Decides to remain seized of the matter.",
)


def test_what_is_kept_by_its_number_is_not_dropped() -> None:
    """As resolution 2789 (2025) OP1 rolled over 2745 (2024), of which it prints nothing."""
    found = pair("Acting under Chapter VII of the Charter of the United Nations,", *ROLLED,
                 old=(PREAMBLE, MANDATE, REPORT, ARMS, SEIZED))  # fmt: skip
    by_place = {one.old_place: one for one in found.differences if one.old}
    assert (by_place["OP3"].relation, by_place["OP3"].new_place, by_place["OP3"].new) == ("kept", "OP1", None)
    assert by_place["OP2"].relation == "dropped"  # a report that nothing asks for again
    assert apply(found.old.paragraphs, found.differences) == list(found.new.paragraphs)


def test_the_end_of_what_is_kept_is_told() -> None:
    new = (
        "1. Decides to extend until 28 February 2025 the measures of paragraph 3 of resolution 2675 (2023);",
    )
    old = (
        MANDATE,
        REPORT,
        "3. Decides that until 28 February 2024 States shall prevent the sale of all arms;",
    )
    arms = next(one for one in pair(*new, old=old).differences if one.old_place == "OP3")
    assert (arms.relation, arms.row()["new_place"]) in (("kept", "OP1"), ("changed", "OP1"))
    assert ("date", "2024-02-28", "2025-02-28") in [(c.what, c.old, c.new) for c in arms.changes]


TASKED = [
    ("as set out in resolution 2675 (2023)", "kept"),
    ("as extended by resolution 2675 (2023)", "dropped"),
]


@pytest.mark.parametrize(("how", "fate"), TASKED)
def test_the_tasks_of_a_mandate_that_goes_on_as_laid_down_are_kept(how: str, fate: str) -> None:
    """2304 (2016) OP4 and 2252 (2015) OP8: of the Mission, not of the parties."""
    old = (
        "1. Decides to extend the mandate of UNMISS until 31 July 2024;",
        "2. Decides that UNMISS shall monitor violations of humanitarian law and deter attacks on civilians;",
        "3. Urges all parties to the conflict to grant access to the camps of displaced persons;",
    )
    found = pair(f"1. Decides to extend the mandate of UNMISS, {how}, until 15 December 2024;", old=old)
    fates_of = {one.old_place: (one.relation, one.new_place) for one in found.differences if one.old}
    assert fates_of["OP2"] == (fate, "OP1" if fate == "kept" else "")
    assert fates_of["OP3"] == ("dropped", "")
    assert apply(found.old.paragraphs, found.differences) == list(found.new.paragraphs)


POWERS = [
    ("authorizations as set out in resolution 2675 (2023)", "kept"),
    ("authorizations provided by and the measures imposed by resolution 2675 (2023)", "kept"),
    ("authorizations set out in paragraph 7 of resolution 2675 (2023)", "dropped"),
]


@pytest.mark.parametrize(("what", "fate"), POWERS)
def test_what_is_authorized_goes_on_with_the_authorizations(what: str, fate: str) -> None:
    """2780 (2025) OP1 and 2733 (2024) OP2 to OP4; 2208 (2015) OP1 and 2146 (2014) OP5, not its term, OP15."""
    old = (
        "1. Decides to extend the authorizations as set out in resolution 2635 (2022);",
        "2. Authorizes Member States to seize and dispose of such items found on vessels on the high seas;",
        "3. Decides that the Member State who seizes such items shall notify the Committee within 30 days;",
        "4. Decides that the authorizations provided by and the measures imposed by this resolution shall"
        " terminate one year from the date of its adoption;",
        "5. Urges all parties to the conflict to grant access to the camps of displaced persons;",
    )
    found = pair(f"1. Decides to extend the {what} for a further 6 months;", old=old)
    fates = {one.old_place: one.relation for one in found.differences if one.old}
    assert [fates[place] for place in ("OP2", "OP3", "OP5")] == [fate, fate, "dropped"]
    assert fates["OP4"] != "kept"


def test_of_what_is_kept_by_its_number_nothing_falls_out() -> None:
    """2789 (2025) OP1, and 2745 (2024) OP6 of the panel."""
    old = (
        "1. Decides to extend until 31 August 2025 the mandate of the Panel of Experts, decides to review it"
        " and requests the Secretary-General to take the administrative measures to continue its work;",
    )
    new = (
        "1. Decides to extend until 31 August 2026 the mandate in paragraph 1 of resolution 2675 (2023), and"
    )
    found = pair(f"{new} urges all parties to cooperate with the experts on the ground;", old=old)
    told = [(c.what, c.old, c.new) for d in found.differences if d.old_place == "OP1" for c in d.changes]
    assert told[0] == ("date", "2025-08-31", "2026-08-31")
    assert not [change for change in told if change[1] and change[0] != "date"]


LIMITS = "3. Calls upon the parties to respect the lines of the buffer zone and to remove their posts,"
STATUS = " recalls the status of Varosha as set out in resolutions 550 (1984) and 789 (1992)"
FREE = ", and reaffirms that freedom of movement should be respected"


def test_a_clause_that_moved_to_a_new_paragraph_makes_a_split() -> None:
    """As resolution 2561 (2021) OP12 took its matter from 2537 (2020) OP13, with a sentence of its own."""
    old = (PREAMBLE, MANDATE, REPORT, LIMITS + STATUS + FREE + ";", SEIZED)
    new = (
        PREAMBLE, MANDATE, REPORT, LIMITS.rstrip(",") + ";",
        "4." + STATUS.replace(" recalls", " Recalls") + " and in the statement of its President, which is"
        " deeply concerned about the area and calls for a reversal of this course" + FREE + ";",
        SEIZED.replace("4.", "5."),
    )  # fmt: skip
    assert fates(pair(*new, old=old)) == [("split", "OP3", "OP3"), ("split", "OP3", "OP4")]


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("Somalia", [("dropped", "PP1", ""), ("new", "", "PP1")]),  # only the formula is shared
        ("Sudan", [("changed", "PP1", "PP1")]),
    ],
)
def test_a_formula_about_another_country_is_no_successor(country: str, expected: list[Fate]) -> None:
    """Recitals of 2620 (2022) and 2641 (2022): *its previous resolutions concerning* two countries."""
    old = (
        "Recalling its previous resolutions concerning Sudan, in particular 1591 (2005), 1651 (2005), 1665"
        " (2006), 1672 (2006), 1713 (2006), 1779 (2007) and 1841 (2008), and reaffirming its commitment,"
    )
    new = f"Recalling its previous resolutions and the statements of its President concerning {country},"
    rest = (MANDATE, REPORT, ARMS, SEIZED)
    assert sorted(fates(pair(new, *rest, old=(old, *rest)))) == expected


ANGOLA = "the Permanent Representative of the People’s Republic of Angola to the United Nations"
REQUEST = f"Having considered the request of {ANGOLA} contained in document S/17510,"
STATEMENT = f"Having considered the statement of {ANGOLA},"
EXAMINED = "Having considered the report of the Commission of Inquiry to the Council,"
VIOLENCE = "Expressing grave concern at the violence of gangs in the capital"
CAUSES = "stressing the need to address its underlying causes, including by reforms of the courts"
RECALLED = [
    ("881 (1993): recitals with a formula in common",
     ("Recalling the statement of its President of 17 September 1993, in which it condemned the resumption of"
      " fighting in Abkhazia,",),
     ("Recalling in particular resolution 858 (1993), in which the Council decided to establish the United"
      " Nations Observer Mission in Georgia,",),
     [("dropped", "PP2", ""), ("new", "", "PP2")]),
    ("577 (1985): a request and a statement of one representative",
     (REQUEST, "Having heard the statement of the Permanent Representative of Angola,", EXAMINED),
     (STATEMENT, EXAMINED),
     [("changed", "PP3", "PP2"), ("dropped", "PP2", "")]),
    ("2645 (2022): what opens a recital became one of its own",
     (f"{VIOLENCE}, {CAUSES},",),
     (f"{VIOLENCE}, such as kidnappings and murders,", f"Urges the authorities to act, {CAUSES},"),
     [("split", "PP2", "PP2"), ("split", "PP2", "PP3")]),
    ("1992 (2011): the last words of a recital that is gone",
     ("Recalling its intention to redeploy troops on a temporary basis and mindful of the need to support the"
      " ability of the mission to carry out patrols,",
      "Recalling the letter of the Secretary-General stressing the role of helicopters in the country,"),
     ("Recalling the letter of the Secretary-General stressing the role of helicopters in the country,"
      " the need to support the ability of the mission to carry out patrols in view of the elections,",),
     [("merged", "PP2", "PP2"), ("merged", "PP3", "PP2")]),
    ("450 (1979): a recital that moved begins as it did, word for word",
     (f"{EXAMINED}", "Acting in response to the request of the Government of Lebanon taking into account the"
      " report of the Secretary-General,"),
     ("Acting in response to the request of the Government of Lebanon and noting with concern the questions"
      " raised in its letters addressed to the Security Council,", f"{EXAMINED}"),
     [("moved-changed", "PP3", "PP2")]),
    ("1820 (2008): a recital grown from one clause",
     ("Expressing its deep regret that civilians account for the vast majority of casualties in situations of"
      " armed conflict,",),
     ("Noting that civilians account for the vast majority of those affected by armed conflict; that"
      " women and girls are particularly targeted by the use of violence, including as a tactic of war to"
      " humiliate, dominate, instil fear in, disperse or forcibly relocate members of a community; and that"
      " this may persist after the cessation of hostilities,",),
     [("changed", "PP2", "PP2")]),
    ("450 (1979) PP1: the one document of a recital, now at the end of a list",
     ("Recalling also the statement made by the President of the Council on 8 December 1978 (S/12958),",),
     ("Noting the resolutions that have been adopted on the Force since it was set up and the statement"
      " made by the President of the Council on 8 December 1978 (S/12958),",
      "Recalling also the statement made by the President of the Council on 26 April 1979 (S/13272),"),
     [("split", "PP2", "PP2"), ("split", "PP2", "PP3")]),
    ("1433 (2002) PP4: of one statement",
     (EXAMINED, "Recalling the statement of its President of 28 March 2002 (S/PRST/2002/7), which, in"
      " particular, expressed its readiness to consider exemptions from the measures imposed,",),
     ("Noting the Statement of its President of 28 March 2002 (S/PRST/2002/7), in which the willingness of"
      " the Council is stressed to support adjustments to the mandate of the Office in Angola,", EXAMINED),
     [("moved-changed", "PP3", "PP2")]),
    ("1938 (2010) PP14: one of two documents makes no leg",
     ("Welcoming the report of the Secretary-General (S/2009/411) and his special report (S/2009/299),",),
     ("Welcoming the report of the Secretary-General (S/2010/429) and taking note of it,",
      "Noting that the mission has completed the third stage of its drawdown as recommended (S/2009/299),"),
     [("changed", "PP2", "PP2"), ("new", "", "PP3")]),
    ("1929 (2010): a formula is no clause in common",
     ("Requests the Secretary-General to provide the necessary resources to the commission of inquiry,",),
     ("Commends the work of the mission in the field, notes the reports of the Secretary-General, welcomes"
      " resources pledged by donors and stresses that sanctions on those who obstruct peace remain,",),
     [("dropped", "PP2", ""), ("new", "", "PP2")]),
]  # fmt: skip


def test_a_number_alone_links_no_paragraphs() -> None:
    """1976 (2011) OP5: the same number and the name of the crime."""
    old = (
        "1. Commends the work of the Group to facilitate coordination in order to deter acts of piracy and"
        " armed robbery at sea off the coast of Somalia, in cooperation with the flag States and the"
        " Government, and urges international organizations to continue to support these efforts with patrols"
        " and escorts;"
    )
    new = (
        "1. Requests regional organizations to support sustainable economic growth in Somalia thus"
        " contributing to a durable eradication of piracy off the coast of Somalia and in its waters, as well"
        " as of other illegal activities connected with them, by training, schools, roads and harbours;"
    )
    found = pair(PREAMBLE, new, SEIZED, old=(PREAMBLE, old, SEIZED))
    assert fates(found) == [("dropped", "OP1", ""), ("new", "", "OP1")]


def test_one_verb_in_common_links_no_paragraphs() -> None:
    """2002 (2011) OP1 and 1916 (2010) OP3: what applies is another thing."""
    old = (
        "1. Decides that paragraphs 11 (b) and 12 of resolution 1772 (2007) also apply to supplies and"
        " technical assistance by international, regional and subregional organizations;"
    )
    new = (
        "1. Decides that the measures in paragraphs 1, 3 and 7 of resolution 1844 (2008) shall apply to"
        " individuals, and that the provisions of paragraphs 3 and 7 of that resolution shall apply to"
        " entities, designated by the Committee;"
    )
    found = pair(PREAMBLE, new, ARMS, SEIZED, old=(PREAMBLE, old, ARMS, SEIZED))
    assert fates(found) == [("dropped", "OP1", ""), ("new", "", "OP1")]


def test_a_part_of_what_has_its_own_pair_is_no_pair() -> None:
    """1932 (2010) OP4: the terms of the judges of trial, not the one case that a judge was to complete."""
    terms = "the terms of office of all {} judges at the International Tribunal until 31 December {}"
    old = f"Underlines its intention to extend {terms.format('trial', 2010)} or until the completion of cases"
    case = "Decides that Judge Erik Møse complete the case of Setako, notwithstanding the expiry of his term"
    new = f"Decides to extend {terms.format('following', 2011)} or until the completion of cases"
    found = pair(
        PREAMBLE, f"1. {new} in appeal;", f"2. {new} assigned to them: Judge Møse (Norway);", SEIZED,
        old=(PREAMBLE, f"1. {old} in appeal;", f"2. {case} of office on 31 December 2009;", SEIZED),
    )  # fmt: skip
    assert ("OP2", "OP2") not in {(d.old_place, d.new_place) for d in found.differences}


@pytest.mark.parametrize(("why", "old", "new", "expected"), RECALLED, ids=[case[0] for case in RECALLED])
def test_recitals_go_on_by_what_they_say(
    why: str, old: tuple[str, ...], new: tuple[str, ...], expected: list[Fate]
) -> None:
    found = pair(PREAMBLE, *new, MANDATE, SEIZED, old=(PREAMBLE, *old, MANDATE, SEIZED))
    assert sorted(fates(found)) == expected


def test_a_paragraph_split_in_two_and_two_merged_into_one() -> None:
    apart = (
        REPORT,
        "3. Calls upon all parties to grant the members of the Panel access to documents, sites and persons;",
    )
    whole = (PREAMBLE, MANDATE, SPLIT, ARMS, SEIZED)
    parts = (PREAMBLE, MANDATE, *apart, ARMS.replace("3.", "4."), SEIZED.replace("4.", "5."))
    assert [f for f in fates(pair(*parts, old=whole)) if f[0] == "split"] == [
        ("split", "OP2", "OP2"), ("split", "OP2", "OP3"),
    ]  # fmt: skip
    assert [f for f in fates(pair(*whole, old=parts)) if f[0] == "merged"] == [
        ("merged", "OP2", "OP2"), ("merged", "OP3", "OP2"),
    ]  # fmt: skip


_WORDS = st.lists(
    st.sampled_from(["Decides", "that", "States", "freeze", "2024", "会员国", "决定"]), min_size=1
)
_TEXTS = st.lists(_WORDS.map(" ".join), min_size=1, max_size=12, unique=True)


BASE = resolution(2675, 2023, PREAMBLE, MANDATE, SEIZED)


def numbered(texts: list[str]) -> Document:
    paragraphs = tuple(
        Paragraph(seq, "operative", str(seq), f"Decides {text};", Span(0, 0))
        for seq, text in enumerate(texts, 1)
    )
    return replace(BASE, paragraphs=paragraphs, citations=(), mandates=())


@settings(deadline=None, max_examples=60)
@given(_TEXTS, _TEXTS, st.randoms(use_true_random=False))
def test_applying_the_comparison_to_the_old_gives_the_new(
    old: list[str], new: list[str], random: Random
) -> None:
    shuffled = [*new, *old[: len(old) // 2]]
    random.shuffle(shuffled)
    one, other = numbered(old), numbered(shuffled)
    found = compare(one, other)
    assert apply(one.paragraphs, found.differences) == list(other.paragraphs)
    told = {d.old.seq for d in found.differences if d.old}
    assert told == {paragraph.seq for paragraph in one.paragraphs}


def test_the_recital_of_earlier_resolutions_goes_on_whatever_it_lists() -> None:
    """2586 (2021), 2742 (2024): seventeen resolutions became *all its previous relevant resolutions*."""
    listed = (
        "Recalling its previous resolutions 1970 (2011), 2009 (2011), 2040 (2012) and 2095 (2013) and the"
        " statement of its President of 15 February 2013,"
    )
    named = (
        "Recalling all its previous relevant resolutions on the situation, including resolution 2700 (2023),"
    )
    found = pair(named, MANDATE, SEIZED, old=(listed, MANDATE, SEIZED))
    (recital,) = [d for d in found.differences if d.paragraph.kind == "preambular"]
    assert (recital.old_place, recital.new_place) == ("PP1", "PP1")
    assert {change.what for change in recital.changes} == {"reference"}
    assert recital.substance == ()


def test_an_annex_numbered_again_is_no_part_of_the_paragraph() -> None:
    """2794 (2025), whose annex numbers its persons: the points of OP2 make none of them its successor."""
    points = (
        "2. Decides that the measures on arms shall not apply to:",
        "(a) the supply of arms to the mission of the United Nations in the country;",
        "(b) other supplies of arms that the Committee approves in advance;",
    )
    annex = "2. A person has led a gang that holds a quarter of the capital and takes part in kidnapping;"
    found = pair(PREAMBLE, MANDATE, *points, SEIZED, annex, old=(PREAMBLE, MANDATE, *points, SEIZED))
    assert {(d.old_place, d.new_place) for d in found.differences if d.relation == "split"} == set()


def test_a_list_of_another_matter_is_not_the_same_brought_up_to_date() -> None:
    """2698 (2023), on smuggling, and 2733 (2024), on the arms embargo, list nothing in common."""
    smuggling = (
        "Recalling its resolutions 2240 (2015), 2312 (2016) and 2437 (2018) and its earlier statements,"
    )
    embargo = "Recalling its resolutions 2292 (2016), 2357 (2017) and 2420 (2018) and its earlier statements,"
    found = pair(embargo, MANDATE, SEIZED, old=(smuggling, MANDATE, SEIZED))
    (recital,) = [d for d in found.differences if d.paragraph.kind == "preambular"]
    assert {change.what for change in recital.changes} == {"citation"}


def test_spelling_is_no_change_and_titles_go_on() -> None:
    """2097 (2013) PP6, whose title shares nothing with that of 2065 (2012)."""
    spelt = "Commending the country team and other organizations,"
    found = pair(
        PREAMBLE, spelt.replace("country team", "Country Team").replace("iz", "is"), old=(PREAMBLE, spelt)
    )
    assert [(d.relation, d.changes) for d in found.differences if d.paragraph.kind == "preambular"] == [
        ("same", ()),
        ("same", ()),
    ]
    assert [d.relation for d in found.differences if d.paragraph.kind == "title"] == ["changed"]
    assert apply(found.old.paragraphs, found.differences) == list(found.new.paragraphs)


def test_a_short_demand_that_stands_alone_now_was_split_off() -> None:
    """2097 (2013) OP14, beside a demand of its own."""
    electoral = (
        "1. Calls upon the Electoral Commission to inform voters and to educate candidates of all parties"
    )
    media = "rges the Independent Media Commission to ensure compliance with the Media Code of Practice"
    found = pair(
        PREAMBLE, f"{electoral};", f"2. U{media}, and encourages the development of a new one;",
        old=(PREAMBLE, f"{electoral}; and u{media};"),
    )  # fmt: skip
    assert fates(found) == [("split", "OP1", "OP1"), ("split", "OP1", "OP2")]


def test_one_clause_in_common_makes_no_pair_of_two_paragraphs() -> None:
    """1929 (2010) OP14, 2094 (2013) OP7: among much else both name cargo in violation of the measures."""
    clause = "to train prosecutors of violent crimes against women, prisoners and the old"
    here, there = (
        ", ".join(f"{a}{b}{end}" for a in "bdfgklmnprstv" for b in "aeiou") for end in ("nor", "dik")
    )
    found = pair(
        PREAMBLE, MANDATE, f"2. Encourages funds for {there}, and {clause};", SEIZED,
        old=(PREAMBLE, f"1. Asks donors {clause}, {here};", MANDATE.replace("1.", "2."), SEIZED),
    )  # fmt: skip
    assert sorted(fates(found)) == [("dropped", "OP1", ""), ("new", "", "OP2")]


def test_a_title_in_common_makes_no_part() -> None:
    """2824 (2026) PP2, in Chinese: the name of an agreement said in full."""
    title = "《以色列和阿拉伯叙利亚共和国部队脱离接触协定》"
    held = (
        "回顾以往各项决议，",
        f"强调指出双方必须遵守1974年{title}的条款，严格停火，",
        "表示关切所有违反《部队脱离接触协定》的行为，",
    )
    old, new = (
        read(
            f"联合国\nS/RES/{number}\n安全理事会\n\n第{number}号决议\n\n安全理事会，\n\n" + "\n\n".join(said),
            "text.txt",
        )
        for number, said in (
            ("2782(2025)", held),
            ("2824(2026)", (held[0], f"表示关切所有违反{title}的行为，")),
        )
    )
    found = compare(old, new)
    assert fates(found) == [("dropped", "PP2", ""), ("changed", "PP3", "PP2")]
