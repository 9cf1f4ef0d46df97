"""A text becomes the segments of a UN document: title, paragraphs, headings, annexes, notes."""

from __future__ import annotations

import re

from mandex.corpus.traced import Traced
from mandex.ingest.raw import RawText
from mandex.ingest.repairs import repair_paragraph, repair_text
from mandex.ingest.segment.classify import Segment, classify
from mandex.ingest.segment.layout import Unit, page_at, units

_LEVEL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE_MARK = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]+|[ᵃ-ᶻ]|\*{1,3})\s*")

__all__ = ["Segment", "segment"]


def segment(raw: RawText, lang: str) -> list[Segment]:
    """The segments of one document in reading order; `lang` is `en`, `zh-Hans` or `zh-Hant`.

    Blocks of known kind are taken as they are; other blocks are printed paragraphs to classify; a text
    without blocks is cut into paragraphs first.
    """
    whole = Traced.of(raw.text)
    if any(block.kind for block in raw.blocks):
        return [
            Segment(b.kind, b.label, b.verb, repair_paragraph(whole[b.span.start : b.span.end]),
                    page_at(whole, b.span.start, raw.pages))
            for b in raw.blocks if b.kind
        ]  # fmt: skip
    if raw.blocks:
        found = [
            Unit(
                repair_text(whole[b.span.start : b.span.end]),
                b.hint,
                page_at(whole, b.span.start, raw.pages),
            )
            for b in raw.blocks
            if b.hint != "furniture"
        ]
    else:
        found = units(repair_text(whole), raw.pages, lang)
    repaired = [Unit(text, u.hint, u.page) for u in found if (text := repair_paragraph(u.text)).text]
    notes = [_note(unit) for unit in repaired if unit.hint == "footnote"]
    segments = classify([unit for unit in repaired if unit.hint != "footnote"], lang)
    return sorted([*segments, *notes], key=lambda s: s.text.source_span(0, 1).start)


def _note(unit: Unit) -> Segment:
    """A note that the reader has found: its mark, in raised figures or asterisks, is its label."""
    match = _NOTE_MARK.match(unit.text.text)
    label = match[1].translate(_LEVEL) if match else ""
    return Segment("footnote", label, "", unit.text[match.end() if match else 0 :], unit.page)
