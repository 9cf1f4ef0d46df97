"""Whether what a question found answers it at all."""

from __future__ import annotations

import math
from collections.abc import Sequence

from mandex.corpus import glossary
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold, has_words
from mandex.corpus.records import dataclass
from mandex.index.life.standing import Register
from mandex.index.lookup.concepts import Concept
from mandex.index.lookup.never import NOT_MET, SAYS_LITTLE, never_done, places_in
from mandex.index.lookup.scoring import Judgement
from mandex.index.lookup.traces import Traces
from mandex.index.lookup.vocabulary import Kind

LOOKED_AT = 3  # answers
_NAMES = frozenset[Kind]({"name", "body", "country", "resolution", "actor"})
_VOCABULARY = frozenset[Kind]({"topic", "term"})
_THINGS = _NAMES | _VOCABULARY  # that a vocabulary has, beside words of every day
_LOOSELY = frozenset({"byname", "occasion", "document", "topic"})
_MANY = 4  # concepts
_LEAST = 0.05  # score

_NAME = Expression(r"(?<=[\w,;-] )[A-Z]\w+")  # with a capital, though it begins no sentence


@dataclass(frozen=True, slots=True)
class Signs:
    """What each sign counts, by logistic regression over 723 questions on the Council's matters and 560 on
    others.
    """

    score: float = 1.06  # its logarithm: how well the first answer answers
    concepts: float = 1.38  # that are met in one answer, each
    called: float = 2.38  # the whole question is what the world calls the first answer
    together: float = 1.31  # the next answers are of the document of the first: the matter is its own
    unknown: float = -0.52  # no text has anything of the question
    nameless: float = -2.0  # what is written as a name no text has
    unmet: float = -0.64  # the first answer has nothing of it
    missing: float = -1.48  # a thing that a vocabulary names, of which its document has nothing
    stranger: float = -3.84  # a country or place of which its document has nothing
    inside: float = -3.58  # places are only somewhere in its document: a judge comes from there
    loosely: float = -1.26  # a country or place that the first answer itself does not speak of
    unnamed: float = -1.35  # several things are asked for, no country, place, body, group or name
    elsewhere: float = -5.2  # the question speaks of what other bodies decide
    enough: float = 1.5


_SIGNS = Signs()


def answers_it(
    question: str,
    traces: Sequence[Traces],
    best: Sequence[Judgement],
    register: Register,
    *,
    called: float,
    together: float,
    signs: Signs = _SIGNS,
) -> bool:
    """Whether one of the best judgements answers `question`; `called` is the share of its words that the
    bynames of the first have, `together` that of the next answers that are of the document of the first.
    """
    if not best:
        return False
    elsewhere = is_elsewhere(question)
    if not elsewhere and any(one.concept.kind == "resolution" and one.known for one in traces):
        return True
    if never_done(question, traces, best[0], register):
        return False
    places = places_in(traces)
    first = [where for _, where in best[0].met]
    telling = [number for number, one in enumerate(traces) if one.concept.kind not in SAYS_LITTLE]
    telling = telling or list(range(len(traces)))
    total = sum(traces[number].weight for number in telling) or 1.0
    unknown = sum(traces[number].weight for number in telling if not traces[number].known)
    unmet = sum(traces[number].weight for number in telling if first[number] in NOT_MET)
    met = max(sum(one.met[number][1] not in NOT_MET for number in telling) for one in best[:LOOKED_AT])
    evidence = (
        signs.score * math.log(max(_LEAST, best[0].score))
        + signs.concepts * min(met, _MANY)
        + signs.called * called
        + signs.together * together
        + signs.unknown * unknown / total
        + signs.nameless * _has_unknown_name(question, traces)
        + signs.unmet * unmet / total
        + signs.missing * any(not first[n] and traces[n].concept.kind in _THINGS for n in telling)
        + signs.stranger * any(not first[number] for number in places)
        + signs.inside * (bool(places) and all(first[number] == "document" for number in places))
        + signs.loosely * any(first[number] in _LOOSELY for number in places)
        + signs.unnamed * _names_nothing([traces[number].concept for number in telling])
        + signs.elsewhere * elsewhere
    )
    return evidence >= signs.enough


def _has_unknown_name(question: str, traces: Sequence[Traces]) -> bool:
    """Whether no text has what is written as a name: *Marseille*, 昆明."""
    unknown = [one.concept for one in traces if one.concept.kind == "word" and not one.known]
    names = {fold(name) for name in _NAME.findall(question)}
    # A Chinese word that no dictionary says in other words.
    return any(
        one.said in names or (one.wordings == (one.said,) and not one.said.isascii()) for one in unknown
    )


def _names_nothing(asked: Sequence[Concept]) -> bool:
    """Whether no country, place, body, group or name is asked for, nor one thing of our vocabulary alone."""
    alone = len(asked) == 1 and asked[0].kind in _VOCABULARY
    return not alone and all(one.kind not in _NAMES for one in asked)


def is_elsewhere(question: str) -> bool:
    """Whether a question speaks of what other bodies decide, or nobody: *EU GDPR*, 人民币汇率."""
    folded = fold(question)
    # Sought one by one: an expression of all of them takes longer to compile than a lookup has.
    return any(has_words(folded, words) for words in glossary.elsewhere())
