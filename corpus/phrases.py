"""Finding many fixed phrases in a text at once, in English and in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

# A word, with an apostrophe inside (`Da'esh`) but without the possessive.
_WORD = re.compile(r"[^\W_]+(?:['’](?![sS]\b)[^\W_]+)*")
_HAN = re.compile(r"[\u3400-\u9fff]")
_GAP = "…"
# British spelling, whatever the ending: organisation, demobilised.
_ISE = re.compile(r"(?<=[a-z]{3})is(?=(?:e[ds]?|ing|ations?)$)")


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase of the entry `id` at `start` .. `end` of the text."""

    id: str
    start: int
    end: int


def _stem(word: str) -> str:
    """A word without the plural's ending and in American spelling, so that phrases are listed once."""
    word = _ISE.sub("iz", word.lower().replace("’", "'"))
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _is_abbreviation(word: str) -> bool:
    """`CAR`, `FTFs`, `1540`: written in capitals, and so to be found only in capitals."""
    return len(word) > 1 and word[:2].isupper()


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    return word.rstrip("s") if _is_abbreviation(word) else _stem(word)


def _gap_pattern(head: str, tail: str) -> re.Pattern[str]:
    if _HAN.search(head):
        return re.compile(re.escape(head) + "[^。；，]{0,30}?" + re.escape(tail))
    head, tail = re.escape(head.strip()), re.escape(tail.strip())
    return re.compile(rf"\b{head}\w*\b[^.;]{{0,80}}?\b{tail}", re.IGNORECASE)


class PhraseTable:
    """Phrases with the entry each stands for.

    English phrases match whole words in any case, number and spelling (`-ise`, `-ize`), abbreviations in
    capitals only. Chinese phrases match anywhere, in simplified script: fold a traditional text first, one
    character for one. `…` in a phrase stands for some words of the same clause.
    """

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._words: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._chars: dict[str, list[tuple[str, str]]] = {}
        self._gaps: list[tuple[re.Pattern[str], str]] = []
        for phrase, id_ in phrases:
            self._add(phrase, id_)
        for words in self._words.values():
            words.sort(key=lambda entry: -len(entry[0]))
        for chars in self._chars.values():
            chars.sort(key=lambda entry: -len(entry[0]))

    def _add(self, phrase: str, id_: str) -> None:
        if _GAP in phrase:
            self._gaps.append((_gap_pattern(*phrase.split(_GAP)), id_))
        elif _HAN.search(phrase):
            self._chars.setdefault(phrase[0], []).append((phrase, id_))
        elif words := tuple(_key(match[0]) for match in _WORD.finditer(phrase)):
            self._words.setdefault(words[0], []).append((words[1:], id_))

    def find(self, text: str) -> list[Found]:
        """Every phrase, the longest at each place, in the order of the text; phrases may overlap."""
        found = [*self._find_words(text), *self._find_chars(text)]
        for pattern, id_ in self._gaps:
            found += [Found(id_, match.start(), match.end()) for match in pattern.finditer(text)]
        return sorted(found, key=lambda f: (f.start, -f.end))

    def longest(self, text: str) -> list[Found]:
        """As `find`, but of phrases that overlap only the leftmost and longest."""
        out: list[Found] = []
        for found in self.find(text):
            if not out or found.start >= out[-1].end:
                out.append(found)
        return out

    def _find_words(self, text: str) -> Iterator[Found]:
        if not self._words:
            return
        matches = list(_WORD.finditer(text))
        keys = [_key(match[0]) for match in matches]
        for index, key in enumerate(keys):
            for rest, id_ in self._words.get(key, ()):
                last = index + len(rest)
                if tuple(keys[index + 1 : last + 1]) == rest:
                    yield Found(id_, matches[index].start(), matches[last].end())
                    break

    def _find_chars(self, text: str) -> Iterator[Found]:
        if not self._chars or not _HAN.search(text):
            return
        for index, char in enumerate(text):
            for phrase, id_ in self._chars.get(char, ()):
                if text.startswith(phrase, index):
                    yield Found(id_, index, index + len(phrase))
                    break
