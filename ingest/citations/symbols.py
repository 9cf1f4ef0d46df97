"""Document symbols in running text, also those that were printed by halves."""

from __future__ import annotations

import re
from typing import Final

from mandex.corpus.errors import BadReferenceError
from mandex.corpus.expressions import Expression
from mandex.corpus.symbols import SERIES, normalize
from mandex.ingest.citations.items import BLANKS as _B
from mandex.ingest.citations.items import Item

# The pattern begins with a single character class, so that the `re` module skips all other text fast.
# A word of a symbol with its number (PV.4413, AC.51, Add.1, ES-10), or figures.
_ELEMENT = (
    r"(?:Part\s?\d(?!\d)|[0-9]{1,7}[A-Z]?(?![0-9A-Za-z])|(?:E?S[-‑]\d{1,2}(?!\d))|[A-Z][A-Za-z]{0,7}(?:\.\s?[A-Z]{0,3}\d{1,4})?"
    r"(?:\([IVX\d-]{1,6}\))?(?![a-z]))"
)
_YEAR = r"(?:1\s?9|2\s?0)\s?\d\s?\d"
_SYMBOL: Final = Expression(
    rf"""
    (?P<symbol>[A-Z](?:(?<![0-9A-Za-z_/.].)|(?<=org/.)|(?<=/en/.)|(?<=/zh/.)|(?<=Council/.))
      (?:
        (?:(?<=S){_B}/{_B}P|(?<=P))RST[\s/]{{0,3}}(?P<session>(?:19|20)\d\d)   # S/PRST/2005/64, S/PRST2009/9,
          {_B}/{_B}(?P<number>\d{{1,3}})(?![0-9/])                             # PRST/2009/24
      | (?<=S)/(?P<year>199[4-9]|20\d\d)\s(?P<document>\d{{1,4}})(?=\))        # (S/2011 591)
      | (?<=S){_B}/{_B}RES{_B}/(?:\s?\d){{1,4}},?\s?\(\s?{_YEAR}\s?\)          # S/RES/22 1 1 (201 5 )
      | [A-Z]{{0,7}}(?:{_B}/{_B}{_ELEMENT})+
        (?:(?:\s[A-Z])?{_B}\({_B}                                         # S/RES/1373 (2001), A/RES/377 (V)
          (?:{_YEAR}|(?:E?S-)?[IVXL]{{1,7}}){_B}\)?)?
      | S?[-‑]\d{{1,2}}{_B}/{_B}\d{{1,3}}(?![0-9/])                       # ES-10/19, S-14/1
      )
    )
    """,
    re.VERBOSE,
)
_SERIES: Final = Expression(SERIES)
_SPECIAL_SESSION: Final = Expression(r"(?P<session>E?S)[-‑](?P<at>\d{1,2})\s*/\s*(?P<number>\d{1,3})")
_COUNCIL: Final = Expression(r"S/RES/(?P<number>\d{1,4})(?: \((?P<year>\d{4})\))?")
_SPLIT_FIGURES: Final = Expression(r"(?<=\d)\s+(?=\d)|,(?=\s?\()")
# s/2018/119, document s/21183
_LOWER: Final = Expression(r"\bs/(?:\d{4}/\d{1,4}|\d{4,5})(?![0-9/])")


def symbols(text: str) -> list[Item]:
    """The document symbols of `text` in order of place."""
    found = [item for match in _SYMBOL.finditer(text) if (item := _symbol(match))]
    if "s/" not in text:
        return found
    lower = [Item("symbol", *match.span(), session=match[0].upper()) for match in _LOWER.finditer(text)]
    return sorted(found + lower, key=lambda item: item.start) if lower else found


def _symbol(match: re.Match[str]) -> Item | None:
    printed = match["symbol"]
    if match["session"]:
        return Item("symbol", *match.span(), session=f"S/PRST/{match['session']}/{int(match['number'])}")
    if match["year"]:
        return Item("symbol", *match.span(), session=f"S/{match['year']}/{match['document']}")
    special = _SPECIAL_SESSION.fullmatch(printed)
    if special:
        session = f"{special['session']}-{special['at']}"
        return Item("session", *match.span(), number=int(special["number"]), session=session)
    series = printed.split("/", 1)[0].strip()
    if not _SERIES.fullmatch(series) or not any(figure.isdigit() for figure in printed):
        return None
    whole = _SPLIT_FIGURES.sub("", printed)
    try:
        normal = normalize(whole)
    except BadReferenceError:
        return None
    end = match.start() + len(printed.rstrip(" .,"))
    council = _COUNCIL.fullmatch(normal)
    if council:
        year = int(council["year"]) if whole.rstrip(" )").endswith(f"{council['year']}") else 0
        return Item("symbol", match.start(), end, int(council["number"]), year, normal)
    return Item("symbol", match.start(), end, session=normal)
