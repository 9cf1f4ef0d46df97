"""Calendars and feeds that readers subscribe to."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient
from texts import resolution

from mandex.corpus.store import Store
from mandex.index.engines import open_engine
from mandex.web.app import make_app


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
