"""What the world calls the occasion of a resolution: events, persons, nicknames, older names of places.

`data/occasions.csv` is written from general knowledge, not from the texts: it leads to a resolution (*Green
March*, 绿色进军: resolution 380) and is never printed as if the resolution said so.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from mandex.corpus import tables


@cache
def occasions() -> Mapping[int, tuple[str, ...]]:
    """The phrases in both languages, by the number of the resolution."""
    return {
        int(row["number"]): tuple(filter(None, f"{row['en']}|{row['zh']}".split("|")))
        for row in tables.rows("occasions")
    }
