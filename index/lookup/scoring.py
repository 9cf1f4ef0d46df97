"""Ranking for mandate lookup: by what a paragraph demands, not by what it mentions.

A paragraph is judged demand by demand, by how much of the question each covers. Words at the head of a
demand count more than words at its end, and those more than words beside it; what the stem of a
sub-paragraph says, and what the document is about, counts almost as much, since *the measures imposed by
paragraph 9* of a resolution on Yemen are measures on Yemen. Over that stand force (who decides demands more
than who notes), the weight that later resolutions give a paragraph by citing it, and the wish of the
question: what was established, ended, or is the latest.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mandex.corpus.acts import Act, performed
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import is_chinese
from mandex.corpus.model import Force, Kind, Mandate, Span
from mandex.corpus.records import dataclass
from mandex.index.lookup.concepts import Concept
from mandex.index.lookup.question import Question
from mandex.index.lookup.traces import Traces
from mandex.index.lookup.weights import WEIGHTS, Weights
from mandex.index.lookup.wishes import Wish
from mandex.index.search.occasions import Called

FORCE: Mapping[Force, float] = {
    "decide": 1.0, "demand": 1.0, "authorize": 1.0, "request": 0.85, "call": 0.85, "urge": 0.8,
    "encourage": 0.7, "recommend": 0.85, "note": 0.55,
}  # fmt: skip
KIND: Mapping[Kind, float] = {
    "operative": 0.45, "preambular": 0.2, "annex": 0.2, "body": 0.2, "title": 0.15, "heading": 0.1,
    "table": 0.15, "footnote": 0.15, "signature": 0.1,
}  # fmt: skip
STATED = 0.35


_ABOUT = 0.45  # from here on a document counts as being on a matter
_REQUIRED = frozenset({"country", "body"})
_SAYS_LITTLE = frozenset({"plain", "wish"})
_HEAD = 220  # characters of a demand
_MIDDLE = 400
_NEAR = 120
_CHINESE_DENSITY = 3  # a Chinese character says about as much as three Latin ones

# What looks back instead of demanding anew.
_LOOKS_BACK = Expression(
    r"\b(?:reaffirm|recall|reiterat|measures (?:imposed|specified|referred|set out|in paragraph)"
    r"|as set out in|imposed (?:by|in)|established (?:by|pursuant|in)|extended by|renewed? )"
    r"|重申|回顾|规定的措施|所设|所规定"
)
_NAMES_RESOLUTION = Expression(r"resolutions? \d{3,4} \(\d{4}\)|第\d{3,4}\(\d{4}\)")
_OBLIGES = Expression(
    r"^(?:\W*further|\W*also)*\W*that\b.{0,150}\bshall\b|^.{0,60}(?:应|不得)"
    r"|\bshall\b.{0,40} by (?:all )?(?:member )?states\b|^\W*all (?:member )?states to\b"
)
# *Decides that all States shall take the following measures:*, *Reaffirms its decision … that*, 重申…决定
_DECIDES = Expression(r"^\W*(?:decides|reaffirms its decision|决定|重申.{0,30}决定)")
_EXEMPTS = Expression(
    r"\b(?:shall|do|does|will) not apply|\bwithout prejudice to the obligations|exempt(?:ion|ed)"
    r"|except(?:ion|ed)? |不适用|豁免|不影响.{0,40}义务|例外|不受.{0,12}限制"
)
_REPORTS = Expression(
    r"\b(?:to |shall )?(?:report|brief|inform|update|submit|provide)\b.{0,120}?"
    r"\b(?:council|report|update|recommendations)|报告|通报"
)
# *Decides to review on a regular basis the implementation*, 决定不断审查: what is to be looked at again.
_REVIEWS = Expression(
    r"^\W*(?:decides|expresses its intent\w*|affirms|undertakes)\b.{0,80}\b(?:re-?view|consider)\b"
    r"|^\W*(?:还|又)?(?:决定|打算|申明).{0,30}(?:审查|审议)"
)
# Points that say to whom measures apply: *individuals and entities designated by the Committee as: (c) …*.
_CRITERIA = Expression(
    r"\bdesignat|\b(?:individuals|persons)\b.{0,80}\b(?:responsible for|engag\w+ in|meeting|complicit)"
    r"|指认|列名标准"
)
_ASKS_WHOM = Expression(r"\b(?:criteri|designat|list(?:ed|ing)|who can be|sanction)|标准|指认|列名|制裁|名单")
_APPOINTS = Expression(r"\brequests? the secretary-general\b.{0,90}?\bto appoint|秘书长.{0,40}?任命")
_LAST = Expression(r"\bfinal time\b|最后一次")
# The acts of `corpus.acts` that each wish of a question is for.
_ESTABLISH = frozenset[Act]({"establishes"})
_END = frozenset[Act]({"ends", "lifts"})
_RENEW = frozenset[Act]({"extends", "continues"})
_AFTERWARDS = frozenset[Wish]({"latest", "end"})  # what founded a thing is not what is asked then


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph to be judged. `stems` are the row numbers of the paragraphs that it hangs under.

    `title` and `agenda` say what its document is about. `cited` and `cited_here` count the documents that
    cite the document, and this paragraph of it; `lays_down` says how far it founds a body or imposes a
    measure, `imposes` of which kinds, `countries` are those in the title, `called` says how its bynames fit
    the question, `rendered` what `lookup.rendered` adds to the logarithm of its score. Texts are folded, one
    character for one.
    """

    id: int
    doc: int
    number: int | None
    year: int | None
    date: str
    chinese: bool
    kind: Kind
    label: str
    text: str
    stems: tuple[int, ...]
    stem_text: str
    title: str
    agenda: str
    share: int  # how many paragraphs the document has
    mandates: tuple[Mandate, ...]
    cited: int = 0
    cited_here: int = 0
    lays_down: float = 0.0
    imposes: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    called: Called = Called()
    rendered: float = 0.0
    statement: bool = False  # by the President of the Council


@dataclass(frozen=True, slots=True)
class Judgement:
    """A score, the demand that earned it, and where each concept was met.

    `covered` is how much of the question is met, 1 for all of it at the head of the demand; `rendered` is the
    factor that the score has for the Council's words. The places are `demand`, `text`, `stem`, `topic`,
    `byname`, `title`, `occasion`, `document`, or nothing where it is not met.
    """

    score: float
    mandate: Mandate | None
    met: tuple[tuple[str, str], ...]
    covered: float = 0.0
    rendered: float = 1.0


def judge(
    candidate: Candidate,
    traces: Sequence[Traces],
    question: Question,
    newest: int,
    weights: Weights = WEIGHTS,
) -> Judgement:
    """How well a paragraph answers; scores compare only among candidates for the same question.

    `newest` is the highest resolution number among them.
    """
    around = [_around(candidate, one, weights) for one in traces]
    starts = [_starts(candidate, one) for one in traces]
    whole = _whole(candidate)
    worded, itself = _worded(candidate, question, weights)
    in_english = not is_chinese(question.text)
    best: Judgement | None = None
    for mandate in candidate.mandates or (None,):
        span = mandate.at if mandate else whole
        covered, met, bonus = _coverage(candidate, traces, starts, around, span, mandate, weights)
        force = FORCE[mandate.force] if mandate else _force_of_none(candidate)
        if candidate.kind != "operative":
            force = min(force, _force_of_kind(candidate))
        bonus += _signs(candidate, mandate, span, question, newest, weights)
        score = covered**weights.coverage * force**weights.force * max(0.1, 1 + bonus)
        score *= 1 + weights.called * candidate.called.fit + worded
        if in_english:
            score *= math.exp(weights.said_itself * itself + _loosely_met(traces, met, weights))
        if best is None or score > best.score:
            best = Judgement(score, mandate, met, covered)
    assert best is not None
    return rendering_too(best, candidate.rendered)


def rendering_too(judgement: Judgement, rendered: float) -> Judgement:
    """A judgement with what it adds that the Council's words render those of the question so well: to every
    demand of the paragraph alike.
    """
    factor = math.exp(rendered)
    return replace(judgement, score=judgement.score * factor, rendered=factor)


def _loosely_met(traces: Sequence[Traces], met: Sequence[tuple[str, str]], weights: Weights) -> float:
    """What is lost where only bynames have what is asked for, or nothing has."""
    telling = [
        (one.weight, place)
        for one, (_, place) in zip(traces, met, strict=True)
        if one.concept.kind not in _SAYS_LITTLE
    ]
    total = sum(weight for weight, _ in telling) or 1.0
    called = sum(weight for weight, place in telling if place == "byname")
    return weights.only_called * called / total + weights.unmet * sum(not place for _, place in telling)


def _worded(candidate: Candidate, question: Question, weights: Weights) -> tuple[float, float]:
    """What the question's own words add that the paragraph has (others of our vocabulary may mean more), and
    the share of them that it has itself. A measure asked for alone is imposed in whatever words: then they
    add nothing.
    """
    if len(question.concepts) == 1:
        return 0.0, 0.0
    around = f" {candidate.stem_text} {candidate.title} {candidate.agenda}"
    itself = f" {candidate.text}"
    total = there = here = 0.0
    for term, weight in question.words:
        total += weight
        if term in candidate.called.terms or _begins_word(term, itself):
            here += weight
        elif _begins_word(term, around):
            there += weight
    if not total:
        return 0.0, 0.0
    return (weights.worded * (here + there) + weights.worded_itself * here) / total, here / total


def _begins_word(term: str, text: str) -> bool:
    """Whether a word of the text begins so; in Chinese anywhere."""
    return (f" {term}" if term.isascii() else term) in text


def _force_of_none(candidate: Candidate) -> float:
    """The force of what demands nothing by itself: points of a decision have that of their stem."""
    if candidate.kind == "operative" and _DECIDES.search(candidate.stem_text):
        return FORCE["decide"]
    return _force_of_kind(candidate)


def _force_of_kind(candidate: Candidate) -> float:
    """What the President states says more than what a report tells."""
    return STATED if candidate.statement and candidate.kind == "body" else KIND[candidate.kind]


def _whole(candidate: Candidate) -> Span:
    return Span(0, len(candidate.text))


def _starts(candidate: Candidate, one: Traces) -> tuple[int, ...]:
    """Where a concept stands in the paragraph; none where it does not."""
    if candidate.id not in one.said:
        return ()
    found = tuple(match.start() for match in one.pattern.finditer(candidate.text))
    return found or (len(candidate.text),)


Met = tuple[float, str]


def _coverage(
    candidate: Candidate, traces: Sequence[Traces], starts: Sequence[tuple[int, ...]], around: Sequence[Met],
    span: Span, mandate: Mandate | None, weights: Weights,
) -> tuple[float, tuple[tuple[str, str], ...], float]:  # fmt: skip
    """How much of the question is met, what of it where, and what speaks for the demand that has it there."""
    total = sum(one.weight for one in traces) or 1.0
    covered = early = title_too = 0.0
    met = []
    for one, places, (about, where) in zip(traces, starts, around, strict=True):
        own, place = _own(candidate, one, places, span, mandate, weights)
        extra = weights.both * min(own, about)
        if len(traces) == 1 and place == "topic":
            own = max(own, weights.topic_alone)
        if len(traces) == 1 and own > about >= _ABOUT:
            extra += weights.theme
        called = (candidate.number, candidate.label) in one.filed
        if called and place != "byname":
            extra += weights.byname_too
        if place == "demand":
            extra += weights.literal * (one.concept.said in candidate.text)
            early += one.weight * _nearness(candidate, places, span)
        if where == "title" and (place == "demand" or one.concept.kind in _REQUIRED):
            title_too += one.weight
        covered += one.weight * (max(own, about) + extra)
        met.append((one.concept.said, place if own >= about else where))
    known_as = any(candidate.number in one.numbers for one in traces if one.concept.kind == "name")
    missed = not known_as and any(
        one.concept.kind in _REQUIRED and one.known and not where
        for one, (_, where) in zip(traces, met, strict=True)
    )
    covered *= 1 - weights.required * missed
    if any(
        one.concept.kind == "month" and one.said and not where
        for one, (_, where) in zip(traces, met, strict=True)
    ):
        covered *= 1 - weights.until
    if any(one.concept.kind == "year" and not where for one, (_, where) in zip(traces, met, strict=True)):
        covered *= 1 - weights.dated
    bonus = (weights.early * early + weights.title_too * title_too) / total
    bonus += weights.whole * all(
        where == "demand" or (where == "title" and one.concept.kind in _REQUIRED)
        for one, (_, where) in zip(traces, met, strict=True)
    )
    return max(0.05, covered / total), tuple(met), bonus


def _nearness(candidate: Candidate, places: tuple[int, ...], span: Span) -> float:
    """How near to its verb a demand speaks of a concept, from 1 to 0."""
    first = min(place for place in places if span.start <= place < span.end) - span.start
    return math.exp(-first * (_CHINESE_DENSITY if candidate.chinese else 1) / _NEAR)


def _own(
    candidate: Candidate, one: Traces, places: tuple[int, ...], span: Span, mandate: Mandate | None,
    weights: Weights,
) -> Met:  # fmt: skip
    """How far a demand, or the stem it hangs under, speaks of a concept."""
    if one.concept.kind == "year":
        return 0.0, ""
    density = _CHINESE_DENSITY if candidate.chinese else 1
    inside = [(place - span.start) * density for place in places if span.start <= place < span.end]
    if inside:
        first = min(inside)
        return (
            weights.head if first < _HEAD else weights.middle if first < _MIDDLE else weights.tail,
            "demand",
        )
    if one.concept.topic in candidate.imposes:
        return weights.head, "topic"
    if (candidate.number, candidate.label) in one.filed:
        return weights.byname, "byname"
    if not one.said.isdisjoint(candidate.stems):
        return weights.stem, "stem"
    if places:
        return weights.beside, "text"
    if mandate and one.concept.topic and one.concept.topic in mandate.topics:
        return weights.topic_itself if one.concept.kind == "topic" else weights.topic, "topic"
    return 0.0, ""


def _around(candidate: Candidate, one: Traces, weights: Weights) -> Met:
    """How far the document is about a concept: by title, agenda item, or by how often it speaks of it."""
    if one.concept.kind == "year":
        return (1.0, "date") if candidate.year == int(one.concept.said) else (0.0, "")
    times = one.documents.get(candidate.doc, 0)
    focus = min(weights.focus, 0.12 + 3.3 * times / candidate.share) if times else 0.0
    if candidate.number in one.numbers and one.concept.kind == "resolution":
        return weights.own, "title"
    # The world's word counts where the document itself has it nowhere.
    known = weights.occasion * one.tells if candidate.number in one.occasions and not times else 0.0
    if candidate.number in one.numbers or one.names(candidate.title):
        return max(focus, weights.title), "title"
    if one.names(candidate.agenda):
        return max(focus, known, weights.agenda), "title"
    if known > focus:
        return known, "occasion"
    return focus, "document" if focus else ""


def _signs(
    candidate: Candidate,
    mandate: Mandate | None,
    span: Span,
    question: Question,
    newest: int,
    weights: Weights,
) -> float:
    """What speaks for a demand, or against it, whatever it is about."""
    demand = candidate.text[span.start : span.end]
    wishes = question.wishes
    bonus = weights.cited * math.log1p(candidate.cited) / math.log(200)
    bonus += weights.cited_here * min(1.0, math.log1p(candidate.cited_here) / math.log(20))
    if candidate.number in question.numbers:
        bonus += weights.numbered
    if question.place and question.place.is_at(candidate.number, candidate.label):
        bonus += weights.placed / (1 if candidate.label == question.place.label else 2)
    bonus += max((_known_as(candidate, c, question, weights) for c in question.concepts), default=0.0)
    if candidate.number is None and not candidate.statement:
        bonus -= weights.unadopted
    if candidate.countries and not question.somewhere:
        bonus -= weights.elsewhere
    if not wishes & _AFTERWARDS:
        bonus += weights.lays_down * candidate.lays_down
        bonus += weights.imposes * any(c.topic in candidate.imposes for c in question.concepts)
    if (
        "(" in candidate.label
        and _CRITERIA.search(candidate.stem_text)
        and not _ASKS_WHOM.search(question.text.lower())
    ):
        bonus -= weights.criteria
    if mandate is None:
        return bonus
    topics = {concept.topic for concept in question.concepts if concept.topic}
    if topics:
        bonus += weights.classed * len(topics.intersection(mandate.topics)) / len(topics)
    if _OBLIGES.search(candidate.stem_text + " " + mandate.measure.lower()):
        bonus += weights.obliges
    if candidate.label.isdigit():
        bonus += weights.opening / int(candidate.label)
    bonus -= _against(candidate, mandate, demand, question, weights)
    if question.admission and mandate.force == "recommend":
        bonus += weights.admits
    act = performed(demand) if wishes else None
    if "establish" in wishes and (act in _ESTABLISH or _APPOINTS.search(demand[:200])):
        return bonus + weights.establishes
    if "end" in wishes and (act in _END or _LAST.search(demand[:250])):
        return bonus + weights.ends
    age = max(0, newest - (candidate.number or 0)) / 1500
    if "latest" in wishes and act in _RENEW:
        return bonus + weights.renews + weights.recent * max(0.0, 1 - age)
    return bonus + weights.original * min(1.0, age)


def _known_as(candidate: Candidate, concept: Concept, question: Question, weights: Weights) -> float:
    """Whether a name stands for this resolution: the fewer it stands for the more, most of all the first."""
    if concept.kind not in ("name", "body") or candidate.number not in concept.numbers:
        return 0.0
    founding = candidate.number == concept.first and not question.wishes & _AFTERWARDS
    first = weights.first_known * founding
    return weights.known_as / math.sqrt(len(concept.numbers)) + first


def _against(
    candidate: Candidate, mandate: Mandate, demand: str, question: Question, weights: Weights
) -> float:
    """A demand that goes back to another, that exempts or that only reports is seldom the one asked for."""
    asked = {concept.topic for concept in question.concepts}
    against = 0.0
    if not question.wishes & {"end", "latest"}:
        against += weights.looks_back * bool(_LOOKS_BACK.search(demand[:250]))
        against += weights.names * min(4, len(_NAMES_RESOLUTION.findall(demand)))
    if "exemptions" not in asked and _EXEMPTS.search(candidate.stem_text + " " + demand[:300]):
        against += weights.exempts
    if "reporting" not in asked and _asks_for_reports(mandate, demand):
        against += weights.reports
    if _REVIEWS.search(demand[:200]):
        against += weights.reviews
    return against


def _asks_for_reports(mandate: Mandate, demand: str) -> bool:
    asks = "reporting" in mandate.topics or mandate.force == "request"
    return asks and bool(_REPORTS.search(demand[:300]))
