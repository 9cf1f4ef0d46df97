"""What the Council is asked for and never did: sanctions on whom none were ever on, peacekeepers where none
were, the admission of who was not admitted. However much of such a question some text has, it is no answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.index.life.standing import Register
from mandex.index.life.step import Action
from mandex.index.lookup.concepts import Concept
from mandex.index.lookup.question import is_mission
from mandex.index.lookup.scoring import Judgement
from mandex.index.lookup.traces import Traces
from mandex.index.lookup.vocabulary import Kind, missions_of

NOT_MET = frozenset({"", "document"})  # at most somewhere in the document
_STRICTLY = frozenset({"demand", "text", "stem", "title", "topic"})  # said, not only known by it
SAYS_LITTLE = frozenset[Kind]({"plain", "wish", "year", "month"})
"""The kinds of concept of which an answer may lack one and answer all the same."""

# *Arms embargo on Myanmar*, *panel of experts on Colombia*: what is asked of sanctions in the texts' words;
# left: *weapons for the army of Mali*, which no embargo need be about.
_SANCTIONS = Expression(
    r"\b(?:sanction\w*|\w* ?embargo\w*|freez\w*|frozen|(?:travel|import|export) bans?|no-fly"
    r"|panel of experts)\b"
    r"|制裁|禁运|冻结|旅行禁令|禁[飞航]|专家小组"
)
# What stands between the measure and whom it is on: *embargo on Turkey after the landing in Cyprus* is on
# Turkey, *ban on diamonds from Botswana*; 对缅甸的武器禁运.
_ON = Expression(
    r"\b(?:sanction\w*|embargo\w*|freez\w*|bans?|no-fly zones?|panel of experts)\b[^,;:?]{0,30}?"
    r"\b(?:on|against|for|from|over|of)(?: the)? $|对$"
)
_TITLE = Expression("《([^《》]+)》")  # of a treaty, mostly
# *Peacekeeping force in Sri Lanka*; left: *bravery medal for peacekeepers named after a Senegalese captain*.
_IN = Expression(r"\b(?:in|to|into|inside)(?: the)? $|[驻在派去往赴]$")
# The acts that only measures which were imposed once have: what *continues* may be any measures.
_OF_MEASURES = frozenset[Action]({"imposes", "exempts", "ends", "lifts"})
# *Membership of Kosovo in the United Nations*, 台湾加入联合国: what only a recommendation answers that names
# the State; left: *member States must*.
_ADMISSION = Expression(
    r"\b(?:(?:admission|membership|admitted|admit)\b.{0,60}\b(?:un|united nations)|member state of"
    r"|becomes? (?:a )?(?:un )?member|joins? the (?:un|united nations))\b"
    r"|加入联合国|入联合国|入联|入会|接纳.{1,20}(?:会员|联合国)"
)


def never_done(question: str, traces: Sequence[Traces], first: Judgement, register: Register) -> bool:
    """Whether `question` asks for what was never done, the first judgement of an answer being `first`."""
    return (
        never_sanctioned(question, traces, first, register)
        or _never_sent(question, traces, first)
        or _never_admitted(question, traces, first)
        or _never_titled(question, traces, first)
    )


def places_in(traces: Sequence[Traces]) -> list[int]:
    """Which of the concepts are countries, or places below them: *Kashmir*."""
    return [
        number
        for number, one in enumerate(traces)
        if one.concept.kind == "country" or one.concept.id.startswith("place ")
    ]


def _said(first: Judgement) -> frozenset[int]:
    """Which of the concepts the answer itself speaks of."""
    return frozenset(number for number, (_, where) in enumerate(first.met) if where in _STRICTLY)


def never_sanctioned(question: str, traces: Sequence[Traces], first: Judgement, register: Register) -> bool:
    """Whether sanctions are asked for of which the first answer has nothing (*sanctions on Myanmar's
    generals*), or of countries that were never under any, and the first answer does not itself speak of both.
    """
    folded = fold(question)
    if not _SANCTIONS.search(folded):
        return False
    sanctions = [number for number, one in enumerate(traces) if _SANCTIONS.search(one.concept.said)]
    if sanctions and all(not first.met[number][1] for number in sanctions):
        return True
    named = {number: one.concept for number, one in enumerate(traces) if one.concept.kind == "country"}
    countries = _sanctioned(folded, named) or named
    if not countries or any(_has_been_under(register, one.id) for one in countries.values()):
        return False
    said = _said(first)
    return not (sanctions and said.issuperset(sanctions) and not said.isdisjoint(countries))


def _sanctioned(folded: str, countries: Mapping[int, Concept]) -> Mapping[int, Concept]:
    """The country, if any, that measures are asked on, by where it stands."""
    for number, one in countries.items():
        if (at := folded.find(one.said)) >= 0 and _ON.search(folded[:at]):
            return {number: one}
    return {}


def _has_been_under(register: Register, country: str) -> bool:
    measures = register.kept.on(f"measures of {country}")
    return any(step.action in _OF_MEASURES for step in measures) or bool(
        register.kept.on(f"panel of {country}")
    )


def _never_sent(question: str, traces: Sequence[Traces], first: Judgement) -> bool:
    """Whether peacekeepers are asked for in the one country or place that is named, and what is first said
    of it speaks of none: *blue helmets in Crimea*; or in a country that no mission is named after, and the
    first answer does not itself speak of both.
    """
    sent = [number for number, one in enumerate(traces) if is_mission(one.concept.said)]
    places = places_in(traces)
    if not (places and sent):
        return False
    if all(first.met[number][1] in NOT_MET for number in sent):
        return True
    folded = fold(question)
    countries = [traces[number].concept for number in places if traces[number].concept.kind == "country"]
    if not any(_IN.search(folded[: max(0, folded.find(one.said))]) for one in countries):
        return False
    said = _said(first)
    together = not (said.isdisjoint(sent) or said.isdisjoint(places))
    return not (together or any(missions_of(one.id) for one in countries))


def _never_admitted(question: str, traces: Sequence[Traces], first: Judgement) -> bool:
    """Whether the admission of a State is asked for, and the first answer does not recommend it by name:
    *that Malta be admitted*.
    """
    places = places_in(traces)
    if not places or not _ADMISSION.search(fold(question)):
        return False
    recommends = first.mandate is not None and first.mandate.force == "recommend"
    return not recommends or _said(first).isdisjoint(places)


def _never_titled(question: str, traces: Sequence[Traces], first: Judgement) -> bool:
    """Whether the question has a title in title marks of which the first answer lacks a word."""
    titles = fold(" ".join(_TITLE.findall(question)))
    words = [
        number
        for number, one in enumerate(traces)
        if one.concept.kind not in SAYS_LITTLE and one.concept.said in titles
    ]
    return bool(titles) and any(first.met[number][1] in NOT_MET for number in words)
