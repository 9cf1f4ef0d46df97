"""Assessments kept in the base, by country and day: stored, listed, compared, summed up.

A row stays as it was filled in whatever becomes of its provision. When a resolution is read anew or amended,
the row is flagged; it is never dropped.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from mandex.corpus.store import Store
from mandex.index.compare.requirement import Requirement
from mandex.index.compare.requirements import Asked, requirements
from mandex.index.compare.workbook import ANSWERS, STATUSES, Filled, key, mark

TABLE = """CREATE TABLE IF NOT EXISTS assessments (
    country TEXT NOT NULL, date TEXT NOT NULL, key TEXT NOT NULL, mark TEXT NOT NULL, theme TEXT NOT NULL,
    provision TEXT NOT NULL, force TEXT NOT NULL, obligation TEXT NOT NULL, status TEXT NOT NULL,
    evidence TEXT NOT NULL, gaps TEXT NOT NULL, recommendation TEXT NOT NULL, assistance TEXT NOT NULL,
    due TEXT NOT NULL, PRIMARY KEY (country, date, key)
) WITHOUT ROWID"""
_FIELDS = (
    "country", "date", "key", "mark", "theme", "provision", "force", "obligation", "status", "evidence",
    "gaps", "recommendation", "assistance", "due",
)  # fmt: skip
Row = dict[str, Any]


def keep(store: Store, filled: Filled, *, country: str, date: str) -> int:
    """Store the rows of a workbook, replacing those of the same country and day; how many."""
    with store.transaction() as db:
        db.execute(TABLE)
        db.execute("DELETE FROM assessments WHERE country = ? AND date = ?", (country, date))
        db.executemany(
            f"INSERT INTO assessments ({', '.join(_FIELDS)}) VALUES ({', '.join('?' * len(_FIELDS))})",
            (
                (
                    country, date, row.key, row.mark, row.theme, row.provision, row.force, row.obligation,
                    *(row.answers.get(name, "") for name in ANSWERS),
                )
                for row in filled.rows
            ),
        )  # fmt: skip
    return len(filled.rows)


def kept(store: Store, *, country: str = "", date: str = "") -> Iterator[Row]:
    """The rows stored, of a country, of a day, by country, day and place."""
    try:
        rows = store.connection.execute(
            f"SELECT {', '.join(_FIELDS)} FROM assessments WHERE (? = '' OR country = ?)"
            " AND (? = '' OR date = ?) ORDER BY country, date, theme, key",
            (country, country, date, date),
        ).fetchall()
    except sqlite3.OperationalError as error:
        if "no such table" not in str(error):
            raise
        return
    yield from (dict(zip(_FIELDS, row, strict=True)) for row in rows)


def days(store: Store, country: str) -> list[str]:
    """The days of which assessments of a country are kept, oldest first."""
    return sorted({row["date"] for row in kept(store, country=country)})


def answers(store: Store, country: str) -> Mapping[str, Mapping[str, str]]:
    """What was last answered of a country, by key, as a workbook takes it."""
    last = days(store, country)[-1:]
    rows = kept(store, country=country, date=last[0]) if last else ()
    fields = dict(zip(ANSWERS, _FIELDS[-len(ANSWERS) :], strict=True))
    return {row["key"]: {name: row[column] for name, column in fields.items()} for row in rows}


def flagged(store: Store, rows: Sequence[Row]) -> Iterator[Row]:
    """The rows with `flag`: what became of the provision since (`reworded`, `gone`, `ended`, `replaced`)."""
    symbols = sorted({row["provision"].split(" OP")[0] for row in rows if row["provision"]})
    found = requirements(store, Asked(tuple(symbols), of=""), keep="all") if symbols else []
    now = {key(one): one for one in found}
    yield from ({**row, "flag": _flag(row, now.get(row["key"]))} for row in rows)


def _flag(row: Row, now: Requirement | None) -> str:
    if now is None:
        return "gone: the base has no such obligation now"
    if row["mark"] and row["mark"] != mark(now):
        return "reworded"
    return f"{now.status}: {now.reason}" if now.status in ("ended", "replaced") else ""


def changes(store: Store, country: str, old: str, new: str) -> Iterator[Row]:
    """What was answered otherwise on a later day: one row for each obligation whose answers differ."""
    before = {row["key"]: row for row in kept(store, country=country, date=old)}
    after = {row["key"]: row for row in kept(store, country=country, date=new)}
    for name in sorted(before.keys() | after.keys()):
        one, other = before.get(name, {}), after.get(name, {})
        fields = [f for f in _FIELDS[-len(ANSWERS) :] if one.get(f, "") != other.get(f, "")]
        if fields:
            row = other or one
            yield {
                "country": country, "key": name, "theme": row["theme"], "provision": row["provision"],
                "old_status": one.get("status", ""), "new_status": other.get("status", ""),
                "changed": fields, "obligation": row["obligation"],
            }  # fmt: skip


def summary(store: Store, *, country: str = "", date: str = "") -> Iterator[Row]:
    """Counts of each status by country, day and theme."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in kept(store, country=country, date=date):
        found[row["country"], row["date"]].append(row)
    for (of, day), rows in sorted(found.items()):
        yield from ({"country": of, "date": day, **one} for one in totals(rows))


def totals(rows: Iterable[Row]) -> Iterator[Row]:
    """Counts of each status by theme."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        counts[row["theme"]][row["status"]] += 1
    for theme, found in sorted(counts.items()):
        known = {status.replace(" ", "_"): found[status] for status in STATUSES}
        rest = found.total() - sum(known.values())
        yield {"theme": theme, "obligations": found.total(), **known, "not_assessed": rest}
