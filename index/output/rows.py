"""Rows out: what the base holds as dictionaries with stable field names, and conditions on them."""

from __future__ import annotations

import json
import operator
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from mandex.corpus.errors import BadQueryError, BadReferenceError
from mandex.corpus.fold import fold
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.corpus.symbols import parse
from mandex.index.output.cells import grid, plain

Row = dict[str, Any]

# One statement a table; JSON columns and booleans are turned back into values in `_decode`.
_TABLES: Mapping[str, str] = {
    "documents": """
        SELECT symbol, lang, type, organ, number, year, date, title, meeting, vote, chapter_vii, source,
               sha256, pages, repairs, kept,
               (SELECT count(*) FROM problems p WHERE p.doc = d.symbol AND p.lang = d.lang) AS problems
        FROM documents d ORDER BY symbol, lang""",
    "paragraphs": """
        SELECT d.symbol AS doc, d.lang, p.seq, p.kind, p.label, p.pinpoint, p.verb, p.text, p.page, d.source,
               p.start, p.end, iif(p.kind = 'table', p.text, '') AS cells
        FROM documents d JOIN paragraphs p ON p.doc = d.id ORDER BY d.symbol, d.lang, p.seq""",
    "citations": """
        SELECT d.symbol AS doc, d.lang, c.seq, p.kind, p.label, c.start, c.end, c.surface, c.target,
               c.pinpoint, c.relation, c.status, c.suggest, c.gaps
        FROM documents d JOIN citations c ON c.doc = d.id
             JOIN paragraphs p ON p.doc = c.doc AND p.seq = c.seq
        ORDER BY d.symbol, d.lang, c.id""",
    "mandates": """
        -- In full also where a title parts a point from its paragraph: (a) is 2(a) there, by its pinpoint.
        SELECT d.symbol AS doc, d.lang, m.seq,
               iif(p.label LIKE '(%' AND p.pinpoint LIKE 'OP%', substr(p.pinpoint, 3), p.label) AS label,
               m.verb, m.lemma, m.force, m.binding, m.chapter_vii,
               m.actors, m.measure, m.topics,
               (SELECT json_group_array(json_object('role', role, 'date', date, 'text', text, 'every', every))
                FROM mandate_dates WHERE mandate = m.id) AS dates
        FROM documents d JOIN mandates m ON m.doc = d.id
             JOIN paragraphs p ON p.doc = m.doc AND p.seq = m.seq
        -- The lead verb's row comes last: who keeps one row for each label keeps the lead.
        ORDER BY d.symbol, d.lang, m.seq, m.id DESC""",
    "entities": """
        SELECT d.symbol AS doc, d.lang, e.seq, p.label, e.at_start AS start, e.at_end AS end,
               substr(p.text, e.at_start + 1, e.at_end - e.at_start) AS surface, e.kind, e.entity AS id
        FROM documents d JOIN entities e ON e.doc = d.id
             JOIN paragraphs p ON p.doc = e.doc AND p.seq = e.seq
        ORDER BY d.symbol, d.lang, e.id""",
    "problems": """
        SELECT source, doc, lang, code, severity, place AS "where", message FROM problems ORDER BY id""",
}
# The columns of a table for people.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "documents": ("symbol", "lang", "type", "date", "title"),
    "paragraphs": ("doc", "lang", "pinpoint", "text"),
    "citations": ("doc", "lang", "label", "target", "pinpoint", "relation", "status", "surface"),
    "mandates": ("doc", "lang", "label", "force", "actors", "measure"),
    "entities": ("doc", "lang", "label", "kind", "id", "surface"),
    "standing": ("doc", "lang", "label", "force", "status", "until", "by", "measure"),
    "problems": ("code", "severity", "source", "message"),
}
_BOOLEAN = frozenset({"chapter_vii", "binding"})
_JSON = frozenset({"actors", "topics", "dates"})


def rows(store: Store, table: str, *, lang: str = "", where: Iterable[Condition] = ()) -> Iterator[Row]:
    """The rows of a table, in the order of documents and of reading.

    `lang` is a language or the beginning of one (`zh`). Raises `BadQueryError` for a condition on a field
    that the table does not have.
    """
    cursor = store.connection.execute(_TABLES[table])
    names = [column[0] for column in cursor.description]
    meets = meeting(store, table, names, tuple(where))
    for values in cursor:
        row = _decode(names, values)
        if str(row["lang"]).startswith(lang) and meets(row):
            yield row


# Fields of documents that rows of other tables are chosen by too, though they do not have them.
_OF_DOCUMENTS = ("type", "organ", "number", "year", "date", "title", "meeting")


def meeting(
    store: Store, table: str, names: Sequence[str], conditions: Sequence[Condition]
) -> Callable[[Mapping[str, Any]], bool]:
    """What tells whether a row of a table with fields of these names meets conditions: on its own fields, or
    on those of its document (`year>=2014`). Raises `BadQueryError` for a field that neither has.
    """
    own = [one for one in conditions if one.field in names]
    beside = [one for one in conditions if one.field not in names]
    for condition in beside:
        if "doc" not in names or condition.field not in _OF_DOCUMENTS:
            raise BadQueryError(f"{table} have no field {condition.field!r}; they have {', '.join(names)}")
    chosen = _chosen(store, beside) if beside else None

    def meets(row: Mapping[str, Any]) -> bool:
        of = chosen is None or (row["doc"], row["lang"]) in chosen
        return of and all(condition.holds(row) for condition in own)

    return meets


def _chosen(store: Store, conditions: Sequence[Condition]) -> Set[tuple[str, str]]:
    """The documents that meet conditions, by symbol and language."""
    return {(row["symbol"], row["lang"]) for row in rows(store, "documents", where=conditions)}


def _decode(names: list[str], values: sqlite3.Row | tuple[Any, ...]) -> Row:
    row: Row = {}
    for name, value in zip(names, values, strict=True):
        if name in _BOOLEAN:
            row[name] = bool(value)
        elif name in _JSON:
            row[name] = json.loads(value)
        elif name == "cells":
            row[name] = grid(value)
        else:
            row[name] = value
    return row


# -- conditions


@dataclass(frozen=True, slots=True)
class Condition:
    """`field OPERATOR value`; `~` holds where the field contains the value."""

    field: str
    operator: str
    value: str

    def holds(self, row: Mapping[str, Any]) -> bool:
        """Whether a row meets the condition; numbers compare as numbers, any of several values is enough."""
        found = row[self.field]
        if self.operator == "~":
            return fold(self.value) in fold(plain(found))
        if self.field == "lang" and self.operator == "=":  # of `zh` any
            return str(found).startswith(self.value) and self.value != ""
        if isinstance(found, int) and not isinstance(found, bool):
            try:
                return bool(_COMPARE[self.operator](found, int(self.value)))
            except ValueError:
                return False
        if isinstance(found, list) and self.operator == "=":
            return self.value in map(plain, found)
        return bool(_COMPARE[self.operator](plain(found), self.value))


_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt,
    ">=": operator.ge,
}  # fmt: skip
_CONDITION = re.compile(r"\s*(\w+)\s*(!=|<=|>=|=|<|>|~)\s*(.*?)\s*", re.DOTALL)


def condition(text: str) -> Condition:
    """Parse `kind=operative`, `year>=2014`, `text~asset freeze`. Raises `BadQueryError`."""
    match = _CONDITION.fullmatch(text)
    if not match:
        raise BadQueryError(f"cannot read the condition {text!r}: write FIELD=VALUE, or with != < <= > >= ~")
    field, sign, value = match.groups()
    if sign == "~" and not value:  # which everything contains
        raise BadQueryError(f"the condition {text!r} names no text: write FIELD~TEXT")
    return Condition(field, sign, _symbol(value) if field in _SYMBOLS and sign in ("=", "!=") else value)


_SYMBOLS = {"doc", "symbol", "target", "suggest"}


def _symbol(typed: str) -> str:
    """The normal form of a document that a condition names: `S/RES/2396 (2017)` for `2396`."""
    try:
        return parse(typed).symbol
    except BadReferenceError:
        return typed
