"""What a query means to an engine: its tree in terms and marks, and what must be checked in the text itself.

The index knows stems and pairs of characters. Where that is not all that was asked (a quoted *extended* is
not *extends*, 第1373(2001)号 has brackets) the index gives candidates and a pattern tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import HAN, fold
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.engines import NOTHING, And, Engine, Ids, Mark, Node, Not, Or, Phrase, marks
from mandex.index.search.fields import field_condition
from mandex.index.search.query import All, AnyOf, Day, Field, Prefix, Query, Quoted, Symbol, Without, Word
from mandex.index.text.stems import stem
from mandex.index.text.terms import STOP_WORDS, terms, tokens

_HAN = Expression(f"[{HAN}]")
_WORD_CHARACTER = rf"[^\W_{HAN}]"
_KEPT = 256  # expressions of words: each hit of a question is tried with the same ones
_LONGEST_SUFFIX = 4  # letters that stemming may take off a word


@dataclass(frozen=True, slots=True)
class Check:
    """What the folded text of a true hit must hold, unless `otherwise` finds the paragraph as well."""

    pattern: Expression
    otherwise: Node = NOTHING


@dataclass(frozen=True, slots=True)
class Reading:
    """Candidates, and all that a true hit must pass."""

    node: Node
    checks: tuple[Check, ...] = ()


def read(tree: Query, engine: Engine, store: Store) -> Reading:
    """What `tree` asks of `engine`; an empty query finds nothing."""
    match tree:
        case All(parts):
            return _all(parts, engine, store)
        case AnyOf(parts):
            return _any(parts, engine, store)
        case Without(part):
            return Reading(Not(_exact(part, engine, store)))
        case Word(text):
            return Reading(_phrase(terms(text)))
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
    telling = [part for part in parts if not is_stop_word(part)]
    if all(isinstance(part, Field | Without) for part in telling):
        telling = list(parts)
    readings = [read(part, engine, store) for part in telling]
    if not readings:
        return Reading(NOTHING)
    checks = tuple(check for reading in readings for check in reading.checks)
    return Reading(And(tuple(reading.node for reading in readings)), checks)


def _any(parts: tuple[Query, ...], engine: Engine, store: Store) -> Reading:
    """An OR of words and phrases is checked hit by hit, so that no more texts are read than are shown."""
    readings = [read(part, engine, store) for part in parts]
    checks = [check for reading in readings for check in reading.checks]
    if any(len(reading.checks) > 1 for reading in readings) or any(c.otherwise != NOTHING for c in checks):
        return Reading(Or(tuple(_exact(part, engine, store) for part in parts)))
    node = Or(tuple(reading.node for reading in readings))
    if not checks:
        return Reading(node)
    either = _either(tuple(check.pattern.pattern for check in checks))
    unchecked = Or(tuple(reading.node for reading in readings if not reading.checks))
    return Reading(node, (Check(either, unchecked if unchecked.parts else NOTHING),))


@lru_cache(maxsize=_KEPT)
def _either(patterns: tuple[str, ...]) -> Expression:
    return Expression("|".join(f"(?:{one})" for one in patterns))


def is_stop_word(part: Query) -> bool:
    """Whether a leaf is a word that says nothing alone."""
    return isinstance(part, Word) and fold(part.text) in STOP_WORDS


def _exact(part: Query, engine: Engine, store: Store) -> Node:
    """A part of an OR or a NOT, where candidates will not do: checked here and now."""
    reading = read(part, engine, store)
    if not reading.checks:
        return reading.node
    found = engine.matching(reading.node)
    texts = store.connection.execute(
        f"SELECT id, text FROM paragraphs WHERE id IN ({','.join(map(str, found))})"
    )
    is_true = truth(reading, engine)
    return And((reading.node, Ids(frozenset(id_ for id_, text in texts if is_true(id_, text)))))


def truth(reading: Reading, engine: Engine) -> Callable[[int, str], bool]:
    """What tells a true hit, by its row number and text, from one that only the index takes for it."""
    checks = [(check.pattern, engine.matching(check.otherwise)) for check in reading.checks]

    def is_true(id_: int, text: str) -> bool:
        folded = fold(text)
        return all(id_ in spared or pattern.search(folded) for pattern, spared in checks)

    return is_true


def _phrase(found: list[str]) -> Node:
    return Phrase(tuple(found)) if found else NOTHING


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
        return Reading(_phrase([token.term for token in found]), (Check(pattern(text)),))
    # A phrase may begin or end inside a word of the text (`73号决`), so words at its ends are no terms to ask
    # for; the last Chinese character begins another pair in the text than in the phrase.
    chinese = [i for i, token in enumerate(found) if _HAN.match(token.term)]
    inner = [token.term for token in found[chinese[0] : chinese[-1] + 1]]
    prefix = False
    if chinese[-1] == len(found) - 1:
        prefix = len(inner) == 1 or not _is_pair(inner[-2])
        if not prefix:
            inner.pop()
    pure = all(_HAN.match(char) for char in fold(text))
    return Reading(Phrase(tuple(inner), prefix), () if pure else (Check(pattern(text)),))


def _is_pair(term: str) -> bool:
    return len(term) == 2 and bool(_HAN.match(term))


def _prefix(text: str) -> Reading:
    folded = fold(text)
    found = terms(text)
    if not found:
        return Reading(NOTHING)
    if _HAN.search(folded) or len(found) > 1:
        return _quoted(text) if _HAN.search(folded) else Reading(Phrase(tuple(found), prefix=True))
    # The index holds stems: of *countries* only `countri`, which *countries* does not begin.
    shorter = [folded[:-n] for n in range(1, _LONGEST_SUFFIX + 1) if len(folded) - n >= 3]
    whole = {stem(folded), *shorter, folded[:-1] + "i"} if len(folded) > 3 else set()
    node = Or((Phrase((folded,), prefix=True), *(Phrase((term,)) for term in sorted(whole))))
    return Reading(node, (Check(beginning(text)),))


@lru_cache(maxsize=_KEPT)
def beginning(text: str) -> Expression:
    """What finds, in folded text, words that begin with `text`, to their ends."""
    return Expression(rf"(?<!{_WORD_CHARACTER}){re.escape(fold(text))}{_WORD_CHARACTER}*")
