"""Values as the cells of a table: plain for files, tame for terminals.

A cell is plain where a person reads it without knowing Python or JSON: `en; member-states`, `true`,
`expires, 2025-12-31, until 31 December 2025`. It is tame where no character of a document can move the
cursor, ring the bell or turn the line around.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from mandex.corpus.expressions import Expression

BETWEEN = "; "  # between the values of one cell
_CUT = "…"

# C0 and C1 controls but for tab and line feed; the marks that turn the direction of text around (U+202E makes
# `exe.fdp` of `pdf.exe`), and lone halves of pairs, which no terminal can be sent.
_UNTAMED = Expression("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# What Excel and its like would compute: =1+1, +1, -1, @SUM, and the blanks that hide one of these.
_COMPUTED = re.compile(r"[=+\-@\t\r]")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def plain(value: Any) -> str:
    """A value as a cell of CSV: several values with semicolons between them, counts with what they
    count, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping) and value and all(isinstance(one, int) for one in value.values()):
        return BETWEEN.join(f"{name}: {count}" for name, count in value.items())
    if isinstance(value, Mapping):
        return ", ".join(filter(None, map(plain, value.values())))
    if isinstance(value, list | tuple | set | frozenset):
        return BETWEEN.join(map(plain, value))
    return str(value)


def guarded(cell: str) -> str:
    """A cell that a spreadsheet takes for text: one that begins like a formula gets an apostrophe."""
    return f"'{cell}" if _COMPUTED.match(cell) else cell


def day(text: str) -> date | None:
    """The day that a cell is; None where it is none, or before 1900, where Excel's calendar begins."""
    if not _DATE.fullmatch(text):
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found.year >= 1900 else None


def one_line(value: Any) -> str:
    """A value as a cell of a table on a terminal: plain, tame, on one line."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return tame(" ".join(plain(value).split()))


def tame(text: str) -> str:
    """The text without characters that steer a terminal; controls are shown as their pictures: `␛`."""
    return text if text.isprintable() else _UNTAMED.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def cells_wide(text: str) -> int:
    """How many terminal cells a text takes; Chinese characters take two."""
    if text.isascii():
        return len(text)
    return sum(map(_wide, text))


def _wide(character: str) -> int:
    # Marks that join the character before them, and format characters such as the zero-width joiner.
    if unicodedata.category(character) in {"Mn", "Me", "Cf"} and character != "\u00ad":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def fit(text: str, width: int) -> str:
    """The text cut or filled up to a width in cells."""
    taken = cells_wide(text)
    if taken <= width:
        return text + " " * (width - taken)
    out, taken = "", 0
    for character in text:
        if taken + _wide(character) > width - 1:
            break
        out += character
        taken += _wide(character)
    return out + _CUT + " " * (width - 1 - taken)


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells: broken at spaces, between Chinese characters, and in what is longer."""
    lines, line, taken = [], "", 0
    for token in _tokens(text):
        for piece in _pieces(token, width):
            size = cells_wide(piece)
            if line and taken + size > width:
                lines.append(line.rstrip())
                line, taken = "", 0
            if line or not piece.isspace():
                line += piece
                taken += size
    return [*lines, line.rstrip()] if line.strip() else lines


# A character or a word takes along the punctuation after it, which must not begin a line, and the brackets
# before it, which must not end one: 决定：, （默认, 90d。
_TOKEN = Expression(
    r"\s+|[（《「『【〈]*(?:[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+)[、。，；：？！）》」』】〉”’]*"
)


_PLAIN = re.compile(r"\s+|\S+")  # the same, where nothing is wide


def _tokens(text: str) -> list[str]:
    wide = max(text, default="") >= "\u3000"  # most texts have none: the other expression is not compiled
    return _TOKEN.findall(text) if wide else _PLAIN.findall(text)


def _pieces(token: str, width: int) -> list[str]:
    """A token in pieces of at most `width` cells: an address may be longer than a line."""
    if cells_wide(token) <= width or token.isspace():
        return [token]
    pieces, piece, taken = [], "", 0
    for character in token:
        if piece and taken + _wide(character) > width:
            pieces.append(piece)
            piece, taken = "", 0
        piece += character
        taken += _wide(character)
    return [*pieces, piece]


def grid(text: str) -> list[list[str]]:
    """The rows of a table and their cells, as a paragraph keeps them: a row a line, cells parted by tabs."""
    return [line.split("\t") for line in text.split("\n")] if text else []
