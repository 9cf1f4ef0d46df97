"""What falls due: mandates and measures that expire, reports that are owed; as rows and as a calendar file.

Only what stands counts. A mandate that a later resolution has renewed appears under its new date alone. A
report that is owed every six months appears on each of its days, as long as the mandate that it reports on
runs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from mandex.corpus import lexicon
from mandex.corpus.model import MandateDate
from mandex.corpus.store import Store
from mandex.index.life.standing import Register, Standing
from mandex.index.life.steps import Step, regime

_PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
_MOST = 400  # occasions of one rhythm

_TO_COUNCIL = r"\b(?:to|inform|keep|brief|update|provide) (?:the )?(?:Security )?Council\b|安理会|安全理事会"
# To whom one reports, in the words of the demand.
_RECIPIENTS = (
    ("security-council", re.compile(_TO_COUNCIL)),
    ("general-assembly", re.compile(r"\bto the General Assembly\b|大会")),
    ("committee", re.compile(r"\bto the (?:\S+ ){0,3}?Committee\b|\bCTC\b|委员会")),
    ("secretary-general", re.compile(r"\bto the Secretary-General\b|向秘书长")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Due:
    """One thing on one day. `what` is `expires` or `report`; `subject` the mandate that expires or who
    reports; `to` to whom; `every` the rhythm (ISO 8601 duration); `status` is `current` or `unclear`, with
    the reason.
    """

    date: str
    what: str
    subject: str
    to: str
    doc: str
    pinpoint: str
    every: str
    status: str
    reason: str
    clause: str

    def row(self) -> dict[str, Any]:
        """The day as a row for listings."""
        return asdict(self)


def expiring(store: Store, first: str, last: str, *, as_of: str = "") -> list[Due]:
    """What stands on `as_of` and expires from `first` to `last` (ISO dates, both included), soonest first."""
    register = Register(store, as_of)
    found: dict[tuple[str, str, str, str], Due] = {}
    for step in register.steps:
        if step.action == "ends" or not first <= step.until <= last:
            continue
        stands = register.of_step(step)
        if stands.status in ("current", "unclear"):
            due = _expiry(step, stands)
            found.setdefault((due.date, due.doc, due.pinpoint, due.subject), due)
    return sorted(found.values(), key=lambda due: (due.date, due.doc, due.pinpoint))


def _expiry(step: Step, stands: Standing) -> Due:
    pinpoint = f"OP{step.label}" if step.label else ""
    return Due(
        step.until, "expires", name(step.subject), "", step.symbol, pinpoint, "", stands.status,
        stands.reason, step.clause,
    )  # fmt: skip


def reports_due(store: Store, first: str, last: str, *, as_of: str = "") -> list[Due]:
    """Reports owed from `first` to `last` (ISO dates, both included) as things stand on `as_of`, soonest
    first.

    A rhythm ends with the mandate that it reports on, or when a later resolution on the same matter asks the
    same body for reports again.
    """
    register = Register(store, as_of)
    demands = [demand for demand in _demanded_reports(store) if demand.adopted <= register.as_of]
    latest: dict[tuple[str, str], int] = {}
    for demand in demands:
        latest[demand.matter, demand.who] = max(demand.number, latest.get((demand.matter, demand.who), 0))
    standing: dict[str, Standing] = {}
    found = set()
    for demand in demands:
        if demand.when.every and latest[demand.matter, demand.who] > demand.number:
            continue
        if demand.symbol not in standing:
            standing[demand.symbol] = register.of_resolution(demand.symbol)
        stands = standing[demand.symbol]
        if stands.status in ("current", "unclear"):
            end = min(last, stands.until) if demand.when.every and stands.until else last
            found |= {demand.due(day, stands) for day in occasions(demand.when, first, end)}
    return sorted(found, key=lambda due: (due.date, due.doc, due.pinpoint))


@dataclass(frozen=True, slots=True)
class _Demand:
    """A report asked for: `matter` is what the resolution is about."""

    symbol: str
    number: int
    matter: str
    label: str
    adopted: str
    who: str
    to: str
    clause: str
    when: MandateDate

    def due(self, day: str, stands: Standing) -> Due:
        return Due(
            day, "report", self.who, self.to, self.symbol, f"OP{self.label}" if self.label else "",
            self.when.every, stands.status, stands.reason, self.clause[:200],
        )  # fmt: skip


def _demanded_reports(store: Store) -> Iterator[_Demand]:
    rows = store.connection.execute(
        "SELECT d.symbol, d.number, d.title, p.label, d.date, m.actors, m.measure, x.date, x.text, x.every"
        " FROM mandate_dates AS x JOIN mandates AS m ON m.id = x.mandate JOIN documents AS d ON d.id = m.doc"
        " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
        " WHERE x.role = 'reports' AND x.date <> '' AND d.type = 'resolution' AND d.number IS NOT NULL"
        " AND d.lang = (SELECT min(lang) FROM documents WHERE symbol = d.symbol) ORDER BY x.rowid"
    )
    matters: dict[str, str] = {}
    for symbol, number, title, label, adopted, actors, clause, day, text, every in rows:
        if symbol not in matters:
            matters[symbol] = regime(store.connection, symbol, title, number)
        to = next((id_ for id_, pattern in _RECIPIENTS if pattern.search(clause)), "")
        who = ", ".join(actor for actor in json.loads(actors) if actor != to)
        when = MandateDate("reports", day, text, every)
        yield _Demand(symbol, number, matters[symbol], label, adopted, who, to, clause, when)


def occasions(when: MandateDate, first: str, last: str) -> Iterator[str]:
    """The days from `first` to `last` on which something dated falls: its date, and after it every period."""
    start = date.fromisoformat(when.date)
    period = _PERIOD.fullmatch(when.every) if when.every else None
    for n in range(_MOST if period else 1):
        day = _later(start, period, n).isoformat() if period else when.date
        if day > last:
            return
        if day >= first:
            yield day


def _later(start: date, period: re.Match[str], times: int) -> date:
    """`start` and `times` periods; the last day of the month where the month has no such day."""
    years, months, weeks, days = (int(part or 0) * times for part in period.groups())
    months += 12 * years + start.month - 1
    year, month = start.year + months // 12, months % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    last_day = (following - timedelta(days=1)).day
    return date(year, month, min(start.day, last_day)) + timedelta(days=days, weeks=weeks)


def name(subject: str) -> str:
    """A subject in words: `unmiss` is UNMISS, `panel of south-sudan` the panel of experts on South Sudan."""
    body = lexicon.bodies().get(subject.removesuffix(" strength"))
    if body is not None:
        return body.label_en + (" (strength)" if subject.endswith(" strength") else "")
    kind, _, matter = subject.partition(" of ")
    country = lexicon.countries().get(matter)
    about = country.label_en if country else matter
    kinds = {"panel": "Panel of experts", "measures": "Measures", "authority": "Authorization"}
    shared = lexicon.bodies().get(kind)
    called = kinds.get(kind) or (shared.label_en if shared else kind.capitalize())
    return f"{called} ({about})" if about.strip("-") else called
