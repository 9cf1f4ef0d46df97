"""Values that took each other's place in two parts of what was split or merged: *decides … until 30 June, and
requests a report by 15 June* became a paragraph on the one and one on the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from mandex.index.compare.alignment import Pair
from mandex.index.compare.sides import Change

_VALUES = ("date", "number")


def across_parts(pairs: Sequence[Pair], found: Sequence[Sequence[Change]]) -> list[list[Change]]:
    """The changes of each pair; a value that fell out of one part where one alone of its kind came in with
    another stands there as its older side.
    """
    out = [list(changes) for changes in found]
    parts: dict[tuple[bool, int], list[int]] = defaultdict(list)
    for k, pair in enumerate(pairs):
        if pair.old is not None and pair.new is not None:
            parts[True, pair.old].append(k)
            parts[False, pair.new].append(k)
    for group in parts.values():
        for what in _VALUES if len(group) > 1 else ():
            gone = _alone(out, group, what, came=False)
            came = _alone(out, group, what, came=True)
            if len(gone) == len(came) == 1 and gone[0][0] != came[0][0]:
                (k, dropped), (m, added) = gone[0], came[0]
                out[k].remove(dropped)
                out[m][out[m].index(added)] = Change(added.what, dropped.old, added.new)
    return out


def _alone(
    found: Sequence[Sequence[Change]], group: Iterable[int], what: str, *, came: bool
) -> list[tuple[int, Change]]:
    """What came in or fell out alone in the parts, with the part."""
    return [
        (k, change)
        for k in group
        for change in found[k]
        if change.what == what and not (change.old if came else change.new)
    ]
