"""The two documents of a comparison: what their paragraphs say, and what of a change is to be told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal

from mandex.corpus import lexicon
from mandex.corpus.fold import fold, is_chinese
from mandex.corpus.model import Citation, Document, Mandate, Paragraph
from mandex.corpus.records import dataclass
from mandex.corpus.symbols import resolution_number
from mandex.index.compare.phrases import Phrase
from mandex.index.compare.quantities import dates, numbers
from mandex.index.compare.succession import Item

What = Literal["force", "date", "number", "actor", "citation", "measure", "reference"]
ORDER: tuple[What, ...] = ("force", "date", "number", "actor", "measure", "citation", "reference")
"""From what matters most to what matters least; a reference that was only brought up to date is no change of
substance.
"""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of substance; `old` or `new` is empty where something came in or fell out."""

    what: What
    old: str
    new: str

    @property
    def moved(self) -> bool:
        """Whether it is a reference that was brought up to date."""
        return self.what == "reference"

    def row(self) -> dict[str, Any]:
        """As it stands in the rows of `compare`."""
        return {"what": self.what, "old": self.old, "new": self.new, "moved": self.moved}


class Side:
    """One of the two documents, arranged to ask what a paragraph of it says."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.mandates = _by_seq(document.mandates)
        self.citations = _by_seq(document.citations)

    def values(self, paragraph: Paragraph) -> frozenset[str]:
        """The dates, numbers, citations and actors that it names, as changes tell them."""
        text = self.masked(paragraph)
        items = [*dates(text), *numbers(text), *self.cited(paragraph)]
        return frozenset(item.value for item in items) | actors(paragraph)

    def own_mandates(self, paragraph: Paragraph) -> list[Mandate]:
        """The demands whose verb the paragraph itself prints: an inherited verb changes in its stem."""
        found = self.mandates.get(paragraph.seq, ())
        return [m for m in found if m.verb and paragraph.text.startswith(m.verb, m.at.start)]

    def cited(self, paragraph: Paragraph) -> list[Item]:
        """What it cites, each once with all places cited; references to itself renumber with the document."""
        found: dict[str, list[Citation]] = {}
        for citation in self.citations.get(paragraph.seq, ()):
            named = _NUMBERS.fullmatch(paragraph.text, citation.at.start, citation.at.end)
            if citation.target and citation.status != "self" and not named:
                found.setdefault(_meant(citation), []).append(citation)
        return [_item(target, citations) for target, citations in found.items()]

    def masked(self, paragraph: Paragraph) -> str:
        """The text with its citations blanked out, so that their numbers count for nothing else, nor where
        they are said again: *reviews under 2272*.
        """
        text = paragraph.text
        for citation in self.citations.get(paragraph.seq, ()):
            start, end = citation.at.start, citation.at.end
            text = text[:start] + "\0" * (end - start) + text[end:]
            if number := resolution_number(citation.target or ""):
                text = re.sub(rf"(?<!\d){number}(?!\d)", "\0" * len(str(number)), text)
        return text


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a pair of paragraphs: the other sources of the new one, the other successors of the
    old one, and what was moved between paragraphs that are no pair. What came in or fell out is told once.
    """

    olds: tuple[Paragraph, ...]
    news: tuple[Paragraph, ...]
    old_terms: Mapping[str, int]
    new_terms: Mapping[str, int]
    named: tuple[frozenset[str], frozenset[str]]  # whom the two name, by either text's names
    first_of_new: bool
    first_of_old: bool
    moved: Callable[[Phrase, bool], bool]

    def told(self, change: Change, old: Side, new: Side) -> Change:
        """What of a change is one of the whole, not of a part that stands in another paragraph."""
        gone, came = change.old, change.new
        if change.what == "force":
            return change  # of two demands for one thing, wherever the rest of their paragraphs went
        if not self.first_of_old or (not came and any(gone in new.values(p) for p in self.news)):
            gone = ""
        if not self.first_of_new or (not gone and any(came in old.values(p) for p in self.olds)):
            came = ""
        return Change(change.what, gone, came)


# *the [1267/1989/2253] ISIL (Da’esh) and Al-Qaida Sanctions Committee*: a name.
_NUMBERS = re.compile(r"\d{3,4}(?:/\d{3,4})+")


def _item(target: str, citations: Sequence[Citation]) -> Item:
    places = (place for c in citations if c.pinpoint for place in c.pinpoint.split(", "))
    pinpoints = ", ".join(dict.fromkeys(places))
    return Item(f"{target} {pinpoints}".strip(), citations[0].at.start, citations[0].at.end)


def _by_seq(found: Iterable[Any]) -> dict[int, list[Any]]:
    out: dict[int, list[Any]] = {}
    for one in found:
        out.setdefault(one.seq, []).append(one)
    return out


def _meant(citation: Citation) -> str:
    meant = citation.suggest if citation.status == "year-mismatch" else None
    return meant or citation.target or ""


def actors(paragraph: Paragraph) -> frozenset[str]:
    """Whom a paragraph names."""
    return actors_in(paragraph.text)


def actors_in(text: str) -> frozenset[str]:
    """Whom a text names."""
    return frozenset(found.id for found in lexicon.match_actors(plain(text)))


def countries(paragraph: Paragraph) -> frozenset[str]:
    """Which countries a paragraph names."""
    return frozenset(found.id for found in lexicon.match_countries(plain(paragraph.text)))


def plain(text: str) -> str:
    """Chinese in simplified script; English as it is, for abbreviations are told by their capitals."""
    return fold(text) if is_chinese(text) else text
