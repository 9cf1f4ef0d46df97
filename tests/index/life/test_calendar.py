"""Days on which mandates end and reports fall due, and the calendar file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mandate_documents import document, put

from mandex.corpus.model import MandateDate
from mandex.corpus.store import Store
from mandex.index.life.calendar import Due, expiring, shortened
from mandex.index.life.reports import reports_due
from mandex.index.life.rhythm import occasions
from mandex.index.output.icalendar import fold_line, icalendar

TODAY = "2026-11-22"
YEAR = ("2026-11-22", "2027-11-22")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store.open(tmp_path_factory.mktemp("calendar"), create=True) as base:
        put(
            base,
            document(
                "S/RES/2778 (2025)", "2025-04-30",
                "OP1 decide 2026-12-01: Decides to extend the mandate of UNMISS until 1 December 2026;",
                "OP9 request reports=2025-08-01/P6M: Requests the Secretary-General to report to the"
                " Security Council"
                " every six months;",
                title="on UNMISS, South Sudan",
            ),
            document(
                "S/RES/2820 (2026)", "2026-04-30",
                "OP1 decide 2027-04-30: Decides to extend the mandate of UNMISS until 30 April 2027;",
                "OP9 request reports=2026-08-01/P3M: Requests the Secretary-General to report to the"
                " Security Council"
                " every 90 days;",
                title="on UNMISS, South Sudan",
            ),
            document(
                "S/RES/2690 (2023)", "2023-06-30",
                "OP1 decide 2027-01-01: Decides to extend the mandate of MINUSMA until 1 January 2027;",
            ),
            document(
                "S/RES/2700 (2023)", "2023-09-01", "OP1 decide: Decides to terminate the mandate of MINUSMA;"
            ),
        )  # fmt: skip
        yield base


def test_only_what_stands_expires(store):
    assert [(due.date, due.doc, due.status) for due in expiring(store, *YEAR, as_of=TODAY)] == [
        ("2027-04-30", "S/RES/2820 (2026)", "current")
    ]


def test_as_of_an_earlier_day_the_earlier_date_stands(store):
    found = expiring(store, *YEAR, as_of="2026-01-01")
    assert [(due.date, due.doc) for due in found] == [("2026-12-01", "S/RES/2778 (2025)")]


def test_reports_of_the_mandate_that_runs_until_it_ends(store):
    assert [(due.date, due.doc, due.to) for due in reports_due(store, *YEAR, as_of=TODAY)] == [
        ("2027-02-01", "S/RES/2820 (2026)", "security-council"),
    ]


@pytest.mark.parametrize(
    ("day", "every", "first", "last", "found"),
    [
        ("2026-03-31", "", "2026-01-01", "2026-12-31", ["2026-03-31"]),
        ("2026-03-31", "", "2026-04-01", "2026-12-31", []),  # over
        ("2026-03-31", "P6M", "2026-04-01", "2027-06-30", ["2026-09-30", "2027-03-31"]),  # ends of months
        ("2024-02-29", "P1Y", "2025-01-01", "2026-12-31", ["2025-02-28", "2026-02-28"]),  # no such day
        ("2026-11-01", "P90D", "2026-11-01", "2027-03-01", ["2026-11-01", "2027-01-30"]),
        ("2026-11-01", "P2W", "2026-11-10", "2026-12-01", ["2026-11-15", "2026-11-29"]),
    ],
)
def test_occasions(day, every, first, last, found):
    assert list(occasions(MandateDate("reports", day, "", every), first, last)) == found


DUE = Due(
    "2026-12-31", "expires", "UNDOF", "", "S/RES/2824 (2026)", "OP3", "", "current", "until 2026-12-31",
    "Decides to renew; that is, until 31 December 2026,\nas 联合国脱离接触观察员部队 was \\ before",
)  # fmt: skip


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_an_old_rhythm_is_counted_from_its_first_day():
    old = MandateDate("reports", "1996-01-31", "monthly", "P1M")
    every = list(occasions(old, "1996-01-31", "2026-12-31"))
    assert list(occasions(old, "2026-02-01", "2026-04-30")) == ["2026-02-28", "2026-03-31", "2026-04-30"]
    assert [day for day in every if day >= "2020"] == list(occasions(old, "2020-01-01", "2026-12-31"))


def test_what_was_due_by_a_day_of_its_own_is_told_of_days_gone_by(tmp_path):
    with Store.open(tmp_path / "kb", create=True) as base:
        put(
            base,
            document(
                "S/RES/2781 (2025)", "2025-05-30",
                "OP18 request reports=2025-11-01/: Requests the Panel of Experts to report no later than"
                " 1 November 2025;",
                "OP19 request reports=2026-12-01/: Requests the Secretary-General to report no later than"
                " 1 December 2026;",
                title="on South Sudan",
            ),
        )  # fmt: skip
        due = reports_due(base, "2025-06-01", "2026-12-31", as_of=TODAY)
        ahead = reports_due(base, *YEAR, as_of=TODAY)
    assert [(one.date, one.pinpoint, one.status) for one in due] == [
        ("2025-11-01", "OP18", "spent"),
        ("2026-12-01", "OP19", "current"),
    ]
    assert [one.date for one in ahead] == ["2026-12-01"]


def test_a_rhythm_is_one_event_with_all_its_days():
    again = [replace(DUE, date=day, every="P6M") for day in ("2026-12-31", "2027-06-30", "2027-12-31")]
    lines = unfolded(icalendar(again, stamp="20261122T000000Z"))
    assert lines.count("BEGIN:VEVENT") == 1
    assert "RDATE;VALUE=DATE:20270630,20271231" in lines


def test_no_clause_is_cut_in_a_word():
    assert shortened("Requests the Secretary-General to report", 30) == "Requests the…"
    assert shortened("Requests a report", 30) == "Requests a report"


def test_a_calendar_file():
    text = icalendar([DUE], stamp="20261122T000000Z")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    lines = unfolded(text)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines  # the day after: the end is not included (RFC 5545, 3.6.1)
    assert "DTSTAMP:20261122T000000Z" in lines
    description = next(line for line in lines if line.startswith("DESCRIPTION:"))
    assert "URL:https://undocs.org/S/RES/2824(2026)" in lines
    assert lines.count("BEGIN:VALARM") == 1
    assert "renew\\; that is\\, until 31 December 2026\\,\\nas" in description
    assert "was \\\\ before" in description


def test_the_same_duty_has_the_same_uid_also_on_another_day():
    moved = replace(DUE, date="2027-06-30")
    first, second = icalendar([DUE], stamp="20260101T000000Z"), icalendar([moved], stamp="20260202T000000Z")
    uid = [line for line in unfolded(first) if line.startswith("UID:")]
    assert uid == [line for line in unfolded(second) if line.startswith("UID:")]


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc"))))
def test_folded_lines_are_short_and_whole(line):
    pieces = list(fold_line(line))
    assert all(len(piece.encode("utf-8")) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(1, 36))
def test_occasions_are_in_order_and_never_before_the_first(start, months):
    when = MandateDate("reports", start.isoformat(), "", f"P{months}M")
    days = list(occasions(when, "2010-01-01", "2035-01-01"))
    assert days == sorted(set(days))
    assert all(day >= "2010-01-01" for day in days)


def test_a_report_runs_with_the_mandate_and_not_with_what_is_exempted_beside_it(tmp_path):
    """2217 (2015) OP52 and MINUSCA's term; OP42 exempts from measures that end sooner."""
    measures = document(
        "S/RES/9196 (2025)", "2025-01-22",
        "OP1 decide arms-embargo 2026-01-29: Decides that until 29 January 2026 all States shall prevent the"
        " supply of arms to the Central African Republic;",
        title="Central African Republic",
    )  # fmt: skip
    mission = document(
        "S/RES/9217 (2025)", "2025-04-28",
        "OP22 decide mission-mandate 2026-04-30: Decides to extend the mandate of MINUSCA to 30 April 2026;",
        "OP42 decide exempts@1/9196_(2025): Decides that the measures imposed by paragraph 1 of resolution"
        " 9196 (2025) shall not apply to supplies for MINUSCA;",
        "OP52 request reports=2025-08-01/P4M: Requests the Secretary-General to report to the Council on"
        " 1 August 2025 and then every four months;",
        title="Central African Republic",
    )  # fmt: skip
    with Store.open(tmp_path, create=True) as store:
        put(store, measures, mission)
        due = reports_due(store, "2025-05-01", "2026-04-30", as_of="2025-06-01")
    assert [one.date for one in due if one.pinpoint == "OP52"] == ["2025-08-01", "2025-12-01", "2026-04-01"]
