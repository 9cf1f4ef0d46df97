"""From a request to a response: values read, a view asked, a page or its twin written."""

from __future__ import annotations

import io
import json
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from mandex.corpus.errors import MandexError, StoreError
from mandex.corpus.records import dataclass
from mandex.index.output import files
from mandex.web.bases import Bases, TooSlowError
from mandex.web.kept import Kept
from mandex.web.params import Asked
from mandex.web.rendering import Renderer
from mandex.web.sending import finished, takes_packed, unless_held
from mandex.web.threads import Answer, Threads
from mandex.web.views import Answered, View
from mandex.web.words import interface

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

_TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
TWINS = tuple(_TYPES)
_AT_WORK = 3  # requests at a time in one process: a slow one leaves two threads to the others


@dataclass(frozen=True, slots=True)
class Answering:
    """What every response is made with."""

    bases: Bases
    renderer: Renderer
    kept: Kept = field(default_factory=Kept)
    threads: Threads = field(default_factory=lambda: Threads(_AT_WORK))

    def route(self, path: str, answer: Answer) -> Route:
        """The address of what is answered by one of the few threads that hold a base."""
        return Route(path, _Endpoint(self.threads, answer), methods=["GET"], name=path)

    def to(self, path: str, view: View, twin: str = "") -> Route:
        """The address of a view: of its page, or with `twin` of its rows as json, csv or xlsx."""
        return self.route(path, lambda request: self._answer(request, view, twin))

    def _answer(self, request: Request, view: View, twin: str) -> Response:
        try:
            asked = asked_of(request, view)
            with self.bases.base() as base:
                question = _question(request)
                stamp = base.store.revision(), date.today()
                response = self.kept.get(question, stamp)
                if response is None:
                    written = self._written(request, view, asked, view.answer(base, asked), twin)
                    response = finished(request, written)
                    self.kept.keep(question, stamp, response)
        except (TooSlowError, StoreError) as error:
            return self.failure(request, 503, str(error), twin)
        except MandexError as error:
            return self.failure(request, 400, str(error), twin)
        return unless_held(request, response)

    def _written(self, request: Request, view: View, asked: Asked, answered: Answered, twin: str) -> Response:
        code = 200 if answered.found else 404
        if twin:
            if not answered.found:
                return self.failure(request, 404, answered.message, twin)
            return _rows(view, answered, twin)
        context = {"view": view, "asked": asked, "answered": answered, **answered.shown}
        return self.renderer.page(request, view.template, context, code)

    def failure(self, request: Request, code: int, message: str, twin: str = "") -> Response:
        """A refusal in one sentence, as a page or as JSON."""
        if twin:
            return Response(
                json.dumps({"error": message}, ensure_ascii=False), code, media_type=_TYPES["json"]
            )
        return self.renderer.page(request, "failure.html", {"code": code, "message": message}, code)


class _Endpoint:
    """What answers at an address, in one of the threads."""

    def __init__(self, threads: Threads, answer: Answer) -> None:
        self._threads = threads
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self._threads.answered(self._answer, Request(scope))
        await response(scope, receive, send)


def _question(request: Request) -> tuple[str, bytes, str, bool]:
    """All of a request that its answer depends on."""
    scope = request.scope
    return scope["path"], scope["query_string"], interface(request), takes_packed(request)


def asked_of(request: Request, view: View) -> Asked:
    """What a request asks of a view; raises `BadQueryError` for a value that is not understood."""
    params = request.query_params
    given = {param.name: typed for param in view.params if (typed := params.get(param.name))}
    values = {
        param.name: param.read(given[param.name]) if param.name in given else param.default
        for param in view.params
    }
    return Asked(values, request.scope["path"], request.path_params.get("place", ""), given)


def _rows(view: View, answered: Answered, twin: str) -> Response:
    if twin in view.made:
        return Response(view.made[twin](answered), media_type=_TYPES[twin])
    if twin == "json":
        body: dict[str, Any] = {"rows": list(answered.rows)}
        if answered.total is not None:
            body["total"] = answered.total
        return Response(json.dumps(body, ensure_ascii=False, default=str), media_type=_TYPES["json"])
    out = io.BytesIO()
    files.write(answered.rows, twin, out, excel=True)
    return Response(out.getvalue(), media_type=_TYPES[twin])
