"""The days on which something falls that is owed once, or again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from mandex.corpus.expressions import Expression
from mandex.corpus.model import MandateDate

_PERIOD = Expression(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
_MOST = 400  # occasions of one rhythm


def occasions(when: MandateDate, first: str, last: str) -> Iterator[str]:
    """The days from `first` to `last` on which something dated falls: its date, and after it every period."""
    start = date.fromisoformat(when.date)
    period = _PERIOD.fullmatch(when.every) if when.every else None
    for n in range(_passed(start, period, first), _MOST) if period else range(1):
        day = _later(start, period, n).isoformat() if period else when.date
        if day > last:
            return
        if day >= first:
            yield day


def _passed(start: date, period: re.Match[str], first: str) -> int:
    """How many periods have surely gone by before the day `first`: a rhythm may be thirty years old."""
    years, months, weeks, days = (int(part or 0) for part in period.groups())
    longest = 366 * years + 31 * months + 7 * weeks + days
    gone = (date.fromisoformat(first) - start).days
    return max(0, gone // longest) if longest else 0


def after(day: str, every: str) -> str:
    """The day (ISO) one period (ISO 8601 duration) after another; empty after one that is not known."""
    period = _PERIOD.fullmatch(every) if day else None
    return _later(date.fromisoformat(day), period, 1).isoformat() if period else day


def _later(start: date, period: re.Match[str], times: int) -> date:
    """`start` and `times` periods; the last day of the month where the month has no such day."""
    years, months, weeks, days = (int(part or 0) * times for part in period.groups())
    months += 12 * years + start.month - 1
    year, month = start.year + months // 12, months % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    last_day = (following - timedelta(days=1)).day
    return date(year, month, min(start.day, last_day)) + timedelta(days=days, weeks=weeks)
