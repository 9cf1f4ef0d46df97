"""Paragraphs anywhere in the base that may say what an obligation says: those that share its rare turns.

Which of them do is for a reader of the paragraphs to judge: here the many thousands become a few hundred.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from mandex.corpus.store import Store
from mandex.index.engines import Phrase, asking
from mandex.index.text.terms import STOP_WORDS, terms

# With eight turns, 143 repeats of six resolutions are found in twice the time; with four 132, with three 124.
_TURNS = 4  # pairs of neighbouring words, the rarest of an obligation
_SHARED = 2  # of these
_MOST = 24  # paragraphs for one obligation


def likely(store: Store, obligations: Iterable[str]) -> set[int]:
    """The row numbers of the paragraphs; costs a few queries for each obligation, whatever the base holds."""
    engine = asking(store)
    all_ = engine.count()  # what *the* and *of* come near to; counting where they stand takes long
    frequency: dict[str, int] = {}
    paragraphs: dict[tuple[str, str], set[int]] = {}
    found: set[int] = set()

    def rarity(turn: tuple[str, str]) -> int:
        for term in turn:
            if term not in frequency:
                frequency[term] = all_ if term in STOP_WORDS else engine.frequency(term)
        return frequency[turn[0]] * frequency[turn[1]]

    for said in obligations:
        turns = _rarest(terms(said), rarity)
        for turn in turns:
            if turn not in paragraphs:
                paragraphs[turn] = engine.matching(Phrase(turn))
        counts = Counter(id_ for turn in turns for id_ in paragraphs[turn])
        found.update(id_ for id_, many in counts.most_common(_MOST) if many >= min(_SHARED, len(turns)))
    return found


def _rarest(words: Sequence[str], rarity: Callable[[tuple[str, str]], int]) -> list[tuple[str, str]]:
    return sorted(set(pairwise(words)), key=lambda turn: (rarity(turn), turn))[:_TURNS]
