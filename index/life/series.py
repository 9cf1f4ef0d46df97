"""Terms in a series: what a later resolution prolongs anew without naming the term before.

*Decides to extend until 31 March 2016 the authorizations provided by and the measures imposed by resolution
2146* is followed by the same until 31 July 2017: both go back to 2146, neither to the other. A later term is
of the same series where it goes back to the same paragraph, is that of the same body or person, or is set in
nearly the same words, on the same subject, and before the one before has long run out.
"""

from __future__ import annotations

from functools import lru_cache

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.index.life.echoes import alike
from mandex.index.life.step import Step

_LAYING = frozenset({"extends", "continues", "sets", "imposes"})
_SPARING = frozenset({"exempts"})
_GOING_ON = frozenset({"extends", "continues"})
LATE = 60  # days after a term has run out in which it may be renewed

# Whose term it is: *the mandate of the Commission, as set forth in*, *the mandate of the 1540 Committee for a
# period of*; left: *the mandate of UNOCI and of the French forces*, which the subject tells.
_WHOSE = Expression(
    r"\bmandate of (?:the )?((?:(?!(?:until|for|as|in|with|by|and|which|to)\b)[\w/’'-]+ ?){1,5})"
)
_PERIOD = Expression(r"(?i)\bfor the (?:same )?period\b")
# *All Member States shall continue to take the necessary measures to prevent the entry* (2196 OP4)
_GOES_ON = Expression(r"\bshall,?(?: [^;]{0,40},)? continue to (?:take the|freeze)\b")
# *To reappoint Mr. Serge Brammertz as Prosecutor*, *the term of office of Judge Vagn Joensen (Denmark)*
_WHO = Expression(r"\b(?:mr|mrs|ms|judge)\.? ((?:[^\W\d]|[ .’'-]){3,40}?)(?= as\b| \(|,)")


def may_be_said_anew(step: Step) -> bool:
    """Whether a step says for how long something is so, or is spared."""
    return step.action in _LAYING or step.action in _SPARING or founds_committee(step)


def founds_committee(step: Step) -> bool:
    """Whether a step establishes a committee, which later ones prolong by the number of its resolution: *to
    extend the mandate of the 1540 Committee*.
    """
    return step.action == "establishes" and step.subject.startswith("committee of ")


def names(later: Step, step: Step) -> bool:
    """Whether what prolongs a term names the very paragraph that set it, or spared for it."""
    prolongs = later.action in _GOING_ON or (later.action == "sets" == step.action)
    return prolongs and any(cited == step.symbol and step.label in named for cited, named in later.targets)


def is_taken_up(later: Step, step: Step) -> bool:
    """Whether a renewal goes back to a paragraph that an earlier one renewed, however long after that ran
    out: what is renewed ran on between, by what is not held (2633 OP1, 2731 OP1).
    """
    if not names(later, step) and not {step.action, later.action} <= _GOING_ON:
        return False
    return is_of_series(later, step) and in_common(later, step) > 0


def is_of_series(later: Step, step: Step) -> bool:
    """Whether a term set later, on the same subject, is the next of one that was set before."""
    if later.until > step.until and names(later, step):
        return True
    if (step.action in _SPARING) != (later.action in _SPARING) or later.until <= step.until:
        return False
    if founds_committee(later) or founds_committee(step):
        return later.action == "extends" and f"mandate of the {step.number} committee" in fold(later.clause)
    if later.kinds and step.kinds and set(later.kinds).isdisjoint(step.kinds):
        return False
    if step.subject.endswith(" office"):
        return bool(who := _told(_WHO, step.clause)) and who == _told(_WHO, later.clause)
    whose, theirs = _told(_WHOSE, step.clause), _told(_WHOSE, later.clause)
    if whose or theirs:
        return whose == theirs
    ours, others = named_by(step), named_by(later)
    if ours and others:
        return not ours.isdisjoint(others)
    if (
        later.action == "imposes"
        and step.kinds[:1] == later.kinds[:1]
        and _GOES_ON.search(fold(later.clause))
    ):
        return bool(step.kinds) and step.action == "imposes"
    return bool(step.kinds) == bool(later.kinds) and said_alike(step.clause, later.clause)


def in_common(later: Step, step: Step) -> int:
    """How many paragraphs both name: the next of *the measures in paragraphs 7 to 12 of resolution 1572 and
    in paragraph 6 of resolution 1643* is what renews the former, not the latter.
    """
    return len(named_by(later) & (named_by(step) | {(step.symbol, step.label)}))


def named_by(step: Step) -> set[tuple[str, str]]:
    """The paragraphs that a step names: *the measures in paragraphs 1 to 6 of resolution 2293*; left: those
    of its own resolution that only tell its term, *for the period referred to in paragraph 1 above*.
    """
    own = step.action == "sets" and not _PERIOD.search(step.clause)
    return {(cited, one) for cited, labels in step.targets for one in labels if own or cited != step.symbol}


@lru_cache(maxsize=1 << 12)
def _told(wanted: Expression, clause: str) -> str:
    found = wanted.search(fold(clause))
    return found[1].strip() if found else ""


def said_alike(one: str, other: str) -> bool:
    """Whether two clauses are nearly the same."""
    return one == other or _alike(*sorted((one, other)))


@lru_cache(maxsize=1 << 15)  # a series says the same every year
def _alike(one: str, other: str) -> bool:
    return alike(fold(one), fold(other))
