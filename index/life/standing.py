"""What stands on a day, current, open, spent, ended, replaced or unclear, and why: see `docs/standing.md`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from mandex.corpus import lexicon
from mandex.corpus.model import Mandate
from mandex.corpus.store import Store
from mandex.index.life.demands import Demands
from mandex.index.life.matters import is_situation
from mandex.index.life.settling import Settler
from mandex.index.life.status import LIVE, TRUST, Standing, Status, best
from mandex.index.life.step import ENDING, Step, label_of

__all__ = ["LIVE", "TRUST", "Register", "Standing", "Status"]

_DECIDING = frozenset({"decide", "demand", "authorize"})
_PUT_ASIDE = ("ended", "replaced")
_LAYING = frozenset({"imposes", "extends", "continues"})


class Register:
    """The steps of a base, arranged to ask what became of a demand on the day `as_of` (ISO)."""

    def __init__(self, store: Store, as_of: str = "") -> None:
        self.as_of = as_of or date.today().isoformat()
        self.store = store
        self.settler = Settler(store, self.as_of)
        self.kept = self.settler.kept
        self.chains = self.settler.chains
        self.horizon = self.settler.horizon
        self.sayings = self.horizon.sayings
        self.demands = Demands(store, self.settler)

    def of_paragraph(self, symbol: str, label: str, adopted: str, mandate: Mandate | None = None) -> Standing:
        """Whether what a paragraph demands still stands; `mandate` picks one of its demands."""
        return self.demands.of(symbol, label, adopted, mandate)

    def of_text(self, symbol: str, lang: str, pinpoint: str, adopted: str) -> Standing | None:
        """Whether what a paragraph demands stands: its weightiest step, else, or where that ends something,
        the surest of its demands (1390 OP1 continues some measures and ends others); None where it demands
        nothing.
        """
        rows = self.store.connection.execute(
            "SELECT m.id, m.force FROM documents AS d CROSS JOIN paragraphs AS p ON p.doc = d.id"
            " CROSS JOIN mandates AS m ON m.doc = p.doc AND m.seq = p.seq"
            " WHERE d.symbol = ? AND d.lang = ? AND p.pinpoint = ? AND p.kind = 'operative' ORDER BY m.id",
            (symbol, lang, pinpoint),
        ).fetchall()
        label = label_of(pinpoint)
        step = self.demands.own_step(symbol, label, None)
        if step is not None and not (rows and step.action in ENDING):
            demands = (self.store.mandate(id_) for id_, _ in rows)
            own = (one for one in demands if self.demands.own_step(symbol, label, one) is step)
            return self.demands.of(symbol, label, adopted, next(own, None))
        found = [
            (self.of_paragraph(symbol, label, adopted, self.store.mandate(id_)), force) for id_, force in rows
        ]
        surest = best([one for one, _ in found])
        decided = best([one for one, force in found if force in _DECIDING])
        # *Shall cease all operations on 31 October, and calls for cooperation until then*; *adopts the
        # de-listing procedure and requests the Secretary-General to establish a focal point* (1730 OP1).
        if decided is not None and (step is not None or decided.status in _PUT_ASIDE):
            surest = decided
        if surest is None or not surest.lives:
            # *Acting under Chapter VII, authorizes …* (794 OP10): what is asked, not what is said before it
            asked = [one for one, force in found if force != "note" and step is None]
            return best(asked) or surest
        # *Decides to allow …, and requests the Panel to assess the effect*: a decision outlasts the Panel.
        same = [one for one, force in found if force == "decide" and one.status == surest.status]
        return best(same) or surest

    def of_step(self, step: Step) -> Standing:
        """Whether what a step set still stands, though the measures of its resolution were laid down anew."""
        return self.demands.of_step(step)

    def of_resolution(self, symbol: str) -> Standing:
        """Whether what a resolution set for a time still runs: the best of its steps; open if it set
        nothing.
        """
        surest = best([self.of_step(step) for step in self.kept.setting(symbol)])
        return surest or Standing("open", "the resolution sets no term")

    def subjects_of(self, symbol: str, label: str) -> frozenset[str]:
        """What the steps of a paragraph are about."""
        return frozenset(step.subject for step in self.kept.at(symbol, label))

    def subject_of(self, symbol: str, label: str, mandate: Mandate) -> str:
        """What one demand is about, if it is a step; else empty."""
        step = self.demands.own_step(symbol, label, mandate)
        return step.subject if step else ""

    def measures(self, matter: str, kinds: Collection[str] = ()) -> list[Step]:
        """The steps that impose or renew living measures on a matter, of some kinds (none: of any), and those
        that settle them; oldest first.
        """
        found: dict[tuple[int, int, int], Step] = {}
        for step in self.kept.on(f"measures of {matter}"):
            meant = step.action in _LAYING and (not kinds or not set(kinds).isdisjoint(step.kinds))
            if meant and self.settler.of_step(step).lives:
                found |= {one.order: one for one in (step, self.chains.end(step))}
        return [found[order] for order in sorted(found)]

    def exemptions(self, matter: str, kinds: Collection[str]) -> list[Step]:
        """The living steps that exempt from measures of some kinds on a matter, oldest first."""
        return [
            step
            for step in self.kept.on(f"measures of {matter}")
            if step.action == "exempts" and self._spares(step, kinds) and self.settler.of_step(step).lives
        ]

    def _spares(self, step: Step, kinds: Collection[str]) -> bool:
        """Whether what an exemption names, or itself, is of some kinds."""
        named = (
            one for cited, labels in step.targets for label in labels for one in self.kept.at(cited, label)
        )
        return any(not set(kinds).isdisjoint(one.kinds) for one in (step, *named))

    def committee(self, matter: str) -> str:
        """The committee that oversees measures in a situation, by its founding resolution: `1533-committee`;
        empty where none is known.
        """
        if not is_situation(matter):
            return ""
        founded = [one for one in self.kept.on(f"committee of {matter}") if one.action == "establishes"]
        named = [f"{one.number}-committee" for one in founded]
        return next((one for one in reversed(named) if one in lexicon.bodies()), "")

    def chain(self, step: Step) -> list[Step]:
        """All steps in one life with this one, oldest first."""
        return self.chains.chain(step)

    def going_back_to(self, symbol: str, label: str) -> list[Step]:
        """The later steps that go back to a paragraph, or to any of a resolution, oldest first."""
        return self.chains.going_back_to(symbol, label)
