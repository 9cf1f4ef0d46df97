"""Where a paragraph stands in the file that it came from: the text as it was read, and what was repaired."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import PurePath
from typing import Any

from mandex.corpus.errors import BadQueryError
from mandex.corpus.model import LEFT_OUT, Document, Paragraph
from mandex.corpus.symbols import Reference
from mandex.index.base import Base
from mandex.index.output.showing import show
from mandex.web.params import LANG, OFFSET, Asked, Param
from mandex.web.views import Answered, View


def _origin(base: Base, asked: Asked) -> Answered:
    if not asked["ref"]:
        return Answered(message="Name a document or a paragraph, such as 2396 OP12.")
    at = base.store.reference(asked["ref"])
    shown = show(base.store, Reference(at.symbol, at.pinpoint), asked["lang"])
    whole = base.store.document(shown.symbol, shown.lang) if shown else None
    if shown is None or whole is None:
        raise BadQueryError(f"{at.symbol} is not held.")
    first, many = asked["from"], asked["n"]
    rows = list(islice(_rows(whole, shown.paragraphs), first, first + many + 1))
    file = {
        "name": PurePath(whole.source).name, "sha256": whole.sha256, "format": whole.format,
        "pages": whole.pages, "characters": len(whole.text), "kept": f"{whole.kept:.1%}",
        "repairs": sum(not edit.repair.startswith(LEFT_OUT) for edit in whole.edits),
    }  # fmt: skip
    return Answered(rows[:many], {"more": len(rows) > many, "document": whole, "file": file})


def _rows(whole: Document, paragraphs: tuple[Paragraph, ...]) -> Iterator[dict[str, Any]]:
    """Each paragraph with its place: `start` and `end` count characters of the source as it was read."""
    for p in paragraphs:
        start, end = p.span.start, p.span.end
        yield {
            "doc": whole.symbol, "lang": whole.lang, "seq": p.seq, "pinpoint": p.pinpoint, "label": p.label,
            "source": PurePath(whole.source).name, "sha256": whole.sha256, "page": p.page,
            "start": start, "end": end, "printed": whole.text[start:end], "text": p.text,
            "repairs": [
                {"repair": edit.repair, "start": edit.span.start, "before": edit.before, "after": edit.after}
                for edit in whole.edits
                if start <= edit.span.start < end
            ],
        }  # fmt: skip


VIEWS = (
    View(
        "/origin", "Original position",
        "Where a paragraph stands in the file that it came from, as it was printed, and what was repaired.",
        _origin,
        (
            Param("ref", "A document or a paragraph: 2396 OP12."), LANG,
            Param("n", "At most so many rows.", "integer", 20, least=1, most=100), OFFSET,
        ),
        "origin.html",
    ),
)  # fmt: skip
