"""The words in which one document cites another.

A paragraph of a resolution is one sentence (*The Security Council, … Recalling …*), so a mention is quoted
with its whole paragraph; of a long one with what stands around the mention.
"""

from __future__ import annotations

from collections.abc import Iterable

from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.graph.edges import Edge
from mandex.index.graph.paragraphs import ends

_LONGEST = 700  # characters quoted whole
_AROUND = 300  # characters on either side of a mention in a longer paragraph

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Quote:
    """One mention: `place` in the citing document, `pinpoint` in the cited one, and its words in `text`."""

    place: str
    pinpoint: str
    text: str
    start: int
    end: int


def quotes(store: Store, edges: Iterable[Edge]) -> dict[Key, list[Quote]]:
    """The mentions behind each edge, by its two ends and its relation, in reading order.

    The ends may be documents or paragraphs.
    """
    found: dict[Key, list[Quote]] = {(edge.citing, edge.cited, edge.relation): [] for edge in edges}
    for citing, cited, relation, place, printed, start, end, text in store.connection.execute(
        "SELECT m.citing, m.cited, m.relation, m.place, m.pinpoint, m.at_start, m.at_end, p.text"
        " FROM placed AS m JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
        " WHERE m.cited IS NOT NULL ORDER BY m.id"
    ):
        for here, there, pinpoint in ((citing, cited, printed), *ends(citing, place, cited, printed)):
            asked = found.get((here, there, relation))
            if asked is not None:
                asked.append(Quote(place, pinpoint, *clip(text, start, end)))
    return found


def clip(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The words around `start` to `end`, cut between words, and where the mention stands in them."""
    if len(text) <= _LONGEST:
        return text, start, end
    left, right = max(start - _AROUND, 0), min(end + _AROUND, len(text))
    if left:
        left = text.find(" ", left, start) + 1 or left
    if right < len(text):
        right = max(text.rfind(" ", end, right), end) if " " in text[end:right] else right
    before, after = "… " if left else "", " …" if right < len(text) else ""
    moved = len(before) - left
    return before + text[left:right] + after, start + moved, end + moved
