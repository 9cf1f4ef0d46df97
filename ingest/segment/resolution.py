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

    def segments(self) -> Iterator[Segment]:
        """The segments, in reading order."""
        for unit in self._units:
            text = unit.text
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
        if parts.is_heading(text.text) or _PART.fullmatch(text.text):
            return Segment("heading", "", "", text, unit.page)
        if self._kind == "preambular" and not self._numbered and self._is_operative(text.text):
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
        label = self._numbering.place(mark, introduced=self._introduced)
        self._introduced = parts.introduces_list(text.text)
        return self._made(self._kind, label, words, unit)

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
        """In a resolution without numbers: a finite verb, or a full stop, which no preambular one has."""
        ended = text[-1:] in ".;:；。："
        if self._lang != "en":
            return ended
        return bool(openers.finite(text)) or (ended and not openers.participle(text))
