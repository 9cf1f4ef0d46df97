"""What became of confirmations and renewals by what stands beside them: they set no day of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from mandex.corpus.symbols import resolution_number
from mandex.index.life.chains import Chains
from mandex.index.life.status import Standing
from mandex.index.life.step import ENDING, Step, covers
from mandex.index.life.steps import Steps


class Settles(Protocol):
    """What settles other steps (see `settling.Settler`)."""

    as_of: str
    kept: Steps
    chains: Chains

    def of_step(self, step: Step) -> Standing:
        """Whether what a step set still stands."""

    def by_date(self, step: Step) -> Standing:
        """What became of a term."""


def over(step: Step, settler: Settles, adjusted: list[Step]) -> Standing | None:
    """What became of a confirmation or a renewal without a day, if that is over; `adjusted` is what stands in
    the paragraphs that it names.
    """
    if step.action not in ("continues", "extends"):
        return None
    return _with_renewal(step, settler, adjusted) or _with_aims(step, settler)


def _with_renewal(step: Step, settler: Settles, adjusted: list[Step]) -> Standing | None:
    """What stands beside the renewal of the same has no longer life than that: *decides to renew until 31
    August 2023 the measures …; reaffirms that these measures shall apply to individuals*, *renews the
    authorizations for twelve months; renews the reporting requests*.
    """
    beside = [
        one
        for one in settler.kept.of(step.symbol)
        if one.action == "extends" and one.until and one.subject == step.subject
        and _shares(one, step)
    ]  # fmt: skip
    lasting = any(one.action == "imposes" and not one.until for one in adjusted)
    last = settler.chains.end(beside[-1]) if beside and not lasting else None
    if last is None or not last.until or last.until >= settler.as_of:
        return None
    found = settler.by_date(last)
    return replace(found, reason=f"beside measures renewed by {last.place}: {found.reason}", by=last.place)


def _shares(renewal: Step, step: Step) -> bool:
    """Whether both go back to the same resolution; a confirmation may name none: *reaffirms the reporting and
    review provisions*.
    """
    aims = {cited for cited, _ in step.targets}
    return bool(aims & {cited for cited, _ in renewal.targets}) or (step.action == "continues" and not aims)


def _with_aims(step: Step, settler: Settles) -> Standing | None:
    """What keeps measures that are over since is over too: *reaffirms its decision in paragraph 7 of
    resolution 1572*, whose measures later ran out.
    """
    stands = [(one, settler.of_step(one)) for one in _aims(step, settler.kept)]
    if not stands or any(found.lives for _, found in stands):
        return None
    ends = [settler.chains.end(one) for one, _ in stands]
    if any(end.number < step.number and end.action in ENDING for end in ends):
        return None  # it speaks of what was over before, so that this is not the end that it has
    last = max((found for _, found in stands), key=lambda found: found.until)
    return Standing("spent", f"what it keeps in force is over: {last.reason}", last.by, last.until)


def _aims(step: Step, kept: Steps) -> Iterator[Step]:
    """The steps on the same subject, in the paragraphs of earlier resolutions that a step names, or of the
    kind that it names of a whole resolution.
    """
    for cited, named in step.targets:
        if (resolution_number(cited) or step.number) >= step.number:
            continue
        for one in kept.of(cited):
            adjusts = one.action in ENDING or one.action in ("exempts", "amends")
            # *the arms embargo imposed by resolution 733* is what that imposes of the kind
            meant = covers(named, one.label) if named else not set(one.kinds).isdisjoint(step.kinds)
            if meant and not adjusts and one.subject == step.subject:
                yield one
