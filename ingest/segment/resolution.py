"""A resolution: preambular paragraphs, the hinge, numbered operative paragraphs, annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from mandex.corpus.expressions import Expression
from mandex.corpus.languages import Lang
from mandex.corpus.model import Kind
from mandex.corpus.traced import Traced
from mandex.ingest.segment import labels, openers, parts
from mandex.ingest.segment.run_in import run_in
from mandex.ingest.segment.unit import Segment, Unit

# [S/678] before it is the draft's symbol in the old records; a full stop for the comma is a misreading.
COUNCIL = Expression(
    r"(?:[\[(]?S/[\w/., ]{1,20}[\])]\s)?"
    r"(?:The (?:United Nations )?Security Council|安全理事會|安全理事会)\s?(?P<mark>[,，.])?\s?"
)
_WORDS = Expression(r"\w")
_DRAFT_SYMBOL = Expression(r"[\[(]S/[\w/., ]+[\])]?")
_PART = Expression(r"[A-Z]|[IVX]{1,4}")
_FEWEST_ENTRIES = 3  # one or two short lines may be headings


def opening(units: Sequence[Unit], lang: Lang) -> int | None:
    """Where *The Security Council,* opens the resolution; not the masthead's organ."""
    for index, unit in enumerate(units):
        match = COUNCIL.match(unit.text.text)
        if not match:
            continue
        rest = unit.text.text[match.end() :]
        following = units[index + 1].text.text if index + 1 < len(units) else ""
        mark = labels.marker(following)
        following = following[mark.end :] if mark else following
        if (not rest and match["mark"]) or openers.opener(rest or following, lang):
            return index
    return None


def _is_numbered(units: Sequence[Unit]) -> bool:
    """Whether the paragraphs before any annex carry numbers."""
    own = takewhile(lambda unit: not parts.is_annex(unit.text.text), units)
    return any((mark := labels.marker(unit.text.text)) and mark.arabic for unit in own)


def _numbers_ahead(units: Sequence[Unit]) -> list[int]:
    """Of each paragraph, the number of the next that has one; 0 where none follows."""
    out, ahead = [], 0
    for unit in reversed(units):
        out.append(ahead)
        mark = labels.marker(unit.text.text)
        ahead = labels.readings(mark.text)[0][1] if mark and mark.arabic else ahead
    return out[::-1]


def _entries(units: Sequence[Unit]) -> Iterator[int]:
    """Which paragraphs are entries of a list without marks: after a colon, three or more names in a row."""
    announced, row = False, []
    for index, unit in enumerate(units):
        text = unit.text.text
        if announced and not unit.hint and parts.is_heading(text) and not parts.is_annex(text):
            row.append(index)
            continue
        yield from row if len(row) >= _FEWEST_ENTRIES else ()
        announced, row = text[-1:] in ":：", []
    yield from row if len(row) >= _FEWEST_ENTRIES else ()


class Walker:
    """Walks a resolution's paragraphs from the first after its title to the end."""

    def __init__(self, units: Sequence[Unit], lang: Lang) -> None:
        self._units = units
        self._lang = lang
        self._numbered = _is_numbered(units)
        self._kind: Kind = "preambular"
        self._numbering = labels.Numbering()
        self._introduced = False
        self._announced = False  # by a recital that ends with a colon
        self._closed = False
        self._entries = set(_entries(units))
        self._numbers = _numbers_ahead(units)
        self._index = 0

    def segments(self) -> Iterator[Segment]:
        """The segments, in reading order."""
        for index, unit in enumerate(self._units):
            self._index, text = index, unit.text
            match = COUNCIL.match(text.text)
            if match and self._kind == "preambular" and self._is_opening(match, text.text):
                text = text[match.end() :].strip()
            # Asterisks and rules between the parts say nothing; nor does a draft's symbol.
            if _WORDS.search(text.text) and not _DRAFT_SYMBOL.fullmatch(text.text):
                yield from (self._segment(unit, part) for part in self._parts(text))

    def _parts(self, text: Traced) -> list[Traced]:
        """A recital, and the operative paragraphs run into it: *Acting under Chapter VII: 1. Decides*"""
        cuts = run_in(text.text) if self._kind == "preambular" and self._numbered else []
        starts = [part.end for part in cuts[:-1]]
        return [
            text[start:end].strip() for start, end in zip([0, *starts], [*starts, len(text)], strict=True)
        ]

    def _is_opening(self, match: re.Match[str], text: str) -> bool:
        """Whether the Council is named apart from what it does: *The Security Council, Recalling ...*"""
        rest = text[match.end() :]
        return not rest or match["mark"] == "," or bool(openers.opener(rest, self._lang))

    def _segment(self, unit: Unit, text: Traced) -> Segment:
        if unit.hint == "table":
            return Segment("table", "", "", text, unit.page)
        special = self._special(unit, text)
        if special:
            return special
        if unit.hint == "heading":
            self._introduced = False
            return Segment("heading", "", "", text, unit.page)
        mark = labels.marker(text.text)
        if mark:
            return self._item(unit, text, mark)
        self._introduced = False
        self._announced = text.text[-1:] in ":："
        bullet = labels.bullet(text.text)
        if bullet:
            return self._made(self._kind, "", text[bullet:], unit)
        if self._is_heading(text.text):
            return Segment("heading", "", "", text, unit.page)
        if self._kind == "preambular" and self._is_operative(text.text):
            self._kind = "operative"
        return self._made(self._kind, "", text, unit)

    def _special(self, unit: Unit, text: Traced) -> Segment | None:
        """Annex titles, adoption notices, signatures and footnotes."""
        if parts.is_annex(text.text):
            self._kind = "annex"
            self._closed = False
            self._numbering.restart()
            return Segment("heading", "", "", text, unit.page)
        if parts.is_adoption(text.text):
            self._closed = self._kind == "operative"
            return Segment("signature", "", "", text, unit.page)
        label, start = parts.note(text.text, closing=self._closed or unit.hint == "footnote")
        if unit.hint == "footnote" or (label and self._kind != "annex"):
            return Segment("footnote", label, "", text[start:], unit.page)
        return None

    def _item(self, unit: Unit, text: Traced, mark: labels.Marker) -> Segment:
        words = text[mark.end :].strip()
        if self._kind == "preambular" and not self._is_preambular_item(mark, words.text):
            self._kind = "operative"
        if self._kind == "operative" and self._lost_number(mark, words.text):
            lost = str(self._numbers[self._index] - 1)
            self._numbering.place(labels.Marker(lost, 0, arabic=True))
        label = self._numbering.place(mark, introduced=self._introduced)
        self._introduced = parts.introduces_list(text.text)
        return self._made(self._kind, label, words, unit)

    def _is_heading(self, text: str) -> bool:
        if self._kind == "operative" and self._index in self._entries:
            return False
        return parts.is_heading(text) or _PART.fullmatch(text) is not None

    def _lost_number(self, mark: labels.Marker, words: str) -> bool:
        """Whether a first point belongs to a paragraph whose number the text lost: 10. …; (a) Decides; 12. …

        Nothing announces the point, it opens like a paragraph, and one number is missing just there.
        """
        if mark.arabic or self._introduced or ("letter", 1) not in labels.readings(mark.text):
            return False
        missing = self._numbers[self._index] - 2 == self._numbering.number > 0
        return missing and bool(openers.opener(words, self._lang))

    def _is_preambular_item(self, mark: labels.Marker, words: str) -> bool:
        """*Noting that: (a) ..., (b) ...*: items before numbered paragraphs, announced or ended by commas."""
        if not self._numbered or mark.arabic or mark.text[0].isupper():
            return False
        return words[-1:] in ",，" or self._announced

    def _made(self, kind: Kind, label: str, text: Traced, unit: Unit) -> Segment:
        verb = ""
        if kind in ("preambular", "operative"):
            verb = unit.verb or openers.opener(text.text, self._lang)
        return Segment(kind, label, verb, text, unit.page)

    def _is_operative(self, text: str) -> bool:
        """A finite verb, or a full stop, which no preambular one has; where paragraphs are numbered, one that
        lost its number: a finite verb and a semicolon."""
        if self._numbered:
            return self._lang == "en" and text[-1:] == ";" and openers.finite(text) not in ("", "States")
        ended = text[-1:] in ".;:；。："
        if self._lang != "en":
            return ended
        return bool(openers.finite(text)) or (ended and not openers.participle(text))
