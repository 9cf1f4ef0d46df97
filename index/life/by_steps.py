"""What became of demands that are steps, go on with the sentence of one, or are named by a later one."""

from __future__ import annotations

from dataclasses import replace

from mandex.corpus.acts import performed
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold, is_chinese
from mandex.corpus.model import Mandate
from mandex.corpus.symbols import resolution_number
from mandex.index.life.asked import Asked, is_on_regime, is_on_states
from mandex.index.life.chains import has_one_life
from mandex.index.life.echoes import Echoes, made_anew
from mandex.index.life.measures import kinds_of
from mandex.index.life.settling import Settler
from mandex.index.life.status import Standing, best
from mandex.index.life.step import Step, above, covers

# *Decides to extend the mandate of the Panel …, and requests the Secretary-General to take the necessary
# administrative measures to this effect*
_TO_THIS_EFFECT = Expression(r"\bmeasures to this effect\b|为此采取.{0,12}措施")
_FOR_ONE = Expression(r"\b(?:apply|application) to (?:the|that) ([^.;]{0,90})\bregime\b")
_ABOVE = Expression(r"\bparagraphs? (\d+)(?: above\b|(?! of\b))")
_KEEPING = frozenset({"continues", "extends"})
_CARRYING = frozenset({"imposes", "exempts", "extends", "establishes", "sets"})
_WEIGHT = {"imposes": 3, "extends": 2, "establishes": 2, "continues": 2, "sets": 1}


class BySteps:
    """Asked of a demand in this order: `own`, `of_stem`, `beside`, `named`."""

    def __init__(self, settler: Settler, echoes: Echoes) -> None:
        self._settler = settler
        self._echoes = echoes

    def own(self, symbol: str, label: str, mandate: Mandate | None) -> Step | None:
        """The step that a demand is; the weightiest of its paragraph where no demand is named."""
        own = self._settler.kept.at(symbol, label)
        if not own:
            return None
        if mandate is None:
            return max(own, key=_weight) if label else None
        if own[0].lang.startswith("zh") == is_chinese(mandate.measure):
            same = (step for step in own if (step.seq, step.at) == (mandate.seq, mandate.at.start))
            return next(same, None)
        return next((step for step in own if _is_version(step, mandate)), None)

    def of_own(self, step: Step, mandate: Mandate | None) -> Standing:
        """What became of a demand that is a step."""
        found = self.exempted_anew(step, mandate) or self._settler.of_step(step)
        note = mandate is not None and mandate.force == "note"
        measures = step.subject.startswith("measures of ")
        if note and step.action == "continues" and found.status == "unclear" and not measures:
            return Standing("spent", f"a statement of {step.adopted}: {found.reason}")
        return found

    def exempted_anew(self, step: Step, mandate: Mandate | None) -> Standing | None:
        """An exemption that a later resolution makes again in the same words."""
        if mandate is None or step.action != "exempts":
            return None
        found = self._settler.of_step(step)
        if not found.lives:
            return None
        clause = fold(f"{mandate.verb} {mandate.measure}")
        again = self._echoes.of(step.matter, step.number, clause)
        number = resolution_number(again.partition(" OP")[0]) or 0 if again else 0
        return (
            made_anew(again) if again and not self._settler.spared_anew.is_kept_since(step, number) else None
        )

    def stem(self, symbol: str, label: str, mandate: Mandate | None) -> Step | None:
        """The step whose sentence a sub-paragraph goes on with: it shares its life."""
        if not above(label) or mandate is None or mandate.force == "note":
            return None
        own = [
            one
            for one in self._settler.kept.at(symbol, above(label))
            if one.action in _CARRYING
            and not (
                one.action == "sets" and has_one_life(one.subject) and self._settler.chains.following(one)
            )
        ]
        return own[-1] if own else None

    def continued(self, asked: Asked) -> Standing | None:
        """What became of a term for one regime alone: *the provisions introduced by paragraph 1 above will
        apply to the 1267 regime for a period of two years* (2664 OP2), which *shall continue to apply* to
        that (2761 OP1).
        """
        regime, above_it = _FOR_ONE.search(asked.clause), _ABOVE.search(asked.clause)
        if regime is None or above_it is None:
            return None
        for later in reversed(self._settler.chains.going_back_to(asked.symbol, above_it[1])):
            same = _FOR_ONE.search(fold(later.clause)) if later.action in _KEEPING else None
            if same and same[1] == regime[1]:
                found = self._settler.of_step(later)
                how = f"kept in force by {later.place}" + (f" until {found.until}" if found.until else "")
                return Standing("current" if found.lives else found.status, how, later.place, found.until)
        return None

    def beside(self, symbol: str, label: str, mandate: Mandate | None) -> Step | None:
        """The renewal with a term whose sentence goes on with a further decision on the same, or has somebody
        do what it needs.
        """
        if mandate is None:
            return None
        if mandate.force != "decide" and not _TO_THIS_EFFECT.search(fold(mandate.measure)):
            return None
        own = self._settler.kept.at(symbol, label)
        before = [one for one in own if one.action == "extends" and one.until and one.at < mandate.at.start]
        same = [one for one in before if one.seq == mandate.seq]
        return same[-1] if same else None

    def of_part(self, stem: Step) -> Standing:
        """A task of a body stands as long as some living renewal names the paragraph that gave it."""
        found = self._settler.of_step(stem)
        following = self._settler.chains.following(stem)
        if not has_one_life(stem.subject) or not following or found.status != "current":
            return found
        naming = (
            one
            for one in following
            for cited, named in one.targets
            if cited == stem.symbol and covers(named, stem.label) and self._settler.of_step(one).lives
        )
        if next(naming, None) is None:
            why = f"{found.reason}, which does not go back to it"
            return replace(found, status="replaced", reason=why, until="")
        return found

    def leads_to_measures(self, symbol: str, label: str) -> bool:
        """Whether the points under a paragraph impose measures that live."""
        points = (one for one in self._settler.kept.of(symbol) if above(one.label) == label)
        return any(one.action == "imposes" and self._settler.of_step(one).lives for one in points)

    def named(
        self, symbol: str, number: int, label: str, adopted: str, matter: str, mandate: Mandate | None
    ) -> Standing | None:
        """What a later paragraph does to this one by name, though it is no step itself."""
        seq = mandate.seq if mandate else 0
        itself = Step(
            number, seq, mandate.at.start if mandate else 0, 0, 0, symbol, "en", adopted, label, "imposes",
            _subject_of(mandate, matter), "", matter, "", (), (), (),
        )  # fmt: skip
        following = self._settler.chains.following(itself)
        if all(has_one_life(one.subject) and one.matter != matter for one in following):
            return None
        if mandate is not None and (mandate.force == "note" or self._is_aside(symbol, label, mandate)):
            return None
        found = self._settler.of_step(itself)
        if found.status == "current" and not found.until:
            return (
                None  # an old confirmation shows that it stood then; whether it stands the other rules tell
            )
        if found.status == "current" and not (mandate and _is_measure(mandate)):
            # A task named by a renewal that is itself past is past with it.
            surest = best([self._settler.of_step(one) for one in following if has_one_life(one.subject)])
            if surest is not None and not surest.lives:
                return replace(surest, reason=f"named by a renewal that was {surest.reason}")
        return found

    def _is_aside(self, symbol: str, label: str, mandate: Mandate) -> bool:
        """Whether a demand is made beside the renewal of a body, which is what later paragraphs name."""
        own = self._settler.kept.at(symbol, label)
        return mandate.force != "decide" and any(has_one_life(step.subject) for step in own)


def _weight(step: Step) -> tuple[int, bool, str]:
    """By which of its steps a paragraph stands: measures weigh more than who watches them (2825 OP1)."""
    return _WEIGHT.get(step.action, 0), step.subject.startswith("measures of "), step.until


def _subject_of(mandate: Mandate | None, matter: str) -> str:
    """What a demand that is no step is about: what States are to do, no renewal of a body renews."""
    return f"measures of {matter}" if mandate is not None and is_on_states(mandate) else ""


def _is_measure(mandate: Mandate) -> bool:
    """Whether a demand is laid on States; *requests the Monitoring Group to report on arms* is a task."""
    task = mandate.actors and not is_on_regime(mandate)
    return bool(kinds_of(fold(mandate.measure), mandate.topics)) and not task


def _is_version(step: Step, mandate: Mandate) -> bool:
    """Whether a step read from another language version is this demand."""
    # 到2025年7月31日前应采取必要措施 is read as what is due by then.
    if step.until and any(one.date == step.until for one in mandate.dates):
        return True
    return not step.until and (performed(fold(mandate.measure)) == step.action or step.action == "imposes")
