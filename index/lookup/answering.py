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
from mandex.index.lookup.question import is_mission
from mandex.index.lookup.scoring import Judgement
from mandex.index.lookup.traces import Traces
from mandex.index.lookup.vocabulary import Kind

LOOKED_AT = 3  # answers
_SAYS_LITTLE = frozenset[Kind]({"plain", "wish", "year", "month"})
_NAMES = frozenset[Kind]({"name", "body", "country", "resolution", "actor"})
_VOCABULARY = frozenset[Kind]({"topic", "term"})
_THINGS = _NAMES | _VOCABULARY  # that a vocabulary has, beside words of every day
_LOOSELY = frozenset({"byname", "occasion", "document", "topic"})
_STRICTLY = frozenset({"demand", "text", "stem", "title", "topic"})
_NOT_MET = frozenset({"", "document"})  # at most somewhere in the document
_MANY = 4  # concepts
_LEAST = 0.05  # score

# *Arms embargo on Myanmar*, *panel of experts on Colombia*: what is asked of sanctions in the texts' words;
# left: *weapons for the army of Mali*, which no embargo need be about.
_SANCTIONS = Expression(
    r"\b(?:sanction\w*|\w* ?embargo\w*|freez\w*|frozen|travel bans?|no-fly|panel of experts)\b"
    r"|制裁|禁运|冻结|旅行禁令|禁[飞航]|专家小组"
)


# *Membership of Kosovo in the United Nations*, 台湾加入联合国: what only a recommendation answers that names
# the State; left: *member States must*.
_ADMISSION = Expression(
    r"\b(?:(?:admission|membership|admitted|admit)\b.{0,60}\b(?:un|united nations)|member state of"
    r"|becomes? (?:a )?(?:un )?member|joins? the (?:un|united nations))\b|加入联合国|入联合国|入联|入会"
)


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
    unmet: float = -0.64  # the first answer has nothing of it
    missing: float = -1.48  # a thing that a vocabulary names, of which its document has nothing
    stranger: float = -3.84  # a country or place of which its document has nothing
    inside: float = -3.58  # places are only somewhere in its document: a judge comes from there
    loosely: float = -1.26  # a country or place that the first answer itself does not speak of
    unnamed: float = -1.35  # several things are asked for, no country, place, body, group or name
    elsewhere: float = -5.2  # the question speaks of what other bodies decide
    enough: float = 1.2


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
    places = _places(traces)
    first = [where for _, where in best[0].met]
    if never_sanctioned(question, traces, best[0], register) or _never_sent(traces, first, places):
        return False
    if places and _ADMISSION.search(fold(question)) and not _recommends(best[0]):
        return False
    telling = [number for number, one in enumerate(traces) if one.concept.kind not in _SAYS_LITTLE]
    telling = telling or list(range(len(traces)))
    total = sum(traces[number].weight for number in telling) or 1.0
    unknown = sum(traces[number].weight for number in telling if not traces[number].known)
    unmet = sum(traces[number].weight for number in telling if first[number] in _NOT_MET)
    met = max(sum(one.met[number][1] not in _NOT_MET for number in telling) for one in best[:LOOKED_AT])
    evidence = (
        signs.score * math.log(max(_LEAST, best[0].score))
        + signs.concepts * min(met, _MANY)
        + signs.called * called
        + signs.together * together
        + signs.unknown * unknown / total
        + signs.unmet * unmet / total
        + signs.missing * any(not first[n] and traces[n].concept.kind in _THINGS for n in telling)
        + signs.stranger * any(not first[number] for number in places)
        + signs.inside * (bool(places) and all(first[number] == "document" for number in places))
        + signs.loosely * any(first[number] in _LOOSELY for number in places)
        + signs.unnamed * _names_nothing([traces[number].concept for number in telling])
        + signs.elsewhere * elsewhere
    )
    return evidence >= signs.enough


def _recommends(first: Judgement) -> bool:
    """Whether a demand recommends: *that Malta be admitted*."""
    return first.mandate is not None and first.mandate.force == "recommend"


def _names_nothing(asked: Sequence[Concept]) -> bool:
    """Whether no country, place, body, group or name is asked for, nor one thing of our vocabulary alone."""
    alone = len(asked) == 1 and asked[0].kind in _VOCABULARY
    return not alone and all(one.kind not in _NAMES for one in asked)


def _places(traces: Sequence[Traces]) -> list[int]:
    """Which of the concepts are countries, or places below them: *Kashmir*."""
    return [
        number
        for number, one in enumerate(traces)
        if one.concept.kind == "country" or one.concept.id.startswith("place ")
    ]


def _never_sent(traces: Sequence[Traces], first: Sequence[str], places: Sequence[int]) -> bool:
    """Whether peacekeepers are asked for in the one country or place that is named, and what is first said
    of it speaks of none: *blue helmets in Crimea*.
    """
    sent = [number for number, one in enumerate(traces) if is_mission(one.concept.said)]
    return bool(places and sent) and all(first[number] in _NOT_MET for number in sent)


def never_sanctioned(question: str, traces: Sequence[Traces], first: Judgement, register: Register) -> bool:
    """Whether sanctions are asked of countries that were never under any, and the first answer does not
    itself speak of both.
    """
    if not _SANCTIONS.search(fold(question)):
        return False
    countries = {number: one.concept for number, one in enumerate(traces) if one.concept.kind == "country"}
    if not countries or any(_has_been_under(register, one.id) for one in countries.values()):
        return False
    sanctions = [number for number, one in enumerate(traces) if _SANCTIONS.search(one.concept.said)]
    strictly = {number for number, (_, where) in enumerate(first.met) if where in _STRICTLY}
    return not (sanctions and strictly.issuperset(sanctions) and not strictly.isdisjoint(countries))


def _has_been_under(register: Register, country: str) -> bool:
    return any(register.kept.on(f"{what} of {country}") for what in ("measures", "panel"))


def is_elsewhere(question: str) -> bool:
    """Whether a question speaks of what other bodies decide, or nobody: *EU GDPR*, 人民币汇率."""
    folded = fold(question)
    # Sought one by one: an expression of all of them takes longer to compile than a lookup has.
    return any(has_words(folded, words) for words in glossary.elsewhere())
