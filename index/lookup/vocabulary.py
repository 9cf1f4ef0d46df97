"""The words by which countries, bodies, actors, names, terms and topics are asked for, in both languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

from mandex.corpus import glossary, lexicon, tables
from mandex.corpus.fold import FIRST_HAN, fold
from mandex.corpus.records import dataclass
from mandex.index.lookup.values import Vocabulary, entries
from mandex.index.text.stems import keeps
from mandex.index.text.terms import terms

Kind = Literal[
    "country",
    "body",
    "actor",
    "term",
    "topic",
    "word",
    "piece",
    "pair",
    "wish",
    "name",
    "resolution",
    "plain",
    "year",
    "month",
]


_MEASURES = ("asset-freeze", "travel-ban", "arms-embargo", "no-fly-zone", "cargo-inspection")


_TABLES: Mapping[Vocabulary, Sequence[str]] = {
    "country": ("countries",), "body": ("bodies",), "actor": ("actors", "bodies", "countries"),
    "topic": ("topics",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a vocabulary: by which words it is asked for, and all its wordings."""

    kind: Kind
    id: str
    asked: tuple[str, ...]
    wordings: tuple[str, ...]
    numbers: tuple[int, ...] = ()
    topic: str = ""  # the measure that it is another word for


def english(said: Iterable[tuple[str, str]]) -> dict[tuple[str, ...], list[Entry]]:
    """English wordings that may stand in the question, by their terms: they begin as one of its words, each
    of which is given with its stem.
    """
    table: dict[tuple[str, ...], list[Entry]] = {}
    for begins in dict.fromkeys(_beginning(word, term) for word, term in said):
        for wording, entry in _english_words(begins):
            key = _terms(wording)
            if entry not in (entries := table.setdefault(key, [])):
                entries.append(entry)
    return table


def _beginning(word: str, term: str) -> str:
    """With what every word begins that has the stem of one: three letters, or the two that it has itself."""
    first = term[:3]
    as_written = first.isascii() and not first.endswith("i")  # *buying* is `bui`
    return first if as_written and keeps(first) else tables.beginning(word)


@cache
def _terms(wording: str) -> tuple[str, ...]:
    return tuple(terms(wording))


@cache
def _english_words(begins: str) -> Sequence[tuple[str, Entry]]:
    """Words in Latin letters that things are asked for by, with their entries, by the first letters."""
    return [
        (wording, entry)
        for entry in _entries(begins)
        for wording in entry.asked
        if wording[0] < FIRST_HAN and tables.beginning(wording, len(begins)) == begins
    ]


@cache
def _chinese_words() -> Mapping[str, Sequence[tuple[str, Entry]]]:
    """Words with other than ASCII characters, folded, with their entries, by the first character."""
    words: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
    for entry in _entries():
        for wording in entry.asked:
            if not wording.isascii():
                folded = fold(wording)
                words[folded[0]].append((folded, entry))
    return words


def _entries(begins: str = "") -> Iterator[Entry]:
    """Every entry of every vocabulary, or those of which a wording may begin so; what names a thing exactly
    comes before what only belongs to it.
    """
    exact: tuple[Vocabulary, ...] = ("country", "body", "actor")
    for kind in exact:
        yield from _named(kind, begins)
    for name in glossary.names(begins):
        if country := _country_of(name):
            wordings = (*name.wordings, *country.terms_en, *country.terms_zh)
            yield Entry("country", country.id, name.said, wordings)
    for name in glossary.names(begins):
        if name.kind != "capital":
            yield Entry(
                "term" if name.kind == "word" else "name",
                name.id,
                name.said,
                name.wordings,
                name.numbers,
                _measure(name.wordings),
            )
    for term in glossary.terms(begins):
        wordings = (*term.en, *term.zh)
        yield Entry("term", "", wordings, wordings, (), _measure(wordings))
    if not begins:  # pairs are of a Chinese word's English one
        for pair in glossary.mined():
            yield Entry("word", "", (*pair.en, *pair.zh), (*pair.en, *pair.zh))
    yield from _named("topic", begins)


def _named(kind: Vocabulary, begins: str) -> Iterator[Entry]:
    """The entries of the lexicon of which a wording may begin so."""
    named = entries(kind)
    rows = (row["id"] for table in _TABLES[kind] for row in tables.rows_with(table, begins))
    for one in map(named.__getitem__, rows) if begins else named.values():
        wordings = (*one.terms_en, *one.terms_zh)
        yield Entry(kind, one.id, wordings, wordings)


def _measure(wordings: Sequence[str]) -> str:
    """The measure that words are for, by the terms of its topic: 军火禁令 is an arms embargo."""
    return next((topic for topic in _MEASURES if not _terms_of(topic).isdisjoint(wordings)), "")


@cache
def _terms_of(topic: str) -> frozenset[str]:
    entry = lexicon.topics()[topic]
    return frozenset((*entry.terms_en, *entry.terms_zh))


def _country_of(name: glossary.Name) -> lexicon.Entry | None:
    """The country that a capital or a ruler stands for: what is said of *Bangui* is said of its country."""
    if name.kind != "capital":
        return None
    return next(c for c in lexicon.countries().values() if c.label_en in name.wordings)


@cache
def known_missions(country: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """What the missions whose names name a country are called, and the resolutions known by those names."""
    meant = [lexicon.bodies()[id_] for id_ in missions_of(country)]
    called = {fold(term) for body in meant for term in (*body.terms_en, *body.terms_zh)}
    names = [name for name in glossary.names() if not called.isdisjoint(map(fold, name.said))]
    wordings = sorted(called.union(*(map(fold, name.wordings) for name in names)))
    return tuple(wordings), tuple(number for name in names for number in name.numbers)


def missions_of(country: str) -> list[str]:
    """The missions whose names name a country, by their ids."""
    name = lexicon.countries()[country].label_en
    bodies = lexicon.bodies().values()
    return [body.id for body in bodies if body.kind == "mission" and _names(body, name)]


def _names(body: lexicon.Entry, country: str) -> bool:
    return any(term.endswith(country) or f"{country} " in term for term in body.terms_en)


def chinese(folded: str) -> dict[str, list[Entry]]:
    """Chinese words of the vocabulary that stand in a folded text, with their entries."""
    found: dict[str, list[Entry]] = {}
    for begins in dict.fromkeys(folded):
        for wording, entry in _chinese_words().get(begins, ()):
            if wording in folded:
                found.setdefault(wording, []).append(entry)
    return found
