"""One `RawText` becomes one `Document`: language, segments, metadata, citations, mandates, doubts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import cast, get_args

from mandex.corpus import naming
from mandex.corpus.errors import UnreadableFileError
from mandex.corpus.languages import Lang
from mandex.corpus.model import Citation, Document, Paragraph, Problem, labelled
from mandex.ingest import script
from mandex.ingest.citations import find_citations
from mandex.ingest.coverage import account
from mandex.ingest.entities import find_entities
from mandex.ingest.mandates import chapter_vii, find_mandates
from mandex.ingest.metadata import describe
from mandex.ingest.raw import RawText
from mandex.ingest.segment import Segment, segmented
from mandex.ingest.segment.places import pinpoints

_DOUBTS = {
    "year-mismatch": ("year-mismatch", "cites {surface}, but {target} is not of that year"),
    "unknown": ("unknown-symbol", "cites {target}, which is not known to exist at that date"),
    "elided": ("elided-number", "a citation has lost its number: {surface}"),
}


def assemble(raw: RawText) -> Document:
    """Read the text of one document.

    Raises `UnreadableFileError` where the language is none that Mandex reads.
    """
    lang = _language(raw)
    read = segmented(raw, lang)
    segments = read.segments
    about = describe(raw, segments, lang)
    symbol = about.symbol or naming.name(raw.source, _part(raw))
    paragraphs = tuple(_paragraphs(segments))
    citations = tuple(
        find_citations(
            paragraphs, symbol=symbol, date=about.date, lang=lang,
            source=lambda seq, start, end: segments[seq - 1].text.source_span(start, end),
        )
    )  # fmt: skip
    mandates = find_mandates(
        paragraphs, date=about.date, lang=lang, type=about.type, number=about.number, citations=citations
    )
    texts = {p.seq: script.fold(p.text) if lang == "zh-Hant" else p.text for p in paragraphs}
    coverage = account(raw, read)
    doubts = [
        *raw.problems,
        *coverage.problems,
        *about.problems,
        *_doubts(paragraphs, citations),
        *_lost_numbers(paragraphs, raw),
        *_labels_in_words(paragraphs, raw),
    ]
    return Document(
        symbol=symbol, lang=lang, type=about.type, organ=about.organ, number=about.number, year=about.year,
        date=about.date, title=about.title, meeting=about.meeting, vote=about.vote,
        chapter_vii=chapter_vii(paragraphs, lang), source=raw.source, sha256=raw.sha256, format=raw.format,
        pages=len(raw.pages), text=raw.text, paragraphs=paragraphs, citations=citations,
        mandates=tuple(mandates),
        problems=tuple(replace(p, source=raw.source, doc=symbol, lang=lang) for p in doubts),
        edits=coverage.edits, kept=coverage.kept,
        entities=tuple(find_entities(paragraphs, texts, about.date)),
        also=about.also,
    )  # fmt: skip


def _part(raw: RawText) -> str:
    """Which of the documents of its file it is: its member, its row; empty where it is the only one."""
    member = raw.facts.get("member", "")
    return ":".join(filter(None, (member.rpartition(".")[0] or member, raw.facts.get("row", ""))))


def _paragraphs(segments: Sequence[Segment]) -> Iterator[Paragraph]:
    for seq, (s, pinpoint) in enumerate(zip(segments, pinpoints(segments), strict=True), 1):
        place = "" if pinpoint == labelled(s.kind, s.label) else pinpoint
        span = s.text.source_span(0, len(s.text))
        yield Paragraph(seq, s.kind, s.label, s.text.text, span, s.verb, s.page, place)


def _lost_numbers(paragraphs: Sequence[Paragraph], raw: RawText) -> Iterator[Problem]:
    """Numbers that points show, but the text does not print: 10. ...; (a) Decides ...; 12. ...

    Markup that gives the labels has them all.
    """
    if any(block.kind for block in raw.blocks):
        return
    for before, point in pairwise(p for p in paragraphs if p.kind == "operative" and p.label):
        number, bracket, _ = point.label.partition("(")
        if not bracket or number in ("", before.label.partition("(")[0]):
            continue
        if number not in raw.text[before.span.end : point.span.start]:
            message = f"the number {number} is not printed; its points stand where one is missing"
            yield Problem("lost-number", "warning", message, where=f"OP{point.label}")


def _labels_in_words(paragraphs: Sequence[Paragraph], raw: RawText) -> Iterator[Problem]:
    """Labels that the markup has not, since it leaves them among the words; what prints is no markup."""
    marked = [block for block in raw.blocks if block.kind]
    found = [p for p, block in zip(paragraphs, marked, strict=False) if p.label and not block.label]
    if found:
        message = f"labels that the markup leaves among the words: {', '.join(p.label for p in found)}"
        yield Problem("label-in-words", "info", message, where=found[0].pinpoint)


def _language(raw: RawText) -> Lang:
    """What the text shows; what the format states, only where the text is too short to tell."""
    found = script.detect(raw.text)
    if found.lang:
        return found.lang
    stated = raw.facts.get("lang")
    if stated in get_args(Lang):
        return cast("Lang", stated)
    raise UnreadableFileError(found.message, found.code)


def _doubts(paragraphs: Sequence[Paragraph], citations: Sequence[Citation]) -> Iterator[Problem]:
    for citation in citations:
        if citation.status not in _DOUBTS:
            continue
        code, message = _DOUBTS[citation.status]
        paragraph = paragraphs[citation.seq - 1]
        suggestion = f"; perhaps {citation.suggest}" if citation.suggest else ""
        yield Problem(
            code, "warning",
            message.format(surface=citation.surface, target=citation.target) + suggestion,
            where=paragraph.pinpoint or f"paragraph {paragraph.seq}",
        )  # fmt: skip
    # By place, for (a) stands under many a paragraph: OP3(a), and OP3(a)¶2 where it does so twice.
    labelled = (p.pinpoint.partition("¶")[0] for p in paragraphs if p.kind == "operative" and p.label)
    for place, count in Counter(labelled).items():
        if count > 1:
            message = f"operative paragraph {place.removeprefix('OP')} is numbered so {count} times"
            yield Problem("duplicate-label", "warning", message, where=place)
