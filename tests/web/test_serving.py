"""Several workers at one address."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

TABLE = Path("/proc/net/tcp")
LISTENS = "0A"  # the state of a socket in the table


@pytest.mark.skipif(not TABLE.exists(), reason="looks into Linux's table of sockets")
def test_each_worker_listens_for_itself(specimen_kb: Path) -> None:
    """At one socket the first to wake would take all who wait, and the second worker idle."""
    command = "from mandex.cli import main; main()"
    options = ["--kb", str(specimen_kb), "serve", "--port", "0", "--workers", "2"]
    with subprocess.Popen(
        [sys.executable, "-c", command, *options], stderr=subprocess.PIPE, text=True
    ) as made:
        try:
            assert made.stderr is not None
            told = re.search(r":(\d+)/", made.stderr.readline())
            assert told is not None
            end = time.monotonic() + 120
            while _listening(int(told[1])) < 2:
                assert time.monotonic() < end
                time.sleep(0.2)
        finally:
            made.terminate()


def _listening(port: int) -> int:
    rows = (line.split() for line in TABLE.read_text("ascii").splitlines()[1:])
    return sum(row[1].endswith(f":{port:04X}") and row[3] == LISTENS for row in rows)
