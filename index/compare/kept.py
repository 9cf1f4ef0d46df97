"""Paragraphs of the old text that the new one keeps in force by their numbers.

A resolution that only rolls another over does not print it again: *decides to extend the measures
in paragraphs 2 and 4 of resolution 2745 (2024) until 31 July 2026, and reaffirms paragraphs 1 and 7 to 12*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mandex.corpus.model import Citation, Document, Mandate, Paragraph
from mandex.corpus.pinpoints import split_pinpoints
from mandex.index.compare.quantities import dates
from mandex.index.compare.sides import Change
from mandex.index.life.step import above, label_of

_YEAR, _DAY = 4, 10  # characters of a day
_KEEPING = frozenset({"extends", "reaffirms"})


class Kept:
    """What one text keeps of another by its numbers."""

    def __init__(self, old: Document, new: Document) -> None:
        self._old = old
        self._new = new
        operative = {p.seq for p in new.paragraphs if p.kind == "operative"}
        self._by: dict[str, Citation] = {}
        for one in new.citations:
            if one.target == old.symbol and one.relation in _KEEPING and one.seq in operative:
                for label in split_pinpoints(one.pinpoint):
                    self._by.setdefault(label, one)

    def by(self, paragraph: Paragraph) -> Citation | None:
        """Where the new text keeps an operative paragraph of the old one, or that under which it hangs."""
        if paragraph.kind != "operative":
            return None
        label = label_of(paragraph.pinpoint)
        while label and label not in self._by:
            label = above(label)
        return self._by.get(label)

    def changes(self, paragraph: Paragraph, by: Citation) -> list[Change]:
        """The end that the old paragraph set, and the one that the new text sets for it."""
        old = _ends(m for m in self._old.mandates if m.seq == paragraph.seq)
        new = _ends(m for m in self._new.mandates if m.seq == by.seq and m.at.start <= by.at.start < m.at.end)
        if by.relation == "extends" and len(old) == len(new) == 1 and old != new:
            return [Change("date", old[0], new[0])]
        return list(self._brought_forward(paragraph, by.seq))

    def _brought_forward(self, paragraph: Paragraph, seq: int) -> Iterator[Change]:
        """The other days of what is kept that the paragraph that keeps it sets anew in another year: *the
        dates of the midterm and final reports should be updated to 31 January 2026 and 15 June 2026*.
        """
        text = next(p.text for p in self._new.paragraphs if p.seq == seq)
        later = {day.value[_YEAR:]: day.value for day in dates(text) if len(day.value) == _DAY}
        for day in dates(paragraph.text):
            if day.value < later.get(day.value[_YEAR:], ""):
                yield Change("date", day.value, later[day.value[_YEAR:]])


def _ends(mandates: Iterator[Mandate]) -> Sequence[str]:
    """The days on which demands expire, each once."""
    return sorted({one.date for m in mandates for one in m.dates if one.role == "expires" and one.date})
