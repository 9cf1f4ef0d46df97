"""Which later exemption takes the place of one: a series makes its exemptions anew in nearly the same words.

*Decides that paragraph 4 shall not apply to:* says too little by itself, so that the points which follow
count too (2776 OP45, which 2806 OP48 makes anew).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import cache

from mandex.corpus.fold import fold
from mandex.index.life.chains import Chains
from mandex.index.life.echoes import pairs, share
from mandex.index.life.step import Step
from mandex.index.life.steps import Steps

_ALIKE = 0.6  # of the pairs of words that either has, so many are in both


class SparedAnew:
    """Exemptions and those that take their place."""

    def __init__(self, db: sqlite3.Connection, kept: Steps, chains: Chains) -> None:
        self._kept = kept
        self._chains = chains
        # Each exemption of a subject is compared with all later ones.
        self._clause: Callable[[Step], frozenset[str]] = cache(
            lambda step: frozenset(pairs(fold(step.clause)))
        )
        self._words: Callable[[Step], frozenset[str]] = cache(lambda step: frozenset(_words(db, step)))

    def of(self, step: Step) -> str:
        """Where a later resolution exempts the same anew; empty where none does, or where a text adopted with
        it, or since, goes back to this one.
        """
        exempting = (one for one in self._kept.on(step.subject) if one.action == "exempts")
        anew = [one for one in exempting if one.number > step.number and self._share(step, one) >= _ALIKE]
        last = [one for one in anew if one.number == anew[-1].number]
        if not last or self.is_kept_since(step, last[0].number):
            return ""
        return max(last, key=lambda one: self._share(step, one)).place

    def is_kept_since(self, step: Step, number: int) -> bool:
        """Whether a text adopted with a resolution, or after it, goes back to the paragraph."""
        named = self._chains.going_back_to(step.symbol, step.label)
        return any(
            one.number >= number and any(labels for cited, labels in one.targets if cited == step.symbol)
            for one in named
        )

    def _share(self, one: Step, other: Step) -> float:
        """How much the two have in common: of the words that lead to the points, or of all."""
        leading = share(self._clause(one), self._clause(other))
        return leading if leading >= _ALIKE else share(self._words(one), self._words(other))


def _words(db: sqlite3.Connection, step: Step) -> list[str]:
    """The pairs of words of a paragraph and of its points."""
    rows = db.execute(
        "SELECT text FROM paragraphs WHERE doc = ? AND kind = 'operative'"
        " AND (pinpoint = ? OR pinpoint GLOB ?) ORDER BY seq",
        (step.doc, f"OP{step.label}", f"OP{step.label}(*"),
    )
    return [pair for (text,) in rows for pair in pairs(fold(text))]
