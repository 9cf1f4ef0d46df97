"""What is done, overtaken or said anew: kinds of demands that no longer stand, and beside them some that do.

The words are those of real resolutions, shortened; they are asked about as things stood on 27 November 2026.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.index.life.standing import Register
from mandex.index.life.step import label_of

TODAY = "2026-11-27"
WOMEN, CONGO, TRIBUNAL = "women and peace and security", "the Congo", "International Tribunal - Yugoslavia"


def held(number: int, date: str, *lines: str, title: str = WOMEN, actors: tuple[str, ...] = ()):
    made = document(f"S/RES/{number} ({date[:4]})", date, *lines, title=title)
    return replace(made, mandates=tuple(replace(one, actors=actors) for one in made.mandates))


# Numbers above those of the registry, so that nothing is known of their agenda but what is told here.
KINDS = [
    # a day that stands in the sentence before
    ("spent", "OP19(b)", [held(9001, "2009-10-05",
     "OP19 request reports=2010-10-05/: Requests the Secretary-General to submit a report to include:",
     "OP19(b) request: Challenges to women’s participation in conflict resolution;")],
     "part of a report that was due on a day, which only the sentence before it names"),
    ("open", "OP19(b)", [held(9001, "2009-10-05",
     "OP19 request reports=2010-10-05/P1Y:"
     " Requests the Secretary-General to submit reports each year that include:",
     "OP19(b) request: Challenges to women’s participation in conflict resolution;")],
     "part of one that is owed each year"),
    # a year
    ("spent", "OP15", [held(9002, "2013-10-18",
     "OP15 call: Calls for a High-level Review in 2015 to assess progress;")], "a year that is over"),
    ("spent", "OP15", [held(9002, "2012-04-19",
     "OP15 call: Calls upon States to support the Nuclear Security Plan for 2010-2013;")], "years that are"),
    ("open", "OP15", [held(9002, "2013-10-18",
     "OP15 call: Calls upon all actors to implement resolution 2024 (2011) and the goals set in 2005;")],
     "no year to come: the number of a resolution, and one that was past"),
    ("open", "OP15", [held(9002, "2013-10-18",
     "OP15 call: Encourages reports on small arms on a biennial basis beginning in 2014;")],
     "a year from which on, not in which"),
    # done once
    ("spent", "OP16", [held(9003, "2000-10-31",
     "OP16 request: Invites the Secretary-General to carry out a study on the impact of armed conflict;")],
     "a study"),
    ("open", "OP16", [held(9003, "2009-12-17",
     "OP16 request: Directs the Committee to conduct an annual review of all names on the list;")],
     "a review each year"),
    ("spent", "OP6", [held(9004, "2005-09-14",
     "OP6 request: Directs it to report back to the Council in twelve months on the implementation;")],
     "within a time that is short"),
    ("spent", "OP1", [held(9005, "2008-09-29",
     "OP1 decide amends@12/827_(1993): Decides to amend article 12 of the Statute of the International"
     " Tribunal and to replace it;", title=TRIBUNAL)], "a statute is amended once"),
    # statements of a situation
    ("spent", "OP8", [held(9007, "2005-10-21",
     "OP8 note: Reiterates that the Prime Minister must have all the necessary powers;", title=CONGO),
     held(9017, "2020-12-18", "OP1 call: Calls on the parties to hold elections;", title=CONGO)],
     "laid down for a situation of long ago, and later resolutions on it do not go back to it"),
    ("open", "OP8", [held(9007, "2005-10-21",
     "OP8 note: Reaffirms that a settlement must be based on a single sovereignty;", title=CONGO),
     held(9017, "2020-12-18", "OP1 call: Calls on the parties to hold elections;", title=CONGO)],
     "the principle of a settlement"),
    ("open", "OP8", [held(9007, "2013-09-27",
     "OP8 note: Recalls its decision that the Government shall not use chemical weapons;", title=CONGO),
     held(9017, "2020-12-18", "OP1 call: Calls on the parties to hold elections;", title=CONGO)],
     "recalls what was decided elsewhere, which stands or falls by itself"),
    # themes
    ("spent", "OP3", [held(9008, "1948-06-22", "OP3 call: Urges the Commission to continue its inquiry;")],
     "of a theme too, where nothing has spoken of the resolution for twenty years"),
    # measures laid down anew
    ("replaced", "OP13", [held(9009, "2009-12-17",
     "OP1 decide: Decides that all States shall take the measures as previously imposed;",
     "OP13 call: Calls upon Member States to use the standard form for listing;", actors=("member-states",)),
     held(9019, "2024-06-10",
     "OP1 decide: Decides that all States shall take the following measures as previously imposed;",
     actors=("member-states",))],
     "what stands beside measures that a later resolution lays down anew, with all that goes with them"),
    ("replaced", "OP11", [held(9010, "2008-04-25",
     "OP6 decide mission-mandate 2011-04-25: Decides to extend the mandate of the 1540 Committee for three"
     " years;",
     "OP11 request: Requests the 1540 Committee to continue to organize outreach events;",
     actors=("1540-committee",)),
     held(9011, "2011-04-20",
     "OP2 decide mission-mandate 2031-04-25: Decides to extend the mandate of the 1540 Committee until 2031;",
     *(f"OP{at} request: Requests the 1540 Committee to do the work of kind {at};" for at in range(3, 9)),
     actors=("1540-committee",))], "a committee whose mandate was extended since, with tasks set out anew"),
]  # fmt: skip


@pytest.mark.parametrize(("status", "pinpoint", "documents", "why"), KINDS, ids=[one[3] for one in KINDS])
def test_what_became_of_a_demand(tmp_path, status, pinpoint, documents, why):
    first = documents[0]
    with Store.open(tmp_path, create=True) as base:
        put(base, *documents)
        rows = base.connection.execute(
            "SELECT m.id FROM mandates AS m JOIN documents AS d ON d.id = m.doc"
            " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
            " WHERE d.symbol = ? AND p.pinpoint = ? ORDER BY m.id DESC",
            (first.symbol, pinpoint),
        )
        mandate = base.mandate(rows.fetchone()[0])
        found = Register(base, TODAY).of_paragraph(first.symbol, label_of(pinpoint), first.date, mandate)
        assert found.status == status, (why, found)
