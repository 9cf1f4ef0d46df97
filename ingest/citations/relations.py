"""What a citing sentence does to the document it cites: recalls it, extends it, acts under it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import cast

from mandex.corpus.model import Relation
from mandex.ingest.citations.grammar import Grammar
from mandex.ingest.citations.mentions import Mention

# Acts that change the cited document govern the whole clause; all others only what follows them next.
_STRONG = frozenset({"terminates", "extends", "amends", "establishes"})


def relate(text: str, mentions: Sequence[Mention], grammar: Grammar) -> Iterator[Relation]:
    """The relation of each mention of a paragraph, from the verb that governs its list."""
    stops = [0, *(match.end() for match in grammar.stop.finditer(text))]
    known: dict[int, Relation] = {}
    for mention in mentions:
        if mention.head not in known:
            begin = stops[bisect_right(stops, mention.head) - 1]
            cues = [match.lastgroup for match in grammar.cues.finditer(text, begin, mention.head)]
            known[mention.head] = _governing(cast("list[Relation]", cues))
        yield known[mention.head]


def _governing(cues: Sequence[Relation]) -> Relation:
    """Of the cues before a citation in its sentence, the last that changes it, else the last."""
    strong = [cue for cue in cues if cue in _STRONG]
    return strong[-1] if strong else cues[-1] if cues else "mentions"
