"""Line ends within a paragraph."""

from __future__ import annotations

import re

from mandex.corpus.traced import Traced
from mandex.ingest.readers.hyphens import SOFT_HYPHEN, SUSPENDING
from mandex.ingest.repairs.base import CJK_MARKS, HANZI

_WRAP = re.compile(r"\u00ad?\s*[\n\r\f\v\x85\u2028\u2029]+\s*")
_SYMBOL_TAIL = re.compile(r"\b[SAE]/(?:[A-Z0-9.]+/)*$")
# Between letters or figures: counter-/terrorism, 2025-/2030; not a dash that stands free.
_HYPHEN_TAIL = re.compile(r"\w[-\u2010\u2011]$")
_CHINESE = re.compile(rf"[{HANZI}{CJK_MARKS}]")


def join_lines(text: Traced) -> Traced:
    """Hard line ends within a paragraph: a space in English, nothing beside Chinese or inside a symbol.

    A word divided by a soft hyphen is whole again; after a hyphen of its own a word goes on at once.
    """

    def joint(match: re.Match[str]) -> str:
        before = match.string[max(0, match.start() - 24) : match.start()]
        after = match.string[match.end() : match.end() + 1]
        hangs = re.split(r"\W", match.string[match.end() : match.end() + 4], maxsplit=1)[0] in SUSPENDING
        chinese = _CHINESE.match(after) or _CHINESE.match(before[-1:])
        within = _SYMBOL_TAIL.search(before) or (_HYPHEN_TAIL.search(before) and not hangs)
        return "" if chinese or within or match[0][0] == SOFT_HYPHEN else " "

    return text.sub("line-end", _WRAP, joint)
