"""Numbered paragraphs run into the recital before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mandex.corpus.expressions import Expression
from mandex.ingest.segment import openers

# "... of the United Nations: 1. Decides", "采取行动，1. 决定"; not "paragraph 1. The", which ends a sentence.
_NUMBER = Expression(r"(?<=[:：,，;；])\s?(?P<label>\d{1,2})\s?[.．]\s?(?=\S)")


class Part(NamedTuple):
    """A stretch of a paragraph: its printed number, empty before the first, and where its words stand."""

    label: str
    start: int
    end: int
    text: str


def run_in(text: str) -> list[Part]:
    """A paragraph cut where the operative paragraphs 1, 2, 3 ... begin in it; one part where none does.

    >>> [part.label for part in run_in("Acting under Chapter VII: 1. Decides to act; 2. Requests")]
    ['', '1', '2']
    """
    parts: list[Part] = []
    label, start = "", 0
    for mark in _marks(text):
        parts.append(Part(label, start, mark.start(), text[start : mark.start()].strip()))
        label, start = mark["label"], mark.end()
    return [*parts, Part(label, start, len(text), text[start:].strip())]


def _marks(text: str) -> Iterator[re.Match[str]]:
    due = 1
    for match in _NUMBER.finditer(text):
        following = text[match.end() : match.end() + 60]
        if int(match["label"]) == due and (openers.finite(following) or openers.chinese(following)):
            due += 1
            yield match
