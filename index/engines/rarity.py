"""What a word's rarity is worth: to FTS5, by which every engine ranks, and to Lucene and its like."""

from __future__ import annotations

import math

_LEAST = 1e-6  # FTS5's, for a phrase that more than half of the paragraphs have


def rarity(total: int, held: int) -> float:
    """FTS5's weight of a phrase that `held` of `total` paragraphs have."""
    return max(_LEAST, math.log((total - held + 0.5) / (held + 0.5)))


def lucene_rarity(total: int, held: int) -> float:
    """Lucene's and tantivy's weight of a word; they add those of a phrase's words, and none is below zero."""
    return math.log(1 + (max(total, held) - held + 0.5) / (held + 0.5))
