"""Sanctions regimes as the texts have them: committee, measures, exemptions, panel; on any day.

A regime is what the resolutions on one matter impose on it. Nothing is known of particular regimes: a measure
is a decision that all States shall freeze, prevent or prohibit; a committee is one that a decision founds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import asdict, replace
from datetime import date, timedelta
from typing import Any

from mandex.corpus import lexicon
from mandex.corpus.fold import fold, has_words
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.corpus.symbols import resolution_number
from mandex.index.life.by_criteria import Listing
from mandex.index.life.criteria import ON_PERSONS, criteria
from mandex.index.life.lines import Line, Lines
from mandex.index.life.lost import Lost, lifted, lost
from mandex.index.life.naming import country_of
from mandex.index.life.oversight import Oversight
from mandex.index.life.standing import Register
from mandex.index.life.status import Standing
from mandex.index.life.step import ENDING, Step, covers

_EXEMPTIONS = 12  # places named of each measure
_OVERSIGHT = ("panel of ", "monitoring-team of ", "ombudsperson")
_BODIES = ("panel", "committee", "monitoring-team", "ombudsperson")
_SILENCE = timedelta(days=10 * 365)  # what nobody oversees and no text names for so long is over
_TERM = timedelta(days=366)  # what ran out longer than that before the last document held is over


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of a regime, or its panel or committee.

    `imposed_by` is the paragraph that imposes it (the first of those that stand), `also` the others;
    `latest_renewal` the last that renewed or confirmed it; `exemptions` the paragraphs that exempt from it,
    `criteria` those that say to whom it is applied.
    """

    regime: str
    name: str
    committee: str
    measure: str
    imposed_by: str
    latest_renewal: str
    until: str
    status: str
    exemptions: tuple[str, ...]
    reason: str
    also: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()

    def row(self) -> dict[str, Any]:
        """The measure as a row for listings."""
        return asdict(self)


def regimes(store: Store, name: str = "", *, as_of: str = "", ended: bool = False) -> list[Measure]:
    """The measures in force on a day, regime by regime; with `ended` also those that are over.

    `name` is a country, its id, the number of a committee's resolution, or a part of the regime's name.
    """
    return list(_Regimes(Register(store, as_of)).listed(name, ended=ended))


class _Regimes:
    """The regimes of a base on the register's day."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._oversight = Oversight(register)
        self._arranged = Lines(register)
        self._whole = True  # whether what is over is told too
        self._lines: dict[str, list[Line]] = {}
        for line in self._arranged.all:
            self._lines.setdefault(line.matter, []).append(line)
        known = min(filter(None, (register.horizon.known_to, register.as_of)))
        self._over_before = (date.fromisoformat(known) - _TERM).isoformat()
        self._forgotten_before = (date.fromisoformat(known) - _SILENCE).isoformat()

    def listed(self, name: str, *, ended: bool) -> Iterator[Measure]:
        """The measures, panels and committees of the regimes that a name means."""
        country = country_of(name)
        self._whole = ended or bool(name.strip())  # a committee that served what is over may be named
        for matter in [one for one in self._matters() if one == country] or self._matters():
            regime = list(self._regime(matter))
            lives = any(self._lives(one) and one.measure not in _BODIES for one in regime)
            if (matter == country or _is_named(regime, name)) and (lives or ended):
                yield from (one for one in regime if ended or self._lives(one))

    def _matters(self) -> Iterable[str]:
        """What has measures, first what has a committee, in the order in which those were established."""
        kept = self._register.kept
        committees = kept.matters("establishes", "committee of ")
        measured = self._lines.keys() | set(kept.matters("extends", "measures of "))
        return [*(one for one in committees if one in measured), *sorted(measured.difference(committees))]

    def _lives(self, one: Measure) -> bool:
        """Whether a measure may be in force. What ran out more than a term ago, or has no end, nobody
        who oversees it and no text that names it, is taken to be over where it is `unclear` otherwise.
        """
        if one.status != "unclear":
            return one.status in ("current", "open")
        if one.until:
            return one.until >= self._over_before or self._is_later(one)
        last = self._register.horizon.last_citing(one.imposed_by.partition(" OP")[0])[1]
        return bool(one.committee) or last > self._forgotten_before

    def _is_later(self, one: Measure) -> bool:
        """Whether its renewal was adopted after the day: then the measure ran on it."""
        later = self._register.kept.after(f"measures of {one.regime}")
        return any(step.place == one.latest_renewal for step in later)

    def _regime(self, matter: str) -> Iterator[Measure]:
        lines = self._lines.get(matter, [])
        held = [self._overtaken(line, lines) or self._measure(matter, line) for line in lines]
        told = {one.measure for one in held if self._lives(one)}
        open_ended = [
            line for line, one in zip(lines, held, strict=True) if not self._lives(one) and self._lapsed(one)
        ]
        missing = [self._lost(matter, one) for one in lost(self._register, matter, open_ended, told)]
        followed = {one.measure for one in missing}
        measures = [one for one in held if one.measure in told or one.measure not in followed]
        known = {(one.measure, one.reason) for one in (*measures, *missing)}
        gone = (self._lost(matter, one) for one in lifted(self._register, matter))
        missing += [one for one in gone if not _is_told(one, known)]
        measures = list(self._with_criteria(matter, measures, missing))
        yield from measures
        if not self._whole and not any(map(self._lives, measures)):
            return
        committee = self._oversight.of_matter(matter)
        if committee:
            yield self._committee(matter, committee, measures)
        yield from self._panels(matter, committee)

    def _with_criteria(
        self, matter: str, measures: Sequence[Measure], missing: Sequence[Measure]
    ) -> Iterator[Measure]:
        """The measures, those on persons with the paragraphs that say who may be listed: of those imposed by
        a paragraph held, what names its resolution.
        """
        on_persons = [one for one in (*measures, *missing) if one.measure in ON_PERSONS and self._lives(one)]
        found = criteria(self._register, matter) if on_persons else []
        for one in (*measures, *missing):
            by = {place.partition(" OP")[0] for place in (one.imposed_by, *one.also)}
            meant = (each.place for each in found if one in missing or self._names(each, by))
            yield replace(one, criteria=tuple(meant)) if one in on_persons else one

    def _names(self, listing: Listing, symbols: Set[str]) -> bool:
        """Whether what says who may be listed stands in some resolutions, or cites one of them."""
        cited = self._register.demands.who_is_listed.cited(listing)
        return not symbols.isdisjoint({listing.symbol, *(symbol for symbol, _ in cited)})

    def _overtaken(self, line: Line, lines: Sequence[Line]) -> Measure | None:
        """The measure of a line whose place another took: imposed later, and nothing speaks of the first
        since.
        """
        spoken = max(line.steps[-1].number, self._register.horizon.last_citing(line.steps[-1].symbol)[0])
        later = (one for one in lines if one.kind == line.kind and one.steps[0].number > spoken)
        heir = next(later, None)
        found = self._measure(line.matter, line) if heir else None
        if found is None or heir is None or found.status != "unclear" or found.until:
            return found
        place, why = heir.steps[0].place, "imposes the same anew, and nothing held speaks of this one since"
        return replace(found, status="replaced", latest_renewal=place, reason=f"{place} {why}")

    def _lapsed(self, one: Measure) -> bool:
        """Whether a term ran out and what may have renewed it is not held."""
        return (
            one.status in ("unclear", "ended") and bool(one.until) and not one.reason.startswith("ended by")
        )

    def _measure(self, matter: str, line: Line) -> Measure:
        found = self._arranged.stand(line)
        lead = found.lead
        imposed_by = line.roots[0] if line.roots and lead.order == line.steps[0].order else lead.place
        if not self._whole and not found.standing.lives:
            until, status, reason = found.standing.until, found.standing.status, found.standing.reason
            return Measure(matter, called(matter), "", line.kind, imposed_by, "", until, status, (), reason)
        latest = self._arranged.latest(line, found)
        symbols = [step.symbol for step in line.steps if step.order >= lead.order]
        symbols += [latest.partition(" OP")[0]] if latest else []
        also = tuple(step.place for step in found.living if step.order != lead.order)
        return Measure(
            matter, called(matter), self._overseer(matter, symbols), line.kind, imposed_by, latest,
            found.standing.until, found.standing.status, tuple(self._exemptions(found.living)),
            found.standing.reason, also,
        )  # fmt: skip

    def _overseer(self, matter: str, symbols: Sequence[str]) -> str:
        found = self._oversight.committee(symbols)
        if found or not self._oversight.mentions(symbols, matter):
            return found
        return self._oversight.of_matter(matter)

    def _lost(self, matter: str, one: Lost) -> Measure:
        symbols = [place.partition(" OP")[0] for place in (one.imposed_by, one.by)]
        return Measure(
            matter, called(matter), self._overseer(matter, symbols), one.kind, one.imposed_by, one.by,
            one.standing.until, one.standing.status, self._spared(one),
            f"{one.standing.reason}; {one.roots[0]} is not held",
            tuple(place for place in one.roots if place != one.imposed_by),
        )  # fmt: skip

    def _spared(self, one: Lost) -> tuple[str, ...]:
        """The paragraphs held that exempt from a measure which is not, and stand."""
        roots = (place.partition(" OP")[::2] for place in one.roots)
        sparing = (later for symbol, label in roots if label for later in self._sparing(symbol, label))
        return tuple(dict.fromkeys(later.place for later in sparing))[:_EXEMPTIONS]

    def _exemptions(self, steps: Sequence[Step]) -> Iterator[str]:
        """The paragraphs that exempt from a measure and stand."""
        found: dict[str, None] = {}
        for step in steps:
            for later in self._sparing(step.symbol, step.label) if len(found) < _EXEMPTIONS else ():
                found |= dict.fromkeys(self._parts(later) if later.place == step.place else [later.place])
                if len(found) >= _EXEMPTIONS:
                    break
        yield from list(found)[:_EXEMPTIONS]

    def _sparing(self, symbol: str, label: str) -> Iterator[Step]:
        """The steps that exempt from what a paragraph imposes, or from what keeps that in force (*reaffirms
        that the measures referenced in paragraph 36 shall not apply to*), and stand.
        """
        naming = list(self._naming(symbol, label))
        keeping = (one for one in naming if one.action == "continues" and one.symbol != symbol)
        for later in (*naming, *(one for kept in keeping for one in self._naming(kept.symbol, kept.label))):
            if later.action == "exempts" and self._register.of_step(later).lives:
                yield later

    def _naming(self, symbol: str, label: str) -> Iterator[Step]:
        """The steps that name a paragraph."""
        for later in self._register.kept.aimed_at(symbol):
            if any(cited == symbol and label in named for cited, named in later.targets):
                yield later

    def _parts(self, step: Step) -> list[str]:
        """The points of a paragraph that imposes and exempts: *this measure shall not apply to: (a) …*."""
        rows = self._register.store.connection.execute(
            "SELECT pinpoint FROM paragraphs WHERE doc = ? AND pinpoint GLOB ? || '([a-z])' ORDER BY seq",
            (step.doc, step.pinpoint),
        )
        return [f"{step.symbol} {pinpoint}" for (pinpoint,) in rows] or [step.place]

    def _committee(self, matter: str, place: str, measures: Sequence[Measure]) -> Measure:
        """The committee itself, as its founding paragraph stands; if that is not held, as texts name it."""
        symbol, _, label = place.partition(" OP")
        founded = [one for one in self._register.kept.at(symbol, label) if one.action == "establishes"]
        stands = self._dissolved(matter, symbol, label) or self._named_only(place, measures)
        if founded:
            stands = self._register.of_step(founded[0])
        return Measure(
            matter, called(matter), place, "committee", place, stands.by, stands.until, stands.status, (),
            stands.reason,
        )  # fmt: skip

    def _dissolved(self, matter: str, symbol: str, label: str) -> Standing | None:
        """What became of a committee whose founding text is not held, if one that is held dissolved it."""
        for end in reversed(self._register.kept.on(f"committee of {matter}")):
            meant = (cited == symbol and (not label or covers(named, label)) for cited, named in end.targets)
            if end.action in ENDING and any(meant):
                return self._register.settler.ended(end)
        return None

    def _named_only(self, place: str, measures: Sequence[Measure]) -> Standing:
        """How a committee stands that texts name, without a step that founds it: it serves measures."""
        symbol = place.partition(" OP")[0]
        held = self._register.horizon.is_held(symbol)
        why = f"{place} gives it its name" if held else "later texts name it; what founded it is not held"
        over = [one for one in measures if not self._lives(one)]
        if over and len(over) == len(measures):
            last = max(over, key=lambda one: one.until)
            why = f"the measures that it serves are over: {last.reason}"
            return Standing("spent", why, last.latest_renewal, last.until)
        return Standing("open", why)

    def _panels(self, matter: str, committee: str) -> Iterator[Measure]:
        kept = self._register.kept
        since = resolution_number(committee.partition(" OP")[0]) or 0
        subjects = dict.fromkeys(subject for subject, _ in kept.subjects_about(matter))
        for subject in (one for one in subjects if one.startswith(_OVERSIGHT)):
            life = self._register.demands.bodies.life(subject)
            if life is None or life.last.matter != matter:
                continue
            founded = self._oversight.founding(subject, life, since)
            latest = life.last.place if life.last.place != founded else ""
            yield Measure(
                matter, called(matter), committee, subject.partition(" of ")[0], founded, latest,
                life.stands.until or life.last.until, life.stands.status, (), life.stands.reason,
            )  # fmt: skip


def _is_told(one: Measure, known: Set[tuple[str, str]]) -> bool:
    """Whether a measure that was lifted is among those known: of the same kind, ended by the same place."""
    ends = one.reason.partition(";")[0]
    return any(kind == one.measure and reason.startswith(ends) for kind, reason in known)


def _is_named(regime: Sequence[Measure], name: str) -> bool:
    wanted = fold(name).strip()
    if not wanted:
        return True
    said = (fold(f"{one.regime} {one.name} {one.committee} {one.imposed_by}") for one in regime)
    return any(has_words(words, wanted) for words in said)


def called(matter: str) -> str:
    """A matter in words: the country's name, or the agenda item."""
    country = lexicon.countries().get(matter)
    return country.label_en if country else matter[:1].upper() + matter[1:]
