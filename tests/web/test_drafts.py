"""Drafts and workbooks that are sent in, read and not kept."""

from __future__ import annotations

import io
import re
from pathlib import Path

from places import SPECIMENS
from starlette.testclient import TestClient
from texts import resolution

from mandex.corpus.store import Store
from mandex.web.app import make_app

_NOTHING = {"none": ("", b"")}  # so that a form comes in parts


def test_a_draft_is_checked_and_not_kept(site: TestClient, specimen_kb: Path) -> None:
    before = (specimen_kb / "mandex.db").stat().st_mtime_ns
    draft = "Recalling resolution 1373 (1999) and resolution 2396 (2017),"
    got = site.post("/check", data={"text": draft}, files=_NOTHING)
    assert got.status_code == 200
    assert "1373" in got.text
    assert "2 citations checked, 1 wrong" in got.text
    assert (specimen_kb / "mandex.db").stat().st_mtime_ns == before
    assert site.post("/check", data={}, files=_NOTHING).status_code == 400


def test_a_draft_is_compared_with_what_is_held(site: TestClient) -> None:
    draft = (SPECIMENS / "resolution-9003.en.txt").read_text("utf-8").replace("Decides that", "Urges that", 1)
    sent = {"a": "S/RES/9003 (2032)", "text": draft, "draft": "newer"}
    got = site.post("/compare", data=sent, files=_NOTHING)
    assert got.status_code == 200
    assert "<del>Decides</del>" in got.text
    assert "<ins>Urges</ins>" in got.text
    turned = site.post("/compare", data=sent | {"draft": "older"}, files=_NOTHING)
    assert "<ins>Decides</ins>" in turned.text
    for wrong in ({"a": "S/RES/9009 (2039)"}, {"a": ""}, {"text": ""}):
        assert site.post("/compare", data=sent | wrong, files=_NOTHING).status_code == 400


def test_a_draft_is_held_against_the_paragraphs_of_the_base(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        held = resolution(
            1373,
            2001,
            "1. Decides that all States shall prevent and suppress the financing of terrorist acts;",
        )
        store.put_file(held.source, held.sha256, [held])
    site = TestClient(make_app(tmp_path), base_url="http://127.0.0.1")
    draft = "Recalling paragraph 9 of resolution 1373 (2001),"
    got = site.post("/check", data={"text": draft}, files=_NOTHING)
    assert "has no paragraph 9" in got.text


def test_an_assessment_is_prepared_filled_in_and_summed_up(site: TestClient) -> None:
    from openpyxl import load_workbook  # noqa: PLC0415 - only here

    got = site.get("/assessment.xlsx?refs=9001&country=Mali")
    book = load_workbook(io.BytesIO(got.content))
    assert book["Summary"]["B2"].value == "mali"
    sheet = book.worksheets[1]
    names = [cell.value for cell in sheet[1]]
    sheet.cell(2, names.index("status") + 1, "partly")
    sheet.cell(2, names.index("mark") + 1, "000000000000")  # of another wording
    filled = io.BytesIO()
    book.save(filled)
    sent = {"file": ("filled.xlsx", filled.getvalue())}
    told = site.post("/assessment", files=sent).text
    assert "mali" in told
    assert "reworded" in told
    assert re.search(r'data-column="partly">1<', told)
    for wrong in (b"", b"PK nothing", (SPECIMENS / "resolution-9003.en.txt").read_bytes()):
        assert site.post("/assessment", files={"file": ("a.xlsx", wrong)}).status_code == 400
