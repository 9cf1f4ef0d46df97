"""One file per format, each a function `read(path, data, sha256) -> list[RawText]`; chosen by content here.

`path` only names the source; the content is in `data`, so that standard input and members of archives can
be read as well.
"""

from __future__ import annotations

import hashlib
import re
from importlib import import_module
from pathlib import Path
from typing import Literal, cast

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest.raw import RawText

Format = Literal["akn", "pdf", "docx", "html", "table", "text"]

# Suffixes that a walk through a folder looks at; a file named outright is read whatever its suffix.
SUFFIXES = frozenset(
    {".xml", ".akn", ".pdf", ".docx", ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".csv", ".tsv", ".txt",
     ".text"}
)  # fmt: skip
# Enough to see a masthead, a DOCTYPE or a header line.
_HEAD = 4096
# Files that people have beside those that are read here, by their first bytes, with what to do about them.
_PICTURE = "is a picture: make a PDF of it with a text layer (`img2pdf`, then `ocrmypdf`)"
_PACKED = "is a packed archive: unpack it first"
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "is an old Office file (.doc): save it as .docx or PDF"),
    (b"{\\rtf", "is rich text (.rtf): save it as .docx or PDF"),
    (b"\x89PNG", _PICTURE), (b"\xff\xd8\xff", _PICTURE), (b"II*\x00", _PICTURE), (b"MM\x00*", _PICTURE),
    (b"\x1f\x8b", _PACKED), (b"7z\xbc\xaf", _PACKED), (b"Rar!", _PACKED), (b"BZh", _PACKED),
)  # fmt: skip
# A page saved as a single file: MIME headers, as of a message, before its parts.
_SINGLE_FILE = re.compile(rb"(?:[a-z-]+:[^\n]*\r?\n(?:[ \t][^\n]*\n)*)*content-type:\s*multipart/related")
# A saved page or a piece of one: <!DOCTYPE html>, <!-- saved from … --><body>, <div>
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype html|html|head|title|body|main|article|div|table|center|p|h[1-6])\b",
    re.DOTALL,
)
# A header line that names a column of texts among others: symbol,date,text
_TABLE_HEADER = re.compile(
    rb"(?:\xef\xbb\xbf)?[\"\w ]{1,40}(?:[,;\t|][\"\w -]{0,40})*[,;\t|]\"?(?:full_?)?text(?:_[a-z-]+)?\"? *"
    rb"(?:[,;\t|][\"\w -]{0,40})*\r?\n"
)


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
    for magic, message in _OTHERS:
        if head.startswith(magic):
            raise UnreadableFileError(message)
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\x00" in head and not wide:
        raise UnreadableFileError("is a binary file of no kind that Mandex reads")
    lower = head.replace(b"\x00", b"").lower()
    if b"<akomantoso" in lower:
        return "akn"
    is_page = any(tag in lower for tag in (b"<html", b"<!doctype html")) or _MARKUP.match(lower)
    is_page = is_page or _SINGLE_FILE.match(lower)
    if is_page or path.suffix.lower() in {".html", ".htm", ".xhtml"}:
        return "html"
    if lower.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml") or path.suffix.lower() in {".xml", ".akn"}:
        raise UnreadableFileError("is XML, but neither Akoma Ntoso nor HTML")
    if path.suffix.lower() in {".csv", ".tsv"} or _TABLE_HEADER.match(lower):
        return "table"
    return "text"
