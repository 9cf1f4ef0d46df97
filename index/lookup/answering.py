"""Whether what a question found answers it at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mandex.corpus import glossary
from mandex.corpus.fold import fold, has_words
from mandex.corpus.records import dataclass
from mandex.index.lookup.scoring import Judgement
from mandex.index.lookup.traces import Traces
from mandex.index.lookup.vocabulary import Kind

_LOOKED_AT = 5  # answers
_MET: Mapping[str, float] = {
    "demand": 1.0, "text": 1.0, "stem": 1.0, "title": 1.0, "date": 1.0, "occasion": 1.0, "byname": 1.0,
    "topic": 0.8, "document": 0.5,
}  # fmt: skip
_SAYS_LITTLE = frozenset[Kind]({"plain", "wish", "year"})
_ANCHORS = frozenset[Kind]({"name", "body", "country", "resolution", "actor"})
_VOCABULARY = _ANCHORS | frozenset[Kind]({"topic", "term"})
_MANY = 4  # concepts
_ASTRAY = 0.1  # of the weight of what matters


@dataclass(frozen=True, slots=True)
class Signs:
    """What each sign counts, by logistic regression over 400 questions on the Council's matters and 125 on
    others. Shares are of the weight of what matters in the question.
    """

    met: float = 3.2
    vocabulary: float = 2.7  # met, of concepts that our vocabulary has
    anchors: float = 2.2  # met, of countries, bodies, groups and names
    concepts: float = 0.54  # of the vocabulary that are met, each
    unknown: float = -4.8  # what no text has
    elsewhere: float = -5.0  # the question speaks of what other bodies decide
    enough: float = 2.5


_SIGNS = Signs()


def answers_it(
    question: str, traces: Sequence[Traces], best: Sequence[Judgement], signs: Signs = _SIGNS
) -> bool:
    """Whether one of the best judgements answers `question`."""
    if any(one.concept.kind == "resolution" and one.known for one in traces):
        return bool(best)
    telling = [number for number, one in enumerate(traces) if one.concept.kind not in _SAYS_LITTLE]
    telling = telling or list(range(len(traces)))
    total = sum(traces[number].weight for number in telling) or 1.0
    unknown = sum(traces[number].weight for number in telling if not traces[number].known) / total
    if min((_missed(traces, telling, one) / total for one in best[:_LOOKED_AT]), default=0.0) > _ASTRAY:
        return False
    evidence = signs.unknown * unknown + signs.elsewhere * is_elsewhere(question)
    met = (_evidence(traces, telling, total, one, signs) for one in best[:_LOOKED_AT])
    return evidence + max(met, default=0.0) >= signs.enough


def _missed(traces: Sequence[Traces], telling: Iterable[int], judgement: Judgement) -> float:
    """The weight of the countries, bodies, groups and names that are met nowhere: where each of the best
    answers lacks one, it is about somebody else. Of 405 questions that the Council answers none is such.
    """
    return sum(
        traces[number].weight
        for number in telling
        if traces[number].concept.kind in _ANCHORS and not _MET.get(judgement.met[number][1])
    )


def _evidence(
    traces: Sequence[Traces], telling: Iterable[int], total: float, judgement: Judgement, signs: Signs
) -> float:
    met = vocabulary = anchors = 0.0
    concepts = 0
    for number in telling:
        kind, weight = traces[number].concept.kind, traces[number].weight / total
        share = _MET.get(judgement.met[number][1], 0.0)
        met += weight * share
        if kind in _VOCABULARY:
            vocabulary += weight * share
            concepts += share == 1.0
        if kind in _ANCHORS:
            anchors += weight * (share == 1.0)
    return (
        signs.met * met
        + signs.vocabulary * vocabulary
        + signs.anchors * anchors
        + signs.concepts * min(concepts, _MANY)
    )


def is_elsewhere(question: str) -> bool:
    """Whether a question speaks of what other bodies decide, or nobody: *EU GDPR*, 人民币汇率."""
    folded = fold(question)
    # Sought one by one: an expression of all of them takes longer to compile than a lookup has.
    return any(has_words(folded, words) for words in glossary.elsewhere())
