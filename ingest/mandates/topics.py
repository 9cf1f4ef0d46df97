"""What a clause is about: the words of topics, where they speak of their thing and not of another.

The vocabulary is `corpus/data/topics.csv`, which questions are read with as well; what the same words mean in
another context is left here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.phrases import Found

# Where the words of a topic speak of something else, by topic: a panel's unhindered access to documents is
# no humanitarian access, an airport no aviation security.
_NOT: Mapping[str, Expression] = {
    topic: Expression(pattern)
    for topic, pattern in {
        "humanitarian-access": r"(?:safe\s+and\s+)?unhindered\s+access,?\s+(?:in\s+particular,?\s+)?"
        r"to\s+(?:persons|documents)"
        r"|国际人道主义法|(?:通行)?不受阻碍[^。；]{0,30}?文件",
        "aviation-security": r"[Aa]irports?\b(?!\s+security)|机场(?!安保|安全)",
        "sexual-exploitation": r"Government’s\s+[“\"]?zero.tolerance\s+policy",
        "sanctions-implementation": r"[Ss]anctions\s+(?:Monitoring|[Cc]ommittees?)|制裁委员会",
        "reporting": r"\bunless\b[^.;]*|除非[^。；]*|[Mm]onitoring\s+and\s+[Rr]eporting",
        "human-rights": r"in\s+a\s+manner\s+consistent\s+with\s+respect\s+for\s+human\s+rights"
        r"|以尊重人权[^，。]{0,20}的方式",
        "youth": r"青年党",
        "sovereignty": r"自主权",
        "sanctions-listing": r"consolidated\s+list\s+of\s+the\s+weapons|综合清单|经指认的\S{0,4}",
        "transition-drawdown": r"Somalia\s+Transition\s+Plan|索马里(?:主导的)?过渡计划",
        "political-process": r"[Tt]ransitional\s+[Gg]overnment|过渡政府|谈判[^，。]{0,6}(?:准入|人道)",
        "state-authority": r"security,\s+development\s+and\s+governance",
        "troop-ceiling": r"最多由[^，。]{0,8}名",
        "mission-establishment": r"设立一个[^，。；]{0,16}?(?:机制|委员会|小组|工作组|基金|办公室)"
        r"|决定设立[^，。；]{0,30}?委员会",
        "conflict-prevention": r"预防冲突(?=各方|方)",
        "peacebuilding": r"冲突后(?=局势|情况)|post-conflict(?=\s+situations?)",
        "investigation": r"尽职调查|执行情况调查",
        "medical-care": r"保健(?=方面)",
        "watch-lists": r"(?:武器|弹药)[^，。]{0,8}数据库",
        "armed-groups": r"associat\w+\s+with\s+(?:armed\s+forces\s+and\s+)?armed\s+groups"
        r"|与武装部队和武装团体有(?:联系|关联)",
        "regional-cooperation": r"nationally\s+or\s+through\s+regional\s+organi[sz]ations",
        "peacekeeping-performance": r"维和行动中的",
        "mission-mandate": r"mandate\s+and\s+areas?\s+of\s+operations?|续延的|是否[^，。]{0,8}延长任务期限?",
        "cooperation": r"\bin\s+(?:close\s+)?co-?operation\s+with\b"
        r"|，[^，。；]{0,4}[与同][^，。；]{1,60}密切合作",
        "review-of-mandate": r"key\s+benchmarks|关键基准",
        "health-emergencies": r"outbreak\s+of\s+(?:\w+\s+)?(?:conflict|hostilities|violence|fighting|war)\b",
    }.items()
}
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
_RESOLUTION = Expression(r"\b(\d{4})\s?\(\d{4}\)")
_KNOWN_BY_NUMBER: Mapping[str, str] = {
    **dict.fromkeys(("1325", "2122", "2242"), "women-peace-security"),
    **dict.fromkeys(("1820", "1888", "1960", "2106"), "sexual-violence"),
    **dict.fromkeys(("1612", "1882", "1998", "2225", "2427"), "children-armed-conflict"),
    **dict.fromkeys(("1265", "1674", "1894"), "protection-of-civilians"),
    **dict.fromkeys(("2250", "2419"), "youth"),
    **dict.fromkeys(("2178", "2396"), "foreign-terrorist-fighters"),
    "1373": "terrorism-suppression", "1540": "non-proliferation", "2272": "sexual-exploitation",
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
    r"\b(?:in|to)\s+this\s+(?:regard|end|respect|matter)\b"
    r"|\bsuch\s+(?:conduct|acts?|activit\w+|efforts|cases|support)\b"
    r"|\bthis\s+(?:\w+\s+)?(?:phenomenon|process|threat|issue|practice)\b"
    r"|\bthese\s+(?:efforts|issues|acts|measures|tasks)\b"
    r"|这(?:几点|方面|些努力|些行为|一进程|一问题|一威胁)|此类(?:行为|活动|努力)|上述努力|为此"
)


def about(body: str, addressed: Iterable[Found], named: Sequence[Found]) -> tuple[str, ...]:
    """What a clause is about, in the order of its words; `named` are the bodies in it.

    A word inside a longer name (*Counter-Terrorism* Committee) is not about its thing, nor is a clause about
    those whom it addresses: *requests the Panel of Experts to …*.
    """
    spans = [(name.start, name.end) for name in named]
    asked = [(name.start, name.end) for name in addressed]

    def counts(found: Found) -> bool:
        size = found.end - found.start
        if any(start < found.end and found.start < end for start, end in asked):
            return False
        if any(start <= found.start and found.end <= end and size < end - start for start, end in spans):
            return False
        other = _NOT.get(found.id)
        return other is None or all(
            not (match.start() <= found.start and found.end <= match.end()) for match in other.finditer(body)
        )

    topics: dict[str, None] = {}
    for found in lexicon.match_topics(body):
        if counts(found):
            topics[found.id] = None
            if also := _ALSO.get(body[found.start : found.end].lower()):
                topics[also] = None
    for number in _RESOLUTION.findall(body):
        if topic := _KNOWN_BY_NUMBER.get(number):
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


def refers_back(body: str) -> bool:
    """Whether a clause speaks of what the one before it has named: *in this regard*, 此类行为."""
    return bool(_BACK.search(body))
