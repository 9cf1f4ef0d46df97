"""What a demand is about that names no thing, in a document on a single theme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from mandex.corpus.model import Mandate
from mandex.ingest.mandates.topics import FORMS

# Of a document on one theme more than half of the demands are.
_HALF = 0.5
_ENOUGH = 3  # demands of a document that shows a theme


def with_theme(rows: Sequence[Mandate]) -> list[Mandate]:
    """The demands of a document; of one that is on a single theme, those are on it which name no thing:
    *encourages Member States to continue to pursue such implementation*."""
    on = [topics for row in rows if "remain-seized" not in (topics := row.topics)]
    named = Counter(topic for topics in on for topic in topics if topic not in FORMS)
    for theme, times in named.most_common(1):
        if len(on) >= _ENOUGH and times >= _HALF * len(on):
            return [replace(row, topics=(theme,)) if _names_nothing(row) else row for row in rows]
    return list(rows)


def _names_nothing(row: Mandate) -> bool:
    """Whether a demand asks something, but does not name of what."""
    return not row.topics and row.force != "note" and row.measure != ""
