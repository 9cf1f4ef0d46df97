"""Numbers in running text that may name a resolution, also those that OCR or a misprint has damaged."""

from __future__ import annotations

import re
from typing import Final

from mandex.corpus import registry
from mandex.corpus.expressions import Expression
from mandex.ingest.citations.items import BLANKS as _B
from mandex.ingest.citations.items import Item

# Not the tail of a longer number, a symbol, a decimal or an amount of money; a year and comma may precede.
_NO_NUMBER_BEFORE = r"(?<![0-9A-Za-z/$€£-].)(?<![0-9][.:].)(?:(?<![0-9],.)|(?<=\s[0-9]{4},.))"
# Misprints (2106) are kept, for the register to doubt.
_YEAR = r"(?P<year>[12]\s?[0-9]\s?[0-9]\s?[0-9])"
# OCR reads (XVII) as (XVID or (XVID), and (I) as (1).
_ROMAN = (
    r"(?P<roman>(?:E?S-)?[IVXL]{1,7}|E?S-\d{1,2}|1(?=\)))"
    r"(?:(?P<scan>D)(?:\)|(?=\sof\b))|\s?\)|(?=\sof\b))"
)

_NUMBER: Final = Expression(
    rf"""
    (?P<number>[0-9]{_NO_NUMBER_BEFORE}(?:[0-9]{{4}}(?=\(\d{{4}}\))|[0-9]{{0,3}}))(?![0-9])
    (?:
        (?:{_B}(?P<part>[A-H])\b)?(?:{_B}|[.,]\s?)\({_B}                # 161 A (1961), 1738, (2006)
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

# 70S (1991), I11 (1956), !86 (1964), SO} (1982): what OCR makes of figures.
_FIGURES: Final = str.maketrans("IlOSB!}[|", "110581111")
_SCANNED: Final = Expression(r"(?P<figures>[0-9IlOSB!}\[|]{2,4})\s?$")
_SCANNED_YEAR: Final = Expression(r"\((?P<year>19\d\d)\)")


def numbers(text: str) -> list[Item]:
    """The numbers of `text` in order of place."""
    return [_number(match) for match in _NUMBER.finditer(text)]


def scanned_numbers(text: str) -> list[Item]:
    """Numbers that OCR has damaged, where what they must be is a resolution of the year behind them."""
    return [item for match in _SCANNED_YEAR.finditer(text) if (item := _scanned(text, match))]


def _scanned(text: str, year: re.Match[str]) -> Item | None:
    match = _SCANNED.search(text, max(0, year.start() - 5), year.start())
    if not match or match["figures"].isdigit() or text[match.start() - 1 : match.start()].isalnum():
        return None
    word = text.endswith(("esolution ", "esolutions "), 0, match.start())
    if not (word or any(map(str.isdigit, match["figures"]))):
        return None  # World War II (1946)
    number = int(match["figures"].translate(_FIGURES))
    if registry.year(number) != int(year["year"]):
        return None
    return Item("yeared", match.start(), year.end(), number, int(year["year"]))


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
