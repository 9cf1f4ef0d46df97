"""Pinpoints on either side of a number, and mentions that have no number of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from mandex.corpus import registry
from mandex.corpus.pinpoints import annex_number
from mandex.ingest.citations.grammar import LABEL, Grammar
from mandex.ingest.citations.mentions import Mention

_LABEL: Final = re.compile(LABEL)
_RANGE: Final = re.compile(r"[\s段]*(?:to|through|[-–—至到])[\s第]*")
_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_ENCLOSED: Final = {0x3220 + place: f"({roman})" for place, roman in enumerate(_ROMAN)}  # ㈠ … ㈩
_MONTHS: Final = {
    name: month
    for month, name in enumerate(
        (
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ),
        1,
    )
}  # fmt: skip


def pinpoint(match: re.Match[str]) -> str:
    """What a matched pinpoint names (`6(c), 7`, `3-5`, `Annex II 3`, `section E`); empty for no place."""
    groups = match.groupdict()
    labels = groups.get("labels") or groups.get("labels2")
    if labels:
        sub = groups.get("sub") or groups.get("sub2") or ""
        return _labels(labels) + _squeeze(sub)
    if groups.get("section"):
        return f"section {groups['section']}"
    if "annex" in groups and re.search(r"(?i)annex|附件", match[0]):
        number, inner = annex_number(groups["annex"] or ""), _squeeze(groups.get("inner") or "")
        return " ".join(filter(None, ("Annex", number, inner)))
    return ""


def _labels(printed: str) -> str:
    """Printed labels in one form: `6 (c) and 7` -> `6(c), 7`; `3 to 5` -> `3-5`."""
    out, end = "", 0
    for label in _LABEL.finditer(printed):
        if out:
            out += "-" if _RANGE.fullmatch(printed, end, label.start()) else ", "
        out += _squeeze(label[0])
        end = label.end()
    return out


def _squeeze(label: str) -> str:
    return "".join(label.split()).translate(_ENCLOSED)


def lost(text: str, grammar: Grammar) -> Iterator[Mention]:
    """Places where a number should stand and does not, with how many are missing."""
    for match in grammar.elided.finditer(text):
        gaps = 1 + sum(1 for _ in grammar.gap.finditer(match["list"] or ""))
        day = grammar.adopted.search(text, max(0, match.start() - 40), match.start())
        yield Mention(*match.span(), match.start(), match.end(), gaps=gaps, date=_iso(day) if day else "")


def dated(text: str, taken: Sequence[Mention], grammar: Grammar) -> Iterator[Mention]:
    """Resolutions named only by their day, where exactly one was adopted on it."""
    for match in grammar.dated.finditer(text):
        numbers = registry.adopted_on(_iso(match))
        if len(numbers) == 1 and not any(m.start < match.end() + 3 and match.start() < m.end for m in taken):
            yield Mention(*match.span(), match.start(), match.end(), number=numbers[0])


def _iso(match: re.Match[str]) -> str:
    month = _MONTHS.get(match["month"]) or int(match["month"])
    return f"{match['year']}-{month:02}-{int(match['day']):02}"


def back_references(text: str, named: Sequence[Mention], grammar: Grammar) -> Iterator[Mention]:
    """*This resolution*, *paragraph 3 above*; and *that resolution* where only one can be meant.

    Candidates are the resolutions named before it in the paragraph; a lost number may be any, so that
    nothing after it is resolved.
    """
    for match in grammar.own.finditer(text):
        if not _within(match, named):
            yield Mention(*match.span(), match.start(), match.end(), pinpoint=pinpoint(match), own=True)
    for match in grammar.again.finditer(text):
        if _within(match, named):
            continue
        before = [m for m in named if m.end <= match.start() and (m.number or m.gaps or "/RES/" in m.target)]
        if before and len({(m.number, m.target, m.gaps) for m in before}) == 1 and not before[0].gaps:
            one = before[0]
            yield Mention(
                *match.span(), match.start(), match.end(), one.target, one.number, one.year, pinpoint(match)
            )


def _within(match: re.Match[str], named: Sequence[Mention]) -> bool:
    return any(m.start <= match.start() < m.end for m in named)
