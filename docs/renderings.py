"""Write corpus/data/renderings_*.csv: where words of every day and words of the Council stand to each other.

`python -m docs.renderings BASE`, a base that holds the resolutions in English. Every term of a question and
every term of the Council's texts becomes a vector; the question's vectors together, over the root of how many
they are, times those of a paragraph tell how near the paragraph is to what is asked. They are fitted so that
each byname (`corpus/data/bynames_*.csv`, in either language) is nearer to its own decision than to others of
the batch, half of them of kindred resolutions: the sampled softmax of Huang and others, "Learning Deep
Structured Semantic Models for Web Search using Clickthrough Data" (2013), of one layer, by the steps of
Duchi and others, "Adaptive Subgradient Methods" (2011).
"""

from __future__ import annotations

import base64
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mandex.corpus.occasions import bynames
from mandex.corpus.renderings import SIZE, UNIT
from mandex.corpus.store import Store
from mandex.index.lookup.question import words
from mandex.index.lookup.rendered import renders

_FOLDER = Path(__file__).parents[1] / "corpus" / "data"
_SEEN = 3  # decisions that have a word
_CALLED = 5  # phrases that have a term
_SEED = 12  # the same table from the same base
_BATCHES = 1400
_SUBJECTS = 8  # of a batch: a word of a title
_KINDRED = 8  # resolutions of a subject
_PHRASES = 10  # of a resolution
_ALIKE = 0.8  # cosine of the terms of two paragraphs, from which on one is no wrong answer for the other
_SHARP = 4.0
_STEP = 0.1
_BYTES = 440_000  # of a file

Place = tuple[int, str]  # number of the resolution, label
Floats = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int64]


def sources(store: Store) -> tuple[dict[Place, frozenset[str]], dict[int, frozenset[str]]]:
    """The terms of each decision in English, of what it hangs under and of the title; and those of titles."""
    own: dict[Place, set[str]] = defaultdict(set)
    titles: dict[int, frozenset[str]] = {}
    for number, title, pinpoint, text in store.connection.execute(
        "SELECT d.number, d.title, p.pinpoint, p.text"
        " FROM documents AS d JOIN paragraphs AS p ON p.doc = d.id"
        " WHERE d.type = 'resolution' AND d.lang = 'en' AND p.kind = 'operative' ORDER BY p.id"
    ):
        own[number, pinpoint.removeprefix("OP")] |= renders(text)
        titles[number] = frozenset(renders(title))
    held = Counter(term for found in own.values() for term in found)

    def whole(number: int, label: str) -> frozenset[str]:
        said = own[number, label] | own.get((number, label.partition("(")[0]), set()) | titles[number]
        return frozenset(term for term in said if held[term] >= _SEEN)

    return {place: whole(*place) for place in list(own)}, titles


def called(places: Iterable[Place]) -> Iterator[tuple[Place, frozenset[str]]]:
    """The terms of each phrase that a decision is called by."""
    for number, label in places:
        for phrase in bynames().get(number, {}).get(label, ()):
            yield (number, label), frozenset(t for t, _ in words(phrase) if not any(map(str.isdigit, t)))


class Vectors:
    """The vectors of some terms, moved towards what they should have been."""

    def __init__(self, terms: Iterable[str], random: np.random.Generator) -> None:
        self.ids = {term: number for number, term in enumerate(sorted(terms))}
        self.rows: Floats = random.normal(0, 0.3 / np.sqrt(SIZE), (len(self.ids), SIZE)).astype(np.float32)
        self._moved = np.full_like(self.rows, 1e-6)

    def bag(self, terms: Iterable[str]) -> Ids:
        """The ids of those of the terms that have a vector."""
        return np.array(sorted(self.ids[term] for term in terms if term in self.ids), np.int64)

    def move(self, ids: Ids, slope: Floats) -> None:
        """Against the slope, the less the more a vector has been moved."""
        self._moved[ids] += slope**2
        self.rows[ids] -= _STEP * slope / np.sqrt(self._moved[ids])


def counted(bags: Sequence[Ids]) -> tuple[Floats, Ids]:
    """Which ids each bag has, over the root of how many; and the ids that the columns stand for."""
    ids, column = np.unique(np.concatenate(bags), return_inverse=True)
    sizes = np.array([len(bag) for bag in bags])
    found = np.zeros((len(bags), len(ids)), np.float32)
    found[np.repeat(np.arange(len(bags)), sizes), column] = np.repeat(1 / np.sqrt(sizes), sizes)
    return found, ids


def fitted(
    texts: Mapping[Place, frozenset[str]], titles: Mapping[int, frozenset[str]]
) -> tuple[Vectors, Vectors]:
    """The vectors of the terms of questions, and of those of texts."""
    random = np.random.default_rng(_SEED)
    phrases = [*called(texts)]
    often = Counter(term for _, terms in phrases for term in terms)
    asked = Vectors((term for term, times in often.items() if times >= _CALLED), random)
    said = Vectors({term for terms in texts.values() for term in terms}, random)
    bags = [(place, bag) for place, terms in phrases if len(bag := asked.bag(terms))]
    text_bags = {place: said.bag(terms) for place, terms in texts.items()}
    for batch in _batches([place for place, _ in bags], titles, random):
        places = [*dict.fromkeys(bags[number][0] for number in batch)]
        at = {place: row for row, place in enumerate(places)}
        own = np.array([at[bags[number][0]] for number in batch])
        _learn(asked, said, [bags[n][1] for n in batch], [text_bags[place] for place in places], own)
    return asked, said


def _batches(
    places: Sequence[Place], titles: Mapping[int, frozenset[str]], random: np.random.Generator
) -> Iterator[list[int]]:
    """Phrases, by their numbers, of resolutions whose titles have a word in common, for some such words."""
    of_resolution: dict[int, list[int]] = defaultdict(list)
    for number, (resolution, _) in enumerate(places):
        of_resolution[resolution].append(number)
    kindred: dict[str, list[int]] = defaultdict(list)
    for resolution in of_resolution:
        for word in sorted(titles[resolution]):
            kindred[word].append(resolution)
    titled = [resolution for resolution in of_resolution if titles[resolution]]
    for _ in range(_BATCHES):
        chosen = set()
        for resolution in random.choice(titled, _SUBJECTS):
            others = kindred[random.choice(sorted(titles[resolution]))]
            chosen |= {resolution, *random.choice(others, min(_KINDRED, len(others)), replace=False)}
        yield [
            int(number)
            for one in sorted(chosen)
            for number in random.choice(of_resolution[one], min(_PHRASES, len(of_resolution[one])), False)
        ]


def _learn(asked: Vectors, said: Vectors, phrases: Sequence[Ids], texts: Sequence[Ids], own: Ids) -> None:
    """One step: the phrases nearer to their own texts than to others."""
    (terms, term_ids), (held, word_ids) = counted(phrases), counted(texts)
    sought, found = terms @ asked.rows[term_ids], held @ said.rows[word_ids]
    near = _SHARP * sought @ found.T
    each = np.arange(len(phrases))
    alike = (held @ held.T > _ALIKE)[own]
    alike[each, own] = False
    near[alike] = -np.inf
    share = np.exp(near - near.max(axis=1, keepdims=True))
    share /= share.sum(axis=1, keepdims=True)
    share[each, own] -= 1
    share *= _SHARP / len(phrases)
    asked.move(term_ids, terms.T @ (share @ found))
    said.move(word_ids, held.T @ (share.T @ sought))


def write(kind: str, vectors: Vectors) -> None:
    """Write a table anew, in files of a size that can be read."""
    for old in _FOLDER.glob(f"renderings_{kind}_*.csv"):
        old.unlink()
    units = np.clip(np.rint(vectors.rows / UNIT), -127, 127).astype(np.int8)
    parts: list[list[str]] = []
    size = _BYTES
    for term, number in vectors.ids.items():
        line = f"{term},{base64.b85encode(units[number].tobytes()).decode()}\n"
        if size + len(line.encode()) > _BYTES:
            parts.append(["term,vector\n"])
            size = 0
        parts[-1].append(line)
        size += len(line.encode())
    for number, part in enumerate(parts, 1):
        _FOLDER.joinpath(f"renderings_{kind}_{number}.csv").write_text("".join(part), "utf-8")


if __name__ == "__main__":
    with Store.open(Path(sys.argv[1])) as base:
        for name, found in zip(("asked", "said"), fitted(*sources(base)), strict=True):
            write(name, found)
