"""What the time expressions of a clause are read into."""

from __future__ import annotations

from datetime import date
from typing import Literal

from mandex.corpus.dates import Duration
from mandex.corpus.records import dataclass

How = Literal["until", "for", "by", "within", "on", "every"]

NO_YEAR = 1904
"""The year of a day that is said without one, until it is known in which it comes: a leap year long ago."""


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
