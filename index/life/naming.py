"""What the name of a regime or a mission means: one given exactly wins over those that contain it."""

from __future__ import annotations

from collections.abc import Iterable

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold, fold_case, has_words

_UN = Expression(r"^(?:the )?un ")  # *UN Mission in Liberia*


def country_of(name: str) -> str:
    """The country that a name is, whole; empty where it is none: *Sudan* is not *South Sudan*."""
    text = fold_case(name).strip()
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
