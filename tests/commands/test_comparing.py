"""`compare` from end to end: of the base, of a draft in a file, in every format."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from docx import Document
from lxml import etree
from places import SPECIMENS, Run

DRAFT = """United Nations
S/2032/100
Security Council

Draft resolution

The Security Council,

Recalling its resolution 9003 (2032),

1. Decides to extend the mandate until 31 January 2034;

2. <b>Urges</b> all parties & others to cooperate;
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "draft.txt"
    file.write_text(DRAFT, "utf-8")
    return file


def test_rows_say_what_became_of_each_paragraph(mandex: Run, draft: Path) -> None:
    result = mandex("compare", "S/RES/9003", "(2032)", str(draft), "--format", "json")
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert {
        "old_seq",
        "new_seq",
        "old_label",
        "new_label",
        "relation",
        "changes",
        "old_text",
        "new_text",
    } <= set(rows[0])
    kept = {"new_text": "keep add", "old_text": "keep drop"}
    for row in rows:
        for side, operations in kept.items():
            assert "".join(text for operation, text in row["words"] if operation in operations) == row[side]


def test_a_text_is_the_same_as_itself(mandex: Run, draft: Path) -> None:
    result = mandex("compare", str(draft), str(draft))
    assert result.exit_code == 1
    assert "changed" not in result.stdout


def test_the_page_shows_text_and_never_runs_it(mandex: Run, draft: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert mandex("compare", "9003 (2032)", str(draft), "--format", "html", "-o", str(page)).exit_code == 0
    html = page.read_text("utf-8")
    assert "&lt;b&gt;Urges" in html
    assert "<b>Urges" not in html
    assert "src=" not in html


def test_the_document_tracks_its_changes(mandex: Run, draft: Path, tmp_path: Path) -> None:
    file = tmp_path / "tracked.docx"
    assert mandex("compare", "9003 (2032)", str(draft), "--format", "docx", "-o", str(file)).exit_code == 0
    Document(str(file))  # a package that python-docx opens
    body = etree.fromstring(zipfile.ZipFile(file).read("word/document.xml"))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    accepted = "".join(t.text for t in body.iter(f"{w}t") if t.text)
    rejected = "".join(
        t.text
        for t in body.iter(f"{w}t", f"{w}delText")
        if t.text and t.getparent().getparent().tag != f"{w}ins"
    )
    assert "1\u00a0Decides to extend the mandate until 31 January 2034;" in accepted
    held = json.loads(mandex("show", "9003 (2032) OP1", "--format", "json").stdout.splitlines()[0])["text"]
    assert held in rejected
    numbers = [change.get(f"{w}id") for change in body.iter(f"{w}ins", f"{w}del")]
    assert len(numbers) == len(set(numbers)) > 2


def test_what_cannot_be_compared_is_said(mandex: Run, draft: Path) -> None:
    missing = mandex("compare", "S/RES/1373 (2001)", str(draft))
    assert missing.exit_code == 1
    assert "does not hold S/RES/1373 (2001)" in missing.stderr
    assert mandex("compare", "9003").exit_code == 2
    other = mandex("compare", str(SPECIMENS / "letter-9104.zh.txt"), str(draft))
    assert other.exit_code == 2
    assert "no language" in other.stderr


RECALLS = "2. Recalls paragraph 4 of resolution {} and requests a report by 31 January 2034;"


@pytest.mark.parametrize("form", ["", "html", "docx"])
def test_references_brought_up_to_date_stand_last(mandex: Run, tmp_path: Path, form: str) -> None:
    """Under a heading of their own, whatever is written; the rows mark them."""
    texts = []
    for number, year, cited in ((2675, 2023, "2620 (2022)"), (2724, 2024, "2675 (2023)")):
        text = tmp_path / f"S_RES_{number}.txt"
        text.write_text(
            f"United Nations\nS/RES/{number} ({year})\n\nThe Security Council,\n\n1. Decides to act;\n\n"
            + RECALLS.format(cited)
        )
        texts.append(str(text))
    file = tmp_path / f"out.{form or 'txt'}"
    asked = ["--format", form] if form else []
    assert mandex("compare", *texts, *asked, "-o", str(file)).exit_code == 0
    shown = (
        "\n".join(paragraph.text for paragraph in Document(str(file)).paragraphs)
        if form == "docx"
        else file.read_text("utf-8")
    )
    listed = shown.partition("References brought up to date")[2]
    assert "S/RES/2620 (2022) 4 → S/RES/2675 (2023) 4" in listed
    rows = [json.loads(line) for line in mandex("compare", *texts, "--format", "json").stdout.splitlines()]
    changes = [change for row in rows for change in row["changes"]]
    assert changes == [
        {"what": "reference", "old": "S/RES/2620 (2022) 4", "new": "S/RES/2675 (2023) 4", "moved": True}
    ]
