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
