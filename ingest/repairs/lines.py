"""Line ends within a paragraph."""

from __future__ import annotations

import re

from mandex.corpus.expressions import Expression
from mandex.corpus.traced import Replacement, Traced
from mandex.ingest.readers.hyphens import SOFT_HYPHEN, SUSPENDING, Hyphenation
from mandex.ingest.repairs.base import CJK_MARKS, HANZI

# All white space about the end of a line, and the soft hyphen before it; begins with what is found fast.
_WRAP = Expression(r"[\u00ad\s](?:(?<=[\n\r\f\v\x85\u2028\u2029])|\s*[\n\r\f\v\x85\u2028\u2029])\s*")
_SYMBOL_TAIL = Expression(r"\b[SAE]/(?:[A-Z0-9.]+/)*$")
_HYPHENS = "-\u2010\u2011"
_SUSPENDED = Expression(rf"(?:{'|'.join(sorted(SUSPENDING))})\b")
_CHINESE = Expression(rf"[{HANZI}{CJK_MARKS}]")


_DIVIDED = Expression(r"[A-Za-z](?P<hyphen>-)[ \t]*(?:\r?\n[ \t]*){1,2}(?=[a-z])")
_LINE = Expression(r"[^\n\r\f]+")


def mark_divided_words(text: Traced) -> Traced:
    """Hyphens that only divide a word at a line end become soft ones, which `join_lines` drops."""
    ends = list(_DIVIDED.finditer(text.text))
    if not ends:
        return text
    hyphenation = Hyphenation(stripped for line in _LINE.findall(text.text) if (stripped := line.strip()))
    changes = []
    for match in ends:
        hyphen, end = match.start("hyphen"), match.end()
        if hyphenation.divides(text.text, hyphen, text.text[end : end + 40]):
            changes.append(Replacement(hyphen, hyphen + 1, SOFT_HYPHEN))
    return text.replace("divided-word", changes) if changes else text


def join_lines(text: Traced) -> Traced:
    """Hard line ends within a paragraph: a space in English, nothing beside Chinese or inside a symbol.

    A word divided by a soft hyphen is whole again; after a hyphen of its own a word goes on at once.
    """

    def joint(match: re.Match[str]) -> str:
        start, end = match.span()
        line = match.string
        if line[start] == SOFT_HYPHEN:
            return ""
        last, after = line[start - 1 : start] if start else "", line[end : end + 1]
        if last == "/" and _SYMBOL_TAIL.search(line[max(0, start - 24) : start]):
            return ""
        if not (after + last).isascii() and (_CHINESE.match(after) or _CHINESE.match(last)):
            return ""
        # Between letters or figures: counter-/terrorism, 2025-/2030; not a dash that stands free, nor one of
        # what is said later: pre- | and post-conflict
        hyphen = start > 1 and last in _HYPHENS and ((word := line[start - 2]).isalnum() or word == "_")
        return "" if hyphen and not _SUSPENDED.match(line, end) else " "

    return text.sub("line-end", _WRAP, joint)
