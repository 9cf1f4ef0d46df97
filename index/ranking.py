"""Ranking for mandate lookup: by what a paragraph demands, not by what it mentions.

A paragraph is judged by how much of the question it covers. What stands at the head of a demand counts more
than what stands at its end; what its stem says, and what its document is about, counts almost as much as
its own words, since *the measures imposed by paragraph 9* of a resolution on Yemen are measures on Yemen.
Over that stand force (who decides demands more than who notes), the weight that later resolutions give a
paragraph by citing it, and the wish of the question: what was established, ended, or is the latest.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mandex.corpus.model import Force, Kind, Mandate
from mandex.index.evidence import Traces
from mandex.index.question import Wish

FORCE: Mapping[Force, float] = {
    "decide": 1.0, "demand": 0.95, "authorize": 1.0, "request": 0.85, "call": 0.85,
    "urge": 0.8, "encourage": 0.7, "recommend": 0.8, "note": 0.45,
}  # fmt: skip
KIND: Mapping[Kind, float] = {
    "operative": 0.45, "preambular": 0.3, "annex": 0.35, "body": 0.3, "title": 0.2, "heading": 0.15,
    "footnote": 0.15, "signature": 0.1,
}  # fmt: skip

# What looks back instead of demanding anew.
_LOOKS_BACK = re.compile(
    r"\b(?:reaffirm|recall|reiterat|measures (?:imposed|specified|referred|set out|in paragraph)"
    r"|as set out in|imposed (?:by|in)|established (?:by|pursuant|in)|extended by|renewed? )"
    r"|重申|回顾|规定的措施|所设|所规定"
)
_NAMES_RESOLUTION = re.compile(r"resolutions? \d{3,4} \(\d{4}\)|第\d{3,4}\(\d{4}\)")
_ESTABLISHES = re.compile(
    r"\b(?:decides? to (?:re-)?establish|decides? to (?:set up|create)|decides?\b.{0,120}?\bto establish"
    r"|requests the secretary-general\b.{0,90}?\bto (?:create|establish|appoint)"
    r"|authori[sz]es\b.{0,60}?\bthe establishment)|(?:决定|授权|请秘书长).{0,40}?(?:设立|成立|建立|组建)"
)
_ENDS = re.compile(
    r"\b(?:decides? .{0,40}?to (?:terminate|lift|end|dissolve|close|conclude)"
    r"|shall (?:be terminated|cease|end)|fulfilled its mandate|final time|no longer apply|terminat)"
    r"|终止|解除|结束|取消|撤销"
)
_RENEWS = re.compile(
    r"\b(?:decides? .{0,60}?(?:extend|renew|prolong)|will continue to operate|shall be extended"
    r"|extend(?:s|ed)? )"
    r"|决定.{0,60}?(?:延长|延至|延期|展延|续延|继续)|延长至|延至"
)
_HEAD = 160  # folded characters: where a demand says what it is about
_MIDDLE = 320
_CHINESE_DENSITY = 3  # a Chinese character says about as much as three Latin ones


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph to be judged. `stems` are the row numbers of the paragraphs that it hangs under.

    `about` is what its document is about, folded: title, then agenda item. `cited` and `cited_here` count
    the documents that cite the document, and this paragraph of it.
    """

    id: int
    doc: int
    number: int | None
    year: int | None
    date: str
    chinese: bool
    kind: Kind
    label: str
    text: str  # folded
    stems: tuple[int, ...]
    stem_text: str  # folded
    title: str
    agenda: str
    share: int  # how many paragraphs the document has
    mandates: tuple[Mandate, ...]
    cited: int = 0
    cited_here: int = 0


@dataclass(frozen=True, slots=True)
class Judgement:
    """A score, and where each concept was met: `text`, `stem`, `topic`, `title`, `document` or nowhere."""

    score: float
    met: tuple[tuple[str, str], ...]


def judge(
    candidate: Candidate,
    traces: Sequence[Traces],
    wishes: frozenset[Wish],
    numbers: frozenset[int],
    newest: int,
) -> Judgement:
    """How well a paragraph answers; only comparable among candidates for the same question."""
    covered, met = _coverage(candidate, traces)
    force = max((FORCE[m.force] for m in candidate.mandates), default=KIND[candidate.kind])
    if candidate.kind != "operative":
        force = min(force, KIND[candidate.kind])
    bonus = _standing_among_others(candidate) + _wish(candidate, wishes, newest)
    if "end" not in wishes and not ("latest" in wishes and _RENEWS.search(candidate.text[:250])):
        bonus -= _looking_back(candidate)
    if candidate.number in numbers:
        bonus += 0.3
    return Judgement(covered**1.5 * math.sqrt(force) * (1 + bonus), met)


def _coverage(candidate: Candidate, traces: Sequence[Traces]) -> tuple[float, tuple[tuple[str, str], ...]]:
    total = sum(one.weight for one in traces)
    covered = 0.0
    met = []
    for one in traces:
        own, place = _own(candidate, one)
        around, where = _around(candidate, one)
        covered += one.weight * min(1.12, max(own, around) + 0.12 * min(own, around))
        met.append((one.concept.said, place if own >= around else where))
    return covered / total if total else 0.0, tuple(met)


def _own(candidate: Candidate, one: Traces) -> tuple[float, str]:
    """How far the paragraph, or the stem it hangs under, speaks of a concept."""
    if candidate.id in one.said:
        return _at_head(candidate, one) * (0.8 if candidate.kind == "preambular" else 1.0), "text"
    if not one.said.isdisjoint(candidate.stems):
        return 0.7, "stem"
    if candidate.id in one.classed:
        return 0.6, "topic"
    return 0.0, ""


def _at_head(candidate: Candidate, one: Traces) -> float:
    match = one.pattern.search(candidate.text)
    place = (match.start() if match else _MIDDLE) * (_CHINESE_DENSITY if candidate.chinese else 1)
    return 1.0 if place < _HEAD else 0.9 if place < _MIDDLE else 0.72


def _around(candidate: Candidate, one: Traces) -> tuple[float, str]:
    """How far the document is about a concept: by title, agenda item, or how often it speaks of it."""
    times = one.documents.get(candidate.doc, 0)
    focus = min(0.55, 0.12 + 3.3 * times / candidate.share) if times else 0.0
    names = one.concept.kind in ("country", "body")
    if one.pattern.search(candidate.title):
        return max(focus, 0.8 if names else 0.78), "title"
    if one.pattern.search(candidate.agenda):
        return max(focus, 0.75 if names else 0.62), "title"
    return focus, "document" if focus else ""


def _standing_among_others(candidate: Candidate) -> float:
    """What later resolutions go back to weighs more."""
    of_document = math.log1p(candidate.cited) / math.log(200)
    of_paragraph = min(1.0, math.log1p(candidate.cited_here) / math.log(20))
    return 0.14 * of_document + 0.14 * of_paragraph


def _looking_back(candidate: Candidate) -> float:
    back = 0.12 if _LOOKS_BACK.search(candidate.text[:250]) else 0.0
    return back + min(0.08, 0.02 * len(_NAMES_RESOLUTION.findall(candidate.text)))


def _wish(candidate: Candidate, wishes: frozenset[Wish], newest: int) -> float:
    bonus = 0.0
    head = candidate.text[:300]
    if "establish" in wishes and _ESTABLISHES.search(head):
        bonus += 0.25
    if "end" in wishes and _ENDS.search(head):
        bonus += 0.2
    if wishes & {"latest"} and not wishes & {"establish", "end"} and _RENEWS.search(head):
        age = max(0, newest - (candidate.number or 0))
        bonus += 0.2 + 0.25 * max(0.0, 1 - age / 1500)
    return bonus
