"""Printed paragraphs become segments: the parts of a document, told by their openings and their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mandex.corpus.model import Kind
from mandex.corpus.traced import Traced
from mandex.ingest.segment import labels, openers
from mandex.ingest.segment.layout import Unit

_COUNCIL = re.compile(r"(?:The Security Council|安全理事會|安全理事会)\s?[,，]?\s?")
_ANNEX = re.compile(
    r"(?:Annex|ANNEX|Appendix|APPENDIX|Enclosure)(?: [IVX]+| [A-Z]| \d{1,2})?\.?(?: [–—-] .{1,120})?"
    r"|(?:附件|附录|附錄|附文)[一二三四五六七八九十]{0,2}"
)
_SENTENCE_END = re.compile(r"[.;:,。；：，][\"”’」』)）]?\s?\d{0,3}$")
_WORDS = re.compile(r"\w")
_MID_SENTENCE = 60  # shorter ones without a full stop are headings or names
_HEADING_LENGTH = {"en": 90, "zh": 90}


@dataclass(frozen=True, slots=True)
class Segment:
    """One paragraph: `label` in full, `verb` as printed, `text` without the label, `page` counted from 1."""

    kind: Kind
    label: str
    verb: str
    text: Traced
    page: int | None


def classify(units: list[Unit], lang: str) -> list[Segment]:
    """The segments of a document from its printed paragraphs."""
    start = _council_line(units, lang)
    if start is None:
        return [Segment("body", "", "", unit.text, unit.page) for unit in units]
    numbered = any((mark := labels.marker(unit.text.text)) and mark.arabic for unit in units[start:])
    return [*_masthead(units[:start]), *_Resolution(lang, numbered=numbered).segments(units[start:])]


def _council_line(units: list[Unit], lang: str) -> int | None:
    """Where *The Security Council,* opens the resolution; not the masthead's organ."""
    for index, unit in enumerate(units):
        match = _COUNCIL.match(unit.text.text)
        if not match:
            continue
        rest = unit.text.text[match.end() :]
        following = units[index + 1].text.text if index + 1 < len(units) else ""
        if (not rest and match[0].strip()[-1] in ",，") or openers.opener(rest or following, lang):
            return index
    return None


def _masthead(units: list[Unit]) -> Iterator[Segment]:
    for unit in units:
        if re.search(r"(?i)resolution|决议|決議", unit.text.text):
            yield Segment("title", "", "", unit.text, unit.page)


class _Resolution:
    """Walks a resolution from *The Security Council,* to the end."""

    def __init__(self, lang: str, *, numbered: bool) -> None:
        self.lang = lang
        self.numbered = numbered
        self.kind: Kind = "preambular"
        self.numbering = labels.Numbering()
        self.introduces = False

    def segments(self, units: list[Unit]) -> Iterator[Segment]:
        """The first unit is the one that names the Council."""
        first = units[0].text
        match = _COUNCIL.match(first.text)
        rest = first[match.end() if match else 0 :].strip()
        if rest.text:
            yield self._one(Unit(rest, units[0].hint, units[0].page))
        for unit in units[1:]:
            if _WORDS.search(unit.text.text):  # asterisks and rules between parts say nothing
                yield self._one(unit)

    def _one(self, unit: Unit) -> Segment:
        text = unit.text
        if _ANNEX.fullmatch(text.text):
            self.kind = "annex"
            self.numbering.restart()
            return Segment("heading", "", "", text, unit.page)
        if unit.hint == "heading":
            self.introduces = False
            return Segment("heading", "", "", text, unit.page)
        mark = labels.marker(text.text)
        if mark:
            if self.kind == "preambular":
                self.kind = "operative"
            label = self.numbering.place(mark, introduced=self.introduces)
            self.introduces = _introduces(text.text)
            return self._segment(self.kind, label, text[mark.end :], unit)
        self.introduces = False
        bullet = labels.bullet(text.text)
        if bullet:
            return self._segment(self.kind, "", text[bullet:], unit)
        if self._is_heading(text.text):
            return Segment("heading", "", "", text, unit.page)
        if self.kind == "preambular" and not self.numbered and self._is_operative(text.text):
            self.kind = "operative"
        return self._segment(self.kind, "", text, unit)

    def _segment(self, kind: Kind, label: str, text: Traced, unit: Unit) -> Segment:
        verb = openers.opener(text.text, self.lang) if kind in ("preambular", "operative") else ""
        return Segment(kind, label, verb, text, unit.page)

    def _is_operative(self, text: str) -> bool:
        ended = text[-1:] in ".;:；。："
        if self.lang != "en":
            return ended
        return bool(openers.finite(text)) or (ended and not openers.participle(text))

    def _is_heading(self, text: str) -> bool:
        return len(text) < _HEADING_LENGTH[self.lang[:2]] and not _SENTENCE_END.search(text)


def _introduces(text: str) -> bool:
    """Whether a paragraph announces a list: it ends in a colon, or in the middle of a sentence."""
    return text[-1:] in ":：" or (len(text) > _MID_SENTENCE and not _SENTENCE_END.search(text))
