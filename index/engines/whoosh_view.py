"""What a Whoosh index holds at one time: numbers of its entries, and where terms stand in them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from mandex.index.engines import Mark, Phrase


class View:
    """The index as it is at one time: what a reader sees, and the numbers of its entries."""

    def __init__(self, reader: Any) -> None:
        self.reader = reader
        self.ids: Sequence[int] = self._numbers("id")
        self.columns: Sequence[int] = self._numbers("column")
        self.sizes: Sequence[int] = self._numbers("size")
        self.held = sum(1 for id_ in self.ids if id_)
        self.average = sum(self.sizes) / (self.held or 1)

    def _numbers(self, name: str) -> list[int]:
        if not self.reader.doc_count_all():
            return []
        found = self.reader.column_reader(name, translate=True)
        return [0 if self.reader.is_deleted(i) else number for i, number in enumerate(found)]

    @cached_property
    def versions(self) -> dict[int, str]:
        """The version held of each document."""
        stored = self.reader.all_stored_fields()
        return {int(entry["held"]): str(entry["version"]) for entry in stored if "held" in entry}

    def postings(self, field: str, term: str) -> dict[int, list[int]]:
        """By entry number, the places of a term; for marks an empty list."""
        if (field, term) not in self.reader:
            return {}
        matcher = self.reader.postings(field, term)
        out = {}
        while matcher.is_active():
            out[matcher.id()] = matcher.value_as("positions") if field == "text" else []
            matcher.next()
        return out

    def found(self, leaf: Phrase | Mark) -> dict[int, int]:
        """By entry number, how often a phrase or a mark stands there."""
        if isinstance(leaf, Mark):
            return dict.fromkeys(self.postings("marks", leaf.name), 1)
        *whole, last = leaf.terms
        ends = [self.postings("text", last)]
        if leaf.prefix:
            ends = [self.postings("text", term.decode()) for term in self.reader.expand_prefix("text", last)]
        starts = [self.postings("text", term) for term in whole]
        out: dict[int, int] = {}
        for ending in ends:
            common = set(ending).intersection(*starts)
            for number in common:
                places = set(ending[number])
                for back, start in enumerate(reversed(starts), 1):
                    places &= {place + back for place in start[number]}
                if places:
                    out[number] = out.get(number, 0) + len(places)
        return out
