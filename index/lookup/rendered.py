"""Of what answers nearly as well, that which has the Council's words for those of the question.

The bynames of a decision are in words of every day; what a word stands for in the Council's texts was learned
from all of them (`corpus.renderings`), and holds for decisions that nobody has called by that word.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace

from mandex.corpus.renderings import renderings
from mandex.corpus.store import Store
from mandex.index.lookup.candidates import Place
from mandex.index.lookup.living import Judged
from mandex.index.lookup.question import Question
from mandex.index.lookup.scoring import Judgement, rendering_too
from mandex.index.text.terms import STOP_WORDS, terms

_LOOKED_AT = 30  # groups, the best
_SHORT = 8  # terms that every text is taken to have at least


def renders(text: str) -> Set[str]:
    """The terms of a text that a question may have in other words."""
    return {
        term
        for term in terms(text)
        if len(term) > 1 and term not in STOP_WORDS and not any(map(str.isdigit, term))
    }


def by_renderings(store: Store, groups: Sequence[list[Judged]], asked: Question) -> list[list[Judged]]:
    """The groups, best first, the first of them judged with how well they render the question, too: not where
    one thing is asked for, which is then met in whatever words.
    """
    if len(asked.concepts) == 1:
        return list(groups)
    first = groups[:_LOOKED_AT]
    english = _in_english(store, [versions[0][1] for versions in first if _english(versions) is None])
    known = {term: (weight, renderings(term)) for term, weight in asked.words}
    found = []
    for versions in first:
        place = versions[0][1]
        own = _english(versions) or english.get((place.symbol, place.pinpoint), ("", ""))
        fit = rendering(known, renders(" ".join((*own, place.candidate.title))) if own[0] else frozenset())
        found.append([_rendering_too(*version, fit) for version in versions])
    return sorted(found, key=_best, reverse=True) + list(groups[_LOOKED_AT:])


def rendering(known: Mapping[str, tuple[float, Mapping[str, float]]], text: Set[str]) -> float:
    """How much likelier than any other a text with these terms is asked for so: the logarithms of all terms
    of the question, over the root of what they weigh together.
    """
    size = max(_SHORT, len(text))
    total = sum(weight for weight, _ in known.values())
    likelier = sum(
        weight * math.log1p(sum(times for word, times in words.items() if word in text) / size)
        for weight, words in known.values()
    )
    return likelier / math.sqrt(total) if total else 0.0


def _rendering_too(judgement: Judgement, place: Place, fit: float) -> Judged:
    """A version judged so, and its candidate, should that be judged again."""
    return rendering_too(judgement, fit), replace(place, candidate=replace(place.candidate, rendered=fit))


def _best(versions: Sequence[Judged]) -> float:
    return max(judgement.score for judgement, _ in versions)


def _english(versions: Iterable[Judged]) -> tuple[str, str] | None:
    """The text of a paragraph in English and of what it hangs under, where that version is among them."""
    candidates = (place.candidate for _, place in versions if place.lang == "en")
    return next(((one.text, one.stem_text) for one in candidates), None)


def _in_english(store: Store, places: Iterable[Place]) -> Mapping[tuple[str, str], tuple[str, str]]:
    """By document and pinpoint, what the English versions of operative paragraphs say, and their stems."""
    wanted = [(place.symbol, place.pinpoint, place.pinpoint.partition("(")[0]) for place in places]
    rows = store.connection.execute(
        "SELECT d.symbol, p.pinpoint, p.text FROM json_each(?) AS wanted"
        " JOIN documents AS d ON d.symbol = wanted.value ->> 0 AND d.lang = 'en'"
        " JOIN paragraphs AS p ON p.doc = d.id AND p.kind = 'operative'"
        " AND p.pinpoint IN (wanted.value ->> 1, wanted.value ->> 2)",
        (json.dumps(wanted),),
    )
    said = {(symbol, pinpoint): text for symbol, pinpoint, text in rows}
    return {
        (symbol, pinpoint): (said[symbol, pinpoint], said.get((symbol, above), ""))
        for symbol, pinpoint, above in wanted
        if (symbol, pinpoint) in said
    }
