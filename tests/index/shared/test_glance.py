"""The one small question of every command to a cluster, put without OpenSearch's client."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from fake_opensearch import Fake
from sharing import Machine

from mandex.index.engines import is_installed
from mandex.index.engines.address import Address
from mandex.index.shared.glance import glance

pytestmark = pytest.mark.skipif(not is_installed("opensearch"), reason="needs mandex[opensearch], an extra")

_SHOW = """
import sys
from mandex.cli import main
try:
    main(["--kb", sys.argv[1], "show", "S/RES/9001 (2031) OP1"])
finally:
    print("loaded:", *(name for name in ("opensearchpy", "whoosh", "spacy") if name in sys.modules))
"""


def test_a_copy_that_is_up_to_date_loads_no_client(one: Machine) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SHOW, one.place], env={**os.environ, "XDG_CACHE_HOME": str(one.cache)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    *shown, loaded = done.stdout.splitlines()
    assert shown
    assert loaded == "loaded:"


@pytest.mark.parametrize(
    ("body", "status", "reason"),
    [
        (b"no JSON", 200, "a proxy's page"),
        (b"[]", 200, "JSON of another shape"),
        (b"{" * 100_000, 200, "more than a state can be"),
        (b'{"error": "who are you"}', 401, "no password was asked for"),
        (b"", 302, "sent elsewhere"),
    ],
)
def test_what_is_no_state_is_left_to_the_client(
    monkeypatch: pytest.MonkeyPatch, body: bytes, status: int, reason: str
) -> None:
    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        assert glance(Address((f"127.0.0.1:{server.server_address[1]}",), "un")) is None, reason
        server.shutdown()


def test_the_next_node_is_asked_where_one_is_gone(fake: Fake, one: Machine) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        nodes = f"127.0.0.1:{nobody.getsockname()[1]}", f"127.0.0.1:{fake.port}"
        state = glance(Address(nodes, "un"))
    assert state is not None
    assert state.base == fake.state["base"]
