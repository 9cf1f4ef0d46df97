"""What stands on a day: current, ended, replaced, or unclear; and why.

Three things settle it, all in the texts: the date on which a demand expires, a later step that goes back to
it (extends, amends, ends the paragraph it stands in), and a later step on the same subject. A resolution
between that the base does not hold, on the same agenda item, may have settled it otherwise: then the answer
is `unclear`, and the reason names it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from mandex.corpus import registry
from mandex.corpus.model import Mandate
from mandex.corpus.store import Store
from mandex.index.life.steps import Step, steps

Status = Literal["current", "ended", "replaced", "unclear"]

# Renewals are adopted up to this long after a term has run out, and still count as renewing it.
_LATE = timedelta(days=21)
_NO_SUBJECT = ("measures of ", "authority of ", "committee of ")


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a demand stands: `by` is the place of the step that settles it, `until` the date it stands
    until (ISO, empty where no end is set).
    """

    status: Status
    reason: str
    by: str = ""
    until: str = ""


class Register:
    """The steps of a base, arranged to ask what became of a demand on the day `as_of` (ISO)."""

    def __init__(self, store: Store, as_of: str = "") -> None:
        self.as_of = as_of or date.today().isoformat()
        self.steps = [step for step in steps(store) if step.adopted <= self.as_of]
        self._of_paragraph: dict[tuple[str, str], list[Step]] = defaultdict(list)
        self._of_subject: dict[str, list[Step]] = defaultdict(list)
        self._aimed_at: dict[str, list[tuple[Step, tuple[str, ...]]]] = defaultdict(list)
        for step in self.steps:
            self._of_paragraph[step.symbol, step.label].append(step)
            self._of_subject[step.subject].append(step)
            for symbol, labels in step.targets:
                self._aimed_at[symbol].append((step, labels))
        self._db = store.connection

    # -- asking

    def of_paragraph(self, symbol: str, label: str, adopted: str, mandate: Mandate | None = None) -> Standing:
        """Whether what a paragraph demands still stands; `mandate` picks one of its demands."""
        own = self._of_paragraph.get((symbol, label), ())
        if mandate is not None:
            own = [step for step in own if mandate.measure[:40].lower() in step.clause.lower()] or own
        step = max(own, key=lambda s: s.until, default=None)
        if step is not None:
            return self.of_step(step)
        gone = self._of_bodies(mandate.actors, adopted) if mandate is not None else None
        return gone or self._unlimited(symbol, label, adopted)

    def _of_bodies(self, bodies: Iterable[str], adopted: str) -> Standing | None:
        """What a mission is told to do falls with its mandate, and may be told anew when that is renewed."""
        for body in bodies:
            life = self._of_subject.get(body, [])
            if not life or life[-1].adopted <= adopted:
                continue
            last = life[-1]
            stands = self.of_step(last)
            if last.action == "ends" or stands.status == "ended":
                return Standing(
                    "ended", f"the mandate of {body} was {_renewed(last)} by {last.place}", last.place
                )
            why = f"the mandate of {body} was {_renewed(last)} by {last.place}, which may say otherwise"
            return Standing("unclear", why, last.place, stands.until)
        return None

    def subjects_of(self, symbol: str, label: str) -> frozenset[str]:
        """What the steps of a paragraph are about."""
        return frozenset(step.subject for step in self._of_paragraph.get((symbol, label), ()))

    def of_step(self, step: Step) -> Standing:
        """Whether what a step set still stands."""
        later = self.successors(step)
        if step.action == "ends":
            return Standing("current", "ends what it names, with no term of its own")
        if later:
            return self._after(step, later)
        if step.until:
            return self._by_date(step)
        return Standing("current", "no end is set, and no later step ends or renews it")

    def of_resolution(self, symbol: str) -> Standing:
        """Whether what a resolution set for a time still runs: the best of its steps; current if it set
        nothing.
        """
        own = [step for step in self.steps if step.symbol == symbol and step.action != "ends"]
        stands = [self.of_step(step) for step in own]
        order = ("current", "unclear", "ended", "replaced")
        best = min(stands, key=lambda one: (order.index(one.status), one.until or "9"), default=None)
        return best or Standing("current", "the resolution sets no term")

    def successors(self, step: Step) -> list[Step]:
        """Later steps that renew, replace or end what this step set, oldest first."""
        found = {
            later.paragraph: later
            for later in (
                *self._of_subject.get(step.subject, ()),
                *self._going_back_to(step.symbol, step.label),
            )
            if self._succeeds(later, step)
        }
        return sorted(found.values(), key=lambda later: later.number)

    def _succeeds(self, later: Step, step: Step) -> bool:
        if later.number <= step.number or later.action == "sets":
            return False
        if _aims_at(later, step):
            return True
        if not step.subject.startswith(_NO_SUBJECT):
            return later.subject == step.subject
        # Measures and authorizations of one regime are many: only those that renew the same paragraphs are
        # one.
        return later.subject == step.subject and _share_aims(later, step)

    def _going_back_to(self, symbol: str, label: str) -> Iterable[Step]:
        return (step for step, labels in self._aimed_at.get(symbol, ()) if _covers(labels, label))

    def chain(self, step: Step) -> list[Step]:
        """All steps that `step` succeeds or that succeed it, in one life, oldest first."""
        found = {step.paragraph: step}
        todo = [step]
        while todo:
            one = todo.pop()
            kin = (*self._of_subject.get(one.subject, ()), *self._going_back_to(one.symbol, one.label))
            for other in kin:
                if other.paragraph not in found and (
                    self._succeeds(other, one) or self._succeeds(one, other)
                ):
                    found[other.paragraph] = other
                    todo.append(other)
        return sorted(found.values(), key=lambda one: (one.number, one.paragraph))

    def going_back_to(self, symbol: str, label: str) -> list[Step]:
        """The steps that go back to a paragraph (to any of the resolution where `label` is empty), oldest
        first.
        """
        steps = (
            step for step, labels in self._aimed_at.get(symbol, ()) if not label or _covers(labels, label)
        )
        return sorted(steps, key=lambda step: step.number)

    # -- settling

    def _after(self, step: Step, later: Sequence[Step]) -> Standing:
        last = later[-1]
        if last.action == "ends":
            return Standing("ended", f"ended by {last.place}", last.place, last.until or last.adopted)
        if step.action == "extends" or not _aims_at(last, step):
            return Standing(
                "replaced", f"{_renewed(last)} by {last.place}{_until(last)}", last.place, last.until
            )
        after = self.of_step(last)
        how = f"{_renewed(last)} by {last.place}{_until(last)}"
        if after.status == "current":
            return Standing("current", how, last.place, last.until)
        return Standing(
            after.status, f"{how}; that is {after.status}: {after.reason}", last.place, after.until
        )

    def _by_date(self, step: Step) -> Standing:
        if step.until >= self.as_of:
            return Standing("current", f"until {step.until}", "", step.until)
        known = registry.last().adopted
        if step.until > known:
            why = f"expired on {step.until}, but nothing is known of resolutions after {known}"
            return Standing("unclear", why, "", step.until)
        between = self._unheld(step)
        if between:
            names = ", ".join(between[-3:])
            why = f"expired on {step.until}; {names} on the same agenda item, not held, may have renewed it"
            return Standing("unclear", why, "", step.until)
        return Standing("ended", f"expired on {step.until}, and nothing held renews it", "", step.until)

    def _unheld(self, step: Step) -> list[str]:
        """Resolutions on the same agenda item that the base does not hold, adopted before the step's end."""
        own = registry.adoption(step.number)
        if own is None:
            return []
        rows = self._db.execute("SELECT DISTINCT number FROM documents WHERE number > ?", (step.number,))
        held = {row[0] for row in rows}
        latest = (date.fromisoformat(step.until) + _LATE).isoformat()
        return [
            f"S/RES/{other.number} ({other.year})"
            for other in registry.adoptions()[step.number :]
            if other.adopted <= min(latest, self.as_of)
            and other.agenda_item == own.agenda_item
            and other.number not in held
        ]

    def _unlimited(self, symbol: str, label: str, adopted: str) -> Standing:
        """A demand without a term stands until a later step goes back to its paragraph."""
        going_back = [
            step
            for step, labels in self._aimed_at.get(symbol, ())
            if step.adopted >= adopted and _covers(labels, label) and (labels or step.action == "ends")
        ]
        ends = [step for step in going_back if step.action == "ends"]
        if not going_back:
            return Standing("current", "no end is set, and no later step goes back to it")
        last = max(going_back, key=lambda step: step.number)
        if ends and not any(label in labels for step in ends for s, labels in step.targets if s == symbol):
            why = f"{ends[-1].place} ends measures of this resolution without naming the paragraph"
            return Standing("unclear", why, ends[-1].place)
        if last.action == "ends":
            return Standing("ended", f"ended by {last.place}", last.place, last.adopted)
        after = self.of_step(last)
        how = f"{_renewed(last)} by {last.place}{_until(last)}"
        if after.status == "current":
            return Standing("current", how, last.place, last.until)
        return Standing(
            after.status, f"{how}; that is {after.status}: {after.reason}", last.place, after.until
        )


def _aims_at(later: Step, step: Step) -> bool:
    """Whether a later step goes back to the paragraph of an earlier one, or to its resolution on its
    subject.
    """
    return any(
        target == step.symbol and _covers(labels, step.label) and (labels or later.subject == step.subject)
        for target, labels in later.targets
    )


def _covers(labels: Sequence[str], label: str) -> bool:
    """Whether a pinpoint means a paragraph: itself, the one it hangs under, or the whole resolution."""
    return not labels or any(label == named or label.startswith(f"{named}(") for named in labels)


def _share_aims(one: Step, other: Step) -> bool:
    """Whether two steps go back to a paragraph in common, or both to no paragraph in particular."""
    theirs: Mapping[str, tuple[str, ...]] = dict(other.targets)
    if not one.targets and not other.targets:
        return False
    return any(
        symbol in theirs and (labels == theirs[symbol] or set(labels) & set(theirs[symbol]))
        for symbol, labels in one.targets
    )


def _renewed(step: Step) -> str:
    return {"extends": "renewed", "establishes": "established anew", "sets": "set", "ends": "ended"}[
        step.action
    ]


def _until(step: Step) -> str:
    return f" until {step.until}" if step.until else ""
