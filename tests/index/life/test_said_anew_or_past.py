"""What is said anew in the same words, falls with what it serves, or runs on unseen; beside it what stays.

The words are those of real resolutions, shortened; their numbers are above those of the registry.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_documents import document, put

from mandex.corpus.model import MandateDate, Span
from mandex.corpus.store import Store
from mandex.index.life.calendar import expiring
from mandex.index.life.keeping import Keeper
from mandex.index.life.regimes import regimes
from mandex.index.life.standing import Register
from mandex.index.life.step import label_of
from mandex.index.life.steps import steps

TODAY = "2026-11-27"
SOMALIA, HAITI, IRAQ, THEME = "Somalia", "Haiti", "Iraq", "women and peace and security"


def held(number: int, date: str, *lines: str, title: str = SOMALIA, lemma: str = ""):
    made = document(f"S/RES/{number} ({date[:4]})", date, *lines, title=title)
    return replace(
        made, mandates=tuple(replace(one, lemma=lemma or one.verb.lower()[:-1]) for one in made.mandates)
    )


def divided(made, *words: str, dates: tuple[MandateDate, ...] = ()):
    """A document whose one paragraph makes several demands, each beginning with some of its words."""
    (one,), (place,) = made.mandates, made.paragraphs
    starts = [place.text.index(word) for word in words]
    demands = [
        replace(
            one, at=Span(start, end), measure=place.text[start:end].partition(" ")[2].strip(" ,;"),
            verb=place.text[start:end].partition(" ")[0],
            force="request" if place.text[start:].startswith("requests") else "decide",
            dates=one.dates if start == 0 else (),
        )
        for start, end in zip(starts, [*starts[1:], len(place.text)], strict=True)
    ]  # fmt: skip
    if dates:
        demands[-1] = replace(demands[-1], dates=dates)
    return replace(made, mandates=tuple(demands))


EMBARGO = (
    "OP4 decide arms-embargo: Decides that all States shall, for the purposes of preventing Al-Shabaab from"
    " obtaining weapons and ammunition, take the necessary measures to prevent all deliveries of weapons,"
    " ammunition and military equipment to Somalia;"
)
SPARED = (
    "supplies of weapons, ammunition or military equipment intended solely for the support of, or use by:"
)
SERIES = [
    held(9701, "2023-12-01", EMBARGO),
    held(9702, "2025-03-03", EMBARGO, f"OP38 decide: Decides that paragraph 4 shall not apply to {SPARED}",
         "OP45 decide: Decides that paragraph 4 shall not apply to protective clothing;"),
]  # fmt: skip
KEPT = held(
    9703, "2025-12-12",
    "OP36 note extends@4/9702_(2025): Reaffirms paragraph 4 of resolution 9702 (2025);",
    f"OP40 note: Reaffirms that the measures referenced in paragraph 36 shall not apply to {SPARED}",
)  # fmt: skip
PANEL = held(
    9711, "2025-10-17",
    "OP11 decide 2026-11-17: Decides to extend until 17 November 2026 the mandate of the Panel of Experts;",
    "OP15 request: Requests all parties and all Member States to ensure cooperation and appropriate"
    " information sharing with the Panel of Experts;",
    "OP16 request: Requests all parties and all Member States to protect schools;",
    "OP17 request: Requests the authorities to facilitate access for the Panel to armouries;",
    title=HAITI,
)  # fmt: skip
PANEL_BEFORE = held(
    9710, "2024-10-18",
    "OP8 decide 2025-11-17: Decides to extend until 17 November 2025 the mandate of the Panel of Experts;",
    "OP12 call: Urges all parties and the MSS mission to ensure cooperation with the Panel of Experts;",
    title=HAITI,
)  # fmt: skip
CONFIRMED = [
    held(9734, "2018-11-20", "OP6 note arms-embargo extends@733_(1992): Reaffirms the general and complete"
         " arms embargo against Somalia imposed by resolution 733 (1992);"),
    held(9735, "2023-12-01", "OP1 decide arms-embargo terminates@733_(1992): Decides to lift the arms embargo"
         " established in resolution 733 (1992) as amended;"),
]  # fmt: skip
COMMISSION = [
    held(9721, "1991-05-20",
         "OP3 decide: Decides to establish the United Nations Compensation Commission;",
         "OP6 decide: Decides that the requirement for contributions will apply in the manner to be"
         " prescribed by the Governing Council;", title=IRAQ),
    held(9722, "2022-02-22",
         "OP7 decide: Decides to terminate the mandate of the United Nations Compensation Commission;",
         title=IRAQ),
]  # fmt: skip
ERITREA = [
    held(9731, "2009-12-23", "OP5 decide arms-embargo: Decides that all States shall prevent the supply of"
         " arms and related materiel to Eritrea;"),
    held(9732, "2017-11-14", "OP19 note arms-embargo extends@5/9731_(2009): Reaffirms the arms embargo on"
         " Eritrea imposed by paragraph 5 of resolution 9731 (2009);"),
    held(9733, "2018-11-14", "OP4 decide arms-embargo terminates@9731_(2009): Decides to lift the arms"
         " embargoes imposed on Eritrea in resolution 9731 (2009);"),
]  # fmt: skip
FORCE = held(
    9751, "2025-09-30",
    "OP1 authorize 2026-09-30: Authorizes Member States to transition the MSS mission, as authorized in"
    " resolution 2699 (2023), to the Gang Suppression Force (GSF), for an initial period of twelve months;",
    "OP2 authorize: Authorizes the Member States participating in the GSF to take all necessary measures;",
    "OP3 authorize: Authorizes Member States to inspect vessels;",
    title=HAITI,
)  # fmt: skip
SPARED_POINTS = held(
    9705, "2025-03-03", EMBARGO,
    "OP45 decide: Decides that paragraph 4 shall not apply to:",
    "OP45(a) decide: supplies of protective clothing, including flak jackets and military helmets, exported"
    " by United Nations personnel and representatives of the media for their personal use only;",
)  # fmt: skip
SPARED_ANEW = held(
    9706, "2025-12-12",
    "OP36 note extends@4/9705_(2025): Reaffirms paragraph 4 of resolution 9705 (2025);",
    "OP48 note: Reaffirms that the measures referenced in paragraph 36 shall not apply to:",
    "OP48(a) note: supplies of protective clothing, including flak jackets and military helmets, exported"
    " by United Nations personnel and representatives of the media for their personal use only;",
)  # fmt: skip
FROZEN = [
    held(9761, "2025-03-03",
         "OP12 decide asset-freeze 2026-03-03: Decides that, for an initial period of one year, all Member"
         " States shall freeze without delay all funds;",
         "OP14 decide: Decides that Member States may permit the addition to the accounts frozen pursuant to"
         " the provisions of paragraph 12 above of interest or other earnings due on those accounts;",
         title=HAITI),
    held(9762, "2026-03-01",
         "OP11 decide 2027-05-31 extends@12/9761_(2025): Decides to renew until 31 May 2027 the measures"
         " imposed by paragraph 12 of resolution 9761 (2025);", title=HAITI),
]  # fmt: skip
MISSION = held(
    9771, "2024-05-31",
    "OP1 decide 2025-12-31: Decides to extend the mandate of the United Nations Assistance Mission for Iraq"
    " (UNAMI) for a final period until 31 December 2025;",
    "OP9 decide: Decides to remain seized of the matter;",
    title=IRAQ,
)  # fmt: skip
LAID = held(
    9770, "2016-03-02",
    "OP8 decide asset-freeze: Decides that all Member States shall freeze the funds of those listed;",
    title=HAITI,
)  # fmt: skip
WATCHED = held(
    9772, "2023-03-23",
    "OP1 decide 2024-04-30: Decides to extend until 30 April 2024 the mandate of the Panel of Experts;",
    "OP7 decide: Decides to remain actively seized of the matter;",
    title=HAITI,
)  # fmt: skip
REPORTS = [
    held(9781, "2020-09-15", "OP10 request reports=2020-11-14/P60D: Requests the Secretary-General to"
         " continue to report to the Security Council on the implementation of this resolution;",
         title="Libya"),
    held(9782, "2025-10-31", "OP14 request reports=2025-12-30/P60D: Requests the Secretary-General to inform"
         " the Security Council of developments every 60 days;", title="Libya"),
]  # fmt: skip
NOT_HELD = [
    held(9792, "2026-06-29",
         "OP1 decide 2027-07-01 extends@3/9783_(2025): Decides to renew until 1 July 2027 the measures as"
         " set out in paragraph 3 of resolution 9783 (2025);",
         "OP4 decide amends@3/9783_(2025): Decides that the measures referred to in paragraph 3 of resolution"
         " 9783 (2025) shall apply to individuals and entities as designated by the Committee;",
         "OP5 decide amends@8/9783_(2025): Decides that the measures referred to in paragraph 8 of resolution"
         " 9783 (2025) shall apply to individuals and entities as designated by the Committee;",
         title="Democratic Republic of the Congo"),
]  # fmt: skip
SPARES_FORCE = (
    "shall not apply to supplies of arms and related materiel and technical training and assistance intended"
    " solely for support of and use by"
)
FORCES = [
    held(9763, "2025-08-01", "OP8 decide exempts@5/9700_(2023): Decides that the measures imposed by"
         f" paragraph 5 of resolution 9700 (2023) {SPARES_FORCE} the Multinational Force;",
         "OP9 decide exempts@5/9700_(2023): Decides that the measures imposed by paragraph 5 of resolution"
         f" 9700 (2023) {SPARES_FORCE} UNMIL;", title="Liberia"),
    held(9764, "2025-12-22",
         "OP1 decide arms-embargo terminates@9700_(2023): Decides to terminate the prohibitions imposed by"
         " paragraph 5 of resolution 9700 (2023) and to dissolve the committee established under it;",
         "OP2 decide arms-embargo: Decides that all States shall prevent the supply of arms and related"
         " materiel to Liberia;",
         "OP3 decide: Decides that the measures imposed by paragraph 2 above"
         f" {SPARES_FORCE} UNMIL;", title="Liberia"),
]  # fmt: skip
COMMITTEE_SPARES = held(
    9765, "2025-10-17",
    "OP4 decide asset-freeze 2026-10-17 extends@3/9700_(2023): Decides to renew until 17 October 2026 the"
    " asset freeze imposed by paragraph 3 of resolution 9700 (2023);",
    "OP5 note: Reaffirms its decision (set out in paragraph 3 of resolution 9699 (2020)) that the Committee"
    " may, on a case-by-case basis, exempt any activity from the sanctions measures;",
    title=HAITI,
)  # fmt: skip

KINDS = [
    ("ended", "9763", "OP8", FORCES, "what spares another force from another embargo makes it not anew"),
    ("replaced", "9763", "OP9", FORCES, "what spares the same force does"),
    ("unclear", "9765", "OP5", [COMMITTEE_SPARES], "no exemption is surer than the measures beside it"),
    ("replaced", "9701", "OP4", [*SERIES, KEPT], "the texts since keep only the same of a later resolution"),
    ("open", "9701", "OP4", SERIES, "whether they do no text tells"),
    ("current", "9702", "OP4", [*SERIES, KEPT], "what they keep"),
    ("replaced", "9702", "OP38", [*SERIES, KEPT], "the same is spared anew, by a reaffirmation"),
    ("current", "9702", "OP45", [*SERIES, KEPT], "what is not spared anew stays with what it adjusts"),
    ("replaced", "9705", "OP45", [SPARED_POINTS, SPARED_ANEW], "little before the list: its points say it"),
    ("replaced", "9705", "OP45(a)", [SPARED_POINTS, SPARED_ANEW], "with its points"),
    ("current", "9761", "OP14", FROZEN, "what may be added to frozen accounts stands as the freeze does"),
    ("spent", "9771", "OP9", [MISSION], "remains seized of a mission that is over"),
    ("open", "9772", "OP7", [WATCHED, LAID], "the panel is over, the measures that it watched are not"),
    ("replaced", "9781", "OP10", REPORTS, "the same report is asked for anew, in other words"),
    ("open", "9782", "OP14", REPORTS, "the last of them"),
    ("current", "9792", "OP4", NOT_HELD, "who is listed under what is not held, as long as that is renewed"),
    ("open", "9792", "OP5", NOT_HELD, "what is not renewed by name"),
    ("unclear", "9711", "OP17", [PANEL], "access for the Panel serves it too"),
    ("spent", "9742", "OP13", [held(9742, "2015-10-13",
     "OP13 call: Calls on the forthcoming Plan of Action to integrate women’s participation;", title=THEME)],
     "what was to come has come"),
    ("unclear", "9711", "OP15", [PANEL], "what serves a panel whose term ran out after what is held"),
    ("open", "9711", "OP16", [PANEL], "what does not"),
    ("replaced", "9710", "OP12", [PANEL_BEFORE, PANEL], "the last renewal asks for the same help"),
    ("unclear", "9751", "OP2", [FORCE], "the power of those who take part in a force runs with its mandate"),
    ("open", "9751", "OP3", [FORCE], "that of others does not"),
    ("ended", "9734", "OP6", CONFIRMED, "a confirmation of what was lifted as amended"),
    ("spent", "9721", "OP6", COMMISSION, "what a founding resolution decides of what a closed body does"),
    ("ended", "9732", "OP19", ERITREA, "a confirmation of what was lifted since by its resolution"),
    ("spent", "9741", "OP3", [held(9741, "2010-12-15",
     "OP3 decide: Decides that after 30 June 2011, the requirement that proceeds be deposited into the Fund"
     " shall no longer apply;", title=IRAQ)], "ended on a day that is over"),
]  # fmt: skip


@pytest.mark.parametrize(("status", "number", "place", "documents", "why"), KINDS)
def test_demands(tmp_path, status, number, place, documents, why):
    with Store.open(tmp_path / "base", create=True) as base:
        later = held(9799, "2026-01-30", "OP1 call: Calls for peace;", title="the situation in Chad")
        put(base, *documents, later)
        asked = next(one for one in documents if one.symbol.startswith(f"S/RES/{number} "))
        seq = next(one.seq for one in asked.paragraphs if one.pinpoint == place)
        mandate = next(one for one in asked.mandates if one.seq == seq)
        found = Register(base, TODAY).of_paragraph(asked.symbol, label_of(place), asked.date, mandate)
        assert found.status == status, (why, found)


STATEMENTS = [
    (
        "spent",
        "reaffirm",
        "Reaffirms its grave concern at the harmful impact of armed conflict on civilians;",
    ),
    ("spent", "reaffirm", "Reaffirms the important role of women in the prevention of conflicts;"),
    ("spent", "underline", "Underlines the importance of partnerships and cooperation with regional bodies;"),
    ("open", "stress", "Stresses that Member States should follow the subsequent guidelines;"),
    ("open", "reaffirm", "Reaffirms that women have a vital role in the prevention of conflicts;"),
]


@pytest.mark.parametrize(("status", "lemma", "words"), STATEMENTS)
def test_a_statement_that_only_gives_weight_is_spent_and_one_that_says_what_is_so_stays(
    tmp_path, status, lemma, words
):
    with Store.open(tmp_path / "base", create=True) as base:
        made = held(9751, "2024-10-31", f"OP2 note: {words}", title=THEME, lemma=lemma)
        put(base, made)
        found = Register(base, TODAY).of_paragraph(made.symbol, "2", made.date, made.mandates[0])
        assert found.status == status


def test_what_the_renewal_of_a_panel_needs_ends_with_it_and_founds_none(tmp_path):
    with Store.open(tmp_path / "base", create=True) as base:
        made = divided(
            held(9761, "2023-03-22", "OP1 decide 2024-04-30: Decides to extend until 30 April 2024 the"
                 " mandate of the Panel of Experts, requests the Secretary-General to create a group of up"
                 " to eight experts and to take the necessary administrative measures to this effect;",
                 title="the Democratic People's Republic of Korea"),
            "Decides", "requests",
        )  # fmt: skip
        put(base, made, held(9762, "2025-06-01", "OP1 call: Calls for peace;", title="Chad"))
        register = Register(base, TODAY)
        assert [step.action for step in steps(base)] == ["extends"]
        found = register.of_paragraph(made.symbol, "1", made.date, made.mandates[1])
        assert found == register.of_paragraph(made.symbol, "1", made.date, made.mandates[0])


@pytest.mark.parametrize(("every", "until"), [("", "2027-06-15"), ("P1M", "2027-08-01")])
def test_a_report_is_over_with_its_last_day_unless_updates_go_on(tmp_path, every, until):
    dates = (
        MandateDate("reports", "2026-12-30", "no later than 30 December 2026", every),
        MandateDate("reports", "2027-06-15", "no later than 15 June 2027"),
    )
    with Store.open(tmp_path / "base", create=True) as base:
        made = divided(
            held(9771, "2026-06-29", "OP1 decide 2027-08-01: Decides to extend until 1 August 2027 the"
                 " mandate of the Group of Experts, decides that the Group of Experts shall provide a midterm"
                 " report no later than 30 December 2026 and a final report no later than 15 June 2027;",
                 title="the Democratic Republic of the Congo"),
            "Decides", "decides", dates=dates,
        )  # fmt: skip
        put(base, made)
        found = Register(base, TODAY).of_paragraph(made.symbol, "1", made.date, made.mandates[1])
        assert (found.status, found.until) == ("current", until)


def test_until_that_date_is_the_day_that_the_sentence_named_before(tmp_path):
    with Store.open(tmp_path / "base", create=True) as base:
        put(
            base,
            divided(
                held(9781, "2010-12-15", "OP1 decide terminates@20/1483_(2003) extends@22/1483_(2003):"
                     " Decides to terminate, on 30 June 2011, the arrangements established in paragraph 20"
                     " of resolution 1483 (2003), further decides that the provisions of paragraph 22 of"
                     " resolution 1483 (2003) shall continue to apply until that date;", title=IRAQ),
                "Decides", "further",
            ),
        )  # fmt: skip
        assert {step.until for step in steps(base)} == {"2011-06-30"}


def test_what_a_later_text_renews_ran_on_between_though_what_prolonged_it_is_not_held(tmp_path):
    laid = (
        "OP9 decide travel-ban 2022-05-31: Decides that until 31 May 2022 all Member States shall prevent the"
        " entry into or transit through their territories of those listed in South Sudan;"
    )
    renewed = (
        "OP11 decide 2026-05-31 extends@9/9791_(2021): Decides to renew until 31 May 2026 the travel measures"
        " imposed by paragraph 9 of resolution 9791 (2021);"
    )
    with Store.open(tmp_path / "base", create=True) as base:
        put(base, held(9791, "2021-05-30", laid, title="South Sudan"))
        put(base, held(9792, "2025-05-30", renewed, title="South Sudan"))
        (found,) = regimes(base, "South Sudan", as_of="2024-06-15")
        assert (found.status, found.until, found.latest_renewal) == (
            "unclear", "2022-05-31", ""
        )  # fmt: skip
        assert "so that it ran on between" in found.reason


HAITI_LAID = held(
    9794, "2025-10-17",
    "OP3 decide travel-ban: Decides that all States shall prevent the entry into or transit through their"
    " territories of those listed;",
    "OP6 decide asset-freeze: Decides that all States shall freeze the funds of those listed;",
    title=HAITI,
)  # fmt: skip
NAMES = [
    ("Travel ban and asset freeze (Haiti)", HAITI, (
        "OP9 decide 2027-10-17 extends@3/9794_(2025) extends@6/9794_(2025): Decides to renew until 17"
        " October 2027 the measures imposed by paragraphs 3 and 6 of resolution 9794 (2025);",)),
    ("Measures (Haiti)", HAITI, (
        "OP9 decide 2027-10-17 extends@3/9653_(2022) extends@6/9653_(2022): Decides to renew until 17"
        " October 2027 the measures imposed by paragraphs 3 and 6 of resolution 9653 (2022);",)),
    ("UNTMIS", SOMALIA, ("OP6 decide: Decides that UNTMIS shall cease all operations on 31 October 2027;",)),
    ("1540 committee", THEME, (
        "OP1 decide 2027-11-30: Decides to extend until 30 November 2027 the mandate of the 1540 Committee"
        " with the continued assistance of its group of experts;",)),
    ("Reports (Yemen)", "Yemen", (
        "OP1 decide 2027-07-15 extends@10/2722_(2024): Extends the reporting request in paragraph 10 of"
        " resolution 2722 (2024) until 15 July 2027;",)),
]  # fmt: skip


@pytest.mark.parametrize(("name", "title", "lines"), NAMES, ids=[name for name, *_ in NAMES])
def test_what_expires_is_called_by_what_it_is(tmp_path, name, title, lines):
    with Store.open(tmp_path / "base", create=True) as base:
        put(base, HAITI_LAID, held(9795, "2026-10-17", *lines, title=title))
        due = expiring(base, TODAY, "2027-12-31", as_of=TODAY)
        assert [one.subject for one in due] == [name]


def test_a_part_that_names_no_kind_is_of_the_kind_of_its_sentence_and_a_paragraph_lays_it_once(tmp_path):
    with Store.open(tmp_path / "base", create=True) as base:
        put(
            base,
            held(9796, "2006-12-23",
                 "OP3 decide sanctions: Decides that all States shall take the necessary measures to prevent"
                 " the supply of all items, materials, equipment, goods and technology which could"
                 " contribute to enrichment-related activities, namely:",
 "OP3(a) decide arms-embargo: Those set out in document S/2006/814;", title="Iran"),
            divided(
                held(9797, "2010-06-09", "OP8 decide arms-embargo: Decides that all States shall prevent the"
                     " supply to Iran of battle tanks, decides further that all States shall prevent the"
                     " provision to Iran of training related to the supply of arms and related materiel;",
                     title="Iran"),
                "Decides", "decides",
            ),
        )  # fmt: skip
        part = next(one for one in steps(base) if one.label == "3(a)")
        assert part.kinds == ("sectoral:proliferation",)
        laid = [one.imposed_by for one in regimes(base, "Iran") if one.measure == "arms-embargo"]
        assert laid == ["S/RES/9797 (2010) OP8"]


def test_the_points_of_a_list_fall_with_the_sentence_that_is_said_anew(tmp_path):
    """2713 (2023) OP19(b), 2776 (2025) OP19(b): *quantity of the items* says too little by itself."""
    lines = (
        "OP19 decide: Decides that where an item is sold, supplied or transferred to Somalia, the State shall"
        " notify the Committee of the sale no more than fifteen days after it takes place, including:",
        "OP19(a) decide: end user;",
        "OP19(b) decide: quantity of the items;",
    )
    with Store.open(tmp_path, create=True) as base:
        put(base, held(9761, "2023-12-01", *lines), held(9762, "2025-03-03", *lines))
        Keeper(base).catch_up()
        (id_,) = base.connection.execute(
            "SELECT m.id FROM mandates AS m JOIN documents AS d ON d.id = m.doc"
            " WHERE d.number = 9761 ORDER BY m.id DESC LIMIT 1"
        ).fetchone()
        found = Register(base, TODAY).of_paragraph(
            "S/RES/9761 (2023)", "19(b)", "2023-12-01", base.mandate(id_)
        )
        assert (found.status, found.by) == ("replaced", "S/RES/9762 (2025) OP19")


def test_a_panel_does_not_ask_anew_what_stands_beside_its_mandate(tmp_path):
    """2094 (2013) OP36 and 2397 (2017) OP28; 2094 OP34, which no later text repeats."""
    review = "OP36 note: Affirms that it shall keep the situation under continuous review, prepared to adjust"
    panel = (
        "OP29 decide {0}-12-31: Decides to extend until 31 December {0} the mandate of the Panel of Experts;"
    )
    series = (
        held(9771, "2024-01-10", panel.format(2024), f"{review} the measures;"),
        held(9772, "2025-01-10", panel.format(2025), f"{review} these measures;"),
        held(9773, "2026-01-10", panel.format(2026)),
    )
    with Store.open(tmp_path, create=True) as base:
        put(base, *series)
        found = Register(base, "2026-06-01").of_text("S/RES/9771 (2024)", "en", "OP36", "2024-01-10")
        assert found is not None
        assert (found.status, found.by) == ("replaced", "S/RES/9772 (2025) OP36")
