"""What falls due: mandates and measures that expire, as rows and as a calendar file.

Only what stands counts. A mandate that a later resolution has renewed appears under its new date alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from mandex.corpus import lexicon
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.life.standing import Register, Standing
from mandex.index.life.step import ENDING, Step


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
    known = register.horizon.known_to
    found: dict[tuple[str, str, str, str], Due] = {}
    # What ran out long ago is not asked whether it stands: that is most of what there is.
    for step in register.kept.running_out(min(first, known), last):
        if step.action in ENDING:
            continue
        stands = register.of_step(step)
        ahead = step.until >= first and stands.lives
        if ahead or (stands.status == "unclear" and step.until > known):
            due = _expiry(step, stands)
            found.setdefault((due.date, due.doc, due.pinpoint, due.subject), due)
    return sorted(found.values(), key=lambda due: (due.date, due.doc, due.pinpoint, due.subject))


def _expiry(step: Step, stands: Standing) -> Due:
    return Due(
        step.until, "expires", name(step.subject, step.kinds), "", step.symbol, step.pinpoint, "",
        stands.status, stands.reason, shortened(step.clause),
    )  # fmt: skip


def shortened(clause: str, most: int = 200) -> str:
    """The beginning of a clause, cut between words, with a mark where it was cut."""
    clause = " ".join(clause.split())
    if len(clause) <= most:
        return clause
    cut = clause[:most]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;，；、") + "…"


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
        called = " and ".join(_SHORT.get(one) or one.split(":")[-1].replace("-", " ") for one in kinds)
        called = f"{called[0].upper()}{called[1:]}"
    return f"{called} ({about})" if about.strip("-") else called


_SHORT = {"components:ied": "components of explosive devices"}
_KINDS = {"panel": "Panel of experts", "measures": "Measures", "authority": "Authorization"}


def _shared(kind: str) -> str:
    body = lexicon.bodies().get(kind)
    return body.label_en if body else kind.capitalize()
