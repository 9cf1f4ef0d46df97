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

import pypdfium2
from pypdfium2 import raw

from mandex.corpus.records import dataclass

_ITALIC_FLAG = 1 << 6  # PDF 32000-1, table 123: font descriptor flags
# Chinese has no italics: United Nations documents set the verbs in a kai (regular script) face instead.
_ITALIC_NAME = re.compile(r"ital|obli|kai|fzkt|楷", re.IGNORECASE)
_BOLD_NAME = re.compile(r"bold|black|heavy", re.IGNORECASE)
_BARCODE_NAME = re.compile(r"bar\s*code|3\s*of\s*9", re.IGNORECASE)
_BOLD_WEIGHT = 600
_LINE_END_HYPHEN = "\ufffe"  # how PDFium hands over a hyphen at which a word is divided
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ufffe\uffff]")
# The same words drawn twice, a hair apart, are a poor man's bold type (measured in type sizes).
_OVERPRINT = 0.25

_INVISIBLE = 3  # text rendering mode: neither fill nor stroke (PDF 32000-1, table 106)
_LEAST_SHOWN = 0.8  # of the invisible text: a scan shows a stamp or a page number beside its layer

_STEEP = 10  # a scan lies askew by a few degrees, a watermark runs from corner to corner
ASLANT = 4  # of a fragment: it runs along no edge of the page

_MOST_CHARACTERS = 50_000  # a page of a newspaper has some 20,000

# With plain pointers a page takes half the time: no Python object is built for each character.
_text_object = ctypes.cast(
    raw.FPDFText_GetTextObject, ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
)
_render_mode = ctypes.cast(raw.FPDFTextObj_GetTextRenderMode, ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p))


@dataclass(frozen=True, slots=True)
class Fragment:
    """Text in one font on one base line; `x0`, `x1`, `y` (of the base line) and `size` are in points.

    `quarter` tells by how many quarters of a circle, against the clock, it is turned; or `ASLANT`.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    italic: bool = False
    bold: bool = False
    barcode: bool = False
    visible: bool = True
    quarter: int = 0

    @property
    def upright(self) -> bool:
        """Whether it runs from left to right."""
        return self.quarter == 0


@dataclass(frozen=True, slots=True)
class Page:
    """The fragments of one page in the order in which the file draws them; sizes in points.

    A page with more characters than any print can hold is not `complete`. `hidden` counts characters that
    are drawn without ink beside text that is shown, and so are none of its fragments.
    """

    width: float
    height: float
    fragments: tuple[Fragment, ...]
    complete: bool = True
    hidden: int = 0


def read_page(page: pypdfium2.PdfPage, quarter: int = 0) -> Page:
    """The page's fragments, as they stand after the page is turned by so many quarters of a circle clockwise.

    What is opened is closed, so that memory stays flat over a long file.
    """
    width, height = page.get_size()
    turn = _turned(_shown(page), quarter, width, height)
    textpage = page.get_textpage()
    try:
        drawn = list(_without_overprint(_fragments(textpage, turn)))
        complete = textpage.count_chars() <= _MOST_CHARACTERS
    finally:
        textpage.close()
    fragments, hidden = _shown_only(drawn)
    if quarter % 2:
        width, height = height, width
    return Page(width, height, fragments, complete, hidden)


def _shown_only(drawn: list[Fragment]) -> tuple[tuple[Fragment, ...], int]:
    """What a page shows, and how many characters it hides.

    Invisible text is what OCR lays over the picture of a scan, where it is all there is, or nearly; beside as
    much text that is shown it doubles it, or says what no reader sees.
    """
    hidden = sum(len(f.text) for f in drawn if not f.visible)
    shown = sum(len(f.text) for f in drawn if f.visible)
    if not hidden or hidden * _LEAST_SHOWN > shown:
        return tuple(drawn), 0
    return tuple(f for f in drawn if f.visible), hidden


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


def _turned(turn: _Turn, quarter: int, width: float, height: float) -> _Turn:
    """From the file's coordinates to those of the page turned once more."""
    turns: dict[int, _Turn] = {
        1: lambda x, y: (height - y, x),
        2: lambda x, y: (width - x, height - y),
        3: lambda x, y: (y, width - x),
    }
    return (lambda x, y: turns[quarter](*turn(x, y))) if quarter else turn


def _fragments(textpage: pypdfium2.PdfTextPage, turn: _Turn) -> Iterator[Fragment]:
    handle = ctypes.cast(textpage.raw, ctypes.c_void_p).value
    text = _characters(textpage)
    looks = _Looks(textpage, turn)
    for start, end in _stretches(handle, text):
        content = text[start:end]
        if content.strip():
            yield looks.fragment(start, content, visible=_is_visible(handle, start))


def _is_visible(handle: int | None, start: int) -> bool:
    mode: int = _render_mode(_text_object(handle, start))
    return mode != _INVISIBLE


def _characters(textpage: pypdfium2.PdfTextPage) -> str:
    """One UTF-16 unit per character index, however PDFium counts."""
    count = min(textpage.count_chars(), _MOST_CHARACTERS)
    buffer = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(textpage, 0, count, buffer) == count + 1:
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        # Pairs of surrogates are rare; where there are any, they must stay two.
        return text if len(text) == count else "".join(map(chr, buffer[:count]))
    units = (raw.FPDFText_GetUnicode(textpage, index) for index in range(count))
    return "".join(chr(unit) if unit < 0x110000 else " " for unit in units)


def _stretches(handle: int | None, text: str) -> Iterator[tuple[int, int]]:
    """Index ranges of the text objects; a space that PDFium infers goes with the object before it."""
    start = 0
    while start < len(text):
        owner = _text_object(handle, start)
        if owner is None:  # an inferred line end
            start += 1
            continue
        end = _end_of(handle, owner, start, len(text))
        while end < len(text) and text[end] == " " and _text_object(handle, end) is None:
            end += 1
        yield start, end
        start = end


def _end_of(handle: int | None, owner: int, start: int, size: int) -> int:
    """Where a text object's characters end: they are contiguous, so a few probes find it."""
    inside, step = start, 8
    while inside + step < size and _text_object(handle, inside + step) == owner:
        inside += step
        step *= 2
    outside = min(inside + step, size)
    while outside - inside > 1:
        middle = (inside + outside) // 2
        if _text_object(handle, middle) == owner:
            inside = middle
        else:
            outside = middle
    return inside + 1


@dataclass(frozen=True, slots=True)
class _Font:
    italic: bool
    bold: bool
    barcode: bool


class _Looks:
    """Asks PDFium for places and fonts, into memory that is used again for each question."""

    def __init__(self, textpage: pypdfium2.PdfTextPage, turn: _Turn) -> None:
        self._page = textpage.raw
        self._turn = turn
        self._origin = turn(0.0, 0.0)
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._name, self._flags = ctypes.create_string_buffer(128), ctypes.c_int()
        self._fonts: dict[tuple[bytes, int], _Font] = {}

    def fragment(self, start: int, content: str, *, visible: bool = True) -> Fragment:
        """The stretch of text that opens with character `start`; it is not blank."""
        page, box, matrix, turn = self._page, self._box, self._matrix, self._turn
        raw.FPDFText_GetMatrix(page, start, matrix)  # its last column is the place of the first character
        raw.FPDFText_GetLooseCharBox(page, start + len(content.rstrip()) - 1, box)
        x0, baseline = turn(matrix.e, matrix.f)
        x1 = max(turn(box.left, box.bottom)[0], turn(box.right, box.top)[0])
        ahead, font = turn(matrix.a, matrix.b), self._font(start)
        return Fragment(
            text=_clean(content),
            x0=x0,
            x1=max(x0, x1),
            y=baseline,
            size=raw.FPDFText_GetFontSize(page, start) * (math.hypot(matrix.c, matrix.d) or 1.0),
            italic=font.italic,
            bold=font.bold,
            barcode=font.barcode,
            visible=visible,
            quarter=_quarter(ahead[0] - self._origin[0], ahead[1] - self._origin[1]),
        )

    def _font(self, index: int) -> _Font:
        """The font of a character, looked at once for each name and set of flags on a page."""
        raw.FPDFText_GetFontInfo(self._page, index, self._name, len(self._name), self._flags)
        key = self._name.value, self._flags.value
        if key not in self._fonts:
            name = self._name.value.decode("utf-8", "replace")
            weight = raw.FPDFText_GetFontWeight(self._page, index)
            self._fonts[key] = _Font(
                italic=bool(self._flags.value & _ITALIC_FLAG) or bool(_ITALIC_NAME.search(name)),
                bold=bool(_BOLD_NAME.search(name)) or weight >= _BOLD_WEIGHT,
                barcode=bool(_BARCODE_NAME.search(name)),
            )
        return self._fonts[key]


def _quarter(across: float, down: float) -> int:
    """Which way a text runs that goes so far across the page and down it, nearly along one of its edges."""
    if across > abs(down):
        return 0
    if max(abs(across), abs(down)) < _STEEP * min(abs(across), abs(down)):
        return ASLANT
    return 2 if abs(across) > abs(down) else 1 if down < 0 else 3


def _clean(units: str) -> str:
    """Text of UTF-16 units, without control characters; a dividing hyphen is a hyphen as printed."""
    if units.isascii() and units.isprintable():
        return units
    text = units.replace(_LINE_END_HYPHEN, "-")
    if _SURROGATE.search(text):
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
