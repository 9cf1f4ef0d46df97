"""What a change of wording changes in substance: force, dates, numbers, actors, measures, citations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Literal

from mandex.corpus import lexicon
from mandex.corpus.fold import fold, is_chinese
from mandex.corpus.model import Citation, Document, Mandate, Paragraph
from mandex.index.compare.likeness import features
from mandex.index.compare.quantities import dates, numbers

# Titles and headings name documents and days but demand nothing.
_SAYING = frozenset({"preambular", "operative", "body", "annex", "footnote"})

What = Literal["force", "date", "number", "actor", "citation", "measure"]
ORDER: tuple[What, ...] = ("force", "date", "number", "actor", "measure", "citation")
"""From what matters most to what matters least."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of substance; `old` or `new` is empty where something came in or fell out."""

    what: What
    old: str
    new: str

    def row(self) -> dict[str, Any]:
        """As it stands in the rows of `compare`."""
        return {"what": self.what, "old": self.old, "new": self.new}


class Side:
    """One of the two documents, arranged to ask what a paragraph of it says."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.mandates = _by_seq(document.mandates)
        self.citations = _by_seq(document.citations)

    def own_mandates(self, paragraph: Paragraph) -> list[Mandate]:
        """The demands whose verb the paragraph itself prints: an inherited verb changes in its stem."""
        found = self.mandates.get(paragraph.seq, ())
        return [m for m in found if m.verb and paragraph.text.startswith(m.verb, m.at.start)]

    def cited(self, paragraph: Paragraph) -> list[str]:
        """What it cites, with the place cited; references to the document itself renumber with it."""
        found = (c for c in self.citations.get(paragraph.seq, ()) if c.target and c.status != "self")
        places = (f"{_meant(c)} {label}".strip() for c in found for label in c.pinpoint.split(", "))
        return list(dict.fromkeys(places))

    def masked(self, paragraph: Paragraph) -> str:
        """The text with its citations blanked out, so that their numbers count for nothing else."""
        text = paragraph.text
        for citation in self.citations.get(paragraph.seq, ()):
            start, end = citation.at.start, citation.at.end
            text = text[:start] + "\0" * (end - start) + text[end:]
        return text


def _by_seq(found: Iterable[Any]) -> dict[int, list[Any]]:
    out: dict[int, list[Any]] = {}
    for one in found:
        out.setdefault(one.seq, []).append(one)
    return out


def _meant(citation: Citation) -> str:
    meant = citation.suggest if citation.status == "year-mismatch" else None
    return meant or citation.target or ""


def changes(old: Side, one: Paragraph, new: Side, other: Paragraph) -> list[Change]:
    """What differs in substance between a paragraph and its successor, the weightiest first."""
    if one.text == other.text or other.kind not in _SAYING:
        return []
    before, after = old.masked(one), new.masked(other)
    own = old.own_mandates(one), new.own_mandates(other)
    found = [
        *_forces(*own),
        *_replaced("date", dates(before), dates(after)),
        *_replaced("number", numbers(before), numbers(after)),
        *_gained_and_lost(
            "actor", [m.actors for m in own[0]], [m.actors for m in own[1]], actors(one), actors(other)
        ),
        *_gained_and_lost(
            "measure", [m.topics for m in own[0]], [m.topics for m in own[1]], topics(one), topics(other)
        ),
        *_replaced("citation", old.cited(one), new.cited(other)),
    ]
    return sorted(found, key=lambda change: ORDER.index(change.what))


# -- force


def _forces(old: Sequence[Mandate], new: Sequence[Mandate]) -> Iterator[Change]:
    """Demands for the same thing made with another force: *urges* became *demands*."""
    left = list(old)
    for mandate in new:
        twin = max(left, key=lambda m: _overlap(m, mandate), default=None)
        if twin is None or _overlap(twin, mandate) < _SAME_THING:
            continue
        left.remove(twin)
        if twin.force != mandate.force:
            yield Change("force", twin.verb, mandate.verb)


_SAME_THING = 0.6


def _overlap(one: Mandate, other: Mandate) -> float:
    mine, theirs = features(one.measure), features(other.measure)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0


# -- what came in for what


def _replaced(what: What, old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """What is only in the old against what is only in the new, in order; repetitions count once.

    Citations replace one another within a series of documents, and only where as many fall out as come in.
    """
    gone = [one for one in dict.fromkeys(old) if one not in new]
    came = [one for one in dict.fromkeys(new) if one not in old]
    if what != "citation":
        yield from (Change(what, *both) for both in zip_longest(gone, came, fillvalue=""))
        return
    for series in sorted({_series(one) for one in (*gone, *came)}):
        out, in_ = ([one for one in side if _series(one) == series] for side in (gone, came))
        if len(out) == len(in_):
            yield from (Change(what, *both) for both in zip(out, in_, strict=True))
        else:
            yield from (Change(what, one, "") for one in out)
            yield from (Change(what, "", one) for one in in_)


def _series(cited: str) -> str:
    """S/RES of S/RES/1373 (2001), S of S/2021/12."""
    return re.sub(r"/?\d.*", "", cited)


def _gained_and_lost(
    what: What, old: Iterable[Sequence[str]], new: Iterable[Sequence[str]], in_old: frozenset[str],
    in_new: frozenset[str],
) -> Iterator[Change]:  # fmt: skip
    """What demands are made of or about, where it is also named on one side only: a verb more or less may
    give the same words to another demand.
    """
    gone = [one for found in old for one in found if one not in in_new]
    came = [one for found in new for one in found if one not in in_old]
    yield from _replaced(what, gone, came)


def actors(paragraph: Paragraph) -> frozenset[str]:
    """Whom a paragraph names."""
    return frozenset(found.id for found in lexicon.match_actors(_plain(paragraph.text)))


def topics(paragraph: Paragraph) -> frozenset[str]:
    """What a paragraph speaks of."""
    return frozenset(found.id for found in lexicon.match_topics(_plain(paragraph.text)))


def _plain(text: str) -> str:
    """Chinese in simplified script; English as it is, for abbreviations are told by their capitals."""
    return fold(text) if is_chinese(text) else text
