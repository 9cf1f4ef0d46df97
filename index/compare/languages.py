"""The language versions of a document, paragraph by paragraph and sentence by sentence.

Paragraphs with the same number belong together. Where numbers differ, or a text has none, the order decides,
and what translation leaves as it is: numbers, symbols, dates, names, topics, and the proportion of lengths.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from mandex.corpus import lexicon
from mandex.corpus.dates import find_dates
from mandex.corpus.fold import fold, is_chinese, same_number
from mandex.corpus.model import Paragraph
from mandex.corpus.records import dataclass
from mandex.index.text.stems import stem


@dataclass(frozen=True, slots=True)
class Aligned:
    """Paragraphs (places in the two sequences) that say the same; one side may be empty.

    `confidence` runs from 0 to 1.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    confidence: float


_NUMBER = re.compile(r"(?<![A-Za-z])\d+(?:[.,]\d+)*|\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b")
_BAND = 40  # how far from the diagonal a pair may stand
_UNLIKE = 0.3  # a pair that fits less is worse than none
_SKIP = -0.12  # what it costs to leave a paragraph alone
_KIND = 0.25  # for paragraphs of different kinds
_LABEL = 0.5  # what the same printed number adds
_FAR = 0.9  # a logarithm: lengths that differ by more than two and a half times are of different texts


def align(left: Sequence[Paragraph], right: Sequence[Paragraph], *, labels: bool = True) -> list[Aligned]:
    """Both versions' paragraphs in order, each in one entry. `labels` allows the printed numbers to count.

    What bears the same number in both, once, parts the texts; only between such pairs is there anything to
    weigh, and of that most is as long on one side as on the other.
    """
    out: list[Aligned] = []
    i = j = 0
    ends = (len(left), len(right))
    for a, b in [*(_numbered_alike(left, right) if labels else ()), ends]:
        found = _between(left[i:a], right[j:b], labels=labels)
        out += (Aligned(_shifted(e.left, i), _shifted(e.right, j), e.confidence) for e in found)
        if (a, b) != ends:
            out.append(_pair(left, right, a, b))
        i, j = a + 1, b + 1
    return out


def _shifted(places: tuple[int, ...], by: int) -> tuple[int, ...]:
    return tuple(place + by for place in places)


def _pair(left: Sequence[Paragraph], right: Sequence[Paragraph], i: int, j: int) -> Aligned:
    """Two paragraphs that stand in the same place; how well their numbers and lengths agree."""
    numbers = [Counter(_numbers(side.text)) for side in (left[i], right[j])]
    shared = sum((numbers[0] & numbers[1]).values())
    alike = 2 * shared / sum(map(Counter.total, numbers)) if any(numbers) else 1.0
    fit = 0.65 * alike + 0.35 * _length_fit(_size(left[i].text), _size(right[j].text))
    named = _LABEL if left[i].label and _number(left[i]) == _number(right[j]) else 0.0
    return Aligned((i,), (j,), round(min(fit + named, 1.0), 2))


def _numbered_alike(left: Sequence[Paragraph], right: Sequence[Paragraph]) -> Iterator[tuple[int, int]]:
    """The longest chain, forward in both, of paragraphs whose kind and number stand once in each version.

    A paragraph of a quite different length is none of them: number 3 of an annex that one version lacks.
    """
    places = [_numbered(side) for side in (left, right)]
    pairs = [
        (i, places[1][name])
        for name, i in places[0].items()
        if name in places[1] and _as_long(left[i], right[places[1][name]])
    ]
    tails: list[int] = []  # of chains of each length, the last place on the right that is least
    chains: list[tuple[tuple[int, int], Any] | None] = [None]
    for i, j in pairs:
        at = bisect_left(tails, j)
        tails[at : at + 1] = [j]
        chains[at + 1 : at + 2] = [((i, j), chains[at])]
    out, link = [], chains[-1]
    while link is not None:
        out.append(link[0])
        link = link[1]
    return reversed(out)


def _numbered(side: Sequence[Paragraph]) -> dict[tuple[str, str], int]:
    """The places of those whose kind and number no other has, in order."""
    count = Counter((p.kind, _number(p)) for p in side)
    return {(p.kind, _number(p)): i for i, p in enumerate(side) if p.label and count[p.kind, _number(p)] == 1}


def _number(paragraph: Paragraph) -> str:
    return same_number(paragraph.label)


def _as_long(one: Paragraph, other: Paragraph) -> bool:
    return abs(math.log(_size(one.text) / _size(other.text))) < _FAR


def _between(left: Sequence[Paragraph], right: Sequence[Paragraph], *, labels: bool) -> Iterator[Aligned]:
    """What stands between two pairs: one by one where both sides go alike, else the best way through."""
    if labels and len(left) == len(right) and all(map(_go_alike, left, right)):
        yield from (_pair(left, right, i, i) for i in range(len(left)))
    else:
        yield from _weighed(left, right, labels=labels)


def _go_alike(one: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs in the same place are surely versions of each other."""
    alike = one.kind == other.kind and _number(one) == _number(other)
    return alike and _as_long(one, other) and sorted(_numbers(one.text)) == sorted(_numbers(other.text))


def _weighed(left: Sequence[Paragraph], right: Sequence[Paragraph], *, labels: bool) -> Iterator[Aligned]:
    traits = [[_traits(p.text) for p in side] for side in (left, right)]
    weights = _weights(traits)
    sizes = [[_size(p.text) for p in side] for side in (left, right)]

    def score(i: int, j: int) -> float:
        alike = _dice(traits[0][i], traits[1][j], weights)
        length = _length_fit(sizes[0][i], sizes[1][j])
        fit = 0.65 * alike + 0.35 * length if traits[0][i] or traits[1][j] else 0.8 * length
        if left[i].kind != right[j].kind:
            fit -= _KIND
        if labels and left[i].label and right[j].label and _as_long(left[i], right[j]):
            fit += _LABEL if _number(left[i]) == _number(right[j]) else -_LABEL
        return fit

    return _walk(len(left), len(right), score)


def _length_fit(one: float, other: float) -> float:
    return math.exp(-4.0 * math.log(one / other) ** 2)


def _walk(n: int, m: int, score: Callable[[int, int], float]) -> Iterator[Aligned]:
    """The best way through both texts: pairs, and paragraphs left alone (Needleman and Wunsch, in a band)."""
    best: dict[tuple[int, int], tuple[float, int, float]] = {(0, 0): (0.0, 0, 0.0)}  # weight, step, fit
    for i in range(n + 1):
        centre = round(i * m / n) if n else 0
        for j in range(max(0, centre - _BAND), min(m, centre + _BAND) + 1):
            if (i, j) == (0, 0):
                continue
            options = []
            if (i - 1, j - 1) in best:
                fit = score(i - 1, j - 1)
                options.append((best[i - 1, j - 1][0] + fit - _UNLIKE, 1, fit))
            if (i - 1, j) in best:
                options.append((best[i - 1, j][0] + _SKIP, 2, 0.0))
            if (i, j - 1) in best:
                options.append((best[i, j - 1][0] + _SKIP, 3, 0.0))
            if options:
                best[i, j] = max(options)
    yield from reversed(list(_back(best, n, m)))


def _back(best: Mapping[tuple[int, int], tuple[float, int, float]], i: int, j: int) -> Iterator[Aligned]:
    while (i, j) != (0, 0):
        _, step, fit = best[i, j]
        if step == 1:
            i, j = i - 1, j - 1
            yield Aligned((i,), (j,), round(min(max(fit, 0.0), 1.0), 2))
        elif step == 2:
            i -= 1
            yield Aligned((i,), (), 0.0)
        else:
            j -= 1
            yield Aligned((), (j,), 0.0)


# -- what translation leaves as it is


def _traits(text: str) -> Counter[str]:
    """Numbers, acronyms, dates, actors, countries and topics of a text in either language."""
    plain = fold(text) if is_chinese(text) else text
    found: Counter[str] = Counter()
    for date in find_dates(text):
        found[f"date {date.iso}"] += 1
    found.update(_numbers(text))
    found.update(f"actor {one.id}" for one in lexicon.match_actors(plain))
    if verb := _opening(plain):
        found[f"verb {verb}"] += 1
    found.update(f"topic {one}" for one in {topic.id for topic in lexicon.match_topics(plain)})
    return found


def _numbers(text: str) -> list[str]:
    """Numbers and acronyms: `2396`, `1,000` as 1000, `UNODC`."""
    return [match[0].replace(",", "") for match in _NUMBER.finditer(text)]


def _opening(text: str) -> str:
    """The verb that opens a paragraph, by its English stem: *Recalling*, *Recalls* and 回顾 are one."""
    if not is_chinese(text):
        first = re.match(r"[A-Za-z]+", text)
        return stem(first[0].lower()) if first else ""
    return next((_chinese_verbs()[text[:n]] for n in range(6, 1, -1) if text[:n] in _chinese_verbs()), "")


@cache
def _chinese_verbs() -> Mapping[str, str]:
    return {verb.form: stem(verb.lemma) for verb in lexicon.verbs() if verb.lang != "en"}


def _weights(sides: Sequence[Sequence[Counter[str]]]) -> dict[str, float]:
    """Rare traits weigh more; by how many paragraphs of the longer version have one."""
    counts: dict[str, int] = defaultdict(int)
    for side in sides:
        found = Counter(trait for traits in side for trait in traits)
        for trait, count in found.items():
            counts[trait] = max(counts[trait], count)
    size = max(map(len, sides), default=1)
    return {trait: 0.3 + math.log(1 + size / count) for trait, count in counts.items()}


def _dice(one: Counter[str], other: Counter[str], weights: Mapping[str, float]) -> float:
    total = sum(weights[t] * c for t, c in one.items()) + sum(weights[t] * c for t, c in other.items())
    shared = sum(weights[t] * min(c, other[t]) for t, c in one.items() if t in other)
    return 2 * shared / total if total else 0.0


def _size(text: str) -> int:
    """The length of a text in bytes of UTF-8: three for a Chinese character, which says as much as three
    letters of English (3.1 over the collection).
    """
    return len(text.encode("utf-8", "replace")) or 1


# -- sentences

_ENGLISH_END = re.compile(r"(?<=[.;:!?])\s+(?=[A-Z(“])|(?<=;)\s+")
_CHINESE_END = re.compile(r"(?<=[。；：！？])")


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or some, in both languages; for translators."""

    left: str
    right: str
    confidence: float


def segments(left: str, right: str, confidence: float) -> Iterator[Segment]:
    """Two aligned paragraphs by sentences, where they have as many of fitting lengths; else as one."""
    ones, others = _sentences(left), _sentences(right)
    if len(ones) == len(others) > 1 and all(map(_fits, ones, others)):
        yield from (Segment(*both, confidence) for both in zip(ones, others, strict=True))
    elif left.strip() and right.strip():
        yield Segment(left.strip(), right.strip(), confidence)


def _sentences(text: str) -> list[str]:
    end = _CHINESE_END if is_chinese(text) else _ENGLISH_END
    return [part.strip() for part in end.split(text) if part.strip()]


def _fits(one: str, other: str) -> bool:
    return abs(math.log(_size(one) / _size(other))) < _FAR


# -- differences that matter


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A date, a number or a force that one version of a paragraph has and the other has not."""

    left: int
    right: int
    what: str
    in_left: str
    in_right: str


def disagreements(
    left: Sequence[Paragraph], right: Sequence[Paragraph], forces: Sequence[Mapping[int, str]]
) -> Iterator[Disagreement]:
    """Where aligned paragraphs differ in a date, or in the force of their lead verb (by seq)."""
    for pair in align(left, right):
        if not pair.left or not pair.right:
            continue
        one, other = left[pair.left[0]], right[pair.right[0]]
        ours, theirs = (sorted({d.iso for d in find_dates(p.text)}) for p in (one, other))
        if not (_within(ours, theirs) and _within(theirs, ours)):
            yield Disagreement(one.seq, other.seq, "date", "; ".join(ours), "; ".join(theirs))
        force = forces[0].get(one.seq), forces[1].get(other.seq)
        if force[0] and force[1] and force[0] != force[1]:
            yield Disagreement(one.seq, other.seq, "force", force[0], force[1])


def _within(dates: Iterable[str], others: Sequence[str]) -> bool:
    """Whether each date is among the others; a month alone agrees with any of its days."""
    return all(any(one.startswith(other) or other.startswith(one) for other in others) for one in dates)


def places(pairs: Iterable[Aligned]) -> dict[int, int]:
    """Left place -> right place, of those that have both."""
    return {pair.left[0]: pair.right[0] for pair in pairs if pair.left and pair.right}
