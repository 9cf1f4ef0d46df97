"""The parts of a Word file, taken out of its ZIP archive without trusting it.

Nothing is unpacked to disk, only parts that hold text are opened, and none is read beyond a limit, so that
giant members, false sizes and paths that lead elsewhere do no harm. Office Open XML forbids document type
definitions (ECMA-376, part 2), so a part that has one is refused.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest.readers import unpacking

_LARGEST_PART = 100_000_000  # bytes of XML; the longest UN reports come to 5 million
_MOST_BYTES = 512 * 2**20  # pictures among them
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BAD_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class Package:
    """An opened Word file. Raises `UnreadableFileError` where it is none, or damaged, or hostile."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BAD_ZIP as error:
            raise UnreadableFileError("is a damaged ZIP archive", "malformed-docx") from error
        unpacking.check(self._zip, len(data), _MOST_BYTES)
        self._names = set(self._zip.namelist())
        main = self._related("", "officeDocument")
        if main is None or not main.endswith(".xml") or not self._is_word(main):
            raise UnreadableFileError("is a ZIP archive, but no Word file: unpack it first")
        self._main = main

    def document(self) -> Any:
        """The root element of the main part."""
        root = self._parse(self._main)
        if root is None:
            raise UnreadableFileError("is a Word file without a document in it", "malformed-docx")
        return root

    def part(self, kind: str) -> Any | None:
        """The root element of a part of the document (`footnotes`, `numbering`, `styles`), or None."""
        name = self._related(self._main, kind)
        return self._parse(name) if name else None

    def parts(self, kind: str) -> Iterator[Any]:
        """The root elements of all parts of a kind, as there may be of `header` and `footer`."""
        for name in self._all_related(self._main, kind):
            part = self._parse(name)
            if part is not None:
                yield part

    def _is_word(self, main: str) -> bool:
        types = self._parse("[Content_Types].xml")
        if types is None:
            return False
        declared = [e.get("ContentType", "") for e in types if e.get("PartName", "").lstrip("/") == main]
        return any("wordprocessingml" in kind or "ms-word" in kind for kind in declared)

    def _related(self, source: str, kind: str) -> str | None:
        return next(self._all_related(source, kind), None)

    def _all_related(self, source: str, kind: str) -> Iterator[str]:
        folder, name = posixpath.split(source)
        relations = self._parse(posixpath.join(folder, "_rels", f"{name}.rels"))
        if relations is None:
            return
        for relation in relations.iter(_RELATIONSHIP):
            if relation.get("Type", "").endswith("/" + kind) and relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                yield target.lstrip("/")

    def _parse(self, name: str) -> Any | None:
        if name not in self._names:
            return None
        content = self._read(name)
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise UnreadableFileError("declares XML entities, which no Word file may", "malformed-docx")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise UnreadableFileError(f"is damaged: {name} is not well-formed", "malformed-docx") from error

    def _read(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as member:
                content = member.read(_LARGEST_PART + 1)
        except _BAD_ZIP as error:
            raise UnreadableFileError(f"is damaged: {name} cannot be unpacked", "malformed-docx") from error
        if len(content) > _LARGEST_PART:
            raise UnreadableFileError(f"unpacks to more than {_LARGEST_PART:,} bytes", "malformed-docx")
        return content
