"""Days and spans as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandex.corpus.days import BadDateError, Span, day, span

TODAY = date(2026, 11, 27)  # a Friday


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2027-01-31", "2027-01-31", "2027-01-31"),
        ("1 Jan 2027", "2027-01-01", "2027-01-01"),
        ("Jan 1, 2027", "2027-01-01", "2027-01-01"),
        ("1st January 2027", "2027-01-01", "2027-01-01"),
        ("20270101", "2027-01-01", "2027-01-01"),
        ("31/1/2027", "2027-01-31", "2027-01-31"),  # 31 can only be a day
        ("31.01.2027", "2027-01-31", "2027-01-31"),
        ("01/01/2027", "2027-01-01", "2027-01-01"),  # the same either way
        ("2027年1月31日", "2027-01-31", "2027-01-31"),
        ("2027-02", "2027-02-01", "2027-02-28"),
        ("February 2027", "2027-02-01", "2027-02-28"),
        ("2027年2月", "2027-02-01", "2027-02-28"),
        ("2027", "2027-01-01", "2027-12-31"),
        ("today", "2026-11-27", "2026-11-27"),
        ("Tomorrow", "2026-11-28", "2026-11-28"),
        ("next month", "2026-12-01", "2026-12-31"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("next year", "2027-01-01", "2027-12-31"),
        ("this week", "2026-11-23", "2026-11-29"),
        ("下个月", "2026-12-01", "2026-12-31"),
        ("90d", "2027-02-25", "2027-02-25"),
        ("in 6 months", "2027-05-27", "2027-05-27"),
        ("2 weeks ago", "2026-11-13", "2026-11-13"),
        ("六个月后", "2027-05-27", "2027-05-27"),
    ],
)
def test_days(typed: str, first: str, last: str) -> None:
    assert day(typed, today=TODAY).isoformat() == first
    assert day(typed, "last", today=TODAY).isoformat() == last


def test_a_span_may_look_back() -> None:
    assert day("90d", today=TODAY, back=True) == date(2026, 8, 29)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("01/02/2027", "may be two days"),
        ("2027-02-30", "no date"),
        ("31 June 2027", "no date"),
        ("2020-13-01", "no date"),  # and not the thirteenth of January
        ("2020/13/1", "no date"),
        ("soon", "no date"),
        ("", "no date"),
        ("January", "no date"),  # of which year?
        ("5", "no date"),
        ("9999y", "no date"),
    ],
)
def test_what_is_no_day_or_two_is_refused(typed: str, says: str) -> None:
    with pytest.raises(BadDateError, match=says):
        day(typed, today=TODAY)


@pytest.mark.parametrize(
    ("typed", "months", "days"),
    [
        ("90d", 0, 90), ("12w", 0, 84), ("6m", 6, 0), ("1y", 12, 0), ("2 Y", 24, 0), ("6 months", 6, 0),
        ("ninety days", 0, 90), ("P6M", 6, 0), ("P1Y2M3W4D", 14, 25), ("六个月", 6, 0), ("two years", 24, 0),
    ],
)  # fmt: skip
def test_spans(typed: str, months: int, days: int) -> None:
    assert span(typed) == Span(months, days)


@pytest.mark.parametrize("typed", ["", "d", "90", "P", "soon", "6 months 3 days", "-3d"])
def test_what_is_no_span_is_refused(typed: str) -> None:
    with pytest.raises(BadDateError):
        span(typed)


def test_months_end_with_the_month() -> None:
    assert Span(6).after(date(2026, 8, 31)) == date(2027, 2, 28)
    assert Span(1).before(date(2027, 3, 31)) == date(2027, 2, 28)


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    try:
        found = day(text, today=TODAY)
    except BadDateError:
        return
    assert isinstance(found, date)
