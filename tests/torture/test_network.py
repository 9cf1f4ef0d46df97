"""Nothing that Mandex depends on speaks to another machine while it reads, answers, draws or writes files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from places import SPECIMENS

# An audit hook sees every socket of the process, whatever library opens it; workers are forked with it.
_ALONE = """
import sys

def hook(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind"}:
        raise RuntimeError(f"network: {event} {arguments[1:]}")

sys.addaudithook(hook)
from mandex.cli import main
main(prog_name="mandex")
"""
_COMMANDS = (
    ("status",), ("search", "embargo"), ("search", "武器禁运"), ("lookup", "who must report to the Council?"),
    ("graph", "--format", "html"), ("export", "akn", "--all", "-o", "OUT"), ("export", "words"), ("bibliography", "1373"),
    ("export", "paragraphs", "-o", "OUT/rows.xlsx"), ("export", "paragraphs", "-o", "OUT/rows.parquet"), ("check",),
)  # fmt: skip


def _run(kb: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _ALONE, "--kb", str(kb), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("alone") / "kb"
    done = _run(folder, "ingest", str(SPECIMENS))
    assert done.returncode == 0, done.stderr
    assert "network" not in done.stderr
    return folder


@pytest.mark.parametrize("words", _COMMANDS, ids=" ".join)
def test_no_network(kb: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    done = _run(kb, *(word.replace("OUT", str(tmp_path)) for word in words))
    assert "network:" not in done.stderr
    assert done.returncode in (0, 1), done.stderr


def test_the_hook_would_see_it(kb: Path) -> None:
    """The test can fail: an address that is not there is asked for, and refused before it is sent."""
    code = _ALONE.replace(
        "from mandex", "import urllib.request as r; r.urlopen('http://127.0.0.1:9')\nfrom mandex"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "network: socket" in done.stderr
