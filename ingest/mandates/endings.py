"""How a paragraph or a clause ends: what is no part of its measure, and whether it leads over to a list."""

from __future__ import annotations

import re

from mandex.corpus.expressions import Expression

_EDGES = " \t\n,;:.，；：。、"
# A list that only joins acts of the Council: *Expresses concern …, and:* (a) demands …; 为此： (a) 要求……
_LEADS_OVER = Expression(
    r"(?:\band|\b(?:in|to)\s+(?:this|that)\s+\w+|therefore"
    r"|(?:[，；]|并|并且)(?:为此|因此|在此方面|在这方面|就此|此外|并|并且))\s*[:：,，;；]?\s*$"
)
# A paragraph that its list completes: *requests the mission to:*, *in particular*, *inter alia,*
_OPENS_LIST = Expression(
    r"(?:[:：,，–—-]|\b(?:to|by|that|and|for|including|particular|alia|following|follows))[\s”\"]*$"
)
# How these end, which spares looking through the last words of most paragraphs.
_BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001))))
_LEADING_WORDS = ("and", "therefore", "此", "面", "外", "并", "且")
_OPENING_ENDS = (
    *":：,，–—-", "to", "by", "that", "and", "for", "including", "particular", "alia", "following", "follows",
)  # fmt: skip


def leads_over(text: str) -> bool:
    """Whether what a paragraph ends with only joins the points below to the act before."""
    last = text[-_LONGEST_END:].rstrip(_BLANKS).rstrip(":：,，;；").rsplit(None, 3)[-3:]
    if not last or not (last[-1].endswith(_LEADING_WORDS) or last[-2:-1] in (["this"], ["that"])):
        return False
    return _LEADS_OVER.search(text, max(0, len(text) - _LONGEST_END)) is not None


def opens_list(text: str) -> bool:
    """Whether the end of a paragraph leads over to a list."""
    if not text.rstrip(_BLANKS + '”"').endswith(_OPENING_ENDS):
        return False
    return _OPENS_LIST.search(text, max(0, len(text) - _LONGEST_END)) is not None


# What leads over to the next clause is no part of the measure: *, and in this regard*, ，为此
_TRAILING = Expression(
    r"(?:[\s,;:.，；：。、]|\b(?:and|or|but)\b|(?:[，；]?(?:并|并且|同时))"
    r"|(?<=[.”,])\s*(?:(?i:(?:in|to|on|for|at|with)\s+(?:this|that)\s+(?:\w+\s+)?\w+),?\s+)?(?i:the\s+(?:security\s+)?council"
    r"|it)"
    r"|\b(?:and|but)\s+in\s+(?:this|that)\s+(?:regard|context|connection)|[，；]?并(?:为此|在这方面|在此方面|就此)"
    r"|[,;]\s*(?:and\s+)?(?:in\s+(?:this|that)\s+(?:regard|respect|context|connection)|to\s+(?:this|that)\s+end"
    r"|therefore|accordingly|furthermore)"
    r"|(?<=[，；、])(?:为此|为此目的|在这方面|在此方面|在这一方面|就此|因此|对此|在此背景下|此外|而且))+$"
)


# From where a compilation has its words: *…, demands that … | S/RES/1674 (2006), op.3*.
_SOURCE = Expression(r"\s*\|\s*[SA]/[^|]*(?:\|.*)?$", re.DOTALL)


# How that ends, without the stops behind it.
_STOPS = _BLANKS + ",;:.，；：。、"
_TRAILING_WORDS = (
    "and", "or", "but", "Council", "It", "regard", "respect", "context", "connection", "end", "therefore",
    "accordingly", "furthermore", "并", "且", "时", "此", "面", "的", "下", "外",
)  # fmt: skip
_LONGEST_END = 200  # characters in which what trails a clause surely begins


def measure_of(words: str) -> str:
    """What is demanded, without the conjunctions and stops around it."""
    if "|" in words and (source := _SOURCE.search(words)):
        words = words[: source.start()]
    said = words.rstrip(_STOPS)
    joined = said.removesuffix("and").rstrip(_STOPS)
    if len(said) - len(joined) > len("and"):  # the commonest by far: *, and* in front of the next verb
        said = joined
    if said.endswith(_TRAILING_WORDS):
        trailing = _TRAILING.search(words, max(0, len(words) - _LONGEST_END))
        said = words[: trailing.start()] if trailing else words.rstrip(_STOPS)
    return re.sub(r"^that\s+", "", said.strip(_EDGES))
