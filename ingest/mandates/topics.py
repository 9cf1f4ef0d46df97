"""What a clause is about: the words of topics, where they speak of their thing and not of another.

The vocabulary is `corpus/data/topics.csv`, which questions are read with as well, and `signs.csv`; what the
same words mean in another context is left here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression, Expressions
from mandex.corpus.fold import is_chinese
from mandex.corpus.phrases import Found

# Where the words of a topic speak of something else, by topic: a panel's unhindered access to documents is
# no humanitarian access, an airport no aviation security.
_NOT: Mapping[str, Expression] = {
    topic: Expression(pattern)
    for topic, pattern in {
        "humanitarian-access": r"(?:safe\s+and\s+)?unhindered\s+access,?\s+(?:in\s+particular,?\s+)?"
        r"to\s+(?:persons|documents)"
        r"|unhindered\s+access\s+(?:and\s+safety\s+)?for\s+the\s+(?:Panel|Group)|Resident\s+(?:Coordinator\s+)?and\s+Humanitarian\s+Coordinator"
        r"|(?:自由、?|自由和)不受阻碍[^，。；]{0,12}(?:进出|通行)|《[^《》]{0,24}人道主义[^《》]{0,6}准入协[议定]》"
        r"|国际人道主义法|(?:通行(?:便利)?|不受阻碍地?)[^。；]{0,40}?(?:文件|场地)",
        "aviation-security": r"[Aa]irports?\b(?!\s+security)|机场(?!安保|安全)",
        "sexual-exploitation": r"Government’s\s+[“\"]?zero.tolerance\s+policy",
        "sanctions-implementation": r"[Ss]anctions\s+(?:Monitoring|[Cc]ommittees?)|制裁委员会",
        "reporting": r"[Kk]eep\s+[^.;]{0,80}under\s+(?:continuous\s+)?review\s+and\s+informed"
        r"|[Pp]rovide\s+and\s+update|\bin\s+his\s+report\s+S/|提交安全理事会(?=，以便)|\bunless\b[^.;]*|除非[^。；]*|[Mm]onitoring\s+and\s+[Rr]eporting",
        "human-rights": r"in\s+a\s+manner\s+consistent\s+with\s+respect\s+for\s+human\s+rights"
        r"|以尊重人权[^，。]{0,20}的方式",
        "youth": r"青年党",
        "remain-seized": r"继续处理(?=[^，。；]{2,40}建议)",
        "transition-drawdown": r"(?:费用|开支)[^。；]{0,16}缩减|这些缩减|Somalia\s+Transition\s+Plan"
        r"|索马里(?:主导的)?过渡计划",
        "nuclear-programme": r"(?<!联合)全面行动计划"
        r"|Additional\s+Protocols?\s+(?:\w+\s+){0,4}to\s+the\s+(?:\d{4}\s+)?Geneva"
        r"|日内瓦[^，。；]{0,12}附加议定书",
        "funding": r"\bfunds\s+or\s+financial\s+resources|资金或财政资源|提供资金、金融资产",
        "economic-sanctions": r"提供金融服务[^。；]{0,30}恐怖",
        "accountability": r"Accountability\s+Framework|问责(?:制)?框架",
        # fighters go home in a programme of their own (DDRRR), refugees do not
        "refugees-displaced": r"(?:disarmament|DDR|demobili[sz]ation)[^.;]{0,40}?repatriation"
        r"(?:,?\s+(?:and\s+)?(?:resettlement|reintegration|rehabilitation))*|复员、?[^，。；]{0,4}遣返[^，。；]{0,12}安置",
        "information-sharing": r"识别信息|信息和通[信讯]|虚假信息|错误信息|旅客信息|信息技术",
        "ict-terrorism": r"信息和通信系统",
        "protection-of-civilians": r"\d\s+(?:\w+\s+)?civilians|non-combatant\s+roles"
        r"|《[^《》]{0,12}保护平民[^《》]{0,16}协[议定]》|平民(?:专家|人员|部分|组成部分|生活|领导)",
        "women-peace-security": r"性别(?:歧视|暴力)",
        # an epithet of whom is addressed: Israel, the occupying Power, must refrain
        "sovereignty": r"自主权|,\s+the\s+occupying\s+Power,",
        "sanctions-listing": r"consolidated\s+list\s+of\s+the\s+weapons|综合清单|经指认的\S{0,4}",
        # 冲突和|解决争端; a plan for peacebuilding
        "political-process": r"和解决|建设和平计划"
        r"|[Tt]ransitional\s+[Gg]overnment|过渡政府|谈判[^，。]{0,6}(?:准入|人道)"
        r"|dialogue\s+(?:among|between)\s+(?:civili[sz]ations|religions|cultures)|dialogue\s+with\s+(?:the\s+)?"
        r"(?:Member|Secret|United|Committee|Security)|文明间对话",
        "state-authority": r"security,\s+development\s+and\s+governance",
        "troop-ceiling": r"最多由[^，。]{0,8}名",
        "mission-establishment": r"设立一个[^，。；]{0,16}?(?:机制|委员会|小组|工作组|基金|办公室)"
        r"|决定设立[^，。；]{0,30}?委员会",
        "conflict-prevention": r"预防冲突(?=各方|方)",
        "peacebuilding": r"冲突后(?=局势|情况)|post-conflict(?=\s+situations?)",
        "investigation": r"尽职调查|执行情况调查",
        "medical-care": r"保健(?=方面)",
        "watch-lists": r"(?:武器|弹药)[^，。]{0,8}数据库",
        # names speak of what is fought for: 人民自卫阵线, 法治塔巴拉, a Government of National Accord
        "self-defence": r"自卫(?:阵线|力量|团体|军|武装|组织|队)"
        r"|[Ss]elf-[Dd]efen[cs]e\s+(?:[Ff]orces?|[Gg]roups?|[Mm]ilitias?|[Uu]nits?|[Mm]ovement|[Ff]ront)",
        "rule-of-law": r"法治(?:塔巴拉|国家抵抗|刚果)",
        "peace-agreement": r"Governments?\s+of\s+National\s+Accord|民族和解政府",
        # what an embargo forbids: technical assistance, training … related to military activities
        "capacity-building": r"(?:[Tt]echnical\s+(?:assistance|advice|training)|\btraining)\b[^.;]{0,90}?"
        r"\b(?:financial|other)\s+(?:or\s+other\s+)?assistance\b"
        r"|(?:技术援助|技术咨询|技术培训|培训|训练)[^。；]{0,24}(?:财政|金融|资金|其他)(?:或其他)?(?:援助|协助)"
        r"|军事活动有关的[^。；]{0,16}(?:援助|培训|训练)",
        "ssr": r"刚果国家警察|索马里国民军|索马里国家警察",
        "committee-mandate": r"(?:基层组织|分支)、附属机构|附属机构、分化",
        "armed-groups": r"associat\w+\s+with\s+(?:armed\s+forces\s+and\s+)?armed\s+groups"
        r"|与武装部队和武装团体有(?:联系|关联)",
        "regional-cooperation": r"nationally\s+or\s+through\s+regional\s+organi[sz]ations",
        # in the performance of its mandate
        "peacekeeping-performance": r"[Pp]erformance\s+of\s+(?:its|their|his|the)\b|维和行动中的",
        # a right of officials, what is done on an exceptional basis
        "exemptions": r"特权和?豁免|作为例外|例外(?:情况|地)",
        "icc-referral": r"特别刑事法院",
        "border-control": r"边界安全区",
        "food-security": r"口粮和燃料",
        "protection-journalists": r"媒体代表",
        # of the population of a territory, not of a suspect
        "extradition": r"[Dd]eportations?\s+of\s+(?:\w+\s+){0,3}civilians",
        # judges are elected too
        "elections": r"[Ee]lections?\s+of\s+(?:\w+\s+){0,3}(?:members|judges)\s+of\s+the\s+"
        r"(?:International\s+)?Court"
        r"|法院[^，。；]{0,12}选举|选举[^，。；]{0,12}法院",
        # of mediators, not of experts: the Panel of Eminent African Personalities
        "panel-of-experts": r"专家和从业|(?:the\s+)?[Pp]anel\s+of\s+(?:[Ee]minent|the\s+Wise)",
        "mission-mandate": r"延长任务?期限?的|续延(?:这一|此类)授权|续设(?:专家|监[察测])"
        r"|mandate\s+and\s+areas?\s+of\s+operations?|续延的|是否[^，。]{0,8}延长任务期限?",
        "protection-un-personnel": r"freedom\s+of\s+movement\s+of\s+(?:all\s+)?"
        r"(?:civilians|the\s+population|people|goods)"
        r"|(?:平民|民众)[^，。；]{0,4}行动自由",
        "cooperation": r"\bin\s+(?:close\s+)?co-?operation\s+with\b|^[与同][^，。；]{1,60}密切合作(?=，)"
        r"|，[^，。；]{0,4}[与同][^，。；]{1,60}密切合作",
        "review-of-mandate": r"review\s+implementation\s+of\s+the\s+plan|key\s+benchmarks|关键基准",
        "health-emergencies": r"outbreak\s+of\s+(?:\w+\s+)?(?:conflict|hostilities|violence|fighting|war)\b",
    }.items()
}
# Words that speak of a second thing as well: the peace process is political.
_ALSO: Mapping[str, str] = {
    "peace process": "political-process", "peace processes": "political-process",
    "和平进程": "political-process",
}  # fmt: skip
# What no list of phrases holds: numbers, and names of which there is no end.
_SHOWN = Expressions(
    {
        # what is told: regular updates; not: to update the concept
        "reporting": r"\b(?:an|any|regular|written|oral|periodic|further|additional|detailed|monthly)\s"
        r"(?:\w+\s)?updates?\b",
        # of a committee; the Chair of the African Union is of none
        "committee-mandate": r"\b[Tt]he\sChair\b(?!\sof\b)",
        # the threat posed by ISIL and its affiliates; 青年党构成的威胁
        "terrorism-suppression": r"\bthreats?\b[^.;]{0,70}?\bby\s(?:ISIL|Da.esh|Al-Qaida|Al-Shabaab)\b"
        r"|(?:伊黎伊斯兰国|达伊沙|基地组织|青年党)[^，。；]{0,16}威胁",
        # whoever is no soldier; a civilian component is none of them
        "protection-of-civilians": r"\bcivilians\b",
        # up to 7137 military personnel, 17 000 troops; 2 101名警察, 最多650名军事人员
        "troop-ceiling": r"\b\d[\d,\u00a0 ]*\s(?:(?:additional|uniformed|individual|civilian)\s)*"
        r"(?:military|troops|police|soldiers|peacekeepers|personnel)\b"
        r"|\d\s?名(?:(?:军事|部队|警察|警务|特派团|维和|联合国)|[^，。；]{0,6}(?:人员|军人|士兵))",
        # the security of UNOMIG personnel, attacks against MINUSMA; 袭击联马稳定团
        "protection-un-personnel": r"\b(?:(?:safety|security|protection)\b[^.;,]{0,50}?\b(?:UN[A-Z]{2,}"
        r"|MINU\w+|MON\w+|ONU\w+|AMISOM|ATMIS|(?:the\s)?(?:Mission|Force|mission)’s|peacekeeping|military\sobservers)\s"
        r"(?:personnel|staff|peacekeepers|troops)\b"
        r"|(?:attacks?|acts\sof\sviolence|threats?)\s(?:on|against)\s(?:the\s)?"
        r"(?:UN[A-Z]{3,}|MINU\w+|MON\w+|ONU\w+|Mission\b|Force\b|peacekeep))"
        r"|(?:袭击|攻击|威胁)[^，。；]{0,8}(?:联[\u4e00-\u9fff]{1,4}[团队]|特派团|稳定团|维和)"
        r"|(?:稳定团|特派团|部队|支助团|援助团)[^，。；]{0,6}人员[^，。；]{0,6}安[全保]",
        # the 20 June 2011 Agreement, the Conakry Agreement, the Abuja Accords; 《内罗毕协定》
        "peace-agreement": r"\b\d{1,2}\s(?:January|February|March|April|May|June|July|August|September"
        r"|October|November|December)(?:\s\d{4})?\s(?:[A-Z]\w+\s)?(?:[Aa]greements?|Accords?|Communiqué)\b"
        r"|\b(?!Safeguards|Security|Forces|Mission|Headquarters|Lease|Status|Additional|Trade|Association"
        r"|The|This)[A-Z]\w{3,}(?:\s(?:Peace|Political|Framework|Ceasefire|II|III|Power.sharing))?\s(?:Agreements?|Accords?)\b"
        r"(?!\son\s(?:Trade|the\sStatus))"
        r"|《(?:[^《》]{0,24}(?:和平|停火|政治|和解|冲突|脱离|比绍|朱巴|阿尔及尔)[^《》]{0,24}|[\u4e00-\u9fff]{2,5})协[议定]》"
        r"(?<!地位协定》)(?<!保障协定》)(?<!保障监督协定》)",
        # the individuals listed in Annex I shall be subject to the measures; 应受…措施的制约
        "sanctions-listing": r"\b(?:listed|specified|named|identified|designated)\sin\s(?:the\s)?[Aa]nnex"
        r"|\b(?:individuals|entities|persons)\b[^.;]{0,120}\bsubject\sto\s(?:the\s)?(?:measures|sanctions)"
        r"|附件[^，。；]{0,6}所列[^，。；]{0,8}(?:个人|实体)|(?:个人|实体)[^。；]{0,60}措施的?制约",
        # safe, timely and unhindered access; 充分、安全和不受阻碍的通行
        "humanitarian-access": r"\b(?:safe|rapid|full|unimpeded|unhindered)\b[^.;]{0,40}\baccess\b[^.;]{0,60}"
        r"(?:humanitarian|relief|aid\b|in\sneed|assistance|civilian)"
        r"|(?:安全|迅速|快速|充分|不受阻碍|无阻)[^，。；]{0,12}(?:通行|准入)[^。；]{0,60}(?:援助|救济|人道|平民|民众)",
    }
)
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
    r"\b(?:this|that)\s+(?:\w+\s+)?(?:regard|end|respect|matter|context|connection|phenomenon|process|threat|issue"
    r"|practice|initiative|agreement|objective|goal|commitment|framework|role|effort|development|problem|plan"
    r"|decision)\b"
    r"|\bsuch\s+(?:conduct|acts?|activit\w+|efforts|cases|support|measures|violations|abuses|attacks|crimes|reports?"
    r"|violence|information|agreements?|assistance)\b"
    r"|\b(?:these|those)\s+(?:\w+\s+)?(?:efforts|issues|acts|measures|tasks|process(?:es)?|violations|abuses|attacks"
    r"|crimes|obligations|commitments|provisions|requirements|agreements?|recommendations|developments|incidents"
    r"|groups|initiatives|objectives|goals|activities|priorities|reforms|elections|decisions|challenges|threats)\b"
    r"|\b(?:therein|thereof|thereto|thereon)\b"
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

    def counts(found: Found) -> bool:
        size = found.end - found.start
        if any(start < found.end and found.start < end for start, end in asked):
            asked.append((found.start, found.end))  # the Panel, of the Panel of Experts
            return False
        if any(start <= found.start and found.end <= end and size < end - start for start, end in spans):
            return False
        other = _NOT.get(found.id)
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
    for topic, _ in _SHOWN.search(body):
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
    return bool((_BACK if body.isascii() or not is_chinese(body) else _BACK_ZH).search(body))
