"""Days and spans of time as people type them: `1 Jan 2027`, `2027-01`, `next month`, `90d`, 2027年1月."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import Final, Literal

from mandex.corpus.dates import find_dates, find_periods
from mandex.corpus.errors import MandexError
from mandex.corpus.expressions import Expression
from mandex.corpus.records import dataclass

Edge = Literal["first", "last"]
UNDERSTOOD: Final = "write a day as 2027-01-31, '31 Jan 2027', 2027-01, today, 'next month' or 90d"
_SPAN: Final = Expression(r"(?P<count>\d{1,4})\s?(?P<unit>d|w|m|y)", re.IGNORECASE)
_ISO_SPAN: Final = Expression(r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?")
_RELATIVE: Final = Expression(r"(?P<which>last|this|next)\s(?P<unit>week|month|year)", re.IGNORECASE)
_NEAR: Final = {"today": 0, "now": 0, "tomorrow": 1, "yesterday": -1, "今天": 0, "明天": 1, "昨天": -1}
_ZH_RELATIVE: Final = {
    "上周": "last week", "本周": "this week", "下周": "next week", "上个月": "last month",
    "上月": "last month", "本月": "this month", "下个月": "next month", "下月": "next month",
    "去年": "last year", "今年": "this year", "明年": "next year",
}  # fmt: skip
# 01/02/2027 is a day in January to some and in February to others.
_FIGURES: Final = Expression(r"(?P<a>\d{1,2})[/.-](?P<b>\d{1,2})[/.-](?P<year>\d{4})")

# What begins with the year goes on with the month: 2020-13-01 is no 13 January.
_YEAR_FIRST: Final = Expression(r"(?P<year>\d{4})[/.-](?P<month>\d{1,2})[/.-](?P<day>\d{1,2})")


class BadDateError(MandexError):
    """Text that names no day or span of time, or more than one."""


@dataclass(frozen=True, slots=True)
class Span:
    """A span of time; months are those of the calendar, and days come after them."""

    months: int = 0
    days: int = 0

    def after(self, day: date) -> date:
        """The day at the other end: six months after 31 August end with February. Raises `BadDateError`."""
        years, month = divmod(day.year * 12 + day.month - 1 + self.months, 12)
        try:
            last = calendar.monthrange(years, month + 1)[1]
            return date(years, month + 1, min(day.day, last)) + timedelta(days=self.days)
        except (ValueError, OverflowError) as error:
            raise BadDateError(
                f"{self.months} months and {self.days} days lead out of the calendar"
            ) from error

    def before(self, day: date) -> date:
        """The day that lies so far back. Raises `BadDateError`."""
        return Span(-self.months, -self.days).after(day)


@dataclass(frozen=True, slots=True)
class Until:
    """A span of time that ends on a day, whenever it begins: *within next month*."""

    day: date

    def after(self, day: date) -> date:
        """The day at its end."""
        return self.day


def span(text: str) -> Span:
    """A span as people type it: 90d, 12w, 6m, 1y, `6 months`, P6M, 六个月. Raises `BadDateError`."""
    typed = text.strip()
    if match := _SPAN.fullmatch(typed):
        count, unit = int(match["count"]), match["unit"].lower()
        return {
            "d": Span(days=count), "w": Span(days=7 * count), "m": Span(count), "y": Span(12 * count),
        }[unit]  # fmt: skip
    found = list(find_periods(typed)) if len(typed) < 40 else []
    match = _ISO_SPAN.fullmatch(found[0] if len(found) == 1 else typed.upper())
    if match and any(match.groups()):
        years, months, weeks, days = (int(part or 0) for part in match.groups())
        return Span(12 * years + months, 7 * weeks + days)
    raise BadDateError(f"{text!r} is no span of time such as 90d, 12w, 6m or 2y")


def day(text: str, edge: Edge = "first", *, today: date | None = None, back: bool = False) -> date:
    """The day that a text names; `edge` says which of a month or a year: its first or its last.

    A span counts from today, with `back` into the past. Raises `BadDateError` for what is no day and for what
    may be two.
    """
    today, typed = today or date.today(), " ".join(text.split())
    try:
        return date.fromisoformat(typed)
    except ValueError:
        pass
    for reading in (_near, _span_from, _period, _written):
        found = reading(typed, edge, today, back)
        if found:
            return found
    raise BadDateError(f"{text!r} is no date: {UNDERSTOOD}")


def _near(typed: str, edge: Edge, today: date, back: bool) -> date | None:
    ahead = _NEAR.get(typed.lower())
    return None if ahead is None else today + timedelta(days=ahead)


def _span_from(typed: str, edge: Edge, today: date, back: bool) -> date | None:
    """`90d`, `in 6 months`, `2 weeks ago`."""
    bare = re.sub(r"^in\s|\sago$|[前后後]$", "", typed, flags=re.IGNORECASE)
    past = back or typed.lower().endswith(" ago") or typed.endswith("前")
    try:
        return span(bare).before(today) if past else span(bare).after(today)
    except BadDateError:
        return None


def _period(typed: str, edge: Edge, today: date, back: bool) -> date | None:
    """A year, a month, or the week, month or year before or after this one."""
    if re.fullmatch(r"(?:19|20)\d\d\s?年?", typed):
        return _edge_of_month(int(typed[:4]), 1 if edge == "first" else 12, edge)
    if not (match := _RELATIVE.fullmatch(_ZH_RELATIVE.get(typed, typed))):
        return None
    step = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    unit = match["unit"].lower()
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        return monday if edge == "first" else monday + timedelta(days=6)
    if unit == "year":
        return _edge_of_month(today.year + step, 1 if edge == "first" else 12, edge)
    there = Span(step).after(today.replace(day=1))
    return _edge_of_month(there.year, there.month, edge)


def _edge_of_month(year: int, month: int, edge: Edge) -> date:
    return date(year, month, 1 if edge == "first" else calendar.monthrange(year, month)[1])


def _written(typed: str, edge: Edge, today: date, back: bool) -> date | None:
    """A date in words or figures, read by dateutil where our own reader of UN documents does not know it."""
    found = list(find_dates(typed))
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(typed)):
        year, month, *days = map(int, found[0].iso.split("-"))
        return date(year, month, days[0]) if days else _edge_of_month(year, month, edge)
    if (match := _FIGURES.fullmatch(typed)) and match["a"] != match["b"]:
        a, b = int(match["a"]), int(match["b"])
        if a <= 12 and b <= 12:
            raise BadDateError(
                f"{typed} may be two days: write {match['year']}-{b:02}-{a:02} or -{a:02}-{b:02}"
            )
    if match := _YEAR_FIRST.fullmatch(typed):
        return _of_calendar(int(match["year"]), int(match["month"]), int(match["day"]))
    return _by_dateutil(typed)


def _of_calendar(year: int, month: int, day_: int) -> date | None:
    try:
        return date(year, month, day_)
    except ValueError:
        return None


def _by_dateutil(typed: str) -> date | None:
    """`31/1/2027`, `Jan 31st 2027`, `20270131`; only where day, month and year are all said."""
    from datetime import datetime  # noqa: PLC0415

    from dateutil import parser  # noqa: PLC0415 - a tenth of a second that an ISO date need not cost

    defaults = (datetime(1904, 2, 2), datetime(2004, 3, 3))  # what one says and the other not was not said
    try:
        one, other = (parser.parse(typed, dayfirst=True, default=default) for default in defaults)
    except (ValueError, OverflowError, TypeError):
        return None
    return one.date() if one == other else None
