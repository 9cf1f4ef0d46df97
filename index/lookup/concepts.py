"""The things that a question speaks of, each with all its wordings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mandex.corpus.fold import fold
from mandex.corpus.records import dataclass
from mandex.index.lookup.vocabulary import Entry, Kind

# Entries so broad that naming them tells nothing: almost every paragraph addresses States or the Council.
_BROAD = frozenset({
    "all-states", "member-states", "states", "states-concerned", "international-community",
    "security-council", "united-nations-system", "parties", "national-authorities", "committee",
    "secretariat", "regional-organizations", "international-organizations", "remain-seized",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing the question speaks of: as `said`, and all its `wordings` (folded).

    `id` is its entry in the lexicon, if it has one; `topic` the topic of measures that it belongs to;
    `numbers` are the resolutions known by that name, or named themselves, and `first` the one of them that is
    meant first of all (0: none).
    """

    kind: Kind
    said: str
    wordings: tuple[str, ...]
    id: str = ""
    topic: str = ""
    numbers: frozenset[int] = frozenset()
    first: int = 0


def concepts(said: str, entries: Iterable[Entry], topic: str = "") -> Iterator[Concept]:
    """One concept of all the entries that share a wording: the first names it, a topic only classes it."""
    entries = list(entries)
    classes = (entry.id if entry.kind == "topic" else entry.topic for entry in entries)
    topic = next(filter(None, classes), topic)
    names = [entry for entry in entries if entry.kind not in ("topic", "word")]
    names = names or [entry for entry in entries if entry.kind == "word"]
    if not names:
        if topic not in _BROAD:
            yield Concept("topic", said, (said,), "", topic)
        return
    if any(entry.id in _BROAD for entry in names):
        return
    wordings = dict.fromkeys([said, *(fold(wording) for entry in names for wording in entry.wordings)])
    numbers = [number for entry in names for number in entry.numbers]
    first = numbers[0] if numbers else 0
    yield Concept(names[0].kind, said, tuple(wordings), names[0].id, topic, frozenset(numbers), first)
