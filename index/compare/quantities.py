"""Dates and numbers that a paragraph sets: strengths, ceilings, terms; not those of symbols and places."""

from __future__ import annotations

import re

from mandex.corpus.dates import MONTH, find_dates, month_number
from mandex.index.compare.succession import END, PAPER, Item


def dates(text: str) -> list[Item]:
    """The dates in a text, ISO, and the years that stand alone (not 2019冠状病毒病); in order of writing,
    years last.
    """
    found: list[Item] = []
    for date in find_dates(text):
        # *the reports dated 5 April 2006, 16 October 2006 and 17 July 2007*
        in_row = found and found[-1].role == PAPER and _LISTED.fullmatch(text, found[-1].end, date.start)
        role = _role(text, date.start, date.end) or (PAPER if in_row else "")
        found.append(Item(date.iso, date.start, date.end, role))
    years = _YEAR.finditer(_without_dates(text))
    return found + [
        Item(year[0], year.start(), year.end()) for year in years if not text.startswith("冠状", year.end())
    ]


# *until 31 May 2024*, 至2024年5月31日; *letter dated 8 May 2024*, 2024年5月8日的信; not
# 注意到2024年5月9日的会议.
_ENDS = re.compile(
    r"(?:\b(?:until|till|by|before|(?:later|earlier)\sthan)|(?<!甚)至|(?<![意识收感看提得])到|不?[迟晚]于)\s*$",
    re.IGNORECASE,
)
# *letter dated*, *the report of the Secretary-General of 8 January 2010*.
_DATED = re.compile(
    r"(?:\b(?:letters?|reports?|[Cc]ommuniqu[eé]s?)\s(?:of\sthe\s(?:Secretary-General|President|Panel|Group)\s(?:on\s\w+\s)?)?"
    r"(?:of|dated)|\bdated|日期为|\0\sof)\s*(?:\d{1,2}\s(?:and|to)\s)?$",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"(?:[和、及](?:\d{4}年)?\d{1,2}月\d{1,2}日){0,4}(?:给[^，。；]{2,30})?的?(?:来?信|函|报告)"
    r"|\s(?:letters?|reports?)\b"
)


_LISTED = re.compile(r"\s?(?:,|and|[和、及])\s?(?:and\s)?")


def _role(text: str, start: int, end: int) -> str:
    before = text[max(0, start - _NEAR) : start]
    if _ENDS.search(before):
        return END
    return PAPER if _DATED.search(before) or _PAPERS.match(text, end) else ""


_NEAR = 64  # characters in which the words before a date stand


def unsaid_year(text: str, iso: str) -> bool:
    """Whether a text names the day and the month of a date without its year: *the May 3 bombing*, 5月3日."""
    return len(iso) == 10 and any(
        (
            int(match["month_zh"] or month_number(match["m"] or match["n"])),
            int(match["day"] or match["e"] or match["day_zh"]),
        )
        == (int(iso[5:7]), int(iso[8:]))
        for match in _DAY.finditer(_without_dates(text))
    )


_DAY = re.compile(
    rf"\b(?P<m>{MONTH})\s(?P<day>\d{{1,2}})\b|\b(?P<e>\d{{1,2}})\s(?P<n>{MONTH})\b"
    r"|(?P<month_zh>\d{1,2})月(?P<day_zh>\d{1,2})日"
)


def _without_dates(text: str) -> str:
    for found in find_dates(text):
        text = text[: found.start] + "\0" * (found.end - found.start) + text[found.end :]
    return text


# "in 2022", 2022年; not 2,022, S/2022/1, A/2022 nor 2022/3.
_YEAR = re.compile(r"(?<![A-Za-z\d_/.,-])(?:19|20)\d\d(?![A-Za-z\d/-]|,\d)")


_UNITS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred")
_VALUE = dict(zip((*_UNITS, *_TENS), (*range(2, 21), *range(30, 110, 10)), strict=True))
_FIGURES = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}
# What numbers in words are counted for: six months, two additional experts; not *the two leaders*.
_COUNTED = (
    r"(?:day|week|month|year|time|per\scent|expert|member|judge|battalion|compan|unit|helicopter|troop|police|"
    r"observer|officer|official|peacekeeper|soldier|report|briefing)"
)
# 17,000 and 17 000, 30, "six"; 六个月, 十二名, 1 200人. Left alone: the figures of S/2021/12, COVID-19,
# the 6+6 committee, and of paragraph 12, 第12段, which renumber; "one"
# and 一, which are articles more often than numbers, but in *a period of one year*,
# *within one week*, 延长一年.
_NUMBER = re.compile(
    rf"(?<![A-Za-z\d_/.+‐‑-])(?P<digits>\d{{1,3}}(?:[,\u00a0 ]\d{{3}})+|\d+(?:\.\d+)?)(?P<ten_thousand>万)?"
    rf"(?![A-Za-z\d_/]*/)(?![A-Za-z+]|\d*[?!|\]])|\b(?P<word>(?:(?:twenty|{'|'.join(_TENS)})[\s-](?:one|{'|'.join(_UNITS[:8])}))|{'|'.join(_VALUE)})\b"
    rf"(?=[\s-]+(?:\(\d+\)\s+)?(?:\w+\s+){{0,3}}{_COUNTED})"
    r"|(?:(?<=\bof\s)|(?<=within\s))(?P<one>one)(?=\s(?:day|week|month|year)\b)|(?<=延长|为期|期限|续期|展期)(?P<yi>一)(?=年)"
    r"|(?P<zh>[二两三四五六七八九十][一二三四五六七八九十]{0,2})(?=个月|个|天|年|日|周|名|位|人|次|倍|国)",
    re.IGNORECASE,
)
# *of 27 May 1993, 10* as scanned, *(S/13272) 20 and on*, *7 May, 23 30 May*,
# *of 1977 111 and 1979 112 between*.
_NOTE_MARK = re.compile(
    r"(?<=[,;.]\s)\d{1,2}\s*$|(?<=\0\)\s)\d{1,2}(?=\sand\s)|(?<=\0\s)\d{1,3}(?=\s(?!million|billion|per\s|percent|additional|or\s|to\s)[a-z]+(?!\w*s\b)\s)|(?<=\0,\s)\d{1,2}(?=\s\0)"
    r"|(?<=\0,\s)\d{1,3}(?=\s(?:and|or|in|by|as|which|to|on|with|concerning)\b)"
)
# *(4) Convene at least two meetings*, *“1. Calls for strict respect* in a text quoted.
_ITEM_MARK = re.compile(r"\s*(?:[(（]\d{1,2}[)）]|[“\"]\s?\d{1,2}\.)\s")
_PLACE = re.compile(
    rf"\d{{1,2}}月(?:\d{{1,2}}日)?|[至和、]\d{{1,2}}日|\b\d{{1,2}}(?:\s(?:and|to)\s|\s?[–‐‑-]\s?)(?=\0)|\b\d{{1,2}}\s(?:{MONTH})\b|\b(?:{MONTH})\s\d{{1,2}}\b|"
    r"\b(?:paragraphs?|paras?\.?|subparagraphs?|articles?|chapters?|annex(?:es)?|section|phase|pillar|page)s?\s+"
    r"(?:\d+(?:\s?\([a-z]+\))*(?:\s?(?:,|and|to|or|-)\s?)?)+|第\s?[\d、和至及\s()a-z]+\s?(?:[段条章款号届次]|分段)|第[一二三四五六七八九十]+",
    re.IGNORECASE,
)


def numbers(text: str) -> list[Item]:
    """The numbers in a text that are no dates, symbols or places in a document, as plain figures."""
    text = _YEAR.sub("\0\0\0\0", _without_dates(text))
    if mark := _ITEM_MARK.match(text):
        text = "\0" * mark.end() + text[mark.end() :]
    text = _PLACE.sub(lambda match: "\0" * len(match[0]), text)
    text = _NOTE_MARK.sub(lambda match: "\0" * len(match[0]), text)
    return [Item(_value(match), match.start(), match.end()) for match in _NUMBER.finditer(text)]


def _value(match: re.Match[str]) -> str:
    if match["one"] or match["yi"]:
        return "1"
    if match["word"]:
        return str(sum(_VALUE.get(word, 1) for word in re.split(r"[\s-]", match["word"].lower())))
    if match["zh"]:
        tens, ten, units = match["zh"].rpartition("十")
        return str((_FIGURES.get(tens, 1) * 10 if ten else 0) + _FIGURES.get(units, 0))
    plain = re.sub(r"[,\u00a0 ]", "", match["digits"])
    if match["ten_thousand"]:
        return str(int(float(plain) * 10_000))
    return plain
