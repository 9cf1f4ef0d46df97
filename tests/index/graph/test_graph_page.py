"""The web page at work in a real browser: search, filters, clicks. Without Chromium these tests skip."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from graph_cases import DRAWN, put

from mandex.corpus.store import Store
from mandex.index.graph import output

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
browser = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium to look at the page")

# Runs SCRIPT once the page has drawn itself, and leaves what it returns as the page's only text.
HOOK = """<script>
const one = (selector) => document.querySelector(selector);
const type = (id, text) => { one('#' + id).value = text; one('#' + id).dispatchEvent(new Event('input')); };
const count = () => one('#count').textContent;
addEventListener('load', () => setTimeout(() => {
    let got;
    try { got = (() => {SCRIPT})(); } catch (error) { got = {error: String(error)}; }
    document.body.innerHTML = '<pre id="got"></pre>';
    one('#got').textContent = JSON.stringify(got);
}, 200));
</script>"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path, create=True) as opened:
        put(opened, *DRAWN)
        yield opened


def page(store: Store, folder: Path, script: str) -> dict[str, object]:
    """What `script`, run in the page after it has drawn itself, gives back."""
    text = output.render(output.choose(store, output.Choice()), "html", store).decode("utf-8")
    hook = HOOK.replace("SCRIPT", script)
    path = folder / "page.html"
    path.write_text(text.replace("</body>", f"{hook}</body>"), "utf-8")
    done = subprocess.run(
        [
            CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={folder / 'profile'}", "--window-size=1400,900", "--virtual-time-budget=8000",
            "--dump-dom", path.as_uri(),
        ],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    found = re.search(r'<pre id="got">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found, done.stdout[-2000:]
    return json.loads(html.unescape(found[1]))


@browser
def test_search_finds_and_opens_a_document(store: Store, tmp_path: Path) -> None:
    got = page(store, tmp_path, """
        type('search', '1373');
        const found = [...document.querySelectorAll('#found li')].map((li) => li.firstChild.textContent);
        one('#search').dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter'}));
        return {
            found,
            title: one('#panel h2').textContent,
            hash: decodeURIComponent(location.hash),
            shut: one('#found').hidden,
        };
    """)  # fmt: skip
    assert got["found"][0] == "S/RES/1373 (2001)"
    assert (got["title"], got["hash"], got["shut"]) == ("S/RES/1373 (2001)", "#S/RES/1373 (2001)", True)


@browser
def test_filters_by_relation_year_and_topic(store: Store, tmp_path: Path) -> None:
    got = page(store, tmp_path, """
        const seen = [count()];
        const recalls = one('[data-relation=recalls]');
        recalls.click(); seen.push(count(), recalls.getAttribute('aria-pressed'));
        one('#reset').click(); seen.push(count());
        type('from', '2021'); seen.push(count());
        type('to', '2021'); seen.push(count());
        one('#reset').click();
        type('topic', 'terrorist'); seen.push(count());
        return {seen};
    """)  # fmt: skip
    assert got["seen"] == [
        "6 citations between 5 documents",
        "3 citations between 5 documents", "false",
        "6 citations between 5 documents",
        "4 citations between 4 documents",
        "3 citations between 3 documents",
        "5 citations between 4 documents",  # one item, whatever the register called it that year
    ]  # fmt: skip


@browser
def test_a_click_on_a_document_and_then_on_a_citation_shows_its_words(store: Store, tmp_path: Path) -> None:
    got = page(store, tmp_path, """
        const map = one('#map'), box = map.getBoundingClientRect();
        const [x, y] = window.placeOf('S/RES/2617 (2021)');
        for (const kind of ['pointerdown', 'pointerup']) {
            const at = {clientX: box.left + x, clientY: box.top + y, pointerId: 1};
            map.dispatchEvent(new PointerEvent(kind, at));
        }
        const lines = [...document.querySelectorAll('#panel .said')];
        const line = lines.find((button) => button.textContent.startsWith('recalls'));
        line.click();
        const quote = line.parentElement.querySelector('blockquote');
        const got = {
            title: one('#panel h2').textContent,
            quote: quote.textContent,
            mark: quote.querySelector('mark').textContent,
            cite: quote.querySelector('cite').textContent,
            scripts: document.scripts.length,
        };
        line.click();
        return {...got, after: line.parentElement.querySelectorAll('blockquote').length};
    """)  # fmt: skip
    assert got["title"] == "S/RES/2617 (2021)"
    assert got["quote"].startswith("Recalling <b>@1373 (2001)")
    assert got["mark"] in {"@1373 (2001)", "@1535 (2004)"}
    assert got["cite"] == "S/RES/2617 (2021), PP1"
    assert got["after"] == 0
    assert got["scripts"] == 3, "a title with markup in it adds no script"


def test_the_page_asks_nothing_of_the_network(store: Store) -> None:
    text = output.render(output.choose(store, output.Choice()), "html", store).decode("utf-8")
    text = text.replace("https://undocs.org/", "")  # links to the official documents, for people to follow
    assert not re.search(r"(?:src|href)\s*=|@import|url\(|fetch\(|XMLHttpRequest|https?://", text)
    assert text.count("</script>") == 2
