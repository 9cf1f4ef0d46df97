"""What a clause does to something that exists or begins: establishes it, extends it, ends it.

One table for everybody who has to tell: the relation of a citation, the steps of a mandate's life, the
scoring of a lookup and the reading of a question. A word is added here and nowhere else.

Wordings are regular expressions over lower-case English and folded (simplified, half-width) Chinese, in four
manners: `verbs` stand before what they act on (*decides to terminate the measures*), `done` after it (*the
measures shall be terminated*); `nouns` name the act (*the termination of the measures*); `asked` are further
words that users ask with and drafters do not use. Chinese verbs take their object on either side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal, cast

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import HAN
from mandex.corpus.records import dataclass

Act = Literal["establishes", "extends", "continues", "amends", "replaces", "ends", "lifts"]
Manner = Literal["verbs", "done", "nouns", "asked"]
Tongue = Literal["en", "zh"]

_OPENING = 220  # characters of a clause that say what it does


@dataclass(frozen=True, slots=True)
class Wordings:
    """The expressions for one act in one language, by manner."""

    verbs: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


_BE = r"(?:shall|will|is|are|should)\s(?:(?:hereby|also|further|therefore)\s)*(?:be\s)?(?:hereby\s)?"

_PERIOD = r"(?:further|additional)\s(?:final\s)?period\b"  # authorized for a further period of six months
# Committees continue to work; what continues to apply is kept in force.
_ON = r"(?!\sto\s(?!apply|operate|support|implement\sthe\s(?:measures|provisions)|take\sthe|be\sin\sforce))"

ACTS: Mapping[Act, Mapping[Tongue, Wordings]] = {
    "establishes": {
        "en": Wordings(
            verbs=(r"(?:re-?)?establish(?:es)?\b", r"(?:re)?creates?\b", r"sets?\sup\b"),
            done=(_BE + r"established\b", r"to\sbe\sestablished\b"),
            nouns=(r"(?:re-?)?establishment\b", r"creation\b"),
            asked=(r"establish\w*", r"creat\w+", r"set(?:s|ting)?[ -]up\b", r"found(?:ed|ing)\b"),
        ),
        # 第1533号决议第8段所设委员会 speaks of what was established; 设立的 likewise
        "zh": Wordings(
            verbs=("(?<!所)设立", "建立", "成立", "组建"), asked=("设立", "成立", "创建", "创设"),
        ),
    },
    "extends": {
        "en": Wordings(
            verbs=(r"extends?\b", r"renews?\b", r"prolongs?\b", r"continues?\sthe\smeasures\b"),
            done=(_BE + r"(?:extended|renewed|prolonged)\b", _PERIOD),
            nouns=(r"extension\b", r"renewal\b", r"prolongation\b", _PERIOD),
            asked=(r"extend\w*", r"renew\w*", r"prolong\w*", r"expir\w+"),
        ),
        "zh": Wordings(
            verbs=("延长", "延至", "延期", "延续", "展延", "续延", "展期", "续设", "续期"),
            done=("延长", "延至", "延期", "延续", "展延", "续延", "展期", "续期"),
        ),
    },
    "continues": {
        "en": Wordings(
            verbs=(
                r"continues?\s(?:to\s(?:apply|operate|implement|take\sthe|be\sin\sforce)|for\b)",
                r"maintains?\b",
            ),
            done=(
                rf"(?:shall|will)\s(?:also\s)?continue\b{_ON}",
                r"(?:shall|will)\s(?:continue\sto\s)?(?:remain|be)\sin\s(?:force|effect|place)\b",
            ),
            nouns=(r"continuation\b",),
        ),
        "zh": Wordings(
            verbs=("继续有效", "继续适用", "应继续(?:采取|实施|执行)", "决定维持", "^维持"),
            # 监测组应在现有任务期满后继续支持委员会12个月
            done=("继续有效", "继续适用", "应[^,;。，；]{0,24}?继续支持"),
        ),
    },
    "amends": {
        "en": Wordings(
            verbs=(r"amends?\b", r"modif(?:y|ies)\b", r"revises?\b", r"adjusts?\b"),
            done=(_BE + r"(?:amended|modified|revised|adjusted)\b",),
            asked=(r"amend\w*", r"modif\w+"),
        ),
        "zh": Wordings(verbs=("修正", "修订", "修改", "调整"), done=("予以修正", "修改为"), asked=("修订",)),
    },
    "replaces": {
        "en": Wordings(
            verbs=(r"replaces?\b", r"supersedes?\b"),
            done=(_BE + r"(?:replaced|superseded)\b",),
            asked=(r"replac\w+", r"supersed\w+"),
        ),
        "zh": Wordings(verbs=("取代", "替换"), done=("(?<!以)取代",), asked=("代替",)),
    },
    "ends": {
        "en": Wordings(
            verbs=(
                r"terminates?\b", r"repeals?\b", r"rescinds?\b", r"dissolves?\b", r"discontinues?\b",
                # not *bring to an end*, which parties are asked for
                r"end\b(?<=\bto\s.{3})", r"conclude\b(?<=\bto\s.{8})",
            ),
            done=(
                _BE + r"(?:terminated|rescinded|discontinued|dissolved|closed)\b",
                # not *shall cease the export of arms*
                r"(?:shall|will)\s(?:terminate|expire|end|cease\s(?:to\s(?:have|exist|apply|operate)"
                r"|(?:all\s|its\s)?operations))\b",
                r"fulfilled\sits\smandate\b",
            ),
            nouns=(r"termination\b",),
            asked=(
                r"end(?:s|ed|ing)?\b", r"terminat\w+", r"clos(?:es?|ed|ing|ure)\b", r"dissol\w+",
                r"repeal\w*", r"abolish\w*",
            ),
        ),
        "zh": Wordings(
            verbs=("终止", "撤销", "取消", "决定结束", "解散", "废止"),
            done=("终止", "撤销", "取消"), asked=("结束", "关闭"),
        ),
    },
    "lifts": {
        "en": Wordings(
            verbs=(r"lifts?\b",),
            done=(_BE + r"lifted\b", r"no\slonger\s(?:apply|be\ssubject)\b"),
            asked=(r"lift\w*", r"(?:dropp?(?:ed|ing|s)?|scrapp?(?:ed|ing|s)?)\b"),
        ),
        "zh": Wordings(verbs=("解除", "不再适用"), done=("解除", "不再适用"), asked=("解禁",)),
    },
}  # fmt: skip

RELATIONS: Mapping[Act, Literal["establishes", "extends", "amends", "terminates"]] = {
    "establishes": "establishes", "extends": "extends", "continues": "extends", "amends": "amends",
    "replaces": "amends", "ends": "terminates", "lifts": "terminates",
}  # fmt: skip
"""What each act makes of the document that its clause cites (see `corpus.model.Relation`)."""


def expressions(act: Act, tongue: Tongue, *manners: Manner) -> tuple[str, ...]:
    """The expressions for an act, of the manners named, in the order of the table."""
    wordings = ACTS[act][tongue]
    return tuple(dict.fromkeys(one for manner in manners for one in getattr(wordings, manner)))


def cased(expression: str) -> str:
    """An expression over lower-case text as one that also takes a capital at its beginning."""
    first = expression[:1]
    return f"[{first.upper()}{first}]{expression[1:]}" if first.isascii() and first.isalpha() else expression


def pattern(acts: Iterable[Act], *manners: Manner) -> Expression:
    """What finds some acts in folded text of either language."""
    english = "|".join(one for act in acts for one in expressions(act, "en", *manners))
    chinese = "|".join(one for act in acts for one in expressions(act, "zh", *manners))
    return Expression("|".join(filter(None, (rf"\b(?:{english})" if english else "", chinese))))


# Before a verb of the Council's own: it opens the clause, or a decision leads to it.
_LEADS = (
    r"(?:^\W{0,3}(?:(?:also|further|hereby|therefore|and)\s){0,2}"
    r"|\bto\s(?:(?:further|also|again|reaffirm\sand)\s)?)"
)

# With what the words begin by which an act is told inside a clause (*to*, *shall*, *is*, *the* …): few do.
_FIRST = "afinstw"


@cache
def _performing(tongue: Tongue) -> Expression:
    """All acts performed, in folded text, one group each: it leads the clause, or a decision leads to it, or
    it is done.

    Taken: *decides to terminate*, *extends until*, *the mandate shall be extended*, *authorizes the
    establishment of*, 决定终止. Left: *the measures established by resolution 1533*.
    """
    verbs, done = (
        "|".join(
            f"(?P<{act}_{manner}>{'|'.join(found)})"
            for act in ACTS
            if (found := expressions(act, tongue, manner))
        )
        for manner in ("verbs", "done")
    )
    if tongue == "zh":
        return Expression(f"{verbs}|{done}")
    # also *recommends the creation … of a Force*, as the older texts have it
    named = (
        r"\bthe\s(?<!through\sthe\s)(?P<establishes_named>(?:re-?)?establishment"
        r"|(?<=^recommends\sthe\s)creation)\b"
    )
    return Expression(rf"(?:^|\b(?=[{_FIRST}]))(?:{_LEADS}(?:{verbs})|(?:{done})|{named})")


_HAN = Expression(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class Performed:
    """An act and where in its clause it is named; `behind` says that it stands behind its object."""

    act: Act
    at: int
    behind: bool


def performance(clause: str) -> Performed | None:
    """The act that a folded clause performs: the first that its opening names; None where it names none.

    Whose act it is the caller tells by the verb of the clause: *urges the parties to end* ends nothing.
    """
    opening = clause[:_OPENING]
    match = _performing("zh" if _HAN.search(opening) else "en").search(opening)
    if match is None or match.lastgroup is None:
        return None
    act, _, manner = match.lastgroup.partition("_")
    return Performed(cast("Act", act), match.start(match.lastgroup), manner == "done")


def performed(clause: str) -> Act | None:
    """The act alone: see `performance`."""
    found = performance(clause)
    return found.act if found else None
