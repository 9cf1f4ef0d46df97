"""Writing into a cluster beside Whoosh's writing: the same paragraphs, in turn, in one run.

    python -m benchmarks.cluster ADDRESS BASE [FOLDER...] [--rounds N]

ADDRESS is of a cluster that holds nothing under its name (`opensearch://HOST:PORT/bench`), BASE a base in a
folder, FOLDER… where the files are that it was read from. Each round indexes the paragraphs of BASE anew with
Whoosh and with OpenSearch, and reads the files into a base in the cluster, two workers reading. Told are
seconds by the clock and of processor time, of our processes and, as the cluster tells it, of its nodes, and
what each takes of Whoosh's time. What was written is deleted again.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from mandex.corpus.opening import FILENAME
from mandex.index.engines.address import VARIABLE, parse
from mandex.index.engines.cluster import Cluster

_INDEX = """
import sys
from pathlib import Path
from mandex.corpus.store import Store
from mandex.index.engines import open_engine
with Store.open(Path(sys.argv[1])) as store:
    engine = open_engine(store, sys.argv[2])
    engine.catch_up()
    engine.close()
"""
_COMMAND = "import sys; from mandex.cli import main; main(sys.argv[1:])"


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds."""

    clock: float
    ours: float
    nodes: float

    @property
    def processor(self) -> float:
        """Ours and the nodes' together."""
        return self.ours + self.nodes


def main() -> None:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("address")
    parser.add_argument("base", type=Path)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    cluster = Cluster(parse(options.address))
    ways: dict[str, Callable[[Path], list[str]]] = {
        "Whoosh's index": lambda base: _indexing(options.base, base, "whoosh"),
        "OpenSearch's index": lambda base: _indexing(options.base, base, "opensearch"),
    }
    if options.folders:
        ways["reading into the cluster"] = lambda _: [
            _COMMAND, "--kb", options.address, "ingest", *map(str, options.folders), "--workers", "2"
        ]  # fmt: skip
    found: dict[str, list[Spent]] = defaultdict(list)
    for round_ in range(options.rounds):
        for name in sorted(ways, reverse=bool(round_ % 2)):
            found[name].append(_timed(ways[name], cluster, options.address))
    print(f"{'seconds, least':<26}{'clock':>8}{'processor':>11}{'ours':>7}{'nodes':>7}{'of Whoosh':>16}")
    whoosh = found["Whoosh's index"]
    for name, times in found.items():
        clock, processor = min(one.clock for one in times), min(one.processor for one in times)
        ours, nodes = min(one.ours for one in times), min(one.nodes for one in times)
        ratios = (
            f"{clock / min(one.clock for one in whoosh):.2f},"
            f" {processor / min(one.processor for one in whoosh):.2f}"
        )
        print(f"{name:<26}{clock:8.1f}{processor:11.1f}{ours:7.1f}{nodes:7.1f}{ratios:>16}", flush=True)


def _indexing(source: Path, base: Path, engine: str) -> list[str]:
    shutil.copy(source / FILENAME, base / FILENAME)
    return [_INDEX, str(base), engine]


def _timed(way: Callable[[Path], list[str]], cluster: Cluster, address: str) -> Spent:
    with TemporaryDirectory() as folder:
        code = way(Path(folder))
        environment = {**os.environ, VARIABLE: address, "XDG_CACHE_HOME": folder}
        before, nodes, start = _ours(), _of_nodes(cluster), time.perf_counter()
        command = [sys.executable, "-c", *code]
        done = subprocess.run(command, check=False, env=environment, capture_output=True, text=True)
        clock = time.perf_counter() - start
        spent = Spent(clock, _ours() - before, _of_nodes(cluster) - nodes)
        if done.returncode not in (0, 2):  # 2: some file of a collection could not be read
            raise SystemExit(done.stderr)
    name = cluster.address.name
    for index in cluster.do(lambda client: client.indices.get(index=f"{name}-*")) or {}:
        cluster.do(lambda client, index=index: client.indices.delete(index=index))
    print(json.dumps([code[-1], clock, spent.ours, spent.nodes, os.getloadavg()[0]]), file=sys.stderr)
    return spent


def _ours() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def _of_nodes(cluster: Cluster) -> float:
    """Processor time of all nodes."""
    found = cluster.do(lambda client: client.nodes.stats(metric="process"))
    return sum(one["process"]["cpu"]["total_in_millis"] for one in found["nodes"].values()) / 1000


if __name__ == "__main__":
    main()
