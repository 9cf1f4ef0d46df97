"""What a query finds in tantivy's index, best first, looking at as little of it as will do.

A paragraph is weighed by the part of its document in which it stands. tantivy can do that, but only of each
paragraph that a query finds. By its own ranking it is several times as fast, and what stands after the best
hundreds of that cannot come before what weighs more than the last of them with the highest weight.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Sequence
from functools import cache
from heapq import merge
from itertools import chain
from math import isclose

import tantivy

from mandex.index.engines import And, Filter, Ids, Mark, Node, Not, Or, Phrase, Scored
from mandex.index.engines.entries import WORTH, kinds_of_worth
from mandex.index.engines.tantivy_queries import Compiler

# Ranked paragraphs fetched at first, then eight times as many. For ten all that a query finds is looked at as
# well, and a group of equal scores that they cut would be asked for again.
_FIRST_PAGE = 256
_BY_BOUND = 2  # times that the best by tantivy's own ranking are asked for
_SAME = 1e-6  # what scores may differ by that are added up in another order
_LEAST_WORTH = min(WORTH)
_FEW = 64  # paragraphs of one score fetched at first


def weight(column: int) -> float:
    """What tantivy, which multiplies a score by log2(2 + weight), makes the worth of a column again."""
    return float(2.0 ** (WORTH[column] / _LEAST_WORTH) - 2.0)


def ranked(view: Compiler, node: Node, most: int) -> Iterator[Scored]:
    """What `node` finds, with scores, best first, equal ones in the order of row numbers; no more than `most`
    will be looked at, if that is not negative.
    """
    node = _plain(node)
    if _is_silent(node):
        yield from _in_order(view, view.matching(node), 0.0, None)
        return
    alternatives, conditions = _parted(node)
    alike = [part for part in alternatives if isinstance(part, Phrase) and part.prefix]
    if len(alike) != 1:
        yield from _scored(view, view.ranked(node), most, adds_up=isinstance(node, Or))
        return
    # All that a prefix alone finds has one score: only what the other words find is ranked by tantivy.
    others = [part for part in alternatives if part is not alike[0] and view.may_find(part)]
    same = And((alike[0], *conditions, *((Not(Or(tuple(others))),) if others else ())))
    score = view.score(alike[0])
    rest = _by_worth(view, view.matching(same), score)
    if others:
        if len(others) == 1:  # of two scores the order does not matter in which they are added
            found = view.beside(And((others[0], *conditions)), alike[0])
        else:
            found = view.within(view.ranked(node), Or(tuple(others)))
        rest = _above(_scored(view, found, most, adds_up=False), _highest(score), rest)
    yield from rest


# -- nodes


def _plain(node: Node) -> Node:
    """The same without brackets that say nothing."""
    if not isinstance(node, And | Or):
        return node
    parts: list[Node] = []
    for part in map(_plain, node.parts):
        parts += part.parts if isinstance(part, And | Or) and type(part) is type(node) else (part,)
    return parts[0] if len(parts) == 1 else type(node)(tuple(parts))


def _is_silent(node: Node) -> bool:
    """Whether nothing of a node speaks for a paragraph."""
    return not isinstance(node, Phrase | Mark) and (
        isinstance(node, Filter | Ids | Not) or all(map(_is_silent, node.parts))
    )


def _parted(node: Node) -> tuple[Sequence[Node], Sequence[Node]]:
    """The alternatives of which one must be found, and the conditions beside them; none where more than one
    thing must be found.
    """
    parts = node.parts if isinstance(node, And) else (node,)
    speaking = [part for part in parts if not _is_silent(part)]
    if len(speaking) != 1:
        return (), ()
    (one,) = speaking
    return one.parts if isinstance(one, Or) else (one,), [part for part in parts if part is not one]


# -- of one score


def _above(found: Iterator[Scored], highest: float, rest: Iterator[Scored]) -> Iterator[Scored]:
    """Two rankings as one; `rest`, no score in which exceeds the `highest`, is asked for when it is due."""
    for one in found:
        if one[1] <= highest:
            yield from merge(chain((one,), found), rest, key=lambda scored: (-scored[1], scored[0]))
            return
        yield one
    yield from rest


def _highest(score: float) -> float:
    """What a score comes to in the column that is worth most."""
    return _in_column(score, max(range(len(WORTH)), key=WORTH.__getitem__))


def _in_column(score: float, column: int) -> float:
    (weighed,) = _singles([_singles([score])[0] * _factor(weight(column))])
    return weighed * _LEAST_WORTH


def _by_worth(view: Compiler, query: tantivy.Query, score: float) -> Iterator[Scored]:
    """What a query finds, all of it of one score but for the columns."""
    for column, kinds in kinds_of_worth():
        yield from _in_order(view, query, _in_column(score, column), kinds)


def _in_order(
    view: Compiler, query: tantivy.Query, score: float, kinds: Sequence[str] | None
) -> Iterator[Scored]:
    """What a query finds, of some kinds, in the order of row numbers, all of it with the same score."""
    size, last = _FEW, -1
    while True:
        ids = view.first(query, last, size, kinds)
        yield from ((id_, score) for id_ in ids)
        if len(ids) < size:
            return
        size, last = 8 * size, ids[-1]


# -- of many scores


def _scored(view: Compiler, query: tantivy.Query, most: int, *, adds_up: bool) -> Iterator[Scored]:
    """What a query finds, best first. Where scores are those of some of many words, `adds_up`, tantivy must
    not skip any, since it would add them up in another order.
    """
    at, size = 0, max(2 * most, _FIRST_PAGE)
    for _ in range(_BY_BOUND):
        hits = view.searcher.search(query, size, adds_up).hits
        whole = len(hits) < size
        found = _weighed(view, hits)
        if not whole:
            (bound,) = _singles([float(hits[-1][0]) * _factor(max(map(weight, range(len(WORTH)))))])
            found = [one for one in found if -one[0] > bound]
        yield from _given(sorted(found)[at:])
        if whole:
            return
        at, size = len(found), 4 * size
        if 0 <= most <= at:
            return
    yield from _paged(view, query, most, at)


def _weighed(view: Compiler, hits: Sequence[tuple[float, tantivy.DocAddress]]) -> list[tuple[float, int]]:
    """What tantivy, told to weigh them, would make of hits: the scores below zero, and row numbers, which are
    in order themselves: a description has thousands.
    """
    places = [place for _, place in hits]
    ids = view.searcher.fast_field_values("id", places)
    weights = view.searcher.fast_field_values("weight", places)
    scores = _singles(
        [-score * _factor(weight or 0.0) for (score, _), weight in zip(hits, weights, strict=True)]
    )
    return [(score, int(id_ or 0)) for score, id_ in zip(scores, ids, strict=True)]


@cache
def _factor(weight: float) -> float:
    """By what tantivy multiplies a score."""
    return _singles([math.log2(2.0 + weight)])[0]


def _singles(values: Sequence[float]) -> Sequence[float]:
    """As numbers of 32 bits, which scores are."""
    return array("f", values)


def _given(scored: Sequence[tuple[float, int]]) -> Iterator[Scored]:
    return ((id_, -score * _LEAST_WORTH) for score, id_ in scored)


def _paged(view: Compiler, query: tantivy.Query, most: int, at: int) -> Iterator[Scored]:
    """What a query finds from one place of the ranking on, all of it weighed by tantivy."""
    size, whole = max(most + 1 - at, _FIRST_PAGE), False
    while not whole and (most < 0 or at < most):
        page, tie = _page(view, query, at, size)
        yield from page
        at += len(page)
        size *= 8
        whole = tie is None
        if tie and not page:
            for scored in _tied(view, query, *tie):
                yield scored
                at += 1


def _page(
    view: Compiler, query: tantivy.Query, at: int, size: int
) -> tuple[list[Scored], tuple[float, tantivy.DocAddress] | None]:
    """Some of the ranking from `at` on, no group of equal scores cut, nothing where that is a long group; and
    the score and the address at which it was cut, None where that is the end of it.

    Equal scores stand in the order of row numbers, which tantivy does not know.
    """
    hits = view.searcher.search(query, size, False, offset=at, weight_by_field="weight").hits
    whole = len(hits) < size
    if not whole:
        last = hits[-1][0]
        kept = [hit for hit in hits if hit[0] != last]
        if not kept:
            return [], hits[0]
        hits = kept
    ids = view.searcher.fast_field_values("id", [place for _, place in hits])
    scored = sorted((-float(score), int(id_ or 0)) for (score, _), id_ in zip(hits, ids, strict=True))
    return list(_given(scored)), None if whole else hits[-1]


def _tied(view: Compiler, query: tantivy.Query, score: float, place: tantivy.DocAddress) -> Iterator[Scored]:
    """The paragraphs that have the score of one, in the order of their row numbers: read by these, a few at a
    time, since they may be half of the base.
    """
    last = 0
    (weight,) = view.searcher.fast_field_values("weight", [place])
    while True:
        # of equal scores above zero the weights are equal too
        after = view.after(query, last, weight=float(weight or 0) if score else None)
        found = view.searcher.search(
            after, _FIRST_PAGE, False, order_by_field="id", order=tantivy.Order.Asc
        ).hits
        ids = [int(id_) for id_, _ in found]
        if not ids:
            return
        hits = view.searcher.search(view.among(query, ids), len(ids), False, weight_by_field="weight").hits
        same = [place for one, place in hits if isclose(one, score, rel_tol=_SAME, abs_tol=_SAME)]
        of_same = sorted(int(id_ or 0) for id_ in view.searcher.fast_field_values("id", same))
        yield from ((id_, float(score) * _LEAST_WORTH) for id_ in of_same)
        last = ids[-1]
