"""Months, numerals, lengths of time and days: how texts and readers write them, for all rooms."""

from mandex.corpus.dates.days import FoundDate, a_day, find_dates
from mandex.corpus.dates.months import MONTH, MONTHS, month_number
from mandex.corpus.dates.numerals import number_en, number_zh
from mandex.corpus.dates.periods import Duration, Unit, find_periods

__all__ = [
    "MONTH", "MONTHS", "Duration", "FoundDate", "Unit", "a_day", "find_dates", "find_periods", "month_number",
    "number_en", "number_zh",
]  # fmt: skip
