"""Of what answers nearly as well, that which has the Council's words for those of the question.

The bynames of a decision are in words of every day; what a word stands for in the Council's texts was learned
from all of them (`corpus.renderings`), and holds for decisions that nobody has called by that word. Beside
that, what the world calls by the very words of the question comes first, and what can be read in its
language.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from operator import mul

from mandex.corpus import renderings
from mandex.corpus.fold import is_chinese
from mandex.corpus.store import Store
from mandex.index.lookup.candidates import Place
from mandex.index.lookup.living import Judged
from mandex.index.lookup.question import Question
from mandex.index.lookup.scoring import Judgement, rendering_too
from mandex.index.text.terms import STOP_WORDS, terms

_LOOKED_AT = 30  # groups, the best
_SHORT = 8  # terms that every text is taken to have at least
# What each adds to the logarithm of a score; fitted by listwise softmax over 882 questions.
_NEAR = 0.3  # for each unit of `Asked.near`
_CALLED = 0.25  # for the cube of how well its bynames fit, of which 1 is the best
_READ = 0.3  # for a text in the language of the question
_COVERED = 0.8  # for the logarithm of how much of the question is met, beside what `scoring` gives it


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
    terms_asked = Asked(term for term, _ in asked.words)
    lang = "zh" if is_chinese(asked.text) else "en"
    found = []
    for versions in first:
        place = versions[0][1]
        own = _english(versions) or english.get((place.symbol, place.pinpoint), ("", ""))
        tells = _NEAR * terms_asked.near(renders(" ".join((*own, place.candidate.title)))) if own[0] else 0.0
        tells += _CALLED * place.candidate.called.fit**3
        tells += _READ * any(version.lang.startswith(lang) for _, version in versions)
        found.append([_rendering_too(*version, tells) for version in versions])
    return sorted(found, key=_best, reverse=True) + list(groups[_LOOKED_AT:])


class Asked:
    """What the terms of a question ask for, to be compared with texts."""

    def __init__(self, words: Iterable[str]) -> None:
        vectors = [vector for word in words if (vector := renderings.asked(word))]
        self._sum = [sum(numbers) for numbers in zip(*vectors, strict=True)]
        self._unit = renderings.UNIT**2 / math.sqrt(len(vectors) or 1)
        self._near: dict[str, int | None] = {}  # of a term of a text; none where it tells nothing

    def near(self, text: Set[str]) -> float:
        """How near a text with these terms is to what is asked: over the roots of how many terms tell
        anything of each.
        """
        known = [near for term in text if (near := self._near_term(term)) is not None]
        return self._unit * sum(known) / math.sqrt(max(_SHORT, len(known)))

    def _near_term(self, term: str) -> int | None:
        if term not in self._near:
            vector = renderings.said(term)
            self._near[term] = sum(map(mul, self._sum, vector)) if vector else None
        return self._near[term]


def _rendering_too(judgement: Judgement, place: Place, tells: float) -> Judged:
    """A version judged so, and its candidate, should that be judged again."""
    tells += _COVERED * math.log(judgement.covered)
    return rendering_too(judgement, tells), replace(place, candidate=replace(place.candidate, rendered=tells))


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
