"""The application: addresses, what is refused before it reaches a view, headers on every answer."""

from __future__ import annotations

import hmac
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from mandex.web import assets, feeds, network, openapi, uploads
from mandex.web.answering import TWINS, Answering
from mandex.web.bases import Bases
from mandex.web.rendering import Renderer
from mandex.web.views import View, answers, assessing, comparing, documents, duties, holdings, life, origins
from mandex.web.words import chosen

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

VIEWS: tuple[View, ...] = (
    *answers.VIEWS,
    *life.VIEWS,
    *comparing.VIEWS,
    *duties.VIEWS,
    *assessing.VIEWS,
    *holdings.VIEWS,
    *documents.VIEWS,
    *origins.VIEWS,
    network.GRAPH,
)
# What stands in the head of each page.
MENU = (
    ("/lookup", "Lookup"), ("/search", "Search"), ("/regimes", "Regimes"), ("/missions", "Missions"),
    ("/calendar", "Calendar"), ("/changes", "Changes"), ("/compare", "Compare"), ("/check", "Check"),
    ("/requirements", "Requirements"), ("/assessment", "Assessment"), ("/recommendations", "Recommendations"),
    ("/instruments", "Instruments"), ("/graph", "Graph"), ("/collection", "Collection"),
)  # fmt: skip
LOCAL = ("127.0.0.1", "localhost", "[::1]", "testserver")
# No script or style but our own files, no picture from elsewhere, nothing that frames the page.
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HOST = re.compile(rb"(\[[0-9a-f:.]{2,45}\]|[^:\[\]]{1,255})(?::\d{1,5})?")
_HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)


def make_app(
    folder: Path, *, hosts: Sequence[str] = LOCAL, token: str = "", seconds: float = 10.0
) -> Starlette:
    """The application on the base in `folder`.

    `hosts` are the names it answers to; with a `token` every request must carry it; `seconds` is what one
    request may take in the database.
    """
    answering = Answering(Bases(folder, seconds), Renderer(MENU))
    middleware = [Middleware(_Door, hosts=hosts), *([Middleware(_Token, token=token)] if token else [])]
    app = Starlette(routes=_routes(answering), middleware=middleware)
    app.add_exception_handler(
        404,
        lambda request, _: answering.failure(request, 404, "There is no such page.", _twin(request.url.path)),
    )
    app.add_exception_handler(500, lambda request, _: PlainTextResponse("an error of the server's", 500))
    return app


def _routes(answering: Answering) -> list[BaseRoute]:
    # What is asked for most stands first: each address is tried in turn.
    routes: list[BaseRoute] = [answering.to(view.path, view) for view in VIEWS if view is not network.GRAPH]
    routes += [
        Route("/go", _go),
        Route("/openapi.json", _described),
        *feeds.routes(answering),
        *network.routes(answering),
        *uploads.routes(answering),
        *assets.routes(),
        Route("/favicon.ico", _mark),
    ]
    for view in VIEWS:
        path = "/index" if view.path == "/" else view.path
        routes += [answering.to(f"{path}.{twin}", view, twin) for twin in TWINS]
    document = documents.DOCUMENT
    routes += [answering.to(f"/{{place:path}}.{twin}", document, twin) for twin in TWINS]
    return [*routes, answering.to("/{place:path}", document)]


def _twin(path: str) -> str:
    """Which twin an address asks for; empty for a page."""
    return next((twin for twin in TWINS if path.endswith(f".{twin}")), "")


async def _described(request: Request) -> Response:
    return openapi.response(VIEWS)


async def _mark(request: Request) -> Response:
    """Browsers ask for it where a page names none: the graph, the rows."""
    return RedirectResponse("/static/mark.svg", 308)


async def _go(request: Request) -> Response:
    """The box: to a document, to the search or to the lookup."""
    words = request.query_params.get("q", "")[:600]
    to = answers.goes_to(words)
    if to in ("/search", "/lookup"):
        to = str(request.url.replace(scheme="", netloc="", path=to).include_query_params(q=words))
    return RedirectResponse(to, 303)


class _Door:
    """Answers to its own names only, and puts headers on every answer that keep a page to itself."""

    def __init__(self, app: ASGIApp, hosts: Sequence[str]) -> None:
        self._app = app
        self._hosts = frozenset(host.lower().encode() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_HEADERS, *chosen(scope["query_string"])]
            await send(message)

        app = self._app if self._is_ours(scope) else PlainTextResponse("Invalid host header", 400)
        await app(scope, receive, with_headers)

    def _is_ours(self, scope: Scope) -> bool:
        """Whether the request names this server, once, with any port: another name is a page's that had it
        changed to this machine's address.
        """
        named = [value for name, value in scope["headers"] if name == b"host"]
        found = _HOST.fullmatch(named[0].lower()) if len(named) == 1 else None
        return found is not None and found[1] in self._hosts


class _Token:
    """Lets in who carries the token: `Authorization: Bearer …`, or `?token=` once, kept in a cookie."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        if self._is_token(bearer) or self._is_token(request.cookies.get("token", "")):
            await self._app(scope, receive, send)
        elif self._is_token(request.query_params.get("token", "")):
            await self._remembering(request)(scope, receive, send)
        else:
            await PlainTextResponse("a token is needed", 401)(scope, receive, send)

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self._token.encode())

    def _remembering(self, request: Request) -> Response:
        """To the same address without the token, which is then in no bookmark and in no history."""
        url = request.url.remove_query_params("token")
        response = RedirectResponse(f"{url.path}{'?' if url.query else ''}{url.query}", 303)
        response.set_cookie("token", self._token, httponly=True, samesite="strict")
        return response
