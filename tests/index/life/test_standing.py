"""What stands: steps read from small documents, what becomes of them, and the chains they form."""

from __future__ import annotations

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.corpus.symbols import parse
from mandex.index.life.lineage import lineage
from mandex.index.life.standing import Register
from mandex.index.life.step import labels
from mandex.index.life.steps import steps

TODAY = "2026-11-22"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store.open(tmp_path_factory.mktemp("standing"), create=True) as base:
        put(
            base,
            document(
                "S/RES/1970 (2011)", "2011-02-26",
                "OP9 decide arms-embargo: Decides that all Member States shall prevent the sale of arms"
                " to Libya;",
                "OP15 decide travel-ban: Decides that all Member States shall prevent the entry of persons;",
            ),
            document(
                "S/RES/1805 (2008)", "2008-03-20",
                "PP: Recalling resolution 1535 (2004) on CTED,",
                "OP2 decide mission-mandate 2010-12-31: Decides that CTED will continue to operate as a"
                " special"
                " political mission for the period ending 31 December 2010;",
            ),
            document(
                "S/RES/2617 (2021)", "2021-12-30",
                "PP recalls@2395_(2017): Recalling resolution 2395 (2017) on CTED,",
                "OP2 decide mission-mandate 2025-12-31: Decides that CTED will continue to operate until"
                " 31 December"
                " 2025;",
                "OP7 call: Calls on CTED to assess the implementation of resolution 2396 (2017);",
            ),
            document(
                "S/RES/2810 (2025)", "2025-12-29",
                "OP3 decide mission-mandate 2029-01-05: Decides that CTED will continue to operate until"
                " 5 January"
                " 2029;",
            ),
            document(
                "S/RES/2140 (2014)", "2014-02-26",
                "OP11 decide asset-freeze 2015-02-26: Decides that all Member States shall, for an"
                " initial period of"
                " one year, freeze all funds, as measures on Yemen;",
                "OP21 decide panel-of-experts 2015-03-26: Decides to establish a Panel of Experts for 13"
                " months;",
                title="on Yemen",
            ),
            document(
                "S/RES/2204 (2015)", "2015-02-24",
                "OP2 decide 2016-02-26 extends@11/2140_(2014): Decides to renew until 26 February 2016"
                " the measures"
                " imposed by paragraph 11 of resolution 2140 (2014);",
                "OP4 decide 2016-03-25 extends@21/2140_(2014): Decides to extend until 25 March 2016 the"
                " mandate of"
                " the Panel of Experts as set out in paragraph 21 of resolution 2140 (2014);",
                title="on Yemen",
            ),
            document(
                "S/RES/2640 (2022)", "2022-06-29",
                "OP15 decide mission-mandate 2023-06-30: Decides to extend the mandate of MINUSMA until"
                " 30 June 2023;",
            ),
            document(
                "S/RES/2690 (2023)", "2023-06-30",
                "OP1 decide terminates@2640_(2022): Decides to terminate MINUSMA's mandate under"
                " resolution 2640"
                " (2022);",
            ),
            document(
                "S/RES/2820 (2026)", "2026-04-30",
                "OP1 decide mission-mandate 2027-04-30: Decides to extend the mandate of UNMISS until 30"
                " April 2027;",
                "OP2 note: Recalls that the mandate of UNMISS was extended until 30 April 2026;",
            ),
            document(
                "S/RES/2801 (2025)", "2025-11-14",
                "OP4 decide mission-mandate 2026-11-15: Decides to extend the mandate of MINUSCA until"
                " 15 November"
                " 2026;",
            ),
        )  # fmt: skip
        yield base


def test_steps_are_what_sets_renews_or_ends(store):
    found = {(step.number, step.label): (step.action, step.subject) for step in steps(store)}
    assert found == {
        (1805, "2"): ("continues", "cted"),
        (2140, "11"): ("imposes", "measures of yemen"),
        (1970, "9"): ("imposes", "measures of libya"),
        (1970, "15"): ("imposes", "measures of libya"),
        (2140, "21"): ("establishes", "panel of yemen"),
        (2204, "2"): ("extends", "measures of yemen"),
        (2204, "4"): ("extends", "panel of yemen"),
        (2617, "2"): ("continues", "cted"),
        (2640, "15"): ("extends", "minusma"),
        (2690, "1"): ("ends", "minusma"),
        (2801, "4"): ("extends", "minusca"),
        (2810, "3"): ("continues", "cted"),
        (2820, "1"): ("extends", "unmiss"),
    }


def test_steps_are_kept_until_the_base_changes(store, tmp_path):
    one = document("S/RES/1996 (2011)", "2011-07-08", "OP1 decide 2012-07-08: Decides to extend UNMISS;")
    two = document("S/RES/2057 (2012)", "2012-07-05", "OP1 decide 2013-07-15: Decides to extend UNMISS;")
    with Store.open(tmp_path, create=True) as base:
        put(base, one)
        assert len(steps(base)) == len(steps(base)) == 1
        put(base, two)
        assert [step.number for step in steps(base)] == [1996, 2057]


@pytest.mark.parametrize(
    ("symbol", "label", "day", "status", "by"),
    [
        ("S/RES/2810 (2025)", "3", TODAY, "current", ""),  # runs
        ("S/RES/2617 (2021)", "2", TODAY, "replaced", "S/RES/2810 (2025) OP3"),  # same body
        ("S/RES/2617 (2021)", "2", "2025-06-30", "current", ""),  # as it stood before
        ("S/RES/2640 (2022)", "15", TODAY, "ended", "S/RES/2690 (2023) OP1"),  # ended by a later step
        ("S/RES/2820 (2026)", "1", TODAY, "current", ""),
        ("S/RES/2820 (2026)", "1", "2026-05-01", "current", ""),
        ("S/RES/1970 (2011)", "9", "2011-02-27", "open", ""),  # no end, nothing goes back to it
        # Resolutions on Libya that the base does not hold may have.
        ("S/RES/1970 (2011)", "9", TODAY, "unclear", ""),
        # The measure is renewed, and what renewed it ran out; later resolutions on Yemen are not held.
        ("S/RES/2140 (2014)", "11", "2015-06-01", "current", "S/RES/2204 (2015) OP2"),
        ("S/RES/2140 (2014)", "11", TODAY, "unclear", "S/RES/2204 (2015) OP2"),
        ("S/RES/2801 (2025)", "4", TODAY, "unclear", ""),  # ran out after the last resolution known
    ],
)
def test_what_becomes_of_a_demand(store, symbol, label, day, status, by):
    adopted = "2000-01-01"
    stands = Register(store, day).of_paragraph(symbol, label, adopted)
    assert (stands.status, stands.by) == (status, by), stands.reason
    assert stands.reason


def test_the_reason_names_what_is_missing(store):
    stands = Register(store, TODAY).of_paragraph("S/RES/2204 (2015)", "2", "2015-02-24")
    assert stands.status == "unclear"
    assert "S/RES/2266 (2016)" in stands.reason


def test_a_chain_with_the_links_that_are_not_held(store):
    chain = lineage(store, parse("2617 OP2"), as_of=TODAY)
    assert [(link.doc, link.held) for link in chain] == [
        ("S/RES/1805 (2008)", True),
        ("S/RES/1963 (2010)", False),
        ("S/RES/2129 (2013)", False),
        ("S/RES/2395 (2017)", False),
        ("S/RES/2617 (2021)", True),
        ("S/RES/2810 (2025)", True),
    ]
    assert chain[-1].status == "current"


def test_a_lost_link_stands_where_a_term_ran_out(store, tmp_path):
    with Store.open(tmp_path, create=True) as base:
        put(
            base,
            document(
                "S/RES/2129 (2013)", "2013-12-17",
                "OP2 decide 2017-12-31: Decides that CTED will continue to operate until 31 December 2017;",
            ),
            document(
                "S/RES/2462 (2019)", "2019-03-28",
                "OP35 note implements@2395_(2017): Requests CTED, in accordance with resolution 2395"
                " (2017), to act;",
            ),
            document(
                "S/RES/2617 (2021)", "2021-12-30",
                "OP2 decide 2025-12-31: Decides that CTED will continue to operate until 31 December 2025;",
            ),
        )  # fmt: skip
        chain = lineage(base, parse("2617"), as_of=TODAY)
    assert [(link.doc, link.held) for link in chain] == [
        ("S/RES/2129 (2013)", True), ("S/RES/2395 (2017)", False), ("S/RES/2617 (2021)", True),
    ]  # fmt: skip
    assert "S/RES/2462 (2019) OP35" in chain[1].why


@pytest.mark.parametrize(
    ("first", "until", "then", "mission", "lost", "why"),
    [
        # 2639 and 2643 were both adopted on the Middle East when the term ran out
        (
            "S/RES/2613 (2021)",
            "2022-06-30",
            "S/RES/2689 (2023)",
            "UNDOF",
            ["S/RES/2639 (2022)", "S/RES/2671 (2022)"],
            "known for it",
        ),
        # the item was *Western Sahara*, then *The situation in Western Sahara*
        ("S/RES/2044 (2012)", "2013-04-30", "S/RES/2152 (2014)", "MINURSO", ["S/RES/2099 (2013)"], "same"),
        # each for six months, as the one before: 2187 and 2223 follow what 2155 renewed
        (
            "S/RES/2109 (2013)",
            "2014-07-15",
            "S/RES/2241 (2015)",
            "UNMISS",
            ["S/RES/2155 (2014)", "S/RES/2187 (2014)", "S/RES/2223 (2015)"],
            "same",
        ),
    ],
)
def test_a_lost_link_that_nothing_cites(tmp_path, first, until, then, mission, lost, why):
    words = f"Decides to renew the mandate of {mission} until"
    with Store.open(tmp_path, create=True) as base:
        put(
            base,
            document(first, f"{first[-5:-1]}-04-24", f"OP1 decide mission-mandate {until}: {words} {until};"),
            document(then, f"{then[-5:-1]}-06-29", f"OP1 decide mission-mandate 2030-06-30: {words} 2030;"),
        )
        chain = lineage(base, parse(then), as_of=TODAY)
    assert [link.doc for link in chain] == [first, *lost, then]
    assert [link.doc for link in chain if not link.held] == lost
    assert why in chain[1].why


def test_a_decision_put_aside_is_so_whatever_was_asked_beside_it(tmp_path):
    """1730 OP1, in whose place 2744 OP1 came; it asks for a focal point too."""
    with Store.open(tmp_path, create=True) as base:
        put(
            base,
            document("S/RES/1546 (2004)", "2004-06-08",
                     "OP24 decide: Decides that the Development Fund shall be utilized through the budget;",
                     "OP25 note: Notes that the funds shall be disbursed by the Government;",
                     title="on Iraq"),
            document("S/RES/1956 (2010)", "2010-12-15",
                     "OP1 decide 2011-06-30 terminates@24/1546_(2004): Decides to terminate, on 30 June 2011,"
                     " the arrangements referred to in paragraph 24 of resolution 1546 (2004);",
                     title="on Iraq"),
        )  # fmt: skip
        with base.connection as db:  # both stand in one paragraph
            db.execute("UPDATE mandates SET seq = 1 WHERE seq = 2")
        found = Register(base, TODAY).of_text("S/RES/1546 (2004)", "en", "OP24", "2004-06-08")
        assert found is not None
        assert (found.status, found.by) == ("ended", "S/RES/1956 (2010) OP1")


def test_the_panel_is_no_link_of_the_mission_that_a_task_of_it_speaks_of(tmp_path):
    """2290 OP12(e) continues the Panel of 2206 OP18 and speaks of UNMISS, as its step says: two lives."""
    with Store.open(tmp_path, create=True) as base:
        put(
            base,
            document("S/RES/2206 (2015)", "2015-03-03",
                     "OP18 request 2016-04-03: Requests the Secretary-General to create a Panel of Experts",
                     title="on South Sudan"),
            document("S/RES/2290 (2016)", "2016-05-31",
                     "OP12 decide 2017-07-01 extends@18/2206_(2015): Decides to extend until 1 July 2017 the"
                     " mandate of the Panel of Experts as set out in paragraph 18 of resolution 2206 (2015);",
                     "OP13 decide 2017-07-31 extends@18/2206_(2015): Decides to extend UNMISS's mandate;",
                     title="on South Sudan"),
        )  # fmt: skip
        chain = lineage(base, parse("2290 OP13"), as_of=TODAY)
        assert {(link.subject, link.pinpoint) for link in chain if link.held} == {("unmiss", "OP13")}


def test_what_has_no_term_and_nothing_goes_back_to_is_a_chain_of_its_own(tmp_path):
    """418 OP2, the embargo on South Africa, which nothing held renews."""
    with Store.open(tmp_path, create=True) as base:
        put(
            base,
            document("S/RES/418 (1977)", "1977-11-04",
                     "OP2 decide arms-embargo: Decides that all States shall cease forthwith any provision to"
                     " South Africa of arms;", "OP7 decide: Decides to keep this item on its agenda;",
                     title="on South Africa"),
        )  # fmt: skip
        (link,) = lineage(base, parse("418"), as_of=TODAY)
        assert (link.pinpoint, link.action) == ("OP2", "imposes")


def test_measures_and_panel_of_one_regime_are_two_chains(store):
    chain = lineage(store, parse("2204 OP2"), as_of=TODAY)
    assert [(link.doc, link.pinpoint) for link in chain] == [
        ("S/RES/2140 (2014)", "OP11"), ("S/RES/2204 (2015)", "OP2"),
    ]  # fmt: skip


def test_what_has_no_term_has_amendments(tmp_path):
    with Store.open(tmp_path, create=True) as base:
        put(
            base,
            document("S/RES/1970 (2011)", "2011-02-26", "OP9 decide: Decides to prevent all sales of arms;"),
            document(
                "S/RES/2009 (2011)", "2011-09-16",
                "OP13 decide amends@9/1970_(2011): Decides that paragraph 9 of resolution 1970 (2011)"
                " shall not"
                " apply to supplies for security assistance;",
                "OP14 decide amends@17/1970_(2011): Decides that paragraph 17 shall be applied otherwise;",
            ),
        )  # fmt: skip
        chain = lineage(base, parse("1970 OP9"), as_of=TODAY)
        assert [(link.doc, link.pinpoint, link.action) for link in chain] == [
            ("S/RES/2009 (2011)", "OP13", "exempts")
        ]
        assert lineage(base, parse("1970 OP3"), as_of=TODAY) == []


@pytest.mark.parametrize(
    ("pinpoint", "named"),
    [
        ("", ()),
        ("9", ("9",)),
        ("11, 15", ("11", "15")),
        ("14-17", ("14", "15", "16", "17")),
        ("2(a), (b), 4(a)", ("2(a)", "2(b)", "4(a)")),
    ],
)
def test_labels_of_a_pinpoint(pinpoint, named):
    assert labels(pinpoint) == named
