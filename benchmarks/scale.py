"""How questions grow with the base: the same ones put to bases of several sizes, by each engine.

    python -m benchmarks.scale [--engine NAME]... [--questions N] [--searches] [--processor] BASE...

Bases of several times the collection are made by `benchmarks.growing`. An engine whose index a base lacks
makes it first, in a copy of the base beside it, and the time is printed. Each base and engine is asked in a
process of its own, whose memory is its own; `first` is the first question of a kind in it, as a command pays
it. A search or a lookup stands beside the bare question: the same terms (of a lookup, and of twelve words,
any), asked of the engine alone, the ten best with what is stored of them. With
`--searches` nothing else is asked; with `--processor` what is told is processor time of this process, for a
busy machine and a local engine.
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import mandex
from benchmarks.lookup import QUESTIONS
from benchmarks.search import Question, questions
from mandex.corpus.opening import FILENAME
from mandex.corpus.store import Store
from mandex.index.engines import (
    And,
    Filter,
    Node,
    Not,
    Or,
    Phrase,
    open_engine,
    record_engine,
    recorded_engine,
)
from mandex.index.text.terms import terms

_AS_OF = "2026-06-30"
Times = dict[str, list[float]]
Clock = Callable[[], float]


def asked(
    base: mandex.Base, count: int, searches: bool
) -> Iterator[tuple[str, Callable[[], Any], Callable[[], Any] | None]]:
    """Questions of all kinds, each with the bare one beside it, if there is one."""
    ten = bare(base.store)
    for one in questions(base.store, count):
        simple = (lambda one=one: ten(_node(one))) if one.terms else None
        yield f"search: {one.kind}", lambda text=one.text: base.search(text), simple
    if searches:
        return
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        for row in list(csv.DictReader(file))[: 2 * count]:
            text = row["question"]
            any_of = Or(tuple(Phrase((term,)) for term in terms(text)))
            yield (
                "lookup",
                lambda text=text: base.lookup(text),
                lambda node=any_of: ten(node),
            )
    for _ in range(3):
        yield "show", lambda: base.show("2396 OP12"), None
        yield "cited-by", lambda: base.cited_by("1373"), None
        yield "cites, depth 2", lambda: base.cites("2396", depth=2), None
        yield "lineage", lambda: base.lineage("2617", as_of=_AS_OF), None
        yield "expiring", lambda: base.expiring(as_of=_AS_OF), None
        yield "reports-due", lambda: base.reports_due(as_of=_AS_OF), None
        yield "changes", lambda: base.changes("2026-01-01", as_of=_AS_OF), None
        yield "regimes", lambda: base.regimes(as_of=_AS_OF), None
        yield "missions", lambda: base.missions(as_of=_AS_OF), None


def _node(asked: Question) -> Node:
    """The terms of a question as they are: no paragraph has all of twelve words, any of them is asked for."""
    whole = asked.kind.startswith("phrase") or asked.kind == "term, Chinese"
    leaves = [asked.terms] if whole else [(term,) for term in asked.terms]
    found = [Phrase(tuple(terms), asked.kind == "prefix") for terms in leaves]
    other = Phrase(asked.other)
    if " OR " in asked.kind:
        return Or((*found, other))
    if " NOT " in asked.kind:
        return And((*found, Not(other)))
    if asked.kind == "term and years":
        return And((*found, Filter("year", "between", (2010, 2015))))
    return Or(tuple(found)) if asked.kind == "twelve words" else And(tuple(found))


def bare(store: Store) -> Callable[[Node], list[Any]]:
    """The ten best of an engine for a node, with what is stored of them; tantivy is asked as its manual shows
    it, its index opened once.
    """
    engine = open_engine(store)
    if engine.name == "tantivy":
        import tantivy  # noqa: PLC0415 - an extra

        from mandex.index.engines.tantivy_queries import Compiler  # noqa: PLC0415

        index = tantivy.Index.open(str(store.folder / "tantivy"))
        searcher = index.searcher()
        queries = Compiler(index.schema, searcher)

        def best(node: Node) -> list[int]:
            hits = searcher.search(queries.matching(node), 10).hits
            return [int(id_ or 0) for id_ in searcher.fast_field_values("id", [place for _, place in hits])]
    else:

        def best(node: Node) -> list[int]:
            return [id_ for id_, _ in engine.ranked(node, 10)]

    def ten(node: Node) -> list[Any]:
        ids = ", ".join(map(str, best(node)))
        return store.connection.execute(
            "SELECT p.text, p.pinpoint, d.symbol, d.lang, d.title, d.date FROM paragraphs AS p"
            f" JOIN documents AS d ON d.id = p.doc WHERE p.id IN ({ids})"
        ).fetchall()

    return ten


def ask(folder: Path, count: int, searches: bool, clock: Clock) -> None:
    """Put the questions to one base with the engine that it records; prints JSON."""
    ours: Times = defaultdict(list)
    bare: Times = defaultdict(list)
    with mandex.open(folder) as base:
        for kind, question, simple in asked(base, count, searches):
            if simple:
                bare[kind].append(_timed(simple, clock))
            ours[kind].append(_timed(question, clock))
        engine = open_engine(base.store)
        size = engine.size()
        (paragraphs,) = base.store.connection.execute("SELECT count(*) FROM paragraphs").fetchone()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"paragraphs": paragraphs, "size": size, "memory": memory, "ours": ours, "bare": bare}))


def _timed(question: Callable[[], Any], clock: Clock) -> float:
    start = clock()
    question()
    return clock() - start


def with_engine(folder: Path, engine: str) -> Path:
    """A base that `engine` asks: itself, or a copy beside it, in which the index is made if it must be."""
    with Store.open(folder) as store:
        if recorded_engine(store) == engine:
            return folder
    target = folder.with_name(f"{folder.name}-{engine}")
    if not target.exists():
        target.mkdir()
        shutil.copy(folder / FILENAME, target / FILENAME)
    with Store.open(target) as store:
        start, processor = time.perf_counter(), time.process_time()
        made = open_engine(store, engine)
        new = made.catch_up()
        made.close()
        record_engine(store, engine)
        spent = time.process_time() - processor
        if new:
            print(f"{target}: indexed in {time.perf_counter() - start:.1f} s, {spent:.1f} s of processor")
    return target


def _p95(times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


def report(name: str, found: dict[str, Any]) -> None:
    megabytes = found["size"] / 1e6
    print(f"\n{name}: {found['paragraphs']} paragraphs, index {megabytes:.0f} MB, {found['memory']:.0f} MiB")
    head = "".join(f"{name:>13}" for name in ("first", "median", "p95", "bare median", "p95", "ratio of p95"))
    print(f"{'milliseconds':<26}{head}")
    for kind, times in found["ours"].items():
        cells = [times[0], statistics.median(times), _p95(times)]
        line = f"{kind:<26}" + "".join(f"{cell * 1000:13.1f}" for cell in cells)
        if simple := found["bare"].get(kind):
            line += f"{statistics.median(simple) * 1000:13.1f}{_p95(simple) * 1000:13.1f}"
            line += f"{_p95(times) / _p95(simple):13.1f}"
        print(line)


def main() -> None:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("bases", type=Path, nargs="+")
    parser.add_argument("--engine", action="append")
    parser.add_argument("--questions", type=int, default=15)
    parser.add_argument("--searches", action="store_true")
    parser.add_argument("--processor", action="store_true")
    parser.add_argument("--ask", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.ask:
        clock = time.process_time if options.processor else time.perf_counter
        ask(options.bases[0], options.questions, options.searches, clock)
        return
    for base in options.bases:
        for engine in options.engine or ["fts5"]:
            folder = with_engine(base, engine)
            command = [sys.executable, "-m", "benchmarks.scale", "--ask", str(folder)]
            command += ["--searches"] * options.searches + ["--processor"] * options.processor
            done = subprocess.run(
                [*command, "--questions", str(options.questions)], check=True, capture_output=True, text=True
            )
            report(f"{base.name}, {engine}", json.loads(done.stdout))


if __name__ == "__main__":
    main()
