"""What the time expressions of a clause are read into, and the arithmetic on them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Unit = Literal["D", "W", "M", "Y"]
How = Literal["until", "for", "by", "within", "on", "every"]


@dataclass(frozen=True, slots=True)
class Duration:
    """So many days, weeks, months or years."""

    count: int
    unit: Unit

    @property
    def iso(self) -> str:
        """As an ISO 8601 duration: `P6M`."""
        return f"P{self.count}{self.unit}"

    def after(self, start: date) -> date | None:
        """The day so long after `start`, the last of the month where the month is shorter; None past 9999."""
        if self.unit in ("D", "W"):
            return start + timedelta(days=self.count * (7 if self.unit == "W" else 1))
        months = start.month - 1 + self.count * (12 if self.unit == "Y" else 1)
        year, month = start.year + months // 12, months % 12 + 1
        if year > date.max.year:
            return None
        return date(year, month, min(start.day, monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class TimeWords:
    """A time expression at `start` .. `end` of a text.

    `until`, `by` and `on` carry a `day`; `for` and `within` a `duration`, counted from `day` if that is
    stated, and otherwise from adoption unless the text counts `from_elsewhere` (*from the expiry of the
    mandate*); `every` carries a `duration`.
    """

    how: How
    start: int
    end: int
    day: date | None = None
    duration: Duration | None = None
    from_elsewhere: bool = False


def a_day(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none; day 0 stands for the last of the month."""
    if not (1900 <= year <= 2200 and 1 <= month <= 12):
        return None
    last = monthrange(year, month)[1]
    return date(year, month, day or last) if 0 <= day <= last else None
