"""What stands on one PDF page: stretches of text in one font, with their places.

PDFium is asked about one text object at a time, which is about fifty times faster than building every
character as pdfplumber does: font, size and place of a stretch are those of its first character.
Places are in points from the top left corner of the page as it is shown, y growing downward.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

_ITALIC_FLAG = 1 << 6  # PDF 32000-1, table 123: font descriptor flags
_ITALIC_NAME = re.compile(r"ital|obli", re.IGNORECASE)
_BOLD_NAME = re.compile(r"bold|black|heavy", re.IGNORECASE)
_BARCODE_NAME = re.compile(r"bar\s*code|3\s*of\s*9", re.IGNORECASE)
_BOLD_WEIGHT = 600
_LINE_END_HYPHEN = "\ufffe"  # how PDFium hands over a hyphen at which a word is divided
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ufffe\uffff]")
# The same words drawn twice, a hair apart, are a poor man's bold type (measured in type sizes).
_OVERPRINT = 0.25

# With plain pointers a page takes half the time: no Python object is built for each character.
_text_object = ctypes.cast(
    raw.FPDFText_GetTextObject, ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
)


@dataclass(frozen=True, slots=True)
class Fragment:
    """Text in one font on one base line; `x0`, `x1`, `y` (of the base line) and `size` are in points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    italic: bool = False
    bold: bool = False
    barcode: bool = False
    upright: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """The fragments of one page in the order in which the file draws them; sizes in points."""

    width: float
    height: float
    fragments: tuple[Fragment, ...]


def read_page(page: pypdfium2.PdfPage) -> Page:
    """The page's fragments. What is opened is closed, so that memory stays flat over a long file."""
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        fragments = tuple(_without_overprint(_fragments(textpage, _shown(page))))
    finally:
        textpage.close()
    return Page(width, height, fragments)


_Turn = Callable[[float, float], tuple[float, float]]


def _shown(page: pypdfium2.PdfPage) -> _Turn:
    """From the file's coordinates to those of the page as shown, turned by the page's rotation."""
    left, bottom, right, top = page.get_cropbox()
    turns: dict[int, _Turn] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    return turns[page.get_rotation() % 360]


def _fragments(textpage: pypdfium2.PdfTextPage, turn: _Turn) -> Iterator[Fragment]:
    handle = ctypes.cast(textpage.raw, ctypes.c_void_p).value
    text = _characters(textpage)
    for start, end in _stretches(handle, text):
        fragment = _fragment(textpage, text, start, end, turn)
        if fragment.text.strip():
            yield fragment


def _characters(textpage: pypdfium2.PdfTextPage) -> str:
    """One UTF-16 unit per character index, however PDFium counts."""
    count = textpage.count_chars()
    buffer = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(textpage, 0, count, buffer) == count + 1:
        return "".join(map(chr, buffer[:count]))
    units = (raw.FPDFText_GetUnicode(textpage, index) for index in range(count))
    return "".join(chr(unit) if unit < 0x110000 else " " for unit in units)


def _stretches(handle: int | None, text: str) -> Iterator[tuple[int, int]]:
    """Index ranges of the text objects; a space that PDFium infers goes with the object before it."""
    start, current = 0, None
    for index, character in enumerate(text):
        if character in "\r\n":
            owner = None
        else:
            owner = _text_object(handle, index)
            if owner is None and character == " ":
                owner = current
        if owner != current:
            if current is not None:
                yield start, index
            start, current = index, owner
    if current is not None:
        yield start, len(text)


def _fragment(textpage: pypdfium2.PdfTextPage, text: str, start: int, end: int, turn: _Turn) -> Fragment:
    content = text[start:end]
    last = start + len(content.rstrip()) - 1
    name, flags = _font(textpage, start)
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage, start, x, y)
    x0, baseline = turn(x.value, y.value)
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(textpage, max(start, last), box)
    x1 = max(turn(box.left, box.bottom)[0], turn(box.right, box.top)[0])
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, start, matrix)
    here, ahead = turn(0.0, 0.0), turn(matrix.a, matrix.b)
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    return Fragment(
        text=_clean(content),
        x0=x0,
        x1=max(x0, x1),
        y=baseline,
        size=raw.FPDFText_GetFontSize(textpage, start) * scale,
        italic=bool(flags & _ITALIC_FLAG) or bool(_ITALIC_NAME.search(name)),
        bold=bool(_BOLD_NAME.search(name)) or raw.FPDFText_GetFontWeight(textpage, start) >= _BOLD_WEIGHT,
        barcode=bool(_BARCODE_NAME.search(name)),
        upright=ahead[0] - here[0] > abs(ahead[1] - here[1]),
    )


def _font(textpage: pypdfium2.PdfTextPage, index: int) -> tuple[str, int]:
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(textpage, index, buffer, len(buffer), flags)
    return buffer.value.decode("utf-8", "replace"), flags.value


def _clean(units: str) -> str:
    """Text of UTF-16 units, without control characters; a dividing hyphen is a hyphen as printed."""
    text = units.replace(_LINE_END_HYPHEN, "-")
    if any("\ud800" <= unit <= "\udfff" for unit in text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _CONTROL.sub("", text.replace("\xa0", " ").replace("\xad", "-"))


def _without_overprint(fragments: Iterable[Fragment]) -> Iterator[Fragment]:
    seen: dict[tuple[str, int], list[Fragment]] = {}
    for fragment in fragments:
        twins = seen.setdefault((fragment.text.strip(), round(fragment.size)), [])
        reach = _OVERPRINT * fragment.size
        if any(abs(t.x0 - fragment.x0) < reach and abs(t.y - fragment.y) < reach for t in twins):
            continue
        twins.append(fragment)
        yield fragment
