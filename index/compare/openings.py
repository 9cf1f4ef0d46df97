"""How a recital, or a paragraph that asks for nothing, begins: what the Council does with what it says.

*Determining that the fighting threatens peace* became *Expressing its serious concern that …*; 深为关切
became 强调需要. Demands are compared as such; here stand the verbs that ask nothing, with their whole phrase
(*Expressing … concern*, *Reiterates its support*), for the first word alone tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from mandex.corpus.fold import is_chinese
from mandex.corpus.model import Paragraph
from mandex.index.compare.sides import Change, plain
from mandex.index.compare.wording import spoken
from mandex.index.compare.words import Edit
from mandex.index.text.terms import STOP_WORDS

_DEGREE = (
    r"(?:(?:also|further|again|once\sagain|deeply|gravely|strongly|seriously|fully|particularly|remaining"
    r"|warmly)\s)*"
)
# *Expressing its grave*, *Reiterates once again its full and unequivocal*.
_ITS = (
    r"(?:express|reiterat|reaffirm|renew|repeat|affirm)\w*\s(?:(?:also|again|further|once\sagain|and\s\w+)\s)*"
    r"(?:its|the)\s(?:\w+\s(?:and\s\w+\s)?){0,3}?"
)
# By what is done: the stems of its verbs, its participles, and what is expressed.
_ENGLISH = {
    "determine": ("determin", "", ""),
    "concern": (
        "", "concerned|alarmed|disturbed|dismayed|appalled|preoccupied", "concern|alarm|dismay|preoccupation",
    ),
    "welcome": ("welcom|commend|applaud|appreciat|pay", "", "appreciation|gratitude|satisfaction"),
    "support": ("support", "", "support"),
    "condemn": ("condemn|deplor|denounc", "", "condemnation|indignation|outrage"),
    "regret": ("regrett?", "", "regret"),
    "stress": ("stress|emphasi[sz]|underlin|underscor", "", ""),
    "note": ("not|recall|acknowledg|recogni[sz]", r"mindful|aware|tak(?:ing|es)\s(?:\w+\s)?note", ""),
}  # fmt: skip
_AGAIN = (
    "(?:还|又|并|也|再次|此外|进一步|表示|表达)*(?:最?强烈地?|深为|深感|深表|深切|严重|极为|极其|十分|感到|仍然"
    "|继续|最深切|仍)*地?"
)
_CHINESE = {
    "determine": "认定|断定",
    "concern": "关切|关注|震惊|惊愕|不安|担忧|忧虑",
    "welcome": "欢迎|欣见|赞扬|赞赏|感谢|称赞",
    "support": "支持|重申(?:安理会|其)?(?:坚定|全力|充分)?支持",
    "condemn": "谴责|痛惜",
    "regret": "遗憾",
    "stress": "强调指出|强调|着重指出|着重|特别指出|突出",
    "note": "注意到|回顾指出|回顾|认识到|知悉|铭记|意识到",
}
# *Taking note* for *welcoming* is wording, and so is what is recalled with regret.
_ALIKE = ({"note", "welcome"},)


def opening(text: str) -> tuple[str, str] | None:
    """What is done with what a paragraph says, and how that is printed."""
    said = plain(text)
    for force, pattern in _patterns(is_chinese(said)).items():
        if match := pattern.match(said):
            return force, match[0]
    return None


@cache
def _patterns(chinese: bool) -> Mapping[str, re.Pattern[str]]:
    if chinese:
        return {force: re.compile(f"{_AGAIN}(?:{verbs})") for force, verbs in _CHINESE.items()}
    return {force: re.compile(_in_english(*words), re.IGNORECASE) for force, words in _ENGLISH.items()}


def _in_english(stems: str, participles: str, nouns: str) -> str:
    verbs = [rf"(?:{stems})(?:ing|e?s)"] if stems else []
    said = "|".join([*verbs, *([participles] if participles else [])])
    begun = [rf"{_DEGREE}(?:{said})\b"] if said else []
    return "|".join([*begun, *([rf"{_ITS}(?:{nouns})\b"] if nouns else [])])


def opened_otherwise(old: Paragraph, new: Paragraph, edits: Sequence[Edit]) -> Change | None:
    """The verb with which a paragraph opens, where it took the place of one of another force.

    Neither text may have the other's further on (*[Welcoming the report, stressing -> Stressing]*), unless
    little more than the verbs was exchanged.
    """
    one, other = opening(old.text), opening(new.text)
    if one is None or other is None or one[0] == other[0] or {one[0], other[0]} in _ALIKE:
        return None
    if not _followed(old.text, one[1]) & _followed(new.text, other[1]):
        return None  # of another thing
    if not _alone(one[1], other[1], edits) and (
        _says(old.text[len(one[1]) :], other) or _says(new.text[len(other[1]) :], one)
    ):
        return None
    return Change("force", one[1], other[1])


_NEXT = {True: 24, False: 90}  # characters after the verb


def _followed(text: str, verb: str) -> frozenset[str]:
    """The words that follow the verb."""
    start = len(verb)
    return frozenset(spoken(text[start : start + _NEXT[is_chinese(text)]])) - STOP_WORDS


_SHORT = {True: 8, False: 20}  # characters exchanged with the verbs


def _alone(one: str, other: str, edits: Sequence[Edit]) -> bool:
    if [edit.operation for edit in edits[:2]] != ["drop", "add"]:
        return False
    return all(
        0 <= len(edit.text.strip()) - len(verb) <= _SHORT[is_chinese(verb)]
        for edit, verb in zip(edits, (one, other), strict=False)
    )


def _says(text: str, verb: tuple[str, str]) -> bool:
    """Whether a text does anywhere what an opening does, or has its last word."""
    force, printed = verb
    said = plain(text)
    if is_chinese(said):
        return printed[-2:] in said or force in _done(said)
    return f" {printed.split()[-1].casefold()}" in said.casefold() or force in _done(said)


def _done(said: str) -> set[str]:
    """What the clauses of a text do beside its opening."""
    starts = [at.end() for at in _CLAUSE.finditer(said)]
    patterns = _patterns(is_chinese(said)).items()
    return {force for force, pattern in patterns if any(pattern.match(said, k) for k in starts)}


_CLAUSE = re.compile(
    r"(?:[,;，；]\s*(?:and\s)?|\band\s)(?:in\s(?:this|that)\s(?:regard|respect|context),?\s)?(?:在这方面|为此)?"
)
