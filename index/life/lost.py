"""Measures whose imposing paragraph the base does not hold, but which later texts renew or name.

*Decides to renew … the measures on arms imposed by paragraph 1 of resolution 1807 (2008)* shows that there is
an arms embargo, who imposed it and until when it runs, whether or not 1807 is held.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from itertools import chain

from mandex.corpus import registry
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.corpus.records import dataclass
from mandex.corpus.symbols import resolution_number
from mandex.index.life.lines import Line
from mandex.index.life.measures import kinds_of
from mandex.index.life.sayings import Saying
from mandex.index.life.standing import Register
from mandex.index.life.status import Standing
from mandex.index.life.step import ENDING, Step, covers, label_of, labels, root
from mandex.index.life.wording import ends_exception

_UNNAMED = "measures"
_ON_PERSONS = ("asset-freeze", "travel-ban")
_Roots = Mapping[str, tuple[str, ...]]
_Settled = Callable[[], tuple[str, Standing] | None]  # by what a measure runs, and how; None: it does not

_PERSONS = Expression(r"\b(?:designated|listed|individuals?)\b")


@dataclass(frozen=True, slots=True)
class Lost:
    """A measure of a kind that runs by `by` (or was last named there); `roots` are the paragraphs not held,
    one of which imposes it (`sure`: the first may be named), `run` those held whose terms ran into the gap.
    """

    kind: str
    roots: tuple[str, ...]
    sure: bool
    run: tuple[Step, ...]
    by: str
    standing: Standing

    @property
    def imposed_by(self) -> str:
        """The paragraph that imposed it: the one not held, where it is known which; the one held; what all
        hang under.
        """
        if self.sure or len(self.roots) == 1:
            return self.roots[0]
        if self.run:
            return self.run[0].place
        numbered = {
            f"{one} OP{root(label)}" for one, _, label in (place.partition(" OP") for place in self.roots)
        }
        return numbered.pop() if len(numbered) == 1 else self.by


def lost(
    texts: Told,
    matter: str,
    lines: Sequence[Line],
    told: Mapping[str, int],
    run: Callable[[Line], Sequence[Step]],
) -> Iterator[Lost]:
    """The measures on a matter that run by renewals of what is not held, or are named as imposed by it.

    `told` are the kinds that run otherwise, each with the number of the resolution that last spoke of it
    (what a later one imposed took its place), `lines` those of the matter that the base holds, `run` gives
    the paragraphs of one that imposed it to the last, one after the other.
    """
    known = dict(told)
    unnamed = cache(lambda: _kinds_meant(texts.register, matter, lines))
    for settled, roots in chain(_renewed(texts, matter), _named(texts.register, matter)):
        for kind, places in roots.items():
            alone = kind != _UNNAMED and list(roots.values()).count(places) == 1
            meant = _meant(texts, places, lines, unnamed) if kind == _UNNAMED else (kind,)
            for one in meant:
                # What became of it is asked only where it would tell something new.
                if _latest(places) > known.get(one, -1) and (found := settled()):
                    known[one] = sys.maxsize
                    held = next((run(line) for line in reversed(lines) if line.kind == one), ())
                    sure = places if alone else _of_kind(texts, one, places)
                    yield Lost(one, sure, alone, tuple(held), *found)


def _meant(
    texts: Told, places: Sequence[str], lines: Sequence[Line], unnamed: Callable[[], Iterable[str]]
) -> Iterable[str]:
    """Of measures that the texts which name them call nothing the kinds: those of the matter, but not what
    was imposed for the first time after them (the diamonds of 1306 are not what 1171 imposed before); else
    those that other texts say of their paragraphs.
    """
    last = _latest(places)
    begun = {line.kind: line.steps[0].number for line in reversed(lines)}
    known = [kind for kind in unnamed() if begun.get(kind, 0) <= last]
    told = [kind for place in places for kind in texts.kinds(place)]
    return dict.fromkeys((*told, *known) if len(places) > len(known) else known or told)


def _latest(places: Iterable[str]) -> int:
    """The number of the last resolution that some places are of."""
    return max((resolution_number(place.partition(" OP")[0]) or 0 for place in places), default=0)


def lifted(texts: Told, matter: str) -> Iterator[Lost]:
    """The measures that a held text lifts by name of what imposed them, which is not held: *decides to lift
    the arms embargo established under resolution 2127*.
    """
    for step in texts.register.kept.on(f"measures of {matter}"):
        if step.action in ("ends", "lifts") and not ends_exception(step.clause):
            yield from _lost_by(texts, step, texts.register.settler.ended(step))


def lifted_later(texts: Told, matter: str) -> Iterator[Lost]:
    """The measures that a held text lifts after the day, of what was adopted by it and is not held: in 2012
    the sanctions on Eritrea of 1907, which 2444 lifts in 2018.
    """
    for step in texts.register.kept.after(f"measures of {matter}"):
        if step.action in ("ends", "lifts") and not ends_exception(step.clause):
            day = step.until or step.adopted
            why = f"{step.place} ends it on {day}, after this day; what became of it before is not held"
            yield from _lost_by(texts, step, Standing("unclear", why, step.place))


def _lost_by(texts: Told, step: Step, stands: Standing) -> Iterator[Lost]:
    """What a step lifts that is not held and was there by the day, each kind once."""
    known: set[str] = set()
    for cited, named in step.targets:
        adoption = registry.adoption(resolution_number(cited) or 0)
        there = adoption is None or adoption.adopted <= texts.register.as_of
        if cited == step.symbol or texts.register.horizon.is_held(cited) or not there:
            continue
        for kind, places in _lifted_of(texts, step, cited, named):
            if kind not in known:
                known.add(kind)
                yield Lost(kind, places, True, (), step.place, stands)


def _lifted_of(
    texts: Told, step: Step, cited: str, named: Sequence[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The kinds of measure that a step lifts of a resolution not held, and the paragraphs that impose them:
    it names the kinds, or the paragraphs, of which others say what they impose.
    """
    places = tuple(f"{cited} OP{label}" for label in named)
    if len(step.kinds) == 1 and places:
        yield step.kinds[0], places
    elif step.kinds and not places:
        yield from ((kind, (texts.imposing(cited, kind),)) for kind in step.kinds)
    else:
        told = {place: texts.kinds(place) for place in places}
        yield from ((kind, (place,)) for place, kinds in told.items() for kind in kinds)
        if unknown := tuple(place for place, kinds in told.items() if not kinds):
            yield _UNNAMED, unknown  # what they impose no text held says


def _imposing(register: Register, symbol: str, kind: str) -> str:
    """The paragraph of a resolution not held that most texts name as imposing a kind of measure."""
    rows = register.store.connection.execute(
        "SELECT c.pinpoint, p.text, c.at_start FROM citations AS c"
        " JOIN paragraphs AS p ON p.doc = c.doc AND p.seq = c.seq JOIN documents AS d ON d.id = c.doc"
        " WHERE c.cited = ? AND c.pinpoint <> '' AND p.kind = 'operative' AND d.type = 'resolution'"
        " AND d.lang LIKE 'en%'",
        (symbol,),
    ).fetchall()
    said = Counter(
        labels(pinpoint)[0]
        for pinpoint, text, start in rows
        if kind in kinds_of(fold(text[max(0, start - 90) : start]))
    )
    return f"{symbol} OP{said.most_common(1)[0][0]}" if said else symbol


def _renewed(texts: Told, matter: str) -> Iterator[tuple[_Settled, _Roots]]:
    register = texts.register
    renewals = [
        step
        for step in register.kept.on(f"measures of {matter}")
        # from the oldest on: each goes back to those before it
        if step.action in ("extends", "continues") and texts.roots(step)
    ]
    for step in reversed(renewals):
        beside = register.kept.at(step.symbol, step.label)
        # *Renews the measures imposed by paragraph 6, and reaffirms the provisions of paragraph 7*, which
        # exempts.
        aside = step.action == "continues" and any(one.action == "extends" for one in beside)
        if not aside:
            yield partial(_running, register, step), texts.roots(step)


def _running(register: Register, step: Step) -> tuple[str, Standing] | None:
    """By what, and how, a renewal runs that has an end; None where it does not run."""
    stands = register.settler.of_step(step)
    return (stands.by or step.place, stands) if stands.until and stands.lives else None


def _named(register: Register, matter: str) -> Iterator[tuple[_Settled, _Roots]]:
    """What is named as imposed by a paragraph not held, and has no end."""
    said = register.sayings.measures_not_held(register.demands.matters.symbols_on(matter))
    for one in sorted(said, key=lambda one: -(one.number or 0)):
        named = [label for label in labels(one.named) if not _has_a_term(register, one.cited, label)]
        if not named:
            continue
        by = f"{one.symbol} OP{label_of(one.place)}"
        kinds = one.what.split(",") if one.what else (_UNNAMED,)
        standing = Standing(
            "open", f"no end is set; {by} names it as imposed by {one.cited}, which is not held", by
        )
        told = {kind: tuple(f"{one.cited} OP{label}" for label in named) for kind in kinds}
        yield partial(_as_it_is, by, standing), told


def _as_it_is(by: str, standing: Standing) -> tuple[str, Standing]:
    return by, standing


def _has_a_term(register: Register, symbol: str, label: str) -> bool:
    """Whether a paragraph not held was renewed for a term, or ended: then that tells what became of it."""
    return any(
        ((later.until and named) or later.action in ENDING) and cited == symbol and covers(named, label)
        for later in register.kept.aimed_at(symbol)
        for cited, named in later.targets
    )


def _kinds_meant(register: Register, matter: str, lines: Sequence[Line]) -> Iterable[str]:
    """Of measures that no text names the kinds that they can be: those whose terms ran into the gap, else
    those that texts on the matter speak of.
    """
    return list(dict.fromkeys(line.kind for line in lines)) or _spoken_of(register, matter)


def _spoken_of(register: Register, matter: str) -> list[str]:
    """The kinds of measure on persons that operative paragraphs on a matter speak of."""
    rows = register.store.connection.execute(
        "SELECT p.text FROM documents AS d JOIN paragraphs AS p ON p.doc = d.id"
        " WHERE d.symbol IN (SELECT value FROM json_each(?)) AND p.kind = 'operative'"
        " AND d.lang LIKE 'en%' AND (p.text LIKE '%freeze%' OR p.text LIKE '%travel%')",
        (register.demands.matters.symbols_on(matter),),
    )
    said: set[str] = set()
    for (text,) in rows:
        words = fold(text)
        if _PERSONS.search(words):
            said.update(kind for kind in kinds_of(words) if kind in _ON_PERSONS)
        if len(said) == len(_ON_PERSONS):
            break
    return sorted(said)


def _of_kind(texts: Told, kind: str, places: Sequence[str]) -> tuple[str, ...]:
    """Of paragraphs not held those that other texts show to impose a kind; all, where none shows it."""
    if len(places) < 2:
        return tuple(places)
    told = {place: texts.kinds(place) for place in places}
    sure = tuple(place for place, kinds in told.items() if kind in kinds)
    return sure or tuple(place for place, kinds in told.items() if not kinds) or tuple(places)


def _told(register: Register, place: str) -> frozenset[str]:
    """The kind of measure that most texts which name one paragraph not held say that it imposes."""
    symbol, _, label = place.partition(" OP")
    said = Counter(
        one.what
        for one in register.sayings.ever_of(symbol, "imposes")
        if all(covers((label,), named) for named in labels(one.named))
    )
    return frozenset(kind for kind, _ in said.most_common(1))


class Told:
    """What the texts held say of paragraphs that are not: the renewals of a series go back to the same."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._roots: dict[tuple[int, int, int], _Roots] = {}
        self.kinds: Callable[[str], Sequence[str]] = cache(lambda place: sorted(_told(register, place)))
        self.imposing: Callable[[str, str], str] = cache(partial(_imposing, register))

    def roots(self, step: Step) -> _Roots:
        """The paragraphs not held that a renewal leads back to, by kind of measure: `measures` where no text
        that names them says of what kind they are.
        """
        if step.order not in self._roots:
            self._roots[step.order] = self._found(step)
        return self._roots[step.order]

    def _found(self, step: Step) -> _Roots:
        found: dict[str, tuple[str, ...]] = {}
        for kind, place in self._said(step):
            found[kind] = (*found.get(kind, ()), place)
        for cited, named in step.targets:
            for label in named if cited != step.symbol else ():
                held = [one for one in self.register.kept.at(cited, label) if one.action != "imposes"]
                before = [self.roots(one) for one in held if one.number < step.number]
                for kind, places in (pair for one in before for pair in one.items()):
                    found[kind] = (*found.get(kind, ()), *places)
        if len(found) > 1:
            found.pop(_UNNAMED, None)
        return {kind: tuple(dict.fromkeys(places)) for kind, places in found.items()}

    def _said(self, step: Step) -> Iterator[tuple[str, str]]:
        """The paragraphs not held that a renewal names, each with the kinds of measure that are named before
        it; beside measures none that is not one.
        """
        told = self._renewed.get((step.doc, step.seq, step.at), [])
        aimed = {cited for cited, _ in step.targets}
        own = step.kinds if len(aimed) == 1 else ()
        for one in [one for one in told if one.says == "renews"] or told:
            for kind in one.what.split(",") if one.what else own or (_UNNAMED,):
                yield kind, f"{one.cited} OP{one.named}"

    @cached_property
    def _renewed(self) -> Mapping[tuple[int, int, int], list[Saying]]:
        """What is renewed that is not held, by the document, paragraph and place of the step."""
        found: dict[tuple[int, int, int], list[Saying]] = {}
        for one in self.register.sayings.renewals_not_held():
            found.setdefault((one.doc, one.seq, one.at), []).append(one)
        return found
