"""The commands from end to end, on the bundled specimens: what they print, and their exit codes."""

from __future__ import annotations

import csv
import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from places import SPECIMENS, Run

from mandex.corpus.opening import FILENAME

MANDEX = [str(Path(sys.executable).with_name("mandex"))]


def test_ingest_says_what_it_did_and_a_second_run_does_nothing(mandex: Run, tmp_path: Path) -> None:
    first = mandex("ingest", str(SPECIMENS), kb=tmp_path)
    assert first.exit_code == 0, first.output
    second = mandex("ingest", str(SPECIMENS), kb=tmp_path)
    assert second.exit_code == 0
    documents = json.loads(mandex("status", "--format", "json", kb=tmp_path).stdout)["files"]["document"]
    assert f"{documents} unchanged" in second.stderr
    assert "files read" not in second.stderr


def test_a_changed_file_replaces_its_document(mandex: Run, tmp_path: Path) -> None:
    kb, file = tmp_path / "kb", tmp_path / "resolution.txt"
    text = (SPECIMENS / "resolution-9002.zh-Hant.txt").read_text("utf-8")
    file.write_text(text, "utf-8")
    assert mandex("ingest", str(file), kb=kb).exit_code == 0
    file.write_text(text.replace("120天", "180天"), "utf-8")
    assert mandex("ingest", str(file), kb=kb).exit_code == 0
    shown = mandex("show", "S/RES/9002 (2032) OP4", kb=kb).stdout
    assert "180天" in shown
    assert "120天" not in shown


def test_standard_input_is_read(mandex: Run, tmp_path: Path) -> None:
    text = (SPECIMENS / "resolution-9003.en.txt").read_bytes()
    assert mandex("ingest", "-", kb=tmp_path, stdin=text).exit_code == 0
    assert mandex("show", "S/RES/9003 (2032) OP1", kb=tmp_path).exit_code == 0


def test_dry_run_stores_nothing(mandex: Run, tmp_path: Path) -> None:
    result = mandex("ingest", "--dry-run", str(SPECIMENS), kb=tmp_path)
    assert result.exit_code == 0, result.output
    assert "S/RES/9001 (2031)  zh-Hans" in result.stdout
    assert not (tmp_path / FILENAME).exists()


def test_only_one_language_is_kept_and_the_rest_can_be_read_later(mandex: Run, tmp_path: Path) -> None:
    mandex("ingest", "--lang", "zh", str(SPECIMENS), kb=tmp_path)
    rows = [json.loads(line) for line in mandex("export", "documents", kb=tmp_path).stdout.splitlines()]
    assert {row["lang"] for row in rows} == {"zh-Hans", "zh-Hant"}
    mandex("ingest", str(SPECIMENS), kb=tmp_path)
    rows = [json.loads(line) for line in mandex("export", "documents", kb=tmp_path).stdout.splitlines()]
    assert {row["lang"] for row in rows} == {"en", "zh-Hans", "zh-Hant"}


# -- bad input: one clear line, the right exit code, and nothing lost


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b"\n \n", "is empty"),
        ("program.bin", b"\x7fELF\x00\x01\x02", "binary"),
        ("bomb.xml", b'<!DOCTYPE a [<!ENTITY x "y">]><akomaNtoso>&x;</akomaNtoso>', "entities"),
        ("feed.xml", b'<?xml version="1.0"?><rss/>', "neither Akoma Ntoso nor HTML"),
        ("broken.pdf", b"%PDF-1.7\nnothing else", "PDF"),
        ("broken.docx", b"PK\x03\x04 nothing else", "damaged ZIP"),
    ],
)
def test_a_bad_file_is_named_and_the_others_are_read(
    mandex: Run, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    good = SPECIMENS / "resolution-9001.en.xml"
    result = mandex("ingest", str(bad), str(good), kb=tmp_path / "kb")
    assert result.exit_code == 2
    [line] = [line for line in result.stderr.splitlines() if name in line]
    assert said in line
    assert "internal" not in line
    assert "fault in Mandex" not in line
    assert mandex("show", "S/RES/9001 (2031) OP1", kb=tmp_path / "kb").exit_code == 0


def test_a_path_that_is_not_there(mandex: Run, tmp_path: Path) -> None:
    result = mandex("ingest", str(tmp_path / "nowhere"), kb=tmp_path)
    assert result.exit_code == 2
    assert "nowhere: does not exist" in result.stderr


def test_a_folder_without_documents(mandex: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "picture.jpg").write_bytes(b"\xff\xd8")
    result = mandex("ingest", str(tmp_path / "folder"), kb=tmp_path / "kb")
    assert result.exit_code == 1
    assert "no documents" in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file(mandex: Run, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("x")
    secret.chmod(0)
    result = mandex("ingest", str(secret), kb=tmp_path / "kb")
    assert result.exit_code == 2
    assert "secret.txt: cannot be read" in result.stderr


def test_a_base_that_is_not_there(mandex: Run, tmp_path: Path) -> None:
    result = mandex("status", kb=tmp_path / "none")
    assert result.exit_code == 2
    assert "mandex ingest" in result.stderr


def test_a_damaged_base(mandex: Run, tmp_path: Path) -> None:
    (tmp_path / FILENAME).write_bytes(b"no database" * 100)
    for command in (["status"], ["search", "x"], ["ingest", str(SPECIMENS)]):
        result = mandex(*command, kb=tmp_path)
        assert result.exit_code == 2, command
        assert FILENAME in result.stderr
    assert (tmp_path / FILENAME).read_bytes() == b"no database" * 100


def test_a_full_disk_loses_nothing(mandex: Run, specimen_kb: Path, tmp_path: Path) -> None:
    """A limit on the size of files stands in for the full disk: SQLite's writes fail half-way."""
    kb = tmp_path / "kb"
    shutil.copytree(specimen_kb, kb)
    long = tmp_path / "long.txt"
    long.write_text("United Nations\nS/2032/500\n\n" + "It must be said again and again.\n\n" * 100_000)
    script = (
        "import resource, sys; from mandex.cli import main;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2**21, 2**21)); main(sys.argv[1:])"
    )
    command = [sys.executable, "-c", script, "--kb", str(kb), "ingest", str(long)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 2, result.stderr
    assert "Traceback" not in result.stderr
    assert "what was stored before is unchanged" in result.stderr
    assert mandex("show", "S/RES/9001 (2031) OP1", kb=kb).exit_code == 0
    assert mandex("status", kb=kb).stdout == mandex("status").stdout.replace(str(specimen_kb), str(kb))


def test_a_closed_pipe_ends_quietly(specimen_kb: Path) -> None:
    command = [*MANDEX, "--kb", str(specimen_kb), "export", "paragraphs"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="streams are closed by a shell of POSIX")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_is_no_fault(specimen_kb: Path, closed: str) -> None:
    """No file of the base may take the place of standard output either."""
    asked = shlex.join([*MANDEX, "--kb", str(specimen_kb), "search", "records", "-n", "1"])
    done = subprocess.run(["/bin/sh", "-c", f"{asked} {closed}"], capture_output=True, check=False)
    assert done.returncode == 0
    assert b"fault" not in done.stderr


# -- show and export


def test_show_sets_two_languages_side_by_side(mandex: Run) -> None:
    shown = mandex("show", "S/RES/9001 (2031) OP1(b)", "--with", "zh").stdout
    assert "Share those records" in shown
    assert "共享这些记录" in shown


def test_search_brings_the_same_paragraph_in_a_second_language(mandex: Run) -> None:
    shown = mandex("search", "share those records", "--with", "zh").stdout
    assert "共享这些记录" in shown
    found = mandex("search", "share those records", "--with", "zh", "--format", "json").stdout
    row = json.loads(found.splitlines()[0])
    assert row["other_lang"].startswith("zh")
    assert "共享" in row["other_text"]


@pytest.mark.parametrize(
    ("ref", "labels"),
    [
        ("S/RES/9001 (2031) OP1", ["1", "1(a)", "1(b)", "1(c)"]),  # a paragraph with what stands below it
        ("S/RES/9003 (2032) OP3(b)", ["3(b)", "3(b)(i)", "3(b)(ii)"]),
        ("第9001(2031)号决议第2段", ["2"]),
    ],
)
def test_show_finds_the_pinpoint(mandex: Run, ref: str, labels: list[str]) -> None:
    rows = [json.loads(line) for line in mandex("show", ref, "--format", "json").stdout.splitlines()]
    assert [row["label"] for row in rows] == labels


@pytest.mark.parametrize(
    ("command", "ref", "said"),
    [
        ("show", "1373", "does not hold S/RES/1373 (2001)"),
        ("show", "S/RES/9001 (2031) OP77", "no paragraph 77"),
        ("show", "gibberish", "as 1373,"),  # the message says which forms are understood
        # once, though the question is about the adoption of what is not held
        ("lookup", "who voted against resolution 1373", "S/RES/1373 (2001) was adopted on 2001-09-28"),
    ],
)
def test_what_is_not_found_is_said_once(mandex: Run, command: str, ref: str, said: str) -> None:
    result = mandex(command, ref)
    assert result.exit_code in ({0} if command == "lookup" else {1, 2})
    assert result.stderr.count(said) == 1


def test_export_writes_every_table_in_every_format(mandex: Run, tmp_path: Path) -> None:
    for table in ("documents", "paragraphs", "citations"):
        rows = [json.loads(line) for line in mandex("export", table).stdout.splitlines()]
        assert rows, table
        for format_ in ("csv", "xlsx"):
            file = tmp_path / f"{table}.{format_}"
            assert mandex("export", table, "--format", format_, "-o", str(file)).exit_code == 0
        with (tmp_path / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
            assert len(list(csv.DictReader(lines))) == len(rows)
        sheet = load_workbook(tmp_path / f"{table}.xlsx", read_only=True)["rows"]
        assert len(list(sheet.iter_rows(values_only=True))) == len(rows) + 1


def test_export_takes_conditions(mandex: Run) -> None:
    result = mandex(
        "export", "paragraphs", "--where", "kind=operative", "--where", "text~passenger", "--lang", "en"
    )
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["doc"], row["pinpoint"]) for row in rows] == [
        ("S/RES/9001 (2031)", "OP1(a)"),
        ("S/RES/9001 (2031)", "OP4"),
    ]
    assert mandex("export", "paragraphs", "--where", "kind=nothing").exit_code == 1
    assert mandex("export", "paragraphs", "--where", "colour=red").exit_code == 2


def test_the_demo_runs_through(mandex: Run) -> None:
    result = mandex("demo")
    assert result.exit_code == 0, result.output
    assert result.stdout.count("$ mandex") > 5


def test_a_lookup_imports_nothing_heavy(specimen_kb: Path) -> None:
    heavy = "{'spacy', 'jieba', 'networkx', 'pdfplumber', 'whoosh', 'lxml', 'numpy', 'docx', 'openpyxl'}"
    for command in (["show", "S/RES/9001 (2031) OP1"], ["status"], ["cites", "S/RES/9001 (2031)"]):
        script = (
            "import sys; from mandex.cli import main\n"
            "try: main(sys.argv[1:])\n"
            f"finally: print(*({heavy} & sys.modules.keys()), file=sys.stderr)"
        )
        run = [sys.executable, "-c", script, "--kb", str(specimen_kb), *command]
        result = subprocess.run(run, capture_output=True, text=True, check=True)
        assert result.stderr.split() == [], command
