"""What is held, and what was doubtful or repaired on the way."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import PurePath

from mandex.index.base import Base
from mandex.index.life.steps import is_kept
from mandex.index.output.holdings import status
from mandex.web.params import OFFSET, Asked, Param
from mandex.web.views import Answered, View

_PROBLEMS = (
    'SELECT source, doc, lang, code, severity, place AS "where", message FROM problems'
    " WHERE (? = '' OR code = ?) ORDER BY id LIMIT ? OFFSET ?"
)
_FILES = "SELECT path AS source, outcome, note FROM files ORDER BY path LIMIT ? OFFSET ?"
_REPAIRS = (
    "SELECT symbol AS doc, lang, source, pages, repairs, round(kept, 4) AS kept FROM documents"
    " ORDER BY repairs DESC, symbol, lang LIMIT ? OFFSET ?"
)
_COLUMNS = {
    "problems": ("code", "doc", "where", "message"), "files": ("source", "outcome", "note"),
    "repairs": ("doc", "lang", "source", "pages", "repairs", "kept"),
}  # fmt: skip


def _collection(base: Base, asked: Asked) -> Answered:
    of, many = asked["of"], asked["n"]
    match of:
        case "files":
            found = base.store.connection.execute(_FILES, (many + 1, asked["from"]))
        case "repairs":
            found = base.store.connection.execute(_REPAIRS, (many + 1, asked["from"]))
        case _:
            code = asked["code"]
            found = base.store.connection.execute(_PROBLEMS, (code, code, many + 1, asked["from"]))
    names = [column[0] for column in found.description]
    rows = [dict(zip(names, one, strict=True)) for one in found]
    for row in rows:  # where a file lies on the server is nobody's business
        row["source"] = PurePath(row["source"]).name
    shown = {
        "held": asdict(status(base.store)),
        "more": len(rows) > many,
        "columns": _COLUMNS[of],
        "of_another_version": not is_kept(base.store),
    }
    return Answered(rows[:many], shown)


VIEWS = (
    View(
        "/collection", "Collection", "Files, versions, problems: what is held, and what is doubtful.",
        _collection,
        (
            Param("of", "Problems, files, or documents by how much was repaired.", default="problems",
                  choices=tuple(_COLUMNS)),
            Param("n", "At most so many rows.", "integer", 50, least=1), OFFSET,
            Param("code", "Only problems of this kind, such as year-mismatch."),
        ),
        "collection.html", _COLUMNS["problems"],
    ),
)  # fmt: skip
