"""Every command with every option: an answer or a reason, within the terminal, and never a traceback."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from invocations import ARGUMENTS, DRAFT, ENDLESS, VALUES, WRITERS, commands, invocations, plainly
from places import ROOT

from mandex.cli import main
from mandex.index.output.cells import cells_wide

WIDTHS = (40, 60, 80, 120, 200)
EVERY = [one for one in commands() if one[0] not in ENDLESS]
# Steers a terminal; the tab and the line feed are ours, as are colours where they are asked for.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@pytest.fixture(scope="module")
def prepared(specimen_kb: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the commands name, and a base of its own in `kb`."""
    folder = tmp_path_factory.mktemp("options")
    shutil.copytree(specimen_kb, folder / "kb")
    (folder / "draft.txt").write_text(DRAFT, "utf-8")
    for command in (
        ["graph", "--facts", "-o", folder / "edges.csv"],
        ["backup", folder / "kept.db"],
        ["requirements", "9001", "-o", folder / "filled.xlsx"],
    ):
        result = CliRunner().invoke(main, ["--kb", str(folder / "kb"), *map(str, command)])
        assert result.exit_code == 0, result.output
    return folder


def test_every_value_is_used() -> None:
    flags = {max(option.opts, key=len) for _, command in EVERY for option in command.params}
    assert VALUES.keys() <= flags
    assert ARGUMENTS.keys() <= {name for name, _ in EVERY}


@pytest.mark.parametrize(("name", "command"), EVERY, ids=[name for name, _ in EVERY])
def test_every_option(
    prepared: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, command: object
) -> None:
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    for number, words in enumerate(invocations(name, command)):
        if name in WRITERS:
            shutil.copytree(prepared / "kb", "kb", dirs_exist_ok=True)
        width = WIDTHS[number % len(WIDTHS)]
        monkeypatch.setenv("COLUMNS", str(width))
        result = CliRunner().invoke(main, ["--kb", "kb", *words])
        assert result.exit_code in _codes(name), f"{words}: {result.output[-400:]}"
        assert "fault in Mandex" not in result.stderr, words
        assert result.stdout.strip() or result.stderr.strip() or any(map(_written, tmp_path.iterdir())), words
        if _is_for_people(words):
            assert not CONTROLS.search(result.stdout), words
            wide = [line for line in result.stdout.splitlines() if cells_wide(line) > width]
            assert not wide, f"{words} at {width}: {wide[0]}"


def _codes(name: str) -> set[int]:
    # Two assessments are needed, and none is kept.
    return {2} if name == "assess changes" else {0, 1}


def _written(path: Path) -> bool:
    return path.name.startswith(("out", "folder", "copy"))


def _is_for_people(words: list[str]) -> bool:
    """Whether it is a table; what is to be copied (a path, an address, a command) is never cut."""
    whole = {"--wide", "--excel", "--facts", "bibliography", "open", "export", "ingest", "demo"}
    return not {"--format", *whole} & set(words)


FORKED = [sys.executable, str(ROOT / "tests" / "support" / "forked.py")]
ASKED = [plainly(name) for name, _ in EVERY if name not in WRITERS | {"demo", "assess changes"}]
# No assessment is kept, nothing is renewed, no mission is founded; a fault is found.
OTHER_CODES = {"assess": 1, "lineage": 1, "missions": 1, "check": 1}
NOTHING = {"assess", "lineage", "missions"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_wherever_it_is_printed(prepared: Path) -> None:
    """Into a pipe that is closed, onto a full disk, and in a locale without any letter but ASCII's."""
    environment = {**os.environ, "LC_ALL": "C", "NO_COLOR": "1"}
    run = subprocess.run(
        [*FORKED, json.dumps(ASKED)],
        cwd=prepared,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    told = [json.loads(line) for line in run.stdout.splitlines()]
    codes = {(" ".join(words), door): code for door, words, code, _ in told}
    for door, words, code, said in told:
        assert "Traceback" not in said, (words, said)
        assert "fault in Mandex" not in said, (words, said)
        freely = codes[" ".join(words), "/dev/null"]
        assert freely == OTHER_CODES.get(words[0], 0), (words, said)
        prints = words[0] not in NOTHING
        expected = {"closed": 0, "/dev/full": 2, "/dev/null": freely}[door] if prints else freely
        assert code == expected, (door, words, code, said)


def test_a_word_that_no_command_has(prepared: Path) -> None:
    for name, _ in EVERY:
        result = CliRunner().invoke(main, ["--kb", str(prepared / "kb"), *plainly(name), "--no-such"])
        assert result.exit_code == 2, name
        assert "--no-such" in result.stderr, name
