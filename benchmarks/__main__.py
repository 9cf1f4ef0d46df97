"""All benchmarks, one after the other: `make bench`, or `python -m benchmarks [NAME…]`.

The collection of ../shared/data is ingested once; each benchmark then runs in a process of its own, on that
base where it takes one.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
COLLECTION = HERE.parent.parent / "shared" / "data" / "un-scresolutions"
ON_A_BASE = ("links", "startup", "lookup", "search", "ranking", "graph", "serving")
ON_FILES = ("citations", "pdf", "accuracy", "ingestion")


def main() -> None:
    if not COLLECTION.is_dir():
        sys.exit(f"the benchmarks need the collection in {COLLECTION}")
    wanted = sys.argv[1:] or [*ON_A_BASE, *ON_FILES]
    with tempfile.TemporaryDirectory() as folder:
        if any(name in ON_A_BASE for name in wanted):
            mandex = str(Path(sys.executable).with_name("mandex"))
            subprocess.run([mandex, "--kb", folder, "ingest", str(COLLECTION)], check=False)
        for name in wanted:
            print(f"\n== {name}", flush=True)
            base = [folder] if name in ON_A_BASE else []
            subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *base], check=False, cwd=HERE.parent)


if __name__ == "__main__":
    main()
