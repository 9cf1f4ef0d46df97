"""The pinpoint of every paragraph: how it is cited, whatever the markup or the layout did to its label.

A point that stands beside its paragraph instead of in it is printed `(e)` and cited as `OP3(e)`; Chinese
㈠ is `(i)`, so that both languages have one pinpoint; an unnumbered paragraph goes by the number above it
(`OP21¶2`, the second paragraph under 21), or, where nothing is numbered, by its place (`OP2`); a point of a
recital goes by the recital's place (`PP4(a)`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from mandex.corpus.expressions import Expression
from mandex.corpus.pinpoints import annex_of
from mandex.ingest.segment import labels
from mandex.ingest.segment.unit import Segment

_PART = Expression(r"\(([^()]+)\)")
_FIGURE = Expression(r"\d+\w*")
_CHINESE = Expression(r"[㈠-㈩]|[一二三四五六七八九十]{1,3}")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def pinpoints(segments: Sequence[Segment]) -> Iterator[str]:
    """The pinpoint of each segment; empty where nothing tells it apart and for kinds cited otherwise."""
    numbered = any(s.kind == "operative" and s.label[:1].isdigit() for s in segments)
    places, annexes = Places(), Places()
    annex, counted, recitals = "", 0, 0
    used: Counter[str] = Counter()
    for segment in segments:
        if segment.kind in ("heading", "annex") and (opened := annex_of(segment.text.text)) is not None:
            annex, annexes = opened, Places()
        if segment.kind == "operative":
            counted += not segment.label
            place = places.of(segment.label) if segment.label or numbered else f"{counted}"
            used[place] += 1
            yield f"OP{place}" if place and used[place] == 1 else f"OP{place}¶{used[place]}"
        elif segment.kind == "annex":
            place = annexes.of(segment.label or _printed(segment.text.text), closed=True)
            yield " ".join(filter(None, ("Annex", annex, place))) if place else ""
        elif segment.kind == "preambular":
            point = segment.label.startswith("(")
            recitals += not point
            yield f"PP{recitals}{_latin(segment.label)}" if point and recitals else ""
        else:
            yield ""


def _printed(text: str) -> str:
    """A label left in the text of an annex's paragraph."""
    mark = labels.marker(text)
    return "" if mark is None else mark.text if mark.arabic else f"({mark.text})"


class Places:
    """Labels in full, each placed under those before it."""

    def __init__(self) -> None:
        self._numbering = labels.Numbering()

    @property
    def number(self) -> int:
        """The number under which the last label stands; 0 where there is none."""
        return self._numbering.number

    @property
    def last(self) -> str:
        """The innermost mark of the last label, `b` of 3(b); empty where there is none."""
        return next((text for _, _, text in reversed(self._numbering.levels)), "")

    def of(self, label: str, *, closed: bool = False) -> str:
        """The full label of the next paragraph.

        One without a label goes by the number above it, by nothing where the list is `closed` to such.
        """
        if not label:
            return "" if closed else _latin(labels.Numbering(self._numbering.levels[:1]).label)
        figure, marks = _FIGURE.match(label), _PART.findall(label)
        if figure:
            self._numbering.place(labels.Marker(figure[0], 0, arabic=True))
        elif marks:
            self._numbering.place(labels.Marker(marks.pop(0), 0, arabic=False))
        for mark in marks:
            self._numbering.enter(mark)
        return _latin(self._numbering.label)


def _latin(label: str) -> str:
    """Chinese figures in brackets as the Roman ones that other languages print: 3(a)(㈡) -> 3(a)(ii)."""
    return re.sub(r"\s+", "", _CHINESE.sub(lambda m: _roman(labels.readings(m[0])[0][1]), label))


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "x" * tens + _ROMAN[ones]
