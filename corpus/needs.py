"""What every match of a regular expression holds, read off the expression.

Reading it takes as long as compiling it, so what the expressions of this package need is kept in
`data/needs.json` (`python -m docs.needs` writes it); any other is read when it is first asked.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from mandex.corpus.fold import FIRST_HAN

KEPT = Path(__file__).with_name("data") / "needs.json"
_MOST_NEEDLES = 64  # alternatives that are still looked for one by one faster than the expression is tried
_TELLING = 3  # letters that few texts hold by chance; a Chinese character tells as much, a mark nearly
_MOST_GROUPS = 3
_ASCII = 0x80
BEHIND = 40  # how far before a window that is looked through a lookbehind may see what is needed
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)


class Needs(NamedTuple):
    """What every match of an expression holds: of each of the `groups` one string at least, in lower case
    where it matches in `any_case`; with `beyond_ascii` a character that is not ASCII."""

    any_case: bool
    beyond_ascii: bool
    groups: tuple[tuple[str, ...], ...]


def key_of(pattern: str, flags: int = 0) -> str:
    """Under which an expression is kept: two sums over it, of 64 bits."""
    said = f"{flags} {pattern}".encode("utf-8", "surrogatepass")
    return f"{zlib.crc32(said):08x}{zlib.adler32(said):08x}"


@cache
def _kept() -> Mapping[str, tuple[bool, bool, list[list[str]]]]:
    kept: Mapping[str, tuple[bool, bool, list[list[str]]]] = json.loads(KEPT.read_text("utf-8"))
    return kept


def kept_needs(pattern: str, flags: int) -> Needs | None:
    """What is kept of an expression; None where nothing is."""
    found = _kept().get(key_of(pattern, flags))
    return Needs(found[0], found[1], tuple(map(tuple, found[2]))) if found else None


def parsed(pattern: str, flags: int) -> Any:
    """An expression as the standard library parses it, to be read or compiled."""
    return _parser.parse(pattern, flags)


def needs_of(pattern: str, flags: int = 0) -> Needs:
    """What every match of an expression holds, read off it.

    `\\b(?:battle )?tanks?\\b|军火` needs one of `tank` and `军火`.
    """
    return read_off(parsed(pattern, flags))


def read_off(tree: Any) -> Needs:
    """What every match of a parsed expression holds."""
    any_case = bool(tree.state.flags & re.IGNORECASE)
    groups = [group for group in _of_sequence(tree) if len(group) <= _MOST_NEEDLES]
    best = sorted(groups, key=lambda group: (-_weight(group), len(group)))[:_MOST_GROUPS]
    telling = [group for group in best if _weight(group) >= _TELLING] or [g for g in best if _weight(g) > 1]
    if any_case:
        telling = [frozenset(map(caseless, group)) for group in telling]
    shortest = (tuple(sorted(one for one in group if not _is_longer(one, group))) for group in telling)
    # The Kelvin sign is a k where case is ignored.
    return Needs(any_case, not any_case and _is_beyond_ascii(tree), tuple(shortest))


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
    return direction > 0 or bool(seen.getwidth()[1] <= BEHIND)


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
        # Of each way what tells most together with what tells most of the others, then the next of each.
        ways = [sorted(_of_sequence(way), key=_weight, reverse=True) for way in value[1]]
        return [frozenset[str]().union(*needed) for needed in zip(*ways, strict=False)]
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


def caseless(text: str) -> str:
    """A text as it is compared where case is ignored; expressions take dotted and dotless i for i."""
    return _clause_caseless(text) if len(text) <= _CLAUSE else _caseless(text)


_CLAUSE = 4000  # characters of a text that many expressions are asked about in turn


@lru_cache(maxsize=8)
def _clause_caseless(text: str) -> str:
    return _caseless(text)


def _caseless(text: str) -> str:
    text = text.casefold()
    return text if text.isascii() else text.replace("i\u0307", "i").replace("\u0131", "i")
