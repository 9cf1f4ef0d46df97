"""Values of actors, topics and countries that users may ask for, and the nearest of them to a wrong one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from mandex.corpus import lexicon
from mandex.corpus.errors import BadQueryError
from mandex.corpus.fold import fold

Vocabulary = Literal["actor", "topic", "country", "body"]
_OFFERED = 4


def entries(name: Vocabulary) -> Mapping[str, lexicon.Entry]:
    """The entries whose ids are the values."""
    match name:
        case "actor":
            return lexicon.actors()
        case "topic":
            return lexicon.topics()
        case "country":
            return lexicon.countries()
        case "body":
            return lexicon.bodies()


def known_value(name: Vocabulary, typed: str) -> str:
    """The value that `typed` names, by its id or by any of its names in either language.

    Raises `BadQueryError` with the nearest values where it names none.
    """
    folded = fold(typed).strip()
    table = entries(name)
    value = folded.replace(" ", "-").replace("_", "-")
    if value in table:
        return value
    for id_, entry in table.items():
        if folded in (
            fold(term) for term in (entry.label_en, entry.label_zh, *entry.terms_en, *entry.terms_zh)
        ):
            return id_
    near = nearest(name, value)
    raise BadQueryError(
        f"there is no {name} {typed!r}; the nearest are {', '.join(near)}"
        if near
        else f"there is no {name} {typed!r}; some are {', '.join(list(table)[:_OFFERED])}"
    )


def nearest(name: Vocabulary, value: str) -> list[str]:
    """The values most like `value`, also in one of their words."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for what is not known

    table = list(entries(name))
    close = get_close_matches(value, table, _OFFERED, 0.7)
    words = {word: id_ for id_ in table for word in id_.split("-") if len(word) > 3}
    by_word = [words[word] for part in value.split("-") for word in get_close_matches(part, words, 2, 0.8)]
    return list(dict.fromkeys((*close, *by_word)))[:_OFFERED]
