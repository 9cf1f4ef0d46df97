"""Measures through time: the paragraph that imposes one, those that restate it, and how it stands.

A later paragraph carries a measure on if it, or the sentence that leads to it, names its paragraph, or if it
says the same in nearly the same words on the same matter (*Decides that, for one year …*, every year).
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import field

from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.corpus.records import dataclass
from mandex.index.life.echoes import share
from mandex.index.life.measures import kinds_of
from mandex.index.life.sayings import ELSEWISE
from mandex.index.life.series import LATE
from mandex.index.life.standing import Register
from mandex.index.life.status import Standing, days_between
from mandex.index.life.step import ENDING, Step, above, covers, label_of, labels

_ALIKE = 0.6  # share of words that two paragraphs have in common which impose the same
_AKIN = 0.35  # the same, where the term of one runs out when the other is adopted
_WORDS = Expression(r"[a-z]{3,}|[\u4e00-\u9fff]")
_RESTATES = Expression(r"^\W*(?:also |further )?(?:recall|reaffirm|affirm|reiterate)s?\b|^(?:回顾|重申)")
# *To establish a ban on all flights* imposes as well; what else is established is a body.
_BANS = Expression(r"(?i)\bestablish (?:a|the) (?:[\w-]+ ){0,2}(?:ban|embargo|prohibition)\b")
_GOES_ON = Expression(r"\bcontinue to\b|应?继续")

_Order = tuple[int, int, int]  # of a step: resolution, paragraph, place in it
_NEVER: _Order = (sys.maxsize, 0, 0)


@dataclass()
class Line:
    """One measure through time: `steps` impose it, oldest first; `roots` are paragraphs not held that a
    restatement names.
    """

    kind: str
    steps: list[Step] = field(default_factory=list)
    roots: tuple[str, ...] = ()

    @property
    def matter(self) -> str:
        """What the last of its paragraphs is about: the measures on Al-Qaida began in Afghanistan."""
        return self.steps[-1].matter


@dataclass(frozen=True, slots=True)
class Stand:
    """How a line stands: the paragraph that imposes it today (`lead`), the one that settles how it stands
    (`last`), the end of what was ended of it (`over`), and which of its paragraphs live.
    """

    lead: Step
    last: Step
    over: tuple[int, int, int]
    standing: Standing
    living: tuple[Step, ...]
    dated: bool


class Lines:
    """The measures of a base on the register's day."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._db = register.store.connection
        self._words: dict[int, frozenset[str]] = {}
        self._placed: set[tuple[str, str]] = set()
        self._imposing: set[str] = set()  # the resolutions of these
        self.all: list[Line] = []
        self._of_kind: dict[str, list[Line]] = defaultdict(list)  # the same, by what each forbids
        for step in register.kept.acting(["imposes", "establishes"], naming=True):
            lays = step.action == "imposes" or _BANS.search(step.clause)
            if lays and not self._is_part(step):
                for kind in step.kinds:  # *of petroleum or petroleum products or arms and related matériel*
                    self._place(step, kind)
                self._placed.add((step.symbol, step.label))
                self._imposing.add(step.symbol)

    # -- arranging

    def _is_part(self, step: Step) -> bool:
        """Whether a paragraph goes on with the list of one that imposes the same; one of which only the parts
        say what it is about (*shall prevent the supply of:*) makes place for them.
        """
        stem = above(step.label)
        if not stem or (step.symbol, stem) not in self._placed:
            return False
        for line in self.all:
            for one in line.steps:
                if (one.symbol, one.label) == (step.symbol, stem):
                    if kinds_of(fold(self._text(one))):
                        return one.kinds[0] == step.kinds[0]
                    line.steps.remove(one)
                    if not line.steps:
                        self._remove(line)
                    return False
        return False

    def _place(self, step: Step, kind: str) -> None:
        same = self._of_kind[kind]
        symbols = {symbol for symbol, _ in step.cites if symbol in self._imposing}
        meant = (
            any(one.symbol in symbols and _is_one_of(one, step.cites) for one in line.steps) for line in same
        )
        named = [line for line in same if next(meant)] if symbols else []
        here = step.symbol, step.label
        # *decides that all States shall prevent the supply, and decides further that …*
        if not named and here in self._placed:
            named = [line for line in same if any((one.symbol, one.label) == here for one in line.steps)]
        if not named:
            found = self._going_on(step, same) or self._alike(step, same)
            named = [line for line in found if line.steps[-1].number < step.number]
        if named:
            first = named[0]
            for other in named[1:]:
                first.steps += other.steps
                self._remove(other)
            first.steps = sorted([*first.steps, step], key=lambda one: one.order)
            return
        roots: tuple[str, ...] = ()
        if _RESTATES.search(fold(step.clause)):
            elsewhere = self._alike(
                step, [line for line in same if line.matter != step.matter], anywhere=True
            )
            if elsewhere or any(map(self._register.horizon.is_held, self._spoken_of(step))):
                return  # it speaks of what is known otherwise
            roots = tuple(f"{symbol} OP{one}" for symbol, names in step.cites for one in names)
        line = Line(kind, [step], roots)
        self.all.append(line)
        same.append(line)

    def _remove(self, line: Line) -> None:
        for every in (self.all, self._of_kind[line.kind]):
            del every[next(at for at, one in enumerate(every) if one is line)]

    def _spoken_of(self, step: Step) -> list[str]:
        """The resolutions that a paragraph cites."""
        rows = self._db.execute(
            "SELECT DISTINCT cited FROM citations WHERE doc = ? AND seq = ? AND cited <> ?",
            (step.doc, step.seq, step.symbol),
        )
        return [symbol for (symbol,) in rows]

    def _going_on(self, step: Step, lines: Sequence[Line]) -> list[Line]:
        """The line most like a paragraph with a term that runs out when that is adopted: it goes on with it,
        though in other words (the embargo on Haiti of 2700 OP6, by 2752 OP2).
        """
        if not step.until:
            return []
        likely = sorted(self._shares(step, lines, _AKIN), reverse=True)
        # How each stands takes longest to find: the most alike is asked first.
        return next(([lines[at]] for _, at in likely if self._runs_out(lines[at].steps[-1], step)), [])

    def _runs_out(self, last: Step, step: Step) -> bool:
        """Whether the term of a line, whose `last` step is given, runs out when another is adopted."""
        until = "" if self._ended_by(last) else self._ran_to(last)
        return bool(until) and abs(days_between(until, step.adopted)) <= LATE

    def _ran_to(self, step: Step) -> str:
        """The last day that the texts held give a paragraph, though another may have moved it."""
        return max(
            step.until, self._register.settler.of_step(step).until, self._register.chains.end(step).until
        )

    def _alike(self, step: Step, lines: Sequence[Line], *, anywhere: bool = False) -> list[Line]:
        """The line on the same matter (or any) whose last paragraph is most like this one."""
        best = max(self._shares(step, lines, _ALIKE, anywhere=anywhere), default=None)
        return [lines[best[1]]] if best else []

    def _shares(
        self, step: Step, lines: Sequence[Line], least: float, *, anywhere: bool = False
    ) -> Iterator[tuple[float, int]]:
        """How much of this paragraph the last ones of lines on the same matter (or any) have, which lines;
        of those that have at `least` so much.
        """
        own = self._words_of(step)
        for at, line in enumerate(lines):
            last = line.steps[-1]
            if anywhere or last.matter == step.matter:
                theirs = self._words_of(last)
                # What is much longer or shorter cannot have so much in common.
                long_enough = least * max(len(own), len(theirs)) <= min(len(own), len(theirs))
                if long_enough and (part := share(own, theirs)) >= least:
                    yield part, at

    def _words_of(self, step: Step) -> frozenset[str]:
        if step.paragraph not in self._words:
            self._words[step.paragraph] = frozenset(_WORDS.findall(fold(self._text(step))))
        return self._words[step.paragraph]

    def _text(self, step: Step) -> str:
        row = self._db.execute("SELECT text FROM paragraphs WHERE id = ?", (step.paragraph,)).fetchone()
        return row[0][step.at :] if row else step.clause

    # -- settling

    def stand(self, line: Line) -> Stand:
        """How a measure stands: as the last of its paragraphs that lives; as the last, if none does."""
        over = max((end.order for step in line.steps if (end := self._ended_by(step))), default=(0, 0, 0))
        after = [(step, self._register.settler.of_step(step)) for step in line.steps if step.order > over]
        alive = [pair for pair in after if pair[1].lives]
        # Whether a term that ran out was renewed does not matter where a later paragraph imposes the same.
        later = [{one.until for _, one in alive[at + 1 :]} for at in range(len(alive))]
        living = [
            pair
            for pair, ends in zip(alive, later, strict=True)
            if not pair[1].until
            or pair[1].until >= self._register.as_of
            or (max(ends, default="") <= pair[1].until and "" not in ends)
        ]
        dated = [pair for pair in living if pair[1].until]
        if dated:
            last, standing = max(dated, key=lambda pair: (pair[1].until, pair[0].order))
        else:
            sure = [pair for pair in living if pair[1].status == "current"]
            last, standing = (sure or living or after or [self._last_ended(line)])[-1]
            if standing.status == "open" and last.number > living[0][0].number:
                why = f"laid down anew by {last.place}, and no end is set"
                standing = Standing("current", why, last.place)
        standing = self._laid_elsewhere(last, standing)
        lead = self.first_of_run(line, living[0][0], over) if living else self._last_begun(line)
        return Stand(lead, last, over, standing, tuple(step for step, _ in living), bool(dated))

    def _laid_elsewhere(self, last: Step, standing: Standing) -> Standing:
        """How a measure stands of which the last paragraph was laid down anew, with all of its resolution, by
        what is not held: whether that imposes this one too, no text held shows (2160 OP9, by 2255).
        """
        if standing.status != "open":
            return standing
        anew = self._register.of_step(last)
        if anew.status != "replaced" or self._register.horizon.is_held(anew.by.partition(" OP")[0]):
            return standing
        why = f"{anew.reason}; that is not held, and whether it has this one no text held shows"
        return Standing("unclear", why, anew.by)

    def first_of_run(self, line: Line, lead: Step, over: _Order = (0, 0, 0)) -> Step:
        """Of a measure that lives the paragraph that first imposed it (after `over`): each that followed went
        on with it, before the term of the last had long run out.
        """
        for earlier in reversed([one for one in line.steps if over < one.order < lead.order]):
            ran_to = self._ran_to(earlier)
            if ran_to and days_between(ran_to, lead.adopted) > LATE:
                break
            lead = earlier
        return lead

    def imposing(self, line: Line, lead: Step) -> str:
        """The place that first imposed a measure: the paragraph of which its run begins, or that which is not
        held and which this restates or goes on with (*shall continue to take the measures*, when a term of
        2127 OP54 ran out).
        """
        if line.roots and lead.order == line.steps[0].order:
            return line.roots[0]
        on_it = self._register.kept.on(lead.subject) if _GOES_ON.search(fold(lead.clause)) else ()
        for step in reversed(on_it):
            meant = step.action == "extends" and step.number < lead.number and line.kind in step.kinds
            if meant and step.until and abs(days_between(step.until, lead.adopted)) <= LATE:
                lost = ((cited, named) for cited, named in step.targets if named)
                return next(
                    (f"{to} OP{named[0]}" for to, named in lost if not self._register.horizon.is_held(to)),
                    lead.place,
                )
        return lead.place

    def latest(self, line: Line, found: Stand) -> str:
        """The place that renewed or confirmed a measure last; empty where none did."""
        if not found.dated:
            return self._last_word(line, found.lead, found.over)
        again = found.last.order != line.steps[0].order or _GOES_ON.search(fold(found.last.clause))
        own = found.last.place if again else ""
        if any(later.place == found.standing.by for later in self._register.kept.after(found.last.subject)):
            end = self._register.chains.end(found.last)  # what renewed it by the day
            return own if end.order == found.last.order else end.place
        return found.standing.by or own

    def _last_ended(self, line: Line) -> tuple[Step, Standing]:
        ended = [step for step in line.steps if self._ended_by(step)]
        last = (ended or line.steps)[-1]
        return last, self._register.settler.of_step(last)

    def _last_begun(self, line: Line) -> Step:
        """Of a measure that is over the paragraph that last imposed it: what ended earlier was imposed
        before.
        """
        ends = {step.order: end.order for step in line.steps if (end := self._ended_by(step))}
        last = max(ends.values(), default=None)
        return next((one for one in line.steps if ends.get(one.order) == last), line.steps[0])

    def _ended_by(self, step: Step) -> Step | None:
        """The step that ended a paragraph, and with it what restated it before."""
        end = self._register.chains.end(step)
        ended = end.order != step.order and end.action in ENDING
        return end if ended and not self._register.settler.of_step(step).lives else None

    def _last_word(self, line: Line, lead: Step, over: tuple[int, int, int]) -> str:
        """The last paragraph that restates, widens or confirms a measure without end; of one resolution the
        weightiest. What comes after the one that ended it (`over`) does neither.
        """
        before = over if over > lead.order else _NEVER
        found: dict[tuple[int, int, _Order], str] = {}
        for step in line.steps:
            if step.order > lead.order and step.place != lead.place:
                found[step.number, 3, step.order] = step.place
            for order, place in self._widening(line, step):
                found[order[0], 2, order] = place
            for later in self._renewing(step):
                if later.action not in ENDING:
                    found[later.number, 1, later.order] = later.place
        found = {key: place for key, place in found.items() if key[2] < before}
        last = max(found, default=(0, 0, (0, 0, 0)))
        for step in line.steps:  # of each only what is newer needs to be read
            for order, place in self._confirming(line, step, last, before):
                last = order[0], 0, order
                found[last] = place
        return found.get(last, "")

    def _renewing(self, step: Step) -> Iterator[Step]:
        """What renews or confirms a paragraph, and what confirms it anew after that, by another name."""
        for later in self._register.chains.following(step):
            yield later
            if later.action == "continues" and not later.until:
                yield from self._register.chains.following(later)

    def _widening(self, line: Line, step: Step) -> Iterator[tuple[tuple[int, int, int], str]]:
        """*The measures in paragraph 8 (a) shall also apply to …*"""
        for later in self._register.kept.aimed_at(step.symbol):
            named = [one for cited, names in later.targets if cited == step.symbol for one in names]
            widens = later.action == "amends" and later.order > step.order and covers(named, step.label)
            meant = step.label in named or line.kind in later.kinds
            if named and widens and meant and not ELSEWISE.search(later.clause):
                yield later.order, later.place

    def _confirming(
        self, line: Line, step: Step, last: tuple[int, int, _Order], before: _Order
    ) -> Iterator[tuple[_Order, str]]:
        """*Recalls its decisions in its resolution 1844 (2008), which imposed targeted sanctions*: the last
        such paragraph that comes after `last` and `before` an end.
        """
        on_it = self._register.demands.matters.numbers_on(line.matter)
        for said in reversed(self._register.sayings.of(step.symbol, "confirms")):
            if (said.number, 0, said.order) <= last or (said.number or 0) <= step.number:
                return
            if said.number not in on_it or said.order >= before:
                continue
            whole = not said.named and line.kind in ("asset-freeze", "travel-ban")
            if whole or (said.named and covers(labels(said.named), step.label)):
                yield said.order, f"{said.symbol} OP{label_of(said.place)}"
                return


def _is_one_of(step: Step, cited: Sequence[tuple[str, tuple[str, ...]]]) -> bool:
    return any(symbol == step.symbol and covers(named, step.label) for symbol, named in cited)
