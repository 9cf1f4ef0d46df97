"""What every engine stores of a paragraph: its terms, in the column of its kind, and its marks."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import dataclass

from mandex.corpus.dates import FoundDate, find_dates
from mandex.index.engines.marks import marks
from mandex.index.text.terms import terms

# Where a word counts most: what the Council decides, then what it recalls, then what is attached; a masthead
# holds what every document has.
# A bare heading (*Asset freeze*) is nothing but the words asked for, and demands nothing: it comes last.
COLUMNS = ("title", "operative", "preambular", "body", "attached", "heading")
WEIGHTS = (0.7, 1.5, 1.0, 1.0, 0.6, 0.05)
MARK_WEIGHT = 0.5
_COLUMN_OF_KIND = {
    "title": 0, "operative": 1, "preambular": 2, "heading": 5, "body": 3, "table": 3,
    "annex": 4, "footnote": 4, "signature": 4,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One paragraph for an index; `id` is its row number, `column` one of `COLUMNS`, `terms` are in order."""

    id: int
    kind: str
    column: int
    text: str
    days: list[FoundDate]
    terms: list[str]
    marks: list[str]


def entries(db: sqlite3.Connection, doc: int) -> list[Entry]:
    """The entries of the document with row number `doc`."""
    (symbol,) = db.execute("SELECT symbol FROM documents WHERE id = ?", (doc,)).fetchone()
    cited: dict[int, list[str]] = defaultdict(list)
    for seq, target in db.execute("SELECT seq, cited FROM citations WHERE doc = ? AND cited <> ''", (doc,)):
        cited[seq].append(target)
    rows = db.execute("SELECT id, seq, kind, text FROM paragraphs WHERE doc = ? ORDER BY seq", (doc,))
    out = []
    for id_, seq, kind, text in rows:
        days = list(find_dates(text))
        found = marks(symbol, days, cited[seq])
        out.append(Entry(id_, kind, _COLUMN_OF_KIND[kind], text, days, terms(text), found))
    return out
