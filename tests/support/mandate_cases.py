"""How the tests write a document down: one operative paragraph a line, with its label."""

from __future__ import annotations

from mandex.corpus.languages import Lang
from mandex.corpus.model import DocumentType, Mandate, Paragraph, Span
from mandex.ingest.mandates import find_mandates


def paragraphs(*lines: tuple[str, str]) -> list[Paragraph]:
    """Paragraphs of (label, text); `-` labels a preambular one, `#` a heading."""
    out = []
    for seq, (label, text) in enumerate(lines, start=1):
        kind = {"-": "preambular", "#": "heading"}.get(label, "operative")
        out.append(
            Paragraph(seq, kind, "" if label in "-#" else label, text, Span(0, len(text)))  # type: ignore[arg-type]
        )
    return out


def mandates(
    *lines: tuple[str, str],
    date: str = "2020-03-10",
    lang: Lang = "en",
    type_: DocumentType = "resolution",
    number: int | None = None,
) -> list[Mandate]:
    return find_mandates(paragraphs(*lines), date=date, lang=lang, type=type_, number=number)
