"""What the Council's wordings do to what there is: one real wording each, and what is read from it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.corpus.symbols import Reference
from mandex.index.life.horizon import Horizon
from mandex.index.life.lineage import lineage
from mandex.index.life.missions import missions
from mandex.index.life.standing import Register
from mandex.index.life.steps import steps


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path, create=True) as base:
        yield base


# line of a document, its paragraph and what its step does (empty: none), what it goes back to
WORDINGS = [
    # money that is owed may be paid: an exemption, though it says neither exempt nor apply
    ("OP15 decide amends@12/2206_(2015): Decides that the measures in paragraph 12 of resolution 2206 (2015)"
     " shall not prevent a designated person from making payment;", "exempts", "2206", "12"),
    # a paragraph of its own, though it does not say above
    ("OP34 decide: Decides that paragraph 4 shall not apply to supplies of weapons for the use of AUSSOM;",
     "exempts", "2776", "4"),
    ("OP16 decide: Decides that the provisions of the previous paragraph do not apply to funds needed;",
     "exempts", "2776", "15"),
    ("OP7 decide: Decides that the ban imposed by paragraph 6 shall not apply to flights of relief;",
     "exempts", "2776", "6"),
    # paragraphs of a report are none of its own
    ("OP1 decide: Decides that the schedule in paragraph 68 of his report shall not apply;", "", "", ""),
    ("OP8 decide amends@5/1171_(1998): Decides to exempt from the measures imposed by paragraph 5 of"
     " resolution 1171 (1998) the travel of witnesses;", "exempts", "1171", "5"),
    # what is reaffirmed is the exemption: it keeps no freeze in force
    ("OP28 note amends@3/1844_(2008): Reaffirms that without prejudice to humanitarian assistance programmes"
     " conducted elsewhere, the measures imposed by paragraph 3 of its resolution 1844 (2008) shall not apply"
     " to the payment of funds;", "exempts", "1844", "3"),
    ("OP87 note: Recalls that the assets freeze measures outlined in paragraph 1 above shall not apply to"
     " funds that the Committee determines to be:", "exempts", "2776", "1"),
    ("OP10 note mentions@1/2734_(2024): Reaffirms that Member States may permit the addition to accounts"
     " frozen pursuant to paragraph 1 of resolution 2734 (2024) of any payment;", "exempts", "2734", "1"),
    ("OP13 decide amends@9/1970_(2011): Decides that the measure imposed by paragraph 9 of resolution 1970"
     " (2011) shall also not apply to the supply to Libya of:", "exempts", "1970", "9"),
    # what one may make use of spares (1988 OP9, 2160 OP12, 2734 OP11)
    ("OP9 decide: Decides that all Member States may make use of the provisions regarding available"
     " exemptions with regard to the measures in paragraph 1 (a);", "exempts", "2776", "1(a)"),
    ("OP11 encourage mentions@1/1452_(2002): Encourages Member States to make use of the provisions regarding"
     " available exemptions to the measures, set out in paragraph 1 of resolution 1452 (2002);", "exempts",
     "1452", "1"),
    # and the power to spare anything
    ("OP25 decide: Decides that the Committee may, on a case-by-case basis, exempt any activity from the"
     " measures imposed by these resolutions;", "exempts", "", ""),
    ("OP5 note mentions@3/2511_(2020): Reaffirms its decision (set out in paragraph 3 of resolution 2511"
     " (2020)) that the Committee may, on a case-by-case basis, exempt any activity from the sanctions"
     " measures;", "exempts", "2511", "3"),
    # all freezes there are and will be
    ("OP1 decide asset-freeze: Decides that the payment of funds necessary to ensure humanitarian assistance"
     " is permitted and is not a violation of the asset freezes imposed by this Council;", "exempts", "", ""),
    ("OP1 decide amends@5/841_(1993): Decides that the measures set out in paragraph 5 of resolution 841"
     " (1993) are suspended with immediate effect;", "lifts", "841", "5"),
    # suspended for a time: spared, and back when it is over
    ("OP1 decide 2026-08-15 amends@4/1127_(1997): Decides that the measures imposed by paragraph 4 of"
     " resolution 1127 (1997) are suspended for a period of 90 days;", "exempts", "1127", "4"),
    ("OP36 note extends@4/2713_(2023): Reaffirms paragraph 4 of resolution 2713 (2023);", "continues",
     "2713", "4"),
    # a mission without a name of its own, and one that the Secretary-General is asked to make (128, 2793)
    ("OP1 decide: Decides to dispatch urgently an observation group to proceed to Lebanon;", "establishes",
     "", ""),
    ("OP10 request: requests that the Secretary-General establish the UN Support Office in Haiti (UNSOH) to"
     " provide support;", "establishes", "", ""),
    # what it is asked to make within one is none
    ("OP4 request: Requests the Secretary-General to establish a joint cell in UNMISS;", "", "", ""),
    # what the Council endorses with a term it decides
    ("OP1 note 2026-03-28: Endorses the establishment, for an initial period of 12 months, of a United"
     " Nations Assistance Mission in Afghanistan (UNAMA);", "establishes", "", ""),
    ("OP1 note 2026-01-30: Endorses the report of the Secretary-General on UNIFIL, and in particular its"
     " recommendation to renew the mandate of UNIFIL for a further period of six months;", "extends", "", ""),
    ("OP1 note: Endorses the report of the Secretary-General on UNIFIL;", "", "", ""),
    ("OP6 decide: Decides that UNSOM shall cease all operations on 31 October 2026;", "ends", "", ""),
    # an embargo, though nothing is prevented
    ("OP2 decide arms-embargo: Decides that all States shall cease forthwith any provision to Afghanistan of"
     " arms and related materiel of all types;", "imposes", "", ""),
    # what goes on (1390 OP1)
    ("OP1 decide extends@8/1333_(2000): Decides to continue the measures imposed by paragraph 8 of"
     " resolution 1333 (2000);", "extends", "1333", "8"),
    # a review is no term (689 OP3)
    ("OP3 decide 2026-06-12: Decides that the modalities for the initial six-month period of UNIKOM shall be"
     " in accordance with the report and shall also be reviewed every six months;", "sets", "", ""),
    # who may use force (678 OP2, 836 OP10), but not what those may do who take part in one
    ("OP2 authorize: Authorizes Member States cooperating with the Government to use all necessary means to"
     " establish as soon as possible a secure environment;", "establishes", "", ""),
    ("OP10 decide: Decides that Member States, acting nationally, may take all necessary measures, through"
     " the use of air power, to support UNPROFOR;", "establishes", "", ""),
    ("OP4 authorize: Authorizes Member States to take all necessary measures, at the request of SFOR, in its"
     " defence;", "", "", ""),
    ("OP2 authorize: Authorizes the Member States participating in ISAF to take all necessary measures to"
     " fulfil its mandate;", "", "", ""),
]  # fmt: skip


# What is made or ended beside a body that the words name too: no step in its life.
BESIDE = [
    "OP3 decide: Decides to end the demilitarized zone at the end of the mandate of UNIKOM;",
    "OP1 decide: Authorizes the establishment of a Commission of Inquiry into attacks on UNIKOM;",
    "OP4 decide: Decides to establish the necessary operational links with UNIKOM;",
]


@pytest.mark.parametrize("line", BESIDE)
def test_what_is_done_beside_a_body_is_no_step_of_it(store, line):
    put(store, document("S/RES/1490 (2003)", "2003-07-03", line, title="on Iraq and Kuwait"))
    assert "unikom" not in {one.subject for one in steps(store)}


def test_a_mission_ends_with_the_withdrawal_of_its_troops(store):
    line = "OP4 decide troop-ceiling 1993-11-15: Decides that, to ensure a safe withdrawal of the military"
    line += " component of UNTAC, the period of such withdrawal shall end on 15 November 1993;"
    put(store, document("S/RES/860 (1993)", "1993-08-27", line, title="on Cambodia"))
    assert [(one.action, one.subject, one.until) for one in steps(store)] == [("ends", "untac", "1993-11-15")]


def test_what_ran_out_names_what_is_not_held_and_may_have_renewed_it(store):
    line = "OP2 decide 1994-04-22: Decides to establish UNOMIL until 22 April 1994;"
    put(
        store,
        document("S/RES/866 (1993)", "1993-09-22", line, title="on Liberia"),
        document("S/RES/2333 (2016)", "2016-12-23", "OP1 call: Calls for peace;", title="on Liberia"),
    )
    stands = Register(store, "2026-11-27").of_paragraph("S/RES/866 (1993)", "2", "1993-09-22")
    assert stands.status == "ended"
    assert "S/RES/911 (1994) on the same agenda item, not held, may have renewed it" in stands.reason


def test_of_a_mission_that_may_have_run_on_no_last_day_is_told(store):
    line = "OP2 decide {0}: Decides to establish the United Nations Observer Mission in Liberia (UNOMIL);"
    put(
        store,
        document("S/RES/866 (1993)", "1993-09-22", line.format("1994-04-22"), title="on Liberia"),
        document("S/RES/2333 (2016)", "2016-12-23", "OP1 call: Calls for peace;", title="on Liberia"),
    )
    (unomil,) = missions(store, as_of="2026-11-27", ended=True)
    assert (unomil.status, unomil.until) == ("ended", "")


def test_what_was_adopted_long_before_a_term_ran_out_is_no_renewal_of_it(store):
    line = "OP2 decide 1994-08-31: Decides to establish UNOMIL until 31 August 1994;"
    put(
        store,
        document("S/RES/866 (1993)", "1993-09-22", line, title="on Liberia"),
        document("S/RES/2333 (2016)", "2016-12-23", "OP1 call: Calls for peace;", title="on Liberia"),
    )
    stands = Register(store, "2026-11-27").of_paragraph("S/RES/866 (1993)", "2", "1993-09-22")
    assert (stands.status, stands.until) == ("ended", "1994-08-31")


def test_noise_behind_a_title_is_no_country(store):
    title = "resolution 2170 (2014) [on threats caused by terrorist acts] andate of the Mission for Iraq]"
    line = "OP10 decide arms-embargo: Decides that all States shall prevent the supply of arms to ISIL;"
    put(store, document("S/RES/9170 (2014)", "2014-08-15", line, title=title))
    assert {one.matter for one in steps(store)} == {""}


@pytest.mark.parametrize(
    ("line", "action", "target", "label"), WORDINGS, ids=[one[0][:60] for one in WORDINGS]
)
def test_what_a_wording_does(store, line, action, target, label):
    put(store, document("S/RES/2776 (2025)", "2025-12-12", line, title="on Afghanistan"))
    found = steps(store)
    assert [one.action for one in found] == ([action] if action else [])
    aims = [(cited.split("/")[-1].split(" ")[0], labels) for one in found for cited, labels in one.targets]
    assert not target or (target, (label,)) in aims


def test_a_mission_that_shall_cease_on_a_day_runs_until_then(store):
    line = "OP6 decide: Decides that UNSOM shall cease all operations on 31 October 2026;"
    put(store, document("S/RES/2776 (2025)", "2025-12-12", line, title="on Somalia"))
    (one,) = steps(store)
    assert (one.subject, one.until) == ("unsom", "2026-10-31")


def test_a_resolution_on_somalia_is_none_on_mali(store):
    put(store, document("S/RES/2649 (2022)", "2022-08-30", "OP1 note: Welcomes;", title="on Mali"))
    # 2747 is on the situation in Somalia, 2690 on Mali: only the latter may have renewed what is not held
    lacking = Horizon(store, "2026-11-27").lacking(2649, "", "mali")
    assert "S/RES/2690 (2023)" in lacking
    assert "S/RES/2747 (2024)" not in lacking


def test_a_resolution_of_unknown_day_was_adopted_in_its_year(store):
    put(store, document("S/RES/2614 (2021)", "2021-12-21", "OP1 note: Welcomes;", title="on Somalia"))
    # the register has no day for 2762 (2024), on Somalia: it renewed nothing that ran out in 2022
    horizon = Horizon(store, "2026-11-27")
    assert "S/RES/2762 (2024)" not in horizon.lacking(2614, "2022-03-31", "somalia")
    assert "S/RES/2762 (2024)" in horizon.lacking(2614, "2025-03-31", "somalia")


def test_what_ends_a_mission_settles_it_though_its_withdrawal_has_a_term(store):
    put(
        store,
        document("S/RES/2640 (2022)", "2022-06-29",
                 "OP15 decide 2023-06-30: Decides to extend the mandate of MINUSMA until 30 June 2023;",
                 "OP16 request: Requests France to keep the Council informed of its support to MINUSMA;",
                 title="on Mali"),
        document("S/RES/2690 (2023)", "2023-06-30",
                 "OP1 decide: Decides to terminate the mandate of MINUSMA;",
                 "OP6 decide 2023-12-31: Decides that until 31 December 2023 MINUSMA shall be protected;",
                 title="on Mali"),
    )  # fmt: skip
    register = Register(store, "2026-11-27")
    stands = register.of_paragraph("S/RES/2640 (2022)", "15", "2022-06-29")
    assert (stands.status, stands.by) == ("ended", "S/RES/2690 (2023) OP1")
    asked = replace(demand(store, "%informed%"), actors=("france",))
    stands = register.of_paragraph("S/RES/2640 (2022)", "16", "2022-06-29", asked)
    assert (stands.status, stands.by) == ("spent", "S/RES/2690 (2023) OP1")


def test_what_is_told_in_the_next_report_is_spent_a_year_later(store):
    line = "OP9 request: Requests the Secretary-General to include in his next annual report an assessment;"
    put(store, document("S/RES/2493 (2019)", "2019-10-29", line, title="on women and peace and security"))
    asked = replace(demand(store, "%next annual report%"), actors=("secretary-general",))
    stands = Register(store, "2026-11-27").of_paragraph("S/RES/2493 (2019)", "9", "2019-10-29", asked)
    assert (stands.status, "next report" in stands.reason) == ("spent", True)


def test_a_renewal_not_held_is_told_by_its_agenda_item(store):
    # 1687 (2006) renewed UNFICYP: nothing held cites it, but it alone was adopted on Cyprus at that time
    put(
        store,
        document("S/RES/1642 (2005)", "2005-12-14", "OP2 decide 2006-06-15: Decides to extend the mandate of"
                 " UNFICYP until 15 June 2006;", title="on Cyprus"),
        document("S/RES/1728 (2006)", "2006-12-15", "OP2 decide 2007-06-15: Decides to extend the mandate of"
                 " UNFICYP until 15 June 2007;", title="on Cyprus"),
    )  # fmt: skip
    chain = lineage(store, Reference("S/RES/1728 (2006)", "2"), as_of="2026-11-27")
    assert [(link.doc, link.held) for link in chain] == [
        ("S/RES/1642 (2005)", True), ("S/RES/1687 (2006)", False), ("S/RES/1728 (2006)", True),
    ]  # fmt: skip


def demand(store, words):
    (id_,) = store.connection.execute("SELECT id FROM mandates WHERE measure LIKE ?", (words,)).fetchone()
    return store.mandate(id_)


def test_a_renewal_is_past_when_the_same_is_renewed_though_not_by_its_name(store):
    words = "the measures as set out in paragraph 1 of resolution 2293 (2016);"
    for symbol, day, until in (
        ("S/RES/2641 (2022)", "2022-06-30", "2023-07-01"), ("S/RES/2688 (2023)", "2023-06-27", "2024-07-01"),
    ):  # fmt: skip
        line = f"OP1 decide {until} extends@1/2293_(2016): Decides to renew until {until} {words}"
        put(store, document(symbol, day, line, title="on the Democratic Republic of the Congo"))
    stands = Register(store, "2023-07-15").of_paragraph("S/RES/2641 (2022)", "1", "2022-06-30")
    assert (stands.status, stands.by) == ("replaced", "S/RES/2688 (2023) OP1")


def test_renewals_that_are_not_held_are_named_though_their_item_has_another_wording(store):
    """887 (1993) and 1300 (2000): *The situation in the Middle East — UNDOF*, *Middle East — UNDOF*."""
    words = "Decides to renew the mandate of the United Nations Disengagement Observer Force (UNDOF)"
    title = "on the Middle East"
    put(
        store,
        document("S/RES/887 (1993)", "1993-11-29", f"OP2 decide 1994-05-31: {words};", title=title),
        document("S/RES/1300 (2000)", "2000-05-31", f"OP2 decide 2000-11-30: {words};", title=title),
    )
    found = [one.doc for one in lineage(store, Reference("S/RES/1300 (2000)")) if not one.held]
    assert (found[0], found[-1], len(found)) == ("S/RES/921 (1994)", "S/RES/1276 (1999)", 12)
