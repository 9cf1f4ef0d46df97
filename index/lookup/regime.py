"""What a question asks of a sanctions regime, and where that is laid down and renewed.

*Can ammunition be sold to Haiti?* asks for the arms embargo on Haiti, 青年党制裁专家小组的任期到哪天 for the
panel of the regime whose resolutions speak most of that group. Nothing is known of particular regimes: kinds
come from the words for measures, matters from the countries named or from what resolutions say of a group.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold, fold_case
from mandex.corpus.symbols import resolution_number
from mandex.index.life.bodies import Life
from mandex.index.life.by_criteria import Listing
from mandex.index.life.criteria import criteria
from mandex.index.life.matters import is_situation
from mandex.index.life.measures import TRADE, kinds_of
from mandex.index.life.oversight import Oversight
from mandex.index.life.standing import Register
from mandex.index.life.step import Step
from mandex.index.lookup.candidates import Place
from mandex.index.lookup.question import Question
from mandex.index.lookup.traces import Traces
from mandex.index.lookup.vocabulary import missions_of

# As people ask, over the folded question, beside the words of the texts (`life.measures`).
_EVERYDAY: tuple[tuple[str, Expression], ...] = tuple(
    (kind, Expression(words))
    for kind, words in {
        # *Who may receive arms*, 供应武器; left: *armed groups*, *weapons of mass destruction*
        "arms-embargo": (
            r"\b(?:arms|weapons?(?! of mass)|weaponry|ammunition|guns|rifles|munitions|firearms|pistols"
            r"|bullets|cartridges|tanks|military (?:equipment|hardware))\b|(?<!ballistic )\bmissiles\b"
            r"|军火|弹药|枪支|枪械|子弹|坦克|军事装备|(?<!核)(?<!生物)(?<!化学)(?<!杀伤性)武器"
        ),
        # *Are the assets of persons on the list still frozen*, *bank accounts blocked*, 冻结资金
        "asset-freeze": (
            r"\b(?:freez\w*|frozen)\b|\bblocked? .{0,30}\b(?:assets|accounts|funds)\b|\bbank accounts\b"
            r"|\bseiz\w+ .{0,20}\b(?:money|funds|assets|property)\b"
            r"|\b(?:money|property|assets|funds)\b.{0,30}\b(?:blocked|locked|seized)\b"
            r"|\b(?:financial|assets?) sanctions\b|冻结|银行账户|存款|(?:金融|资产|财产)(?:制裁|限制)"
        ),
        # *refuse entry to a person*, *entry ban*, *can he travel*, 禁止入境; left: *travel of fighters*
        "travel-ban": (
            r"\bentry ban|\b(?:cannot|not allowed to|may not|forbidden to|can) leave the(?:ir)? country\b"
            r"|\btravel (?:waivers?|exemptions?|sanctions?)\b|\bfly abroad\b"
            r"|\b(?:refus|den|prevent)\w+ .{0,12}\bentry\b"
            r"|\b(?:can|may|allowed|banned|barred)\b.{0,60}\b(?:travel\w*|enter|visit|fly to)\b|\bvisas?\b"
            r"|\bcross(?:ing)? borders\b|旅行限制|旅行禁令|出国|出境"
            r"|禁止.{0,4}入境|入境禁令|[能可].{0,20}(?:入境|旅行)|签证|旅行.{0,6}制裁"
        ),
        TRADE: r"\b(?:trade|economic) (?:embargo(?:es)?|ban|boycott)\b|(?:贸易|经济)(?:禁运|封锁)",
        "commodity:oil": r"\b(?:oil|diesel)\b|柴油|汽油",
        "sectoral:aviation": r"\b(?:flight ban|air embargo|no-fly|ban on flights)\b|禁飞|空中禁运|航空禁运",
        "components:ied": (
            r"\bimprovised explosive|\bieds?\b|\bexplosives? precursors?\b|简易爆炸|(?:炸药|爆炸物?品?)前体"
        ),
        # *Can a second-hand coaster be sold*, 能否向其出售旧船; left: *ships that sell coal*
        "commodity:vessels": (
            r"\b(?:sell|sold|sale of|buy|bought|purchase|acquire|export|import|transfer)\b.{0,24}"
            r"\b(?:ships?|vessels?|coasters?|freighters?|tankers?|trawlers?|barges?|ferry|ferries|tugboats?"
            r"|bulk carriers?|fishing boats?)\b(?!-)"
            r"|(?:出售|购买|卖|买).{0,6}(?:船舶|船只|旧船|新船|油轮|货轮|渔船)"
            r"|(?:船舶|船只|旧船|新船|油轮|货轮|渔船)买卖"
        ),
        # *Permission to inspect ships*; and as what ends it says: *to carry out inspection*
        "sectoral:inspection": (
            r"\b(?:inspect|board|search|stop|interdict|halt)(?:ing|ion|ions)?\b.{0,30}\b(?:ships?|vessels?)\b"
            r"|\bcarry out inspections?\b|[检搜]查.{0,8}船"
        ),
        # *Restrictions on weapons of mass destruction*; left: *that terrorists get some*
        "sectoral:proliferation": (
            r"\b(?:restrictions?|measures?|sanctions|bans?) on\b.{0,30}"
            r"\b(?:weapons of mass destruction|wmds?)\b"
            r"|\b(?:weapons of mass destruction|wmds?|nuclear)\b.{0,40}"
            r"\b(?:measures|restrictions|sanctions)\b"
            r"|大规模(?:毁灭性|杀伤性)武器.{0,8}(?:限制|措施|制裁|禁令)"
        ),
    }.items()
)  # fmt: skip
# *The embargo on Darfur*: on arms, where nothing else is named.
_EMBARGO = Expression(
    r"\bembargo(?:es)?\b(?<!trade embargo)(?<!economic embargo)(?<!fuel embargo)(?<!air embargo)"
    r"|(?<!贸易)(?<!经济)(?<!燃料)(?<!航空)(?<!空中)禁运"
)
# Of whom a measure is not asked for but what goes with it: who is spared, who is listed and why, reports.
_BESIDE = Expression(
    r"\b(?:exempt\w*|exception\w*|carve-?outs?|criteri\w*|delist\w*|inspect\w*|search\w*|reports?"
    r"|notif\w*|lifted|(?:re)?invest(?:ed|ing)?|reinvestments?|destroy\w*|disarm\w*|surrender|collect\w*|stockpiles?|management)\b"
    r"|\b(?:time|fixed|term) deposits?\b|\bfixed[- ]income\b|\bbonds\b|\btreasury bills\b"
    r"|定期存款|定存|固定收益|债券|国债|再投资|豁免|例外|标准|除名|[检搜]查|报告|通知|解除|销毁|收缴|储存|管理"
)
# Who is spared: *who may get weapons despite the embargo*, 谁不受限制.
_SPARED = Expression(
    r"\b(?:exempt\w*|exceptions?|carve-?outs?|despite|notwithstanding|waivers?"
    r"|without (?:breach|violat|break|infring)ing)\b|豁免|[算会否]违反|受.{0,10}(?:限制|禁运)吗?\?"
    r"|例外|不受.{0,14}(?:限制|禁运)|除外"
)
ANY_MEASURE = Expression(r"\bsanctions?(?: measures| regime)?\b|制裁")
# *Sanctions against the DRC*, 刚果(金)制裁: nothing is asked for but what there is.
_LITTLE = Expression(r"\b(?:the|un|on|against|for|of|in|current)\b|[对的]|措施|制度")
# *The 1267 Monitoring Team*: a committee by the number of the resolution that founded it.
_NUMBER = Expression(r"(?<![\d/])\d{3,4}(?![\d/])")
_OVERSEERS: tuple[tuple[str, Expression], ...] = (
    ("ombudsperson", Expression(r"\bombudsperson\b|监察员")),
    (
        "cted",
        Expression(r"\bcted\b|\bcounter-?terrorism (?:committee )?executive directorate\b|反恐.{0,6}执行局"),
    ),
    ("monitoring-team of ", Expression(r"\bmonitoring team\b|\b(?:the|un|sanctions) monitors\b|监[测察]组")),
    (
        "panel of ",
        Expression(
            r"\b(?:panel|experts|monitoring group)\b|\b(?:the|un|sanctions) monitors\b"
            r"|专家[小组]|监[测察]组"
        ),
    ),
)
_TERM = Expression(
    r"\b(?:mandate\w*|until (?:when|what)|how long|expir\w*|end|ends|ended|work|works|term|renew\w*"
    r"|extend\w*|exists?|closed?|closure|dissolved|disbanded|abolished|stop\w*|withdraw\w*|pull out"
    r"|go home|authori[sz]ed (?:until|till|through))\b"
    r"|任期|任务期|何时|到期|到哪|什[么幺]时候|延长|多久|存在|结束|终止|解散|关闭|撤|还在|还会|还有授权|授权到|截止"
)
# The day on which a term ends, as it is now: *when does the mandate end*, *mandate expiry*, 任期何时届满;
# left: *when did it end*, *may it stay until the withdrawal*.
_WHEN_IT_ENDS = Expression(
    r"\b(?:(?:un)?till? (?:when|what|which)|through when)\b"
    r"|\b(?:when|what (?:date|day|month)|which (?:day|month)|how long) (?:does|do|will|is|are|must|can)\b"
    r".{0,80}\b(?:ends?|expires?|runs? out|lapses?|over|due|last|run|stay|authori[sz]ed|mandated?"
    r"|renew(?:al|ed))\b"
    r"|\b(?:mandates?|terms?|authori[sz]ations?|sanctions?|embargo|measures?)(?:['’]s)?"
    r" (?:expiry|expiration|end date|renewal date)\b"
    r"|\b(?:expiry|expiration|end|renewal)(?: date)? of .{0,60}\bmandates?\b|\bcurrent (?:mandate|term)\b"
    r"|(?:何时|什[么幺]时候|几时|哪[天日年月]|几月|多久).{0,6}(?:到期|届满|结束|为止|期满)"
    r"|(?:任期|任务期限?|授权|任务).{0,6}(?:到期|届满|到何时|到哪|到几|期满)"
)
# Whom measures are applied to, and why: *what conduct gets a person listed*, *grounds for designation*,
# 哪些行为会被列入制裁名单; left: *how does a listed person apply for delisting*.
_LISTED = Expression(
    r"\b(?:listing|designation|sanctions?|inclusion) criteri\w+|\bcriteri\w+ (?:for|of|to)\b.{0,40}"
    r"\b(?:list\w*|designat\w+|sanction\w*)|\bgrounds (?:for|of|to)\b.{0,20}\b(?:list|designat|sanction)\w+"
    r"|\bmeets? the criteria\b|\b(?:eligible|eligibility) for (?:listing|designation|sanctions)"
    r"|\b(?:who|what|which|can|could|may|someone|anyone|somebody|person)\b.{0,60}\b(?:be|being|been|gets?|got)"
    r"(?: an? \w+)? (?:put (?:up)?on|(?:\w+ly )?(?:listed|sanctioned|designated|blacklisted|targeted"
    r"|added to)\b)"
    r"|\bwhy\b.{0,40}\b(?:listed|sanctioned|designated)\b"
    r"|(?:列名|指认|列入名单|制裁).{0,4}(?:标准|条件|依据|理由)"
    r"|(?:什么|哪些|何种|谁).{0,20}(?:被列|列入|列名|上名单|[受被]制裁|被指认)"
)
_DELISTED = Expression(r"\bde-?list|\bremov\w+ from\b|\boff the list\b|除名")
_MANDATED = frozenset({"mission", "force", "court"})
_GROUPS = frozenset({"actor", "name", "place"})
_MOSTLY = 0.5  # of what regimes say of a group: then the group means that regime
_SUBJECT = "measures of "


Laid = Step | Listing
"""A paragraph that lays down or renews something of a regime, or says who may be listed under it."""


def asked_of(register: Register, asked: Question, traces: Sequence[Traces]) -> Sequence[Laid]:
    """The steps that lay down, and last renewed, what a question asks of a regime, oldest first, or its
    listing criteria; none where it asks for no measure, criteria, panel, team or ombudsperson.
    """
    text = fold(asked.text)
    if _LISTED.search(text) and not _DELISTED.search(text):
        matters = matters_asked(register, asked, traces) or _countries_of(missions_asked(asked))
        return [listing for matter in matters for listing in criteria(register, matter)]
    if missions := missions_asked(asked):
        return list(_terms_of(register, missions, ())) if _TERM.search(text) else []
    if overseers := overseers_asked(text):
        return list(_terms_of(register, overseers, matters_asked(register, asked, traces)))
    kinds = kinds_asked(text)
    anything = bool(ANY_MEASURE.search(text)) and (
        "latest" in asked.wishes or bool(_TERM.search(text)) or _is_bare(asked, text)
    )
    if kinds and _SPARED.search(text):
        matters = matters_asked(register, asked, traces)
        return sorted(
            (step for matter in matters for step in register.exemptions(matter, kinds)),
            key=lambda step: step.order,
        )
    if _BESIDE.search(text) or not (kinds or anything):
        return []
    telling = _telling if kinds else _whole
    found = [
        step
        for matter in matters_asked(register, asked, traces)
        for step in telling(register, laid_on(register, matter, kinds))
    ]
    return sorted(found, key=lambda step: step.order)


def last_terms(register: Register, asked: Question, traces: Sequence[Traces]) -> Sequence[Laid]:
    """What last set the term of the missions, panels, teams or measures that a question names, where it asks
    when that ends.
    """
    text = fold(asked.text)
    dated = any(concept.kind in ("year", "month") for concept in asked.concepts)
    if dated or not _WHEN_IT_ENDS.search(text):
        return []
    subjects = missions_asked(asked)
    matters = [] if subjects else matters_asked(register, asked, traces)
    if subjects := subjects or subjects_of(overseers_named(text), matters):
        return [life.last for life in lives_of(register, subjects) if not life.closed]
    kinds = kinds_asked(text)
    if _BESIDE.search(text) or _SPARED.search(text) or not (kinds or ANY_MEASURE.search(text)):
        return []
    return [step for matter in matters for step in _last_renewal(register, matter, kinds)]


def _last_renewal(register: Register, matter: str, kinds: Sequence[str]) -> list[Step]:
    """The last renewal of all measures on a matter; of some kinds what set the end that they have now."""
    ending = [step for step in register.measures(matter) if step.until]
    if kinds:
        settling = {register.of_step(step).by for step in register.measures(matter, kinds)}
        return [step for step in ending if step.place in settling][-1:]
    return [step for step in ending if step.action == "extends"][-1:] or ending[-1:]


def laid_on(register: Register, matter: str, kinds: Sequence[str]) -> list[Step]:
    """What lays measures of some kinds down and renews them; where nothing held imposes the kind (the
    paragraph that does is not held), what renews *the measures*.
    """
    found = register.measures(matter, kinds)
    imposed = (one for one in register.kept.on(f"{_SUBJECT}{matter}") if one.action == "imposes")
    if found or not kinds or any(not set(kinds).isdisjoint(one.kinds) for one in imposed):
        return found
    return [step for step in register.measures(matter) if not step.kinds]


def _telling(register: Register, laid: Sequence[Step]) -> Iterator[Step]:
    """Of what lays a measure down and renews it, again and again: what imposes it and is still renewed, and
    the last that says anything.
    """
    imposed = [step for step in laid if step.action == "imposes"]
    renewed = [step for step in imposed if register.of_step(step).status == "current"]
    yield from (renewed or imposed)[:1]
    yield from (renewed or imposed)[-2:]
    yield from laid[-1:]


def _whole(_: Register, laid: Sequence[Step]) -> Iterator[Step]:
    """Of what lays all measures of a regime down and renews them: the first, and the last renewal."""
    yield from [step for step in laid if step.action == "imposes"][:1]
    yield from ([step for step in laid if step.action == "extends" and step.until] or laid)[-1:]


def _countries_of(missions: Iterable[str]) -> list[str]:
    """The countries that some missions work in: *can one be sanctioned for obstructing MONUSCO*."""
    return list(dict.fromkeys(country for id_ in missions for country in lexicon.bodies()[id_].countries))


def missions_asked(asked: Question) -> list[str]:
    """The missions and courts that a question names, or those of its countries where it asks for a mission:
    *may UNIFIL carry weapons* asks for no embargo.
    """
    bodies = lexicon.bodies()
    ids = [concept.id for concept in asked.concepts]
    named = [id_ for id_ in ids if id_ in bodies and bodies[id_].kind in _MANDATED]
    if named or not asked.mission:
        return named
    return [id_ for concept in asked.concepts if concept.kind == "country" for id_ in missions_of(concept.id)]


def kinds_asked(text: str) -> tuple[str, ...]:
    """The kinds of measure that a folded question names, in the words of texts or of every day."""
    everyday = [kind for kind, words in _EVERYDAY if words.search(text)]
    found = tuple(dict.fromkeys((*kinds_of(text), *everyday)))
    return found or (("arms-embargo",) if _EMBARGO.search(text) else ())


def overseers_asked(text: str) -> list[str]:
    """The kinds of body whose term is asked for."""
    return overseers_named(text) if _TERM.search(text) else []


def overseers_named(text: str) -> list[str]:
    """The kinds of body that a folded question speaks of."""
    return [subject for subject, words in _OVERSEERS if words.search(text)]


def _terms_of(register: Register, overseers: Sequence[str], matters: Sequence[str]) -> Iterator[Step]:
    """The last term of a body, and what founded it."""
    for life in lives_of(register, subjects_of(overseers, matters)):
        if not life.closed:
            yield life.first
            yield life.last


def lives_of(register: Register, subjects: Iterable[str]) -> list[Life]:
    """The lives of bodies, of those that have one."""
    return [life for one in subjects if (life := register.demands.bodies.life(one)) is not None]


def subjects_of(overseers: Sequence[str], matters: Sequence[str]) -> list[str]:
    """The bodies of some kinds on some matters; those of one body alone name it."""
    return [
        subject
        for overseer in overseers
        for subject in ([overseer + matter for matter in matters] if overseer.endswith(" ") else [overseer])
    ]


def matters_asked(register: Register, asked: Question, traces: Sequence[Traces]) -> list[str]:
    """The countries that a question names, or what its committees are about; without any what the regimes
    that name its groups are about.
    """
    countries = [concept.id for concept in asked.concepts if concept.kind == "country"]
    if countries:
        return countries
    measured = _measured(register)
    numbers = {int(one[0]) for one in _NUMBER.finditer(asked.text)}
    if numbers and (overseen := _overseen_by(register, numbers, measured.values())):
        return overseen
    places = [one for one in traces if one.concept.id.startswith("place ")]
    named = [one for one in dict.fromkeys(measured.values()) if any(place.names(one) for place in places)]
    if named:  # *items relating to the situation in the former Yugoslavia*
        return named
    groups = (one for one in traces if one.concept.kind in _GROUPS)
    votes = Counter(matter for one in groups if (matter := _meant(one, measured)))
    if votes:
        return [matter for matter, _ in votes.most_common(1)]
    # *The no-fly zone over Libya* is known by that name, country and all.
    return list(dict.fromkeys(found.id for found in lexicon.match_countries(fold_case(asked.text))))


def _overseen_by(register: Register, numbers: Set[int], matters: Iterable[str]) -> list[str]:
    """The matters of some whose committee was founded by one of some resolutions."""
    oversight = Oversight(register)
    places = {matter: oversight.of_matter(matter) for matter in dict.fromkeys(matters)}
    return [one for one, place in places.items() if resolution_number(place.partition(" OP")[0]) in numbers]


def _is_bare(asked: Question, text: str) -> bool:
    """Whether a question (folded: `text`) names sanctions, a country, and nothing else."""
    named = [fold(concept.said) for concept in asked.concepts if concept.kind == "country"]
    left = _LITTLE.sub(" ", ANY_MEASURE.sub(" ", text))
    for name in named:
        left = left.replace(name, " ")
    return bool(named) and not left.strip(" ?!.。")


def _meant(group: Traces, measured: Mapping[int, str]) -> str:
    """The matter of most of what the regimes say of a group; empty where no one has most."""
    said: Counter[str] = Counter()
    for doc, count in group.documents.items():
        if doc in measured:
            said[measured[doc]] += count
    return next((matter for matter, count in said.most_common(1) if count >= _MOSTLY * said.total()), "")


def _measured(register: Register) -> dict[int, str]:
    """The matters of the documents that lay measures on, or renew them."""
    laying = register.kept.acting(("imposes", "extends", "continues"))
    return {step.doc: step.matter for step in laying if step.subject.startswith(_SUBJECT)}


def is_spared_with_all(register: Register, asked: Question, first: Place) -> bool:
    """Whether a paragraph that is asked for by its name exempts from the measures of all regimes, and the
    countries named have such: the *humanitarian exemption* of 2664 OP1 answers for Sudan, which it does not
    name.
    """
    if not any(first.candidate.number in one.numbers for one in asked.concepts if one.kind == "name"):
        return False
    steps = register.kept.at(first.symbol, first.candidate.label)
    if not any(one.action == "exempts" and not one.targets and not is_situation(one.matter) for one in steps):
        return False
    countries = {one.id for one in asked.concepts if one.kind == "country"}
    laid = {*register.kept.matters("imposes", _SUBJECT), *register.kept.matters("extends", _SUBJECT)}
    return bool(countries) and countries <= laid
