"""What can be said of a demand on a day, and how far it can be trusted (see `docs/standing.md`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from mandex.corpus.records import dataclass

Status = Literal["current", "open", "spent", "ended", "replaced", "unclear"]
LIVE: frozenset[Status] = frozenset({"current", "open", "unclear"})
"""What `--current` shows."""
TRUST: Sequence[Status] = ("current", "open", "unclear", "spent", "replaced", "ended")
"""From the surest to stand to the surest not to."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a demand stands: `by` is the place of the step that settles it, `until` the date it stands
    until, or ended (ISO, empty where no end is set).
    """

    status: Status
    reason: str
    by: str = ""
    until: str = ""

    @property
    def lives(self) -> bool:
        """Whether it may still bind."""
        return self.status in LIVE


def best(found: Sequence[Standing]) -> Standing | None:
    """The one that is surest to stand; of those the one that ends first."""
    return min(found, key=lambda one: (TRUST.index(one.status), one.until or "9"), default=None)


def days_between(one: str, other: str) -> int:
    """The days (ISO) from one to another; none where one is not known: nothing undated is long past."""
    if not one or not other:
        return 0
    return (date.fromisoformat(other) - date.fromisoformat(one)).days
