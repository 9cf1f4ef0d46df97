"""Short words that widen, narrow or temper what they stand with, and say nothing alone.

*[The -> Some] crossing points*, *[ -> full] implementation*, *access [ -> without delay]*,
在[ -> 一些]关键基准方面: a reader tells such a change; *also*, *further*, *in this regard* are wording.
"""

from __future__ import annotations

import re
from functools import cache

from mandex.corpus.fold import is_chinese
from mandex.index.compare.words import common_start

_CLASSES = {
    "extent": r"full(?:y)?|complete(?:ly)?",
    "part": r"some|most|many|certain|only|一些|某些|部分|仅限?",
    "going on": r"continu(?:ed|ing)|ongoing",
    "time": (
        r"immediate(?:ly)?|urgent(?:ly)?|prompt(?:ly)?|swift(?:ly)?|expeditious(?:ly)?|without\s(?:further\s)?delay"
        r"|as\ssoon\sas\spossible|as\sa\smatter\sof\surgency|立即|立刻|紧急|毫不拖延地?|不再拖延地?"
    ),
    "whom": r"(?:sub)?regional|international|national|bilateral|区域|次区域|国际|国家",
    "matter": r"security",  # *governance[ and security]*
    "means": r"all\s(?:possible|necessary|available|appropriate)",  # *take [all possible] measures*
    "gravity": r"serious|grave|significant",  # of a threat alone
    "standing": r"constitutes?|poses?|是|构成",
    "standing still": r"(?:continues?\sto|still)\s(?:constitute|pose)s?|remains?|(?:继续|仍然?)(?:是|构成)",
    "leave": r"(?:as|where|when|if)\s(?:appropriate|necessary|feasible|possible)",
    # *Acting under [Article 41 of] Chapter VII*
    "basis": r"(?:taking\smeasures\s)?(?:under\s)?(?:its\s)?Article\s4[0-2](?:\sof)?|第四十[一二]?条",
    "need": (
        r"(?:in\saccordance\swith|according\sto|based\son)\s(?:its|their\s)?(?:national|local|domestic)\s\w+"
        r"|(?:根据|按照|依照)(?:国家|本国|当地|实际)(?:的?实际)?(?:需要|需求|情况|法律|立法|国情|优先事项)"
    ),
}
_EDGES = re.compile(
    r"^(?:\W|[和及与]|(?:and|the|a|an)\b)+|(?:\W|[和及与的]|\b(?:and|the|a|an))+$", re.IGNORECASE
)
# What it stands with: *full [implementation]*, *immediately [cease]*.
_NEXT = re.compile(r"\s*(?:[A-Za-z]+(?:-[A-Za-z]+)*|[^\W\d_]{1,4})")
_LISTED = re.compile(r"\band\b|,")
_FEELING = re.compile(r"\s*(?:deep|grave|serious|concern)")  # *Expressing its [continued] concern*
_THREAT = re.compile(r"\s*(?:an?\s)?(?:(?:serious|grave)\s)?threat|[^，；。]{0,24}威胁")
_LONGEST = 40  # characters


def qualifies(old: str, new: str, after: str) -> tuple[str, str] | None:
    """The two sides of a change that only qualifies, with the word that follows; None of any other."""
    whole = old.strip(), new.strip()
    end = common_start(old[::-1], new[::-1]) if is_chinese(old + new) else 0
    old, new, after = old[: len(old) - end], new[: len(new) - end], old[len(old) - end :] + after
    one, other = _of(old), _of(new)
    if one is None or other is None or (one == other and not _of_others(one, old, new)):
        return None
    if "matter" in (one, other) and not _LISTED.search(old + new):
        return None
    if {"gravity", "standing", "standing still"} & {one, other} and not _THREAT.match(after):
        return None
    if "going on" in (one, other) and _FEELING.match(after):
        return None
    if "whom" in (one, other) and (old + new).strip()[:1].isupper() and after.strip()[:1].isupper():
        return None  # *the [International ]Tribunal*: a name
    follows = _NEXT.match(after)
    word = follows[0].rstrip() if follows else ""
    if end:
        return whole
    return _told(old, one, word), _told(new, other, word)


def _of_others(kind: str, old: str, new: str) -> bool:
    """*[regional -> international] peace and security*; *full* for *complete* is wording."""
    return kind == "whom" and _EDGES.sub("", old).casefold() != _EDGES.sub("", new).casefold()


_BEFORE = ("extent", "part", "going on", "whom", "means", "gravity")


def _told(side: str, kind: str, word: str) -> str:
    said = _EDGES.sub("", side)
    if not (said and kind in _BEFORE and word):
        return said
    return f"{said}{'' if is_chinese(word) else ' '}{word.strip()}"


def _of(side: str) -> str | None:
    """Of which class a stretch is; empty where nothing stands, None where it says something else."""
    said = _EDGES.sub("", side[: _LONGEST + 1])
    if len(said) > _LONGEST:
        return None
    return next((kind for kind, words in _words() if words.fullmatch(said)), None if said else "")


@cache
def _words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _CLASSES.items())
