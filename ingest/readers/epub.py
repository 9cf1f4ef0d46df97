"""Electronic books (.epub): the chapters in the order of the book's spine, read as pages."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from mandex.corpus.errors import UnreadableFileError
from mandex.corpus.model import Span
from mandex.ingest.raw import Block, RawText
from mandex.ingest.readers import html, unpacking

_MOST_BYTES = 256 * 2**20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError,
           KeyError)  # fmt: skip


def read(path: Path, data: bytes, sha256: str) -> list[RawText]:
    """Read one book: one document. Raises `UnreadableFileError` where it is damaged or holds no text."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacking.check(archive, len(data), _MOST_BYTES)
            pages = [archive.read(name) for name in _chapters(archive)]
    except _BROKEN as error:
        raise UnreadableFileError("is a damaged book (.epub)", "malformed-archive") from error
    chapters = [raw for page in pages for raw in _chapter(path, page, sha256)]
    if not chapters:
        raise UnreadableFileError("is a book (.epub) without text")
    return [_joined(chapters)]


def _chapters(archive: zipfile.ZipFile) -> list[str]:
    """The names of the chapters: by the spine, else by their names."""
    names = archive.namelist()
    pages = [name for name in names if name.lower().endswith((".xhtml", ".html", ".htm"))]
    package = next((name for name in names if name.lower().endswith(".opf")), None)
    if package is None:
        return sorted(pages)
    try:
        root = etree.fromstring(
            archive.read(package), etree.XMLParser(resolve_entities=False, no_network=True)
        )
    except etree.XMLSyntaxError:
        return sorted(pages)
    items = {e.get("id"): e for e in root.iter("{*}item")}
    folder = posixpath.dirname(package)
    spine = [items[e.get("idref")] for e in root.iter("{*}itemref") if e.get("idref") in items]
    shown = [posixpath.normpath(posixpath.join(folder, unquote(e.get("href", "")))) for e in spine
             if "nav" not in (e.get("properties") or "").split()]  # fmt: skip
    there = set(names)
    return [name for name in dict.fromkeys(shown) if name in there] or sorted(pages)


def _chapter(path: Path, page: bytes, sha256: str) -> list[RawText]:
    """A chapter as a page; a cover picture or an empty page has no text."""
    try:
        return html.read(path, page, sha256)
    except UnreadableFileError:
        return []


def _joined(chapters: list[RawText]) -> RawText:
    blocks: list[Block] = []
    length = 0
    for chapter in chapters:
        blocks += [replace(b, span=Span(b.span.start + length, b.span.end + length)) for b in chapter.blocks]
        length += len(chapter.text)
    return replace(
        chapters[0], text="".join(c.text for c in chapters), blocks=tuple(blocks), format="epub",
        problems=tuple(p for c in chapters for p in c.problems),
    )  # fmt: skip
