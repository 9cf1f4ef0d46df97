"""The words with which preambular and operative paragraphs open (UN Editorial Manual, "Resolutions").

A preambular paragraph opens with a participle or adjective and ends with a comma; an operative one opens
with a finite verb. In Chinese the same verb serves both, and only numbering and punctuation tell.
The words are in `corpus/data/openers.csv`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mandex.corpus import tables
from mandex.corpus.expressions import Expression
from mandex.corpus.languages import Lang, Tongue, by_tongue
from mandex.ingest.script import fold

_ING = r"(?P<ing>[A-Z]?[a-z]*-?[a-z]+ing)\b"
# What points back to the words before goes on: 确认这是…, 表示注意到为此部署了…; of 49 such clauses of
# recitals 48 do. 认识到，实现这一… begins one.
_BACK = Expression(r"，?.{0,3}?(?:这(?!一|种)|他们|[为在]此(?!前))")
LONGEST = 10  # characters of the words of `corpus/data/recitals.csv`


@lru_cache(maxsize=16)
def _words(lang: Tongue, role: str) -> tuple[str, ...]:
    words = [row["word"] for row in tables.rows("openers") if row["lang"] == lang and row["role"] == role]
    return tuple(sorted(words, key=len, reverse=True))


def _one_of(lang: Tongue, role: str) -> str:
    return "(?:" + "|".join(map(re.escape, _words(lang, role))) + ")"


@lru_cache(maxsize=4)
def _pattern(role: str) -> Expression:
    """Compiled once, at first use."""
    if role == "zh":
        return Expression(f"{_one_of('zh', 'adverb')}*{_one_of('zh', 'verb')}")
    adverbs = rf"(?:(?:{_one_of('en', 'adverb')}),? (?:and )?){{0,2}}"
    if role == "finite":
        return Expression(rf"{adverbs}(?i:{_one_of('en', 'finite')})\b")
    return Expression(rf"{adverbs}(?:(?i:{_one_of('en', 'adjective')})\b|{_ING})")


def participle(text: str) -> str:
    """The opening words of an English preambular paragraph; empty where it opens with none.

    >>> participle("Strongly condemning the attacks")
    'Strongly condemning'
    """
    if not text[:1].isupper():
        return ""
    match = _pattern("participle").match(text)
    if not match or (match["ing"] or "") in _words("en", "not-participle"):
        return ""
    return match[0]


def finite(text: str) -> str:
    """The opening words of an English operative paragraph; empty where it opens with none."""
    if not text[:1].isupper():
        return ""
    match = _pattern("finite").match(text)
    return match[0] if match else ""


def chinese(text: str) -> str:
    """The opening verb of a Chinese paragraph, as printed, in either script; empty where there is none."""
    match = _pattern("zh").match(fold(text[:24]))
    return text[: match.end()] if match else ""


def leads(text: str, lang: Lang) -> bool:
    """Whether words that can open a paragraph and continue a sentence do the former more often.

    Any opener in English, where it has a capital letter; in Chinese what the longest known words do:
    `recitals.csv` has those found more often at the start of a recital than after a comma within one, and
    the reverse (Council resolutions of 2020 to 2026; 83 % of 5,700 places in resolutions not counted).
    """
    return by_tongue(lang, en=_leads_english, zh=_leads_chinese)(text)


def _leads_english(text: str) -> bool:
    return _opener_english(text) not in ("", "States")  # in Somalia, | States neighbouring Somalia


def _leads_chinese(text: str) -> bool:
    words = fold(text[:24])
    verb = _pattern("zh").match(words)
    if verb is None or _BACK.match(words, verb.end()):
        return False
    known = _recitals()
    return next((known[words[:n]] for n in range(LONGEST, 0, -1) if words[:n] in known), False)


@lru_cache(maxsize=1)
def _recitals() -> dict[str, bool]:
    return {row["words"]: row["recital"] == "begins" for row in tables.rows("recitals")}


def opener(text: str, lang: Lang) -> str:
    """The opening words of a paragraph of a resolution, of either kind."""
    return by_tongue(lang, en=_opener_english, zh=chinese)(text)


def _opener_english(text: str) -> str:
    return participle(text) or finite(text)
