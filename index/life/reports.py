"""Reports that are owed: who reports, to whom, when, how often.

Only what lives is owed, or what did until its own day. A rhythm ends with the mandate in which it was asked
for, on the day that it names, or with the next demand for the same reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from mandex.corpus.dates import find_dates
from mandex.corpus.expressions import Expression
from mandex.corpus.model import Mandate
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.life.calendar import Due, shortened
from mandex.index.life.doubts import in_doubt
from mandex.index.life.matters import is_situation
from mandex.index.life.overtaking import Latest, is_support
from mandex.index.life.periodic import length_of
from mandex.index.life.reporting import Asked, mandate_of, measure_of
from mandex.index.life.rhythm import occasions
from mandex.index.life.standing import Register, Standing
from mandex.index.life.wording import ON_ANOTHER

_RECENT = timedelta(days=3 * 365)
_THROUGH = Expression(r"\b(?:through|until)\s*$|(?:直至|直到|至)$")
# *An interim report by 1 December 2026, and, except in months when these reports are due, updates each month*
_BUT_FOR = Expression(
    r"\bexcept in (?:the )?months? (?:when|in which|where)\b|除.{0,12}(?:应|须)?提交.{0,12}(?:月|报告)"
)
_REQUEST = Expression(r"(?i)\breporting (?:requests?|requirements?)\b|报告(?:要求|请求)")


def reports_due(store: Store, first: str, last: str, *, as_of: str = "") -> list[Due]:
    """Reports owed from `first` to `last` (ISO dates, both included) as things stand on `as_of`, soonest
    first.

    A rhythm ends with the mandate that it reports on, or when a later resolution on the same matter asks the
    same body for reports again. What was due by a day of its own that is over is `spent`.
    """
    register = Register(store, as_of)
    register.kept.all()  # most are asked for, and a thousand questions take longer
    found: set[Due] = set()
    past = _Past(register)
    for asked in _candidates(register, first, last):
        if past.holds(asked) and not _was_due(asked, register):
            continue
        demand = _Demand(asked, _who(asked, register), mandate_of(store.connection, asked))
        stands = _owed(demand, register)
        if stands is not None:
            found |= {demand.due(day, stands) for day in _days(demand, stands, register, first, last)}
    return sorted(found, key=_in_order)


def _candidates(register: Register, first: str, last: str) -> Iterator[Asked]:
    """The demands that no later one overtakes, and of which a day may come from `first` to `last`."""
    asked = _told(register.demands.asked_for.owed_from(first), register)
    latest = Latest(asked, register.demands.asked_for.last())
    extended = _extended(register)
    for one in asked:
        if not one.recurs:
            over = not first <= one.date <= last
        elif (one.symbol, one.label) in extended:
            over = False
        elif not (over := _is_overtaken(one, latest, register)):
            register.demands.is_latest.add((one.symbol, one.label, one.seq))
        # what became of one that falls on none of these days need not be known
        if not over and (not one.date or next(occasions(one.when, first, last), "")):
            yield one


def _was_due(asked: Asked, register: Register) -> bool:
    """Whether a report was owed once, on a day that is over."""
    return bool(asked.date) and not asked.every and asked.date < register.as_of


def _is_overtaken(one: Asked, latest: Latest, register: Register) -> bool:
    told = latest.overtakes(one)
    if told and is_support(register.store.connection, one):
        told = None
    return register.demands.overtaking(one.matter).by(one) is not None if told is None else told


def _extended(register: Register) -> frozenset[tuple[str, str]]:
    """The paragraphs whose reports are prolonged by name, beside all others on the matter: *extends the
    reporting request in paragraph 10 of resolution 2722 through July 15*.
    """
    return frozenset(
        (cited, label)
        for step in register.kept.running_out(register.horizon.known_to, "9999")
        if step.action == "extends" and _REQUEST.search(step.clause)
        for cited, labels in step.targets
        for label in labels
    )


def _told(asked: Sequence[Asked], register: Register) -> list[Asked]:
    """What is told *in his annual briefing mandated by resolution 2378* is told on the day of that; what is
    told *in its annual report*, on the day of the one such report that its body owes.
    """
    named = {one.host for one in asked if one.host}
    own = {(_who(one, register), length_of(one.every)) for one in asked if _is_in_own(one)}
    days: dict[tuple[str, str, str], str] = {}
    every_day: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in asked:
        if one.within:
            continue
        at = _who(one, register), length_of(one.every)
        if one.symbol in named:
            days[one.symbol, *at] = one.date
        if at in own:
            every_day[at].add(one.date)

    def day(one: Asked) -> str:
        if not (one.host or _is_in_own(one)):
            return ""
        at = _who(one, register), length_of(one.every)
        if one.host:
            return days.get((one.host, *at), "")
        first = every_day[at]
        return next(iter(first)) if len(first) == 1 else ""

    return [one._replace(date=when) if (when := day(one)) else one for one in asked]


def _is_in_own(one: Asked) -> bool:
    """Whether something is told within a report of its own body that no resolution is named for."""
    return bool(one.within and one.every and not one.host)


def _who(one: Asked, register: Register) -> str:
    """Who reports: *the Committee* is the one on the matter."""
    return (register.committee(one.matter) or one.who) if one.who == "committee" else one.who


def _in_order(due: Due) -> tuple[str, ...]:
    return due.date or "9", due.doc, due.pinpoint, due.subject, due.to, due.every, due.clause


def _days(demand: _Demand, stands: Standing, register: Register, first: str, last: str) -> Iterator[str]:
    """The days from `first` to `last` on which a report is owed; of one under a mandate that ran out after
    the last resolution held only the next; no day (empty) of one that is owed *on a regular basis*.
    """
    if not demand.asked.when.date:
        return iter([""])
    if not demand.asked.when.every:
        return occasions(demand.asked.when, first, last)
    if _BUT_FOR.search(demand.mandate.measure):
        taken = {one.date[:7] for one in demand.mandate.dates if one.role == "reports" and not one.every}
        return (day for day in _rhythm(demand, stands, register, first, last) if day[:7] not in taken)
    return _rhythm(demand, stands, register, first, last)


def _rhythm(demand: _Demand, stands: Standing, register: Register, first: str, last: str) -> Iterator[str]:
    through = _through(demand.mandate)
    if through and through < stands.until and stands.by:
        through = ""  # *extends the reporting request in paragraph 10 of resolution 2722 through July 15*
    ends = [day for day in (stands.until, through) if day]
    if not through and stands.status == "unclear" and all(day < register.as_of for day in ends):
        return islice(occasions(demand.asked.when, first, last), 1)
    return occasions(demand.asked.when, first, min([last, *ends]))


def _through(mandate: Mandate) -> str:
    """The last day of a rhythm, where the demand names it: *monthly reports, through July 1, 2024*."""
    days = find_dates(mandate.measure)
    return max((day.iso for day in days if _THROUGH.search(mandate.measure[: day.start])), default="")


def _owed(demand: _Demand, register: Register) -> Standing | None:
    """How a report stands, if it may be owed: it is under the mandate that its resolution gives; of old ones
    whose fate the base does not hold nothing can be said.
    """
    asked = demand.asked
    stands = register.of_paragraph(asked.symbol, asked.label, asked.adopted, demand.asks)
    if not stands.lives:
        # what was over on its day, or later, was owed then
        return stands if _was_due(asked, register) and stands.until >= asked.date else None
    known = register.horizon.known_to
    elsewhere = ON_ANOTHER.search(demand.mandate.measure) is not None
    if not stands.until and is_situation(asked.matter) and not elsewhere:
        mandate = register.of_resolution(asked.symbol)
        stands = mandate if mandate.until and mandate.lives else stands
    if stands.status == "open":
        stands = in_doubt(demand.who, asked.matter, register) or stands
    if stands.status == "unclear" and stands.until and stands.until <= known:
        return None
    unsure = stands.status == "unclear" and not stands.until
    if unsure or (not asked.date and stands.status != "current"):
        recent = asked.adopted > (date.fromisoformat(register.as_of) - _RECENT).isoformat()
        return stands if recent else None
    return stands


class _Past:
    """Which demands fell with the terms of their resolutions: that is told sooner than how each stands."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._of: dict[str, bool] = {}

    def holds(self, asked: Asked) -> bool:
        """Whether all that the resolution of a demand set for a time is over, and it asks about that."""
        if asked.symbol not in self._of:
            self._of[asked.symbol] = self._is_over(asked.symbol)
        return self._of[asked.symbol] and not ON_ANOTHER.search(
            measure_of(self._register.store.connection, asked)
        )

    def _is_over(self, symbol: str) -> bool:
        known = self._register.horizon.known_to
        # Measures without end keep what is reported on them, though another term has run out.
        terms = [step for step in self._register.kept.of(symbol) if step.until or step.action == "imposes"]
        return bool(terms) and all(_is_past(self._register.of_step(one), known) for one in terms)


def _is_past(term: Standing, known: str) -> bool:
    """Whether a term is over, and that of what took its place has run out while the texts are known."""
    return term.status in ("ended", "spent") or (term.status == "replaced" and "" < term.until <= known)


@dataclass(frozen=True, slots=True)
class _Demand:
    """A report asked for, by whom it is owed, and the demand."""

    asked: Asked
    who: str
    mandate: Mandate

    @property
    def asks(self) -> Mandate:
        """What is demanded, without the days of others that are asked for beside a report without a day."""
        return self.mandate if self.asked.date else replace(self.mandate, dates=())

    def due(self, day: str, stands: Standing) -> Due:
        asked = self.asked
        return Due(
            day, "report", self.who, asked.to, asked.symbol, _pinpoint(asked.label),
            asked.every, stands.status, stands.reason, shortened(self.mandate.measure),
        )  # fmt: skip


def _pinpoint(label: str) -> str:
    return f"OP{label}" if label[:1].isdigit() else label
