"""Sentences in which the author of a report recommends something: the verb, and whom it addresses.

What others recommended (*the Council urged the parties*, 与会者呼吁) is reported, not recommended. *Should*
counts where the section is one of recommendations, or where States are its subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mandex.corpus import lexicon
from mandex.corpus.fold import fold, is_chinese

_BETWEEN = (
    r"(?:(?:also|again|further|therefore|thus|strongly|accordingly|hereby|once\sagain|once\smore|in\sparticular|"
    r"continue\sto|would\slike\sto|wish\sto|must|would|will|reiterate\smy\scall\sto|\w+ly)\s+){0,3}"
)
_ASKS = (
    r"(?:recommend|urge|call\s(?:up)?on|call\sfor|encourage|invite|request|appeal\sto|advise|propose|ask|suggest|"
    r"exhort|implore)"
)
_AUTHORS = (
    r"(?:Panel|Group|Team|Committee|Commission|Office|Mission|Directorate|Secretariat|Secretary-General|Special\s"
    r"Representative|Special\sRapporteur|Envoy|Mechanism|Board|Monitors?|Ombudsperson|Prosecutor|UNODC|CTED|OHCHR|UNOCT|Branch|Working\sGroup|author)"
)
# I urge, I again urge, I would like to call upon; left: *I also encouraged*, *I am encouraged by*.
_FIRST = re.compile(rf"\b(?:I|[Ww]e)\s+{_BETWEEN}(?P<verb>{_ASKS})\b(?!\w)")
# The Panel of Experts recommends; left: *the Council urges*, *the Panel recommended*.
_THIRD = re.compile(
    rf"\b(?:[Tt]he\s|[Mm]y\s|[Hh]is\s)?(?:[\w’-]{{1,40}}\s){{0,3}}{_AUTHORS}(?:\s(?:of|on|for)\s[\w’-]+(?:\s[\w’-]+)?)?\s+"
    rf"(?:(?:also|again|further|therefore|thus|strongly|accordingly|\w+ly)\s+){{0,2}}"
    r"(?P<verb>(?:recommend|urge|encourage|invite|request|propose|suggest|advise)s|calls\s(?:up)?on|calls\sfor|appeals\sto)\b"
)
# I reiterate my call upon …; the Team reiterates its recommendation that …
_AGAIN = re.compile(
    r"\b(?:reiterates?|repeats?|renews?|echo|echoes)\s(?:my|its|our|the|his|her)\s(?:\w+\s)?(?P<verb>recommendations?|calls?|appeals?)\b"
    r"(?:\s\([^)]*\))?,?\s*(?:of\s[^,]{3,60},\s)?(?:that|to|upon|on|for)\b"
)
# The parties are urged to; left: *were invited to*, *are encouraged by*.
_PASSIVE = re.compile(
    r"\b(?:is|are)\s(?:again\s|also\s|strongly\s|further\s|therefore\s)?(?P<verb>urged|encouraged|invited|requested|advised|called\supon|recommended)\s(?:again\s)?to\b"
)
_IMPERSONAL = re.compile(
    r"\b[Ii]t\sis\s(?:\w+\s)?(?P<verb>recommended|proposed|suggested)\sthat\b|\bmay\s(?P<verb2>wish)\sto\b"
)
_SHOULD = re.compile(r"\b(?P<verb>should|must|needs?\sto)\b(?!\shave\b)(?!\sbe\sgrateful)")
_STATES_SHOULD = re.compile(
    r"^(?:(?:In|To|With|For|When|Where)\b[^,]{3,120},\s)?(?:All\s|Member\s)*(?:States|Governments|countries)\s(?:\w+\s)?(?P<verb>should)\b"
)
# What letters say of themselves, what is expected, and what the Council has said: nothing is recommended.
_NO_ADVICE = re.compile(
    r"\bshould\sbe\sgrateful\b|\bshould\scommence\b|\bbe\s(?:issued|circulated)\sas\sa\s(?:Security\sCouncil\s)?document\b"
)
_REPORTED = re.compile(
    r"\b(?:Council|Assembly|resolution)\b.{0,60}\b(?:has|have|had|reaffirmed|decided|stressed)\b"
)
_SECTION = re.compile(r"recommend|guiding\sprinciples|way\sforward|建议|指导原则", re.IGNORECASE)

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
_ZH_SHOULD = re.compile(r"(?P<verb>应当|应该|必须|应)(?![用对急邀付])")
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


def advice(text: str, section: str) -> Iterator[Advice]:
    """The recommendations of a paragraph under a heading `section`, in order."""
    chinese = is_chinese(text)
    for start, end in _sentences(text):
        words = text[start:end]
        found = _chinese(words, section) if chinese else _english(words, section)
        if found is not None:
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
    if _NO_ADVICE.search(words):
        return None
    for pattern in (_FIRST, _THIRD, _AGAIN, _IMPERSONAL):
        if match := pattern.search(words):
            verb = match["verb"] or match.groupdict().get("verb2") or ""
            subject = words[: match.start()] if verb == "wish" else ""
            return Advice(0, 0, verb, _named(subject) or _asked(words[match.end() :]))
    match = _PASSIVE.search(words) or _STATES_SHOULD.search(words)
    if match is None and _SECTION.search(section) and not _REPORTED.search(words):
        match = _SHOULD.search(words)
    return Advice(0, 0, match["verb"], _named(words[: match.start("verb")])) if match else None


def _asked(after: str) -> tuple[str, ...]:
    """The actors after the verb: after *that* the one that is to act, else those before what is asked."""
    if after.lstrip().startswith("that "):
        return _named(after[:160])[:1]
    return _named(_addressed(after)) or _named(after[:120])[:1]


def _addressed(after: str) -> str:
    """Those addressed: what stands between the verb and what is asked of them."""
    match = re.search(
        r"\bto\s+(?!the\b|a\b|all\b|their\b|its\b)[a-z]+|\bshould\b|\bconsider\b|\bbe\s[a-z]+ed\b", after[4:]
    )
    return after[: match.start() + 4] if match else after[:160]


def _named(words: str) -> tuple[str, ...]:
    plain = fold(words) if is_chinese(words) else words
    return tuple(dict.fromkeys(found.id for found in lexicon.match_actors(plain)))[:3]


# -- Chinese


def _chinese(words: str, section: str) -> Advice | None:
    plain = fold(words)
    if (match := _ZH.search(plain)) and not _ZH_OTHERS.search(
        plain[: match.start("verb" if match["verb"] else "verb2")]
    ):
        return Advice(
            0, 0, match["verb"] or match["verb2"], _named(plain[match.end() : match.end() + 40])[:2]
        )
    match = _ZH_MAY.search(plain)
    if match is None and _SECTION.search(section):
        match = _ZH_SHOULD.search(plain)
    return Advice(0, 0, match["verb"], _named(plain[: match.start()])[-2:]) if match else None
