"""Names of documents whose sources show no symbol: `file:letter`, for where they lie.

Such a document is its file and, in a table, its row, in an archive its member: `file:letter`,
`file:table:2`, `file:papers:a/letter`. Where that name is taken
by another file in its language, more of the path tells them apart: `file:letter.txt`, `file:b/letter.txt`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import PurePath

from mandex.corpus.expressions import Expression
from mandex.corpus.model import Document

PREFIX = "file:"
# A byte that is no text, as Python keeps it in a name, and what it is written as: \udcff, `\xff`.
_NO_TEXT = Expression("[\ud800-\udfff]")
_WRITTEN = Expression(r"\\x[0-9a-f]{2}")


def is_named_for_its_file(symbol: str) -> bool:
    """Whether a document goes by its file, for want of a symbol."""
    return symbol.startswith(PREFIX)


def name(source: str, row: str = "", member: str = "") -> str:
    """The shortest name of a document without a symbol.

    `row` where it is one of several in a table, `member` where it lies in an archive or a message.
    """
    path = PurePath(source)
    return _name(f"{path.name}/{member}" if member else path.stem, row)


def names(document: Document) -> Iterator[str]:
    """All names of a document without a symbol, shortest first, without end."""
    path = PurePath(document.source)
    first = document.symbol.partition("~")[0]
    member = first.partition(f"{path.name}/")[2]
    row = first.rpartition(":")[2] if document.format == "table" and not member else ""
    if not member:
        yield _name(path.stem, row)
    whole = path / member
    least = len(whole.parts) - len(path.parts) + 1
    for size in range(least, len(whole.parts) + 1):
        yield _name(PurePath(*whole.parts[-size:]).as_posix(), row)
    for again in count(2):  # two columns of one row in one language
        yield f"{_name(whole.as_posix(), row)}~{again}"


def renamed(document: Document, symbol: str) -> Document:
    """The same document under another name, its problems and what it says of itself with it."""
    return replace(
        document,
        symbol=symbol,
        citations=tuple(
            replace(c, target=symbol) if c.target == document.symbol else c for c in document.citations
        ),
        problems=tuple(replace(p, doc=symbol) if p.doc == document.symbol else p for p in document.problems),
    )


def _name(file: str, part: str) -> str:
    return f"{PREFIX}{file}:{part}" if part else f"{PREFIX}{file}"


def _part(symbol: str, files: Sequence[str]) -> str:
    """What a name says after its file, by whichever of its names that goes."""
    opening = next((o for file in files if symbol.startswith(o := f"{PREFIX}{file}:")), symbol)
    return symbol[len(opening) :].partition("~")[0]


def written(path: str | PurePath) -> str:
    r"""A file's name as text, without loss: bytes that are no UTF-8 as `\xff`, and then `\` as `\\`.

    Only names with such bytes, or that look as if they had been written so, differ from what they were.
    """
    text = str(path)
    if os.sep != "/" or not (_NO_TEXT.search(text) or _WRITTEN.search(text)):
        return _NO_TEXT.sub("\ufffd", text)
    doubled = text.replace("\\", "\\\\")
    return _NO_TEXT.sub(lambda m: "".join(f"\\x{byte:02x}" for byte in os.fsencode(m[0])), doubled)
