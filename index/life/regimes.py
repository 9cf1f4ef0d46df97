"""Sanctions regimes as the texts have them: committee, measures, exemptions, panel; on any day.

A regime is what the resolutions on one matter impose on it. Nothing is known of particular regimes: a measure
is a decision that all States shall freeze, prevent or prohibit; a committee is one that a decision founds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from mandex.corpus import lexicon
from mandex.corpus.fold import fold
from mandex.corpus.store import Store
from mandex.corpus.symbols import resolution_number
from mandex.index.life.bodies import Life
from mandex.index.life.measures import kinds_of
from mandex.index.life.standing import Register
from mandex.index.life.step import ENDING, Step

_EXEMPTIONS = 12  # places named of each measure
_OVERSIGHT = ("monitoring-team of ", "ombudsperson")


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of a regime, or its panel or committee.

    `imposed_by` is the paragraph that imposes it (the first of those that stand), `also` the others;
    `latest_renewal` the last that renewed or confirmed it; `exemptions` the paragraphs that exempt from it.
    """

    regime: str
    name: str
    committee: str
    measure: str
    imposed_by: str
    latest_renewal: str
    until: str
    status: str
    exemptions: tuple[str, ...]
    reason: str
    also: tuple[str, ...] = ()

    def row(self) -> dict[str, Any]:
        """The measure as a row for listings."""
        return asdict(self)


def regimes(store: Store, name: str = "", *, as_of: str = "", ended: bool = False) -> list[Measure]:
    """The measures in force on a day, regime by regime; with `ended` also those that are over.

    `name` is a country, its id, the number of a committee's resolution, or a part of the regime's name.
    """
    register = Register(store, as_of)
    found: list[Measure] = []
    for matter in _matters(register):
        regime = list(_regime(register, matter))
        lives = any(_lives(one) and one.measure not in ("panel", "committee") for one in regime)
        if _is_named(regime, name) and (lives or ended):
            found += (one for one in regime if ended or _lives(one))
    return found


def _matters(register: Register) -> Iterable[str]:
    """What has measures, first what has a committee, in the order in which those were established."""
    imposed = {step.matter for step in register.kept.acting(["imposes"])}
    founded = [s for s in register.kept.acting(["establishes"]) if s.subject.startswith("committee of ")]
    committees = dict.fromkeys(step.matter for step in founded)
    renewed = {s.matter for s in register.kept.acting(["extends"]) if s.subject.startswith("measures of ")}
    measured = imposed | renewed
    return [*(matter for matter in committees if matter in measured), *sorted(measured - committees.keys())]


def _lives(one: Measure) -> bool:
    return one.status in ("current", "open", "unclear")


def _is_named(regime: Sequence[Measure], name: str) -> bool:
    wanted = fold(name).strip()
    if not wanted:
        return True
    said = (fold(f"{one.regime} {one.name} {one.committee} {one.imposed_by}") for one in regime)
    return any(wanted in words for words in said)


def _regime(register: Register, matter: str) -> Iterator[Measure]:
    committee = _committee(register, matter)
    name = called(matter)
    place = committee.place if committee else ""
    kinds: dict[str, list[Step]] = {}
    for step in register.kept.about(matter):
        if step.action == "imposes":
            for kind in step.kinds:
                kinds.setdefault(kind, []).append(step)
    measures = [_measure(register, matter, name, place, kind, steps) for kind, steps in kinds.items()]
    told = {kind for kind, steps in kinds.items() if any(_is_told(register, step) for step in steps)}
    lost = list(_lost(register, matter, name, place, told))
    followed = {one.measure for one in lost}
    yield from (one for one in measures if one.measure not in followed)
    yield from lost
    if committee is not None:
        stands = register.of_step(committee)
        yield Measure(
            matter, name, place, "committee", place, stands.by, stands.until, stands.status, (), stands.reason
        )
    yield from _panels(register, matter, name, place)


def _is_told(register: Register, step: Step) -> bool:
    """Whether what a step imposes lives, and was not last renewed for a term that could not be dated."""
    end = register.chains.end(step)
    return register.of_step(step).lives and (end.action != "extends" or bool(end.until))


def _lost(register: Register, matter: str, name: str, committee: str, told: set[str]) -> Iterator[Measure]:
    """Measures that run by a renewal, and whose imposing paragraph the base does not hold: where the renewals
    lead back to. `told` are the kinds that run otherwise.
    """
    told = set(told)
    for step in reversed(register.kept.on(f"measures of {matter}")):
        stands = register.of_step(step)
        if step.action not in ("extends", "continues") or not stands.until or not stands.lives:
            continue
        for kind, roots in _roots(register, step, frozenset()).items():
            if kind in told:
                continue
            told.add(kind)
            reason = f"{stands.reason}; {roots[0]} is not held"
            end = stands.by or step.place
            yield Measure(
                matter, name, committee, kind, roots[0], end, stands.until, stands.status, (), reason,
                roots[1:],
            )  # fmt: skip


def _roots(
    register: Register, step: Step, seen: frozenset[tuple[int, int, int]]
) -> dict[str, tuple[str, ...]]:
    """The paragraphs not held that a renewal leads back to, by kind of measure: `measures` where no text that
    names them says of what kind they are.
    """
    found: dict[str, tuple[str, ...]] = {}
    said = _kinds_said(register.store, step)
    for cited, named in step.targets:
        unheld = not register.horizon.is_held(cited)
        for label in (one for one in named if one[:1].isdigit()):
            held = [one for one in register.kept.at(cited, label) if one.order not in seen]
            above = [_roots(register, one, seen | {step.order}) for one in held if one.action != "imposes"]
            if unheld and cited in said:
                above += [{kind: (f"{cited} OP{label}",)} for kind in said[cited] or ("measures",)]
            for kind, places in (pair for one in above for pair in one.items()):
                found[kind] = tuple(dict.fromkeys((*found.get(kind, ()), *places)))
    if len(found) > 1:
        found.pop("measures", None)
    return found


_ONLY_ADJUSTED = re.compile(
    r"\b(?:renewed|extended|expanded|modified|amended|updated)(?: and \w+)? (?:by|in|through)\b"
    r"(?: (?:sub)?paragraphs? [\d(][^;]{0,30})?\W*$"
)


def _kinds_said(store: Store, step: Step) -> dict[str, tuple[str, ...]]:
    """Of each resolution that a renewal cites the kinds of measure that are named before it: *the measures on
    arms imposed by paragraph 7 of resolution 1572 and those on diamonds imposed by …*. What is only said to
    have renewed or modified others is left out.
    """
    rows = store.connection.execute(
        "SELECT p.text, c.at_start, c.at_end, c.cited FROM paragraphs AS p JOIN citations AS c"
        " ON c.doc = p.doc AND c.seq = p.seq WHERE p.doc = ? AND p.seq = ? AND c.at_start >= ?"
        " ORDER BY c.at_start",
        (step.doc, step.seq, step.at),
    )
    found: dict[str, tuple[str, ...]] = {}
    last = step.at
    for text, start, end, cited in rows:
        before = fold(text[last:start])
        if not _ONLY_ADJUSTED.search(before):
            found.setdefault(cited, kinds_of(before) or (step.kinds if len(step.targets) == 1 else ()))
        last = end
    return found


def _measure(
    register: Register, matter: str, name: str, committee: str, kind: str, steps: Sequence[Step]
) -> Measure:
    stands = [(step, register.of_step(step)) for step in steps]
    living = [(step, one) for step, one in stands if one.lives] or stands[-1:]
    lead, settled = min(living, key=lambda pair: (not _is_plain(pair[0], kind), pair[0].order))
    latest = max(living, key=lambda pair: pair[1].until)[1] if not settled.until else settled
    again = [step for step, _ in living if step.number > lead.number and _is_plain(step, kind)]
    confirmed = settled.by or _last_confirmation(register, lead)
    renewed = max(again[-1].place if again else "", confirmed, key=_when)
    return Measure(
        matter, name, committee, kind, lead.place, renewed, latest.until, settled.status,
        tuple(_exemptions(register, [step for step, _ in living])), settled.reason,
        tuple(step.place for step, _ in living if step.place != lead.place),
    )  # fmt: skip


def _is_plain(step: Step, kind: str) -> bool:
    """Whether a paragraph imposes the measure itself, before it speaks of others."""
    return bool(step.kinds) and step.kinds[0] == kind


def _when(place: str) -> int:
    """The number of the resolution of a place."""
    return resolution_number(place.partition(" OP")[0]) or 0


def _last_confirmation(register: Register, step: Step) -> str:
    later = [one for one in register.chains.following(step) if one.action not in ENDING]
    return later[-1].place if later else ""


def _exemptions(register: Register, steps: Sequence[Step]) -> Iterator[str]:
    """The paragraphs that exempt from a measure and stand."""
    found: dict[str, None] = {}
    for step in steps:
        for later in register.kept.aimed_at(step.symbol):
            aims = any(cited == step.symbol and step.label in named for cited, named in later.targets)
            if later.action == "exempts" and aims and register.of_step(later).lives:
                found[later.place] = None
    yield from list(found)[:_EXEMPTIONS]


def _committee(register: Register, matter: str) -> Step | None:
    """The committee that oversees a regime: the last established."""
    life = register.kept.on(f"committee of {matter}")
    founded = [step for step in life if step.action == "establishes"]
    return founded[-1] if founded else None


def _panels(register: Register, matter: str, name: str, committee: str) -> Iterator[Measure]:
    subjects = dict.fromkeys(
        step.subject
        for step in register.kept.about(matter)
        if step.subject == f"panel of {matter}" or step.subject.startswith(_OVERSIGHT)
    )
    for subject in subjects:
        life = register.demands.bodies.life(subject)
        if life is None:
            continue
        founded = _founding(register, subject, life, _committee(register, matter))
        latest = life.last.place if life.last.place != founded else ""
        what = "panel" if subject.startswith("panel of ") else subject.partition(" of ")[0]
        yield Measure(
            matter, name, committee, what, founded, latest, life.stands.until or life.last.until,
            life.stands.status, (), life.stands.reason,
        )  # fmt: skip


def _founding(register: Register, subject: str, life: Life, committee: Step | None) -> str:
    """The paragraph that founded a panel, under the committee that there is; where none held does, the oldest
    that its renewals go back to.
    """
    steps = register.kept.on(subject)
    founding = [step for step in steps if step.action == "establishes"]
    since = [step for step in founding if committee and step.number >= committee.number]
    if founding:
        return (since or founding)[0].place
    named = [(cited, labels) for step in steps for cited, labels in step.targets if cited != step.symbol]
    cited, labels = min(named, key=lambda one: (resolution_number(one[0]) or 0, not one[1]), default=("", ()))
    if not cited or (resolution_number(cited) or 0) >= life.first.number:
        return life.first.place
    return f"{cited} OP{labels[0]}" if labels else cited


def called(matter: str) -> str:
    """A matter in words: the country's name, or the agenda item."""
    country = lexicon.countries().get(matter)
    return country.label_en if country else matter[:1].upper() + matter[1:]
