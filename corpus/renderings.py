"""Which words the Council has for a word of every day: *kids* children, 枪支 small arms.

`data/renderings_*.csv` is worked out by `docs.renderings` from the bynames of decisions and the texts of
these: how many times likelier than elsewhere a paragraph with the Council's word is to be called so. It only
tells answers apart that were found by other means, and is never printed as what a text says.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache

from mandex.corpus import tables


def renderings(term: str) -> Mapping[str, float]:
    """The terms of the Council's texts that a term of a question renders, each with how many times likelier
    it makes the term; none where the table does not have it.

    >>> max(renderings("kid"), key=renderings("kid").get)
    'child'
    """
    for lines in _files():
        at = bisect_left(lines, term, lo=1, key=_term)  # after the heading, in order
        if at < len(lines) and _term(lines[at]) == term:
            return dict(_read(lines[at].partition(",")[2]))
    return {}


def _term(line: str) -> str:
    return line.partition(",")[0]


def _read(cell: str) -> list[tuple[str, float]]:
    """What a cell says: `16 child minor|4 youth`."""
    groups = (group.split(" ") for group in cell.split("|"))
    return [(word, float(times)) for times, *words in groups for word in words]


@cache
def _files() -> tuple[Sequence[str], ...]:
    return tuple(tables.lines(f"{name}.csv") for name in tables.named("renderings_"))
