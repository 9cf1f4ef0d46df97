"""What a held text shows to be over, on which day, and what it only seems to end."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.index.life.missions import missions
from mandex.index.life.regimes import regimes
from mandex.index.life.standing import Register

TODAY = "2026-11-27"
SOMALIA, SUDAN, IRAQ, TIMOR, HAITI, TERROR = (
    "on the situation in Somalia", "on the Sudan", "on the situation between Iraq and Kuwait",
    "on the situation in Timor-Leste", "on the question concerning Haiti",
    "on threats to international peace and security caused by terrorist acts",
)  # fmt: skip
PEACE = "OP1 call: Calls for peace;"


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path, create=True) as base:
        yield base


PANEL = "OP1 decide 2018-01-01: Decides to extend the mandate of the Panel of Experts until 1 January 2018;"
UNIKOM, UNMISET, UNMIS = (
    ("1490 (2003)", "2003-07-03", "2003-10-06", "to continue the mandate of UNIKOM"),
    ("1573 (2004)", "2004-11-16", "2005-05-20", "to extend the mandate of UNMISET"),
    ("1978 (2011)", "2011-04-27", "2011-07-09", "to extend the mandate of UNMIS"),
)
UNMISS = "OP1 decide 2013-07-09: Decides to establish for a period of one year UNMISS;"

# the last term of a mission, its words, what came after it, its last day (empty: not known), and why
TERMS = [
    (UNIKOM, "for a final period until 6 October 2003", IRAQ, (), "2003-10-06", "said to be the final term"),
    (UNIKOM, "until 6 October 2003", IRAQ, (), "", "1511 may have renewed it"),
    (UNMISET, "for a final period of 6 months until 20 May 2005", TIMOR, (), "2005-05-20",
     "a final period has a length"),
    (UNMISET, "for six months, with a view to a further and final period", TIMOR, (), "",
     "the final one is to come"),
    (UNMIS, "until 9 July 2011", SUDAN, ("1996 (2011)", "2011-07-08"), "2011-07-09",
     "what came in its place was founded by its end"),
    (UNMIS, "until 9 July 2011", SUDAN, ("2046 (2012)", "2012-05-02"), "", "what came later shows nothing"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("term", "words", "title", "heir", "until", "why"), TERMS, ids=[one[5] for one in TERMS]
)
def test_the_day_of_a_term_stands_where_a_held_text_refutes_a_renewal(
    store, term, words, title, heir, until, why
):
    number, date, last, what = term
    put(
        store,
        document(f"S/RES/{number}", date, f"OP1 decide {last}: Decides {what} {words};", title=title),
        *(document(f"S/RES/{heir[0]}", heir[1], UNMISS, title=title) for _ in heir[:1]),
        document("S/RES/2335 (2016)", "2016-12-30", PANEL, title=title),
        document("S/RES/2750 (2024)", "2024-09-11", PANEL, title=title),
    )
    name = what.rpartition(" ")[2].lower()
    (found,) = (one for one in missions(store, as_of=TODAY, ended=True) if one.mission == name)
    assert (found.status, found.until) == ("ended", until), (why, found)
    # and no other day where a paragraph is asked for
    assert Register(store, TODAY).of_text(f"S/RES/{number}", "en", "OP1", date).until == until


def test_what_ends_an_exception_ends_no_measure(store):
    put(
        store,
        document(
            "S/RES/1452 (2002)", "2002-12-20",
            "OP4 decide asset-freeze terminates@4(b)/1267_(1999): Decides that the exception provided for in"
            " paragraph 4 (b) of resolution 1267 (1999) will cease to have effect from the date of adoption;",
            title=TERROR,
        ),
    )  # fmt: skip
    assert not regimes(store, as_of=TODAY, ended=True)
    assert Register(store, TODAY).of_text("S/RES/1452 (2002)", "en", "OP4", "2002-12-20").status == "spent"


def test_a_measure_that_a_missing_text_lays_anew_as_a_later_one_recalls_is_replaced(store):
    supply = "all Member States shall take the necessary measures to prevent the supply of arms to Haiti"
    recalled = document(
        "S/RES/2700 (2023)", "2023-10-19",
        "OP6 note arms-embargo mentions@14/2699_(2023): Reaffirms paragraph 14 of resolution 2699 (2023),"
        f" which decided that {supply};", title=HAITI,
    )  # fmt: skip
    put(
        store,
        replace(recalled, mandates=(replace(recalled.mandates[0], lemma="reaffirm"),)),
        document(
            "S/RES/2653 (2022)", "2022-10-21",
            f"OP11 decide arms-embargo 2023-10-21: Decides that, for one year, {supply};", title=HAITI,
        ),
        document(
            "S/RES/2752 (2024)", "2024-10-18",
            f"OP2 decide arms-embargo 2025-10-18: Decides that, for one year, {supply};", title=HAITI,
        ),
        document(
            "S/RES/2794 (2025)", "2025-10-17",
            f"OP2 decide arms-embargo 2026-10-17: Decides that, for one year, {supply};", title=HAITI,
        ),
    )  # fmt: skip
    stands = Register(store, "2026-01-01").of_text("S/RES/2653 (2022)", "en", "OP11", "2022-10-21")
    assert (stands.status, stands.by) == ("replaced", "S/RES/2699 (2023) OP14")


LIFTED = (
    "OP1 decide arms-embargo terminates@733_(1992): Decides to lift the arms embargo established in"
    " resolution 733 (1992) as amended;"
)
ABOUT = [
    ("ended", "decide: Decides that States providing supplies shall notify the Committee in advance",
     "the notices that an embargo asks for"),
    ("ended", "call: Calls upon all States to cooperate in the implementation of the arms embargo", "itself"),
    ("ended", "call: Urges States to follow strictly the notification procedures", "the same"),
    ("spent", "demand: Demands that all parties ensure access for the delivery of humanitarian assistance",
     "what is delivered is no arms"),
    ("spent", "call: Calls upon States to fight piracy by deploying vessels, arms, and military aircraft",
     "arms that no embargo is about"),
    ("spent", "call: Calls on States to assist Somalia, with notification to the Secretary-General, to"
     " strengthen its courts", "a notice of something else"),
]  # fmt: skip


@pytest.mark.parametrize(("status", "line", "why"), ABOUT, ids=[one[2] for one in ABOUT])
def test_what_is_about_arms_ends_with_the_embargo(store, status, line, why):
    put(
        store,
        document("S/RES/1814 (2008)", "2008-05-15", f"OP12 {line};", title=SOMALIA),
        document("S/RES/2714 (2023)", "2023-12-01", LIFTED, title=SOMALIA),
        *(document(f"S/RES/{n} (2025)", "2025-01-01", PEACE, title=SOMALIA) for n in range(2780, 2789)),
    )
    stands = Register(store, TODAY).of_text("S/RES/1814 (2008)", "en", "OP12", "2008-05-15")
    assert stands.status == status, (why, stands)
