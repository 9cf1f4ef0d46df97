"""Which Chinese verbs in the points of a list are tasks, and no acts of the Council."""

from __future__ import annotations

import re

from mandex.corpus.expressions import Expression
from mandex.corpus.languages import Lang, by_tongue

# Chinese has one form for *supports* and *to support*. In a list of tasks these are the Council's own.
_COUNCILS_OWN = frozenset({
    "决定", "促请", "敦促", "吁请", "呼吁", "谴责", "欢迎", "重申", "回顾", "强调", "着重指出", "强调指出",
    "表示", "表示关切", "赞扬", "请", "邀请", "注意到", "表示注意到", "鼓励", "表示打算", "认识到",
    "授权", "要求",
})  # fmt: skip
# How a task is to be done; what is not among these joins it to an act of the Council.
_HOW = frozenset({"继续", "充分", "大力", "全力", "进一步", "重新", "同时"})
# 鼓励 and 要求 are, where they are said to somebody: 鼓励会员国…, not 鼓励开展对话.
_ASKED_OF = Expression(
    r"(?:所有|各|有关|相关)?(?:国|会员国|专家[小组]|监测[组队]|秘书长|委员会|当事|政府|缔约|联合国|方|冲突)"
)


def goes_on(match: re.Match[str]) -> bool:
    """Whether a Chinese verb goes on with the task of a point: (c) 加强监管和执法，鼓励与电信部门开展协作."""
    return match["verb"] == "鼓励" and not _ASKED_OF.match(match.string, match.end("verb"))


def is_task(match: re.Match[str], lang: Lang) -> bool:
    """Whether a Chinese verb at the head of a sub-paragraph is what a stem asks for: 授权特派团：(a) 支持…"""
    if by_tongue(lang, en=True, zh=False):
        return False  # an English form shows its person
    before = match["verb"].removesuffix(match["form"])
    if match["form"] not in _COUNCILS_OWN:
        return not before or before in _HOW  # 继续支持, 充分执行 are asked for as well
    if before:
        return False  # 还, 又, 再次 join acts of the Council
    return match["form"] in ("鼓励", "要求") and not _ASKED_OF.match(match.string, match.end("verb"))
