"""PDF: characters with fonts and places become printed paragraphs.

PDFium (through pypdfium2) does the reading, page by page; each page is closed before the next is opened.
The text handed on keeps everything that is printed. Blocks are whole paragraphs, also those that run on
over a page break: what stands between their halves on paper (running heads, page numbers, notes) is placed
before or after them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2

from mandex.corpus.records import dataclass

if TYPE_CHECKING:
    from mandex.ingest.ocr import Scanner

from mandex.corpus.errors import UnreadableFileError
from mandex.corpus.model import Problem, Severity, Span
from mandex.ingest.raw import Block, RawText
from mandex.ingest.readers import doubts
from mandex.ingest.readers.hyphens import SOFT_HYPHEN, Hyphenation
from mandex.ingest.readers.pdf_figures import set_aside
from mandex.ingest.readers.pdf_furniture import NOTE_START, Marked, mark_roles, text_size
from mandex.ingest.readers.pdf_glyphs import Page
from mandex.ingest.readers.pdf_lines import Line, lines_of
from mandex.ingest.readers.pdf_masthead import garbled_facts, running_symbol, with_title
from mandex.ingest.readers.pdf_paragraphs import Printed, paragraphs_of
from mandex.ingest.readers.pdf_streams import check_streams
from mandex.ingest.readers.pdf_tables import cells_of
from mandex.ingest.readers.pdf_tongues import by_language
from mandex.ingest.readers.pdf_turned import read_upright

_TEXT_LAYER_ADVICE = (
    "add a text layer with `ocrmypdf -l eng+chi_sim+chi_tra IN.pdf OUT.pdf`, "
    "or give --ocr to have it read by tesseract at once"
)
# PDFium keeps what it has parsed of a file; opened anew now and then, a long one needs no more than a short.
_MOST_PAGES = 20_000  # the longest report has some 1,500; a tree of pages in a circle has what it says
_PAGES_AT_ONCE = 50
# A page that shows less than this is taken to have no text: scanners stamp a name or a number.
_HARDLY_ANY = 12


def read(path: Path, data: bytes, sha256: str, ocr: bool = False) -> list[RawText]:
    """Read one PDF file: one document.

    Pages without a text layer are a `no-text-layer` problem, or are read by tesseract with `ocr`. Raises
    `UnreadableFileError` where the file is broken, locked, no document, or without any legible text.
    """
    check_streams(data)
    pages = _read_pages(data, _Scans.READ if ocr else _Scans.SKIP)
    plain = _plain(pages)
    if ocr and doubts.misread_share(plain) >= doubts.POOR_OCR:
        pages = _read_pages(data, _Scans.READ_ALL)
        plain = _plain(pages)
    if doubts.is_error_notice(plain):
        raise UnreadableFileError("is a notice that there is no such document, saved in its place")
    if not plain.strip():
        raise UnreadableFileError(
            f"has no text layer ({len(pages)} scanned pages): {_TEXT_LAYER_ADVICE}", "no-text-layer"
        )
    misread = doubts.misread_share(plain)
    if misread >= doubts.NOISE:
        raise UnreadableFileError(
            f"has a text layer that is mostly noise ({misread:.0%} of its words cannot be words): "
            "have it read anew with `ocrmypdf --redo-ocr -l eng+chi_sim+chi_tra IN.pdf OUT.pdf`", "bad-ocr",
        )  # fmt: skip
    problems = tuple(_problems(path, pages, misread))
    heights = [page.height for page in pages]
    noisy = any(page.by_ocr for page in pages)
    found = []
    for part, lines in by_language([page.lines for page in pages]):
        raw = _document(lines, heights, misread, noisy=noisy)
        facts = {**raw.facts, **({"member": part} if part else {})}
        found.append(
            replace(raw, source=str(path), sha256=sha256, facts=facts, problems=(*problems, *raw.problems))
        )
    return found


def _document(lines: list[list[Line]], heights: list[float], misread: float, *, noisy: bool) -> RawText:
    """One document from the lines of its pages, not yet with its source."""
    writer = _Writer(len(lines), Hyphenation(line.text for page in lines for line in page))
    marked = mark_roles(lines, heights)
    size = text_size(line for page in lines for line in page)
    figures = set_aside([with_title(marked[0], heights[0], size), *marked[1:]], size)
    _write(writer, figures.pages)
    facts = running_symbol(lines, heights)
    if noisy or misread >= doubts.POOR_OCR:
        writer.set_noise_aside()
    if misread >= doubts.POOR_OCR:
        facts = garbled_facts(lines, heights)
    return RawText(
        text="".join(writer.pieces), source="", sha256="", format="pdf", pages=tuple(writer.pages),
        blocks=tuple(writer.blocks), facts=facts, problems=tuple(figures.problems()),
    )  # fmt: skip


class _Scans(Enum):
    """What to do with pages that have no text: skip them, have them read, or have all pages read anew."""

    SKIP = auto()
    READ = auto()
    READ_ALL = auto()


@dataclass(frozen=True, slots=True)
class _PageRead:
    """The lines of one page; no lines where it has no text."""

    lines: list[Line]
    height: float
    by_ocr: bool = False
    complete: bool = True
    hidden: bool = False


def _plain(pages: Sequence[_PageRead]) -> str:
    return "\n".join(line.text for page in pages for line in page.lines)


def _read_pages(data: bytes, scans: _Scans) -> list[_PageRead]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableFileError(
                "is locked with a password: save it without one", "encrypted"
            ) from error
        raise UnreadableFileError("is a damaged PDF that cannot be opened", "malformed-pdf") from error
    pages: list[_PageRead] = []
    scanner = _Scanner()
    try:
        if len(document) > _MOST_PAGES:
            raise UnreadableFileError(f"says that it has {len(document):,} pages: split it", "too-large")
        for index in range(len(document)):
            if index and index % _PAGES_AT_ONCE == 0:
                document.close()
                document = pypdfium2.PdfDocument(data)
            pages.append(_read_one(document, index, scans, scanner))
    finally:
        document.close()
    return pages


class _Scanner:
    """Tesseract for one document, looked for when the first scan is met."""

    def __init__(self) -> None:
        self._found: Scanner | None = None

    def read(self, page: pypdfium2.PdfPage) -> Page:
        """One scanned page."""
        from mandex.ingest.ocr import Scanner  # noqa: PLC0415 - NumPy, which only scans need

        self._found = self._found or Scanner()
        return self._found.read(page)


def _read_one(document: pypdfium2.PdfDocument, index: int, scans: _Scans, scanner: _Scanner) -> _PageRead:
    """One page; a page that PDFium cannot load counts as one without text."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return _PageRead([], 0.0)
    try:
        found = read_upright(page)
        has_text = sum(len(f.text) for f in found.fragments) >= _HARDLY_ANY
        if scans is _Scans.READ_ALL or (scans is _Scans.READ and not has_text):
            scan = scanner.read(page)
            return _PageRead(lines_of(scan, index + 1), scan.height, by_ocr=True)
        lines = lines_of(found, index + 1) if has_text else []
        return _PageRead(lines, found.height, complete=found.complete, hidden=found.hidden > 0)
    finally:
        page.close()


def _problems(path: Path, pages: Sequence[_PageRead], misread: float) -> Iterator[Problem]:
    def of_pages(code: str, severity: Severity, message: str, which: list[bool]) -> Iterator[Problem]:
        numbers = [str(number) for number, is_one in enumerate(which, 1) if is_one]
        if numbers:
            where = "page " + ", ".join(numbers)
            yield Problem(code, severity, message, source=str(path), where=where)

    yield from of_pages(
        "no-text-layer", "warning", f"pages without text were skipped: {_TEXT_LAYER_ADVICE}",
        [not page.lines for page in pages],
    )  # fmt: skip
    yield from of_pages(
        "read-by-ocr", "info", "scanned pages were read by tesseract: check names and numbers",
        [page.by_ocr for page in pages],
    )  # fmt: skip
    yield from of_pages(
        "page-too-dense", "warning", "more text than a page can print: only the first part was read",
        [not page.complete for page in pages],
    )  # fmt: skip
    yield from of_pages(
        "hidden-text", "warning", "text that the page does not show was left out", [p.hidden for p in pages]
    )
    yield from of_pages(
        "sideways-text", "warning", "all text stands sideways and is in no paragraph: turn the page",
        [bool(page.lines) and not any(line.upright for line in page.lines) for page in pages],
    )  # fmt: skip
    if misread >= doubts.POOR_OCR:
        message = (
            f"the text layer is poor OCR ({misread:.0%} of its words cannot be words): "
            "expect misread names and numbers"
        )
        yield Problem("bad-ocr", "warning", message, source=str(path))


class _Writer:
    """Lines into one text with blocks; notes where each page begins."""

    def __init__(self, pages: int, hyphenation: Hyphenation) -> None:
        self.hyphenation = hyphenation
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self.pages = [0] * pages
        self._length = 0
        self._page = 0

    def write(self, lines: Sequence[Line], hint: str = "", verb: str = "") -> None:
        start = self._length
        for number, line in enumerate(lines):
            if number:
                self._put("\n")
            self._turn_to(line.page)
            following = lines[number + 1].text if number + 1 < len(lines) else ""
            divided = self.hyphenation.is_division(line.text, following)
            self._put(line.text[:-1] + SOFT_HYPHEN if divided else line.text)
        self.blocks.append(Block(Span(start, self._length), hint=hint, verb=verb))
        self._put("\n")

    def write_table(self, lines: Sequence[Line]) -> None:
        """A table as one block: a row a line, its cells parted by tabs."""
        start = self._length
        self._turn_to(lines[0].page)
        for number, row in enumerate(cells_of(lines)):
            self._put("\n" * bool(number))
            self._put("\t".join(" ".join(line.text for line in cell) for cell in row))
        self.blocks.append(Block(Span(start, self._length), hint="table"))
        self._put("\n")

    def set_noise_aside(self) -> None:
        """Of a page read by poor OCR, stray marks and illegible lines are no paragraphs."""
        text = "".join(self.pieces)
        for index, block in enumerate(self.blocks):
            if doubts.is_noise(text[block.span.start : block.span.end]):
                self.blocks[index] = replace(block, hint="furniture")

    def finish(self) -> None:
        self._turn_to(len(self.pages))

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self._length += len(text)

    def _turn_to(self, page: int) -> None:
        """Text is written in page order, but for the head of a note that a page break divides."""
        while self._page < page:
            self.pages[self._page] = self._length
            self._page += 1


def _write(writer: _Writer, pages: Sequence[Sequence[Marked]]) -> None:
    """Furniture and notes of a page go before the paragraph that runs on to the next page."""
    body = [m.line for page in pages for m in page if m.role == "text"]
    size = text_size(body)
    notes = deque(_notes([m.line for page in pages for m in page if m.role == "footnote"]))
    furniture = deque(m.line for page in pages for m in page if m.role == "furniture")
    title = [m.line for page in pages[:1] for m in page if m.role == "title"]
    while title and furniture and furniture[0].page == 1 and furniture[0].y <= title[0].y:
        writer.write([furniture.popleft()], "furniture")
    if title:
        writer.write(title, "title")
    for printed in paragraphs_of(body, size):
        first, last = printed.lines[0].page, printed.lines[-1].page
        _write_beside(writer, furniture, notes, first - 1)
        if last > first:
            _write_beside(writer, furniture, notes, first)
        if printed.hint == "table":
            writer.write_table(printed.lines)
        else:
            writer.write(printed.lines, printed.hint, printed.lead)
    _write_beside(writer, furniture, notes, len(pages))
    writer.finish()


def _write_beside(writer: _Writer, furniture: deque[Line], notes: deque[Printed], page: int) -> None:
    """What is left of the pages up to `page`: running heads and feet, then notes."""
    while furniture and furniture[0].page <= page:
        writer.write([furniture.popleft()], "furniture")
    while notes and notes[0].lines[0].page <= page:
        writer.write(notes.popleft().lines, "footnote")


def _notes(lines: Sequence[Line]) -> list[Printed]:
    """Footnotes, each from its mark to the next mark, also over a page break."""
    notes: list[list[Line]] = []
    for line in lines:
        if not notes or NOTE_START.match(line.text):
            notes.append([])
        notes[-1].append(line)
    return [Printed(tuple(note), "footnote") for note in notes]
