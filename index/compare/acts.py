"""What a paragraph does otherwise with the same thing: operative it was, a recital it is; a decision to
review that became one to keep under review.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mandex.corpus.model import Mandate, Paragraph
from mandex.index.compare.openings import opening
from mandex.index.compare.sides import Change
from mandex.index.text.stems import stem

_FIRST = re.compile(r"\W*(?P<said>(?:(?:[A-Z][a-z]+ly|Also|Further)\s)?(?:[A-Z]|(?<=\s))[a-z]{3,})")


def in_or_out_of_force(one: Paragraph, other: Paragraph, *, asks: bool) -> Change | None:
    """A paragraph that left the operative part for the recitals, or came from them where it `asks`:
    *Condemns* became *Condemning*.
    """
    if {one.kind, other.kind} != {"operative", "preambular"} or not (one.kind == "operative" or asks):
        return None
    verbs = _verb(one), _verb(other)
    return Change("force", *verbs) if all(verbs) and verbs[0] != verbs[1] else None


def _verb(paragraph: Paragraph) -> str:
    if found := opening(paragraph.text):
        return found[1]
    match = _FIRST.match(paragraph.text)
    return match["said"] if match else ""


_DOES = re.compile(r"\W*to\s(?:(?:\w+ly|continue\sto)\s)?(?P<verb>[a-z]+)(?:\s\w+){0,3}")


def governed_otherwise(one: Mandate, other: Mandate) -> Iterator[Change]:
    """What is decided, where the verb is another: *to review the measures*, *to keep the measures … under
    continuous review*.
    """
    gone, came = _DOES.match(one.measure), _DOES.match(other.measure)
    if gone and came and stem(gone["verb"]) != stem(came["verb"]):
        yield Change("measure", *(" ".join(did[0].split()) for did in (gone, came)))
