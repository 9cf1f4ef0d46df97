"""Reading the collection: files and megabytes a second, memory, growth with the input, both cores.

`python -m benchmarks.ingestion [FOLDER]` (by default those of ../shared/data). Ratios are of runs made one
after the other: one worker and two, half the files and all, a second run over unchanged files, and `grep -r`.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "shared" / "data" / "un-scresolutions"
_RUN = """
import json, sys, time
from pathlib import Path
from mandex.corpus.store import Store
from mandex.index.engines import open_engine
from mandex.ingest.pipeline import ingest
kb, workers, *paths = sys.argv[1:]
with Store.open(Path(kb), create=True) as store:
    engine = open_engine(store)
    store.listeners.append(engine)
    start = time.perf_counter()
    ingest([Path(p) for p in paths], store, workers=int(workers))
    engine.close()
    print(json.dumps(time.perf_counter() - start))
"""


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    files = sorted(path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts)
    size = sum(path.stat().st_size for path in files)
    with tempfile.TemporaryDirectory() as temporary:
        kb = Path(temporary)
        half = _link(files[::2], kb / "half")
        both = _ingest(kb / "1", 2, folder)
        again = _ingest(kb / "1", 2, folder)
        single = _ingest(kb / "2", 1, folder)
        part = _ingest(kb / "3", 2, half)
    start = time.perf_counter()
    subprocess.run(["grep", "-r", "-c", "1373", str(folder)], stdout=subprocess.DEVNULL, check=False)
    grep = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{len(files)} files, {size / 2**20:.0f} MiB")
    rate = f"{len(files) / both:6.0f} files/s {size / 2**20 / both:6.1f} MiB/s"
    print(f"ingestion, two workers     {both:7.1f} s  {rate}")
    print(f"ingestion, one worker      {single:7.1f} s  {single / both:6.2f} times two workers")
    print(f"half the files             {part:7.1f} s  all of them take {both / part:.2f} times as long")
    print(f"second run, nothing new    {again:7.1f} s  {again / both:6.3f} of the first")
    print(f"one grep -r over the files {grep:7.2f} s")
    print(f"peak memory of a process   {peak:7.0f} MiB")


def _link(files: list[Path], target: Path) -> Path:
    target.mkdir()
    for number, path in enumerate(files):
        (target / f"{number}{path.suffix}").symlink_to(path)
    return target


def _ingest(kb: Path, workers: int, source: Path) -> float:
    command = [sys.executable, "-c", _RUN, str(kb), str(workers), str(source)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(json.loads(done.stdout))


if __name__ == "__main__":
    main()
