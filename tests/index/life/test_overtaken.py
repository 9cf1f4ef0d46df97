"""What is done, overtaken or said anew: kinds of demands that no longer stand, and beside them some that do.

The words are those of real resolutions, shortened; they are asked about as things stood on 27 November 2026.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.index.life.matters import is_situation
from mandex.index.life.standing import Register
from mandex.index.life.step import label_of

TODAY = "2026-11-27"
WOMEN, CONGO, TRIBUNAL = "women and peace and security", "the Congo", "International Tribunal - Yugoslavia"


def held(number: int, date: str, *lines: str, title: str = WOMEN, actors: tuple[str, ...] = ()):
    made = document(f"S/RES/{number} ({date[:4]})", date, *lines, title=title)
    lemmas = {"Reaffirms": "reaffirm", "Affirms": "affirm"} if title == WOMEN else {}
    return replace(
        made,
        mandates=tuple(
            replace(one, actors=actors, lemma=lemmas.get(one.verb, one.lemma)) for one in made.mandates
        ),
    )


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
    ("open", "OP17", [held(9004, "2015-04-14",
     "OP17 decide: Requires any State, when it undertakes an inspection, to report in 30 days;")],
     "a time that runs from each inspection"),
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
    # what is only recalled in preambles
    ("spent", "OP3", [held(9012, "1996-08-06",
     "OP3 decide arms-embargo: Decides that all States shall prevent the supply of arms to the Congo;",
     title=CONGO, actors=("all-states",)),
     held(9013, "2010-12-15",
     "PP recalls@9012_(1996): Recalling resolution 9012 (1996),",
     "OP1 call: Calls upon the Government to hold elections;", title=CONGO)],
     "nothing goes back to the measures for twenty years: a preamble only recalls the resolution"),
    ("open", "OP3", [held(9012, "1996-08-06",
     "OP3 decide arms-embargo: Decides that all States shall prevent the supply of arms to the Congo;",
     title=CONGO, actors=("all-states",)),
     held(9013, "2010-12-15",
     "OP1 call recalls@3/9012_(1996): Calls upon States to comply with paragraph 3 of resolution 9012"
     " (1996);",
     title=CONGO)], "a demand does"),
    # a body by the name that the resolution gives it
    ("ended", "OP3", [held(9014, "1991-05-20",
     "OP3 decide: Decides to establish the United Nations Compensation Commission;", title=CONGO),
     held(9015, "2022-02-22",
     "PP: Taking note of the report of the United Nations Compensation Commission (“the Commission”),",
     "OP7 decide: Decides to terminate the mandate of the Commission;", title=CONGO)],
     "ended under the short name that the preamble defines"),
    # quotations
    ("spent", "OP1(c)", [held(9016, "1981-12-18",
     "OP1 note: Reaffirms its resolution 425 (1978), in which it:",
     "OP1(c) decide: Decided to establish immediately a United Nations Interim Force in Lebanon;",
     title="Lebanon")], "quotes a decision, which is no second one"),
    # terms in other words
    ("ended", "OP10", [held(9018, "2000-06-21",
     "OP10 decide: Authorizes the Member States to continue for a further planned period of 12 months the"
     " multinational stabilization force (SFOR);", title="Bosnia and Herzegovina"),
     *(held(9018 + year - 2000, f"{year}-11-15", "OP1 call: Calls on the parties to hold elections;",
       title="Bosnia and Herzegovina") for year in (2006, 2009))], "a planned period"),
    # confirmations
    ("spent", "OP1", [held(9021, "2015-02-01",
     "OP1 note continues@7/9020_(2014): Reaffirms its decision in paragraph 7 of resolution 9020 (2014) that"
     " all States shall prevent the supply of arms;", title=CONGO),
     held(9020, "2014-11-15",
     "OP7 decide arms-embargo 2015-11-30: Decides that all States shall prevent the supply of arms until 30"
     " November 2015;", title=CONGO),
     held(9022, "2018-11-15", "OP1 call: Calls on the parties to hold elections;", title=CONGO),
     held(9023, "2020-11-15", "OP1 call: Calls on the parties to hold elections;", title=CONGO)],
     "a confirmation of measures that ran out afterwards"),
    ("ended", "OP6", [held(9024, "2018-09-29",
     "OP3 decide extends@7/9120_(2015) 2019-09-29: Decides to renew the authorizations as set out in"
     " paragraph 7 of resolution 9120 (2015) until 29 September 2019;",
     "OP6 decide extends@17/9120_(2015): Renews the reporting requests set out in paragraph 17 of resolution"
     " 9120 (2015);", title=CONGO),
     held(9025, "2020-11-15", "OP1 call: Calls on the parties to hold elections;", title=CONGO),
     held(9026, "2021-11-15", "OP1 call: Calls on the parties to hold elections;", title=CONGO)],
     "a renewal without a day beside one that has one"),
    # said anew
    ("replaced", "OP9", [held(9027, "2018-09-29",
     "OP9 note: Reaffirms the responsibility of United Nations missions to ensure effective follow-up to the"
     " resolutions on children and armed conflict;"),
     held(9028, "2021-09-29",
     "OP7 note: Reaffirms the responsibility of United Nations missions to ensure effective follow-up to all"
     " resolutions on children and armed conflict;")], "a statement in nearly the same words"),
    ("replaced", "OP15", [held(9029, "2009-10-14",
     "OP15 note: Affirms that it shall keep the actions of the Government under continuous review and that"
     " it shall be prepared to review the appropriateness of the measures contained in paragraph 8;"),
     held(9030, "2017-12-22",
     "OP28 note: Affirms that it shall keep the actions of the Government under continuous review and is"
     " prepared to strengthen, modify, suspend or lift the measures as may be needed;")],
     "the Council's word that it reviews its measures"),
    ("replaced", "OP9", [held(9032, "2014-06-17", *(lines := (
     "OP1(a) decide asset-freeze: Freeze without delay the funds and other financial assets of these"
     " individuals, groups, undertakings and entities;",
     "OP9 call: Encourages Member States to consult the List when considering visa applications;")),
     title=CONGO, actors=("member-states",)),
     held(9031, "2011-06-17", *lines, title=CONGO, actors=("member-states",)),
     held(9034, "2026-02-12",
     "OP1 decide asset-freeze continues@1/9033_(2015): Decides that all States shall continue to take the"
     " measures required by paragraph 1 of resolution 9033 (2015) to freeze funds;", title=CONGO,
     actors=("all-states",))], "a series whose last text is not held: what is kept in force is that one's"),
    # beside measures, not for them
    ("spent", "OP3", [held(9035, "2014-07-30",
     "OP3 call: Urges Member States to reinforce the monitoring team led by the African Union;",
     "OP7 decide arms-embargo: Decides that all States shall prevent the supply of arms to the Congo;",
     title=CONGO, actors=("member-states",)),
     held(9036, "2018-07-30", "OP1 call: Calls on the parties to hold elections;", title=CONGO),
     held(9037, "2019-07-30", "OP1 call: Calls on the parties to hold elections;", title=CONGO)],
     "aid asked for years ago beside an embargo that lives"),
    # with what was lifted
    ("spent", "OP3", [held(9038, "2004-03-12",
     "OP1 decide asset-freeze: Decides that all States shall freeze the funds of former President Taylor;",
     "OP3 decide: Decides that all States may allow for the addition to accounts subject to the provisions of"
     " paragraph 1 above of interest due on those accounts;", title=CONGO, actors=("all-states",)),
     held(9039, "2015-09-02",
     "OP2 decide ends@1/9038_(2004): Decides to terminate the financial measures set forth in paragraph 1 of"
     " resolution 9038 (2004);", title=CONGO)], "what is allowed beside a freeze that was ended"),
    ("ended", "OP3", [held(9041, "2014-03-05",
     "OP3 decide: Decides that the Government has the responsibility to notify the Committee of deliveries of"
     " weapons and military equipment;", title=CONGO),
     held(9042, "2023-12-01",
     "OP1 decide lifts@5/9040_(1992): Decides to lift the arms embargo established by paragraph 5 of"
     " resolution 9040 (1992);", title=CONGO)], "notices of deliveries under an embargo that was lifted"),
    ("open", "OP3", [held(9041, "2024-03-05",
     "OP3 decide: Decides that the Government has the responsibility to notify the Committee of deliveries of"
     " weapons and military equipment;", title=CONGO),
     held(9040, "2023-12-01",
     "OP1 decide lifts@5/9039_(1992): Decides to lift the arms embargo established by paragraph 5 of"
     " resolution 9039 (1992);", title=CONGO)], "those decided after that"),
    # what is gone back to by number
    ("spent", "OP8", [held(9062, "2006-08-11",
     "OP8 call: Calls for Israel and Lebanon to support a long-term solution;", title=CONGO),
     held(9063, "2024-08-28", "OP1 call: Calls for peace;", title=CONGO),
     held(9064, "2025-08-28", "OP1 call: Calls for peace;", title=CONGO)],
     "in a situation of long ago, and nothing goes back to it"),
    ("open", "OP8", [held(9062, "2006-08-11",
     "OP8 call: Calls for Israel and Lebanon to support a long-term solution;", title=CONGO),
     held(9063, "2024-08-28", "OP1 call: Calls for peace;", title=CONGO),
     held(9064, "2025-08-28",
     "OP2 note recalls@8/9062_(2006): Recalls the principles set out in paragraph 8 of resolution 9062"
     " (2006);", title=CONGO)],
     "recalled by its number a year ago"),
    # before a court
    ("open", "OP1", [held(9065, "2005-03-31",
     "OP1 decide: Decides to refer the situation to the Prosecutor of the International Criminal Court;",
     title=CONGO)], "a referral to a court with a statute of its own"),
    ("open", "OP2", [held(9065, "2005-03-31",
     "OP1 decide: Decides to refer the situation to the Prosecutor of the International Criminal Court;",
     "OP2 decide: Decides that all parties shall cooperate fully with the Court and the Prosecutor;",
     title=CONGO)], "cooperation with it"),
    ("open", "OP2", [held(9065, "2005-03-31",
     "OP1 decide: Decides to refer the situation to the Prosecutor of the International Criminal Court;",
     "OP2 call: Calls upon all States to cooperate fully with the Court;", title=CONGO)],
     "what others are asked to do for it"),
    ("open", "OP6", [held(9065, "2005-03-31",
     "OP1 decide: Decides to refer the situation to the Prosecutor of the International Criminal Court;",
     "OP6 decide: Decides that personnel from a State which is not a party to the Rome Statute of the"
     " International Criminal Court shall be subject to the jurisdiction of that State;", title=CONGO)],
     "who is not before it, beside the referral"),
    ("spent", "OP7", [held(9067, "2003-08-01",
     "OP7 decide: Decides that personnel from a State which is not a party to the Rome Statute of the"
     " International Criminal Court shall be subject to the jurisdiction of that State;", title=CONGO)],
     "the same of a force, where nothing is referred to the court"),
    ("spent", "OP7", [held(9066, "2002-11-08",
     "OP7 decide: Decides that UNMOVIC and the IAEA shall have unrestricted access;", title=CONGO)],
     "inspections of their time"),
    # a term for one regime alone
    ("current", "OP2", [held(9068, "2022-12-09",
     "OP2 decide 2024-12-09: Decides that the provisions introduced by paragraph 1 above will apply to the"
     " 1267 sanctions regime for a period of two years;"),
     held(9069, "2024-12-06",
     "OP1 decide extends@1/9068_(2022): Decides that the provisions introduced by paragraph 1 of resolution"
     " 9068 (2022) shall continue to apply to the 1267 sanctions regime;")], "continued by name of it"),
    ("spent", "OP2", [held(9068, "2022-12-09",
     "OP2 decide 2024-12-09: Decides that the provisions introduced by paragraph 1 above will apply to the"
     " 1267 sanctions regime for a period of two years;"),
     held(9069, "2024-12-06",
     "OP1 decide extends@1/9068_(2022): Decides that the provisions introduced by paragraph 1 of resolution"
     " 9068 (2022) shall continue to apply to the 1988 sanctions regime;")], "continued for another"),
    # a committee for a time
    ("current", "OP4", [held(9070, "2004-04-28",
     "OP4 decide: Decides to establish, for a period of no longer than two years, a Committee of the Security"
     " Council;"),
     held(9071, "2022-11-30",
     "OP2 decide mission-mandate 2032-11-30: Decides to extend the mandate of the 9070 Committee;")],
     "extended by the number that it has its name of"),
    # new words for a paragraph
    ("open", "OP26", [held(9067, "2016-11-30",
     "OP26 decide amends@29/9057_(2016): Decides that paragraph 29 of resolution 9057 (2016) shall be"
     " replaced by the following:", title=CONGO)], "its own words stand instead"),
    # each time that something happens
    ("open", "OP11", [held(9043, "2022-05-31",
     "OP11 call: Urges States to take all relevant investigative measures immediately following an act of"
     " piracy or armed robbery at sea;", title=CONGO)], "owed after every act"),
    ("spent", "OP11", [held(9043, "2022-05-31",
     "OP11 call: Urges the parties to release all prisoners immediately after the signature of the accord;",
     title=CONGO)], "owed after one act"),
    ("open", "OP10", [held(9044, "2022-05-28",
     "OP10 demand: Requires any Member State, when it undertakes an inspection pursuant to paragraph 8, to"
     " submit promptly an initial written report to the Committee;", title=CONGO)], "each inspection"),
    ("open", "OP14", [held(9045, "2021-12-22",
     "OP14 request: Requests the Secretary-General to include information on illicit trafficking in all his"
     " reports on country-specific situations;")], "what all reports shall tell"),
    ("open", "OP36", [held(9045, "2021-12-30",
     "OP36 request: Requests the Directorate to hold consultations with women’s organizations to inform its"
     " work;")], "informs a work, not the Council"),
    ("open", "OP1", [held(9046, "2014-11-20",
     "OP1 decide: Approves the inclusion of policing in the mandates of United Nations peacekeeping"
     " operations;")],
     "decided for whatever mandate is to come"),
    ("spent", "OP1", [held(9046, "2014-11-20",
     "OP1 decide: Approves the convening of a meeting on policing;")], "one meeting"),
    ("open", "OP4", [held(9050, "2011-10-31",
     "OP4 call: Calls upon States to issue to ships appropriate advice;",
     title="on acts of piracy and armed robbery at sea off the coast of the States of the Gulf of Guinea")],
     "waters are no country"),
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


def test_a_paragraph_that_continues_and_ends_stands_as_what_it_continues(tmp_path):
    lines = (
        "OP1 decide: Decides to continue the measures imposed by paragraph 8 of resolution 9073 (2000),",
        "OP2 call: Calls for peace;",
    )
    made = held(9074, "2024-01-16", *lines, title=CONGO)
    ending = replace(
        made.mandates[0], at=replace(made.mandates[0].at, start=40), verb="decides",
        measure="to terminate the measures imposed in paragraph 4 of that resolution",
    )  # fmt: skip
    with Store.open(tmp_path, create=True) as base:
        put(base, replace(made, mandates=(*made.mandates, ending)))
        found = Register(base, TODAY).of_text(made.symbol, "en", "OP1", made.date)
        assert found is not None and found.lives, found


# What nothing overtakes, and what the years do.
ITEMS = {
    "threats to international peace and security": False,  # 2150 on genocide, 2482 on organized crime
    "protection of un personnel": False,
    "piracy and armed robbery at sea": False,
    "peace and security in africa": True,
    "southern rhodesia": True,
}


@pytest.mark.parametrize("item", ITEMS)
def test_what_is_a_situation(item):
    assert is_situation(item) == ITEMS[item]


def test_a_demand_stands_in_chinese_as_in_english(tmp_path):
    english = "OP2 decide: Decides that briefings on the list shall take place on an annual basis;"
    chinese = "OP2 decide: 批准关于名单的通报;"  # read alone it would be an act done once
    with Store.open(tmp_path, create=True) as base:
        put(
            base,
            document("S/RES/9051 (2015)", "2015-03-03", english, title=WOMEN),
            document("S/RES/9051 (2015)", "2015-03-03", chinese, lang="zh-Hans", title=WOMEN),
            document("S/RES/9052 (2015)", "2015-03-03", chinese, lang="zh-Hans", title=WOMEN),
        )
        register = Register(base, TODAY)
        rows = base.connection.execute(
            "SELECT d.symbol, m.id FROM mandates AS m JOIN documents AS d ON d.id = m.doc"
            " WHERE d.lang <> 'en'"
        ).fetchall()
        found = {
            symbol: register.of_paragraph(symbol, "2", "2015-03-03", base.mandate(id_)).status
            for symbol, id_ in rows
        }
        assert found == {"S/RES/9051 (2015)": "open", "S/RES/9052 (2015)": "spent"}


def test_what_only_leads_to_points_stands_in_chinese_as_in_english(tmp_path):
    """2806 (2025) OP18, *reaffirms that:*, in Chinese a verb and nothing else."""
    symbol, day = "S/RES/9053 (2025)", "2025-12-12"
    point = "OP18(a) note: Reaffirms that the supplying State shall notify the Committee of any transfer;"
    made = document(symbol, day, "OP18 note: 重申：", lang="zh-Hans")
    (bare,) = made.mandates
    with Store.open(tmp_path, create=True) as base:
        put(
            base,
            document(symbol, day, "OP18 note: Reaffirms that:", point),
            replace(made, mandates=(replace(bare, verb="重申", measure=""),)),
        )
        asked = [base.mandate(id_) for (id_,) in base.connection.execute(
            "SELECT m.id FROM mandates AS m JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
            " WHERE p.label = '18' ORDER BY m.doc")]  # fmt: skip
        register = Register(base, TODAY)
        assert [register.of_paragraph(symbol, "18", day, one).status for one in asked] == ["open", "open"]
