"""A demand about which it is asked whether it stands, and of whom it is demanded."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from functools import cached_property

from mandex.corpus.fold import fold
from mandex.corpus.model import Mandate
from mandex.corpus.records import dataclass
from mandex.index.life.matters import is_situation
from mandex.index.life.measures import kinds_of
from mandex.index.life.step import above
from mandex.index.life.wording import CALLS, MEASURES

STATES = frozenset({"all-states", "member-states", "states"})
WATCHING = ("panel of ", "monitoring-team of ", "ombudsperson")


@dataclass(frozen=True)
class Asked:
    """A demand about which a rule is asked: `symbol` and `label` say where, `number` is 0 for what is no
    resolution; `matter` is what its document is about.
    """

    symbol: str
    number: int
    label: str
    adopted: str
    matter: str
    mandate: Mandate
    clause: str

    @property
    def is_theme(self) -> bool:
        """Whether it is part of no country's situation."""
        return not is_situation(self.matter)

    @property
    def is_rhythm(self) -> bool:
        """Whether reports are owed again and again: that stays until it is ended, however old it is."""
        return any(one.every and one.role == "reports" for one in self.mandate.dates)

    def is_older(self, span: timedelta, as_of: str) -> bool:
        """Whether it was adopted longer ago than that on the day `as_of` (ISO)."""
        return bool(self.adopted) and self.adopted < (date.fromisoformat(as_of) - span).isoformat()

    @cached_property  # most rules ask for it
    def force(self) -> str:
        """Its force; *decides to call upon* calls."""
        return "call" if CALLS.search(self.clause) else self.mandate.force


def words_before(db: sqlite3.Connection, asked: Asked) -> str:
    """The sentence that a part goes on with, folded; empty for what stands on its own."""
    return fold(text_of(db, asked.symbol, above(asked.label))) if above(asked.label) else ""


def text_of(db: sqlite3.Connection, symbol: str, label: str) -> str:
    """The operative paragraph with a label, in the first language held; empty where there is none."""
    row = db.execute(
        "SELECT p.text FROM documents AS d JOIN paragraphs AS p ON p.doc = d.id"
        " WHERE d.symbol = ? AND p.kind = 'operative' AND p.pinpoint = ? ORDER BY d.lang LIMIT 1",
        (symbol, f"OP{label}"),
    ).fetchone()
    return row[0] if row else ""


def is_of_others(asked: Asked, subject: str) -> bool:
    """Whether what stands beside the renewal of a body is asked of others than it: of States, whom no renewal
    frees, and beside a panel's of anybody.
    """
    if is_on_regime(asked.mandate):
        return True
    return bool(asked.mandate.actors) and subject.startswith(WATCHING)


def is_for_states(asked: Asked) -> bool:
    """Whether a decision is part of a sanctions regime: it is laid on States or a committee."""
    return is_on_regime(asked.mandate) or bool(kinds_of(asked.clause, asked.mandate.topics))


def is_on_states(mandate: Mandate) -> bool:
    """Whether States are asked."""
    return not STATES.isdisjoint(mandate.actors)


def is_on_regime(mandate: Mandate) -> bool:
    """Whether States or a committee are asked, on whom sanctions are laid."""
    return is_on_states(mandate) or any(actor.endswith("committee") for actor in mandate.actors)


def serves_measures(asked: Asked) -> bool:
    """Whether a demand speaks of sanctions."""
    topics = asked.mandate.topics
    speaks = any(one.startswith("sanctions") for one in topics) or MEASURES.search(asked.clause)
    return bool(speaks or kinds_of(asked.clause, topics))
