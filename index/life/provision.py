"""The demands of a resolution, as steps are read from them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from functools import lru_cache

from mandex.corpus.records import dataclass
from mandex.index.life.step import label_of

OPENING = 220
"""Folded characters of a clause that say what it does."""


@dataclass(frozen=True, slots=True)
class Provision:
    """A demand, with all that tells whether it is a step; `start` and `end` are its place in `text`."""

    id: int
    seq: int
    start: int
    end: int
    lemma: str
    force: str
    topics: tuple[str, ...]
    paragraph: int
    label: str
    text: str

    @property
    def words(self) -> str:
        """Its own words, of those of its paragraph."""
        return self.text[self.start : self.end]


def provisions(db: sqlite3.Connection, doc: int) -> Iterator[Provision]:
    """The demands of a document's operative paragraphs, in reading order."""
    rows = db.execute(
        "SELECT m.id, m.seq, m.at_start, m.at_end, m.lemma, m.force, m.topics, p.id, p.pinpoint, p.text"
        " FROM mandates AS m JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
        " WHERE m.doc = ? AND p.kind = 'operative' ORDER BY m.seq, m.id",
        (doc,),
    )
    for id_, seq, start, end, lemma, force, topics, paragraph, pinpoint, text in rows:
        label = label_of(pinpoint)
        yield Provision(id_, seq, start, end, lemma, force, _named(topics), paragraph, label, text)


@lru_cache(maxsize=1 << 10)  # few lists are met, again and again
def _named(topics: str) -> tuple[str, ...]:
    return tuple(json.loads(topics))
