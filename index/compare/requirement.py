"""One requirement: a single obligation, as an assessor answers it, with its place and what is known of it."""

from __future__ import annotations

import re
from typing import Any

from mandex.corpus.model import Force, Mandate
from mandex.corpus.records import dataclass
from mandex.index.compare.profiles import OTHER

# What the text excepts from what it asks: *unless the Committee decides otherwise*, 除委员会批准的情况外,
# *these measures shall not apply to deliveries*;
# not 除其他外 (*inter alia*) and 除此之外 (*moreover*), which add.
_EXEMPTION = re.compile(
    r"(?:without prejudice to|provided that|except(?: that| where| when| as|ing)?\b|unless|other than where)"
    r"[^;]{3,600}"
    r"|\b(?:shall|do|does) not apply to\b[^;]{3,300}|不适用于[^；。]{2,80}"
    r"|(?:不妨碍|除(?!其[他它]|此|了)[^，。；]{2,40}[之以]?外|但有一项谅解)[^；。]{0,80}"
)


_HEAD, _TAIL = 100, 60  # characters of a stem


def exemptions(text: str) -> tuple[str, ...]:
    """The exceptions that a text makes, in its words."""
    return tuple(" ".join(found[0].split()) for found in _EXEMPTION.finditer(text))


@dataclass(frozen=True, slots=True)
class Requirement:
    """One obligation: `n` is its number within the paragraph, `obligation` its words in the text, after a
    verb that it shares with the one before it or the condition that stands there.

    `means` is set where it is an action named after *including by*; `exemptions` are the exceptions that the
    text makes; `repeats` are the places where it stands again, `strengthened` those of them where it was
    asked later with greater force; `stem` is what a
    sub-paragraph without a verb of its own completes.
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
    strengthened: tuple[str, ...] = ()
    other: str = ""
    stem: str = ""

    @property
    def place(self) -> str:
        """The resolution and paragraph."""
        return f"{self.doc} {self.pinpoint}".strip()

    @property
    def whole(self) -> str:
        """The obligation with the stem that it completes, of a long one the beginning and the end."""
        stem = self.stem
        if len(stem) > _HEAD + _TAIL:
            stem = f"{stem[:_HEAD].rsplit(' ', 1)[0]} … {stem[-_TAIL:].partition(' ')[2]}"
        return f"{stem} {self.obligation}".strip()

    def row(self) -> dict[str, Any]:
        """As a row of `requirements`."""
        return {
            "doc": self.doc, "lang": self.lang, "seq": self.seq, "label": self.label,
            "pinpoint": self.pinpoint, "n": self.n, "addressee": self.addressee, "verb": self.verb,
            "force": self.force, "binding": self.binding, "obligation": self.obligation, "means": self.means,
            "theme": self.theme, "topics": list(self.topics), "exemptions": list(self.exemptions),
            "status": self.status, "until": self.until or None, "by": self.by or None, "reason": self.reason,
            "repeats": list(self.repeats), "strengthened": list(self.strengthened), "text": self.text,
            "other": self.other, "stem": self.stem,
        }  # fmt: skip


# What is stressed or recalled is asked as strongly as it is said, but binds by what is recalled alone.
_MUST = re.compile(
    r"\b(?:shall|must|obligations?|responsibilit(?:y|ies)|dut(?:y|ies))\b|必须|必須", re.IGNORECASE
)


# *Recalls that all Member States shall take the necessary measures to prevent* (2806 (2025) OP3),
# *Reaffirms that: (a) … the supplying Member State shall notify* (OP18): what is restated is a duty; not
# *must*, which is said of the law that others made.
_RESTATES = re.compile(r"\W*(?:Recall|Reaffirm|Reiterat)\w*\s(?:also\s|further\s|once\sagain\s)?that\b")
_STATES_SHALL = r"\b(?:States?|they)(?:,[^;:]{1,200}?,)?\sshall\b"
_SHALL_DO = re.compile(rf"{_STATES_SHALL}|^(?:also\s)?shall\b")
_RESTATED = re.compile(rf"{_RESTATES.pattern}[^;]{{0,400}}?{_STATES_SHALL}")


def force_of(mandate: Mandate, text: str, above: str) -> Force:
    """Of a demand of a paragraph under the stem `above`; what is only noted goes by its words: *Stresses that
    States should* recommends. What restates a decision binds as that did.
    """
    if mandate.force != "note":
        return mandate.force
    said = text[mandate.at.start : mandate.at.end]
    if mandate.binding or _RESTATED.match(said) or (_RESTATES.match(above) and _SHALL_DO.search(said)):
        return "decide"
    return "call" if _MUST.search(said) else "recommend"
