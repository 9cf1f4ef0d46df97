"""Whom a recommendation in Chinese addresses; see `addressing`. Texts are folded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mandex.corpus import lexicon
from mandex.corpus.phrases import Found
from mandex.index.compare.addressing import OF_A_COUNTRY, Names, each_once

_BEFORE_NAME = r"(?:(?:所有|各|有关|相关|其他|其它|全体|该|本|国际|由|那些|尚未|未)*)"
_JOINED = re.compile(rf"(?:和|与|及|以及|并|或|、|[,，]以及){_BEFORE_NAME}")
# What comes before whoever is asked: 根据第2734号决议，; 在适当情况下，.
_LEAD = re.compile(r"(?:在|根据|依照|按照|为|为了|为此|鉴于|考虑到|酌情|作为|除|继续|再次)[^,，]{0,40}[,，]")
# Of something that only bears a name: 安全理事会第1267号决议, 委员会的专家组.
_THING = re.compile(r"第|的|决议|报告")
# With whom something is done: 与专家组分享信息; left: 会员国与专家组均应.
_BESIDE = re.compile(
    r"分享|交流|合作|协作|协商|协调|磋商|一道|一起|共同|接触|讨论|密切|保持|进行|开展|充分|联系|建立"
)
# Those of whom something is told before the name: 尚未批准公约的会员国.
_TOLD = re.compile(r"(?:尚未|还未|未|没有|已|拥有|有能力|那些|凡|受|参加|派遣|提供)[^,，。]{1,30}?的")
_NOT_ASKED = re.compile(r"(?:对|向|给|为|协助|帮助|支持|援助|使|让|与|同)(?:所有|各|有关|其他)?$")
_ADVERBS = r"(?:还|也|均|都|仍|则|今后|继续|就此|因此|进一步)*"
_WINDOW = 60


def named_at_start(text: str) -> Names:
    """Those with whom what is asked begins: 委员会向会员国发函 asks the Committee alone."""
    said = text[:_WINDOW]
    if (told := _TOLD.match(said)) and not _chain(said):
        said = said[told.end() :]
    while (lead := _LEAD.match(said)) and not _chain(said):
        said = said[lead.end() :]
    return _ids(said, _chain(said))


def subject(before: str) -> Names:
    """Who is to act: named right before the verb, or alone before a comma, or at the clause's beginning."""
    clauses = re.split(r"[,，:：;；]", before)
    last = clauses[-1]
    if found := _ending(last):
        return _ids(last, found)
    found = _chain(last)
    if found and re.match(r"(?:在|就|根据|按|依|与|同|通过|为|作为)", last[found[-1].end :]):
        return _ids(last, found)
    for clause in reversed(clauses[:-1]):
        chain = _chain(clause)
        if chain and chain[-1].end == len(clause):
            return _ids(clause, chain)
    return ()


def agent(after: str) -> Names:
    """Who acts in 应由委员会审查."""
    return named_at_start(after[1:]) if after.startswith("由") else ()


def _heads(text: str) -> list[Found]:
    return [found for found in lexicon.match_actors(text) if not _THING.match(text, found.end)]


def _goes_on(text: str, one: Found, other: Found) -> bool:
    """Whether two names are one, 海地当局, or stand in a list: 以色列和黎巴嫩."""
    between = text[one.end : other.start]
    beside = between[:1] in ("与", "同") and _BESIDE.match(text, other.end)
    return _is_one(one, between, other) or (_JOINED.fullmatch(between) is not None and not beside)


def _is_one(one: Found, between: str, other: Found) -> bool:
    return len(between) < 4 and one.id in lexicon.countries() and other.id in OF_A_COUNTRY


def _chain(text: str) -> list[Found]:
    heads = _heads(text)
    if not heads or not re.fullmatch(_BEFORE_NAME, text[: heads[0].start]):
        return []
    out = heads[:1]
    for found in heads[1:]:
        if not _goes_on(text, out[-1], found):
            break
        out.append(found)
    return out


def _ending(text: str) -> list[Found]:
    heads = _heads(text)
    if not heads or not re.fullmatch(_ADVERBS, text[heads[-1].end :]):
        return []
    first = len(heads) - 1
    while first > 0 and _goes_on(text, heads[first - 1], heads[first]):
        first -= 1
    return [] if _NOT_ASKED.search(text[: heads[first].start]) else heads[first:]


def _ids(text: str, named: Sequence[Found]) -> Names:
    return each_once(text, named, _is_one)
