"""Where a paragraph answers a query: places in the text as it stands, in its own script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from mandex.corpus.dates import find_dates
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import HAN, fold
from mandex.corpus.records import dataclass
from mandex.index.search.conditions import beginning, pattern
from mandex.index.search.query import Day, Prefix, Query, Quoted, Symbol, Word
from mandex.index.text.stems import beginnings
from mandex.index.text.terms import STOP_WORDS, terms

_NUMBER = Expression(r"S/RES/(\d+)")
_HAN = Expression(f"[{HAN}]")
# A character of a word in Latin or the like. Where a text has no Chinese the first is the same as the second,
# and compiled in a twentieth of the time.
_LETTER = r"[^\W_]"
_LETTER_BESIDE_HAN = rf"[^\W_{HAN}]"
Place = tuple[int, int]
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A part of a paragraph, with the places in it that answer the query, in order, not overlapping."""

    text: str
    highlights: tuple[Place, ...]


def places(text: str, leaves: Iterable[Query], phrases: Iterable[Sequence[str]] = ()) -> list[Place]:
    """The places in `text` of what the leaves of a query ask for, and of phrases given by their terms.

    Merged, in order.
    """
    folded = fold(text)
    found: list[Place] = []
    runs = [*phrases]
    for leaf in leaves:
        if isinstance(leaf, Word):
            runs.append(terms(leaf.text))
        else:
            found += _leaf_places(text, folded, leaf)
    for run in runs:
        found += _run_places(folded, tuple(run))
    return merged(found)


def _leaf_places(text: str, folded: str, leaf: Query) -> list[Place]:
    match leaf:
        case Quoted(asked):
            return [m.span() for m in pattern(asked).finditer(folded)]
        case Prefix(asked):
            return [m.span() for m in beginning(asked, _letter(folded)).finditer(folded)]
        case Symbol(asked, symbol):
            return [m.span() for m in _symbol_pattern(symbol).finditer(folded)]
        case Day(asked, iso):
            return [(d.start, d.end) for d in find_dates(text) if d.iso.startswith(iso)]
    return []


@lru_cache(maxsize=256)
def _symbol_pattern(symbol: str) -> Expression:
    """A resolution by its number, with its year or without; any other symbol as it is."""
    number = _NUMBER.match(symbol)
    return Expression(rf"(?<!\d){number[1]}(?!\d)(?:\s?\(\d{{4}}\))?") if number else pattern(symbol)


def _run_places(folded: str, wanted: Words) -> list[Place]:
    """Where the terms stand one after the other."""
    if not wanted or (len(wanted) == 1 and wanted[0] in STOP_WORDS):
        return []
    return [
        match.span()
        for match in _run_pattern(wanted, _letter(folded)).finditer(folded)
        if tuple(terms(match[0]))[: len(wanted)] == wanted
    ]


def _letter(folded: str) -> str:
    return _LETTER if folded.isascii() or not _HAN.search(folded) else _LETTER_BESIDE_HAN


@lru_cache(maxsize=4096)  # the words of a page that is asked for, and are looked for in each hit
def _run_pattern(wanted: Words, letter: str) -> Expression:
    """What can be cut into the terms: words that begin as they do, Chinese characters in full.

    `letter` is an expression for one character of a word.
    """
    parts = [""]
    for i, term in enumerate(wanted):
        if not _HAN.match(term):
            begins = "|".join(map(re.escape, beginnings(term)))
            parts.append(rf"(?<!{letter})(?:{begins}){letter}*")
        elif i + 1 < len(wanted) and len(term) == 2 and wanted[i + 1].startswith(term[1]):
            parts[-1] += term[0]
            continue
        else:
            parts[-1] += term
        parts.append("")
    return Expression(r"[\W_]*".join(filter(None, parts)))


def merged(found: list[Place]) -> list[Place]:
    """Places in order, those that overlap made one."""
    out: list[Place] = []
    for start, end in sorted(found):
        if start >= end:
            continue
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def snippet(text: str, found: Sequence[Place], width: int = 240) -> Snippet:
    """The part of `text`, about `width` characters, that holds the most places; an ellipsis marks a cut."""
    if len(text) <= width:
        return Snippet(text, tuple(found))
    start = _best_start(found, width)
    if start:
        start = max(0, start - width // 6)
        gap = text.find(" ", start, start + 20)
        start = gap + 1 if gap >= 0 else start
    end = min(len(text), start + width)
    gap = text.rfind(" ", max(start, end - 20), end)
    if end < len(text) and gap > start and not any(a < end and b > gap for a, b in found):
        end = gap
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    inside = tuple((max(a, start) + shift, min(b, end) + shift) for a, b in found if a < end and b > start)
    return Snippet(before + text[start:end] + after, inside)


def _best_start(found: Sequence[Place], width: int) -> int:
    room = width * 2 // 3
    best, count = 0, sum(1 for a, b in found if b <= width)
    for a, _ in found:
        inside = sum(1 for c, d in found if a <= c and d <= a + room)
        if inside > count:
            best, count = a, inside
    return best


def marked(snippet: Snippet, before: str, after: str) -> str:
    """The snippet with `before` and `after` around each place."""
    out: list[str] = []
    done = 0
    for start, end in snippet.highlights:
        out += [snippet.text[done:start], before, snippet.text[start:end], after]
        done = end
    return "".join(out) + snippet.text[done:]
