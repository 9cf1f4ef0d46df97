"""Lengths of time: *for a further forty-five days*, *twenty-four months*, 三十天, 二十四个月, 半年."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from mandex.corpus.dates.numerals import NUMBER_EN, NUMBER_ZH, number_en, number_zh
from mandex.corpus.expressions import Expression
from mandex.corpus.records import dataclass

Unit = Literal["D", "W", "M", "Y"]

UNIT_EN = r"(?:day|week|month|year)"
# 180天, 三十日, 两周, 六个月, 半年, 两个季度
UNIT_ZH = r"(?:个?工作日|天|日|周|个?星期|个?月|年|个季度|季度)"
COUNT_ZH = rf"(?:半|{NUMBER_ZH})"
_UNITS: dict[str, Unit] = {
    "day": "D", "week": "W", "month": "M", "year": "Y",
    "天": "D", "日": "D", "工作日": "D", "周": "W", "星期": "W", "月": "M", "年": "Y",
}  # fmt: skip
# What may stand between a number and its unit: six (6) months, 30 calendar days, a further year.
BETWEEN_EN = r"(?:\s*\(\d+\))?[\s-]+(?:(?:calendar|working|consecutive|additional|further|more)\s+)?"
# With what numbers begin: few words do.
_NUMERIC = r"(?=\d|an?[\s(-]|one|t(?:w|en|h[ri])|f[oi]|s[ie]|e[il]|ni)"
_PERIOD_EN = Expression(
    rf"\b{_NUMERIC}(?P<count>{NUMBER_EN}){BETWEEN_EN}(?P<unit>{UNIT_EN})s?\b", re.IGNORECASE
)
# No day of a date (6月30日) and no year of one (2001年, 二〇〇一年); 日 only where a length is meant.
_PERIOD_ZH = Expression(
    r"(?<![\d年月一二三四五六七八九十百零〇第])(?![零〇一二三四五六七八九]{4})"
    rf"(?P<count>{COUNT_ZH})\s*"
    r"(?P<unit>天|日(?=之?内|以内|的?期限)|周(?!年)|个?星期|个月|年(?!\s*[\d一二三四五六七八九十])|个?季度)"
)
# Most texts name no length of time, and looking for the unit alone is cheap.
_NAMES_UNIT_EN = Expression(UNIT_EN, re.IGNORECASE)
_NAMES_UNIT_ZH = Expression("[天日周月年]|星期|季度")


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
            days = self.count * (7 if self.unit == "W" else 1)
            return start + timedelta(days) if (date.max - start).days >= days else None
        months = start.month - 1 + self.count * (12 if self.unit == "Y" else 1)
        year, month = start.year + months // 12, months % 12 + 1
        if year > date.max.year:
            return None
        return date(year, month, min(start.day, monthrange(year, month)[1]))


def duration_en(count: str, unit: str) -> Duration:
    """Of a number as `NUMBER_EN` takes it, and a unit as `UNIT_EN`."""
    return Duration(number_en(count), _UNITS[unit.lower()])


def duration_zh(count: str, unit: str) -> Duration:
    """Of a number as `COUNT_ZH` takes it, and a unit as `UNIT_ZH`."""
    unit = unit.removeprefix("个")
    if unit == "季度":
        return Duration(3 * number_zh(count), "M")
    if count == "半":
        return Duration(6, "M") if unit == "年" else Duration(15, "D")
    return Duration(number_zh(count), _UNITS[unit])


def find_periods(text: str) -> Iterator[str]:
    """The lengths of time in a folded text as ISO 8601 durations; a year is twelve months."""
    found: list[Duration] = []
    if _NAMES_UNIT_EN.may_be_in(text):
        found += (duration_en(match["count"], match["unit"]) for match in _PERIOD_EN.finditer(text))
    if _NAMES_UNIT_ZH.search(text):
        found += (duration_zh(match["count"], match["unit"]) for match in _PERIOD_ZH.finditer(text))
    for period in found:
        if period.unit == "Y":
            yield f"P{period.count * 12}M"
        elif period.count:
            yield period.iso
