"""Write corpus/data/renderings_*.csv: which words the Council has for words of every day.

`python -m docs.renderings BASE`, a base that holds the resolutions in English. Each decision's bynames
(`corpus/data/bynames_*.csv`) are read as a translation of its text, of the paragraph above it and of the
title: IBM's first model of translation (Brown and others, "The Mathematics of Statistical Machine
Translation", 1993), fitted by expectation maximization. Kept is what is frequent enough, and likelier than
elsewhere.
"""

from __future__ import annotations

import csv
import io
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np

from mandex.corpus.occasions import bynames
from mandex.corpus.store import Store
from mandex.index.lookup.question import words
from mandex.index.lookup.rendered import renders

_FOLDER = Path(__file__).parents[1] / "corpus" / "data"
_ROUNDS = 6  # of expectation maximization
_SMALLEST = 0.01  # probability of a term, given a word
_OFTEN = 1.0  # times, as expected, that a word is rendered so
_LIKELIER = 1.5  # times than elsewhere
_PRIOR = 3.0  # times that a word is taken to have rendered something else
_MOST = 8  # words of a term
_SEEN = 3  # decisions that are called so, or words so, at least
_BYTES = 440_000  # of a file

Place = tuple[int, str]  # number of the resolution, label


def sources(store: Store) -> dict[Place, frozenset[str]]:
    """What is rendered: the terms of each decision in English, of what it hangs under, and of the title."""
    own: dict[Place, set[str]] = defaultdict(set)
    titles: dict[int, set[str]] = {}
    for number, title, pinpoint, text in store.connection.execute(
        "SELECT d.number, d.title, p.pinpoint, p.text"
        " FROM documents AS d JOIN paragraphs AS p ON p.doc = d.id"
        " WHERE d.type = 'resolution' AND d.lang = 'en' AND p.kind = 'operative' ORDER BY p.id"
    ):
        own[number, pinpoint.removeprefix("OP")] |= renders(text)
        titles[number] = renders(title)
    held = Counter(term for found in own.values() for term in found)

    def whole(number: int, label: str) -> frozenset[str]:
        said = own[number, label] | own.get((number, label.partition("(")[0]), set())
        return frozenset({term for term in said if held[term] >= _SEEN} | titles[number])

    return {place: whole(*place) for place in list(own)}


def called(places: Iterable[Place]) -> Iterator[tuple[Place, str]]:
    """Each term that a decision is called by, once."""
    for number, label in places:
        phrases = bynames().get(number, {}).get(label, ())
        for term in sorted({term for phrase in phrases for term, _ in words(phrase)}):
            if not any(map(str.isdigit, term)):
                yield (number, label), term


def fitted(texts: Mapping[Place, frozenset[str]]) -> dict[str, dict[str, float]]:
    """For each term the words that it renders, and how many times likelier they make it."""
    term_ids: dict[str, int] = {}
    word_ids: dict[str, int] = {"": 0}  # what renders nothing in particular
    renderable = {
        place: np.array([0, *(word_ids.setdefault(word, len(word_ids)) for word in sorted(found))])
        for place, found in texts.items()
    }
    pairs = [(term_ids.setdefault(term, len(term_ids)), renderable[place]) for place, term in called(texts)]
    seen = np.bincount([term for term, _ in pairs], minlength=len(term_ids)).astype(float)
    sizes = [len(found) for _, found in pairs]
    which = np.repeat(np.arange(len(pairs)), sizes)
    term_of = np.repeat([term for term, _ in pairs], sizes)
    joint = term_of * len(word_ids) + np.concatenate([found for _, found in pairs])
    unique, of_pair = np.unique(joint, return_inverse=True)
    term, word = unique // len(word_ids), unique % len(word_ids)
    chance = 1.0 / np.bincount(word, minlength=len(word_ids))[word]
    for _ in range(_ROUNDS):
        share = chance[of_pair]
        share /= np.bincount(which, share, minlength=len(pairs))[which]
        times = np.bincount(of_pair, share, minlength=len(unique))
        chance = times / np.bincount(word, times, minlength=len(word_ids))[word]
    chance *= 1 - _PRIOR / (np.bincount(word, times, minlength=len(word_ids))[word] + _PRIOR)
    likelier = chance / (seen / seen.sum())[term]
    kept = (chance > _SMALLEST) & (times > _OFTEN) & (likelier > _LIKELIER) & (seen[term] >= _SEEN)
    kept &= word > 0
    names, worded = list(term_ids), list(word_ids)
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for t, w, much in zip(term[kept], word[kept], likelier[kept], strict=True):
        found[names[t]][worded[w]] = float(2 ** (round(2 * np.log2(much)) / 2))
    return found


def rows(found: Mapping[str, Mapping[str, float]]) -> Iterator[tuple[str, str]]:
    """The rows of the table: a term, and what it renders (`16 child minor|4 youth`)."""
    for term, rendered in sorted(found.items()):
        groups: dict[float, list[str]] = defaultdict(list)
        for word, times in sorted(rendered.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST]:
            groups[times].append(word)
        yield term, "|".join(f"{times:.3g} {' '.join(group)}" for times, group in groups.items())


def write(table: Iterable[tuple[str, str]]) -> None:
    """Write the table anew, in files of a size that can be read."""
    for old in _FOLDER.glob("renderings_*.csv"):
        old.unlink()
    parts: list[list[str]] = []
    size = _BYTES
    for row in table:
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow(row)
        if size + len(line.getvalue().encode()) > _BYTES:
            parts.append(["term,renders\n"])
            size = 0
        parts[-1].append(line.getvalue())
        size += len(line.getvalue().encode())
    for number, part in enumerate(parts, 1):
        _FOLDER.joinpath(f"renderings_{number}.csv").write_text("".join(part), "utf-8")


if __name__ == "__main__":
    with Store.open(Path(sys.argv[1])) as base:
        write(rows(fitted(sources(base))))
