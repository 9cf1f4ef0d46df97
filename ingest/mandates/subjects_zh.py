"""The subject of a Chinese clause: which of the names in it are told to act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.lexicon import Verb
from mandex.corpus.phrases import Found

# What is said of a name makes it no addressee: 秘书长关于……的报告.
_POSSESSIVE = Expression(r"的(?!各|所有)|关于|所(?!有)|提出|提交的|规定|认可|决定")
# 应 that tells to act, not 应请求, 供应, 对应.
_SHALL = (
    r"(?<![供相响反适回对答或])应"
    r"(?!(?<![国家方者府员会团]应)对|急|用|答|邀|受|被|得到|获|有的|(?!根据|按照|依照|考虑)[^，。；]{0,24}?(?:请求|邀请|要求))"
)
# 需 that tells to act, not 视需要, 急需, 需求.
_NEEDS = r"(?<![所视急必无按何的能不])需(?![求的者品、，。；]|要[的、，。；])"
_DEED = Expression(rf"{_SHALL}|必须|(?<!必)须|{_NEEDS}|不得|可以|将|[；：。]")
_DUTY = Expression(
    rf"{_SHALL}|必须|(?<!必)须|{_NEEDS}|不得|有必要|有义务|有责任|负(?!责)有?[^，。；]{{0,30}}?(?:责任|义务)"
    r"|承担[^，。；]{0,12}?(?:义务|[首主]要责任)"
)
# A decision to ask somebody: 决定请秘书长……, 决定授权会员国…….
_ASKS = Expression(r"[，,]?(?:授权|请|要求|邀请|责成|委托|指示)(?=[\u4e00-\u9fff])")
# Between the verb and the first whom it addresses stands nothing that is done or that ties a name to a deed:
# 所有相关, 联邦, 根据上文第1段采取行动的; not: 继续与, 在, 立即停止破坏, 迅速完成.
_BEFORE_FIRST = Expression(
    r"[^，。；：]{0,60}的(?:所有|各|有关|相关|任何|其他|\s)*"
    r"|(?:(?![与在通从经由对向为给就把被让使请]|立即|停止|执行|加强|扩大|重新|恢复|保障|充分|尊重|努力|迅速|完成|支持|继续|借助"
    r"|制定|提交|建立|释放|审查|实行|实施|评估|采取|避免|利用|开展|提供|增加|确保|按照|根据|促进|改善|落实|酌情"
    r"|(?<!其)[他她它]们?|其(?!他|余)|包括)[^，。；：]){0,16}"
    r"|(?:负责)?[^，。；：的]{2,20}问题的?|《[^《》]{2,40}》的?"
)
# What may stand between the addressees of one list, and before the first of them.
_UNKNOWN = (
    r"(?:(?![与同向对在由就为将把给从经按据请使让需应并了等继]|定期|审查|报告|评估|规划|设立|迅速|协助|支持|执行(?!小组)|开展|提供|加强|考虑|采取|制定|确保|充分"
    r"|着手|组建|成立|组成|全面|履行|遵守|停止|尊重|制止|预防|防止|消除|保护|打击|继续)[^，。；：、和及])"
)
_LINK = Expression(
    r"(?:[、和及或]|联合国|以及|并且|并酌情请|酌情|所有|各|有关|相关|其他|主要|关键|国内|国际|区域|地区|地方|各级|在内的?|[,，]?特别是|[,，]?尤其是|[,，]?包括|[,，]?其中包括"
    r"|[，,]以及|[()（）]|，并|的|该|其"
    # as they are told apart: 和签署协议的武装团体; a name that is not known: 非盟高级别执行小组和秘书长特使
    r"|(?<=[、和及与或])[^，。；：、]{1,24}的|，包括[^，。；]{1,16}，(?=以及|和|及)|在[^，。；、]{1,16}范围内"
    rf"|^{_UNKNOWN}{{1,12}}(?=、|和|及|以及)|(?<=[、和及]){_UNKNOWN}{{1,14}}(?=、|和|及|以及)"
    rf"|(?<=[、和及]){_UNKNOWN}{{1,8}}$)*"
)
_LINK_WIDTH = 36
# A stretch between commas that only says how or where: ，包括干预旅，.
_ASIDE = Expression(
    r"(?:包括|特别是|尤其是|其中|根据|按照|依照|遵照|在|与|经|酌情|作为|如|以|为|通过|从|自|除|并与|于|至迟|一旦|应)"
)
# What is done with, to or by a name makes it no subject: 与, 对, 经.
_OBLIQUE = Expression(
    r"(?:[与同向对由经被给除]|(?<!不)在|支持|协助|按照|根据|通过)(?:所有|各|有关|相关|该|其他)*$"
)
# Behind the subject, how and when it acts: 会员国在向委员会提交…名单的名字时应.
_HOW = Expression(r"(?<![存所])在|根据|按照|依照|除.{1,20}外")
# A stretch that says when, whomever it names: 在向…运送物项以便打击青年党之前，必须与政府协调.
_WHEN = Expression(r"在[^，。；]*(?:之?前|之?后|时)$")
# Where a name only belongs to what acts: 稳定团的所有工作均应, 联刚稳定团开展的活动应.
_ITS = Expression(
    r"(?!各自|在|于|根据|按照|从|自|经|为|如|若|一旦|每|至迟|酌情|视|均|不|负|应)"
    # and where it only has said so: 非盟和安会2018年2月8日公报申明应使各签署方
    r"(?:[^，。；]{0,10}的|[^，。；]{0,20}(?:公报|声明|备忘录)申明)"
)
# A country is where somebody is, or whose: 马里境内, 马里各方, 几内亚湾.
_WHERE = Expression(
    r"(?:境内|全境|境外|沿海|局势|北部|南部|东部|西部|领土|人民|湾|问题|投资局|为邻|政治对话)"
)
# 国家 is a word like *national* before these.
_NATIONAL = Expression(
    r"努力|[、和](?:次?区域|地区|国际|地方)|当局|主管|法|一级|安全|行动|战略|机构|能力|层面|政策|框架|利益|和解|立法|民族|对话|人权|警察|军|自主|主导|政府|选举|预算|利益攸关"
)


def head(clause: str, found: Sequence[Found], verb: Verb, *, point: bool) -> tuple[list[Found], list[Found]]:
    """Those of the names `found` that the clause tells to act, and those that a decision may be about."""
    names = [f for i, f in enumerate(found) if _may_act(clause, f, found[i + 1 : i + 2])]
    clause = _without(clause, [f for f in found if f not in names])
    if not names:
        return [], []
    if verb.lemma in ("remind", "warn"):
        return _addressed(clause, names, 0), []
    if verb.force == "note" or point:
        subject = _subject(clause, names, _DUTY)
        if not subject and point and verb.force in _ASKING:
            subject = _first_told(clause, names)
        return subject or (_at_once(clause, names) if point else _important(clause, names)), []
    if verb.force != "decide" or "authorize" in verb.lemma:
        told = _addressed(clause, names, 0) or (_both(clause, names) if verb.force in _ASKING else [])
        return told, [f for f in names if not _is_oblique(clause, f)]
    if match := _ASKS.match(clause):
        return _addressed(clause, names, match.end()), names
    if first := _may_at_once(clause, names):
        return first, names
    decided = [f for f in names if not _is_oblique(clause, f)]
    return _subject(clause, names, _DEED) or _subject(clause, names, _DUTY), decided


# Whom a decision lets act: 会员国可允许在已冻结的账户中存入利息.
_MAY = Expression(r"可(?:允许|根据|酌情|请|向|在|以|采取|通过|决定|授权|要求)")


def _may_at_once(clause: str, names: Sequence[Found]) -> list[Found]:
    first = _addressed(clause, names, 0) if not names[0].start else []
    return first if first and _MAY.match(clause, first[-1].end) else []


# Those between whom something shall be better: 加强所有国家、联刚稳定团和专家组之间的合作.
_BETWEEN = Expression(r"之间的?[^，。；]{0,12}(?:合作|协调|沟通|交流|协作|对话|联合|伙伴)")

_BETTER = Expression(r"(?:进一步|继续)?(?:加强|促进|扩大|深化)")


def _both(clause: str, names: Sequence[Found]) -> list[Found]:
    if not _BETTER.match(clause):
        return []
    for i, name in enumerate(names):
        if _BETWEEN.match(clause, name.end):
            both = clause[: name.start].replace("与", "和") + clause[name.start :]
            parties = _listed(both, names[: i + 1])
            return parties if parties[1:] else []
    return []


# 联刚稳定团和刚果民主共和国当局彼此沟通的重要性: what matters is that they do it.
_IMPORTANT = Expression(r"的?(?:重要性|必要性|紧迫性)")


# That somebody is there or has a part is no deed: 继续派驻力量的至关重要性.
_NO_DEED = Expression(r"派驻|作用|存在|衔接|能力建设|政策")


def _important(clause: str, names: Sequence[Found]) -> list[Found]:
    match = _IMPORTANT.search(clause)
    if match is None or "，" in clause[: match.start()] or clause.startswith(("与", "同")):
        return []
    both = clause[: match.start()].replace("与", "和")
    doers = _addressed(both, [f for f in names if f.end <= match.start()], 0)
    if not doers or clause.startswith("的", doers[-1].end) or match.start() - doers[-1].end < 2:
        return []
    return [] if _NO_DEED.search(clause, doers[-1].end, match.start()) else doers


# Whom a point names that its stem asks: 促请：(a) 索马里联邦政府通过…领导协调; 请：(b) 联邦政府继续互动.
_ASKING = frozenset({"request", "call", "urge", "encourage", "demand", "recommend"})
_ACTS = Expression(r"(?:政府|当局)?(?:通过|继续|在整个|与[^，。；的]{2,20}协调)")


def _first_told(clause: str, names: Sequence[Found]) -> list[Found]:
    first = _addressed(clause, names, 0) if not names[0].start else []
    return first if first and _ACTS.match(clause, first[-1].end) else []


# Whose report a point is: (c) 专家小组：; (a) 联邦政府酌情与……协调.
_AT_ONCE = Expression(r"(?:政府|当局)?(?:：|应当：|酌情与)")


def _at_once(clause: str, names: Sequence[Found]) -> list[Found]:
    first = names[0]
    return [first] if not first.start and _AT_ONCE.match(clause, first.end) else []


def _may_act(clause: str, found: Found, following: Sequence[Found]) -> bool:
    surface = clause[found.start : found.end]
    if surface == "国家" and _NATIONAL.match(clause, found.end):
        return False
    if clause.rfind("《", 0, found.start) > clause.rfind("》", 0, found.start):
        return False  # 《解决南苏丹共和国冲突重振协议》
    if found.id == "secretary-general" and _ENVOY.match(clause, found.end):
        return False
    if found.id == "security-council":
        return bool(re.match(r"成员", clause[found.end :]))
    if re.match(r"(?:以外|之外|外)的", clause[found.end :]):
        return False  # 观察员部队以外的所有团体
    if surface == "委员会" and found.start and not _BEFORE_COMMITTEE.search(clause, 0, found.start):
        return False  # 联合监测和评价委员会
    after = following[0] if following else None
    if after and after.start == found.end and clause[after.start : after.end] == "成员国":
        return False  # 非洲联盟成员国
    if after and after.start == found.end and after.id == "states-concerned" and found.id in lexicon.bodies():
        return False  # 非索过渡特派团部队派遣国
    if (
        found.id == "parties"
        and re.match(r"双方|两[国方]", surface)
        and _OF_TWO.search(clause, 0, found.start)
    ):
        return False  # 苏丹和南苏丹两国政府
    if found.id not in lexicon.countries():
        return True
    if _WHERE.match(clause, found.end):
        return False
    # 南苏丹武装冲突各方 are parties; 南苏丹政府 is South Sudan
    return not (
        after
        and after.id
        in (
            "parties",
            "armed-groups",
            "states-concerned",
            "international-community",
            "united-nations-system",
        )
        and not re.match(r"双方|两[国方]", clause[after.start : after.end])
        and after.start - found.end <= (0 if after.id == "united-nations-system" else _ATTRIBUTE)
        and not re.search("[、和及与，在向对]|政府|当局|酌情|利用", clause[found.end : after.start])
    )


_ENVOY = Expression(
    r"(?:的|[^，。；的和、及与或向就将任使把到包秘]{0,14})(?:特使|特别代表|私人特使|特别顾问|特别协调员|高级代表)"
)
_BEFORE_COMMITTEE = Expression(r"(?:[，、；：（( 和及与向由经请示定该本各设的对在使为或以从被会]|授权)$")
_OF_TWO = Expression(r"(?:[和与、].{1,8}|金\))$")
_ATTRIBUTE = 6  # characters between a country and those of it that are meant


def _without(clause: str, attributes: Sequence[Found]) -> str:
    """The clause with blanks for names that only belong to others: 马里当局和马里所有各方."""
    for name in attributes:
        clause = clause[: name.start] + " " * (name.end - name.start) + clause[name.end :]
    return clause


def _subject(clause: str, names: Sequence[Found], deed: Expression) -> list[Found]:
    """The names right before the first word that tells to act, in the same stretch between commas."""
    match = deed.search(clause)
    if match is None or match[0] in "；：。":
        return []
    end = match.start()
    inside: list[Found] = []
    while not inside and end > 0:
        # 整个联刚稳定团部队，包括干预旅，必须优先执行保护平民任务
        begin = max(clause.rfind(stop, 0, end) for stop in "，；：")
        if clause.startswith(("为", "避免", "防止"), begin + 1) and end < match.start():
            return []  # 为进一步避免青年党获得武器，不得将…转售
        inside = _direct(clause, [f for f in names if begin < f.start and f.end <= end])
        if end < match.start() and _WHEN.match(clause, begin + 1, end):
            inside = []
        inside = [f for f in inside if not _HOW.search(clause, inside[0].end, f.start)]
        if not inside and end - begin > 1 and not _ASIDE.match(clause, begin + 1):
            return []
        end = begin
    listed = _listed(clause, [f for f in inside if not _POSSESSIVE.match(clause, f.end)])
    return [] if listed and _ITS.match(clause, listed[-1].end, match.start()) else listed


def _direct(clause: str, names: Sequence[Found]) -> list[Found]:
    """The names that nothing is done to, nor to those with which they stand in one list."""
    out: list[Found] = []
    before: Found | None = None
    for name in names:
        if _is_oblique(clause, name) or (before and linked(clause[before.end : name.start])):
            before = name
        else:
            out.append(name)
    return out


def _is_oblique(clause: str, found: Found) -> bool:
    return bool(_OBLIQUE.search(clause, 0, found.start))


def _addressed(clause: str, names: Sequence[Found], begin: int) -> list[Found]:
    """The names at the beginning, as far as they are linked as a list."""
    if clause.startswith("请", begin):  # 请请秘书长, a slip
        begin += 1
    for i, name in enumerate(names):
        if name.start < begin:
            continue
        if _POSSESSIVE.match(clause, name.end):
            begin = name.end
        elif _BEFORE_FIRST.fullmatch(clause, begin, name.start):
            return listed_zh(clause, names[i:])
    return []


def _listed(clause: str, names: Sequence[Found]) -> list[Found]:
    out: list[Found] = []
    for name in names:
        if out and not linked(clause[out[-1].end : name.start]):
            out = []  # the last list before the deed is its subject
        out.append(name)
    return out


def listed_zh(clause: str, names: Sequence[Found]) -> list[Found]:
    """The names that stand together as one list from the first on."""
    out = list(names[:1])
    for name in names[1:]:
        if not linked(clause[out[-1].end : name.start]):
            break
        out.append(name)
    return out


# Who is listed beside States without a name of his own: 会员国和相关组织, 所有国家和组织.
_AND_ORGANIZATIONS = Expression(r"[和及](?:相关|有关|国际)?组织")
_ORGANIZED = frozenset({"international-organizations", "regional-organizations"})


def beside(clause: str, head: Sequence[Found]) -> list[str]:
    """The ids of the organizations that stand, unnamed, in one list with those addressed."""
    if not _ORGANIZED.isdisjoint(f.id for f in head) or not _AND_ORGANIZATIONS.match(clause, head[-1].end):
        return []
    return ["international-organizations"]


def linked(gap: str) -> bool:
    """Whether what stands between two names makes them one list."""
    return len(gap) <= _LINK_WIDTH and _LINK.fullmatch(gap.replace(" ", "")) is not None
