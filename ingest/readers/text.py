"""Plain text in whatever encoding it was saved.

Tried in order: byte order marks (UTF-8, UTF-16, UTF-32), UTF-8, then GB18030 and Big5, accepted only where
the result reads as Chinese (share of the commonest characters), at last Windows-1252. UN texts in the
languages read here come in no other.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from mandex.corpus.errors import UnreadableFileError
from mandex.corpus.model import Problem
from mandex.ingest.raw import RawText

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The commonest characters of UN documents, in both scripts; in any of them they are 15 to 30 % of the text,
# in text decoded from the wrong code page under 3 %.
_COMMON = frozenset(
    "的和国会安全理事议决在有第号执行为与大员关以及这際联合人是對对於于并並國會議決號執為與員關這聯"
)
_CHINESE_SHARE = 0.08
# Families of encodings that pages, messages and books declare, as Python names them.
_OF_TEXTS = (
    "ascii", "big5", "cp", "euc", "gb", "hz", "iso", "johab", "koi8", "latin", "mac", "ptcp", "shift", "tis",
    "utf",
)  # fmt: skip
_SPACING = "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f"
_ODD = [*sorted(set(map(chr, range(0x20))) - set(_SPACING)), "\ufffd"]  # no text has many of these
_BINARY_SHARE = 0.02


def read(path: Path, data: bytes, sha256: str) -> list[RawText]:
    """The text of a file: one document. An encoding other than UTF-8 is named in an information problem.

    Raises `UnreadableFileError` for empty and binary files.
    """
    text, encoding = decoded(data)
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise UnreadableFileError("is empty", "empty-file")
    if _looks_binary(text):
        raise UnreadableFileError("is not text (binary data); convert it to text, HTML or PDF first")
    problems: tuple[Problem, ...] = ()
    if encoding != "utf-8":
        message = f"read as {encoding}; if characters look wrong, save the file as UTF-8"
        problems = (Problem("assumed-encoding", "info", message, source=str(path)),)
    return [
        RawText(
            text=text, source=str(path), sha256=sha256, format="text", encoding=encoding,
            pages=_pages(text), problems=problems,
        )
    ]  # fmt: skip


def decoded(data: bytes) -> tuple[str, str]:
    """The text of a file and the encoding it was taken to be in."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace"), encoding.removesuffix("-sig")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        # A file cut off inside its last character is still UTF-8.
        if error.start >= len(data) - 3 and error.start > 0:
            return data[: error.start].decode("utf-8"), "utf-8"
    share, text, name = max((*_chinese(data, name), name) for name in ("gb18030", "big5hkscs"))
    if share >= _CHINESE_SHARE:
        return text, name
    return data.decode("cp1252", errors="replace"), "windows-1252"


def in_declared(data: bytes, encoding: str) -> str | None:
    """The text in the encoding that a file declares; None where it is none for texts, or not of this one.

    Python has encodings for names of hosts and for its own source (`idna`, `punycode`, `unicode_escape`),
    which fail in ways of their own or take hours; a file that declares them is told by its bytes.
    """
    try:
        known = codecs.lookup(encoding).name
        return data.decode(known) if known.startswith(_OF_TEXTS) else None
    except (LookupError, ValueError):  # also of a name with a NUL in it
        return None


def _chinese(data: bytes, encoding: str) -> tuple[float, str]:
    """How much of the text beyond ASCII is everyday Chinese, and the text."""
    text = data.decode(encoding, errors="replace")
    beyond = [c for c in text if c > "\x7f"]
    if not beyond:
        return 0.0, text
    # A wrong byte now and then is damage; more is another encoding.
    if text.count("\ufffd") > len(beyond) // 50:
        return 0.0, text
    return sum(c in _COMMON for c in beyond) / len(beyond), text


def _looks_binary(text: str) -> bool:
    sample = text[:8192]
    odd = sum(map(sample.count, _ODD))
    return "\x00" in sample or odd > _BINARY_SHARE * len(sample)


def _pages(text: str) -> tuple[int, ...]:
    """Form feeds begin pages; without any the text has none."""
    breaks = [i + 1 for i, c in enumerate(text) if c == "\f"] if "\f" in text else []
    return (0, *breaks) if breaks else ()
