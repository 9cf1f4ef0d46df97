"""What falls due: mandates and measures that expire, as rows and as a calendar file.

Only what stands counts. A mandate that a later resolution has renewed appears under its new date alone.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.life.called import called
from mandex.index.life.chains import has_one_life
from mandex.index.life.standing import Register, Standing
from mandex.index.life.step import ENDING, Step


@dataclass(frozen=True, slots=True)
class Due:
    """One thing on one day. `what` is `expires` or `report`; `subject` the mandate that expires or who
    reports; `to` to whom; `every` the rhythm (ISO 8601 duration); `status` is how it stands, with the reason:
    `spent` where a report was due by a day that is over.
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
    known = register.horizon.known_to
    found: dict[tuple[str, str, str, str], Due] = {}
    # What ran out long ago is not asked whether it stands: that is most of what there is.
    for step in register.kept.running_out(min(first, known), last):
        if step.action in ENDING and not _closes(step, register.as_of):
            continue
        stands = register.of_step(step)
        ahead = step.until >= first and stands.lives
        if ahead or (stands.status == "unclear" and step.until > known):
            due = _expiry(step, stands, register)
            found.setdefault((due.date, due.doc, due.pinpoint, due.subject), due)
    return sorted(found.values(), key=lambda due: (due.date, due.doc, due.pinpoint, due.subject))


def _closes(step: Step, as_of: str) -> bool:
    """Whether a step ends the mandate of a body on a day to come: *will terminate UNTMIS's mandate on …*."""
    return step.until > as_of and has_one_life(step.subject)


def _expiry(step: Step, stands: Standing, register: Register) -> Due:
    return Due(
        step.until, "expires", called(step, register.kept), "", step.symbol, step.pinpoint, "",
        stands.status, stands.reason, shortened(step.clause),
    )  # fmt: skip


def shortened(clause: str, most: int = 200) -> str:
    """The beginning of a clause, cut between words, with a mark where it was cut."""
    clause = " ".join(clause.split())
    if len(clause) <= most:
        return clause
    cut = clause[:most]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;，；、") + "…"
