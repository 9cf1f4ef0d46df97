"""Paragraphs as the page sets them: citations as links, and what the margin says of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from mandex.corpus.model import Citation, Document, Mandate, Paragraph
from mandex.corpus.records import dataclass
from mandex.index.compare.requirement import exemptions
from mandex.index.life.standing import Standing
from mandex.web.addresses import address, anchor


@dataclass(frozen=True, slots=True)
class Mark:
    """A word in the margin; `day` (ISO) goes with a date, `says` are the words that it is from."""

    word: str
    day: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a paragraph's text; `to` is the address that it cites, empty where it cites nothing."""

    text: str
    to: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A paragraph as the page sets it: `pieces` are its text with links, `marks` stand in the margin."""

    paragraph: Paragraph
    anchor: str
    depth: int
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]
    standing: Standing | None = None


def shape(
    whole: Document, stand: Mapping[int, Standing], exempting: Set[int] = frozenset(),
    held: Set[str] | None = None,
) -> dict[int, Shaped]:  # fmt: skip
    """The paragraphs of a document by `seq`; those of `exempting` lay down an exemption. Citations of what is
    not among `held` are marked so, where that is given.
    """
    cited: dict[int, list[Citation]] = defaultdict(list)
    for citation in whole.citations:
        cited[citation.seq].append(citation)
    demanded: dict[int, list[Mandate]] = defaultdict(list)
    for mandate in whole.mandates:
        demanded[mandate.seq].append(mandate)
    preambular = 0
    out = {}
    for p in whole.paragraphs:
        preambular += p.is_recital
        place = p.pinpoint or (f"PP{preambular}" if p.kind == "preambular" else f"p{p.seq}")
        marks = _marks(p.text, demanded[p.seq], exempts=p.seq in exempting)
        pieces = _pieces(p.text, cited[p.seq], held)
        out[p.seq] = Shaped(p, anchor(place), p.label.count("("), pieces, marks, stand.get(p.seq))
    return out


def _pieces(text: str, citations: Sequence[Citation], held: Set[str] | None) -> tuple[Piece, ...]:
    out: list[Piece] = []
    done = 0
    for one in sorted(citations, key=lambda c: c.at.start):
        if one.at.start < done or not one.target:
            continue
        out.append(Piece(text[done : one.at.start]))
        target = one.suggest if one.status == "year-mismatch" and one.suggest else one.target
        pinpoint = one.pinpoint if one.pinpoint.replace("(", "").replace(")", "").isalnum() else ""
        status = one.status if held is None or target in held else f"{one.status} unheld"
        out.append(Piece(text[one.at.start : one.at.end], address(target, pinpoint), status))
        done = one.at.end
    out.append(Piece(text[done:]))
    return tuple(piece for piece in out if piece.text)


def _marks(text: str, mandates: Sequence[Mandate], *, exempts: bool) -> tuple[Mark, ...]:
    """What the margin says of a paragraph's demands, each thing once."""
    marks: dict[tuple[str, str], Mark] = {}
    for one in mandates:
        if one.binding:
            marks["binding", ""] = Mark("binding")
        if one.chapter_vii:
            marks["VII", ""] = Mark("VII", says="under Chapter VII")
        for when in one.dates:
            if when.date:
                marks[when.role, when.date] = Mark(when.role, when.date, when.text)
    conditions = exemptions(text) if mandates else ()
    if exempts or conditions:
        marks["exemption", ""] = Mark("exemption", says="; ".join(conditions))
    return tuple(marks.values())
