"""What is printed on every page but belongs to none of its paragraphs, and the notes at its foot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from mandex.corpus.records import dataclass
from mandex.ingest.readers.pdf_lines import Line

Role = Literal["text", "title", "furniture", "footnote"]

# Parts of the page's height. United Nations pages set running heads at 0.075 and text from 0.10 to 0.93.
_HEAD_CELLS = 3  # symbol, title, page number; a row of a table at the top of a page may have more
_HEAD, _FOOT = 0.14, 0.86
_REPEATED_HEAD, _REPEATED_FOOT = 0.12, 0.90
_LOWER_HALF = 0.4
_SET_OFF = 1.5  # type sizes between text and notes of the same type
# The corner in which old documents print /..., whatever OCR makes of it.
_CORNER_RIGHT, _CORNER_LENGTH = 0.85, 5
_NOTE_SIZE = 0.93  # of the size of the text

_PAGE_NUMBER = re.compile(
    r"""^(?:
        \d{1,3}\s*/\s*\d{1,3}             # 3/14
      | [-–—]\s*(?:\d{1,3}|[ivxl]+)\s*[-–—]  # - 3 -
      | (?:pa[gq]e|第)\s*\d{1,3}\s*页?      # Page 3
      | \d{1,3}
      | /?\s*(?:\.\s?){2,4} | /?…          # /...: more on the next page
    )$""",
    re.VERBOSE | re.IGNORECASE,
)
_PAGE_WORD = re.compile(r"^(?:pa[gq]e|第)\s*\d{1,3}\s*页?$", re.IGNORECASE)
# The job number with its language letter and the dates of translation: 25-00344 (E) 210125, GE.25-11220 (E)
_JOB_NUMBER = re.compile(
    r"^(?:[A-Z]{1,3}\.)?\d{2}-[\dIlO]{5}\*{0,2}(?:\s+\d{4}[a-z])?(?:\s*\([A-Z]\))?(?:\s+\d{6})*$"
)
_BARCODE = re.compile(r"^\*\s?\d{7}[A-Z]?\s?\*$")
_SYMBOL = re.compile(r"^[A-Z]{1,5}(?:/[A-Za-z0-9.]+){1,5}(?:\s*\(\d{4}\))?\*{0,3}$")
# tesseract reads the sign beside it too: Please recycle OQ
_RECYCLE = re.compile(r"^(?:please recycle|accessible document|请回收)\W*\w{0,3}\W*$", re.IGNORECASE)
_RULE = re.compile(r"^(?:[_─—–-]\s?){5,}$")
_ASTERISKS = re.compile(r"\*{1,3}(?=\s?\w|\s?[“\"])")
NOTE_START = re.compile(r"^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[ᵃ-ᶻ]|\*{1,3}|†|‡|\d{1,3}/)\s*\S")


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with the part it plays on its page."""

    line: Line
    role: Role


def mark_roles(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Marked]]:
    """For each page its lines with their roles; `heights` are the pages' heights in points."""
    size = text_size(line for page in pages for line in page)
    running = _running(pages, heights)
    return [
        _mark_notes(page, _furniture(page, height, number, running), height, size)
        for number, (page, height) in enumerate(zip(pages, heights, strict=True), 1)
    ]


def text_size(lines: Iterable[Line]) -> float:
    """The type size in which most characters are set, in points (0 where there is no text)."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _pattern(line: Line) -> tuple[str, int]:
    """The same for a running head of any page: digits do not count, a few points of height neither."""
    return re.sub(r"\d+", "#", line.text), round(line.y / 6)


def _running(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> set[tuple[str, int]]:
    seen: Counter[tuple[str, int]] = Counter()
    for page, height in zip(pages, heights, strict=True):
        edge = {_pattern(x) for x in page if not _REPEATED_HEAD * height < x.y < _REPEATED_FOOT * height}
        seen.update(edge)
    enough = max(2, len(pages) // 4)
    return {pattern for pattern, count in seen.items() if count >= enough}


def _furniture(page: Sequence[Line], height: float, number: int, running: set[tuple[str, int]]) -> list[bool]:
    """For each line, whether it is furniture. The masthead of page 1 is not: it says what the document is."""
    heads = [x.y for x in page if x.y < _HEAD * height and _PAGE_WORD.match(x.text)]
    above = max(heads) if heads and number > 1 else -1.0
    corner = _CORNER_RIGHT * max((line.x1 for line in page), default=0.0)
    found = []
    for line in page:
        at_edge = not _HEAD * height < line.y < _FOOT * height
        may_count = at_edge and line.cells <= _HEAD_CELLS
        found.append(
            line.barcode
            or not line.upright
            or bool(_BARCODE.match(line.text) or _RECYCLE.match(line.text))
            or (may_count and bool(_JOB_NUMBER.match(line.text) or _PAGE_NUMBER.match(line.text)))
            or (at_edge and number > 1 and bool(_SYMBOL.match(line.text)))
            or line.y < above
            or (line.y > _REPEATED_FOOT * height and line.x0 > corner and len(line.text) <= _CORNER_LENGTH)
            or (number > 1 and at_edge and _pattern(line) in running)
        )
    return found


def _mark_notes(page: Sequence[Line], furniture: Sequence[bool], height: float, size: float) -> list[Marked]:
    """Notes stand under a rule, or open with their mark in smaller type, down to the foot of the column."""
    marked: list[Marked] = []
    notes_from: dict[int, float] = {}
    above: list[Line] = []
    for index, (line, is_furniture) in enumerate(zip(page, furniture, strict=True)):
        if is_furniture:
            marked.append(Marked(line, "furniture"))
            continue
        in_notes = line.column in notes_from
        if not in_notes and _RULE.match(line.text):
            rest = [x for x, f in zip(page[index + 1 :], furniture[index + 1 :], strict=True) if not f]
            under = [x for x in rest if x.column == line.column or not line.column]
            if under and (under[0].size < _NOTE_SIZE * size or NOTE_START.match(under[0].text)):
                notes_from.update({x.column: line.y for x in under})
            marked.append(Marked(line, "furniture"))
            continue
        if not in_notes and line.y > _LOWER_HALF * height and _opens_note(line, above, size):
            notes_from[line.column] = line.y
            in_notes = True
        marked.append(Marked(line, "footnote" if in_notes else "text"))
        above.append(line)
    return marked


def _opens_note(line: Line, above: Sequence[Line], size: float) -> bool:
    """In smaller type; or, typewritten, set off and with the asterisks that a line above it bears."""
    if line.size < _NOTE_SIZE * size:
        return bool(NOTE_START.match(line.text))
    match = _ASTERISKS.match(line.text)
    return (
        match is not None
        and bool(above)
        and line.y - above[-1].y > _SET_OFF * line.size
        and any(_bears(x.text, match[0]) for x in above)
    )


def _bears(text: str, mark: str) -> bool:
    return bool(re.search(rf"\w[^\s*]*{re.escape(mark)}(?!\*)", text))
