"""The subject of a Chinese clause: which of the names in it are told to act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mandex.corpus import lexicon
from mandex.corpus.lexicon import Verb
from mandex.corpus.phrases import Found

# What is said of a name makes it no addressee: 秘书长关于……的报告.
_POSSESSIVE = re.compile(r"的(?!各|所有)|关于|所(?!有)|提出|提交的|规定|认可|决定")
# 应 that tells to act, not 应请求, 供应, 对应.
_SHALL = (
    r"(?<![供相响反适回对答])应"
    r"(?!(?<![国家方者府员会团]应)对|急|用|答|邀|有的|[^，。；]{0,24}?(?:请求|邀请|要求))"
)
_DEED = re.compile(rf"{_SHALL}|必须|(?<!必)须|(?<![所视急必有])需(?=[为要与在])|不得|可以|将|[；：。]")
_DUTY = re.compile(
    rf"{_SHALL}|必须|(?<!必)须|(?<![所视急必有])需(?=[为要与在])|不得|有义务|有责任|负有[^，。；]{{0,30}}?责任"
)
# A decision to ask somebody: 决定请秘书长……, 决定授权会员国…….
_ASKS = re.compile(r"[，,]?(?:授权|请|要求|邀请|责成|委托|指示)(?=[\u4e00-\u9fff])")
# What may stand between the addressees of one list, and before the first of them.
_LINK = re.compile(
    r"(?:[、和及或]|以及|并且|并酌情请|酌情|所有|各|有关|相关|其他|主要|关键|国内|国际|区域|地区|地方|各级|在内的|[,，]?特别是|[,，]?尤其是|[,，]?包括|[,，]?其中包括"
    r"|[，,]以及|[()（）]|，并|的|该)*"
)
_LINK_WIDTH = 20
_BEFORE = 16
# A country is where somebody is, or whose: 马里境内, 马里各方, 几内亚湾.
_WHERE = re.compile(r"(?:境内|全境|境外|沿海|局势|北部|南部|东部|西部|领土|人民|湾|问题)")
# 国家 is a word like *national* before these.
_NATIONAL = re.compile(
    r"努力|当局|主管|法|一级|安全|行动|战略|机构|能力|层面|政策|框架|利益|和解|立法|民族|对话|人权|警察|军|自主|主导|政府|选举|预算|利益攸关"
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
        return _subject(clause, names, _DUTY), []
    if verb.force != "decide":
        return _addressed(clause, names, 0), names
    if match := _ASKS.match(clause):
        return _addressed(clause, names, match.end()), names
    return _subject(clause, names, _DEED), names


def _may_act(clause: str, found: Found, following: Sequence[Found]) -> bool:
    surface = clause[found.start : found.end]
    if surface == "国家" and _NATIONAL.match(clause, found.end):
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
    if found.id not in lexicon.countries():
        return True
    if _WHERE.match(clause, found.end):
        return False
    # 南苏丹武装冲突各方 are parties; 南苏丹政府 is South Sudan
    return not (
        after
        and after.id in ("parties", "armed-groups", "states-concerned", "international-community")
        and after.start - found.end <= _ATTRIBUTE
        and not re.search("[、和及与，]|政府|当局", clause[found.end : after.start])
    )


_BEFORE_COMMITTEE = re.compile(r"(?:[，、；：（( 和及与向由经请示定该本各设的对在使为或以从被会]|授权)$")
_ATTRIBUTE = 6  # characters between a country and those of it that are meant


def _without(clause: str, attributes: Sequence[Found]) -> str:
    """The clause with blanks for names that only belong to others: 马里当局和马里所有各方."""
    for name in attributes:
        clause = clause[: name.start] + " " * (name.end - name.start) + clause[name.end :]
    return clause


def _subject(clause: str, names: Sequence[Found], deed: re.Pattern[str]) -> list[Found]:
    """The names right before the first word that tells to act, in the same stretch between commas."""
    match = deed.search(clause)
    if match is None or match[0] in "；：。":
        return []
    end = match.start()
    inside: list[Found] = []
    while not inside and end > 0:
        # 整个联刚稳定团部队，包括干预旅，必须优先执行保护平民任务
        begin = max(clause.rfind(stop, 0, end) for stop in "，；：")
        inside = [f for f in names if begin < f.start and f.end <= end]
        end = begin
    return _listed(clause, [f for f in inside if not _POSSESSIVE.match(clause, f.end)])


def _addressed(clause: str, names: Sequence[Found], begin: int) -> list[Found]:
    """The names at the beginning, as far as they are linked as a list."""
    out: list[Found] = []
    for name in names:
        if name.start < begin:
            continue
        if not out and _POSSESSIVE.match(clause, name.end):
            begin = name.end
            continue
        if not out and ("，" in clause[begin : name.start].rstrip("，并") or name.start - begin > _BEFORE):
            break
        if out and not _linked(clause[out[-1].end : name.start]):
            break
        out.append(name)
    return out


def _listed(clause: str, names: Sequence[Found]) -> list[Found]:
    out: list[Found] = []
    for name in names:
        if out and not _linked(clause[out[-1].end : name.start]):
            out = []  # the last list before the deed is its subject
        out.append(name)
    return out


def _linked(gap: str) -> bool:
    return len(gap) <= _LINK_WIDTH and bool(_LINK.fullmatch(gap.replace(" ", "")))
