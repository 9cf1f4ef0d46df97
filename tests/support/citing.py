"""What the tables of citations are read with."""

from __future__ import annotations

from mandex.corpus.languages import Lang
from mandex.corpus.model import Citation, Paragraph, Span
from mandex.ingest.citations import find_citations

OWN = "S/RES/2617 (2021)"
# target, pinpoint, status
Found = tuple[str | None, str, str]


def cite(text: str, lang: Lang = "en", symbol: str = OWN, date: str = "2021-12-30") -> list[Citation]:
    """The citations of one operative paragraph of a resolution."""
    paragraph = Paragraph(seq=1, kind="operative", label="1", text=text, span=Span(0, len(text)))
    return find_citations([paragraph], symbol=symbol, date=date, lang=lang)


def found(text: str, lang: Lang = "en", symbol: str = OWN, date: str = "2021-12-30") -> list[Found]:
    return [(c.target, c.pinpoint, c.status) for c in cite(text, lang, symbol, date)]


def plain(*targets: str) -> list[Found]:
    return [(target, "", "ok") for target in targets]
