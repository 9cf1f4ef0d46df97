"""Drafts checked or compared, assessments summed up, and nothing kept: bounded, read in a process of its own,
nothing on disk.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anyio import CapacityLimiter, to_thread
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from mandex.corpus.errors import MandexError, UnreadableFileError
from mandex.corpus.model import Document
from mandex.corpus.records import dataclass
from mandex.index.graph.faults import Paragraphs, citations_of, judge, tally
from mandex.ingest import workers
from mandex.web.answering import Answering
from mandex.web.params import Asked
from mandex.web.views import Answered, View
from mandex.web.views.assessing import ASSESSMENT, assessed, profile_names
from mandex.web.views.comparing import COMPARE, compared

if TYPE_CHECKING:
    from mandex.index.compare.workbook import Filled

LARGEST = 5_000_000  # bytes
_SECONDS = 20.0  # of processor time
_AT_A_TIME = 2  # drafts
_MEMORY = 1_500_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """What came with a form: a file's name and content."""

    name: str
    content: bytes


def routes(answering: Answering) -> list[BaseRoute]:
    """The forms and their answers."""

    async def form(request: Request) -> Response:
        return answering.renderer.page(request, "check.html", {"faults": None})

    return [
        Route("/check", form),
        Route("/check", _answers(answering, _checked), methods=["POST"]),
        Route("/compare", _answers(answering, _compared), methods=["POST"]),
        Route("/assessment", _answers(answering, _assessed), methods=["POST"]),
    ]


@cache
def _own_threads() -> CapacityLimiter:
    """Drafts are read beside the pages: none waits for a slow one but another draft."""
    return CapacityLimiter(_AT_A_TIME)


Answer = Callable[[Answering, Request, FormData, Draft], Response]


def _answers(answering: Answering, answer: Answer) -> Any:
    """An endpoint that reads the form and answers in a thread of its own; a refusal says why."""

    async def endpoint(request: Request) -> Response:
        try:
            _bounded(request)
            async with request.form(max_files=1, max_fields=5, max_part_size=LARGEST) as form:
                draft = await _draft(form)
                return await to_thread.run_sync(
                    answer, answering, request, form, draft, limiter=_own_threads()
                )
        except MandexError as error:
            return answering.failure(request, 400, str(error))

    return endpoint


def _checked(answering: Answering, request: Request, form: FormData, draft: Draft) -> Response:
    """What `check` says of a file: numbers, years and days, and paragraphs that the base knows better."""
    documents = read_apart(draft)
    with answering.bases.base() as base:
        paragraphs = Paragraphs(base.store)
        cited = [one for document in documents for one in citations_of(document)]
        faults = [fault.row() for one in cited if (fault := judge(one, paragraphs))]
    context = {"faults": faults, "name": draft.name, "result": tally(len(cited), len(faults))}
    return answering.renderer.page(request, "check.html", context)


def _compared(answering: Answering, request: Request, form: FormData, draft: Draft) -> Response:
    """What a draft would change in a text of the base, or what became of it there."""
    held = str(form.get("a") or "")[:200]
    documents = read_apart(draft)
    if not documents:
        raise UnreadableFileError(f"{draft.name} has no text")
    with answering.bases.base() as base:
        pair = (base.store.reference(held), documents)
        old, new = pair if form.get("draft") != "older" else pair[::-1]
        answered = compared(base, old, new, "")
        asked = Asked({"a": held, "b": "", "lang": ""}, "/compare")
        context = {
            "view": COMPARE,
            "asked": asked,
            "answered": answered,
            "draft": draft.name,
            **answered.shown,
        }
        return answering.renderer.page(request, COMPARE.template, context)


def _assessed(answering: Answering, request: Request, form: FormData, draft: Draft) -> Response:
    """What a workbook says that was filled in: counts by theme, and what became of its provisions since."""
    filled: Filled = _apart(_workbook, draft)
    with answering.bases.base() as base:
        context = assessed(base, filled)
    return answering.renderer.page(request, ASSESSMENT.template, {**_unasked(ASSESSMENT), **context})


def _unasked(view: View) -> dict[str, Any]:
    """What the page of a view is given when nothing is asked of it."""
    values = {param.name: param.default for param in view.params}
    return {"view": view, "asked": Asked(values, view.path), "answered": Answered(), **profile_names()}


def _bounded(request: Request) -> None:
    if int(request.headers.get("content-length") or LARGEST + 1) > LARGEST:
        raise UnreadableFileError(
            f"is larger than {LARGEST // 1_000_000} MB, or does not say how large it is"
        )


async def _draft(form: FormData) -> Draft:
    """The file or the pasted text of a form; raises `UnreadableFileError` where there is none."""
    file, text = form.get("file"), form.get("text")
    if isinstance(file, UploadFile) and file.filename:
        return Draft(Path(file.filename).name[:200], await file.read())
    if isinstance(text, str) and text.strip():
        return Draft("pasted text.txt", text.encode("utf-8"))
    raise UnreadableFileError("nothing came with the form: choose a file or paste a text")


def read_apart(draft: Draft) -> list[Document]:
    """The documents of a draft, read in a process of its own with limits of time and memory.

    Raises `UnreadableFileError` with the reason where it cannot be read within them.
    """
    found: list[Document] = _apart(_read, draft)
    return found


def _apart(read: Callable[[Draft], Any], draft: Draft) -> Any:
    """What `read`, in the worker, makes of a draft; a text is why it could not be read."""
    [(_, found)] = workers.run(read, [draft], _limits, 1, fresh=True)
    if isinstance(found, workers.Died):
        what = "time" if found.late else "memory"
        raise UnreadableFileError(f"{draft.name} took too much {what} to read")
    if isinstance(found, str):
        raise UnreadableFileError(f"{draft.name}: {found}")
    return found


def _limits(_: Draft) -> workers.Limits:
    return workers.Limits(_SECONDS, _MEMORY)


def _read(draft: Draft) -> list[Document] | str:
    from mandex.ingest.assemble import assemble  # noqa: PLC0415 - in the worker alone
    from mandex.ingest.readers import read  # noqa: PLC0415

    try:
        return [assemble(raw) for raw in read(Path(draft.name), draft.content)]
    except MandexError as error:
        return str(error)


def _workbook(draft: Draft) -> Filled | str:
    from mandex.index.compare import workbook  # noqa: PLC0415 - in the worker alone

    try:
        return workbook.read(Path(draft.name), draft.content)
    except MandexError as error:
        return str(error)
