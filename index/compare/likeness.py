"""How alike paragraphs are: shared words and pairs of words, the rare ones weighing more.

Costs stay linear in the length of the texts: a word that stands in very many paragraphs tells nothing of
which two belong together, and is left out of account.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from mandex.corpus.fold import is_chinese
from mandex.index.compare.wording import spoken

# A feature in more paragraphs than this of one text makes no candidates: bounds what one feature costs.
_COMMON = 80
_CLAUSE = 8  # words and pairs of words: *stressing that the status quo is unsustainable*
_WHOLE = 0.9
_MATTER = 3  # words of it that are no names: *Temporary Security Zone (TSZ)* makes no clause
_NUMBER_WEIGHT = 0.4  # dates and numbers of resolutions are what renewals change


class Likeness:
    """The paragraphs of two texts, arranged to ask how alike an old and a new one are (0 to 1)."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self._old = [features(text) for text in old]
        self._new = [features(text) for text in new]
        self._names = [frozenset(spoken(_named(text))) for text in (*old, *new)]
        self._weights = _weights(self._old, self._new)
        self._old_total = [self.total(one) for one in self._old]
        self._new_total = [self.total(one) for one in self._new]

    @property
    def pairs_of_words(self) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
        """The pairs of neighbouring words that tell something, of each old and of each new paragraph."""
        old, new = (
            [frozenset([word for word in found if " " in word and self._weights[word]]) for found in side]
            for side in (self._old, self._new)
        )
        return old, new

    def pairs(self, least: float) -> Mapping[tuple[int, int], float]:
        """Every pair at least so alike: (old, new) -> likeness."""
        postings: dict[str, list[int]] = defaultdict(list)
        for j, found in enumerate(self._new):
            for feature in found:
                postings[feature].append(j)
        shared: dict[tuple[int, int], float] = defaultdict(float)
        for i, found in enumerate(self._old):
            for feature in found:
                weight = self._weights[feature]
                if weight:
                    for j in postings.get(feature, ()):
                        shared[i, j] += weight
        old, new = self._old_total, self._new_total
        return {
            (i, j): dice
            for (i, j), weight in shared.items()
            if (dice := 2 * weight / (old[i] + new[j])) >= least
        }

    def came_from(self, i: int, j: int, *, beside: int) -> float:
        """The share of new paragraph `j` that stands in old paragraph `i` and not in new `beside`."""
        return self.share(self._new[j], self._old[i] - self._new[beside])

    def went_into(self, i: int, j: int, *, beside: int) -> float:
        """The share of old paragraph `i` that stands in new paragraph `j` and not in old `beside`."""
        return self.share(self._old[i], self._new[j] - self._old[beside])

    def split_off(self, i: int, j: int, *, beside: int) -> float:
        """How far new paragraph `j` is a part of old `i`, or takes up what new `beside` has lost of it."""
        lost = self._clause(self._old[i] - self._new[beside], self._new[j], i)
        return max(lost, self._part(self.came_from(i, j, beside=beside), i, j, len(self._old) + j))

    def merged_in(self, i: int, j: int, *, beside: int) -> float:
        """How far old paragraph `i` is a part of new `j`, or has what old `beside` has gained in it."""
        gained = self._clause(self._new[j] - self._old[beside], self._old[i], len(self._old) + j)
        return max(gained, self._part(self.went_into(i, j, beside=beside), i, j, i))

    def _part(self, share: float, i: int, j: int, whose: int) -> float:
        """A share that is more than names, or whole: *Burton Hall (Bahamas)* in a list of judges."""
        return share if share >= _WHOLE or self._says(self._old[i] & self._new[j], whose) else 0.0

    def _clause(self, of: frozenset[str], found: frozenset[str], whose: int) -> float:
        """The share of words that are found, where they are enough to be a clause and not names alone."""
        enough = len(of & found) >= _CLAUSE and self._says(of & found, whose)
        return self.share(of, found) if enough else 0.0

    def _says(self, found: frozenset[str], whose: int) -> bool:
        """Whether features are more than the names in a paragraph: of the old ones, then of the new."""
        return sum(" " not in word for word in found - self._names[whose]) >= _MATTER

    def share(self, of: frozenset[str], found: frozenset[str]) -> float:
        """The share of features that is found, by their weight."""
        total = self.total(of)
        return self.total(of & found) / total if total else 0.0

    def weight(self, feature: str) -> float:
        """How much a feature tells."""
        return self._weights.get(feature, 0.0)

    def total(self, found: frozenset[str]) -> float:
        """The weight of features."""
        weight = self._weights.get
        return sum([weight(feature, 0.0) for feature in found])


def _named(text: str) -> str:
    """The words of names in an English text, with those that open sentences; titles in a Chinese one."""
    return " ".join(re.findall(r"《[^《》]{2,60}》" if is_chinese(text) else r"\b[A-Z][\w’'-]*", text))


def features(text: str) -> frozenset[str]:
    """The terms of a text and the pairs of neighbours among them."""
    found = spoken(text)
    return frozenset(found) | {f"{one} {other}" for one, other in pairwise(found)}


def _weights(old: Sequence[frozenset[str]], new: Sequence[frozenset[str]]) -> dict[str, float]:
    in_old, in_new = (Counter(feature for found in side for feature in found) for side in (old, new))
    size = max(len(old), len(new), 1)
    weights = {}
    for feature in in_old.keys() | in_new.keys():
        most = max(in_old[feature], in_new[feature])
        rare = 1.0 + math.log(size / most)
        if feature.replace(" ", "").isdigit():
            rare *= _NUMBER_WEIGHT
        weights[feature] = rare if most <= _COMMON else 0.0
    return weights
