"""Every page, its twins, and what is refused."""

from __future__ import annotations

import io
import json
import re
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from places import ROOT, SPECIMENS
from starlette.testclient import TestClient
from texts import resolution

from mandex.corpus.catalogue import translated
from mandex.corpus.opening import FILENAME
from mandex.corpus.store import Store
from mandex.index.engines import open_engine
from mandex.index.in_step import in_step
from mandex.web.app import MENU, VIEWS, make_app
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


_NOTHING = {"none": ("", b"")}  # so that a form comes in parts


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


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("/search?q=a&n=abc", 400),
        ("/search?q=a&n=9999999999999999999999", 400),
        ("/search.json?q=a&n=5000", 400),
        ("/search?q=" + "a" * 700, 400),
        ("/lookup?q=ban&force=nonsense", 400),
        ("/lookup?q=ban&as_of=31+June", 400),
        ("/calendar?as_of=9999-12-31", 400),  # no room to count on
        ("/calendar?month=2032-13", 400),
        ("/recommendations?to=nobody", 400),
        ("/search?q=ban&sort=longest", 400),
        ("/lookup?q=ban&country=atlantis", 400),
        ("/feed.atom?topic=nonsense", 400),
        ("/feed.atom?country=atlantis", 400),
        ("/graph?depth=99", 400),
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


def test_the_graph_is_drawn(site: TestClient) -> None:
    """Its rows are a table elsewhere."""
    page = site.get("/graph?around=9001").text
    assert '<script src="/graph.js">' in page
    assert site.get("/graph.js").headers["content-type"].startswith("text/javascript")
    assert site.get("/graph.json?around=9001").json()["rows"]


def test_the_graph_is_told_in_chinese(site: TestClient) -> None:
    page = site.get("/graph?around=9001&ui=zh-Hans").text
    assert '<html lang="zh-Hans">' in page
    assert "及其引用</title>" in page
    assert "没有引用的文件" in page
    assert '"Cited by":"被引用"' in page  # what its script says
    assert "{{" not in page


def test_the_countries_of_answers_are_looked_up_by_paragraph(specimen_kb: Path) -> None:
    """By their kind first, all countries of the base would be read for each answer."""
    with Store.open(specimen_kb) as store:
        plan = store.connection.execute(f"EXPLAIN QUERY PLAN {COUNTRIES}", ("[]",)).fetchall()
    assert any("entities_doc" in step for *_, step in plan)


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


def test_a_page_that_names_no_picture_of_its_own_has_ours(site: TestClient) -> None:
    """The graph is the file that `graph` writes; browsers ask for this beside it."""
    answer = site.get("/favicon.ico", follow_redirects=True)
    assert answer.headers["content-type"].startswith("image/svg+xml")


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


def test_what_the_reader_has_is_not_sent_again(site: TestClient) -> None:
    tag = site.get("/calendar").headers["etag"]
    assert site.get("/calendar", headers={"if-none-match": tag}).status_code == 304


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


def test_what_the_page_explains_is_in_the_readers_language(site: TestClient) -> None:
    got = site.get("/S/RES/9001(2031)?as_of=2032-10-10&ui=zh-Hans").text
    assert "没有规定期限" in got
    assert "no end is set" not in got


def test_a_language_that_is_chosen_stays(specimen_kb: Path) -> None:
    """Links in the menu and forms name none."""
    site = TestClient(make_app(specimen_kb, seconds=60), base_url="http://127.0.0.1")
    assert '<html lang="en">' in site.get("/search").text
    for wrong in ("ui=fr", "ui=", "gui=zh-Hant", "ui=%0d%0aX: 1", "ui=zh-Hant;x"):
        assert "set-cookie" not in site.get(f"/?{wrong}").headers
    assert '<html lang="zh-Hant">' in site.get("/?q=a&ui=zh-Hant").text
    assert '<html lang="zh-Hant">' in site.get("/search").text
    assert '<html lang="en">' in site.get("/search?ui=en").text


def test_the_newest_are_told_in_the_readers_language(tmp_path: Path) -> None:
    """By a title of that language, else by what they did, else in English and marked as such."""
    extends = "1. Decides to extend the mandate of UNMISS until 30 April 2028;"
    chinese = {2903: "关于南苏丹", 2902: "第2902(2027)号决议"}
    held = [
        replace(resolution(number, 2027, text), title=f"On {number}", date="2027-05-01")
        for number, text in ((2903, extends), (2902, extends), (2901, "1. Condemns the attacks;"))
    ]
    held += [
        replace(resolution(number, 2027, extends), lang="zh-Hans", title=title, date="2027-05-01")
        for number, title in chinese.items()
    ]
    with Store.open(tmp_path, create=True) as store, in_step(store):
        for place, one in enumerate(held):
            store.put_file(f"{place}.txt", f"{place:064}", [one])
    site = TestClient(make_app(tmp_path), base_url="http://127.0.0.1")
    rows = re.findall(r"<li><a href=.*?</li>", site.get("/?ui=zh-Hans").text, re.DOTALL)
    for row, told in zip(
        rows, ("关于南苏丹", "延长 南苏丹特派团", '<span lang="en">On 2901</span>'), strict=True
    ):
        assert told in row
    assert ["?lang=zh-Hans" in row for row in rows] == [True, True, False]
    assert re.findall("On 290[123]", site.get("/?ui=en").text) == ["On 2903", "On 2902", "On 2901"]


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


def test_feeds_are_well_formed(site: TestClient) -> None:
    from lxml import etree  # noqa: PLC0415 - only here

    for address in (
        "/feed.atom",
        "/feed.atom?q=records",
        "/feed.atom?topic=passenger-name-record&country=Mali&q=a",
        "/sitemap.xml",
        "/opensearch.xml",
    ):
        etree.fromstring(site.get(address).content)
    assert site.get("/calendar.ics").text.startswith("BEGIN:VCALENDAR")


def _entries(site: TestClient, address: str) -> list[tuple[str, str]]:
    """The entries of a feed: what each is called and its day."""
    from lxml import etree  # noqa: PLC0415 - only here

    atom = {"a": "http://www.w3.org/2005/Atom"}
    found = etree.fromstring(site.get(address).content).findall("a:entry", atom)
    return [(one.findtext("a:title", "", atom), one.findtext("a:updated", "", atom)[:10]) for one in found]


@pytest.mark.parametrize(
    ("asked", "entries"),
    [
        ("q=records", ["S/RES/2903 (2029) OP1", "S/RES/2901 (2027) OP1"]),  # the newest first
        ("topic=passenger+name+record", ["S/RES/2903 (2029) OP1", "S/RES/2901 (2027) OP1"]),
        ("country=马里", ["S/RES/2901 (2027) OP1"]),  # by any of its names
        ("topic=asset-freeze&country=mali", []),
        ("q=share&topic=passenger-name-record", ["S/RES/2903 (2029) OP1"]),
    ],
)
def test_a_feed_has_the_newest_of_what_it_is_called_after(
    tmp_path: Path, asked: str, entries: list[str]
) -> None:
    texts = (
        "1. Decides that all States shall collect passenger name records at their borders, as Mali does;",
        "1. Decides that all States shall freeze without delay the funds and other financial assets of ABC;",
        "1. Urges Member States to share passenger name records with the States that ask them for these;",
    )
    with Store.open(tmp_path, create=True) as store:
        engine = open_engine(store)
        store.listeners.append(engine)
        for number, text in enumerate(texts, 2901):
            preamble = (
                "Recalling its resolutions on the matter and determined to combat all threats to peace,"
            )
            held = resolution(number, number - 874, preamble, text)
            store.put_file(held.source, f"{number:064}", [held])
        engine.close()
    site = TestClient(make_app(tmp_path), base_url="http://127.0.0.1")
    assert [name for name, _ in _entries(site, f"/feed.atom?{asked}")] == entries


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


def test_no_word_of_the_interface_lacks_its_chinese() -> None:
    said = {name for _, name in MENU} | {
        word
        for view in VIEWS
        if view.template == "listing.html"
        for word in (view.title, view.about, *view.columns)
    }
    for path in (ROOT / "web" / "templates").glob("*.html"):
        said |= set(re.findall(r"_\(['\"](.+?)['\"]\)", path.read_text("utf-8")))
    missing = {word for word in said for ui in ("zh-Hans", "zh-Hant") if translated(word, ui) == word}
    assert not missing, "add these to commands/locale/zh-Hans.po and run `make docs`"


def test_the_description_is_valid_openapi(site: TestClient) -> None:
    from openapi_spec_validator import validate  # noqa: PLC0415 - only here

    validate(site.get("/openapi.json").json())


def test_a_place_of_two_lines_is_refused_as_json(site):
    assert site.get("/S/RES/9001%0A.json").json() == {"error": "There is no such page."}


def test_a_base_that_another_version_kept_says_so(specimen_kb, tmp_path):
    folder = shutil.copytree(specimen_kb, tmp_path / "kb")

    def told():
        site = TestClient(make_app(folder, seconds=60), base_url="http://127.0.0.1")
        return "doctor --repair" in site.get("/collection").text

    assert not told()
    with sqlite3.connect(folder / FILENAME) as db:
        db.execute("UPDATE settings SET value = '0 0' WHERE name = 'steps'")
    assert told()
