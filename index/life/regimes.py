"""Sanctions regimes as the texts have them: committee, measures, exemptions, panel; on any day.

A regime is what the resolutions on one matter impose on it. Nothing is known of particular regimes: a measure
is a decision that all States shall freeze, prevent or prohibit; a committee is one that a decision founds.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import asdict, replace
from datetime import date, timedelta
from typing import Any, cast

from mandex.corpus import lexicon, registry
from mandex.corpus.fold import fold, has_words
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.corpus.symbols import resolution_number
from mandex.index.life.by_criteria import Listing
from mandex.index.life.criteria import criteria
from mandex.index.life.dissolved import ON_PERSONS, dissolved, fallen, may_fall
from mandex.index.life.groups import matter_of_group
from mandex.index.life.horizon import Horizon
from mandex.index.life.lines import Line, Lines
from mandex.index.life.lost import Lost, Told, lifted, lifted_later, lost
from mandex.index.life.matters import Matters, is_situation
from mandex.index.life.naming import country_of, matter_of
from mandex.index.life.oversight import Oversight
from mandex.index.life.settling import NOT_YET, SINCE_UNKNOWN
from mandex.index.life.sparing import Sparing
from mandex.index.life.standing import Register
from mandex.index.life.status import LIVE, Standing, Status
from mandex.index.life.step import ENDING, Step, covers

_OVERSIGHT = ("panel of ", "monitoring-team of ", "ombudsperson")
BODIES = ("panel", "committee", "monitoring-team", "ombudsperson")
"""What a regime has besides measures."""
_SILENCE = timedelta(days=10 * 365)  # what nobody oversees and no text names for so long is over
_AFTER = "after this day"  # in the reason of what a text renews or ends that was adopted later
_ON_SANCTIONS = ("arms-embargo", "asset-freeze", "travel-ban", "sanctions-implementation", "exemptions")
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


def regimes(
    store: Store, name: str = "", *, as_of: str = "", ended: bool = False, brief: bool = False
) -> list[Measure]:
    """The measures in force on a day, regime by regime; with `ended` also those that are over.

    `name` is a country, its id, the number of a committee's resolution, a part of the regime's name, a group
    that its texts name, or a place or event of which its resolutions are known. What is `brief` is told
    without exemptions and criteria, which take nearly as long as all the rest.
    """
    register = Register(store, as_of)
    register.kept.all()  # most on measures are asked for, and thousands of questions take longer
    return list(_Regimes(register, brief=brief).listed(name, ended=ended))


def not_held(store: Store, found: Sequence[Measure], *, as_of: str = "") -> list[str]:
    """The resolutions on the matters of some measures that are not held, though what is held goes back to
    them where it speaks of sanctions: what they impose is missing (2371 and 2375 of the DPRK).
    """
    horizon, matters = Horizon(store, as_of or "9999"), Matters(store, as_of or "9999")
    told = {place.partition(" OP")[0] for one in found for place in (one.imposed_by, *one.also)}
    lacking: set[str] = set()
    for matter in dict.fromkeys(one.regime for one in found):
        own = [resolution_number(one.imposed_by.partition(" OP")[0]) for one in found if one.regime == matter]
        missing = horizon.lacking(min(filter(None, own), default=0), "", matter)
        rows = store.connection.execute(
            "SELECT DISTINCT c.cited FROM json_each(?) AS j CROSS JOIN citations AS c ON c.cited = j.value"
            " JOIN documents AS d ON d.id = c.doc AND d.symbol IN (SELECT value FROM json_each(?))"
            " JOIN mandates AS m ON m.doc = c.doc AND m.seq = c.seq"
            " JOIN json_each(m.topics) AS t ON t.value IN (SELECT value FROM json_each(?))",
            (json.dumps(missing), matters.symbols_on(matter), json.dumps(_ON_SANCTIONS)),
        )
        lacking.update(cited for (cited,) in rows)
    return sorted(lacking - told, key=lambda one: resolution_number(one) or 0)


class _Regimes:
    """The regimes of a base on the register's day."""

    def __init__(self, register: Register, *, brief: bool) -> None:
        self._register = register
        self._brief = brief
        self._oversight = Oversight(register)
        self._arranged = Lines(register)
        self._sparing = Sparing(register)
        self._texts = Told(register)
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
        named = False
        for matter in [one for one in self._matters() if country and one == country] or self._matters():
            for regime in self._by_committee(matter, list(self._regime(matter))):
                if matter == country or _is_named(regime, name):
                    named = True
                    yield from self._shown(regime, ended=ended)
        if not named and (meant := matter_of_group(self._register, name) or self._place(name)):
            parted = self._by_committee(meant, list(self._regime(meant)))
            yield from self._shown(max(parted, key=len), ended=ended)

    def _place(self, name: str) -> str:
        """The matter with measures that a place or an event belongs to; else empty."""
        matter = matter_of(self._register.kept, name)
        return matter if matter in self._matters() else ""

    def _by_committee(self, matter: str, regime: list[Measure]) -> list[list[Measure]]:
        """The regimes on a matter: on a theme as many as committees, and what none of them oversees, as 1373,
        which all States owe, is no part of the list of 1267.
        """
        if is_situation(matter):
            return [regime]
        parted: dict[str, list[Measure]] = {}
        for one in regime:
            parted.setdefault(one.committee.partition(" OP")[0], []).append(one)
        # a committee without a measure stands beside the regime that has most
        main = max(parted.values(), key=len, default=[])
        idle = [one for one in parted.values() if all(each.measure in BODIES for each in one)]
        if main in idle:
            return [regime]
        main.extend(each for one in idle for each in one)
        return [one for one in parted.values() if one not in idle]

    def _shown(self, regime: Sequence[Measure], *, ended: bool) -> Iterator[Measure]:
        """What lives of a regime, if any measure of it does; with `ended` all of it."""
        shown = [one for one in regime if ended or self._lives(one) or (self._whole and _is_to_come(one))]
        if ended or any(one.measure not in BODIES for one in shown):
            yield from shown

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
            return one.status in ("current", "open") and not _is_to_come(one)
        if _AFTER in one.reason:
            return True  # what a later text renews or ends ran on the day
        if one.until:
            return one.until >= self._over_before
        last = self._register.horizon.last_citing(one.imposed_by.partition(" OP")[0])[1]
        return bool(one.committee) or last > self._forgotten_before

    def _adopted(self, place: str) -> str:
        """A place, if its resolution was adopted by the day; else nothing."""
        adoption = registry.adoption(resolution_number(place.partition(" OP")[0]) or 0)
        return place if adoption is None or adoption.adopted <= self._register.as_of else ""

    def _regime(self, matter: str) -> Iterator[Measure]:
        lines = self._lines.get(matter, [])
        held = [self._fallen(self._overtaken(line, lines) or self._measure(matter, line)) for line in lines]
        told = self._spoken_of(lines, held)
        open_ended = [
            line for line, one in zip(lines, held, strict=True) if not self._lives(one) and self._lapsed(one)
        ]
        found = lost(self._texts, matter, open_ended, told, self._run)
        missing = [self._lost(matter, one) for one in found]
        followed = {one.measure for one in missing}
        held = [self._replaced(one, missing) for one in held]
        measures = [one for one in held if one.measure in told or one.measure not in followed]
        known = {(one.measure, one.reason) for one in (*measures, *missing)}
        gone = (self._lost(matter, one) for one in lifted(self._texts, matter))
        missing += [one for one in gone if not _is_told(one, known)]
        runs = {one.measure for one in (*measures, *missing) if self._lives(one)}
        later = (self._lost(matter, one) for one in lifted_later(self._texts, matter))
        missing += [one for one in later if one.measure not in runs]
        measures = list(self._with_criteria(matter, measures, missing))
        yield from measures
        if not self._whole and not any(map(self._lives, measures)):
            return
        committee = self._oversight.of_matter(matter)
        yield from self._committees(matter, committee, measures)
        yield from self._panels(matter, committee)

    def _run(self, line: Line) -> Sequence[Step]:
        """The paragraphs that imposed, one after the other, what the last of a line imposes."""
        first = self._arranged.first_of_run(line, line.steps[-1])
        return [step for step in line.steps if step.order >= first.order]

    def _with_criteria(
        self, matter: str, measures: Sequence[Measure], missing: Sequence[Measure]
    ) -> Iterator[Measure]:
        """The measures, those on persons with the paragraphs that say who may be listed: of those imposed by
        a paragraph held, what names its resolution.
        """
        if self._brief:
            yield from (*measures, *missing)
            return
        on_persons = [one for one in (*measures, *missing) if one.measure in ON_PERSONS and self._lives(one)]
        imposing = {one.imposed_by.partition(" OP")[0] for one in on_persons}
        found = criteria(self._register, matter, imposing) if on_persons else []
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
        spoken = max(line.steps[-1].number, self._register.horizon.last_demanding(line.steps[-1].symbol)[0])
        later = (one for one in lines if one.kind == line.kind and one.steps[0].number > spoken)
        heir = next(later, None)
        found = self._measure(line.matter, line) if heir else None
        if found is None or heir is None or found.status not in ("unclear", "open") or found.until:
            return found
        place, why = heir.steps[0].place, "imposes the same anew, and nothing held speaks of this one since"
        return replace(found, status="replaced", latest_renewal=place, reason=f"{place} {why}")

    def _spoken_of(self, lines: Sequence[Line], held: Sequence[Measure]) -> dict[str, int]:
        """The kinds that live, each with the number of the resolution whose demands last spoke of it."""
        found: dict[str, int] = {}
        for line, one in zip(lines, held, strict=True):
            if self._lives(one):
                spoken = line.steps[-1].number
                if _AFTER not in one.reason:
                    spoken = max(spoken, self._register.horizon.last_demanding(line.steps[-1].symbol)[0])
                    spoken = sys.maxsize if one.until or one.latest_renewal else spoken
                found[one.measure] = max(found.get(one.measure, 0), spoken)
        return found

    def _replaced(self, one: Measure, missing: Sequence[Measure]) -> Measure:
        """A measure without end in whose place came one that is not held: *the measures imposed by
        paragraphs 5 to 7 of resolution 1343 shall remain in force* shows that 788 is past.
        """
        later = (each.imposed_by for each in missing if each.measure == one.measure)
        place = next(later, "") if self._lives(one) else ""
        if not place or (one.until and _AFTER not in one.reason):
            return one
        why = f"{place}, which is not held, imposes the same, and nothing held speaks of this one since"
        return replace(one, status="replaced", latest_renewal=place, reason=why)

    def _fallen(self, one: Measure) -> Measure:
        """A measure whose committee was dissolved by what is not held, as a later text recalls: it fell with
        that, unless a text since speaks of such measures, or another committee goes on with the lists.
        """
        overseer = one.committee.partition(" OP")[0]
        gone = self._recalled(one.regime, overseer) if overseer and may_fall(one.status) else None
        if gone is None:
            return one
        stands = Standing(cast(Status, one.status), one.reason, one.latest_renewal, one.until)
        found = fallen(self._register.kept, gone, one.regime, (one.measure,), stands)
        if found is stands:
            return one
        latest = "" if found is gone else one.latest_renewal
        return replace(
            one, status=found.status, until=found.until, reason=found.reason, latest_renewal=latest
        )

    def _lapsed(self, one: Measure) -> bool:
        """Whether a term ran out and what may have renewed it is not held."""
        ran_out = one.status in ("unclear", "ended") and (one.until or one.reason.endswith(SINCE_UNKNOWN))
        return bool(ran_out) and not one.reason.startswith("ended by") and "dissolved" not in one.reason

    def _measure(self, matter: str, line: Line) -> Measure:
        found = self._arranged.stand(line)
        lead = found.lead
        imposed_by = self._arranged.imposing(line, lead)
        if not self._whole and not found.standing.lives:
            until, status, reason = found.standing.until, found.standing.status, found.standing.reason
            return Measure(matter, called(matter), "", line.kind, imposed_by, "", until, status, (), reason)
        latest = self._adopted(self._arranged.latest(line, found))
        symbols = [step.symbol for step in line.steps if step.order >= lead.order]
        # what only says again what all owe on a theme (2734 OP13, of 1373) puts it under no committee
        symbols += [latest.partition(" OP")[0]] if latest and is_situation(matter) else []
        also = tuple(step.place for step in found.living if step.order != lead.order)
        overseer = self._overseer(matter, symbols, lives=found.standing.lives)
        run = [step for step in line.steps if step.order >= lead.order]
        lives, living = found.standing.lives, found.living
        told = lives and not self._brief
        spared = self._sparing.of(line.kind, run, living, line.roots, overseer) if told else ()
        return Measure(
            matter, called(matter), overseer, line.kind, imposed_by, latest, found.standing.until,
            found.standing.status, spared, found.standing.reason, also,
        )  # fmt: skip

    def _overseer(self, matter: str, symbols: Sequence[str], *, lives: bool) -> str:
        """The committee that oversees what some resolutions imposed: of what lives in a situation, by the
        name that it bears now (that of 2127, *henceforth* that of 2745).
        """
        if lives and is_situation(matter) and (renamed := self._oversight.renamed(matter)):
            return renamed
        if not is_situation(matter):
            symbols = [one for one in symbols if self._is_overseen(matter, one)]
        found = self._oversight.committee(symbols)
        if found or not self._oversight.mentions(symbols, matter):
            return found
        return self._oversight.of_matter(matter)

    def _is_overseen(self, matter: str, symbol: str) -> bool:
        """Whether a resolution on a theme has to do with a committee and its experts, as 2734 has, and 2178,
        which only asks them for reports, has not.
        """
        own = (f"committee of {matter}", f"panel of {matter}", f"monitoring-team of {matter}", "ombudsperson")
        return any(step.subject in own for step in self._register.kept.of(symbol))

    def _lost(self, matter: str, one: Lost) -> Measure:
        symbols = [place.partition(" OP")[0] for place in (one.imposed_by, one.by)]
        overseer = self._overseer(matter, symbols, lives=one.standing.lives)
        told = one.standing.lives and not self._brief
        spared = self._sparing.of(one.kind, one.run, (), one.roots, overseer) if told else ()
        return Measure(
            matter, called(matter), overseer, one.kind, one.imposed_by, self._adopted(one.by),
            one.standing.until, one.standing.status, spared,
            f"{one.standing.reason}; {one.roots[0]} is not held",
            tuple(place for place in one.roots if place != one.imposed_by),
        )  # fmt: skip

    def _committees(self, matter: str, named: str, measures: Sequence[Measure]) -> Iterator[Measure]:
        """The committees of a matter: those that texts held found, and the one that the newest name."""
        life = self._register.kept.on(f"committee of {matter}")
        founding = [step for step in life if step.action == "establishes"]
        symbols = {step.symbol for step in founding}
        for at, step in enumerate(founding):
            one = self._committee(matter, step.place, measures)
            last = self._register.horizon.last_spoken_of(step.symbol)
            heir = next((later for later in founding[at + 1 :] if later.adopted > last), None)
            if heir and one.status in LIVE:
                why = f"{heir.place} founded another, and nothing held speaks of this one since"
                one = replace(one, status="replaced", latest_renewal=heir.place, reason=why)
            yield one
        if named and named.partition(" OP")[0] not in symbols:
            yield self._committee(matter, named, measures)

    def _committee(self, matter: str, place: str, measures: Sequence[Measure]) -> Measure:
        """The committee itself, as its founding paragraph stands; if that is not held, as texts name it."""
        symbol, _, label = place.partition(" OP")
        founded = [one for one in self._register.kept.at(symbol, label) if one.action == "establishes"]
        stands = self._dissolved(matter, symbol, label) or self._named_only(place, measures)
        if founded:
            stands = self._recalled(matter, symbol) or self._register.of_step(founded[0])
        return Measure(
            matter, called(matter), place, "committee", place, stands.by, stands.until, stands.status, (),
            stands.reason,
        )  # fmt: skip

    def _recalled(self, matter: str, symbol: str) -> Standing | None:
        """What became of the committee that a resolution founded, as later texts recall."""
        register = self._register
        return dissolved(register.sayings, register.kept, register.as_of, matter, symbol)

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
    said = (
        fold(f"{one.regime} {_in_chinese(one.regime)} {one.name} {one.committee} {one.imposed_by}")
        for one in regime
    )
    return any(has_words(words, wanted) for words in said)


def _in_chinese(matter: str) -> str:
    """A country's name in Chinese, of which a part may be asked for (刚果); nothing for what is none."""
    country = lexicon.countries().get(matter)
    return country.label_zh if country else ""


def called(matter: str) -> str:
    """A matter in words: the country's name, or the agenda item."""
    country = lexicon.countries().get(matter)
    return country.label_en if country else matter[:1].upper() + matter[1:]


def _is_to_come(one: Measure) -> bool:
    """Whether a measure comes into force only after the day."""
    return one.status == "open" and one.reason.startswith(NOT_YET)
