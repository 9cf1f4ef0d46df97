"""The same obligation in several resolutions: one is kept, the others are named beside it.

What is asked for one country is not what is asked for another, though in the same words: whom a travel ban is
on differs, and each has its own end. On themes (terrorism, civilians) all resolutions speak of the same.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Literal

from mandex.corpus import lexicon
from mandex.index.compare.likeness import features
from mandex.index.compare.requirement import Requirement

Keep = Literal["first", "strongest", "latest", "all"]
# Share of words and word pairs in common. *Afford one another the greatest measure of assistance …* with a
# clause more is the same obligation; *prevent the movement of terrorists* with other means is not.
_SAME = 0.66
# Of what the later one says, so much stands in the earlier: *… in order to finance the travel of individuals*
# is another offence than *… in order to carry out terrorist acts*, however long the words before are.
_WITHIN = 0.6
_CANDIDATES = 12  # those that share most are looked at
_COMMON = 40  # a feature of more obligations than this tells nothing of which are the same


def fold(
    rows: Sequence[Requirement], keep: Keep, others: Sequence[Requirement], situations: Mapping[str, str]
) -> list[Requirement]:
    """The rows with those that repeat one another folded under the first, strongest or latest of them; with
    `all`, every row stays and names the others. `others` are rows of other documents, which are named too;
    `situations` tell by symbol what situation a resolution is on, nothing where it is on a theme.
    """
    all_ = [*rows, *others]
    out: list[tuple[int, Requirement]] = []
    for group in _groups(all_, situations):
        own = [i for i in group if i < len(rows)]
        for i in own if keep == "all" or not own else [_chosen(rows, own, keep)]:
            beside = sorted((all_[j] for j in group if all_[j].place != rows[i].place), key=_order)
            out.append((i, _with(rows[i], beside)))
    return [row for _, row in sorted(out, key=lambda pair: pair[0])]


def _order(row: Requirement) -> tuple[str, str, int]:
    return row.adopted, row.doc, row.seq


def _with(row: Requirement, beside: Sequence[Requirement]) -> Requirement:
    """The row with the places where it stands again, and those where it was made stronger later."""
    force = lexicon.FORCES.index
    stronger = (one for one in beside if one.adopted > row.adopted and force(one.force) < force(row.force))
    return replace(
        row,
        repeats=tuple(dict.fromkeys(one.place for one in beside)),
        strengthened=tuple(dict.fromkeys(one.place for one in stronger)),
    )


def _chosen(rows: Sequence[Requirement], group: Sequence[int], keep: Keep) -> int:
    if keep == "strongest":
        return min(group, key=lambda i: (lexicon.FORCES.index(rows[i].force), rows[i].adopted, i))
    return group[-1] if keep == "latest" else group[0]


def _groups(rows: Sequence[Requirement], situations: Mapping[str, str]) -> list[list[int]]:
    """Places of rows that say the same, in order; each row in one group, of one language and situation."""
    said = [features(row.obligation) for row in rows]
    on: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    groups: list[list[int]] = []
    group_of: dict[int, int] = {}
    for i, found in enumerate(said):
        postings = on[situations.get(rows[i].doc, "")]
        rare = (those for feature in found if len(those := postings[feature]) <= _COMMON)
        shared = Counter(chain.from_iterable(rare))
        likely = sorted((-many, j) for j, many in shared.items())[:_CANDIDATES]
        twin = next((j for j in sorted(j for _, j in likely) if _same(rows, said, j, i)), None)
        if twin is None:
            group_of[i] = len(groups)
            groups.append([i])
        else:
            group_of[i] = group_of[twin]
            groups[group_of[twin]].append(i)
        for feature in found:
            postings[feature].append(i)
    return groups


# *support these efforts*: what is meant stands before it.
_POINTS_BACK = re.compile(r"(?:[\w’-]+\s){1,3}(?:these|those|such|this|that|their|its)(?:\s[\w’-]+){1,2}")


def _same(rows: Sequence[Requirement], said: Sequence[frozenset[str]], j: int, i: int) -> bool:
    if rows[j].lang != rows[i].lang or rows[j].doc == rows[i].doc:
        return False
    if _POINTS_BACK.fullmatch(rows[i].obligation):
        return False
    both = len(said[j] & said[i])
    if 2 * both < _SAME * (len(said[j]) + len(said[i])) or both < _WITHIN * len(said[i]):
        return False
    return both == len(said[i]) or _matters(rows[i].obligation) <= _matters(rows[j].obligation)


def _matters(obligation: str) -> set[str]:
    """What an obligation is about by its own words: an offence *of trafficking in persons* is another."""
    return {topic.id for topic in lexicon.match_topics(obligation)}
