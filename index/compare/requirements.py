"""What States must do: each single obligation of a set of resolutions as one row, by theme and by force."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any, Literal

from mandex.corpus import lexicon
from mandex.corpus.errors import StoreError
from mandex.corpus.fold import same_number
from mandex.corpus.model import Mandate
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.compare.actions import UNDER_A_NOUN
from mandex.index.compare.demand import STATES, Demand, demands
from mandex.index.compare.elsewhere import likely
from mandex.index.compare.exempting import (
    EMBARGO,
    EXCEPTS,
    OF_THE_EMBARGO,
    elsewhere,
    points_of,
)
from mandex.index.compare.profiles import OTHER, Profile, theme_of
from mandex.index.compare.repeats import Keep, fold
from mandex.index.compare.requirement import Requirement
from mandex.index.compare.single import ALL_SHALL, single
from mandex.index.life.matters import is_situation
from mandex.index.life.standing import Register
from mandex.index.life.step import covers, label_of

Order = Literal["theme", "document"]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which requirements: of these documents (all where none is named), this addressee, topic, country.

    `places` are the paragraphs of them that are asked for, as symbol and label; a document of which none is
    named is asked for whole. `since` and `until` are days (ISO) between which a document was adopted; `on`
    are the resolutions on the country.
    """

    symbols: tuple[str, ...] = ()
    of: str = "member-states"
    topic: str = ""
    country: str = ""
    lang: str = ""
    as_of: str = ""
    places: tuple[tuple[str, str], ...] = ()
    since: str = ""
    until: str = ""
    on: frozenset[str] = frozenset()


def requirements(
    store: Store,
    asked: Asked,
    profile: Profile | None = None,
    *,
    keep: Keep = "first",
    shown: int | None = None,
) -> list[Requirement]:
    """The rows, by theme and then by force; repeats folded under the one that `keep` names, and those in the
    rest of the base named beside it. Of the first `shown` (None: of all) it is told whether they stand, and
    how they read in the other language.
    """
    register = Register(store, asked.as_of)
    asked = replace(asked, on=_on(register, asked.country))
    promising = _promising(_demands(store, asked), asked)
    found = [row for row in single(promising) if _fits(row, asked)]
    if profile and profile.themes:
        found = [replace(row, theme=profile.theme(row.obligation, row.text)) for row in found]
    else:
        found = [replace(row, theme=theme_of(row.topics, row.obligation)) for row in found]
    found = _with_exemptions(store, found)
    others = _elsewhere(store, asked, found)
    situations = _situations(register, {row.doc for row in (*found, *others)})
    found = sorted(fold(found, keep, others, situations), key=_order(profile))
    first = _with_standing(register, found[:shown])
    return [*_with_other_language(store, first), *found[len(first) :]]


def _elsewhere(store: Store, asked: Asked, rows: Sequence[Requirement]) -> list[Requirement]:
    """Obligations of the same addressee in other resolutions that may repeat these."""
    if not asked.symbols:
        return []  # all resolutions are asked for
    try:
        among = likely(store, [row.obligation for row in rows])
    except StoreError as error:  # what is asked for is told without an index too
        logging.getLogger("mandex").warning("mandex: repeats in other documents are not known: %s", error)
        return []
    demands = _demands(store, Asked(lang=asked.lang, as_of=asked.as_of), among)
    others = (one for one in demands if one.doc not in asked.symbols and _is_of(one.mandate, one.text, asked))
    return list(single(others, by_topic=False))


def _order(profile: Profile | None) -> Any:
    themes = {theme.id: i for i, theme in enumerate(profile.themes)} if profile else {}

    def key(row: Requirement) -> tuple[Any, ...]:
        theme = (themes.get(row.theme, len(themes)), row.theme if row.theme != OTHER else "~")
        return *theme, lexicon.FORCES.index(row.force), row.adopted, row.doc, row.seq, row.n

    return key


# -- demands out of the store


def _demands(store: Store, asked: Asked, paragraphs: Iterable[int] | None = None) -> Iterator[Demand]:
    """The demands of the documents asked for, in one language version each, in reading order; of these
    `paragraphs` alone where they are given.
    """
    among = json.dumps(None if paragraphs is None else sorted(paragraphs))
    last = min(filter(None, (asked.until, asked.as_of)), default="9999")  # what came later was not there
    rows = store.connection.execute(
        "SELECT d.id, d.symbol, d.lang, d.date, p.seq, p.label, p.pinpoint, p.text, m.at_start, m.at_end,"
        " m.verb, m.lemma, m.force, m.binding, m.chapter_vii, m.actors, m.measure, m.topics,"
        " (SELECT json_group_array(json_array(role, date, text, every)) FROM mandate_dates"
        "  WHERE mandate = m.id),"
        " (SELECT label FROM paragraphs WHERE doc = p.doc AND seq = p.seq + 1),"
        " (SELECT max(id) FROM mandates WHERE doc = p.doc AND seq = p.seq) = m.id"
        " FROM documents AS d JOIN mandates AS m ON m.doc = d.id"
        " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
        " WHERE (? OR d.symbol IN (SELECT value FROM json_each(?)))"
        " AND (? OR p.id IN (SELECT value FROM json_each(?)))"
        " AND d.type = 'resolution' AND d.date BETWEEN ? AND ? AND d.lang = (SELECT min(lang) FROM documents"
        "  WHERE symbol = d.symbol AND lang LIKE ? || '%') ORDER BY d.number, d.symbol, p.seq, m.at_start",
        (
            not asked.symbols,
            json.dumps(asked.symbols),
            paragraphs is None,
            among,
            asked.since,
            last,
            asked.lang,
        ),
    )
    yield from demands(rows)


def _promising(demands: Iterable[Demand], asked: Asked) -> Iterator[Demand]:
    """The demands of the paragraphs of which one may be asked of the addressee, on the topic: to cut the
    others into single obligations would take longer than all else.
    """
    for _, paragraph in groupby(demands, key=lambda one: (one.doc, one.seq)):
        each = list(paragraph)
        if any(_may_fit(one, asked) for one in each):
            yield from each


def _may_fit(demand: Demand, asked: Asked) -> bool:
    if asked.topic and asked.topic not in demand.mandate.topics:
        return False
    of_all = asked.of in STATES and ALL_SHALL.search(demand.text) is not None
    of_them = of_all or _is_of(demand.mandate, demand.text, asked)
    return of_them and _is_about(demand.doc, demand.mandate, demand.text, asked)


def _fits(row: Requirement, asked: Asked) -> bool:
    if not _is_of(row.mandate, row.text, asked) or (asked.topic and asked.topic not in row.topics):
        return False
    if not _stands_in(row, asked.places):
        return False
    return _is_about(row.doc, row.mandate, row.text, asked)


def _on(register: Register, country: str) -> frozenset[str]:
    """The resolutions on a country: *freeze the funds of those designated by the Committee* names none."""
    found = register.demands.matters.on(country) if country else ()
    return frozenset(one.symbol for one in found)


def _is_about(symbol: str, mandate: Mandate, text: str, asked: Asked) -> bool:
    """Whether something is asked of, or in, the country, if one is asked for."""
    if not asked.country or symbol in asked.on:
        return True
    return asked.country in mandate.actors or asked.country in _countries(text)


def _is_of(mandate: Mandate, text: str, asked: Asked) -> bool:
    """Whether it is asked of the addressee; of States also a need that is stressed of nobody named."""
    named = mandate.actors or (
        _whose_need(text[mandate.at.start : mandate.at.end]) if asked.of in STATES else ()
    )
    return not asked.of or bool(addressees(asked.of) & set(named))


# *Requests the Secretary-General …, stressing the need to prevent such abuse*: asked of whom it is said.
_OF_WHAT_IS_SAID = re.compile(
    r"[a-z]+ing\s(?:[a-z]+\s){0,2}consultations\swith\b|(?!\w+ing\b)[a-z]+\s(?:how\s)?(?:such|these|those|this)\b"
)


def _whose_need(words: str) -> tuple[str, ...]:
    """States, where a need is stressed and no one else is named: *the need for implementation of …*."""
    noun = UNDER_A_NOUN.match(words)
    if noun is None:
        return ()
    if "States" in noun[0]:
        return ("states",)
    if _OF_WHAT_IS_SAID.match(words, noun.end()):
        return ()
    words = words.replace("third party", "")  # *third party requests*: no one who is asked
    others = {found.id for found in lexicon.match_actors(words)} - STATES
    return () if others or _countries(words) else ("states",)


def _stands_in(row: Requirement, places: Sequence[tuple[str, str]]) -> bool:
    """Whether a requirement stands in a paragraph that is asked for, or below it."""
    labels = [label for symbol, label in places if symbol == row.doc]
    return covers(labels, row.label)


def addressees(of: str) -> frozenset[str]:
    """Who is meant by an addressee: all that speak of States, for Member States; else the one named."""
    return STATES if of in STATES else frozenset({of})


def _countries(text: str) -> set[str]:
    return {found.id for found in lexicon.match_countries(text)}


# -- what is known of them besides


def _situations(register: Register, symbols: Iterable[str]) -> dict[str, str]:
    """What situation each resolution is on; nothing of one on a theme, such as terrorism."""
    matters = ((symbol, register.demands.matters.of(symbol)) for symbol in symbols)
    return {symbol: held.matter for symbol, held in matters if held and is_situation(held.matter)}


def _with_standing(register: Register, rows: Sequence[Requirement]) -> list[Requirement]:
    out = []
    for row in rows:
        stands = register.of_paragraph(row.doc, label_of(row.pinpoint), row.adopted, row.mandate)
        out.append(replace(row, status=stands.status, until=stands.until, by=stands.by, reason=stands.reason))
    return out


def _with_exemptions(store: Store, rows: Sequence[Requirement]) -> list[Requirement]:
    """With what other paragraphs of the same resolution except from it."""
    found = elsewhere(store, {row.doc for row in rows})
    out = []
    for row in map(partial(_with_points, store), rows):
        labels = [*_and_above(same_number(row.label))]
        labels += [OF_THE_EMBARGO] if EMBARGO.search(row.obligation) else []
        said = [one for label in labels for one in found.get((row.doc, row.lang, label), ())]
        out.append(replace(row, exemptions=(*row.exemptions, *said)) if said else row)
    return out


def _with_points(store: Store, row: Requirement) -> Requirement:
    """With the sub-paragraphs that spell out what a stem leaves out: *except the supply of: (i) …*."""
    if not row.label or not EXCEPTS.search(row.text) or row.end < len(row.text.rstrip(": ：")):
        return row
    points = points_of(store, row.doc, row.lang, row.label)
    if not points:
        return row
    said = (*row.exemptions[:-1], f"{row.exemptions[-1]}: {points}") if row.exemptions else (points,)
    return replace(row, exemptions=said)


def _and_above(label: str) -> Iterator[str]:
    """3(b)(i), 3(b), 3."""
    while label:
        yield label
        label = label.rpartition("(")[0]


def _with_other_language(store: Store, rows: Sequence[Requirement]) -> Iterator[Requirement]:
    """With the paragraph in the other language, where the base holds it under the same number."""
    texts = _other_texts(store, {row.doc for row in rows})
    for row in rows:
        found = texts.get((row.doc, row.lang, same_number(row.label)), "")
        yield replace(row, other=found) if found and row.label else row


def _other_texts(store: Store, symbols: Iterable[str]) -> Mapping[tuple[str, str, str], str]:
    rows = store.connection.execute(
        "SELECT d.symbol, e.lang, p.label, p.text FROM documents AS d JOIN documents AS e"
        " ON e.symbol = d.symbol AND substr(e.lang, 1, 2) <> substr(d.lang, 1, 2)"
        " JOIN paragraphs AS p ON p.doc = d.id AND p.kind = 'operative' AND p.label <> ''"
        " WHERE d.symbol IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(symbols)),),
    )
    return {(symbol, lang, same_number(label)): text for symbol, lang, label, text in rows}
