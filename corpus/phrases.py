"""Finding many fixed phrases in a text at once, in English and in Chinese."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from mandex.corpus.fold import is_chinese

# A word, with an apostrophe inside (`Da'esh`) but without the possessive.
_WORD = re.compile(r"([^\W_]+(?>['’](?![sS]\b)[^\W_]+)*+)")
_ASCII_WORD = re.compile(
    r"([a-zA-Z0-9]+(?>'(?![sS]\b)[a-zA-Z0-9]+)*+)"
)  # the same, where there are no others
_GAP = "…"
# Titles of treaties, set off or not: 《禁止化学武器公约》.
_QUOTES = re.compile(r"[《》〈〉]")
_FIRST_CODE = 0x100  # of the characters that stand for words; a blank stands for every other word
# British spelling, whatever the ending: organisation, demobilised.
_ISE = re.compile(r"(?<=[a-z]{3})is(?=(?:e[ds]?|ing|ations?)$)")


class Found(NamedTuple):
    """A phrase of the entry `id` at `start` .. `end` of the text."""

    id: str
    start: int
    end: int


_found = partial(tuple.__new__, Found)  # in half the time that `Found(...)` takes


def _stem(word: str) -> str:
    """A word without the plural's ending and in American spelling, so that phrases are listed once."""
    word = word.lower().replace("’", "'")
    if "is" in word:
        word = _ISE.sub("iz", word)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _is_abbreviation(word: str) -> bool:
    """`CAR`, `FTFs`, `1540`: written in capitals, and so to be found only in capitals."""
    return len(word) > 1 and word[:2].isupper()


class Codes(dict[str, str]):
    """One character for each word that phrases have, a blank for every other word: a text is then a string of
    them, the same for all tables that share the codes. Kept for the words met first: a collection has some
    ten thousand.
    """

    __hash__ = object.__hash__  # type: ignore[assignment] # by identity, as a key of what is kept
    __eq__ = object.__eq__

    def __init__(self) -> None:
        super().__init__()
        self._of_key: dict[str, str] = {}

    def __missing__(self, word: str) -> str:
        code = self._of_key.get(_key(word), " ")
        if len(self) < _MOST_WORDS:
            self[word] = code
        return code

    def of_phrase(self, phrase: str) -> str:
        """A phrase as a string of codes, which its words have from now on."""
        words = _ASCII_WORD if phrase.isascii() else _WORD
        keys = list(map(_key, words.findall(phrase)))
        if self and not self._of_key.keys() >= set(keys):  # words may have been met that had no code
            self.clear()
            _coded.cache_clear()
            _coded_whole.cache_clear()
        of_key = self._of_key
        return "".join([of_key.setdefault(key, chr(_FIRST_CODE + len(of_key))) for key in keys])


_MOST_WORDS = 1 << 16


@lru_cache(maxsize=_MOST_WORDS)
def _key(word: str) -> str:
    """What a word is looked for by."""
    return word.rstrip("s") if _is_abbreviation(word) else _stem(word)


@lru_cache(maxsize=1 << 8)
def _words_in(text: str) -> tuple[list[int], list[str]]:
    """Where the words of a text begin and end, in turn, and the words; several tables ask about one text."""
    # What stands between words, and words, in turn.
    parts = (_ASCII_WORD if text.isascii() else _WORD).split(text)
    return list(accumulate(map(len, parts))), parts[1::2]


class _Part(NamedTuple):
    """Words `first` to `last` of a `whole` text: those of a part of it, which begins at `start`."""

    whole: str
    first: int
    last: int | None
    start: int


_paragraph = ""  # whose clauses are asked about


def read_paragraph(text: str) -> None:
    """Say whose clauses are asked about next: their words are parts of its words, which are read once."""
    global _paragraph  # noqa: PLW0603 - what is asked about any text is the same, whatever was said
    _paragraph = text


@lru_cache(maxsize=1 << 8)
def _part(text: str) -> _Part:
    whole = _paragraph
    start = whole.find(text)
    end = start + len(text)
    if start < 0 or _is_within_word(whole, start) or _is_within_word(whole, end):
        return _Part(text, 0, None, 0)
    places, _ = _words_in(whole)
    return _Part(whole, (bisect_left(places, start) + 1) // 2, bisect_right(places, end) // 2, start)


def _is_within_word(text: str, place: int) -> bool:
    """Whether a word may go on over a place."""
    around = text[max(0, place - 1) : place + 1]
    return len(around) > 1 and all(char.isalnum() or char in "_'’" for char in around)


@lru_cache(maxsize=1 << 8)
def _coded(codes: Codes, text: str) -> str:
    """A text by its words; that of a clause is a part of its paragraph's."""
    whole, first, last, _ = _part(text)
    if whole is not text:
        return _coded_whole(codes, whole)[first:last]
    return _coded_whole(codes, text)


@lru_cache(maxsize=1 << 4)
def _coded_whole(codes: Codes, text: str) -> str:
    return "".join(map(codes.__getitem__, _words_in(text)[1]))


@cache  # when the first half is met: most never are
def _gap_pattern(head: str, tail: str) -> re.Pattern[str]:
    if is_chinese(head):
        return re.compile(re.escape(head) + "[^。；，]{0,30}?" + re.escape(tail))
    head, tail = re.escape(head.strip()), re.escape(tail.strip())
    return re.compile(rf"\b{head}\w*\b[^.;]{{0,80}}?\b{tail}", re.IGNORECASE)


class PhraseTable:
    """Phrases with the entry each stands for.

    English phrases match whole words in any case, number and spelling (`-ise`, `-ize`), abbreviations in
    capitals only. Chinese phrases match anywhere, in simplified script: fold a traditional text first, one
    character for one. `…` in a phrase stands for some words of the same clause.
    """

    def __init__(self, phrases: Iterable[tuple[str, str]], codes: Codes | None = None) -> None:
        self._codes = Codes() if codes is None else codes
        self._gaps: list[tuple[str, str, str]] = []
        heads: dict[str, list[int]] = {}
        words: dict[str, str] = {}
        chars: dict[str, str] = {}
        for phrase, id_ in phrases:
            if _GAP in phrase:
                head, tail = phrase.split(_GAP)
                heads.setdefault(head.strip().lower(), []).append(len(self._gaps))
                self._gaps.append((head, tail, id_))
            elif is_chinese(phrase):
                chars.setdefault(_QUOTES.sub("", phrase), id_)
            elif coded := self._codes.of_phrase(phrase):
                words.setdefault(coded, id_)
        self._coded, self._word_ids = list(words), list(words.values())
        self._chars, self._char_ids = AhoCorasick(list(chars)), list(chars.values())
        self._heads, self._with_head = AhoCorasick(list(heads)), list(heads.values())

    @cached_property
    def _words(self) -> AhoCorasick:
        return AhoCorasick(self._coded)

    @cached_property
    def _longest_words(self) -> AhoCorasick:
        return AhoCorasick(self._coded, matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str) -> list[Found]:
        """Every phrase, the longest at each place, in the order of the text; phrases may overlap."""
        found = self._find_words(text) if self._word_ids else []
        if self._char_ids and is_chinese(text):
            found += self._find_chars(text)
        if self._gaps:
            found += self._find_gaps(text)
        return sorted(found, key=_order) if len(found) > 1 else found

    def longest(self, text: str) -> list[Found]:
        """As `find`, but of phrases that overlap only the leftmost and longest."""
        if not (self._gaps or is_chinese(text)):
            if not self._word_ids:  # of the names that most documents do not define
                return []
            words = self._longest_words.find_matches_as_indexes(_coded(self._codes, text))
            return self._at_words(text, words) if words else []
        out: list[Found] = []
        for found in self.find(text):
            if not out or found.start >= out[-1].end:
                out.append(found)
        return out

    def _find_words(self, text: str) -> list[Found]:
        found = self._words.find_matches_as_indexes(_coded(self._codes, text), overlapping=True)
        return self._at_words(text, _longest(found)) if found else []

    def _at_words(self, text: str, found: Iterable[tuple[int, int, int]]) -> list[Found]:
        """What is found from one word to another, at its characters."""
        whole, before, _, start = _part(text)
        places, _ = _words_in(whole)
        return [
            _found(
                (
                    self._word_ids[number],
                    places[2 * (before + first)] - start,
                    places[2 * (before + last) - 1] - start,
                )
            )
            for number, first, last in found
        ]

    def _find_gaps(self, text: str) -> Iterator[Found]:
        lower, ascii_ = text.lower(), text.isascii()
        places: dict[int, list[int]] = {}
        for head, at, _ in self._heads.find_matches_as_indexes(lower, overlapping=True):
            for number in self._with_head[head]:
                places.setdefault(number, []).append(at)
        for number in sorted(places):
            start, goes_on, id_ = self._gaps[number]
            if ascii_ and goes_on.strip().lower() not in lower:
                continue
            pattern = _gap_pattern(start, goes_on)
            # Some letters that are not ASCII are equal to others only where case is ignored.
            found = _matches_at(pattern, text, places[number]) if ascii_ else pattern.finditer(text)
            for match in found:
                yield Found(id_, match.start(), match.end())

    def _find_chars(self, text: str) -> Iterator[Found]:
        at: Sequence[int] = range(len(text))
        if _QUOTES.search(text):  # 《公约》任择议定书 is 公约任择议定书
            at = [index for index, char in enumerate(text) if not _QUOTES.match(char)]
            text = "".join([text[index] for index in at])
        for number, first, last in _longest(self._chars.find_matches_as_indexes(text, overlapping=True)):
            yield Found(self._char_ids[number], at[first], at[last - 1] + 1)


def _matches_at(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """What `finditer` gives, where matches begin nowhere but at some places."""
    end = 0
    for at in places:
        if at >= end and (match := pattern.match(text, at)):
            yield match
            end = match.end()


def _order(found: Found) -> tuple[int, int]:
    return found.start, -found.end


def _longest(found: Iterable[tuple[int, int, int]]) -> Iterable[tuple[int, int, int]]:
    """Of the matches that begin at one place the longest."""
    best: dict[int, tuple[int, int, int]] = {}
    for match in found:
        if match[1] not in best or match[2] > best[match[1]][2]:
            best[match[1]] = match
    return best.values()
