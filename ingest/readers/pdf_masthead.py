"""What a masthead says that poor OCR has garbled, where only one reading is possible."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from mandex.corpus.dates import MONTH, month_number
from mandex.ingest.readers.pdf_lines import Line

_TOP = 0.3  # of the page's height: mastheads and running heads
# What OCR makes of figures. In the parts of a symbol that are numbers nothing else can be meant.
_FIGURES = str.maketrans("IlLr|Oo", "1111100")
_FIGURE = r"[\dIlLr|Oo]"
_SYMBOL = re.compile(
    rf"([ASE])/({_FIGURE}{{1,4}})/({_FIGURE}{{1,4}})((?:/(?:Add|Rev|Corr)\.\d{{1,2}})*)\*{{0,3}}"
)
_DATE = re.compile(rf"(\d{{1,2}}) ({MONTH}) (1 ?9 ?\d ?\d|2 ?0 ?\d ?\d)")


def garbled_facts(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> dict[str, str]:
    """`symbol`, as most pages head it, and the ISO `date` of the first page; only what can be told."""
    facts: dict[str, str] = {}
    tops = [
        [line.text for line in page if line.y < _TOP * height]
        for page, height in zip(pages, heights, strict=True)
    ]
    symbols = Counter(symbol for top in tops for text in top if (symbol := _symbol(text)))
    if symbols:
        facts["symbol"] = symbols.most_common(1)[0][0]
    date = next((found for text in tops[0] if (found := _date(text))), "") if tops else ""
    if date:
        facts["date"] = date
    return facts


def _symbol(text: str) -> str:
    match = _SYMBOL.fullmatch(text.replace(" ", ""))
    if not match:
        return ""
    organ, first, second, rest = match.groups()
    return f"{organ}/{first.translate(_FIGURES)}/{second.translate(_FIGURES)}{rest}"


def _date(text: str) -> str:
    match = _DATE.fullmatch(" ".join(text.split()))
    if not match:
        return ""
    day, month, year = match.groups()
    return f"{year.replace(' ', '')}-{month_number(month):02}-{int(day):02}"
