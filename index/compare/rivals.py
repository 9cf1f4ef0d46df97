"""Pairs that owe their likeness to names, where a neighbour says the same thing without them.

*Having considered the request of the Permanent Representative of Angola* beside *Having heard the statement
of the Permanent Representative of Angola*: the statement goes on as the statement.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from mandex.corpus import lexicon
from mandex.corpus.fold import is_chinese
from mandex.corpus.model import Paragraph
from mandex.index.compare.likeness import Likeness, features
from mandex.index.compare.parts import SPEAK
from mandex.index.compare.sides import plain

_SURE = 0.85  # likeness of a pair that has no rivals
_LEAST = 0.25  # likeness without names of a rival
_MORE = 0.08  # than the pair has
_NEAR = 3  # paragraphs
_CAPITALS = re.compile(r"(?<=[^.])\b[A-Z][\w’'-]*")


def without_rivals(
    alike: Likeness, old: Sequence[Paragraph], new: Sequence[Paragraph],
    scores: Mapping[tuple[int, int], float], found: Mapping[int, int],
) -> dict[int, int]:  # fmt: skip
    """The pairs; in the place of one of the two paragraphs a neighbour that has none, where that is more like
    the other, names left out.
    """
    said = cache(lambda side, k: features(without_names((old, new)[side][k].text)))

    def likeness(i: int, j: int) -> float:
        one, other = said(0, i), said(1, j)
        total = alike.total(one) + alike.total(other)
        return 2 * alike.total(one & other) / total if total else 0.0

    out = dict(found)
    for i, j in sorted(found.items()):
        if scores.get((i, j), 1.0) >= _SURE or old[i].kind not in SPEAK:
            continue
        rivals = [
            *((k, j) for k in _free(i, old, out.keys().__contains__)),
            *((i, k) for k in _free(j, new, frozenset(out.values()).__contains__)),
        ]
        rivals = [(a, b) for a, b in rivals if old[a].kind == new[b].kind]
        most, pair = max(((likeness(*rival), rival) for rival in rivals), default=(0.0, (i, j)))
        if most >= max(_LEAST, likeness(i, j) + _MORE):
            del out[i]
            out[pair[0]] = pair[1]
    return out


def _free(at: int, texts: Sequence[Paragraph], taken: Callable[[object], bool]) -> Iterator[int]:
    """The places around one that have no pair."""
    return (k for k in range(max(0, at - _NEAR), min(len(texts), at + _NEAR + 1)) if not taken(k))


def without_names(text: str) -> str:
    """A text without the actors and countries that it names, and without other English names."""
    said = list(plain(text))
    for name in (*lexicon.match_actors("".join(said)), *lexicon.match_countries("".join(said))):
        said[name.start : name.end] = " " * (name.end - name.start)
    bare = "".join(said)
    return bare if is_chinese(bare) else _CAPITALS.sub(" ", bare)
