"""What changed in substance in a paragraph, on small texts whose answer is plain."""

from __future__ import annotations

import pytest
from comparing import CARGO, MANDATE, PREAMBLE, REPORT, SEIZED, Fate, pair

SUBSTANCE = [
    ("a date", MANDATE, MANDATE.replace("2024", "2025"), [("date", "2024-02-28", "2025-02-28")]),
    ("a force", CARGO, CARGO.replace("Urges", "Demands that").replace("to inspect", "inspect"),
     [("force", "Urges", "Demands")]),
    ("a force within what is asked", CARGO.replace("Urges all", "Notes the need, and urge all"),
     CARGO.replace("Urges all", "Notes the need, and encourage all"), [("force", "urge", "encourage")]),
    ("a demand put before another",
     "1. Requests the Panel to provide a midterm report to the Council by June;",
     "1. Calls for cooperation of States and requests the Panel to provide a midterm report to the Council by"
     " June;", [("measure", "", "Calls for cooperation of States and requests")]),
    ("a request made strongly", CARGO.replace("Urges all", "Notes the need, and urge all"),
     CARGO.replace("Urges all", "Notes the need, and strongly urge all"),
     [("force", "urge", "strongly urge")]),
    ("the spelling of those named", CARGO.replace("Member States", "regional organizations"),
     CARGO.replace("Member States", "regional organisations"), []),
    ("a strength", "1. Decides that the Mission shall have up to 2,990 military personnel;",
     "1. Decides that the Mission shall have up to 1,940 military personnel;", [("number", "2990", "1940")]),
    ("2114 (2013) OP5: what opens a paragraph asked and asks no more",
     "1. Urges all parties to accommodate the requirements of the Committee on Missing Persons;",
     "1. Welcomes all efforts to accommodate the requirements of the Committee on Missing Persons;",
     [("force", "Urges", "Welcomes"), ("actor", "parties", "")]),
    ("864 (1993): a number in two words",
     "1. Decides to extend the mandate of the Mission for a period of forty-five days;",
     "1. Decides to extend the mandate of the Mission for a period of one year;",
     [("number", "45", "1")]),
    ("1921 (2010): the next report by its day",
     "1. Welcomes the report of the Secretary-General of 8 January 2022 on the Mission;",
     "1. Welcomes the report of the Secretary-General of 28 April 2023 on the Mission;",
     [("reference", "2022-01-08", "2023-04-28")]),
    ("864 (1993): two days of a report, and the mark of a note",
     "1. Welcomes the report of the Secretary-General of 25 and 27 May 2022, 10",
     "1. Welcomes the report of the Secretary-General of 13 and 14 September 2023, 29",
     [("reference", "2022-05-27", "2023-09-14")]),
    ("864 (1993) OP7: a country that is only a place",
     "1. Condemns them for their actions, which endanger the peace process;",
     "1. Condemns them for their actions, which are resulting in suffering for the civilians of Angola;",
     [("measure", "endanger the peace process", "are resulting in suffering for the civilians of Angola")]),
    ("864 (1993) OP6: the year of an election with its day",
     "1. Demands that they accept the results of the elections of 1992 and abide by it;",
     "1. Demands that they accept the results of the elections of 30 September 1992 and abide by it;", []),
    ("2749 (2024) OP6: the day of a resolution goes with it",
     "1. Stresses the need for peace, based on all its resolutions including 242 (1967) of 22 November 1967;",
     "1. Stresses the need for peace, based on all its resolutions;",
     [("citation", "S/RES/242 (1967)", ""), ("reference", "1967-11-22", "")]),
    ("a number in words", "1. Requests the Secretary-General to report every six months on the situation;",
     "1. Requests the Secretary-General to report every three months on the situation;",
     [("number", "6", "3")]),
    ("an addressee", "1. Requests the Secretary-General to keep the arrangements for elections under review;",
     "1. Requests the Secretary-General and the African Union to keep the arrangements for elections under"
     " review;", [("actor", "", "african-union")]),
    ("a citation", "1. Recalls the measures imposed by paragraph 9 of resolution 1807 (2008) and after;",
     "1. Recalls the measures imposed by paragraph 9 of resolution 2293 (2016) and after;",
     [("citation", "S/RES/1807 (2008) 9", "S/RES/2293 (2016) 9")]),
    ("a reference brought up to date",
     "1. Recalls the measures imposed by paragraph 9 of resolution 2641 (2022);",
     "1. Recalls the measures imposed by paragraph 9 of resolution 2693 (2023);",
     [("reference", "S/RES/2641 (2022) 9", "S/RES/2693 (2023) 9")]),
    ("a newer reference of which more is decided",
     "1. Decides to renew the measures imposed by paragraph 9 of resolution 2641 (2022);",
     "1. Decides to amend the measures imposed by paragraph 9 of resolution 2693 (2023);",
     [("measure", "to renew the measures imposed", "to amend the measures imposed"),
      ("citation", "S/RES/2641 (2022) 9", "S/RES/2693 (2023) 9")]),
    ("2577 (2021) OP12: what is decided with the same measures",
     "1. Decides to review the measures renewed in paragraph 11 in light of the progress achieved;",
     "1. Decides to keep the measures renewed in paragraph 11 under continuous review in light of the"
     " progress achieved;",
     [("measure", "to review the measures renewed", "to keep the measures renewed")]),
    ("2137 (2014) OP1: a verb that stands there still",
     "1. Decides to extend until 15 February 2024 the mandate of BNUB, requesting it to focus on and support"
     " the Government in the promotion of human rights and the reform of the courts;",
     "1. Extends until 31 December 2024 the mandate of BNUB, requesting it to focus on and support the"
     " Government in the promotion of human rights and the reform of the courts;",
     [("date", "2024-02-15", "2024-12-31")]),
    ("2137 (2014) OP12: one verb exchanged is told once",
     "1. Calls upon the Government to pursue its efforts for human rights, and further encourages the"
     " Government to continue its fight against impunity;",
     "1. Calls upon the Government to pursue its efforts for human rights, and further calls upon the"
     " Government to continue its fight against impunity;",
     [("force", "further encourages", "further calls upon")]),
    ("1676 (2006) OP3(e): the next reports that a group shall build on",
     "1. Directs the Group to continue the investigations of the reports S/2004/604 and S/2005/153;",
     "1. Directs the Group to continue the investigations of the reports S/2004/604, S/2005/153 and"
     " S/2005/625;", [("reference", "", "S/2005/625")]),
    ("2577 (2021) OP14: who founded the Committee is said elsewhere now",
     "1. Reaffirms the measures imposed in paragraphs 9 and 12 of resolution 2206 (2015), and directs the"
     " Panel to assist the Committee established pursuant to paragraph 16 of resolution 2206 (2015);",
     "1. Reaffirms the measures imposed in paragraphs 9 and 12 of resolution 2206 (2015), and directs the"
     " Panel to assist the Committee;",
     [("reference", "S/RES/2206 (2015) 9, 12, 16", "S/RES/2206 (2015) 9, 12")]),
    ("1950 (2010) OP8: a letter and the next one",
     "1. Affirms that authorizations were renewed only on receipt of the 6 November 2022 letter of the TFG;",
     "1. Affirms that authorizations were renewed only on receipt of the 20 October 2024 letter of the TFG;",
     [("reference", "2022-11-06", "2024-10-20")]),
    ("1878 (2009) OP2: the same Tribunal and judges",
     "1. Decides to extend the term of office of Mr. Vagn Joensen at the Tribunal who is a member of the"
     " Trial Chambers until 31 December 2009;",
     "1. Decides to extend the term of office of Vagn Joensen at the International Tribunal, who is a member"
     " of the Trial Chambers, until 31 December 2010;", [("date", "2009-12-31", "2010-12-31")]),
    ("682 (1990) OP1: the mark of a note behind a day",
     "1. Decides to bear in mind the report of the Review Team of 7 December 2022, 67 and to support it;",
     "1. Decides to bear in mind the report of the Review Team of 7 December 2022 and to support it;", []),
    ("1929 (2010) OP16: the same States",
     "1. Decides that all Member States shall seize items the supply of which is prohibited;",
     "1. Decides that all States shall seize items the supply of which is prohibited;", []),
    ("1408 (2002) OP15: by what the measures are imposed, which is cited",
     "1. Requests all States to report on the steps taken to implement the measures imposed by paragraph 1;",
     "1. Requests all States to report on the steps taken to implement the measures;", []),
    ("2002 (2011) OP8: the days of reports in a row",
     "1. Requests the Committee to consider the reports of the Group dated 5 April 2006, 16 October 2006 and"
     " 17 July 2007 and to recommend ways to improve compliance;",
     "1. Requests the Committee to consider the reports of the Group and to recommend ways to improve"
     " compliance;",
     [("reference", "2006-04-05", ""), ("reference", "2006-10-16", ""), ("reference", "2007-07-17", "")]),
    ("2588 (2021) PP15: who founded a committee, in Chinese",
     "1. 请专家小组在与第2127(2013)号决议所设委员会讨论后向安理会提交最后报告；",
     "1. 请专家小组在与委员会讨论后向安理会提交最后报告；", [("reference", "S/RES/2127 (2013)", "")]),
    ("1370 (2001) OP1: those who founded a mission, one after the other",
     "1. Decides that the mandate of UNAMSIL, established in its resolutions 1270 (1999) and 1289 (2000),"
     " shall be extended for a period of six months;",
     "1. Decides that the mandate of UNAMSIL shall be extended for a period of six months;",
     [("reference", "S/RES/1270 (1999)", ""), ("reference", "S/RES/1289 (2000)", "")]),
    ("2777 (2025) OP3: all that renewed a mandate, and the one that laid it down last",
     "1. Decides to extend the mandate of the Mission as defined in resolutions 1662 (2006), 1746 (2007) and"
     " 2596 (2021) until 17 March 2024;",
     "1. Decides to extend the mandate of the Mission as defined in resolution 2675 (2023) until 17 March"
     " 2025;",
     [("date", "2024-03-17", "2025-03-17"), ("reference", "S/RES/1662 (2006)", "S/RES/2675 (2023)"),
      ("reference", "S/RES/1746 (2007)", ""), ("reference", "S/RES/2596 (2021)", "")]),
    ("2761 (2024) OP3: a committee that is called by its numbers",
     "1. Requests the providers to minimize the accrual of benefits to those designated by the Council;",
     "1. Requests the providers to minimize the accrual of benefits to those designated by the Council or by"
     " the 1267/1989/2253 Committee;", [("measure", "", "by the 1267/1989/2253 Committee")]),
    # what is no change of substance: wording, and references that renumber with the text
    ("words only", CARGO, CARGO.replace("in their territory, including", "within their territory, and"), []),
    ("its own paragraphs", "1. Decides that the measures in paragraph 5 above shall apply to persons listed;",
     "1. Decides that the measures in paragraph 6 above shall apply to persons listed;", []),
]  # fmt: skip


@pytest.mark.parametrize(("why", "old", "new", "expected"), SUBSTANCE, ids=[case[0] for case in SUBSTANCE])
def test_changes_of_substance(why: str, old: str, new: str, expected: list[Fate]) -> None:
    found = pair(PREAMBLE, new, REPORT, SEIZED, old=(PREAMBLE, old, REPORT, SEIZED))
    operative = [d for d in found.differences if d.new_place == "OP1"]
    assert [(c.what, c.old, c.new) for d in operative for c in d.changes] == expected


def test_a_demand_of_a_part_is_not_taken_for_another_of_the_whole() -> None:
    """1906 (2009) OP3, with what was OP25 of 1856 (2008) among much else."""
    impunity = "the fight against impunity in the east of the country for all who committed atrocities"
    sector = "the reform of the security sector on the basis of the outcome of the round table of February"
    old = (
        f"1. Recalls the utmost importance of {impunity};",
        f"2. Urges the Government to develop {sector};",
    )
    new = (
        f"1. Urges the Government to develop {sector}, and to ensure respect for human rights and {impunity};"
    )
    found = pair(PREAMBLE, new, old=(PREAMBLE, *old))
    assert {(d.old_place, d.new_place) for d in found.differences} >= {("OP1", "OP1"), ("OP2", "OP1")}
    assert not [c for d in found.differences for c in d.changes if c.what == "force"]


def test_a_date_of_one_half_takes_the_place_of_that_of_the_other() -> None:
    """1992 (2011) OP1 and OP2, out of 1981 (2011) OP3."""
    arms = "the redeployment of three armed helicopters with crews from the mission in Liberia"
    letter = "the Secretary-General to provide analysis and recommendations on the role of the helicopters"
    whole = f"1. Decides to extend {arms} up to 30 June 2011, and requests {letter} by 15 June 2011;"
    halves = (
        f"1. Decides to extend {arms} until 30 September 2011;",
        f"2. Requests {letter} by 15 September 2011;",
    )
    found = pair(PREAMBLE, *halves, old=(PREAMBLE, whole))
    dates = [(d.new_place, c.old, c.new) for d in found.differences for c in d.changes if c.what == "date"]
    assert dates == [("OP1", "2011-06-30", "2011-09-30"), ("OP2", "2011-06-15", "2011-09-15")]
