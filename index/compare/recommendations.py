"""Recommendations of reports and letters, with addressee, theme and ground, and what later came of them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from mandex.corpus import lexicon
from mandex.corpus.fold import fold, is_chinese
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.compare.advising import Place
from mandex.index.compare.likeness import features
from mandex.index.compare.requirements import addressees

_TYPES = ("report", "letter", "note", "web-page", "other")
_OTHER = "other"


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation, its words in the text; `basis` are the resolutions that its paragraph cites,
    `taken_up` the later demand most like it of the same addressee (a suggestion).
    """

    source: str
    doc: str
    lang: str
    date: str
    seq: int
    label: str
    pinpoint: str
    addressee: tuple[str, ...]
    verb: str
    text: str
    theme: str
    topics: tuple[str, ...]
    basis: tuple[str, ...]
    start: int
    end: int
    taken_up: tuple[str, ...] = ()
    likeness: float = 0.0

    def row(self) -> dict[str, Any]:
        """As a row of `recommendations`."""
        return {
            "source": self.source, "doc": self.doc, "lang": self.lang, "date": self.date, "seq": self.seq,
            "label": self.label, "pinpoint": self.pinpoint, "addressee": "; ".join(self.addressee),
            "verb": self.verb, "text": self.text, "theme": self.theme, "basis": list(self.basis),
            "taken_up": list(self.taken_up), "likeness": self.likeness,
        }  # fmt: skip


def recommendations(
    store: Store,
    *,
    symbols: Sequence[str] = (),
    to: str = "",
    topic: str = "",
    since: str = "",
    until: str = "",
    lang: str = "",
) -> list[Recommendation]:
    """The recommendations of the reports and letters held, in the order of documents and paragraphs."""
    cited = _cited(store)
    found = [
        one
        for one in _of_documents(store, symbols, lang, since, cited)
        if (not to or addressees(to) & set(one.addressee))
        and (not topic or topic in one.topics)
        and (not until or one.date <= until)
    ]
    return list(_taken_up(store, found))


def _cited(store: Store) -> Mapping[tuple[int, int], list[str]]:
    """The resolutions that paragraphs of reports cite."""
    found: dict[tuple[int, int], list[str]] = defaultdict(list)
    for doc, seq, cited in store.connection.execute(
        "SELECT c.doc, c.seq, c.cited FROM citations AS c JOIN documents AS d ON d.id = c.doc"
        " WHERE d.type IN (SELECT value FROM json_each(?)) AND c.cited LIKE 'S/RES/%' ORDER BY c.id",
        (json.dumps(_TYPES),),
    ):
        if cited not in found[doc, seq]:
            found[doc, seq].append(cited)
    return found


def _of_documents(
    store: Store, symbols: Sequence[str], lang: str, since: str, cited: Mapping[tuple[int, int], list[str]]
) -> Iterator[Recommendation]:
    rows = store.connection.execute(
        "SELECT d.id, d.source, d.symbol, d.lang, d.date, d.title, p.seq, p.kind, p.label, p.pinpoint,"
        " p.text FROM documents AS d JOIN paragraphs AS p ON p.doc = d.id"
        " WHERE d.type IN (SELECT value FROM json_each(?)) AND d.lang LIKE ? || '%' AND d.date >= ?"
        " AND (? OR d.symbol IN (SELECT value FROM json_each(?))) ORDER BY d.date, d.symbol, d.lang, p.seq",
        (json.dumps(_TYPES), lang, since, not symbols, json.dumps(symbols)),
    )
    document, place = 0, Place("")
    for doc, source, symbol, version, date, title, seq, kind, label, pinpoint, text in rows:
        if doc != document:
            document, place = doc, Place(title)
        if kind in ("heading", "title"):
            place.heading(text)
            continue
        if kind == "footnote":
            continue
        for one in place.advice(label, text):
            said = text[one.start : one.end]
            yield Recommendation(
                source, symbol, version, date, seq, label, pinpoint, one.to, one.verb, " ".join(said.split()),
                *_about(said, text), tuple(cited.get((doc, seq), ())), one.start, one.end,
            )  # fmt: skip


def _about(said: str, text: str) -> tuple[str, tuple[str, ...]]:
    """The theme and the topics of a sentence, else of its paragraph."""
    for words in (said, text):
        plain = fold(words) if is_chinese(words) else words
        topics = tuple(dict.fromkeys(found.id for found in lexicon.match_topics(plain)))
        if topics:
            return topics[0], topics
    return _OTHER, ()


# -- what came of them

_LIKE = 0.3  # of the words and pairs of a recommendation that stand in the demand as well
_YEARS = 5


def _taken_up(store: Store, rows: Sequence[Recommendation]) -> Iterator[Recommendation]:
    """With the later demand of the same addressee in a resolution that shares most of its words."""
    demands = list(_demands(store, rows))
    postings: dict[str, list[int]] = defaultdict(list)
    for i, demand in enumerate(demands):
        for feature in demand.said:
            postings[feature].append(i)
    for row in rows:
        wanted = features(row.text)
        shared: dict[int, int] = defaultdict(int)
        for feature in wanted:
            for i in postings.get(feature, ()):
                shared[i] += 1
        best = max(
            (i for i in shared if _may_answer(demands[i], row)), key=lambda i: (shared[i], -i), default=None
        )
        share = shared[best] / len(wanted) if best is not None else 0.0
        if best is None or share < _LIKE:
            yield row
        else:
            yield replace(row, taken_up=(demands[best].place,), likeness=round(share, 2))


@dataclass(frozen=True, slots=True)
class _Demand:
    place: str
    lang: str
    date: str
    actors: frozenset[str]
    said: frozenset[str]


def _demands(store: Store, rows: Sequence[Recommendation]) -> Iterator[_Demand]:
    """The demands that may answer one of the rows: of whom it asks, in the years after it."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        for one in frozenset().union(*map(addressees, row.addressee)) if row.date else ():
            wanted[one] |= set(range(int(row.date[:4]), int(row.date[:4]) + _YEARS + 1))
    for symbol, lang, date, pinpoint, actors, measure in store.connection.execute(
        "SELECT d.symbol, d.lang, d.date, p.pinpoint, m.actors, m.measure FROM documents AS d"
        " JOIN mandates AS m ON m.doc = d.id JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
        " WHERE d.type = 'resolution' AND d.date > ? AND m.force <> 'note' AND m.actors <> '[]'"
        " ORDER BY d.number, m.id",
        (min((row.date for row in rows if row.date), default="9"),),
    ):
        if not any(int(date[:4]) in wanted.get(actor, ()) for actor in json.loads(actors)):
            continue
        yield _Demand(
            f"{symbol} {pinpoint}".strip(), lang, date, frozenset(json.loads(actors)), features(measure)
        )


def _may_answer(demand: _Demand, row: Recommendation) -> bool:
    asked = frozenset().union(*(addressees(one) for one in row.addressee)) if row.addressee else frozenset()
    latest = re.sub(r"^\d{4}", lambda year: str(int(year[0]) + _YEARS), row.date)
    return (
        bool(row.date)
        and row.date < demand.date < latest
        and row.lang[:2] == demand.lang[:2]
        and bool(asked & demand.actors)
    )
