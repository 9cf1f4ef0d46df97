"""The paragraphs that may answer a question, judged and put in order, with how they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from mandex.corpus.store import Store
from mandex.index.life.measures import COMMODITIES, TRADE
from mandex.index.life.standing import Register
from mandex.index.life.step import Action, Step
from mandex.index.life.subjects import PANELS
from mandex.index.lookup.candidates import MANY, Place, choose, load
from mandex.index.lookup.concepts import Concept
from mandex.index.lookup.heirs import Weighed, with_heirs
from mandex.index.lookup.lapsed import Over, lapsed
from mandex.index.lookup.living import (
    Judged,
    Lives,
    by_what_lives,
    enough,
    grouped,
    over_now,
    reaching,
    weighed,
)
from mandex.index.lookup.measures import above_points
from mandex.index.lookup.question import Question
from mandex.index.lookup.regime import Laid, asked_of, last_terms, missions_asked
from mandex.index.lookup.rendered import by_renderings
from mandex.index.lookup.scoring import Candidate, Judgement, judge
from mandex.index.lookup.traces import Shelf, Traces
from mandex.index.lookup.vocabulary import missions_of
from mandex.index.search.occasions import called
from mandex.index.text.terms import terms

_JUDGED = 3  # candidates judged for each answer asked for
_MANY = 40  # answers whose standing is looked into


class Inquiry:
    """A question that is looked up: of the paragraphs `allowed` (None: all) those that may answer it.

    `subjects` are the subjects of steps that it names, `laid` the steps that themselves are the answer, where
    it asks for a measure or a term. With `current` only what stands on the day `as_of` is an answer.
    """

    def __init__(
        self, store: Store, shelf: Shelf, asked: Question, traces: Sequence[Traces],
        allowed: Set[int] | None, *, as_of: str, current: bool,
    ) -> None:  # fmt: skip
        self._store, self._shelf, self._asked, self._traces = store, shelf, asked, traces
        self._allowed, self._current = allowed, current
        self.register = Register(store, as_of)
        self.subjects = _subjects(asked)
        self.laid = (asked_of if current else last_terms)(self.register, asked, traces)
        self._lives = Lives(self.register)
        self._latest = self.subjects if "latest" in asked.wishes else None
        self._newest = 0

    def candidates(self, limit: int) -> tuple[list[Judged], int]:
        """What is judged to find `limit` answers, best first, and how many paragraphs say anything of the
        question.
        """
        most = max(MANY, _JUDGED * limit)
        chosen, total = choose(self._store, self._traces, self._shelf, self._allowed, most)
        wished = [*self._steps_wished_for(), *(step.paragraph for step in self.laid)]
        places = self._places([*chosen, *self._only_allowed(wished)])
        self._newest = max((place.candidate.number or 0 for place in places), default=0)
        judged = [(self._judge(place.candidate), place) for place in places]
        judged.sort(key=lambda pair: (-pair[0].score, pair[1].candidate.date, pair[1].candidate.id))
        return judged, total

    def ranked(self, judged: Sequence[Judged], limit: int) -> tuple[list[Weighed], Over | None]:
        """The candidates in the order in which they answer, with how they stand; and what would have answered
        but is over, where only what stands is wanted.
        """
        laid = frozenset(name for step in self.laid for name in (step.place, _printed(step)))
        groups = by_renderings(self._store, grouped(judged), self._asked)
        many = max(_MANY, 3 * limit) if self._current or self._latest else enough(groups, limit)
        if not self._current:
            return weighed(groups, self._lives, self._latest, laid, many=many), None
        many = reaching(groups, self._lives, limit, many)
        groups = by_what_lives(groups, self._lives, self._judge, laid, many=many)
        standing = weighed(groups, self._lives, self._latest, laid, many=many)
        standing = with_heirs(self._store, standing, self._weigh)
        over = lapsed(self.register, self._asked, self._traces)
        if not (self.laid or missions_asked(self._asked)):  # what is named stands, or is known to be over
            over = over_now(standing, self._lives, over)
        return [one for one in standing if one[1].lives], over

    def _judge(self, candidate: Candidate) -> Judgement:
        return judge(candidate, self._traces, self._asked, self._newest)

    def _places(self, ids: Iterable[int]) -> list[Place]:
        words = called(self._store.connection, terms(self._asked.text))
        return load(self._store, dict.fromkeys(ids), self._shelf, words)

    def _only_allowed(self, ids: Iterable[int]) -> list[int]:
        return [id_ for id_ in ids if self._allowed is None or id_ in self._allowed]

    def _weigh(self, ids: Iterable[int]) -> list[Weighed]:
        """Paragraphs that were not among the candidates, judged as those are that were."""
        places = self._places(self._only_allowed(ids))
        groups = grouped((self._judge(place.candidate), place) for place in places)
        groups = by_what_lives(groups, self._lives, self._judge, frozenset(), many=len(groups))
        return weighed(groups, self._lives, self._latest, many=len(groups))

    def _steps_wished_for(self) -> list[int]:
        """Paragraphs that begin or end something, where that is asked for; the whole life of what is named;
        what imposes the measure that the question names and nothing else.
        """
        kept, concepts = self.register.kept, self._asked.concepts
        wished = {action for wish in self._asked.wishes for action in _ACTIONS.get(wish, ())}
        named = (step for subject in self._latest or () for step in kept.on(subject))
        imposing = [*_imposing(self.register, concepts[0])] if len(concepts) == 1 else []
        stems = above_points(self._store, (step.paragraph for step in imposing if step.action == "imposes"))
        return [*(step.paragraph for step in (*kept.acting(wished), *named, *imposing)), *stems]


def _printed(laid: Laid) -> str:
    """Where the words of a step stand, though a paragraph quotes them: `S/RES/2321 (2016) OP26¶1`."""
    return f"{laid.symbol} OP{laid.label}" if isinstance(laid, Step) else laid.place


_ACTIONS: Mapping[str, tuple[Action, ...]] = {"establish": ("establishes",), "end": ("ends", "lifts")}


def _subjects(asked: Question) -> frozenset[str]:
    """The subjects of steps that a question names: bodies, or the panel of a country."""
    ids = {concept.id for concept in asked.concepts}
    countries = [concept.id for concept in asked.concepts if concept.kind == "country"]
    panels = {f"panel of {country}" for country in countries} if ids & PANELS else set()
    missions = {id_ for country in countries for id_ in missions_of(country)} if asked.mission else set()
    return frozenset(ids | panels | missions)


def _imposing(register: Register, measure: Concept) -> Iterator[Step]:
    """The steps that impose a measure, or that exempt from any; what bans all trade bans a commodity."""
    if measure.topic == "exemptions":
        yield from register.kept.acting(["exempts"])
    kinds = {measure.topic, *(f"commodity:{wording}" for wording in measure.wordings)}
    if any(f"commodity:{kind}" in COMMODITIES for kind in kinds):
        kinds.add(TRADE)
    yield from (step for step in register.kept.acting(["imposes"]) if not kinds.isdisjoint(step.kinds))
