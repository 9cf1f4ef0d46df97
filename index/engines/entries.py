"""What every engine stores of a paragraph: its terms, in the column of its kind, and its marks."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import cache

from mandex.corpus.dates import FoundDate, find_dates
from mandex.corpus.records import dataclass
from mandex.index.engines.marks import marks
from mandex.index.text.terms import terms

# Where a word counts most: what the Council decides, then what it recalls, then what is attached; a masthead
# holds what every document has.
# A bare heading (*Asset freeze*) is nothing but the words asked for, and demands nothing: it comes last.
COLUMNS = ("title", "operative", "preambular", "body", "attached", "heading")
WEIGHTS = (0.7, 1.5, 1.0, 1.0, 0.6, 0.05)
MARK_WEIGHT = 0.5
# One phrase in a paragraph of average length, as BM25 with these weights has it: for engines that know no
# columns and weigh the paragraph as a whole.
_K1 = 1.2
WORTH = tuple(weight * (_K1 + 1) / (weight + _K1) for weight in WEIGHTS)
MARK_WORTH = MARK_WEIGHT * (_K1 + 1) / (MARK_WEIGHT + _K1)
_COLUMN_OF_KIND = {
    "title": 0, "operative": 1, "preambular": 2, "heading": 5, "body": 3, "table": 3,
    "annex": 4, "footnote": 4, "signature": 4,
}  # fmt: skip


@cache
def kinds_of_worth() -> Sequence[tuple[int, Sequence[str]]]:
    """The kinds of paragraphs that are worth the same, with a column in which they are; the most first."""
    found: dict[float, tuple[int, list[str]]] = {}
    for kind, column in _COLUMN_OF_KIND.items():
        found.setdefault(WORTH[column], (column, []))[1].append(kind)
    return [found[worth] for worth in sorted(found, reverse=True)]


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


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """The facts of a document that paragraphs are filtered by; `version` changes when the document does."""

    symbol: str
    lang: str
    year: int | None
    date: str
    version: str


@dataclass(slots=True)
class Facts:
    """The facts of one paragraph by the fields of `engines.Filter`, for engines that keep them themselves."""

    verb: str
    force: set[str] = field(default_factory=set)
    binding: set[int] = field(default_factory=set)
    actor: set[str] = field(default_factory=set)
    topic: set[str] = field(default_factory=set)
    cites: set[str] = field(default_factory=set)
    instrument: set[str] = field(default_factory=set)


# What identifies one state of a document, in SQL over `documents`: what an index holds is compared with it.
VERSION = "symbol || lang || sha256"


def document_facts(db: sqlite3.Connection, doc: int) -> DocumentFacts | None:
    """The facts of the document with row number `doc`; None where there is none."""
    row = db.execute(
        f"SELECT symbol, lang, year, date, {VERSION} FROM documents WHERE id = ?", (doc,)
    ).fetchone()
    return DocumentFacts(*row) if row else None


def facts(db: sqlite3.Connection, doc: int) -> Mapping[int, Facts]:
    """By row number, the facts of a document's paragraphs."""
    ids: dict[int, int] = {}
    found: dict[int, Facts] = {}
    for id_, seq, verb in db.execute("SELECT id, seq, verb FROM paragraphs WHERE doc = ?", (doc,)):
        ids[seq] = id_
        found[id_] = Facts(verb)
    rows = db.execute("SELECT seq, force, binding, actors, topics FROM mandates WHERE doc = ?", (doc,))
    for seq, force, binding, actors, topics in rows:
        one = found[ids[seq]]
        one.force.add(force)
        one.binding.add(binding)
        one.actor.update(json.loads(actors))
        one.topic.update(json.loads(topics))
    for seq, cited in db.execute("SELECT seq, cited FROM citations WHERE doc = ? AND cited <> ''", (doc,)):
        found[ids[seq]].cites.add(cited)
    for seq, entity in db.execute(
        "SELECT seq, entity FROM entities WHERE doc = ? AND kind = 'instrument'", (doc,)
    ):
        found[ids[seq]].instrument.add(entity)
    return found
