"""Regular expressions that cost nothing where they cannot match, nor before anything is asked of them.

Of the hundreds of expressions that a clause meets hardly any is in it: it speaks of no diamonds, founds no
committee and names no month. Trying `\\bdiamonds?\\b` at every place of a clause takes fifty times as long
as asking whether *diamond* is in it. What an expression cannot do without is read off the expression itself,
so that nothing is said twice.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any, Generic, NamedTuple, TypeVar, cast

from ahocorasick_rs import AhoCorasick

from mandex.corpus.fold import FIRST_HAN

_MOST_NEEDLES = 64  # alternatives that are still looked for one by one faster than the expression is tried
_TELLING = 3  # letters that few texts hold by chance; a Chinese character tells as much, a mark nearly
_MOST_GROUPS = 3
_ASCII = 0x80
_WINDOW = 1000  # characters that are looked through anew at each search within bounds
_BEHIND = 40  # how far before such a window a lookbehind may see what is needed
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)


class Needs(NamedTuple):
    """What every match of an expression holds: of each of the `groups` one string at least, in lower case
    where it matches in `any_case`; with `beyond_ascii` a character that is not ASCII."""

    any_case: bool
    beyond_ascii: bool
    groups: tuple[tuple[str, ...], ...]


K = TypeVar("K")


class Expression:
    """An expression as `re.compile` makes it, compiled at its first use.

    `search`, `finditer` and `sub` try it only where the text holds what every match of it must hold.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags
        self._tree: Any = None  # as parsed to see what is needed, until it is compiled
        self._asked = "", True  # the text that was searched from a place on, and whether it may be in it

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression of the standard library."""
        if self._tree is None:
            return re.compile(self.pattern, self.flags)
        tree, self._tree = self._tree, None
        return cast("re.Pattern[str]", _compiler.compile(tree, self.flags))

    @cached_property
    def needs(self) -> Needs:
        """What no match can do without."""
        self._tree = _parser.parse(self.pattern, self.flags)
        return _needs_of(self._tree)

    def may_be_in(self, text: str) -> bool:
        """False only where the expression surely matches nothing in the text."""
        any_case, beyond_ascii, groups = self.needs
        if beyond_ascii and text.isascii():
            return False
        if any_case:
            text = _caseless(text)
        for group in groups:
            for needle in group:
                if needle in text:
                    break
            else:
                return False
        return True

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        if pos == 0 and endpos is sys.maxsize:
            promising = self.may_be_in(text)
        elif endpos - pos < _WINDOW:
            promising = self.may_be_in(text[max(0, pos - _BEHIND) : endpos])
        else:  # from each match on, perhaps: the text is looked through once for all of them
            asked, promising = self._asked
            if asked is not text:
                promising = self.may_be_in(text)
                self._asked = text, promising
        return self.compiled.search(text, pos, endpos) if promising else None

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self.compiled.match(text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        if "compiled" in self.__dict__ or self.may_be_in(text):  # what may spare compiling it
            return self.compiled.fullmatch(text, pos, endpos)
        return None

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self.compiled.finditer(text, pos, endpos) if self.may_be_in(text) else iter(())

    def findall(self, text: str) -> list[Any]:
        """As `re.Pattern.findall`."""
        return self.compiled.findall(text) if self.may_be_in(text) else []

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """As `re.Pattern.sub`."""
        return self.compiled.sub(replacement, text, count) if self.may_be_in(text) else text

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        """As `re.Pattern.split`."""
        return self.compiled.split(text, maxsplit) if self.may_be_in(text) else [text]


class Expressions(Generic[K]):
    """Many named expressions of which few are in any one text: one pass over it tells which to try."""

    def __init__(self, named: Mapping[K, str]) -> None:
        self._named = [(name, Expression(pattern)) for name, pattern in named.items()]

    @cached_property
    def _needles(self) -> tuple[AhoCorasick, list[list[int]], list[int]]:
        """The automaton of what the expressions need, whose each needle is, and those that need nothing."""
        holders: dict[str, list[int]] = {}
        always = []
        for at, (_, expression) in enumerate(self._named):
            any_case, _, groups = expression.needs
            if any_case or not groups:
                always.append(at)
                continue
            for needle in groups[0]:
                holders.setdefault(needle, []).append(at)
        return AhoCorasick(list(holders)), list(holders.values()), always

    def search(self, text: str) -> Iterator[tuple[K, re.Match[str]]]:
        """The first match of each expression that is in the text, in the order in which they were named."""
        automaton, holders, always = self._needles
        promising = set(always)
        for needle, _, _ in automaton.find_matches_as_indexes(text, overlapping=True):
            promising.update(holders[needle])
        for at in sorted(promising):
            name, expression = self._named[at]
            if match := expression.search(text):
                yield name, match


def needs_of(pattern: str, flags: int = 0) -> Needs:
    """What every match of an expression holds, read off it.

    `\\b(?:battle )?tanks?\\b|军火` needs one of `tank` and `军火`.
    """
    return _needs_of(_parser.parse(pattern, flags))


def _needs_of(parsed: Any) -> Needs:
    any_case = bool(parsed.state.flags & re.IGNORECASE)
    groups = [group for group in _of_sequence(parsed) if len(group) <= _MOST_NEEDLES]
    best = sorted(groups, key=lambda group: (-_weight(group), len(group)))[:_MOST_GROUPS]
    telling = [group for group in best if _weight(group) >= _TELLING] or [g for g in best if _weight(g) > 1]
    if any_case:
        telling = [frozenset(map(_caseless, group)) for group in telling]
    shortest = (tuple(sorted(one for one in group if not _is_longer(one, group))) for group in telling)
    # The Kelvin sign is a k where case is ignored.
    return Needs(any_case, not any_case and _is_beyond_ascii(parsed), tuple(shortest))


def _is_longer(needle: str, group: Iterable[str]) -> bool:
    """Whether another of a group is in this one already: *ends*, where *end* is looked for."""
    return any(other != needle and other in needle for other in group)


_Group = frozenset[str]


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> list[_Group]:
    """What a sequence of nodes needs: its runs of literal characters, and what the nodes in it need."""
    out: list[_Group] = []
    run = ""
    for kind, value in _flat(items):
        if kind is _constants.LITERAL:
            run += chr(value)
            continue
        if kind in (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT):
            # No characters of the match: what stands on either side is adjacent.
            out += _of_sequence(value[1]) if kind is _constants.ASSERT and _is_near(*value) else ()
            continue
        if run:
            out.append(frozenset({run}))
            run = ""
        out += _of_node(kind, value)
    return [*out, frozenset({run})] if run else out


def _is_near(direction: int, seen: Any) -> bool:
    """Whether what is seen before or after a match lies within the window that is looked through."""
    return direction > 0 or bool(seen.getwidth()[1] <= _BEHIND)


def _flat(items: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """The nodes of a sequence, those of its groups among them; a group with flags of its own stays whole."""
    for kind, value in items:
        if kind is _constants.SUBPATTERN and not value[1] and not value[2]:
            yield from _flat(value[3])
        else:
            yield kind, value


def _of_node(kind: Any, value: Any) -> list[_Group]:
    """What a node that is no single character needs; nothing where it may be absent or is of another kind."""
    if kind is _constants.BRANCH:
        ways = [_of_sequence(way) for way in value[1]]
        if not all(ways):
            return []
        return [frozenset[str]().union(*(max(way, key=_weight) for way in ways))]
    if kind in _REPEATS:
        return _of_sequence(value[2]) if value[0] else []
    if kind is _constants.ATOMIC_GROUP:
        return _of_sequence(value)
    if kind is _constants.IN and all(part[0] is _constants.LITERAL for part in value):
        return [frozenset(chr(part[1]) for part in value)]
    return []


def _weight(group: _Group) -> int:
    """How rarely a text holds one of a group by chance: as so many letters."""
    return min(sum(map(_rarity, needle)) for needle in group)


def _rarity(char: str) -> int:
    if char >= FIRST_HAN:
        return _TELLING
    return 1 if char.isalnum() or char == " " else 2


def _is_beyond_ascii(items: Iterable[tuple[Any, Any]]) -> bool:
    """Whether every match of a sequence holds a character that is not ASCII."""
    return any(_is_node_beyond(kind, value) for kind, value in _flat(items))


def _is_node_beyond(kind: Any, value: Any) -> bool:
    if kind is _constants.LITERAL:
        return bool(value >= _ASCII)
    if kind is _constants.BRANCH:
        return all(map(_is_beyond_ascii, value[1]))
    if kind in _REPEATS:
        return bool(value[0]) and _is_beyond_ascii(value[2])
    if kind is _constants.IN:
        return all(_is_part_beyond(*part) for part in value)
    return False


def _is_part_beyond(kind: Any, value: Any) -> bool:
    if kind is _constants.LITERAL:
        return bool(value >= _ASCII)
    return kind is _constants.RANGE and value[0] >= _ASCII


def _caseless(text: str) -> str:
    """A text as it is compared where case is ignored; expressions take dotted and dotless i for i."""
    text = text.casefold()
    return text if text.isascii() else text.replace("i\u0307", "i").replace("\u0131", "i")
