"""`current` is earned: what only looks like a renewal, a term or a founding, and beside it what is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_documents import document, put

from mandex.corpus.fold import has_words
from mandex.corpus.store import Store
from mandex.index.life.standing import Register
from mandex.index.life.step import label_of

TODAY = "2026-11-27"
CONGO, MALI, YEMEN, LEBANON = (
    "the situation in the Democratic Republic of the Congo", "the situation in Mali",
    "the situation in Yemen", "the situation in Lebanon",
)  # fmt: skip

SYRIA = "the situation in the Syrian Arab Republic"


def held(number: int, date: str, *lines: str, title: str = CONGO, actors: tuple[str, ...] = ()):
    made = document(f"S/RES/{number} ({date[:4]})", date, *lines, title=title)
    return replace(made, mandates=tuple(replace(one, actors=actors) for one in made.mandates))


def monusco(number: int, date: str, until: str, *lines: str):
    return held(
        number, date,
        f"OP1 decide {until}: Decides to extend the mandate of MONUSCO until {until};", *lines,
        actors=("monusco",),
    )  # fmt: skip


TASKS = [
    f"OP{n} request: Requests MONUSCO to carry out its task number {n} in the east;" for n in range(3, 9)
]
FREEZE = (
    "OP1 decide asset-freeze 2018-09-05: Decides that, for an initial period of one year, all Member States"
    " shall freeze without delay all funds and other financial assets;"
)
COMMITTEE = (
    "OP9 decide: Decides to establish, in accordance with rule 28 of its provisional rules of procedure, a"
    " Committee of the Security Council to undertake the following tasks:",
    "OP9(d) decide: To establish such guidelines as may be necessary to facilitate the implementation of the"
    " measures imposed above;",
)
REAFFIRMED = (
    "OP2 note extends@12/2140_(2014): Reaffirms the provisions of paragraph 12 of resolution 2140 (2014);"
)
BESIDE = (
    "OP2 note extends@9/9501_(2017): Reaffirms that these measures shall apply to individuals and entities as"
    " designated by the Committee, as set forth in paragraph 9 of resolution 9501 (2017);"
)

PROCEDURE = (
    "OP10 decide arms-embargo: Decides that all States shall, to protect Somalia, take the necessary measures"
    " to prevent all deliveries of weapons and military equipment to Somalia, except where the beneficiary is"
    " the police, who are exempt, subject to the procedures set out in paragraphs 11, 14 and 15 to this"
    " resolution;",
    "OP14 decide: Decides that deliveries of items in Annex A may be provided in the absence of a negative"
    " decision by the Committee within five working days of receiving a notification;",
)
LIFTED = (
    "OP1 decide arms-embargo terminates@733_(1992): Decides to lift the arms embargo established in"
    " resolution 733 (1992) as amended;"
)

KINDS = [
    ("replaced", "OP2(i)", [
        monusco(9401, "2019-12-19", "2020-12-20", "OP2 decide: Decides that the mandate of MONUSCO shall be:",
                "OP2(i) decide: Support to the strengthening of State institutions, in order to establish"
                " functional, professional and accountable institutions;"),
        monusco(9402, "2025-12-19", "2026-12-20", *TASKS)],
     "a task in which something is to be established founds no mission"),
    ("current", "OP1", [
        held(9403, "2017-05-30", "OP1 decide 2018-05-30: Decides to establish the United Nations Organization"
             " Stabilization Mission in the Democratic Republic of the Congo (MONUSCO);"),
        monusco(9404, "2025-12-19", "2026-12-20", *TASKS)],
     "what does is renewed"),
    ("spent", "OP9", [
        held(9501, "2017-09-05", FREEZE, *COMMITTEE, title=MALI),
        held(9502, "2022-08-30", "OP1 decide 2023-08-31 extends@1/9501_(2017): Decides to renew until 31"
             " August 2023 the measures as set out in paragraph 1 of resolution 9501 (2017);", BESIDE,
             title=MALI),
        held(9503, "2025-01-01", "OP1 call: Calls on all to keep the peace;", title=MALI),
        held(9504, "2025-02-01", "OP1 call: Calls on all to keep the peace anew;", title=MALI)],
     "a confirmation beside the last renewal has no longer life than that"),
    ("replaced", "OP2", [
        held(9601, "2019-06-01", REAFFIRMED, title=YEMEN),
        held(9602, "2025-11-14", REAFFIRMED.replace("OP2", "OP4"), title=YEMEN)],
     "what is reaffirmed every year was so last by the latest"),
    ("spent", "OP3(b)", [
        held(9701, "2011-06-17", "OP3 decide: Decides that the Committee shall undertake these tasks:",
             "OP3(a) decide: To consider listing requests;",
             "OP3(b) decide: To consider requests that were pending before the Committee as of the date of"
             " adoption of this resolution;")],
     "what was on somebody's desk on the day of adoption"),
    ("spent", "OP9", [
        held(9702, "2008-06-17", "OP9 call: Calls on parties listed in the annexes of the report of the"
             " Secretary-General (S/2007/757) to prepare action plans;",
             title="children and armed conflict")],
     "those whom a report of a year lists"),
    ("open", "OP9", [
        held(9702, "2008-06-17", "OP9 call: Calls on parties listed in the annexes of his annual report to"
             " prepare action plans;", title="children and armed conflict")],
     "whom any report lists"),
    ("replaced", "OP2", [
        held(9801, "2020-09-15", "OP2 decide: Decides that MONUSCO should be led by a Special Envoy;"),
        held(9802, "2022-07-28", "OP2 decide: Decides that MONUSCO should be led by an SRSG;")],
     "who leads a mission is decided anew"),
    ("replaced", "OP1", [
        held(9811, "2006-12-19", "OP1 decide: Adopts the de-listing procedure in the document annexed;",
             title="general issues relating to sanctions"),
        held(9812, "2024-07-19", "OP1 decide: Adopts the delisting procedure in Annex I, which replaces the"
             " procedure set out in resolution 9811 (2006);", title="general issues relating to sanctions")],
     "a procedure that a later one replaces by name"),
    ("open", "OP1", [
        held(9811, "2006-12-19", "OP1 decide: Adopts the de-listing procedure in the document annexed;",
             title="general issues relating to sanctions"),
        held(9812, "2024-07-19", "OP2 call: Calls on resolution 9811 (2006) to be heard;",
             title="general issues relating to sanctions")],
     "one that none replaces"),
    ("replaced", "OP1", [
        held(9821, "2023-11-02", "OP1 decide 2024-11-02: Authorizes the Member States to establish for a"
             " further period of twelve months a multinational force in the Congo;"),
        held(9822, "2026-11-01", "OP1 decide 2027-11-01: Authorizes the Member States to establish for a"
             " further period of twelve months a multinational force in the Congo;")],
     "an authorization for a further period is past with the next"),
    ("unclear", "OP8", [
        held(9331, "2020-12-19", "OP8 decide asset-freeze 2022-01-19: Decides that all States shall freeze"
             " the funds of those whom the Committee lists until 19 January 2022;"),
        held(9390, "2022-01-16", "OP1 decide extends@8/9331_(2020): Decides to continue the measures imposed"
             " by paragraph 8 of resolution 9331 (2020);")],
     "what goes on to no day is not over on that which was set before"),
    ("unclear", "OP2", [
        held(9901, "2023-09-01", "OP1 decide commodity: Decides that all States shall prevent the import of"
             " charcoal;", "OP2 decide amends@1/9901_(2023): Decides to authorise this sale as a one-off"
             " exemption to the ban on charcoal set out in paragraph 1;")],
     "an exemption for one occasion, of long ago"),
    ("spent", "OP14", [
        held(9498, "2019-11-15", *PROCEDURE, title="the situation in Somalia"),
        held(9714, "2023-12-01", LIFTED, title="the situation in Somalia")],
     "a procedure of an embargo that was lifted as amended"),
    ("open", "OP14", [held(9498, "2019-11-15", *PROCEDURE, title="the situation in Somalia")],
     "a procedure of an embargo that stands"),
]  # fmt: skip


@pytest.mark.parametrize(("status", "pinpoint", "documents", "why"), KINDS, ids=[one[3] for one in KINDS])
def test_what_is_earned(tmp_path, status, pinpoint, documents, why):
    stands = asked(tmp_path, documents, pinpoint)
    assert stands.status == status, (why, stands)


def asked(path, documents, pinpoint):
    symbol = documents[0].symbol
    with Store.open(path, create=True) as store:
        put(store, *documents)
        (id_,) = store.connection.execute(
            "SELECT m.id FROM mandates AS m JOIN documents AS d ON d.id = m.doc JOIN paragraphs AS p"
            " ON p.doc = m.doc AND p.seq = m.seq WHERE d.symbol = ? AND p.pinpoint = ?",
            (symbol, pinpoint),
        ).fetchone()
        register = Register(store, TODAY)
        return register.of_paragraph(symbol, label_of(pinpoint), documents[0].date, store.mandate(id_))


def test_what_is_for_the_withdrawal_begins_when_the_mandate_ends(tmp_path):
    made = held(
        9951, "2026-08-28",
        "OP1 decide 2026-12-31: Decides to extend for a final time the mandate of UNIFIL until 31 December"
        " 2026;",
        "OP5 request: Requests UNIFIL to start from this date and within one year its orderly drawdown;",
        "OP6 decide: Decides that, during the drawdown period, UNIFIL is authorized to protect its convoys;",
        title=LEBANON, actors=("unifil",),
    )  # fmt: skip
    stands = asked(tmp_path, [made], "OP6")
    assert (stands.status, stands.until) == ("current", "2027-12-31")


def test_a_point_falls_with_all_that_stands_beside_it(tmp_path):
    points = [f"OP2(i{'i' * n}) call: Calls on the parties to do thing number {n} at once;" for n in range(3)]
    made = held(
        9961, "2014-06-17", "OP2 call: Calls immediately on the parties:", *points,
        "OP2(b) decide: Supplying, selling or transferring arms to them;", title="the Congo",
    )  # fmt: skip
    later = held(9962, "2015-01-01", "OP1 call: Calls on all to keep the peace;", title="the Congo")
    assert asked(tmp_path, [made, later], "OP2(b)").status == "spent"


def test_the_end_of_a_suspension_puts_measures_back_and_a_termination_has_its_day(tmp_path):
    suspended = held(
        9972, "2013-08-27", "OP1 decide extends@5/9971_(2013): Decides that the measures set out in paragraph"
        " 5 of resolution 9971 (2013) are suspended with immediate effect;",
    )  # fmt: skip
    back = held(
        9973, "2013-10-13", "OP1 decide extends@5/9971_(2013): Decides to terminate the suspension of the"
        " measures set out in paragraph 5 of resolution 9971 (2013);",
    )  # fmt: skip
    over = held(
        9974, "2014-10-10", "OP1 decide terminates@5/9971_(2013): Decides that the measures in paragraph 5 of"
        " resolution 9971 (2013) shall be terminated from 23.59 local time on 31 October 2014;",
    )  # fmt: skip
    with Store.open(tmp_path, create=True) as store:
        freeze = "OP5 decide asset-freeze: Decides that all States shall freeze all funds and assets;"
        put(store, held(9971, "2013-06-16", freeze), suspended, back, over)
        (step,) = Register(store).kept.at("S/RES/9971 (2013)", "5")
        found = {
            day: Register(store, day).of_step(step) for day in ("2013-09-01", "2014-01-01", "2026-01-01")
        }
    # what is suspended binds nobody, but is not over
    assert [one.status for one in found.values()] == ["unclear", "current", "ended"]
    assert found["2026-01-01"].until == "2014-10-31"


@pytest.mark.parametrize(("text", "words", "holds"), [
    ("somalia", "mali", False), ("mali arms embargo", "mali", True), ("unamir", "unami", False),
    ("south sudan", "sudan", True), ("马里制裁", "马里", True),
])  # fmt: skip
def test_words_of_their_own(text, words, holds):
    assert has_words(text, words) is holds


PARAGRAPHS = [
    ("open", SYRIA, ("OP18 decide: Decides that non-State actors shall not develop chemical weapons;",
     "OP18 call: Calls upon Member States to report any violations of this paragraph to the Council;"),
     "what is told of a paragraph that stands"),
    ("spent", SYRIA, ("OP18 call: Calls upon all parties to meet in Geneva;",
     "OP18 call: Calls upon Member States to report any violations of this paragraph to the Council;"),
     "what is told of one that is past"),
    ("replaced", "sanctions", ("OP1 decide: Adopts the de-listing procedure in the document annexed;",
     "OP1 request: Requests a focal point to perform the tasks described in the attached annex;"),
     "what goes on with what is replaced"),
    ("open", "sanctions", ("OP1 decide: Adopts the de-listing procedure in the document annexed;",
     "OP1 request: Requests Member States to consult the focal point;"),
     "what only stands beside it"),
]  # fmt: skip


@pytest.mark.parametrize(("status", "title", "lines", "why"), PARAGRAPHS, ids=[one[3] for one in PARAGRAPHS])
def test_a_paragraph_goes_on_with_what_it_begins_with(tmp_path, status, title, lines, why):
    later = held(
        9812, "2024-07-19", "OP1 decide: Adopts the delisting procedure in Annex I, which replaces the"
        " procedure set out in resolution 9811 (2006);", "OP2 call: Calls for calm;", title=title,
    )  # fmt: skip
    last = held(9813, "2025-07-19", "OP2 call: Calls for calm in the region;", title=title)
    made = held(9811, "2006-12-19", *lines, title=title)
    with Store.open(tmp_path, create=True) as store:
        put(store, made, later, last)
        *_, (id_,) = store.connection.execute(
            "SELECT m.id FROM mandates AS m JOIN documents AS d ON d.id = m.doc WHERE d.number = 9811"
            " ORDER BY m.id"
        )
        place = lines[0].partition(" ")[0]
        mandate = store.mandate(id_)
        stands = Register(store, TODAY).of_paragraph(made.symbol, label_of(place), made.date, mandate)
        assert stands.status == status, (why, stands)
