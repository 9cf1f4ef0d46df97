"""Clauses that came in or fell out: real wordings, each with its reason."""

from __future__ import annotations

import pytest
from texts import resolution

from mandex.index.compare.clauses import Clause, clauses
from mandex.index.compare.comparison import compare
from mandex.index.compare.words import differences

CASES = [
    ("2108 (2013) OP7: a matter that no topic names",
     "stresses the need to ensure that UNDOF has the capacity and resources to fulfil the mandate;",
     "stresses the need to ensure that UNDOF has the capacity and resources to fulfil the mandate, as well as"
     " to enhance the Force’s ability to do so in a safe and secure way;",
     [Clause("as well as to enhance the Force’s ability to do so in a safe and secure way", True)]),
    ("2229 (2015) PP14: what fell out",
     "Strongly condemning the detention of peacekeepers, and emphasizing the need to hold to account those"
     " responsible,",
     "Strongly condemning the detention of peacekeepers,",
     [Clause("and emphasizing the need to hold to account those responsible", False)]),
    ("2674 (2023) OP5(c), in Chinese",
     "在全岛促进和平教育，以此促进两族间建立信任；",
     "在全岛促进和平教育，以此促进两族间建立信任，此外支持和平教育项目，以增加各族群之间的接触和协作，促进青年切实参与；",
     [Clause("此外支持和平教育项目，以增加各族群之间的接触和协作，促进青年切实参与", True)]),
    ("words exchanged for others are no clause",
     "Requests the Secretary-General to keep the Council informed of progress every month;",
     "Requests the Secretary-General to provide regular oral briefings on progress to members;", []),
    ("a longer name asks nothing",
     "Welcoming the efforts of the Panel;",
     "Welcoming the efforts of the Panel of Experts on the Islamic Republic of somewhere far away;", []),
    ("what the paragraph says already, said again",
     "Calls upon all States to freeze funds and to report to the Committee on the steps taken;",
     "Calls upon all States to freeze funds and to report to the Committee on the steps taken, and to"
     " freeze funds and to report on steps taken to the Committee;", []),
]  # fmt: skip


@pytest.mark.parametrize(("why", "old", "new", "expected"), CASES, ids=[case[0] for case in CASES])
def test_clauses_of_one_wording_alone(why: str, old: str, new: str, expected: list[Clause]) -> None:
    found = clauses(list(differences(old, new)), old, new)
    assert [Clause(one.text.strip(" ,;，；"), one.added) for one in found] == expected


STANDS = "1. Decides to extend the mandate of the Panel of Experts until 28 February 2024;"
CLAUSE = " and encourages donors to provide more generous gifts to the people who went to the next valley"


def measures(old: tuple[str, ...], new: tuple[str, ...], what: str = "measure") -> list[tuple[str, str]]:
    found = compare(resolution(2675, 2023, *old), resolution(2724, 2024, *new))
    return [(c.old, c.new) for d in found.differences for c in d.changes if c.what == what]


def test_a_clause_is_told_as_a_measure_unless_it_moved() -> None:
    noted = "2. Notes with concern the shortage of food and water in those places this year"
    other = "3. Welcomes the report of the Group of Friends on the peace process and its findings"
    told = measures((STANDS, f"{noted};", f"{other};"), (STANDS, f"{noted}{CLAUSE};", f"{other};"))
    assert told == [("", CLAUSE.removeprefix(" and "))]
    assert (
        measures((STANDS, f"{noted}{CLAUSE};", f"{other};"), (STANDS, f"{noted};", f"{other}{CLAUSE};")) == []
    )


def test_a_name_alone_is_no_topic() -> None:
    """2561 (2021) OP10: who is reported to is named, and nothing asked of how troops perform."""
    calls = "2. Calls upon both sides to prevent unauthorized activities in the buffer zone"
    report = ", and requests the Secretary-General to notify troop-contributing countries of any obstacles"
    told = measures((STANDS, f"{calls};"), (STANDS, f"{calls}{report};"))
    assert "peacekeeping-performance" not in {new for _, new in told}


def test_addressees_are_narrowed() -> None:
    """2266 (2016) OP10: all Member States became those which have not already done so."""
    asked = "2. Calls upon all Member States{} to report to the Committee on the steps they have taken;"
    narrower = " which have not already done so"
    told = measures((STANDS, asked.format("")), (STANDS, asked.format(narrower)), "actor")
    assert told == [("", narrower.strip())]
