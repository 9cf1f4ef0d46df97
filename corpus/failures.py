"""Every exception as one line that names the thing, the reason and what to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from mandex.corpus.errors import MandexError

# What SQLite says, and what a user can do about it.
_BUSY = "the base is being written by another process: try again when that has ended"
_DAMAGED = "the base is damaged: 'mandex doctor' says where, 'mandex doctor --repair' mends what it can"
_SQLITE: tuple[tuple[str, str], ...] = (
    ("locked", _BUSY),
    ("busy", _BUSY),
    ("malformed", _DAMAGED),
    ("no such table", _DAMAGED),
    ("no such column", _DAMAGED),
    ("no such module", _DAMAGED),
    ("not a database", _DAMAGED),
    ("vtable constructor", _DAMAGED),
    ("full", "there is no room left on the disk"),
    ("readonly", "the base may not be written: copy it to a place where you may write"),
    ("disk I/O error", "the disk failed: see 'mandex doctor' when it is well again"),
    ("too big", "a text is too long for the base: split the file"),
)


def advice(error: sqlite3.Error) -> str:
    """What to do about an error of SQLite; empty where we don't know."""
    said = str(error)
    return next((what for words, what in _SQLITE if words in said), "")


def one_line(error: BaseException) -> str:
    """What happened, on one line, for people: no traceback."""
    return " ".join(_told(error).split())


def _told(error: BaseException) -> str:
    match error:
        case MandexError():
            return str(error)
        case sqlite3.Error():
            return f"{advice(error) or 'the base cannot be read'} ({error})"
        case OSError():
            where = f"{error.filename}: " if error.filename else ""
            return f"{where}{error.strerror or error}"
        case MemoryError():
            return "ran out of memory: ask for less at a time"
        case OverflowError():
            return f"a number is too large ({error})"
        case RecursionError():
            return "nested too deep to be read"
        case _:
            return f"a fault in Mandex ({type(error).__name__}: {error}{_place(error)}); please report it"


def _place(error: BaseException) -> str:
    import traceback  # noqa: PLC0415 - only of faults

    frames = traceback.extract_tb(error.__traceback__)
    return f", {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
