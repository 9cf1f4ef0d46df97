"""What ends something and what only speaks of an end: terms, reviews, conditions, duties, intentions, and the
day on which one mission hands over to another. Real wordings, without the rest of their paragraphs.
"""

from __future__ import annotations

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
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
    # a part of a mission
    ("OP3 decide: Decides to establish a joint planning unit in the office of the Special Representative and"
     " of UNSMIL;", []),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), SPEAK_OF_AN_END)
def test_what_ends_something(tmp_path, line, expected):
    with Store.open(tmp_path, create=True) as base:
        put(base, document("S/RES/2177 (2014)", "2014-09-15", line, title="Libya"))
        assert [(one.action, one.subject, one.until) for one in steps(base)] == expected


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
