"""The force of a verb that was exchanged within a sentence: *and [urge -> encourage] the Government to*.

Verbs that open a demand are compared as demands; these stand in recitals and within what is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from mandex.corpus import lexicon
from mandex.index.compare.sides import Change, plain
from mandex.index.compare.words import Edit
from mandex.index.text.stems import stem

_NOT_ASKED = frozenset({"note", "decide"})
_WORD = re.compile(r"\s*(?P<word>[A-Za-z]+)(?=\W|$)")
_DEGREE = "(?:大力|强烈|进一步|再次|还|又)?"


def said_with_another_force(edits: Sequence[Edit], old: set[int], new: set[int]) -> Iterator[Change]:
    """Each verb of asking that took the place of one of another force; `old` and `new` are where the demands
    of the two texts begin.
    """
    i = j = 0
    for edit, other in zip(edits, (*edits[1:], Edit("keep", "")), strict=True):
        if edit.operation == "drop" and other.operation == "add" and not (i in old and j in new):
            one, two = _asking(edit.text), _asking(other.text)
            if one and two and one[1] != two[1]:
                yield Change("force", one[0], two[0])
        i += len(edit.text) if edit.operation != "add" else 0
        j += len(edit.text) if edit.operation != "drop" else 0


def _asking(text: str) -> tuple[str, str] | None:
    """The verb of asking with which a stretch begins, and its force."""
    if match := _WORD.match(text):
        force = _english().get(stem(match["word"].lower()))
        return (match["word"], force) if force else None
    match = _chinese().match(plain(text))
    return (match[0], _forces()[match["verb"]]) if match else None


@cache
def _english() -> dict[str, str]:
    """By stem; verbs of one word, for the second may follow anywhere."""
    return {
        stem(verb.form.lower()): verb.force
        for verb in lexicon.verbs()
        if verb.lang == "en" and verb.form.isalpha() and verb.force not in _NOT_ASKED
    }


@cache
def _forces() -> dict[str, str]:
    return {plain(v.form): v.force for v in lexicon.verbs() if v.lang != "en" and v.force not in _NOT_ASKED}


@cache
def _chinese() -> re.Pattern[str]:
    verbs = sorted((verb for verb in _forces() if len(verb) > 1), key=len, reverse=True)
    return re.compile(f"{_DEGREE}(?P<verb>{'|'.join(map(re.escape, verbs))})")
