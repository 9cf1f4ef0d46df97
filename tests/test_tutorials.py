"""The tutorials' commands run: on the specimens without wrong usage, on real resolutions with an answer."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT, Run

PAGES = sorted((ROOT / "docs" / "tutorials").glob("*.md"))
_COMMAND = re.compile(r"^\$ (mandex .*?)(?:\s+# exit (\d).*)?$", re.MULTILINE)
_FILE = re.compile(r"^```text (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What the tutorials ask about; from the collection of the training data.
_NAMED = re.compile(
    r"S_RES_(?:1267|1373|1535|1540|2178|2396|2617|2664)\b|S_RES_(?:1267|1373|2178|2396|2617|2664)_"
)


def _commands(page: Path) -> list[tuple[str, int]]:
    return [(command, int(code or 0)) for command, code in _COMMAND.findall(page.read_text("utf-8"))]


def _write_files(page: Path, folder: Path) -> None:
    for name, text in _FILE.findall(page.read_text("utf-8")):
        (folder / name).write_text(text, "utf-8")


def test_there_are_twenty_jobs() -> None:
    jobs = [len(re.findall(r"^## \d+\.", page.read_text("utf-8"), re.MULTILINE)) for page in PAGES]
    assert sorted(jobs) == [5, 5, 10]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_on_the_specimens_nothing_is_wrong_usage(
    mandex: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, page: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    _write_files(page, tmp_path)
    for command, _ in _commands(page):
        result = mandex(*shlex.split(command)[1:])
        assert result.exit_code in {0, 1}, f"{command}: {result.output}"
        assert result.stdout.strip() or result.stderr.strip() or list(tmp_path.iterdir()), command


@pytest.fixture(scope="module")
def real_kb(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tutorials")
    texts = folder / "texts"
    texts.mkdir()
    for file in (data / "un-scresolutions").rglob("*.xml"):
        if _NAMED.search(file.name):
            (texts / file.name).write_bytes(file.read_bytes())
    command = [Path(sys.executable).with_name("mandex"), "--kb", folder / "kb", "ingest", texts]
    subprocess.run(command, check=True, capture_output=True)
    return folder / "kb"


@pytest.fixture(scope="module")
def kept_kb(whole_kb: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the base of the whole collection: `update` writes to it."""
    return shutil.copytree(whole_kb, tmp_path_factory.mktemp("whole") / "kb")


@pytest.mark.corpus
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
@pytest.mark.parametrize("base", ["real_kb", "kept_kb"])
def test_on_real_resolutions_every_command_answers(
    request: pytest.FixtureRequest, tmp_path: Path, page: Path, base: str
) -> None:
    """On those that the tutorials name, and on the whole collection."""
    kb = request.getfixturevalue(base)
    _write_files(page, tmp_path)
    bin_ = str(Path(sys.executable).parent)
    environment = {**os.environ, "MANDEX_KB": str(kb), "PATH": f"{bin_}:{os.environ['PATH']}"}
    for command, code in _commands(page):
        run = subprocess.run(
            ["bash", "-c", command],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        # `update` reads the whole collection again, in which some files are no texts.
        allowed = {code, 2} if "could not be read" in run.stderr else {code}
        assert run.returncode in allowed, f"{command}: {run.stdout[-500:]}{run.stderr[-500:]}"
        assert "Traceback" not in run.stderr, command
