"""Atoms gathered into the lists in which documents are cited: 第1373(2001)、1624(2005)和2178(2014)号决议."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from mandex.corpus import registry
from mandex.ingest.citations.grammar import Grammar
from mandex.ingest.citations.items import Item, in_order
from mandex.ingest.citations.numbers import numbers, scanned_numbers
from mandex.ingest.citations.places import day_after
from mandex.ingest.citations.symbols import symbols

# Smaller numbers without a year are paragraphs, days and footnotes more often than resolutions.
LEAST_BARE: Final = 100
# How far back a word like *resolutions* may begin, and how long the gap between two numbers may be.
_NEAR: Final = 40
_LONGEST_GAP: Final = 80
# How far back a pinpoint, an organ or a clause may begin that belongs to a number: a line or two.
FAR: Final = 160
# Numbers that are years more often than resolutions.
_YEARS: Final = range(1945, 2031)


class CitedList:
    """One list. `head` is where it begins, with its word (*resolutions*, 第) if `opened` by one.

    `loose` says that no such word stands beside its numbers, `named` that its form alone makes resolutions of
    them, `statements` that they are statements of the President; `plural` that it may hold bare numbers;
    `close` ends a list that has a word after it. `year` is one printed before the word.
    """

    __slots__ = (
        "close", "grammar", "head", "items", "loose", "named", "opened", "plural", "statements", "year",
    )  # fmt: skip

    def __init__(self, text: str, item: Item, opener: re.Match[str] | None, grammar: Grammar) -> None:
        self.grammar = grammar
        self.items = [item]
        self.opened = opener is not None
        self.head = opener.start() if opener else item.start
        self.loose = bool(opener and grammar.loose and opener.re is grammar.loose.compiled)
        self.plural = self.loose or bool(opener and grammar.plural.search(text, self.head, item.start))
        hint = opener.lastgroup if opener else None  # at most one of them
        self.statements = hint == "statement"
        self.year = int(opener["year"]) if opener and hint == "year" else 0
        self.close: re.Match[str] | None = None
        self.named = self.loose or hint in ("organ", "year", "called")

    def continues(self, text: str, item: Item) -> bool:
        """Whether `item` is the next of this list."""
        last = self.items[-1]
        if "symbol" in (item.shape, last.shape):
            return False
        if item.shape == "bare" and not self._takes_bare(text, item):
            return False
        if self._resumed(text, item):
            return True
        if item.start - last.end > _LONGEST_GAP:
            return False
        if self.statements and self.grammar.opener.search(text, last.end, item.start):
            return False  # Presidential Statement 2015/25, resolution 2331 (2016)
        return self.grammar.separator.fullmatch(text, last.end, item.start) is not None

    def _takes_bare(self, text: str, item: Item) -> bool:
        """Whether a bare number may follow: after *resolutions* always, after *UNSCR 242 and* with care."""
        if self.plural or item.number < LEAST_BARE:
            return item.number >= LEAST_BARE
        joined = self.opened and text[self.items[-1].end : item.start].strip() == "and"
        return joined and item.number not in _YEARS and counts_nothing(text, item, self.grammar)

    def _resumed(self, text: str, item: Item) -> bool:
        """*resolutions 1325 on women … and 1379 on children*: each number has its subject."""
        last, resumed = self.items[-1], self.grammar.resumed
        return (
            resumed is not None
            and item.shape == last.shape
            and (item.shape == "session" or self.plural)
            and item.start - last.end < FAR
            and resumed.match(text, item.end) is not None
            and resumed.match(text, last.end) is not None
            and self.grammar.stop.search(text, last.end, item.start) is None
        )

    def finish(self, text: str) -> CitedList:
        """The list, once all its items are known."""
        if self.grammar.closer is None:
            self.named = self.opened
        else:
            end = self.items[-1].end
            self.close = self.grammar.closer.match(text, end)
            bare = self.grammar.numbered if self.named else None
            self.named = (self.close or (bare and bare.match(text, end))) is not None or self.loose
        return self


def cited_lists(text: str, grammar: Grammar) -> Iterator[CitedList]:
    """The lists of `text` in order; single numbers are lists too, where they may be believed."""
    current: CitedList | None = None
    done = end = 0  # where the item before ends, which no opener reaches into
    for item in _scan(text, grammar):
        done, end = end, item.end
        if current is not None and current.continues(text, item):
            current.items.append(item)
            continue
        opener = _opener(text, item, grammar, done)
        if opener is None and not _stands_alone(text, item, grammar):
            continue
        if current is not None:
            yield current.finish(text)
        current = CitedList(text, item, opener, grammar)
    if current is not None:
        yield current.finish(text)


def _scan(text: str, grammar: Grammar) -> Iterator[Item]:
    for item in in_order(symbols(text), numbers(text), scanned_numbers(text)):
        known = registry.adoption(item.number) if item.shape == "bare" and item.number >= LEAST_BARE else None
        if known and day_after(text, item.end, grammar) == known.adopted:
            # 1653 of 27 January 2006: the day is as good as the year
            yield replace(item, shape="yeared", year=known.year)
        else:
            yield item


def _opener(text: str, item: Item, grammar: Grammar, done: int) -> re.Match[str] | None:
    """What calls an item a resolution, or all but does; what comes before `done` is another's."""
    opener = grammar.opener.search(text, max(done, item.start - _NEAR), item.start)
    if opener or item.shape != "bare" or item.number < LEAST_BARE or grammar.loose is None:
        return opener
    if not counts_nothing(text, item, grammar):
        return None
    return grammar.loose.search(text, max(0, item.start - FAR), item.start)


def counts_nothing(text: str, item: Item, grammar: Grammar) -> bool:
    """Whether a bare number stands as a name, not before what it counts."""
    return grammar.ended.match(text, item.end) is not None


def _stands_alone(text: str, item: Item, grammar: Grammar) -> bool:
    """Whether an item may be believed without a word like *resolution* (`AU/Dec.351(XVI)` may not)."""
    if item.shape == "bare":
        closed = grammar.closer is not None and grammar.closer.match(text, item.end) is not None
        return item.number >= LEAST_BARE and (closed or numbers_a_committee(text, item, grammar))
    return item.shape == "symbol" or text[item.start - 1 : item.start] != "."


def numbers_a_committee(text: str, item: Item, grammar: Grammar) -> bool:
    """*the 1540 Committee*, *the 1267/1989/2253 sanctions regime*."""
    return grammar.committee.match(text, item.end) is not None
