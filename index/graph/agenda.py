"""Agenda items of the Council under one name each: the tables spell *the Middle East* in seventeen ways."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache

from mandex.corpus import registry

# What spellings of one item may differ in: The situation in the Middle East, Middle East situation.
_IDLE = frozenset(
    ["the", "a", "an", "situation", "in", "of", "on", "concerning", "regarding", "relating", "to", "question"]
)
_DASH = re.compile(r"\s+[—–-]+\s+|\s*[—–]\s*")
_WORD = re.compile(r"\w+")


def normalised(item: str) -> str:
    """An agenda item in its most frequent spelling, without the mission that the tables add after a dash.

    `Middle East — UNIFIL` and `Middle East situation` are both `The situation in the Middle East`; an item
    that is spelt in one way only stays as it is.
    """
    return _spellings().get(_key(_head(item)), item.strip(" -."))


@cache
def _spellings() -> Mapping[str, str]:
    """The most frequent spelling of each item, by its key."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for adoption in registry.adoptions():
        whole = adoption.agenda_item.strip(" -.")
        if whole and _head(whole) == whole:
            counted[_key(whole)][whole] += 1
    return {key: spellings.most_common(1)[0][0] for key, spellings in counted.items() if key}


def _head(item: str) -> str:
    """What stands before the first dash."""
    return _DASH.split(item.strip(" -."), maxsplit=1)[0]


def _key(item: str) -> str:
    return " ".join(word for word in _WORD.findall(item.casefold()) if word not in _IDLE)
