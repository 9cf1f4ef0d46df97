"""What other programs ask on this machine: `serve` for browsers, `mcp` for language models."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mandex.commands.opening import open_base
from mandex.commands.printing import say

if TYPE_CHECKING:
    import socket


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8373, show_default=True, help="0: any free one."
)
@click.option("--open", "browse", is_flag=True, help="Open the page in a browser.")
@click.option("--token", envvar="MANDEX_TOKEN", default="", help="Let in only who brings this token.")
@click.option("--seconds", type=click.FloatRange(min=0.1), default=10.0, show_default=True,
              help="What one request may take in the database.")  # fmt: skip
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True,
              help="Processes that answer: one a core for many readers.")  # fmt: skip
@click.pass_context
def serve(
    ctx: click.Context, host: str, port: int, browse: bool, token: str, seconds: float, workers: int
) -> None:
    """Serve the page and the API on this machine; stop with Ctrl-C.

    Read-only. Other machines reach it only with --host; give it a --token then.
    """
    import multiprocessing
    import os

    open_base(ctx, dated=True).close()
    dealt = workers > 1 and _can_deal()
    listening = _listen(host, port, dealt=dealt)
    number = listening.getsockname()[1]
    address = f"http://{f'[{host}]' if ':' in host else host}:{number}/"
    asked = (Path(ctx.obj), host, token, seconds)
    spawned = multiprocessing.get_context("spawn")
    for _ in range(workers - 1):
        place = number if dealt else listening
        spawned.Process(target=_serve_beside, args=(os.getpid(), place, *asked), daemon=True).start()
    say(f"serving {address} (Ctrl-C stops)")
    if browse:
        import webbrowser

        webbrowser.open(address)
    _serve(listening, *asked)


def _can_deal() -> bool:
    """Whether the system deals the readers out among sockets at one address, as Linux does."""
    import socket
    import sys

    return sys.platform == "linux" and hasattr(socket, "SO_REUSEPORT")


def _listen(host: str, port: int, *, dealt: bool) -> socket.socket:
    """A socket at the address; with `dealt`, others may listen there too and each gets its share."""
    import socket

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.create_server((host, port), family=family, reuse_port=dealt)
    # asyncio asks for this only of sockets that name their protocol; without it the body of an answer waits
    # 40 ms for the reader to acknowledge its headers.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def _serve(listening: socket.socket, folder: Path, host: str, token: str, seconds: float) -> None:
    import uvicorn

    from mandex.web.app import LOCAL, make_app
    from mandex.web.process import settle
    from mandex.web.wire import protocol

    settle()
    app = make_app(folder, hosts=(*LOCAL, host), token=token, seconds=seconds)
    config = uvicorn.Config(
        app, http=protocol(), ws="none", lifespan="off", log_level="warning", access_log=False,
        server_header=False, proxy_headers=False,
    )  # fmt: skip
    uvicorn.Server(config).run(sockets=[listening])


def _serve_beside(
    parent: int, place: int | socket.socket, folder: Path, host: str, token: str, seconds: float
) -> None:
    """A further worker at the same address; it ends with the process that started it.

    `place` is the port where the system deals out the readers, else the socket that all share: from that one
    whoever wakes first takes all who wait.
    """
    from mandex.ingest.workers import end_with

    end_with(parent)
    listening = _listen(host, place, dealt=True) if isinstance(place, int) else place
    _serve(listening, folder, host, token, seconds)


@click.command()
@click.pass_context
def mcp(ctx: click.Context) -> None:
    """Serve language-model clients over standard input and output (needs the extra `mandex[mcp]`)."""
    from mandex.corpus.errors import MandexError

    open_base(ctx, dated=True).close()
    try:
        from mandex.web.tools import server
    except ModuleNotFoundError as error:
        raise MandexError("the server for language models needs `pip install 'mandex[mcp]'`") from error
    server(ctx.obj).run("stdio")
