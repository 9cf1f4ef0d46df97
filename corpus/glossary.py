"""Words for the same thing: what people ask for, what the texts print, in English and in Chinese.

`data/glossary.csv` joins short lists of our own (`editors`: *blood diamonds* are *rough diamonds*, 艾滋病
is *HIV/AIDS*, regional names such as 飞弹 beside 导弹) with those terms of the UNBIS Thesaurus that
resolutions use (`UNBIS`). Bodies, countries and topics are in `lexicon`.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources

_SURE = 0.5  # Dice coefficient of a mined pair


@dataclass(frozen=True, slots=True)
class Term:
    """Wordings of one thing: the first of each language is the usual one. Chinese is simplified."""

    source: str
    en: tuple[str, ...]
    zh: tuple[str, ...]


@cache
def terms() -> tuple[Term, ...]:
    """The whole glossary, our own lists before the thesaurus."""
    table = resources.files("mandex.corpus").joinpath("data/glossary.csv").read_text("utf-8")
    return tuple(
        Term(row["source"], tuple(row["en"].split("|")), tuple(row["zh"].split("|")))
        for row in csv.DictReader(table.splitlines())
    )


@cache
def mined() -> tuple[Term, ...]:
    """Pairs found by association in aligned paragraphs (`data/mined.csv`): less sure, and one to one."""
    table = resources.files("mandex.corpus").joinpath("data/mined.csv").read_text("utf-8")
    return tuple(
        Term("mined", (row["en"],), (row["zh"],))
        for row in csv.DictReader(table.splitlines())
        if float(row["dice"]) >= _SURE
    )
