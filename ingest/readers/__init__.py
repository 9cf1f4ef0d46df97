"""One file per format, each a function `read(path, data, sha256) -> list[RawText]`; chosen by content here.

`path` only names the source; the content is in `data`, so that standard input and members of archives can
be read as well.
"""

from __future__ import annotations

import hashlib
from importlib import import_module
from pathlib import Path
from typing import Literal, cast

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest.raw import RawText

Format = Literal["akn", "pdf", "docx", "html", "table", "text"]

# Suffixes that a walk through a folder looks at; a file named outright is read whatever its suffix.
SUFFIXES = frozenset(
    {".xml", ".akn", ".pdf", ".docx", ".html", ".htm", ".xhtml", ".csv", ".tsv", ".txt", ".text"}
)
# Enough to see a masthead, a DOCTYPE or a header line.
_HEAD = 4096


def read(path: Path, data: bytes, *, ocr: bool = False) -> list[RawText]:
    """Read the documents in a file; several where it is a table. `ocr` reads scanned pages.

    Raises `UnreadableFileError` with the reason where there is none.
    """
    format_ = format_of(path, data)
    reader = import_module(f"mandex.ingest.readers.{format_}")
    options = {"ocr": ocr} if format_ == "pdf" else {}
    return cast("list[RawText]", reader.read(path, data, hashlib.sha256(data).hexdigest(), **options))


def format_of(path: Path, data: bytes) -> Format:
    """Which reader a file is for, by its content; the suffix decides only between kinds of text."""
    head = data[:_HEAD]
    if not data.strip():
        raise UnreadableFileError("is empty", "empty-file")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\x00" in head and not wide:
        raise UnreadableFileError("is a binary file of no kind that Mandex reads")
    lower = head.replace(b"\x00", b"").lower()
    if b"<akomantoso" in lower:
        return "akn"
    if b"<html" in lower or b"<!doctype html" in lower or path.suffix.lower() in {".html", ".htm", ".xhtml"}:
        return "html"
    if lower.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml") or path.suffix.lower() in {".xml", ".akn"}:
        raise UnreadableFileError("is XML, but neither Akoma Ntoso nor HTML")
    if path.suffix.lower() in {".csv", ".tsv"}:
        return "table"
    return "text"
