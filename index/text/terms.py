"""One tokenizer for indexing and for asking, so that what is asked is cut exactly as what was stored.

Text is first folded, one character for one: lower case, no accents, simplified Chinese, half-width forms. So
a place in the folded text is the same place in the original. Words are then stemmed; a run of Chinese
characters becomes overlapping pairs, each standing at its first character, and the run's last character
alone: every character begins exactly one token, any two or more neighbours are a phrase, and one alone is a
prefix.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from mandex.index.text.stems import stem

# Raised whenever the same text would give other tokens, marks or profiles: older indexes are built anew.
ANALYSIS_VERSION = 4

_FIRST_HAN = 0x2E80
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
STOP_WORDS = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "had", "has", "have", "in",
    "into", "is", "it", "its", "of", "on", "or", "that", "the", "their", "there", "these", "this", "those",
    "to", "under", "was", "were", "which", "will", "with",
})  # fmt: skip

_TOKEN = re.compile(
    rf"(?P<han>[{HAN}]+)"  # a run of Chinese characters
    rf"|(?P<word>[^\W_{HAN}]+)"  # letters and digits of any other script
)
_HAN = re.compile(f"[{HAN}]")
_LIKE_ASCII = str.maketrans(
    "‐‑‒–—―−﹣－“”„‟«»〝〞「」『』‘’‚‛′`´",
    "---------\"\"\"\"\"\"\"\"\"\"\"\"'''''''",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One indexed term and the characters that it stands for."""

    term: str
    start: int
    end: int


class _Folding(dict[int, str]):
    """The table for `str.translate`, filled as characters are met: most texts meet a few hundred."""

    def __missing__(self, code: int) -> str:
        char = _plain(chr(code))  # first: a radical or a compatibility form may stand for a character
        if ord(char) >= _FIRST_HAN:
            char = _simplified().get(char, char)
        self[code] = char
        return char


@cache
def _simplified() -> dict[str, str]:
    """Traditional to simplified, character for character, as OpenCC's `tw2s` has it (see docs/sources.md)."""
    table = resources.files("mandex.corpus").joinpath("data/simplified.txt").read_text("utf-8")
    traditional, simplified = table.splitlines()
    return dict(zip(traditional, simplified, strict=True))


def _plain(char: str) -> str:
    """One character without case, accent or width; always one character."""
    parts = unicodedata.normalize("NFKD", char.translate(_LIKE_ASCII))
    if len(parts) > 1 and all(unicodedata.combining(c) for c in parts[1:]):
        parts = parts[0]
    if len(parts) == 1:
        char = parts.translate(_LIKE_ASCII)  # again: a narrow or upright mark may stand for one of these
    return char.lower()[0] if not char.isspace() else " "


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text for matching, of the same length: lower case, plain letters, simplified Chinese."""
    return text.translate(_FOLDING)


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text, in order, with their places in it."""
    folded = fold(text)
    for match in _TOKEN.finditer(folded):
        start, end = match.span()
        if match["word"]:
            yield Token(stem(match["word"]), start, end)
        else:
            for i in range(start, end):
                yield Token(folded[i : min(i + 2, end)], i, min(i + 2, end))


def terms(text: str) -> list[str]:
    """The terms of a text in order; what `tokens` gives, without places."""
    out: list[str] = []
    for han, word in _TOKEN.findall(fold(text)):
        if word:
            out.append(stem(word))
        else:
            out += [han[i : i + 2] for i in range(len(han))]
    return out


def is_chinese(text: str) -> bool:
    """Whether a text holds at least one Chinese character."""
    return bool(_HAN.search(text))
