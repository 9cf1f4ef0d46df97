"""What a clause is about since it names a measure by its number only: *the measures imposed by paragraph 5 of
resolution 733 (1992) shall not apply to …*, 第1556(2004)号决议第7和8段规定的措施."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from mandex.corpus import lexicon, tables
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import is_chinese
from mandex.corpus.model import Citation, Mandate, Span
from mandex.corpus.pinpoints import split_pinpoints

# What is spoken of: left is *as called for in paragraph 5*, *established by paragraph 9*.
_MEASURES = Expression(
    r"\b(?:measures?|provisions?|obligations?|prohibitions?|embargo|restrictions?|requirements?|exempt\w*)\b"
    r"|措施|规定|禁令|禁运|义务|限制|豁免"
)
# These measures, such measures: those of the clause before.
_THESE = Expression(
    r"\b(?:th(?:e|o)se|this|such|the\s+above(?:mentioned)?)\s+(?:\w+\s+)?(?:measures?|prohibitions?|embargo)\b"
    r"|(?:这些|此类|该|上述)(?:措施|禁令)"
)
# Only for how long: *to renew, for the period specified in paragraph 1 above, the financial measures*.
_PERIOD = Expression(r"\bperiods?\b[^.;,]{0,80}$|期[^，。；]{0,6}$")
APART = frozenset({"asset-freeze", "travel-ban", "arms-embargo", "charcoal"})
"""What the points of one paragraph impose, each something else."""
# Whose work on measures a paragraph lays down, which imposes none.
_TASKS = frozenset({"panel-of-experts", "mission-tasks"})
_BEFORE, _AFTER = 160, 30  # so far from its number a measure is named; behind it only in Chinese
_BY_NUMBER = re.compile(r"S/RES/(\d+) ")


class Imposed:
    """The measures that paragraphs impose: those of resolutions that others cite, and the document's own."""

    def __init__(self, citations: Iterable[Citation]) -> None:
        self._own: dict[str, tuple[str, ...]] = {}
        self._cited: dict[int, list[Citation]] = {}
        for citation in citations:
            if citation.pinpoint and citation.target:
                self._cited.setdefault(citation.seq, []).append(citation)

    def note(self, label: str, rows: Iterable[Mandate]) -> None:
        """Keep what a paragraph of the document itself imposes."""
        said, kinds = list[str](), _kinds()
        for row in rows:
            if (row.binding or row.force in lexicon.BINDING) and _TASKS.isdisjoint(row.topics):
                said += [topic for topic in row.topics if topic in kinds]
        if label and said:
            self._own[label] = tuple(dict.fromkeys(said))

    def named_in(self, text: str, seq: int, at: Span, said: Sequence[str]) -> tuple[str, ...]:
        """The topics of a clause, `said` in its words, with those of measures that it names by their numbers.

        One that names its measure in words is on that: *shall freeze … the funds of persons who act in
        violation of the measures in paragraph 1*.
        """
        topics = dict.fromkeys(said)
        if APART.intersection(said):
            return tuple(topics)
        for citation in self._cited.get(seq, ()):
            if at.start <= citation.at.start < at.end and _speaks_of_measures(text, at, citation.at):
                topics.update(dict.fromkeys(self._of(citation)))
        return tuple(topics)

    def _of(self, citation: Citation) -> Iterator[str]:
        number = _BY_NUMBER.match(citation.target or "")
        known = self._own if citation.status == "self" else _imposed().get(number[1], {}) if number else {}
        for place in split_pinpoints(citation.pinpoint):
            yield from _at(place, known)


def _at(place: str, known: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """What is imposed at a place: by the paragraph and its points; of what stands above it that which no
    other point imposes."""
    below = [label for label in known if label == place or label.startswith(place + "(")]
    for label in below:
        yield from known[label]
    for label in () if below else [label for label in known if place.startswith(label + "(")]:
        beside = [topics for other, topics in known.items() if other.startswith(label + "(")]
        yield from (topic for topic in known[label] if not any(topic in topics for topics in beside))


def _speaks_of_measures(text: str, clause: Span, cited: Span) -> bool:
    """Whether a citation is of measures: 第54段规定的措施, *the measures imposed by paragraph 54*."""
    before = text[max(clause.start, cited.start - _BEFORE) : cited.start]
    if _PERIOD.search(before):
        return False
    behind = "" if text.isascii() or not is_chinese(text) else text[cited.end : cited.end + _AFTER]
    return bool(_MEASURES.search(before) or _MEASURES.search(behind))


def those_before(clause: str, before: Sequence[str]) -> tuple[str, ...]:
    """The measures of the clause before, where this one speaks of them: *decides further that these measures
    shall not apply to …*."""
    return tuple(topic for topic in before if topic in _kinds()) if _THESE.search(clause) else ()


def handed_down(own: Sequence[str], stem: Sequence[str]) -> tuple[str, ...]:
    """A point's topics and its stem's; a point that is one of several measures is not on the others: *the
    following measures: (a) Freeze …; (b) Prevent the entry into …*."""
    if not APART.intersection(own):
        return tuple(dict.fromkeys((*own, *stem)))
    return tuple(dict.fromkeys((*own, *besides_measures(stem))))


def besides_measures(topics: Iterable[str]) -> list[str]:
    """The topics that are no measures, of which a clause may name many at once."""
    return [topic for topic in topics if topic not in _kinds()]


@cache
def _imposed() -> dict[str, dict[str, tuple[str, ...]]]:
    """By the number of a resolution and the label of its paragraph: `corpus/data/imposed.csv`, whose rows are
    what those paragraphs say."""
    known: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in tables.rows("imposed"):
        for label in split_pinpoints(row["paragraphs"]):
            known.setdefault(row["resolution"], {})[label] = tuple(row["topics"].split("|"))
    return known


@cache
def _kinds() -> frozenset[str]:
    return frozenset(t for of in _imposed().values() for topics in of.values() for t in topics)
