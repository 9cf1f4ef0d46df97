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

_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_MONTH = (
    r"(?P<{0}>(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))\b\.?"
)
_YEAR = r"(?P<{0}>(?:19|20)\d\d)(?!\d)"
# 2017-09-15, 15 Sept. 2017, September 15, 2017, September 2017, 2017年9月15日, 2017年9月
_DATE = re.compile(
    r"(?<![\w/-])(?:"
    + _YEAR.format("y1") + r"-(?P<m1>\d{1,2})(?:-(?P<d1>\d{1,2}))?(?![\w-])"
    + "|" + _DAY.format("d2") + r"\s+" + _MONTH.format("m2") + r",?\s+" + _YEAR.format("y2")
    + "|" + _MONTH.format("m3") + r"\s+" + _DAY.format("d3") + r",?\s+" + _YEAR.format("y3")
    + "|" + _MONTH.format("m4") + r",?\s+" + _YEAR.format("y4")
    + ")"
    + r"|(?<!\d)" + _YEAR.format("y5") + r"\s*年\s*(?P<m5>\d{1,2})\s*月(?:\s*(?P<d5>\d{1,2})\s*日)?",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at `start` .. `end`; `iso` is `2017-09-15`, or `2017-09` where no day is given."""

    start: int
    end: int
    iso: str


def find_dates(text: str) -> Iterator[FoundDate]:
    """The dates in a text, in order; impossible ones (31 June) are no dates."""
    for match in _DATE.finditer(text):
        parts = {name[0]: value for name, value in match.groupdict().items() if value}
        month = int(parts["m"]) if parts["m"].isdigit() else _MONTH_NUMBER[parts["m"][:3].lower()]
        day = int(parts.get("d", 1))
        try:
            iso = date(int(parts["y"]), month, day).isoformat()
        except ValueError:
            continue
        yield FoundDate(match.start(), match.end(), iso if "d" in parts else iso[:7])


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
