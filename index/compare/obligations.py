"""A demand parted into single obligations: what an assessor would answer separately is one.

*Calls upon States to exchange information and to cooperate* holds two. *Including by X-ing and Y-ing* gives
one for what stands before it and one for each action. What the sub-paragraphs of a stem spell out, the stem
itself does not ask; purposes (*in order to*) and safeguards (*consistent with*) stay within what they
qualify.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from mandex.corpus.fold import is_chinese
from mandex.corpus.model import Span
from mandex.corpus.records import dataclass
from mandex.index.compare import actions

_EDGES = " \t\n,;:.，；：。、"


@dataclass(frozen=True, slots=True)
class Obligation:
    """One obligation, `span` its place in the paragraph; `means` where it is an action named after
    *including by*; `lead` is the verb that it shares with the one before: *to prevent the supply of arms, and
    [prevent] technical assistance*.
    """

    span: Span
    means: bool = False
    lead: str = ""


def obligations(text: str, demand: Span, *, inherits: bool) -> list[Obligation]:
    """The obligations of one demand (`demand` is its place in the paragraph's text), in order.

    `inherits` says that the demand has no verb of its own but that of the stem above it.
    """
    words = text[demand.start : demand.end]
    if is_chinese(words):
        found = list(_chinese(words, inherits=inherits))
    else:
        found = list(_english(words, inherits=inherits))
    out: list[Obligation] = []
    before = ""
    for a, b, means in found:
        if b > a:
            shares = bool(out) and _shares_a_verb(words, a, means=means)
            lead = (out[-1].lead or _verb_of(before, words[a:b])) if shares else ""
            out.append(Obligation(Span(demand.start + a, demand.start + b), means, lead))
            before = words[a:b]
    return out


def _shares_a_verb(words: str, start: int, *, means: bool) -> bool:
    """Whether what stands at a place names a thing without saying what is to be done about it."""
    if is_chinese(words):
        return bool(actions.CHINESE_THING.match(words, start))
    return not means and bool(actions.THING.match(words, start))


def _verb_of(before: str, thing: str) -> str:
    """What a thing shares of the obligation before it: all before *from*, what prevents, else the verb."""
    ways = (actions.CHINESE_PREVENTS,) if is_chinese(before) else (actions.PREVENTS, actions.FIRST_VERB)
    ways = (actions.FROM_WHAT, *ways) if thing.startswith("from ") else ways
    found = next((match for way in ways if (match := way.search(before))), None)
    return found["verb"] if found else ""


Part = tuple[int, int, bool]


# *…, and[, in this regard, encourages …]*.
_LOOSE_END = re.compile(
    r"[\s,;]+(?:and|or|as well as)(?:,?\s+(?:where appropriate|in th(?:is|at) (?:regard|respect|context)))?$"
)
_LOOSE = 80  # characters that a loose end takes at the most; sought from there, or *and and and …* is squared
_SAYS_NOTHING = re.compile(
    r"in th(?:is|at) (?:regard|respect|context)|where(?: necessary and)? appropriate|as appropriate"
    r"|if necessary"
)


def _trimmed(words: str, start: int, end: int) -> tuple[int, int]:
    """Without the stops, blanks and conjunctions at the edges."""
    while start < end and words[start] in _EDGES:
        start += 1
    while True:
        while end > start and words[end - 1] in _EDGES:
            end -= 1
        if _SAYS_NOTHING.fullmatch(words, start, end):
            return start, start
        loose = _LOOSE_END.search(words, max(start, end - _LOOSE), end)
        if not loose:
            return start, end
        end = loose.start()


def _between(words: str, marks: list[int], conjunction: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The stretches between marks, without the conjunction that opens each."""
    for start, end in pairwise(marks):
        match = conjunction.match(words, start, end)
        yield match.end() if match else start, end


# -- English


def _english(words: str, *, inherits: bool) -> Iterator[Part]:
    states = actions.STATES_SHOULD.match(words) if inherits else None
    extends = None if inherits else actions.EXTENDS.match(words)
    if extends:
        yield *_trimmed(words, extends.end(), len(words)), False
        return
    start = states.end() if states else 0 if inherits else _action(words)
    if start is None:  # *encourages bilateral assistance by Member States*: nothing follows *to* or *shall*
        yield from _with_means(words, 0, len(words))
        return
    # *(a) Ensuring … and improving …*
    acts = inherits and actions.GERUND_FIRST.match(words[:1].lower() + words[1:])
    further = _gerunds(words, 0, len(words)) if acts else _boundaries(words, start)
    marks = [start, *further, len(words)]
    for a, b in _between(words, marks, actions.CONJUNCTION):
        more = _gerunds(words, a, b) if a > start and actions.DUTY_FIRST.match(words, a) else []
        for one in pairwise([a, *more, b]):  # *as well as strengthening cooperation and sharing experience*
            yield from _with_means(words, *one)


def _action(words: str) -> int | None:
    """Where what is asked begins: after *shall*, or at the verb after *to*; None where neither stands."""
    if under := actions.UNDER_A_NOUN.match(words):
        return under.end()
    if actions.THAT.match(words) and (shall := actions.SHALL.search(words)):
        none = actions.NO_STATE.search(words, max(0, shall.start() - _LOOSE), shall.start())
        return none.start() if none else shall.end()
    ways = (actions.SUBJUNCTIVE, actions.EFFORTS, actions.ASIDE)
    found = next((match for way in ways if (match := way.search(words))), None)
    found = found or _asked_to(words)
    if found is None or actions.BY_STATES.search(words[: found.end()]):
        return None
    refrain = actions.NOT_TO.search(words, max(0, found.end() - _LOOSE), found.end())
    return refrain.start() if refrain else found.end()


def _asked_to(words: str) -> re.Match[str] | None:
    """The *to* before what is asked; that of what those do who are asked is not meant, if another follows."""
    both = (match for way in (actions.TO, actions.STATES_TO) if (match := way.search(words)))
    found = min(both, key=lambda match: match.end(), default=None)
    if found is None or not actions.OF_WHOM.search(words, max(0, found.end() - _LOOSE), found.end()):
        return found
    later = actions.TO.search(words, found.end())
    return later if later and not actions.JOINS.search(words, found.end(), later.start()) else found


_FEW = 3  # words that ask nothing yet: *if necessary*, *continue to apply[, to establish or to strengthen]*
_GOES_ON = (actions.REMARK, actions.OF_ACTS)  # what *and* without *to* goes on with


def _boundaries(words: str, start: int) -> list[int]:
    """Where further obligations of the same demand begin, at the conjunction before each."""
    sure: dict[int, bool] = {}
    since = start
    for match in actions.FURTHER.finditer(words, start):
        before = words[since : match.start()]
        with_to = match[0].split()[-1] == "to"
        trained = "States" not in match[0] and actions.TRAINED_TO.search(words, start, match.start())
        if with_to and trained and not actions.BACK.match(words, match.start()):
            continue
        if _is_further_end(words, since, match):
            continue
        if not with_to and any(way.search(words, since, match.start()) for way in _GOES_ON):
            continue
        if (_stands_alone(before) or "States" in match[0]) and not (
            "," not in match[0] and _serves(before, bare=not with_to)
        ):
            sure[match.start()] = with_to and "States" not in match[0]
            since = match.end()
    for match in actions.LISTED.finditer(words, start):
        closing = next((at for at in sure if at > match.start()), None)
        # *to take …, to develop …, and to share*, *to take …, develop …, and to share*; not *to find …, to
        # bring … and hold*, where what has *to* serves the end of what is before.
        aimed = "to" in match[0].split()
        if _is_further_end(words, start, match) or actions.WAITS.search(words, start, match.start()):
            continue
        if aimed and actions.TRAINED.search(words, start, match.start()):
            continue  # *including by training officers, to investigate …* says what the training is for
        if actions.AIMED.search(words, start, match.start()):
            continue
        if aimed and actions.ONLY_FOR.match(words, start) and not _asked_before(words, start, match.start()):
            continue
        act = aimed and actions.ONE_MORE.match(words, match.end())
        if (act and len(words[start : match.start()].split()) > _FEW) or (
            closing is not None and (sure[closing] or not aimed)
        ):
            sure[match.start()] = aimed
            sure = dict(sorted(sure.items()))
    return list(sure)


def _is_further_end(words: str, start: int, match: re.Match[str]) -> bool:
    """Whether what follows is one more end of what is asked: *cooperate to prevent acts and to counter …*."""
    return bool(
        actions.AGAINST.match(words, match.end()) and actions.FOR_ENDS.search(words, start, match.start())
    )


def _asked_before(words: str, start: int, end: int) -> bool:
    """Whether a purpose or a further obligation stands there already."""
    return bool(actions.INFINITIVE.search(words, start, end))


def _stands_alone(before: str) -> bool:
    """Whether what stands before a conjunction is a demand of its own, not half of *sign and ratify* or
    *contribute to and use*.
    """
    said = before.split()
    half = said and (actions.HALF.fullmatch(said[-1].lower()) or actions.HALF_OF_LIST.search(before))
    return len(said) > 1 and not half


def _serves(before: str, *, bare: bool) -> bool:
    """Whether what follows still belongs to a purpose: *in order to find and bring to justice*, and after a
    bare *and* also *agencies to screen travellers and conduct assessments*.
    """
    purposes = actions.PURPOSE if not bare else actions.INFINITIVE
    last = max(purposes.finditer(before), key=lambda match: match.end(), default=None)
    if last is None:
        return False
    if "," not in actions.LIST.sub("", before[last.end() :]):
        return True
    ends = before[last.start() + len("to ") if bare else last.end() :]
    return bool(actions.ENDS.match(ends.strip()))


def _with_means(words: str, start: int, end: int) -> Iterator[Part]:
    """An obligation, and the actions that *including by* or *including through* names for it."""
    match = actions.MEANS.search(words, start, end)
    if match and actions.REMARK.search(words, start, match.start()):
        match = None  # *, recognizing the will to combat piracy, including through prosecution*
    if match and actions.WANTS_OBJECT.search(words, start, match.start()):
        match = None
    if match and actions.OF_PERSONS.search(words, start, match.start()):
        match = None
    if match is None or match.start() == start or not actions.ACTION.match(words[match.end() : end]):
        first, *further = _ways(words, start, end)
        yield *_trimmed(words, *first), False
        yield from ((*_trimmed(words, *one), True) for one in further)
        return
    yield *_trimmed(words, start, match.start()), False
    stop = actions.AFTER_MEANS.search(words, match.end(), end)
    last = stop.start() if stop else end
    marks = [match.end(), *_means(words, match.end(), last), last]
    for a, b in _between(words, marks, actions.CONJUNCTION):
        yield *_trimmed(words, a, b), True


def _ways(words: str, start: int, end: int) -> list[tuple[int, int]]:
    """An obligation with the first way of meeting it, and each further way: *by sharing …, by training …*."""
    first = actions.BY_ING.search(words, start, end)
    marks = [m.start() for m in actions.FURTHER_BY.finditer(words, first.end(), end)] if first else []
    return list(_between(words, [start, *marks, end], actions.CONJUNCTION))


def _means(words: str, start: int, end: int) -> list[int]:
    """Where further actions of a list begin: at each gerund, else at the commas that an *and* closes."""
    if actions.THE_DOING.match(words, start):
        return [one.start() for one in actions.FURTHER_DOING.finditer(words, start, end)]
    acts = _gerunds(words, start, end) if actions.GERUND_FIRST.match(words, start) else []
    closed = actions.CLOSED_LIST.search(words, start, end)
    one_act = actions.GERUND_FIRST.match(words, start) and (
        not actions.WITH_WHAT.match(words, start) or actions.NO_OBJECTS.search(words, start, end)
    )
    if acts or closed is None or one_act:
        return acts
    commas = [start + m.start() for m in re.finditer(r",\s", words[start : closed.start()])]
    marks = [start, *commas, closed.start(), end]
    named = (words[a:b].strip(_EDGES) for a, b in pairwise(marks))
    # *employing risk assessments, screening procedures, and …*
    doing = actions.GERUND_FIRST.match(words, start)
    return marks[1:-1] if doing or all(map(actions.ACTION.search, named)) else []


def _gerunds(words: str, start: int, end: int) -> list[int]:
    marks: list[int] = []
    since = start
    for match in actions.GERUND.finditer(words, start, end):
        before = words[since : match.start()]
        # *disrupting and preventing support* is one
        alone = _stands_alone(before) and not (actions.DOING.search(before) or actions.WHOM.match(before))
        if alone and not actions.PURPOSE_OF_DOING.search(before):
            marks.append(match.start())
            since = match.end()
    return marks


# -- Chinese


def _chinese(words: str, *, inherits: bool) -> Iterator[Part]:
    match = None if inherits else actions.CHINESE_HEAD.match(words)
    start = match.end() if match else 0
    marks = [start, *(m.start() for m in actions.CHINESE_FURTHER.finditer(words, start + 2)), len(words)]
    for a, b in _between(words, marks, actions.CHINESE_CONJUNCTION):
        means = actions.CHINESE_MEANS.search(words, a + 2, b)
        if means and actions.CHINESE_ADDRESSED.fullmatch(words, a, means.start()):
            means = None  # 请利比亚政府，包括通过其协调人，提供资料
        yield *_trimmed(words, a, means.start() if means else b), False
        if means:
            yield *_trimmed(words, means.end(), b), True
