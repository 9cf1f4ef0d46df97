"""What is wrong with citations: numbers never adopted, wrong years, gaps; and where two languages differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from mandex.corpus import registry
from mandex.corpus.model import CitationStatus, Document
from mandex.corpus.store import Store
from mandex.corpus.symbols import resolution_number

FAULTS: tuple[CitationStatus, ...] = ("year-mismatch", "unknown", "elided")


@dataclass(frozen=True, slots=True)
class Fault:
    """One citation that does not hold: where it stands, as printed, what is wrong with it, what was meant."""

    doc: str
    lang: str
    place: str
    surface: str
    status: CitationStatus
    suggest: str | None
    message: str
    source: str

    def row(self) -> dict[str, Any]:
        """As a row of a listing."""
        return asdict(self)


def faults_of(document: Document) -> Iterator[Fault]:
    """The faults of a document that need not be stored, in reading order."""
    for citation in document.citations:
        if citation.status in FAULTS:
            paragraph = document.paragraphs[citation.seq - 1]
            yield Fault(
                document.symbol, document.lang, paragraph.pinpoint or f"paragraph {paragraph.seq}",
                citation.surface, citation.status, citation.suggest,
                explain(citation.status, citation.target, citation.gaps), document.source,
            )  # fmt: skip


def faults(store: Store, symbol: str = "") -> Iterator[Fault]:
    """The faults of the whole base, or of the language versions of one document, in reading order."""
    cursor = store.connection.execute(
        f"""SELECT d.symbol, d.lang, p.pinpoint, p.seq, c.surface, c.status, c.suggest, c.target, c.gaps,
                   d.source
            FROM citations c JOIN documents d ON d.id = c.doc
                 JOIN paragraphs p ON p.doc = c.doc AND p.seq = c.seq
            WHERE c.status IN ({", ".join("?" * len(FAULTS))}) AND (? = '' OR d.symbol = ?)
            ORDER BY d.symbol, d.lang, c.id""",
        (*FAULTS, symbol, symbol),
    )
    for doc, lang, pinpoint, seq, surface, status, suggest, target, gaps, source in cursor:
        message = explain(status, target, gaps)
        yield Fault(doc, lang, pinpoint or f"paragraph {seq}", surface, status, suggest, message, source)


def explain(status: CitationStatus, target: str | None, gaps: int) -> str:
    """What is wrong with a citation, in words."""
    if status == "elided":
        return "the number is lost" if gaps == 1 else f"{gaps} numbers are lost"
    number = resolution_number(target or "")
    known = registry.adoption(number) if number else None
    if known is None:
        last = registry.last()
        if number is None:
            return f"{target} names nothing: a session, a year or a stroke is missing"
        if number > last.number:
            return f"no resolution {number} is known; the register ends with {last.number} of {last.adopted}"
        return f"there is no resolution {number}"
    if status == "year-mismatch":
        return f"resolution {number} is of {known.year}"
    return f"resolution {number} was adopted on {known.adopted}, after this document"


@dataclass(frozen=True, slots=True)
class Difference:
    """A citation that one language version of a document has and another has not."""

    doc: str
    target: str
    cited_in: str
    not_in: str
    places: tuple[str, ...]

    def row(self) -> dict[str, Any]:
        """As a row of a listing."""
        return asdict(self)


def differences(store: Store, symbol: str = "") -> Iterator[Difference]:
    """Where the language versions of a document cite different things.

    Often a translator's slip; sometimes one file holds less of the document than the other. Versions are
    compared as sets of what they cite: numbers as printed, pinpoints aside.
    """
    for doc, versions in _cited(store, symbol):
        for lang, cited in versions.items():
            for other, theirs in versions.items():
                for target in sorted(cited.keys() - theirs.keys()):
                    yield Difference(doc, target, lang, other, cited[target])


_Cited = Mapping[str, tuple[str, ...]]


def _cited(store: Store, symbol: str) -> Iterator[tuple[str, Mapping[str, _Cited]]]:
    """Each document held in several languages: by language, what it cites and where."""
    several = store.connection.execute(
        """SELECT symbol, group_concat(lang) FROM documents WHERE ? = '' OR symbol = ?
           GROUP BY symbol HAVING count(*) > 1 ORDER BY symbol""",
        (symbol, symbol),
    ).fetchall()
    for doc, langs in several:
        versions: dict[str, dict[str, list[str]]] = {
            lang: defaultdict(list) for lang in sorted(langs.split(","))
        }
        for lang, target, place in store.connection.execute(
            """SELECT d.lang, c.target, CASE p.pinpoint WHEN '' THEN 'paragraph ' || p.seq ELSE p.pinpoint END
               FROM citations c JOIN documents d ON d.id = c.doc
                    JOIN paragraphs p ON p.doc = c.doc AND p.seq = c.seq
               WHERE d.symbol = ? AND c.target IS NOT NULL AND c.status <> 'self' ORDER BY c.id""",
            (doc,),
        ):
            versions[lang][target].append(place)
        yield doc, {lang: {t: tuple(dict.fromkeys(p)) for t, p in v.items()} for lang, v in versions.items()}
