"""The API described: OpenAPI 3.1, made from the very table of views that answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from starlette.responses import JSONResponse

import mandex
from mandex.web.views import View

_ROWS = {
    "type": "object",
    "required": ["rows"],
    "properties": {
        "rows": {"type": "array", "items": {"type": "object"}},
        "total": {"type": "integer"},
    },
}
_FAILURE = {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}


def description(views: Iterable[View]) -> dict[str, Any]:
    """The whole description."""
    paths: dict[str, Any] = {}
    for view in views:
        path = "/index" if view.path == "/" else view.path
        paths[f"{path}.json"] = {"get": _operation(view)}
    place = {"name": "place", "in": "path", "required": True, "schema": {"type": "string", "minLength": 1},
             "description": "A symbol, such as S/RES/2396(2017)."}  # fmt: skip
    paths["/{place}.json"] = {
        "get": {
            "operationId": "document", "summary": "A document, paragraph by paragraph.",
            "parameters": [place], "responses": _responses(),
        }
    }  # fmt: skip
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Mandex", "version": mandex.__version__,
            "description": "Security Council resolutions: search, lookup, citations, standing.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "paths": paths,
    }  # fmt: skip


def _operation(view: View) -> dict[str, Any]:
    return {
        "operationId": view.path.strip("/") or "home",
        "summary": view.about,
        "parameters": [param.schema() for param in view.params],
        "responses": _responses(),
    }


def _responses() -> dict[str, Any]:
    def content(schema: dict[str, Any]) -> dict[str, Any]:
        return {"application/json": {"schema": schema}}

    return {
        "200": {"description": "The rows.", "content": content(_ROWS)},
        "400": {"description": "A value was not understood.", "content": content(_FAILURE)},
        "404": {"description": "There is no such document.", "content": content(_FAILURE)},
        "503": {"description": "Stopped: it took too long.", "content": content(_FAILURE)},
    }


def response(views: Iterable[View]) -> JSONResponse:
    """The description as a response."""
    return JSONResponse(description(views))
