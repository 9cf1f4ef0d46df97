"""Which paragraph of a new text goes back to which of an old one.

First the heaviest chain of like pairs that runs forward in both texts: what kept its order, however it is
numbered. Then what moved out of order; then what stands between the same two links of the chain and is a
little alike, or opens with the same verb; last what was split off a paragraph already paired, or merged into
it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import Literal

from mandex.corpus.model import Paragraph
from mandex.corpus.records import dataclass
from mandex.index.compare.contained import contained
from mandex.index.compare.documents import of_one_document
from mandex.index.compare.formulas import in_common, share_more_than_a_formula
from mandex.index.compare.halves import halves
from mandex.index.compare.likeness import Likeness
from mandex.index.compare.parts import SPEAK, kin, moved_clauses
from mandex.index.compare.references import RECALLS
from mandex.index.compare.renewing import renewing
from mandex.index.compare.rivals import without_rivals
from mandex.index.compare.sides import countries
from mandex.index.compare.stems import of_the_one_cited, of_their_points
from mandex.index.compare.wording import is_spelt_otherwise

Relation = Literal["same", "changed", "moved", "moved-changed", "new", "dropped", "split", "merged", "kept"]
"""How a paragraph fared; `kept` is one that the new text does not print, but keeps in force by its number."""

_ALIKE = 0.34  # forward in both texts: half of the words kept
_ALIKE_BETWEEN = 0.16  # in the same place between two pairs, with the same opening verb or number
_ALIKE_OPENED_OTHERWISE = (
    0.26  # in the same place: *Encouraging efforts to …* became *Welcoming the efforts to …*
)
# The same opened otherwise and even less alike: of the terms that say what both are about, by weight. The
# same number tells little, for paragraphs that came in before renumber the rest.
_COMMON = 0.4
_COMMON_OF_NUMBER = 0.27
_MUCH_MORE = 0.15  # than a pair: one of the two belongs rather to another paragraph
_ALIKE_SURELY = 0.3  # in the same place: less may be a formula that they share
_ALIKE_RECITALS = 0.4  # of recitals, which have more formulas
_ALIKE_ELSEWHERE = 0.5  # out of order: formulas make unrelated paragraphs somewhat alike
_ALIKE_BEGUN = 0.3  # the same where they begin alike for longer than formulas do
_FORMULA = 60  # characters
_MARK = 0.1  # what the same number or the same opening is worth beside that
_OTHER_KIND = 0.8  # a preambular paragraph may become an operative one, but rarely
# Of a paragraph that was split off or merged, or of what the paragraph that stayed lost or gained.
_PART = 0.6


@dataclass(frozen=True, slots=True)
class Pair:
    """Old paragraph `old` and new paragraph `new` (places in the two sequences, None where there is none)."""

    old: int | None
    new: int | None
    relation: Relation
    likeness: float


def align(old: Sequence[Paragraph], new: Sequence[Paragraph], number: int | None = None) -> list[Pair]:
    """Every paragraph of both texts in at least one pair, in the order of the new text; dropped ones stand
    after what they followed in the old, which is resolution `number`.
    """
    told = _told_of(number, old, new)
    alike = Likeness([p.text for p in old], [p.text for p in new])
    scores = {
        (i, j): score * (1.0 if old[i].kind == new[j].kind else _OTHER_KIND)
        for (i, j), score in alike.pairs(_ALIKE_BETWEEN).items()
        if _speak(old[i], new[j])
    }
    chain = _chain({pair: score for pair, score in scores.items() if score >= _ALIKE})
    moved = _elsewhere(old, new, scores, chain)
    chain |= _between(alike, (old, new), scores, chain, moved)
    chain |= _recalled(old, new, {**chain, **moved})
    chain |= _studied(old, new, {**chain, **moved})
    chain |= _titles(old, new, {**chain, **moved})
    found = without_rivals(alike, old, new, scores, {**chain, **moved})
    chain = {i: j for i, j in found.items() if i not in moved}
    parts = {**_parts_of_new(alike, old, new, found), **_parts_of_old(alike, old, new, found)}
    for i, j in moved_clauses(alike, old, new, {*found.items(), *parts}):
        # Of two that have no other pair one clause in common is too little.
        alone = i not in found and j not in found.values() and (i, j) not in scores
        if not (alone or _of_others(old[i], new[j])):
            parts.setdefault((i, j), "split" if i in found else "merged")
    for i, j in halves(alike, old, new, {*found.items(), *parts}):
        if not _of_others(old[i], new[j]):
            parts.setdefault((i, j), "split" if i in found else "merged")
    for i, j in kin(alike, old, new, {*found.items(), *parts}):
        parts.setdefault((i, j), "split")
    late = _left_over(alike, old, new, found, parts, number)
    anchors, found = sorted(chain.items()), {**found, **late}
    for i, j in late.items():
        after, before = _gap(anchors, i, len(new))
        chain |= {i: j} if after < j < before else {}
    found = {i: j for i, j in found.items() if not told(i, j)}
    parts = {pair: relation for pair, relation in parts.items() if not told(*pair)}
    return _ordered(_pairs(old, new, scores, chain, found, parts), len(old))


def _told_of(
    number: int | None, old: Sequence[Paragraph], new: Sequence[Paragraph]
) -> Callable[[int, int], bool]:
    """Whether a new recital only tells what an operative paragraph of the old text did: *Recalling its
    resolution 780 (1992), in which it requested …* (808 (1993) PP4) asks for nothing in its stead.
    """
    named = re.compile(
        rf"\W*(?:Recall|Reaffirm|Not|Bearing|Mindful|回顾|重申|又回顾|还回顾).{{0,80}}?(?<!\d){number}\s?\("
    )
    telling = {j for j, p in enumerate(new) if number and p.is_recital and named.match(p.text)}
    return lambda i, j: j in telling and old[i].kind == "operative"


def _left_over(
    alike: Likeness, old: Sequence[Paragraph], new: Sequence[Paragraph], found: Mapping[int, int],
    parts: dict[tuple[int, int], Relation], number: int | None,
) -> dict[int, int]:  # fmt: skip
    """Pairs of what nothing else took up: stems of one list, the paragraph that is cited, of one document, or
    cut down; what is of one document with a paragraph that has a pair is one of the `parts`.
    """
    late = dict(of_their_points(old, new, {*found.items(), *parts}))
    late |= of_the_one_cited(number, old, new, {*found.items(), *late.items(), *parts})
    taken = {*found.values(), *late.values()}
    done = {*found.items(), *late.items(), *parts}
    for i, j in (*of_one_document(old, new, done), *_unpaired(renewing(old, new), done)):
        if i in found or i in late or j in taken:
            parts.setdefault((i, j), "split" if i in found or i in late else "merged")
        else:
            late[i] = j
            taken.add(j)
    return late | contained(alike, old, new, {*found.items(), *late.items(), *parts})


def _unpaired(likely: Iterable[tuple[int, int]], done: Set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Those of some pairs of which one paragraph at least has no other."""
    olds, news = {i for i, _ in done}, {j for _, j in done}
    return ((i, j) for i, j in likely if i not in olds or j not in news)


def _of_others(old: Paragraph, new: Paragraph) -> bool:
    """Whether two paragraphs that share a formula speak of different countries: *Recalling its previous
    resolutions concerning Sudan*, *… concerning the Democratic Republic of the Congo*.
    """
    ours, theirs = countries(old), countries(new)
    return bool(ours and theirs) and not ours & theirs


def _chain(scores: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """The chain of pairs, forward in both texts, whose squared scores sum highest.

    Each pair extends the best chain that ends before it in both; best sums by new place are kept in a
    Fenwick tree, so that n pairs cost n log n.
    """
    size = max((j for _, j in scores), default=-1) + 1
    tree: list[tuple[float, tuple[int, int] | None]] = [(0.0, None)] * (size + 1)
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for i, j in sorted(scores, key=lambda pair: (pair[0], -pair[1])):
        best, last = max((tree[k] for k in _down(j)), key=lambda entry: entry[0], default=(0.0, None))
        before[i, j] = last
        weight = best + scores[i, j] ** 2
        for k in _up(j + 1, size):
            if weight > tree[k][0]:
                tree[k] = (weight, (i, j))
    link = max((tree[k] for k in _down(size)), key=lambda entry: entry[0], default=(0.0, None))[1]
    chain = {}
    while link is not None:
        chain[link[0]] = link[1]
        link = before[link]
    return chain


def _down(k: int) -> Iterator[int]:
    while k > 0:
        yield k
        k -= k & -k


def _up(k: int, size: int) -> Iterator[int]:
    while k <= size:
        yield k
        k += k & -k


def _between(
    alike: Likeness, texts: tuple[Sequence[Paragraph], Sequence[Paragraph]],
    scores: Mapping[tuple[int, int], float], chain: Mapping[int, int], moved: Mapping[int, int],
) -> dict[int, int]:  # fmt: skip
    """Pairs of what stands in the same gap of the chain, less alike but with the same opening."""
    old, new = texts
    done, taken = {*chain, *moved}, {*chain.values(), *moved.values()}
    anchors = sorted(chain.items())
    best: tuple[dict[int, float], dict[int, float]] = defaultdict(float), defaultdict(float)
    for (i, j), score in scores.items():
        best[0][i], best[1][j] = max(best[0][i], score), max(best[1][j], score)
    possible = {}
    for (i, j), score in scores.items():
        if i in done or j in taken or score < _ALIKE_BETWEEN or old[i].kind != new[j].kind:
            continue
        if score < _ALIKE_SURELY and max(best[0][i], best[1][j]) >= score + _MUCH_MORE:
            continue  # a part of what has its own pair
        after, before = _gap(anchors, i, len(new))
        if not after < j < before or _of_others(old[i], new[j]):
            continue
        begun, numbered = _opening(old[i]) == _opening(new[j]), _same_number(old[i], new[j])
        likely = begun or score >= _ALIKE_OPENED_OTHERWISE
        if not likely and in_common(alike, old[i], new[j]) < (_COMMON_OF_NUMBER if numbered else _COMMON):
            continue
        surely = _ALIKE_RECITALS if old[i].is_recital else _ALIKE_SURELY
        if score >= surely or share_more_than_a_formula(alike, old[i], new[j]):
            possible[i, j] = score + (begun + numbered) * _MARK
    return _chain(possible)


def _gap(anchors: Sequence[tuple[int, int]], i: int, size: int) -> tuple[int, int]:
    """Between which new places old place `i` stands in the chain."""
    at = bisect_left(anchors, (i, -1))
    return anchors[at - 1][1] if at else -1, anchors[at][1] if at < len(anchors) else size


def _recalled(old: Sequence[Paragraph], new: Sequence[Paragraph], found: Mapping[int, int]) -> dict[int, int]:
    """The first recitals of both, where each recalls earlier resolutions, however many either lists."""
    i, j = (next((k for k, p in enumerate(side) if p.is_recital), None) for side in (old, new))
    if i is None or j is None or i in found or j in found.values() or _of_others(old[i], new[j]):
        return {}
    return {i: j} if RECALLS.match(old[i].text) and RECALLS.match(new[j].text) else {}


# *Having studied the report of the Secretary-General*, *Having considered the report …*.
_STUDIED = re.compile(
    r"\W*(?:Having\s(?:\w+ly\s)?(?:considered|studied|examined|reviewed|received)\b.{0,30}\breports?\s(?:of|by)\sthe"
    r"\sSecretary-General|[还又]?审议了?秘书长[^，；]{0,40}报告)"
)


def _studied(old: Sequence[Paragraph], new: Sequence[Paragraph], found: Mapping[int, int]) -> dict[int, int]:
    """The recitals of both of a report of the Secretary-General that was studied, where each has one."""
    ours, theirs = (
        [k for k, p in enumerate(side) if p.is_recital and _STUDIED.match(p.text)] for side in (old, new)
    )
    if len(ours) != 1 or len(theirs) != 1 or ours[0] in found or theirs[0] in found.values():
        return {}
    return {ours[0]: theirs[0]}


def _titles(old: Sequence[Paragraph], new: Sequence[Paragraph], found: Mapping[int, int]) -> dict[int, int]:
    """The titles of both, where each has one: they name the text and need share nothing."""
    ours, theirs = ([k for k, p in enumerate(side) if p.kind == "title"] for side in (old, new))
    if len(ours) != 1 or len(theirs) != 1 or ours[0] in found or theirs[0] in found.values():
        return {}
    return {ours[0]: theirs[0]}


def _same_number(old: Paragraph, new: Paragraph) -> bool:
    return bool(old.label) and old.label == new.label


def _opening(paragraph: Paragraph) -> str:
    """The verb, or the first word (two characters of Chinese) where none was found."""
    first = paragraph.text.split(" ", 1)[0]
    return (paragraph.verb or (first if first.isascii() else paragraph.text[:2])).casefold().strip(",，")


def _elsewhere(
    old: Sequence[Paragraph], new: Sequence[Paragraph], scores: Mapping[tuple[int, int], float],
    chain: Mapping[int, int],
) -> dict[int, int]:  # fmt: skip
    """The best pairs among what the chain left over, in whatever order they stand."""
    taken, found = set(chain.values()), {}
    likely = [
        (i, j)
        for (i, j), score in scores.items()
        if score >= _ALIKE_ELSEWHERE
        or (score >= _ALIKE_BEGUN and old[i].text[:_FORMULA] == new[j].text[:_FORMULA])
    ]
    for i, j in sorted(likely, key=lambda pair: (-scores[pair], pair)):
        if i not in chain and i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _parts_of_new(
    alike: Likeness, old: Sequence[Paragraph], new: Sequence[Paragraph], found: Mapping[int, int]
) -> dict[tuple[int, int], Relation]:
    """New paragraphs that were split off an old one already paired."""
    taken = set(found.values())
    parts: dict[tuple[int, int], Relation] = {}
    for j in (j for j in range(len(new)) if j not in taken):
        shares = (
            ((alike.split_off if old[i].kind == new[j].kind else alike.came_from)(i, j, beside=other), i)
            for i, other in _near(found, j, by_new=True)
            if _speak(old[i], new[j])
        )
        share, i = max(shares, default=(0.0, -1))
        if share >= _PART:
            parts[i, j] = parts[i, found[i]] = "split"
    return parts


def _parts_of_old(
    alike: Likeness, old: Sequence[Paragraph], new: Sequence[Paragraph], found: Mapping[int, int]
) -> dict[tuple[int, int], Relation]:
    """Old paragraphs that were merged into a new one already paired."""
    parts: dict[tuple[int, int], Relation] = {}
    for i in (i for i in range(len(old)) if i not in found):
        shares = (
            (
                (alike.merged_in if old[i].kind == new[j].kind else alike.went_into)(i, j, beside=other),
                other,
                j,
            )
            for other, j in _near(found, i, by_new=False)
            if _speak(old[i], new[j])
        )
        share, other, j = max(shares, default=(0.0, -1, -1))
        if share >= _PART:
            parts[i, j] = parts[other, j] = "merged"
    return parts


def _speak(old: Paragraph, new: Paragraph) -> bool:
    """Whether both are of one kind or both paragraphs of the Council: a heading is no part of a paragraph."""
    return old.kind == new.kind or {old.kind, new.kind} <= SPEAK


_NEAR = 6  # pairs on either side: what is split or merged stays in its neighbourhood


def _near(found: Mapping[int, int], at: int, *, by_new: bool) -> Iterable[tuple[int, int]]:
    """The pairs around a place, by their place in the new text or in the old."""
    order = sorted(found.items(), key=lambda pair: pair[by_new])
    k = bisect_left([pair[by_new] for pair in order], at)
    return order[max(0, k - _NEAR) : k + _NEAR]


def _pairs(
    old: Sequence[Paragraph], new: Sequence[Paragraph], scores: Mapping[tuple[int, int], float],
    chain: Mapping[int, int], found: Mapping[int, int], parts: Mapping[tuple[int, int], Relation],
) -> Iterator[Pair]:  # fmt: skip
    pairs = sorted({*found.items(), *parts})
    legs = [Counter(side) for side in zip(*pairs, strict=True)]
    for i, j in pairs:
        same = old[i].text == new[j].text or is_spelt_otherwise(old[i].text, new[j].text)
        plain: Relation = "same" if same else "changed"
        moved: Relation = "moved" if same else "moved-changed"
        alone = legs[0][i] == legs[1][j] == 1  # what was a part of two, the other of which is none
        relation = (not alone and parts.get((i, j))) or (plain if chain.get(i) == j else moved)
        yield Pair(i, j, relation, round(scores.get((i, j), 1.0 if same else 0.0), 3))
    olds, news = {i for i, _ in pairs}, {j for _, j in pairs}
    yield from (Pair(i, None, "dropped", 0.0) for i in range(len(old)) if i not in olds)
    yield from (Pair(None, j, "new", 0.0) for j in range(len(new)) if j not in news)


def _ordered(pairs: Iterable[Pair], size: int) -> list[Pair]:
    """In the order of the new text; a dropped paragraph after the nearest one before it that was kept."""
    pairs = list(pairs)
    place = [-1] * (size + 1)
    for pair in pairs:
        if pair.old is not None and pair.new is not None and not pair.relation.startswith("moved"):
            place[pair.old] = max(place[pair.old], pair.new)
    for i in range(1, size + 1):
        place[i] = place[i] if place[i] >= 0 else place[i - 1]

    def key(pair: Pair) -> tuple[int, int, int]:
        if pair.new is not None:
            return pair.new, 0, pair.old if pair.old is not None else -1
        assert pair.old is not None
        return place[pair.old], 1, pair.old

    return sorted(pairs, key=key)
