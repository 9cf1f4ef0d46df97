"""What stands in the new wording in the place of what: a date for a date, a symbol for a symbol.

The edits between the two wordings decide: *until 10 [January -> July] 2023* is one date that became another,
though the new one stood elsewhere in the old text as well.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from mandex.corpus.records import dataclass
from mandex.index.compare.words import Edit


@dataclass(frozen=True, slots=True)
class Item:
    """A value at `start` .. `end` of a text."""

    value: str
    start: int
    end: int
    role: str = ""  # of a date: the `END` of a term, the day of a `PAPER`


END, PAPER = "end", "paper"


def places_taken(gone: Sequence[Item], came: Sequence[Item]) -> dict[int, int]:
    """Which of those that came took the place of which, in order: first those of one role; the end of a term
    never becomes the day of a letter.
    """
    pairs: dict[int, int] = {}
    for alike in (True, False):
        for i, one in enumerate(gone):
            if i in pairs:
                continue
            free = (j for j in range(len(came)) if j not in pairs.values())
            fits = (j for j in free if _may_follow(one.role, came[j].role, alike=alike))
            if (found := next(fits, None)) is not None:
                pairs[i] = found
    return pairs


def _may_follow(one: str, other: str, *, alike: bool) -> bool:
    return one == other if alike else {one, other} != {END, PAPER}


def successions(
    old: Sequence[Item], new: Sequence[Item], edits: Sequence[Edit]
) -> Iterator[tuple[Item | None, Item | None]]:
    """Each item with what took its place: by the words that it keeps, else by the words it was exchanged
    for; alone where nothing did.
    """
    kept, hunks = _places(edits)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    came_from = _Kept(kept, new)
    for i, item in enumerate(old):
        shares = (
            (share, -j)
            for j, share in came_from.shared(item).items()
            if j not in taken and _may_follow(item.role, new[j].role, alike=False)
        )
        share, at = max(shares, default=(0, 0))
        if share:
            pairs[i] = -at
            taken.add(-at)
    gone, came = _Places(old), _Places(new)
    for (a, b), (c, d) in hunks:
        out = [i for i in gone.within(a, b) if i not in pairs]
        in_ = [j for j in came.within(c, d) if j not in taken]
        found = places_taken([old[i] for i in out], [new[j] for j in in_])
        pairs |= {out[i]: in_[j] for i, j in found.items()}
        taken |= {in_[j] for j in found.values()}
    yield from ((item, new[pairs[i]] if i in pairs else None) for i, item in enumerate(old))
    yield from ((None, item) for j, item in enumerate(new) if j not in taken)


class _Places:
    """Items by where they stand, to be asked without a walk through all: lists cite hundreds."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._order = sorted(range(len(items)), key=lambda k: items[k].start)
        self._starts = [items[k].start for k in self._order]
        self._longest = max((item.end - item.start for item in items), default=0)

    def over(self, start: int, end: int) -> Iterator[int]:
        """Those that reach into a stretch."""
        first = bisect_right(self._starts, start - self._longest)
        for k in self._order[first : bisect_left(self._starts, end)]:
            if self._items[k].end > start:
                yield k

    def within(self, start: int, end: int) -> list[int]:
        """Those that stand in a stretch, in the order of the items."""
        found = self._order[bisect_left(self._starts, start) : bisect_right(self._starts, end)]
        return sorted(k for k in found if self._items[k].end <= end)


class _Kept:
    """The stretches kept, to ask what of an item of the old text stands in those of the new one."""

    def __init__(self, kept: Sequence[tuple[int, int, int]], new: Sequence[Item]) -> None:
        self._kept = kept
        self._ends = [i + size for i, _, size in kept]
        self._new = new
        self._places = _Places(new)

    def shared(self, item: Item) -> dict[int, int]:
        """How many characters of the item are kept in each of the new ones that has any."""
        found: dict[int, int] = defaultdict(int)
        for k in range(bisect_right(self._ends, item.start), len(self._kept)):
            i, j, size = self._kept[k]
            if i >= item.end:
                break
            first, last = max(item.start - i, 0) + j, min(item.end - i, size) + j
            for at in self._places.over(first, last):
                found[at] += min(self._new[at].end, last) - max(self._new[at].start, first)
        return found


Span = tuple[int, int]


def _places(edits: Sequence[Edit]) -> tuple[list[tuple[int, int, int]], list[tuple[Span, Span]]]:
    """Where kept stretches begin in both texts, with their lengths; and the stretches exchanged."""
    kept, hunks = [], []
    i = j = 0
    at = (0, 0)
    for edit in edits:
        size = len(edit.text)
        if edit.operation == "keep":
            if (i, j) != at:
                hunks.append(((at[0], i), (at[1], j)))
            kept.append((i, j, size))
            i, j = i + size, j + size
            at = i, j
        elif edit.operation == "drop":
            i += size
        else:
            j += size
    if (i, j) != at:
        hunks.append(((at[0], i), (at[1], j)))
    return kept, hunks
