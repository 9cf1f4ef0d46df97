"""Mandate lookup: which resolution requires this measure, of whom, how bindingly, until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import partial
from typing import Any

from mandex.corpus.errors import BadQueryError
from mandex.corpus.fold import fold, is_chinese
from mandex.corpus.model import Mandate, MandateDate
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.engines import And, Engine, Filter, adopted, asking
from mandex.index.life.standing import Register, Standing
from mandex.index.lookup.answering import LOOKED_AT, answers_it, fit_of
from mandex.index.lookup.inquiry import Inquiry
from mandex.index.lookup.lapsed import concerns
from mandex.index.lookup.living import Judged
from mandex.index.lookup.pointers import named, pointers
from mandex.index.lookup.question import Question, understand
from mandex.index.lookup.regime import is_spared_with_all
from mandex.index.lookup.spelling import correct
from mandex.index.lookup.together import never_together
from mandex.index.lookup.traces import Shelf, Traces, leading_nowhere, shelf_of, trace
from mandex.index.lookup.values import known_value
from mandex.index.search.snippets import Snippet, merged, snippet

_SNIPPET = 240  # characters


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
    engine = engine or asking(store)
    filters = _filters(wanted)
    shelf = shelf_of(store)
    asked, traces, read_as = _understood(store, engine, shelf, question)
    if not asked.concepts:
        raise BadQueryError(f"nothing to look for in {question!r}: name a measure, a body or a country")
    allowed = engine.matching(And(filters)) if filters else None
    inquiry = Inquiry(store, shelf, asked, traces, allowed, as_of=wanted.as_of, current=wanted.current)
    judged, total = inquiry.candidates(limit)
    standing, over = inquiry.ranked(judged, limit)
    shown_in = wanted.lang or ("zh" if is_chinese(question) else "en")
    answers = [
        _answer(score, versions, stands, shown_in, traces, read_as)
        for score, stands, versions in standing[:limit]
    ]
    unmet = tuple(one.concept.said for one in traces if not one.known)
    best = [versions[0] for _, _, versions in standing[:LOOKED_AT]]
    register = inquiry.register
    answered = concerns(register, over, asked, traces, inquiry.subjects) or (
        bool(best)
        and (
            bool(filters or inquiry.laid)
            or is_spared_with_all(register, asked, best[0][1])
            or (
                _answered(question, asked, traces, best, register)
                and not never_together(store, engine, shelf, traces, best[0][0])
            )
        )
    )
    return Found(
        tuple(answers), total, unmet, read_as, answered, over.told if over else "", str(asked.place or ""),
        named(question, asked), tuple(pointers(question, asked, partial(_is_held, store))),
    )  # fmt: skip


def _understood(
    store: Store, engine: Engine, shelf: Shelf, question: str
) -> tuple[Question, list[Traces], Mapping[str, str]]:
    """What a question asks for, where the texts have it, and what is read for words that no text has."""
    asked = understand(question)
    traces = trace(store, engine, shelf, asked.concepts)
    if apart := leading_nowhere(store, traces):
        asked = understand(question, apart)
        traces = trace(store, engine, shelf, asked.concepts)
    corrected, read_as = correct(store, engine, question, traces)
    if read_as:
        asked = understand(corrected, apart)
        traces = trace(store, engine, shelf, asked.concepts)
    return asked, traces, read_as


def _is_held(store: Store, number: int) -> bool:
    return bool(store.languages(store.reference(str(number)).symbol))


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
