"""Whether a change makes reading or asking slower: another checkout and this one, in turn, by processor time.

    python -m benchmarks.against CHECKOUT FOLDER [--rounds N]

Each round ingests FOLDER with both checkouts into fresh bases, then puts a few questions to each as whole
commands; what is printed are the least seconds of processor time of all rounds (a busy machine only adds), of
the process and its workers, and the ratio of this checkout to the other.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

_HERE = Path(__file__).parent.parent
_RUN = "import sys; from mandex.cli import main; main(sys.argv[1:])"
COMMANDS = (
    ("show", "2396 OP12"), ("show", "2396"), ("search", "passenger name records"),
    ("lookup", "passenger name records"), ("cited-by", "1373"), ("lineage", "2617"),
)  # fmt: skip


def spent(checkout: Path, kb: Path, command: Sequence[str]) -> float:
    """Seconds of processor time of one command, its workers included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-c", _RUN, "--kb", str(kb), *command],
        env={**os.environ, "PYTHONPATH": str(checkout / ".typing")}, capture_output=True, check=False,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("checkout", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    trees = (options.checkout.absolute(), _HERE)
    least: dict[str, list[float]] = defaultdict(lambda: [float("inf")] * len(trees))
    for _ in range(options.rounds):
        with tempfile.TemporaryDirectory() as top:
            bases = [Path(top, str(number)) for number in range(len(trees))]
            for command in (("ingest", str(options.folder.absolute())), *COMMANDS, *COMMANDS):
                for at, (tree, base) in enumerate(zip(trees, bases, strict=True)):
                    name = " ".join(command[:2])
                    least[name][at] = min(least[name][at], spent(tree, base, command))
    for name, (theirs, ours) in least.items():
        print(f"{name:<32}{theirs:8.2f} s{ours:8.2f} s{ours / theirs:8.2f}")


if __name__ == "__main__":
    main()
