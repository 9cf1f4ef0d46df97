"""Regular expressions that cost nothing where they cannot match, nor before anything is asked of them.

Of the hundreds of expressions that a clause meets hardly any is in it: it speaks of no diamonds, founds no
committee and names no month. Trying `\\bdiamonds?\\b` at every place of a clause takes fifty times as long
as asking whether *diamond* is in it. What an expression cannot do without is read off the expression itself,
so that nothing is said twice.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from re import _compiler  # type: ignore[attr-defined]
from typing import Any, Generic, TypeVar, cast

from ahocorasick_rs import AhoCorasick

from mandex.corpus.compiled import compiled
from mandex.corpus.fold import FIRST_HAN
from mandex.corpus.needs import BEHIND, Needs, caseless, kept_needs, parsed, read_off

_END = sys.maxsize
_WINDOW = 1000  # characters that are looked through anew at each search within bounds

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
        tree, self._tree = self._tree, None
        if kept_needs(self.pattern, self.flags):  # one of this package, none that a user's words make
            return compiled(self.pattern, self.flags, tree)
        if tree is None:
            return re.compile(self.pattern, self.flags)
        return cast("re.Pattern[str]", _compiler.compile(tree, self.flags))

    @cached_property
    def needs(self) -> Needs:
        """What no match can do without."""
        if kept := kept_needs(self.pattern, self.flags):
            return kept
        self._tree = parsed(self.pattern, self.flags)
        return read_off(self._tree)

    @cached_property
    def may_be_in(self) -> Callable[[str], bool]:
        """Asked about a text, False only where the expression surely matches nothing in it."""
        return _asking(self.needs)

    def search(self, text: str, pos: int = 0, endpos: int = _END) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        if pos == 0 and endpos is _END:
            promising = self.may_be_in(text)
        elif endpos - pos < _WINDOW:
            promising = self.may_be_in(text[max(0, pos - BEHIND) : endpos])
        else:  # from each match on, perhaps: the text is looked through once for all of them
            asked, promising = self._asked
            if asked is not text:
                promising = self.may_be_in(text)
                self._asked = text, promising
        return self.compiled.search(text, pos, endpos) if promising else None

    def match(self, text: str, pos: int = 0, endpos: int = _END) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self.compiled.match(text, pos, endpos)

    def fullmatch(self, text: str, pos: int = 0, endpos: int = _END) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        if "compiled" in self.__dict__ or self.may_be_in(text):  # what may spare compiling it
            return self.compiled.fullmatch(text, pos, endpos)
        return None

    def finditer(self, text: str, pos: int = 0, endpos: int = _END) -> Iterator[re.Match[str]]:
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


def _asking(needs: Needs) -> Callable[[str], bool]:
    """Whether a text holds what is needed; the most frequent forms of need ask nothing else."""
    any_case, beyond_ascii, groups = needs
    if any_case or beyond_ascii or len(groups) > 1:
        return partial(_holds, any_case, beyond_ascii, tuple(map(_one_of, groups)))
    return _one_of(groups[0]) if groups else _always


def _always(text: str) -> bool:
    return True


def _one_of(needles: Sequence[str]) -> Callable[[str], bool]:
    """Whether a text holds one of some strings at least."""
    if len(needles) >= _MANY and all(map(_is_long, needles)):
        return _one_of_many(needles)
    if len(needles) > 1:
        return partial(_holds_one, needles)
    [needle] = needles
    return lambda text: needle in text


def _holds_one(needles: Iterable[str], text: str) -> bool:
    for needle in needles:  # noqa: SIM110 - any() takes twice as long
        if needle in text:
            return True
    return False


# From so many strings on, none of them of the kind that a text is full of, one pass of an automaton over a
# paragraph takes less time than looking for each; it takes as long to make as asking so often.
_MANY = 6
_OFTEN = 100
_PARAGRAPH = 4000  # characters; in what is longer the first is found soon, and all would be too many


def _is_long(needle: str) -> bool:
    return len(needle) > (1 if needle >= FIRST_HAN else 2)


def _one_of_many(needles: Sequence[str]) -> Callable[[str], bool]:
    asked = 0
    find: Callable[[str], list[tuple[int, int, int]]] | None = None

    def holds(text: str) -> bool:
        nonlocal asked, find
        if find is None:
            asked += 1
            if asked < _OFTEN:
                return _holds_one(needles, text)
            find = AhoCorasick(needles).find_matches_as_indexes
        if len(text) > _PARAGRAPH:
            return _holds_one(needles, text)
        try:
            return bool(find(text))
        except UnicodeEncodeError:  # half a character, in what is not read yet
            return _holds_one(needles, text)

    return holds


def _holds(any_case: bool, beyond_ascii: bool, groups: Iterable[Callable[[str], bool]], text: str) -> bool:
    if beyond_ascii and text.isascii():
        return False
    if any_case:
        text = caseless(text)
    for holds in groups:  # noqa: SIM110
        if not holds(text):
            return False
    return True


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

    def promising(self, text: str) -> list[tuple[K, Expression]]:
        """The expressions that may be in the text, in the order in which they were named."""
        automaton, holders, always = self._needles
        found = set(always)
        for needle in {match[0] for match in automaton.find_matches_as_indexes(text, overlapping=True)}:
            found.update(holders[needle])
        named = self._named
        return [named[at] for at in sorted(found)]

    def search(self, text: str) -> Iterator[tuple[K, re.Match[str]]]:
        """The first match of each expression that is in the text, in the order in which they were named."""
        for name, expression in self.promising(text):
            if match := expression.search(text):
                yield name, match
