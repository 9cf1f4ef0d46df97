"""Footnote marks left in the running text."""

from __future__ import annotations

import re
from collections.abc import Collection

from mandex.corpus.traced import Traced

_RAISED = re.compile(r"\s?[⁰¹²³⁴-⁹]{1,3}")
_LEVEL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# After these a number is meant, not marked; so it is before these.
_COUNTED = (
    r"(?i:paragraphs?|articles?|rules?|nos?\.|of|and|to|or|resolutions?|than|least|parts?|chapters?"
    r"|annex|by|,)"
)
_COUNTING = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|of|\(|per|days)"
)
_PLAIN = re.compile(rf"(?<=[A-Za-z,;:.”’)\]])(?<!\d,)\s?(?P<label>\d{{1,3}})(?=[\s,;.:]|$)(?!\s?{_COUNTING})")
_WORD_BEFORE = re.compile(rf"{_COUNTED}\s?$")


def drop_note_marks(text: Traced, labels: Collection[str]) -> Traced:
    """Marks whose notes the document has (`labels`) leave the text that they interrupt."""
    if not labels:
        return text

    def raised(match: re.Match[str]) -> str:
        return "" if match[0].strip().translate(_LEVEL) in labels else match[0]

    def plain(match: re.Match[str]) -> str:
        before = match.string[max(0, match.start() - 16) : match.start()]
        counted = _WORD_BEFORE.search(before.rstrip(",;:")) and not before.endswith(",")
        return match[0] if counted or match["label"] not in labels else ""

    return text.sub("note-mark", _RAISED, raised).sub("note-mark", _PLAIN, plain)
