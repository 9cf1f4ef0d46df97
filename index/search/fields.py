"""The fields of the query language as conditions on the store's tables."""

from __future__ import annotations

import json

from mandex.corpus.errors import BadQueryError, BadReferenceError
from mandex.corpus.fold import fold
from mandex.corpus.symbols import normalize, parse
from mandex.index.engines import NOTHING, Node, Or, Phrase, Where
from mandex.index.search.query import Field
from mandex.index.text.stems import stem
from mandex.index.text.terms import terms

_LISTED = (
    "EXISTS (SELECT 1 FROM mandates AS m, json_each(m.{column}) AS j"
    " WHERE m.doc = p.doc AND m.seq = p.seq AND j.value {test})"
)
_FORCE = "EXISTS (SELECT 1 FROM mandates AS m WHERE m.doc = p.doc AND m.seq = p.seq AND {test})"


def field_condition(field: Field) -> Node:
    """What paragraphs a field's value asks for. Raises `BadQueryError` where the value cannot be one."""
    if field.name == "year":
        return _year(field)
    if field.upper is not None:
        raise BadQueryError(f"{field.name} has no order, so no ranges: only year has")
    match field.name:
        case "symbol":
            return _symbol(field)
        case "cites":
            return _cites(field)
        case "lang":
            return Where("d.lang LIKE ?", (f"{field.value}%",))
        case "kind":
            return Where("p.kind LIKE ?", (f"{field.value.lower()}%",))
        case "verb":
            return Where("p.verb LIKE ?", (_like(stem(field.value.lower())) + "%",))
        case "force":
            return _force(field.value.lower())
        case "actor" | "topic":
            return _listed(field)
        case "instrument":
            return _instrument(field.value)
        case _:
            return _named(field.value)


def _named(value: str) -> Node:
    """A body or a country, by any of its names in either language; by the value itself if it is not known."""
    from mandex.index.text.synonyms import named  # noqa: PLC0415 - few questions need the vocabulary

    words = tuple(terms(value))
    others = [name for one in named(value) if (one.start, one.end) == (0, len(value)) for name in one.names]
    return Or(tuple(map(Phrase, filter(None, (words, *others))))) if words else NOTHING


def _year(field: Field) -> Where:
    try:
        low = int(field.value) if field.value else 0
        high = low if field.upper is None else int(field.upper) if field.upper else 9999
    except ValueError:
        typed = f"[{field.value} TO {field.upper}]" if field.upper is not None else field.value
        raise BadQueryError(f"year:{typed} is no year: write year:2014 or year:[2014 TO 2017]") from None
    if field.prefix:
        shift = 10 ** max(0, 4 - len(field.value))
        low, high = low * shift, low * shift + shift - 1
    return Where("d.year BETWEEN ? AND ?", (low, high))


def _symbol(field: Field) -> Where:
    if not field.prefix:
        for read in (lambda text: parse(text).symbol, normalize):
            try:
                return Where("d.symbol = ?", (read(field.value),))
            except BadReferenceError:
                continue
    return Where("d.symbol LIKE ? ESCAPE '\\'", (_like(field.value) + "%",))


def _cites(field: Field) -> Where:
    test, value = "= ?", field.value
    try:
        if field.prefix:
            raise BadReferenceError("a prefix")
        value = parse(field.value).symbol
    except BadReferenceError:
        test, value = "LIKE ? ESCAPE '\\'", _like(field.value) + "%"
    return Where(
        f"EXISTS (SELECT 1 FROM citations AS c WHERE c.doc = p.doc AND c.seq = p.seq AND c.cited {test})",
        (value,),
    )


def _instrument(value: str) -> Where:
    """Paragraphs that name an instrument, by its id, the beginning of one, or any of its names."""
    from mandex.index.instruments import ids_of  # noqa: PLC0415 - few questions need the vocabulary

    ids = ids_of(value)
    if not ids:
        raise BadQueryError(f"no instrument is known as {value!r}: 'mandex instruments' lists them")
    return Where(
        "EXISTS (SELECT 1 FROM entities AS e WHERE e.doc = p.doc AND e.seq = p.seq AND e.kind = 'instrument'"
        " AND e.entity IN (SELECT value FROM json_each(?)))",
        (json.dumps(ids),),
    )


def _force(value: str) -> Where:
    if value == "binding":
        return Where(_FORCE.format(test="m.binding"))
    return Where(_FORCE.format(test="m.force = ?"), (stem_of_force(value),))


def stem_of_force(value: str) -> str:
    """`decides` and `decide` name one force."""
    return value.removesuffix("s") if value.endswith("s") else value


def _listed(field: Field) -> Node:
    value = fold(field.value).strip().replace(" ", "-")
    column = field.name + "s"
    if field.prefix:
        return Where(_LISTED.format(column=column, test="LIKE ? ESCAPE '\\'"), (_like(value) + "%",))
    return Or((Where(_LISTED.format(column=column, test="= ?"), (value,)),))


def _like(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
