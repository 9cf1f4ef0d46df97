"""What the masthead of a page says: where the title stands, and what poor OCR has garbled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from mandex.corpus.dates import MONTH, month_number
from mandex.ingest.readers.pdf_furniture import Marked
from mandex.ingest.readers.pdf_lines import Line

_ANY_SYMBOL = re.compile(r"\b[ASE]/[A-Z0-9.-]*/?\d")  # also one of two: A/79/796-S/2025/105
_TOP = 0.3  # of the page's height: mastheads and running heads
# What OCR makes of figures. In the parts of a symbol that are numbers nothing else can be meant.
_FIGURES = str.maketrans("IlLr|Oo", "1111100")
_FIGURE = r"[\dIlLr|Oo]"
_SYMBOL = re.compile(
    rf"([ASE])/({_FIGURE}{{1,4}})/({_FIGURE}{{1,4}})((?:/(?:Add|Rev|Corr)\.\d{{1,2}})*)\*{{0,3}}"
)
_DATE = re.compile(rf"(\d{{1,2}}) ({MONTH}) (1 ?9 ?\d ?\d|2 ?0 ?\d ?\d)")

# United Nations documents print *United Nations* and the organ's name in 1.4 and 2 times the size of their
# text, the title in 1.2 to 1.4 times and bold; session and agenda stand between, to the left of the title.
_ORGAN_SIZE, _TITLE_SIZE = 1.3, 1.15
_ORGAN = re.compile(
    r"(?:united nations|general assembly|security council|economic and social council|trusteeship council"
    r"|secretariat|联合国|大会|安全理事会|经济及社会理事会)", re.IGNORECASE,
)  # fmt: skip
_BELOW = 0.2  # of the page's height: mastheads end above it
_TITLE_LEADING = 1.6  # type sizes between two lines of one title


def with_title(page: Sequence[Marked], height: float, size: float) -> list[Marked]:
    """The first page with its title marked, and what stands above it as furniture.

    Left as it is where it has no such masthead. `size` is the usual type size of the text.
    """
    organs = [
        m.line for m in page
        if m.line.y < _BELOW * height and m.line.size >= _ORGAN_SIZE * size and _ORGAN.match(m.line.text)
    ]  # fmt: skip
    if not organs:
        return list(page)
    left = min(line.x0 for line in organs) - 2 * size
    large = [
        index for index, m in enumerate(page)
        if m.role == "text" and m.line.y > organs[-1].y + size and m.line.bold and m.line.x0 >= left
        and m.line.size >= _TITLE_SIZE * size and m.line.cells == 1
    ]  # fmt: skip
    first = next((index for index in large if page[index].line.y > _BELOW * height), None)
    if first is None or any(m.role == "text" and _is_text(m.line, size) for m in page[:first]):
        return list(page)
    last = first
    while last + 1 in large and _one_title(page[last].line, page[last + 1].line):
        last += 1
    return [
        Marked(m.line, "furniture" if index < first else "title" if index <= last else m.role)
        for index, m in enumerate(page)
    ]


def _is_text(line: Line, size: float) -> bool:
    """Is it a line of running text? Lines of a masthead are short, those of an agenda bold."""
    return not line.bold and len(line.text) > _AGENDA_LENGTH and line.size <= size


_AGENDA_LENGTH = 80


def _one_title(line: Line, following: Line) -> bool:
    return following.size == line.size and following.y - line.y < _TITLE_LEADING * line.size


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


def running_symbol(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> dict[str, str]:
    """The `symbol` that most of the later pages bear at their head, where the first page bears none."""
    tops = [
        {symbol for line in page if line.y < _BELOW * height and (symbol := _symbol(line.text))}
        for page, height in zip(pages, heights, strict=True)
    ]
    if not tops or any(_ANY_SYMBOL.search(x.text) for x in pages[0] if x.y < _TOP * heights[0]):
        return {}
    counts = Counter(symbol for top in tops[1:] for symbol in top)
    symbol, count = counts.most_common(1)[0] if counts else ("", 0)
    return {"symbol": symbol} if count > len(tops[1:]) / 2 else {}


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
