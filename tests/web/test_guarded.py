"""Who is answered, and what a stranger or a hostile text cannot do."""

from __future__ import annotations

from pathlib import Path

import pytest
from places import SPECIMENS
from starlette.testclient import TestClient

from mandex.corpus.store import Store
from mandex.web.app import make_app


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("/search?q=a&n=abc", 400),
        ("/search?q=a&n=9999999999999999999999", 400),
        ("/search.json?q=a&n=5000", 400),
        ("/search?q=" + "a" * 700, 400),
        ("/lookup?q=ban&force=nonsense", 400),
        ("/lookup?q=ban&year=2031&actor=member-states&current=1", 200),  # what narrows is shown
        ("/lookup?q=ban&as_of=31+June", 400),
        ("/calendar?as_of=9999-12-31", 400),  # no room to count on
        ("/calendar?month=2032-13", 400),
        ("/recommendations?to=nobody", 400),
        ("/search?q=ban&sort=longest", 400),
        ("/lookup?q=ban&country=atlantis", 400),
        ("/feed.atom?topic=nonsense", 400),
        ("/feed.atom?country=atlantis", 400),
        ("/graph?depth=99", 400),
        ("/compare.json?a=9001&b=nothing", 400),
        ("/origin?ref=nothing", 400),
        ("/assessment?refs=7", 400),  # not held
        ("/S/RES/99999", 404),
        ("/S/RES/2.json", 404),
        ("/nothing/at/all", 404),
        ("/static/../app.py", 404),
    ],
)
def test_what_is_not_understood_is_refused_in_a_sentence(site: TestClient, address: str, code: int) -> None:
    got = site.get(address)
    assert got.status_code == code
    assert "Traceback" not in got.text


@pytest.mark.parametrize("words", ["😀", "?", "the of", "%00", "%ed%a0%80"])
def test_a_question_without_a_word_is_told_so(site: TestClient, words: str) -> None:
    got = site.get(f"/lookup?q={words}")
    assert got.status_code == 200
    assert 'class="nothing"' in got.text


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("127.0.0.1", 200),
        ("LOCALHOST:8373", 200),
        ("[::1]:8373", 200),
        ("evil.example", 400),
        ("127.0.0.1.evil.example", 400),
        ("127.0.0.1:80:80", 400),
        ("evil@127.0.0.1", 400),
        ("", 400),
    ],
)
def test_only_its_own_names_are_answered(site: TestClient, host: str, code: int) -> None:
    assert site.get("/search", headers={"host": host}).status_code == code


def test_only_this_machine_is_answered(site: TestClient) -> None:
    assert site.get("/", headers={"host": "evil.example"}).status_code == 400


def test_nothing_can_be_written(site: TestClient) -> None:
    for address in ("/", "/search?q=a", "/S/RES/9001(2031)"):
        for method in ("POST", "PUT", "DELETE"):
            assert site.request(method, address).status_code == 405


def test_a_token_is_asked_for_where_one_is_set(specimen_kb: Path) -> None:
    site = TestClient(make_app(specimen_kb, token="secret"), base_url="http://127.0.0.1")
    assert site.get("/").status_code == 401
    assert site.get("/", headers={"authorization": "Bearer secret"}).status_code == 200
    assert site.get("/?token=wrong").status_code == 401


def test_a_token_in_the_address_is_kept_in_a_cookie_and_goes_from_the_address(specimen_kb: Path) -> None:
    made = make_app(specimen_kb, token="secret")
    site = TestClient(made, base_url="http://127.0.0.1", follow_redirects=False)
    got = site.get("/search?q=records&token=secret")
    assert (got.status_code, got.headers["location"]) == (303, "/search?q=records")
    assert {"HttpOnly", "SameSite=strict"} <= set(got.headers["set-cookie"].split("; "))
    assert site.get("/lookup").status_code == 200


def test_a_slow_question_is_stopped_and_says_so(specimen_kb: Path) -> None:
    site = TestClient(make_app(specimen_kb, seconds=-1.0), base_url="http://127.0.0.1")
    got = site.get("/collection")
    assert got.status_code in (200, 503)  # so small a base may be quicker than one look at the clock


def test_markup_in_a_document_stays_text(tmp_path: Path, mandex: object) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    text = (SPECIMENS / "resolution-9003.en.txt").read_text("utf-8")
    (tmp_path / "a.txt").write_text(text.replace("2. Decides that", f"2. Decides that {evil}", 1), "utf-8")
    assert evil in (tmp_path / "a.txt").read_text("utf-8")
    mandex("ingest", str(tmp_path / "a.txt"), kb=tmp_path / "kb")  # type: ignore[operator]
    with Store.open(tmp_path / "kb") as store:
        (symbol,) = store.connection.execute("SELECT symbol FROM documents").fetchone()
    site = TestClient(make_app(tmp_path / "kb"), base_url="http://127.0.0.1")
    for address in (
        f"/{symbol.replace(' (', '(')}",
        "/search?q=assets",
        "/lookup?q=assets",
        "/feed.atom?q=assets",
    ):
        got = site.get(address)
        assert got.status_code == 200
        assert "<script>alert" not in got.text
        assert "<img" not in got.text


def test_a_place_of_two_lines_is_refused_as_json(site: TestClient) -> None:
    assert site.get("/S/RES/9001%0A.json").json() == {"error": "There is no such page."}
