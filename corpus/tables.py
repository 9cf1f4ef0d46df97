"""The tables of the vocabulary and of facts, `data/*.csv` and `data/*.txt`: all rows, or those asked for.

A question has half a dozen words, the tables thousands: what begins with none of them is not even parsed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from mandex.corpus.fold import fold

_FOLDER = Path(__file__).with_name("data")  # importlib.resources would import tempfile, random and zipfile
_LATIN = re.compile("[\u00c0-\u024f]")
_BEFORE = ("\n", ",", "|", '"')  # a wording: cells hold several, set off by bars


def lines(name: str) -> list[str]:
    """The lines of a file of `data/`; of a table the first is its head."""
    return _FOLDER.joinpath(name).read_text("utf-8").splitlines()


def named(begins: str) -> list[str]:
    """The tables whose names begin so: a long one is parted into several files."""
    return sorted(path.stem for path in _FOLDER.glob(f"{begins}*.csv"))


def rows(table: str) -> Iterator[dict[str, str]]:
    """All rows of a table, by the names of its columns."""
    return _parsed(lines(f"{table}.csv"))


def rows_with(table: str, begins: str) -> Iterator[dict[str, str]]:
    """The rows in which a wording may begin with some Latin letters (of `beginning`), in their order."""
    text, lower = _text(table)
    starts = {lower.rfind("\n", 0, at) + 1 for before in _BEFORE for at in _places(lower, before + begins)}
    starts.discard(0)
    return _parsed([text[: text.index("\n")], *(text[at : text.index("\n", at)] for at in sorted(starts))])


def beginning(wording: str, letters: int = 2) -> str:
    """The first letters of a wording, folded, as tables are asked for them.

    >>> beginning("Passenger"), beginning("Évian")
    ('pa', 'ev')
    """
    first = wording[:letters]
    return first.lower() if first.isascii() else fold(first)


@cache
def _text(table: str) -> tuple[str, str]:
    """A table, whole, and in folded Latin letters, of the same length."""
    text = "\n".join([*lines(f"{table}.csv"), ""])
    return text, _LATIN.sub(lambda letter: fold(letter[0]), text).lower()


def _places(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at + 1
        at = text.find(wanted, at + 1)


def _parsed(table: Iterable[str]) -> Iterator[dict[str, str]]:
    cells = csv.reader(table)
    head = next(cells)
    return (dict(zip(head, row, strict=True)) for row in cells)
