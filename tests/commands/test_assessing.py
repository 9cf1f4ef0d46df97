"""`requirements` and `assess` from end to end: the workbook out, filled in, read back, compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from places import Run
from texts import read

from mandex.cli import main
from mandex.corpus.store import Store
from mandex.index.compare import workbook
from mandex.index.engines import open_engine

TEXT = """United Nations
S/RES/2396 (2017)
Security Council

Resolution 2396 (2017)
Adopted by the Security Council at its 8148th meeting, on 21 December 2017

The Security Council,

Acting under Chapter VII of the Charter of the United Nations,

1. Decides that Member States shall develop watch lists of known terrorists, and encourages Member States to
share this information with INTERPOL;

2. Calls upon Member States to deny safe haven, except where refugee status is recognized;

3. Requests the Secretary-General to report on the implementation of this resolution;
"""


@pytest.fixture
def kb(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "kb", create=True) as store:
        store.listeners.append(open_engine(store))
        document = read(TEXT)
        store.put_file(document.source, document.sha256, [document])
    return tmp_path / "kb"


def run(kb: Path, *arguments: str) -> list[dict[str, object]]:
    result = CliRunner().invoke(main, ["--kb", str(kb), *arguments, "--format", "json"])
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_rows_are_single_obligations_of_states(kb: Path) -> None:
    found = run(kb, "requirements", "2396", "--profile", "counter-terrorism")
    assert {(row["pinpoint"], row["n"], row["force"]) for row in found} == {
        ("OP1", 1, "decide"), ("OP1", 2, "encourage"), ("OP2", 1, "call"),
    }  # fmt: skip
    assert {
        "doc",
        "lang",
        "label",
        "addressee",
        "binding",
        "obligation",
        "theme",
        "status",
        "until",
        "repeats",
    } <= set(found[0])
    asked = run(kb, "requirements", "2396", "--of", "Secretary-General")
    assert [row["pinpoint"] for row in asked] == ["OP3"]


def test_what_is_not_held_and_who_is_not_known(kb: Path, mandex: Run) -> None:
    assert mandex("requirements", "1373", kb=kb).exit_code == 1
    assert mandex("requirements", "2396", "--of", "nobody at all", kb=kb).exit_code == 2
    wrong = mandex("requirements", "--profile", "no-such-profile", kb=kb)
    assert wrong.exit_code == 2
    assert "counter-terrorism" in wrong.stderr


def test_on_paper(kb: Path, mandex: Run, tmp_path: Path) -> None:
    text = mandex("requirements", "2396", "--format", "md", kb=kb).stdout
    assert "**S/RES/2396 (2017) OP1** develop watch lists of known terrorists" in text
    file = tmp_path / "requirements.docx"
    assert mandex("requirements", "2396", "-o", str(file), kb=kb).exit_code == 0
    assert file.read_bytes().startswith(b"PK")


EVIL = '=HYPERLINK("http://example.org","x")'


def test_the_workbook_comes_back_as_it_was_filled_in(kb: Path, mandex: Run, tmp_path: Path) -> None:
    file = tmp_path / "assessment.xlsx"
    made = mandex("requirements", "2396", "--profile", "counter-terrorism", "-o", str(file), kb=kb)
    assert made.exit_code == 0, made.output
    book = load_workbook(file)
    sheets = [sheet for sheet in book.worksheets if sheet.title != "Summary"]
    assert [rule.formula1 for rule in sheets[0].data_validations.dataValidation] == [
        '"fully,largely,partly,not implemented,not applicable"'
    ]
    heads = {cell.value: cell.column for cell in sheets[0][1]}
    answers = {
        "status": "partly",
        "evidence": "A law of 2019\nand a decree",
        "gaps": EVIL,
        "due": "2027-06-30",
    }
    for name, value in answers.items():
        cell = sheets[0].cell(2, heads[name], value)
        cell.data_type = "s"
    book["Summary"]["B2"] = "Malta"
    book.save(file)
    taken = mandex("assess", "import", str(file), "--date", "2026-05-01", kb=kb)
    assert taken.exit_code == 0, taken.output
    (row,) = [row for row in run(kb, "assess", "list", "--country", "Malta") if row["status"]]
    assert (row["country"], row["date"], row["flag"]) == ("malta", "2026-05-01", "")
    assert {name: row[name] for name in answers} == answers
    again = tmp_path / "again.xlsx"
    mandex(
        "requirements",
        "2396",
        "--profile",
        "counter-terrorism",
        "--assessed",
        "Malta",
        "-o",
        str(again),
        kb=kb,
    )
    back = workbook.read(again)
    assert back.country == "malta"
    assert [dict(one.answers) for one in back.rows if one.answers] == [answers]
    for sheet in load_workbook(again).worksheets:
        if sheet.title != "Summary":  # no text of ours or of theirs is a formula
            assert all(cell.data_type != "f" for line in sheet.iter_rows() for cell in line)


def test_assessments_are_compared_and_flagged(kb: Path, mandex: Run, tmp_path: Path) -> None:
    file = tmp_path / "assessment.xlsx"
    mandex("requirements", "2396", "--profile", "counter-terrorism", "-o", str(file), kb=kb)
    for day, status in (("2025-01-01", "not implemented"), ("2026-01-01", "Largely ")):
        book = load_workbook(file)
        sheet = book.worksheets[1]
        heads = {cell.value: cell.column for cell in sheet[1]}
        sheet.cell(2, heads["status"], status)
        book.save(file)
        assert (
            mandex("assess", "import", str(file), "--country", "Malta", "--date", day, kb=kb).exit_code == 0
        )
    (change,) = run(kb, "assess", "changes", "Malta")
    assert (change["old_status"], change["new_status"]) == ("not implemented", "largely")
    counts = run(kb, "assess", "summary", "--country", "Malta", "--date", "2026-01-01")
    assert sum(int(str(row["largely"])) for row in counts) == 1
    with Store.open(kb) as store:
        document = read(
            TEXT.replace("watch lists of known terrorists", "watch lists and databases of terrorists")
        )
        store.put_file(document.source, "new", [document])
    flags = {row["flag"] for row in run(kb, "assess", "list", "--date", "2026-01-01")}
    assert "reworded" in flags


def test_a_file_that_is_no_workbook(kb: Path, mandex: Run, tmp_path: Path) -> None:
    file = tmp_path / "no.xlsx"
    file.write_text("no workbook", "utf-8")
    result = mandex("assess", "import", str(file), "--country", "Malta", kb=kb)
    assert result.exit_code == 2
    assert "cannot be read as a workbook" in result.stderr
