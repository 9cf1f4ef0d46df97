"""The records that pass between the rooms. Nothing but data.

Offsets: a `Span` on a record points into the document's text *as its source was read* (`Document.text`);
`Citation.at` points into the text of its own paragraph. Both are half-open character ranges.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Literal

from mandex.corpus.languages import Lang
from mandex.corpus.records import dataclass

Kind = Literal[
    "title", "preambular", "operative", "heading", "body", "table", "footnote", "annex", "signature"
]  # fmt: skip
DocumentType = Literal[
    "resolution", "presidential-statement", "report", "letter", "draft", "note", "record", "web-page", "other"
]
Severity = Literal["error", "warning", "info"]
Relation = Literal[
    "recalls", "reaffirms", "pursuant", "extends", "amends", "terminates",
    "establishes", "implements", "welcomes", "mentions",
]  # fmt: skip
CitationStatus = Literal["ok", "year-mismatch", "unknown", "elided", "self"]
Force = Literal[
    "decide", "demand", "authorize", "request", "call", "urge", "encourage", "recommend", "note"
]  # fmt: skip
EntityKind = Literal["body", "country", "instrument", "group", "agreement", "post"]
DateRole = Literal["expires", "deadline", "review", "reports"]


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of characters."""

    start: int
    end: int


LEFT_OUT = "left-out:"


@dataclass(frozen=True, slots=True)
class Edit:
    """One logged repair: `before`, found at `span` of the source text, reads `after` from there on.

    A `repair` that begins with `LEFT_OUT` names what no paragraph holds, and why: `left-out:masthead`.
    """

    repair: str
    span: Span
    before: str
    after: str


place_of = attrgetter("span.start", "span.end")  # of an edit, to put many in order


@dataclass(frozen=True, slots=True)
class Problem:
    """A doubt or a failure on record, shown to the user instead of a guess.

    `where` says the place in words a person can follow (`OP3`, `page 2`, `line 14`); `doc` and `lang` are
    empty when no document came of the source.
    """

    code: str
    severity: Severity
    message: str
    source: str = ""
    doc: str = ""
    lang: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: `label` is the printed numbering in full (`1(a)(ii)`), which `text` does not repeat.

    `seq` counts from 1 in reading order; `verb` is the lead verb as printed; `page` counts from 1. `place` is
    the pinpoint where the label does not give it: a point that the source prints apart from its paragraph.
    """

    seq: int
    kind: Kind
    label: str
    text: str
    span: Span
    verb: str = ""
    page: int | None = None
    place: str = ""

    @property
    def pinpoint(self) -> str:
        """How lawyers cite it: `OP1(a)` for operative paragraphs; empty where nothing tells it apart."""
        return self.place or labelled(self.kind, self.label)

    @property
    def is_recital(self) -> bool:
        """Whether it is a preambular paragraph (`PP3`), and no point of one (`PP3(a)`)."""
        return self.kind == "preambular" and not self.label.startswith("(")


def labelled(kind: Kind, label: str) -> str:
    """The pinpoint of a paragraph that its label alone gives."""
    if not label:
        return ""
    return f"{_PINPOINT.get(kind, 'para ')}{label}"


_PINPOINT = {"operative": "OP", "annex": "Annex ", "footnote": "fn "}


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of another document, or of a part of this one.

    `at` is its place in the text of paragraph `seq`, `span` its place in the source. `target` is the normal
    form of the symbol and None where the number is lost (`elided`; `gaps` then counts the missing numbers).
    """

    seq: int
    at: Span
    span: Span
    surface: str
    target: str | None
    pinpoint: str = ""
    relation: Relation = "mentions"
    status: CitationStatus = "ok"
    suggest: str | None = None
    gaps: int = 0


@dataclass(frozen=True, slots=True)
class MandateDate:
    """A date that a mandate sets: ISO `date` (empty if it cannot be computed), its words, its rhythm.

    `every` is an ISO 8601 duration (`P6M`, `P180D`), empty for a single occasion.
    """

    role: DateRole
    date: str
    text: str
    every: str = ""


@dataclass(frozen=True, slots=True)
class Mandate:
    """One demand: who must do what, how bindingly, until when. `at` is its place in paragraph `seq`."""

    seq: int
    at: Span
    verb: str
    lemma: str
    force: Force
    binding: bool
    chapter_vii: bool
    actors: tuple[str, ...]
    measure: str
    topics: tuple[str, ...]
    dates: tuple[MandateDate, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing named at `at` of paragraph `seq`: a body, a treaty …, by its `id` in the vocabulary."""

    seq: int
    at: Span
    kind: EntityKind
    id: str


@dataclass(frozen=True, slots=True)
class Document:
    """One language version of one document, whole.

    `symbol` is the normal form (`S/RES/1373 (2001)`), or `file:NAME` where the source shows none.
    `also` are its other symbols: a document of two organs has one of each (`A/79/796`). `text` is the source
    as it was read, before any repair; `edits` say what was repaired and left out, `kept` which share of its
    words and figures the paragraphs hold.
    """

    symbol: str
    lang: Lang
    type: DocumentType
    organ: str
    number: int | None
    year: int | None
    date: str
    title: str
    meeting: str
    vote: str
    chapter_vii: bool
    source: str
    sha256: str
    format: str
    pages: int
    text: str
    paragraphs: tuple[Paragraph, ...]
    citations: tuple[Citation, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    problems: tuple[Problem, ...] = ()
    edits: tuple[Edit, ...] = ()
    entities: tuple[Entity, ...] = ()
    also: tuple[str, ...] = ()
    kept: float = 1.0
