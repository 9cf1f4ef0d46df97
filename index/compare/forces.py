"""The force of a verb that was exchanged within a sentence: *and [urge -> encourage] the Government to*.

Verbs that open a demand are compared as demands; these stand in recitals and within what is asked. There also
what is not asked has a force: to recall a thing, to stress it, to welcome and to condemn it are not the same,
and to ask *strongly* is more than to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from mandex.corpus import lexicon
from mandex.corpus.fold import is_chinese
from mandex.index.compare.sides import Change, plain
from mandex.index.compare.words import Edit
from mandex.index.text.stems import stem

_NOT_ASKED = frozenset({"note", "decide"})
_WORD = re.compile(
    r"\s*(?:(?:further|also|fully|again|deeply)\s+)?(?P<degree>strongly\s+)?(?P<word>[A-Za-z]+)(?=\W|$)",
    re.IGNORECASE,
)
_STRONGLY = re.compile(r"\s*(?:strongly|最?强烈地?|大力)\s*", re.IGNORECASE)
_DEGREE = "(?:进一步|再次|积极|全力|还|又)?"
# What is said without being asked. *Reaffirming* both recalls and stresses and is left out.
_SAID = {
    "note": "noting recalling recognizing recognising acknowledging 注意到 回顾 认识到 知悉",
    "stress": "stressing emphasizing emphasising underlining underscoring 强调 着重指出 特别指出 强调指出",
    "welcome": "welcoming commending applauding appreciating 欢迎 欣见 赞扬 赞赏",
    "support": "supporting 支持",
    "condemn": "condemning deploring 谴责 痛惜",
    "regret": "regretting 遗憾",
}
# *Taking note* for *welcoming* is wording.
_ALIKE = ({"note", "welcome"},)
_SHORT = 60  # characters of what was exchanged, where nothing is asked
_GOES_ON = {True: 4, False: 15}  # characters kept after it, in Chinese and otherwise


class _Verb(NamedTuple):
    printed: str
    force: str
    strongly: bool


def said_with_another_force(
    edits: Sequence[Edit], old: set[int], new: set[int], *, parted: bool = False
) -> Iterator[Change]:
    """Each verb that took the place of one of another force; `old` and `new` are where the demands of the two
    texts begin. Paragraphs that were split or merged (`parted`) open otherwise for that alone.
    """
    i = j = 0
    for k, edit in enumerate(edits):
        other, after = (*edits[k + 1 : k + 3], *_NOTHING)[:2]
        if edit.operation == "drop" and other.operation == "add":
            demands, opens = i in old and j in new, not (i or j)
            goes_on = not (parted and opens) and _goes_on(edit.text, other.text, after.text)
            said = (opens and not parted) or goes_on
            yield from _exchanged(edit.text, other.text, demands=demands, said=said)
        elif edit.operation != "keep" and _STRONGLY.fullmatch(edit.text):
            yield from _strengthened(edit, other.text)
        i += len(edit.text) if edit.operation != "add" else 0
        j += len(edit.text) if edit.operation != "drop" else 0


_NOTHING = (Edit("keep", ""), Edit("keep", ""))


def _goes_on(gone: str, came: str, after: str) -> bool:
    """Whether little more than the verbs was exchanged, and what was said of goes on."""
    return max(len(gone), len(came)) <= _SHORT and len(after.strip()) >= _GOES_ON[is_chinese(after)]


def _exchanged(gone: str, came: str, *, demands: bool, said: bool) -> Iterator[Change]:
    """`demands`: whether both begin demands, which are compared as such but for their degree; `said`: whether
    a verb that asks nothing counts here.
    """
    one, two = _verb(gone), _verb(came)
    if one and one.printed == gone.strip():
        two = two or _last_verb(came)
    elif two and two.printed == came.strip():
        one = one or _last_verb(gone)
    if one is None or two is None or _leads_to(gone, two) or _leads_to(came, one):
        return
    if one.force == two.force:
        told = one.strongly != two.strongly and one.force not in _SAID
    else:
        asked = not {one.force, two.force} & _SAID.keys()
        told = not demands and (asked or (said and {one.force, two.force} not in _ALIKE))
    if told:
        yield Change("force", one.printed, two.printed)


def _last_verb(text: str) -> _Verb | None:
    """The verb that stands alone behind the last stop of a stretch: [促请 -> 作了努力，注意到]国家机构."""
    *before, last = _CLAUSE.split(text)
    verb = _verb(last) if before else None
    return verb if verb and verb.printed == last.strip() else None


_CLAUSE = re.compile(r"[,;，；]\s*(?:and\s)?")


def _leads_to(text: str, verb: _Verb) -> bool:
    """Whether a stretch ends with a verb of the other's force: *[Stressing -> Noting the report, and in this
    regard underscoring] that*.
    """
    if len(text) <= 2 * len(verb.printed):
        return False
    last, printed = text.rstrip().casefold(), verb.printed.casefold()
    if is_chinese(last):
        return last.endswith(printed)
    word = stem(last.split()[-1])
    return word == stem(printed.split()[-1]) or _english().get(word) == verb.force


def _strengthened(degree: Edit, after: str) -> Iterator[Change]:
    """*strongly* put before a verb of asking or taken from it."""
    verb = _verb(after)
    if verb and verb.force not in _SAID and not verb.strongly:
        pair = verb.printed, f"{degree.text.strip()}{'' if is_chinese(after) else ' '}{verb.printed}"
        yield Change("force", *(pair if degree.operation == "add" else pair[::-1]))


def _verb(text: str) -> _Verb | None:
    """The verb with which a stretch begins."""
    if match := _WORD.match(text):
        force = _english().get(stem(match["word"].lower()))
        return _Verb(match[0].strip(), force, bool(match["degree"])) if force else None
    said = plain(text)
    strongly = _STRONGLY.match(said)
    match = _chinese().match(said, strongly.end() if strongly else 0)
    return _Verb(said[: match.end()], _forces()[match["verb"]], bool(strongly)) if match else None


@cache
def _english() -> dict[str, str]:
    """By stem; verbs of one word, for the second may follow anywhere."""
    asked = {
        stem(verb.form.lower()): verb.force
        for verb in lexicon.verbs()
        if verb.lang == "en" and verb.form.isalpha() and verb.force not in _NOT_ASKED
    }
    return {**{stem(verb): force for verb, force in _said() if verb.isascii()}, **asked}


def _said() -> Iterator[tuple[str, str]]:
    return ((verb, force) for force, verbs in _SAID.items() for verb in verbs.split())


@cache
def _forces() -> dict[str, str]:
    asked = {plain(v.form): v.force for v in lexicon.verbs() if v.lang != "en" and v.force not in _NOT_ASKED}
    return {**{verb: force for verb, force in _said() if not verb.isascii()}, **asked}


@cache
def _chinese() -> re.Pattern[str]:
    verbs = sorted((verb for verb in _forces() if len(verb) > 1), key=len, reverse=True)
    return re.compile(f"{_DEGREE}(?P<verb>{'|'.join(map(re.escape, verbs))})")
