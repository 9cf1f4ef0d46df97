"""English time expressions: *until 31 December 2025*, *for a further six months*, *every 90 days*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from mandex.corpus.dates import MONTH, Duration, a_day, month_number
from mandex.corpus.dates.months import MONTH_OR_SHORT
from mandex.corpus.dates.numerals import NUMBER_EN
from mandex.corpus.dates.periods import BETWEEN_EN, UNIT_EN, duration_en
from mandex.corpus.expressions import Expression
from mandex.ingest.mandates.calendar_words import NO_YEAR, How, TimeWords

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# 31 December 2025, the 1st of October 2004, January 15, 2025, Dec. 31, 2027
_FULL = (
    rf"(?:the\s+)?{_DAY}\s*(?:of\s+)?{MONTH_OR_SHORT},?\s*\d{{4}}"
    rf"|{MONTH_OR_SHORT}\s+{_DAY},?\s+\d{{4}}"
)
# A month or a year alone means its last day: until December 2011, by the end of 2012, by mid-March 2005.
_PART = r"(?:(?:the\s+)?(?:end|beginning|middle)\s+of\s+|late\s+|early\s+|mid-)"
_LOOSE = rf"(?:{_PART}?{MONTH}\s+\d{{4}}|{_PART}\d{{4}}|(?:19|20)\d\d(?=[,.;]|$))"
_DATE = rf"(?P<date>{_FULL}|{_LOOSE})"
# 1 March, 1 June and 1 September 2021: the year is said once, at the end.
_AND = r"(?:,\s*|,?\s+and\s+(?:\w+\s+)?(?:by\s+)?)"
_DAYS = (
    rf"(?P<days>{_DAY}\s+{MONTH}(?:\s+\d{{4}})?(?:{_AND}{_DAY}\s+{MONTH}(?:\s+\d{{4}})?)*"
    rf"(?<!\d{{4}}),?\s+\d{{4}}|{_DAY}\s+{MONTH}\s+\d{{4}}(?:{_AND}{_DAY}\s+{MONTH}\s+\d{{4}})+)"
)

_UNIT = rf"(?P<unit>{UNIT_EN})"
_DURATION = rf"(?P<count>{NUMBER_EN}){BETWEEN_EN}{_UNIT}s?\b"
_FURTHER = (
    r"(?:a\s+|an\s+|another\s+|the\s+)?(?:(?:further|additional|final|initial|new|interim|last|next|single|fixed|"
    r"maximum|limited|renewable|subsequent|present)\s+){0,2}"
)
# From when a period counts. What is not a date and not adoption is elsewhere.
_ADOPTION = (
    r"(?:the\s+)?(?:date\s+of\s+)?(?:the\s+)?(?:adoption|passage|passing|date|adopting)\s+(?:of\s+)?"
    r"(?:this|the\s+present)\s+resolution|(?:the\s+)?date\s+of\s+(?:its\s+)?adoption(?!\s+of\s+(?!th(?:is|e\s+present|e\s+resolution)\b))|adoption(?!\s+of\s+(?!th(?:is|e\s+present|e\s+resolution)\b))|today|this\s+date"
)
_FROM = (
    rf"(?P<from>,?\s*(?:(?:beginning|starting|commencing|effective|with\s+effect)\s+)?"
    rf"(?:from|on|after|following|upon|beyond|as\s+of|beginning|at"
    rf"|(?:commencing|starting)(?=\s+{_FULL}))\s+"
    rf"(?:(?P<adoption>{_ADOPTION})|(?P<since>{_FULL})|(?P<elsewhere>\w+)))?"
)
# The day may come after what happens on it: from the expiry of the mandate in December 2022.
_SINCE_LATER = Expression(
    rf"(?:[^.;]|\.\d){{0,80}}?\b(?:expir\w+|mandate|Time|hours)\b[^.;]{{0,40}}?"
    rf"\b(?P<date>{_FULL}|{MONTH}\s+\d{{4}})",
    re.IGNORECASE,
)
# Or before the period: with effect from 15 September 2003 for a four-year term.
_SINCE_BEFORE = Expression(rf"\bwith\s+effect\s+from\s+(?P<date>{_FULL})[^.;]{{0,20}}$", re.IGNORECASE)

_UNTIL = Expression(
    rf"\b(?:until!?|untill|till|through|(?<=days\s)to|(?<=months\s)to|up\s+to(?:\s+and\s+including)?|(?:expir\w+|terminat\w+|ending|end|ends|ended|"
    rf"conclud\w+|to\s+end|lapse)\s+(?:at\s+midnight\s+)?(?:on|at|by)|ending)\s+"
    r"(?:the\s+(?:expiry|expiration|end|completion|conclusion)\s+of\s+[^.;,\d]{3,60}?\s+(?:on|in)\s+)?"
    rf"(?:and\s+including\s+|at\s+least\s+|midnight\s+(?:on\s+)?|no\s+later\s+than\s+|not\s+later\s+than\s+)?{_DATE}",
    re.IGNORECASE,
)
_EXTENDED_TO = Expression(rf"\b(?:extend|prolong|renew|from)\w*\b[^.;]{{0,90}}?\bto\s+{_DATE}", re.IGNORECASE)
# authorizes, between 1 January 2023 and 31 March 2023, to deploy
_BETWEEN_DAYS = Expression(rf"(?:,|\bthat)\s+between\s+(?:{_FULL})\s+and\s+(?P<date>{_FULL})", re.IGNORECASE)
_FOR = Expression(
    rf"\b(?:for|by|of)\s+(?:up\s+to\s+)?{_FURTHER}(?:period|term|phase|duration)\s+(?:of\s+)?"
    rf"(?:up\s+to\s+|not\s+exceeding\s+|at\s+least\s+)?{_FURTHER}{_DURATION}{_FROM}",
    re.IGNORECASE,
)
# at the end of a period of 13 months from the date of adoption, the Council shall review
_AT_THE_END = Expression(r"\bat\s+the\s+(?:end|expiry|expiration)\s+$")
_FOR_SHORT = Expression(rf"\bfor\s+(?:up\s+to\s+)?{_FURTHER}{_DURATION}(?:\s+period)?{_FROM}", re.IGNORECASE)
_BEFORE = (
    r"\b(?:by\s+no\s+later\s+than|by\s+not\s+later\s+than|no\s+later\s+(?:than|that)|not\s+later\s+than|"
    r"at\s+the\s+latest\s+by|on\s+or\s+before|prior\s+to|ahead\s+of|before|by)\s+(?:the\s+)?"
)
# the final report due in October 2019
_DUE = Expression(
    rf"\breports?\s+due\s+on\s+(?P<yearless>\d{{1,2}}\s+{MONTH})\b(?!\s*,?\s*\d{{4}})"
    rf"|\bdue\s+(?:in|on)\s+{_DATE}",
    re.IGNORECASE,
)
# no later than15 October, as texts lifted from pages have it
# with the next report due by 30 August: the year is the next in which that day comes
# by mid-June, by the end of March
_YEARLESS = (
    rf"(?P<yearless>(?:\d{{1,2}}\s+|(?:the\s+)?end\s+of\s+|mid[-‑]){MONTH})\b"
    r"(?!\s*,?\s*(?:of\s+)?\d{4}|\s*,?\s+(?:and|or|to|until|through)\s+(?:by\s+)?\d)"
)
_BY = Expression(
    rf"(?:{_BEFORE}|\b(?:no|not)\s+later\s+than(?=\d))(?:{_DAYS}|{_DATE}|{_YEARLESS})", re.IGNORECASE
)
_ON = Expression(rf"\b(?:on|in|and)\s+(?:{_DAYS}|(?P<date>{_FULL}))", re.IGNORECASE)
# to review the situation in June 1979; a briefing in May 2010 and a report in November 2010
_IN_MONTH = Expression(rf"\bin\s+(?P<date>{_PART}?{MONTH}\s+\d{{4}})\b", re.IGNORECASE)
_TELLS = Expression(r"\b(?:to\s+review|to\s+report|reports?|briefings?|proposals)\b", re.IGNORECASE)
# A report that is known by its month: to be included in its June 2020 quarterly report.
_IN_REPORT = Expression(
    rf"\bin\s+(?:his|her|its|their)\s+(?P<date>{MONTH}\s+\d{{4}})\s+(?:[\w-]+\s+){{0,2}}?reports?\b",
    re.IGNORECASE,
)
# What takes place in that month: the elections in March 1994, the meetings that will resume in March 1993.
_HELD = Expression(
    r"\b(?:elections?(?:\s+in\s+[A-Z][\w\s]{1,40}?)?|resume|scheduled\s+for|(?:be|was)\s+held)\s+$",
    re.IGNORECASE,
)
# The second of two days of what exists: the report of the Secretary-General of 5 and 9 April 1991.
_OF_REPORT = Expression(rf"\bof\s+\d{{1,2}}(?:\s+{MONTH})?(?:\s+\d{{4}})?\s+$")
_WITHIN = Expression(
    rf"\b(?:within|no\s+later\s+than|not\s+later\s+than|at\s+the\s+latest|in\s+no\s+more\s+than)\s+"
    rf"(?:a\s+period\s+of\s+|the\s+next\s+|a\s+further\s+|a\s+)?{_DURATION}"
    rf"(?P<from>\s*,?\s*(?:of(?!\s+the\s+progress\b)|from|after|following|prior\s+to|before|upon)\s+"
    rf"(?:(?P<adoption>{_ADOPTION})|(?P<since>{_FULL})|(?P<elsewhere>\w+)))?",
    re.IGNORECASE,
)
# to review in one year’s time; will be reviewed in 12 months; to report to the Council in two months
_TIME = Expression(
    rf"\bin\s+(?:{_DURATION}(?:(?:[’']s?)?\s+time|,?\s+or\s+sooner)\b"
    r"|(?:(?<=reviewed in )|(?<=Council in )|(?<=Secretary-General in ))"
    rf"(?P<count2>{NUMBER_EN}){BETWEEN_EN}(?P<unit2>{UNIT_EN})s?\b)",
    re.IGNORECASE,
)
# to review the measures in eighteen months and adjust them; to provide an update in six months; decides to
# review this after 12 months; not: for which, after three years, no State has responded
_LATER = Expression(
    rf"\b(?:review|reports?|updates?|brief(?:ing)?)\b[^.;,]{{0,120}}?\s(?P<words>(?:in|after)\s+{_DURATION})"
    r"(?=\s*(?:[,;.]|$)|\s+(?:and|to)\b)",
    re.IGNORECASE,
)
_AFTER = Expression(
    rf"\b(?P<until>(?:until|through|up\s+to)\s+)?{_DURATION}\s+(?:from|after|following|of)\s+"
    rf"(?P<adoption>{_ADOPTION}|(?:the\s+)?(?:date\s+of\s+)?(?:the\s+)?entry\s+into\s+force\s+of\s+this\s+resolution)",
    re.IGNORECASE,
)
_EVERY = Expression(
    rf"\b(?:every|each)\s+(?:(?P<other>other|second)\s+|(?P<count>{NUMBER_EN})(?:\s*\(\d+\))?[\s-]+)?{_UNIT}s?\b"
    rf"|\bat\s+(?:least\s+)?(?:regular\s+)?(?P<count2>{NUMBER_EN})[\s-]+(?P<unit2>{UNIT_EN})(?:ly)?\s+intervals"
    rf"|\bintervals\s+of\s+(?P<count3>{NUMBER_EN})\s+(?P<unit3>{UNIT_EN})s?"
    r"|\b(?P<adverb>semi-?annual(?:ly)?|semestrial(?:ly)?|bi-?annual(?:ly)?|twice\s+(?:a|per)\s+year|twice[\s-]annual(?:ly)?|half-yearly|six-monthly|three-monthly|"
    r"quarterly|bi-?monthly|monthly|annual(?:ly)?|yearly|once\s+(?:a|per|every|each)\s+year|biennial(?:ly)?|weekly)\b(?!\s+(?:amounts?|limits?|quota|budget)\b)"
    rf"|\bin\s+(?P<count4>{NUMBER_EN})[\s-](?P<unit4>{UNIT_EN})\s+intervals",
    re.IGNORECASE,
)
# A report that exists, not one that is asked for: in his annual report, the Team’s bi-annual report.
_KNOWN = Expression(r"(?:\b(?:his|her|its|their|the)|[’']s)\s+(?:comprehensive\s+|next\s+)?$", re.IGNORECASE)
_RHYTHMS = {
    "semiannual": "P6M", "semiannually": "P6M", "semestrial": "P6M", "semestrially": "P6M", "biannual": "P6M",
    "biannually": "P6M", "halfyearly": "P6M", "sixmonthly": "P6M", "threemonthly": "P3M", "quarterly": "P3M",
    "bimonthly": "P2M", "monthly": "P1M", "biennial": "P2Y", "biennially": "P2Y", "annual": "P1Y",
    "annually": "P1Y", "yearly": "P1Y", "weekly": "P1W",
}  # fmt: skip


def _date(words: str) -> date | None:
    """The day that an expression names; the last day of a month or a year named alone."""
    month = re.search(rf"(?:\b|(?<=\d)){MONTH_OR_SHORT}", words, re.IGNORECASE)  # 31January 2021
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    year = numbers[-1]
    if month is None:
        if re.search("beginning|early", words, re.IGNORECASE):
            return a_day(year, 1, 1)
        return a_day(year, 6, 30) if re.search("mid", words, re.IGNORECASE) else a_day(year, 12, 31)
    number = month_number(month[0])
    if len(numbers) > 1:
        return a_day(year, number, numbers[0])
    if re.search("mid", words, re.IGNORECASE):
        return a_day(year, number, 15)
    return a_day(year, number, 1 if re.search("beginning|early", words, re.IGNORECASE) else 0)


_ONE_DAY = Expression(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s*({MONTH})(?:,?\s+(\d{{4}}))?", re.IGNORECASE)


def _dates(words: str) -> Iterator[date]:
    """The days of a list, where the year that is missing is the next one said."""
    year = 0
    out: list[date] = []
    for match in reversed(list(_ONE_DAY.finditer(words))):
        year = int(match[3]) if match[3] else year
        if day := a_day(year, month_number(match[2]), int(match[1])):
            out.append(day)
    yield from reversed(out)


# Every date has a figure but *by mid-June*, every period its unit: hardly a clause has both, many neither.
_FIGURE = re.compile(r"[\dme](?:(?<=\d)|(?<=\bm)id[-‑]|(?<=\be)nd of [JFMASOND])")
_ANY_UNIT = Expression(r"day|week|month|year", re.IGNORECASE)


def find(text: str) -> list[TimeWords]:
    """The time expressions of a text, in its order."""
    has_figure = _FIGURE.search(text) is not None
    found = list(_until(text)) if has_figure else []
    if _ANY_UNIT.may_be_in(text):
        found += _periods(text)
    if has_figure:
        found += _on_days(text)
    found += [_rhythm(match) for match in _EVERY.finditer(text) if not _KNOWN.search(text, 0, match.start())]
    return [words for words in _without_overlaps(found) if not _REPLACED.match(text, words.end)]


# A day in whose place another comes: the report requested by 15 February 2023, by 30 April 2023 instead.
_REPLACED = Expression(rf",?\s*by\s+(?:{_FULL})\s+instead\b", re.IGNORECASE)


def _until(text: str) -> Iterator[TimeWords]:
    for pattern in (_UNTIL, _EXTENDED_TO, _BETWEEN_DAYS):
        for match in pattern.finditer(text):
            if day := _date(match["date"]):
                yield TimeWords("until", match.start(), match.end(), day)


def _periods(text: str) -> Iterator[TimeWords]:
    for pattern in (_FOR, _FOR_SHORT):
        for match in pattern.finditer(text):
            yield _period("within" if _AT_THE_END.search(text, 0, match.start()) else "for", match)
    yield from (_period("within", match) for match in _WITHIN.finditer(text))
    for match in _TIME.finditer(text):
        duration = duration_en(match["count"] or match["count2"], match["unit"] or match["unit2"])
        yield TimeWords("within", match.start(), match.end(), duration=duration)
    for match in _LATER.finditer(text):
        duration = duration_en(match["count"], match["unit"])
        yield TimeWords("within", match.start("words"), match.end("words"), duration=duration)
    for match in _AFTER.finditer(text):
        duration = duration_en(match["count"], match["unit"])
        lasts: How = "for" if match["until"] else "within"  # until one year from the date of adoption
        yield TimeWords(lasts, match.start(), match.end(), duration=duration)


def _on_days(text: str) -> Iterator[TimeWords]:
    yield from _days("by", _BY, text)
    yield from (words for words in _days("on", _ON, text) if not _OF_REPORT.search(text, 0, words.start))
    for match in _IN_MONTH.finditer(text):
        told = _TELLS.search(text, 0, match.start()) and not _HELD.search(text, 0, match.start())
        if told and (day := _date(match["date"])):
            yield TimeWords("on", match.start(), match.end(), day)
    for match in _IN_REPORT.finditer(text):
        if day := _date(match["date"]):
            yield TimeWords("on", match.start(), match.end(), day)
    for match in _DUE.finditer(text):
        if day := _date(match["date"] or f"{match['yearless']} {NO_YEAR}"):
            yield TimeWords("by", match.start(), match.end(), day)


def _period(how: How, match: re.Match[str]) -> TimeWords:
    since = _date(match["since"]) if match["since"] else None
    end = match.end() if since or match["adoption"] else match.end() - len(match["from"] or "")
    if since is None and how == "for":
        elsewhere = _SINCE_LATER.match(match.string, match.end()) if match["elsewhere"] else None
        named = elsewhere or _SINCE_BEFORE.search(match.string, 0, match.start())
        since = _date(named["date"]) if named else None
        end = elsewhere.end() if elsewhere else end
    return TimeWords(
        how, match.start(), end, since, duration_en(match["count"], match["unit"]), bool(match["elsewhere"])
    )


def _days(how: How, pattern: Expression, text: str) -> Iterator[TimeWords]:
    for match in pattern.finditer(text):
        if match["days"]:
            for day in _dates(match["days"]):
                yield TimeWords(how, match.start(), match.end(), day)
        elif day_ := _date(match["date"] or f"{match['yearless']} {NO_YEAR}"):
            yield TimeWords(how, match.start(), match.end(), day_)


def _rhythm(match: re.Match[str]) -> TimeWords:
    if match["adverb"]:
        word = re.sub(r"\W", "", match["adverb"].lower())
        iso = _RHYTHMS.get(word) or ("P6M" if word.startswith("twice") else "P1Y")
        duration = Duration(int(iso[1:-1]), iso[-1])  # type: ignore[arg-type]
    else:
        unit = match["unit"] or match["unit2"] or match["unit3"] or match["unit4"]
        count = match["count"] or match["count2"] or match["count3"] or match["count4"]
        duration = duration_en("two" if match["other"] else count or "one", unit)
    return TimeWords("every", match.start(), match.end(), duration=duration)


def _without_overlaps(found: list[TimeWords]) -> list[TimeWords]:
    """Of expressions that share words the first and longest; several days of one list share all of them."""
    out: list[TimeWords] = []
    for words in sorted(found, key=lambda w: (w.start, -w.end)):
        same = out and (words.start, words.end, words.how) == (out[-1].start, out[-1].end, out[-1].how)
        if not out or words.start >= out[-1].end or (same and words != out[-1]):
            out.append(words)
    return out
