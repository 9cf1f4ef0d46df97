"""What a document is: symbol, type, date, title, meeting and vote, from its masthead and first lines.

The symbol comes from the content, never from the file's name. Facts that the format states outright win
over what the text shows. Meeting and vote of a resolution come from the register, where it has them: old
prints misread figures, and say *unanimously* for many counts.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import pairwise, takewhile

from mandex.corpus import registry, symbols
from mandex.corpus.dates import MONTH, month_number
from mandex.corpus.errors import BadReferenceError
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold_citing
from mandex.corpus.model import DocumentType, Problem
from mandex.corpus.records import dataclass
from mandex.ingest.raw import RawText
from mandex.ingest.segment import Segment
from mandex.ingest.segment.parts import is_prose

_HEAD_LINES = 40
_TAIL = 1500

_ENGLISH_DATE = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{MONTH})\.?,?\s+(?P<year>\d{{4}})"
_CHINESE_DATE = r"(?P<zyear>\d{4})\s?年\s?(?P<zmonth>\d{1,2})\s?月\s?(?P<zday>\d{1,2})\s?日"
_ISO_DATE = r"(?P<iso>\d{4}-\d{2}-\d{2})"
_DATE = Expression(rf"{_ENGLISH_DATE}|{_CHINESE_DATE}|{_ISO_DATE}", re.IGNORECASE)

# S/RES/2617 (2021) or S/2015/939 alone on its line, or beside "United Nations".
_SYMBOL_LINE = Expression(
    r"(?:united nations|联合国)?\s*"
    r"(?P<symbol>(?:[AE]/[A-Z0-9./-]{1,40}\s?[-–—]\s?)?[SAE]/(?:[A-Z0-9.-]+/)*[A-Z]*\.?\d+"
    r"(?:\s?\(\d{4}\)|\([IVX]+\))?(?:/(?:add|rev|corr)\.\d+)*)\s?\**",
    re.IGNORECASE,
)
# Resolution 2646 (2022) / adopted by ...; not *... pursuant to resolution 1267 (1999)*
_OWN_NUMBER = Expression(
    r"(?i:security council )?(?i:resolution) (\d{1,4}) ?\(\d{4}\)"
    r"|(?:安理会|安全理事会)?第 ?(\d{1,4}) ?\(\d{4}\) ?号决议"
)
# To, From, Re: what a memo is about is not what it is. "Re: S/RES/1373 (2001)", "主题：第1373(2001)号决议"
_SUBJECT = Expression(r"(?i:re|ref|subject|to|from|cc|see|sources?)\s?[:：]|(?:主题|事由|关于|抄送)\s?[:：]")
# What the United Nations print above their documents, and memos do not.
_OFFICIAL = Expression(r"(?i:^united nations\b|^distr\.|^联合国)")
# Resolution 661 (1990) [of 6 August 1990]
_ENGLISH_HEADING = Expression(
    r"(?:security council )?resolution\s+(?P<number>\d{1,4})(?:\s?\((?P<year>\d{4})?[^)]{0,8}\))?"
    r"(?:\W*$|\s+of\s+\d)",
    re.IGNORECASE,
)
# 10 (1946). Resolution of 4 November 1946
_OLD_HEADING = Expression(
    r"(?P<number>\d{1,4})\s?\((?P<year>\d{4})\)\s?\.?\s+resolution\s+of\b", re.IGNORECASE
)
# 第2617(2021)号决议, 联合国安理会第2617号决议
_CHINESE_HEADING = Expression(
    r"(?:联合国)?(?:安理会|安全理事会)?第\s?(?P<number>\d{1,4})\s?(?:\(\s?(?P<year>\d{4})\s?\))?\s?号\s?决议\s?$"
)
_COUNCIL = Expression(r"the security council\b[,.]?\W*$|安全理事会[,，]?$", re.IGNORECASE)
_COUNCIL_COMMA = Expression(r"the security council\s?[,.]\s*$|安全理事会\s?[,，]$", re.IGNORECASE)
_MEETING = Expression(
    r"(?P<meeting>\d{1,5})\s?(?:st|nd|rd|th)\s+(?:plenary\s+)?meet-?\s?ing|第\s?(?P<zmeeting>\d{1,5})\s?次会议",
    re.IGNORECASE,
)
_VOTE = Expression(
    r"by\s+(?P<for>\d{1,2})\s+votes\s+to\s+(?P<against>\d{1,2}|none)(?P<rest>[^.]{0,160})", re.IGNORECASE
)
_ABSTENTIONS = Expression(r"(\d{1,2})\s+abst", re.IGNORECASE)

_TYPES: tuple[tuple[DocumentType, Expression], ...] = (
    ("presidential-statement", Expression(r"statement by the president of the security|主席的?声明", re.I)),
    ("draft", Expression(r"draft resolution|决议草案", re.I)),
    ("letter", Expression(r"(?:identical )?letters? dated|letter from|给.{0,20}的(?:同文)?信|的信$", re.I)),
    ("note", Expression(r"^note (?:by|from) the|^note verbale|的(?:普通照会|说明)$", re.I)),
    ("report", Expression(r"^summary statement by the secretary-general", re.I)),
    ("report", Expression(r"\breport\b|的报告$|报告$", re.I)),
)
# Verbatim and summary records: S/PV.9871, A/79/PV.64, E/2024/SR.12
_RECORD = Expression(r"/(?:PV|SR)\.\d")
_RESOLUTION_OF = Expression(r"[AE](?:/[A-Z0-9.-]+)*/RES/")  # A/HRC/RES/59/25
# A document of two organs bears the symbol of each: A/79/796-S/2025/105, A/ES-10/1027–S/2025/173
_JOINT = Expression(r"\s?[-–—]\s?(?=[SAE]/)")
_DATED = Expression(r"\bdated\b|的(?:同文)?信|照会")  # *during the period from …* dates no report
_SESSION_NUMBER = Expression(r"^\d{1,3}/\d{1,3}\.?\s+")
_ADOPTED = Expression(r"(?i:(?:resolutions?|decisions?) adopted by )")  # what it is about stands below
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_SITTING = Expression(rf"{_WEEKDAY}(?:{_ENGLISH_DATE}|{_CHINESE_DATE}).{{0,40}}", re.IGNORECASE)
_RECORD_TITLE = Expression(r"(?i:\d{1,5}(?:st|nd|rd|th) (?:plenary )?meeting)|第\s?\d{1,5}\s?次(?:全体)?会议")
# At the 9872nd meeting of the Security Council, held on Monday, 3 March 2025, in connection with …
_STATEMENT = Expression(
    rf"at (?:its|the) (?P<at>\d{{1,5}})\s?(?:st|nd|rd|th) (?:\(?[\w-]+\)? )?meeting.{{0,80}}?held .{{0,80}}?"
    rf"{_ENGLISH_DATE}"
    rf"|{_CHINESE_DATE}[^。年]{{0,40}}?第?\s?(?P<zat>\d{{3,5}})\s?次会议",
    re.IGNORECASE | re.DOTALL,
)
_STATEMENT_REACH = 3000  # characters
_SYMBOL_TYPES: tuple[tuple[str, DocumentType], ...] = (
    ("S/RES/", "resolution"), ("A/RES/", "resolution"), ("E/RES/", "resolution"),
    ("S/PRST/", "presidential-statement"),
)  # fmt: skip
_TYPE_NAMES = frozenset(
    (
        "resolution",
        "presidential-statement",
        "report",
        "letter",
        "draft",
        "note",
        "record",
        "web-page",
        "other",
    )
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document as a whole; empty or None where nothing says so.

    `vote` is `for-against-abstaining`, or words (`unanimous`, `without vote`); `date` is ISO.
    """

    symbol: str
    type: DocumentType
    organ: str
    number: int | None
    year: int | None
    date: str
    title: str
    meeting: str
    vote: str
    problems: tuple[Problem, ...] = ()
    also: tuple[str, ...] = ()


def describe(raw: RawText, segments: list[Segment], lang: str) -> Metadata:
    """The metadata of one document."""
    facts = raw.facts
    lines = _head(raw.text)
    statement = facts.get("type") == "presidential-statement"
    enacts = not statement and any(s.kind in ("preambular", "operative") for s in segments)
    masthead = _masthead(lines)
    official = not statement and any(_OFFICIAL.search(line) for line in masthead)
    symbol, problems = _symbol(facts.get("symbol", ""), masthead, enacts=enacts, official=official)
    number = symbols.resolution_number(symbol) if symbol else None
    adoption = registry.adoption(number) if number else None
    type_ = _type(facts.get("type", ""), symbol, [_title(facts, segments), *lines], raw.format)
    title = _title(facts, segments) or (_record_title(lines) if type_ == "record" else "")
    if number and (other := _other_resolution(title, number)):
        printed = next((s.text.text for s in segments if s.kind == "title"), "")
        message = f"is catalogued as {title!r}, which is resolution {other}; its title is left to the print"
        problems = [*problems, Problem("title-conflict", "warning", message)]
        title = "" if title == printed else printed
    title = title or facts.get("subject", "")
    ends = fold_citing(facts.get("adoption", "") + "\n" + "\n".join(lines) + "\n" + raw.text[-_TAIL:])
    sitting = _sitting(type_, lines, raw.text)
    stated = (sitting[1], facts.get("date", ""))
    date = next(filter(_is_day, stated), "") or _date(lines, number, title)
    if adoption and adoption.adopted and (not date or date[:4] != str(adoption.year)):
        date = adoption.adopted
    date = date or facts.get("sent", "")
    year = adoption.year if adoption else int(date[:4]) if date[:4].isdecimal() else None
    printed = ends if number else ""
    return Metadata(
        symbol=symbol,
        type=type_,
        organ=symbol[0] if symbol[1:2] == "/" else "",
        number=number,
        year=year,
        date=date,
        title=title or (adoption.agenda_item if adoption else ""),
        meeting=sitting[0] or (adoption.meeting if adoption else "") or _meeting(printed),
        vote=facts.get("vote", "") or (adoption.vote if adoption else "") or _vote(printed),
        problems=tuple(problems),
        also=_other_symbols(symbol, masthead),
    )


def _title(facts: Mapping[str, str], segments: list[Segment]) -> str:
    """The printed title; of *Resolution adopted by the Human Rights Council* the heading that numbers it."""
    title = facts.get("title") or next((s.text.text for s in segments if s.kind == "title"), "")
    if _ADOPTED.match(title):
        numbered = next((s.text.text for s in segments if s.kind == "heading"), title)
        return _SESSION_NUMBER.sub("", numbered)
    return title


def _record_title(lines: list[str]) -> str:
    """Which meeting a verbatim record is of: *64th plenary meeting*."""
    return next((line for line in lines if _RECORD_TITLE.fullmatch(line)), "")


def _sitting(type_: DocumentType, lines: list[str], text: str) -> tuple[str, str]:
    """Number and ISO date of the meeting that a record is of, or at which the President made a statement.

    A statement's masthead gives the day of its issue, which may be a later one.
    """
    if type_ == "record":
        dates = (m for line in map(fold_citing, lines) if (m := _SITTING.fullmatch(line)))
        day = next((_iso_of(match) for match in dates), "")
        return _meeting(fold_citing(_record_title(lines))), day
    if type_ != "presidential-statement":
        return "", ""
    match = _STATEMENT.search(fold_citing(" ".join(text[:_STATEMENT_REACH].split())))
    return (match["at"] or match["zat"], _iso_of(match)) if match else ("", "")


def _other_symbols(symbol: str, masthead: list[str]) -> tuple[str, ...]:
    """The symbols that the masthead gives beside the document's own."""
    found: list[str] = []
    for line in masthead:
        match = _SYMBOL_LINE.fullmatch(line)
        parts = _JOINT.split(match["symbol"]) if match and symbol else []
        for part in parts if len(parts) > 1 else []:
            with suppress(BadReferenceError):
                found.append(symbols.normalize(part))
    return tuple(dict.fromkeys(name for name in found if name != symbol))


def _head(text: str) -> list[str]:
    """The first lines that print something."""
    lines = (line.strip() for line in text[:12_000].splitlines())
    return [" ".join(line.split()) for line in lines if line][:_HEAD_LINES]


def _other_resolution(title: str, number: int) -> int | None:
    """The resolution that a title names as its own where it is not this one (2674 as *resolution 2646*)."""
    match = _OWN_NUMBER.match(fold_citing(title))
    return int(match[1] or match[2]) if match and int(match[1] or match[2]) != number else None


def _masthead(lines: list[str]) -> list[str]:
    """The lines above the text; not what follows its first sentence, nor a subject line."""
    above = takewhile(lambda line: not (is_prose(line) or _COUNCIL_COMMA.match(line)), lines)
    return [line for line in map(fold_citing, above) if not _SUBJECT.match(line)]


def _symbol(stated: str, masthead: list[str], *, enacts: bool, official: bool) -> tuple[str, list[Problem]]:
    """The document's symbol: stated by the format, else alone in a line of the masthead, or its heading.

    A text that enacts nothing (a memo, a summary, what is marked as a statement of the President) is no
    resolution, whatever its heading names, unless the sheet is an `official` one.
    """
    if stated:
        try:
            return symbols.normalize(stated), []
        except BadReferenceError as error:
            return "", [Problem("bad-symbol", "warning", str(error))]
    for line in masthead:
        match = _SYMBOL_LINE.fullmatch(line)
        if match and (enacts or official or "/RES/" not in match["symbol"].upper()):
            try:
                return symbols.normalize(match["symbol"]), []
            except BadReferenceError:
                continue
        headings = (_ENGLISH_HEADING, _CHINESE_HEADING, _OLD_HEADING) if enacts else ()
        match = next(filter(None, (heading.match(line) for heading in headings)), None)
        if match:
            return _resolution(int(match["number"]), match["year"])
    return "", []


def _resolution(number: int, printed: str | None) -> tuple[str, list[Problem]]:
    known = registry.year(number)
    problems = []
    if known and printed and int(printed) != known:
        message = f"printed as {number} ({printed}), but resolution {number} is of {known}"
        problems.append(Problem("year-mismatch", "warning", message))
    return symbols.resolution_symbol(number, known or (int(printed) if printed else None)), problems


def _type(stated: str, symbol: str, lines: list[str], format_: str) -> DocumentType:
    if stated in _TYPE_NAMES:
        return stated  # type: ignore[return-value]
    if _RECORD.search(symbol):
        return "record"
    if _RESOLUTION_OF.match(symbol):
        return "resolution"
    for prefix, type_ in _SYMBOL_TYPES:
        if symbol.startswith(prefix):
            return type_
    for line in map(fold_citing, lines[:20]):
        for type_, pattern in _TYPES:
            if len(line) < 160 and pattern.search(line):
                return type_
    return "web-page" if format_ == "html" else "other"


def _date(lines: list[str], number: int | None, title: str) -> str:
    """The date in the title, in the notice of adoption, or alone on its line above the text.

    Of a resolution with several (the masthead's may be that of distribution) the registered one counts;
    with none, nothing that it only cites.
    """
    folded = list(map(fold_citing, lines))
    above = folded[: _opening(folded)] if number else folded
    adopted = _adoptions(above) if number else _resolutions_adopted(above)
    folded_title = fold_citing(title)
    dated = [folded_title] if number or _DATED.search(folded_title) else []
    places = [*dated, *adopted, *filter(_DATE.fullmatch, above)]
    found = [iso for place in places for match in _DATE.finditer(place) if (iso := _iso(match))]
    known = registry.adoption(number) if number else None
    return known.adopted if known and known.adopted in found else next(iter(found), "")


def _opening(lines: list[str]) -> int:
    """Where the text of a resolution begins: *The Security Council,* with a comma.

    Where it is printed without one, the last such line; the masthead names the Council too.
    """
    named = [at for at, line in enumerate(lines) if _COUNCIL.match(line)]
    begun = [at for at in named if lines[at].rstrip().endswith((",", "，"))]
    return next(iter(begun or named[-1:]), len(lines))


def _adoptions(lines: list[str]) -> Iterator[str]:
    """Headings and notices of adoption, which may run over two lines."""
    for line, following in pairwise([*lines, "", ""]):
        if re.match(r"(?i)adopted\b|.{0,12}resolution\b|of \d|on \d|.*通过", line):
            yield f"{line} {following}" if line.endswith((",", "on", "of", "meeting")) else line


def _resolutions_adopted(lines: list[str]) -> Iterator[str]:
    """*Resolution adopted by the Human Rights Council | on 8 July 2025*: not the day of distribution."""
    for line, following in pairwise([*lines, ""]):
        if _ADOPTED.match(line):
            yield f"{line} {following}"


def _is_day(day: str) -> bool:
    """Whether a calendar has the day: an Akoma Ntoso file or a table may state 9999-99-99, or `soon`."""
    try:
        return datetime.date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False


def _iso(match: re.Match[str]) -> str:
    iso = match["iso"] or _iso_of(match)
    return iso if _is_day(iso) else ""


def _iso_of(match: re.Match[str]) -> str:
    if match["zyear"]:
        year, month, day = int(match["zyear"]), int(match["zmonth"]), int(match["zday"])
    else:
        year, month, day = int(match["year"]), month_number(match["month"]), int(match["day"])
    # The United Nations has no document of 0993, which a scan may show.
    return f"{year}-{month:02}-{day:02}" if year > 1900 and 1 <= month <= 12 and 1 <= day <= 31 else ""


def _meeting(text: str) -> str:
    match = _MEETING.search(text)
    return (match["meeting"] or match["zmeeting"]) if match else ""


def _vote(text: str) -> str:
    if re.search(r"adopted\s+unanimously|一致通过", text, re.IGNORECASE):
        return "unanimous"
    if re.search(r"adopted\s+without\s+(?:a\s+)?vote", text, re.IGNORECASE):
        return "without vote"
    match = _VOTE.search(text)
    if not match:
        return ""
    against = 0 if match["against"].lower() == "none" else int(match["against"])
    abstaining = _ABSTENTIONS.search(match["rest"])
    return f"{match['for']}-{against}-{abstaining[1] if abstaining else 0}"
