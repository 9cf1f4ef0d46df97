"""Words for the same thing: what people ask for, what the texts print, in English and in Chinese.

`data/glossary.csv` joins short lists of our own (`editors`: *blood diamonds* are *rough diamonds*, 艾滋病
is *HIV/AIDS*, regional names such as 飞弹 beside 导弹) with those terms of the UNBIS Thesaurus that
resolutions use (`UNBIS`). Bodies, countries and topics are in `lexicon`.
"""

from __future__ import annotations

from functools import cache

from mandex.corpus import tables
from mandex.corpus.records import dataclass

_SURE = 0.5  # Dice coefficient of a mined pair


@dataclass(frozen=True, slots=True)
class Term:
    """Wordings of one thing: the first of each language is the usual one. Chinese is simplified."""

    source: str
    en: tuple[str, ...]
    zh: tuple[str, ...]


@cache
def terms(begins: str = "") -> tuple[Term, ...]:
    """The whole glossary, our own lists before the thesaurus; or the terms of which a wording may begin so
    (`tables.beginning`).
    """
    rows = tables.rows_with("glossary", begins) if begins else tables.rows("glossary")
    return tuple(
        Term(row["source"], tuple(row["en"].split("|")), tuple(row["zh"].split("|"))) for row in rows
    )


@cache
def mined() -> tuple[Term, ...]:
    """Pairs found by association in aligned paragraphs (`data/mined.csv`): less sure, and one to one."""
    return tuple(
        Term("mined", (row["en"],), (row["zh"],))
        for row in tables.rows("mined")
        if float(row["dice"]) >= _SURE
    )


@dataclass(frozen=True, slots=True)
class Name:
    """What people call a matter that texts call otherwise, or by a number: *land for peace*, 伊核协议.

    `kind` is `word` for words of every day (*blue helmets*), else what sort of thing is named.
    `said` is what people say, `wordings` that and what the texts print, in both languages; `numbers` are the
    resolutions known by the name, the one meant first of all at the head. Either may be all there is.
    """

    id: str
    kind: str
    said: tuple[str, ...]
    wordings: tuple[str, ...]
    numbers: tuple[int, ...]


@cache
def names(begins: str = "") -> tuple[Name, ...]:
    """The gazetteer: places, peoples, events, nicknames, popular names of resolutions; or those of which a
    wording may begin so (`tables.beginning`).
    """
    out = []
    for row in tables.rows_with("gazetteer", begins) if begins else tables.rows("gazetteer"):
        said = [word for column in ("en", "zh") for word in row[column].split("|") if word]
        printed = [word for word in row["texts"].split("|") if word]
        numbers = tuple(int(number) for number in row["numbers"].split("|") if number)
        out.append(Name(f"{row['kind']} {said[0]}", row["kind"], tuple(said), (*said, *printed), numbers))
    return tuple(out)


@cache
def plain() -> frozenset[str]:
    """Words of every sentence, in both languages: an answer may have them, but nobody asks for them."""
    return frozenset(word for line in tables.lines("plain.txt") for word in line.split())


@cache
def elsewhere() -> tuple[str, ...]:
    """What other bodies decide, or nobody, in the words of those who ask (folded): *GDPR*, 世贸组织."""
    return tuple(line for line in tables.lines("elsewhere.txt") if line and not line.startswith("#"))
