"""What began, was renewed, changed or ended between two days: the monthly question of a sanctions desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any, Literal

from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.life.calendar import shortened
from mandex.index.life.called import called
from mandex.index.life.standing import Register
from mandex.index.life.step import ENDING, Action, Step
from mandex.index.life.wording import suspends

What = Literal["began", "renewed", "changed", "ended", "ran-out"]

WHAT: Mapping[Action, What] = {
    "establishes": "began", "imposes": "began", "sets": "began", "extends": "renewed", "continues": "renewed",
    "amends": "changed", "exempts": "changed", "replaces": "changed", "revives": "changed", "ends": "ended",
    "lifts": "ended",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One change on one day. `until` is the term it set; `status` how that stands on the last day."""

    date: str
    what: What
    subject: str
    doc: str
    pinpoint: str
    until: str
    status: str
    reason: str
    clause: str

    def row(self) -> dict[str, Any]:
        """The change as a row for listings."""
        return asdict(self)


def changes(store: Store, since: str, *, as_of: str = "") -> list[Change]:
    """What changed after the day `since`, up to `as_of` (ISO dates), oldest first.

    What ran out between, and was not renewed by anything held, is a change on the day on which it ran out; so
    is an end that was decided before, on the day of the end, and what was to come into force later.
    """
    register = Register(store, as_of)
    # a committee and the experts who assist it are prolonged in one breath, under one name
    found = dict.fromkeys(
        (
            *_adopted(register, since),
            *_came_into_force(register, since),
            *_ran_out(register, since),
            *_took_effect(register, since),
        )
    )
    return sorted(found, key=lambda one: (one.date, one.doc, one.pinpoint, one.subject))


def _adopted(register: Register, since: str) -> Iterator[Change]:
    for step in register.kept.since(since):
        if step.begins:
            continue  # begins on that day
        # *To terminate the mandate, with effect from 16 December 2018*: it ends on that day, not on this one.
        later = step.action in ENDING and (step.until > step.adopted or suspends(step.clause))
        yield _change(register, step, step.adopted, "changed" if later else WHAT[step.action])


def _came_into_force(register: Register, since: str) -> Iterator[Change]:
    """What was laid down to come into force later, on that day: *on 15 April 1992, all States shall*."""
    for step in register.kept.coming_into_force(since, register.as_of):
        yield _change(register, step, step.begins, WHAT[step.action])


def _ran_out(register: Register, since: str) -> Iterator[Change]:
    for step in register.kept.running_out(since, register.as_of):
        if step.until == since or step.action in ("ends", "lifts", "replaces"):
            continue
        stands = register.of_step(step)
        if stands.status in ("ended", "unclear") and not stands.by:
            yield _change(register, step, step.until, "ran-out")


def _took_effect(register: Register, since: str) -> Iterator[Change]:
    """The ends that were decided for a day to come, on that day: *shall cease all operations on*."""
    for step in register.kept.running_out(since, register.as_of):
        if step.action in ("ends", "lifts", "replaces") and max(since, step.adopted) < step.until:
            yield _change(register, step, step.until, "ended")


def _change(register: Register, step: Step, day: str, what: What) -> Change:
    stands = register.of_step(step)
    return Change(
        day, what, called(step, register.kept), step.symbol, step.pinpoint, step.until, stands.status,
        stands.reason, shortened(step.clause),
    )  # fmt: skip
