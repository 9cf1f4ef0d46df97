"""One thing under two short names, each text's own: *the International Tribunal for the former Yugoslavia
(“the International Tribunal”)* became *… (ICTY)* (2193 (2014) and 2256 (2015)).

A text says behind a full name how it calls the thing from there on; where both say it behind the same name,
the two short ones mean the same in all paragraphs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from mandex.corpus.fold import is_chinese

# *(ICTY)*, *(hereinafter “the Committee”)*, (伊黎伊斯兰国，又称达伊沙); not *(2015)*, *(c)*.
_DEFINED = re.compile(
    r"\s?[(（](?:here(?:in)?after\s)?(?:referred\sto\sas\s|known\sas\s)?(?:下称|简称|以下简称)?[“”\"]?(?:the\s)?"
    r"(?P<short>(?!又[称名])[^\W\d_][^()（）“”\"，,;:\d]{1,40}?)[”“\"]?(?:[，,][^()（）]{0,20})?[)）]"
)
_MOST = 200  # definitions of a text, more than any has: each is held beside each of the other
_NAME = 90  # characters before it in which the full name stands
_LEAST = {True: 6, False: 16}  # characters of a full name, in Chinese and otherwise
_PARTICLES = "的和与及对由向为以在将把，、；。"


class Renamed:
    """The short names of two texts that mean one thing."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        before, after = (
            list(dict.fromkeys(one for text in side for one in _defined(text)))[:_MOST] for side in (old, new)
        )
        self._others: tuple[dict[str, set[str]], ...] = (defaultdict(set), defaultdict(set))
        for name, short in before:
            for other, shorter in after:
                if short.casefold() != shorter.casefold() and _is_one_name(name, other):
                    self._others[0][short].add(shorter)
                    self._others[1][shorter].add(short)

    def also(self, side: int, text: str) -> str:
        """A text of one side with the names that the other has for what it calls by its own."""
        found_in = self._others[side].items()
        others = [other for short, found in found_in if short in text for other in sorted(found)]
        return "; ".join([text, *others]) if others else text


def _defined(text: str) -> Iterator[tuple[str, str]]:
    """What stands before each definition, and the short name."""
    for match in _DEFINED.finditer(text):
        yield text[max(0, match.start() - _NAME) : match.start()], match["short"].strip()


def _is_one_name(one: str, other: str) -> bool:
    """Whether two texts end with the same full name: nothing else of a name stands before it in either."""
    size = 0
    while size < min(len(one), len(other)) and one[-size - 1] == other[-size - 1]:
        size += 1
    shared = one[len(one) - size :]
    if is_chinese(shared):
        starts = (not text[:-size] or text[-size - 1] in _PARTICLES for text in (one, other))
        return size >= _LEAST[True] and all(starts)
    start = re.search(r"(?<!\w)[A-Z]", shared)
    if start is None or size - start.start() < _LEAST[False] or re.search(r"\d", shared[start.start() :]):
        return False
    return not any(_OF_A_NAME.search(text[: len(text) - size + start.start()]) for text in (one, other))


# *the Armed Forces of the [Democratic Republic of the Congo (FARDC)]*.
_OF_A_NAME = re.compile(r"\b[A-Z][\w’-]*\s(?:(?:of|in|on|for)\s(?:the\s)?)?$")
