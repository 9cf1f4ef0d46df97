"""What other programs read regularly: a calendar, Atom feeds, a map, a browser's search engine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from mandex.corpus import catalogue, columns
from mandex.corpus.errors import MandexError
from mandex.index.base import Base
from mandex.index.lookup.values import known_value
from mandex.web.addresses import address
from mandex.web.answering import Answering
from mandex.web.params import LONGEST
from mandex.web.sending import tagged
from mandex.web.threads import Answer
from mandex.web.words import interface

Builder = Callable[[Base, Request], str]

_MANY = 50  # entries of a feed
_NO_DAY = "1946-01-01"  # Atom wants a day of everything; before the first resolution is none
_AHEAD = 730  # days of the calendar


def routes(answering: Answering) -> list[BaseRoute]:
    """The feeds."""

    def made(build: Builder, media: str) -> Answer:
        def endpoint(request: Request) -> Response:
            try:
                with answering.bases.base() as base:
                    return tagged(request, Response(build(base, request), media_type=media))
            except MandexError as error:
                return answering.failure(request, 400, str(error), "json")

        return endpoint

    return [
        answering.route("/calendar.ics", made(_calendar, "text/calendar; charset=utf-8")),
        answering.route("/feed.atom", made(_feed, "application/atom+xml; charset=utf-8")),
        answering.route("/sitemap.xml", made(_map, "application/xml")),
        answering.route("/opensearch.xml", made(_opensearch, "application/opensearchdescription+xml")),
    ]


def _calendar(base: Base, request: Request) -> str:
    from mandex.index.output.icalendar import icalendar  # noqa: PLC0415

    dues = [*base.expiring(within=_AHEAD), *base.reports_due(within=_AHEAD)]
    return icalendar(dues, stamp=datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ"))


def _feed(base: Base, request: Request) -> str:
    """The newest texts with the words of a saved question (`?q=`), on a topic (`?topic=`) or naming a country
    (`?country=`), or all of these; without any, the newest documents.
    """
    name, query = _saved(request)
    root = _root(request)
    if query:
        hits = base.search(query, limit=_MANY, sort="newest")
        rows = [(hit.doc, hit.pinpoint, hit.date, hit.snippet) for hit in hits]
        rows.sort(key=lambda row: row[2], reverse=True)  # what only comes near is not in the order of days
    else:
        rows = base.store.connection.execute(
            "SELECT symbol, '', date, title FROM documents WHERE date <> '' GROUP BY symbol"
            " ORDER BY date DESC LIMIT ?",
            (_MANY,),
        ).fetchall()
    entries = "".join(_entry(root, *row) for row in rows)
    newest = (rows[0][2] if rows else "") or _NO_DAY
    self_ = str(request.url)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
        f"<title>{escape(_printable(name))}</title><id>{escape(self_)}</id><updated>{newest}T00:00:00Z</updated>"
        f'<author><name>Mandex</name></author><link rel="self" href={quoteattr(self_)}/>{entries}</feed>'
    )


def _saved(request: Request) -> tuple[str, str]:
    """What a feed is of: its name, and the query that finds it, empty for all documents."""
    words = request.query_params.get("q", "")[:LONGEST]
    topic, country = (_value(request, name) for name in ("topic", "country"))
    parts = [f"({words})"] if words and (topic or country) else [words]
    parts += [f"{name}:{value}" for name, value in (("topic", topic), ("country", country)) if value]
    ui = interface(request)
    said = [words, *(columns.name(value, ui) for value in (topic, country))]
    name = ", ".join(filter(None, said)) or catalogue.translated("new documents", ui)
    return f"Mandex: {name}", " AND ".join(filter(None, parts))


def _value(request: Request, name: Literal["topic", "country"]) -> str:
    """The id of the topic or the country asked for; raises `BadQueryError` where there is no such."""
    typed = request.query_params.get(name, "")[:LONGEST]
    return known_value(name, typed) if typed else ""


def _entry(root: str, doc: str, pinpoint: str, date: str, text: str) -> str:
    link = root + address(doc, pinpoint)
    title = f"{doc} {pinpoint}".strip()
    day = date or _NO_DAY
    return (
        f"<entry><title>{escape(title)}</title><id>{escape(link)}</id><link href={quoteattr(link)}/>"
        f"<updated>{day}T00:00:00Z</updated><summary>{escape(_printable(text))}</summary></entry>"
    )


def _printable(text: str) -> str:
    """Without what XML cannot hold."""
    return "".join(char for char in text if char in "\t\n" or char >= " ")


def _map(base: Base, request: Request) -> str:
    root = _root(request)
    symbols = base.store.connection.execute("SELECT DISTINCT symbol FROM documents ORDER BY symbol")
    urls = "".join(f"<url><loc>{escape(root + address(symbol))}</loc></url>" for (symbol,) in symbols)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
    )


def _opensearch(base: Base, request: Request) -> str:
    root = _root(request)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>Mandex</ShortName>'
        "<Description>Security Council resolutions</Description><InputEncoding>UTF-8</InputEncoding>"
        f'<Url type="text/html" template="{escape(root)}/go?q={{searchTerms}}"/></OpenSearchDescription>'
    )


def _root(request: Request) -> str:
    return f"{request.url.scheme}://{request.url.netloc}"
