"""Query in, ranked paragraphs or documents out, with the places that answer marked in the original script."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from mandex.corpus.model import Lang
from mandex.corpus.store import Store
from mandex.index.engines import And, Engine, Scored, Where, open_engine
from mandex.index.highlight import Place, Snippet, marked, places, snippet
from mandex.index.query import EMPTY, AnyOf, Query, Symbol, Word, leaves, parse
from mandex.index.reading import Reading, passes, read

Unit = Literal["paragraph", "document"]


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer: a paragraph, or with `by="document"` a document and the paragraph that speaks for it best.

    `score` is comparable within one search only. `highlights` are places in `snippet`.
    """

    doc: str
    lang: str
    pinpoint: str
    score: float
    snippet: str
    highlights: tuple[Place, ...]
    title: str
    date: str
    kind: str
    seq: int


def search(
    store: Store,
    query: str,
    *,
    limit: int = 10,
    lang: Lang | Literal["zh"] | None = None,
    by: Unit = "paragraph",
    engine: Engine | None = None,
) -> list[Hit]:
    """The best `limit` answers to `query` (see `index.query` for the language), best first.

    Documents that were stored without the index are indexed first. Raises `BadQueryError`.
    """
    tree = _numbers_as_symbols(parse(query))
    if tree == EMPTY:
        return []
    if engine is None:
        engine = open_engine(store)
        engine.catch_up()
    reading = read(tree, engine, store)
    if lang:
        reading = Reading(And((reading.node, Where("d.lang LIKE ?", (f"{lang}%",)))), reading.checks)
    ranked = _verified(store, engine.ranked(reading.node), reading)
    if by == "document":
        ranked = _first_of_each_document(store, ranked)
    return _hits(store, list(islice(ranked, limit)), leaves(tree))


def _numbers_as_symbols(tree: Query) -> Query:
    """A number alone is most likely a resolution's."""
    if isinstance(tree, Word) and re.fullmatch(r"\d{1,4}", tree.text):
        named = parse(f"resolution {tree.text}")
        if isinstance(named, Symbol):
            return AnyOf((named, tree))
    return tree


def _verified(store: Store, ranked: Iterator[Scored], reading: Reading) -> Iterator[Scored]:
    """Those whose text holds what the index could not tell."""
    if not reading.checks:
        yield from ranked
        return
    for id_, score in ranked:
        (text,) = store.connection.execute("SELECT text FROM paragraphs WHERE id = ?", (id_,)).fetchone()
        if passes(text, reading.checks):
            yield id_, score


def _first_of_each_document(store: Store, ranked: Iterator[Scored]) -> Iterator[Scored]:
    seen: set[int] = set()
    for id_, score in ranked:
        (doc,) = store.connection.execute("SELECT doc FROM paragraphs WHERE id = ?", (id_,)).fetchone()
        if doc not in seen:
            seen.add(doc)
            yield id_, score


def _hits(store: Store, ranked: Sequence[Scored], wanted: Sequence[Query]) -> list[Hit]:
    out: list[Hit] = []
    for id_, score in ranked:
        text, pinpoint, kind, seq, symbol, lang, title, date = store.connection.execute(
            "SELECT p.text, p.pinpoint, p.kind, p.seq, d.symbol, d.lang, d.title, d.date"
            " FROM paragraphs AS p JOIN documents AS d ON d.id = p.doc WHERE p.id = ?",
            (id_,),
        ).fetchone()
        part = snippet(text, places(text, wanted))
        out.append(
            Hit(symbol, lang, pinpoint, round(score, 4), part.text, part.highlights, title, date, kind, seq)
        )
    return out


_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def as_text(hit: Hit, *, bold: bool) -> str:
    """A hit for a person: where, then what, the answering places in bold if the terminal shows it."""
    where = "  ".join(filter(None, (hit.doc, hit.pinpoint, hit.lang, hit.date)))
    part = Snippet(hit.snippet, hit.highlights)
    return f"{where}\n    {marked(part, _BOLD, _PLAIN) if bold else hit.snippet}"
