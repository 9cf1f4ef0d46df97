"""The phrases of what was changed at one place: the clauses of it that say something of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from mandex.corpus import lexicon
from mandex.corpus.fold import fold, is_chinese
from mandex.corpus.records import dataclass
from mandex.index.compare.wording import content, spoken

_ENOUGH = 4  # terms: as many make a matter of their own, whatever stands beside them
_SAID_MORE = 0.75  # of the terms of a phrase, those said more often than the other wording says them
_SAID_MORE_LEAST = {True: 3, False: 2}  # such terms, in Chinese and otherwise


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of what was changed at one place, as printed, and its terms that the other wording has not."""

    text: str
    own: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """How often the other wording says each term, and this one; whether what is in other parts stands
    beside both (`parted`); the share of a phrase that must be its own.
    """

    other: Mapping[str, int]
    mine: Mapping[str, int]
    together: frozenset[frozenset[str]]  # which of its terms the other wording says side by side
    parted: bool
    least: float

    def says(self, term: str) -> bool:
        """Whether the other wording says a term anywhere."""
        return self.other.get(term, 0) > 0

    def says_less(self, term: str) -> bool:
        """Whether the other wording says a term less often than this one."""
        return self.other.get(term, 0) < self.mine.get(term, 0)


def together(found: Sequence[str]) -> frozenset[frozenset[str]]:
    """Which terms stand side by side, in whatever order."""
    return frozenset(map(frozenset, pairwise(found)))


@cache
def _parted() -> re.Pattern[str]:
    """Where one clause ends and another begins: at each verb with which the Council speaks, at *, and to
    inform*, *; welcoming*, *, including by*.
    """
    english = _either(v.form for v in lexicon.verbs() if v.lang == "en" and v.form.isalpha())
    chinese = _either([*(v.form for v in lexicon.verbs() if v.lang != "en"), "确保"])
    return re.compile(
        rf"(?:[,;]\s+(?:and\s+|or\s+)?|\s+and\s+)(?=(?:further\s|also\s|by\s|\w+ly\s)?"
        rf"(?:(?:{english})\b|[a-z]{{3,}}ing\s(?!of\b)|mindful\b))|[,;]?\s+and\s+(?=to\s[a-z]+\s)"
        r"|[,;]\s+(?=including\b|as\swell\sas\b|in\sparticular\b|while\b|with\sa\sview\b)|;\s*"
        rf"|[，；。](?=(?:还|又|并|也|再次|进一步)?(?:{chinese})|包括|特别是|同时|以及|此外|为此)"
    )


def _either(forms: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(set(forms), key=lambda form: (-len(form), form))))


# What only opens a clause: 请秘书长依照第2609(2021)号决议，[确保……].
_OPENING = re.compile(
    r"[，；]?(?:还|又|并)?(?:请|要求|敦促|促请|呼吁|鼓励)[^，；]{0,10}(?:依照|按照|根据|遵照|协同|会同)[^，；]{0,24}"
)
_DEMAND = {True: 10, False: 6}  # terms of a demand, in Chinese and otherwise
_LEAST = {True: 6, False: 18}  # characters of a phrase that stands alone, in Chinese and otherwise


def phrases(side: str, known: Known, *, alone: bool) -> Iterator[Phrase]:
    """The clauses of a change that have terms of their own; too short ones stay with what is before them.
    `alone`: whether nothing stands in its place.
    """
    seen = 0
    for text in clauses(side):
        start = side.index(text, seen)
        seen = start + len(text)
        if _is_named_in_full(text, known) or text.rstrip().endswith(_OPEN):
            continue  # *the Support Office in Somalia ([UNSOS])*
        found = _changed(text, within=side.count("\0", 0, start) % 2 == 1)
        own = tuple(term for term in found if not known.says(term))
        if (
            own == ("end",)
            and len(text) <= _LEAST_SAID
            and _TO_THAT_END.search(text)
            and not _ASKING.search(text)
        ):
            continue
        if own and _is_only_a_paper(text, found):
            continue  # *[of 12 January 1979, contained in document S/13026 and Corr.1]*, which is cited
        if _FOLLOWING.fullmatch(text) or _POINTS_BACK.fullmatch(text) or _SYMBOL.fullmatch(text):
            continue  # *specifically[ by taking the following measures]:*
        if own and _ONLY_CITES.issuperset(own) and _AS_CITED.match(text):
            continue  # *the measures [imposed by paragraph 7]*, which is told as what is cited
        if _ONCE_CITED.fullmatch(text):
            continue
        if own and _HONORIFICS.issuperset(own):
            continue  # *[Mr. ]Vagn Joensen*
        if own == ("against",) or _MEMBER.fullmatch(text):
            continue  # *acts of aggression [against Angola]*, which is named; *[Member] States*
        matter = own and (len(own) >= known.least * len(found) or (len(own) >= _ENOUGH and not known.parted))
        more = not known.parted and _is_said_more(text, found, known, alone=alone)
        if matter or more or (not known.parted and _is_said_anew(text, known, alone=alone)):
            yield Phrase(text, own)


def _changed(text: str, *, within: bool) -> list[str]:
    """The terms of a clause but those that two changes leave between them: *[and inviolability] of the
    [buffer zone -> Buffer Zone]*; `within`: whether the clause begins among these.
    """
    pieces = _SHORT_KEPT.sub("", _NAMED.sub("", text)).split("\0")
    return [term for piece in pieces[1 if within else 0 :: 2] for term in content(piece)]


# *to keep the [United Nations peacekeeping force in Cyprus (]UNFICYP[)]*.
_SHORT_KEPT = re.compile(r"[^,;，；\0]{4,90}[(（](?=\0[A-Z]{2,10}\0[)）])")


# *[Presidential] Statement [11]*, which is cited; *[the People's Republic of] Angola*; 第1970号决议所设.
_NAMED = re.compile(
    r"\b[Pp]residential[\s\0]{1,4}[Ss]tatements?\b"
    r"|\b(?:(?:People[’']s|Democratic|Islamic|Federal|Socialist|United|Arab)\s){0,3}(?:Republic|Kingdom)(?:\sof(?:\sthe)?\b|(?=[\s\0]*$))"
    r"|第[^，。；第]{1,30}号决议(?:第[^，。；第]{1,12}段)?所?设"
)
_ONLY_A_PAPER = frozenset({"document", "contain", "corr", "add", "situation"})
_PAPER = re.compile(r"\bS/\d|\bdocument\b|\b\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4}\b")


def _is_only_a_paper(text: str, found: Sequence[str]) -> bool:
    """Whether a clause says of a document no more than its day, its symbol and whose it is: *[on the United
    Nations Interim Force in Lebanon of 12 January 1979, contained in document S/13026]*.
    """
    if _ONLY_A_PAPER.issuperset(found):
        return True
    of_a_paper = _PAPER.search(text) and not (_SAYING.match(text) or _ASKING.search(text))
    said = _without_names(text.replace("\0", " ")) if of_a_paper else ""
    return bool(said) and _ONLY_A_PAPER.issuperset(content(said))


_LEAST_SAID = 40  # characters
_TO_THAT_END = re.compile(r"\bto\s(?:that|this)\send\b")
_FOLLOWING = re.compile(r"\W*(?:by\s)?taking\sthe\sfollowing\s(?:measures|steps|actions)\W*")
# *in [this context]*, *to [those reasons]*.
_POINTS_BACK = re.compile(r"\W*(?:(?:in|for|to|of)\s)?(?:this|these|that|those)\s[a-z]+\W*")
_SYMBOL = re.compile(
    r"\W*[A-Z]{1,4}[./][\w./]{0,30}\d\W*|[\s\d段和及至与、，第号款()（）个月天年日内]+"
)  # and places and terms: 段和第16, 6个月内和
# *as modified by resolution 2009 (2011)*, 此前经第2636(2022)号决议延长的.
_ONCE_CITED = re.compile(
    r"\W*(?:and\s|as\s|further\s|later\s)*(?:amended|modified|extended|renewed|reaffirmed|updated|strengthened|expanded"
    r"|supplemented|revised)\s(?:by|in|under|pursuant\sto)\s[^,;]{0,12}\b(?:paragraphs?|resolutions?)\s[\w\s(),]{1,60}\W*"
    r"|\W*[并且和及]?(?:此前|先前|后)?经?第[\d()（）、和及第\s\0]{4,60}号决议(?:第[\d、和及()a-z\s]{1,12}段)?"
    r"(?:规定|延长|修订|修正|重申|确认|更新|所设|所载)*的?\W*"
)
_HONORIFICS = frozenset({"mr", "ms", "mrs", "dr"})
_MEMBER = re.compile(r"\W*(?:all\s)?Members?\W*")
_ONLY_CITES = frozenset({"impos", "specifi", "function", "describ", "measur", "list"})
_AS_CITED = re.compile(
    r"\W*(?:as\s|(?:pursuant\sto\s)?(?:the\s)?(?:measures|functions)\s)?(?:imposed|specified|described|listed)(?:\s(?:by|in|under|above)\b|\W*$)"
)
_OPEN = ("(", "（")
_IN_FULL = re.compile(r"(?:[^,;，；]{4,90})?[(（](?:[“\"]|the\s)*([^()（）”\"]{2,12})[”\"]*[)）]\W*")


def _is_named_in_full(text: str, known: Known) -> bool:
    """*the United Nations Mission in South Sudan (UNMISS)* where the other wording says UNMISS."""
    match = _IN_FULL.fullmatch(text)
    short = content(match[1]) if match else []
    return bool(short) and all(map(known.says, short))


# A point of a list: *[, safe] and meaningful*, *[full, equal and] meaningful*, *and
# [safe]*, 全面、[安全、]切实.
_POINT = re.compile(
    r"\s*(?:[,、和及]|and\b)[^,，；、]{2,40}|(?:[^,，；、]{2,40},\s){0,2}[^,，；、]{2,40}(?:[,、和及]|\band)\s*"
)


def _is_said_more(text: str, found: Sequence[str], known: Known, *, alone: bool) -> bool:
    """Whether a phrase says again what the other wording says fewer times: *and to build resilience* where
    resilience is spoken of elsewhere; not what only stands in another order or was only said again.
    """
    if len(found) > 1 and together(found) <= known.together:
        return False
    if not is_chinese(text) and not content(_without_names(text.replace("\0", " "))):
        return False
    more = sum(map(known.says_less, found))
    least = 1 if alone and _POINT.fullmatch(text) else _SAID_MORE_LEAST[is_chinese(text)]
    return more >= least and more >= _SAID_MORE * len(found)


def clauses(side: str) -> Iterator[str]:
    """The clauses of a text; what is too short to stand alone stays with what is before it."""
    least, at = _LEAST[is_chinese(side)], 0
    for match in _parted().finditer(side):
        if _OPENING.fullmatch(side, at, match.start()):
            continue
        if match.start() - at >= least and len(side) - match.end() >= least:
            yield side[at : match.start()]
            at = match.end()
    yield side[at:]


_SAYING = re.compile(
    r"\W*(?:(?:also|further|and|again|strongly|deeply|gravely)\s)*(?:welcom|stress|not|recall|condemn|emphasi[sz]|underlin|recogni[sz]|commend|deplor|express"
    r"|acknowledg|reaffirm|reiterat|regrett?|affirm|congratulat|supp?ort|prais|appreciat|undertak)(?:ing|es|s)\s"
    r"|\W*(?:还|又|并|也|再次|此外|进一步|强烈|深为|同时)*(?:欢迎|欣见|重申|强调|着重|特别指出|谴责|赞扬|赞赏|注意到|表示|认识到|确认|申明|遗憾|痛惜|回顾|祝贺|感谢)",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\b(?:request|call(?:s|ing)\s(?:up)?on|urg|encourag|demand|invit|direct)(?:e?s|ing)?\b|敦促|促请|呼吁|吁请|要求|鼓励"
)
_SAID = {True: 9, False: 7}  # terms of a clause that says something, in Chinese and otherwise
_ASKED = {True: 7, False: 6}  # of one that asks for something: 敦促它们为此加紧采取进一步举措
_SAID_WHOLE = 5  # of a clause of its own between commas: *, acknowledging the challenges that remain*
_WHOLE_CLAUSE = re.compile(r"^[,;]\s|[,;]\s(?:and\s)?$")
# *recalls paragraph 1 of resolution 2664 (2022)* is told as what it cites.
_CITES = re.compile(r"\d+|paragraph|resolut|of|第|号决|决议|议第|段")
# *[as well as the adoption of a -> , encouraging them to implement their] National Defence Plan*.
_ASKS = re.compile(
    r",\s(?:and\s)?(?:further\s)?(?:requesting|calling|urging|encouraging|demanding|inviting)\s"
)
_ASKED_FIRST = 3  # terms, where nothing is asked so in the other wording
_FRESH = 0.5  # of them, those that the other wording does not say


def _is_said_anew(text: str, known: Known, *, alone: bool) -> bool:
    """Whether a clause asks or says what the other wording does not, though in words of no matter or about
    things that it names: *Welcoming the report of the Government*, however known the Government.
    """
    saying, asking = _SAYING.match(text), _ASKING.search(text)
    if not (saying or asking):
        return False
    found = [term for term in spoken(_without_names(text.replace("\0", " "))) if not _CITES.fullmatch(term)]
    new_verb = bool(saying) and not is_chinese(text) and bool(found) and not known.says(found[0])
    whole = alone and new_verb and _WHOLE_CLAUSE.search(text)
    least = _SAID_WHOLE if whole else (_ASKED if asking else _SAID)[is_chinese(text)]
    if _ASKS.match(text) and found and not known.says(found[0]):
        return len(found) >= _ASKED_FIRST
    if len(found) < least:
        return False
    fresh = sum(not known.says(term) for term in found)
    return new_verb or fresh >= _FRESH * len(found)


def _without_names(text: str) -> str:
    """A clause without the actors and countries that it names."""
    said = list(fold(text) if is_chinese(text) else text)
    for name in (*lexicon.match_actors("".join(said)), *lexicon.match_countries("".join(said))):
        said[name.start : name.end] = " " * (name.end - name.start)
    return "".join(said)
