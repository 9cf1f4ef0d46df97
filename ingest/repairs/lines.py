"""Line ends within a paragraph."""

from __future__ import annotations

import re

from mandex.corpus.traced import Traced
from mandex.ingest.repairs.base import CJK_MARKS, HANZI

_WRAP = re.compile(r"\s*[\n\r\f\v\x85\u2028\u2029]+\s*")
_SYMBOL_TAIL = re.compile(r"\b[SAE]/(?:[A-Z0-9.]+/)*$")
_CHINESE = re.compile(rf"[{HANZI}{CJK_MARKS}]")


def join_lines(text: Traced) -> Traced:
    """Hard line ends within a paragraph: a space in English, nothing beside Chinese or inside a symbol."""

    def joint(match: re.Match[str]) -> str:
        before = match.string[max(0, match.start() - 24) : match.start()]
        after = match.string[match.end() : match.end() + 1]
        chinese = _CHINESE.match(after) or _CHINESE.match(before[-1:])
        return "" if chinese or _SYMBOL_TAIL.search(before) else " "

    return text.sub("line-end", _WRAP, joint)
