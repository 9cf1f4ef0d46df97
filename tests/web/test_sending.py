"""How a response goes out, and how a page of results is put together from what is kept."""

from __future__ import annotations

import gzip
import html
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.testclient import TestClient

from mandex.web import rendering
from mandex.web.answering import Answering
from mandex.web.app import VIEWS, make_app
from mandex.web.bases import Bases
from mandex.web.sending import finished, tagged

LARGE = b"x" * 100_000


def _request(**headers: str) -> Request:
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "headers": named})


def test_what_is_large_is_packed_for_who_unpacks_it() -> None:
    packed = finished(_request(accept_encoding="br, gzip"), Response(LARGE))
    assert gzip.decompress(bytes(packed.body)) == LARGE
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["content-length"] == str(len(packed.body))
    plain = finished(_request(), Response(LARGE))
    assert (plain.body, "content-encoding" in plain.headers) == (LARGE, False)
    assert plain.headers["etag"] != packed.headers["etag"]  # each form has a tag of its own


@pytest.mark.parametrize("body", [b"x" * 100, b"PK\x03\x04" + LARGE])  # a workbook is packed already
def test_what_would_not_become_smaller_is_not_packed(body: bytes) -> None:
    assert finished(_request(accept_encoding="gzip"), Response(body)).body == body


def test_a_failure_is_sent_whoever_has_it() -> None:
    held = tagged(_request(), Response(b"a", 404)).headers["etag"]
    assert tagged(_request(if_none_match=held), Response(b"a", 404)).status_code == 404
    assert tagged(_request(if_none_match=held), Response(b"a")).status_code == 304


WORDS = (
    "records",
    "passenger & 'name' <records>",
    'records" onfocus="alert(1)',
    "records \ue000 \ue001",  # what stands for the words and the rows while a page is put together
    "records %EE%80%80 %EE%80%81",
    "旅客 记录 OR records",
)


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("more", ["", "&ui=zh-Hant", "&script=hant", "&n=2&from=1&sort=newest"])
def test_a_page_of_results_is_what_its_template_makes_of_it(
    specimen_kb: Path, monkeypatch: pytest.MonkeyPatch, words: str, more: str
) -> None:
    """It is put together from pieces that are kept: the second page from those of the first."""
    address = f"/search?q={quote_plus(words)} OR records{more}".replace(" ", "+")
    site = _site(specimen_kb)
    assert site.get(f"/search?q=name{more}").status_code == 200
    quick = site.get(address).text
    with monkeypatch.context() as patch:
        patch.setattr(rendering.Renderer, "_results", rendering.Renderer._rendered)
        whole = _site(specimen_kb).get(address).text
    assert _unquoted(quick) == _unquoted(whole)
    assert html.escape(words) in _unquoted(quick)


def _site(folder: Path) -> TestClient:
    return TestClient(make_app(folder, seconds=60), base_url="http://127.0.0.1")


def _unquoted(page: str) -> str:
    """The two ways in which a blank, an apostrophe and a stroke can be written."""
    for one, other in (("%20", "+"), ("&#39;", "&#x27;"), ("&#34;", "&quot;"), ("%2F", "/")):
        page = page.replace(one, other)
    return page


def test_links_keep_what_the_page_was_asked_and_no_more(specimen_kb: Path) -> None:
    page = _site(specimen_kb).get("/search?q=records&n=2&utm_source=mail&ui=en").text
    assert "utm_source" not in page
    assert "/search?q=records&amp;n=2&amp;ui=zh-Hans" in page


def test_what_is_kept_has_bounds(specimen_kb: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pieces of pages, whatever is asked for; and of the base what a thread keeps at hand."""
    monkeypatch.setattr(rendering, "_SKELETONS", 2)
    bases, renderer = Bases(specimen_kb), rendering.Renderer(())
    (search,) = (view for view in VIEWS if view.path == "/search")
    site = TestClient(Starlette(routes=[Answering(bases, renderer).to("/search", search)]))
    for number in range(1, 9):
        assert site.get(f"/search?q=records&n={number}").status_code == 200
    assert 1 <= len(renderer._skeletons) <= 2
    with bases.base() as base:
        assert base.store.connection.execute("PRAGMA cache_size").fetchone() == (-8000,)
