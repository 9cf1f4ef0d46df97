"""What ends something and what only speaks of an end: terms, reviews, conditions, duties, intentions, and the
day on which one mission hands over to another. Real wordings, without the rest of their paragraphs.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.index.life.standing import Register
from mandex.index.life.steps import steps

# line of a document on Libya of 2014, what its steps do, to what, and until when
SPEAK_OF_AN_END = [
    ("OP4 decide terminates@10/1521_(2003): Decides to terminate the measures imposed by paragraph 10 of"
     " resolution 1521 (2003);", [("ends", "measures of libya", "")]),
    ("OP2 decide terminates@7/1718_(2006): Decides, having regard to the agreement reached, to call upon"
     " Member States to terminate the measures imposed by paragraph 7 of resolution 1718 (2006);",
     [("ends", "measures of libya", "")]),
    # what is reviewed, reserved, intended, waited for
    ("OP19 decide: Decides to review the measures in paragraphs 2 and 4 above by 17 June 2004 and decide"
     " accordingly whether to terminate these measures;", []),
    ("OP4 decide: The Security Council reserves the right to rescind or amend this resolution;", []),
    ("OP7 decide: Decides to remain seized in support of the effort to complete the set of ideas referred to"
     " in paragraph 4 above and to conclude an agreement;", []),
    ("OP18 decide: Decides that UNPOS should be replaced by a new mission as soon as possible;", []),
    # what should be done is done where the Council agrees to it
    ("OP18 decide: further agrees that UNPOS should be replaced by a new expanded Special Political Mission"
     " as soon as possible;", [("replaces", "unpos", "")]),
    ("OP12 decide: Decides further that the mandate of UNSMIL shall expire upon the completion of the"
     " political process set out in paragraph four above;", []),
    # a duty of States
    ("OP33 decide: Decides that States shall take the necessary measures to close such branches, and also to"
     " terminate such joint ventures, ownership interests and banking relationships;", []),
    # a day to come
    ("OP10 decide: Decides to terminate the mandate of UNSMIL, with effect from 16 December 2018;",
     [("ends", "unsmil", "2018-12-16")]),
    # terms of what the same resolution lays down
    ("OP5 decide: Further decides that the decisions contained in operative paragraphs two and three of this"
     " resolution shall expire 180 days from the adoption of this resolution;",
     [("sets", "authority of libya", "2015-03-14")]),
    # what a committee may do for a time, each time
    ("OP11 decide 2014-12-14: Decides that the Committee may designate vessels for some or all of the"
     " measures in paragraph 10 for a period of ninety days;", []),
    # what is lent is not prolonged, and a task is not a mandate
    ("OP3 authorize 2014-10-14: Authorizes UNAMSIL to extend the necessary logistical support, for a limited"
     " period of up to 30 days, to the forward elements of the Force;",
     [("sets", "authority of libya", "2014-10-14")]),
    ("OP4 request 2015-01-31: Requests the Secretary-General to continue to provide support to AMISOM until"
     " 31 January 2015;", [("sets", "authority of libya", "2015-01-31")]),
    ("OP10 request 2015-03-15: Requests the Secretary-General to report to it, six months from now, on the"
     " operation which has been authorized for a one-year period;", []),
    # neither's mandate is that of a unit that moves from one to the other
    ("OP25 request 2014-09-15: Requests the Secretary-General to transfer the Guard Unit from BINUCA to"
     " MINUSCA until 15 September 2014;", [("sets", "authority of libya", "2014-09-15")]),
    # a mission goes on with its people
    ("OP9 decide troop-ceiling 2021-02-28: Decides to authorise the Member States to maintain the deployment"
     " of 19,626 uniformed AMISOM personnel until 28 February 2021;",
     [("continues", "amisom", "2021-02-28")]),
    # what is terminated is a paragraph, whatever mission the title names
    ("OP8 decide terminates@14/1973_(2011): Decides further to terminate paragraph 14 of"
     " resolution 1973 (2011);",
     [("ends", "authority of libya", "")]),
    # a task for a time is not the mandate
    ("OP2 decide 2015-01-09: Decides that UNSMIL shall, on a temporary basis until 9 January 2015,"
     " participate in the work of the mechanism;", [("sets", "authority of libya", "2015-01-09")]),
    ("OP19 decide troop-ceiling 2015-12-31: Decides to continue the provision outlined in subparagraph (f) to"
     " cover up to 20,900 personnel from the SNA on joint operations with AUSSOM until 31 December 2015;",
     [("extends", "authority of libya", "2015-12-31")]),
    # what a committee keeps up to date keeps no measure in force
    ("OP4(b) decide: maintain and regularly update the list of those subject to the measures in paragraph 1"
     " above;", []),
    # terms that begin later, or are at most so long
    ("OP7 decide: Decides that authority be transferred on 1 July 2015 at which point UNSMIL"
     " shall commence its mandate, for an initial period of 12 months;", [("sets", "unsmil", "2016-07-01")]),
    ("OP4 decide: Decides to establish, for a period of no longer than two years, a Committee;",
     [("establishes", "committee of libya", "2016-09-15")]),
    # a part of a mission
    ("OP3 decide: Decides to establish a joint planning unit in the office of the Special Representative and"
     " of UNSMIL;", []),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), SPEAK_OF_AN_END)
def test_what_ends_something(tmp_path, line, expected):
    with Store.open(tmp_path, create=True) as base:
        put(base, document("S/RES/2177 (2014)", "2014-09-15", line, title="Libya"))
        assert [(one.action, one.subject, one.until) for one in steps(base)] == expected


# what is established or extended on 10 March 2004, the words in which its term is told by its length, its day
BESIDE_A_DAY = [
    ("Decides to establish UNOCI for an initial period of 12 months as from 4 April 2004;",
     "for an initial period of 12 months", "2005-04-04"),
    ("Requests the Secretary-General to establish UNMIL beginning on 16 October 2004 and for an initial"
     " period of 12 months;", "for an initial period of 12 months", "2005-10-16"),
    ("Decides to establish UNMIL by 3 June 2004, for an initial period of twelve months;",
     "for an initial period of twelve months", "2005-06-03"),
    ("Decides to extend the mandate of UNMIL for an additional 90 days to 10 July 2004;",
     "for an additional 90 days", "2004-07-10"),
    # days on which something else is to be
    ("Decides to extend the mandate of UNMIL for a period of seven months, and that it will continue beyond"
     " 16 June 2004 only upon a review;", "for a period of seven months", "2004-10-10"),
    ("Decides to extend the mandate of UNMIL, which expires on 19 March 2004, for a period of seven months;",
     "for a period of seven months", "2004-10-10"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "term", "day"), BESIDE_A_DAY)
def test_a_day_that_is_printed_beats_one_that_is_counted_from_adoption(tmp_path, words, term, day):
    counted = "2005-03-10" if "12 months" in term or "twelve" in term else "2004-10-10"
    put_in = document("S/RES/1528 (2004)", "2004-03-10", f"OP1 decide {counted}: {words}", title="Liberia")
    (said,) = put_in.mandates
    term_of = replace(said, dates=tuple(replace(one, text=term) for one in said.dates))
    with Store.open(tmp_path, create=True) as base:
        put(base, replace(put_in, mandates=(term_of,)))
        assert [one.until for one in steps(base)] == [day]


# line of a document on Mali of 2013, the missions that hand over and when
HAND_OVER = [
    ("OP7 decide: Further decides that the authority be transferred from AFISMA to MINUSMA on 1 July 2013;",
     [("afisma", "2013-07-01")]),
    ("OP1 request: Requests the Secretary-General to transfer authority from AFISMA to MINUSMA on 1"
     " October 2013;",
     [("afisma", "2013-10-01")]),
    ("OP19 request: Requests the Secretary-General to subsume the presence of AFISMA into MINUSMA as of the"
     " date of the adoption of this resolution;", [("afisma", "")]),
    ("OP21 decide: Further decides that the transfer of authority from AFISMA to MINUSMA will take place on"
     " 15 September 2013;", [("afisma", "2013-09-15")]),
    # EUFOR is that of Bosnia and Herzegovina
    ("OP3 decide: Decides that the transfer of authority between EUFOR and MINUSMA will take place on 15"
     " March 2014;", []),
    # no day is said
    ("OP12 decide: Decides that the strength shall revert upon the transfer of authority from AFISMA to"
     " MINUSMA pursuant to paragraph 5 (c);", []),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), HAND_OVER)
def test_who_hands_over(tmp_path, line, expected):
    with Store.open(tmp_path, create=True) as base:
        put(base, document("S/RES/2100 (2013)", "2013-04-25", line, title="Mali"))
        found = [(one.subject, one.until) for one in steps(base) if one.action == "replaces"]
        assert found == expected


def test_measures_of_a_resolution_last_as_long_as_it_says(tmp_path):
    lines = (
        "OP10 decide arms-embargo: Decides that all States shall prevent the supply of arms to Libya;",
        "OP15 decide: Decides that the measures imposed by this resolution shall terminate one year from the"
        " date of the adoption of this resolution;",
    )
    with Store.open(tmp_path, create=True) as base:
        put(base, document("S/RES/2146 (2014)", "2014-03-19", *lines, title="Libya"))
        laid, term = steps(base)
        assert (laid.label, term.until, term.targets) == (
            "10",
            "2015-03-19",
            (("S/RES/2146 (2014)", ("10",)),),
        )


# lines of a document of 1981, the subject of its last step
SHORT_NAMES = [
    (("PP1: Having studied the report on the United Nations Interim Force in Lebanon,",
      "OP4 decide 1981-12-19: Decides to renew the mandate of the Force for another period of six months;"),
     "unifil"),
    (("PP1: Recalling the United Nations Interim Force in Lebanon and the Disengagement Observer Force,",
      "OP4 decide 1981-12-19: Decides to renew the mandate of the Force for another period of six months;"),
     "authority of middle east"),
    (("OP1 call: Commends the United Nations Assistance Mission in Afghanistan;",
      "OP4 decide 1981-12-19: Decides to renew the mandate of the Force for another period of six months;"),
     "authority of middle east"),
    (("OP1 decide 1981-12-19: Reaffirms the authorization for UNIFIL and decides to extend the mandate as set"
      " forth in that resolution until 19 December 1981;",), "unifil"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), SHORT_NAMES)
def test_whom_a_short_name_means(tmp_path, lines, expected):
    with Store.open(tmp_path, create=True) as base:
        put(base, document("S/RES/488 (1981)", "1981-06-19", *lines, title="Resolution 488 (1981)"))
        assert [one.subject for one in steps(base)] == [expected]


def test_a_committee_is_prolonged_by_the_number_of_its_resolution(tmp_path):
    founded = (
        "OP4 decide committee: Decides to establish, for a period of no longer than two years, a Committee of"
        " the Security Council;"
    )
    prolonged = (
        "OP1 decide 2027-04-25: Decides to extend the mandate of the 1540 Committee until 25 April 2027;"
    )
    with Store.open(tmp_path, create=True) as base:
        put(base, document("S/RES/1540 (2004)", "2004-04-28", founded, title="Weapons"))
        put(base, document("S/RES/1673 (2006)", "2006-04-27", prolonged, title="Weapons"))
        register = Register(base, "2026-01-01")
        assert register.of_step(register.kept.of("S/RES/1540 (2004)")[0]).by == "S/RES/1673 (2006) OP1"


RECALLS = "OP2 call recalls@8/1701_(2006): Recalls the principles set out in paragraph 8 of resolution 1701;"


@pytest.mark.parametrize(("later", "stands"), [((), "spent"), ((RECALLS,), "open")])
def test_what_a_later_paragraph_names_by_number_is_not_overtaken(tmp_path, later, stands):
    calls = (
        "OP8 call: Calls for Israel and Lebanon to support a long-term solution based on these principles;"
    )
    with Store.open(tmp_path, create=True) as base:
        put(base, document("S/RES/1701 (2006)", "2006-08-11", calls, title="Lebanon"))
        for number, line in ((1773, ()), (2433, ()), (2790, later)):
            lines = ("OP1 call recalls@1701_(2006): Calls for respect for resolution 1701 (2006);", *line)
            year = {1773: 2007, 2433: 2018, 2790: 2025}[number]
            put(base, document(f"S/RES/{number} ({year})", f"{year}-08-30", *lines, title="Lebanon"))
        asked = base.document("S/RES/1701 (2006)", "en").mandates[0]
        found = Register(base, "2026-01-01").of_paragraph("S/RES/1701 (2006)", "8", "2006-08-11", asked)
        assert found.status == stands
