"""What a citing sentence does to the document it cites: recalls it, extends it, acts under it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import cast, get_args

from mandex.corpus.model import Relation
from mandex.ingest.citations.grammar import Grammar
from mandex.ingest.citations.mentions import Mention

# Done to a document only by a decision; in other sentences the same words speak of something else.
_DECISIONS = frozenset({"terminates", "extends", "amends", "establishes"})
# Each of these begins a new act of the Council, which is over for what came before.
_ACTS = frozenset({"recalls", "reaffirms", "welcomes", "mentions", "decides", "other"})
_RELATIONS = frozenset(get_args(Relation))
# A verb this near to the beginning of a sentence leads it: *Extends the mandate …*.
_LEAD = 3
# How far before its list a governing verb may stand.
_FAR = 400


def relate(text: str, mentions: Sequence[Mention], grammar: Grammar) -> Iterator[Relation]:
    """The relation of each mention of a paragraph, from the verb that governs its list."""
    stops = [0, *(match.end() for match in grammar.stop.finditer(text)), len(text)]
    ends = {mention.head: mention.end for mention in mentions}
    known: dict[int, Relation] = {}
    for mention in mentions:
        head = mention.head
        if head not in known:
            sentence = bisect_right(stops, head, hi=len(stops) - 1) - 1
            begin, stop = max(stops[sentence], head - _FAR), max(stops[sentence + 1], ends[head])
            known[head] = _relation(text, begin, head, ends[head], stop, grammar)
        yield known[head]


def _relation(text: str, begin: int, head: int, end: int, stop: int, grammar: Grammar) -> Relation:
    """The relation of a list at `head` .. `end` of the sentence `begin` .. `stop`."""
    deciding, decision, last = False, "", ""
    for start, cue in grammar.cues.find(text, begin, head):
        if cue in _ACTS:
            deciding, decision, last = cue == "decides", "", cue
        elif cue not in _DECISIONS:
            last = cue
        elif not decision and (deciding or start - begin < _LEAD):
            decision = cue
    if deciding and not decision:
        # the measures of resolution 1267 shall expire; 决定将第1373(2001)号决议规定的任务延长至
        later = grammar.later.search(text, end, stop)
        decision = later.lastgroup or "" if later else ""
    under = grammar.under.match(text, end) if grammar.under else None
    if under:
        last = "implements" if under["implements"] else "pursuant"
    found = decision or last
    return cast("Relation", found) if found in _RELATIONS else "mentions"


