"""One recommendation of a report or letter, with its place and what is known of it."""

from __future__ import annotations

from typing import Any

from mandex.corpus.records import dataclass


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation, its words in the text; `basis` are the resolutions that its paragraph cites,
    `taken_up` the later demand that asks the same of the same addressee (a suggestion).
    """

    source: str
    doc: str
    lang: str
    date: str
    seq: int
    label: str
    pinpoint: str
    addressee: tuple[str, ...]
    verb: str
    text: str
    theme: str
    topics: tuple[str, ...]
    basis: tuple[str, ...]
    start: int
    end: int
    taken_up: tuple[str, ...] = ()
    likeness: float = 0.0

    def row(self) -> dict[str, Any]:
        """As a row of `recommendations`."""
        return {
            "source": self.source, "doc": self.doc, "lang": self.lang, "date": self.date, "seq": self.seq,
            "label": self.label, "pinpoint": self.pinpoint, "addressee": "; ".join(self.addressee),
            "verb": self.verb, "text": self.text, "theme": self.theme, "basis": list(self.basis),
            "taken_up": list(self.taken_up), "likeness": self.likeness,
        }  # fmt: skip
