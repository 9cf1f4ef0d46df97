"""Whether what a question found answers it at all."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from mandex.corpus import glossary
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold, has_words
from mandex.corpus.frequency import rarity
from mandex.corpus.records import dataclass
from mandex.index.life.standing import Register
from mandex.index.lookup.concepts import Concept
from mandex.index.lookup.never import NOT_MET, SAYS_LITTLE, never_done, places_in
from mandex.index.lookup.scoring import Candidate, Judgement
from mandex.index.lookup.traces import Traces
from mandex.index.lookup.vocabulary import Kind
from mandex.index.text.terms import STOP_WORDS, terms

LOOKED_AT = 3  # answers
_NAMES = frozenset[Kind]({"name", "body", "country", "resolution", "actor"})
_VOCABULARY = frozenset[Kind]({"topic", "term"})
_THINGS = _NAMES | _VOCABULARY  # that a vocabulary has, beside words of every day
_LOOSELY = frozenset({"byname", "occasion", "document", "topic"})
_LEAST = 0.05  # score
_NOTHING_SAID = frozenset[Kind]({"wish", "year", "month", "resolution", "pair"})  # how rare tells nothing

_WORD = re.compile("[a-z]+")
_NAME = Expression(r"(?<=[\w,;-] )[A-Z]\w+")  # with a capital, though it begins no sentence


@dataclass(frozen=True, slots=True)
class Signs:
    """What each sign counts, by logistic regression over 797 questions on the Council's matters and 384 on
    others that `never` and `together` leave.
    """

    score: float = 0.67  # its logarithm: how well the first answer answers
    rare: float = 0.28  # how rare in general language is what the first answer has, each thing
    called: float = 1.62  # the whole question is what the world calls the first answer
    worded: float = 0.93  # the first answer has the question's own words, the rarer the more
    together: float = 0.89  # the next answers are of the document of the first: the matter is its own
    unknown: float = -2.45  # no text has anything of the question
    nameless: float = -2.55  # what is written as a name no text has
    missing: float = -1.14  # a thing that a vocabulary names, of which its document has nothing
    stranger: float = -2.42  # a country or place of which its document has nothing
    inside: float = -0.66  # places are only somewhere in its document: a judge comes from there
    loosely: float = -1.04  # a country or place that the first answer itself does not speak of
    abroad: float = -1.44  # the title of its document names other countries only
    undated: float = -1.24  # a year is named in which it was not adopted
    unnamed: float = -1.66  # several things are asked for, no country, place, body, group or name
    elsewhere: float = -3.97  # the question speaks of what other bodies decide
    enough: float = 0.98  # .15 above the fit: a wrong answer costs more than a refusal


_SIGNS = Signs()


@dataclass(frozen=True, slots=True)
class Fit:
    """How the first answer fits, beside what it meets: the share of the question's words that its bynames
    have (`called`) and that it has itself or in its title (`worded`, the rarer the more), the share of the
    next answers that are of its document, and whether its title names other countries only.
    """

    called: float = 0.0
    worded: float = 0.0
    together: float = 0.0
    abroad: bool = False


def answers_it(
    question: str,
    traces: Sequence[Traces],
    best: Sequence[Judgement],
    register: Register,
    fit: Fit,
    *,
    signs: Signs = _SIGNS,
) -> bool:
    """Whether the first of the best judgements answers `question`, as well as it fits."""
    if not best:
        return False
    elsewhere = is_elsewhere(question)
    if not elsewhere and _is_of_its_resolution(traces, best[0]):
        return True
    if never_done(question, traces, best[0], register):
        return False
    places = places_in(traces)
    first = [where for _, where in best[0].met]
    telling = [number for number, one in enumerate(traces) if one.concept.kind not in SAYS_LITTLE]
    telling = telling or list(range(len(traces)))
    total = sum(traces[number].weight for number in telling) or 1.0
    unknown = sum(traces[number].weight for number in telling if not traces[number].known)
    evidence = (
        signs.score * math.log(max(_LEAST, best[0].score / best[0].rendered))
        + signs.rare * sum(rarities(traces, [where not in NOT_MET for where in first]))
        + signs.called * fit.called
        + signs.worded * fit.worded
        + signs.together * fit.together
        + signs.unknown * unknown / total
        + signs.nameless * _has_unknown_name(question, traces)
        + signs.missing * any(not first[n] and traces[n].concept.kind in _THINGS for n in telling)
        + signs.stranger * any(not first[number] for number in places)
        + signs.inside * (bool(places) and all(first[number] == "document" for number in places))
        + signs.loosely * any(first[number] in _LOOSELY for number in places)
        + signs.abroad * fit.abroad
        + signs.undated * any(one.concept.kind == "year" and not first[n] for n, one in enumerate(traces))
        + signs.unnamed * _names_nothing([traces[number].concept for number in telling])
        + signs.elsewhere * elsewhere
    )
    return evidence >= signs.enough


def fit_of(traces: Sequence[Traces], called: float, first: Candidate, symbols: Sequence[str]) -> Fit:
    """How the first of some answers, which are of these documents, fits."""
    asked = {one.concept.id for one in traces if one.concept.kind == "country"}
    itself = f" {first.text} {first.stem_text} {first.title} {first.agenda} "
    words = first.called.terms.union(term for term in terms(itself) if term.isascii())
    worded = sum(rarities(traces, [_is_worded(one.concept.said, itself, words) for one in traces]))
    total = sum(rarities(traces, [True] * len(traces)))
    return Fit(
        called,
        worded / total if total else 0.0,
        symbols[1:].count(symbols[0]) / (LOOKED_AT - 1),
        bool(asked) and bool(first.countries) and asked.isdisjoint(first.countries),
    )


def _is_worded(said: str, text: str, words: frozenset[str]) -> bool:
    """Whether a text, or the words for it, have what is said in these very words."""
    return (not said.isascii() and said in text) or words.issuperset(terms(said) or ("?",))


def rarities(traces: Sequence[Traces], counted: Sequence[bool]) -> Iterator[float]:
    """How rare in general language those of the concepts are that are counted."""
    for one, counts in zip(traces, counted, strict=True):
        if counts and one.concept.kind not in _NOTHING_SAID:
            yield _rarity(one.concept.said)


def _rarity(said: str) -> float:
    """That of the rarest word of what is said."""
    if not said.isascii():
        return rarity(said)
    return max((rarity(word) for word in _WORD.findall(said) if word not in STOP_WORDS), default=0.0)


def _is_of_its_resolution(traces: Sequence[Traces], first: Judgement) -> bool:
    """Whether an answer is of the resolution that the question names by number, or cites it: *1540*; not of
    another, where the number was no resolution's (*Air India flight 182*).
    """
    return any(
        one.concept.kind == "resolution" and where not in NOT_MET
        for one, (_, where) in zip(traces, first.met, strict=True)
    )


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
