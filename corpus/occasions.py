"""What the world calls the occasion of a resolution, and what one of its paragraphs decides.

`data/occasions.csv` (events, persons, nicknames, older names of places) is written from general knowledge,
not from the texts: it leads to a resolution (*Green March*, 绿色进军: resolution 380). `data/bynames_*.csv`
is an index to the decisions in the words of every day: it leads to a paragraph (*freeze Gaddafi's money*:
paragraph 17 of 1970). Neither is ever printed as if the resolution said so.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from mandex.corpus import tables


@cache
def occasions() -> Mapping[int, tuple[str, ...]]:
    """The phrases in both languages, by the number of the resolution."""
    return {int(row["number"]): _phrases(row) for row in tables.rows("occasions")}


@cache
def bynames() -> Mapping[int, Mapping[str, tuple[str, ...]]]:
    """The phrases in both languages, by the number of the resolution and the label of the paragraph."""
    found: dict[int, dict[str, tuple[str, ...]]] = {}
    for table in tables.named("bynames_"):
        for row in tables.rows(table):
            found.setdefault(int(row["number"]), {})[row["label"]] = _phrases(row)
    return found


def _phrases(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(filter(None, f"{row['en']}|{row['zh']}".split("|")))
