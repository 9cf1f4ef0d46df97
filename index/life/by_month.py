"""Terms counted from an expiry of which the text names only the month: *for a period of 36 months from the
date of expiration of the current mandate in June 2024* (2734 OP66).

The steps keep such a term as its month. Its day is that of the terms before it, which follow each other by
whole months: 1989 OP56 printed its adoption of 17 June 2011 and eighteen months, so all the later ones end on
the 17th. Where no earlier term is held, it is the last day of the month, and what is said of it says so.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable

from mandex.corpus.dates import MONTH
from mandex.corpus.expressions import Expression
from mandex.index.life.step import Step

# Taken also: *于2023年12月期满后继续支持委员会12个月*, *从2021年12月现有任期到期起再延长30个月*; left: *until
# December 2003*, which means its last day.
_COUNTED = Expression(
    rf"\b(?:expiration|expiry|end) of\b[^.;]{{1,80}} in {MONTH} \d{{4}}$"
    r"|\d{4}年\d{1,2}月[^日。；]{0,10}(?:到期|期满|结束|届满)"
)
_MONTH = 7  # characters of 2027-06


def counted_from_a_month(words: str) -> bool:
    """Whether the words that say a term count it from a month."""
    return _COUNTED.search(words) is not None


def is_a_month(until: str) -> bool:
    """Whether a term is kept as its month."""
    return len(until) == _MONTH


def dated(step: Step, terms: Iterable[str]) -> Step:
    """A step whose term is kept as a month, with the day of the last of some earlier `terms` (ISO) of its
    series, oldest first; with the last of the month where there is none.
    """
    year, month = map(int, step.until.split("-"))
    last = monthrange(year, month)[1]
    days = [int(until[_MONTH + 1 :]) for until in terms if until and not is_a_month(until)]
    return step._replace(until=f"{step.until}-{min(days[-1] if days else last, last):02}")
