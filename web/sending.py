"""How a response goes out: packed where that pays, with a tag, and not at all to who has it already."""

from __future__ import annotations

import gzip
from hashlib import blake2b
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

_LARGE: Final = (
    60_000  # bytes from which on packing takes less time than a phone's network; results are smaller
)
_PACKED: Final = b"PK"  # how a workbook begins
_LEVEL: Final = 5
_DEPENDS: Final = "Accept-Encoding, Accept-Language, Cookie"
_LASTS: Final = "private, max-age=0, must-revalidate"


def takes_packed(request: Request) -> bool:
    """Whether the reader unpacks what comes packed, as all browsers do."""
    return "gzip" in request.headers.get("accept-encoding", "")


def finished(request: Request, response: Response) -> Response:
    """The response as it is sent: a large one packed, with its ETag."""
    body = bytes(response.body)
    if len(body) > _LARGE and takes_packed(request) and not body.startswith(_PACKED):
        body = response.body = gzip.compress(body, _LEVEL, mtime=0)
        response.headers["Content-Length"] = str(len(body))
        response.raw_headers.append((b"content-encoding", b"gzip"))
    tag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    response.raw_headers += [
        (b"etag", tag.encode()), (b"cache-control", _LASTS.encode()), (b"vary", _DEPENDS.encode()),
    ]  # fmt: skip
    return response


def unless_held(request: Request, response: Response) -> Response:
    """The response; empty, with code 304, where the reader has it already."""
    held = request.headers.get("if-none-match")
    if held and response.status_code == 200 and held == (tag := response.headers.get("etag")):
        return Response(status_code=304, headers={"ETag": tag})
    return response


def tagged(request: Request, response: Response) -> Response:
    """A response that is not kept, as it is sent to this reader."""
    return unless_held(request, finished(request, response))
