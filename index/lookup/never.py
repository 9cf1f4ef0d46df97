"""What the Council is asked for and never did: sanctions on whom none were ever on, peacekeepers or a court
where none were, the admission of who was not admitted. However much of such a question some text has, it is
no answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cache

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.index.life.measures import TRADE
from mandex.index.life.standing import Register
from mandex.index.life.step import Action
from mandex.index.lookup.concepts import Concept
from mandex.index.lookup.question import is_mission
from mandex.index.lookup.regime import kinds_asked
from mandex.index.lookup.scoring import Judgement
from mandex.index.lookup.traces import Traces
from mandex.index.lookup.vocabulary import Kind, missions_of
from mandex.index.lookup.wishes import ADMISSION

NOT_MET = frozenset({"", "document"})  # at most somewhere in the document
_STRICTLY = frozenset({"demand", "text", "stem", "title", "topic"})  # said, not only known by it
_ITSELF = frozenset({"demand", "text", "stem"})
_SOMEBODY = frozenset({"place", "city", "person", "group"})  # kinds of names
_GOODS = frozenset[Kind]({"term", "topic", "word", "name"})
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
# What the object of a ban stands beside: *a ban on cocoa exports*, *forbidden to sell luxury watches*,
# 可可禁运; left: *refuelling cargo ships suspected of carrying forbidden goods*.
_BANS = Expression(r"\b(?:bann?(?:s|ed)?|embargo\w*|forbidden|prohibit\w*|sanctions)\b|禁")
_OF = Expression(
    r"\b(?:(?:bans?|embargo\w*|prohibition) on|sell(?:ing)?|buy(?:ing)?|(?:sale|export|import)s? of)"
    r"(?: the)? $"
)
_TRADED = Expression(r"^ (?:exports?|imports?|sales?|trade|embargo|bans?)\b|^(?:禁运|禁令|出口|进口|贸易)")
# *Peacekeeping force in Sri Lanka*, *observers for the southern provinces of Thailand*; left: *bravery medal
# for peacekeepers named after a Senegalese captain*.
_IN = Expression(
    r"\b(?:in|to|into|inside)(?: the)? $|\bfor(?: the(?: \w+){0,2}(?: of)?)? $|(?:[驻在派去往赴]|联合国)$"
)
_SENT = Expression(r"\b(?:observers|monitors|monitoring mission)\b|特?派团|观察团|观察员")
# A court for what was done in one country, not those of all States.
_COURT = Expression(
    r"\b(?:(?<!world )(?<!criminal )court(?! of justice)|tribunal)s?\b"
    r"|(?:特别|特设|战争罪)(?:国际)?法[庭院]|(?<!国际)刑事法[庭院]"
)
# Courts that are set up for one country: *war crimes tribunal for Chechnya*; left: *the courts of
# Kenya*.
_SET_UP = Expression(
    r"\b(?:special|hybrid|international|war crimes|criminal) (?:court|tribunal)|\btribunal\b|\bcourt for\b"
    r"|(?:特别|特设|战争罪|刑事).{0,2}法[庭院]"
)
# The acts that only measures which were imposed once have: what *continues* may be any measures.
_OF_MEASURES = frozenset[Action]({"imposes", "exempts", "ends", "lifts"})


def never_done(question: str, traces: Sequence[Traces], first: Judgement, register: Register) -> bool:
    """Whether `question` asks for what was never done, the first judgement of an answer being `first`."""
    return (
        never_sanctioned(question, traces, first, register)
        or _never_banned(question, traces, first)
        or _never_sent(question, traces, first)
        or _never_tried(question, traces, first)
        or _never_admitted(question, traces, first)
        or _never_titled(question, traces, first)
    )


def is_institution(concept: Concept) -> bool:
    """Whether a concept is something that is set up or imposed somewhere: a body, sanctions, peacekeepers, a
    court, or what has a name and is no place, person or group (*oil for food*, *safe areas*).
    """
    if concept.kind in ("name", "body"):
        return concept.id.split(" ")[0] not in _SOMEBODY
    return any(words.search(concept.said) for words in (_SANCTIONS, _SENT, _COURT)) or is_mission(
        concept.said
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
    generals*), or of countries that were never under any, or under none of the kinds that are named (*the
    no-fly zone over Ethiopia*), and the first answer does not itself speak of both.
    """
    folded = fold(question)
    if not _SANCTIONS.search(folded):
        return False
    named = {number: one.concept for number, one in enumerate(traces) if one.concept.kind == "country"}
    countries = _sanctioned(folded, named) or named
    kinds = frozenset(kinds_asked(folded))
    under = any(_has_been_under(register, one.id, kinds) for one in countries.values())
    sanctions = [number for number, one in enumerate(traces) if _SANCTIONS.search(one.concept.said)]
    if sanctions and all(not first.met[number][1] for number in sanctions):
        return not (under and kinds)  # *利比里亚钻石禁运*: diamonds are what is spoken of
    if not countries or under:
        return False
    said = _said(first)
    return not (sanctions and said.issuperset(sanctions) and not said.isdisjoint(countries))


def _sanctioned(folded: str, countries: Mapping[int, Concept]) -> Mapping[int, Concept]:
    """The country, if any, that measures are asked on, by where it stands."""
    for number, one in countries.items():
        if (at := folded.find(one.said)) >= 0 and _ON.search(folded[:at]):
            return {number: one}
    return {}


def _has_been_under(register: Register, country: str, kinds: Set[str]) -> bool:
    """Whether there were measures on a country, of one of some kinds where the base holds what imposed them;
    all trade is any commodity.
    """
    measures = [one for one in register.kept.on(f"measures of {country}") if one.action in _OF_MEASURES]
    imposed = [frozenset(one.kinds) for one in measures if one.action == "imposes"]
    if kinds and imposed and all(imposed):
        known = frozenset({TRADE}).union(kinds)
        return any(not known.isdisjoint(one.kinds) for one in measures)
    return bool(measures) or bool(register.kept.on(f"panel of {country}"))


def _never_banned(question: str, traces: Sequence[Traces], first: Judgement) -> bool:
    """Whether the first answer has nothing of what the question says is banned: *cocoa exports*."""
    folded = fold(question)
    if not _BANS.search(folded) or not places_in(traces):
        return False
    return any(
        not where and one.concept.kind in _GOODS and _is_traded(one.concept.said, folded)
        for one, (_, where) in zip(traces, first.met, strict=True)
    )


def _is_traded(said: str, folded: str) -> bool:
    """Whether words stand in a folded question for what is sold, bought or embargoed."""
    before, found, after = folded.partition(said)
    return bool(found) and bool(_OF.search(before) or _TRADED.search(after))


def _never_sent(question: str, traces: Sequence[Traces], first: Judgement) -> bool:
    """Whether peacekeepers are asked for in the one country or place that is named, and what is first said
    of it speaks of none: *blue helmets in Crimea*; or they or observers in a country where no mission was,
    and the first answer does not itself speak of both.
    """
    peacekeepers = [number for number, one in enumerate(traces) if is_mission(one.concept.said)]
    sent = peacekeepers + [number for number, one in enumerate(traces) if _SENT.search(one.concept.said)]
    places = places_in(traces)
    if not (places and sent):
        return False
    if peacekeepers and all(first.met[number][1] in NOT_MET for number in peacekeepers):
        return True
    folded = fold(question)
    countries = [traces[number].concept for number in places if traces[number].concept.kind == "country"]
    if not any(_is_where(one.said, folded) for one in countries):
        return False
    said = _said(first)
    together = not (said.isdisjoint(sent) or said.isdisjoint(places))
    hosts = _hosts("mission") | _hosts("force")
    return not (together or any(missions_of(one.id) or one.id in hosts for one in countries))


def _is_where(said: str, folded: str) -> bool:
    """Whether a country is where somebody is (驻泰国观察员), not whose people they are: *Thai observers*."""
    before, found, after = folded.partition(said)
    people = said.isascii() and _SENT.match(after.lstrip())
    return bool(found) and bool(_IN.search(before)) and not people


@cache
def _hosts(kind: str) -> frozenset[str]:
    """The countries that bodies of a kind were for."""
    return frozenset(
        country for one in lexicon.bodies().values() if one.kind == kind for country in one.countries
    )


def _never_tried(question: str, traces: Sequence[Traces], first: Judgement) -> bool:
    """Whether a court is asked for of a country that none was for, and no demand of the first answer speaks
    of both: *a special court for the war crimes of Sri Lanka*, from where only a judge is.
    """
    courts = [number for number, one in enumerate(traces) if _COURT.search(one.concept.said)]
    countries = [number for number in places_in(traces) if traces[number].concept.kind == "country"]
    if not (courts and countries and _SET_UP.search(fold(question))):
        return False
    if any(traces[number].concept.id in _hosts("court") for number in countries):
        return False
    demanded = {number for number, (_, where) in enumerate(first.met) if where in _ITSELF}
    return demanded.isdisjoint(courts) or demanded.isdisjoint(countries)


def _never_admitted(question: str, traces: Sequence[Traces], first: Judgement) -> bool:
    """Whether the admission of a State is asked for, and the first answer does not recommend it by name:
    *that Malta be admitted*.
    """
    places = places_in(traces)
    if not places or not ADMISSION.search(fold(question)):
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
