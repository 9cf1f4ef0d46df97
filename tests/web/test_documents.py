"""The page of a document: whether its paragraphs stand, their margin, their print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from texts import resolution

from mandex.corpus.store import Store
from mandex.web.app import make_app


def test_a_long_document_is_sent_packed(tmp_path: Path) -> None:
    asked = (
        "Requests all States to report on piracy at sea, on terrorism and on the illicit trade in weapons;"
    )
    held = resolution(2901, 2027, *(f"{n}. {asked}" for n in range(1, 400)))
    with Store.open(tmp_path, create=True) as store:
        store.put_file(held.source, held.sha256, [held])
    got = TestClient(make_app(tmp_path, seconds=60), base_url="http://127.0.0.1").get("/S/RES/2901(2027)")
    assert len(got.content) > 150_000
    assert got.headers["content-encoding"] == "gzip"
    assert int(got.headers["content-length"]) < 150_000


def test_a_document_says_of_each_paragraph_whether_it_stands(site: TestClient) -> None:
    rows = site.get("/S/RES/9001(2031).json?as_of=2032-10-10").json()["rows"]
    assert {row["status"] for row in rows if row["pinpoint"] == "OP1"} <= {"open", "current", "replaced"}
    assert 'class="stands"' in site.get("/S/RES/9001(2031)?as_of=2032-10-10").text


def test_a_version_that_is_not_held_is_missed_aloud(site: TestClient) -> None:
    got = site.get("/S/RES/9003(2032)?with=zh-Hans&ui=en")
    assert got.status_code == 200
    assert "not in zh-Hans" in got.text


def test_a_card_says_whether_the_paragraph_stands(site: TestClient) -> None:
    (row,) = site.get("/card.json?ref=9001 OP1").json()["rows"]
    assert row["status"] in {"open", "current", "ended", "replaced", "spent", "unclear"}


def test_the_margin_names_exemptions_and_days(tmp_path: Path) -> None:
    held = resolution(
        2901,
        2027,
        "1. Decides that all States shall freeze the funds of ABC until 31 May 2028, unless the Committee"
        " decides otherwise;",
        "2. Requests the Secretary-General to report on piracy;",
    )
    with Store.open(tmp_path, create=True) as store:
        store.put_file(held.source, held.sha256, [held])
    site = TestClient(make_app(tmp_path), base_url="http://127.0.0.1")
    first, second = re.findall(
        r'id="OP[12]".*?(?=id="OP|</article>)', site.get("/S/RES/2901").text, re.DOTALL
    )
    assert '"tag exemption" title="unless the Committee decides otherwise"' in first
    assert "expires 2028-05-31" in first
    assert "exemption" not in second
    assert "例外" in site.get("/S/RES/2901?ui=zh-Hans").text


def test_a_paragraph_is_shown_as_it_was_printed(site: TestClient, specimen_kb: Path) -> None:
    row = site.get("/origin.json?ref=9001 OP1").json()["rows"][0]
    with Store.open(specimen_kb) as store:
        whole = store.document("S/RES/9001 (2031)", row["lang"])
    assert whole is not None
    assert row["printed"] == whole.text[row["start"] : row["end"]]
    assert row["sha256"] == whole.sha256
    assert "/" not in row["source"]  # a name, not where the file lies on the server
    assert 'href="/origin?ref=S/RES/9001%20%282031%29%20OP1' in site.get("/S/RES/9001(2031)").text


def test_what_is_not_held_looks_other_than_what_is(site: TestClient) -> None:
    page = site.get("/S/RES/9001(2031)?lang=en&ui=en").text
    links = re.findall(r'<a class="cites ([^"]*)"(?: title="([^"]*)")? href="([^"#?]*)', page)
    assert links
    for classes, title, to in links:
        held = site.get(to).status_code == 200
        assert ("unheld" not in classes) == held, to
        assert title == ("" if held else "text not held")


def test_where_nothing_is_held_the_official_document_is_named(site: TestClient) -> None:
    got = site.get("/S/RES/2723(2024)?ui=en")
    assert got.status_code == 404
    assert "<h1>S/RES/2723 (2024)</h1>" in got.text
    assert 'href="https://undocs.org/S/RES/2723(2024)"' in got.text


def test_a_reader_of_traditional_characters_gets_them(site: TestClient) -> None:
    address = "/S/RES/9001(2031)?lang=zh&ui=zh-Hant"
    assert "決定" in site.get(address).text
    assert "决定" in site.get(f"{address}&script=printed").text
    assert "第9001(2031)號決議" in site.get(address).text


@pytest.mark.parametrize("address", ["/missions?name=UNTSO&ui=en", "/regimes?name=Atlantis&ui=en"])
def test_an_empty_page_says_why(site: TestClient, address: str) -> None:
    assert "that is held had begun then" in site.get(address).text  # of the specimens none is any
