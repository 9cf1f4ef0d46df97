"""Marks: what a paragraph is about beyond its words, written as terms that no word can be.

`_d_2017_09_15` a date it names, in whatever notation; `_c_s_res_1373` a document it cites; `_o_s_res_2396`
the document that it stands in. A year is left out of a resolution's mark, since the number names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from mandex.corpus.dates import FoundDate

_RESOLUTION_YEAR = re.compile(r"(?<=^S/RES/)(\d+)\s*\(\d{4}\)$")
_NOT_WORD = re.compile(r"\W+")


@lru_cache(maxsize=1 << 12)
def _squeezed(symbol: str) -> str:
    return _NOT_WORD.sub("_", _RESOLUTION_YEAR.sub(r"\1", symbol)).strip("_").lower()


def own(symbol: str) -> str:
    """The mark of every paragraph of a document."""
    return f"_o_{_squeezed(symbol)}"


def cites(symbol: str) -> str:
    """The mark of the paragraphs that cite a document."""
    return f"_c_{_squeezed(symbol)}"


def on(iso: str) -> str:
    """The mark of the paragraphs that name a day (`2017-09-15`) or some day of a month (`2017-09`)."""
    return f"_d_{iso.replace('-', '_')}"


def marks(symbol: str, days: Iterable[FoundDate], cited: Iterable[str]) -> list[str]:
    """The marks of a paragraph of the document `symbol` that names `days` and cites `cited`, each once."""
    found = {own(symbol), *map(cites, cited)}
    for day in days:
        found |= {on(day.iso), on(day.iso[:7])}
    return sorted(found)
