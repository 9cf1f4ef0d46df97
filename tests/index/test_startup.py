"""What asking may not cost: the libraries of ingestion, of graphs and of the other engine stay unloaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from search_cases import base

HEAVY = ("spacy", "jieba", "networkx", "pdfplumber", "whoosh", "tantivy", "lxml", "opencc", "openpyxl")
_ASK = """
import sys
from mandex.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    code = end.code
print("loaded:", *(name for name in {heavy!r} if name in sys.modules))
sys.exit(code)
"""


@pytest.mark.parametrize(
    "command",
    [
        ("search", "asset freeze"),
        ("search", "联合国", "--by", "document", "--format", "json"),
        ("search", "1373 (2001)"),
        ("show", "2396"),
    ],
    ids=" ".join,
)
def test_asking_loads_nothing_heavy(tmp_path: Path, command: tuple[str, ...]) -> None:
    base(tmp_path).close()
    done = subprocess.run(
        [sys.executable, "-c", _ASK.format(heavy=HEAVY), "--kb", str(tmp_path), *command],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    *found, loaded = done.stdout.splitlines()
    assert found
    assert loaded == "loaded:"
