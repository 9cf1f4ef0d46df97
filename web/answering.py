"""From a request to a response: values read, a view asked, a page or its twin written."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import field
from datetime import date
from hashlib import blake2b
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from mandex.corpus.errors import MandexError, StoreError
from mandex.corpus.records import dataclass
from mandex.index.output import files
from mandex.web.bases import Bases, TooSlowError
from mandex.web.kept import Kept
from mandex.web.params import Asked
from mandex.web.rendering import Renderer
from mandex.web.views import Answered, View
from mandex.web.words import interface

_TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
TWINS = tuple(_TYPES)


@dataclass(frozen=True, slots=True)
class Answering:
    """What every response is made with."""

    bases: Bases
    renderer: Renderer
    kept: Kept = field(default_factory=Kept)

    def to(self, view: View, twin: str = "") -> Callable[[Request], Response]:
        """The endpoint of a view: its page, or with `twin` its rows as json, csv or xlsx."""

        def endpoint(request: Request) -> Response:
            return self._answer(request, view, twin)

        endpoint.__name__ = f"{view.path.strip('/') or 'home'}{'.' if twin else ''}{twin}"
        return endpoint

    def _answer(self, request: Request, view: View, twin: str) -> Response:
        try:
            asked = asked_of(request, view)
            with self.bases.base() as base:
                question = request.url.path, request.url.query, interface(request)
                stamp = base.store.revision(), date.today()
                response = self.kept.get(question, stamp)
                if response is None:
                    response = self._written(request, view, asked, view.answer(base, asked), twin)
                    self.kept.keep(question, stamp, response)
        except (TooSlowError, StoreError) as error:
            return self.failure(request, 503, str(error), twin)
        except MandexError as error:
            return self.failure(request, 400, str(error), twin)
        return tagged(request, response)

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


def asked_of(request: Request, view: View) -> Asked:
    """What a request asks of a view; raises `BadQueryError` for a value that is not understood."""
    given = request.query_params
    values = {param.name: param.read(given.get(param.name)) for param in view.params}
    return Asked(values, request.url.path, request.path_params.get("place", ""))


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


def tagged(request: Request, response: Response) -> Response:
    """The response with its ETag; empty, with code 304, where the reader has it already."""
    tag = f'"{blake2b(bytes(response.body), digest_size=12).hexdigest()}"'
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "private, max-age=0, must-revalidate"
    if response.status_code == 200 and request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"ETag": tag})
    return response
