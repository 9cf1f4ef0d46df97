"""What became of exemptions and amendments: they live as long as what they adjust."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from mandex.corpus.expressions import Expression
from mandex.index.life.chains import Chains
from mandex.index.life.echoes import made_anew
from mandex.index.life.spared_anew import SparedAnew
from mandex.index.life.status import Standing, best, days_between
from mandex.index.life.step import ENDING, Step, covers, root
from mandex.index.life.steps import Steps

_OCCASION = 400  # days in which an exemption for one occasion may be used
_STATUTE = Expression(r"(?i)\bamend\b.{0,160}\bstatute\b|修正.{0,40}规约")
_ONE_OFF = Expression(r"(?i)\bone-off\b|\bone-time\b|一次性")
_SURE = ("current", "open")
_LAYING = frozenset({"imposes", "extends", "continues"})
_ADJUSTING = frozenset({"exempts", "amends", "revives", *ENDING})


class Settles(Protocol):
    """What settles the steps that are adjusted (see `settling.Settler`)."""

    as_of: str
    kept: Steps
    chains: Chains
    spared_anew: SparedAnew

    def of_step(self, step: Step) -> Standing:
        """Whether what a step set still stands."""

    def ended(self, end: Step) -> Standing:
        """What became of what a step ends, on its day."""

    def by_date(self, step: Step) -> Standing:
        """What became of a term."""

    def anew(self, step: Step) -> Standing | None:
        """What became of a term that a later one prolongs in a series."""

    def silent(self, step: Step) -> Standing | None:
        """What nothing has spoken of for long."""


class Adjusting:
    """Asked of steps that exempt from measures, amend or revive them."""

    def __init__(self, settler: Settles) -> None:
        self._settler = settler

    def of(self, step: Step) -> Standing:
        """An exemption and an amendment live as long as what they adjust; a statute is amended once."""
        if step.action == "amends" and _STATUTE.search(step.clause):
            return Standing("spent", f"done: it amended the statute on {step.adopted}", "", step.adopted)
        if gone := [one for one in self._settler.chains.following(step) if one.action in ENDING]:
            return self._settler.ended(gone[-1])
        if anew := self._settler.anew(step):
            return anew
        if step.until and step.until < self._settler.as_of:
            return self._settler.by_date(step)
        if _ONE_OFF.search(step.clause) and days_between(step.adopted, self._settler.as_of) > _OCCASION:
            return Standing(
                "unclear", "an exemption for one occasion; whether it was used no text held shows"
            )
        adjusted, labels = self.adjusted_by(step), _named(step)
        named = [one for one in adjusted if one.label in labels]
        # An exemption from the charcoal ban stands as the ban, not as the right to stop ships beside it.
        same = [one for one in named if set(one.kinds) & set(step.kinds)]
        surest = best([self._settler.of_step(one) for one in same or named])
        # Whether all the points of a paragraph live, of which one does, the texts do not say.
        surest = surest or _unless_lives(best([self._settler.of_step(one) for one in adjusted]))
        surest = surest or self._renewed_by_name(step)
        if surest is None:
            if step.action == "exempts" and (again := self._settler.spared_anew.of(step)):
                return made_anew(again)
            idle = self._ended_by_name(step) or self._adjusts_nothing(step) or self._settler.silent(step)
            idle = idle or self._as_beside(step)
            why = "no end is set, and nothing held touches what it adjusts"
            return idle or Standing("open", why, "", step.until)
        until = step.until or surest.until
        if (
            surest.lives
            and not until
            and step.action == "exempts"
            and (again := self._settler.spared_anew.of(step))
        ):
            return made_anew(again)
        return replace(surest, reason=f"as what it adjusts: {surest.reason}", until=until)

    def adjusted_by(self, step: Step) -> list[Step]:
        """What stands in the paragraphs that an exemption or an amendment names, as far as it is held."""
        named = [(cited, _named(step, cited)) for cited, _ in step.targets]
        return [
            one
            for cited, labels in named
            if labels
            for one in self._settler.kept.of(cited)
            if one.action not in _ADJUSTING and covers(labels, one.label) and one.order != step.order
        ]

    def _renewed_by_name(self, step: Step) -> Standing | None:
        """What became of paragraphs that are not held, as the renewals that name them tell: *the measures
        referred to in paragraph 3 of resolution 2783*, which 2825 OP1 renews.
        """
        renewals = [
            one
            for cited, _ in step.targets
            for one in self._settler.kept.aimed_at(cited)
            if one.action == "extends" and one.until and one.subject == step.subject
            and any(covers(named, label) and named for to, named in one.targets if to == cited
                    for label in _named(step, cited))
        ]  # fmt: skip
        last = max(renewals, key=lambda one: one.order, default=None)
        return self._settler.of_step(last) if last else None

    def _ended_by_name(self, step: Step) -> Standing | None:
        """What became of paragraphs that are not held, as what ended measures of their kind tells:
        *decides to terminate the prohibitions imposed by paragraphs 5, 6 and 7 of resolution 1343 and to
        dissolve the committee* (1521 OP1, with 1497 OP8).
        """
        ends = [
            one
            for cited, _ in step.targets
            for one in self._settler.kept.aimed_at(cited)
            if one.action in ENDING and one.number > step.number and one.matter == step.matter
            and set(one.kinds) & set(step.kinds)
            and all(any(to == cited and covers(named, label) for to, named in one.targets)
                    for label in _named(step, cited))
        ]  # fmt: skip
        last = max(ends, key=lambda one: one.order, default=None)
        return self._settler.ended(last) if last else None

    def _as_beside(self, step: Step) -> Standing | None:
        """What spares from measures of which no text held tells is no surer than those that its own
        resolution keeps in force (2801 OP5 with OP4), else than all on the matter.
        """
        if not step.subject.startswith("measures of "):
            return None
        on_it = [one for one in self._settler.kept.on(step.subject) if one.action in _LAYING]
        own = [self._settler.of_step(one) for one in on_it if one.symbol == step.symbol]
        own = [one for one in own if one.lives]
        # the newest first: one of which it is sure that it lives is enough
        if not own and any(self._settler.of_step(one).status in _SURE for one in reversed(on_it)):
            return None
        surest = best(own or [self._settler.of_step(one) for one in on_it])
        if surest is None or surest.status != "unclear":
            return None
        until = step.until or surest.until
        return replace(surest, reason=f"as what it adjusts: {surest.reason}", until=until)

    def _adjusts_nothing(self, step: Step) -> Standing | None:
        """What adjusts measures that are not held falls when all that were imposed on the matter are over."""
        if not step.subject.startswith("measures of "):
            return None
        laid = [one for one in self._settler.kept.on(step.subject) if one.action in ("imposes", "extends")]
        # the newest first: one that lives is enough
        if not laid or any(self._settler.of_step(one).lives for one in reversed(laid)):
            return None
        last = self._settler.of_step(laid[-1])
        return replace(last, reason=f"the measures on the matter are over: {last.reason}")


def _named(step: Step, symbol: str = "") -> list[str]:
    """The labels that a step names (of one resolution); *subparagraphs (a) and (b) above* are those of its
    own paragraph.
    """
    return [
        f"{root(step.label)}{label}" if label.startswith("(") else label
        for cited, named in step.targets
        if symbol in ("", cited)
        for label in named
    ]


def _unless_lives(found: Standing | None) -> Standing | None:
    return None if found is None or found.lives else found
