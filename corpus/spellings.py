"""How people write the number of a Council resolution in running text: one set of patterns for all readers.

Official texts print `1325 (2000)` and 第1325(2000)号决议; people write UNSCR1325, S-RES-1325, SC Res 1325,
安理会1325号决议, 第一三二五号决议. References, citations, queries and questions all read these through here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from mandex.corpus import registry
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold_citing, is_chinese
from mandex.corpus.records import dataclass

_NUMBER = r"(?P<{0}>\d{{1,4}})(?![\d%]|[.,]\d)"
# (2000), [2000], /2000, of 2000; not /60, which is a session's number
_YEAR = (
    r"(?:\s?[(\[]\s?(?P<{0}_in>\d{{4}})\s?年?\s?[)\]]|\s?/\s?(?P<{0}_after>(?:19|20)\d\d)(?![\d/])"
    r"|,?\sof\s(?P<{0}_of>(?:19|20)\d\d)\b|(?!\s?[/(]))"
)
_COUNCIL = (
    r"(?:(?:the\s)?(?:UN|U\.N\.|United\sNations)\s?)?(?:Security\sCouncil|U\.?N\.?S\.?C\.?|S\.?\s?C\.?)"
)
_RESOLUTION = r"Res(?:olutions?|s?\.|s)?"
_NO = r"(?:\s?(?:Nos?\.?|numbers?|\#))?"
_ZH_COUNCIL = r"(?:联合国)?(?:安全理事会|安理会)的?"
_ZH_FIGURES = r"[〇零○一二两兩三四五六七八九十百千]{2,9}"
_ZH_DIGIT = "[〇零○一二三四五六七八九]"
_ZH_YEAR_FIGURES = f"[一二]{_ZH_DIGIT}{_ZH_DIGIT}{_ZH_DIGIT}"  # 二〇〇一, 二○○一, 二零零一
_ZH_IN = rf"\s?\(\s?(?P<{{0}}>\d{{{{4}}}}|{_ZH_YEAR_FIGURES})\s?年?\s?\)"
_ZH_YEAR = rf"(?:{_ZH_IN})?"


def _english() -> str:
    number, year = _NUMBER.format, _YEAR.format
    return rf"""
      # S/RES/1325 (2000), S-RES-1325, SRES1325, S.RES.1325; not A/RES/60/288
      S[\s/_.-]{{0,3}}RES[\s/_.-]{{0,3}}{number("symbol")}{year("symbol")}
      # UNSCR 1325, UNSCR1325, SCR-1325, UNSC Res. 1325, S.C. Res. 1325, Security Council resolution No. 1325
    | {_COUNCIL}[\s-]?(?:R|{_RESOLUTION})\.?{_NO}[\s-]?{number("council")}{year("council")}
      # UNSC 1325, but not UNSC 2020, which may be a year
    | UN\s?SC[\s-]?{number("organ")}{year("organ")}
      # resolution 1325, Res 1325, resolution No. 1325, UN resolution #1325
    | (?:(?:UN|U\.N\.)\s)?{_RESOLUTION}{_NO}[\s-]?{number("word")}{year("word")}
      # 1325 (2000), 1325/2000
    | {number("bare")}(?:\s?[(\[]\s?(?P<bare_in>(?:19|20)\d\d)\s?[)\]](?!号)
      |/(?P<bare_after>(?:19|20)\d\d)(?![\d/]))
    """


def _chinese() -> str:
    def number(name: str) -> str:
        return rf"(?:{_NUMBER.format(name)}|(?P<{name}_zh>{_ZH_FIGURES}))"

    return rf"""
      # 安理会1325号决议, 联合国第1325(2000)号决议, 2000年第1325号决议, 第一三二五(二〇〇〇)号决议
      (?:{_ZH_COUNCIL}|联合国)?(?:\(?(?P<called_before>(?:19|20)\d\d|{_ZH_YEAR_FIGURES})年\)?)?
      \s?第?\s?{number("called")}
      {_ZH_YEAR.format("called_in")}\s?(?:号\s?)?决\s?议
      # 安理会第1325号, 第1325(2000)号
    | {_ZH_COUNCIL}第?\s?{number("numbered")}{_ZH_YEAR.format("numbered_in")}\s?号
      (?!通知|文件|报告|决定|来文|信)
    | 第\s?{number("yeared")}{_ZH_IN.format("yeared_in")}\s?号
      # 第一三二五(二〇〇〇), as in lists, the year the right one
    | 第?\s?(?P<listed_zh>{_ZH_FIGURES}){_ZH_IN.format("listed_in")}
      # 决议1325, 安理会决议第1325号; not 决议3个
    | (?:{_ZH_COUNCIL})?决\s?议\s?第?\s?(?P<after>\d{{3,4}})(?!\d){_ZH_YEAR.format("after_in")}号?
      (?![\d、年月日个项条/])
    """


@cache
def _pattern(chinese: bool) -> Expression:
    """All spellings, those with Chinese characters only where there are any.

    A number inside a word or a longer figure names nothing: A/RES/1325, 21325 (2000). The first character
    tells most places apart before the alternatives are tried.
    """
    english = rf"(?=[SUTR\d])(?<![0-9A-Za-z/.-])(?<!\d,)(?:{_english()})"  # not in 12,1373 (2001)
    more = rf"|(?=[\d联安第决(〇零○一二三四五六七八九])(?<![\d/.])(?<!\d,)(?:{_chinese()})" if chinese else ""
    return Expression(english + more, re.VERBOSE | re.IGNORECASE)


# Spare most paragraphs the search.
_FIGURE = re.compile(r"[\d决決号號第]")
_HINT = Expression(
    r"[RrSs\d决決号號第](?:(?<=[Rr])[Ee][Ss]\D{0,24}\d|(?<=[Ss])[Cc]\D{0,20}\d|(?<=\d)\s?[(\[/]"
    r"|(?<=[决決])\s?[议議]|(?<=[号號])|(?<=第)\s?[〇零○一二三四五六七八九]{2})"
)
# General Assembly resolution 1514, 大会第1514号决议, and a session in Roman figures behind: 377 (V)
_OTHERS = Expression(
    r"(?:Assembly|\bU?N?GA|ECOSOC|Social\sCouncil|Rights\sCouncil|\bHRC|Commission)(?:'s)?\s?$|(?:大会|联大|(?<!安全)理事会)的?\s?$",
    re.IGNORECASE,
)
_SESSION = Expression(r"\s?[A-Z]?\s?\([IVX]|\s?/\s?\d")
_YEARS = range(1945, 2100)


@dataclass(frozen=True, slots=True)
class Spelled:
    """A Council resolution named at `start` .. `end`; `year` as printed, 0 where none is."""

    start: int
    end: int
    number: int
    year: int = 0


def find_resolutions(text: str) -> Iterator[Spelled]:
    """The Council resolutions that `text` names by number in any notation, in order.

    A number alone (1325) names nothing here: it may count anything. No number is looked up, but for the
    forms that only the register tells from other things (1325/2000).
    """
    if not (_FIGURE.search(text) and _HINT.search(text)):
        return
    folded = fold_citing(text)
    for match in _pattern(is_chinese(folded)).finditer(folded):
        found = _spelled(match)
        if found and not _is_of_others(folded, found):
            yield found


def whole_resolution(text: str) -> Spelled | None:
    """The resolution that `text` as a whole names."""
    typed = text.strip(" ,.;*\"'“”‘’")
    found = next(find_resolutions(typed), None)
    return found if found and (found.start, found.end) == (0, len(typed)) else None


def _spelled(match: re.Match[str]) -> Spelled | None:
    name = (match.lastgroup or "").partition("_")[0]  # of one alternative, whose groups begin with its name
    years = [match[group] for group in _year_groups(match.re)[name]]
    year = _number(next(filter(None, years), "0"))
    groups = match.groupdict()
    number = _number(groups.get(name) or groups[f"{name}_zh"])
    if not number:
        return None
    right = registry.year(number)
    if name == "organ" and not (right and (year == right or (not year and number not in _YEARS))):
        return None
    if name == "listed" and year != right:
        return None
    if name == "bare" and (year != right or (match["bare_after"] and number in _YEARS)):
        return None
    return Spelled(*match.span(), number, year)


def _number(written: str) -> int:
    """1325, 一三二五, 一千三百二十五 -> 1325; 0 for what is no such number."""
    if written.isdecimal():
        return int(written)
    if not any(figure in _PLACES for figure in written):
        return int("".join(map(str, map(_digit, written)))) if len(written) <= len("一三二五") else 0
    total, digit = 0, 0
    for figure in written:
        if figure in _PLACES:
            total += (digit or 1) * _PLACES[figure]
            digit = 0
        else:
            digit = _digit(figure)
    return total + digit


def _digit(figure: str) -> int:
    figure = {"〇": "零", "○": "零", "两": "二", "兩": "二"}.get(figure, figure)
    return "零一二三四五六七八九".index(figure)


_PLACES = {"十": 10, "百": 100, "千": 1000}
_YEAR_GROUPS = frozenset({"in", "after", "of", "before"})


@cache
def _year_groups(pattern: re.Pattern[str]) -> dict[str, list[str]]:
    """The groups that hold a year, by the names of the alternatives."""
    groups: dict[str, list[str]] = defaultdict(list)
    for group in pattern.groupindex:
        name, _, part = group.partition("_")
        groups[name] += [group] if part in _YEAR_GROUPS else []
    return groups


def _is_of_others(text: str, found: Spelled) -> bool:
    before = text[max(0, found.start - 30) : found.start]
    return bool(_OTHERS.search(before)) or bool(_SESSION.match(text, found.end))
