"""The demands of documents, each with whom it addresses and the stem that it completes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from mandex.corpus.model import Mandate, MandateDate, Span
from mandex.corpus.records import dataclass
from mandex.index.compare.actions import EXTENDS, UNDER_A_NOUN

# Whoever speaks of States in general speaks of each Member State.
STATES = frozenset({"member-states", "all-states", "states", "states-concerned", "national-authorities"})


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand of a paragraph."""

    doc: str
    lang: str
    adopted: str
    seq: int
    label: str
    pinpoint: str
    text: str
    mandate: Mandate
    stem: bool  # whether sub-paragraphs spell it out
    above: str  # the stem that it completes


def demands(rows: Iterable[tuple[Any, ...]]) -> Iterator[Demand]:
    """The demands of rows in reading order: those whom a text points back to are those named before."""
    stems: dict[str, str] = {}
    before: dict[tuple[str, int], str] = {}  # whom the demand before it in a paragraph addresses
    for _, doc, lang, adopted, seq, label, pinpoint, text, start, end, *facts, below, is_last in _whole(rows):
        verb, lemma, force, binding, chapter_vii, actors, measure, topics, dates = facts
        stems[f"{doc} {label}"] = text
        stem_text = stems.get(f"{doc} {label.rpartition('(')[0]}", "") if "(" in label else ""
        if actors == "[]" and _THEM.match(text[start:]):
            actors = before.get((doc, seq), actors)
        last_asked = before.get((doc, seq), "[]")
        before[doc, seq] = actors if actors != "[]" else last_asked
        if actors == "[]" and UNDER_A_NOUN.match(text[start:end]):
            actors = last_asked  # *Encourages the authorities to reform …, and stresses the importance of …*
        if actors == "[]" and any(_STATES_SHALL.match(words) for words in (text[start:], stem_text)):
            actors = '["states"]'  # *Decides that, for the supply of all items covered by …, States shall*
        if actors == "[]" and EXTENDS.match(text, start, end):
            actors = '["states"]'
        if _ALL_STATES.match(text[start:]) and not any(of in actors for of in STATES):
            actors = '["all-states"]'
        if _NEIGHBOURS.match(text, start, end):
            actors = '["states-concerned"]'
        mandate = Mandate(
            seq, Span(start, end), verb, lemma, force, bool(binding), bool(chapter_vii),
            tuple(json.loads(actors)), measure, tuple(json.loads(topics)),
            tuple(MandateDate(*one) for one in json.loads(dates)),
        )  # fmt: skip
        stem = bool(is_last) and _spelt_out(text, label, below or "")
        yield Demand(doc, lang, adopted, seq, label, pinpoint, text, mandate, stem, stem_text)


# *where the Committee (“the Committee”) determines that entry is justified*: no verb of the Council.
_OF_ANOTHER = re.compile(r"\b(?:Committee|Panel|Group|States?|Government)[”\"’)\s]+$")
_NEAR = 40  # characters
_START, _END, _TEXT = 8, 9, 7


def _whole(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """The rows of demands, those that are no demand of the Council taken into the one before: an exemption is
    not cut where it says who determines it.
    """
    last: tuple[Any, ...] | None = None
    for row in rows:
        start, text = row[_START], row[_TEXT]
        of_another = bool(_OF_ANOTHER.search(text[max(0, start - _NEAR) : start]))
        if last and of_another and (row[0], row[4], start) == (last[0], last[4], last[_END]):
            last = (*last[:_END], row[_END], *last[_END + 1 : -1], row[-1])
            continue
        if last:
            yield last
        last = row
    if last:
        yield last


# *…, and requests that they provide*, *and further encourages them to use*.
_THEM = re.compile(r"\W*(?:[a-z]+\s){1,3}?(?:that\sthey|them\sto)\b")
# *encourages the coordinated action by authorities from neighbouring countries*, not of the country itself.
_NEIGHBOURS = re.compile(
    r"\W*(?:[A-Za-z]+\s){1,3}the\s(?:[a-z]+\s){1,3}(?:by|of)\s(?:the\s|authorities\s(?:from|of)\s)*"
    r"neighbouring\s(?:States|countries)\b"
)
# *Decides also that all States are required to deny any aircraft permission … unless the Committee approves*.
_ALL_STATES = re.compile(
    r"\W*(?:[A-Za-z]+\s){1,3}?that\sall\s(?:Member\s)?States\s(?:shall|must|are\srequired\sto)\b"
)
_STATES_SHALL = re.compile(
    r"\W*(?:(?:Decides|Reaffirms|Recalls|Reiterates)\sthat,[^;:]{1,600}?,|(?:Reaffirms|Recalls|Reiterates)\sits\sdecisions?\b[^;:]{0,80}?\bthat)"
    r"\s(?:all\s)?(?:Member\s)?States(?:,[^;:]{1,600}?,)?\sshall\b"
    # *Decides that States in which there are funds, including any funds of …, shall require all persons …*
    r"|\W*Decides\s(?:also\s|further\s)?that\sStates\s(?:in|which|that|whose|where)\b[^;:]{1,700}?\sshall\b"
)


def _spelt_out(text: str, label: str, below: str) -> bool:
    """Whether a paragraph ends in a colon before sub-paragraphs, which say what it asks."""
    ends = text.rstrip().endswith((":", "：", ": ", "—", "–"))
    return ends and (not below or below.startswith((f"{label}(", "(")))
