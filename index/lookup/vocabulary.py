"""The words by which countries, bodies, actors, names, terms and topics are asked for, in both languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

from mandex.corpus import glossary, lexicon
from mandex.corpus.fold import FIRST_HAN, fold
from mandex.corpus.records import dataclass
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
]


_MEASURES = ("asset-freeze", "travel-ban", "arms-embargo", "no-fly-zone", "cargo-inspection")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a vocabulary: by which words it is asked for, and all its wordings."""

    kind: Kind
    id: str
    asked: tuple[str, ...]
    wordings: tuple[str, ...]
    numbers: tuple[int, ...] = ()
    topic: str = ""  # the measure that it is another word for


def english(said: list[str]) -> dict[tuple[str, ...], list[Entry]]:
    """English wordings that may stand in the question, by their terms: they begin as one of its words."""
    table: dict[tuple[str, ...], list[Entry]] = {}
    for begins in dict.fromkeys(word[:2] for word in said):
        for wording, entry in _english_words().get(begins, ()):
            if entry.kind == "word":
                continue
            key = _terms(wording)
            if entry not in (entries := table.setdefault(key, [])):
                entries.append(entry)
    return table


@cache
def _terms(wording: str) -> tuple[str, ...]:
    return tuple(terms(wording))


_Words = Mapping[str, Sequence[tuple[str, Entry]]]


@cache
def _english_words() -> _Words:
    """Words in Latin letters that things are asked for by, with their entries, by the first two letters."""
    words: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
    for entry in _entries():
        for wording in entry.asked:
            if wording.isascii():
                words[wording[:2].lower()].append((wording, entry))
            elif wording[0] < FIRST_HAN:
                words[fold(wording[:2])].append((wording, entry))
    return words


@cache
def _chinese_words() -> _Words:
    """Words with other than ASCII characters, folded, with their entries, by the first character."""
    words: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
    for entry in _entries():
        for wording in entry.asked:
            if not wording.isascii():
                folded = fold(wording)
                words[folded[0]].append((folded, entry))
    return words


def _entries() -> Iterator[Entry]:
    """Every entry of every vocabulary; what names a thing exactly comes before what only belongs to it."""
    names: tuple[tuple[Kind, Mapping[str, lexicon.Entry]], ...] = (
        ("country", lexicon.countries()), ("body", lexicon.bodies()), ("actor", lexicon.actors()),
    )  # fmt: skip
    for kind, table in names:
        for entry in table.values():
            wordings = (*entry.terms_en, *entry.terms_zh)
            yield Entry(kind, entry.id, wordings, wordings)
    for name in glossary.names():
        if country := _country_of(name):
            wordings = (*name.wordings, *country.terms_en, *country.terms_zh)
            yield Entry("country", country.id, name.said, wordings)
    for name in glossary.names():
        if name.kind != "capital":
            kind = "term" if name.kind == "word" else "name"
            yield Entry(kind, name.id, name.said, name.wordings, name.numbers, _measure(name.wordings))
    for term in glossary.terms():
        wordings = (*term.en, *term.zh)
        yield Entry("term", "", wordings, wordings, (), _measure(wordings))
    for pair in glossary.mined():
        yield Entry("word", "", (*pair.en, *pair.zh), (*pair.en, *pair.zh))
    for topic in lexicon.topics().values():
        wordings = (*topic.terms_en, *topic.terms_zh)
        yield Entry("topic", topic.id, wordings, wordings)


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
