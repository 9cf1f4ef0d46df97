"""One file per format, each a function `read(path, data, sha256) -> list[RawText]`; chosen by content here.

`path` only names the source; the content is in `data`, so that standard input and members of archives can
be read as well.
"""

from __future__ import annotations

import hashlib
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest.raw import RawText
from mandex.ingest.readers.formats import SUFFIXES, Format, format_of

__all__ = ["SUFFIXES", "Format", "format_of", "read"]

# Formats whose files hold other files: an archive in a message in an archive is as deep as people pack.
_CONTAINERS = frozenset({"archive", "mail"})
_DEEPEST = 2
# Formats whose files hold one text: what is larger holds more than any document, and is not read to see that.
_ONE_TEXT = frozenset({"text", "html", "markdown", "rtf", "wikitext", "akn"})
_LARGEST_TEXT = 32 * 2**20  # bytes


def read(path: Path, data: bytes, *, ocr: bool = False, depth: int = 0, sha256: str = "") -> list[RawText]:
    """Read the documents in a file; several where it is a table or holds files. `ocr` reads scanned pages.

    `depth` counts the files around this one; `sha256` is the hash of `data`, where that is known. A member
    that could not be read comes as a `RawText` without text, whose problems say why. Raises
    `UnreadableFileError` with the reason where there is no document.
    """
    format_ = format_of(path, data)
    if format_ in _ONE_TEXT and len(data) > _LARGEST_TEXT:
        message = f"is too large: one document is read up to {_LARGEST_TEXT >> 20} MiB; split it"
        raise UnreadableFileError(message, "too-large")
    reader = import_module(f"mandex.ingest.readers.{format_}")
    options: dict[str, Any] = {"ocr": ocr} if format_ == "pdf" else {}
    if format_ in _CONTAINERS:
        if depth >= _DEEPEST:
            raise UnreadableFileError("is packed too deeply: unpack it first")
        options = {"ocr": ocr, "depth": depth}
    return cast(
        "list[RawText]", reader.read(path, data, sha256 or hashlib.sha256(data).hexdigest(), **options)
    )
