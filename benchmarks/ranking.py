"""How often the right resolution comes first when its catalogue title is the question.

    python -m benchmarks.ranking BASE [--sample N] [--fit] [-v]

The titles are those of the Dag Hammarskjöld Library, in the Akoma Ntoso files of ../shared/data: what
stands in brackets, without the resolution's number (*on extension of the mandate of … until 15 Sept. 2017*).
They are measured twice: as the files have them, in their metadata, and with these titles withheld from the
ranking, as it is for documents read from PDF or text. Many resolutions share a title word for word; `strict`
wants the very one, `same title` takes any of those, also where only an article, a plural, the order of words
or *United Nations* for *UN* is otherwise, and `ceiling` is the best that `strict` can reach when nothing
tells the equal ones apart. Documents without a catalogue title are passed over: that a resolution of 1981
extended the same mandate is no fault, and no title of it says so.
`--fit` fits the weights of `index/search/ranking.py` to half of the titles and tries them on the other half.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
from lxml import etree

from mandex.corpus.errors import BadReferenceError
from mandex.corpus.store import Store
from mandex.corpus.symbols import normalize
from mandex.index.engines import Engine, open_engine
from mandex.index.search import ranking as relevance
from mandex.index.search.fulltext import Unit, search
from mandex.index.search.ranking import FORMULAIC, WEIGHTS, gist, judge
from mandex.index.text.terms import STOP_WORDS, terms

GOLD = Path(__file__).parents[2] / "shared" / "data" / "un-scresolutions"
DEPTH = 10
_SHOWN = 60  # answers asked for, so that ten have a catalogue title
_TITLE = re.compile(
    r"Security Council resolution (?P<number>\d+) \((?P<year>\d{4})\) \[(?P<title>.*)\]", re.DOTALL
)


def titles(folder: Path = GOLD) -> dict[str, str]:
    """The catalogue title of each resolution, by symbol."""
    out = {}
    for path in sorted(folder.rglob("*.xml")):
        try:
            root = etree.parse(str(path)).getroot()
        except etree.XMLSyntaxError:
            continue
        for keyword in root.iterfind(".//{*}keyword[@dictionary='DHL']"):
            match = _TITLE.match(keyword.get("value") or "")
            if match:
                try:
                    out[normalize(f"S/RES/{match['number']} ({match['year']})")] = match["title"].strip()
                except BadReferenceError:
                    continue
    return out


def ranks(
    store: Store, engine: Engine, questions: Mapping[str, str], by: Unit, titled: Collection[str]
) -> Iterator[tuple[str, list[str]]]:
    """Each resolution with the symbols found for its title that have one, best first, each once."""
    for symbol, title in questions.items():
        hits = search(store, title, limit=_SHOWN, engine=engine, by=by)
        yield symbol, list(dict.fromkeys(hit.doc for hit in hits if hit.doc in titled))[:DEPTH]


def subject(title: str) -> frozenset[str]:
    """What a title says, whatever its articles and the order of its words."""
    return frozenset(term for term in terms(title) if term not in STOP_WORDS | FORMULAIC)


def report(found: Mapping[str, list[str]], questions: Mapping[str, str]) -> None:
    equal, same = defaultdict(set), defaultdict(set)
    for symbol, title in questions.items():
        equal[title.lower()].add(symbol)
        same[subject(title)].add(symbol)
    groups = defaultdict(list)
    for symbol, got in found.items():
        twins, alike = equal[questions[symbol].lower()], same[subject(questions[symbol])]
        row = (_reciprocal(got, {symbol}), _reciprocal(got, alike), _ceiling(len(twins)), 1 / len(twins))
        groups["all"].append(row)
        groups[re.sub(r".*\((\d{3})\d\)", r"\g<1>0s", symbol)].append(row)
    head = f"{'':<8}{'titles':>7}{'strict MRR':>12}{'first':>8}{'ceiling':>9}{'first':>8}"
    print(f"{head}{'same title MRR':>16}{'first':>8}")
    for name, rows in sorted(groups.items()):
        strict, fair, ceiling, first = (np.array(column) for column in zip(*rows, strict=True))
        print(
            f"{name:<8}{len(rows):>7}{strict.mean():>12.3f}{(strict == 1).mean():>8.3f}{ceiling.mean():>9.3f}"
            f"{first.mean():>8.3f}{fair.mean():>16.3f}{(fair == 1).mean():>8.3f}"
        )


def _reciprocal(got: list[str], right: set[str]) -> float:
    return next((1 / rank for rank, symbol in enumerate(got, 1) if symbol in right), 0.0)


def _ceiling(alike: int) -> float:
    """What the very one of so many equal titles can expect."""
    return sum(1 / rank for rank in range(1, min(alike, DEPTH) + 1)) / alike


# -- fitting


def fit(store: Store, engine: Engine, questions: Mapping[str, str]) -> None:
    """Softmax regression: the weights under which the right nominees are likeliest."""
    same = defaultdict(set)
    for symbol, title in questions.items():
        same[title].add(symbol)
    symbols = dict(store.connection.execute("SELECT id, symbol FROM documents"))
    cases = []
    relevance.WEIGHTS = replace(WEIGHTS, title=0.0)
    for title in sorted(same):
        about = gist(title, engine)
        judged = judge(store, engine, about)
        rows = [_values(replace(one.evidence, title=0.0)) for one in judged]
        right = [symbols[one.doc] in same[title] for one in judged]
        if any(right):
            cases.append((np.array(rows), np.array(right)))
    random.Random(3).shuffle(cases)
    half = len(cases) // 2
    weights = _fitted(cases[:half])
    for name, part in (("fitted on", cases[:half]), ("checked on", cases[half:])):
        for said, w in (("fitted", weights), ("in use", np.array(_values(WEIGHTS)))):
            first = np.mean([right[np.argmax(rows @ w)] for rows, right in part])
            print(f"{name} {len(part)} titles, weights {said}: first {first:.3f}")
    print({name: round(float(w), 2) for name, w in zip(WEIGHTS.__dataclass_fields__, weights, strict=True)})


def _values(found: object) -> list[float]:
    return [getattr(found, name) for name in WEIGHTS.__dataclass_fields__]


def _fitted(cases: list[tuple[np.ndarray, np.ndarray]], rounds: int = 300) -> np.ndarray:
    everything = np.vstack([rows for rows, _ in cases])
    spread = everything.std(0) + 1e-9
    weights = np.zeros(everything.shape[1])
    speed = np.zeros_like(weights)
    for _ in range(rounds):
        slope = np.zeros_like(weights)
        for rows, right in cases:
            scaled = rows / spread
            odds = np.exp(scaled @ weights - (scaled @ weights).max())
            odds /= odds.sum()
            wanted = odds * right / max((odds * right).sum(), 1e-12)
            slope += scaled.T @ (wanted - odds)
        speed = 0.9 * speed + slope / len(cases) - 1e-4 * weights
        weights += 0.05 * speed
    return weights / spread


def main() -> None:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("base", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("-v", action="store_true")
    options = parser.parse_args()
    questions = titles()
    with Store.open(options.base) as store:
        engine = open_engine(store)
        engine.catch_up()
        held = {symbol for (symbol,) in store.connection.execute("SELECT symbol FROM documents")}
        questions = {symbol: title for symbol, title in questions.items() if symbol in held}
        if options.fit:
            fit(store, engine, questions)
            return
        asked = sorted(questions)
        random.Random(1).shuffle(asked)
        chosen = {symbol: questions[symbol] for symbol in asked[: options.sample or None]}
        units: tuple[Unit, ...] = ("document", "paragraph")
        for by, withheld in product(units, (False, True)):
            relevance.WEIGHTS = replace(WEIGHTS, title=0.0) if withheld else WEIGHTS
            start = time.perf_counter()
            found = dict(ranks(store, engine, chosen, by, questions))
            took = (time.perf_counter() - start) / len(chosen) * 1000
            print(f"by {by}, titles {'withheld' if withheld else 'known'}: {took:.0f} ms a title")
            report(found, questions)
            if options.v:
                for symbol, got in found.items():
                    if got[:1] != [symbol]:
                        print(f"  {symbol} {questions[symbol]!r} -> {got[:3]}")


if __name__ == "__main__":
    main()
