"""The page under readers: a page of results beside `search()`, fifty readers at once, two workers beside one.

`python -m benchmarks.serving KB [SECONDS]`. Client and server share this machine: ratios count, not times,
and where others use it too those of processor time. The client reads plain sockets: Python's own costs more
than a small page.
"""

from __future__ import annotations

import itertools
import os
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from mandex.index.base import Base

QUESTIONS = 300
PAGES = (
    "/", "/S/RES/2396(2017)", "/S/RES/1373(2001)", "/lookup?q=travel+ban", "/calendar", "/collection",
    "/lookup?q=%E5%86%BB%E7%BB%93%E8%B5%84%E4%BA%A7",
)  # fmt: skip
READERS = 50
THOUGHT = 5.0  # seconds that a reader looks at a page, on the average
ALONE = 200  # pages of the single reader
ROUNDS = 4  # of each number of workers
_Choice = Callable[[random.Random], str]  # of the page that a reader reads next
_TURN = itertools.count()
_PAGES_IN_TURN = """local pages, n = {%s}, 0
request = function()
  n = n + 1
  return wrk.format("GET", pages[n * 7 %% #pages + 1] .. "&turn=" .. os.time() .. "_" .. n)
end
"""  # for wrk: no page twice, so that none has been kept
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


def main() -> None:
    """Print each figure as it comes."""
    folder, seconds = sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 60.0
    with Base.open(Path(folder)) as base:
        questions = drawn(base, QUESTIONS)
    found = [f"/search?q={quote(question)}" for question in questions]
    with _server(folder, 1) as server:
        _beside_search(folder, server, questions)
    pages = [*(found[:60] * 2), *PAGES * 4]
    with _server(folder, 1) as server:
        _alone_and_together("who look at each page", server, seconds, _anew(pages), THOUGHT)
        _alone_and_together(
            "without a pause, pages kept", server, seconds, lambda chance: chance.choice(pages)
        )
        _alone_and_together("without a pause", server, seconds, _anew(pages))
    _two_beside_one(folder, found, seconds / 3)


def drawn(base: Base, many: int) -> list[str]:
    """Words that stand together in operative paragraphs, English and Chinese: none is asked twice."""
    chance = random.Random(5)
    texts = [
        text
        for (text,) in base.store.connection.execute(
            "SELECT text FROM paragraphs WHERE kind = 'operative' AND length(text) > 120 ORDER BY id"
        )
    ]
    found: dict[str, None] = {}
    while len(found) < many:
        text = chance.choice(texts)
        if ord(text[0]) > 0x2E80:
            start = chance.randrange(len(text) - 8)
            if re.fullmatch(r"[\u4e00-\u9fff]{4}", words := text[start : start + 4]):
                found[words] = None
        elif len(telling := [word for word in text.split() if word.isalpha() and len(word) > 3]) > 5:
            start = chance.randrange(len(telling) - 3)
            found[" ".join(telling[start : start + chance.choice((1, 2, 2, 3))])] = None
    return list(found)


@dataclass(frozen=True)
class _Server:
    """A server as users start it: its port and its processes."""

    port: int
    pids: tuple[int, ...]

    def cpu(self) -> float:
        """Processor seconds of all its threads."""
        threads = (thread for pid in self.pids for thread in Path(f"/proc/{pid}/task").iterdir())
        return sum(int((one / "schedstat").read_text("ascii").split()[0]) for one in threads) / 1e9

    def memory(self) -> int:
        """Resident memory in MB."""
        found = (
            re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{p}/status").read_text("ascii")) for p in self.pids
        )
        return sum(int(match[1]) for match in found if match) // 1024


class _Reader:
    """One connection."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._socket: socket.socket | None = None

    def get(self, address: str) -> float:
        """Read a page; how long it took, in seconds. Raises `RuntimeError` for any answer but 200."""
        start = time.perf_counter()
        try:
            head, body = self._ask(address)
        except ConnectionError:  # the server hangs up on who says nothing for five seconds
            self._socket = None
            head, body = self._ask(address)
        if b" 200 " not in head.split(b"\r\n")[0]:
            raise RuntimeError(f"{address}: {head[:40]!r}")
        length = _LENGTH.search(head)
        assert self._socket is not None and length is not None
        while len(body) < int(length[1]):
            body += self._socket.recv(1 << 16)
        return time.perf_counter() - start

    def _ask(self, address: str) -> tuple[bytes, bytes]:
        if self._socket is None:
            self._socket = socket.create_connection(("127.0.0.1", self._port), timeout=60)
        self._socket.sendall(f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode("ascii"))
        answer = b""
        while b"\r\n\r\n" not in answer:
            if not (part := self._socket.recv(1 << 16)):
                raise ConnectionError("hung up")
            answer += part
        head, _, body = answer.partition(b"\r\n\r\n")
        return head, body


def _beside_search(folder: str, server: _Server, questions: list[str]) -> None:
    """The page of results and what it is made of, in turn, each question once."""
    reader = _Reader(server.port)
    took = {"search": [0.0, 0.0], "page": [0.0, 0.0]}
    with Base.open(Path(folder)) as base:
        ways: dict[str, tuple[Callable[[str], object], Callable[[], float]]] = {
            "search": (lambda question: base.search(question, limit=21), time.thread_time),
            "page": (lambda question: reader.get(f"/search?q={quote(question)}"), server.cpu),
        }
        for question in ("passenger name records", "旅客姓名记录"):
            for ask, _ in ways.values():
                ask(question)
        for turn, question in enumerate(questions):
            for name in sorted(ways, reverse=bool(turn % 2)):
                ask, cpu = ways[name]
                before, start = cpu(), time.perf_counter()
                ask(question)
                took[name][0] += time.perf_counter() - start
                took[name][1] += cpu() - before
    wall, used = (took["page"][i] / took["search"][i] for i in (0, 1))
    each = {name: f"{sums[0] * 1000 / len(questions):.1f} ms" for name, sums in took.items()}
    print(f"{len(questions)} questions, search() {each['search']}, page {each['page']}", flush=True)
    print(f"a page of results takes {wall:.2f} times what search() takes, {used:.2f} of processor time")


def _anew(pages: Sequence[str]) -> _Choice:
    """One of the pages, never the same twice: none has been kept."""

    def address(chance: random.Random) -> str:
        page = chance.choice(pages)
        return f"{page}{'&' if '?' in page else '?'}turn={next(_TURN)}"

    return address


def _alone_and_together(
    name: str, server: _Server, seconds: float, choice: _Choice, pause: float = 0.0
) -> None:
    """What many readers wait beside what one does, after so many have read for as long as they will: what a
    server keeps is full by then.
    """
    _crowd(server, READERS, seconds, choice)
    alone = _p95(_read(server, random.Random(1), time.monotonic() + 600, choice, most=ALONE))
    pages, memory, errors = _crowd(server, READERS, seconds, choice, pause)
    print(f"{READERS} readers {name}, {seconds:.0f} s: {len(pages)} pages, {len(errors)} errors {errors[:2]}")
    print(
        f"  95th percentile {_p95(pages) * 1000:.0f} ms, {_p95(pages) / alone:.1f} times the single reader's"
        f" {alone * 1000:.0f} ms; memory by quarters {memory} MB", flush=True,
    )  # fmt: skip


def _two_beside_one(folder: str, found: list[str], seconds: float) -> None:
    """The same readers before one worker and before two, in turn; `wrk` asks, which takes hardly any of the
    processor that the workers share with it.
    """
    if not (wrk := shutil.which("wrk")):
        print("two workers beside one: not measured, for want of the program wrk (apt install wrk)")
        return
    done: dict[int, list[tuple[float, float]]] = {1: [], 2: []}
    with ExitStack() as stack:
        script = stack.enter_context(tempfile.NamedTemporaryFile("w", suffix=".lua"))
        script.write(_PAGES_IN_TURN % ",".join(f'"{page}"' for page in found))
        script.flush()
        servers = [(workers, stack.enter_context(_server(folder, workers))) for workers in done]
        for workers, server in servers * ROUNDS:
            before = server.cpu()
            rate = _asked_by(wrk, script.name, server.port, seconds)
            done[workers].append((rate, (server.cpu() - before) / seconds))
    for workers, rounds in done.items():
        rate, cores = max(rounds)
        print(
            f"{workers} workers: {rate:.0f} pages a second at best with {cores:.2f} of {os.cpu_count()}"
            f" cores; {sum(cores for _, cores in rounds) / ROUNDS:.2f} cores on the average,"
            f" {_each(rounds):.1f} ms of them a page"
        )
    ratio = max(done[2])[0] / max(done[1])[0]
    median = statistics.median(both / one for (one, _), (both, _) in zip(done[1], done[2], strict=True))
    print(
        f"two workers do {ratio:.2f} times what one does, best beside best, median {median:.2f};"
        f" for each second of processor time {_each(done[1]) / _each(done[2]):.2f} times"
    )


def _each(rounds: Sequence[tuple[float, float]]) -> float:
    """Milliseconds of processor time a page."""
    return 1000 * sum(cores for _, cores in rounds) / sum(rate for rate, _ in rounds)


def _asked_by(wrk: str, script: str, port: int, seconds: float) -> float:
    """Pages a second that sixteen readers get. Raises `RuntimeError` if one was refused."""
    command = [wrk, "-t1", "-c16", f"-d{max(1, round(seconds))}s", "-s", script, f"http://127.0.0.1:{port}"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if refused := re.search(r"Non-2xx.*|Socket errors.*", said):
        raise RuntimeError(refused[0])
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert rate
    return float(rate[1])


def _read(
    server: _Server, chance: random.Random, end: float, choice: _Choice, pause: float = 0.0,
    most: int = 1_000_000,
) -> list[float]:  # fmt: skip
    """One reader, who goes from page to page; how long each took, in seconds."""
    reader = _Reader(server.port)
    took: list[float] = []
    time.sleep(chance.random() * pause)
    while time.monotonic() < end and len(took) < most:
        took.append(reader.get(choice(chance)))
        time.sleep(chance.expovariate(1 / pause) if pause else 0)
    return took


def _crowd(
    server: _Server, readers: int, seconds: float, choice: _Choice, pause: float = 0.0
) -> tuple[list[float], list[int], list[Exception]]:
    """Many readers at once: how long each page took, the memory in each quarter, and any error."""
    took: list[float] = []
    errors: list[Exception] = []
    end = time.monotonic() + seconds

    def read(number: int) -> None:
        try:
            took.extend(_read(server, random.Random(number), end, choice, pause))
        except Exception as error:  # whatever it is, it is what is looked for
            errors.append(error)

    threads = [threading.Thread(target=read, args=(number,)) for number in range(2, 2 + readers)]
    for thread in threads:
        thread.start()
    memory = []
    for _ in range(4):
        time.sleep(seconds / 4)
        memory.append(server.memory())
    for thread in threads:
        thread.join()
    return took, memory, errors


def _p95(took: list[float]) -> float:
    return statistics.quantiles(took, n=20)[-1]


@contextmanager
def _server(folder: str, workers: int) -> Iterator[_Server]:
    mandex = str(Path(sys.executable).with_name("mandex"))
    command = [mandex, "--kb", folder, "serve", "--port", "0", "--workers", str(workers)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        port = int(next(filter(None, (re.search(r"serving .*:(\d+)/", line) for line in process.stderr)))[1])
        try:
            for _ in range(20 * workers):  # so that every thread has opened its base
                _Reader(port).get("/")
            yield _Server(port, tuple(_family(process.pid)))
        finally:
            process.terminate()


def _family(pid: int) -> list[int]:
    """A process and all that it started."""
    pids = [pid]
    for one in pids:
        pids += map(int, Path(f"/proc/{one}/task/{one}/children").read_text("ascii").split())
    return pids


if __name__ == "__main__":
    main()
