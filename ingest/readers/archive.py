"""ZIP archives of documents: each member is read as a file of its own, in memory and within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from mandex.corpus.errors import UnreadableFileError
from mandex.ingest.raw import RawText
from mandex.ingest.readers import unpacking
from mandex.ingest.readers.members import (
    MOST_BYTES,
    is_readable,
    only_documents,
    passed_over,
    read_member,
    refusal,
)

_ENCRYPTED = 0x1  # general purpose bit flag 0 of a member (PKWARE APPNOTE, 4.4.4)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def read(path: Path, data: bytes, sha256: str, *, ocr: bool = False, depth: int = 0) -> list[RawText]:
    """Read the documents in an archive, in the order in which it lists them.

    Raises `UnreadableFileError` where it is damaged, holds none, or unpacks to more than is ever read.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise UnreadableFileError("is a damaged ZIP archive", "malformed-archive") from error
    with archive:
        unpacking.check(archive, len(data), MOST_BYTES)
        members = [member for member in archive.infolist() if not member.filename.endswith("/")]
        found: list[RawText] = []
        for member in (m for m in members if is_readable(m.filename)):
            found += _read(path, archive, member, sha256, ocr, depth)
    others = passed_over(path, (m.filename for m in members if not is_readable(m.filename)))
    return only_documents(path, found, others)


def _read(
    path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo, sha256: str, ocr: bool, depth: int
) -> list[RawText]:
    name = member.filename
    if member.flag_bits & _ENCRYPTED:
        return [refusal(path, name, sha256, "is locked with a password: unpack the archive", "encrypted")]
    try:
        with archive.open(member) as file:
            content = file.read(member.file_size + 1)  # a size that lies is no way around the limit
    except _BROKEN as error:
        return [refusal(path, name, sha256, f"cannot be unpacked: {error}", "malformed-archive")]
    return list(read_member(path, name, content, sha256, ocr=ocr, depth=depth))
