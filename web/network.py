"""The interactive graph, fed by the base: what `graph --format html` writes, without inline script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute

from mandex.corpus.errors import MandexError
from mandex.index.base import Base
from mandex.web.answering import Answering, asked_of
from mandex.web.params import Asked, Param
from mandex.web.sending import tagged
from mandex.web.views import Answered, View
from mandex.web.words import interface

if TYPE_CHECKING:
    from mandex.index.graph.network import Network

_DOCUMENTS = 400  # that a drawing shows


def routes(answering: Answering) -> list[BaseRoute]:
    """The page."""
    return [answering.route("/graph", lambda request: _graph(answering, request))]


def _graph(answering: Answering, request: Request) -> Response:
    from mandex.index.graph import output  # noqa: PLC0415 - networkx is needed here alone

    try:
        asked = asked_of(request, GRAPH)
        with answering.bases.base() as base:
            html = output.linked_page(_near(base, asked), base.store, interface(request))
    except MandexError as error:
        return answering.failure(request, 400, str(error))
    return tagged(request, HTMLResponse(html))


def _near(base: Base, asked: Asked) -> Network:
    from mandex.index.graph import output  # noqa: PLC0415

    symbol = base.store.reference(asked["around"]).symbol
    return output.choose(base.store, output.Choice(symbol, asked["depth"], most=_DOCUMENTS))


def _measured(base: Base, asked: Asked) -> Answered:
    """The documents of the drawing with their measures."""
    from mandex.index.graph import output  # noqa: PLC0415

    rows = output.ranking(_near(base, asked))
    return Answered(rows, total=len(rows))


GRAPH = View(
    "/graph", "Graph", "The citations around a document, drawn; its rows are the documents, measured.",
    _measured,
    (
        Param("around", "A document: 1373.", default="1373"),
        Param("depth", "So many steps away.", "integer", 1, least=1, most=2),
    ),
)  # fmt: skip
