"""Which later exemption takes the place of one: a series makes its exemptions anew in nearly the same words.

*Decides that paragraph 4 shall not apply to:* says too little by itself, so that the points which follow
count too (2776 OP45, which 2806 OP48 makes anew).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cached_property

from mandex.corpus import lexicon
from mandex.corpus.fold import fold, fold_case
from mandex.index.life.chains import Chains
from mandex.index.life.echoes import pairs, share
from mandex.index.life.step import Step
from mandex.index.life.steps import Steps

_ALIKE = 0.6  # of the pairs of words that either has, so many are in both

_Order = tuple[int, int, int]  # of a step: resolution, paragraph, place in it


class SparedAnew:
    """Exemptions and those that take their place."""

    def __init__(self, db: sqlite3.Connection, kept: Steps, chains: Chains) -> None:
        self._db = db
        self._kept = kept
        self._chains = chains
        self._exempting: dict[str, dict[_Order, _Exemption]] = {}

    def of(self, step: Step) -> str:
        """Where a later resolution exempts the same anew; empty where none does, or where a text adopted with
        it, or since, goes back to this one.
        """
        last = list(self._last_anew(step))
        if not last or self.is_kept_since(step, last[0][1].number):
            return ""
        return max(reversed(last), key=lambda one: one[0])[1].place

    def is_kept_since(self, step: Step, number: int) -> bool:
        """Whether a text adopted with a resolution, or after it, goes back to the paragraph."""
        named = self._chains.going_back_to(step.symbol, step.label)
        return any(
            one.number >= number and any(labels for cited, labels in one.targets if cited == step.symbol)
            for one in named
        )

    def _last_anew(self, step: Step) -> Iterator[tuple[float, Step]]:
        """The exemptions of the last resolution that makes one anew, each with what the two have in common,
        the last first: in a series that is found soon.
        """
        on_it = self._on(step.subject)
        last = step.number
        for other in reversed(on_it.values()):
            if other.step.number <= last:
                return
            own = on_it[step.order]
            if (part := own.share(other)) >= _ALIKE and not own.is_of_others(other):
                yield part, other.step
                last = other.step.number - 1

    def _on(self, subject: str) -> dict[_Order, _Exemption]:
        """The exemptions of a subject by their places in time, oldest first."""
        if subject not in self._exempting:
            exempting = (one for one in self._kept.on(subject) if one.action == "exempts")
            self._exempting[subject] = {one.order: _Exemption(self._db, one) for one in exempting}
        return self._exempting[subject]


class _Exemption:
    """One exemption by its words: it is compared with all later ones of its subject."""

    def __init__(self, db: sqlite3.Connection, step: Step) -> None:
        self._db = db
        self.step = step

    def share(self, other: _Exemption) -> float:
        """How much the two have in common: of the words that lead to the points, or of all."""
        leading = _share(self._clause, other._clause)
        return leading if leading >= _ALIKE else _share(self._words, other._words)

    def is_of_others(self, other: _Exemption) -> bool:
        """Whether each names missions or forces, and none that both name or that took over: what spared the
        Multinational Force in Liberia (1497 OP8) is not that which spares UNMIL (1521 OP2(d)).
        """
        ours, theirs = self._missions, other._missions
        heirs = {heir for id_ in ours for heir in lexicon.bodies()[id_].became}
        return bool(ours and theirs) and not (ours | heirs) & theirs

    @cached_property
    def _missions(self) -> frozenset[str]:
        """The missions and forces that it names: the clause of a step may be cut before them."""
        (text,) = self._db.execute(
            "SELECT text FROM paragraphs WHERE id = ?", (self.step.paragraph,)
        ).fetchone()
        named = (one.id for one in lexicon.match_bodies(fold_case(text[self.step.at :])))
        return frozenset(id_ for id_ in named if lexicon.bodies()[id_].is_mission)

    @cached_property
    def _clause(self) -> frozenset[str]:
        return frozenset(pairs(fold(self.step.clause)))

    @cached_property
    def _words(self) -> frozenset[str]:
        """The pairs of words of the paragraph and of its points."""
        label = self.step.label
        rows = self._db.execute(
            "SELECT text FROM paragraphs WHERE doc = ? AND kind = 'operative'"
            " AND (pinpoint = ? OR pinpoint GLOB ?) ORDER BY seq",
            (self.step.doc, f"OP{label}", f"OP{label}(*"),
        )
        return frozenset(pair for (text,) in rows for pair in pairs(fold(text)))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """How much they have in common; nothing where one is so much longer that it cannot be enough."""
    few, many = sorted((len(one), len(other)))
    return share(one, other) if few >= _ALIKE * many else 0.0
