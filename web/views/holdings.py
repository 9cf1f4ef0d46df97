"""What is held, and what was doubtful or repaired on the way."""

from __future__ import annotations

from dataclasses import asdict

from mandex.index.base import Base
from mandex.index.output.holdings import status
from mandex.web.params import OFFSET, Asked, Param
from mandex.web.views import Answered, View

_PROBLEMS = (
    'SELECT source, doc, lang, code, severity, place AS "where", message FROM problems'
    " WHERE (? = '' OR code = ?) ORDER BY id LIMIT ? OFFSET ?"
)
_NAMES = ("source", "doc", "lang", "code", "severity", "where", "message")


def _collection(base: Base, asked: Asked) -> Answered:
    code = asked["code"]
    found = base.store.connection.execute(_PROBLEMS, (code, code, asked["n"], asked["from"])).fetchall()
    rows = [dict(zip(_NAMES, one, strict=True)) for one in found]
    return Answered(rows, {"held": asdict(status(base.store)), "more": len(rows) == asked["n"]})


VIEWS = (
    View(
        "/collection", "Collection", "Files, versions, problems: what is held, and what is doubtful.",
        _collection,
        (
            Param("n", "At most so many problems.", "integer", 50, least=1), OFFSET,
            Param("code", "Only problems of this kind, such as year-mismatch."),
        ),
        "collection.html", ("code", "doc", "where", "message"),
    ),
)  # fmt: skip
