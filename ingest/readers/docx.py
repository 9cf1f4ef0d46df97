"""Word files: paragraphs with their printed numbers, tables, notes; running heads and feet stay out.

The parts are read directly: python-docx knows neither the numbers that Word prints nor footnotes, and loads
every member of the archive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from typing import Any

from mandex.corpus.errors import UnreadableFileError
from mandex.corpus.records import dataclass
from mandex.ingest.raw import RawText
from mandex.ingest.readers.blocks import CELL_BREAK, LINE_BREAK, BlockWriter, raised
from mandex.ingest.readers.docx_numbering import Numbering, W, numbering_of, value_of
from mandex.ingest.readers.docx_package import Package

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DELETED = {W + "del", W + "moveFrom", _FALLBACK}
_HEADING_STYLE = re.compile(r"heading \d|title$|subtitle$|_ ?H[_ ]|H(?:1|23|4|56|Ch|M)G?$", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"[.;:,。；：，]\W*$")
_HEADING_LENGTH = 300
_TABLE_ROWS = 3
_OFF = {"0", "false", "off"}
_DEEPEST_STYLE = 20


def read(path: Path, data: bytes, sha256: str) -> list[RawText]:
    """Read one Word file: one document. Raises `UnreadableFileError` where it is none, or holds no text."""
    package = Package(data)
    root = package.document()
    body = root.find(W + "body")
    styles = _styles(package.part("styles"))
    numbering = numbering_of(package.part("numbering"), {k: s.number_id for k, s in styles.items()})
    reader = _Reader(styles, numbering)
    if body is not None:
        reader.read_all(body)
    for kind in ("footnote", "endnote"):
        reader.read_notes(package.part(kind + "s"), kind)
    if not reader.out.blocks:
        raise UnreadableFileError("is a Word file without text")
    return [
        RawText(
            text=reader.out.text, source=str(path), sha256=sha256, format="docx",
            blocks=tuple(reader.out.blocks), dropped=tuple(_running(package)),
        )
    ]  # fmt: skip


def _running(package: Package) -> Iterator[tuple[str, str]]:
    """The words of running heads and feet."""
    for part in (*package.parts("header"), *package.parts("footer")):
        words = " ".join("".join(t.text or "" for t in p.iter(W + "t")) for p in part.iter(W + "p"))
        if words.strip():
            yield "running-head", words.strip()


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style says, also on behalf of those it is based on."""

    name: str = ""
    number_id: str = ""
    level: str = ""
    bold: bool = False


def _styles(part: Any | None) -> dict[str, _Style]:
    if part is None:
        return {}
    elements = {e.get(W + "styleId", ""): e for e in part.iter(W + "style")}
    return {key: _style(key, elements) for key in elements}


def _style(key: str, elements: dict[str, Any]) -> _Style:
    name = value_of(elements[key], "name")
    number_id = level = ""
    bold: bool | None = None
    for _ in range(_DEEPEST_STYLE):  # styles may be based on each other in a circle
        element = elements.get(key)
        if element is None:
            break
        found = element.find(f"{W}pPr/{W}numPr")
        if found is not None:
            number_id = number_id or value_of(found, "numId")
            level = level or value_of(found, "ilvl")
        bold = _is_on(element.find(W + "rPr"), "b") if bold is None else bold
        key = value_of(element, "basedOn")
    return _Style(name, number_id, level, bool(bold))


def _is_on(properties: Any | None, name: str) -> bool | None:
    """A switch such as bold: on, off, or None where nothing is said."""
    found = properties.find(W + name) if properties is not None else None
    return None if found is None else found.get(W + "val", "1") not in _OFF


@dataclass(slots=True)
class _Reader:
    styles: dict[str, _Style]
    numbering: Numbering
    out: BlockWriter = field(default_factory=BlockWriter)
    marks: dict[tuple[str, str], str] = field(default_factory=dict)

    def read_all(self, container: Any) -> None:
        """The paragraphs and tables of an element in order, through whatever wraps them."""
        for element in container:
            if element.tag in _DELETED or not isinstance(element.tag, str):
                continue
            if element.tag == W + "p":
                self._read_paragraph(element)
            elif element.tag == W + "tbl" and _is_data(element):
                for row in element.iter(W + "tr"):
                    self._read_row(row)
            else:
                self.read_all(element)

    def read_notes(self, part: Any | None, kind: str) -> None:
        """The notes that the text refers to, in the order of their marks."""
        notes = {e.get(W + "id", ""): e for e in part.iter(W + kind)} if part is not None else {}
        for (of, number), mark in self.marks.items():
            if of != kind or number not in notes:
                continue
            label = mark + " " if mark else ""
            for paragraph in notes[number].iter(W + "p"):
                self._add_text(paragraph)
                if self.out.close("footnote", label):
                    label = ""

    def _read_paragraph(self, paragraph: Any) -> None:
        style = self.styles.get(self._style_id(paragraph), _Style())
        label = self._label(paragraph, style)
        bold = self._add_text(paragraph, style.bold)
        text = self.out.pending
        is_heading = bool(_HEADING_STYLE.match(style.name)) or (
            bold and 0 < len(text) < _HEADING_LENGTH and not _ENDS_SENTENCE.search(text)
        )
        self.out.close("heading" if is_heading else "", label + " " if label else "")
        for box in paragraph.iter(W + "txbxContent"):
            mine = next(box.iterancestors(W + "p")) is paragraph
            if mine and not any(parent.tag in _DELETED for parent in box.iterancestors()):
                self.read_all(box)

    def _read_row(self, row: Any) -> None:
        for cell in row.iter(W + "tc"):
            self.out.add(CELL_BREAK)
            for number, paragraph in enumerate(cell.iter(W + "p")):
                self.out.add(LINE_BREAK if number else "")
                self._add_text(paragraph)
        self.out.close("table")

    @staticmethod
    def _style_id(paragraph: Any) -> str:
        properties = paragraph.find(W + "pPr")
        return value_of(properties, "pStyle") if properties is not None else ""

    def _label(self, paragraph: Any, style: _Style) -> str:
        properties = paragraph.find(f"{W}pPr/{W}numPr")
        own_id = value_of(properties, "numId") if properties is not None else ""
        own_level = value_of(properties, "ilvl") if properties is not None else ""
        number_id = own_id or style.number_id
        level = own_level or style.level or "0"
        return self.numbering.label(number_id, int(level)) if level.isdigit() and number_id != "0" else ""

    def _add_text(self, paragraph: Any, bold: bool = False) -> bool:
        """Adds a paragraph's runs; tells whether all that is shown is bold."""
        all_bold = True
        for run in _runs(paragraph):
            properties = run.find(W + "rPr")
            if _is_on(properties, "vanish"):
                continue
            own = _is_on(properties, "b")
            is_bold = bold if own is None else own
            raise_it = properties is not None and value_of(properties, "vertAlign") == "superscript"
            for piece, is_text in self._pieces(run):
                shown = raised(piece) if raise_it and is_text else piece
                self.out.add(shown, bool(_is_on(properties, "i")) or (is_bold and not bold))
                all_bold = all_bold and (is_bold or not piece.strip())
        return all_bold

    def _pieces(self, run: Any) -> Iterator[tuple[str, bool]]:
        for element in run:
            tag = element.tag
            if tag == W + "t":
                yield element.text or "", True
            elif tag in (W + "tab", W + "ptab"):
                yield " ", False
            elif tag in (W + "br", W + "cr"):
                yield LINE_BREAK, False
            elif tag == W + "noBreakHyphen":
                yield "-", False
            elif tag == W + "ruby":
                for base in element.findall(f"{W}rubyBase/{W}r"):
                    yield from self._pieces(base)
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                yield self._mark(element), False

    def _mark(self, reference: Any) -> str:
        """The raised number of a note; none where the author's own mark follows in the text."""
        kind = "footnote" if reference.tag == W + "footnoteReference" else "endnote"
        own = reference.get(W + "customMarkFollows", "0") not in _OFF
        number = 1 + sum(1 for (of, _), mark in self.marks.items() if of == kind and mark)
        mark = "" if own else raised(str(number))
        return self.marks.setdefault((kind, reference.get(W + "id", "")), mark)


def _runs(element: Any) -> Iterator[Any]:
    """The runs of a paragraph through hyperlinks, fields and insertions; not those of a text box in it."""
    for child in element:
        if child.tag == W + "r":
            yield child
        elif child.tag not in _DELETED and child.tag not in (W + "p", W + "pPr"):
            yield from _runs(child)


def _is_data(table: Any) -> bool:
    """Several rows of several filled cells; else it only places paragraphs side by side, as mastheads do."""
    if table.find(f".//{W}tbl") is not None:
        return False
    filled = 0
    for row in table.iter(W + "tr"):
        cells = [c for c in row.iter(W + "tc") if any(t.text for t in c.iter(W + "t"))]
        filled += len(cells) > 1
    return filled >= _TABLE_ROWS
