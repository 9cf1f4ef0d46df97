"""What the base holds: counts that add up, problems, sizes."""

from __future__ import annotations

from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index import shared
from mandex.index.engines import is_installed, open_engine


@dataclass(frozen=True, slots=True)
class Status:
    """Counts by name; `files` add up to the files read, `documents` of every breakdown to the documents held.

    `text_bytes` is the UTF-8 size of all paragraphs, `index_bytes` what the search engine `engine` takes on
    disk, `advice` what to do where the base has outgrown that engine, `file_bytes` the size of the base with
    everything in it. `kept` is the share of the sources' words and figures that the paragraphs hold (the
    mean of the documents; the rest is logged), 1 without any. `cluster` is the address where the base is at
    home, empty where that is its own folder, and `revision` how often it was changed there.
    """

    files: dict[str, int]
    languages: dict[str, int]
    types: dict[str, int]
    years: dict[str, int]
    paragraphs: int
    citations: int
    mandates: int
    kept: float
    problems: dict[str, int]
    engine: str
    text_bytes: int
    index_bytes: int
    file_bytes: int
    advice: str
    cluster: str
    revision: int


# From here on tantivy answers in a fraction of the time that FTS5 takes (docs/benchmarks.md).
_MANY = 300_000


def advise(engine: str, paragraphs: int) -> str:
    """What to do about a base that has outgrown its engine; empty where nothing."""
    if engine in ("tantivy", "opensearch") or paragraphs < _MANY:
        return ""
    extra = "" if is_installed("tantivy") else "pip install 'mandex[tantivy]', then "
    return f"with {paragraphs} paragraphs tantivy answers faster: {extra}mandex ingest --engine tantivy PATH"


def status(store: Store) -> Status:
    """Count what the base holds."""
    engine = open_engine(store)
    paragraphs = _one(store, "SELECT count(*) FROM paragraphs")
    return Status(
        files=_counts(store, "SELECT outcome, count(*) FROM files GROUP BY 1 ORDER BY 2 DESC"),
        languages=_counts(store, "SELECT lang, count(*) FROM documents GROUP BY 1 ORDER BY 2 DESC"),
        types=_counts(store, "SELECT type, count(*) FROM documents GROUP BY 1 ORDER BY 2 DESC"),
        years=_counts(
            store,
            "SELECT coalesce(year, substr(date, 1, 4)), count(*) FROM documents GROUP BY 1 ORDER BY 1",
        ),
        paragraphs=paragraphs,
        citations=_one(store, "SELECT count(*) FROM citations"),
        mandates=_one(store, "SELECT count(*) FROM mandates"),
        kept=round(
            float(store.connection.execute("SELECT coalesce(avg(kept), 1) FROM documents").fetchone()[0]), 4
        ),
        problems=_counts(store, "SELECT code, count(*) FROM problems GROUP BY 1 ORDER BY 2 DESC"),
        engine=engine.name,
        text_bytes=_one(store, "SELECT coalesce(sum(length(CAST(text AS BLOB))), 0) FROM paragraphs"),
        index_bytes=engine.size(),
        file_bytes=store.path.stat().st_size,
        advice=advise(engine.name, paragraphs),
        cluster=store.address,
        revision=shared.revision(store),
    )


def _counts(store: Store, sql: str) -> dict[str, int]:
    return {str(name or "?"): count for name, count in store.connection.execute(sql)}


def _one(store: Store, sql: str) -> int:
    return int(store.connection.execute(sql).fetchone()[0])
