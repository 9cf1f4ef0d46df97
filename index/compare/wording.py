"""Words that only say a thing otherwise: what an edit changes beside them is what a text is about.

Verbs with which the Council speaks, connectives, words of degree and reference: `corpus/data/wording.txt`.
Read off renewals: the words exchanged, put in or left out most often in Chinese where the English of the same
paragraph stood unchanged, and the same kinds in English.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from mandex.corpus import tables
from mandex.corpus.fold import HAN, fold, is_chinese
from mandex.index.text.stems import stem
from mandex.index.text.terms import STOP_WORDS, terms


@cache
def _said_in_english() -> frozenset[str]:
    words = (word for line in tables.lines("wording.txt") for word in line.split())
    return frozenset(stem(word) for word in (*words, *STOP_WORDS) if word.isascii())


@cache
def _said_in_chinese() -> re.Pattern[str]:
    words = (word for line in tables.lines("wording.txt") for word in line.split() if is_chinese(word))
    # 全部 is no word within 安全部队.
    return re.compile(
        "|".join(f"(?<!安){w}" if w == "全部" else w for w in sorted(words, key=len, reverse=True))
    )


@cache
def _alike() -> tuple[dict[str, str], dict[str, str]]:
    """The first word of its line in `corpus/data/alike.txt` for each: English by stem, Chinese as written."""
    english: dict[str, str] = {}
    chinese: dict[str, str] = {}
    for line in tables.lines("alike.txt"):
        first, *others = line.split()
        if is_chinese(line):
            chinese |= dict.fromkeys((first, *others), first)
        else:
            english |= {_spelt(stem(word)): _spelt(stem(first)) for word in others}
    return english, chinese


@cache
def _alike_in_chinese() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_alike()[1], key=len, reverse=True)))


def _spelt(word: str) -> str:
    """A word in one spelling: *organize* as *organise*, *labor* as *labour*, *fueling* as *fuelling*."""
    for one, other in _SPELT:
        word = word.replace(one, other)
    return word


_SPELT = (("iz", "is"), ("yz", "ys"), ("our", "or"), ("mm", "m"), ("ll", "l"))


@lru_cache(maxsize=1 << 15)
def _one_for_all(term: str) -> str:
    spelt = _spelt(term)
    return _alike()[0].get(spelt, spelt)


def _in_one_word(text: str) -> str:
    """Chinese with the first of several words that say the same."""
    return _alike_in_chinese().sub(lambda match: _alike()[1][match[0]], text)


def spoken(text: str) -> list[str]:
    """The terms of a text in order, those that only say otherwise what others say as these."""
    return list(_spoken(text))


@lru_cache(maxsize=512)  # each paragraph of a comparison is read several times
def _spoken(text: str) -> tuple[str, ...]:
    if is_chinese(text):
        text = _in_one_word(fold(text))
    return tuple(map(_one_for_all, terms(text)))


def is_spelt_otherwise(one: str, other: str) -> bool:
    """Whether two texts differ in spelling, capitals and stops alone: *country team*, *Country Team*."""
    return abs(len(one) - len(other)) <= _MISSPELT and _bare(one) == _bare(other)


_MISSPELT = 40  # characters


def _bare(text: str) -> str:
    return " ".join(map(_spelt, re.findall(r"\w+", fold(text))))


# Particles: at the edge of a stretch, and in every pair that has one of the first row; 和 begins 和平.
_PARTICLES = "的了着及与并而且或其之"
_AT_EDGES = re.compile(
    rf"^(?:[{_PARTICLES}地得在于对向为以由从把将被使让令应须需会可能所各该此这是有就都均也又仍更再不未请还]|和(?![平解谐])|等(?!级))+"
    rf"|[{_PARTICLES}和地时中内上下]+$|(?<![平对同均])等$"
)
# What a citation, a date, a point or a figure prints is told by the changes of their own kinds.
_TOLD = re.compile(
    r"[(（][^()（）]*(?:hereafter|hereinafter|known as|referred to|下称|简称|又称|又名)[^()（）]*[)）]?|"
    r"\b[sa]/[^\s,;)）]*|\d[\d.,/–-]*|[（(](?:[a-z]{1,4}|[一二三四五六七八九十㈠-㈩]+)[)）]|[㈠-㈩]"
    r"|[一二三四五六七八九十两]+(?=个?[月年日周])|第[一二三四五六七八九十]+"
)
# What scans leave of words: *al*, *cf*; no word of two small letters says what a text is about.
_SCRAP = re.compile(r"(?<![\w/(.’'-])(?!(?:as|to)\b)[a-z]{1,2}(?![\w/).’'-])")
_PAIR_OF_PARTICLE = re.compile(f"[{_PARTICLES}]")
_RUN = re.compile(rf"(?P<han>[{HAN}]{{2,}})|(?P<word>[^\W\d_{HAN}][^\W_{HAN}]*)")


def content(text: str) -> list[str]:
    """The terms of a text that say what it is about, in order: English stems, pairs of Chinese characters.

    *[to continue its] efforts to disarm groups* gives *disarm*, *group*; 继续开展排雷工作 gives 排雷.
    """
    return list(_content(text))


@lru_cache(maxsize=512)
def _content(text: str) -> tuple[str, ...]:
    said = _TOLD.sub(" ", fold(_SCRAP.sub(" ", text)))
    if is_chinese(text):
        said = _said_in_chinese().sub(" ", _in_one_word(_said_in_chinese().sub(" ", said)))
    found: list[str] = []
    for match in _RUN.finditer(said):
        if run := match["han"]:
            run = _AT_EDGES.sub("", run)
            pairs = (run[i : i + 2] for i in range(len(run) - 1))
            found += [pair for pair in pairs if not _PAIR_OF_PARTICLE.search(pair)]
        elif (term := stem(match["word"])) not in _said_in_english() and len(term) > 1:
            found.append(_one_for_all(term))
    return tuple(found)
