"""What a change of wording changes in substance: force, dates, numbers, actors, measures, citations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import zip_longest
from typing import Any, Literal

from mandex.corpus import lexicon
from mandex.corpus.fold import fold, is_chinese
from mandex.corpus.model import Citation, Document, Mandate, Paragraph
from mandex.corpus.records import dataclass
from mandex.corpus.symbols import resolution_number
from mandex.index.compare.clauses import clauses
from mandex.index.compare.likeness import features
from mandex.index.compare.quantities import dates, numbers, unsaid_year
from mandex.index.compare.succession import Item, successions
from mandex.index.compare.words import Edit

# Titles and headings name documents and days but demand nothing.
_SAYING = frozenset({"preambular", "operative", "body", "annex", "footnote"})

_MOVED = 0.6  # of the words of a clause and their pairs

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

    @cached_property
    def _features(self) -> list[frozenset[str]]:
        return [features(paragraph.text) for paragraph in self.document.paragraphs]

    def says(self, clause: str) -> bool:
        """Whether a paragraph has most of a clause: it was moved, not dropped or added."""
        said = features(clause)
        return any(len(said & found) >= _MOVED * len(said) for found in self._features)

    def own_mandates(self, paragraph: Paragraph) -> list[Mandate]:
        """The demands whose verb the paragraph itself prints: an inherited verb changes in its stem."""
        found = self.mandates.get(paragraph.seq, ())
        return [m for m in found if m.verb and paragraph.text.startswith(m.verb, m.at.start)]

    def cited(self, paragraph: Paragraph) -> list[Item]:
        """What it cites, each once with all places cited; references to itself renumber with the document."""
        found: dict[str, list[Citation]] = {}
        for citation in self.citations.get(paragraph.seq, ()):
            if citation.target and citation.status != "self":
                found.setdefault(_meant(citation), []).append(citation)
        return [_item(target, citations) for target, citations in found.items()]

    def masked(self, paragraph: Paragraph) -> str:
        """The text with its citations blanked out, so that their numbers count for nothing else, nor where
        they are said again: *reviews under 2272*.
        """
        text = paragraph.text
        for citation in self.citations.get(paragraph.seq, ()):
            start, end = citation.at.start, citation.at.end
            text = text[:start] + "\0" * (end - start) + text[end:]
            if number := resolution_number(citation.target or ""):
                text = re.sub(rf"(?<!\d){number}(?!\d)", "\0" * len(str(number)), text)
        return text


def _item(target: str, citations: Sequence[Citation]) -> Item:
    pinpoints = ", ".join(dict.fromkeys(c.pinpoint for c in citations if c.pinpoint))
    return Item(f"{target} {pinpoints}".strip(), citations[0].at.start, citations[0].at.end)


def _by_seq(found: Iterable[Any]) -> dict[int, list[Any]]:
    out: dict[int, list[Any]] = {}
    for one in found:
        out.setdefault(one.seq, []).append(one)
    return out


def _meant(citation: Citation) -> str:
    meant = citation.suggest if citation.status == "year-mismatch" else None
    return meant or citation.target or ""


def changes(old: Side, one: Paragraph, new: Side, other: Paragraph, edits: Sequence[Edit]) -> list[Change]:
    """What differs in substance between a paragraph and its successor, the weightiest first; `edits` turn the
    one's text into the other's.
    """
    if one.text == other.text or other.kind not in _SAYING:
        return []
    before, after = old.masked(one), new.masked(other)
    own = old.own_mandates(one), new.own_mandates(other)
    found = [
        *_forces(*own),
        *(
            c
            for c in _exchanged("date", dates(before), dates(after), edits)
            if not _same_day(c, before, after)
        ),
        *_exchanged("number", numbers(before), numbers(after), edits),
        *_gained_and_lost(
            "actor", [m.actors for m in own[0]], [m.actors for m in own[1]], actors(one), actors(other)
        ),
        *_narrowed(before, after),
        *_gained_and_lost("measure", _asked(one, own[0]), _asked(other, own[1]), topics(one), topics(other)),
        *_citations(old.cited(one), new.cited(other), edits),
    ]
    found += _clauses(edits, (old, before), (new, after), found)
    return sorted(found, key=lambda change: ORDER.index(change.what))


def _clauses(
    edits: Sequence[Edit], old: tuple[Side, str], new: tuple[Side, str], found: Sequence[Change]
) -> Iterator[Change]:
    """Clauses of one text alone, quoted, of which no topic tells already; `old` and `new` are both documents
    with the paragraph's text there.
    """
    told = {topic for change in found if change.what == "measure" for topic in (change.old, change.new)}
    for clause in clauses(edits, old[1], new[1]):
        elsewhere = old[0] if clause.added else new[0]
        named = {topic.id for topic in lexicon.match_topics(_plain(clause.text))}
        if not told & named and not elsewhere.says(clause.text):
            yield Change("measure", *(("", clause.quoted) if clause.added else (clause.quoted, "")))


# -- force


def _forces(old: Sequence[Mandate], new: Sequence[Mandate]) -> Iterator[Change]:
    """Demands for the same thing made with another force: *urges* became *demands*."""
    left = list(old)
    for mandate in new:
        twin = max(left, key=lambda m: _overlap(m, mandate), default=None)
        least = _SAME_THING if len(old) > 1 or len(new) > 1 else _ONLY_ONE
        if twin is None or _overlap(twin, mandate) < least:
            continue
        left.remove(twin)
        if twin.force != mandate.force:
            yield Change("force", twin.verb, mandate.verb)


_SAME_THING = 0.6
_ONLY_ONE = 0.3  # where each text has one demand alone


def _overlap(one: Mandate, other: Mandate) -> float:
    mine, theirs = features(one.measure), features(other.measure)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0


# -- what came in for what


def _exchanged(
    what: What, old: Sequence[Item], new: Sequence[Item], edits: Sequence[Edit]
) -> Iterator[Change]:
    """What took the place of what; what came in or fell out alone counts where the other text has it nowhere,
    and once.
    """
    before, after = {item.value for item in old}, {item.value for item in new}
    found: dict[Change, None] = {}
    gone, came = [], []
    for one, other in successions(old, new, edits):
        if one and other:
            if one.value != other.value:
                found[Change(what, one.value, other.value)] = None
        elif one and one.value not in after:
            gone.append(one.value)
        elif other and other.value not in before:
            came.append(other.value)
    told = {value for change in found for value in (change.old, change.new)}
    left = ([value for value in dict.fromkeys(side) if value not in told] for side in (gone, came))
    yield from found
    yield from (Change(what, *both) for both in zip_longest(*left, fillvalue=""))


def _same_day(change: Change, before: str, after: str) -> bool:
    """Whether a date only got or lost its year: *May 3* became *May 3, 2025*."""
    alone = change.new if not change.old else change.old if not change.new else ""
    return bool(alone) and unsaid_year(before if change.new else after, alone)


def _citations(old: Sequence[Item], new: Sequence[Item], edits: Sequence[Edit]) -> Iterator[Change]:
    """Citations that only one text has: one takes another's place within a series of documents, where it was
    exchanged for it, else only where as many fall out as come in.
    """
    before, after = {item.value for item in old}, {item.value for item in new}
    gone = [item for item in old if item.value not in after]
    came = [item for item in new if item.value not in before]
    left: list[Item] = []
    for one, other in successions(gone, came, edits):
        if one and other and _series(one.value) == _series(other.value):
            yield Change("citation", one.value, other.value)
        else:
            left += filter(None, (one, other))
    for series in sorted({_series(item.value) for item in left}):
        out, in_ = (
            [i.value for i in side if i in left and _series(i.value) == series] for side in (gone, came)
        )
        if len(out) == len(in_):
            yield from (Change("citation", *both) for both in zip(out, in_, strict=True))
        else:
            yield from (Change("citation", one, "") for one in out)
            yield from (Change("citation", "", one) for one in in_)


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
    out, in_ = (list(dict.fromkeys(side)) for side in (gone, came))
    yield from (
        Change(what, *both)
        for both in zip_longest(
            [one for one in out if one not in in_], [one for one in in_ if one not in out], fillvalue=""
        )
    )


# *all Member States which have not already done so*, 尚未这样做的会员国; not *has not yet been done*.
_NARROWER = re.compile(
    r"\b(?:which|that|who)\s(?:have|has)\snot\s(?:already\s|yet\s)?done\sso(?:\salready|\syet)?\b|尚未(?:这样|如此|这么)做"
)


def _narrowed(before: str, after: str) -> Iterator[Change]:
    """Whether fewer or more are addressed: all States, or those alone that have not done so."""
    old, new = (found[0] if (found := _NARROWER.search(text)) else "" for text in (before, after))
    if bool(old) != bool(new):
        yield Change("actor", old, new)


def actors(paragraph: Paragraph) -> frozenset[str]:
    """Whom a paragraph names."""
    return frozenset(found.id for found in lexicon.match_actors(_plain(paragraph.text)))


def topics(paragraph: Paragraph) -> frozenset[str]:
    """What a paragraph speaks of."""
    return frozenset(found.id for found in lexicon.match_topics(_plain(paragraph.text)))


def _asked(paragraph: Paragraph, own: Sequence[Mandate]) -> list[list[str]]:
    """The topics of each demand, without those told by somebody's name alone: *to report to
    troop-contributing countries* asks nothing of how troops perform.
    """
    text = _plain(paragraph.text)
    names = {(found.start, found.end) for found in lexicon.match_actors(text)}
    spoken: dict[str, bool] = {}
    for found in lexicon.match_topics(text):
        spoken[found.id] = spoken.get(found.id, False) or (found.start, found.end) not in names
    return [[topic for topic in mandate.topics if spoken.get(topic, True)] for mandate in own]


def countries(paragraph: Paragraph) -> frozenset[str]:
    """Which countries a paragraph names."""
    return frozenset(found.id for found in lexicon.match_countries(_plain(paragraph.text)))


def _plain(text: str) -> str:
    """Chinese in simplified script; English as it is, for abbreviations are told by their capitals."""
    return fold(text) if is_chinese(text) else text
