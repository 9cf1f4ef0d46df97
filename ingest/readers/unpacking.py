"""ZIP archives that unpack to far more than anybody packs: refused before anything is unpacked.

What is asked is what the archive says of itself; no member is read beyond the size that it states.
"""

from __future__ import annotations

import zipfile

from mandex.corpus.errors import UnreadableFileError

MOST_MEMBERS = 20_000
# Reports of the UN unpack to five to twenty times their size, tables of one word to a hundred times.
_MOST_TIMES = 200
_FREE = 16 * 2**20  # bytes below which it does not matter


def check(archive: zipfile.ZipFile, packed: int, most_bytes: int) -> None:
    """Raise `UnreadableFileError` where an archive of `packed` bytes is a trap, or too large to be read."""
    members = archive.infolist()
    size = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS:
        raise UnreadableFileError(f"holds {len(members):,} files: unpack it and give the folder", "too-large")
    if size > most_bytes:
        raise UnreadableFileError(
            f"unpacks to more than {most_bytes >> 20} MiB: unpack it and give the folder", "too-large"
        )
    if sum(member.compress_size for member in members) > packed:
        raise UnreadableFileError(
            "is an archive whose members lie in each other, as none of a program is", "too-large"
        )
    if size > max(_FREE, _MOST_TIMES * packed):
        raise UnreadableFileError(f"unpacks to {size // packed} times its size, as no text does", "too-large")
