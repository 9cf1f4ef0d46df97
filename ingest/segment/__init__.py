"""A text becomes the segments of a UN document: title, paragraphs, headings, annexes, notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby

from mandex.corpus.languages import Lang
from mandex.corpus.model import Edit, Span, place_of
from mandex.corpus.records import dataclass
from mandex.corpus.traced import Traced
from mandex.ingest.raw import Block, RawText
from mandex.ingest.repairs import repair_paragraph, repair_text
from mandex.ingest.repairs.characters import latin
from mandex.ingest.segment.breaks import page_at, units
from mandex.ingest.segment.classify import classify
from mandex.ingest.segment.left_in import with_labels
from mandex.ingest.segment.unit import Segment, Unit

__all__ = ["Segment", "Segmented", "segment", "segmented"]


@dataclass(frozen=True, slots=True)
class Segmented:
    """The segments of a document in reading order, and every repair of its text, whatever came of it."""

    segments: list[Segment]
    edits: tuple[Edit, ...]


def segment(raw: RawText, lang: Lang) -> list[Segment]:
    """The segments of one document in reading order; `lang` is `en`, `zh-Hans` or `zh-Hant`."""
    return segmented(raw, lang).segments


def segmented(raw: RawText, lang: Lang) -> Segmented:
    """The segments of one document, and the repairs.

    Blocks of known kind are taken as they are; other blocks are printed paragraphs to classify; a text
    without blocks is cut into paragraphs first.
    """
    whole = Traced.of(raw.text)
    if any(block.kind for block in raw.blocks):
        found = [
            Segment(b.kind, b.label, latin(b.verb), text if b.kind == "table" else repair_paragraph(text),
                    page_at(whole, b.span.start, raw.pages))
            for b in raw.blocks if b.kind for text in (whole[b.span.start : b.span.end],)
        ]  # fmt: skip
        return Segmented(list(with_labels(found, lang)), _edits(s.text for s in found))
    if raw.blocks:
        printed = [
            Unit(_mended(whole[b.span.start : b.span.end], b.hint), b.hint,
                 page_at(whole, b.span.start, raw.pages), b.verb)
            for b in _whole_tables(raw.blocks) if b.hint != "furniture"
        ]  # fmt: skip
        repairs: tuple[Edit, ...] = ()
    else:
        repaired = repair_text(whole)
        printed, repairs = units(repaired, raw.pages, lang), repaired.edits
    mended = [
        unit if unit.hint == "table" else replace(unit, text=repair_paragraph(unit.text)) for unit in printed
    ]
    kept = [unit for unit in mended if unit.text.text]
    segments = list(with_labels(classify(kept, lang, marked=bool(raw.blocks)), lang))
    return Segmented(segments, _edits([*(u.text for u in mended), *(s.text for s in segments)], repairs))


def _mended(text: Traced, hint: str) -> Traced:
    """Of a table only the words are read: its line ends and tabs are its rows and cells."""
    return text if hint == "table" else repair_text(text)


def _whole_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, the rows of a table as one."""
    for is_row, group in groupby(blocks, key=lambda block: block.hint == "table"):
        rows = list(group)
        if is_row:
            yield replace(rows[0], span=Span(rows[0].span.start, rows[-1].span.end))
        else:
            yield from rows


def _edits(texts: Iterable[Traced], others: Iterable[Edit] = ()) -> tuple[Edit, ...]:
    """All edits, each once, in the order of their places."""
    every = {id(edit): edit for edit in chain(chain.from_iterable(text.edits for text in texts), others)}
    ordered = sorted(every.values(), key=place_of)
    places = set(map(place_of, ordered))
    if len(places) == len(ordered):  # as a rule: no two at one place
        return tuple(ordered)
    return tuple(edit for _, edits in groupby(ordered, key=place_of) for edit in dict.fromkeys(edits))
