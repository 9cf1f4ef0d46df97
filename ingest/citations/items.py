"""The atoms of citing: numbers and symbols that may name a document, found in one pass, not yet believed.

Both patterns begin with a single character class, which lets the `re` module skip all other text at the speed
of C: a document is mostly neither digits nor capitals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from heapq import merge
from typing import Final, Literal

from mandex.corpus import registry
from mandex.corpus.errors import BadReferenceError
from mandex.corpus.symbols import SERIES, normalize

Shape = Literal["yeared", "roman", "session", "bare", "joined", "symbol"]


@dataclass(frozen=True, slots=True)
class Item:
    """One possible target at `start` .. `end` of a text.

    `yeared` is `1373 (2001)`, `roman` `377 A (V)`, `session` `60/288` or `2007/12`, `bare` a number alone,
    `joined` `1267/1989/2253`, `symbol` a document symbol, whose normal form is `session`.
    """

    shape: Shape
    start: int
    end: int
    number: int = 0
    year: int = 0
    session: str = ""
    part: str = ""
    others: tuple[int, ...] = ()


# Blanks that line breaks and tokenizers leave inside a form.
_B = r"\s{0,2}"
# Not the tail of a longer number, a symbol, a decimal or an amount of money.
_NO_NUMBER_BEFORE = r"(?<![0-9A-Za-z/$€£-].)(?<![0-9][.,:].)"
_YEAR = r"(?P<year>(?:1\s?9|2\s?0)\s?\d\s?\d)"
# OCR reads (XVII) as (XVID or (XVID), and (I) as (1).
_ROMAN = (
    r"(?P<roman>(?:E?S-)?[IVXL]{1,7}|E?S-\d{1,2}|1(?=\)))"
    r"(?:(?P<scan>D)(?:\)|(?=\sof\b))|\s?\)|(?=\sof\b))"
)

_NUMBER: Final = re.compile(
    rf"""
    (?P<number>[0-9]{_NO_NUMBER_BEFORE}(?:[0-9]{{4}}(?=\(\d{{4}}\))|[0-9]{{0,3}}))(?![0-9])
    (?:
        (?:{_B}(?P<part>[A-H])\b)?{_B}\({_B}                             # 161 A (1961), 377 A (V)
        (?:{_YEAR}\s?年?(?:{_B}\)|(?=[,;]))|{_ROMAN})
      | \s(?P<unbracketed>(?:19|20)\d\d)(?:\)|(?=\sof\b|[,;]))         # 868 1993, 733 1992)
      | (?P<others>(?:\s?/\s?[0-9]{{3,4}})+)(?![0-9/])                   # 1267/1989/2253, 75/291
        (?:\s?(?P<section>[A-Z])\b|\s?\(\d{{4}}\))?
      | {_B}/{_B}(?P<within>[0-9]{{1,3}})(?![0-9/])                      # 60/288, 31/6 A
        (?:\s?(?P<letter>[A-Z])\b|\s?\(\d{{4}}\))?
    )?
    (?!\s?[年月日%])
    """,
    re.VERBOSE,
)

# A word of a symbol with its number (PV.4413, AC.51, Add.1, ES-10), or figures.
_ELEMENT = (
    r"(?:[0-9]{1,7}[A-Z]?(?![0-9A-Za-z])|(?:E?S-\d{1,2}(?!\d))|[A-Z][A-Za-z]{0,7}(?:\.\s?[A-Z]{0,3}\d{1,4})?"
    r"(?:\([IVX\d-]{1,6}\))?(?![a-z]))"
)
_SYMBOL: Final = re.compile(
    rf"""
    (?P<symbol>[A-Z](?:(?<![0-9A-Za-z_/.].)|(?<=org/.)|(?<=/en/.)|(?<=/zh/.))
      (?:
        [A-Z]{{0,7}}(?:{_B}/{_B}{_ELEMENT})+
        (?:(?:\s[A-Z])?{_B}\({_B}                                         # S/RES/1373 (2001), A/RES/377 (V)
          (?:(?:1\s?9|2\s?0)\s?\d\s?\d|(?:E?S-)?[IVXL]{{1,7}}){_B}\)?)?
      | S?-\d{{1,2}}{_B}/{_B}\d{{1,3}}(?![0-9/])                         # ES-10/19, S-14/1
      )
    )
    """,
    re.VERBOSE,
)
_SERIES: Final = re.compile(SERIES)
_SPECIAL_SESSION: Final = re.compile(r"(?P<session>E?S-\d{1,2})\s*/\s*(?P<number>\d{1,3})")
_COUNCIL: Final = re.compile(r"S/RES/(?P<number>\d{1,4})(?: \((?P<year>\d{4})\))?")


def scan(text: str) -> list[Item]:
    """Every atom of `text` in order of place; those inside a symbol only as that symbol."""
    symbols = [item for match in _SYMBOL.finditer(text) if (item := _symbol(match))]
    numbers = [_number(match) for match in _NUMBER.finditer(text)]
    if not symbols:
        return numbers
    found: list[Item] = []
    end = 0
    for item in merge(symbols, numbers, key=lambda one: one.start):
        if item.start >= end:
            found.append(item)
            end = item.end
    return found


def _symbol(match: re.Match[str]) -> Item | None:
    printed = match["symbol"]
    special = _SPECIAL_SESSION.fullmatch(printed)
    if special:
        return Item("session", *match.span(), number=int(special["number"]), session=special["session"])
    series = printed.split("/", 1)[0].strip()
    if not _SERIES.fullmatch(series) or not any(figure.isdigit() for figure in printed):
        return None
    try:
        normal = normalize(printed)
    except BadReferenceError:
        return None
    end = match.start() + len(printed.rstrip(" .,"))
    council = _COUNCIL.fullmatch(normal)
    if council:
        year = int(council["year"]) if "(" in printed and council["year"] else 0
        return Item("symbol", match.start(), end, int(council["number"]), year, normal)
    return Item("symbol", match.start(), end, session=normal)


def _number(match: re.Match[str]) -> Item:
    start, end = match.span()
    number = int(match["number"])
    if match["year"]:
        year = int("".join(match["year"].split()))
        return Item("yeared", start, end, number, year, part=match["part"] or "")
    if match["roman"]:
        session = "I" if match["roman"] == "1" else match["roman"] + "I" * bool(match["scan"])
        return Item("roman", start, end, number, session=session, part=match["part"] or "")
    if match["others"]:
        others = tuple(int(other) for other in match["others"].split("/")[1:])
        if number >= 100 and len(match["number"]) >= 3 and (len(others) > 1 or others[0] >= 1000):
            return Item("joined", start, end, number, others=others)
        if len(others) == 1 and others[0] < 1000:
            part = match["section"] or ""
            return Item("session", start, end, others[0], session=match["number"], part=part)
        return Item("bare", start, match.end("number"), number)
    if match["unbracketed"]:
        if registry.year(number) == int(match["unbracketed"]):
            return Item("yeared", start, end, number, int(match["unbracketed"]))
        return Item("bare", start, match.end("number"), number)
    if match["within"]:
        part = match["letter"] or ""
        return Item("session", start, end, int(match["within"]), session=match["number"], part=part)
    return Item("bare", start, end, number)
