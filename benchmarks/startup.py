"""What a lookup costs before it does anything: commands beside a bare `import click, sqlite3`.

`python -m benchmarks.startup [KB]`: each command is run in turn with its rival; the median of the ratios
counts. Without a base, one is built from ../shared/data.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COLLECTION = Path(__file__).parents[2] / "shared" / "data" / "un-scresolutions"
COMMANDS = (
    ["search", "passenger name records"],
    ["search", "旅客姓名记录"],
    ["lookup", "passenger name records"],
    ["show", "2396 OP12"],
    ["cited-by", "1373"],
    ["path", "2617", "1267"],
    ["lineage", "2617"],
    ["expiring", "--within", "90d"],
)
ROUNDS = 9


def main() -> None:
    """Print the median time of each command and its ratio to the bare imports."""
    mandex = str(Path(sys.executable).with_name("mandex"))
    with tempfile.TemporaryDirectory() as folder:
        kb = sys.argv[1] if len(sys.argv) > 1 else folder
        if kb == folder:
            subprocess.run([mandex, "--kb", kb, "ingest", str(COLLECTION)], check=False, capture_output=True)
        for command in COMMANDS:
            times, ratios = [], []
            for _ in range(ROUNDS):
                bare = _time([sys.executable, "-c", "import click, sqlite3"])
                times.append(_time([mandex, "--kb", kb, *command]))
                ratios.append(times[-1] / bare)
            name = " ".join(command)
            took = statistics.median(times) * 1000
            print(f"{name:36} {took:6.0f} ms  {statistics.median(ratios):5.2f} times the bare imports")


def _time(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
