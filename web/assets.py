"""The page's own files: style sheets, scripts, a mark. Small, and read once."""

from __future__ import annotations

from importlib import resources
from mimetypes import guess_type

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from mandex.index.graph import page
from mandex.web.sending import tagged


def routes() -> list[BaseRoute]:
    """Each file at its address."""
    files = [file for file in resources.files("mandex.web").joinpath("static").iterdir() if file.is_file()]
    return [
        *(_file(f"/static/{file.name}", file.read_bytes()) for file in files),
        _file("/graph.css", page.style().encode()),
        _file("/graph.js", page.script().encode()),
    ]


def _file(path: str, content: bytes) -> Route:
    media, _ = guess_type(path)

    async def endpoint(request: Request) -> Response:
        return tagged(request, Response(content, media_type=media))

    return Route(path, endpoint)
