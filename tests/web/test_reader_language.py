"""In which language the page speaks to a reader."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from places import ROOT
from starlette.testclient import TestClient
from texts import resolution

from mandex.corpus.catalogue import translated
from mandex.corpus.store import Store
from mandex.index.in_step import in_step
from mandex.web.app import MENU, VIEWS, make_app


def test_the_graph_is_told_in_chinese(site: TestClient) -> None:
    page = site.get("/graph?around=9001&ui=zh-Hans").text
    assert '<html lang="zh-Hans">' in page
    assert "及其引用</title>" in page
    assert "没有引用的文件" in page
    assert '"Cited by":"被引用"' in page  # what its script says
    assert "{{" not in page


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
