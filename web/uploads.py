"""A draft checked or compared without being kept: bounded, read in a process of its own, nothing on disk."""

from __future__ import annotations

import multiprocessing
import resource
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from mandex.corpus.errors import MandexError, UnreadableFileError
from mandex.corpus.model import Document
from mandex.web.answering import Answering

LARGEST = 5_000_000  # bytes
_SECONDS = 30
_MEMORY = 2_000_000_000  # bytes of address space


@dataclass(frozen=True, slots=True)
class Draft:
    """What came with a form: a file's name and content."""

    name: str
    content: bytes


def routes(answering: Answering) -> list[BaseRoute]:
    """The form and its answer."""

    async def check(request: Request) -> Response:
        if request.method == "GET":
            return answering.renderer.page(request, "check.html", {"faults": None, "name": "", "checked": 0})
        return await _checked(answering, request)

    return [Route("/check", check, methods=["GET", "POST"])]


async def _checked(answering: Answering, request: Request) -> Response:
    from anyio import to_thread  # noqa: PLC0415

    try:
        draft = await _draft(request)
        documents = await to_thread.run_sync(read_apart, draft)
    except MandexError as error:
        return answering.failure(request, 400, str(error))
    from mandex.index.graph.faults import faults_of  # noqa: PLC0415

    faults = [fault.row() for document in documents for fault in faults_of(document)]
    checked = sum(len(document.citations) for document in documents)
    context = {"faults": faults, "name": draft.name, "checked": checked}
    return answering.renderer.page(request, "check.html", context)


async def _draft(request: Request) -> Draft:
    """The file or the pasted text of a form; raises `UnreadableFileError` where it is none or too large."""
    if int(request.headers.get("content-length") or LARGEST + 1) > LARGEST:
        raise UnreadableFileError(
            f"is larger than {LARGEST // 1_000_000} MB, or does not say how large it is"
        )
    async with request.form(max_files=1, max_fields=5, max_part_size=LARGEST) as form:
        file, text = form.get("file"), form.get("text")
        if isinstance(file, UploadFile) and file.filename:
            return Draft(Path(file.filename).name[:200], await file.read())
        if isinstance(text, str) and text.strip():
            return Draft("pasted text.txt", text.encode("utf-8"))
    raise UnreadableFileError("nothing came with the form: choose a file or paste a text")


def read_apart(draft: Draft) -> list[Document]:
    """The documents of a draft, read in a child process with limits of time and memory.

    Raises `UnreadableFileError` with the reason where it cannot be read within them.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_read, args=(draft, theirs), daemon=True)
    child.start()
    theirs.close()
    try:
        if not ours.poll(_SECONDS):
            raise UnreadableFileError(f"{draft.name} took longer than {_SECONDS} seconds to read")
        found: Any = ours.recv()
    except EOFError as error:
        raise UnreadableFileError(f"{draft.name} took too much memory to read") from error
    finally:
        child.kill()
        child.join()
        ours.close()
    if isinstance(found, str):
        raise UnreadableFileError(f"{draft.name}: {found}")
    return list(found)


def _read(draft: Draft, out: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    from mandex.ingest.assemble import assemble  # noqa: PLC0415 - in the child alone
    from mandex.ingest.readers import read  # noqa: PLC0415

    try:
        out.send([assemble(raw) for raw in read(Path(draft.name), draft.content)])
    except MandexError as error:
        out.send(str(error))
