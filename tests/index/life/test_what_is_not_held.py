"""What is said of terms, demands and regimes where the texts between, before or after are not held."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_documents import document, put

from mandex.corpus.lexicon import bodies
from mandex.corpus.model import Document
from mandex.corpus.store import Store
from mandex.index.life.horizon import Gap, Horizon
from mandex.index.life.missions import missions, not_held
from mandex.index.life.regimes import not_held as not_held_on
from mandex.index.life.regimes import regimes
from mandex.index.life.standing import Register
from mandex.index.life.steps import Steps

TODAY = "2026-06-29"


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path, create=True) as base:
        yield base


SOUTH_SUDAN = (
    document("S/RES/2633 (2022)", "2022-05-26",
             "OP1 decide arms-embargo 2023-05-31 extends@4/2428_(2018): Decides to renew until 31 May"
             " 2023 the measures on arms imposed by paragraph 4 of resolution 2428 (2018);",
             title="on South Sudan"),
    document("S/RES/2821 (2026)", "2026-05-29",
             "OP1 decide arms-embargo 2027-05-31 extends@4/2428_(2018): Decides to renew until 31 May"
             " 2027 the measures on arms imposed by paragraph 4 of resolution 2428 (2018);",
             title="on South Sudan"),
)  # fmt: skip


def test_what_a_later_text_renews_ran_on_though_the_renewals_between_are_not_held(store):
    """2683 (2023) and others are missing; that 2821 renews the same paragraph shows what they did. The
    paragraph keeps the day that it prints."""
    put(store, *SOUTH_SUDAN)
    stands = Register(store, TODAY).of_paragraph("S/RES/2633 (2022)", "1", "2022-05-26")
    assert (stands.status, stands.by, stands.until) == ("replaced", "S/RES/2821 (2026) OP1", "2023-05-31")


def test_what_renews_another_paragraph_tells_nothing_of_it(store):
    first, _ = SOUTH_SUDAN
    other = document("S/RES/2821 (2026)", "2026-05-29",
                     "OP1 decide arms-embargo 2027-05-31 extends@5/2206_(2015): Decides to renew until 31 May"
                     " 2027 the measures imposed by paragraph 5 of resolution 2206 (2015);",
                     title="on South Sudan")  # fmt: skip
    put(store, first, other)
    assert Register(store, TODAY).of_paragraph("S/RES/2633 (2022)", "1", "2022-05-26").status != "replaced"


def test_a_measure_that_shall_continue_for_a_further_term_is_imposed_anew(store):
    """2134 OP30, in whose place 2196 OP4 came, in other words."""
    put(
        store,
        document("S/RES/2134 (2014)", "2014-01-28",
                 "OP30 decide travel-ban 2015-01-28: Decides that, for an initial period of one year, all"
                 " Member States shall take the necessary measures to prevent the entry into or transit"
                 " through their territories of individuals designated by the Committee;", title="on CAR"),
        document("S/RES/2196 (2015)", "2015-01-22",
                 "OP4 decide travel-ban 2016-01-29: Decides that, through 29 January 2016, all Member States"
                 " shall continue to take the necessary measures to prevent the entry into or transit"
                 " through their territories of whom the Committee lists;", title="on CAR"),
    )  # fmt: skip
    stands = Register(store, TODAY).of_paragraph("S/RES/2134 (2014)", "30", "2014-01-28")
    assert (stands.status, stands.by) == ("replaced", "S/RES/2196 (2015) OP4")


RWANDA = document("S/RES/872 (1993)", "1993-10-05",
                  "OP2 decide mission-establishment 1994-04-05: Decides to establish a peace-keeping"
                  " operation entitled “United Nations Assistance Mission for Rwanda” for six months;",
                  title="on Rwanda")  # fmt: skip


@pytest.mark.parametrize(
    ("day", "status", "until"),
    [
        ("1995-06-01", "unclear", "1994-04-05"),  # within the time of which nothing is held
        ("2026-06-29", "ended", ""),  # long after it: over, but since when no text held tells
    ],
)
def test_a_mission_is_lost_sight_of_where_years_are_not_held(store, monkeypatch, day, status, until):
    put(store, RWANDA, document("S/RES/2823 (2026)", "2026-06-20", "OP1 call: Calls for peace;"))
    monkeypatch.setattr(Horizon, "_gaps", [Gap("1994-03-16", "1999-12-17")])
    found = missions(store, "UNAMIR", as_of=day)[0]
    assert (found.status, found.until) == (status, until)
    assert "ran out on 1994-04-05, and nothing of 1994-1999 is held" in found.reason


@pytest.mark.parametrize(
    ("numbers", "gaps"),
    [
        (range(850, 950), []),  # nothing is missing
        ([*range(800, 900), *range(1290, 1400)], []),  # less than half is held: that nothing is tells nothing
        ([*range(400, 900), *range(1284, 1400)], ["1994-1999"]),
        ([*range(800, 850), *range(890, 950)], []),  # a few months
    ],
)  # fmt: skip
def test_times_of_which_nothing_is_held(store, monkeypatch, numbers, gaps):
    monkeypatch.setattr(Horizon, "held", frozenset(numbers))
    found = [one.years for one in Horizon(store, TODAY)._gaps]
    assert found == gaps


def _to_cted(one: Document) -> Document:
    asked = tuple(replace(mandate, actors=("cted",)) for mandate in one.mandates)
    return replace(one, mandates=asked)


def test_a_task_on_a_theme_outlives_the_renewal_of_the_body_that_has_it(store):
    """2396 OP48 tells CTED what to weigh whenever it assesses a State: 2617 only prolongs CTED."""
    tasks = [f"OP{at} request: Requests the Executive Directorate to do task {at};"
             for at in range(3, 10)]  # fmt: skip
    item = "on threats to international peace and security caused by terrorist acts"
    put(store, *map(_to_cted, (
        document("S/RES/2395 (2017)", "2017-12-21",
                 "OP2 decide mission-mandate 2021-12-31: Decides that the Counter-Terrorism Committee"
                 " Executive Directorate will continue to operate as a mission until 31 December 2021;",
                 *tasks, title=item),
        document("S/RES/2396 (2017)", "2017-12-21",
                 "OP48 demand: directs the Counter-Terrorism Committee Executive Directorate to take this"
                 " into consideration when assessing Member States' implementation;", title=item),
        document("S/RES/2617 (2021)", "2021-12-30",
                 "OP2 decide mission-mandate 2025-12-31: Decides that the Counter-Terrorism Committee"
                 " Executive Directorate will continue to operate as a mission until 31 December 2025;",
                 *tasks, title=item),
    )))  # fmt: skip
    register = Register(store, "2025-06-01")
    assert register.of_text("S/RES/2396 (2017)", "en", "OP48", "2017-12-21").status == "open"


SETTLEMENTS = ("OP2 demand: Reiterates its demand that Israel immediately and completely cease all settlement"
               " activities in the occupied Palestinian territory;",
               "OP12 request reports=2017-03-24/P3M: Requests the Secretary-General to report to the"
               " Council every three months"
               " on the implementation of the provisions of the present resolution;")  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "later", "status"),
    [
        (SETTLEMENTS, (), "open"),  # 2334 OP2: reports are owed on it
        (SETTLEMENTS[:1], (), "spent"),  # nothing tells that it is followed any more
        # the Council has spoken of the matter since
        (SETTLEMENTS, ("OP1 call: Calls for restraint;",), "spent"),
    ],
)
def test_what_the_last_resolution_on_a_matter_has_reported_on_does_not_age(store, lines, later, status):
    put(store, document("S/RES/2334 (2016)", "2016-12-23", *lines, title="on Israel"))
    if later:
        put(store, document("S/RES/2728 (2024)", "2024-03-25", *later, title="on Israel"))
    stands = Register(store, TODAY).of_text("S/RES/2334 (2016)", "en", "OP2", "2016-12-23")
    assert stands.status == status
    assert "at once" not in stands.reason


@pytest.mark.parametrize(
    ("symbol", "date", "line", "title", "mission", "until"),
    [
        ("S/RES/128 (1958)", "1958-06-11",
         "OP1 decide: Decides to dispatch urgently an observation group to proceed to Lebanon;",
         "on Lebanon", "unogil", ""),
        ("S/RES/1529 (2004)", "2004-02-29",
         "OP2 authorize: Authorizes the immediate deployment of a Multinational Interim Force for a period of"
         " not more than three months from adoption of this resolution:", "on Haiti",
         "multinational-force of haiti", "2004-05-29"),
    ],
)  # fmt: skip
def test_missions_without_a_name_of_their_own(store, symbol, date, line, title, mission, until):
    put(store, document(symbol, date, line, title=title))
    found = missions(store, as_of=date, ended=True)
    assert [(one.mission, one.until) for one in found] == [(mission, until)]
    assert found[0].founded_by.startswith(symbol)


def test_what_lists_lack_is_named(store, monkeypatch):
    """2375 is not held, and 2397 goes back to it; UNTSO nothing held founds."""
    put(
        store,
        document("S/RES/1718 (2006)", "2006-10-14",
                 "OP8 decide arms-embargo: Decides that all Member States shall prevent the supply, sale or"
                 " transfer of arms and related materiel;", title="on North Korea"),
        document("S/RES/2397 (2017)", "2017-12-22",
                 "OP5 decide arms-embargo,asset-freeze mentions@14/2375_(2017): Decides that the limit in"
                 " paragraph 14 of resolution 2375 (2017) is lowered;", title="on North Korea"),
        RWANDA,
    )  # fmt: skip
    found = regimes(store, as_of=TODAY, ended=True)
    assert not_held_on(store, found, as_of=TODAY) == ["S/RES/2375 (2017)"]
    assert not_held(store) == []  # of a base of few, that most are missing tells nothing
    monkeypatch.setattr(Steps, "subjects", lambda self: [one for one in bodies() if one != "untso"])
    assert not_held(store) == ["UNTSO"]
