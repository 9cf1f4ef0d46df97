"""What a clause is about: the words of topics, where they speak of their thing and not of another.

The vocabulary is `corpus/data/topics.csv`, which questions are read with as well, and `signs.csv`; what the
same words mean in another context is left here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

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
# The agreement that a document is on: 执行《协议》, not 一项协议.
_THE_AGREEMENT = Expression(
    r"《(?:协议|协定)》|\b(?:implement\w*|signatories\s+(?:to|of))\s+(?:of\s+)?the\s+Agreement\b"
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
# How a stem's list is announced, by whose tasks they are.
_TASKS = Expression(
    r"\b(?:tasks?|mandate|functions?|priorit(?:y|ies)|responsibilit(?:y|ies)|objectives)\b|任务|职责|优先|目标|工作"
)
_OF_TASKS = {
    "mission": "mission-tasks", "force": "mission-tasks", "panel": "panel-of-experts",
    "committee": "committee-mandate",
}  # fmt: skip
# What points of a list are not about, though their stem is: it authorizes all means, its report is one.
_STEM_ONLY = frozenset({"use-of-force", "mission-establishment", "troop-ceiling"})
_MANY = 5
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
    r"|\b(?:therein|thereof|thereto|thereon)\b"
)
_PANEL = "panel-of-experts"
# Whose mandate it is stands in a clause before: the Panel's, 审查任务规定并….
_REVIEWS = Expression(
    r"\breview\s+(?:the|its|this)\s+mandate\b(?!\s+of\b)|审[查议](?:这一)?任务(?:规定|期限)?，?并"
)
_BACK_ZH = Expression(
    r"这(?:几点|方面|些(?:努力|行为|措施|活动|问题|协议|建议|任务|袭击|罪行|目标|倡议)"
    r"|一(?:进程|问题|威胁|努力|倡议|协议|目标|作用|框架|计划|决定))"
    r"|此[类种项](?:行为|活动|努力|措施|袭击|罪行|侵害|暴力|援助|合作|支持)|上述努力|[为就对]此|在此方面|有关努力"
)


def about(body: str, addressed: Iterable[Found], named: Sequence[Found]) -> tuple[str, ...]:
    """What a clause is about, in the order of its words; `named` are the bodies in it.

    A word inside a longer name (*Counter-Terrorism* Committee) is not about its thing, nor is a clause about
    those whom it addresses: *requests the Panel of Experts to …*.
    """
    spans = [(name.start, name.end) for name in named]
    asked = [(name.start, name.end) for name in addressed]
    of_language = topics_zh if is_chinese(body) else topics_en

    def counts(found: Found) -> bool:
        size = found.end - found.start
        # what is asked of *all Member States* inside *compliance by all Member States with the arms embargo*
        if any(
            start < found.end and found.start < end and not (found.start < start and end < found.end)
            for start, end in asked
        ):
            asked.append((found.start, found.end))  # the Panel, of the Panel of Experts
            return False
        if any(start <= found.start and found.end <= end and size < end - start for start, end in spans):
            return False
        other = of_language.OTHER.get(found.id)
        return other is None or all(
            not (match.start() <= found.start and found.end <= match.end()) for match in other.finditer(body)
        )

    topics: dict[str, None] = {}
    for found in lexicon.match_subjects(body):
        if counts(found):
            topics[found.id] = None
            if also := _ALSO.get(body[found.start : found.end].lower()):
                topics[also] = None
    for number in _RESOLUTION.findall(body):
        if topic := _KNOWN_BY_NUMBER.get(number):
            topics[topic] = None
    for topic, _ in of_language.SHOWN.search(body):
        topics[topic] = None
    if _THE_AGREEMENT.search(body):
        topics["peace-agreement"] = None
    if any(name.id in _TRIBUNALS for name in named):
        topics["tribunals"] = None
    return tuple(topics)


def of_points(topics: Sequence[str], actors: Sequence[str], clause: str) -> tuple[str, ...]:
    """The topics that a stem hands down to its points; those of a mandate are the tasks of whoever has it."""
    # a stem that names many things in passing is about its list
    handed = [topic for topic in topics if topic not in _STEM_ONLY] if len(topics) <= _MANY else []
    if _TASKS.search(clause) or clause.rstrip().endswith((":", "：")):
        bodies = lexicon.bodies()
        kinds = [
            "committee" if actor.endswith("-committee") else bodies[actor].kind
            for actor in actors
            if actor in bodies or actor.endswith("-committee")
        ]
        own = [_OF_TASKS[kind] for kind in kinds if kind in _OF_TASKS]
        if own and "mission-tasks" not in own:
            handed = [topic for topic in handed if topic != "mission-tasks"]
        handed += own
    return tuple(dict.fromkeys(handed))


def reviews_panel(body: str, before: Iterable[Sequence[str]]) -> bool:
    """Whether *review the mandate and take appropriate action* is of a panel named before."""
    return any(_PANEL in topics for topics in before) and bool(_REVIEWS.search(body))


def refers_back(body: str) -> bool:
    """Whether a clause speaks of what the one before it has named: *in this regard*, 此类行为."""
    return bool((_BACK if body.isascii() or not is_chinese(body) else _BACK_ZH).search(body))
