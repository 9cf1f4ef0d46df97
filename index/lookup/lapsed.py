"""What became of what a question asks of a country's regime, where that is over: *was the embargo lifted?*"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold, fold_case
from mandex.corpus.records import dataclass
from mandex.corpus.symbols import resolution_number
from mandex.index.life.standing import Register
from mandex.index.life.step import ENDING, Step
from mandex.index.lookup.question import Question
from mandex.index.lookup.regime import (
    ANY_MEASURE,
    kinds_asked,
    laid_on,
    matters_asked,
    missions_asked,
    overseers_asked,
)
from mandex.index.lookup.traces import Traces

_LAYING = frozenset({"imposes", "extends"})
# *Is the embargo still in force*, *does the ban still apply*, 是否仍然有效
_STILL = Expression(
    r"\b(?:is|are|does|do|was|were|remains?)\b.{0,80}\b(?:still|in force|in effect|valid|applicable|apply)\b"
    r"|\bstill (?:in force|in effect|valid|applicable|apply|applies|there|on)\b"
    r"|(?:是否|还|仍然?|依然).{0,6}(?:有效|生效|适用|存在|实施|解除|结束)"
)


@dataclass(frozen=True, slots=True)
class Over:
    """What a question asks for and what no longer stands: `told` says which paragraph, and why; `place` is
    the paragraph that settles it, or that ran out.
    """

    place: str
    told: str
    matter: str = ""

    @property
    def number(self) -> int:
        """The number of its resolution; 0 where it is in none."""
        return resolution_number(self.place.partition(" OP")[0]) or 0


def lapsed(register: Register, asked: Question, traces: Sequence[Traces]) -> Over | None:
    """The paragraph that tells it, and how; None where measures of the kinds asked for stand, unless it is
    asked whether they do, or where the question names no country, no group and no measure.
    """
    text = fold(asked.text)
    kinds = kinds_asked(text)
    if missions_asked(asked) or overseers_asked(text) or not (kinds or ANY_MEASURE.search(text)):
        return None
    doubted = "end" in asked.wishes or _STILL.search(text) is not None
    for matter in matters_asked(register, asked, traces):
        stands = bool(laid_on(register, matter, kinds))
        if stands and not (doubted and kinds):
            continue
        steps = _telling(register, matter, kinds, ended=stands)
        told = [pair for one in steps if (pair := (register.of_step(one), one))[0].status != "replaced"]
        if told:
            found, last = max(told, key=lambda pair: (pair[0].until or pair[1].adopted, pair[1].order))
            return Over(last.place, f"{last.place}: {found.status}, {found.reason}", matter)
    return None


def _telling(register: Register, matter: str, kinds: Sequence[str], *, ended: bool) -> Iterator[Step]:
    """The steps that laid measures of some kinds on a country, renewed or ended them; only those
    that `ended` some, where others stand.
    """
    own = register.kept.on(f"measures of {matter}")
    found = {step.order: step for step in (*own, *_ended_elsewhere(register, matter))}
    for _, step in sorted(found.items()):
        told = step.action in ENDING or (not ended and step.action in _LAYING)
        meant = not kinds or not set(kinds).isdisjoint(step.kinds) or (not step.kinds and not ended)
        if told and meant and (step.until or step.adopted) <= register.as_of:
            yield step


def _ended_elsewhere(register: Register, matter: str) -> Iterator[Step]:
    """What was lifted of a country in a resolution that is about another: *lifts the arms embargoes and
    travel bans concerning Eritrea*.
    """
    for step in register.kept.acting(["ends", "lifts"]) if matter in lexicon.countries() else ():
        elsewhere = step.matter != matter and step.subject.startswith("measures of ")
        if elsewhere and matter in _countries(step.clause):
            yield step


def concerns(
    register: Register, over: Over | None, asked: Question, traces: Sequence[Traces], subjects: Set[str]
) -> bool:
    """Whether what is over is about one of the countries or bodies (`subjects`) asked after, or names a place
    as the question does: then that it is over answers the question.
    """
    if over is None:
        return False
    symbol, _, pinpoint = over.place.partition(" OP")
    steps = register.kept.at(symbol, pinpoint)
    told = {name for one in steps for name in (one.matter, one.subject, *_countries(one.clause))}
    about = {*subjects, over.matter} - {""}
    if not told.isdisjoint(about) or not told.isdisjoint(matters_asked(register, asked, traces)):
        return True
    places = [word for one in asked.concepts if one.id.startswith("place ") for word in one.wordings]
    return any(word in fold(one.clause) for one in steps for word in places)


def _countries(clause: str) -> set[str]:
    return {one.id for one in lexicon.match_countries(fold_case(clause))}
