"""Symbols of United Nations documents, their normal forms, and what people type for them.

Symbols follow ST/LIB/SER.B/5 (*United Nations document series symbols*): elements parted by slashes, the
organ first (`S` the Security Council, `A` the General Assembly, `E` the Economic and Social Council).

Normal forms: `S/RES/1373 (2001)`, `A/RES/60/288`, `A/RES/377(V)`, `E/RES/2007/12`, `S/PRST/2005/64`,
`S/2015/939`, `S/2007/307/Rev.1`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final
from urllib.parse import unquote

from mandex.corpus import registry
from mandex.corpus.errors import BadReferenceError
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold_citing
from mandex.corpus.footnotes import as_reference
from mandex.corpus.pinpoints import split_pinpoint
from mandex.corpus.records import dataclass
from mandex.corpus.spellings import whole_resolution

_LONGEST: Final = 500  # characters; the longest footnote of a bibliography has 300
UNDERSTOOD: Final = (
    "write a resolution as 1373, 'S/RES/1373 (2001)', 'SCR 1373' or 第1373(2001)号决议, another document by"
    " its symbol (A/RES/60/288, S/PRST/2005/64, S/2015/939), and a place in it as OP12(a),"
    " 'para 12 (a)' or 第2段"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A document and, perhaps, a place in it.

    `pinpoint` is the printed label of an operative paragraph (`12(a)`), or says what else it is: `PP5` (the
    fifth preambular paragraph), `Annex II`, `fn 1`, `A` (a lettered part). Empty for the whole document.
    """

    symbol: str
    pinpoint: str = ""

    def __str__(self) -> str:
        return f"{self.symbol}, {self.pinpoint}" if self.pinpoint else self.symbol


# *presidential statement S/PRST/2024/1*, 主席声明 S/PRST/2024/1: what a document is, before its symbol
_KIND = Expression(
    r"^(?:(?:presidential )?statement|statement by the president|report|letter|document"
    r"|主席声明|声明|报告|信函?|文件) ?(?=[A-Z]{1,4}/)",
    re.IGNORECASE,
)


def parse(text: str) -> Reference:
    """What someone typed for a document or a place in it.

    A resolution's year is completed from the registry; one later than all that it knows stays without
    (`S/RES/2830`, see `Store.reference`). Raises `BadReferenceError`, saying which forms are understood, for
    anything else, and for a number or a year that contradicts the registry.
    """
    typed = text.strip()
    if typed.startswith("file:"):  # a document whose source shows no symbol is named for its file
        return Reference(typed)
    if len(typed) > _LONGEST:
        raise BadReferenceError(f"{typed[:40]!r}… is too long for a reference: {UNDERSTOOD}")
    folded = as_reference(" ".join(fold_citing(_symbol_of_address(typed)).split()))
    folded = _KIND.sub("", folded)
    if folded.startswith("(") and folded.endswith(")"):
        folded = folded[1:-1]
    whole = _document(folded)
    if whole is not None:
        return whole
    rest, pinpoint = split_pinpoint(folded)
    found = _document(rest) if pinpoint else None
    if found is not None:
        return Reference(found.symbol, pinpoint)
    for named, place in ((folded, ""), (rest, pinpoint)):
        if spelled := whole_resolution(named):
            return Reference(_resolution(spelled.number, spelled.year).symbol, place)
    raise BadReferenceError(f"{typed!r} names no document: {UNDERSTOOD}" if typed else f"empty: {UNDERSTOOD}")


def resolution_symbol(number: int, year: int | None) -> str:
    """The normal form of a Council resolution's symbol; without a year only for one nobody can date."""
    return f"S/RES/{number} ({year})" if year else f"S/RES/{number}"


@lru_cache(maxsize=1 << 14)  # chains of mandates ask for the same few again and again
def resolution_number(symbol: str) -> int | None:
    """The number of the Council resolution that a normal form names; None for any other document."""
    match = _COUNCIL_NORMAL.fullmatch(symbol)
    return int(match["number"]) if match else None


def is_undated(symbol: str) -> bool:
    """Whether a normal form names a resolution without its year: only a base that holds it can say more."""
    return _UNDATED.fullmatch(symbol) is not None


def normalize(symbol: str) -> str:
    """The normal form of a printed symbol; no year is questioned, a missing one comes from the registry.

    A document of two organs (`A/62/479-S/2007/602`) goes by the Council's symbol. Raises
    `BadReferenceError` for what is no symbol.
    """
    folded = _OTHER_ORGAN.sub("", fold_citing(symbol).strip().rstrip("*").strip())
    match = _COUNCIL_SYMBOL.fullmatch(folded)
    if match:
        number = int(match["number"])
        year = match["year"] or match["year2"]
        return resolution_symbol(number, int(year) if year else registry.year(number))
    if not _SYMBOL.fullmatch(folded):
        raise BadReferenceError(f"{symbol!r} is no document symbol: {UNDERSTOOD}")
    squeezed = re.sub(r"\s+", "", folded).rstrip(".,;:/").upper()
    squeezed = squeezed.replace("/AGENDA/", "/Agenda/")
    squeezed = _SUFFIX.sub(lambda m: f"/{m['word'].capitalize()}.", squeezed)
    squeezed = _SESSION_LETTER.sub(r"\1\2", squeezed)
    return _ROMAN_RESOLUTION.sub(r"\1(\2)", squeezed)


def session_resolution(organ: str, session: str, number: str | int) -> str:
    """The symbol of a resolution numbered within a session or year: `A`, `60`, `288` -> `A/RES/60/288`."""
    return f"{organ}/RES/{session.upper()}/{int(number)}"


def roman_resolution(organ: str, number: str | int, session: str) -> str:
    """The symbol of a resolution numbered through, its session in Roman figures: `A/RES/377(V)`."""
    return f"{organ}/RES/{int(number)}({session.upper()})"


# -- document symbols

# Organs, bodies and conferences whose documents the Council and its reports cite.
SERIES: Final = (
    r"(?:S|A|E|ST|T|TD|DP|DC|CD|LOS|NPT|BWC|CCPR|CERD|CEDAW|CAT|CRC|CMW|CRPD|CED|HRI|FCCC|PBC|UNEP|HSP|ICCD|"
    r"ISBA|SPLOS|CAC|CTOC|DPI|EC|IDB|GC|WFP|JIU|IT|ICTR|ICTY|MICT|UNMEE|APLC|CCW|CTBT|IAEA|GOV|INFCIRC|SGB)"
)
# An element: figures (perhaps with a part's letter), a body with its number, a special session, or a word.
_ELEMENT = r"(?:\d{1,7}[A-Z]?|[A-Z]{1,6}\.?\s?\d{0,4}(?:-\d{1,3})?)"
_SUFFIXES = r"(?:\s?/\s?(?:Add|Rev|Corr|Amend|Summary)\s?\.?\s?\d{0,3})"
_SYMBOL = Expression(
    rf"(?=\D*\d){SERIES}(?:\s?/\s?{_ELEMENT}){{1,6}}(?:\s?[A-Z](?=\s?\(|$))?(?:\s?\([IVXLES0-9.-]+\))?{_SUFFIXES}{{0,3}}[.,;:/]*",
    re.IGNORECASE,
)
_COUNCIL_SYMBOL = Expression(
    r"S\s?/\s?RES\s?/\s?(?P<number>\d{1,4})(?:\s?[A-E])?"
    r"(?:[\s/]*\(\s?(?P<year>\d{4})\s?\)?|/(?P<year2>(?:19|20)\d{2}))?[\s/]*[.,;:/]*",
    re.IGNORECASE,
)
_OTHER_ORGAN = Expression(r"^[AE]/\S+?\s?[-–—]\s?(?=S/)", re.IGNORECASE)
_COUNCIL_NORMAL = Expression(r"S/RES/(?P<number>\d+)(?: \(\d{4}\))?")
_UNDATED = Expression(r"S/RES/\d+")
_SUFFIX = Expression(r"/(?P<word>ADD|REV|CORR|AMEND|SUMMARY|PART)\.?(?=\d)")
_SESSION_LETTER = Expression(r"^([AE]/RES/\d{1,3}/\d{1,3})[A-Z]()$")
_ROMAN_RESOLUTION = Expression(r"^([AE]/RES/\d{1,4})[A-Z]{0,2}\(([IVXLES-]+)\)$")
# undocs.org/en/S/…, docs.un.org/zh/S/…, …?symbol=S/…, main.un.org/…/s/res/2396-(2017)
_ADDRESS = Expression(
    r"(?:https?://)?(?:\S*(?:undocs\.org|docs\.un\.org)/+(?:(?:en|zh|fr|es|ru|ar)/+)?(?!Home)(?P<symbol>[^?]+?)(?:\?.*)?"
    r"|\S*[?&](?:symbol|finalsymbol|s)=(?P<asked>[^&]+).*"
    r"|\S*un\.org/\S*/(?P<page>s/res/\d+)-?(?P<year>\(\d{4}\))?/?)",
    re.IGNORECASE,
)


def _symbol_of_address(text: str) -> str:
    """The symbol in a link to a document; other text as it is, percent signs decoded."""
    text = unquote(text)
    match = _ADDRESS.fullmatch(text)
    if not match:
        return text
    return (match["symbol"] or match["asked"] or f"{match['page']} {match['year'] or ''}").strip().rstrip("/")


# -- what people type

_NUMBER = r"(?P<number>\d{1,4})(?:\s?(?P<part>[A-E])\b)?"
_YEAR = r"(?:\s?[(/]\s?(?P<year>\d{4})\s?年?\)?|(?:,?\sof)?(?:\s\d{1,2}\s[A-Z][a-z]+)?\s(?P<year2>\d{4}))?"
_RESOLUTION_WORD = r"(?:res(?:olution)?s?\.?\s?)(?:(?:no\.?|number|#)\s?)?"
_ASSEMBLY = r"(?:(?:UN)?GA(?:R)?|(?:UN |United Nations )?General Assembly|UNGAR)\s?"
_ROMAN = r"\((?P<session>(?:ES-|S-)?[IVXL]{1,7})\)"
_WITHIN = r"(?P<session>\d{1,3}|E?S-\d{1,2})\s?/\s?(?P<number>\d{1,3})(?:\s?(?P<part>[A-Z])\b)?"
_ZH_ORGAN = r"(?:联合国)?"
_ZH_COUNCIL = rf"{_ZH_ORGAN}(?:安全理事会|安理会)?的?"
_ZH_ASSEMBLY = rf"{_ZH_ORGAN}(?:大会|联大)的?"
_ZH_END = r"\s?(?:号\s?(?:决议)?|决议)"


def _council(m: re.Match[str]) -> Reference:
    groups = m.groupdict()
    year = int(groups.get("year") or groups.get("year2") or groups.get("year3") or 0)
    return _resolution(int(m["number"]), year, (groups.get("part") or "").upper())


def _resolution(number: int, printed: int, part: str = "") -> Reference:
    """A resolution of the Council, its year (0 where none is printed) held against the register."""
    year = registry.year(number)
    beyond = number > registry.last().number
    if year is None and not (beyond and (not printed or printed >= registry.last().year)):
        raise BadReferenceError(unknown(number))
    if year and printed and printed != year:
        raise BadReferenceError(f"resolution {number} is of {year}, not of {printed}: say {number} ({year})")
    return Reference(resolution_symbol(number, year or printed), part)


def unknown(number: int) -> str:
    """What is said of a resolution that neither the register nor the base knows."""
    last = registry.last()
    return f"no resolution {number} is known; the latest known is {last.number} ({last.year})"


def _roman(m: re.Match[str]) -> Reference:
    part = m["part"] or m.groupdict().get("part2") or ""
    return Reference(roman_resolution("A", m["number"], m["session"]), part.upper())


def _session(organ: str) -> Callable[[re.Match[str]], Reference]:
    def build(m: re.Match[str]) -> Reference:
        part = m.groupdict().get("part") or ""
        return Reference(session_resolution(organ, m["session"], m["number"]), part.upper())

    return build


def _statement(m: re.Match[str]) -> Reference:
    return Reference(f"S/PRST/{m['session']}/{int(m['number'])}")


def _printed(m: re.Match[str]) -> Reference:
    return Reference(normalize(m[0]))


def _ambiguous(m: re.Match[str]) -> Reference:
    session, number = m["session"], m["number"]
    organ = "E" if len(session) == 4 else "A"
    raise BadReferenceError(
        f"'{m[0]}' alone may be a resolution or a document:"
        f" write {organ}/RES/{session}/{number} or {'S' if organ == 'E' else 'A'}/{session}/{number}"
    )


_YEARLY = r"(?P<session>(?:19|20)\d{2})\s?/\s?(?P<number>\d{1,4})"
_FORMS: Final[tuple[tuple[str, Callable[[re.Match[str]], Reference]], ...]] = (
    # S/RES/1373 (2001)
    (_COUNCIL_SYMBOL.pattern, _council),
    # 1373, 1373 (2001), 1373/2001, 161 A (1961)
    (rf"#?{_NUMBER}{_YEAR}", _council),
    # S-RES-1373, S_RES_1373, SRES1373, S-RES-1373-2001 (a key of our bibliographies)
    (rf"S[\s_-]?RES[\s_-]?{_NUMBER}{_YEAR}(?:[_-](?P<year3>\d{{4}}))?", _council),
    # the 1540 Committee, 1540委员会
    (r"(?:the\s)?(?P<number>\d{3,4})\s?(?:sanctions\s)?(?:Committee|委员会)", _council),
    # SCR 1373, UNSCR 1373, UNSC Res. 1373 (2001), Security Council resolution No. 1373 of 2001
    (rf"(?:the\s)?(?:(?:UN\s?|United Nations\s)?(?:S\.?C\.?|Security Council)(?:R|\s?)\s?)?-?"
     rf"(?:{_RESOLUTION_WORD})?{_NUMBER}{_YEAR}", _council),
    # 377 A (V), GA res. 377 A (V), A/RES/377 A (V)
    (rf"(?:{_ASSEMBLY})?(?:{_RESOLUTION_WORD}|A/RES/)?(?P<number>\d{{1,4}})\s?(?P<part>[A-Z])?\s?{_ROMAN}(?:\s?(?P<part2>[A-Z]))?",
     _roman),
    # A/RES/31/6 A, GA resolution 60/288, resolution 60/288
    (rf"(?:A/RES/|{_ASSEMBLY}(?:{_RESOLUTION_WORD})?|{_RESOLUTION_WORD}){_WITHIN}", _session("A")),
    # ECOSOC resolution 2007/12
    (rf"(?:(?:ECOSOC|Economic and Social Council)\s(?:{_RESOLUTION_WORD})?|{_RESOLUTION_WORD}){_YEARLY}",
     _session("E")),
    # HRC resolution 35/33
    (rf"(?:HRC|Human Rights Council)\s(?:{_RESOLUTION_WORD})?{_WITHIN}", _session("A/HRC")),
    # PRST 2005/64
    (rf"(?:(?:S/)?PRST[\s/]|presidential statement\s|主席声明){_YEARLY}", _statement),
    # 60/288, 2007/12; but 2396/12 is no year and no session: paragraph 12 of resolution 2396
    (r"(?P<session>\d{1,3}|(?:19|20)\d\d)\s?/\s?(?P<number>\d{1,4})", _ambiguous),
    (rf"(?:[AE]/\S+?\s?[-–—]\s?(?=S/))?{_SYMBOL.pattern}", _printed),
)  # fmt: skip
# The same in Chinese; a reference without a Chinese character is not held against these.
_CHINESE_FORMS: Final[tuple[tuple[str, Callable[[re.Match[str]], Reference]], ...]] = (
    # 第1373(2001)号决议, 安全理事会第1373号决议, (2001年)第1373号, 1373号决议
    (rf"{_ZH_COUNCIL}(?:\(?(?P<year2>\d{{4}})\s?年?\)?)?\s?第?\s?(?P<number>\d{{1,4}})"
     rf"\s?(?:\(\s?(?P<year>\d{{4}})\s?年?\s?\))?{_ZH_END}", _council),
    (rf"{_ZH_COUNCIL}决议\s?第?(?P<number>\d{{1,4}})(?:\s?\((?P<year>\d{{4}})\))?号?", _council),
    # 大会第377 A (V)号决议
    (rf"{_ZH_ASSEMBLY}第\s?(?P<number>\d{{1,4}})\s?(?P<part>[A-Z])?\s?{_ROMAN}{_ZH_END}", _roman),
    # 大会第60/288号决议
    (rf"(?:{_ZH_ASSEMBLY})?第\s?{_WITHIN}{_ZH_END}", _session("A")),
    # 经济及社会理事会第2007/12号决议
    (rf"(?:{_ZH_ORGAN}(?:经济及社会理事会|经社理事会)的?)?第\s?{_YEARLY}{_ZH_END}", _session("E")),
    # 人权理事会第35/33号决议
    (rf"{_ZH_ORGAN}人权理事会第\s?{_WITHIN}{_ZH_END}", _session("A/HRC")),
)  # fmt: skip


def _document(text: str) -> Reference | None:
    """The document that `text`, folded and single-spaced, names as a whole."""
    named = text.strip(" ,.;*\"'“”‘’")
    for pattern, build in _FORMS if named.isascii() else _FORMS + _CHINESE_FORMS:
        match = _compiled(pattern).fullmatch(named)
        if match:
            return build(match)
    return None


@cache
def _compiled(pattern: str) -> Expression:
    """A form when it is first asked about: most references are understood by the first few."""
    return Expression(pattern, re.IGNORECASE)
