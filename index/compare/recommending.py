"""Sentences in which the author of a report recommends something: the verb, and whom it addresses.

What others recommended (*the Council urged the parties*, 与会者呼吁) is reported, not recommended, and so is
what stands between quotation marks. *Should* and *must* count where nobody is reported to have said them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mandex.corpus import lexicon
from mandex.corpus.fold import fold, is_chinese
from mandex.corpus.phrases import Found
from mandex.corpus.records import dataclass

_BETWEEN = (
    r"(?:(?:also|again|further|therefore|thus|strongly|accordingly|hereby|once\sagain|once\smore|in\sparticular|"
    r"continue\sto|would\slike\sto|wish\sto|must|would|will|reiterate\smy\scall\sto|\w+ly)\s+){0,3}"
)
_ASKS = (
    r"(?:recommend|urge|call\s(?:again\s)?(?:up)?on|call\s(?:again\s)?for|encourage|invite|request|"
    r"appeal\s(?:yet\s)?(?:again\s)?to|advise|propose|ask|suggest|exhort|implore)"
)
_AUTHORS = (
    r"(?:Panel|Group|Team|Committee|Commission|Office|Mission|Directorate|Secretariat|Secretary-General|Special\s"
    r"Representative|Special\sRapporteur|Envoy|Mechanism|Board|Monitors?|Ombudsperson|Prosecutor|UNODC|CTED|OHCHR|UNOCT|Branch|Working\sGroup|author)"
)
# I urge, I again urge, I would like to call upon; left: *I also encouraged*, *I am encouraged by*.
_FIRST = re.compile(rf"\b(?:I|[Ww]e)\s+{_BETWEEN}(?P<verb>{_ASKS})\b(?!\w)")
# I extend my appreciation to Member States and call on donors; left: *I met those who sit and urge*.
_FIRST_TOO = re.compile(
    r"^(?:[^,]{1,80},\s)?(?:I|We)\s(?!met\b).{3,250}?,?\sand\s(?:again\s|also\s)?"
    r"(?P<verb>urge|call\s(?:again\s)?(?:up)?on|call\s(?:again\s)?for|appeal\s(?:again\s)?to|encourage|invite)\s"
)
# The Panel of Experts recommends; left: *the Council urges*, *the Panel recommended*.
_THIRD = re.compile(
    rf"\b(?:[Tt]he\s|[Mm]y\s|[Hh]is\s)?(?:[\w’-]{{1,40}}\s){{0,3}}{_AUTHORS}(?:\s(?:of|on|for)\s[\w’-]+(?:\s[\w’-]+)?)?\s+"
    rf"(?:(?:also|again|further|therefore|thus|strongly|accordingly|\w+ly)\s+){{0,2}}"
    r"(?P<verb>(?:recommend|urge|encourage|invite|request|propose|suggest|advise)s|"
    r"calls\s(?:in\sparticular\s)?(?:up)?on|calls\sfor|appeals\sto|would\swelcome|"
    r"(?:reiterates|stresses|underlines|underscores)(?=\sthe\simportance\sof\s?:))"
)
# A State in its own letter: Azerbaijan requests that; left: *The Security Council calls on the parties*.
_STATE = re.compile(
    r"^(?:[A-Z][a-z]+,\s|.{1,160},\s)?(?P<author>[A-Z]\w+(?:\s[A-Z]\w+){0,3})\s(?:\w+ly\s)?"
    r"(?P<verb>requests|urges|calls\s(?:up)?on|calls\sfor|appeals\sto|expects)\s"
)
# I reiterate my call upon …; the Team reiterates its recommendation that …
_AGAIN = re.compile(
    r"\b(?:reiterates?|repeats?|renews?|echo|echoes)\s(?:my|its|our|the|his|her)\s(?:\w+\s)?(?P<verb>recommendations?|calls?|appeals?)\b"
    r"(?:\s\([^)]*\))?,?\s*(?:(?:of|made\sby)\s[^,]{3,90},\s)?(?=(?:that|to|upon|on|for)\b)"
)
# The parties are urged to; left: *were invited to*, *are encouraged by*.
_PASSIVE = re.compile(
    r"\b(?:is|are)\s(?:again\s|also\s|strongly\s|further\s|therefore\s)?(?P<verb>urged|encouraged|invited|requested|advised|called\supon|recommended)\s(?:again\s)?to\b"
)
_IMPERSONAL = re.compile(
    r"\b[Ii]t\sis\s(?:\w+\s)?(?P<verb>recommended|proposed|suggested)\sthat\b|\bmay\s(?P<verb2>wish)\sto\b"
)
# It is imperative that those be held accountable; it will be vital for partners to mobilize resources;
# left: *it is also important to recall that*, *it is essential to reduce emissions*.
_VITAL = re.compile(
    r"\b[Ii]t\s(?:is|will\sbe|remains)\s(?:\w+\s)?(?P<verb>imperative|vital|essential|crucial|critical|necessary|incumbent)\s"
    r"(?=that\s|upon\s|for\s(?!\w+ing\b).{3,120}?\sto\s)"
)
# Israel must withdraw; left: *which should include*, *registers should improve*, *it must be noted*.
_OUGHT = re.compile(
    r"(?<!\bwhich\s)(?<!\bwho\s)(?<!\bthat\s)(?<!\bwhat\s)\b(?P<verb>should|must)\b(?!\shave\sbeen\b)"
    r"(?!\s(?:also\s|not\s|therefore\s)*be\s(?:noted|recalled|stressed|emphasized|said|seen|viewed|understood|"
    r"interpreted|confused|grateful|acknowledged|remembered|borne)\b)"
    r"(?!\s(?:also\s|further\s)?(?:commence|improve|help|enable|allow|lead|result|alleviate|facilitate|read)\b)"
)
_NEEDS = re.compile(r"(?<!\bthe\s)(?<!\ba\s)(?<!\bno\s)(?<!\burgent\s)\b(?P<verb>needs?\sto)\b(?!\shave\b)")
# What letters say of themselves, what is expected, and what the Council has said: nothing is recommended.
_NO_ADVICE = re.compile(
    r"\bshould\sbe\sgrateful\b|\bshould\scommence\b|\bbe\s(?:issued|circulated)\sas\sa\s(?:Security\sCouncil\s)?document\b"
)
_REPORTED = re.compile(
    r"\b(?:Council|Assembly|resolution)\b.{0,60}\b(?:has|have|had|reaffirmed|decided|stressed)\b"
    r"|\b(?:said|stated|noted|stressed|emphasized|underlined|underscored|reiterated|affirmed|reaffirmed|decided|"
    r"requested|demanded|insisted|claimed|argued|recalled|informed|advised|told|agreed|declared|announced|"
    r"recommended|indicate[sd]?|specifie[sd]|stipulated\sthat|provide[sd]\sthat|according\sto|considered)\b"
    r"|\b(?:\w+ed|heard|found|felt|held|saw)\sthat\b"
    r"|[Pp]ursuant\sto\b|“"
)
_SECTION = re.compile(
    r"recommend|conclusion|guiding\sprinciple|way\sforward|建议|指导原则|结论|挑战", re.IGNORECASE
)

_ZH_AUTHOR = (
    r"(?:我|本人|我们|本小组|小组|专家组|专家小组|监测组|监测小组|委员会|办公室|毒品和犯罪问题办公室|反恐执行局|执行局|执行主任|秘书长|特别代表|"
    r"特别报告员|本报告|秘书处|检察官|评价小组)"
)
_ZH_ASKS = r"(?:建议|敦促|促请|吁请|呼吁|鼓励|请求|恳请|提议|劝告)"
_ZH = re.compile(
    rf"(?:^|[，。；：])(?:[^，。；]{{0,30}}，)?(?:因此|为此|在此|鉴于此|同时)?，?{_ZH_AUTHOR}(?:们)?(?:还|也|又|再次|谨|特别|强烈|在此|因此|进一步|继续){{0,3}}(?P<verb>{_ZH_ASKS})"
    rf"|^(?:因此|为此|此外|最后)?，?(?:还|也|又|再次|兹|谨|特此)?(?P<verb2>建议|敦促|促请|吁请|呼吁)(?![的，。])"
)
_ZH_MAY = re.compile(r"(?P<verb>似宜|不妨|可考虑|或可)")
# 必须加强, 需要开展更多工作; left: 应用, 供应, 援助需要, 应当承认.
_ZH_SHOULD = re.compile(
    r"(?P<verb>应当|应该|必须|(?<![相反适供响答对回效感])应|(?:(?<=[，室处会组国构])|(?<=还)|^)需要)(?![用对急邀付承拨])"
)
_ZH_MUST = re.compile(r"(?P<verb>必须)(?!的)")
# An office of which something is asked, in any section: 预防恐怖主义处需要继续扩大; left: 小组的工作需要时间.
_ZH_OFFICE = re.compile(
    r"^(?:[^，]{2,30}，)?[^，的]{2,16}(?:办公室|执行局|[处司署])(?:还|也)?(?P<verb>应当|应该|必须|应|需要)(?![用对急邀付承拨])"
)
_PRINTED = str.maketrans(",:;", "，：；")  # stops as Chinese prints them, which folding makes ASCII
# What is only said to be needed: 强调，必须, 这是必须…的原因.
_ZH_SAID = re.compile(r"(?:强调|指出|认为|认识到|表示|规定|要求|决定|重申|这是)[^。；]{0,20}$")
# Whose words are only reported, and what is only planned: 与会者呼吁, 委员会将鼓励.
_ZH_OTHERS = re.compile(
    r"(?:与会者|安理会|安全理事会|大会|决议|各国代表|部长)[^，。；]{0,16}$|将(?:继续|积极)?$|曾$|已$"
)


@dataclass(frozen=True, slots=True)
class Advice:
    """One recommendation at `start` .. `end` of a paragraph's text; `to` are those addressed."""

    start: int
    end: int
    verb: str
    to: tuple[str, ...]


# Somebody named in the sentence before: 必须加强其外地专家网络; left: 加强其他努力.
_OF_THE_ONE_BEFORE = re.compile(r"^[\u4e00-\u9fff]{2,4}其(?![他它中实])")
# Whoever a letter is written to: requests that you take the necessary steps.
_YOU = re.compile(r"^,?\s*(?:that\s)?you\b")


def advice(text: str, section: str, reader: tuple[str, ...] = ()) -> Iterator[Advice]:
    """The recommendations of a paragraph under a heading `section`, in order; `reader` is to whom a letter is
    written.
    """
    chinese = is_chinese(text)
    last: tuple[str, ...] = ()
    quoted = [match.span() for match in re.finditer(r"“[^“”]*”", text)]
    for start, end in _sentences(text):
        words = text[start:end]
        if any(first < start < last for first, last in quoted):
            continue
        found = _chinese(words, section) if chinese else _english(words, section)
        if found is None:
            continue
        after = words[words.find(found.verb) + len(found.verb) :]
        if _YOU.match(after):
            found = replace(found, to=reader)
        elif not found.to and _OF_THE_ONE_BEFORE.match(after):
            found = replace(found, to=last)
        last = found.to
        yield replace(found, start=start, end=end)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Sentences without the blanks around them; a stop inside a number or an abbreviation ends none."""
    start = 0
    for match in re.finditer(
        r"(?<![A-Z])(?<!\bpara)(?<!\bNo)(?<!\bMr)(?<!\bMs)(?<!\bDr)[.!?](?=\s+[A-Z(“]|\s*$)|[。！？；]|;\s",
        text,
    ):
        yield from _stripped(text, start, match.end())
        start = match.end()
    yield from _stripped(text, start, len(text))


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start > 8:
        yield start, end


# -- English


def _english(words: str, section: str) -> Advice | None:
    if _NO_ADVICE.search(words) or words.endswith("?"):
        return None
    for pattern in (_FIRST, _THIRD, _AGAIN, _FIRST_TOO, _VITAL, _STATE):
        match = pattern.search(words)
        if match and not (pattern is _STATE and not _is_state(match["author"])):
            return Advice(0, 0, match["verb"], _asked(match["verb"], words[match.end("verb") :]))
    if match := _IMPERSONAL.search(words):
        verb = match["verb"] or match["verb2"]
        return Advice(0, 0, verb, _subject(words[: match.start()]) or _asked(verb, words[match.end() - 5 :]))
    match = _PASSIVE.search(words) or _ought(words, section)
    return Advice(0, 0, match["verb"], _subject(words[: match.start("verb")])) if match else None


def _is_state(author: str) -> bool:
    return any(found.id in lexicon.countries() for found in lexicon.match_actors(author))


def _ought(words: str, section: str) -> re.Match[str] | None:
    """*Should* or *must*, unless somebody is reported to have said it; *needs to* among recommendations."""
    match = _OUGHT.search(words) or (_NEEDS.search(words) if _SECTION.search(section) else None)
    if match is None:
        return None
    said = re.sub(r"^As\b[^,]*,\s", "", words[: match.start()])
    return None if _REPORTED.search(said) else match


def _subject(before: str) -> tuple[str, ...]:
    """Who is to act: the actors named before the verb, behind *As stipulated in …,* and the like."""
    lead = re.match(
        r"(?:As|In|To|With|For|When|Where|While|Given|Under|On|At|Considering|Although|Since|Because|Despite|If|"
        r"Notwithstanding|Until|After|Once|Having|Recognizing|Noting)\b.*,\s",
        before,
    )
    said = before[lead.end() :] if lead else before
    return _ids([found for found in lexicon.match_actors(said) if not _HELPED.search(said, 0, found.start)])


# Who only comes in with a thing: *assistance to States*, *the people of Haiti*; the Government of Haiti acts.
_HELPED = re.compile(
    r"(?:\b(?:to|for|with|from|on|against|in)|(?<!Government)(?<!Governments)(?<!authorities)(?<!leaders)"
    r"(?<!Republic)(?<!States)(?<!members)(?<!Members)\sof)\s(?:the\s|all\s|other\s|those\s|these\s)?$"
)


_DIRECT = re.compile(
    r"urge|encourag|invit|request|\bask|advise|exhort|implore|upon$|\bon$|appeals? .*to$|welcome|expect"
)
# A call upon Israel, an appeal to the parties; left: my appeal to support the work of.
_TO_SOMEBODY = re.compile(r"(?:up)?on\b|to\s(?:[A-Z]|the\b|all\b|both\b)")


def _asked(verb: str, after: str) -> tuple[str, ...]:
    """The actors after the verb: of *that the Committee …* and *for Israel to …* the one that is to act, of
    *urge X to* those before what is asked; nobody where a thing is asked for (*recommend the extension*).
    """
    after = after.lstrip(" ,(")
    if to := subject_of_that(after):
        return to
    if _DIRECT.search(verb) or _TO_SOMEBODY.match(after):
        return _named(_addressed(after)) or _named(after[:120])[:1]
    match = re.search(
        r"\bfor\s(.{3,160}?)\sto\s[a-z]", after if after.startswith(("for ", "to ")) else f"for {after}"
    )
    return _named(match[1]) if match else ()


def subject_of_that(words: str) -> tuple[str, ...]:
    """Who is to act in *that the Committee write …*, which an item of a list of recommendations may be."""
    return _named(words[:160])[:1] if words[:5].lower() == "that " else ()


def _addressed(after: str) -> str:
    """Those addressed: what stands between the verb and what is asked of them."""
    match = re.search(
        r"\bto\s+(?!the\b|a\b|all\b|their\b|its\b)[a-z]+|\bshould\b|\bconsider\b|\bbe\s[a-z]+ed\b", after[4:]
    )
    return after[: match.start() + 4] if match else after[:160]


def _named(words: str) -> tuple[str, ...]:
    return _ids(lexicon.match_actors(fold(words) if is_chinese(words) else words))


def _ids(named: Sequence[Found]) -> tuple[str, ...]:
    """The first three named, each once; *Haitian authorities* are Haiti."""
    countries = lexicon.countries()
    ids = [
        found.id
        for before, found in zip((None, *named), named, strict=False)
        if not (found.id == "national-authorities" and before and before.id in countries)
    ]
    return tuple(dict.fromkeys(ids))[:3]


# -- Chinese


def _chinese(words: str, section: str) -> Advice | None:
    plain = fold(words).translate(_PRINTED)
    if (match := _ZH.search(plain)) and not _ZH_OTHERS.search(
        plain[: match.start("verb" if match["verb"] else "verb2")]
    ):
        return Advice(
            0, 0, match["verb"] or match["verb2"], _named(plain[match.end() : match.end() + 40])[:2]
        )
    match = _ZH_MAY.search(plain) or _ZH_OFFICE.search(plain)
    if match is None and (_SECTION.search(section) or "必须" in plain):
        match = (_ZH_SHOULD if _SECTION.search(section) else _ZH_MUST).search(plain)
    if match is None or _ZH_SAID.search(before := plain[: match.start("verb")]):
        return None
    return Advice(0, 0, match["verb"], _named(re.split("[，：]", before)[-1])[-2:])
