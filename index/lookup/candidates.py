"""Candidates for mandate lookup, read from the store a few hundred at a time."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
from heapq import nlargest
from typing import cast

from mandex.corpus import lexicon, registry
from mandex.corpus.fold import fold
from mandex.corpus.model import Force, Kind, Mandate, MandateDate, Span
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.lookup.measures import laying_down
from mandex.index.lookup.scoring import Candidate
from mandex.index.lookup.traces import Shelf, Traces
from mandex.index.search.occasions import Called

MANY = 200  # candidates to judge
_SIFTED = 4  # times as many are looked at for being operative, which counts as much as
_OPERATIVE = 1.5  # of the weight of a rare word
_KNOWN = 10  # resolutions that the question does not name, but the world knows by its words
_BYNAMES = 40  # paragraphs that have no word of the question, but the world calls so
_NOT = Called()
_FEW = 2000  # paragraphs: among so few every word leads to candidates, also a frequent one


@dataclass(frozen=True, slots=True)
class Place:
    """A candidate with what the answer shows of it."""

    candidate: Candidate
    symbol: str
    lang: str
    pinpoint: str
    seq: int
    text: str
    title: str


def choose(
    store: Store, traces: Sequence[Traces], shelf: Shelf, allowed: Set[int] | None = None, most: int = MANY
) -> tuple[list[int], int]:
    """The `most` paragraphs most worth judging, and how many there are that say anything of the question.

    They say much of it, or their documents do. Only paragraphs that are `allowed` (None: all) are chosen, and
    those of resolutions that the question names by number come besides.
    """
    found: dict[int, float] = defaultdict(float)
    few = allowed is not None and len(allowed) <= _FEW
    for one in traces:
        if one.leads or few:
            for id_ in one.said:
                found[id_] += one.weight
            for id_ in one.classed:
                found[id_] += 0.6 * one.weight
    focus: dict[int, float] = defaultdict(float)
    for one in traces:
        for doc, times in one.documents.items():
            focus[doc] += one.weight * min(0.6, 0.15 + 3.0 * times / shelf.sizes[doc])
    kept = set(found) if allowed is None else found.keys() & allowed
    first = nlargest(_SIFTED * most, ((found[id_] + focus[shelf.document(id_)], id_) for id_ in kept))
    operative = _operative(store, [id_ for _, id_ in first])
    chosen = nlargest(most, ((worth + _OPERATIVE * (id_ in operative), id_) for worth, id_ in first))
    named = [*_operative_paragraphs(store, _named(traces)), *_filed(store, traces)]
    named = [id_ for id_ in named if allowed is None or id_ in allowed]
    return [id_ for _, id_ in chosen] + named, len(kept.union(named))


def _named(traces: Sequence[Traces]) -> Set[int]:
    """The resolutions that the question names, and those whose occasions have most of it."""
    known: dict[int, float] = defaultdict(float)
    for one in traces:
        for number in one.occasions:
            known[number] += one.weight * one.tells
    best = nlargest(_KNOWN, ((worth, -number) for number, worth in known.items()))
    return frozenset[int]().union(*(one.numbers for one in traces)) | {-number for _, number in best}


def _filed(store: Store, traces: Sequence[Traces]) -> list[int]:
    """The paragraphs whose bynames have most of the question, in every language held."""
    known: dict[tuple[int, str], float] = defaultdict(float)
    for one in traces:
        for place in one.filed:
            known[place] += one.weight
    best = nlargest(_BYNAMES, ((worth, place) for place, worth in known.items()))
    rows = store.connection.execute(
        "WITH wanted AS MATERIALIZED (SELECT value ->> 0 AS number, value ->> 1 AS label FROM json_each(?))"
        " SELECT p.id FROM documents AS d CROSS JOIN wanted USING (number)"
        " CROSS JOIN paragraphs AS p ON p.doc = d.id AND p.pinpoint = 'OP' || wanted.label"
        " WHERE d.type = 'resolution' AND p.kind = 'operative' AND d.number IN (SELECT number FROM wanted)",
        (json.dumps([place for _, place in best]),),
    )
    return [row[0] for row in rows]


def _operative(store: Store, ids: Sequence[int]) -> Set[int]:
    """Those of the paragraphs that are operative."""
    rows = store.connection.execute(
        "SELECT id FROM paragraphs WHERE kind = 'operative' AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    return {row[0] for row in rows}


def _operative_paragraphs(store: Store, numbers: Set[int]) -> list[int]:
    """Those of the resolutions with these numbers."""
    if not numbers:
        return []
    rows = store.connection.execute(
        "SELECT p.id FROM documents AS d JOIN paragraphs AS p ON p.doc = d.id"
        " WHERE d.type = 'resolution' AND p.kind = 'operative'"
        " AND d.number IN (SELECT value FROM json_each(?))",
        (json.dumps(list(numbers)),),
    )
    return [row[0] for row in rows]


def load(
    store: Store, ids: Iterable[int], shelf: Shelf, called: Mapping[tuple[int, str], Called]
) -> list[Place]:
    """The paragraphs with everything that judging and showing them takes; `called` says how the bynames of
    which fit the question.
    """
    rows = store.connection.execute(
        "SELECT p.id, p.doc, p.seq, p.kind, p.label, p.pinpoint, p.text, d.symbol, d.lang, d.number, d.year,"
        " d.date, d.title FROM paragraphs AS p JOIN documents AS d ON d.id = p.doc"
        " WHERE p.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    ).fetchall()
    rows = [(*row[:4], _cited_as(*row[3:6]), *row[5:]) for row in rows]
    titles = _titles(store, {row[7] for row in rows})
    stems = _stems(store, {(row[1], row[4]) for row in rows if row[3] == "operative" and "(" in row[4]})
    mandates = _mandates(store, {(row[1], row[2]) for row in rows})
    cited, cited_here = _citations(store, {row[7] for row in rows})
    laying = laying_down(store, [row[0] for row in rows])
    places = []
    for id_, doc, seq, kind, label, pinpoint, text, symbol, lang, number, year, date, title in rows:
        above = stems.get((doc, label), ())
        candidate = Candidate(
            id_, doc, number, year, date, lang != "en", cast(Kind, kind), label, fold(text),
            tuple(i for i, _ in above), fold(" ".join(t for _, t in above)),
            titles[symbol], _agenda(number), shelf.sizes[doc], mandates.get((doc, seq), ()),
            cited.get(symbol, 0), _cited_here(cited_here, symbol, label, kind),
            *laying.get(id_, (0.0, frozenset())),
            _countries(titles[symbol]), called.get((number, label), _NOT) if kind == "operative" else _NOT,
            symbol.startswith("S/PRST/"),
        )  # fmt: skip
        places.append(Place(candidate, symbol, lang, pinpoint, seq, text, title))
    return places


def _cited_as(kind: str, label: str, pinpoint: str) -> str:
    """The label of an operative paragraph in full: the `(a)` below a heading of its own is `1(a)`."""
    return pinpoint.removeprefix("OP") if kind == "operative" and pinpoint.startswith("OP") else label


def _titles(store: Store, symbols: set[str]) -> Mapping[str, str]:
    """The titles of a document in all its languages, folded."""
    titles: dict[str, str] = dict.fromkeys(symbols, "")
    for symbol, title in store.connection.execute(
        "SELECT symbol, title FROM documents WHERE symbol IN (SELECT value FROM json_each(?))",
        (json.dumps(list(symbols)),),
    ):
        titles[symbol] += fold(title) + " "
    return titles


@cache
def _countries(title: str) -> frozenset[str]:
    return frozenset(found.id for found in lexicon.match_countries(title))


def _agenda(number: int | None) -> str:
    adoption = registry.adoption(number) if number else None
    return fold(adoption.agenda_item) if adoption else ""


def _stems(
    store: Store, wanted: set[tuple[int, str]]
) -> Mapping[tuple[int, str], tuple[tuple[int, str], ...]]:
    """For each (document, label) the paragraphs above it, outermost first: above `1(a)` is `1`."""
    docs = {doc for doc, _ in wanted}
    held: dict[tuple[int, str], tuple[int, str]] = {}
    for id_, doc, pinpoint, text in store.connection.execute(
        "SELECT id, doc, pinpoint, text FROM paragraphs WHERE doc IN (SELECT value FROM json_each(?))"
        " AND kind = 'operative' AND pinpoint <> ''",
        (json.dumps(list(docs)),),
    ):
        held.setdefault((doc, pinpoint.removeprefix("OP")), (id_, text))
    return {
        (doc, label): tuple(held[doc, above] for above in _above(label) if (doc, above) in held)
        for doc, label in wanted
    }


def _above(label: str) -> list[str]:
    parts = label.split("(")
    return ["(".join(parts[:n]) for n in range(1, len(parts))]


def _mandates(store: Store, wanted: set[tuple[int, int]]) -> Mapping[tuple[int, int], tuple[Mandate, ...]]:
    rows = store.connection.execute(
        "SELECT m.id, doc, seq, at_start, at_end, verb, lemma, force, binding, chapter_vii, actors, measure,"
        " topics FROM json_each(?) AS place CROSS JOIN mandates AS m"
        " ON doc = place.value ->> 0 AND seq = place.value ->> 1 ORDER BY m.id",
        (json.dumps(list(wanted)),),
    ).fetchall()
    dates: dict[int, list[MandateDate]] = defaultdict(list)
    for id_, *date in store.connection.execute(
        "SELECT mandate, role, date, text, every FROM mandate_dates"
        " WHERE mandate IN (SELECT value FROM json_each(?)) ORDER BY rowid",
        (json.dumps([row[0] for row in rows]),),
    ):
        dates[id_].append(MandateDate(*date))
    found: dict[tuple[int, int], list[Mandate]] = defaultdict(list)
    for id_, doc, seq, a, b, verb, lemma, force, binding, chapter_vii, actors, measure, topics in rows:
        found[doc, seq].append(
            Mandate(
                seq, Span(a, b), verb, lemma, cast(Force, force), bool(binding), bool(chapter_vii),
                tuple(json.loads(actors)), measure, tuple(json.loads(topics)), tuple(dates[id_]),
            )
        )  # fmt: skip
    return {place: tuple(mandates) for place, mandates in found.items()}


def _citations(store: Store, symbols: set[str]) -> tuple[Mapping[str, int], Mapping[tuple[str, str], int]]:
    """By how many documents each is cited, and by how many mentions each of its paragraphs."""
    rows = store.connection.execute(
        "SELECT cited, pinpoint, doc FROM citations WHERE cited IN (SELECT value FROM json_each(?))"
        " AND status <> 'self' GROUP BY cited, pinpoint, doc",
        (json.dumps(list(symbols)),),
    )
    documents: dict[str, set[int]] = defaultdict(set)
    paragraphs: dict[tuple[str, str], int] = defaultdict(int)
    for symbol, pinpoint, doc in rows:
        documents[symbol].add(doc)
        if pinpoint:
            paragraphs[symbol, pinpoint] += 1
    return {symbol: len(docs) for symbol, docs in documents.items()}, paragraphs


def _cited_here(counts: Mapping[tuple[str, str], int], symbol: str, label: str, kind: str) -> int:
    """Mentions of the paragraph itself, and half of those of the paragraph that it hangs under."""
    if kind != "operative" or not label:
        return 0
    here = counts.get((symbol, label), 0)
    outermost = label.split("(", maxsplit=1)[0]
    return here if outermost == label else here + counts.get((symbol, outermost), 0) // 2
