"""A paragraph cut down to one clause, or grown from one: neither has another pair, and the short one says
hardly anything that the long one does not.

欢迎伊拉克政府努力应对气候变化和自然灾害的不利影响 after a recital of five clauses on them: half of the
words of both are not the same, but nearly all of the shorter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set

from mandex.corpus.model import Paragraph
from mandex.index.compare.likeness import Likeness
from mandex.index.compare.parts import SPEAK, most_of
from mandex.index.compare.rivals import without_names
from mandex.index.compare.wording import content

_WORDS = 0.45  # of the pairs of words of the shorter, by weight
_CONTENT = 0.75  # of its terms of content beside names
_TERMS = 3  # such terms


def contained(
    alike: Likeness, old: Sequence[Paragraph], new: Sequence[Paragraph], pairs: Set[tuple[int, int]]
) -> dict[int, int]:
    """Old and new paragraphs without a pair, most of one of which stands in the other."""
    before, after = alike.pairs_of_words
    going, coming = {i for i, _ in pairs}, {j for _, j in pairs}
    olds = [i for i, p in enumerate(old) if p.kind in SPEAK and i not in going]
    news = [j for j, p in enumerate(new) if p.kind in SPEAK and j not in coming]
    likely = {
        (share, i, j)
        for mine, others, said, holding, by_new in (
            (olds, news, before, after, False), (news, olds, after, before, True),
        )
        for share, k, at in _holders(alike, mine, others, said, holding)
        for i, j in [(at, k) if by_new else (k, at)]
        if old[i].kind == new[j].kind and _says_as_much(old[i].text, new[j].text)
    }  # fmt: skip
    cut: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(likely, key=lambda one: (-one[0], one[1:])):
        if i not in cut and j not in taken:
            cut[i] = j
            taken.add(j)
    return cut


def _holders(
    alike: Likeness, mine: Sequence[int], others: Sequence[int], said: Sequence[frozenset[str]],
    holding: Sequence[frozenset[str]],
) -> list[tuple[float, int, int]]:  # fmt: skip
    """Of each paragraph the one of the others that has most of its words, with how much."""
    places: dict[str, list[int]] = defaultdict(list)
    for k in others if mine else ():
        for pair in holding[k]:
            places[pair].append(k)
    best = ((most_of(alike, said[k], places), k) for k in mine)
    return [(share, k, at) for (at, share), k in best if share >= _WORDS]


def _says_as_much(one: str, other: str) -> bool:
    """Whether the shorter of two texts says nothing much of its own."""
    short, full = sorted((set(content(without_names(text))) for text in (one, other)), key=len)
    return len(short & full) >= max(_TERMS, _CONTENT * len(short))
