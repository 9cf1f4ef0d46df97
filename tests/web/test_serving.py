"""How the page is served: sockets, workers, one state of the base for a request."""

from __future__ import annotations

import contextlib
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from texts import resolution

from mandex.commands.serving import _listen
from mandex.corpus.store import Store
from mandex.web.bases import Bases

TABLE = Path("/proc/net/tcp")
LISTENS = "0A"  # the state of a socket in the table


@pytest.mark.skipif(not TABLE.exists(), reason="looks into Linux's table of sockets")
def test_each_worker_listens_for_itself(specimen_kb: Path) -> None:
    """At one socket the first to wake would take all who wait, and the second worker idle."""
    with _served(specimen_kb, "--workers", "2") as port:
        end = time.monotonic() + 120
        while _listening(port) < 2:
            assert time.monotonic() < end
            time.sleep(0.2)


ENDLESS = {
    "header": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: " + b"x" * 400_000,
    "headers": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"a: b\r\n" * 70_000,
    "address": b"GET /" + b"x" * 400_000,
}
UPLOAD = b"POST /check HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n"


def test_a_head_without_an_end_is_refused(specimen_kb: Path) -> None:
    """Also by the parser in C, which would keep all of it."""
    with _served(specimen_kb) as port:
        for head in ENDLESS.values():
            with socket.create_connection(("127.0.0.1", port), timeout=60) as reader:
                _sent(reader, head)
                assert b" 400 " in reader.recv(1000)


@pytest.mark.parametrize("rest", [b"1;" + b"x" * 400_000, b"0\r\n" + b"a: b\r\n" * 70_000])
def test_what_stands_beside_a_body_has_an_end(specimen_kb: Path, rest: bytes) -> None:
    """Extensions of chunks and trailers: the server hangs up, or answers what came before."""
    with _served(specimen_kb) as port, socket.create_connection(("127.0.0.1", port), timeout=60) as reader:
        _sent(reader, UPLOAD + rest)
        answer = b""
        with contextlib.suppress(ConnectionError):
            while part := reader.recv(1 << 16):
                answer += part
        assert b" 200 " not in answer


def _sent(reader: socket.socket, message: bytes) -> None:
    with contextlib.suppress(ConnectionError):  # the server hung up in the middle of it
        reader.sendall(message)


@contextmanager
def _served(folder: Path, *options: str) -> Iterator[int]:
    """The port of a server as users start it."""
    command = [sys.executable, "-c", "from mandex.cli import main; main()", "--kb", str(folder)]
    with subprocess.Popen(
        [*command, "serve", "--port", "0", *options], stderr=subprocess.PIPE, text=True
    ) as made:
        try:
            assert made.stderr is not None
            told = re.search(r":(\d+)/", made.stderr.readline())
            assert told is not None
            yield int(told[1])
        finally:
            made.terminate()


def _listening(port: int) -> int:
    rows = (line.split() for line in TABLE.read_text("ascii").splitlines()[1:])
    return sum(row[1].endswith(f":{port:04X}") and row[3] == LISTENS for row in rows)


def test_an_answer_does_not_wait_for_its_headers_to_be_acknowledged() -> None:
    with (
        _listen("127.0.0.1", 0, dealt=False) as listening,
        socket.create_connection(listening.getsockname()),
        listening.accept()[0] as accepted,
    ):
        assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_a_request_sees_one_state_of_the_base(tmp_path: Path) -> None:
    first, second = (resolution(n, 2027, "1. Requests all States to report;") for n in (2901, 2902))
    with Store.open(tmp_path, create=True) as store:
        store.put_file(first.source, first.sha256, [first])
    bases = Bases(tmp_path)
    with bases.base() as base:
        before = base.store.revision()
        with Store.open(tmp_path, create=True) as store:
            store.put_file("other.txt", "0" * 64, [second])
        assert base.store.revision() == before
        assert not base.store.languages("S/RES/2902 (2027)")
    with bases.base() as base:
        assert base.store.languages("S/RES/2902 (2027)")
