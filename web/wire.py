"""How requests are read off the wire: by the parser in C where it is, and no more than a request may be."""

from __future__ import annotations

import asyncio
from functools import cache

LONGEST = 64 * 1024  # bytes of a request that are not its body: as many as the parser in Python reads


@cache
def protocol() -> str | type[asyncio.Protocol]:
    """What `uvicorn` reads requests with: the parser in C takes half the time (the extra `mandex[serve]`)."""
    try:
        from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol  # noqa: PLC0415 - of an extra
    except ModuleNotFoundError:
        return "h11"

    class Bounded(HttpToolsProtocol):
        """Hangs up on who sends a head, extensions of chunks or trailers without end, which that parser
        would go on to read and keep.
        """

        _beside = 0  # bytes of the request under way that are not its body

        def data_received(self, data: bytes) -> None:
            self._beside += len(data)
            super().data_received(data)
            if self._beside > LONGEST and not self.transport.is_closing():
                self.send_400_response("The request is too long.")

        def on_body(self, body: bytes) -> None:
            self._beside -= len(body)
            super().on_body(body)

        def on_message_complete(self) -> None:
            self._beside = 0
            super().on_message_complete()

    return Bounded
