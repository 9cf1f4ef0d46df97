"""What spares from a measure: in the paragraph that imposes it, beside it, in later texts, and from all.

An exemption adjusts a paragraph. Where later ones went on with the measure, it holds until one of them, or a
text since, says the same anew; a renewal in other words (*as set out in paragraph 9 of resolution 2399*,
which is not held) takes nothing from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.corpus.symbols import resolution_number
from mandex.index.life.echoes import pairs, share
from mandex.index.life.measures import EXEMPTS, SPARES_ANYTHING, SPARES_EVERYWHERE
from mandex.index.life.standing import Register
from mandex.index.life.step import ENDING, Step

MOST = 24
"""Places named of each measure."""

_ALIKE = 0.6  # of the pairs of words that either has, so many are in both
_ONCE = Expression(r"(?i)\bone-off\b|\bone-time\b")
_FREEZE = "asset-freeze"
_KEEPING = ("continues", "extends")
# What else a paragraph leaves out of what it imposes: *unless the Committee approves in advance*, *except as
# approved*, *provided that nothing in this paragraph shall oblige a State to refuse its own nationals entry*;
# left: *unless within 14 days the Committee has amended the list*.
_LEAVES_OUT = Expression(
    r"\bunless (?!within\b)|\bexcept\b|\bprovided that nothing in (?:this|the present) paragraph\b"
)
# *Reaffirms that these measures no longer apply to the supply of arms to the Government* (2293 OP2)
_NO_LONGER = Expression(r"\bmeasures\b[^.;]{0,80}\bno longer apply to\b|措施[^。；]{0,40}不再适用于")


class Sparing:
    """The exemptions that hold on the register's day."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._kept = register.kept
        self._db = register.store.connection

    def of(
        self, kind: str, run: Sequence[Step], living: Sequence[Step], roots: Sequence[str], committee: str
    ) -> tuple[str, ...]:
        """The places that spare from a measure which the paragraphs of a `run` imposed, one after the other;
        those `living` of them still speak. `roots` are paragraphs that are not held.
        """
        own = {(step.symbol, step.label) for step in run}
        own |= {(symbol, label) for symbol, _, label in (place.partition(" OP") for place in roots) if label}
        found = self._newest([one for one in self._aimed(own) if self._holds(one, own)])
        found += self._restated(kind, own)
        places = [
            place
            for step in found
            for place in (self._parts(step) if self._is_own(step, own) else [step.place])
        ]
        told = {step.place for step in found}
        within = [step for step in living if step.place not in told and self._spares_itself(step)]
        places += [place for step in self._newest(within) for place in self._parts(step)]
        told |= {step.place for step in within}
        leaving = (one for one in living if one.place not in told and self._leaves_out(one))
        places += [step.place for step in leaving]
        places += self._of_anything(run, living)
        if kind == _FREEZE:
            places += self._of_all(own, committee)
        return tuple(dict.fromkeys(places))[:MOST]

    # -- aimed at a measure

    def _aimed(self, own: Iterable[tuple[str, str]]) -> list[Step]:
        """The steps that exempt from what some paragraphs impose, or from what keeps that in force
        (*reaffirms that the measures referenced in paragraph 36 shall not apply to*), oldest first.
        """
        found: dict[tuple[int, int, int], Step] = {}
        for symbol, label in own:
            naming = list(self._naming(symbol, label))
            keeping = [one for one in naming if one.action in _KEEPING and one.symbol != symbol]
            naming += [one for kept in keeping for one in self._naming(kept.symbol, kept.label)]
            found |= {one.order: one for one in naming if one.action == "exempts"}
        return [found[order] for order in sorted(found)]

    def _restated(self, kind: str, own: Iterable[tuple[str, str]]) -> list[Step]:
        """The steps of what keeps a measure in force that say again what it no longer applies to."""
        naming = (one for symbol, label in own for one in self._naming(symbol, label))
        keeping = dict.fromkeys(one.symbol for one in naming if one.action in _KEEPING)
        said = (one for symbol in keeping for one in self._kept.of(symbol))
        meant = (one for one in said if one.action == "continues" and kind in one.kinds)
        meant = (one for one in meant if _NO_LONGER.search(fold(self._text(one))))
        return self._newest([one for one in meant if self._register.settler.of_step(one).lives])

    def _naming(self, symbol: str, label: str) -> Iterator[Step]:
        """The steps that name a paragraph."""
        for later in self._kept.aimed_at(symbol):
            if any(cited == symbol and label in named for cited, named in later.targets):
                yield later

    def _holds(self, step: Step, own: set[tuple[str, str]]) -> bool:
        """Whether an exemption holds: it stands, or only the paragraph of the run that it names is past."""
        if self._register.settler.of_step(step).lives:
            return True
        if (step.until and step.until < self._register.as_of) or _ONCE.search(step.clause):
            return False
        if any(one.action in ENDING for one in self._register.chains.following(step)):
            return False
        past = {(symbol, label) for symbol, named in step.targets for label in named} & own
        return bool(past) and not self._register.settler.spared_anew.of(step)

    def _newest(self, steps: Sequence[Step]) -> list[Step]:
        """Without those that a later resolution says anew in nearly the same words."""
        words = [frozenset(pairs(fold(self._text(step)))) for step in steps]
        return [
            step
            for at, step in enumerate(steps)
            if not any(
                later.number > step.number and share(words[at], words[other]) >= _ALIKE
                for other, later in enumerate(steps)
            )
        ]

    # -- in the paragraph itself

    def _is_own(self, step: Step, own: set[tuple[str, str]]) -> bool:
        return (step.symbol, step.label) in own

    def _spares_itself(self, step: Step) -> bool:
        """*Provided that this paragraph shall not apply where entry is necessary for a judicial process*."""
        return EXEMPTS.search(fold(self._text(step))) is not None

    def _leaves_out(self, step: Step) -> bool:
        return _LEAVES_OUT.search(fold(self._text(step))) is not None

    def _parts(self, step: Step) -> list[str]:
        """The points of a paragraph that imposes and exempts: *this measure shall not apply to: (a) …*."""
        rows = self._db.execute(
            "SELECT pinpoint FROM paragraphs WHERE doc = ? AND pinpoint GLOB ? || '([a-z])' ORDER BY seq",
            (step.doc, step.pinpoint),
        )
        return [f"{step.symbol} {pinpoint}" for (pinpoint,) in rows] or [step.place]

    def _text(self, step: Step) -> str:
        row = self._db.execute("SELECT text FROM paragraphs WHERE id = ?", (step.paragraph,)).fetchone()
        return row[0][step.at :] if row else step.clause

    # -- from all measures

    def _of_anything(self, run: Sequence[Step], living: Sequence[Step]) -> Iterator[str]:
        """What lets a committee spare whatever it wants from all the measures on a matter."""
        subjects = dict.fromkeys(step.subject for step in (*run, *living))
        for step in (one for subject in subjects for one in self._sparing_anything.get(subject, ())):
            if self._register.settler.of_step(step).lives:
                yield step.place

    @cached_property
    def _sparing_anything(self) -> dict[str, list[Step]]:
        """The steps that let a committee do so, by their subjects."""
        found: dict[str, list[Step]] = {}
        for step in self._kept.acting(["exempts"], "measures of "):
            if SPARES_ANYTHING.search(fold(step.clause)):
                found.setdefault(step.subject, []).append(step)
        return found

    @cached_property
    def _general(self) -> list[Step]:
        """What spares from the freezes of all regimes (2664 OP1)."""
        exempting = self._kept.acting(["exempts"], "measures of ", naming=True)
        meant = (one for one in exempting if _FREEZE in one.kinds and not one.targets)
        meant = (one for one in meant if SPARES_EVERYWHERE.search(fold(self._text(one))))
        return [one for one in meant if self._register.settler.of_step(one).lives]

    def _of_all(self, own: Iterable[tuple[str, str]], committee: str) -> Iterator[str]:
        """What spares from all freezes, and what keeps that so for the regime with a committee's number
        (*shall continue to apply to the 1267/1989/2253 regime*).
        """
        symbols = {symbol for symbol, _ in own} | {committee.partition(" OP")[0]}
        numbers = {str(number) for symbol in symbols if (number := resolution_number(symbol))}
        for one in self._general:
            yield one.place
            for later in self._kept.aimed_at(one.symbol):
                said = later.action == "continues" and any(number in later.clause for number in numbers)
                if said and self._register.settler.of_step(later).lives:
                    yield later.place
