"""English inflections brought to one form: *extends, extended, extending* meet in `extend`.

Steps 1 and 5a of M. F. Porter, "An algorithm for suffix stripping" (Program 14, 1980): plurals, *-ed*,
*-ing*, *-y*, final *-e*. The later steps strip derivations as well, and would make one word of *organ* and
*organization*, or of *nation* and *national*. British and American spellings meet too.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

_IRREGULAR = {
    "children": "child", "women": "woman", "men": "man", "crises": "crisis", "bases": "basis",
    "taken": "take", "took": "take", "held": "hold", "met": "meet", "given": "give", "gave": "give",
    "made": "make", "undertaken": "undertake", "undertook": "undertake", "chosen": "choose",
    "sought": "seek", "led": "lead", "was": "be", "were": "be", "is": "be", "are": "be", "been": "be",
    "has": "have", "had": "have", "during": "during", "news": "news",
    "programme": "program", "programmes": "program", "centre": "center", "centres": "center",
    "defence": "defense", "offence": "offense", "offences": "offense", "offense": "offense",
    "offenses": "offense", "defense": "defense", "licence": "license",
}  # fmt: skip
_VOWELS = frozenset("aeiou")
_SHORTEST = 4  # letters; shorter words are left as they are
_CHANGED = 3  # letters at the end of a stem that may differ from the word's


def _vowel(word: str, i: int) -> bool:
    return word[i] in _VOWELS or (word[i] == "y" and i > 0 and word[i - 1] not in _VOWELS)


def _has_vowel(word: str) -> bool:
    return any(_vowel(word, i) for i in range(len(word)))


def _measure(word: str) -> int:
    """How many vowel-consonant sequences the word has (Porter's m)."""
    vowels = [_vowel(word, i) for i in range(len(word))]
    return sum(1 for a, b in pairwise(vowels) if a and not b)


def _ends_short(word: str) -> bool:
    """Consonant, vowel, consonant at the end, as in *hop* (Porter's *o)."""
    n = len(word)
    return (
        n >= 3 and not _vowel(word, n - 1) and _vowel(word, n - 2) and not _vowel(word, n - 3)
        and word[-1] not in "wxy"
    )  # fmt: skip


def _plural(word: str) -> str:
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("ies"):
        return word[:-2]
    if word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    return word[:-1]


def _participle(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for suffix in ("ed", "ing"):
        base = word.removesuffix(suffix)
        if base != word and _has_vowel(base):
            if base.endswith(("at", "bl", "iz", "is")):
                return base + "e"
            if len(base) > 2 and base[-1] == base[-2] and base[-1] not in "aeioulsz":
                return base[:-1]
            return base + "e" if _measure(base) == 1 and _ends_short(base) else base
    return word


def _spelling(word: str) -> str:
    """American endings for British ones: *organisation*, *labour*."""
    for british, american in (("isation", "ization"), ("ise", "ize"), ("our", "or")):
        if word.endswith(british) and len(word) > len(british) + 2:
            return word[: -len(british)] + american
    return word


def stem(word: str) -> str:
    """The common form of a lower-case word's inflections; words with digits or other letters stay."""
    return _STEMS[word]


def stems(words: Iterable[str]) -> list[str]:
    """The common form of each of some lower-case words."""
    return list(map(_STEMS.__getitem__, words))


class _Stems(dict[str, str]):
    """The stems of the words met first: a collection has some ten thousand. A dictionary is asked in half the
    time of a cached function.
    """

    def __missing__(self, word: str) -> str:
        found = _stemmed(word)
        if len(self) < _MOST_WORDS:
            self[word] = found
        return found


_STEMS = _Stems()
_MOST_WORDS = 1 << 16


def _stemmed(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()):
        return word
    word = _spelling(_participle(_plural(word)))
    if word.endswith("y") and _has_vowel(word[:-1]):
        word = word[:-1] + "i"
    if word.endswith("e"):
        base = word[:-1]
        m = _measure(base)
        if m > 1 or (m == 1 and not _ends_short(base)):
            return base
    return word


def beginnings(term: str) -> list[str]:
    """With what the words begin of which `term` is the stem: for *policy* (`polici`) `pol`."""
    irregular = [word for word, common in _IRREGULAR.items() if common == term]
    if len(term) < _SHORTEST - 1 or not (term.isascii() and term.isalpha()):
        return [term, *irregular]
    shared = max(_SHORTEST - 1, len(term) - _CHANGED)
    return [*{term[:shared], term.replace("iz", "is")[:shared]}, *irregular]


def keeps(prefix: str) -> bool:
    """Whether the words are known to begin with `prefix` whose stems do: those of `ta` do not, for *took* is
    `take`.
    """
    irregular = (word for word, common in _IRREGULAR.items() if common.startswith(prefix))
    return len(prefix) < _SHORTEST and all(word.startswith(prefix) for word in irregular)
