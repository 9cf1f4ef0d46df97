"""Dates in any notation that UN documents and their readers use, as ISO dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from mandex.corpus.dates.months import MONTH_OR_SHORT, month_number
from mandex.corpus.expressions import Expression
from mandex.corpus.records import dataclass

# Every date has a year, so the year is looked for first and the rest on either side of it.
_YEAR = Expression(r"(?:19|20)\d\d(?<!\d{5})(?!\d)")  # begins with figures, which are found fast
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = rf"(?P<month>{MONTH_OR_SHORT})"
_BEFORE_YEAR = (
    Expression(rf"(?<![\w/-]){_DAY}\s+{_MONTH},?\s+$", re.IGNORECASE),  # 15 Sept. (2017)
    Expression(rf"\b{_MONTH}\s+{_DAY},?\s+$", re.IGNORECASE),  # September 15, (2017)
    Expression(rf"\b{_MONTH},?\s+$", re.IGNORECASE),  # September (2017)
)
_AFTER_YEAR = (
    Expression(r"-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?(?![\w-])"),  # (2017)-09-15
    Expression(r"\s*年\s*(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*日)?"),  # (2017)年9月15日
)
_GLUED = Expression(r"[A-Za-z\d/_-]$")  # a symbol such as S/2017/09
_WIDEST = len("30th September, ") + 8  # characters in front of a year that may belong to its date


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at `start` .. `end`; `iso` is `2017-09-15`, or `2017-09` where no day is given."""

    start: int
    end: int
    iso: str


def find_dates(text: str) -> Iterator[FoundDate]:
    """The dates in a text, in order; impossible ones (31 June) are no dates."""
    for year in _YEAR.finditer(text):
        start, end = year.span()
        if text.startswith(")", end) and text.startswith("(", start - 1):
            continue  # of a resolution: there is no month on either side
        found = _around(text, start, end)
        if found is None:
            continue
        start, end, month, day = found
        try:
            iso = date(int(year[0]), month, day or 1).isoformat()
        except ValueError:
            continue
        yield FoundDate(start, end, iso if day else iso[:7])


def _around(text: str, start: int, end: int) -> tuple[int, int, int, int] | None:
    """The place, month and day (0 where none is given) of the date whose year stands at `start` .. `end`."""
    from_ = max(0, start - _WIDEST)
    before = text[from_:start]
    for pattern in _BEFORE_YEAR if before[-1:].isspace() else ():
        if match := pattern.search(before):
            day = int(match.groupdict().get("day") or 0)
            return from_ + match.start(), end, month_number(match["month"]), day
    if _GLUED.search(before):
        return None
    for pattern in _AFTER_YEAR:
        if match := pattern.match(text, end):
            return start, match.end(), int(match["month"]), int(match["day"] or 0)
    return None


def a_day(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none; day 0 stands for the last of the month."""
    if not (1900 <= year <= 2200 and 1 <= month <= 12):
        return None
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, day or last) if 0 <= day <= last else None
