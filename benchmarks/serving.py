"""The page under readers: a page of results beside `search()`, fifty readers at once, two workers beside one.

`python -m benchmarks.serving KB [SECONDS]`. Every figure is of one run on this machine, client and server on
it together: ratios count, not times.
"""

from __future__ import annotations

import random
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

from mandex.index.base import Base

QUERIES = (
    "passenger name records", "asset freeze", "travel ban", "arms embargo Somalia", "women peace security",
    "foreign terrorist fighters", "旅客姓名记录", "冻结资产", '"threat to international peace"', "piracy",
)  # fmt: skip
PAGES = (
    *(f"/search?q={quote(query)}" for query in QUERIES), "/", "/S/RES/2396(2017)", "/S/RES/1373(2001)",
    "/lookup?q=travel+ban", "/lookup?q=%E5%86%BB%E7%BB%93%E8%B5%84%E4%BA%A7", "/calendar", "/collection",
)  # fmt: skip
READERS = 50
ALONE = 120  # requests of the single reader
ROUNDS = 15


def main() -> None:
    """Print each figure as it comes."""
    folder, seconds = sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 60.0
    with _server(folder, 1) as (port, server):
        _beside_search(folder, port)
        one = [_alone_and_together(port, server, seconds, anew) for anew in (False, True)][-1]
    with _server(folder, 2) as (port, server):
        two = _crowd(port, server, seconds, anew=True)
    print(f"two workers do {len(two) / len(one):.2f} times what one does")


def _alone_and_together(port: int, server: int, seconds: float, anew: bool) -> list[float]:
    """What many readers wait beside what one does."""
    print("every page made anew" if anew else "pages kept")
    alone = _read(port, random.Random(0), end=time.monotonic() + 600, most=ALONE, anew=anew)
    together = _crowd(port, server, seconds, anew=anew)
    ratio = _p95(together) / _p95(alone)
    print(f"95th percentile {ratio:.1f} times the single reader's {_p95(alone) * 1000:.0f} ms", flush=True)
    return together


def _beside_search(folder: str, port: int) -> None:
    """The page of results and what it is made of, in turn; asked for the first time, and again."""
    connection = HTTPConnection("127.0.0.1", port)
    for name, once in (("made anew", True), ("kept", False)):
        ratios = []
        with Base.open(folder) as base:
            for turn in range(ROUNDS):
                for query in QUERIES:
                    start = time.perf_counter()
                    base.search(query, limit=21)
                    between = time.perf_counter()
                    _get(connection, f"/search?q={quote(query)}{f'&turn={turn}' if once else ''}")
                    ratios.append((time.perf_counter() - between) / (between - start))
        median = statistics.median(ratios)
        print(f"a page of results, {name}, takes {median:.2f} times what search() takes (median)", flush=True)


def _get(connection: HTTPConnection, address: str) -> None:
    connection.request("GET", address)
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{address}: {answer.status}")


def _read(
    port: int, chance: random.Random, *, end: float, most: int = 1_000_000, anew: bool = False
) -> list[float]:
    """One reader, who goes from page to page; how long each took, in seconds. `anew` asks for what nobody
    has asked for.
    """
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    took: list[float] = []
    while time.monotonic() < end and len(took) < most:
        start = time.perf_counter()
        page = chance.choice(PAGES)
        _get(connection, f"{page}{'&' if '?' in page else '?'}turn={chance.random()}" if anew else page)
        took.append(time.perf_counter() - start)
    return took


def _crowd(port: int, server: int, seconds: float, *, anew: bool = False) -> list[float]:
    """Many readers at once; an error of any of them is raised."""
    took: list[float] = []
    failures: list[Exception] = []

    def read(number: int) -> None:
        try:
            end = time.monotonic() + seconds
            took.extend(_read(port, random.Random(number + 1), end=end, anew=anew))
        except Exception as error:  # whatever it is, it is what is looked for
            failures.append(error)

    threads = [threading.Thread(target=read, args=(number,)) for number in range(READERS)]
    for thread in threads:
        thread.start()
    time.sleep(seconds / 4)
    early = _memory(server)
    for thread in threads:
        thread.join()
    late = _memory(server)
    print(
        f"{READERS} readers, {seconds:.0f} s: {len(took)} requests, {len(failures)} errors {failures[:2]},"
        f" 95th percentile {_p95(took) * 1000:.0f} ms, memory {early} MB, then {late} MB"
    )
    return took


def _p95(took: list[float]) -> float:
    return statistics.quantiles(took, n=20)[-1]


def _memory(process: int) -> int:
    """Resident memory of a process and its children, in MB."""
    pids = [process]
    for pid in pids:
        pids += map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split())
    found = (re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text("ascii")) for pid in pids)
    return sum(int(match[1]) for match in found if match) // 1024


@contextmanager
def _server(folder: str, workers: int) -> Iterator[tuple[int, int]]:
    """A server as users start it: its port and its process."""
    mandex = str(Path(sys.executable).with_name("mandex"))
    command = [mandex, "--kb", folder, "serve", "--port", "0", "--workers", str(workers)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        port = next(filter(None, (re.search(r"serving .*:(\d+)/", line) for line in process.stderr)))
        try:
            for _ in range(20 * workers):  # so that every thread has opened its base
                _read(int(port[1]), random.Random(1), end=time.monotonic() + 60, most=1)
            yield int(port[1]), process.pid
        finally:
            process.terminate()


if __name__ == "__main__":
    main()
