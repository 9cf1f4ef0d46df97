"""Labels that a source leaves among the words of an operative paragraph, put where labels stand.

Some files have a number only in the text: *(1) Maintain standing clearance* (2497 (2019)), without its full
stop *11 Condemns disinformation* (2730 (2024)), without its brackets b 加快 (2657 (2022)).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mandex.corpus.expressions import Expression
from mandex.corpus.languages import Lang
from mandex.ingest.segment import labels, openers
from mandex.ingest.segment.places import Places
from mandex.ingest.segment.unit import Segment

# 11 Condemns, before the verb of a paragraph; not 11 Members of the Council, nor 11.5
_BARE = Expression(r"(\d{1,3}) ?(?=[A-Z\u4e00-\u9fff])")
_BARE_LETTER = Expression(r"([b-z]) (?=[\u4e00-\u9fff])")


def with_labels(segments: Sequence[Segment], lang: Lang) -> Iterator[Segment]:
    """The segments; of operative ones without a label, that which is left in their text, if there is one."""
    above = Places()
    for segment in segments:
        labelled = _labelled(segment, above, lang)
        if labelled.kind == "operative":
            above.of(labelled.label)
        yield labelled


def _labelled(segment: Segment, above: Places, lang: Lang) -> Segment:
    if segment.kind != "operative" or segment.label:
        return segment
    text = segment.text.text
    label, end = _number(text, above, lang) or _letter(text, above) or _mark(text)
    if not label:
        return segment
    words = segment.text[end:].strip()
    verb = openers.opener(words.text, lang) if label.isdigit() else ""
    return replace(segment, label=label, text=words, verb=segment.verb or verb)


def _number(text: str, above: Places, lang: Lang) -> tuple[str, int] | None:
    """A number without its full stop that follows the one `above`."""
    match = _BARE.match(text)
    if match and int(match[1]) == above.number + 1 and openers.opener(text[match.end() :], lang):
        return match[1], match.end()
    return None


def _letter(text: str, above: Places) -> tuple[str, int] | None:
    """A letter without its brackets that follows the one `above`: b 加快 after (a); not x 射线."""
    match = _BARE_LETTER.match(text)
    if match and chr(ord(match[1]) - 1) == above.last:
        return f"({match[1]})", match.end()
    return None


def _mark(text: str) -> tuple[str, int]:
    """A mark in brackets, without label where there is none. A number with a full stop that nobody took for
    the paragraph's is a repetition: the second 42. of the Chinese 2640 (2022).
    """
    mark = labels.marker(text)
    return (f"({mark.text})", mark.end) if mark and not mark.arabic else ("", 0)
