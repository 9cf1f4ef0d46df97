"""What became of what a question asks of a country's regime, where that is over: *was the embargo lifted?*"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mandex.corpus.fold import fold
from mandex.index.life.standing import Register
from mandex.index.life.step import ENDING, Step
from mandex.index.lookup.question import Question
from mandex.index.lookup.regime import ANY_MEASURE, kinds_asked, laid_on, missions_asked, overseers_asked

_LAYING = frozenset({"imposes", "extends"})


def lapsed(register: Register, asked: Question) -> str:
    """The paragraph that tells it, and how; empty where measures of the kinds asked for stand, unless it is
    asked what ended, or where the question names no country or no measure.
    """
    text = fold(asked.text)
    kinds = kinds_asked(text)
    if missions_asked(asked) or overseers_asked(text) or not (kinds or ANY_MEASURE.search(text)):
        return ""
    for matter in (concept.id for concept in asked.concepts if concept.kind == "country"):
        ending = "end" in asked.wishes
        stands = bool(laid_on(register, matter, kinds))
        if stands and not ending:
            continue
        if told := list(_telling(register, matter, kinds, ended=stands)):
            last = told[-1]
            found = register.of_step(last)
            return f"{last.place}: {found.status}, {found.reason}"
    return ""


def _telling(register: Register, matter: str, kinds: Sequence[str], *, ended: bool) -> Iterator[Step]:
    """The steps that laid measures of some kinds on a country, renewed or ended them, oldest first; only
    those that `ended` some, where others stand.
    """
    for step in register.kept.on(f"measures of {matter}"):
        told = step.action in ENDING or (not ended and step.action in _LAYING)
        meant = not kinds or not set(kinds).isdisjoint(step.kinds) or (not step.kinds and not ended)
        if told and meant and (step.until or step.adopted) <= register.as_of:
            yield step
