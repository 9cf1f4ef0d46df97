"""The atoms of citing: numbers and symbols that may name a document, found in one pass, not yet believed."""

from __future__ import annotations

from heapq import merge
from typing import Final, Literal

from mandex.corpus.records import dataclass

Shape = Literal["yeared", "roman", "session", "bare", "joined", "symbol"]

# Blanks that line breaks and tokenizers leave inside a form.
BLANKS: Final = r"\s{0,2}"


@dataclass(frozen=True, slots=True)
class Item:
    """One possible target at `start` .. `end` of a text.

    `yeared` is `1373 (2001)`, `roman` `377 A (V)`, `session` `60/288` or `2007/12`, `bare` a number alone,
    `joined` `1267/1989/2253`, `symbol` a document symbol, whose normal form is `session`.
    """

    shape: Shape
    start: int
    end: int
    number: int = 0
    year: int = 0
    session: str = ""
    part: str = ""
    others: tuple[int, ...] = ()


def in_order(*found: list[Item]) -> list[Item]:
    """The items of several lists in order of place; of two that overlap, the one that begins first."""
    if sum(map(bool, found)) < 2:
        return next(filter(None, found), [])
    kept: list[Item] = []
    end = 0
    for item in merge(*found, key=lambda one: (one.start, -one.end)):
        if item.start >= end:
            kept.append(item)
            end = item.end
    return kept
