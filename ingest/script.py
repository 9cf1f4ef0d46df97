"""Which language a text is in, and which Chinese script; folding of scripts for matching.

Folding is for matching only: what is stored and shown stays as it was printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from string import ascii_letters, ascii_lowercase

from mandex.corpus.languages import Lang
from mandex.corpus.records import dataclass

SAMPLE = 40_000  # characters looked at; a masthead in another language must not decide
_OPENING = 1_000

# One Chinese character carries about what three Latin letters do.
_LETTERS_PER_HANZI = 3
_FOREIGN_SCRIPTS = {
    "ru": re.compile(r"[\u0400-\u04ff]+"),
    "ar": re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]+"),
    "ja": re.compile(r"[\u3040-\u30ff]+"),
    "ko": re.compile(r"[\uac00-\ud7af]+"),
}
_HANZI = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_LATIN = re.compile(r"[\u00c0-\u024f]+")  # beside those of ASCII
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_WORD = re.compile(r"[a-z\u00e0-\u00ff]+")
# The same words, where there are no others: blanks between them.
_WORDS_APART = bytes(code if chr(code) in ascii_lowercase else 0x20 for code in range(0x100))
# Function words that the three Latin-script UN languages do not share.
_FUNCTION_WORDS: dict[str, Sequence[str]] = {
    "en": ("the", "of", "and", "to", "in", "that", "for", "by", "with", "its", "is", "on", "this", "which"),
    "fr": ("le", "la", "les", "des", "du", "et", "dans", "une", "que", "pour", "par", "sur", "au", "aux"),
    "es": ("el", "los", "las", "del", "y", "en", "una", "que", "para", "por", "con", "su", "sus", "al"),
}
_CITING_WORDS = (
    "resolution", "resolutions", "paragraph", "paragraphs", "para", "paras", "op", "security", "council",
    "unsc", "unscr", "res", "adopted",
)  # fmt: skip
_FEW_WORDS = 200  # a page of citations, not a document
_MOSTLY_CITING = 0.2  # of the words
_NAMES = {
    "en": "English", "zh-Hans": "Chinese (simplified)", "zh-Hant": "Chinese (traditional)", "fr": "French",
    "es": "Spanish", "ru": "Russian", "ar": "Arabic", "ja": "Japanese", "ko": "Korean",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Language:
    """What `detect` found: `lang` where Mandex reads the language, else the problem's code and its words."""

    lang: Lang | None
    code: str = ""
    message: str = ""


def detect(text: str) -> Language:
    """The dominant language of a text; other UN languages are told apart from noise."""
    sample = text[:SAMPLE]
    if sample.isascii():
        return _latin_language(sample)
    others = "".join(_BEYOND_ASCII.findall(sample))
    hanzi = _count(_HANZI, others)
    latin = _ascii_letters(sample) + _count(_LATIN, others)
    foreign = {name: _count(pattern, others) for name, pattern in _FOREIGN_SCRIPTS.items()}
    name, count = max(foreign.items(), key=lambda item: item[1])
    if count > max(latin, hanzi) or (name in {"ja", "ko"} and count * 5 > hanzi > 0 and count > latin):
        return _unsupported(name)
    if hanzi * _LETTERS_PER_HANZI > latin:
        return Language(_chinese_script(sample))
    return _latin_language(sample)


def _count(letters: re.Pattern[str], sample: str) -> int:
    return sum(map(len, letters.findall(sample)))


def _ascii_letters(sample: str) -> int:
    plain = sample.encode("ascii", "ignore")
    return len(plain) - len(plain.translate(None, ascii_letters.encode()))


def _latin_language(sample: str) -> Language:
    """The language of running text; a list of names may follow an opening that has enough of it."""
    found = _language_of_words(sample)
    if found.lang or found.code == "unsupported-language":
        return found
    return _language_of_words(sample[:_OPENING])


def _language_of_words(sample: str) -> Language:
    words = Counter(_words_of(sample))
    total = words.total()
    hits = {name: sum(words[w] for w in known) for name, known in _FUNCTION_WORDS.items()}
    best = max(hits, key=lambda name: hits[name])
    # Function words are 30 to 45 % of running text, and hardly occur in a language that is not theirs.
    # A few lines of citations have hardly any, but the words in which resolutions are cited.
    cited = sum(words[word] for word in _CITING_WORDS) if total <= _FEW_WORDS else 0
    if total and cited >= _MOSTLY_CITING * total and hits["en"] >= hits[best]:
        return Language("en")
    if total == 0 or hits[best] < 0.12 * total:
        return Language(None, "unknown-language", "the language could not be told; is the text damaged?")
    return Language("en") if best == "en" else _unsupported(best)


def _words_of(sample: str) -> list[str]:
    if any(map(str.isalpha, set("".join(_BEYOND_ASCII.findall(sample))))):
        return _WORD.findall(sample.lower())
    return sample.encode("ascii", "replace").lower().translate(_WORDS_APART).decode("ascii").split()


def _unsupported(name: str) -> Language:
    message = f"the text is in {_NAMES[name]}; Mandex reads English and Chinese"
    return Language(None, "unsupported-language", message)


def _chinese_script(sample: str) -> Lang:
    simplified, traditional = _only_simplified(), _folding()
    counts = Counter(sample)
    hans = sum(count for c, count in counts.items() if c in simplified)
    hant = sum(count for c, count in counts.items() if ord(c) in traditional)
    return "zh-Hant" if hant > hans else "zh-Hans"


def fold(text: str) -> str:
    """Traditional characters replaced by simplified ones, one code point for one."""
    return text.translate(_folding())


@lru_cache(maxsize=1)
def _folding() -> dict[int, str]:
    """Every character that OpenCC's `tw2s` changes on its own."""
    return _changed("tw2s")


@lru_cache(maxsize=1)
def _only_simplified() -> frozenset[str]:
    return frozenset(map(chr, _changed("s2t")))


def _changed(configuration: str) -> dict[int, str]:
    from opencc import OpenCC  # noqa: PLC0415 - a second to load, and not every text is Chinese

    characters = [chr(c) for c in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
    converted = OpenCC(configuration).convert("\n".join(characters)).split("\n")
    return {ord(a): b for a, b in zip(characters, converted, strict=True) if a != b and len(b) == 1}
