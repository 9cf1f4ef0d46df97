"""Counts of what a query finds."""

from __future__ import annotations

from pathlib import Path

from mandex.corpus.store import Store
from mandex.index.search.facets import _sql


def test_countries_are_looked_up_by_paragraph(specimen_kb: Path) -> None:
    """By their kind first, thousands of rows would be read for each paragraph."""
    with Store.open(specimen_kb) as store:
        plan = store.connection.execute(f"EXPLAIN QUERY PLAN {_sql('country')}", ("[]",)).fetchall()
    assert any("entities_doc" in step for *_, step in plan)
