"""How rare words are in general language, in `data/frequency.txt`.

What resolutions seldom say may be a word of every day (*goodbye*, *holiday*), and what tells a question from
others is the word that is rare everywhere (*cocoa*, *Chechen*).
"""

from __future__ import annotations

from functools import cache

from mandex.corpus import tables

_RAREST = 6.5  # a word that is not among the frequent ones: a name, mostly
_RAREST_ZH = 6.0
_CHARACTER = 3.0  # a Chinese word of one character


@cache
def rarity(word: str) -> float:
    """From 0 for *the* to 6.5 for what is not among the 20,000 most frequent words of its language (folded).

    >>> rarity("goodbye") < rarity("cocoa") < rarity("annan")
    True
    """
    said = f" {word} "
    for rare, words in _lines():
        if said in words:
            return rare
    if word.isascii():
        return _RAREST
    return _RAREST_ZH if len(word) > 1 else _CHARACTER


@cache
def _lines() -> tuple[tuple[float, str], ...]:
    parted = (line.partition(" ") for line in tables.lines("frequency.txt") if not line.startswith("#"))
    return tuple((float(rare), f" {words} ") for rare, _, words in parted)
