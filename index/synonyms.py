"""Other words for what was asked: the noun of a verb, a mission's abbreviation, a country's adjective, a term in
the other language. They make a paragraph likelier, less so than the words themselves.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources

from mandex.corpus import lexicon
from mandex.index.analysis import fold, terms

Alternative = tuple[str, ...]


@cache
def _table() -> Mapping[str, tuple[str, frozenset[str]]]:
    """By stem: what action it names, if one, and the stems of words for the same."""
    rows = csv.DictReader(
        resources.files("mandex.corpus").joinpath("data/synonyms.csv").read_text("utf-8").splitlines()
    )
    out = {}
    for row in rows:
        stems = frozenset(term for word in row["words"].split("|") for term in terms(word)[-1:])
        out |= {stem: (row["action"], stems) for stem in stems}
    return out


def same(term: str) -> frozenset[str]:
    """The terms that say the same as `term`, itself among them."""
    return _table().get(term, ("", frozenset((term,))))[1]


def action(term: str) -> str:
    """What is done, if the term says so: `extend` for *renewal*."""
    return _table().get(term, ("", frozenset()))[0]


def names(text: str) -> list[tuple[tuple[int, int], tuple[Alternative, ...]]]:
    """The bodies that `text` names: where, and the terms of each of their names in both languages."""
    folded = _for_lexicon(text)
    return [
        ((found.start, found.end), _alternatives(lexicon.bodies()[found.id]))
        for found in lexicon.match_bodies(folded)
    ]


def translations(text: str) -> list[tuple[tuple[int, int], tuple[Alternative, ...]]]:
    """The countries and topics that `text` names: where, and the terms of their names in both languages."""
    folded = _for_lexicon(text)
    found = [(f, lexicon.countries()[f.id]) for f in lexicon.match_countries(folded)]
    found += [(f, lexicon.topics()[f.id]) for f in lexicon.match_topics(folded)]
    return [((f.start, f.end), _alternatives(entry)) for f, entry in found]


def _for_lexicon(text: str) -> str:
    """Simplified script, but capitals kept: the lexicon knows abbreviations by them."""
    return (
        text
        if text.isascii()
        else "".join(f if f != c.lower() else c for c, f in zip(text, fold(text), strict=True))
    )


@cache
def _alternatives(entry: lexicon.Entry) -> tuple[Alternative, ...]:
    out = dict.fromkeys(tuple(terms(name)) for name in (*entry.terms_en, *entry.terms_zh) if "…" not in name)
    return tuple(out)
