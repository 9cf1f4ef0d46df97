"""Whether the base has anything of an institution together with the place that it is asked for.

*Oil for food* is in a hundred paragraphs and Syria in a thousand, and no paragraph has both: however well
either is met, nothing answers *the oil-for-food programme for Syria*. What has both is counted over the whole
base, bynames of paragraphs too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence, Set
from functools import cache

from mandex.corpus import lexicon
from mandex.corpus.fold import fold
from mandex.corpus.store import Store
from mandex.index.engines import Engine
from mandex.index.lookup.never import is_institution, places_in
from mandex.index.lookup.scoring import Judgement
from mandex.index.lookup.traces import Shelf, Traces, cuts, phrases
from mandex.index.search.occasions import filed_under, known_by

_ABOUT = 0.15  # of the paragraphs of a document: one that speaks so often of a place is about it
_BY_CHANCE = 0.3  # paragraphs, at least, that would have both if neither had to do with the other


def never_together(
    store: Store, engine: Engine, shelf: Shelf, traces: Sequence[Traces], first: Judgement
) -> bool:
    """Whether an institution is asked for at a place, and nothing in the base has both; `first` is the first
    answer. Of a place below a country (*Tigray*) its own name counts, though its country answers for it. What
    a resolution named by number answers is not looked into.
    """
    if any(one.concept.kind == "resolution" and one.known for one in traces):
        return False
    places = places_in(traces)
    set_up = [number for number, one in enumerate(traces) if is_institution(one.concept)]
    asked = [traces[number] for number in set_up if number not in places]
    if not (places and asked):
        return False
    there = _There(shelf, [traces[number] for number in places])
    if any(there.has_nothing_of(one) for one in asked):
        return True
    below = [n for n in places if not _is_country(traces[n].concept.said) and not _is_said(n, traces, first)]
    return any(_apart(store, engine, shelf, traces[n].concept.said, asked) for n in below)


class _There:
    """What a base has of some places: paragraphs that name them, documents about them, bynames."""

    def __init__(self, shelf: Shelf, places: Sequence[Traces]) -> None:
        self._shelf = shelf
        self._said = frozenset[int]().union(*(one.said for one in places))
        self._filed = frozenset[tuple[int, str]]().union(*(one.filed for one in places))
        self._about = {
            doc
            for one in places
            for doc, times in one.documents.items()
            if times >= _ABOUT * shelf.sizes[doc]
        }

    def has_nothing_of(self, one: Traces) -> bool:
        """Whether nothing has it and the places, though some would by chance."""
        met = not self._said.isdisjoint(one.said) or not self._filed.isdisjoint(one.filed)
        if met or not one.said or not self._about.isdisjoint(one.documents):
            return False
        share = sum(self._shelf.sizes[doc] for doc in self._about) + sum(
            self._shelf.document(id_) not in self._about for id_ in self._said
        )
        return len(one.said) * share >= _BY_CHANCE * self._shelf.paragraphs


@cache
def _names_of_countries() -> frozenset[str]:
    return frozenset(
        fold(name) for one in lexicon.countries().values() for name in (*one.terms_en, *one.terms_zh)
    )


def _is_country(said: str) -> bool:
    return said in _names_of_countries()


def _is_said(number: int, traces: Sequence[Traces], first: Judgement) -> bool:
    """Whether the first answer demands something of a place, which is a name with wordings of its own."""
    return traces[number].concept.kind == "name" and first.met[number][1] == "demand"


def _apart(store: Store, engine: Engine, shelf: Shelf, place: str, asked: Iterable[Traces]) -> bool:
    """Whether no resolution that has a place, by this name, has one of what is asked for."""
    words = cuts([place])
    filed = filed_under(store.connection, words)
    numbers = known_by(store.connection, words) | {number for number, _ in filed}
    held = {shelf.document(id_) for id_ in engine.matching(phrases([place]))} | _held(store, numbers)
    numbers |= _numbers(store, held)
    return any(
        held.isdisjoint(one.documents) and numbers.isdisjoint(number for number, _ in one.filed)
        for one in asked
    )


def _held(store: Store, numbers: Set[int]) -> set[int]:
    """The documents of some resolutions."""
    sought = "SELECT id FROM documents WHERE number IN (SELECT value FROM json_each(?))"
    return {id_ for (id_,) in store.connection.execute(sought, (json.dumps(list(numbers)),))}


def _numbers(store: Store, documents: Set[int]) -> frozenset[int]:
    """The numbers of some documents, of those that are resolutions."""
    sought = "SELECT number FROM documents WHERE number <> 0 AND id IN (SELECT value FROM json_each(?))"
    return frozenset(n for (n,) in store.connection.execute(sought, (json.dumps(list(documents)),)))
