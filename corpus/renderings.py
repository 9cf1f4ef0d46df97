"""Which words the Council has for a word of every day: *kids* children, 枪支 small arms.

`data/renderings_*.csv` is worked out by `docs.renderings` from the bynames of decisions and the texts of
these: how many times likelier than elsewhere a paragraph with the Council's word is to be called so. It only
tells answers apart that were found by other means, and is never printed as what a text says.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from mandex.corpus import tables


def renderings(term: str) -> Mapping[str, float]:
    """The terms of the Council's texts that a term of a question renders, each with how many times likelier
    it makes the term; none where the table does not have it.

    >>> max(renderings("kid"), key=renderings("kid").get)
    'child'
    """
    for text in _texts():
        at = text.find(f"\n{term},")
        if at >= 0:
            return dict(_read(text[at : text.index("\n", at + 1)].partition(",")[2]))
    return {}


def _read(cell: str) -> list[tuple[str, float]]:
    """What a cell says: `16 child minor|4 youth`."""
    groups = (group.split(" ") for group in cell.split("|"))
    return [(word, float(times)) for times, *words in groups for word in words]


@cache
def _texts() -> tuple[str, ...]:
    return tuple("\n".join([*tables.lines(f"{name}.csv"), ""]) for name in tables.named("renderings_"))
