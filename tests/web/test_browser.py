"""The page in a real browser: the system's Chromium, on loopback."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn
from places import SPECIMENS
from texts import read

from mandex.corpus.store import Store
from mandex.web.app import make_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: `make tools` installs it"),
    pytest.mark.xdist_group("browser"),
]
# Without these Chromium looks for hosts of its maker's.
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
PAGES = (
    "/", "/search?q=records&facets=1", "/lookup?q=passenger+name+records", "/S/RES/9001(2031)",
    "/S/RES/9001(2031)?lang=en&with=zh", "/calendar?as_of=2032-10-10&within=730", "/collection", "/check",
    "/regimes?as_of=2032-10-10", "/missions?all=1", "/changes?since=2031-01-01", "/instruments",
    "/requirements?refs=S/RES/9001+(2031)", "/compare?a=S/RES/9001+(2031)&b=S/RES/9003+(2032)",
    "/S/RES/2", "/search", "/recommendations", "/calendar?month=2032-10&as_of=2032-01-01",
    "/assessment?refs=9001", "/origin?ref=9001+OP1", "/collection?of=repairs", "/lookup",
)  # fmt: skip


@pytest.fixture(scope="module")
def root(specimen_kb: Path) -> Iterator[str]:
    """The address of a server that ends with the module."""
    with _served(specimen_kb) as address:
        yield address


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    listening = socket.create_server(("127.0.0.1", 0))
    app = make_app(folder, seconds=60)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, root: str) -> Iterator[Page]:
    context = browser.new_context(base_url=root, viewport={"width": 1200, "height": 900})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("request", lambda asked: faults.append(asked.url) if not asked.url.startswith(root) else None)
    yield opened
    assert not faults
    context.close()


def test_from_a_question_to_the_paragraph_and_what_it_cites(page: Page) -> None:
    page.goto("/")
    page.fill("#ask", "passenger name records")
    page.press("#ask", "Enter")
    page.click(".hits a >> nth=0")
    assert "/S/RES/9001(2031)#OP" in page.url
    assert page.locator(".paragraph:target").count() == 1
    page.locator("a.cites").first.hover()
    page.wait_for_selector(".card")
    page.keyboard.press("Escape")
    assert page.locator(".card").count() == 0
    page.locator("a.cites").first.click()
    page.wait_for_load_state()
    assert page.locator("h1").inner_text()


def test_the_graph_leads_back_to_the_texts(page: Page) -> None:
    page.goto("/graph?around=9001")
    page.fill("#search", "9001")
    page.press("#search", "Enter")
    page.click("#panel h2 a")
    page.wait_for_selector("article")
    assert "/S/RES/9001(2031)" in page.url
    page.goto("/graph?around=9001&ui=zh-Hans")
    assert page.locator("#reset").inner_text() == "重置"
    page.click("a.home")
    assert page.locator("#ask").count() == 1


def test_everything_works_without_script(browser: Browser, root: str) -> None:
    context = browser.new_context(base_url=root, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.fill("#ask", "旅客姓名记录")
    page.press("#ask", "Enter")
    page.click(".hits a >> nth=0")
    assert page.locator(".paragraph").count() > 3
    page.goto("/search?q=records&facets=1")
    page.locator("aside a").first.click()
    assert page.locator(".hits > li").count() >= 1
    context.close()


def test_answers_are_ordered_assessed_and_traced_without_script(browser: Browser, root: str) -> None:
    context = browser.new_context(base_url=root, java_script_enabled=False)
    page = context.new_page()
    page.goto("/search?q=records")
    page.select_option("select[name=sort]", "newest")
    page.click("main form.filters button")
    days = [day.inner_text() for day in page.locator(".hits time").all()]
    assert days == sorted(days, reverse=True)
    page.goto("/assessment?refs=9001")
    with page.expect_download() as made:
        page.locator(".download a").click()
    page.set_input_files("input[type=file]", str(made.value.path()))
    assert Path(made.value.path()).read_bytes().startswith(b"PK")
    page.goto("/S/RES/9001(2031)#OP2")
    page.locator(".paragraph:target .origin").click()
    assert page.locator("main pre").count() >= 1
    context.close()


def test_keyboard_alone_is_enough(page: Page) -> None:
    page.goto("/lookup")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("S/RES/9001 (2031) OP2")
    page.keyboard.press("Enter")
    page.wait_for_url("**/S/RES/9001(2031)*")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 800, 1400])
def test_nothing_sticks_out_at_any_width(browser: Browser, root: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        base_url=root, viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
    )  # fmt: skip
    page = context.new_page()
    for address in PAGES:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    context.close()


@pytest.mark.parametrize("way", ["light", "dark", "phone"])
def test_accessible_to_everyone(browser: Browser, root: str, way: str) -> None:
    """No violation that axe-core can find: WCAG 2.2 AA, and what it calls good practice."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415

    size = {"width": 360, "height": 780} if way == "phone" else {"width": 1280, "height": 800}
    context = browser.new_context(
        base_url=root, color_scheme="dark" if way == "dark" else "light", bypass_csp=True,
        viewport={"width": size["width"], "height": size["height"]},
        is_mobile=way == "phone", has_touch=way == "phone",
    )  # fmt: skip
    page = context.new_page()
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    for address in PAGES:
        page.goto(address)
        found = Axe().run(page, options=rules).response["violations"]
        assert not found, (
            address,
            [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found],
        )
    context.close()


def test_a_draft_is_checked_by_upload(page: Page, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("The Security Council,\n\nRecalling its resolution 1373 (1999) on terrorism,\n", "utf-8")
    page.goto("/check")
    page.set_input_files("input[type=file]", str(draft))
    page.click("main button")
    assert page.locator("td", has_text="1373 (1999)").count() >= 1


def test_two_texts_are_compared(page: Page) -> None:
    page.goto("/compare")
    page.fill("form.filters input[name=a] >> nth=0", "S/RES/9001 (2031)")
    page.fill("form.filters input[name=b] >> nth=0", "S/RES/9003 (2032)")
    page.click("form.filters button >> nth=0")
    assert page.locator("article ins").count() >= 1
    assert page.locator("article del").count() >= 1


def test_a_draft_is_compared_by_upload(page: Page, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    text = (SPECIMENS / "resolution-9003.en.txt").read_text("utf-8")
    draft.write_text(text.replace("Decides that", "Urges that", 1), "utf-8")
    page.goto("/compare")
    page.fill("form.upload input[name=a]", "S/RES/9003 (2032)")
    page.set_input_files("input[type=file]", str(draft))
    page.click("form.upload button")
    assert page.locator("ins", has_text="Urges").count() == 1


def test_a_calendar_can_be_subscribed_to(page: Page) -> None:
    page.goto("/")
    feed = page.locator("a", has_text="Subscribe").get_attribute("href")
    assert feed
    got = page.request.get(feed)
    assert got.headers["content-type"].startswith("text/calendar")
    assert got.text().startswith("BEGIN:VCALENDAR")


def test_answers_are_narrowed_by_a_click(page: Page) -> None:
    page.goto("/lookup?q=passenger+name+records")
    many = page.locator(".hits > li").count()
    page.locator("aside a:visible").first.click()
    assert 0 < page.locator(".hits > li").count() < many
    page.locator("aside a", has_text="×").click()
    assert page.locator(".hits > li").count() == many


def test_chinese_is_shown_in_the_script_asked_for(page: Page) -> None:
    page.goto("/S/RES/9001(2031)?lang=zh-Hans&ui=zh-Hans")
    assert "决定" in page.locator("article").inner_text()
    page.locator(".switches a", has_text="繁體").click()
    assert "決定" in page.locator("article").inner_text()
    assert page.locator(".switches a", has_text="繁體").get_attribute("aria-current") == "true"


def test_on_a_phone_the_rows_of_a_table_are_cards(browser: Browser, root: str) -> None:
    context = browser.new_context(
        base_url=root, viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True
    )
    page = context.new_page()
    page.goto("/instruments")
    cell = page.locator(".wide td").first
    assert cell.evaluate("e => getComputedStyle(e).display") == "block"
    assert cell.get_attribute("data-column") == "name"
    page.fill("#q", "1373")
    page.locator("header button").tap()
    page.wait_for_url("**/S/RES/1373(2001)")
    context.close()


def test_a_document_runs_no_script(browser: Browser, tmp_path: Path) -> None:
    evil = "<img src=x onerror=window.hacked=1><script>window.hacked=1</script>"
    text = (SPECIMENS / "resolution-9003.en.txt").read_text("utf-8")
    held = read(text.replace("2. Decides that", f"2. Decides that {evil}", 1))
    with Store.open(tmp_path, create=True) as store:
        store.put_file(held.source, held.sha256, [held])
    with _served(tmp_path) as root:
        page = browser.new_page(base_url=root)
        for address in ("/S/RES/9003(2032)", "/search?q=assets", "/lookup?q=assets", f"/go?q={evil}"):
            page.goto(address)
            assert page.evaluate("window.hacked") is None
            assert page.locator("main img, main script").count() == 0
        page.context.close()
