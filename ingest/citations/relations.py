"""What a citing sentence does to the document it cites: recalls it, extends it, acts under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from mandex.corpus.model import Relation
from mandex.ingest.citations.grammar import Grammar
from mandex.ingest.citations.mentions import Mention

# Acts that change the cited document govern the whole clause; all others only what follows them next.
_STRONG = frozenset({"terminates", "extends", "amends", "establishes"})


@dataclass(frozen=True, slots=True)
class _Cue:
    end: int
    relation: Relation


def relate(text: str, mentions: Sequence[Mention], grammar: Grammar) -> Iterator[Relation]:
    """The relation of each mention of a paragraph, from the verb that governs its list."""
    cues = [_Cue(m.end(), cast(Relation, m.lastgroup)) for m in grammar.cues.finditer(text)]
    stops = [m.end() for m in grammar.stop.finditer(text)]
    for mention in mentions:
        yield _governing(cues, stops, mention)


def _governing(cues: Sequence[_Cue], stops: Sequence[int], mention: Mention) -> Relation:
    begin = max((stop for stop in stops if stop <= mention.head), default=0)
    near = [cue for cue in cues if begin < cue.end <= mention.head]
    for cue in reversed(near):
        if cue.relation in _STRONG:
            return cue.relation
    return near[-1].relation if near else "mentions"
