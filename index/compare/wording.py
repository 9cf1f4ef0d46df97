"""Words that only say a thing otherwise: what an edit changes beside them is what a text is about.

Verbs with which the Council speaks, connectives, words of degree and reference: `corpus/data/wording.txt`.
Read off renewals: the words exchanged, put in or left out most often in Chinese where the English of the same
paragraph stood unchanged, and the same kinds in English.
"""

from __future__ import annotations

import re
from functools import cache

from mandex.corpus import tables
from mandex.corpus.fold import HAN, fold, is_chinese
from mandex.index.text.stems import stem
from mandex.index.text.terms import STOP_WORDS


@cache
def _said_in_english() -> frozenset[str]:
    words = (word for line in tables.lines("wording.txt") for word in line.split())
    return frozenset(stem(word) for word in (*words, *STOP_WORDS) if word.isascii())


@cache
def _said_in_chinese() -> re.Pattern[str]:
    words = (word for line in tables.lines("wording.txt") for word in line.split() if is_chinese(word))
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


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
    r"|[一二三四五六七八九十两]+(?=个?[月年日周])"
)
_PAIR_OF_PARTICLE = re.compile(f"[{_PARTICLES}]")
_RUN = re.compile(rf"(?P<han>[{HAN}]{{2,}})|(?P<word>[^\W\d_{HAN}][^\W_{HAN}]*)")


def content(text: str) -> list[str]:
    """The terms of a text that say what it is about, in order: English stems, pairs of Chinese characters.

    *[to continue its] efforts to disarm groups* gives *disarm*, *group*; 继续开展排雷工作 gives 排雷.
    """
    said = _TOLD.sub(" ", fold(text))
    if is_chinese(text):
        said = _said_in_chinese().sub(" ", said)
    found: list[str] = []
    for match in _RUN.finditer(said):
        if run := match["han"]:
            run = _AT_EDGES.sub("", run)
            pairs = (run[i : i + 2] for i in range(len(run) - 1))
            found += [pair for pair in pairs if not _PAIR_OF_PARTICLE.search(pair)]
        elif (term := stem(match["word"])) not in _said_in_english() and len(term) > 1:
            found.append(term)
    return found
