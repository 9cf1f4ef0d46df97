"""Filters in SQL, for engines whose facts are in the store: one place that knows its tables.

Queries read `paragraphs AS p` and `documents AS d`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from mandex.index.engines import Field, Filter, Test, Value

JOINED = "paragraphs AS p JOIN documents AS d ON d.id = p.doc"
_MANDATE = "EXISTS (SELECT 1 FROM mandates AS m WHERE m.doc = p.doc AND m.seq = p.seq AND {test})"
_LISTED = (
    "EXISTS (SELECT 1 FROM mandates AS m, json_each(m.{column}) AS j"
    " WHERE m.doc = p.doc AND m.seq = p.seq AND {{test}})"
)
_CITATION = "EXISTS (SELECT 1 FROM citations AS c WHERE c.doc = p.doc AND c.seq = p.seq AND {test})"

_INSTRUMENT = (
    "EXISTS (SELECT 1 FROM entities AS e WHERE e.doc = p.doc AND e.seq = p.seq AND e.kind = 'instrument'"
    " AND {test})"
)

# What each field compares, and the query around the comparison.
_FIELDS: Mapping[Field, tuple[str, str]] = {
    "paragraph": ("p.id", "{test}"),
    "document": ("p.doc", "{test}"),
    "symbol": ("d.symbol", "{test}"),
    "lang": ("d.lang", "{test}"),
    "year": ("d.year", "{test}"),
    "date": ("d.date", "{test}"),
    "kind": ("p.kind", "{test}"),
    "verb": ("p.verb", "{test}"),
    "force": ("m.force", _MANDATE),
    "binding": ("m.binding", _MANDATE),
    "actor": ("j.value", _LISTED.format(column="actors")),
    "topic": ("j.value", _LISTED.format(column="topics")),
    "cites": ("c.cited", _CITATION),
    "instrument": ("e.entity", _INSTRUMENT),
}
_TESTS: Mapping[Test, str] = {
    "is": "{column} = ?",
    "is not": "{column} <> ?",
    "begins": "{column} LIKE ? ESCAPE '\\'",
    "between": "{column} BETWEEN ? AND ?",
    "one of": "{column} IN (SELECT value FROM json_each(?))",
}


def in_sql(filter_: Filter) -> tuple[str, tuple[Value, ...]]:
    """A condition over `p` and `d`, and its values."""
    column, around = _FIELDS[filter_.field]
    return around.format(test=_TESTS[filter_.test].format(column=column)), _values(filter_)


def _values(filter_: Filter) -> tuple[Value, ...]:
    if filter_.test == "begins":
        return (_like(str(filter_.values[0])) + "%",)
    if filter_.test == "one of":
        return (json.dumps(filter_.values),)
    return filter_.values


def _like(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
