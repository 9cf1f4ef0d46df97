"""The application: addresses, what is refused before it reaches a view, headers on every answer."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from anyio import to_thread
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from mandex.web import feeds, network, openapi, uploads
from mandex.web.answering import TWINS, Answering
from mandex.web.bases import Bases
from mandex.web.rendering import Renderer
from mandex.web.views import View, answers, assessing, comparing, documents, duties, holdings, life, origins

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
_LARGE = 60_000  # bytes from which on packing takes less time than a phone's network; results are smaller
_AT_WORK = 4  # requests at a time in one process
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
    guard = [Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)]
    middleware = [
        Middleware(_SafeHeaders),
        Middleware(_Few),
        Middleware(GZipMiddleware, minimum_size=_LARGE, compresslevel=5),
        *guard,
        *([Middleware(_Token, token=token)] if token else []),
    ]
    app = Starlette(routes=_routes(answering), middleware=middleware)
    app.add_exception_handler(
        404,
        lambda request, _: answering.failure(request, 404, "There is no such page.", _twin(request.url.path)),
    )
    app.add_exception_handler(500, lambda request, _: PlainTextResponse("an error of the server's", 500))
    return app


def _routes(answering: Answering) -> list[BaseRoute]:
    # What is asked for most stands first: each address is tried in turn.
    routes: list[BaseRoute] = [Route(view.path, answering.to(view)) for view in VIEWS]
    routes += [
        Route("/go", _go),
        Route("/openapi.json", lambda _: openapi.response(VIEWS)),
        *feeds.routes(answering),
        *network.routes(answering),
        *uploads.routes(answering),
        Mount("/static", StaticFiles(packages=[("mandex.web", "static")])),
        # Browsers ask for it where a page names none: the graph, the rows.
        Route("/favicon.ico", lambda _: RedirectResponse("/static/mark.svg", 308)),
    ]
    for view in VIEWS:
        path = "/index" if view.path == "/" else view.path
        routes += [Route(f"{path}.{twin}", answering.to(view, twin)) for twin in TWINS]
    document = documents.DOCUMENT
    routes += [Route(f"/{{place:path}}.{twin}", answering.to(document, twin)) for twin in TWINS]
    return [*routes, Route("/{place:path}", answering.to(document))]


def _twin(path: str) -> str:
    """Which twin an address asks for; empty for a page."""
    return next((twin for twin in TWINS if path.endswith(f".{twin}")), "")


def _go(request: Request) -> Response:
    """The box: to a document, to the search or to the lookup."""
    words = request.query_params.get("q", "")[:600]
    to = answers.goes_to(words)
    if to in ("/search", "/lookup"):
        to = str(request.url.replace(scheme="", netloc="", path=to).include_query_params(q=words))
    return RedirectResponse(to, 303)


class _SafeHeaders:
    """Headers that keep a page to itself, on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_HEADERS]
            await send(message)

        await self._app(scope, receive, with_headers if scope["type"] == "http" else send)


class _Few:
    """Few at work at a time, the others in a queue: threads that fight for one interpreter are slower than
    threads that take turns, and each holds a base open.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._set = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self._set:
            to_thread.current_default_thread_limiter().total_tokens = _AT_WORK
            self._set = True
        await self._app(scope, receive, send)


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
