"""Keeps PDF files out whose streams unpack to far more than any page holds."""

from __future__ import annotations

import re
import zlib

from mandex.corpus.errors import UnreadableFileError

_LARGEST = 128 * 2**20  # bytes; a page of a UN document has 0.1 million, a Chinese font 20 million
_MOST_EXPANSION = 1032  # of deflate: shorter streams cannot reach the limit
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY = 2000  # bytes before a stream in which its dictionary stands
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")


def check_streams(data: bytes) -> None:
    """Raise `UnreadableFileError` for a decompression bomb. Pictures are not unpacked to read text."""
    for match in _STREAM.finditer(data):
        before = data[max(0, match.start() - _DICTIONARY) : match.start()]
        dictionary = before[before.rfind(b"obj") + 3 :]
        filters = len(_FLATE.findall(dictionary))
        end = data.find(b"endstream", match.end())
        content = data[match.end() : end if end >= 0 else len(data)]
        if not filters or _IMAGE.search(dictionary) or len(content) * _MOST_EXPANSION**filters < _LARGEST:
            continue
        for _ in range(filters):
            content = _unpack(content)


def _unpack(content: bytes) -> bytes:
    try:
        unpacked = zlib.decompressobj().decompress(content, _LARGEST + 1)
    except zlib.error:
        return b""  # encrypted or damaged: PDFium judges that
    if len(unpacked) > _LARGEST:
        raise UnreadableFileError(
            f"holds a stream that unpacks to more than {_LARGEST >> 20} MiB, as no document does",
            "malformed-pdf",
        )
    return unpacked
