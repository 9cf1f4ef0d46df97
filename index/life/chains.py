"""How steps follow each other: which later step renews, confirms or ends what an earlier one set.

A later step follows an earlier one where it goes back to its paragraph (or to its whole resolution, on the
same subject), or renews the same body. A chain is followed to its end: what renews a renewal renews the
measure. Exemptions and amendments adjust what they name and do not end it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from mandex.corpus import registry
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.corpus.symbols import resolution_number
from mandex.index.life.series import (
    LATE,
    in_common,
    is_of_series,
    is_taken_up,
    may_be_said_anew,
    named_by,
    said_alike,
)
from mandex.index.life.status import days_between
from mandex.index.life.step import ENDING, Step, Targets, above, covers
from mandex.index.life.steps import Steps
from mandex.index.life.subjects import SHARED
from mandex.index.life.wording import ends_exception

_RENEWING = frozenset({"extends", "continues"})
_RENEWED_WITHIN = 60  # days before a term runs out
_MANY_THINGS = ("measures of ", "authority of ", "committee of ")  # subjects that hold more than one thing


# *Extends the authorizations provided by and the measures imposed by resolution 2146*
_BOTH = Expression(
    r"(?i)\bauthori[sz]ations\b.{0,30}\band (?:the )?measures\b"
    r"|\bmeasures\b.{0,20}\band (?:the )?authori[sz]ations\b"
)

# *The embargo established in resolution 733 (1992) as amended*
_AMENDED = Expression(r"(?i)\bas (?:amended|modified|elaborated|extended)\b")
# *An embargo on all deliveries of weapons*; left: *of weapons to the individuals designated*.
_ON_ALL = Expression(r"(?i)\b(?:embargo on|prevent) all\b|\bgeneral and complete\b|\bfor the purposes of\b")

# *To extend until 30 November 2022 the mandate of the 1540 Committee*
_COMMITTEE_OF = Expression(r"\b(\d{3,4})(?: committee|委员会)")

_UnderWay = tuple[Step, list[Step], Iterator[Step]]  # a step, what follows it, and what of that is left


def has_one_life(subject: str) -> bool:
    """Whether all steps on a subject are about one thing: a body or a panel, not *measures of Somalia*."""
    return not subject.startswith(_MANY_THINGS) and not subject.endswith((" strength", " office"))


class _OnSubject:
    """The steps on a subject, oldest first, parted by what may follow others: a step of a series is not
    compared with all the others.
    """

    def __init__(self, steps: Sequence[Step], is_held: Callable[[str], bool]) -> None:
        self._steps = steps
        self._is_held = is_held
        self._alike: dict[str, frozenset[str]] = {}

    @cached_property
    def _telling(self) -> tuple[list[int], list[Step]]:
        new = _RENEWING | ENDING | {"establishes", "sets"}
        found = [one for one in self._steps if one.action in new and (one.until or one.action in ENDING)]
        return [one.number for one in found], found

    def told_after(self, number: int) -> list[Step]:
        """What later resolutions say of the term of a body."""
        numbers, found = self._telling
        return found[bisect_right(numbers, number) :]

    def told_next(self, number: int) -> Sequence[Step] | None:
        """What the next resolution says of it; None where a later one puts something back."""
        numbers, found = self._telling
        at = bisect_right(numbers, number)
        if at < self._settled_from:
            return None
        return found[at : bisect_right(numbers, numbers[at])] if at < len(found) else ()

    @cached_property
    def _settled_from(self) -> int:
        back = [at for at, one in enumerate(self._telling[1], 1) if puts_back(one)]
        return back[-1] if back else 0

    @cached_property
    def lost(self) -> list[tuple[Step, int, str, tuple[str, ...]]]:
        """Renewals, each with the number and day of an earlier resolution not held that it renews, and what
        it names of it; the highest number first.
        """
        found = [
            (one, number, _adopted(number), named)
            for one in self._steps
            if one.action in _RENEWING and one.until
            for cited, named in one.targets
            if (number := resolution_number(cited)) and number < one.number and not self._is_held(cited)
        ]
        return sorted(found, key=lambda one: -one[1])

    def confirmed_after(self, number: int) -> list[tuple[Step, frozenset[str]]]:
        """What later resolutions keep in force, without a day, and the resolutions that they go back to."""
        numbers, found = self._confirming
        return found[bisect_right(numbers, number) :]

    @cached_property
    def _confirming(self) -> tuple[list[int], list[tuple[Step, frozenset[str]]]]:
        found = [
            (one, frozenset(cited for cited, _ in one.targets))
            for one in self._steps
            if one.action == "continues" and not one.until
        ]
        return [one.number for one, _ in found], found

    def alike_to(self, clause: str) -> frozenset[str]:
        """The words of what keeps something in force that are nearly those of a clause."""
        if clause not in self._alike:
            every = {one.clause for one, _ in self._confirming[1]}
            self._alike[clause] = frozenset(one for one in every if said_alike(one, clause))
        return self._alike[clause]

    def dated_after(self, number: int) -> list[Step]:
        """What later resolutions set a term for that may be one of a series."""
        numbers, found = self._dated
        return found[bisect_right(numbers, number) :]

    @cached_property
    def _dated(self) -> tuple[list[int], list[Step]]:
        found = [one for one in self._steps if one.until and may_be_said_anew(one)]
        return [one.number for one in found], found

    def naming(self, place: tuple[str, str]) -> list[Step]:
        """What sets a term for a paragraph that it names, by resolution and label."""
        return self._naming.get(place, [])

    @cached_property
    def _naming(self) -> dict[tuple[str, str], list[Step]]:
        found: dict[tuple[str, str], list[Step]] = {}
        for one in self._dated[1]:
            for place in named_by(one):
                found.setdefault(place, []).append(one)
        return found

    @cached_property
    def ending_as_amended(self) -> list[Step]:
        """What ends something *as amended*."""
        return [one for one in self._steps if one.action in ("ends", "lifts") and _AMENDED.search(one.clause)]


class Chains:
    """The links between the steps of a base."""

    def __init__(self, steps: Steps, is_held: Callable[[str], bool]) -> None:
        self.steps = steps
        self._is_held = is_held
        self._ends: dict[tuple[int, int, int], Step] = {}
        self._followed: dict[tuple[tuple[int, int, int], str, str], list[Step]] = {}
        self._by_subject: dict[str, _OnSubject] = {}

    # -- one link

    def following(self, step: Step) -> list[Step]:
        """Later steps that renew, confirm, replace or end what this one set, oldest first."""
        if has_one_life(step.subject):  # a list of each of thousands would fill the memory
            return self._following(step, self._same_life(step))
        key = step.order, step.action, step.subject
        if key not in self._followed:
            self._followed[key] = self._following(step, ())
        return self._followed[key]

    def nearest(self, step: Step) -> list[Step]:
        """The same, but of the life of a body only what comes next: all that is later follows that too, so
        that the end is the same.
        """
        same = self._on(step.subject).told_next(step.number) if has_one_life(step.subject) else ()
        return self._following(step, same) if same else self.following(step)

    def _following(self, step: Step, same_life: Iterable[Step]) -> list[Step]:
        aimed = [later for later in self.steps.aimed_at(step.symbol) if self.follows(later, step)]
        # Where the base holds what renews a step by name, nothing is missing between them.
        bridged = () if any(one.action == "extends" for one in aimed) else self._bridged(step)
        others = (
            *same_life, *bridged, *self._reaffirmed(step), *self._as_amended(step),
            *self._ended_with_aims(step), *self._of_committee(step),
        )  # fmt: skip
        found = {later.order: later for later in (*aimed, *others)}
        # *Decides to terminate the suspension of the measures*: what suspended them is past.
        back = max((one.order for one in found.values() if puts_back(one)), default=(0, 0, 0))
        return [found[order] for order in sorted(found) if order >= back or found[order].action not in ENDING]

    def follows(self, later: Step, step: Step) -> bool:
        """Whether a step goes back to an earlier one."""
        if later.order <= step.order or later.action not in _RENEWING | ENDING | {"sets"}:
            return False
        if later.action in ENDING and step.action != "exempts" and ends_exception(later.clause):
            return False
        for cited, named in later.targets:
            if cited != step.symbol or not (covers(named, step.label) or _lasts_for(step, later, named)):
                continue
            if step.subject and has_one_life(step.subject) != has_one_life(later.subject):
                return False  # what renews a panel does not renew the measures whose paragraph it names
            if step.subject and has_one_life(step.subject) and step.subject != later.subject:
                return False  # a task of a panel that speaks of a mission (2290 OP12(e)) is none of its terms
            if _is_of_another(later, step):
                return False
            if later.action == "sets":
                # a term set for a paragraph of the same resolution, which is named
                return bool(named) and later.symbol == step.symbol
            if later.symbol == step.symbol and later.action in _RENEWING and len(later.targets) > 1:
                return False  # *for the period specified in paragraph 1 above*
            if later.symbol == step.symbol and later.action == "continues" and not later.until:
                return False  # a resolution keeps in force what others laid down
            if _is_of_kind(later, step, outright=any(label in named for label in _rising(step.label))):
                return bool(named) or _means_all(later, step)
        return False

    def _same_life(self, step: Step) -> Sequence[Step]:
        return self._on(step.subject).told_after(step.number) if has_one_life(step.subject) else ()

    def _bridged(self, step: Step) -> Iterator[Step]:
        """A later step that renews what a resolution not held renewed, in time, on the same subject."""
        if not step.until or step.action not in _RENEWING | {"imposes"} or has_one_life(step.subject):
            return
        for later, number, adopted, named in self._on(step.subject).lost:
            if number <= step.number:
                return
            if adopted > step.until or not (named or _is_near(adopted, step.until)):
                continue
            if _is_of_kind(later, step) and not self._is_said_anew(later, step):
                yield later

    def next_of_series(self, step: Step) -> Step | None:
        """The later term of the series that a term belongs to, set before it had long run out; of several
        the longest, of one resolution the one that names most of the same.
        """
        if not step.until or has_one_life(step.subject) or not may_be_said_anew(step):
            return None
        last: tuple[str, int, int, Step] | None = None
        for later in self._on(step.subject).dated_after(step.number):
            if days_between(step.until, later.adopted) > LATE:
                break
            if is_of_series(later, step):
                found = later.until, later.number, in_common(later, step), later
                last = found if last is None or found[:3] > last[:3] else last
        return last[3] if last else self._taken_up(step)

    def _taken_up(self, step: Step) -> Step | None:
        """The next renewal of what a term renewed, where what is not held lies between."""
        places = (*named_by(step), (step.symbol, step.label))
        later = (one for place in places for one in self._on(step.subject).naming(place))
        found = (one for one in later if one.number > step.number and is_taken_up(one, step))
        return min(found, key=lambda one: one.order, default=None)

    def _reaffirmed(self, step: Step) -> Iterator[Step]:
        """A later step that reaffirms what this one reaffirms, as resolutions of a series do every year."""
        if step.action != "continues" or step.until or not step.subject.startswith("measures of "):
            return
        if "clarifies" in step.clause:  # *… and clarifies that luxury goods include those of Annex V*
            return
        own = [aim for aim in step.targets if aim[0] != step.symbol]
        cited = {symbol for symbol, _ in own}
        on_it = self._on(step.subject)
        alike = on_it.alike_to(step.clause)
        for later, aims in on_it.confirmed_after(step.number):
            # all that this one goes back to, or in its words
            goes_back = own and cited <= aims and all(_is_among(aim, later.targets) for aim in own)
            if goes_back or later.clause in alike:
                yield later

    def _as_amended(self, step: Step) -> Iterator[Step]:
        """What lifts *the arms embargo established in resolution 733 as amended*, of a paragraph between that
        laid the same on the whole country, on nobody by name, or confirmed it (*reaffirms the general and
        complete arms embargo*).
        """
        if (
            step.action not in ("imposes", "continues")
            or len(step.kinds) != 1
            or not _ON_ALL.search(step.clause)
        ):
            return
        for later in self._on(step.subject).ending_as_amended:
            if later.kinds != step.kinds or step.adopted >= later.adopted:
                continue
            since = (resolution_number(cited) for cited, _ in later.targets)
            if any(number is not None and number < step.number for number in since):
                yield later

    def _ended_with_aims(self, step: Step) -> Iterator[Step]:
        """What ends all the paragraphs whose measures a step renews, confirms or exempts from: so is that."""
        if step.action not in _RENEWING | {"exempts"} or has_one_life(step.subject) or not step.targets:
            return
        for later in self.steps.aimed_at(step.targets[0][0]):
            ends = later.action in ENDING and later.number > step.number
            # *reaffirms the arms embargo on Eritrea* falls with that, not with the ban on travel
            other = step.action == "continues" and not set(step.kinds) & set(later.kinds)
            other = other or (step.action == "exempts" and step.subject != later.subject)
            if ends and not other and all(_is_among(aim, later.targets) for aim in step.targets):
                yield later

    def _of_committee(self, step: Step) -> Iterator[Step]:
        """What prolongs the mandate of a committee that is named for the resolution which established it for
        a time: *to extend the mandate of the 1540 Committee*.
        """
        if step.action == "establishes" and step.subject.startswith("committee of "):
            for later in self._on(step.subject).dated_after(step.number):
                named = _COMMITTEE_OF.search(fold(later.clause)) if later.action == "extends" else None
                if named and named[1] == str(step.number):
                    yield later

    def _on(self, subject: str) -> _OnSubject:
        if subject not in self._by_subject:
            self._by_subject[subject] = _OnSubject(self.steps.on(subject), self._is_held)
        return self._by_subject[subject]

    def _is_said_anew(self, later: Step, step: Step) -> bool:
        """Whether the resolution of a renewal that names no kind imposes a measure of this kind itself."""
        if later.kinds or step.action != "imposes":
            return False
        return any(
            one.action == "imposes" and one.kinds[:1] == step.kinds[:1] for one in self.steps.of(later.symbol)
        )

    # -- whole chains

    def end(self, step: Step) -> Step:
        """The step that settles what became of this one: the last of its chain that says anything of its
        term; itself where nothing followed.
        """
        under_way: list[_UnderWay] = []  # no recursion: a chain may have thousands of links
        self._begin(step, under_way)
        while under_way:
            one, later, left = under_way[-1]
            unsettled = next((other for other in left if other.order not in self._ends), None)
            if unsettled:
                self._begin(unsettled, under_way)
            else:
                outright = later and later[-1].action in ENDING and not has_one_life(one.subject)
                # *Decides to continue the measures imposed by paragraph 8 (c)*: to no day (1390 OP1).
                goes_on = later and later[-1].action == "extends" and not later[-1].until
                telling = later[-1:] if goes_on and not has_one_life(one.subject) else later
                ends = later[-1:] if outright else (self._ends[other.order] for other in telling)
                # What ends it by name settles it, whatever became of the renewals that it shared with others.
                self._ends[one.order] = max(ends, key=_weight, default=one)
                under_way.pop()
        return self._ends[step.order]

    def _begin(self, step: Step, under_way: list[_UnderWay]) -> None:
        if step.order not in self._ends:
            self._ends[step.order] = step  # a chain that bites its tail ends here
            later = self._telling(step)
            under_way.append((step, later, iter(later)))

    def _telling(self, step: Step) -> list[Step]:
        """What follows a step and says anything of its term."""
        later = self.nearest(step)
        telling = [one for one in later if one.until or one.action in ENDING or one.action == "extends"]
        if any(one.until or one.action in ENDING for one in telling) or not step.until:
            return telling or later
        return telling

    def chain(self, step: Step) -> list[Step]:
        """All steps that `step` follows or that follow it, in one life, oldest first."""
        found = {step.order: step}
        todo = [step]
        while todo:
            one = todo.pop()
            for other in (*self.following(one), *self.preceding(one), *self._of_series_with(one)):
                if other.order not in found:
                    found[other.order] = other
                    todo.append(other)
        return [found[order] for order in sorted(found)]

    def _of_series_with(self, step: Step) -> Iterator[Step]:
        """The terms next to one in its series."""
        if step.until and not has_one_life(step.subject):
            later = self.next_of_series(step)
            yield from (later,) if later else ()
            for one in self._on(step.subject).dated_after(0):
                if one.number < step.number and self.next_of_series(one) is step:
                    yield one

    def preceding(self, step: Step) -> Iterator[Step]:
        """The steps that this one goes back to."""
        earlier: list[Step] = []
        for cited, named in step.targets:
            earlier += (one for one in self.steps.of(cited) if covers(named, one.label))
        if has_one_life(step.subject) or step.action in _RENEWING:
            earlier += self.steps.on(step.subject)
        for one in {other.order: other for other in earlier if other.order < step.order}.values():
            if any(later.order == step.order for later in self.following(one)):
                yield one

    def going_back_to(self, symbol: str, label: str) -> list[Step]:
        """The steps that go back to a paragraph (to any of the resolution where `label` is empty), oldest
        first.
        """
        return [
            step
            for step in self.steps.aimed_at(symbol)
            if step.symbol != symbol
            and any(cited == symbol and (not label or covers(named, label)) for cited, named in step.targets)
        ]


def puts_back(step: Step) -> bool:
    """Whether a step ends a suspension: *decides to terminate the suspension of the measures*."""
    return step.action == "continues" and "suspension" in step.clause


def _weight(step: Step) -> tuple[bool, int, bool, tuple[int, int, int]]:
    """The last that tells of a term; of one resolution what ends a body, whose withdrawal has a term too."""
    over = step.action in ENDING and has_one_life(step.subject)
    return bool(step.until or step.action in ENDING), step.number, over, step.order


def _rising(label: str) -> Iterable[str]:
    """A label and those that it hangs under."""
    while label:
        yield label
        label = above(label)


def _lasts_for(step: Step, later: Step, named: Sequence[str]) -> bool:
    """Whether a step on some paragraphs means a term that their own resolution set for them: *the decisions
    in paragraphs 2 and 3 shall expire 180 days from the adoption*; what ends must end all of them.
    """
    if step.action != "sets":
        return False
    own = [one for cited, labels in step.targets if cited == step.symbol for one in labels]
    meant = [covers(named, one) for one in own]
    return bool(meant) and (all(meant) if later.action in ENDING else any(meant))


def _is_of_kind(later: Step, step: Step, *, outright: bool = False) -> bool:
    """Whether a step that names kinds of measure may mean this one; naming its paragraph outright settles
    it.
    """
    if outright or not later.kinds or not step.kinds:
        return True
    return bool(set(later.kinds) & set(step.kinds))


def _is_of_another(later: Step, step: Step) -> bool:
    """Whether a team that works for several committees is prolonged for another: 2816 does so for the one on
    Afghanistan, and goes back to 1526, on Al-Qaida.
    """
    body, _, matter = later.subject.partition(" of ")
    return body in SHARED and matter != step.matter and step.subject in ("", f"{body} of {step.matter}")


def _means_all(later: Step, step: Step) -> bool:
    """Whether a step on a whole resolution means this one of it."""
    everything = "provisions of" in later.clause.lower() or "的规定" in later.clause
    measures = later.subject.startswith("measures of ") and not step.subject
    if _BOTH.search(later.clause) and step.subject.startswith(_MANY_THINGS):
        return True
    if "sectoral:inspection" in step.kinds and later.subject == f"authority of {step.matter}":
        return True  # *the authorizations as set out in resolution 2292*
    return later.subject == step.subject or (later.action in ENDING and (everything or measures))


def _is_among(aim: tuple[str, tuple[str, ...]], others: Targets) -> bool:
    cited, named = aim
    theirs = [labels for other, labels in others if other == cited]
    return any(not labels or (named and all(covers(labels, one) for one in named)) for labels in theirs)


def _is_near(adopted: str, until: str) -> bool:
    """Whether a resolution was adopted when a term was about to run out, as one that renews all is."""
    return bool(adopted) and days_between(adopted, until) <= _RENEWED_WITHIN


def _adopted(number: int | None) -> str:
    adoption = registry.adoption(number) if number else None
    return adoption.adopted if adoption else "9999"
