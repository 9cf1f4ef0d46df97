"""Paragraphs of the old text that the new one keeps in force by their numbers.

A resolution that only rolls another over does not print it again: *decides to extend the measures
in paragraphs 2 and 4 of resolution 2745 (2024) until 31 July 2026, and reaffirms paragraphs 1 and 7 to 12*.
Nor does it print the tasks of a mission again: *decides to extend the mandate of UNMISS, as set out in
resolution 2252 (2015), until 15 December 2016* keeps all that 2252 asks of UNMISS, and *to extend the
authorizations as set out in resolution 2733 (2024)* what 2733 authorizes and decides on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mandex.corpus.fold import fold
from mandex.corpus.model import Citation, Document, Mandate, Paragraph
from mandex.corpus.pinpoints import split_pinpoints
from mandex.index.compare.quantities import dates
from mandex.index.compare.sides import Change
from mandex.index.life.ends import is_a_term
from mandex.index.life.step import above, label_of

_YEAR, _DAY = 4, 10  # characters of a day
_LAYING = frozenset({"authorize", "decide", "demand"})
_KEEPING = frozenset({"extends", "reaffirms"})
# *UNOCI as set out in resolutions 1975 (2011), [1962 (2010)]*, 第[2677(2023)]号决议规定的; not *extended by
# resolutions …*.
_LAID_DOWN = re.compile(
    r"\b(?:set\sout|defined|contained|specified|laid\sdown)\s(?:in|by)\s(?:its\s)?(?:resolutions?|[\s\d(),]|and\b){1,40}$"
)
_LAYING_DOWN = re.compile(r"[\s\d()、和以及第号决议段]{0,60}(?:规定|确定|所定|所载|所列)")
# *The authorizations as set out in resolution [2733]*, *the authorizations provided by and the measures
# imposed by resolution [2146]*, 将第[2733(2024)]号决议规定的各项授权
_AUTHORIZED = re.compile(
    r"\bauthori[sz]ations?\s(?:as\s)?(?:set\sout|provided|and\sthe\smeasures)\b[^;]{0,60}\bresolution\s$"
)
_AUTHORIZING = re.compile(r"[\s\d()号决议]{0,8}(?:规定|所载)[^，；]{0,40}?的(?:各项)?授权")
_BEFORE = 200  # characters


class Kept:
    """What one text keeps of another by its numbers."""

    def __init__(self, old: Document, new: Document) -> None:
        self._old = old
        self._new = new
        operative = {p.seq for p in new.paragraphs if p.kind == "operative"}
        self._by: dict[str, Citation] = {}
        for one in new.citations:
            if one.target == old.symbol and one.relation in _KEEPING and one.seq in operative:
                for label in split_pinpoints(one.pinpoint):
                    self._by.setdefault(label, one)
        self._tasks = dict(self._kept_whole())
        self._powers = next(self._extended(_AUTHORIZED, _AUTHORIZING), None)

    def _extended(self, before: re.Pattern[str], after: re.Pattern[str]) -> Iterator[Citation]:
        """Where the new text extends something of the old one without a number, in words that stand before or
        after its resolution.
        """
        texts = {p.seq: p.text for p in self._new.paragraphs if p.kind == "operative"}
        for one in self._new.citations:
            if one.target == self._old.symbol and one.relation == "extends" and not one.pinpoint:
                text = texts.get(one.seq, "")
                led = text[max(0, one.at.start - _BEFORE) : one.at.start]
                if before.search(led) or after.match(text, one.at.end):
                    yield one

    def _kept_whole(self) -> Iterator[tuple[str, Citation]]:
        """Whose mandate goes on as the old text laid it down, by what."""
        for one in self._extended(_LAID_DOWN, _LAYING_DOWN):
            for m in self._new.mandates:
                if m.seq == one.seq and m.at.start <= one.at.start < m.at.end:
                    yield from ((actor, one) for actor in m.actors)

    def by(self, paragraph: Paragraph) -> Citation | None:
        """Where the new text keeps an operative paragraph of the old one, or that under which it hangs."""
        if paragraph.kind != "operative":
            return None
        return self._numbered(paragraph) or self._as_a_task(paragraph) or self._as_a_power(paragraph)

    def by_number(self, paragraph: Paragraph, seq: int) -> Citation | None:
        """Where paragraph `seq` of the new text keeps one of the old text, which it goes back to."""
        found = self._numbered(paragraph)
        return found if found and found.seq == seq else None

    def _numbered(self, paragraph: Paragraph) -> Citation | None:
        label = label_of(paragraph.pinpoint)
        while label and label not in self._by:
            label = above(label)
        return self._by.get(label)

    def _as_a_task(self, paragraph: Paragraph) -> Citation | None:
        """Where the new text keeps what is asked of the body whose mandate goes on."""
        asked = (m for m in self._old.mandates if m.seq == paragraph.seq and m.force != "note")
        return next((self._tasks[actor] for m in asked for actor in m.actors if actor in self._tasks), None)

    def _as_a_power(self, paragraph: Paragraph) -> Citation | None:
        """Where the new text keeps what is authorized, or decided on what is: no term, and no panel."""
        laid = [m for m in self._old.mandates if m.seq == paragraph.seq and m.force in _LAYING]
        gives = any(not is_a_term(fold(m.measure)) for m in laid)
        return self._powers if gives and not any("panel-of-experts" in m.actors for m in laid) else None

    def told(self, paragraph: Paragraph, by: Citation, found: Sequence[Change]) -> list[Change]:
        """The changes of a paragraph that is kept without being printed; of those `found` in what keeps
        it only what came in: nothing fell out.
        """
        kept = self._changes(paragraph, by)
        days = {change.new for change in kept}
        return [*kept, *(change for change in found if not change.old and change.new not in days)]

    def _changes(self, paragraph: Paragraph, by: Citation) -> list[Change]:
        """The end that the old paragraph set, and the one that the new text sets for it; none for a task."""
        if not by.pinpoint:
            return []
        old = _ends(m for m in self._old.mandates if m.seq == paragraph.seq)
        new = _ends(m for m in self._new.mandates if m.seq == by.seq and m.at.start <= by.at.start < m.at.end)
        if by.relation == "extends" and len(old) == len(new) == 1 and old != new:
            return [Change("date", old[0], new[0])]
        return list(self._brought_forward(paragraph, by.seq))

    def _brought_forward(self, paragraph: Paragraph, seq: int) -> Iterator[Change]:
        """The other days of what is kept that the paragraph that keeps it sets anew in another year: *the
        dates of the midterm and final reports should be updated to 31 January 2026 and 15 June 2026*.
        """
        text = next(p.text for p in self._new.paragraphs if p.seq == seq)
        later = {day.value[_YEAR:]: day.value for day in dates(text) if len(day.value) == _DAY}
        for day in dates(paragraph.text):
            if day.value < later.get(day.value[_YEAR:], ""):
                yield Change("date", day.value, later[day.value[_YEAR:]])


def _ends(mandates: Iterator[Mandate]) -> Sequence[str]:
    """The days on which demands expire, each once."""
    return sorted({one.date for m in mandates for one in m.dates if one.role == "expires" and one.date})
