"""The surface for Python users: one import, typed records, the same answers as the commands."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT, Run

import mandex
from mandex.corpus.errors import NothingFoundError, StoreError


def test_a_base_answers_as_the_commands_do(specimen_kb: Path, mandex: Run) -> None:
    import mandex as library  # noqa: PLC0415 - the fixture of this name runs commands

    with library.open(specimen_kb) as base:
        for method, command in (
            (base.search("passenger name records"), ["search", "passenger name records"]),
            (base.lookup("passenger name records"), ["lookup", "passenger name records"]),
            (base.cites("S/RES/9002 (2032)"), ["cites", "S/RES/9002 (2032)"]),
            (base.cited_by("1373"), ["cited-by", "1373"]),
        ):
            told = [json.loads(line) for line in mandex(*command, "--format", "json").stdout.splitlines()]
            assert [row["doc"] if "doc" in row else row["cited"] for row in method.rows()] == [
                row["doc"] if "doc" in row else row["cited"] for row in told
            ]
        shown = base.show("S/RES/9001 (2031) OP1")
        assert shown is not None
        assert [p.label for p in shown.paragraphs][:1] == ["1"]
        assert base.show("2") is None
        assert {row["lang"] for row in base.documents(lang="zh")} <= {"zh-Hans", "zh-Hant"}
        assert all(row["kind"] == "operative" for row in base.paragraphs(where=["kind=operative"]))


def test_what_goes_wrong_says_what_to_do(tmp_path: Path, specimen_kb: Path) -> None:
    with pytest.raises(StoreError, match="mandex ingest"):
        mandex.open(tmp_path / "nothing")
    with mandex.open(specimen_kb) as base, pytest.raises(NothingFoundError):
        base.show("S/RES/9001 (2031) OP77")


def test_the_version_is_that_of_the_package() -> None:
    from importlib.metadata import version  # noqa: PLC0415

    assert mandex.__version__ == version("mandex")


def test_importing_costs_nothing() -> None:
    script = "import sys; before = set(sys.modules); import mandex; print(*(set(sys.modules) - before))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert "sqlite3" not in loaded.split()


@pytest.mark.parametrize("page", ["README.md", "docs/library.md"])
def test_the_snippets_pass_the_type_checker(tmp_path: Path, page: str) -> None:
    snippets = re.findall(r"```python\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL)
    assert snippets
    for number, snippet in enumerate(snippets):
        (tmp_path / f"snippet{number}.py").write_text(snippet, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--ignore-missing-imports", "--no-incremental",
         *(str(path) for path in tmp_path.glob("*.py"))],
        cwd=tmp_path, capture_output=True, text=True, check=False, env={"MYPYPATH": str(ROOT / ".typing")},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
