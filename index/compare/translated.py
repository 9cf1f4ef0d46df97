"""Chinese that was only translated anew: the English of the paragraph stands as it was.

知悉 for 承认, 安保 for 安全: resolutions are drafted in one language and translated, each time by another
hand. Of the phrases that differ in Chinese renewals where the English is the same to the letter, nine of ten
are synonyms or another order of words. Numbers, days and what is cited are told whatever the English says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from mandex.corpus.dates import MONTH
from mandex.corpus.fold import fold
from mandex.corpus.model import Document, Paragraph
from mandex.index.compare.sides import Change, Side, What

_WORDS: frozenset[What] = frozenset({"force", "actor", "measure"})
# What a list brings with it: *resolution 2536 (2020)*, *its resolutions 2536 (2020) and 2588 (2021)*.
_LISTED = frozenset(["and", "as", "well", "the", "its", "of", "in", "resolution", "resolutions"])
_WORD = re.compile(r"[a-z]+")
_MONTH = re.compile(rf"\b(?:{MONTH})\b")

Places = Mapping[int, str]


class Translated:
    """The English of the two texts of a comparison, paragraph beside paragraph."""

    def __init__(
        self, texts: Sequence[Document], originals: Sequence[Document], places: Sequence[Places]
    ) -> None:
        """`places` tells where each paragraph of the originals stands, by `seq`."""
        self._texts = texts
        self._originals = originals
        self._places = places

    def told(self, changes: Sequence[Change], old_place: str, new_place: str) -> list[Change]:
        """The changes of a paragraph, without its words where its English stands as it was."""
        if not any(change.what in _WORDS for change in changes) or not self._stands(old_place, new_place):
            return list(changes)
        return [change for change in changes if change.what not in _WORDS]

    def _stands(self, old_place: str, new_place: str) -> bool:
        one, other = self._said[0].get(old_place), self._said[1].get(new_place)
        return one is not None and one == other

    @cached_property
    def _said(self) -> list[dict[str, list[str]]]:
        """The words of each paragraph by its place, where both languages have the same places."""
        found = []
        for text, original, places in zip(self._texts, self._originals, self._places, strict=True):
            often = Counter(places.values())
            recitals = [sum(p.is_recital for p in one.paragraphs) for one in (text, original)]
            side = Side(original)
            found.append(
                {
                    places[p.seq]: _words(side, p)
                    for p in original.paragraphs
                    if often[places[p.seq]] == 1 and (not p.is_recital or recitals[0] == recitals[1])
                }
            )
        return found


def _words(side: Side, paragraph: Paragraph) -> list[str]:
    said = _MONTH.sub(" ", side.masked(paragraph))
    return [word for word in _WORD.findall(fold(said)) if word not in _LISTED]
