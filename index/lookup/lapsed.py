"""What became of what a question asks of a regime, a panel or a mission that is over: *was it lifted?*"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence, Set

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold, fold_case
from mandex.corpus.records import dataclass
from mandex.index.life.called import called
from mandex.index.life.chains import puts_back
from mandex.index.life.dissolved import dissolved
from mandex.index.life.standing import Register, Standing
from mandex.index.life.step import ENDING, Step, root
from mandex.index.lookup.question import Question
from mandex.index.lookup.regime import (
    ANY_MEASURE,
    kinds_asked,
    laid_on,
    lives_of,
    matters_asked,
    missions_asked,
    overseers_asked,
    overseers_named,
    subjects_of,
)
from mandex.index.lookup.traces import Traces

_LAYING = frozenset({"imposes", "sets", "extends", "continues"})
# What may be of the kind asked for, though it names none; left: *the provisions of paragraph 22*.
_MEASURES = Expression(
    r"\b(?:measures?|sanctions|embargo(?:es)?|prohibitions?|restrictions?)\b|措施|制裁|禁运"
)
# *Is the embargo still in force*, *does the ban still apply*, 是否仍然有效
_STILL = Expression(
    r"\b(?:is|are|does|do|was|were|remains?)\b.{0,160}"
    r"\b(?:still|in force|in effect|valid|applicable|apply|binding|alive)\b"
    r"|\bstill (?:in force|in effect|valid|applicable|apply|applies|there|on|binding|alive)\b"
    r"|(?:是否|还|仍然?|依然).{0,6}(?:有效|生效|适用|存在|实施|解除|结束)"
)
# *The Council suspended the embargo: when was the suspension ended?* 暂停何时被取消
_SUSPENDED = Expression(r"\bsuspen(?:ded|sions?)\b|暂停|中止")
_FULFILLED = Expression(r"\b[Tt]he (?P<body>[A-Z][a-z]+(?: [A-Z][a-z]+){0,4}) has fulfilled its mandate\b")


@dataclass(frozen=True, slots=True)
class Over:
    """What a question asks for and what no longer stands: `told` says which paragraph, and why; `place` is
    the paragraph that settles it, or that ran out.
    """

    place: str
    told: str
    matter: str = ""


def lapsed(register: Register, asked: Question, traces: Sequence[Traces]) -> Over | None:
    """The paragraph that tells it, and how; None where measures of the kinds asked for stand, unless it is
    asked whether they do, or where the question names no country, no group and no measure; of bodies where
    one of those asked for lives.
    """
    text = fold(asked.text)
    if missions := missions_asked(asked):
        return _closed(register, missions)
    kinds = kinds_asked(text)
    overseers = overseers_named(text)
    if not (overseers or kinds or ANY_MEASURE.search(text)):
        return None
    doubted = "end" in asked.wishes or _STILL.search(text) is not None
    grouped = any(_is_group(one.id) for one in asked.concepts)
    matters = matters_asked(register, asked, traces)
    if overseers and (not kinds or overseers_asked(text)):
        return _closed(register, subjects_of(overseers, matters))
    for matter in matters:
        if _SUSPENDED.search(text) and (back := _resumed(register, matter, asked)):
            what = f"the suspension of the measures ({lexicon.countries()[matter].label_en})"
            return Over(back.place, f"{back.place} ended {what} on {back.until or back.adopted}", matter)
        laid = laid_on(register, matter, kinds)
        stands = bool(laid)
        telling = list(_telling(register, matter, kinds, ended=stands))
        if stands:  # what a measure was put in the place of is not over while that stands
            telling = [one for one in telling if one.action != "replaces"]
        if earlier := _earlier(telling, laid, asked):
            telling = earlier
        elif stands:
            telling = _of_what_stands(register, telling, laid, kinds)
            if not (doubted and kinds):
                telling = [] if grouped or not kinds else _in_part(telling, laid)
        steps = _most_telling(telling, kinds, matters)
        told = [pair for one in steps if (pair := (register.of_step(one), one))[0].status != "replaced"]
        named = any(not set(kinds).isdisjoint(one.kinds) for _, one in told)
        if not (stands or named) and (gone := _dissolved(register, matter)):
            what = f"the measures ({lexicon.countries()[matter].label_en})"
            return Over(gone.by, f"{gone.by} ended {what} on {gone.until}: {gone.reason}", matter)
        if told:
            found, last = max(told, key=lambda pair: _latest(pair[0], pair[1], kinds))
            return over(register, last, last.place, found, matter)
    return None


def _is_group(id_: str) -> bool:
    """Whether an armed group is meant, for whom a part of an embargo is left: *weapons for Al-Shabaab*."""
    actor = lexicon.actors().get(id_)
    return actor is not None and actor.kind == "group"


def _in_part(ended: Sequence[Step], laid: Sequence[Step]) -> list[Step]:
    """What was lifted of measures of which a part stands since: the embargo on a country, of which that on
    armed groups is left; not what was lifted before all that stands was laid down.
    """
    first = min((one.number for one in laid if one.action == "imposes"), default=sys.maxsize)
    return [one for one in ended if one.number >= first]


def _of_what_stands(
    register: Register, ended: Sequence[Step], laid: Sequence[Step], kinds: Sequence[str]
) -> list[Step]:
    """Of what ended measures what names the kinds asked for, or ended those of which none stands: the embargo
    of 1992, lifted by its number, is not the one of 2011.
    """
    asked = frozenset(kinds)
    gone = asked.difference(kind for one in laid for kind in one.kinds)
    return [
        one
        for one in ended
        if not (asked.isdisjoint(one.kinds) and gone.isdisjoint(_kinds_of(register, one)))
    ]


def _earlier(ended: Sequence[Step], laid: Sequence[Step], asked: Question) -> list[Step]:
    """What was ended, since the year or the resolution that a question names, before all that stands was laid
    down: *the 1996 sanctions* on Sudan are not those of 2004.
    """
    years = _years(asked)
    first = min((one.order for one in laid if one.action == "imposes"), default=None)
    if first is None or not (years or asked.numbers) or max(asked.numbers, default=0) >= first[0]:
        return []
    since = str(max(years, default=0))
    if any(one.adopted[:4] <= since for one in laid if one.action == "imposes" and one.order == first):
        return []
    return [one for one in ended if one.order < first and one.adopted >= since]


def _years(asked: Question) -> list[int]:
    """The years that a question names."""
    return [int(one.said) for one in asked.concepts if one.kind == "year"]


def _resumed(register: Register, matter: str, asked: Question) -> Step | None:
    """What last put suspended measures on a country back in force, in the years that a question names or the
    one after.
    """
    steps = [one for one in register.kept.on(f"measures of {matter}") if puts_back(one)]
    if years := {str(year + later) for year in _years(asked) for later in (0, 1)}:
        steps = [one for one in steps if one.adopted[:4] in years]
    return max(steps, key=lambda one: one.order, default=None)


def over(register: Register, step: Step | None, place: str, found: Standing, matter: str = "") -> Over:
    """How it is told of a paragraph, or of the step in it, that ended something, or ran out, or was ended by
    another.
    """
    if step is not None and step.action in ENDING:
        what = _named(register, step, matter)
        return Over(step.place, f"{step.place} ended {what} on {step.until or step.adopted}", matter)
    if found.status == "replaced" and (last := _last_renewal(register, found)):
        return over(register, last, last.place, register.of_step(last), matter)
    if found.status != "ended" or not found.by:
        settled = found.by if found.status == "replaced" and found.by else place
        return Over(settled, f"{place}: {found.status}, {found.reason}", matter)
    how, _, why = found.reason.partition("; ")  # *set by OP16 until 2001-05-17; ran out on …*
    if not why and found.until and how.startswith("ended by"):
        ended = next((one for one in register.kept.at(*_apart(found.by)) if one.action in ENDING), None)
        if ended is not None:
            return over(register, ended, found.by, found, matter)
    return Over(found.by, f"{found.by}: ended, {why or how}", matter)


def _last_renewal(register: Register, found: Standing) -> Step | None:
    """The step that renewed for the last time what a renewal replaced; None where that still stands."""
    renewals = [one for one in register.kept.at(*_apart(found.by)) if one.until == found.until]
    last = next(iter(renewals), None) if found.until else None
    return last if last is not None and not register.of_step(last).lives else None


def _named(register: Register, step: Step, matter: str) -> str:
    """What a step ended, in words: *the arms embargo (Mali)*, *MINUSMA*; of the country that is asked for,
    where it names that, though its resolution is about another.
    """
    if step.subject.startswith("measures of ") and matter in _countries(step.clause):
        step = step._replace(subject=f"measures of {matter}")
    name = called(step, register.kept)
    if step.subject.startswith("authority of ") and (body := _body_in(step.clause)):
        return body
    return name if step.subject in lexicon.bodies() else f"the {name[:1].lower()}{name[1:]}"


def _body_in(clause: str) -> str:
    """The body that words speak of: *the Commission has fulfilled its mandate under resolution 687*."""
    said = _FULFILLED.search(clause)
    return f"the {said['body']}" if said else ""


def _apart(place: str) -> tuple[str, str]:
    symbol, _, label = place.partition(" OP")
    return symbol, label


def _closed(register: Register, subjects: Sequence[str]) -> Over | None:
    """What closed the last of some bodies, if none of them lives."""
    lives = lives_of(register, subjects)
    if not lives or any(not life.closed for life in lives):
        return None
    last = max(lives, key=lambda life: (life.stands.until or life.last.adopted, life.last.order))
    return over(register, last.last, last.last.place, last.stands, last.last.matter)


def _most_telling(steps: Sequence[Step], kinds: Sequence[str], matters: Sequence[str]) -> Sequence[Step]:
    """Of some steps those that name all the countries asked for, then those that name the kinds: the ban on
    diamonds ran out, whatever ended the rest of the regime.
    """
    if len(matters) > 1:
        steps = [one for one in steps if set(matters) <= _countries(one.clause)] or steps
    return [one for one in steps if not set(kinds).isdisjoint(one.kinds)] or steps


def _latest(found: Standing, step: Step, kinds: Sequence[str]) -> tuple[bool, str, tuple[int, int, int]]:
    """What of some measures was ended last; first what ended those of a kind asked for by name: the embargo,
    ended after the ban on travel, is not what *were the travel sanctions lifted* asks of.
    """
    by_name = step.action in ENDING and not set(kinds).isdisjoint(step.kinds)
    return by_name, found.until or step.adopted, step.order


def _telling(register: Register, matter: str, kinds: Sequence[str], *, ended: bool) -> Iterator[Step]:
    """The steps that laid measures of some kinds on a country, renewed or ended them; only those
    that `ended` some, where others stand.
    """
    own = register.kept.on(f"measures of {matter}")
    found = {step.order: step for step in (*own, *_ended_elsewhere(register, matter))}
    for _, step in sorted(found.items()):
        told = step.action in ENDING or (not ended and step.action in _LAYING)
        unnamed = not step.kinds and not ended and _MEASURES.search(fold(step.clause)) is not None
        meant = not kinds or not set(kinds).isdisjoint(_kinds_of(register, step)) or unnamed
        if told and meant and (step.until or step.adopted) <= register.as_of and not _put_back(own, step):
            yield step


def _kinds_of(register: Register, step: Step) -> frozenset[str]:
    """The kinds of measure that a step names, or those of what it ends: *the measures set forth in paragraphs
    4, 5 and 6 of resolution 748*; of what is not held those that its words are for.
    """
    if step.kinds or step.action not in ENDING:
        return frozenset(step.kinds)
    ended = (
        kind
        for symbol, labels in step.targets
        for one in register.kept.of(symbol)
        if one.action == "imposes" and (not labels or not {one.label, root(one.label)}.isdisjoint(labels))
        for kind in one.kinds
    )
    return frozenset(ended) or frozenset(kinds_asked(fold(step.clause)))


def _put_back(own: Sequence[Step], step: Step) -> bool:
    """Whether a suspension was ended since: *to terminate the suspension of the measures*."""
    return step.action in ENDING and any(one.order > step.order and puts_back(one) for one in own)


def _ended_elsewhere(register: Register, matter: str) -> Iterator[Step]:
    """What was lifted of a country in a resolution that is about another: *lifts the arms embargoes and
    travel bans concerning Eritrea*.
    """
    for step in register.kept.acting(["ends", "lifts"]) if matter in lexicon.countries() else ():
        elsewhere = step.matter != matter and step.subject.startswith("measures of ")
        if elsewhere and matter in _countries(step.clause):
            yield step


def concerns(
    register: Register, known: Over | None, asked: Question, traces: Sequence[Traces], subjects: Set[str]
) -> bool:
    """Whether what is `known` to be over is about one of the countries or bodies (`subjects`) asked after, or
    names a place as the question does: then that it is over answers the question.
    """
    if known is None:
        return False
    symbol, _, pinpoint = known.place.partition(" OP")
    steps = register.kept.at(symbol, pinpoint)
    if known.matter and not register.horizon.is_held(symbol):
        return True  # told of a country asked for, by a text that speaks of what is not held
    told = {name for one in steps for name in (one.matter, one.subject, *_countries(one.clause))}
    about = {*subjects, known.matter} - {""}
    if not told.isdisjoint(about) or not told.isdisjoint(matters_asked(register, asked, traces)):
        return True
    places = [word for one in asked.concepts if one.id.startswith("place ") for word in one.wordings]
    return any(word in fold(one.clause) for one in steps for word in places)


def _countries(clause: str) -> set[str]:
    return {one.id for one in lexicon.match_countries(fold_case(clause))}


def _dissolved(register: Register, matter: str) -> Standing | None:
    return dissolved(register.sayings, register.kept, register.as_of, matter)
