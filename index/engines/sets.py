"""Queries as sets of paragraphs, for what an engine cannot answer in one go."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from mandex.index.engines import And, Filter, Ids, Mark, Node, Not, Or, Phrase, Value
from mandex.index.engines.filters import JOINED, in_sql

Find = Callable[[Node], set[int]]


def evaluate(node: Node, db: sqlite3.Connection, find: Find) -> set[int]:
    """The paragraphs that `node` finds; `find` answers for phrases, for marks and for the parts."""
    match node:
        case Phrase() | Mark():
            return find(node)
        case Ids(ids):
            return set(ids)
        case Filter():
            sql, values = in_sql(node)
            return _column(db, f"SELECT p.id FROM {JOINED} WHERE {sql}", values)
        case Or(parts):
            return set().union(*map(find, parts))
        case Not(part):
            return _column(db, "SELECT id FROM paragraphs") - find(part)
        case And(parts):
            wanted = [find(part) for part in parts if not isinstance(part, Not)]
            found = set.intersection(*wanted) if wanted else _column(db, "SELECT id FROM paragraphs")
            return found.difference(*(find(part.part) for part in parts if isinstance(part, Not)))


def positive(node: Node) -> list[Phrase | Mark]:
    """The phrases and marks that speak for a paragraph: all but what is excluded."""
    match node:
        case Phrase() | Mark():
            return [node]
        case And(parts) | Or(parts):
            return [leaf for part in parts for leaf in positive(part)]
        case _:
            return []


def _column(db: sqlite3.Connection, sql: str, values: tuple[Value, ...] = ()) -> set[int]:
    return {row[0] for row in db.execute(sql, values)}
