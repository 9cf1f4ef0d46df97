"""Paragraphs without a pair that were a part of one that has another: *Expressing grave concern at the rise
of gang violence, stressing the need to address its causes* became two recitals.

Beside `parts`, which goes by what clauses are about, this goes by their words: by how a paragraph opens, or
by a clause said word for word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mandex.corpus.fold import is_chinese
from mandex.corpus.model import Paragraph
from mandex.index.compare.likeness import Likeness, features
from mandex.index.compare.parts import SPEAK, most_of
from mandex.index.compare.phrases import clauses
from mandex.index.compare.rivals import without_names
from mandex.index.compare.wording import content

_OPENING = 0.5  # of the first clause of a paragraph, by weight
_ANYWHERE = 0.7  # of any other
_PAIRS = 5  # pairs of words
_SAYS = {True: 1, False: 2}  # terms of content beside names, in Chinese and otherwise


def halves(
    alike: Likeness, old: Sequence[Paragraph], new: Sequence[Paragraph], pairs: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Old and new paragraph, one of which has no pair and opens with, or says, what the other says and what
    that became does not, or what it came from did not.
    """
    news: dict[int, list[int]] = defaultdict(list)
    olds: dict[int, list[int]] = defaultdict(list)
    for i, j in pairs:
        news[i].append(j)
        olds[j].append(i)
    before, after = alike.pairs_of_words
    yield from ((i, j) for j, i in _taken_up(alike, (new, old), (after, before), (olds, news)))
    yield from _taken_up(alike, (old, new), (before, after), (news, olds))


def _taken_up(
    alike: Likeness, texts: tuple[Sequence[Paragraph], Sequence[Paragraph]],
    said: tuple[Sequence[frozenset[str]], Sequence[frozenset[str]]],
    partners: tuple[Mapping[int, Sequence[int]], Mapping[int, Sequence[int]]],
) -> Iterator[tuple[int, int]]:  # fmt: skip
    """Each of the first texts without a partner, with the one of the others that has most of a clause of it,
    which the partners of that one have not.
    """
    mine, others = texts
    alone = [j for j, text in enumerate(mine) if text.kind in SPEAK and not partners[0].get(j)]
    holders: dict[str, list[int]] = defaultdict(list)
    for k, its in partners[1].items() if alone else ():
        for pair in said[1][k].difference(*(said[0][j] for j in its)):
            holders[pair].append(k)
    for j in alone:
        for n, clause in enumerate(clauses(mine[j].text)):
            pairs = frozenset(word for word in features(clause) if " " in word)
            if len(pairs) < _PAIRS:
                continue
            k, share = most_of(alike, pairs, holders)
            if share < (_ANYWHERE if n else _OPENING) or others[k].kind != mine[j].kind:
                continue
            if len(set(content(without_names(clause)))) >= _SAYS[is_chinese(clause)]:
                yield j, k
                break
