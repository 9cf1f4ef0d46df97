"""One document in rows, and out of them again: what goes into which column is said here and nowhere else.

The tables are described in `schema.sql`.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator
from functools import lru_cache

from mandex.corpus.errors import StoreError
from mandex.corpus.model import (
    LEFT_OUT,
    Citation,
    Document,
    Edit,
    Entity,
    Mandate,
    MandateDate,
    Paragraph,
    Problem,
    Span,
    labelled,
)

_UNPACKED = 256 << 20  # bytes: several times what the longest document that is read may have


def insert(db: sqlite3.Connection, document: Document) -> int:
    """Write every row of a document; its row number."""
    edits = [[e.repair, e.span.start, e.span.end, e.before, e.after] for e in document.edits]
    id_ = db.execute(
        "INSERT INTO documents (symbol, lang, type, organ, number, year, date, title, meeting, vote,"
        " chapter_vii, source, sha256, format, pages, text, edits, repairs, kept)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document.symbol, document.lang, document.type, document.organ, document.number, document.year,
            document.date, document.title, document.meeting, document.vote, document.chapter_vii,
            document.source, document.sha256, document.format, document.pages,
            packed(document.text), zlib.compress(_dump(edits).encode("utf-8")),
            repairs(document), document.kept,
        ),
    ).lastrowid  # fmt: skip
    assert id_ is not None
    db.executemany(
        "INSERT INTO paragraphs (doc, seq, kind, label, pinpoint, verb, text, page, start, end)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (id_, p.seq, p.kind, p.label, p.pinpoint, p.verb, p.text, p.page, p.span.start, p.span.end)
            for p in document.paragraphs
        ),
    )
    db.executemany(
        "INSERT INTO citations (doc, seq, at_start, at_end, start, end, surface, target, pinpoint,"
        " relation, status, suggest, gaps) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                id_, c.seq, c.at.start, c.at.end, c.span.start, c.span.end, c.surface, c.target,
                c.pinpoint, c.relation, c.status, c.suggest, c.gaps,
            )
            for c in document.citations
        ),
    )  # fmt: skip
    db.executemany(
        "INSERT INTO entities (doc, seq, at_start, at_end, kind, entity) VALUES (?, ?, ?, ?, ?, ?)",
        ((id_, e.seq, e.at.start, e.at.end, e.kind, e.id) for e in document.entities),
    )
    db.executemany("INSERT INTO aliases (symbol, doc) VALUES (?, ?)", ((s, id_) for s in document.also))
    ids = [_insert_mandate(db, id_, mandate) for mandate in document.mandates]
    db.executemany(
        "INSERT INTO mandate_dates (mandate, role, date, text, every) VALUES (?, ?, ?, ?, ?)",
        (
            (id_, d.role, d.date, d.text, d.every)
            for id_, mandate in zip(ids, document.mandates, strict=True)
            for d in mandate.dates
        ),
    )
    for problem in document.problems:
        put_problem(db, problem)
    return id_


def _insert_mandate(db: sqlite3.Connection, doc: int, m: Mandate) -> int | None:
    return db.execute(
        "INSERT INTO mandates (doc, seq, at_start, at_end, verb, lemma, force, binding, chapter_vii,"
        " actors, measure, topics) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            doc, m.seq, m.at.start, m.at.end, m.verb, m.lemma, m.force, m.binding, m.chapter_vii,
            _listed(m.actors), m.measure, _listed(m.topics),
        ),
    ).lastrowid  # fmt: skip


def put_problem(db: sqlite3.Connection, p: Problem) -> None:
    """Write a doubt or a failure down."""
    db.execute(
        "INSERT INTO problems (source, doc, lang, code, severity, place, message)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (p.source, p.doc, p.lang, p.code, p.severity, p.where, p.message),
    )


def read(db: sqlite3.Connection, symbol: str, lang: str) -> Document | None:
    """The language version held under exactly this symbol, whole; None where there is none."""
    cursor = db.execute("SELECT * FROM documents WHERE symbol = ? AND lang = ?", (symbol, lang))
    row = cursor.fetchone()
    if row is None:
        return None
    d = dict(zip((c[0] for c in cursor.description), row, strict=True))
    id_ = d.pop("id")
    try:
        edits = json.loads(unpacked(d.pop("edits")))
        d["text"] = unpacked(d["text"]).decode("utf-8")
    except (zlib.error, ValueError, TypeError) as error:
        raise StoreError(f"the text of {symbol} cannot be unpacked ({error}): `mandex doctor`") from error
    d.pop("repairs")
    d["chapter_vii"] = bool(d["chapter_vii"])
    return Document(
        **d,
        edits=tuple(Edit(n, Span(s, e), before, after) for n, s, e, before, after in edits),
        paragraphs=tuple(paragraphs(db, id_)),
        citations=tuple(_citations(db, id_)),
        mandates=tuple(_mandates(db, id_)),
        entities=tuple(_entities(db, id_)),
        problems=tuple(_problems(db, d["source"], symbol, lang)),
        also=_also(db, id_),
    )


def paragraphs(db: sqlite3.Connection, doc: int) -> Iterator[Paragraph]:
    """The paragraphs of the document with row number `doc`, in reading order."""
    for seq, kind, label, text, start, end, verb, page, pinpoint in db.execute(
        "SELECT seq, kind, label, text, start, end, verb, page, pinpoint FROM paragraphs"
        " WHERE doc = ? ORDER BY seq",
        (doc,),
    ):
        place = "" if pinpoint == labelled(kind, label) else pinpoint
        yield Paragraph(seq, kind, label, text, Span(start, end), verb, page, place)


def _citations(db: sqlite3.Connection, doc: int) -> Iterator[Citation]:
    for seq, a, b, start, end, *rest in db.execute(
        "SELECT seq, at_start, at_end, start, end, surface, target, pinpoint, relation, status, suggest,"
        " gaps FROM citations WHERE doc = ? ORDER BY id",
        (doc,),
    ):
        yield Citation(seq, Span(a, b), Span(start, end), *rest)


def mandate(db: sqlite3.Connection, id_: int) -> Mandate:
    """The demand with row number `id_`."""
    return next(_select_mandates(db, "id = ?", id_))


def _mandates(db: sqlite3.Connection, doc: int) -> Iterator[Mandate]:
    return _select_mandates(db, "doc = ?", doc)


def _select_mandates(db: sqlite3.Connection, where: str, value: int) -> Iterator[Mandate]:
    rows = db.execute(
        "SELECT id, seq, at_start, at_end, verb, lemma, force, binding, chapter_vii, actors, measure,"
        f" topics FROM mandates WHERE {where} ORDER BY id",
        (value,),
    ).fetchall()
    for id_, seq, a, b, verb, lemma, force, binding, chapter_vii, actors, measure, topics in rows:
        dates = db.execute(
            "SELECT role, date, text, every FROM mandate_dates WHERE mandate = ? ORDER BY rowid", (id_,)
        )
        yield Mandate(
            seq, Span(a, b), verb, lemma, force, bool(binding), bool(chapter_vii),
            tuple(json.loads(actors)), measure, tuple(json.loads(topics)),
            tuple(MandateDate(*row) for row in dates),
        )  # fmt: skip


def _entities(db: sqlite3.Connection, doc: int) -> Iterator[Entity]:
    for seq, start, end, kind, id_ in db.execute(
        "SELECT seq, at_start, at_end, kind, entity FROM entities WHERE doc = ? ORDER BY id", (doc,)
    ):
        yield Entity(seq, Span(start, end), kind, id_)


def _problems(db: sqlite3.Connection, source: str, doc: str, lang: str) -> Iterator[Problem]:
    for row in db.execute(
        "SELECT code, severity, message, source, doc, lang, place FROM problems"
        " WHERE source = ? AND doc = ? AND lang = ? ORDER BY id",
        (source, doc, lang),
    ):
        yield Problem(*row)


def _also(db: sqlite3.Connection, doc: int) -> tuple[str, ...]:
    rows = db.execute("SELECT symbol FROM aliases WHERE doc = ? ORDER BY symbol", (doc,))
    return tuple(row[0] for row in rows)


def repairs(document: Document) -> int:
    """How many edits changed the text; what was only left out is none."""
    return sum(not edit.repair.startswith(LEFT_OUT) for edit in document.edits)


def packed(text: str) -> bytes:
    """A text as `documents.text` holds it."""
    return zlib.compress(text.encode("utf-8"))


def unpacked(packed: bytes) -> bytes:
    """What was packed by zlib. Raises `ValueError` where it is cut short, too large, or more follows.

    A base from a stranger may hold a few bytes that unpack to all memory.
    """
    made = zlib.decompressobj()
    found = made.decompress(packed, _UNPACKED)
    if not made.eof or made.unused_data:
        raise ValueError("it is cut short, or too large")
    return found


_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@lru_cache(maxsize=1 << 12)  # the demands of a resolution have the same few addressees and topics
def _listed(names: tuple[str, ...]) -> str:
    return _dump(names)
