"""What a query means to an engine: its tree in terms and marks, and what must be checked in the text itself.

The index knows stems and pairs of characters. Where that is not all that was asked (a quoted *extended* is
not *extends*, 第1373(2001)号 has brackets) the index gives candidates and a pattern tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import chain, count
from operator import methodcaller

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import HAN, fold
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.engines import NOTHING, And, Engine, Ids, Mark, Node, Not, Or, Phrase, marks
from mandex.index.search.fields import field_condition
from mandex.index.search.query import All, AnyOf, Day, Field, Prefix, Query, Quoted, Symbol, Without, Word
from mandex.index.text.stems import keeps, stem
from mandex.index.text.terms import STOP_WORDS, terms, tokens

_HAN = Expression(f"[{HAN}]")
_WORD_CHARACTER = rf"[^\W_{HAN}]"
_WORDS = Expression(f"{_WORD_CHARACTER}+")
_KEPT = 256  # expressions of words: each hit of a question is tried with the same ones
_ONE_BY_ONE = 64  # paragraphs, more than a page shows
_LONGEST_SUFFIX = 4  # letters that stemming may take off a word
_LONGEST_PHRASE = 64  # terms that an index is asked for in a row; the text tells the rest


@dataclass(frozen=True, slots=True)
class Printed:
    """The folded text holds what the pattern finds."""

    pattern: Expression


@dataclass(frozen=True, slots=True)
class Begun:
    """Some word of the text begins with one of these; each whole prefix folded."""

    prefixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """The index tells: the paragraph is one that `node` finds."""

    node: Node


@dataclass(frozen=True, slots=True)
class Every:
    """All of the checks."""

    parts: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """One of the checks at least."""

    parts: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Never:
    """Not this check."""

    part: Check


Check = Printed | Begun | Held | Every | Some | Never


@dataclass(frozen=True, slots=True)
class Reading:
    """Candidates, and all that a true hit among them must pass.

    `sure` are the parts that candidates have already: to tell a hit from any other paragraph they are asked
    for besides.
    """

    node: Node
    checks: tuple[Check, ...] = ()
    sure: tuple[Node, ...] = ()

    def alone(self) -> Check:
        """What tells a hit from any paragraph whatever."""
        if not self.checks:
            return Held(self.node)
        held = (Held(And(self.sure)),) if self.sure else ()
        parts = (*self.checks, *held)  # a text is looked at sooner than the index is asked for all it finds
        return Every(parts) if len(parts) > 1 else parts[0]


def read(tree: Query, engine: Engine, store: Store) -> Reading:
    """What `tree` asks of `engine`; an empty query finds nothing."""
    match tree:
        case All(parts):
            return _all(parts, engine, store)
        case AnyOf(parts):
            return _any([read(part, engine, store) for part in parts])
        case Without(part):
            return _without(read(part, engine, store))
        case Word(text):
            return _words(text)
        case Quoted(text):
            return _quoted(text)
        case Prefix(text):
            return _prefix(text)
        case Symbol(_, named):
            symbol = store.dated(named)
            printed = _phrase(_printed_terms(symbol))
            return Reading(Or((Mark(marks.own(symbol)), Mark(marks.cites(symbol)), printed)))
        case Day(text, iso):
            return Reading(Or((Mark(marks.on(iso)), _phrase(terms(text)))))
        case Field():
            return Reading(field_condition(tree, store))
    raise AssertionError(tree)


def _all(parts: tuple[Query, ...], engine: Engine, store: Store) -> Reading:
    parts = tuple(dict.fromkeys(parts))
    telling = [part for part in parts if not is_stop_word(part)]
    if all(isinstance(part, Field | Without) for part in telling):
        telling = list(parts)
    unwanted = [read(part.part, engine, store) for part in telling if isinstance(part, Without)]
    readings = [read(part, engine, store) for part in telling if not isinstance(part, Without)]
    told = tuple(reading.node for reading in unwanted if not reading.checks)
    nodes = [*(reading.node for reading in readings), *((Not(Or(told)),) if told else ())]
    checks = [check for reading in readings for check in reading.checks]
    if printed := [reading for reading in unwanted if reading.checks]:
        checks.append(Never(_any(printed).alone()))
    sure = (reading.sure if reading.checks else (reading.node,) for reading in readings)
    if not telling:
        return Reading(NOTHING)
    return Reading(And(tuple(nodes)), tuple(checks), (*chain.from_iterable(sure), *nodes[len(readings) :]))


def _any(readings: Sequence[Reading]) -> Reading:
    """An OR of words and phrases is checked hit by hit, so that no more texts are read than are shown."""
    if len(readings) == 1:
        return readings[0]
    node = Or(tuple(reading.node for reading in readings))
    alone = [reading.alone() for reading in readings if reading.checks]
    if not alone:
        return Reading(node)
    begun = tuple(prefix for check in alone if isinstance(check, Begun) for prefix in check.prefixes)
    unchecked = tuple(reading.node for reading in readings if not reading.checks)
    checks = (
        *((Begun(begun),) if begun else ()),
        *(check for check in alone if not isinstance(check, Begun)),
        *((Held(Or(unchecked)),) if unchecked else ()),
    )
    return Reading(node, (Some(checks),) if len(checks) > 1 else checks)


def _without(unwanted: Reading) -> Reading:
    """Where only the text tells what is not wanted, all paragraphs are candidates."""
    if not unwanted.checks:
        return Reading(Not(unwanted.node))
    return Reading(And(()), (Never(unwanted.alone()),))


def is_stop_word(part: Query) -> bool:
    """Whether a leaf is a word that says nothing alone."""
    return isinstance(part, Word) and fold(part.text) in STOP_WORDS


def truth(reading: Reading, engine: Engine) -> Callable[[int, str], bool]:
    """What tells a true hit, by its row number and text, from one that only the index takes for it."""
    tests = [_test(check, engine) for check in reading.checks]

    def is_true(id_: int, text: str) -> bool:
        folded = fold(text)
        return all(test(id_, folded) for test in tests)

    return is_true


def certain(reading: Reading, engine: Engine) -> tuple[set[int], Reading]:
    """The paragraphs of which the index alone tells that they are true hits, and how the others are read:
    *security* in *security OR "oil embargo"*, and what prints *oil embargo*.
    """
    match reading.checks:
        case (Some(parts),):
            held = [part for part in parts if isinstance(part, Held)]
            printed = tuple(part for part in parts if not isinstance(part, Held))
            return set().union(*(engine.matching(one.node) for one in held)), Reading(
                reading.node, (Some(printed),)
            )
    return set(), reading


Test = Callable[[int, str], bool]  # of a paragraph's row number and folded text


def _test(check: Check, engine: Engine) -> Test:
    match check:
        case Printed(pattern):
            return lambda _, folded: bool(pattern.search(folded))
        case Begun(prefixes):
            begins = methodcaller("startswith", prefixes)
            # most texts that do not have such a word have none of the prefixes anywhere
            return lambda _, folded: (
                any(map(folded.__contains__, prefixes)) and any(map(begins, _WORDS.findall(folded)))
            )
        case Held(node):
            return _held(node, engine)
        case Every(parts):
            every = [_test(part, engine) for part in parts]
            return lambda id_, folded: all(test(id_, folded) for test in every)
        case Some(parts):
            some = [_test(part, engine) for part in parts]
            return lambda id_, folded: any(test(id_, folded) for test in some)
        case Never(part):
            unwanted = _test(part, engine)
            return lambda id_, folded: not unwanted(id_, folded)


def _held(node: Node, engine: Engine) -> Test:
    """Whether a node finds a paragraph: a few are asked about one by one, as those of one page are, and all
    that it finds are asked for only where more must be told apart.
    """
    found = cache(lambda: engine.matching(node))
    asked = count()

    def is_held(id_: int, _: str) -> bool:
        if next(asked) < _ONE_BY_ONE:
            return bool(engine.matching(And((Ids(frozenset((id_,))), node))))
        return id_ in found()

    return is_held


def _phrase(found: list[str]) -> Node:
    return Phrase(tuple(found[:_LONGEST_PHRASE])) if found else NOTHING


def _words(text: str) -> Reading:
    """Words that punctuation joins; the index is asked for the first of very many, the text for the rest."""
    found = terms(text)
    checks = (Printed(pattern(text)),) if len(found) > _LONGEST_PHRASE else ()
    return Reading(_phrase(found), checks)


def _printed_terms(symbol: str) -> list[str]:
    """A resolution's number and year stand together in print whatever is around them."""
    return terms(symbol.removeprefix("S/RES/"))


@lru_cache(maxsize=_KEPT)
def pattern(text: str) -> Expression:
    """What finds `text` in folded text: as printed but for case, accents, script, width and blanks.

    Chinese is found anywhere, words of letters and digits whole, unless Chinese stands in the same phrase.
    """
    folded = " ".join(fold(text).split())
    inner = re.escape(folded).replace(r"\ ", r"\s+")
    if _HAN.search(folded):
        return Expression(inner)
    before = rf"(?<!{_WORD_CHARACTER})" if re.match(_WORD_CHARACTER, folded) else ""
    after = rf"(?!{_WORD_CHARACTER})" if re.search(rf"{_WORD_CHARACTER}$", folded) else ""
    return Expression(before + inner + after)


def _quoted(text: str) -> Reading:
    found = list(tokens(text))
    if not found:
        return Reading(NOTHING)
    if not _HAN.search(fold(text)):
        return Reading(_phrase([token.term for token in found]), (Printed(pattern(text)),))
    # A phrase may begin or end inside a word of the text (`73号决`), so words at its ends are no terms to ask
    # for; the last Chinese character begins another pair in the text than in the phrase.
    chinese = [i for i, token in enumerate(found) if _HAN.match(token.term)]
    inner = [token.term for token in found[chinese[0] : chinese[-1] + 1]]
    prefix = False
    if chinese[-1] == len(found) - 1:
        prefix = len(inner) == 1 or not _is_pair(inner[-2])
        if not prefix:
            inner.pop()
    long = len(inner) > _LONGEST_PHRASE
    told = not long and all(_HAN.match(char) for char in fold(text))
    phrase = Phrase(tuple(inner[:_LONGEST_PHRASE]), prefix and not long)
    return Reading(phrase, () if told else (Printed(pattern(text)),))


def _is_pair(term: str) -> bool:
    return len(term) == 2 and bool(_HAN.match(term))


def _prefix(text: str) -> Reading:
    folded = fold(text)
    found = terms(text)
    if not found:
        return Reading(NOTHING)
    if _HAN.search(folded) or len(found) > 1:
        return _quoted(text) if _HAN.search(folded) else Reading(Phrase(tuple(found), prefix=True))
    folded = _WORDS.findall(folded)[0]
    if keeps(folded):
        return Reading(Phrase((folded,), prefix=True))
    # The index holds stems: of *countries* only `countri`, which *countries* does not begin.
    shorter = [folded[:-n] for n in range(1, _LONGEST_SUFFIX + 1) if len(folded) - n >= 3]
    whole = {stem(folded), *shorter, folded[:-1] + "i"} if len(folded) > 3 else set()
    node = Or((Phrase((folded,), prefix=True), *(Phrase((term,)) for term in sorted(whole))))
    return Reading(node, (Begun((folded,)),))


@lru_cache(maxsize=_KEPT)
def beginning(text: str, letter: str = _WORD_CHARACTER) -> Expression:
    """What finds, in folded text, words that begin with `text`, to their ends; `letter` is an expression for
    one character of a word.
    """
    return Expression(rf"(?<!{letter}){re.escape(fold(text))}{letter}*")
