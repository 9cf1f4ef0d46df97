"""What became of demands that serve sanctions: they live and end with the measures on a matter."""

from __future__ import annotations

from mandex.index.life.asked import STATES, Asked, is_for_states
from mandex.index.life.measures import kinds_of
from mandex.index.life.settling import Settler
from mandex.index.life.status import Standing
from mandex.index.life.step import root
from mandex.index.life.wording import MEASURES


class ByMeasures:
    """Rules on demands in resolutions on a matter with sanctions."""

    def __init__(self, settler: Settler) -> None:
        self._settler = settler
        self._sanctioned: dict[str, bool] = {}

    def with_regime(self, asked: Asked) -> Standing | None:
        """What was decided for measures that are all over."""
        topics = asked.mandate.topics
        speaks = any(one.startswith("sanctions") for one in topics) or MEASURES.search(asked.clause)
        if not asked.number or asked.force == "note" or not (speaks or kinds_of(asked.clause, topics)):
            return None
        imposed = [step for step in self._settler.kept.about(asked.matter) if step.action == "imposes"]
        if not imposed or self._is_under_sanctions(asked.matter) or asked.is_theme:
            return None
        last = self._settler.of_step(imposed[-1])
        return Standing("spent", f"the measures that it serves are over: {last.reason}", last.by, last.until)

    def is_part(self, asked: Asked) -> bool:
        """Whether a demand on States is part of a regime that lives."""
        if not self._is_under_sanctions(asked.matter):
            return False
        own = [one for one in self._settler.kept.of(asked.symbol) if one.subject.startswith("measures of ")]
        if asked.force == "decide":
            beside = any(one.action == "imposes" and root(one.label) == root(asked.label) for one in own)
            return beside or is_for_states(asked)
        return bool(own) and any(actor in STATES for actor in asked.mandate.actors)

    def _is_under_sanctions(self, matter: str) -> bool:
        """Whether measures on a matter live: what binds beside them is not overtaken by the years."""
        if matter not in self._sanctioned:
            imposed = (step for step in self._settler.kept.about(matter) if step.action == "imposes")
            self._sanctioned[matter] = any(self._settler.of_step(step).lives for step in imposed)
        return self._sanctioned[matter]
