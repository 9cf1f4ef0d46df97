"""What a clause is about: the words of topics, where they speak of their thing and not of another.

The vocabulary is `corpus/data/topics.csv`, which questions are read with as well, and `signs.csv`; what the
same words mean in another context is left here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import is_chinese
from mandex.corpus.phrases import Found
from mandex.ingest.mandates import topics_en, topics_zh

# Words that speak of a second thing as well: the peace process is political.
_ALSO: Mapping[str, str] = {
    "peace process": "political-process", "peace processes": "political-process",
    "和平进程": "political-process",
}  # fmt: skip
# The agreement that a document is on: 执行《协议》, Chapter V of the Agreement; not 一项协议, nor the
# Agreement on the Status of the Mission.
_THE_AGREEMENT = Expression(
    r"《(?:协议|协定)》"
    r"|(?<!arties\sto\s)\bthe\s+Agreement\b(?!\s+(?:on|between|concerning|for|regarding|with|of)\b)"
    r"|\b(?:implement\w*|signatories\s+(?:to|of))\s+(?:of\s+)?the\s+(?:\d{4}\s+)?[Aa]greements?\b"
)
# Resolutions that a field is known by: implementing resolution 1325 (2000) is about women and peace.
_RESOLUTION = Expression(r"(?<!\d)(\d{3,4})\s?\(\d{4}\)")
_KNOWN_BY_NUMBER: Mapping[str, str] = {
    **dict.fromkeys(("1325", "2122", "2242"), "women-peace-security"),
    **dict.fromkeys(("1820", "1888", "1960", "2106"), "sexual-violence"),
    **dict.fromkeys(("1612", "1882", "1998", "2225", "2427"), "children-armed-conflict"),
    **dict.fromkeys(("1265", "1674", "1894"), "protection-of-civilians"),
    **dict.fromkeys(("2250", "2419"), "youth"),
    **dict.fromkeys(("2178", "2396"), "foreign-terrorist-fighters"),
    "1373": "terrorism-suppression", "1540": "non-proliferation", "2272": "sexual-exploitation",
    **dict.fromkeys(("242", "338"), "political-process"),
    "2286": "medical-care", "2436": "peacekeeping-performance",
}  # fmt: skip
# A clause on a tribunal of the Council is on the tribunals.
_TRIBUNALS = frozenset({"tribunal", "icty", "ictr", "residual-mechanism", "special-court-sierra-leone",
                        "special-tribunal-lebanon"})  # fmt: skip
# What the work of some bodies is about: CTED visits States to see how they fight terrorism.
_FIELD_OF = {
    **dict.fromkeys(_TRIBUNALS, "tribunals"),
    **dict.fromkeys(("cted", "unoct", "ctc"), "terrorism-suppression"),
    "peacebuilding-commission": "peacebuilding", "working-group-caac": "children-armed-conflict",
}  # fmt: skip
# Whose description tells the topic: *non-State armed groups*, *all those responsible for violations*.
_TOLD_BY = {"armed-groups": "armed-groups", "accountability": "parties"}
_ARMED = frozenset({"armed-groups", "lra", "m23", "fdlr"})
# What is asked of armed groups so that they are none any more; not: that they let relief through.
_LAY_DOWN = Expression(
    r"(?i)\b(?:lay\w*\s+down|disarm\w*|disband\w*|dissol\w+|disengag\w+|withdraw\w*|abandon|renounc\w+|expel\w*|surrender)\b"
    r"|\b(?:end|ceas\w+|stop|halt|refrain\s+from|desist\s+from)\s[^.;,]{0,40}?\b(?:violence|attacks|hostilities|fighting"
    r"|offensive|destabili[sz]ing|military|incursions|operations|activities)\b"
    r"|放下武器|解除[^，。；]{0,6}武装|解散|摒弃|放弃|撤出|撤离|停止[^，。；]{0,12}(?:暴力|袭击|敌对|进攻|军事|破坏|活动)"
)
# A clause that speaks of what the one before it has named.
_BACK = Expression(
    r"\b(?:this|that)\s+(?:\w+\s+)?(?:regard|end|respect|effect|matter|context|connection|phenomenon|process|threat|issue"
    r"|practice|initiative|agreement|objective|goal|commitment|framework|role|effort|development|problem|plan"
    r"|decision)\b"
    r"|\bsuch\s+(?:conduct|acts?|activit\w+|efforts|cases|support|measures|violations|abuses|attacks|crimes|reports?"
    r"|violence|information|agreements?|assistance)\b"
    r"|\b(?:these|those)\s+(?:\w+\s+)?(?:efforts|issues|acts|measures|tasks|process(?:es)?|violations|abuses|attacks"
    r"|crimes|obligations|commitments|provisions|requirements|agreements?|recommendations|developments|incidents"
    r"|groups|initiatives|objectives|goals|activities|priorities|reforms|elections|decisions|challenges|threats)\b"
    r"|\b(?:therein|thereof|thereto|thereon|above.?mentioned|aforementioned)\b"
)
_PANEL = "panel-of-experts"
# Kept among the panels, but no experts.
_NO_PANEL = frozenset({"ombudsperson", "focal-point-delisting", "working-group-caac"})
# Whose mandate it is stands in a clause before: the Panel's, 审查任务规定并….
_REVIEWS = Expression(
    r"\breview\s+(?:the|its|this)\s+mandate\b(?!\s+of\b)|审[查议](?:这一)?任务(?:规定|期限)?，?并"
)
_BACK_ZH = Expression(
    r"这(?:几点|方面|些(?:努力|行为|措施|活动|问题|协议|建议|任务|袭击|罪行|目标|倡议)"
    r"|一(?:进程|问题|威胁|努力|倡议|协议|目标|作用|框架|计划|决定))"
    r"|此[类种项](?:行为|活动|努力|措施|袭击|罪行|侵害|暴力|援助|合作|支持)|上述努力|[为就对]此|在此方面|有关努力"
)


def about(body: str, addressed: Sequence[Found], named: Sequence[Found]) -> tuple[str, ...]:
    """What a clause is about, in the order of its words; `named` are the bodies in it.

    A word inside a longer name (*Counter-Terrorism* Committee) is not about its thing, nor is a clause about
    those whom it addresses: *requests the Panel of Experts to …*.
    """
    of_language = topics_zh if is_chinese(body) else topics_en
    contexts = of_language.CONTEXTS.worth_trying(body)
    topics: dict[str, None] = {}
    for topic, words in _words_of(body, addressed, named, contexts).items():
        frail = of_language.FRAIL.get(topic)
        if frail is None or frail.tells(body, words):
            topics[topic] = None
            topics.update({_ALSO[low]: None for word in words if (low := word.lower()) in _ALSO})
    for number in _RESOLUTION.findall(body):
        if number in _KNOWN_BY_NUMBER:
            topics[_KNOWN_BY_NUMBER[number]] = None
    for (shows, topic), expression in contexts.items():
        if shows and topic not in topics and expression.search(body):
            topics[topic] = None
    if _THE_AGREEMENT.search(body):
        topics["peace-agreement"] = None
    topics.update(dict.fromkeys(_by_bodies(body, addressed, named)))
    if _PANEL in topics and not _has_mission(named):
        topics.pop("mission-mandate", None)  # a panel is no mission
    return tuple(topics)


def _words_of(
    body: str,
    addressed: Iterable[Found],
    named: Iterable[Found],
    contexts: Mapping[tuple[bool, str], Expression],
) -> dict[str, list[str]]:
    """The topics that are named in a clause, each with its words, but for those that are others' or names."""
    spans = [(name.start, name.end) for name in named]
    asked = [(name.start, name.end) for name in addressed]
    elsewhere: dict[str, list[tuple[int, int]]] = {}
    words: dict[str, list[str]] = {}
    for found in lexicon.match_subjects(body):
        topic, start, end = found.id, found.start, found.end
        if asked and _is_asked(start, end, asked):
            asked.append((start, end))  # the Panel, of the Panel of Experts
            continue
        if spans and lies_in(start, end, spans, longer=True) and not _is_told_by(topic, start, end, named):
            continue
        if other := contexts.get((False, topic)):
            if topic not in elsewhere:
                elsewhere[topic] = [match.span() for match in other.finditer(body)]
            if lies_in(start, end, elsewhere[topic]):
                continue
        words.setdefault(topic, []).append(body[start:end])
    return words


def _is_told_by(topic: str, start: int, end: int, named: Iterable[Found]) -> bool:
    """Whether words stand in the description of those who are what the topic is on."""
    whom = _TOLD_BY.get(topic)
    return any(name.id == whom and name.start <= start and end <= name.end for name in named)


def _is_asked(start: int, end: int, asked: Iterable[tuple[int, int]]) -> bool:
    """Whether words are of those who are asked; not what is asked of *all Member States* inside *compliance
    by all Member States with the arms embargo*, nor *efforts by the League of Arab States*."""
    for first, last in asked:  # noqa: SIM110 - any() takes twice as long
        if first < end and start < last and not (start < first and last <= end):
            return True
    return False


def lies_in(start: int, end: int, spans: Iterable[tuple[int, int]], *, longer: bool = False) -> bool:
    """Whether words stand within one of the spans, in order, which may have to be `longer` than they are."""
    for first, last in spans:
        if first > start:
            return False
        if end <= last and not (longer and last - first == end - start):
            return True
    return False


def _by_bodies(body: str, addressed: Sequence[Found], named: Iterable[Found]) -> Iterator[str]:
    """What a clause is about since it speaks of some bodies, or asks armed groups to be none any more."""
    yield from (_FIELD_OF[name.id] for name in named if name.id in _FIELD_OF)
    if any(found.id in _ARMED for found in addressed) and _LAY_DOWN.search(body):
        yield "armed-groups"


def _has_mission(named: Sequence[Found]) -> bool:
    bodies = lexicon.bodies()
    return any(name.id in bodies and bodies[name.id].is_mission for name in named)


def kind_of(actor: str) -> str:
    """The kind of body that an actor is; empty for others."""
    if actor.endswith("-committee"):
        return "committee"
    body = lexicon.bodies().get(actor)
    return body.kind if body else ""


_COMMITTEE = Expression(r"(?:\w+-)*committee")
# What arms somebody, besides *all necessary measures*, which anybody may be asked to take.
_BY_FORCE = Expression(r"\b(?:by|of|use)\s+force\b|[Aa]uthori[sz]|[Ss]elf.[Dd]efen|武力|授权|自卫")


def of_what_is_asked(topics: tuple[str, ...], body: str, actors: Sequence[str] = ()) -> tuple[str, ...]:
    """The topics of a clause that only asks: *urges the authorities to take all necessary measures to end
    impunity* permits nobody to use force; what a committee or a panel is asked is its task, though others are
    asked beside the panel."""
    if actors and all(_COMMITTEE.fullmatch(actor) for actor in actors):
        topics = tuple(dict.fromkeys((*topics, "committee-mandate")))
    elif any(kind_of(actor) == "panel" and actor not in _NO_PANEL for actor in actors):
        topics = tuple(dict.fromkeys((*topics, _PANEL)))
    if "use-of-force" in topics and not _BY_FORCE.search(body):
        return tuple(topic for topic in topics if topic != "use-of-force")
    return topics


def reviews_panel(body: str, before: Iterable[Sequence[str]]) -> bool:
    """Whether *review the mandate and take appropriate action* is of a panel named before."""
    return any(_PANEL in topics for topics in before) and bool(_REVIEWS.search(body))


FORMS = frozenset(
    {
        "reporting", "cooperation", "review-of-mandate", "remain-seized", "funding", "regional-cooperation",
        "committee-mandate",
    }
)  # fmt: skip
"""What is done about a thing, of which *in this regard* does not speak: it was reported, is to be funded."""
# So many things a clause before may have named for one that names none to be about them.
_FEW_BEFORE = 2


def noted_with(before: Sequence[str]) -> tuple[str, ...]:
    """What a clause that notes something and names no thing is about, by the clause before it: *recognizes
    the importance of security sector reform and welcomes the contribution of the Government*."""
    things = tuple(topic for topic in before if topic not in FORMS)
    return things if len(things) <= _FEW_BEFORE else ()


def with_those_before(topics: Sequence[str], before: Sequence[str]) -> tuple[str, ...]:
    """The topics of a clause that refers back, with the things that the clause before it named."""
    return tuple(dict.fromkeys((*topics, *(topic for topic in before if topic not in FORMS))))


def refers_back(body: str) -> bool:
    """Whether a clause speaks of what the one before it has named: *in this regard*, 此类行为."""
    return bool((_BACK if body.isascii() or not is_chinese(body) else _BACK_ZH).search(body))
