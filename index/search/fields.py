"""The fields of the query language as conditions on the store's tables."""

from __future__ import annotations

import json
from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal, get_args

from mandex.corpus.errors import BadQueryError, BadReferenceError
from mandex.corpus.fold import fold
from mandex.corpus.languages import Lang
from mandex.corpus.lexicon import FORCES
from mandex.corpus.model import Kind
from mandex.corpus.store import Store
from mandex.corpus.symbols import is_undated, normalize, parse
from mandex.index.engines import Filter, Ids, Node, Or, Phrase
from mandex.index.search.query import Field
from mandex.index.text.stems import stem
from mandex.index.text.terms import terms

if TYPE_CHECKING:
    from mandex.index.text.synonyms import Named


def field_condition(field: Field, store: Store) -> Node:
    """What paragraphs a field's value asks for. Raises `BadQueryError` where the value cannot be one."""
    if field.name == "year":
        return _year(field)
    if field.name == "date":
        return _date(field)
    if field.upper is not None:
        raise BadQueryError(f"{field.name} has no order, so no ranges: only year and date have")
    match field.name:
        case "symbol":
            return _symbol(field)
        case "cites":
            return _cites(field)
        case "lang":
            return Filter("lang", "begins", (_one_of("lang", field.value, get_args(Lang)),))
        case "kind":
            return Filter("kind", "begins", (_one_of("kind", field.value.lower(), get_args(Kind)),))
        case "verb":
            return Filter("verb", "begins", (stem(field.value.lower()),))
        case "force":
            return _force(field.value.lower())
        case "actor" | "topic" as name:
            return _listed(name, field)
        case "instrument":
            return _instrument(field.value)
        case "country":
            return _country(field, store)
        case _:
            return _body(field)


def _country(field: Field, store: Store) -> Ids:
    """Paragraphs that name a country, as ingestion read them: 索马里 names no Mali, South Sudan no Sudan."""
    rows = store.connection.execute(
        "SELECT p.id FROM entities AS e JOIN paragraphs AS p ON p.doc = e.doc AND p.seq = e.seq"
        " WHERE e.kind = 'country' AND e.entity IN (SELECT value FROM json_each(?))",
        (json.dumps(_countries(field)),),
    )
    return Ids(frozenset(id_ for (id_,) in rows))


def _countries(field: Field) -> list[str]:
    """The ids that a value means, or begins; raises `BadQueryError` with the nearest where it means none."""
    from mandex.corpus import lexicon  # noqa: PLC0415 - few questions need the vocabulary
    from mandex.index.lookup.values import known_value  # noqa: PLC0415

    value = field.value
    if field.prefix:
        return [id_ for id_ in lexicon.countries() if id_.startswith(value.lower().replace(" ", "-"))]
    whole = [one.id for one in lexicon.match_countries(value) if (one.start, one.end) == (0, len(value))]
    return whole or [known_value("country", value)]


def _body(field: Field) -> Node:
    """A body, by any of its names in either language; by the value itself if texts have it."""
    from mandex.index.text.synonyms import named  # noqa: PLC0415 - few questions need the vocabulary

    value = field.value
    found = [one for one in named(value) if (one.start, one.end) == (0, len(value))]
    if not found and not field.prefix:
        found = _by_id(value)
    words = tuple(terms(value))
    return Or(tuple(map(Phrase, filter(None, (words, *(each for one in found for each in one.names))))))


def _by_id(value: str) -> list[Named]:
    """Raises `BadQueryError` with the nearest where no body has this name or id."""
    from mandex.index.lookup.values import entries, known_value  # noqa: PLC0415 - only unknown names need it
    from mandex.index.text.synonyms import named  # noqa: PLC0415

    label = entries("body")[known_value("body", value)].label_en
    return [one for one in named(label) if (one.start, one.end) == (0, len(label))]


def _year(field: Field) -> Filter:
    try:
        low = int(field.value) if field.value else 1  # what has no year is of none
        high = low if field.upper is None else int(field.upper) if field.upper else 9999
    except ValueError:
        typed = f"[{field.value} TO {field.upper}]" if field.upper is not None else field.value
        raise BadQueryError(f"year:{typed} is no year: write year:2014 or year:[2014 TO 2017]") from None
    if field.prefix:
        shift = 10 ** max(0, 4 - len(field.value))
        low, high = low * shift, low * shift + shift - 1
    return Filter("year", "between", (low, high))


def _date(field: Field) -> Filter:
    """Documents of a day, a month, a year or a span of days: date:2017-12, date:[2017-12-01 TO 2018-03]."""
    from mandex.corpus.days import BadDateError, day  # noqa: PLC0415 - few questions have dates

    last = field.value if field.upper is None else field.upper
    try:
        low = day(field.value).isoformat() if field.value else "0"  # what has no date is of none
        high = day(last, "last").isoformat() if last else "9999"
    except BadDateError as error:
        raise BadQueryError(f"date:{field.value}: {error}") from error
    return Filter("date", "between", (low, high))


def _symbol(field: Field) -> Filter:
    if not field.prefix:
        for read in (lambda text: parse(text).symbol, normalize):
            try:
                return _of_document("symbol", read(field.value))
            except BadReferenceError:
                continue
    return Filter("symbol", "begins", (field.value,))


def _cites(field: Field) -> Filter:
    try:
        if not field.prefix:
            return _of_document("cites", parse(field.value).symbol)
    except BadReferenceError:
        pass
    return Filter("cites", "begins", (field.value,))


def _of_document(field: Literal["symbol", "cites"], symbol: str) -> Filter:
    """A document that a field names; a resolution later than the register knows by its number alone."""
    return Filter(field, "begins", (f"{symbol} (",)) if is_undated(symbol) else Filter(field, "is", (symbol,))


def _instrument(value: str) -> Filter:
    """Paragraphs that name an instrument, by its id, the beginning of one, or any of its names."""
    from mandex.index.instruments import ids_of  # noqa: PLC0415 - few questions need the vocabulary

    ids = ids_of(value)
    if not ids:
        raise BadQueryError(f"no instrument is known as {value!r}: 'mandex instruments' lists them")
    return Filter("instrument", "one of", tuple(ids))


def _one_of(name: str, value: str, known: Sequence[str]) -> str:
    """The value, if one of those known begins with it. Raises `BadQueryError` with the nearest."""
    if any(one.startswith(value) for one in known):
        return value
    near = get_close_matches(value, known, 1)
    raise BadQueryError(
        f"there is no {name} {value!r}; the nearest is {near[0]}"
        if near
        else f"there is no {name} {value!r}; there are {', '.join(known)}"
    )


def _force(value: str) -> Filter:
    if value == "binding":
        return Filter("binding", "is", (1,))
    force = stem_of_force(value)
    if force not in FORCES:
        _one_of("force", value, ("binding", *FORCES))
    return Filter("force", "is", (force,))


def stem_of_force(value: str) -> str:
    """`decides` and `decide` name one force."""
    return value.removesuffix("s") if value.endswith("s") else value


def _listed(name: Literal["actor", "topic"], field: Field) -> Filter:
    from mandex.index.lookup.values import known_value  # noqa: PLC0415 - few questions need the vocabulary

    if field.prefix:
        return Filter(name, "begins", (fold(field.value).strip().replace(" ", "-"),))
    return Filter(name, "is", (known_value(name, field.value),))
