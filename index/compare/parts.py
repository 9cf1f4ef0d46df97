"""Clauses that left one paragraph for another: *calls on all parties to cooperate … and stresses the need to
enhance the safety of UNDOF personnel* became two paragraphs; a point split off, or taken into another one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from mandex.corpus import lexicon
from mandex.corpus.fold import is_chinese
from mandex.corpus.model import Paragraph
from mandex.index.compare.likeness import Likeness
from mandex.index.compare.phrases import clauses
from mandex.index.compare.sides import plain
from mandex.index.compare.wording import content

SPEAK = frozenset({"preambular", "operative"})
"""The kinds of paragraph in which the Council speaks; no titles, no signatures."""

_FOUND = 0.5  # of a clause, by the weight of its terms of content
_FOUND_OF_SHORT = 0.65
_LONG = 5  # terms over the least
_STAYED = 0.5
_TERMS = {True: 8, False: 8}  # terms in a clause, in Chinese and otherwise: fewer make a formula
_POINT = {True: 4, False: 3}  # in a point that has no other source and is found whole
# In a clause that asks for something and is found whole in a paragraph without another source.
_ASKED = {True: 7, False: 5}
_ASKS = re.compile(
    r"\W*(?:and\s)?(?:further\s|also\s)?(?:urg|request|call|encourag|demand|invit)\w*\s|\W*(?:还|又|并)?(?:敦促|促请|呼吁|请|要求|鼓励)",
    re.IGNORECASE,
)
_WHOLE = 0.95
_MATTER = 3  # terms in common beside the names of actors and countries
_SIBLINGS = 2
_SIBLING = 0.35


def moved_clauses(
    alike: Likeness, old: Sequence[Paragraph], new: Sequence[Paragraph], pairs: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Old and new paragraph where a clause of the old one is gone from what it became, and stands in what the
    new one has gained; and the same the other way round.
    """
    news: dict[int, list[int]] = defaultdict(list)
    olds: dict[int, list[int]] = defaultdict(list)
    for i, j in pairs:
        news[i].append(j)
        olds[j].append(i)
    before, after = ([frozenset(content(p.text)) for p in side] for side in (old, new))
    yield from _going(alike, (old, new), (before, after), (news, olds))
    yield from ((i, j) for j, i in _going(alike, (new, old), (after, before), (olds, news)))


def _going(
    alike: Likeness, texts: tuple[Sequence[Paragraph], Sequence[Paragraph]],
    said: tuple[Sequence[frozenset[str]], Sequence[frozenset[str]]],
    partners: tuple[dict[int, list[int]], dict[int, list[int]]],
) -> Iterator[tuple[int, int]]:  # fmt: skip
    """From the paragraphs of the first text to those of the second."""
    holders: dict[str, list[int]] = defaultdict(list)
    for j, found in enumerate(said[1]):
        for term in found.difference(*(said[0][i] for i in partners[1][j])):
            holders[term].append(j)
    for i, paragraph in enumerate(texts[0]):
        stayed = frozenset().union(*(said[1][j] for j in partners[0][i]))
        for clause in clauses(paragraph.text):
            terms = frozenset(content(clause))
            whole = not partners[0][i] and terms == said[0][i]
            asked = bool(_ASKS.match(clause)) and not whole
            if len(terms) < (_POINT if whole else _ASKED if asked else _TERMS)[is_chinese(clause)]:
                continue
            j, share = most_of(alike, terms, holders)
            if asked and len(terms) < _TERMS[is_chinese(clause)] and partners[1].get(j):
                continue
            point = not partners[0][i] and paragraph.label.endswith(")")
            least = _least(len(terms) - _TERMS[is_chinese(clause)], point=whole or point)
            if share < least or j in partners[0][i] or paragraph.kind != texts[1][j].kind:
                continue
            matter = (terms & said[1][j]) - names(clause)
            if len(matter) >= _MATTER and alike.share(terms, stayed) < _STAYED:
                yield i, j


def _least(over: int, *, point: bool) -> float:
    """The share that must be found, by how many terms a clause has over the least: a name alone makes up most
    of a short one.
    """
    if over < 0:
        return _WHOLE
    return _FOUND if point or over >= _LONG else _FOUND_OF_SHORT


def most_of(alike: Likeness, terms: frozenset[str], holders: dict[str, list[int]]) -> tuple[int, float]:
    """The paragraph that gained most of a clause, and how much of it."""
    weights: dict[int, float] = defaultdict(float)
    for term in terms:
        for j in holders.get(term, ()):
            weights[j] += alike.weight(term)
    j, weight = max(weights.items(), key=lambda one: one[1], default=(-1, 0.0))
    return j, weight / (alike.total(terms) or 1.0)


def kin(
    alike: Likeness, old: Sequence[Paragraph], new: Sequence[Paragraph], pairs: set[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Stems and points without a source of their own, by those beside them: a stem goes back to that of two
    of its points; a point to the paragraph that became two of its siblings: *full implementation of the
    Convention, the two action plans and the road map*, now a list.
    """
    olds: dict[int, list[int]] = defaultdict(list)
    for i, j in sorted(pairs):
        olds[j].append(i)
    above = {i: stem for stem, points in _points(old).items() for i in points}
    for stem, points in _points(new).items():
        direct = [j for j in points if new[j].label.rpartition("(")[0] == new[stem].label]
        parent = _of_two(above[i] for j in points for i in olds[j] if i in above)
        source = _of_two(olds[j][0] for j in direct if len(olds[j]) == 1)
        if parent >= 0 and old[parent].label.count("(") != new[stem].label.count("("):
            parent = -1  # a stem within the stem
        if not olds[stem] and max(source, parent) >= 0:
            yield (source if source >= 0 else parent), stem
        if source >= 0:
            said = frozenset(content(old[source].text))
            shares = ((alike.share(frozenset(content(new[j].text)), said), j) for j in direct if not olds[j])
            yield from ((source, j) for share, j in shares if share >= _SIBLING)


def _of_two(sources: Iterable[int]) -> int:
    """The source that at least two have in common, -1 where none is."""
    most = Counter(sources).most_common(1)
    return most[0][0] if most and most[0][1] >= _SIBLINGS else -1


def _points(paragraphs: Sequence[Paragraph]) -> dict[int, list[int]]:
    """The points under each stem, however deep: 8 has 8(b) and 8(b)(i)."""
    stems: dict[str, int] = {}  # of a number that stands twice, the one before the point
    found: dict[int, list[int]] = defaultdict(list)
    for k, paragraph in enumerate(paragraphs):
        label = paragraph.label if paragraph.kind == "operative" else ""
        if label:
            stems[label] = k
        above = label.rpartition("(")[0]
        while above:
            if above in stems:
                found[stems[above]].append(k)
            above = above.rpartition("(")[0]
    return found


def names(text: str) -> frozenset[str]:
    """The terms of the names of actors, countries and agreements: said in many clauses, they make none of
    them alike.
    """
    said = plain(text)
    found = [*lexicon.match_actors(said), *lexicon.match_countries(said)]
    named = [said[name.start : name.end] for name in found] + _TITLES.findall(said)
    return frozenset(term for name in named for term in content(name))


_TITLES = re.compile(r"《[^《》]{2,60}》")  # 《以色列和阿拉伯叙利亚共和国部队脱离接触协定》
