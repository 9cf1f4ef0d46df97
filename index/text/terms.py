"""One tokenizer for indexing and for asking, so that what is asked is cut exactly as what was stored.

Text is first folded, one character for one: lower case, no accents, simplified Chinese, half-width forms. So
a place in the folded text is the same place in the original. Words are then stemmed; a run of Chinese
characters becomes overlapping pairs, each standing at its first character, and the run's last character
alone: every character begins exactly one token, any two or more neighbours are a phrase, and one alone is a
prefix.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import add

from mandex.corpus.compiled import compiled
from mandex.corpus.fold import HAN, fold, replaced
from mandex.corpus.records import dataclass
from mandex.index.text.stems import stem, stems

# Raised whenever the same text would give other tokens, marks or profiles: older indexes are built anew.
ANALYSIS_VERSION = 5

STOP_WORDS = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "had", "has", "have", "in",
    "into", "is", "it", "its", "of", "on", "or", "that", "the", "their", "there", "these", "this", "those",
    "to", "under", "was", "were", "which", "will", "with",
})  # fmt: skip

_TOKEN = compiled(
    rf"(?P<han>[{HAN}]+)"  # a run of Chinese characters
    rf"|(?P<word>[^\W_{HAN}]+)"  # letters and digits of any other script
)
# The same words, folded, where there are no others: blanks between them.
_WORDS_APART = bytes(
    ord(char.lower()) if code < 0x80 and (char := chr(code)).isalnum() else 0x20 for code in range(0x100)
)


@dataclass(frozen=True, slots=True)
class Token:
    """One indexed term and the characters that it stands for."""

    term: str
    start: int
    end: int


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
    folded = text if text.isascii() else fold(text)
    if folded.isascii():
        return stems(replaced(folded, _WORDS_APART).split())
    out: list[str] = []
    for han, word in _TOKEN.findall(folded):
        if word:
            out.append(stem(word))
        else:
            out += map(add, han, han[1:])
            out.append(han[-1])
    return out
