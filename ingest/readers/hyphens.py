"""Hyphens at line ends: a word divided for print, or a compound such as counter-terrorism?

What the rest of the text shows decides: whether the word stands there in one piece or with its hyphen, and
where neither does, whether this print divides words at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

SOFT_HYPHEN = "\u00ad"  # what a hyphen is written as that only divides a word at a line end
# After these a hyphen hangs: pre- and post-conflict, troop- or police-contributing.
SUSPENDING = frozenset({"and", "or", "nor", "to"})

_HEAD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-\u2010\u2011]$")
_TAIL = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")


class Hyphenation:
    """The hyphenation of one print, learnt from all its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        printed = list(lines)
        self._words = Counter(word.lower() for line in printed for word in _WORD.findall(_HEAD.sub("", line)))
        told = [self._told(*halves) for pair in pairwise(printed) if (halves := _halves(*pair))]
        self._divides = told.count(True) > told.count(False)

    def is_division(self, line: str, following: str) -> bool:
        """Does a line end with a hyphen that is no part of the word?"""
        halves = _halves(line, following)
        if halves is None:
            return False
        told = self._told(*halves)
        return self._divides if told is None else told

    def _told(self, head: str, tail: str) -> bool | None:
        """What the words of the text tell: divided, compound, or nothing."""
        if not tail.islower():  # Secretary-General, Al-Qaida
            return False
        whole, compound = self._words[(head + tail).lower()], self._words[f"{head}-{tail}".lower()]
        return None if whole == compound else whole > compound


def _halves(line: str, following: str) -> tuple[str, str] | None:
    head, tail = _HEAD.search(line), _TAIL.match(following)
    if not head or not tail or tail[0] in SUSPENDING:
        return None
    return head[1], tail[0]
