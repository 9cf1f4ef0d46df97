"""Footnotes in the styles of lawyers, as references: what a bibliography prints can be asked for again.

OSCOLA `UNSC Res 1373 (28 September 2001) UN Doc S/RES/1373, para 1(c)`, Bluebook `S.C. Res. 1373, ¶ 1(c)
(Sept. 28, 2001)`, AGLC `SC Res 1373, UN SCOR, 56th sess, 4385th mtg, UN Doc S/RES/1373 (28 September 2001)
para 1(c)`.
"""

from __future__ import annotations

import re

from mandex.corpus.dates import find_dates
from mandex.corpus.expressions import Expression

# The symbol that ends the description of a document, and a place after it: UN Doc S/RES/1373 …
_DOCUMENT = Expression(r".*\bU\.?\s?N\.?\s?Docs?\.?\s+(?P<symbol>[A-Z]+/.+)", re.IGNORECASE)
_BRACKETS = Expression(r"\((?P<date>[^()]*\d[^()]*)\)")
# A year that was put last, after the place: S.C. Res. 1373, ¶ 1(c) (2001)
_YEAR_LAST = Expression(
    r"(?P<name>.*?\d)(?P<place>,?\s(?:¶|§|para|OP|preambular)[^,]*?(?:\([a-z0-9]{1,5}\))*)\s\((?P<year>\d{4})\)",
    re.IGNORECASE,
)


def as_reference(text: str) -> str:
    """The name and the place in a footnote, with the year of its date; other text as it is."""
    text = _BRACKETS.sub(_year, text.rstrip(". ") if " " in text else text)
    if match := _DOCUMENT.fullmatch(text):
        text = match["symbol"]
    if match := _YEAR_LAST.fullmatch(text):
        text = f"{match['name']} ({match['year']}){match['place']}"
    return text


def _year(brackets: re.Match[str]) -> str:
    """`(28 September 2001)` -> `(2001)`; what is no date stays: `(2001)`, `(a)`, `(XV)`."""
    found = next(find_dates(brackets["date"]), None)
    return f"({found.iso[:4]})" if found else brackets[0]
