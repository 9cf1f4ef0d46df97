"""What the name of a regime or a mission means: one given exactly wins over those that contain it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from mandex.corpus import glossary, lexicon, registry
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold, fold_case, has_words, is_chinese
from mandex.corpus.symbols import resolution_symbol
from mandex.index.life.steps import Steps

_UN = Expression(r"^(?:the )?un ")  # *UN Mission in Liberia*


def country_of(name: str) -> str:
    """The country that a name is, whole; empty where it is none: *Sudan* is not *South Sudan*. A Chinese one
    is also known as Taiwan and Hong Kong say it: 馬利 is Mali.
    """
    text = fold_case(name).strip()
    if found := _country(text):
        return found
    if not is_chinese(text):
        return ""
    from mandex.index.text.chinese import entries_of, glosses, regional  # noqa: PLC0415 - few names need it

    otherwise = (
        fold(regional(name.strip())),
        *(gloss.title() for gloss in glosses(text, entries_of((text,)))),
    )
    return next(filter(None, map(_country, otherwise)), "")


def matter_of(kept: Steps, name: str) -> str:
    """What the steps of a base call the matter that a place or an event belongs to, by the resolutions that
    are known by its name: *Darfur* is a matter of Sudan, *Lockerbie* of Libya; empty where it has none.
    """
    for one in _names(name):
        if country := next(filter(None, map(_country, one.wordings)), ""):
            return country
    about = ({step.matter for step in kept.of(symbol)} for symbol in known_by(name))
    matters = Counter(matter for each in about for matter in each)
    return next((matter for matter, _ in matters.most_common(1)), "")


def known_by(name: str) -> list[str]:
    """The resolutions that are known by a name, held or not."""
    numbers = dict.fromkeys(number for one in _names(name) for number in one.numbers)
    return [resolution_symbol(number, registry.year(number) or 0) for number in numbers]


def _names(name: str) -> list[glossary.Name]:
    wanted = fold(name).strip()
    return [one for one in glossary.names() if one.kind != "word" and wanted in map(fold, one.said)]


def _country(text: str) -> str:
    for words in (text, text[:1].upper() + text[1:], text.upper()):  # *drc*
        for found in lexicon.match_countries(words):
            if (found.start, found.end) == (0, len(words)):
                return found.id
    return ""


def fit(name: str, names: Iterable[str]) -> int:
    """How a name given fits some names: 2 as one of them, 1 as a part, 0 not at all."""
    wanted = _UN.sub("united nations ", fold(name).strip())
    said = [fold(one) for one in names]
    return 2 if wanted in said else int(any(has_words(one, wanted) for one in said))
