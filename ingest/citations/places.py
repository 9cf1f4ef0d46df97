"""Pinpoints on either side of a number, and mentions that have no number of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from mandex.corpus import registry
from mandex.corpus.dates import month_number
from mandex.corpus.expressions import Expression
from mandex.corpus.pinpoints import annex_number, attachment
from mandex.ingest.citations.grammar import LABEL, Grammar
from mandex.ingest.citations.mentions import Mention

# How far before *this resolution* the words *paragraphs 2, 3 and 4 of* may begin.
_LEAD: Final = 80
_SUB: Final = Expression(r"(?:\([a-z0-9]{1,4}\)|[㈠-㈩])+")
_LABEL: Final = Expression(LABEL)
_PREAMBULAR: Final = Expression(r"preambular|序言")
_RANGE: Final = Expression(r"[\s段]*(?:to|through|[-–—至到])[\s第]*(?:para(?:graph)?s?\.?\s)?")
_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_SMALL_ROMAN: Final = Expression(r"[ivx]+")
_ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
)  # fmt: skip
_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40}
_ENCLOSED: Final = {0x3220 + place: f"({roman})" for place, roman in enumerate(_ROMAN)}  # ㈠ … ㈩


def pinpoint(match: re.Match[str]) -> str:
    """What a matched pinpoint names (`6(c), 7`, `3-5`, `Annex II 3`, `section E`); empty for no place."""
    groups = match.groupdict()
    if groups.get("ordinal"):
        place = _ordinal(groups["ordinal"])
        return f"PP{place}" if place else ""
    if groups.get("labels"):
        labels = _labels(groups["labels"])
        if _PREAMBULAR.search(match[0]):
            return _LABEL.sub(r"PP\g<0>", labels)
        subs = [_squeeze(sub[0]) for sub in _SUB.finditer(groups.get("sub") or "")]
        return ", ".join(labels + sub for sub in subs) if subs else labels
    if groups.get("preambular"):
        return f"PP{groups['preambular']}"
    if groups.get("section"):
        return f"section {groups['section']}"
    if groups.get("attached"):
        number, inner = annex_number(groups["annex"] or ""), _squeeze(groups.get("inner") or "")
        return " ".join(filter(None, (attachment(groups["attached"]), number, inner)))
    return ""


def _labels(printed: str) -> str:
    """Printed labels in one form: `6 (c) and 7` -> `6(c), 7`; `3 to 5` -> `3-5`."""
    out, end, last = "", 0, ""
    for label in _LABEL.finditer(printed):
        if out:
            out += "-" if _RANGE.fullmatch(printed, end, label.start()) else ", "
        last = _in_full(_squeeze(label[0]), last)
        out += last
        end = label.end()
    return out


def _in_full(label: str, last: str) -> str:
    """A label with what it takes over from the one before: `(b)` after `2(a)` -> `2(b)`."""
    if not label.startswith("("):
        return label
    number, *parts = last.split("(")
    same_level = len(parts) > 1 and all(_SMALL_ROMAN.fullmatch(p.rstrip(")")) for p in (parts[-1], label[1:]))
    kept = "".join(f"({part}" for part in parts[:-1]) if same_level else ""
    return f"{number}{kept}{label}"


def _ordinal(printed: str) -> int:
    """`tenth` -> 10, `twenty-fifth` -> 25; 0 for no ordinal."""
    tens, _, unit = printed.rpartition("-")
    if unit not in _ORDINALS or (tens and tens not in _TENS):
        return 0
    return _TENS.get(tens, 0) + _ORDINALS.index(unit) + 1


def _squeeze(label: str) -> str:
    return "".join(label.split()).translate(_ENCLOSED)


def lost(text: str, grammar: Grammar) -> Iterator[Mention]:
    """Places where a number should stand and does not, with how many are missing."""
    for match in grammar.elided.finditer(text):
        gaps = 1 + sum(1 for _ in grammar.gap.finditer(match["list"] or ""))
        day = grammar.adopted.search(text, max(0, match.start() - 40), match.start())
        after = grammar.after.match(text, match.end())
        end = after.end() if after else match.end()
        yield Mention(
            match.start(), end, match.start(), gaps=gaps,
            pinpoint=pinpoint(after) if after else "", date=_iso(day) if day else "",
        )  # fmt: skip


def dated(text: str, taken: Sequence[Mention], grammar: Grammar) -> Iterator[Mention]:
    """Resolutions named only by their day, where exactly one was adopted on it."""
    covered = cover(text, taken)
    for match in grammar.dated.finditer(text):
        numbers = registry.adopted_on(_iso(match))
        if len(numbers) == 1 and covered.find(1, match.start(), match.end() + 3) < 0:
            yield Mention(*match.span(), match.start(), number=numbers[0])


def day_after(text: str, end: int, grammar: Grammar) -> str:
    """The ISO date printed behind a resolution's number; empty where none is."""
    match = grammar.day.match(text, end) if grammar.day else None
    return _iso(match) if match else ""


def _iso(match: re.Match[str]) -> str:
    month = int(match["month"]) if match["month"].isdecimal() else month_number(match["month"])
    return f"{match['year']}-{month:02}-{int(match['day']):02}"


def back_references(
    text: str, named: Sequence[Mention], grammar: Grammar, *, is_resolution: bool
) -> Iterator[Mention]:
    """*This resolution*, *paragraph 3 above*; and *that resolution* where only one can be meant.

    Candidates are the resolutions named before it in the paragraph; a lost number may be any, so that
    nothing after it is resolved.
    """
    own: list[re.Match[str]] = []
    again: list[re.Match[str]] = []
    if grammar.word in text:
        own += (_widened(text, match, grammar) for match in grammar.own.finditer(text) if is_resolution)
        again += (_widened(text, match, grammar) for match in grammar.again.finditer(text))
    for match in grammar.above.finditer(text):
        if not match["thereof"]:
            own.append(match)
        elif (rival := grammar.rival.search(text)) is None or rival.end() > match.start():
            again.append(match)
    if not (own or again):  # as most paragraphs have none
        return
    covered, sole = cover(text, named), _Sole(named)
    for match in own:
        if not covered[match.start()]:
            yield Mention(*match.span(), match.start(), pinpoint=pinpoint(match), own=True)
    for match in again:
        one = sole.before(match.start())
        if one and not covered[match.start()]:
            yield Mention(*match.span(), match.start(), one.target, one.number, one.year, pinpoint(match))


def _widened(text: str, match: re.Match[str], grammar: Grammar) -> re.Match[str]:
    """With the words that stand before it: *paragraph 2 of this* resolution."""
    if grammar.lead is None:
        return match
    return grammar.lead.search(text, max(0, match.start() - _LEAD), match.end()) or match


class _Sole:
    """The one resolution named before a place, where there is one and no more."""

    def __init__(self, named: Sequence[Mention]) -> None:
        eligible = [m for m in named if m.number or m.gaps or "/RES/" in m.target]
        self._first = min(eligible, key=lambda m: m.end, default=None)
        self._second = min(
            (m.end for m in eligible if self._first and _names(m) != _names(self._first)), default=None
        )

    def before(self, place: int) -> Mention | None:
        """None where nothing is named before `place`, or more than one, or a number is lost."""
        first, second = self._first, self._second
        if first is None or first.gaps or first.end > place or (second is not None and second <= place):
            return None
        return first


def _names(mention: Mention) -> tuple[int, str, int]:
    return mention.number, mention.target, mention.gaps


def cover(text: str, mentions: Sequence[Mention]) -> bytearray:
    """Which characters of a text belong to a mention: one byte for each, 1 where one does."""
    covered = bytearray(len(text) + 1)
    for mention in mentions:
        covered[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    return covered
