"""Where words of every day and the words of the Council stand to each other: *kids* near children, 枪支 near
small arms.

`data/renderings_*.csv` is worked out by `docs.renderings` from the bynames of decisions and the texts of
these: a vector for each term of a question, and one for each term of a text. They only tell answers apart
that were found by other means, and are never printed as what a text says.
"""

from __future__ import annotations

import base64
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache

from mandex.corpus import tables

SIZE = 32  # numbers of a vector
UNIT = 1 / 64  # what each counts


def asked(term: str) -> Sequence[int]:
    """The vector of a term of a question, in units; empty where the table does not have it."""
    for lines in _files("asked"):
        at = bisect_left(lines, term, lo=1, key=_term)  # after the heading, in order
        if at < len(lines) and _term(lines[at]) == term:
            return _read(lines[at].partition(",")[2])
    return ()


def said(term: str) -> Sequence[int]:
    """The same of a term of a text in English."""
    vector = _said().get(term)
    return _read(vector) if vector else ()


def _term(line: str) -> str:
    return line.partition(",")[0]


def _read(cell: str) -> Sequence[int]:
    return memoryview(base64.b85decode(cell)).cast("b").tolist()


@cache
def _said() -> Mapping[str, str]:
    """All of them: a question is asked of a thousand."""
    rows = (line.partition(",") for lines in _files("said") for line in lines[1:])
    return {term: vector for term, _, vector in rows}


@cache
def _files(kind: str) -> tuple[Sequence[str], ...]:
    return tuple(tables.lines(f"{name}.csv") for name in tables.named(f"renderings_{kind}_"))
