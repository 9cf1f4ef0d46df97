"""What of a pair's edits is one of the whole, where a paragraph was split or merged.

Of a new paragraph made of two old ones, what either of them has did not come in, and of an old one that
became two, what either of them has did not fall out: *Reaffirms its resolutions[ and recalls the importance
of a settlement based on a bicommunal federation]* beside the old paragraph that spoke of that federation.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from mandex.corpus.fold import is_chinese
from mandex.index.compare.alignment import Pair
from mandex.index.compare.words import Edit

Range = tuple[int, int]

_KEPT = {True: 8, False: 24}  # characters kept in one piece, in Chinese and otherwise: less is a formula


def of_the_whole(pairs: Sequence[Pair], edits: Sequence[tuple[Edit, ...]]) -> list[tuple[Edit, ...]]:
    """The edits of each pair, those of split and merged paragraphs without what stands in another part."""
    kept_of_old: dict[int, list[Range]] = defaultdict(list)
    kept_of_new: dict[int, list[Range]] = defaultdict(list)
    for pair, found in zip(pairs, edits, strict=True):
        if pair.old is not None and pair.new is not None:
            for one, other in _kept(found):
                kept_of_old[pair.old].append(one)
                kept_of_new[pair.new].append(other)
    # What a pair itself keeps is never among what it drops or adds.
    old, new = ({k: _joined(found) for k, found in side.items()} for side in (kept_of_old, kept_of_new))
    shared = [Counter(found) for found in ((p.old for p in pairs), (p.new for p in pairs))]
    return [
        tuple(_without(found, old.get(pair.old, []), new.get(pair.new, [])))
        if pair.old is not None
        and pair.new is not None
        and (shared[0][pair.old] > 1 or shared[1][pair.new] > 1)
        else found
        for pair, found in zip(pairs, edits, strict=True)
    ]


def _kept(edits: Sequence[Edit]) -> Iterator[tuple[Range, Range]]:
    """Where in the old and in the new text what is kept in one piece stands."""
    i = j = 0
    for edit in edits:
        size = len(edit.text)
        if edit.operation == "keep" and len(edit.text.strip()) >= _KEPT[is_chinese(edit.text)]:
            yield (i, i + size), (j, j + size)
        i += size if edit.operation != "add" else 0
        j += size if edit.operation != "drop" else 0


def _joined(ranges: Iterable[Range]) -> list[Range]:
    out: list[Range] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return out


def _without(edits: Sequence[Edit], old: Sequence[Range], new: Sequence[Range]) -> Iterator[Edit]:
    """The edits, with what is dropped but kept in `old`, and added but kept in `new`, taken as kept."""
    at = {"drop": 0, "add": 0}
    for edit in edits:
        size = len(edit.text)
        if edit.operation == "keep":
            yield edit
            at = {side: start + size for side, start in at.items()}
            continue
        start = at[edit.operation]
        ranges = old if edit.operation == "drop" else new
        found = _over(ranges, start, start + size)
        marks = sorted({0, size, *(m - start for m in chain(*found) if start < m < start + size)})
        for a, b in pairwise(marks):
            inside = b - a >= _KEPT[is_chinese(edit.text)] and bool(_over(found, start + a, start + b))
            yield Edit("keep" if inside else edit.operation, edit.text[a:b])
        at[edit.operation] = start + size


def _over(ranges: Sequence[Range], start: int, end: int) -> Sequence[Range]:
    """Those of the ranges, which are in order and apart, that reach into a stretch."""
    first = bisect_right(ranges, start, key=lambda one: one[1])
    return ranges[first : bisect_left(ranges, end, key=lambda one: one[0])]
