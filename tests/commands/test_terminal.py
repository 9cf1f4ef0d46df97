"""Whatever the terminal: every listing within its width, no traceback, no character that steers it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from places import SPECIMENS, Run

from mandex.commands import terminal
from mandex.index.output.cells import cells_wide

MANDEX = [str(Path(sys.executable).with_name("mandex"))]
LISTINGS = [
    ["status"],
    ["search", "passenger name records"],
    ["search", "旅客姓名记录", "--by", "document"],
    ["search", "records", "--facets", "lang,year,actor"],
    ["search", "--like", "S/RES/9001 (2031) OP1"],
    ["lookup", "passenger name records"],
    ["lookup", "哪项决议要求收集旅客姓名记录"],
    ["show", "S/RES/9001 (2031)"],
    ["show", "S/RES/9001 (2031) OP1", "--with", "zh"],
    ["cites", "S/RES/9002 (2032)", "--depth", "2"],
    ["cited-by", "1373"],
    ["cited-by", "1373", "--together"],
    ["cited-by", "1373", "--by-year"],
    ["lineage", "S/RES/9002 (2032)"],
    ["expiring", "--as-of", "2032-10-10", "--within", "2y"],
    ["reports-due", "--as-of", "2032-01-01", "--within", "2y"],
    ["check"],
    ["check", "--languages"],
    ["graph", "--around", "1373"],
    ["graph", "--roots"],
    *(["export", table, "--format", "table"] for table in
      ("documents", "paragraphs", "citations", "mandates", "problems")),
    ["bibliography", "1373", "--style", "un"],
    ["regimes", "--all"],
    ["missions", "--all"],
    ["changes", "--since", "2031", "--as-of", "2033-01-01"],
    ["requirements", "9001"],
    ["recommendations"],
    ["instruments"],
    ["instruments", "--year", "2032"],
    ["compare", "9001", "9003"],
    ["compare", "--clause", "Member States"],
    ["path", "9002", "1373"],
    ["search", "records", "--with", "zh"],
    *(["export", table, "--format", "table"] for table in ("standing", "entities", "sentences", "aligned")),
]  # fmt: skip


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("command", LISTINGS, ids=" ".join)
def test_no_line_is_wider_than_the_terminal(
    mandex: Run, monkeypatch: pytest.MonkeyPatch, command: list[str], width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    result = mandex(*command)
    assert result.exit_code in {0, 1}, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    wide = [line for line in result.stdout.splitlines() if cells_wide(line) > width]
    assert not wide, wide[0]


@pytest.mark.parametrize("command", LISTINGS, ids=" ".join)
def test_every_listing_says_something(mandex: Run, command: list[str]) -> None:
    result = mandex(*command)
    assert result.stdout.strip() or result.stderr.strip()


HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b31m red \u202eback\u202c \x08\x0d"


@pytest.fixture(scope="module")
def hostile_kb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base with a document whose text would steer a terminal."""
    folder = tmp_path_factory.mktemp("hostile")
    text = (SPECIMENS / "resolution-9003.en.txt").read_text("utf-8")
    file = folder / "resolution.txt"
    file.write_text(text.replace("Decides", f"Decides {HOSTILE} that", 1), "utf-8", newline="")
    subprocess.run(
        [*MANDEX, "--kb", str(folder / "kb"), "ingest", str(file)], check=True, capture_output=True
    )
    return folder / "kb"


@pytest.mark.parametrize(
    "command",
    [["show", "S/RES/9003 (2032)"], ["search", "decides"], ["lookup", "mission"],
     ["export", "paragraphs", "--format", "table"], ["export", "paragraphs", "--format", "json"]],
    ids=" ".join,
)  # fmt: skip
def test_no_character_of_a_document_reaches_the_terminal_as_a_command(
    mandex: Run, hostile_kb: Path, command: list[str]
) -> None:
    result = mandex(*command, kb=hostile_kb)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", result.stdout)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("format_", ["table", "json", "csv", "xlsx", "parquet"])
def test_a_full_disk_is_one_line(specimen_kb: Path, format_: str) -> None:
    command = [*MANDEX, "--kb", str(specimen_kb), "export", "paragraphs", "--format", format_]
    with Path("/dev/full").open("wb") as full:
        for more, output in ((["-o", "/dev/full"], subprocess.PIPE), ([], full)):
            result = subprocess.run([*command, *more], stdout=output, stderr=subprocess.PIPE, check=False)
            assert result.returncode == 2
            assert b"Traceback" not in result.stderr
            assert len(result.stderr.splitlines()) == 1, result.stderr


def test_a_folder_that_is_not_there_is_named(mandex: Run) -> None:
    result = mandex("export", "documents", "-o", "/nonexistent/x.csv")
    assert result.exit_code == 2
    assert "cannot write /nonexistent/x.csv: No such file or directory" in result.stderr


def test_a_file_is_replaced_whole_or_not_at_all(mandex: Run, tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text("kept")
    assert mandex("export", "paragraphs", "--where", "kind=nothing", "-o", str(file)).exit_code == 1
    assert file.read_text() == "kept"
    assert [path.name for path in tmp_path.iterdir()] == ["rows.csv"]


def test_the_ending_of_a_file_names_its_format(mandex: Run, tmp_path: Path) -> None:
    for name, begins in (
        ("a.csv", b"symbol,"), ("a.jsonl", b'{"symbol"'), ("a.xlsx", b"PK"), ("a.parquet", b"PAR1"),
    ):  # fmt: skip
        mandex("export", "documents", "-o", str(tmp_path / name))
        assert (tmp_path / name).read_bytes().startswith(begins)


def test_rows_left_out_are_counted(mandex: Run) -> None:
    result = mandex("export", "paragraphs", "--format", "csv", "-n", "3")
    assert len(result.stdout.splitlines()) == 4
    assert re.fullmatch(r"mandex: 3 of \d+; -n for more\n", result.stderr)


def test_sentences_left_out_are_counted_too(mandex: Run) -> None:
    assert re.fullmatch(r"mandex: 3 of \d+; -n for more\n", mandex("export", "sentences", "-n", "3").stderr)


def test_links_only_on_terminals_that_know_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "is_terminal", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert terminal.linking({"TERM_PROGRAM": "WezTerm"})
    assert terminal.linking({"VTE_VERSION": "7600"})
    assert not terminal.linking({"VTE_VERSION": "4200"})
    assert not terminal.linking({})
    cell = terminal.link("S/RES/2396 (2017)  ", "https://undocs.org/S/RES/2396(2017)")
    assert cell.endswith("\x1b]8;;\x1b\\  ")  # the blanks that fill the column are no link


@pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux")
def test_in_a_real_terminal(specimen_kb: Path, tmp_path: Path) -> None:
    """Colour and the pager are for people: the table stands there, and `q` ends it."""
    environment = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "NO_COLOR"}}
    socket = ["tmux", "-L", f"mandex-{os.getpid()}"]
    command = f"{MANDEX[0]} --kb {specimen_kb} export paragraphs --format table; echo ENDED; sleep 5"
    start = [*socket, "new-session", "-d", "-x", "72", "-y", "20", command]
    subprocess.run(start, env=environment, check=True)
    try:
        screen = ""
        for _ in range(100):
            shown = subprocess.run(
                [*socket, "capture-pane", "-p"], capture_output=True, text=True, check=False
            )
            screen = shown.stdout
            if "doc" in screen:
                break
            subprocess.run(["sleep", "0.1"], check=True)
        assert "pinpoint" in screen
        assert "ENDED" not in screen  # the pager waits
        assert max(map(cells_wide, screen.splitlines())) <= 72
    finally:
        subprocess.run([*socket, "kill-server"], check=False, capture_output=True)
