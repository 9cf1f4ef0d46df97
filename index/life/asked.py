"""A demand about which it is asked whether it stands, and of whom it is demanded."""

from __future__ import annotations

from dataclasses import dataclass

from mandex.corpus.model import Mandate
from mandex.index.life.measures import kinds_of
from mandex.index.life.wording import CALLS

STATES = frozenset({"all-states", "member-states", "states"})
_WATCHING = ("panel of ", "monitoring-team of ", "ombudsperson")


@dataclass(frozen=True, slots=True)
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
    def force(self) -> str:
        """Its force; *decides to call upon* calls."""
        return "call" if CALLS.search(self.clause) else self.mandate.force


def is_of_others(asked: Asked, subject: str) -> bool:
    """Whether what stands beside the renewal of a body is asked of others than it: of States, whom no renewal
    frees, and beside a panel's of anybody.
    """
    if any(actor in STATES or actor.endswith("committee") for actor in asked.mandate.actors):
        return True
    return bool(asked.mandate.actors) and subject.startswith(_WATCHING)


def is_for_states(asked: Asked) -> bool:
    """Whether a decision is part of a sanctions regime: it is laid on States or a committee."""
    return any(actor in STATES or actor.endswith("committee") for actor in asked.mandate.actors) or bool(
        kinds_of(asked.clause, asked.mandate.topics)
    )
