"""Listing criteria that stand: the paragraphs that say whom the measures of a regime may be applied to."""

from __future__ import annotations

from collections.abc import Set
from itertools import islice

from mandex.index.life.by_criteria import Listing
from mandex.index.life.standing import Register
from mandex.index.life.status import Standing

_FIRST = 2  # of many criteria those that a regime began with are named, and
_LAST = 6  # the newest


def criteria(register: Register, matter: str, imposing: Set[str] = frozenset()) -> list[Listing]:
    """The paragraphs that say who may be listed under the measures on a matter, oldest first: those of the
    resolutions that first imposed them (`imposing`), and of those that stand the first ones and the newest,
    where there are many.
    """
    every = register.demands.who_is_listed.on(matter)
    first = list(islice((at for at, one in enumerate(every) if _stands(register, one)), _FIRST))
    last: list[int] = []
    if len(first) == _FIRST:
        left = range(len(every) - 1, first[-1], -1)  # between them nothing is asked
        last = list(islice((at for at in left if _stands(register, every[at])), _LAST))
    own = [at for at, one in enumerate(every) if one.symbol in imposing and _is_kept(register, one)]
    return [every[at] for at in sorted({*first, *last, *own})]


def _of(register: Register, one: Listing) -> Standing | None:
    return register.of_text(one.symbol, one.lang, one.pinpoint, one.adopted)


def _stands(register: Register, one: Listing) -> bool:
    """Whether criteria stand; also those in whose place came what the base does not hold."""
    found = _of(register, one)
    if found is None or found.lives:
        return found is not None
    by = found.by.partition(" OP")[0]
    return found.status == "replaced" and bool(by) and not register.horizon.is_held(by)


def _is_kept(register: Register, one: Listing) -> bool:
    """Whether what an imposing resolution says of who may be listed was not ended: that a later one says it
    anew, or more, takes nothing from it.
    """
    found = _of(register, one)
    return found is None or found.lives or found.status == "replaced"
