"""The citation graph: how long its questions take, and the whole graph with its measures as GraphML.

    python -m benchmarks.graph BASE

Times are the median of several runs. `networkx alone` is `write_graphml` on the same graph, already built,
with the same attributes: the least that any program which uses networkx must take; both in processor time.
"""

from __future__ import annotations

import io
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import networkx as nx

from mandex.corpus.store import Store
from mandex.index.graph import files, kinship, network, output, walk
from mandex.index.graph.measures import measure

RUNS = 7
A, B, C = "S/RES/1373 (2001)", "S/RES/2617 (2021)", "S/RES/1267 (1999)"
COMMANDS = (
    ("--version",), ("show", "2617 OP1"), ("cited-by", "1373"), ("cites", "2617"), ("path", "2617", "1267"),
    ("cited-by", "1373", "--together"), ("cites", "2617", "--similar"),
)  # fmt: skip


def median(ask: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Milliseconds; the first call, which warms the caches, does not count."""
    ask()
    taken = []
    for _ in range(RUNS):
        start = clock()
        ask()
        taken.append((clock() - start) * 1000)
    return statistics.median(taken)


def questions(store: Store) -> None:
    asked: dict[str, Callable[[], object]] = {
        "cited-by 1373": lambda: walk.neighbours(store, A, "cited-by"),
        "cited-by 1373, depth 2": lambda: walk.neighbours(store, A, "cited-by", 2),
        "cites 2617": lambda: walk.neighbours(store, B, "cites"),
        "path 2617 1267": lambda: walk.path(store, B, C),
        "path 2617 242": lambda: walk.path(store, B, "S/RES/242 (1967)"),
        "cited together with 1373": lambda: kinship.cocited(store, A),
        "most like 2617": lambda: kinship.coupled(store, B),
        "roots": lambda: kinship.roots(store),
        "by year": lambda: kinship.by_year(store),
    }
    for name, ask in asked.items():
        print(f"{name:<28} {median(ask):8.1f} ms")


def commands(base: Path) -> None:
    """Whole processes, the interpreter's start included."""
    for arguments in COMMANDS:
        command = [sys.executable, "-c", "from mandex.cli import main; main()", "--kb", str(base), *arguments]
        taken = median(partial(subprocess.run, command, capture_output=True, check=True))
        print(f"mandex {' '.join(arguments):<28} {taken:8.0f} ms")


def whole_graph(store: Store) -> None:
    whole = network.whole(store)
    measured = measure(whole)
    built = files.graph(whole, measured)
    ours = median(lambda: output.render(output.choose(store, output.Choice()), "graphml"), time.process_time)
    alone = median(lambda: nx.write_graphml(built, io.BytesIO()), time.process_time)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"documents, edges             {len(whole.nodes)}, {len(whole.edges)}")
    print(f"read, measured, as GraphML   {ours:8.0f} ms")
    print(f"networkx alone, writing      {alone:8.0f} ms   ({ours / alone:.2f} times)")
    print(f"peak memory                  {memory:8.0f} MB")


def main(arguments: Sequence[str]) -> None:
    base = Path(arguments[0])
    with Store.open(base) as store:
        questions(store)
        commands(base)
        whole_graph(store)


if __name__ == "__main__":
    main(sys.argv[1:])
