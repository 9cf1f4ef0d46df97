"""A stem whose points went on under another, and a paragraph that takes up the one that it cites.

*Requests the Special Representative and UNAMI to: (a) …* became *Notes the request of the Government of
Iraq, and requests the Secretary-General to: (a) …* (2732 (2024) OP6): the points tell that the stems go
together.
*Recalls paragraph 4 of resolution 2676 (2023), …, and expresses its intention to review these measures
further* (2725 (2024) OP5) says itself what it goes back to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from mandex.corpus.model import Paragraph

_HALF = 0.5  # of the points of the stem that has fewer


def of_their_points(
    old: Sequence[Paragraph], new: Sequence[Paragraph], found: Set[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Old and new stems without a pair of which the points are pairs, at least two and half of the fewer."""
    ours, theirs = (_stems(side) for side in (old, new))
    gone, taken = ({pair[side] for pair in found} for side in (0, 1))
    points = Counter(ours.values()), Counter(theirs.values())
    shared = Counter((ours[i], theirs[j]) for i, j in found if i in ours and j in theirs)
    for (stem, other), count in shared.most_common():
        least = max(2, _HALF * min(points[0][stem], points[1][other]))
        if stem not in gone and other not in taken and count >= least:
            gone.add(stem)
            taken.add(other)
            yield stem, other


def _stems(paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """For each point the place of the paragraph under which it stands."""
    at: dict[str, int] = {}
    out: dict[int, int] = {}
    for k, paragraph in enumerate(paragraphs):
        if paragraph.kind != "operative" or not paragraph.label:
            continue
        above, _, point = paragraph.label.rpartition("(")
        if point and above in at:
            out[k] = at[above]
        at[paragraph.label] = k
    return out


def of_the_one_cited(
    number: int | None, old: Sequence[Paragraph], new: Sequence[Paragraph], found: Set[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Old and new operative paragraph without a pair, where the new one begins by recalling the old one:
    `number` is that of the old text.
    """
    if not number:
        return
    cites = re.compile(
        rf"\W*(?:Recalls?|Recalling|回顾).{{0,20}}?(?:\bparagraph\s(?P<en>\d{{1,3}})\sof\s(?:its\s)?resolution\s{number}\s?\(|第{number}\s?\(\d{{4}}\)号决议第(?P<zh>\d{{1,3}})段)"
    )
    at = {p.label: i for i, p in enumerate(old) if p.kind == "operative"}
    gone, taken = ({pair[side] for pair in found} for side in (0, 1))
    for j, paragraph in enumerate(new):
        if paragraph.kind != "operative" or j in taken:
            continue
        match = cites.match(paragraph.text)
        i = at.get(match["en"] or match["zh"]) if match else None
        if i is not None and i not in gone:
            gone.add(i)
            yield i, j
