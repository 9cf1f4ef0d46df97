"""What other programs read regularly: a calendar, Atom feeds, a map, a browser's search engine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from mandex.corpus.errors import MandexError
from mandex.index.base import Base
from mandex.web.addresses import address
from mandex.web.answering import Answering, tagged

Builder = Callable[[Base, Request], str]
Endpoint = Callable[[Request], Response]

_MANY = 50  # entries of a feed
_AHEAD = 730  # days of the calendar


def routes(answering: Answering) -> list[BaseRoute]:
    """The feeds."""

    def made(build: Builder, media: str) -> Endpoint:
        def endpoint(request: Request) -> Response:
            try:
                with answering.bases.base() as base:
                    return tagged(request, Response(build(base, request), media_type=media))
            except MandexError as error:
                return answering.failure(request, 400, str(error), "json")

        return endpoint

    return [
        Route("/calendar.ics", made(_calendar, "text/calendar; charset=utf-8")),
        Route("/feed.atom", made(_feed, "application/atom+xml; charset=utf-8")),
        Route("/sitemap.xml", made(_map, "application/xml")),
        Route("/opensearch.xml", made(_opensearch, "application/opensearchdescription+xml")),
    ]


def _calendar(base: Base, request: Request) -> str:
    from mandex.index.output.icalendar import icalendar  # noqa: PLC0415

    dues = [*base.expiring(within=_AHEAD), *base.reports_due(within=_AHEAD)]
    return icalendar(dues, stamp=datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ"))


def _feed(base: Base, request: Request) -> str:
    """The newest answers to a saved question (`?q=`), or the newest documents."""
    words = request.query_params.get("q", "")[:600]
    root = _root(request)
    if words:
        rows = [(hit.doc, hit.pinpoint, hit.date, hit.snippet) for hit in base.search(words, limit=_MANY)]
        rows.sort(key=lambda row: row[2], reverse=True)
    else:
        rows = base.store.connection.execute(
            "SELECT symbol, '', date, title FROM documents WHERE date <> '' GROUP BY symbol"
            " ORDER BY date DESC LIMIT ?",
            (_MANY,),
        ).fetchall()
    entries = "".join(_entry(root, *row) for row in rows)
    newest = rows[0][2] if rows else "1946-01-01"
    name = f"Mandex: {words}" if words else "Mandex: new documents"
    self_ = str(request.url)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
        f"<title>{escape(name)}</title><id>{escape(self_)}</id><updated>{newest}T00:00:00Z</updated>"
        f'<author><name>Mandex</name></author><link rel="self" href={quoteattr(self_)}/>{entries}</feed>'
    )


def _entry(root: str, doc: str, pinpoint: str, date: str, text: str) -> str:
    link = root + address(doc, pinpoint)
    title = f"{doc} {pinpoint}".strip()
    return (
        f"<entry><title>{escape(title)}</title><id>{escape(link)}</id><link href={quoteattr(link)}/>"
        f"<updated>{date}T00:00:00Z</updated><summary>{escape(_printable(text))}</summary></entry>"
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
