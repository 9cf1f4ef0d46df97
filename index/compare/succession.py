"""What stands in the new wording in the place of what: a date for a date, a symbol for a symbol.

The edits between the two wordings decide: *until 10 [January -> July] 2023* is one date that became another,
though the new one stood elsewhere in the old text as well.
"""

from __future__ import annotations

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
    for i, item in enumerate(old):
        shares = (
            (_shared(item, other, kept), -j)
            for j, other in enumerate(new)
            if j not in pairs.values() and _may_follow(item.role, other.role, alike=False)
        )
        share, at = max(shares, default=(0, 0))
        if share:
            pairs[i] = -at
    for (a, b), (c, d) in hunks:
        gone = [i for i, item in enumerate(old) if i not in pairs and a <= item.start and item.end <= b]
        came = [
            j for j, item in enumerate(new) if j not in pairs.values() and c <= item.start and item.end <= d
        ]
        taken = places_taken([old[i] for i in gone], [new[j] for j in came])
        pairs |= {gone[i]: came[j] for i, j in taken.items()}
    yield from ((item, new[pairs[i]] if i in pairs else None) for i, item in enumerate(old))
    yield from ((None, item) for j, item in enumerate(new) if j not in pairs.values())


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


def _shared(item: Item, other: Item, kept: Sequence[tuple[int, int, int]]) -> int:
    """How many characters of an item are kept in the other."""
    total = 0
    for i, j, size in kept:
        first = max(item.start - i, other.start - j, 0)
        last = min(item.end - i, other.end - j, size)
        total += max(0, last - first)
    return total
