"""OpenDocument text (.odt; ISO/IEC 26300): paragraphs with their printed numbers, tables, notes."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from typing import Any

from lxml import etree

from mandex.corpus.errors import UnreadableFileError
from mandex.corpus.records import dataclass
from mandex.ingest.raw import RawText
from mandex.ingest.readers import unpacking
from mandex.ingest.readers.blocks import CELL_BREAK, LINE_BREAK, BlockWriter, raised
from mandex.ingest.readers.docx_numbering import counted

_MOST_BYTES = 512 * 2**20  # pictures among them
_LARGEST_PART = 100_000_000  # bytes of XML; the longest UN reports come to 5 million
_URN = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _TABLE, _STYLE, _FO = (_URN % name for name in ("text", "table", "style", "xsl-fo-compatible"))
_OFFICE = _URN % "office"
_RUNNING = [_STYLE + name for name in ("header", "header-left", "header-first",
                                               "footer", "footer-left", "footer-first")]  # fmt: skip
# What is not of the text: changes that were rejected, remarks, the list of what is counted.
_HIDDEN = {_TEXT + "tracked-changes", _OFFICE + "annotation", _TEXT + "sequence-decls", _OFFICE + "forms"}
_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
            "一, 二, 三, ...": "chineseCounting"}  # fmt: skip
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError,
           KeyError)  # fmt: skip
_TABLE_ROWS = 3
_BOLD = re.compile(r"bold|[6-9]00")


def read(path: Path, data: bytes, sha256: str) -> list[RawText]:
    """Read one OpenDocument text: one document. Raises `UnreadableFileError` where it is none, or empty."""
    content, styles = _parts(data)
    body = next(content.iter(_OFFICE + "text"), None)
    if body is None:
        raise UnreadableFileError("is an OpenDocument file, but no text: save it as PDF")
    reader = _Reader(_emphasised(content, styles), _lists(content, styles))
    reader.read(body)
    if not reader.out.blocks:
        raise UnreadableFileError("is an OpenDocument text without text")
    return [
        RawText(
            text=reader.out.text, source=str(path), sha256=sha256, format="odt",
            blocks=tuple(reader.out.blocks), dropped=tuple(_running(styles)),
        )
    ]  # fmt: skip


def _running(styles: Any | None) -> Iterator[tuple[str, str]]:
    """The words of running heads and feet."""
    for part in () if styles is None else styles.iter(*_RUNNING):
        words = " ".join("".join(part.itertext()).split())
        if words:
            yield "running-head", words


def _parts(data: bytes) -> tuple[Any, Any | None]:
    """The root elements of the content and of the styles."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacking.check(archive, len(data), _MOST_BYTES)
            names = [name for name in ("content.xml", "styles.xml") if name in archive.namelist()]
            if any(archive.getinfo(name).file_size > _LARGEST_PART for name in names):
                raise UnreadableFileError(f"unpacks to more than {_LARGEST_PART:,} bytes", "too-large")
            parts = [archive.read(name) for name in names]
    except _BROKEN as error:
        raise UnreadableFileError("is a damaged OpenDocument file", "malformed-archive") from error
    if any(b"<!DOCTYPE" in part or b"<!ENTITY" in part for part in parts):
        raise UnreadableFileError(
            "declares XML entities, which no OpenDocument file needs", "malformed-archive"
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        roots = [etree.fromstring(part, parser) for part in parts]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFileError("is damaged: its XML is not well-formed", "malformed-archive") from error
    return roots[0], roots[1] if len(roots) > 1 else None


def _emphasised(*parts: Any | None) -> dict[str, set[str]]:
    """What each style sets: `italic`, `bold`, `raised`."""
    found: dict[str, set[str]] = {}
    for style in (s for part in parts if part is not None for s in part.iter(_STYLE + "style")):
        looks = found.setdefault(style.get(_STYLE + "name", ""), set())
        for properties in style.iter(_STYLE + "text-properties"):
            if properties.get(_FO + "font-style") in ("italic", "oblique"):
                looks.add("italic")
            if _BOLD.search(properties.get(_FO + "font-weight", "")):
                looks.add("bold")
            if (properties.get(_STYLE + "text-position") or "").startswith("super"):
                looks.add("raised")
    return found


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level of a list counts."""

    bullet: bool = True
    format: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1  # how many levels the label shows: 1.2.3


def _lists(*parts: Any | None) -> dict[str, dict[int, _Level]]:
    found: dict[str, dict[int, _Level]] = {}
    for style in (s for part in parts if part is not None for s in part.iter(_TEXT + "list-style")):
        found[style.get(_STYLE + "name", "")] = {
            _integer(e.get(_TEXT + "level"), 1): _level(e) for e in style if isinstance(e.tag, str)
        }
    return found


def _level(element: Any) -> _Level:
    if element.tag != _TEXT + "list-level-style-number":
        return _Level()
    format_ = element.get(_STYLE + "num-format", "")
    return _Level(
        False, _FORMATS.get(format_, "decimal") if format_ else "", element.get(_STYLE + "num-prefix", ""),
        element.get(_STYLE + "num-suffix", ""), _integer(element.get(_TEXT + "start-value"), 1),
        _integer(element.get(_TEXT + "display-levels"), 1),
    )  # fmt: skip


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,6}", text) else otherwise


@dataclass(slots=True)
class _Reader:
    looks: dict[str, set[str]]
    lists: dict[str, dict[int, _Level]]
    out: BlockWriter = field(default_factory=lambda: BlockWriter(own_labels=True))
    notes: list[tuple[str, str]] = field(default_factory=list)
    _ended: dict[str, list[int]] = field(default_factory=dict)  # where a list stood when it ended

    def read(self, body: Any) -> None:
        """The text, then its notes."""
        self._read_all(body)
        for mark, text in self.notes:
            self.out.add(text)
            self.out.close("footnote", raised(mark) + " ")

    def _read_all(self, container: Any) -> None:
        for element in container:
            if not isinstance(element.tag, str) or element.tag in _HIDDEN:
                continue
            if element.tag in (_TEXT + "p", _TEXT + "h"):
                self._paragraph(element)
            elif element.tag == _TEXT + "list":
                self._list(element, element.get(_TEXT + "style-name", ""), [])
            elif element.tag == _TABLE + "table" and _is_data(element):
                for row in element.iter(_TABLE + "table-row"):
                    self._row(row)
            elif element.tag == _TEXT + "table-of-content":
                self._contents(element)
            else:
                self._read_all(element)

    def _contents(self, element: Any) -> None:
        for paragraph in element.iter(_TEXT + "p"):
            self._add(paragraph, frozenset())
            self.out.close("furniture")

    def _list(self, element: Any, style: str, above: list[int]) -> None:
        """The items of a list with their labels; `above` are the numbers of the levels around it."""
        level = self.lists.get(style, {}).get(len(above) + 1, _Level(bullet=style not in self.lists))
        key = f"{style}/{len(above)}"
        goes_on = element.get(_TEXT + "continue-numbering") == "true" or element.get(_TEXT + "continue-list")
        number = self._ended.get(key, [level.start - 1])[-1] if goes_on else level.start - 1
        for item in element:
            if item.tag not in (_TEXT + "list-item", _TEXT + "list-header"):
                continue
            is_item = item.tag == _TEXT + "list-item"
            number = _integer(item.get(_TEXT + "start-value"), number + 1) if is_item else number
            label = _label(level, [*above, number]) if is_item else ""
            for child in item:
                if child.tag == _TEXT + "list":
                    self._list(child, child.get(_TEXT + "style-name") or style, [*above, number])
                elif child.tag in (_TEXT + "p", _TEXT + "h") and self._paragraph(child, label):
                    label = ""
        self._ended[key] = [number]

    def _paragraph(self, element: Any, label: str = "") -> bool:
        base = self.looks.get(element.get(_TEXT + "style-name", ""), set())
        self._add(element, frozenset(base & {"raised"}))
        heading = element.tag == _TEXT + "h" or element.get(_TEXT + "style-name", "").startswith("Heading")
        return self.out.close("heading" if heading else "", f"{label} " if label else "")

    def _row(self, row: Any) -> None:
        for cell in row.iter(_TABLE + "table-cell"):
            self.out.add(CELL_BREAK)
            for number, paragraph in enumerate(cell.iter(_TEXT + "p", _TEXT + "h")):
                self.out.add(LINE_BREAK if number else "")
                self._add(paragraph, frozenset())
        self.out.close("table")

    def _add(self, element: Any, looks: frozenset[str]) -> None:
        """The text of an element with what is in it."""
        emphasis = bool(looks & {"italic", "bold"})
        self._piece(element.text, looks, emphasis)
        for child in element:
            tag = child.tag
            if tag == _TEXT + "note":
                self._note(child)
            elif tag in (_TEXT + "s", _TEXT + "tab"):
                self.out.add(" ")
            elif tag == _TEXT + "line-break":
                self.out.add(LINE_BREAK)
            elif isinstance(tag, str) and tag not in _HIDDEN:
                own = self.looks.get(child.get(_TEXT + "style-name", ""), set())
                self._add(child, looks | own)
            self._piece(child.tail, looks, emphasis)

    def _piece(self, text: str | None, looks: frozenset[str], emphasis: bool) -> None:
        if text:
            self.out.add(raised(text) if "raised" in looks else text, emphasis)

    def _note(self, note: Any) -> None:
        mark = (
            "".join(note.find(_TEXT + "note-citation").itertext())
            if note.find(_TEXT + "note-citation") is not None
            else ""
        )
        mark = mark or str(len(self.notes) + 1)
        body = note.find(_TEXT + "note-body")
        text = " ".join("".join(p.itertext()) for p in body.iter(_TEXT + "p")) if body is not None else ""
        self.notes.append((mark, text))
        self.out.add(raised(mark))


def _label(level: _Level, numbers: list[int]) -> str:
    if level.bullet:
        return "•"
    if not level.format:
        return ""
    shown = [counted(n, level.format) for n in numbers[-level.shown :]]
    return level.prefix + ".".join(shown) + level.suffix


def _is_data(table: Any) -> bool:
    """Several rows of several filled cells; else it only places paragraphs side by side, as mastheads do."""
    if table.find(f".//{_TABLE}table") is not None:
        return False
    filled = 0
    for row in table.iter(_TABLE + "table-row"):
        cells = [c for c in row.iter(_TABLE + "table-cell") if "".join(c.itertext()).strip()]
        filled += len(cells) > 1
    return filled >= _TABLE_ROWS
