"""Web pages mirrored through a scrambler that disguises them from search engines.

It prints Latin capitals as look-alike Chinese characters (颁翱痴滨顿-19 for COVID-19), square brackets as 摆
and 闭, and swaps a few words for synonyms. Each change has one inverse, and the printed form stays in the
source and the log.
"""

from __future__ import annotations

from string import ascii_uppercase

from mandex.corpus.expressions import Expression
from mandex.corpus.traced import Traced

_DISGUISES = "础叠颁顿贰贵骋贬滨闯碍尝惭狈翱笔蚕搁厂罢鲍痴奥齿驰窜"
_LETTERS = dict(zip(_DISGUISES, ascii_uppercase, strict=True))
_RUN = Expression(rf"[{_DISGUISES}]{{2,}}")
# Single ones are everyday characters (工厂, 障碍); three in a row are no Chinese word.
_CERTAIN_RUN = Expression(rf"[{_DISGUISES}]{{3,}}")
_BRACKETS = Expression(r"摆(?P<inside>[^摆闭\n]{1,40})闭")
_WORDS = (("对于", "关于", 5), ("叁", "三", 1))


def unscramble(text: Traced) -> Traced:
    """Capitals and brackets restored, and words that the scrambler swapped throughout the text."""
    if not _CERTAIN_RUN.search(text.text):
        return text
    text = text.sub("scrambled-letters", _RUN, lambda m: "".join(_LETTERS[c] for c in m[0]))
    text = text.sub("scrambled-brackets", _BRACKETS, r"[\g<inside>]")
    for swapped, word, least in _WORDS:
        if word not in text.text and text.text.count(swapped) >= least:
            text = text.sub("scrambled-words", Expression(swapped), word)
    return text
