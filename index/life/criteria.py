"""Listing criteria that stand: the paragraphs that say whom the measures of a regime may be applied to."""

from __future__ import annotations

from itertools import islice

from mandex.index.life.by_criteria import Listing
from mandex.index.life.standing import Register

ON_PERSONS = frozenset({"asset-freeze", "travel-ban"})
"""The measures that are applied to those whom a committee lists."""

_FIRST = 2  # of many criteria those that a regime began with are named, and
_LAST = 4  # the newest


def criteria(register: Register, matter: str) -> list[Listing]:
    """The paragraphs that say who may be listed under the measures on a matter and still stand, oldest first:
    the first ones and the newest, where there are many.
    """
    every = register.demands.who_is_listed.on(matter)
    first = list(islice((at for at, one in enumerate(every) if _stands(register, one)), _FIRST))
    if len(first) < _FIRST:
        return [every[at] for at in first]
    left = range(len(every) - 1, first[-1], -1)  # what lies between the first and the newest is not asked for
    last = list(islice((at for at in left if _stands(register, every[at])), _LAST))
    return [every[at] for at in (*first, *reversed(last))]


def _stands(register: Register, one: Listing) -> bool:
    found = register.of_text(one.symbol, one.lang, one.pinpoint, one.adopted)
    return found is not None and found.lives
