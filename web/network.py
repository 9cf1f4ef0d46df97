"""The interactive graph, fed by the base: what `graph --format html` writes, without inline script."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from mandex.corpus.errors import MandexError
from mandex.index.graph import page
from mandex.web.answering import Answering, tagged

_DEFAULT = "1373"
_DEEPEST = 2


def routes(answering: Answering) -> list[BaseRoute]:
    """The page, its rows, its style and its script."""

    def graph(request: Request) -> Response:
        return _graph(answering, request)

    return [
        Route("/graph", graph),
        Route("/graph.css", lambda _: Response(page.style(), media_type="text/css")),
        Route("/graph.js", lambda _: Response(page.script(), media_type="text/javascript")),
    ]


def _graph(answering: Answering, request: Request) -> Response:
    from mandex.index.graph import output  # noqa: PLC0415 - networkx is needed here alone

    try:
        depth = min(max(int(request.query_params.get("depth") or 1), 1), _DEEPEST)
        with answering.bases.base() as base:
            symbol = base.store.reference(request.query_params.get("around") or _DEFAULT).symbol
            choice = output.Choice(symbol, depth, output.years(""), "", (), 400, None, False)
            html = output.linked_page(output.choose(base.store, choice), base.store)
    except (MandexError, ValueError) as error:
        return answering.failure(request, 400, str(error))
    return tagged(request, HTMLResponse(html))
