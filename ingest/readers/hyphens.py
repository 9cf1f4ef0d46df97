"""Hyphens at line ends: a word divided for print, or a compound such as counter-terrorism?

What the rest of the text shows decides: whether the word stands there in one piece or with its hyphen, and
where neither does, whether this print divides words at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

SOFT_HYPHEN = "\u00ad"  # what a hyphen is written as that only divides a word at a line end
# After these a hyphen hangs: pre- and post-conflict, troop- or police-contributing.
SUSPENDING = frozenset({"and", "or", "nor", "to"})

_LONGEST = 60  # characters of a word before its hyphen
_HYPHENS = ("-", "\u2010", "\u2011")
_HEAD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")  # the same from either end: read backwards from the hyphen
_TAIL = re.compile(r"[^\W\d_]+")
# Endings that are no words of their own, and begin none after a hyphen.
_ENDINGS = frozenset((
    "able", "ally", "ance", "ances", "ancy", "cial", "ed", "ence", "ences", "ency", "ers", "ible", "ing",
    "ings", "ities", "ity", "ive", "ives", "ly", "ment", "ments", "nal", "ous", "sion", "sions", "ted",
    "tial", "ting", "tion", "tional", "tions", "tive", "tives", "tors", "ture", "tures", "ty",
))  # fmt: skip


class Hyphenation:
    """The hyphenation of one print, learnt from all its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        printed = list(lines)
        divided = [
            halves
            for line, following in pairwise(printed)
            if line[-1:] in _HYPHENS and (halves := _halves(line, len(line) - 1, following))
        ]
        self._words = _count((form for halves in set(divided) for form in _forms(*halves)), printed)
        self._known = {halves: self._told(*halves) for halves in set(divided)}
        told = [self._known[halves] for halves in divided]
        self._divides = told.count(True) > told.count(False)

    def is_division(self, line: str, following: str) -> bool:
        """Does a line end with a hyphen that is no part of the word?"""
        return line.endswith(_HYPHENS) and self.divides(line, len(line) - 1, following)

    def divides(self, text: str, hyphen: int, following: str) -> bool:
        """Is the hyphen at that place of a text, before these letters of a next line, no part of the word?"""
        halves = _halves(text, hyphen, following)
        if halves is None:
            return False
        told = self._known[halves] if halves in self._known else self._told(*halves)
        return self._divides if told is None else told

    def _told(self, head: str, tail: str) -> bool | None:
        """What the words of the text tell: divided, compound, or nothing."""
        if not tail.islower():  # Secretary-General, Al-Qaida
            return False
        whole, compound = (self._words[form] for form in _forms(head, tail))
        if whole == compound:
            return True if tail in _ENDINGS else None
        return whole > compound


def _forms(head: str, tail: str) -> tuple[str, str]:
    """The word in one piece and with its hyphen."""
    return (head + tail).lower(), f"{head}-{tail}".lower()


def _halves(text: str, hyphen: int, following: str) -> tuple[str, str] | None:
    head, tail = _HEAD.match(text[max(0, hyphen - _LONGEST) : hyphen][::-1]), _TAIL.match(following)
    if not head or not tail or tail[0] in SUSPENDING:
        return None
    return head[0][::-1], tail[0]


def _count(forms: Iterable[str], lines: Sequence[str]) -> Counter[str]:
    """How often words stand within the lines, not at their ends with a hyphen."""
    wanted = {re.escape(form) for form in forms}
    if not wanted:
        return Counter()
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(wanted, key=len, reverse=True))})\b(?!-)")
    return Counter(pattern.findall("\n".join(lines).lower()))
