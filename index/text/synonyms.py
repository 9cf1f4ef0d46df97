"""Other words for what was asked: the noun of a verb, a mission's abbreviation, a country's adjective, a term
in the other language. They make a paragraph likelier, less so than the words themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from mandex.corpus import lexicon, tables
from mandex.corpus.fold import fold, is_chinese
from mandex.corpus.phrases import Found
from mandex.corpus.records import dataclass
from mandex.index.engines import NOTHING, And, Node, Or, Phrase
from mandex.index.text.terms import STOP_WORDS, terms, tokens

Words = tuple[str, ...]


@cache
def _table() -> Mapping[str, tuple[str, frozenset[str]]]:
    """By stem: what action it names, if one, and the stems of words for the same."""
    out: dict[str, tuple[str, frozenset[str]]] = {}
    for row in tables.rows("synonyms"):
        stems = frozenset(term for word in row["words"].split("|") for term in terms(word)[-1:])
        out |= dict.fromkeys(stems, (row["action"], stems))
    return out


def same(term: str) -> frozenset[str]:
    """The terms that say the same as `term`, itself among them."""
    return _table().get(term, ("", frozenset((term,))))[1]


def action(term: str) -> str:
    """What is done, if the term says so: `extend` for *renewal*."""
    return _table().get(term, ("", frozenset()))[0]


@dataclass(frozen=True, slots=True)
class Named:
    """Something of the vocabulary that a text names at `start` .. `end`, by the terms of all its names."""

    start: int
    end: int
    names: tuple[Words, ...]


def named(text: str) -> list[Named]:
    """The bodies, countries and topics that `text` names, in order; of those that overlap the longest."""
    folded = _for_lexicon(text)
    found: list[tuple[Found, lexicon.Entry]] = [
        (f, lexicon.bodies()[f.id]) for f in lexicon.match_bodies(folded)
    ]
    found += [(f, lexicon.countries()[f.id]) for f in lexicon.match_countries(folded)]
    found += [(f, lexicon.topics()[f.id]) for f in lexicon.match_topics(folded)]
    out: list[Named] = []
    for f, entry in sorted(found, key=lambda pair: (pair[0].start, -pair[0].end)):
        if not out or f.start >= out[-1].end:
            out.append(Named(f.start, f.end, _names(entry)))
    return out


def otherwise(text: str) -> tuple[Node, tuple[Words, ...]]:
    """What `text` asks in other words and in the other language; and the phrases that answer it."""
    found = named(text)
    phrases = [words for one in found for words in one.names]
    parts: list[Node] = [Or(tuple(map(Phrase, one.names))) for one in found]
    for token in tokens(text):
        inside = any(one.start <= token.start < one.end for one in found)
        if not inside and token.term not in STOP_WORDS:
            alike = [(term,) for term in sorted(same(token.term))]
            phrases += alike
            parts.append(Or(tuple(map(Phrase, alike))))
    return And(tuple(parts)) if parts else NOTHING, tuple(phrases)


def _for_lexicon(text: str) -> str:
    """Simplified script, but capitals kept: the lexicon knows abbreviations by them."""
    return (
        text
        if text.isascii()
        else "".join(f if f != c.lower() else c for c, f in zip(text, fold(text), strict=True))
    )


@cache
def _names(entry: lexicon.Entry) -> tuple[Words, ...]:
    cut = (_name_terms(name) for name in (*entry.terms_en, *entry.terms_zh) if "…" not in name)
    return tuple(dict.fromkeys(filter(None, cut)))


def _name_terms(name: str) -> Words:
    """The terms of a name; the last Chinese character begins another pair wherever the name stands."""
    cut = terms(name)
    if len(cut) > 1 and len(cut[-1]) == 1 and len(cut[-2]) == 2 and is_chinese(cut[-1]):
        cut.pop()
    return tuple(cut)
