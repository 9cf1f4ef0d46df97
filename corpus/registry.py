"""Facts about every resolution the Security Council has adopted: does it exist, is that its year, its date.

`data/resolutions.csv` is compiled from the United Nations' tables of meetings and from the texts themselves.
It is read on the first question, so that importing this module costs nothing.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from mandex.corpus import tables
from mandex.corpus.records import dataclass


@dataclass(frozen=True, slots=True)
class Adoption:
    """One resolution's adoption. `adopted` is an ISO date; a fact that is not known is an empty string.

    `vote` is `in favour-against-abstaining`, or words (`unanimous`, `without vote`); `meeting` the number
    of the Council's meeting.
    """

    number: int
    year: int
    adopted: str
    meeting: str
    vote: str
    agenda_item: str

    @property
    def told(self) -> str:
        """All that in a sentence."""
        symbol, vote = f"S/RES/{self.number} ({self.year})", self.vote or "vote unknown"
        return f"{symbol} was adopted on {self.adopted} ({vote}): {self.agenda_item or 'item unknown'}"


@cache
def adoptions() -> Sequence[Adoption]:
    """Every resolution, in order: number n at index n - 1."""
    return tuple(_read(_lines()[1:]))


@cache
def _lines() -> Sequence[str]:
    """The table: its head, then resolution n in line n."""
    return tables.lines("resolutions.csv")


def _read(lines: Sequence[str]) -> Iterator[Adoption]:
    return (Adoption(int(number), int(year), *facts) for number, year, *facts in csv.reader(lines))


def last() -> Adoption:
    """The latest resolution known."""
    return _adoption(len(_lines()) - 1)


def adoption(number: int) -> Adoption | None:
    """What is known of a resolution; None where no such number is known."""
    return _adoption(number) if exists(number) else None


@cache
def _adoption(number: int) -> Adoption:
    return next(_read(_lines()[number : number + 1]))


def exists(number: int) -> bool:
    """Whether a resolution of that number is known to have been adopted."""
    return 1 <= number < len(_lines())


def year(number: int) -> int | None:
    """The year a resolution is cited with; None for an unknown number."""
    found = adoption(number)
    return found.year if found else None


def adopted_on(date: str) -> tuple[int, ...]:
    """The numbers of the resolutions adopted on an ISO date."""
    return _by_date().get(date, ())


@cache
def _by_date() -> Mapping[str, tuple[int, ...]]:
    days: dict[str, list[int]] = defaultdict(list)
    for one in adoptions():
        if one.adopted:
            days[one.adopted].append(one.number)
    return {day: tuple(numbers) for day, numbers in days.items()}
