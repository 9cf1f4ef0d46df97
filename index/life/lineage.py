"""The chain of renewals of a mandate: what established it, what renewed it, what ended it, and the links
lost.

A chain holds the steps on one subject (see `index.life.steps`). Where the term of a step ran out before the
next step in the base was adopted, a resolution between them is missing. If paragraphs about the subject cite
one that the base does not hold, adopted in time, it takes its place in the chain, marked as not held, with
who cites it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from functools import cache
from itertools import groupby, pairwise
from typing import Any

from mandex.corpus import lexicon, registry
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold, fold_case
from mandex.corpus.occasions import occasions
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.corpus.symbols import Reference, resolution_number, resolution_symbol
from mandex.index.engines import Engine, asking
from mandex.index.life.matters import countries_in
from mandex.index.life.rhythm import after
from mandex.index.life.standing import Register
from mandex.index.life.step import Step, Targets
from mandex.index.lookup.traces import phrases

_SITUATION = Expression(r"^(?:the )?(?:situation|question) (?:in|of|concerning) (?:the )?")
_LATE = timedelta(days=21)  # a renewal may be adopted a little after the term has run out
_EARLY = timedelta(days=60)  # and as much before
_BEGINNING = frozenset({"establishes", "imposes"})
_MONTH, _FEW_DAYS = 30.44, 5
_MANY = 40  # renewals that no gap between two held texts has


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain. `held` says whether the base holds the resolution; `why` what ties it to the
    chain.
    """

    subject: str
    doc: str
    pinpoint: str
    adopted: str
    action: str
    until: str
    status: str
    held: bool
    why: str
    clause: str
    targets: Targets = ()

    @property
    def key(self) -> tuple[str, str]:
        """Its place."""
        return self.doc, self.pinpoint

    def row(self) -> dict[str, Any]:
        """The link as a row for listings."""
        row = asdict(self)
        del row["targets"]
        return row


def lineage(
    store: Store,
    reference: Reference,
    *,
    as_of: str = "",
    engine: Engine | None = None,
    register: Register | None = None,
) -> list[Link]:
    """The chains that a resolution or one of its paragraphs belongs to, each from its oldest link to its
    newest.
    """
    register = register or Register(store, as_of)
    links: list[Link] = []
    for subject, chain in _chains(register, reference):
        links += _with_lost(store, engine, register, subject, chain)
    links = list(_each_lost_once(links))
    going_back = [
        link for link in _going_back(register, reference) if link.key not in {one.key for one in links}
    ]
    return (
        sorted([*links, *going_back], key=lambda link: (link.subject, link.adopted)) if links else going_back
    )


def _each_lost_once(links: Iterable[Link]) -> Iterator[Link]:
    """The links, those of a resolution that is not held once on each subject: it may have renewed several."""
    told: set[tuple[str, str]] = set()
    for link in links:
        if link.held or (link.subject, link.doc) not in told:
            yield link
        if not link.held:
            told.add((link.subject, link.doc))


def _going_back(register: Register, reference: Reference) -> Iterator[Link]:
    """For what has no term: the paragraphs that amend, renew, exempt from or end it, or a part of it."""
    for step in register.going_back_to(reference.symbol, reference.pinpoint):
        yield _link(register, step.subject, step)


def _chains(register: Register, reference: Reference) -> Iterator[tuple[str, list[Step]]]:
    own = [
        step
        for step in register.kept.of(reference.symbol)
        if not reference.pinpoint or step.label == reference.pinpoint
    ]
    done: set[tuple[int, int, int]] = set()
    for step in sorted(own, key=lambda step: step.action == "sets"):
        chain = register.chain(step)
        tells = len(chain) > 1 or bool(step.until) or step.action in _BEGINNING
        if tells and done.isdisjoint(one.order for one in chain):
            yield step.subject, chain
        done |= {one.order for one in chain}


def _with_lost(
    store: Store, engine: Engine | None, register: Register, subject: str, chain: Sequence[Step]
) -> Iterator[Link]:
    lost = list(_lost(store, engine, register.horizon.held, subject, chain))
    held = [_link(register, subject, step) for step in chain]
    yield from sorted([*held, *lost], key=lambda link: (link.adopted, link.doc))


def _link(register: Register, subject: str, step: Step) -> Link:
    stands = register.of_step(step)
    why = "; ".join(f"{step.action} {symbol}{_paragraphs(named)}" for symbol, named in step.targets)
    return Link(
        subject, step.symbol, step.pinpoint, step.adopted, step.action, step.until,
        stands.status, True, why or f"same subject: {subject}", step.clause, step.targets,
    )  # fmt: skip


def _paragraphs(named: Sequence[str]) -> str:
    return f" OP{', '.join(named)}" if named else ""


# -- what the base does not hold


def _lost(
    store: Store, engine: Engine | None, held: Collection[int], subject: str, chain: Sequence[Step]
) -> Iterator[Link]:
    cited = _cited_beside(store, engine, subject, chain)
    if chain[0].action != "establishes":
        yield from _origin(subject, chain[0], cited)
    for step, following in _neighbours(chain):
        if step.until and _after(step.until, _LATE) < following.adopted:
            yield from _between(held, subject, step, following, cited)


def _between(
    held: Collection[int], subject: str, step: Step, following: Step, cited: Mapping[int, list[str]]
) -> Iterator[Link]:
    """What is not held between a term that ran out and the next step held: what renewed it, what renewed that
    in turn if for as long as before, and whatever else is known for the body.
    """
    told: set[int] = set()
    for link in _each_term(held, subject, step, following, cited):
        told.add(resolution_number(link.doc) or 0)
        yield link
    first = min(_after(step.until, -_EARLY), min(map(_adopted, told), default="9999"))
    for number in _on_its_item(held, step, following, unknown=True):
        if number not in told and _adopted(number) >= first and subject in _known_for(number):
            why = f"not held; adopted on the same agenda item before {following.place}, and known for it"
            yield _unheld(subject, number, why)


def _each_term(
    held: Collection[int], subject: str, step: Step, following: Step, cited: Mapping[int, list[str]]
) -> Iterator[Link]:
    """What renewed a term that ran out, and each that followed, taking all to be as long as the first."""
    length = date.fromisoformat(step.until) - date.fromisoformat(step.adopted)
    every = f"P{int((length.days + _FEW_DAYS) / _MONTH)}M"  # a renewal is adopted some days before
    one, renewal = step, step.place
    for _ in range(_MANY):
        if _after(one.until, _LATE) >= following.adopted:
            return
        found = [*_bridge(subject, one, following, cited)] or [
            *_by_item(held, subject, one, following, renewal)
        ]
        if not found or length <= _EARLY:
            yield from found
            return
        yield from found
        number, renewal = resolution_number(found[0].doc) or 0, found[0].doc
        one = one._replace(number=number, adopted=found[0].adopted, until=after(one.until, every))


def _neighbours(chain: Sequence[Step]) -> Iterator[tuple[Step, Step]]:
    """Each resolution of a chain and the next, by the step that runs longest and the first that follows: the
    last of its steps may have no day (2738 OP3 amends what 2738 OP1 renews).
    """
    own = [list(steps) for _, steps in groupby(chain, key=lambda step: step.number)]
    for one, following in pairwise(own):
        yield max(one, key=lambda step: step.until), following[0]


def _cited_beside(
    store: Store, engine: Engine | None, subject: str, chain: Sequence[Step]
) -> Mapping[int, list[str]]:
    """Resolutions not held that paragraphs which name the subject cite: number -> places."""
    body = lexicon.bodies().get(subject)
    if body is not None:
        if engine is None:
            engine = asking(store)
        beside = engine.matching(phrases([*map(fold, body.terms_en), *map(fold, body.terms_zh)]))
    else:
        beside = {step.paragraph for step in chain}
    rows = store.connection.execute(
        "SELECT DISTINCT c.cited, d.symbol, p.pinpoint FROM paragraphs AS p"
        " JOIN citations AS c ON c.doc = p.doc AND c.seq = p.seq JOIN documents AS d ON d.id = p.doc"
        " WHERE p.id IN (SELECT value FROM json_each(?)) AND c.cited LIKE 'S/RES/%'"
        " AND NOT EXISTS (SELECT 1 FROM documents WHERE symbol = c.cited) ORDER BY d.number",
        (json.dumps(list(beside)),),
    )
    found: dict[int, list[str]] = {}
    for cited, symbol, pinpoint in rows:
        number = resolution_number(cited)
        if number is not None:
            found.setdefault(number, []).append(f"{symbol} {pinpoint}".strip())
    return found


def _origin(subject: str, first: Step, cited: Mapping[int, list[str]]) -> Iterator[Link]:
    """What came before the oldest step: of the resolutions cited beside the subject the most cited one."""
    own = registry.adoption(first.number)
    earlier = Counter(
        {
            number: len(places)
            for number, places in cited.items()
            if number < first.number and own and _agenda(number) == own.agenda_item
        }
    )
    targets = (resolution_number(symbol) for symbol, _ in first.targets)
    aimed = [number for number in targets if number is not None and number in cited]
    for number in aimed or [number for number, _ in earlier.most_common(1)]:
        yield _unheld(subject, number, _beside(cited[number]))


def _bridge(subject: str, step: Step, following: Step, cited: Mapping[int, list[str]]) -> Iterator[Link]:
    """What renewed a term that ran out before the next step held: the last adopted before it ran out."""
    latest, items = _after(step.until, _LATE), _items(step, following)
    between = [
        number for number in cited
        if step.number < number < following.number and step.adopted < _adopted(number) <= latest
        and (not _agenda(number) or _is_on(_agenda(number), items))
    ]  # fmt: skip
    if between:
        number = max(between)
        yield _unheld(subject, number, _beside(cited[number]))


def _beside(places: Iterable[str]) -> str:
    return f"not held; cited beside the subject by {', '.join(list(places)[:3])}"


def _by_item(held: Collection[int], subject: str, step: Step, following: Step, place: str) -> Iterator[Link]:
    """Where nothing held cites it: the one resolution not held that was adopted on the same agenda item when
    the term of `place` ran out; of several the one that is known for the body. Else which it was the base
    cannot tell.
    """
    first, last = _after(step.until, -_EARLY), _after(step.until, _LATE)
    missing = [one for one in _on_its_item(held, step, following) if first <= _adopted(one) <= last]
    why = f"not held; adopted on the same agenda item when the term of {place} ran out"
    if len(missing) > 1:
        missing = [number for number in missing if subject in _known_for(number)]
        why += ", and known for it"
    if len(missing) == 1:
        yield _unheld(subject, missing[0], why)


def _on_its_item(
    held: Collection[int], step: Step, following: Step, *, unknown: bool = False
) -> Iterator[int]:
    """The resolutions not held between two steps on the agenda item of either, with `unknown` those too of
    which the register knows none.
    """
    items = _items(step, following)
    for number in range(step.number + 1, following.number):
        on_it = _is_on(agenda, items) if (agenda := _agenda(number)) else unknown
        if number not in held and on_it:
            yield number


def _items(step: Step, following: Step) -> set[str]:
    return {_agenda(step.number), _agenda(following.number)} - {""}


@cache
def _topic(item: str) -> str:
    """What an agenda item is about."""
    return _SITUATION.sub("", item.casefold())


def _is_on(agenda: str, items: Collection[str]) -> bool:
    """Whether an agenda item is one of some, in other words or not (*Middle East — UNDOF*, *The situation in
    the Middle East — UNDOF*), or about the same country.
    """
    about = _countries(agenda)
    return any(_topic(agenda) == _topic(item) or not about.isdisjoint(_countries(item)) for item in items)


@cache
def _countries(item: str) -> frozenset[str]:
    return frozenset(countries_in(item))


def _known_for(number: int) -> set[str]:
    """The bodies that the world names when it speaks of a resolution: *UNDOF renewal 2022*."""
    words = " | ".join(occasions().get(number, ()))
    return {one.id for one in lexicon.match_bodies(fold_case(words))}


def _unheld(subject: str, number: int, why: str) -> Link:
    symbol = resolution_symbol(number, registry.year(number))
    return Link(subject, symbol, "", _adopted(number), "", "", "unclear", False, why, "")


def _adopted(number: int) -> str:
    adoption = registry.adoption(number)
    return adoption.adopted if adoption else ""


def _agenda(number: int) -> str:
    adoption = registry.adoption(number)
    return adoption.agenda_item if adoption else ""


def _after(day: str, span: timedelta) -> str:
    return (date.fromisoformat(day) + span).isoformat()
