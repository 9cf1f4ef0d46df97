"""Every page, its twins, and what is refused."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from mandex.corpus.opening import FILENAME
from mandex.corpus.store import Store
from mandex.web.app import VIEWS, make_app
from mandex.web.views.answers import COUNTRIES

PAGES = (
    "/", "/search?q=passenger+name+records&facets=1", "/lookup?q=passenger+name+records", "/S/RES/9001(2031)",
    "/S/RES/9001(2031)?lang=en&with=zh", "/calendar?as_of=2032-10-10&within=730", "/collection", "/check",
    "/regimes?as_of=2032-10-10", "/missions?all=1", "/changes?since=2031-01-01", "/instruments",
    "/requirements?refs=S/RES/9001+(2031)", "/compare?a=S/RES/9001+(2031)&b=S/RES/9003+(2032)",
    "/recommendations", "/calendar?month=2032-10&as_of=2032-01-01", "/compare", "/assessment?refs=9001",
    "/origin?ref=9001+OP1", "/collection?of=files", "/collection?of=repairs",
    "/search?q=passenger+name+records&sort=newest", "/lookup?q=passenger+name+records&sort=oldest",
)  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("ui", ["en", "zh-Hans", "zh-Hant"])
def test_a_page_answers_and_asks_no_other_host(site: TestClient, address: str, ui: str) -> None:
    got = site.get(f"{address}{'&' if '?' in address else '?'}ui={ui}")
    assert got.status_code == 200
    assert f'<html lang="{ui}">' in got.text
    assert not re.findall(r'(?:src|<link[^>]*href)="https?:', got.text)
    assert "default-src 'none'" in got.headers["content-security-policy"]
    assert "unsafe" not in got.headers["content-security-policy"]
    assert not re.search(r"<script(?! src=)|\son\w+=|style=", got.text), "inline script or style"
    assert len(got.content) < 150_000


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.path)
@pytest.mark.parametrize("twin", ["json", "csv", "xlsx"])
def test_every_page_has_its_rows_beside_it(site: TestClient, view: object, twin: str) -> None:
    path = getattr(view, "path", "")
    asked = {
        "/search": {"q": "records"},
        "/lookup": {"q": "records"},
        "/card": {"ref": "1373"},
        "/origin": {"ref": "9001 OP1"},
        "/assessment": {"refs": "9001"},
        "/graph": {"around": "9001"},
    }
    values = asked.get(path, {})
    got = site.get(f"{'/index' if path == '/' else path}.{twin}", params=values)
    assert got.status_code in (200, 404)
    if twin == "json":
        assert set(got.json()) & {"rows", "error"}
    if twin == "xlsx" and got.status_code == 200:
        assert got.content.startswith(b"PK")


def test_the_rows_are_those_of_the_command(site: TestClient, mandex: object) -> None:
    told = [
        json.loads(line)
        for line in mandex("lookup", "passenger name records", "--format", "json").stdout.splitlines()  # type: ignore[operator]
    ]
    rows = site.get("/lookup.json", params={"q": "passenger name records"}).json()["rows"]
    assert [(row["doc"], row["pinpoint"], row["status"]) for row in rows] == [
        (row["doc"], row["pinpoint"], row["status"]) for row in told
    ]


@pytest.mark.parametrize(
    ("typed", "to"),
    [
        ("1373", "/S/RES/1373(2001)"),  # a number alone is a resolution
        ("S/RES/9001 (2031) OP2", "/S/RES/9001(2031)#OP2"),  # a place in it
        ("who must report on piracy?", "/lookup?q="),  # a question
        ('"asset freeze" AND year:2014', "/search?q="),  # the query language
        ("冻结资产", "/lookup?q="),
    ],
)
def test_the_box_leads_to_the_right_place(site: TestClient, typed: str, to: str) -> None:
    got = site.get("/go", params={"q": typed})
    assert got.status_code == 303
    assert got.headers["location"].startswith(to)


def test_the_graph_is_drawn(site: TestClient) -> None:
    """Its rows are a table elsewhere."""
    page = site.get("/graph?around=9001").text
    assert '<script src="/graph.js">' in page
    assert site.get("/graph.js").headers["content-type"].startswith("text/javascript")
    assert site.get("/graph.json?around=9001").json()["rows"]


def test_the_countries_of_answers_are_looked_up_by_paragraph(specimen_kb: Path) -> None:
    """By their kind first, all countries of the base would be read for each answer."""
    with Store.open(specimen_kb) as store:
        plan = store.connection.execute(f"EXPLAIN QUERY PLAN {COUNTRIES}", ("[]",)).fetchall()
    assert any("entities_doc" in step for *_, step in plan)


def test_a_page_that_names_no_picture_of_its_own_has_ours(site: TestClient) -> None:
    """The graph is the file that `graph` writes; browsers ask for this beside it."""
    answer = site.get("/favicon.ico", follow_redirects=True)
    assert answer.headers["content-type"].startswith("image/svg+xml")


def test_what_the_reader_has_is_not_sent_again(site: TestClient) -> None:
    tag = site.get("/calendar").headers["etag"]
    assert site.get("/calendar", headers={"if-none-match": tag}).status_code == 304


def test_answers_can_be_narrowed_by_what_they_have(site: TestClient) -> None:
    page = site.get("/lookup?q=passenger+name+records").text
    found = re.search(r'<a href="(/lookup\?[^"]*(?:actor|topic|force)=[^"]+)">', page)
    assert found
    narrowed = site.get(found[1].replace("&amp;", "&"))
    assert narrowed.status_code == 200
    assert "×</a>" in narrowed.text


def test_a_month_has_its_days(site: TestClient) -> None:
    due = site.get("/calendar.json?as_of=2032-10-10&within=730").json()["rows"][0]["date"]
    got = site.get(f"/calendar?as_of=2032-10-10&month={due[:7]}").text
    assert f'datetime="{due}"' in got
    assert '<td class="full">' in got


def test_the_api_is_described(site: TestClient) -> None:
    told = site.get("/openapi.json").json()
    assert told["openapi"] == "3.1.0"
    assert {f"{view.path}.json" for view in VIEWS if view.path != "/"} <= set(told["paths"])


def test_answers_are_in_the_order_asked_for(site: TestClient) -> None:
    for path in ("/search.json?q=records&n=50", "/lookup.json?q=passenger+name+records&n=50"):
        newest = [row["date"] for row in site.get(f"{path}&sort=newest").json()["rows"]]
        oldest = [row["date"] for row in site.get(f"{path}&sort=oldest").json()["rows"]]
        assert newest == sorted(newest, reverse=True)
        assert oldest == sorted(oldest)
        assert len(set(newest)) > 1


def test_the_first_answers_are_narrowed_by_status_and_by_country(site: TestClient) -> None:
    all_ = site.get("/lookup.json?q=passenger+name+records&as_of=2032-10-10").json()["rows"]
    for row in all_:
        some = site.get(f"/lookup.json?q=passenger+name+records&as_of=2032-10-10&status={row['status']}")
        assert [one["status"] for one in some.json()["rows"]] == [row["status"]] * len(some.json()["rows"])
    assert site.get("/lookup.json?q=passenger+name+records&country=Mali").json()["rows"] == []


def test_the_description_is_valid_openapi(site: TestClient) -> None:
    from openapi_spec_validator import validate  # noqa: PLC0415 - only here

    validate(site.get("/openapi.json").json())


def test_a_base_that_another_version_kept_says_so(specimen_kb: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(specimen_kb, tmp_path / "kb")

    def told() -> bool:
        site = TestClient(make_app(folder, seconds=60), base_url="http://127.0.0.1")
        return "doctor --repair" in site.get("/collection").text

    assert not told()
    with sqlite3.connect(folder / FILENAME) as db:
        db.execute("UPDATE settings SET value = '0 0' WHERE name = 'steps'")
    assert told()
