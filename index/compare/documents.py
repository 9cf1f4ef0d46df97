"""A recital that speaks of one document, and the recital that speaks of it now.

*Recalling also the statement made by the President on 8 December 1978 (S/12958)* became the end of the list
of resolutions before it: its words are those of every such recital, but no other names that document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from mandex.corpus.model import Paragraph

# S/12958, S/2000/601, S/PRST/2002/7.
_DOCUMENT = re.compile(r"(?<![\w/])S/(?:PRST/)?(?:\d{4}/\d{1,4}|\d{3,5})(?![\d/])")


def of_one_document(
    old: Sequence[Paragraph], new: Sequence[Paragraph], pairs: Set[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Old and new recital that name one document which what became of the one does not name, nor what the
    other came from; the old one names no other, or has no other pair and the new one names no other.
    """
    before, after = (
        [frozenset(_DOCUMENT.findall(p.text)) if p.is_recital else frozenset() for p in side]
        for side in (old, new)
    )
    going = {i for i, _ in pairs}
    became: dict[int, set[str]] = defaultdict(set)
    came_from: dict[int, set[str]] = defaultdict(set)
    for i, j in pairs:
        became[i] |= after[j]
        came_from[j] |= before[i]
    naming: dict[str, list[int]] = defaultdict(list)
    for j, named in enumerate(after):
        for document in named - came_from[j]:
            naming[document].append(j)
    for i, named in enumerate(before):
        for document in sorted(named - became[i]):
            for j in naming[document] if len(naming[document]) == 1 else ():
                if len(named) == 1 or (i not in going and len(after[j]) == 1):
                    yield i, j
