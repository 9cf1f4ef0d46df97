"""Sentences in which the author of a report recommends something: the verb, and whom it addresses.

What others recommended (*the Council urged the parties*, 与会者呼吁) is reported, not recommended, and so is
what stands between quotation marks. *Should* and *must* count where nobody is reported to have said them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mandex.corpus import lexicon
from mandex.corpus.fold import fold, is_chinese
from mandex.corpus.records import dataclass
from mandex.index.compare import addressing, addressing_chinese

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
    r"Representative|Special\sRapporteur|Envoy|Mechanism|Board|Monitors?|Ombudsperson|Prosecutor|UNODC|CTED|OHCHR|UNOCT|Branch|Working\sGroup|author|Commissioner|Independent\sExpert|Coordinator|"
    r"Inspectors?|Chair|Chairperson|Director-General|Executive\sDirector|Unit|Inquiry|Rapporteurs|UN[A-Z]{3,6})"
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
    r"(?:\s\([^)]*\))?,?\s*(?:(?:of|in|made|contained|set\sout|presented|from|as)\s(?:[^,(]|\([^)]*\)){3,120},\s)?"
    r"(?=(?:that|to|upon|on|for)\b)"
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
    r"(?!\sbe\sn\w{2,4}ed\sthat\b)"  # noted, as a scan has it
    r"(?!(?<=should)\s(?:also\s|further\s)?(?:commence|improve|help|enable|allow|lead|result|alleviate|facilitate|read)\b)"
)
_NEEDS = re.compile(r"(?<!\bthe\s)(?<!\ba\s)(?<!\bno\s)(?<!\burgent\s)\b(?P<verb>needs?\sto)\b(?!\shave\b)")
# What is done to the subject: *should be strengthened*; left: *should be prepared*, *should be able to*.
_DONE = re.compile(
    r"(?:\s(?:also|not|only|therefore|further|never|always|thus))*\sbe\s(?:\w+ly\s|also\s|further\s)*"
    r"(?!(?:prepared|guided|committed|determined|united|engaged|concerned)\b)"
    r"(?P<what>\w+(?:ed|en|ught|elt|ept|wn)\b|made|held|put|set|done|given|led|built|paid|met|found|sent|left|told|seen)"
)
_ASKED_OF = re.compile(
    r"encouraged|urged|invited|requested|asked|called|reminded|required|obliged|advised|expected"
)
# The Panel makes the following recommendations to the Committee:, before the points that it makes.
_LIST = re.compile(
    r"\bfollowing\s(?:\w+\s){0,3}recommendations?\b|\brecommendations?\b(?=.{0,80}\b(?:follow|following|below)\b)|"
    r"\bfollowing\s.{0,60}\b(?:is|are)\srecommended|^Recommendations?\b",
    re.DOTALL,
)
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
    r"|\bto\smy\sproposal\sthat\b|\b(?:thread|message|theme|refrain)\b.{0,200}\bis\sthat\b"
    r"|[Pp]ursuant\sto\b|“"
)
SECTION = re.compile(
    r"recommend|conclusion|guiding\sprinciple|way\sforward|建议|指导原则|结论|挑战", re.IGNORECASE
)

_ZH_AUTHOR = (
    r"(?:我|本人|我们|本小组|小组|专家组|专家小组|监测组|监测小组|委员会|办公室|毒品和犯罪问题办公室|反恐执行局|执行局|执行主任|秘书长|特别代表|"
    r"特别报告员|独立专家|高级专员|本报告|秘书处|检察官|评价小组)"
)
_ZH_ASKS = r"(?:建议|敦促|促请|吁请|呼吁|鼓励|请求|恳请|提议|劝告)"
_ZH = re.compile(
    rf"(?:^|[，。；：])(?:[^，。；]{{0,30}}，)?(?:因此|为此|在此|鉴于此|同时)?，?{_ZH_AUTHOR}(?:们)?(?:还|也|又|再次|谨|特别|强烈|在此|因此|进一步|继续){{0,3}}(?P<verb>{_ZH_ASKS})"
    rf"|^(?:因此|为此|此外|最后)?，?(?:还|也|又|再次|兹|谨|特此)?(?P<verb2>建议|敦促|促请|吁请|呼吁)(?![的，。])"
)
_ZH_MAY = re.compile(r"(?P<verb>似宜|不妨|可考虑|或可)")
# 必须加强, 需要开展更多工作; left: 应用, 供应, 援助需要, 应当承认.
_ZH_SHOULD = re.compile(
    r"(?P<verb>(?:应当|应该)(?!承认|指出|强调|注意到|看到|认识到|回顾|铭记)|必须|(?<![相反适供响答对回效感])应(?!当|该)|(?:(?<=[，室处会组国构])|(?<=还)|^)需要)(?![用对急邀付承拨])"
)
_ZH_MUST = re.compile(r"(?P<verb>必须)(?!的)")
# An office of which something is asked, in any section: 预防恐怖主义处需要继续扩大; left: 小组的工作需要时间.
_ZH_OFFICE = re.compile(
    r"^(?:[^，]{2,30}，)?[^，的]{2,16}(?:办公室|执行局|[处司署])(?:还|也)?(?P<verb>应当|应该|必须|应|需要)(?![用对急邀付承拨])"
)
# Somebody who needs to act, in any section: 各国还需建立合作机制; left: 所需的援助, 各国需求.
_ZH_NEEDS = re.compile(r"^(?:[^，]{2,30}，)?[^，的]{2,16}?(?:还|也|均|都)?(?P<verb>需要|需|须)(?![求用的要])")
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
# The same as the subject: *It should also review*, *They must agree*, 该办公室还应; left: *It is vital that*.
_THE_ONE_BEFORE = re.compile(
    r"^(?:(?:In\s\w+(?:\s\w+)?|Furthermore|Moreover|To\sthat\send|Finally),\s)?(?:It|They|it|they)\s(?:also\s)?$|"
    r"^(?:此外|同时|为此)?[,，]?(?:它们?|其|该[\u4e00-\u9fff]{1,4})(?:还|也)?$"
)
# Whoever a letter is written to: requests that you take the necessary steps, requests your assistance.
_YOU = re.compile(r"^,?\s*(?:that\s|upon\s|on\s|for\s)?your?\b")


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
        before, _, after = words.partition(found.verb)
        if _YOU.match(after):
            found = replace(found, to=reader)
        elif not found.to and (_OF_THE_ONE_BEFORE.match(after) or _is_as_before(before, after)):
            found = replace(found, to=last)
        last = found.to
        yield replace(found, start=start, end=end)


def _is_as_before(before: str, after: str) -> bool:
    """Whether *it* or *they* of the sentence before are to act."""
    return bool(_THE_ONE_BEFORE.match(before)) and not _DONE.match(after)


_LEAST, _LEAST_CHINESE = 8, 5  # characters; what is shorter is no sentence: *(a) Nil.*


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
    if end - start > (_LEAST_CHINESE if is_chinese(text[start:end]) else _LEAST):
        yield start, end


# -- English


def _english(words: str, section: str) -> Advice | None:
    if _NO_ADVICE.search(words) or words.endswith("?"):
        return None
    for pattern in (_FIRST, _THIRD, _AGAIN, _FIRST_TOO, _VITAL, _STATE):
        match = pattern.search(words)
        if match and not (pattern is _STATE and not _is_state(match["author"])):
            before, after = words[: match.start("verb")], words[match.end() :]
            to = addressing.asked(match["verb"], after) or addressing.meant(before, after)
            return Advice(0, 0, match["verb"], to)
    if match := _IMPERSONAL.search(words):
        verb = match["verb"] or match["verb2"]
        to = addressing.subject(words[: match.start()]) if match["verb2"] else ()
        return Advice(
            0, 0, verb, to or addressing.asked(verb, words[match.end("verb") :] if match["verb"] else "")
        )
    if match := _PASSIVE.search(words):
        return Advice(0, 0, match["verb"], addressing.subject(words[: match.start()]))
    if match := _ought(words, section):
        return Advice(0, 0, match["verb"], _who_ought(words, match))
    if words.endswith(":") and (match := _LIST.search(words)):
        return Advice(0, 0, "recommendations", addressing.asked("recommend", words[match.end() :]))
    return None


def _who_ought(words: str, match: re.Match[str]) -> tuple[str, ...]:
    """Who is to act in *X must withdraw*, *X should be urged to*, *it should be reviewed by X*, *X’s response
    should be built*; nobody in *X should be strengthened*.
    """
    before, after = words[: match.start("verb")], words[match.end("verb") :]
    passive = _DONE.match(after)
    if passive is None or _ASKED_OF.match(passive["what"]):
        return addressing.subject(before)
    return addressing.passive_agent(after[passive.end() :]) or addressing.owner(before)


def _is_state(author: str) -> bool:
    return any(found.id in lexicon.countries() for found in lexicon.match_actors(author))


def _ought(words: str, section: str) -> re.Match[str] | None:
    """*Should* or *must*, unless somebody is reported to have said it; *needs to* of somebody anywhere."""
    match = _OUGHT.search(words) or _NEEDS.search(words)
    if match is None:
        return None
    said = re.sub(r"^As\b[^,]*,\s", "", words[: match.start()])
    if _REPORTED.search(said):
        return None
    needs = match.re is _NEEDS and not SECTION.search(section)
    return None if needs and not _needs_to_act(said, words[match.end() :]) else match


def _needs_to_act(before: str, after: str) -> bool:
    """*The Mission needs to ensure*; not *the programme needs to be declared*, *will need to rely*."""
    if re.search(r"\b(?:will|would|may|might)\s$", before):
        return False
    return not _DONE.match(f" {after.lstrip()}") and bool(addressing.subject(before))


# -- Chinese


def _chinese(words: str, section: str) -> Advice | None:
    plain = fold(words).translate(_PRINTED)
    if (match := _ZH.search(plain)) and not _ZH_OTHERS.search(
        plain[: match.start("verb" if match["verb"] else "verb2")]
    ):
        return Advice(
            0, 0, match["verb"] or match["verb2"], addressing_chinese.named_at_start(plain[match.end() :])
        )
    match = _ZH_MAY.search(plain) or _ZH_OFFICE.search(plain)
    if match is None and (SECTION.search(section) or "必须" in plain):
        match = (_ZH_SHOULD if SECTION.search(section) else _ZH_MUST).search(plain)
    if match is None and (found := _ZH_NEEDS.search(plain)) and _is_somebody(plain[: found.start("verb")]):
        match = found
    if match is None or _ZH_SAID.search(before := plain[: match.start("verb")]):
        return None
    to = addressing_chinese.agent(plain[match.end() :]) or addressing_chinese.subject(before)
    return Advice(0, 0, match["verb"], to)


def _is_somebody(before: str) -> bool:
    return bool(addressing_chinese.subject(before))
