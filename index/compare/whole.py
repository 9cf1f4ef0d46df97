"""A pair of paragraphs within the whole comparison: where else what it gained or lost stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from mandex.corpus.model import Paragraph
from mandex.index.compare.alignment import Pair
from mandex.index.compare.parts import names
from mandex.index.compare.phrases import Phrase
from mandex.index.compare.renamed import Renamed
from mandex.index.compare.sides import Beside, actors_in
from mandex.index.compare.wording import spoken

_MOVED = 0.7  # of the terms of a phrase
_MOVED_WITH_NAMES = 0.81  # of one that has little beside names
_LEAST = 4  # terms: shorter phrases are said in many places


class Whole:
    """All paragraphs of both texts with what each one's counterparts say."""

    def __init__(self, old: Sequence[Paragraph], new: Sequence[Paragraph], pairs: Sequence[Pair]) -> None:
        self._texts = old, new
        self._news: dict[int, list[Pair]] = defaultdict(list)
        self._olds: dict[int, list[Pair]] = defaultdict(list)
        for pair in pairs:
            if pair.old is not None and pair.new is not None:
                self._news[pair.old].append(pair)
                self._olds[pair.new].append(pair)
        self._renamed = Renamed([p.text for p in old], [p.text for p in new])
        self._terms = tuple(
            [Counter(spoken(self._renamed.also(k, p.text))) for p in side]
            for k, side in enumerate((old, new))
        )
        self._gained = [
            self._terms[1][j].keys() - self._said(0, [p.old for p in self._olds[j]]) for j in range(len(new))
        ]
        self._lost = [
            self._terms[0][i].keys() - self._said(1, [p.new for p in self._news[i]]) for i in range(len(old))
        ]

    def _said(self, side: int, places: Sequence[int | None]) -> Counter[str]:
        return sum((self._terms[side][k] for k in places if k is not None), Counter[str]())

    def beside(self, pair: Pair) -> Beside:
        """What stands beside a pair that has both paragraphs; of any other nothing is asked."""
        i, j = pair.old, pair.new
        news, olds = self._news[i] if i is not None else [], self._olds[j] if j is not None else []
        return Beside(
            tuple(self._texts[0][p.old] for p in olds if p.old != i and p.old is not None),
            tuple(self._texts[1][p.new] for p in news if p.new != j and p.new is not None),
            self._said(0, [p.old for p in olds]),
            self._said(1, [p.new for p in news]),
            (self._named(0, i), self._named(1, j)),
            first_of_new=not olds or max(olds, key=_weight) is pair,
            first_of_old=not news or max(news, key=_weight) is pair,
            moved=self._moved,
        )

    def _named(self, side: int, at: int | None) -> frozenset[str]:
        text = self._texts[side][at].text if at is not None else ""
        return actors_in(self._renamed.also(side, text))

    def _moved(self, phrase: Phrase, came: bool) -> bool:
        """Whether a phrase that came in was lost elsewhere, or one that fell out was gained elsewhere."""
        own = frozenset(phrase.own)
        bare = own - names(phrase.text)  # a name is said in many places
        if len(own) < _LEAST or not bare:
            return False
        most = _MOVED if len(bare) >= _LEAST else _MOVED_WITH_NAMES
        return any(
            len(own & found) >= most * len(own) and len(bare & found) >= most * len(bare)
            for found in (self._lost if came else self._gained)
        )


def _weight(pair: Pair) -> float:
    return pair.likeness
