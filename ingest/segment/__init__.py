"""A text becomes the segments of a UN document: title, paragraphs, headings, annexes, notes."""

from __future__ import annotations

from dataclasses import replace

from mandex.corpus.languages import Lang
from mandex.corpus.traced import Traced
from mandex.ingest.raw import RawText
from mandex.ingest.repairs import repair_paragraph, repair_text
from mandex.ingest.segment.classify import classify
from mandex.ingest.segment.layout import page_at, units
from mandex.ingest.segment.unit import Segment, Unit

__all__ = ["Segment", "segment"]


def segment(raw: RawText, lang: Lang) -> list[Segment]:
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
            Unit(repair_text(whole[b.span.start : b.span.end]), b.hint,
                 page_at(whole, b.span.start, raw.pages), b.verb)
            for b in raw.blocks if b.hint != "furniture"
        ]  # fmt: skip
    else:
        found = units(repair_text(whole), raw.pages, lang)
    repaired = [replace(unit, text=repair_paragraph(unit.text)) for unit in found]
    return classify([unit for unit in repaired if unit.text.text], lang, marked=bool(raw.blocks))
