"""What of a pair's edits is one of the whole, where a paragraph was split or merged.

Of a new paragraph made of two old ones, what either of them has did not come in, and of an old one that
became two, what either of them has did not fall out: *Reaffirms its resolutions[ and recalls the importance
of a settlement based on a bicommunal federation]* beside the old paragraph that spoke of that federation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from mandex.corpus.fold import is_chinese
from mandex.index.compare.alignment import Pair
from mandex.index.compare.words import Edit

Range = tuple[int, int]

_KEPT = {True: 8, False: 24}  # characters kept in one piece, in Chinese and otherwise: less is a formula


def of_the_whole(pairs: Sequence[Pair], edits: Sequence[tuple[Edit, ...]]) -> list[tuple[Edit, ...]]:
    """The edits of each pair, those of split and merged paragraphs without what stands in another part."""
    kept_of_old: dict[int, list[tuple[int, Range]]] = defaultdict(list)
    kept_of_new: dict[int, list[tuple[int, Range]]] = defaultdict(list)
    for k, pair in enumerate(pairs):
        if pair.old is not None and pair.new is not None:
            for one, other in _kept(edits[k]):
                kept_of_old[pair.old].append((k, one))
                kept_of_new[pair.new].append((k, other))
    out = []
    for k, pair in enumerate(pairs):
        old = _joined(r for of, r in kept_of_old[pair.old] if of != k) if pair.old is not None else []
        new = _joined(r for of, r in kept_of_new[pair.new] if of != k) if pair.new is not None else []
        out.append(tuple(_without(edits[k], old, new)) if old or new else edits[k])
    return out


def _kept(edits: Sequence[Edit]) -> Iterator[tuple[Range, Range]]:
    """Where in the old and in the new text what is kept in one piece stands."""
    i = j = 0
    for edit in edits:
        size = len(edit.text)
        if edit.operation == "keep" and len(edit.text.strip()) >= _KEPT[is_chinese(edit.text)]:
            yield (i, i + size), (j, j + size)
        i += size if edit.operation != "add" else 0
        j += size if edit.operation != "drop" else 0


def _joined(ranges: Iterator[Range]) -> list[Range]:
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
        marks = sorted({0, size, *(m - start for m in chain(*ranges) if start < m < start + size)})
        for a, b in pairwise(marks):
            inside = b - a >= _KEPT[is_chinese(edit.text)] and any(
                first <= start + a and start + b <= last for first, last in ranges
            )
            yield Edit("keep" if inside else edit.operation, edit.text[a:b])
        at[edit.operation] = start + size
