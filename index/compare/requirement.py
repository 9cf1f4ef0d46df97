"""One requirement: a single obligation, as an assessor answers it, with its place and what is known of it."""

from __future__ import annotations

from typing import Any

from mandex.corpus.model import Mandate
from mandex.corpus.records import dataclass
from mandex.index.compare.profiles import OTHER


@dataclass(frozen=True, slots=True)
class Requirement:
    """One obligation: `n` is its number within the paragraph, `obligation` its words in the text.

    `means` is set where it is an action named after *including by*; `exemptions` are the exceptions that the
    text makes; `repeats` are the places where it stands again.
    """

    doc: str
    lang: str
    adopted: str
    seq: int
    label: str
    pinpoint: str
    n: int
    addressee: str
    verb: str
    force: str
    binding: bool
    obligation: str
    means: bool
    start: int
    end: int
    text: str
    topics: tuple[str, ...]
    exemptions: tuple[str, ...]
    mandate: Mandate
    theme: str = OTHER
    status: str = ""
    until: str = ""
    by: str = ""
    reason: str = ""
    repeats: tuple[str, ...] = ()
    other: str = ""

    @property
    def place(self) -> str:
        """The resolution and paragraph."""
        return f"{self.doc} {self.pinpoint}".strip()

    def row(self) -> dict[str, Any]:
        """As a row of `requirements`."""
        return {
            "doc": self.doc, "lang": self.lang, "seq": self.seq, "label": self.label,
            "pinpoint": self.pinpoint, "n": self.n, "addressee": self.addressee, "verb": self.verb,
            "force": self.force, "binding": self.binding, "obligation": self.obligation, "means": self.means,
            "theme": self.theme, "topics": list(self.topics), "exemptions": list(self.exemptions),
            "status": self.status, "until": self.until or None, "by": self.by or None, "reason": self.reason,
            "repeats": list(self.repeats), "text": self.text, "other": self.other,
        }  # fmt: skip
