"""Which reader a file is for: told by what it holds; the suffix decides only between kinds of text."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Literal

from mandex.corpus.errors import UnreadableFileError

Format = Literal[
    "akn", "archive", "docx", "dump", "epub", "html", "mail", "markdown", "odt", "old_word", "pdf", "rtf",
    "table", "text", "wikitext", "workbook",
]  # fmt: skip

# Suffixes that a walk through a folder looks at; a file named outright is read whatever its suffix.
SUFFIXES = frozenset(
    {".xml", ".akn", ".pdf", ".docx", ".docm", ".doc", ".odt", ".rtf", ".epub", ".html", ".htm", ".xhtml",
     ".mht", ".mhtml", ".eml", ".zip", ".csv", ".tsv", ".xlsx", ".json", ".jsonl", ".ndjson", ".md",
     ".markdown", ".wiki", ".wikitext", ".mediawiki", ".txt", ".text"}
)  # fmt: skip
# Enough to see a masthead, a DOCTYPE or a header line.
_HEAD = 4096
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# Files that people have beside those that are read here, by their first bytes, with what to do about them.
_PICTURE = "is a picture: make a PDF of it with a text layer (`img2pdf`, then `ocrmypdf`)"
_PACKED = "is a packed archive: unpack it first"
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", _PICTURE), (b"\xff\xd8\xff", _PICTURE), (b"II*\x00", _PICTURE), (b"MM\x00*", _PICTURE),
    (b"\x1f\x8b", _PACKED), (b"7z\xbc\xaf", _PACKED), (b"Rar!", _PACKED), (b"BZh", _PACKED),
    (b"PK\x05\x06", "is an empty ZIP archive"),
)  # fmt: skip
# A page saved as a single file: MIME headers, as of a message, before its parts.
_SINGLE_FILE = re.compile(rb"(?:[a-z-]+:[^\n]*\r?\n(?:[ \t][^\n]*\n)*)*content-type:\s*multipart/related")
# Headers of a message, one of them of MIME or of its way: `From: the Council` alone opens a letter.
_MESSAGE = re.compile(
    rb"(?:[a-z-]+:[^\n]*\r?\n(?:[ \t][^\n]*\n)*)*(?:mime-version|received|message-id|return-path):\s"
)
# A saved page or a piece of one: <!DOCTYPE html>, <body>, <div>; comments before it are passed over.
_MARKUP = re.compile(rb"<(?:!doctype html|html|head|title|body|main|article|div|table|center|p|h[1-6])\b")
# A header line that names a column of texts among others: symbol,date,text
_TABLE_HEADER = re.compile(
    rb"(?:\xef\xbb\xbf)?[\"\w ]{1,40}(?:[,;\t|][\"\w -]{0,40})*[,;\t|]\"?(?:full_?)?text(?:_[a-z-]+)?\"? *"
    rb"(?:[,;\t|][\"\w -]{0,40})*\r?\n"
)
# A dump opens an object, or a list of them; `[Note: …]` does not.
_DUMP = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*\"")
# Two signs of MediaWiki that no plain text has: {{header, [[link]], ''italics'', == heading ==
_WIKI_SIGNS = tuple(
    re.compile(sign, re.MULTILINE)
    for sign in (rb"^\{\{\w", rb"\[\[[^\]\n]{1,200}\]\]", rb"''[^'\n]{2,200}''", rb"^==+[^=\n]+==+\s*$")
)
_BY_SUFFIX: dict[str, Format] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".mht": "html", ".mhtml": "html", ".csv": "table",
    ".tsv": "table", ".json": "dump", ".jsonl": "dump", ".ndjson": "dump", ".md": "markdown",
    ".markdown": "markdown", ".wiki": "wikitext", ".wikitext": "wikitext", ".mediawiki": "wikitext",
    ".eml": "mail",
}  # fmt: skip


def format_of(path: Path, data: bytes) -> Format:
    """Which reader a file is for. Raises `UnreadableFileError` for one of no kind that is read."""
    head = data[:_HEAD]
    if not data.strip():
        raise UnreadableFileError("is empty", "empty-file")
    if b"%PDF-" in head[:1024] and not _MESSAGE.match(head.lower()):
        return "pdf"
    if head.startswith(_ZIP):
        return _packed(data)
    if head.startswith(_OLE):
        return _old_office(path, data)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    for magic, message in _OTHERS:
        if head.startswith(magic):
            raise UnreadableFileError(message)
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\x00" in head and not wide:
        raise UnreadableFileError("is a binary file of no kind that Mandex reads")
    return _marked_up(path, head.replace(b"\x00", b""), data)


def _after_comments(head: bytes) -> bytes:
    """Markup from its first tag on: <!-- saved from … --><body>. No expression: possessive quantifiers around
    lookaheads fail before Python 3.11.5, others backtrack.
    """
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    while head.startswith(b"<!--") and (end := head.find(b"-->", 4)) >= 0:
        head = head[end + 3 :].lstrip()
    return head


def _packed(data: bytes) -> Format:
    """What is in a ZIP archive; a damaged one is left to the reader of Word files, which says so."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return "docx"
    if "content.xml" in names and "mimetype" in names:
        return "odt"
    if "META-INF/container.xml" in names and any(
        n.lower().endswith((".xhtml", ".html", ".htm")) for n in names
    ):
        return "epub"
    if "[Content_Types].xml" not in names:
        return "archive"
    if any(name.startswith("ppt/") for name in names):
        raise UnreadableFileError("is a PowerPoint file: save it as PDF")
    return "workbook" if any(name.startswith("xl/") for name in names) else "docx"


def _old_office(path: Path, data: bytes) -> Format:
    """Old Office files are small file systems; what they are is told by the stream that holds the text."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("Workbook") or path.suffix.lower() == ".xls":
        raise UnreadableFileError("is an old Excel file (.xls): save it as .xlsx or CSV")
    if holds("PowerPoint Document") or path.suffix.lower() == ".ppt":
        raise UnreadableFileError("is an old PowerPoint file (.ppt): save it as PDF")
    if holds("__properties_version1.0") or path.suffix.lower() == ".msg":
        raise UnreadableFileError("is a message of Outlook (.msg): save it as .eml")
    if not holds("WordDocument"):  # LibreOffice would take any bytes for a text
        raise UnreadableFileError("is a damaged old Office file (.doc): open it and save it as .docx or PDF")
    return "old_word"


def _marked_up(path: Path, head: bytes, data: bytes) -> Format:
    """Which kind of text a file is."""
    suffix, lower = path.suffix.lower(), head.lower()
    if _SINGLE_FILE.match(lower) and suffix != ".eml":
        return "html"
    if _MESSAGE.match(lower):
        return "mail"
    if b"<akomantoso" in lower:
        return "akn"
    is_dump = suffix not in (".md", ".markdown", ".html", ".htm") and _DUMP.match(head) and _opens_json(data)
    if is_dump:
        return "dump"
    if any(tag in lower for tag in (b"<html", b"<!doctype html")) or _MARKUP.match(_after_comments(lower)):
        return "html"
    if suffix not in _BY_SUFFIX and (
        lower.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml") or suffix in {".xml", ".akn"}
    ):
        raise UnreadableFileError("is XML, but neither Akoma Ntoso nor HTML")
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if _TABLE_HEADER.match(lower):
        return "table"
    return "wikitext" if sum(bool(sign.search(head)) for sign in _WIKI_SIGNS) > 1 else "text"


def _opens_json(data: bytes) -> bool:
    """Does the first line, or the whole, read as JSON? `{"` opens a template's field as well."""
    from mandex.ingest.readers.dump import packed  # noqa: PLC0415 - most files begin otherwise

    if packed(data):  # parsing it is what takes memory; its reader refuses it
        return True
    text = data.decode("utf-8-sig", "replace").lstrip()
    try:
        json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return False
    return True
