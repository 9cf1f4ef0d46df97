"""What falls due: mandates and measures that expire, reports that are owed; as rows and as a calendar file.

Only what stands counts. A mandate that a later resolution has renewed appears under its new date alone. A
report that is owed every six months appears on each of its days, as long as the mandate that it reports on
runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from mandex.corpus import lexicon
from mandex.corpus.dates import find_dates
from mandex.corpus.model import Mandate, MandateDate
from mandex.corpus.store import Store
from mandex.index.life.standing import Register, Standing
from mandex.index.life.step import ENDING, Step, label_of

_PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
_RECENT = timedelta(days=3 * 365)
_THROUGH = re.compile(r"\b(?:through|until)\s*$|(?:直至|直到|至)$")
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
    """What stands on `as_of` and expires from `first` to `last` (ISO dates, both included), soonest first.

    What ran out between the last resolution held and `first` is listed too, as `unclear`: whether it was
    renewed, the base cannot know.
    """
    register = Register(store, as_of)
    found: dict[tuple[str, str, str, str], Due] = {}
    for step in register.steps:
        if step.action in ENDING or not step.until or step.until > last:
            continue
        stands = register.of_step(step)
        ahead = step.until >= first and stands.lives
        if ahead or (stands.status == "unclear" and step.until > register.horizon.known_to):
            due = _expiry(step, stands)
            found.setdefault((due.date, due.doc, due.pinpoint, due.subject), due)
    return sorted(found.values(), key=lambda due: (due.date, due.doc, due.pinpoint, due.subject))


def _expiry(step: Step, stands: Standing) -> Due:
    return Due(
        step.until, "expires", name(step.subject, step.kinds), "", step.symbol, step.pinpoint, "",
        stands.status, stands.reason, shortened(step.clause),
    )  # fmt: skip


def reports_due(store: Store, first: str, last: str, *, as_of: str = "") -> list[Due]:
    """Reports owed from `first` to `last` (ISO dates, both included) as things stand on `as_of`, soonest
    first.

    A rhythm ends with the mandate that it reports on, or when a later resolution on the same matter asks the
    same body for reports again.
    """
    register = Register(store, as_of)
    found: set[Due] = set()
    latest: dict[tuple[str, str, str], int] = {}
    demands = [demand for demand in _demanded_reports(store, register) if demand.adopted <= register.as_of]
    for demand in demands:
        latest[demand.key] = max(demand.number, latest.get(demand.key, 0))
    for demand in demands:
        if demand.when.every and latest[demand.key] > demand.number:
            continue
        if not demand.when.every and demand.when.date < first:
            continue
        stands = register.of_paragraph(demand.symbol, demand.label, demand.adopted, demand.mandate)
        if _is_owed(demand, stands, register):
            # A rhythm is kept up as long as the mandate in which it was asked for.
            until = stands.until or register.of_resolution(demand.symbol).until
            ends = (day for day in (last, until, _through(demand.mandate)) if day)
            end = min(ends) if demand.when.every else last
            found |= {demand.due(day, stands) for day in occasions(demand.when, first, end)}
    return sorted(found, key=lambda due: (due.date, due.doc, due.pinpoint, due.subject, due.to, due.clause))


def _through(mandate: Mandate) -> str:
    """The last day of a rhythm, where the demand names it: *monthly reports, through July 1, 2024*."""
    days = find_dates(mandate.measure)
    return max((day.iso for day in days if _THROUGH.search(mandate.measure[: day.start])), default="")


def _is_owed(demand: _Demand, stands: Standing, register: Register) -> bool:
    """Whether a report may be owed: the demand stands, or may do; of old ones whose fate the base does not
    hold that cannot be said.
    """
    if stands.status != "unclear" or stands.until > register.horizon.known_to:
        return stands.lives
    day = date.fromisoformat(register.as_of)
    return demand.adopted > (day - _RECENT).isoformat()


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
    mandate: Mandate
    when: MandateDate

    @property
    def key(self) -> tuple[str, str, str]:
        """Demands with the same key ask for the same report."""
        return self.matter, self.who, self.to

    def due(self, day: str, stands: Standing) -> Due:
        return Due(
            day, "report", self.who, self.to, self.symbol, f"OP{self.label}" if self.label else "",
            self.when.every, stands.status, stands.reason, shortened(self.mandate.measure),
        )  # fmt: skip


def _demanded_reports(store: Store, register: Register) -> Iterator[_Demand]:
    rows = store.connection.execute(
        "SELECT DISTINCT m.id, m.doc, p.pinpoint, d.symbol, d.number, d.date FROM mandate_dates AS x"
        " JOIN mandates AS m ON m.id = x.mandate JOIN documents AS d ON d.id = m.doc"
        " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
        " WHERE x.role = 'reports' AND x.date <> '' AND d.type = 'resolution' AND d.number IS NOT NULL"
        " AND d.lang = (SELECT min(lang) FROM documents WHERE symbol = d.symbol) ORDER BY d.number, m.id"
    ).fetchall()
    for id_, _, pinpoint, symbol, number, adopted in rows:
        label = label_of(pinpoint)
        mandate = store.mandate(id_)
        held = register.demands.matters.of(symbol)
        to = next((who for who, pattern in _RECIPIENTS if pattern.search(mandate.measure)), "")
        who = ", ".join(actor for actor in mandate.actors if actor != to)
        for when in mandate.dates:
            if when.role == "reports" and when.date:
                matter = held.matter if held else ""
                yield _Demand(symbol, number, matter, label, adopted, who, to, mandate, when)


def shortened(clause: str, most: int = 200) -> str:
    """The beginning of a clause, cut between words, with a mark where it was cut."""
    clause = " ".join(clause.split())
    if len(clause) <= most:
        return clause
    cut = clause[:most]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;，；、") + "…"


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


def name(subject: str, kinds: Sequence[str] = ()) -> str:
    """A subject in words: `unmiss` is UNMISS, `panel of south-sudan` the panel of experts on South Sudan."""
    body = lexicon.bodies().get(subject.removesuffix(" strength"))
    if body is not None:
        return body.label_en + (" (strength)" if subject.endswith(" strength") else "")
    kind, _, matter = subject.partition(" of ")
    country = lexicon.countries().get(matter)
    about = country.label_en if country else matter
    called = _KINDS.get(kind) or _shared(kind)
    if kind == "measures" and kinds:
        called = " and ".join(one.split(":")[-1].replace("-", " ") for one in kinds).capitalize()
    return f"{called} ({about})" if about.strip("-") else called


_KINDS = {"panel": "Panel of experts", "measures": "Measures", "authority": "Authorization"}


def _shared(kind: str) -> str:
    body = lexicon.bodies().get(kind)
    return body.label_en if body else kind.capitalize()
