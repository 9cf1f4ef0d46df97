"""Of the days that a demand names those by which it is done; the others begin it, or are of a part of it.

The words are those of real resolutions, shortened.
"""

from __future__ import annotations

import pytest

from mandex.corpus.fold import fold
from mandex.corpus.model import Mandate, MandateDate, Span
from mandex.index.life.deadlines import is_asked_again, own_days

# role, the words of the day, the demand, whether it is over on that day
CASES = [
    # begins on it: every year since
    ("reports", "on 1 January 2018", "the Secretary beginning on 1 January 2018 to notify all States when an"
     " amount of 75 per cent has been reached", False),
    ("review", "on 1 January 2018", "all States to review this website beginning on 1 January 2018", False),
    ("deadline", "by 1 January 2018", "all States to review this website by 1 January 2018", True),
    ("review", "on 30 May 2002", "States, beginning at 0001 hours, Eastern Daylight Time, on 30 May 2002, to"
     " permit the sale or supply of any commodities", False),
    ("deadline", "seven days after the adoption", "Member States, seven days after the adoption of this"
     " resolution, to take all necessary measures in the airspace", False),
    ("reports", "seven days after the adoption", "Member States to report seven days after the adoption of"
     " this resolution", True),
    # comes into force on it (1649 OP6, 820 OP10)
    ("review", "on 15 January 2006", "the provisions of paragraphs 2 to 5 above shall enter into force on 15"
     " January 2006", False),
    ("deadline", "nine days after the date of the adoption", "the provisions set forth in paragraphs 12 to 30"
     " shall, to the extent that they are new, come into force nine days after the date of the adoption",
     False),
    ("deadline", "no later than thirty days after the adoption", "an agreement on the status of the Mission,"
     " to come into force no later than thirty days after the adoption", True),
    # only the programme is due on it (1874 OP25)
    ("deadline", "by 15 July 2009", "the Committee shall intensify its efforts to promote the implementation"
     " of this resolution, through a work programme covering outreach, to be submitted to the Council by 15"
     " July 2009", False),
    # by which others may turn away what is demanded, or bring it about
    ("deadline", "on or before 15 January 1991", "Member States, unless Iraq on or before 15 January 1991"
     " fully implements the resolutions, to use all necessary means", False),
    ("deadline", "within fifteen days", "that, if the Committee has not acted within fifteen days, the"
     " Council will complete action", False),
    ("reports", "within seven days", "the Secretary-General to report, if possible within seven days", True),
    # a term that begins on a day is a term
    ("expires", "from 1 May to 30 June", "the term beginning from 1 May to 30 June is for closing", True),
    # the day from which an office bears all of its task
    ("deadline", "within six months", "to establish an Office to support the Force, with a view to assume"
     " full responsibility within six months of adoption", False),
    ("deadline", "by 2021", "a handing over with the aim of institutions taking the lead by 2021", False),
    ("deadline", "by 31 December 2023", "the withdrawal of its personnel, with the objective of completing"
     " this process by 31 December 2023", True),
    # a task that is looked at again, and a review that is all that is asked
    ("review", "in one year", "to provide logistical support to the armed forces, and to review this"
     " logistical support in one year", False),
    ("review", "in one year", "to review the measures in paragraph 1 in one year", True),
    # a part of what goes on
    ("reports", "by 31 October 2026", "the Mission to continue undertaking joint assessments, and to provide"
     " an assessment by 31 October 2026", False),
    ("reports", "by 30 June 2026", "regular updates to the Committee, including one thematic report by"
     " 30 June 2026", False),
    # and again
    ("reports", "within 60 days", "to report within 60 days on its work and thereafter to report as deemed"
     " necessary by the Committee", False),
    ("reports", "within 45 days", "to resume inspections within 45 days and to update the Council 60 days"
     " thereafter", True),
    # what is closed by then stays closed
    ("deadline", "within 90 days", "Member States shall take the necessary measures to close existing"
     " representative offices within 90 days", False),
    ("deadline", "by 31 May", "Member States shall hand over the offices by 31 May", True),
    # counted from another day
    ("deadline", "within one year", "the Force to cease its operations on 31 December 2026 and to start from"
     " this date and within one year its withdrawal", False),
]  # fmt: skip


def demand(measure: str, *dates: MandateDate) -> Mandate:
    return Mandate(
        1, Span(0, len(measure)), "Requests", "request", "request", False, False, (), measure, (), dates
    )


@pytest.mark.parametrize(("role", "said", "measure", "over"), CASES)
def test_only_its_own_days_end_a_demand(role, said, measure, over):
    one = MandateDate(role, "2026-01-01", said)
    assert own_days(demand(measure, one)) == ((one,) if over else ())


def test_of_several_days_the_last_is_its_own():
    measure = (
        "the Group to continue to monitor, to update the Committee by 10 November 2005, and to report before"
        " 10 January 2006"
    )
    first = MandateDate("reports", "2005-11-10", "by 10 November 2005")
    last = MandateDate("reports", "2006-01-10", "before 10 January 2006")
    assert own_days(demand(measure, first, last)) == (first, last)


@pytest.mark.parametrize(
    ("words", "again"),
    [
        ("to report within 90 days, and thereafter upon request by the Committee", True),
        ("to report within one week and subsequently on a regular basis", True),
        ("to report within 90 days, and, thereafter, the Prosecutor may be appointed", False),
        ("and thereafter by 1 June 2020", False),
    ],
)
def test_what_is_asked_again(words, again):
    assert is_asked_again(fold(words)) is again


def test_a_long_demand_costs_no_more_than_it_is_long():
    measure = "to continue " + "to do and to review this " * 400 + "in one year"
    assert len(own_days(demand(measure, MandateDate("review", "2026-01-01", "in one year")))) <= 1
