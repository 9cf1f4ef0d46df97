"""Dates in any notation that UN documents and their readers use, as ISO dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH_NUMBER = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}

# Every date has a year, so the year is looked for first and the rest on either side of it.
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_BEFORE_YEAR = (
    re.compile(rf"(?<![\w/-]){_DAY}\s+{_MONTH},?\s+$", re.IGNORECASE),  # 15 Sept. (2017)
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+$", re.IGNORECASE),  # September 15, (2017)
    re.compile(rf"\b{_MONTH},?\s+$", re.IGNORECASE),  # September (2017)
)
_AFTER_YEAR = (
    re.compile(r"-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?(?![\w-])"),  # (2017)-09-15
    re.compile(r"\s*年\s*(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*日)?"),  # (2017)年9月15日
)
_GLUED = re.compile(r"[A-Za-z\d/_-]$")  # a symbol such as S/2017/09
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
        found = _around(text, year.start(), year.end())
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
            return from_ + match.start(), end, _MONTH_NUMBER[match["month"][:3].lower()], day
    if _GLUED.search(before):
        return None
    for pattern in _AFTER_YEAR:
        if match := pattern.match(text, end):
            return start, match.end(), int(match["month"]), int(match["day"] or 0)
    return None


_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "eighteen": 18, "thirty": 30, "sixty": 60, "ninety": 90,
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    "十一": 11, "十二": 12, "十三": 13, "十五": 15, "十八": 18,
}  # fmt: skip
_UNITS = {"d": "D", "天": "D", "w": "W", "周": "W", "m": "M", "个月": "M", "y": "Y", "年": "Y"}
_PERIOD = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{'|'.join(n for n in _NUMBERS if n.isascii())})(?:\s+\(\d+\))?[\s-]+"
    r"(?:(?:additional|further|consecutive|more)\s+)?(?P<unit>d|w|m|y)(?:ay|eek|onth|ear)s?\b"
    r"|(?<![\d年])(?P<count_zh>\d{1,3}|[一二两三四五六七八九十]{1,2})\s*(?P<unit_zh>天|周|个月|年(?!\s*\d))",
    re.IGNORECASE,
)


def find_periods(text: str) -> Iterator[str]:
    """The lengths of time in a text as ISO 8601 durations; a year is twelve months."""
    for match in _PERIOD.finditer(text):
        count = (match["count"] or match["count_zh"]).lower()
        unit = _UNITS[(match["unit"] or match["unit_zh"]).lower()]
        number = int(count) if count.isdigit() else _NUMBERS.get(count, 0)
        if number:
            yield f"P{number * 12}M" if unit == "Y" else f"P{number}{unit}"
