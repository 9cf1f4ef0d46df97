"""The bilingual vocabulary: drafting verbs and their force, actors, bodies, countries, topics of measures.

Small tables under `data/`, read when first asked for. Chinese is kept in simplified script; texts in
traditional script are folded by the caller, one character for one. A form such as `葉門`, whose name differs
and not only its characters, is listed beside the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import cast

from mandex.corpus import tables
from mandex.corpus.languages import Lang, by_tongue
from mandex.corpus.model import EntityKind, Force
from mandex.corpus.phrases import Codes, Found, PhraseTable
from mandex.corpus.records import dataclass

FORCES: tuple[Force, ...] = (
    "decide", "demand", "authorize", "request", "call", "urge", "encourage", "recommend", "note"
)  # fmt: skip
"""From the most binding to the least."""

BINDING: frozenset[Force] = frozenset({"decide", "demand"})
"""The Council binds where it decides or demands (Charter of the United Nations, Article 25)."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A drafting verb: `form` as printed (third person in English), `lemma`, and how much it demands.

    `inside` says that it also opens clauses within a paragraph (*…, and requests …*).
    """

    lang: Lang
    form: str
    lemma: str
    force: Force
    inside: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing with a canonical `id`, a name and all its terms in English and in Chinese.

    `kind` sorts the entries of a table (`mission`, `committee`, `State` …); it is `topic` for topics.
    """

    id: str
    kind: str
    label_en: str
    label_zh: str
    terms_en: tuple[str, ...]
    terms_zh: tuple[str, ...]

    def label(self, lang: Lang) -> str:
        """The name in a language."""
        return by_tongue(lang, en=self.label_en, zh=self.label_zh)

    def terms(self, lang: Lang) -> tuple[str, ...]:
        """The phrases that stand for it in a language."""
        return by_tongue(lang, en=self.terms_en, zh=self.terms_zh)


@dataclass(frozen=True, slots=True)
class Body(Entry):
    """A body under all its names; `countries` where it works, `became` the bodies that took over its work.

    What was only renamed (UNSOA, UNSOS) is one body; what was closed for another (AFISMA, MINUSMA) is two.
    """

    countries: tuple[str, ...]
    became: tuple[str, ...]

    @property
    def is_mission(self) -> bool:
        """Whether it is sent somewhere: a mission, or a force that the Council authorizes others to send."""
        return self.kind in ("mission", "force")


@dataclass(frozen=True, slots=True)
class Instrument(Entry):
    """A treaty or another text that States or parties have adopted, on an ISO `date`.

    `source` says where it is printed (*1316 UNTS 205*). `countries` are those whose documents mean this one
    by a name that others have too (*Comprehensive Peace Agreement*); empty where the name is its own.
    """

    date: str
    source: str
    countries: tuple[str, ...]


def _entries(table: str, kind: str = "") -> dict[str, Entry]:
    return {
        row["id"]: Entry(
            row["id"], row.get("kind") or kind, row["label_en"], row["label_zh"],
            _listed(row["terms_en"]), _listed(row["terms_zh"]),
        )
        for row in tables.rows(table)
    }  # fmt: skip


@cache
def verbs() -> tuple[Verb, ...]:
    """The operative verbs of both languages."""
    return tuple(
        Verb(
            lang=cast(Lang, row["lang"]),
            form=row["form"],
            lemma=row["lemma"],
            force=cast(Force, row["force"]),
            inside=row["inside"] == "yes",
        )
        for row in tables.rows("verbs")
    )


@cache
def topics() -> Mapping[str, Entry]:
    """What resolutions demand or are about, by id: `asset-freeze`, `mission-mandate` …"""
    return _entries("topics", "topic")


@cache
def bodies() -> Mapping[str, Body]:
    """Organs, committees, panels, courts, agencies, regional organizations, missions and forces, by id."""
    return {
        row["id"]: Body(
            row["id"], row["kind"], row["label_en"], row["label_zh"], *map(_listed, (
                row["terms_en"], row["terms_zh"], row["country"], row["became"],
            )),
        )
        for row in tables.rows("bodies")
    }  # fmt: skip


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


@cache
def countries() -> Mapping[str, Entry]:
    """Countries by id (`south-sudan`), with adjectives and the abbreviations that resolutions use."""
    return _entries("countries", "State")


@cache
def instruments() -> Mapping[str, Instrument]:
    """International instruments by id: treaties by field (`counter-terrorism`, `disarmament` …), declarations
    and standards. Dates are those of adoption or signature, sources those of the treaty series."""
    return _instruments("instruments")


@cache
def agreements() -> Mapping[str, Instrument]:
    """Peace agreements and frameworks, by id."""
    return _instruments("agreements")


def _instruments(table: str) -> dict[str, Instrument]:
    return {
        row["id"]: Instrument(
            row["id"], row["kind"], row["label_en"], row["label_zh"], _listed(row["terms_en"]),
            _listed(row["terms_zh"]), row["date"], row.get("source", ""), _listed(row.get("countries", "")),
        )
        for row in tables.rows(table)
    }  # fmt: skip


@cache
def posts() -> Mapping[str, Entry]:
    """Persons by their office: special representatives, envoys, prosecutors, coordinators."""
    return _entries("posts")


@cache
def named_things() -> Mapping[EntityKind, Mapping[str, Entry]]:
    """Everything that has a name, by kind: what `match_named` finds."""
    return {
        "instrument": instruments(), "agreement": agreements(), "post": posts(), "country": countries(),
        "group": {id_: entry for id_, entry in actors().items() if entry.kind == "group"},
        "body": bodies(),
    }  # fmt: skip


@cache
def actors() -> Mapping[str, Entry]:
    """All who can be asked for something, by id: classes of States, parties, armed groups, bodies, States."""
    return {**_entries("actors"), **bodies(), **countries()}


def _phrases(entries: Iterable[Entry]) -> PhraseTable:
    return _table((term, entry.id) for entry in entries for term in (*entry.terms_en, *entry.terms_zh))


def _table(phrases: Iterable[tuple[str, str]]) -> PhraseTable:
    return PhraseTable(phrases, _CODES)


_CODES = Codes()


@cache
def _topic_phrases() -> PhraseTable:
    return _phrases(topics().values())


@cache
def _subject_phrases() -> PhraseTable:
    """The phrases of topics and, after them, the signs; one that tells of several has all their ids."""
    ids: dict[str, list[str]] = {}
    for entry in topics().values():
        for term in (*entry.terms_en, *entry.terms_zh):
            ids.setdefault(term, []).append(entry.id)
    for row in tables.rows("signs"):
        for term in _listed(row["terms_en"]) + _listed(row["terms_zh"]):
            ids.setdefault(term, []).append(row["id"])
    return _table((term, "|".join(of)) for term, of in ids.items())


@cache
def _actor_phrases() -> PhraseTable:
    return _phrases(actors().values())


@cache
def _body_phrases() -> PhraseTable:
    return _phrases(bodies().values())


@cache
def _country_phrases() -> PhraseTable:
    return _phrases(countries().values())


@cache
def _named_phrases() -> PhraseTable:
    return _table(
        (term, f"{kind}:{entry.id}")
        for kind, entries in named_things().items()
        for entry in entries.values()
        for term in (*entry.terms_en, *entry.terms_zh)
    )


def match_named(text: str) -> list[Found]:
    """Where `text` names which things, the longest name at each place; ids are `kind:id`."""
    return _named_phrases().longest(text)


def match_topics(text: str) -> list[Found]:
    """Where `text`, in either language, speaks of which topics; phrases may overlap."""
    return _topic_phrases().find(text)


def match_subjects(text: str) -> list[Found]:
    """As `match_topics`, and where a clause of a resolution tells what it is about by words that nobody would
    ask with: *women*, *helicopters*, 弹药 (`corpus/data/signs.csv`)."""
    found = _subject_phrases().find(text)
    return [one._replace(id=id_) if "|" in one.id else one for one in found for id_ in one.id.split("|")]


def match_actors(text: str) -> list[Found]:
    """Where `text` names whom, the longest name at each place."""
    return _actor_phrases().longest(text)


def match_bodies(text: str) -> list[Found]:
    """Where `text` names which bodies of `bodies()`."""
    return _body_phrases().longest(text)


def match_countries(text: str) -> list[Found]:
    """Where `text` names which countries."""
    return _country_phrases().longest(text)


_OF_EITHER = frozenset({"congo"})  # what *Congo* alone means is told by the text, not by the name


@cache
def longer_names(country: str) -> tuple[str, ...]:
    """Names of other countries in which a name of this one stands: South Sudan is no Sudan."""
    if country in _OF_EITHER:
        return ()
    one = countries()[country]
    short = [_padded(term) for term in one.terms_en]
    others = [other for other in countries().values() if other is not one]
    english = (term for other in others for term in other.terms_en)
    chinese = (term for other in others for term in other.terms_zh)
    return (
        *(term for term in english if any(name in _padded(term) for name in short)),
        *(term for term in chinese if any(name in term for name in one.terms_zh)),
    )


def _padded(name: str) -> str:
    return f" {name.lower().replace('-', ' ')} "
