"""The ends that a question names: *until 31 May 2018*, 延到2026年底. They stand in what sets them, which was
adopted before, so that they are no years of adoption.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mandex.corpus.dates import MONTH, MONTHS, month_number
from mandex.corpus.expressions import Expression
from mandex.corpus.records import dataclass
from mandex.index.lookup.concepts import Concept

_YEAR = r"(19[4-9]\d|20[0-4]\d)"
# *March 2004*, *31 May 2018*, *May 31, 2018*, 2018年5月31日
_MONTH = Expression(
    rf"\b(?:\d{{1,2}} |mid-|late |early )?({MONTH.lower()})(?: \d{{1,2}})?,? {_YEAR}(?!\d)"
    rf"|(?<!\d){_YEAR}年(\d{{1,2}})月(?:\d{{1,2}}[日号]|[底初中末])?"
)
# What stands before an end; not before what happened in a month: *killings in March 2004*.
_UNTIL = re.compile(r"(?:\b(?:until|till?|through|up to|to|by|before|end of|ends? (?:on|in))|[至到]|截止) ?$")
_ONLY_YEAR = Expression(
    rf"\b(?:until|till?|through|up to)(?: the)?(?: end of| middle of| mid-?)? ?{_YEAR}(?!\d)"
    rf"|[至到]{_YEAR}年[底初中末]?(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Month:
    """A month, or a year that something lasts until, at `start` to `end` of a folded question. `adopted` says
    that what answers may have been adopted in its year.
    """

    start: int
    end: int
    concept: Concept
    adopted: int | None


def named(folded: str) -> Iterator[Month]:
    """The months and ends that a folded question names."""
    at = 0
    for match in _MONTH.finditer(folded):
        month = month_number(match[1]) if match[1] else int(match[4])
        year = match[2] or match[3]
        if not 1 <= month <= len(MONTHS):
            continue
        wordings = (f"{MONTHS[month - 1].lower()} {year}", f"{year}年{month}月")
        until = _UNTIL.search(folded[at : match.start()])
        yield Month(*match.span(), Concept("month", match[0], wordings), None if until else int(year))
        at = match.end()
    for match in _ONLY_YEAR.finditer(folded):
        year = match[1] or match[2]
        if not _MONTH.search(folded, match.start(), match.end() + len("12月")):
            yield Month(*match.span(), Concept("month", year, (year, f"{year}年")), None)
