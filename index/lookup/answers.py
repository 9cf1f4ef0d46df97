"""Mandate lookup: which resolution requires this measure, of whom, how bindingly, until when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import asdict
from functools import partial
from typing import Any

from mandex.corpus.errors import BadQueryError
from mandex.corpus.fold import fold, is_chinese
from mandex.corpus.model import Mandate, MandateDate
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.engines import And, Engine, Filter, adopted, asking
from mandex.index.life.measures import COMMODITIES, TRADE
from mandex.index.life.standing import Register, Standing
from mandex.index.life.step import Action, Step
from mandex.index.life.subjects import PANELS
from mandex.index.lookup.answering import LOOKED_AT, answers_it, fit_of
from mandex.index.lookup.candidates import MANY, choose, load
from mandex.index.lookup.concepts import Concept
from mandex.index.lookup.heirs import Weighed, with_heirs
from mandex.index.lookup.lapsed import concerns, lapsed
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
from mandex.index.lookup.pointers import named, pointers
from mandex.index.lookup.question import Question, understand
from mandex.index.lookup.regime import Laid, asked_of, is_spared_with_all, last_terms, missions_asked
from mandex.index.lookup.rendered import by_renderings
from mandex.index.lookup.scoring import Candidate, Judgement, judge
from mandex.index.lookup.spelling import correct
from mandex.index.lookup.together import never_together
from mandex.index.lookup.traces import Shelf, Traces, leading_nowhere, shelf_of, trace
from mandex.index.lookup.values import known_value
from mandex.index.lookup.vocabulary import missions_of
from mandex.index.search.occasions import called
from mandex.index.search.snippets import Snippet, merged, snippet
from mandex.index.text.terms import terms

_SNIPPET = 240  # characters
_JUDGED = 3  # candidates judged for each answer asked for
_MANY = 40  # answers whose standing is looked into


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an answer must be, whatever the question: each field empty where it does not matter.

    `force` is a force or `binding`; `resolution` a symbol in normal form; `lang` a language or `zh`;
    `current` leaves out what has ended or been replaced by `as_of` (ISO date; empty: today); `since` and
    `until` are days (ISO) between which the document was adopted.
    """

    actor: str = ""
    topic: str = ""
    force: str = ""
    year: int | None = None
    resolution: str = ""
    lang: str = ""
    current: bool = False
    as_of: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One paragraph that answers, in the language shown; `langs` are all that hold it.

    `snippet` is cut around what answers, `highlights` are the places in it, in the script of the text.
    `why` says what of the question was met where. `status` (see `index.life.status`) and `reason` say whether
    it stands, `by` what settles that, `until` the date until when, where one is set.
    """

    doc: str
    lang: str
    langs: tuple[str, ...]
    pinpoint: str
    score: float
    verb: str
    lemma: str
    force: str
    binding: bool
    chapter_vii: bool
    actors: tuple[str, ...]
    measure: str
    topics: tuple[str, ...]
    dates: tuple[MandateDate, ...]
    status: str
    reason: str
    until: str
    by: str
    why: tuple[str, ...]
    title: str
    date: str
    seq: int
    snippet: str
    highlights: tuple[tuple[int, int], ...] = ()

    def row(self) -> dict[str, Any]:
        """The answer as a row for listings."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Found:
    """What a question found: `answers`, best first, out of `total` paragraphs that say anything of it.

    `unmet` are the words of the question that no text has, `read_as` those that were read as the nearest word
    that texts have. `answered` is false where what matters of the question is met nowhere: then the answers
    are only what came nearest. Where the answers were narrowed by what is wanted, whatever is left answers.
    `over` says what would have answered best and why it no longer stands, where only what stands is wanted.
    `place` is the paragraph that the question names (*1373 OP2(e)*), held or not; else empty. `named` are the
    resolutions that it names by number, `pointers` say what answers it beside paragraphs.
    """

    answers: tuple[Answer, ...]
    total: int
    unmet: tuple[str, ...]
    read_as: Mapping[str, str]
    answered: bool
    over: str = ""
    place: str = ""
    named: tuple[int, ...] = ()
    pointers: tuple[str, ...] = ()


def lookup(
    store: Store,
    question: str,
    wanted: Wanted | None = None,
    *,
    limit: int = 10,
    engine: Engine | None = None,
) -> list[Answer]:
    """The best `limit` answers to a question in English or Chinese, best first; none where nothing answers.

    Raises `BadQueryError` where the question says nothing that could be looked for, or `wanted` names a topic
    or an actor that the vocabulary does not have.
    """
    found = find(store, question, wanted, limit=limit, engine=engine)
    return list(found.answers) if found.answered else []


def find(
    store: Store,
    question: str,
    wanted: Wanted | None = None,
    *,
    limit: int = 10,
    engine: Engine | None = None,
) -> Found:
    """What a question finds, with all that `Found` says of it; raises as `lookup` does."""
    wanted = wanted or Wanted()
    if engine is None:
        engine = asking(store)
    filters = _filters(wanted)
    asked = understand(question)
    shelf = shelf_of(store)
    traces = trace(store, engine, shelf, asked.concepts)
    if apart := leading_nowhere(store, traces):
        asked = understand(question, apart)
        traces = trace(store, engine, shelf, asked.concepts)
    corrected, read_as = correct(store, engine, question, traces)
    if read_as:
        asked = understand(corrected, apart)
        traces = trace(store, engine, shelf, asked.concepts)
    if not asked.concepts:
        raise BadQueryError(f"nothing to look for in {question!r}: name a measure, a body or a country")
    allowed = engine.matching(And(filters)) if filters else None
    register = Register(store, wanted.as_of)
    subjects = _subjects(asked)
    chosen, total = choose(store, traces, shelf, allowed, max(MANY, _JUDGED * limit))
    laid = (asked_of if wanted.current else last_terms)(register, asked, traces)
    wished = [
        *_steps_wished_for(store, register, asked, subjects),
        *(step.paragraph for step in laid),
    ]
    chosen += [id_ for id_ in wished if allowed is None or id_ in allowed]
    places = load(store, dict.fromkeys(chosen), shelf, called(store.connection, terms(asked.text)))
    newest = max((place.candidate.number or 0 for place in places), default=0)
    judged = [(judge(place.candidate, traces, asked, newest), place) for place in places]
    judged.sort(key=lambda pair: (-pair[0].score, pair[1].candidate.date, pair[1].candidate.id))
    latest = subjects if "latest" in asked.wishes else None
    places_laid = frozenset(name for step in laid for name in (step.place, _printed(step)))
    groups = by_renderings(store, grouped(judged), asked)
    many = max(_MANY, 3 * limit) if wanted.current or latest else enough(groups, limit)
    lives = Lives(register)
    if wanted.current:
        many = reaching(groups, lives, limit, many)
        again = partial(judge, traces=traces, question=asked, newest=newest)
        groups = by_what_lives(groups, lives, again, places_laid, many=many)
    standing = weighed(groups, lives, latest, places_laid, many=many)
    over = None
    if wanted.current:
        standing = with_heirs(store, standing, _weighing(store, shelf, asked, again, lives, latest, allowed))
        over = lapsed(register, asked, traces)
        if not (laid or missions_asked(asked)):  # what is asked for by name stands, or is known to be over
            over = over_now(standing, lives, over)
        standing = [one for one in standing if one[1].lives]
    shown_in = wanted.lang or ("zh" if is_chinese(question) else "en")
    answers = [
        _answer(score, versions, stands, shown_in, traces, read_as)
        for score, stands, versions in standing[:limit]
    ]
    unmet = tuple(one.concept.said for one in traces if not one.known)
    best = [versions[0] for _, _, versions in standing[:LOOKED_AT]]
    answered = concerns(register, over, asked, traces, subjects) or (
        bool(best)
        and (
            bool(filters or laid)
            or is_spared_with_all(register, asked, best[0][1])
            or (
                _answered(question, asked, traces, best, register)
                and not never_together(store, engine, shelf, traces, best[0][0])
            )
        )
    )
    return Found(
        tuple(answers), total, unmet, read_as, answered, over.told if over else "", str(asked.place or ""),
        named(question, asked), tuple(pointers(question, asked)),
    )  # fmt: skip


def _weighing(
    store: Store, shelf: Shelf, asked: Question, again: Callable[[Candidate], Judgement], lives: Lives,
    latest: frozenset[str] | None, allowed: Set[int] | None,
) -> Callable[[Iterable[int]], list[Weighed]]:  # fmt: skip
    """What judges paragraphs that were not among the candidates as those are judged that were; only what is
    `allowed`.
    """

    def weigh(ids: Iterable[int]) -> list[Weighed]:
        left = [id_ for id_ in ids if allowed is None or id_ in allowed]
        places = load(store, left, shelf, called(store.connection, terms(asked.text)))
        groups = grouped((again(place.candidate), place) for place in places)
        groups = by_what_lives(groups, lives, again, frozenset(), many=len(groups))
        return weighed(groups, lives, latest, many=len(groups))

    return weigh


def _answered(
    question: str, asked: Question, traces: Sequence[Traces], best: Sequence[Judged], register: Register
) -> bool:
    """Whether one of the best answers `question`."""
    if asked.place and asked.place.is_at(best[0][1].candidate.number, best[0][1].candidate.label):
        return True
    fit = fit_of(traces, _called(asked, best[0]), best[0][1].candidate, [place.symbol for _, place in best])
    return answers_it(question, traces, [judgement for judgement, _ in best], register, fit)


def _called(asked: Question, answer: Judged) -> float:
    """The share of the question's words that the bynames of an answer have."""
    terms_called = answer[1].candidate.called.terms
    total = sum(weight for _, weight in asked.words)
    return sum(weight for term, weight in asked.words if term in terms_called) / total if total else 0.0


def _filters(wanted: Wanted) -> tuple[Filter, ...]:
    """What is wanted of an answer, as facts of the store."""
    given: tuple[Filter | None, ...] = (
        Filter("lang", "begins", (wanted.lang,)) if wanted.lang else None,
        Filter("symbol", "is", (wanted.resolution,)) if wanted.resolution else None,
        Filter("year", "is", (wanted.year,)) if wanted.year is not None else None,
        Filter("actor", "is", (known_value("actor", wanted.actor),)) if wanted.actor else None,
        Filter("topic", "is", (known_value("topic", wanted.topic),)) if wanted.topic else None,
        Filter("binding", "is", (1,)) if wanted.force == "binding" else None,
        Filter("force", "is", (wanted.force,)) if wanted.force not in ("", "binding") else None,
    )
    last = min(filter(None, (wanted.until, wanted.as_of)), default="")  # what came later was not there
    return (*filter(None, given), *adopted(wanted.since, last))


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


def _steps_wished_for(
    store: Store, register: Register, asked: Question, subjects: frozenset[str]
) -> list[int]:
    """Paragraphs that begin or end something, where that is asked for; the whole life of what is named; what
    imposes the measure that the question names and nothing else.
    """
    wished = {action for wish in asked.wishes for action in _ACTIONS.get(wish, ())}
    latest = subjects if "latest" in asked.wishes else ()
    named = (step for subject in latest for step in register.kept.on(subject))
    imposing = [*_imposing(register, asked.concepts[0])] if len(asked.concepts) == 1 else []
    stems = above_points(store, (step.paragraph for step in imposing if step.action == "imposes"))
    return [*(step.paragraph for step in (*register.kept.acting(wished), *named, *imposing)), *stems]


def _imposing(register: Register, measure: Concept) -> Iterator[Step]:
    """The steps that impose a measure, or that exempt from any; what bans all trade bans a commodity."""
    if measure.topic == "exemptions":
        yield from register.kept.acting(["exempts"])
    kinds = {measure.topic, *(f"commodity:{wording}" for wording in measure.wordings)}
    if any(f"commodity:{kind}" in COMMODITIES for kind in kinds):
        kinds.add(TRADE)
    yield from (step for step in register.kept.acting(["imposes"]) if not kinds.isdisjoint(step.kinds))


def _answer(
    score: float,
    versions: Sequence[Judged],
    stands: Standing,
    shown_in: str,
    traces: Sequence[Traces],
    read_as: Mapping[str, str],
) -> Answer:
    judgement, place = next((v for v in versions if v[1].lang.startswith(shown_in)), versions[0])
    mandate = judgement.mandate
    force, binding = _force(mandate, versions)
    part = _snippet(place.text, traces)
    return Answer(
        doc=place.symbol,
        lang=place.lang,
        langs=tuple(sorted({version.lang for _, version in versions})),
        pinpoint=place.pinpoint,
        score=round(score, 4),
        verb=mandate.verb if mandate else "",
        lemma=mandate.lemma if mandate else "",
        force=force,
        binding=binding,
        chapter_vii=mandate.chapter_vii if mandate else False,
        actors=mandate.actors if mandate else (),
        measure=mandate.measure if mandate else "",
        topics=mandate.topics if mandate else (),
        dates=mandate.dates if mandate else (),
        status=stands.status,
        reason=stands.reason,
        until=stands.until,
        by=stands.by,
        why=tuple(f"{_typed(said, read_as)}: {where or 'not met'}" for said, where in judgement.met),
        title=place.title,
        date=place.candidate.date,
        seq=place.seq,
        snippet=part.text,
        highlights=part.highlights,
    )


def _force(mandate: Mandate | None, versions: Sequence[Judged]) -> tuple[str, bool]:
    """The force of a demand, and whether it binds. 要求 renders *demands*, *requests* and *calls upon* alike:
    where English is held, that decides (*Requests the Secretary-General*, 2664 OP7: 要求秘书长).
    """
    if mandate is None:
        return "", False
    english = next((j.mandate for j, place in versions if place.lang == "en"), None)
    is_open = mandate.lemma == "demand" and mandate.verb.endswith("要求")  # 再次要求; not 坚持要求, insists
    told = english if english is not None and is_open and english.force in _ASKING else mandate
    return told.force, told.binding


_ASKING = frozenset({"demand", "request", "call", "urge"})


def _typed(said: str, read_as: Mapping[str, str]) -> str:
    """What was looked for, and what was typed where that is another word: no answer hides a correction."""
    typed = next((word for word, better in read_as.items() if better in said.split()), "")
    return f"{said} (no text has {typed!r})" if typed else said


def _snippet(text: str, traces: Sequence[Traces]) -> Snippet:
    """The part of a text that holds most of what was asked, with the places marked."""
    text = " ".join(text.split())
    folded = fold(text)
    found = [
        match.span()
        for one in traces
        if one.concept.kind not in ("plain", "wish")
        for match in one.pattern.finditer(folded)
    ]
    return snippet(text, merged(found), _SNIPPET)
