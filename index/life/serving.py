"""What became of demands that serve measures: of those whose paragraphs they name, else of those beside them.

No call to inspect cargo for what an embargo forbids outlasts it, nor is surer than it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from mandex.corpus.expressions import Expression
from mandex.index.life.asked import Asked, is_on_regime, serves_measures
from mandex.index.life.settling import Settler
from mandex.index.life.status import Standing, best
from mandex.index.life.step import Step

# Over folded clauses. *Items the supply of which is prohibited by paragraph 11 of this resolution* (2653
# OP13), *illicit trafficking in violation of measures imposed in paragraphs 6 and 7* (2700 OP10), *the asset
# freeze imposed by paragraph 8 (d)*; left: *the criteria set out in paragraph 8*, *the Committee established
# pursuant to paragraph 30*.
_SERVES = Expression(
    r"\b(?:prohibited|banned|forbidden|imposed|frozen) (?:by|in|under|pursuant to) (?:sub)?paragraphs? \d"
    r"|\b(?:measures?|embargo|ban|freeze|prohibitions?|authori[sz]ations?|exemptions?)\b[^.;,]{0,60}"
    r"\b(?:set (?:out|forth)|specified|contained|described|referred to|provided|in|of) (?:in |by |for in )?"
    r"(?:sub)?paragraphs? \d"
    r"|\bprovisions (?:of|set (?:out|forth) in) paragraphs? \d[^;]{0,400} into force\b"
    r"|\binspections?\b[^.;,]{0,24} pursuant to paragraphs? \d"
)

# *Decides to continue the measures imposed by paragraph 8 (c) of resolution 1333* (1390 OP1) outlasts them.
_KEEPS = Expression(r"^(?:decides? ){1,2}(?:also |further )?to (?:continue|maintain) the measures\b")

Places = Callable[[Asked], Iterator[Step]]
"""The steps on measures in the paragraphs that a demand names."""
IsPart = Callable[[Asked], bool]
"""Whether a demand on States is part of a regime that lives."""


class Serving:
    """Asked of demands of which no other rule knows anything."""

    def __init__(self, settler: Settler, named: Places, is_part: IsPart) -> None:
        self._settler = settler
        self._named = named
        self._is_part = is_part

    def of_served(self, asked: Asked) -> Standing | None:
        """As the measures stand that a demand names; of what is asked of States or a committee beside
        measures no more is sure than of all of those.
        """
        if not asked.number:
            return None
        steps = list(self._named(asked)) if _SERVES.search(asked.clause) else []
        if served := self._surest(steps):
            found, measure = served
            # what was over before it was demanded is not all that it serves
            past = "" < found.until < asked.adopted
            return None if past or _KEEPS.search(asked.clause) else _as(found, measure)
        own = [one for one in self._settler.kept.of(asked.symbol) if _lays(one)]
        stands = best([self._settler.of_step(one) for one in own])
        doubtful = stands is not None and stands.status == "unclear" and not stands.until
        part = _is_of_regime(asked) if asked.force == "note" else self._is_part(asked)
        if stands is not None and doubtful and part:
            return Standing("unclear", f"beside {own[0].place}: {stands.reason}", stands.by)
        return None

    def _surest(self, steps: Sequence[Step]) -> tuple[Standing, Step] | None:
        """How the surest of some measures stands, and which it is; of those that are over, the last to end:
        what serves several is not over with the first of them (1333 OP24, with OP5, 8, 10 and 11).
        """
        known = [(self._settler.of_step(one), one) for one in steps]
        surest = best([stands for stands, _ in known])
        if surest is None:
            return None
        if not surest.lives:
            surest = max((stands for stands, _ in known), key=lambda one: one.until or "9")
        return next((stands, one) for stands, one in known if stands == surest)


def _as(stands: Standing, served: Step) -> Standing:
    """What serves a measure that stands so: it is as sure as that, and over with it."""
    if stands.lives:
        status = "open" if stands.status == "current" and not stands.until else stands.status
        return Standing(status, f"serves {served.place}: {stands.reason}", stands.by, stands.until)
    why = f"serves {served.place}, which is over: {stands.reason}"
    return Standing("spent", why, stands.by, stands.until)


def _is_of_regime(asked: Asked) -> bool:
    """Whether a statement beside measures is about them, those who carry them out, or the country for which
    they are.
    """
    on = is_on_regime(asked.mandate) or asked.matter in asked.mandate.actors
    return on or serves_measures(asked)


def _lays(step: Step) -> bool:
    return step.action == "imposes" and step.subject.startswith("measures of ")
