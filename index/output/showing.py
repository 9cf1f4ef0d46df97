"""A document or a paragraph of it, in one language or two side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from mandex.corpus.errors import BadReferenceError
from mandex.corpus.model import Paragraph
from mandex.corpus.store import Store
from mandex.corpus.symbols import Reference
from mandex.index.output.cells import tame, wrap

_NUMBERED = ("operative", "body", "annex")


@dataclass(frozen=True, slots=True)
class Shown:
    """What `show` found: the document's masthead facts and the paragraphs asked for."""

    symbol: str
    lang: str
    title: str
    date: str
    type: str
    paragraphs: tuple[Paragraph, ...]


def show(store: Store, reference: Reference, lang: str = "") -> Shown | None:
    """The document, or the paragraphs at the reference's pinpoint; None where the base does not hold it.

    `lang` is a language or the beginning of one; without it English is shown where it is held. Raises
    `BadReferenceError` where the document has no such paragraph.
    """
    row = store.connection.execute(
        "SELECT id, symbol, lang, title, date, type FROM documents WHERE symbol = ? AND lang LIKE ? || '%'"
        " ORDER BY lang LIMIT 1",
        (reference.symbol, lang),
    ).fetchone()
    if row is None:
        return None
    id_, symbol, found, title, date, type_ = row
    paragraphs = tuple(store.paragraphs(id_))
    if reference.pinpoint:
        paragraphs = tuple(at_pinpoint(paragraphs, reference.pinpoint))
        if not paragraphs:
            raise BadReferenceError(f"{symbol} ({found}) has no paragraph {reference.pinpoint}")
    return Shown(symbol, found, title, date, type_, paragraphs)


def at_pinpoint(paragraphs: Sequence[Paragraph], pinpoint: str) -> Iterator[Paragraph]:
    """The paragraph that a pinpoint names, with the sub-paragraphs below it.

    Forms as `corpus.symbols.parse` gives them: `12(a)`, `PP5`, `Annex`, `Annex II`, `fn 1`.
    """
    if match := re.fullmatch(r"PP(\d+)", pinpoint):
        preambular = [p for p in paragraphs if p.kind == "preambular"]
        yield from preambular[int(match[1]) - 1 : int(match[1])]
    elif match := re.fullmatch(r"fn (.+)", pinpoint):
        yield from (p for p in paragraphs if p.kind == "footnote" and p.label == match[1])
    elif pinpoint.startswith("Annex"):
        annex = [p for p in paragraphs if p.kind in ("annex", "heading") and _in_annex(paragraphs, p)]
        label = pinpoint.removeprefix("Annex").strip()
        yield from (p for p in annex if not label or p.label == label or _printed(p) == label)
    else:
        yield from _with_parts(paragraphs, pinpoint)


def _in_annex(paragraphs: Sequence[Paragraph], paragraph: Paragraph) -> bool:
    first = next((p.seq for p in paragraphs if p.kind == "annex"), None)
    return first is not None and paragraph.seq >= first


def _printed(paragraph: Paragraph) -> str:
    """A label that the source prints inside the text, as `(a)` opens many an annex paragraph."""
    match = re.match(r"\((\w{1,4})\)|(\d+)\.", paragraph.text)
    return match[0].rstrip(".") if match else ""


def _with_parts(paragraphs: Sequence[Paragraph], label: str) -> Iterator[Paragraph]:
    """The paragraph with this label and what stands below it, up to the next label of its rank."""
    for kind in _NUMBERED:
        start = next((i for i, p in enumerate(paragraphs) if p.kind == kind and p.label == label), None)
        if start is None:
            continue
        yield paragraphs[start]
        for paragraph in paragraphs[start + 1 :]:
            part = paragraph.label.startswith(label + "(")
            unlabelled = paragraph.kind == kind and not paragraph.label and "(" not in label
            if not part and not unlabelled:
                break
            yield paragraph
        return


def side_by_side(
    left: Sequence[Paragraph], right: Sequence[Paragraph]
) -> Iterator[tuple[Paragraph | None, Paragraph | None]]:
    """Pairs of corresponding paragraphs: by kind and label, and by order among those without one."""
    others: dict[tuple[str, str], list[Paragraph]] = {}
    for paragraph in right:
        others.setdefault((paragraph.kind, paragraph.label), []).append(paragraph)
    for paragraph in left:
        candidates = others.get((paragraph.kind, paragraph.label))
        yield paragraph, candidates.pop(0) if candidates else None
    unmatched = sorted((p for rest in others.values() for p in rest), key=lambda p: p.seq)
    yield from zip_longest((), unmatched)


def row(shown: Shown, paragraph: Paragraph) -> dict[str, Any]:
    """One paragraph as a row of `export paragraphs`, without its place in the source."""
    return {
        "doc": shown.symbol, "lang": shown.lang, "seq": paragraph.seq, "kind": paragraph.kind,
        "label": paragraph.label, "pinpoint": paragraph.pinpoint, "verb": paragraph.verb,
        "text": paragraph.text, "page": paragraph.page,
    }  # fmt: skip


def as_text(shown: Shown, other: Shown | None = None, *, width: int) -> str:
    """For reading: the masthead facts, then the paragraphs, wrapped at `width` terminal cells.

    With `other`, each paragraph is followed by its counterpart.
    """
    facts = (shown.symbol, shown.lang, shown.type, shown.date)
    lines = ["  ".join(fact for fact in facts if fact), *wrap(tame(shown.title), width), ""]
    if other is None:
        pairs: Iterator[tuple[Paragraph | None, Paragraph | None]] = ((p, None) for p in shown.paragraphs)
    else:
        pairs = side_by_side(shown.paragraphs, other.paragraphs)
    for left, right in pairs:
        for paragraph in (left, right):
            if paragraph is not None:
                lines += [*_paragraph_lines(paragraph, width), ""]
    return "\n".join(lines)


def _paragraph_lines(paragraph: Paragraph, width: int) -> list[str]:
    depth = paragraph.label.count("(")
    mark = f"{paragraph.label}  " if paragraph.label else ""
    if paragraph.kind == "footnote":
        mark = f"[{paragraph.label}]  "
    indent = "  " * depth
    lines = wrap(tame(mark + paragraph.text), width - len(indent))
    return [indent + line for line in lines]
