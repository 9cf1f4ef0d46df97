"""Which documents belong together by citation, where citing begins and ends, and how it grew.

Co-citation (H. Small, 1973): two documents are near when others cite both. Bibliographic coupling
(M. Kessler, 1963): two documents are near when they cite the same. Strength is Salton's cosine: the common
number over the geometric mean of the two single ones, between 0 and 1.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from mandex.corpus.records import dataclass
from mandex.corpus.store import Store

_LEAST_COMMON = 2  # with one, two notes that cite but the Charter would be alike in all they cite
# The candidates are found through one document's mentions, so that the cost grows with its neighbourhood,
# not with the base.
_COCITED = """
    WITH citers AS MATERIALIZED (SELECT DISTINCT citing FROM mentions WHERE cited = :symbol),
         asked AS MATERIALIZED (SELECT DISTINCT doc, seq FROM mentions WHERE cited = :symbol),
         others AS (
             SELECT m.cited AS symbol, count(DISTINCT m.citing) AS common,
                    count(DISTINCT CASE WHEN asked.doc IS NOT NULL THEN m.citing END) AS beside
             FROM citers JOIN mentions AS m ON m.citing = citers.citing
                  LEFT JOIN asked ON asked.doc = m.doc AND asked.seq = m.seq
             WHERE m.cited <> :symbol
             GROUP BY m.cited)
    SELECT symbol, common, beside, (SELECT count(*) FROM citers) AS ours,
           (SELECT count(DISTINCT citing) FROM mentions WHERE cited = symbol) AS theirs
    FROM others
"""
_COUPLED = """
    WITH cited_here AS MATERIALIZED (SELECT DISTINCT cited FROM mentions WHERE citing = :symbol),
         others AS (
             SELECT m.citing AS symbol, count(DISTINCT m.cited) AS common
             FROM cited_here JOIN mentions AS m ON m.cited = cited_here.cited
             WHERE m.citing <> :symbol
             GROUP BY m.citing)
    SELECT symbol, common, 0, (SELECT count(*) FROM cited_here) AS ours,
           (SELECT count(DISTINCT cited) FROM mentions WHERE citing = symbol) AS theirs
    FROM others
"""
_ROOTS = """
    SELECT symbol, max(date) AS date,
           (SELECT count(DISTINCT citing) FROM mentions WHERE cited = symbol) AS degree
    FROM documents AS held
    WHERE NOT EXISTS (SELECT 1 FROM mentions WHERE citing = held.symbol)
    GROUP BY symbol ORDER BY degree DESC, date, symbol
"""
_LEAVES = """
    SELECT symbol, max(date) AS date,
           (SELECT count(DISTINCT cited) FROM mentions WHERE citing = symbol) AS degree
    FROM documents AS held
    WHERE NOT EXISTS (SELECT 1 FROM mentions WHERE cited = held.symbol)
    GROUP BY symbol ORDER BY date DESC, degree DESC, symbol
"""
_BY_YEAR = """
    SELECT year, count(DISTINCT citing) AS documents, count(DISTINCT cited) AS cited, count(*) AS mentions
    FROM mentions JOIN documents ON documents.id = mentions.doc
    WHERE :symbol IS NULL OR cited = :symbol
    GROUP BY year ORDER BY year
"""


@dataclass(frozen=True, slots=True)
class Kin:
    """A document near the one asked about.

    `common` is how many documents cite both, or how many both cite; `beside`, for co-citation, in how many
    of them both stand in one paragraph; `strength` is Salton's cosine.
    """

    symbol: str
    common: int
    beside: int
    strength: float

    def row(self) -> dict[str, Any]:
        """The document as a row of output."""
        return asdict(self)


def cocited(store: Store, symbol: str) -> list[Kin]:
    """What is cited together with `symbol`, most often first."""
    kin = _kin(store, _COCITED, symbol)
    return sorted(kin, key=lambda one: (-one.common, -one.beside, -one.strength, one.symbol))


def coupled(store: Store, symbol: str) -> list[Kin]:
    """What is most like `symbol` by what it cites, at least two documents in common, the strongest first."""
    kin = _kin(store, _COUPLED, symbol)
    alike = (one for one in kin if one.common >= _LEAST_COMMON)
    return sorted(alike, key=lambda one: (-one.strength, -one.common, one.symbol))


def _kin(store: Store, query: str, symbol: str) -> list[Kin]:
    return [
        Kin(other, common, beside, round(common / (ours * theirs) ** 0.5, 4))
        for other, common, beside, ours, theirs in store.connection.execute(query, {"symbol": symbol})
    ]


def roots(store: Store) -> list[dict[str, Any]]:
    """The documents held that cite nothing, the most cited (`degree`) first: where chains of citation end."""
    return _rows(store, _ROOTS)


def leaves(store: Store) -> list[dict[str, Any]]:
    """The documents held that nothing cites, the newest first; `degree` is how many others they cite."""
    return _rows(store, _LEAVES)


def by_year(store: Store, symbol: str | None = None) -> list[dict[str, Any]]:
    """Year by year how many documents cite, how many they cite, in how many mentions.

    With a `symbol`, only what cites that one. Documents without a year come first, under None.
    """
    return _rows(store, _BY_YEAR, symbol)


def _rows(store: Store, query: str, symbol: str | None = None) -> list[dict[str, Any]]:
    cursor = store.connection.execute(query, {"symbol": symbol})
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
