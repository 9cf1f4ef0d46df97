"""Settles what became of a step: its own term, the end of its chain, or what the base lacks.

`current` is said only where the texts show it: a term that is not over, a renewal or a confirmation. A
resolution that the base does not hold, on the same agenda item, may have settled it otherwise: then the
answer is `unclear`, and the reason names it.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from mandex.corpus import lexicon, registry
from mandex.corpus.expressions import Expression
from mandex.corpus.store import Store
from mandex.corpus.symbols import resolution_number
from mandex.index.life.adjusting import Adjusting
from mandex.index.life.chains import Chains, has_one_life
from mandex.index.life.horizon import Horizon
from mandex.index.life.matters import is_situation
from mandex.index.life.series import founds_committee
from mandex.index.life.spared_anew import SparedAnew
from mandex.index.life.status import Standing, Status, days_between
from mandex.index.life.step import ENDING, Step, covers
from mandex.index.life.steps import Steps
from mandex.index.life.undated import over
from mandex.index.life.wording import suspends

_TERM = 400  # days: a year and the time in which a renewal may be late
_YEAR = 366  # days
_FEW = 2  # resolutions, too few to tell that nothing was renewed
_EARLY = 63  # days before the end of a term: of 100 renewals held, 97 are not adopted earlier
_LONGEST = 5 * 365  # days that no term outlasts
_SILENCE = 20 * 365  # days
_LONG_PAST = 10 * 365  # days after which a term is over, though one renewal of it may be missing
_SUCCESSOR = 366 * 2  # days within which a committee that is dissolved may have a successor


def missing_since(horizon: Horizon, number: int, matter: str) -> Standing | None:
    """`unclear`, if resolutions adopted after one, on its agenda item, are not held."""
    lacking = horizon.lacking(number, "", matter)
    if not lacking:
        return None
    names = f"{', '.join(lacking[-3:])}{f' and {len(lacking) - 3} more' if len(lacking) > 3 else ''}"
    return Standing(
        "unclear", f"no end is set, but {names} on the same agenda item, not held, may have ended it"
    )


SINCE_UNKNOWN = "it is over, but since when is not known"
"""How the reason ends of what is over, though a text that is not held may have prolonged it."""
NOT_YET = "comes into force on"
"""How the reason begins why something binds nobody on a day, of what comes into force later."""
# *The provisions set out in paragraphs 15 and 17 of resolution 2182, as most recently renewed by paragraph 23
# of resolution 2776*: that renewal is past.
_LATELY = Expression(r"(?i)\bmost recently (?:extended|renewed) (?:by|in)\b")
# *Authorizes the Member States to establish for a further period of twelve months a multinational force*
_FURTHER = Expression(r"(?i)\bfor a further (?:\w+ )?period\b")
# *Decides that paragraph 29 of resolution 2270 shall be replaced by the following:* its own words stand.
_NEW_WORDS = Expression(
    r"(?i)\breplaced by the following\b|\bshall read\b|由下[列文].{0,6}(?:取代|代替)|改为如下|如下取代"
)
# *Decides to continue the mandate of UNIKOM for a final period until 6 October 2003*
_FINAL = Expression(r"\bfor (?:a|the) final (?:[\w-]+ )?(?:period|time)\b|最后(?:一次)?(?:将.{0,60})?延长")
# Whom a ceiling counts.
_COUNTED = Expression(r"\b(?:troop|police|military|uniformed|civilian|observer)")
_HOW = {
    "extends": "renewed", "continues": "kept in force", "establishes": "established anew", "sets": "set",
    "imposes": "imposed anew", "exempts": "exempted anew", "ends": "ended", "lifts": "lifted",
    "replaces": "replaced",
}  # fmt: skip


class Settler:
    """What became of steps on the day `as_of` (ISO)."""

    def __init__(self, store: Store, as_of: str) -> None:
        self.as_of = as_of
        self.kept = Steps(store, as_of)
        self.horizon = Horizon(store, as_of)
        self.chains = Chains(self.kept, self.horizon.is_held)
        self._of_step: dict[tuple[int, int, int], Standing] = {}
        self.spared_anew = SparedAnew(store.connection, self.kept, self.chains)
        self._adjusting = Adjusting(self)

    def of_step(self, step: Step) -> Standing:
        """Whether what a step set still stands."""
        if step.order not in self._of_step:
            self._of_step[step.order] = Standing("unclear", "the steps name each other in a circle")
            self._of_step[step.order] = self._settle(step)
        return self._of_step[step.order]

    def _settle(self, step: Step) -> Standing:
        if step.action in ENDING and not _NEW_WORDS.search(step.clause):
            day = step.until or step.adopted
            if day > self.as_of:
                return Standing("current", f"takes effect on {day}", "", day)
            return Standing("spent", f"done: it ended what it names on {day}", "", day)
        if step.begins > self.as_of:
            return Standing("open", f"{NOT_YET} {step.begins}", "", step.until)
        if step.action in ("exempts", "amends", "revives"):
            return self._adjusting.of(step)
        end = self.chains.end(step)
        lasts = not step.until and not end.until and end.action not in ENDING
        if lasts and (idle := self._without_measures(step)):
            return idle
        if end.order == step.order:
            return self._alone(step)
        if end.action in ENDING:
            return self.ended(end)
        return self._renewed(step, end)

    def _without_measures(self, step: Step) -> Standing | None:
        """A committee serves measures: it has nothing to do when all that were imposed have run out."""
        if not step.subject.startswith("committee of "):
            return None
        measures = step.subject.replace("committee of ", "measures of ", 1)
        laying = ("imposes", "extends", "continues")
        imposed = [one for one in self.kept.on(measures) if one.action in laying]
        # the newest first: one that lives is enough
        if not imposed or any(self.of_step(one).lives for one in reversed(imposed)):
            return None
        last = self.of_step(imposed[-1])
        return Standing("spent", f"the measures that it serves are over: {last.reason}", last.by, last.until)

    def ended(self, end: Step) -> Standing:
        """What became of what a step ends, on its day."""
        day = end.until or end.adopted
        if day > self.as_of:
            return Standing("current", f"{end.place} ends it on {day}", end.place, day)
        if revived := self._revived(end):
            return revived
        if suspends(end.clause):
            return self._suspended(end, day)
        how = "replaced" if end.action == "replaces" else "ended"
        status: Status = "replaced" if end.action == "replaces" else "ended"
        return Standing(status, f"{how} by {end.place}", end.place, day)

    def _suspended(self, end: Step, day: str) -> Standing:
        """What became of what is suspended without a term: for some years it may be put back, as 873 did with
        the measures on Haiti.
        """
        if days_between(day, self.as_of) > _LONGEST:
            why = f"suspended by {end.place} on {day}, and nothing held puts it back"
            return Standing("ended", why, end.place, day)
        return Standing("unclear", f"suspended by {end.place} on {day}, and may be put back", end.place)

    def _revived(self, end: Step) -> Standing | None:
        """What ended provisions may be applied again under the same resolution (snap-back)."""
        ended = {cited for cited, _ in end.targets}
        for step in self.kept.of(end.symbol):
            if step.action == "revives" and ended & {cited for cited, _ in step.targets}:
                why = (
                    f"{end.place} ended it, and {step.place} applies it again if a condition is met; the"
                    " texts held do not show whether it was"
                )
                return Standing("unclear", why, step.place)
        return None

    def _renewed(self, step: Step, end: Step) -> Standing:
        if end.symbol == step.symbol and (anew := self.anew(step)):
            return anew
        end = self._of_its_kind(step, end)
        after = self.by_date(end) if end.until else self._without_end(end, step)
        how = f"{_HOW[end.action]} by {end.place}{f' until {end.until}' if end.until else ''}"
        further = step.action == "establishes" and (_FURTHER.search(step.clause) or self._is_anew(step))
        renewal = step.action in ("extends", "continues") or (
            has_one_life(step.subject) and (step.action == "sets" or further)
        )
        if renewal and not self._is_named(step, end):
            # An earlier renewal is past; what it renewed, and what was established or imposed, lives on.
            return Standing("replaced", how, end.place, step.until)
        if after.status in ("current", "open"):
            return Standing("current", how, end.place, end.until)
        later = after.by if end.until else ""  # what renews it after the day asked for
        return replace(after, reason=f"{how}; {after.reason}", by=later or end.place)

    def _of_its_kind(self, step: Step, end: Step) -> Step:
        """Of the points of a resolution that renew several measures that on this kind: 2025 OP2(a) on travel,
        not OP2(b) on arms.
        """
        if not set(step.kinds) & set(end.kinds) and step.kinds and end.kinds:
            same = (one for one in self.chains.following(step) if one.symbol == end.symbol)
            return next((one for one in same if one.action == end.action and one.until == end.until), end)
        return end

    def _is_anew(self, step: Step) -> bool:
        """Whether a panel was established anew since: that of 1425 on Somalia by 2444."""
        return step.subject.startswith("panel of ") and any(
            one.action == "establishes" and one.number > step.number for one in self.chains.following(step)
        )

    def _is_named(self, step: Step, end: Step) -> bool:
        """Whether a later step names the paragraph itself: *as set out in paragraph 1 of resolution 2293*; of
        bodies, whose terms follow each other, the last step.
        """
        later = [end] if has_one_life(step.subject) else self.chains.following(step)
        return any(
            cited == step.symbol and step.label and step.label in named
            for one in later
            if not (step.action == "extends" and _LATELY.search(one.clause))
            for cited, named in one.targets
        )

    def _alone(self, step: Step) -> Standing:
        if anew := self._strength_anew(step):
            return anew
        if step.until:
            return self.anew(step) or self.by_date(step)
        confirmed = [
            one
            for one in self.chains.following(step)
            if one.action == "continues" and one.number > step.number
        ]
        if confirmed:
            last = confirmed[-1].place
            missing = self._missing(confirmed[-1], step)
            found = Standing("current", f"confirmed by {last}, and no end is set", last)
            return self._closed(step) or missing or found
        return self._closed(step) or self._without_end(step)

    def anew(self, step: Step) -> Standing | None:
        """What became of a term that later ones prolong in a series, without going back to it."""
        last = step
        while later := self.chains.next_of_series(last):
            last = later
        if last is step:
            return None
        how = f"{_HOW[last.action]} by {last.place} until {last.until}"
        if founds_committee(step):
            after = self.by_date(last)
            why = how if after.status == "current" else f"{how}; {after.reason}"
            return replace(after, reason=why, by=last.place)
        if not step.subject.endswith(" office"):
            return Standing("replaced", how, last.place, step.until)
        if step.until >= self.as_of:
            return None  # *with effect from 1 July 2022*: the first term is served to its end
        return Standing("ended", f"ran out on {step.until}, and {how}", last.place, step.until)

    def _strength_anew(self, step: Step) -> Standing | None:
        """A ceiling stands until the next for the same people: *4,791 troops*, later *3,250 troops*."""
        if not step.subject.endswith(" strength"):
            return None
        counted = set(_COUNTED.findall(step.clause.lower()))
        later = [one for one in self.kept.on(step.subject) if one.number > step.number]
        same = [one for one in later if counted & set(_COUNTED.findall(one.clause.lower()))]
        if not same:
            return None
        last = next(one for one in same if one.number == same[-1].number)
        return Standing("replaced", f"{last.place} sets the strength anew", last.place, step.until)

    def _without_end(self, step: Step, kept: Step | None = None) -> Standing:
        """How a step stands that has no end: on its own, or what it keeps in force (`kept`)."""
        if past := over(step, self, self._adjusting.adjusted_by(step)):
            return past
        if step.action == "extends" and days_between(step.adopted, self.as_of) > _LONGEST:
            why = f"{step.place} renewed it for a term of long ago, and nothing held renews it since"
            return Standing("ended", why, step.place)
        if step.action == "extends":
            return Standing(
                "unclear", f"{step.place} renews it for a term that could not be dated", step.place
            )
        return (
            self.silent(step)
            or self._missing(step, kept or step)
            or Standing("open", "no end is set, and nothing held ends, renews or replaces it")
        )

    def _missing(self, step: Step, kept: Step) -> Standing | None:
        """What the base lacks on the agenda item of a country's situation may have ended what has no end."""
        if not is_situation(step.matter):
            return None
        # What a later text still speaks of, nothing before that text has ended.
        after = max(step.number, *(self.horizon.last_citing(one.symbol)[0] for one in (step, kept)))
        return missing_since(self.horizon, after, step.matter)

    def _is_well_known(self, step: Step) -> bool:
        """Whether so much is held of a matter since a term ran out that a renewal would show: over a year has
        gone by, and of what was adopted on the matter or its agenda item the base holds a good part.
        """
        gone = days_between(step.until, min(self.horizon.known_to, self.as_of))
        if gone <= _TERM:
            return False
        adopted = self.kept.adopted_on(step.matter)
        held = adopted[bisect_right(adopted, (step.until, sys.maxsize)) :]
        if held and gone > _LONG_PAST:
            return True  # a chain of renewals that long does not hide
        return len(held) >= _FEW and 6 * len(held) > len(self.horizon.lacking(step.number, "", step.matter))

    def _is_off_the_agenda(self, step: Step) -> bool:
        """Whether all that is not held on a matter was adopted so long ago that no term of it runs."""
        lacking = self.horizon.lacking(step.number, "", step.matter)
        last = registry.adoption(resolution_number(lacking[-1]) or 0) if lacking else None
        return last is not None and days_between(last.adopted, self.as_of) > _LONGEST

    def silent(self, step: Step) -> Standing | None:
        """Measures and authorizations that nothing has gone back to for twenty years."""
        if has_one_life(step.subject) and step.action != "establishes":
            return None
        if days_between(step.adopted, self.as_of) <= _SILENCE and step.adopted:
            return None  # whatever goes back to it is later still
        last = max(self.horizon.last_spoken_of(step.symbol), step.adopted)
        last = max(last, self._overseers_spoken_of(step, last))
        if days_between(last, self.as_of) <= _SILENCE:
            return None
        why = f"no operative paragraph held since {last[:4]} speaks of {step.symbol} as in force"
        return Standing("spent", why)

    def _overseers_spoken_of(self, step: Step, last: str) -> str:
        """When a resolution last spoke of the committee that took over measures spoken of shortly before (on
        the day `last`), as that of 1518 did those of 661, unless it was dissolved.
        """
        if step.action != "imposes" or not step.subject.startswith("measures of "):
            return ""
        life = self.kept.on(step.subject.replace("measures of ", "committee of ", 1))
        if any(one.action in ENDING and one.order > step.order for one in life):
            return ""
        since = [one for one in life if one.action == "establishes" and one.order > step.order]
        since = [one for one in since if days_between(last, one.adopted) <= _LONGEST]
        return max((self.horizon.last_spoken_of(one.symbol) for one in since), default="")

    def by_date(self, step: Step) -> Standing:
        """What became of a term, by its last day and what is held since."""
        if step.until >= self.as_of:
            month = " at the latest: the text names the month" if step.order in self.kept.by_month else ""
            return Standing("current", f"until {step.until}{month}", "", step.until)
        known = self.horizon.known_to
        if step.until > known:
            why = f"ran out on {step.until}, after the last resolution held ({known})"
            return Standing("unclear", why, "", step.until)
        if later := self._renewed_later(step):
            why = f"ran out on {step.until}; {later} renews it after this day, so that it ran on between"
            return Standing("unclear", why, later, step.until)
        lacking = self.horizon.lacking(step.number, step.until, step.matter)
        sure = self._is_well_known(step) or self._is_off_the_agenda(step)
        perhaps = lacking and not self.chains.following(step) and not self._is_final(step)
        names = ", ".join(lacking[-3:])
        if perhaps and (lost := self._lost_sight_of(step)):
            return lost
        if perhaps and not sure:
            why = f"ran out on {step.until}; {names} on the same agenda item, not held, may have renewed it"
            return Standing("unclear", why, "", step.until)
        if perhaps and (near := self.horizon.lacking(step.number, step.until, step.matter, early=_EARLY)):
            if anew := self._laid_by(near, step):
                return Standing("replaced", f"{anew}, which is not held, imposes the same", anew, step.until)
            why = (
                f"its last term held ran out on {step.until}; {', '.join(near[-3:])} on the same agenda item,"
            )
            return Standing("ended", f"{why} not held, may have renewed it: {SINCE_UNKNOWN}")
        return Standing("ended", f"ran out on {step.until}, and nothing held renews it", "", step.until)

    def _laid_by(self, lacking: Sequence[str], step: Step) -> str:
        """The paragraph of one of some resolutions not held that lays a measure anew, as a later one recalls:
        the embargo of 2653 OP11 that of 2699 OP14, which 2700 OP6 reaffirms. Empty where none does.
        """
        later = self.kept.on(step.subject) if step.action == "imposes" else ()
        recalls = (one for one in later if one.action == "imposes" and set(one.kinds) & set(step.kinds))
        aims = (aim for one in recalls if one.number > step.number for aim in one.cites)
        return next((f"{to} OP{named[0]}" for to, named in aims if named and to in lacking), "")

    def _is_final(self, step: Step) -> bool:
        """Whether a held text refutes that a missing one may have renewed a term: it says itself that it is
        the final one, or what is known to have come in its place was founded by its end (UNTMIS, in that of
        UNSOM).
        """
        body = lexicon.bodies().get(step.subject)
        founded = (one for heir in (body.became if body else ()) for one in self.kept.on(heir))
        heirs = (one for one in founded if one.action == "establishes" and one.number >= step.number)
        return bool(_FINAL.search(step.clause)) or any(one.adopted <= step.until for one in heirs)

    def _lost_sight_of(self, step: Step) -> Standing | None:
        """What became of a term that ran into a time of which nothing is held, or so near before it that one
        missing renewal leads there: UNAMIR, whose last term held ended in April 1994, left in 1996.
        """
        near = (date.fromisoformat(step.until) + timedelta(days=_TERM)).isoformat()
        gap = self.horizon.gap(step.until, near)
        if gap is None or self.as_of < gap.first:
            return None
        lacking = self.horizon.lacking(step.number, gap.last, step.matter)
        last = registry.adoption(resolution_number(lacking[-1]) or 0)
        if last is None or (is_situation(step.matter) and last.adopted < gap.first):
            return None  # none of that is on it (an agenda item may change its name, a country does not)
        why = f"its last term held ran out on {step.until}, and nothing of {gap.years} is held"
        since = [day for day, _ in self.kept.adopted_on(step.matter) if day > gap.last]
        gone = days_between(gap.last, self.as_of)
        over = gone > 2 * _TERM or (gone > _TERM and since)
        if over or days_between(last.adopted, self.as_of) > _LONGEST:
            return Standing("ended", f"{why}: {SINCE_UNKNOWN}")
        return Standing("unclear", f"{why}; {lacking[-1]} and others may have renewed it", "", step.until)

    def _renewed_later(self, step: Step) -> str:
        """Where what ran out over a year before the day is renewed after it: what prolonged it in the
        meantime is not held. Empty where no text does.
        """
        if self.as_of >= self.horizon.known_to or days_between(step.until, self.as_of) <= _YEAR:
            return ""
        aims = {(step.symbol, step.label), *((cited, one) for cited, named in step.targets for one in named)}
        for later in self.kept.after(step.subject):
            same = has_one_life(step.subject) or any(
                cited == symbol and covers(named, label) and named
                for cited, named in later.targets
                for symbol, label in aims
            )
            if later.action == "extends" and same:
                return later.place
        return ""

    def _closed(self, step: Step) -> Standing | None:
        """Measures fall with the committee that oversees them, unless another takes its place."""
        if not step.subject.startswith("measures of "):
            return None
        committee = "committee of " + step.subject.removeprefix("measures of ")
        life = [one for one in self.kept.on(committee) if one.order > step.order]
        gone = [one for one in life if one.action in ENDING and (one.until or one.adopted) <= self.as_of]
        gone = [one for one in gone if not self._served_others(one, step)]
        if not gone:
            return None
        last = gone[-1]
        day = last.until or last.adopted
        for other in self.kept.on(committee):
            near = abs(days_between(day, other.adopted)) <= _SUCCESSOR
            if other.action == "establishes" and near and other.order > step.order:
                return None
        return Standing("ended", f"{last.place} dissolved the committee that oversaw it", last.place, day)

    def _served_others(self, end: Step, step: Step) -> bool:
        """Whether a committee that is dissolved was founded, as its end says, long after a measure was
        imposed: that of 1521 (2003) did not oversee the embargo of 788 (1992).
        """
        founded = (registry.adoption(resolution_number(cited) or 0) for cited, _ in end.targets)
        days = [one.adopted for one in founded if one is not None]
        return bool(days) and days_between(step.adopted, min(days)) > _SUCCESSOR
