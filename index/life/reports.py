"""Reports that are owed: who reports, to whom, when, how often.

Only what lives is owed. A rhythm ends with the mandate in which it was asked for, on the day that it names,
or with the next demand for the same reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from mandex.corpus.dates import find_dates
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.corpus.model import Mandate, MandateDate
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.life.calendar import Due, shortened
from mandex.index.life.doubts import in_doubt
from mandex.index.life.echoes import pairs, share
from mandex.index.life.matters import is_situation
from mandex.index.life.parties import part_on, parties
from mandex.index.life.periodic import length_of, mandated_by, of_annexes, rhythms, within_others
from mandex.index.life.rhythm import occasions
from mandex.index.life.standing import Register, Standing
from mandex.index.life.status import days_between
from mandex.index.life.step import label_of
from mandex.index.life.wording import ON_THIS

_RECENT = timedelta(days=3 * 365)
_YEAR = 365  # days
_THROUGH = Expression(r"\b(?:through|until)\s*$|(?:直至|直到|至)$")
_LONG = 5 * 365  # days
_ALIKE_AFTER_YEARS = 0.25
_ALIKE = 0.42  # of their pairs of words, so many have two demands in common that ask for the same reports

# Taken: *report every 90 days*, *keep the Council informed*; left: *to update this list every 12 months*.
_REPORTING = Expression(
    r"\b(?:report|reports|reporting|brief|briefs|briefings?|inform|informed|address|submit|present|notif(?:y|ies)"
    r"|updates|apprised)\b|报告|通报|汇报|提交"
)
# Left too: what is told to all when something comes about, or put on a website.
_EVENT = Expression(
    r"\bnotify\b.{0,60}\bwhen\b|\bmake publicly available\b|\baverage price\b|\bdetermine\b.{0,60}\blist\b"
    # a part of reports that are owed anyway
    r"|\bto include\b.{0,40}\b(?:annual|regular|periodic|quarterly|biannual) reports?\b"
)
# *An interim report by 1 December 2026, and, except in months when these reports are due, updates each month*
_BUT_FOR = Expression(
    r"\bexcept in (?:the )?months? (?:when|in which|where)\b|除.{0,12}(?:应|须)?提交.{0,12}(?:月|报告)"
)
_POINT = Expression(r"\(\w+\)$")


def reports_due(store: Store, first: str, last: str, *, as_of: str = "") -> list[Due]:
    """Reports owed from `first` to `last` (ISO dates, both included) as things stand on `as_of`, soonest
    first.

    A rhythm ends with the mandate that it reports on, or when a later resolution on the same matter asks the
    same body for reports again.
    """
    register = Register(store, as_of)
    found: set[Due] = set()
    latest: dict[tuple[str, str], list[_Demand]] = {}
    demands = [demand for demand in _all(store, register) if demand.adopted <= register.as_of]
    for demand in demands:
        latest.setdefault(demand.key, []).append(demand)
    for demand in demands:
        again = demand.recurs and any(demand.gives_way_to(one) for one in latest[demand.key])
        if again or (not demand.recurs and demand.when.date < first):
            continue
        stands = _owed(demand, register)
        if stands is not None:
            found |= {demand.due(day, stands) for day in _days(demand, stands, register, first, last)}
    return sorted(found, key=_in_order)


def _in_order(due: Due) -> tuple[str, ...]:
    return due.date or "9", due.doc, due.pinpoint, due.subject, due.to, due.every, due.clause


def _days(demand: _Demand, stands: Standing, register: Register, first: str, last: str) -> Iterator[str]:
    """The days from `first` to `last` on which a report is owed; of one under a mandate that ran out after
    the last resolution held only the next; no day (empty) of one that is owed *on a regular basis*.
    """
    if not demand.when.date:
        return iter([""])
    if not demand.when.every:
        return occasions(demand.when, first, last)
    if _BUT_FOR.search(demand.mandate.measure):
        taken = {one.date[:7] for one in demand.mandate.dates if one.role == "reports" and not one.every}
        return (day for day in _rhythm(demand, stands, register, first, last) if day[:7] not in taken)
    return _rhythm(demand, stands, register, first, last)


def _rhythm(demand: _Demand, stands: Standing, register: Register, first: str, last: str) -> Iterator[str]:
    through = _through(demand.mandate)
    ends = [day for day in (stands.until, through) if day]
    if not through and stands.status == "unclear" and all(day < register.as_of for day in ends):
        return islice(occasions(demand.when, first, last), 1)
    return occasions(demand.when, first, min([last, *ends]))


def _through(mandate: Mandate) -> str:
    """The last day of a rhythm, where the demand names it: *monthly reports, through July 1, 2024*."""
    days = find_dates(mandate.measure)
    return max((day.iso for day in days if _THROUGH.search(mandate.measure[: day.start])), default="")


def _owed(demand: _Demand, register: Register) -> Standing | None:
    """How a report stands, if it may be owed: it is under the mandate that its resolution gives; of old ones
    whose fate the base does not hold nothing can be said.
    """
    stands = register.of_paragraph(demand.symbol, demand.label, demand.adopted, demand.mandate)
    mandate = register.of_resolution(demand.symbol)
    known = register.horizon.known_to
    # Measures without end keep what is reported on them, though another term of the resolution has run out.
    terms = [
        register.of_step(step)
        for step in register.kept.of(demand.symbol)
        if step.until or step.action == "imposes"
    ]
    if not stands.lives or (terms and all(_is_past(one, known) for one in terms)):
        return None
    if mandate.until and mandate.lives and not stands.until and is_situation(demand.matter):
        stands = mandate
    if stands.status == "open":
        stands = in_doubt(demand.who, demand.matter, register) or stands
    if stands.status == "unclear" and stands.until and stands.until <= known:
        return None
    unsure = stands.status == "unclear" and not stands.until
    if unsure or (not demand.when.date and stands.status != "current"):
        recent = demand.adopted > (date.fromisoformat(register.as_of) - _RECENT).isoformat()
        return stands if recent else None
    return stands


def _is_past(term: Standing, known: str) -> bool:
    """Whether a term is over, and that of what took its place has run out while the texts are known."""
    return term.status in ("ended", "spent") or (term.status == "replaced" and "" < term.until <= known)


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
    within: bool = False  # told within another report, which it does not replace

    @property
    def key(self) -> tuple[str, str]:
        """Demands with the same key may ask for the same report: the 751 Committee and *the Committee*, on
        Somalia, are one.
        """
        return self.matter, "committee" if self.who.endswith("committee") else self.who

    def shares_reader(self, other: _Demand) -> bool:
        """Whether two reports go to the same body, or to none that is named."""
        return self.to == other.to or not set(self.to.split(", ")).isdisjoint(other.to.split(", "))

    @property
    def recurs(self) -> bool:
        """Whether it is owed again and again, if only *on a regular basis*."""
        return bool(self.when.every or not self.when.date)

    def gives_way_to(self, later: _Demand) -> bool:
        """Whether a later demand on the same matter, of the same body, asks for the same reports: in a
        situation, and of a committee, any does; on a theme one in much the same words.
        """
        if later.number <= self.number or later.within:
            return False
        days = days_between(self.adopted, later.adopted)
        if self.who.endswith("committee"):
            return later.recurs and self.shares_reader(later)
        if is_situation(self.matter):
            # a single report asked for within the same years is another one
            return self.shares_reader(later) and (later.recurs or days > _YEAR)
        mine, others = fold(self.mandate.measure), fold(later.mandate.measure)
        enough = _ALIKE if days < _LONG else _ALIKE_AFTER_YEARS
        return not ON_THIS.search(mine) and share(pairs(mine), pairs(others)) >= enough

    def told_on(self, days: Mapping[tuple[str, str, str], str]) -> _Demand:
        """What is told *in his annual briefing mandated by resolution 2378* is told on the day of that."""
        host = mandated_by(self.mandate.measure) if self.within else ""
        day = days.get((host, self.who, length_of(self.when.every)))
        return replace(self, when=replace(self.when, date=day)) if day else self

    def due(self, day: str, stands: Standing) -> Due:
        return Due(
            day, "report", self.who, self.to, self.symbol, _pinpoint(self.label),
            self.when.every, stands.status, stands.reason, shortened(self.mandate.measure),
        )  # fmt: skip


def _demanded_reports(store: Store, register: Register) -> Iterator[_Demand]:
    def made(
        symbol: str, number: int, adopted: str, pinpoint: str, mandate: Mandate, words: str, text: str,
        dates: Iterable[MandateDate], within: bool = False,
    ) -> Iterator[_Demand]:  # fmt: skip
        held = register.demands.matters.of(symbol)
        matter = held.matter if held else ""
        asked = list(dates)
        for when in asked:
            part = part_on(words, when.text) if len(asked) > 1 and when.every else words
            who, to = parties(store.connection, mandate, part, text)
            if who == "committee":
                who = register.committee(matter) or who
            yield _Demand(symbol, number, matter, label_of(pinpoint), adopted, who, to, mandate, when, within)

    for symbol, number, adopted, pinpoint, text, mandate in _reporting(store):
        words = text[mandate.at.start : mandate.at.end]
        dated = any(one.role == "reports" and one.date for one in mandate.dates)
        # a point of a report says nothing of reporting: (a) obstructions to the Mission, on a monthly basis
        told = _REPORTING.search(words) or (_POINT.search(pinpoint) and "reporting" in mandate.topics)
        if dated and told and not _EVENT.search(words):
            yield from made(
                symbol, number, adopted, pinpoint, mandate, words, text, rhythms(mandate, adopted)
            )
        elif not dated and (when := within_others(mandate, adopted)):
            yield from made(symbol, number, adopted, pinpoint, mandate, words, text, [when], True)
    for symbol, number, adopted, pinpoint, mandate in of_annexes(store):
        words = mandate.measure
        yield from made(symbol, number, adopted, pinpoint, mandate, words, words, mandate.dates)


def _all(store: Store, register: Register) -> list[_Demand]:
    """The reports asked for, in the order of their resolutions; what an annex repeats (1966, whose statute
    says again what paragraph 16 asks) once.
    """
    found = list(_demanded_reports(store, register))
    days = {
        (one.symbol, one.who, length_of(one.when.every)): one.when.date for one in found if not one.within
    }
    found = [one.told_on(days) for one in found]
    asked = {(one.symbol, one.who, one.when.every) for one in found if one.label[:1].isdigit()}
    kept = (
        one for one in found if one.label[:1].isdigit() or (one.symbol, one.who, one.when.every) not in asked
    )
    return sorted(kept, key=lambda one: one.number)


def _pinpoint(label: str) -> str:
    return f"OP{label}" if label[:1].isdigit() else label


# What a demand of reports without a date may say (see `periodic.within_others`).
_SAID = ("annual", "month", "quarterly", "regular", "periodic", "定期", "年度")


def _reporting(store: Store) -> Iterator[tuple[str, int, str, str, str, Mandate]]:
    """The demands that may ask for reports: symbol, number, day of adoption, pinpoint, text, demand."""
    said = " OR ".join(f"m.measure LIKE '%{word}%'" for word in _SAID)
    rows = store.connection.execute(
        "SELECT m.id, p.pinpoint, d.symbol, d.number, d.date, p.text FROM mandates AS m"
        " JOIN documents AS d ON d.id = m.doc JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
        " WHERE m.id IN (SELECT x.mandate FROM mandate_dates AS x WHERE x.role = 'reports' AND x.date <> ''"
        f" UNION SELECT m.id FROM mandates AS m WHERE {said})"
        " AND d.type = 'resolution' AND d.number IS NOT NULL"
        " AND d.lang = (SELECT min(lang) FROM documents WHERE symbol = d.symbol) ORDER BY d.number, m.id"
    ).fetchall()
    for id_, pinpoint, symbol, number, adopted, text in rows:
        yield symbol, number, adopted, pinpoint, text, store.mandate(id_)
