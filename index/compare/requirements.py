"""What States must do: each single obligation of a set of resolutions as one row, by theme and by force."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any, Literal

from mandex.corpus import lexicon
from mandex.corpus.errors import StoreError
from mandex.corpus.fold import is_chinese, same_number
from mandex.corpus.model import Mandate, MandateDate, Span
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.index.compare.actions import BELOW, EXTENDS, MAY, MAY_BE, OF_A_THING, STATES_SHOULD, UNDER_A_NOUN
from mandex.index.compare.elsewhere import likely
from mandex.index.compare.exempting import (
    EMBARGO,
    ENDS,
    EXCEPTS,
    OF_THE_EMBARGO,
    elsewhere,
    points_of,
)
from mandex.index.compare.obligations import Obligation, obligations
from mandex.index.compare.profiles import OTHER, Profile, theme_of
from mandex.index.compare.repeats import Keep, fold
from mandex.index.compare.requirement import Requirement, exemptions, force_of
from mandex.index.life.matters import is_situation
from mandex.index.life.standing import Register
from mandex.index.life.step import covers, label_of

# Whoever speaks of States in general speaks of each Member State.
STATES = frozenset({"member-states", "all-states", "states", "states-concerned", "national-authorities"})
Order = Literal["theme", "document"]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which requirements: of these documents (all where none is named), this addressee, topic, country.

    `places` are the paragraphs of them that are asked for, as symbol and label; a document of which none is
    named is asked for whole. `since` and `until` are days (ISO) between which a document was adopted; `on`
    are the resolutions on the country.
    """

    symbols: tuple[str, ...] = ()
    of: str = "member-states"
    topic: str = ""
    country: str = ""
    lang: str = ""
    as_of: str = ""
    places: tuple[tuple[str, str], ...] = ()
    since: str = ""
    until: str = ""
    on: frozenset[str] = frozenset()


def requirements(
    store: Store,
    asked: Asked,
    profile: Profile | None = None,
    *,
    keep: Keep = "first",
    shown: int | None = None,
) -> list[Requirement]:
    """The rows, by theme and then by force; repeats folded under the one that `keep` names, and those in the
    rest of the base named beside it. Of the first `shown` (None: of all) it is told whether they stand, and
    how they read in the other language.
    """
    register = Register(store, asked.as_of)
    asked = replace(asked, on=_on(register, asked.country))
    demands = _promising(_demands(store, asked), asked)
    found = [row for row in _single(demands) if _fits(row, asked)]
    if profile and profile.themes:
        found = [replace(row, theme=profile.theme(row.obligation, row.text)) for row in found]
    else:
        found = [replace(row, theme=theme_of(row.topics, row.obligation)) for row in found]
    found = _with_exemptions(store, found)
    others = _elsewhere(store, asked, found)
    situations = _situations(register, {row.doc for row in (*found, *others)})
    found = sorted(fold(found, keep, others, situations), key=_order(profile))
    first = _with_standing(register, found[:shown])
    return [*_with_other_language(store, first), *found[len(first) :]]


def _elsewhere(store: Store, asked: Asked, rows: Sequence[Requirement]) -> list[Requirement]:
    """Obligations of the same addressee in other resolutions that may repeat these."""
    if not asked.symbols:
        return []  # all resolutions are asked for
    try:
        among = likely(store, [row.obligation for row in rows])
    except StoreError as error:  # what is asked for is told without an index too
        logging.getLogger("mandex").warning("mandex: repeats in other documents are not known: %s", error)
        return []
    demands = _demands(store, Asked(lang=asked.lang, as_of=asked.as_of), among)
    others = (one for one in demands if one.doc not in asked.symbols and _is_of(one.mandate, one.text, asked))
    return list(_single(others, by_topic=False))


def _order(profile: Profile | None) -> Any:
    themes = {theme.id: i for i, theme in enumerate(profile.themes)} if profile else {}

    def key(row: Requirement) -> tuple[Any, ...]:
        theme = (themes.get(row.theme, len(themes)), row.theme if row.theme != OTHER else "~")
        return *theme, lexicon.FORCES.index(row.force), row.adopted, row.doc, row.seq, row.n

    return key


# -- demands out of the store


@dataclass(frozen=True, slots=True)
class _Demand:
    doc: str
    lang: str
    adopted: str
    seq: int
    label: str
    pinpoint: str
    text: str
    mandate: Mandate
    stem: bool  # whether sub-paragraphs spell it out
    above: str  # the stem that it completes


def _demands(store: Store, asked: Asked, paragraphs: Iterable[int] | None = None) -> Iterator[_Demand]:
    """The demands of the documents asked for, in one language version each, in reading order; of these
    `paragraphs` alone where they are given.
    """
    among = json.dumps(None if paragraphs is None else sorted(paragraphs))
    last = min(filter(None, (asked.until, asked.as_of)), default="9999")  # what came later was not there
    rows = store.connection.execute(
        "SELECT d.id, d.symbol, d.lang, d.date, p.seq, p.label, p.pinpoint, p.text, m.at_start, m.at_end,"
        " m.verb, m.lemma, m.force, m.binding, m.chapter_vii, m.actors, m.measure, m.topics,"
        " (SELECT json_group_array(json_array(role, date, text, every)) FROM mandate_dates"
        "  WHERE mandate = m.id),"
        " (SELECT label FROM paragraphs WHERE doc = p.doc AND seq = p.seq + 1),"
        " (SELECT max(id) FROM mandates WHERE doc = p.doc AND seq = p.seq) = m.id"
        " FROM documents AS d JOIN mandates AS m ON m.doc = d.id"
        " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
        " WHERE (? OR d.symbol IN (SELECT value FROM json_each(?)))"
        " AND (? OR p.id IN (SELECT value FROM json_each(?)))"
        " AND d.type = 'resolution' AND d.date BETWEEN ? AND ? AND d.lang = (SELECT min(lang) FROM documents"
        "  WHERE symbol = d.symbol AND lang LIKE ? || '%') ORDER BY d.number, d.symbol, p.seq, m.at_start",
        (
            not asked.symbols,
            json.dumps(asked.symbols),
            paragraphs is None,
            among,
            asked.since,
            last,
            asked.lang,
        ),
    )
    stems: dict[str, str] = {}
    before: dict[tuple[str, int], str] = {}  # whom the demand before it in a paragraph addresses
    for _, doc, lang, adopted, seq, label, pinpoint, text, start, end, *facts, below, is_last in _whole(rows):
        verb, lemma, force, binding, chapter_vii, actors, measure, topics, dates = facts
        stems[f"{doc} {label}"] = text
        stem_text = stems.get(f"{doc} {label.rpartition('(')[0]}", "") if "(" in label else ""
        if actors == "[]" and _THEM.match(text[start:]):
            actors = before.get((doc, seq), actors)
        last_asked = before.get((doc, seq), "[]")
        before[doc, seq] = actors if actors != "[]" else last_asked
        if actors == "[]" and UNDER_A_NOUN.match(text[start:end]):
            actors = last_asked  # *Encourages the authorities to reform …, and stresses the importance of …*
        if actors == "[]" and any(_STATES_SHALL.match(words) for words in (text[start:], stem_text)):
            actors = '["states"]'  # *Decides that, for the supply of all items covered by …, States shall*
        if actors == "[]" and EXTENDS.match(text, start, end):
            actors = '["states"]'
        if _ALL_STATES.match(text[start:]) and not any(of in actors for of in STATES):
            actors = '["all-states"]'
        mandate = Mandate(
            seq, Span(start, end), verb, lemma, force, bool(binding), bool(chapter_vii),
            tuple(json.loads(actors)), measure, tuple(json.loads(topics)),
            tuple(MandateDate(*one) for one in json.loads(dates)),
        )  # fmt: skip
        stem = bool(is_last) and _spelt_out(text, label, below or "")
        yield _Demand(doc, lang, adopted, seq, label, pinpoint, text, mandate, stem, stem_text)


# *where the Committee (“the Committee”) determines that entry is justified*: no verb of the Council.
_OF_ANOTHER = re.compile(r"\b(?:Committee|Panel|Group|States?|Government)[”\"’)\s]+$")
_NEAR = 40  # characters
_START, _END, _TEXT = 8, 9, 7


def _whole(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """The rows of demands, those that are no demand of the Council taken into the one before: an exemption is
    not cut where it says who determines it.
    """
    last: tuple[Any, ...] | None = None
    for row in rows:
        start, text = row[_START], row[_TEXT]
        of_another = bool(_OF_ANOTHER.search(text[max(0, start - _NEAR) : start]))
        if last and of_another and (row[0], row[4], start) == (last[0], last[4], last[_END]):
            last = (*last[:_END], row[_END], *last[_END + 1 : -1], row[-1])
            continue
        if last:
            yield last
        last = row
    if last:
        yield last


# *…, and requests that they provide*, *and further encourages them to use*.
_THEM = re.compile(r"\W*(?:[a-z]+\s){1,3}?(?:that\sthey|them\sto)\b")
# *Decides also that all States are required to deny any aircraft permission … unless the Committee approves*.
_ALL_STATES = re.compile(
    r"\W*(?:[A-Za-z]+\s){1,3}?that\sall\s(?:Member\s)?States\s(?:shall|must|are\srequired\sto)\b"
)
_STATES_SHALL = re.compile(
    r"\W*(?:(?:Decides|Reaffirms|Recalls|Reiterates)\sthat,[^;:]{1,600}?,|(?:Reaffirms|Recalls|Reiterates)\sits\sdecisions?\b[^;:]{0,80}?\bthat)"
    r"\s(?:all\s)?(?:Member\s)?States(?:,[^;:]{1,600}?,)?\sshall\b"
    # *Decides that States in which there are funds, including any funds of …, shall require all persons …*
    r"|\W*Decides\s(?:also\s|further\s)?that\sStates\s(?:in|which|that|whose|where)\b[^;:]{1,700}?\sshall\b"
)


def _spelt_out(text: str, label: str, below: str) -> bool:
    """Whether a paragraph ends in a colon before sub-paragraphs, which say what it asks."""
    ends = text.rstrip().endswith((":", "：", ": ", "—", "–"))
    return ends and (not below or below.startswith((f"{label}(", "(")))


def _promising(demands: Iterable[_Demand], asked: Asked) -> Iterator[_Demand]:
    """The demands of the paragraphs of which one may be asked of the addressee, on the topic: to cut the
    others into single obligations would take longer than all else.
    """
    for _, paragraph in groupby(demands, key=lambda one: (one.doc, one.seq)):
        each = list(paragraph)
        if any(_may_fit(one, asked) for one in each):
            yield from each


def _may_fit(demand: _Demand, asked: Asked) -> bool:
    if asked.topic and asked.topic not in demand.mandate.topics:
        return False
    of_all = asked.of in STATES and _ALL_SHALL.search(demand.text) is not None
    of_them = of_all or _is_of(demand.mandate, demand.text, asked)
    return of_them and _is_about(demand.doc, demand.mandate, demand.text, asked)


# What is merely noted is asked only where the text says *shall* again: *Recalls that States shall …*.
_SHALL = re.compile(
    r"\b(?:shall|must)\b|^\W*(?:Reiterat|Reaffirm|Recall|Stress|Emphasi[sz]|Underlin|Underscor)\w*"
    r"(?:\s+in\sthis\s(?:regard|context))?\s+that\s+(?:all\s)?(?:Member\s)?States\b[^,;]{0,40}?\sshould\b"
    r"|[均都]?应当?(?!对|用|急|有的)|必须|須|須",
    re.IGNORECASE,
)
# *that all States cooperate fully with the work of the Group, and that they ensure:*.
_AND_MORE = re.compile(r",\s+and\s+(?:that\sthey\s\w+|(?:also\s)?to(?:\s\w+){0,3})\s*[:：]\s*$")
_INCLUDING = re.compile(r",?\s*(?:including|in particular|inter alia),?\s+(?:by|through)?\s*[:：]\s*$")


def _single(demands: Iterable[_Demand], *, by_topic: bool = True) -> Iterator[Requirement]:
    """The obligations of each demand; without `by_topic` each keeps all topics of its demand."""
    counts: dict[tuple[str, int], int] = {}
    conditions: dict[tuple[str, int, int], str] = {}  # what stands at the end of a demand for the next
    for demand in demands:
        words = demand.text[demand.mandate.at.start : demand.mandate.at.end]
        if MAY.match(words):
            continue
        own = demand.text.startswith(demand.mandate.verb, demand.mandate.at.start)
        if not own and (EXCEPTS.search(demand.above) or MAY.match(demand.above)):
            continue  # what the stem leaves out, or only allows
        said = _SHALL.search(words) or UNDER_A_NOUN.match(words) or STATES_SHOULD.match(words)
        said = said or (None if own else _should(demand, words))
        restated = not own and demand.mandate.binding  # *Reaffirms its decision that all States shall: (a)*
        if demand.mandate.force == "note" and not (said or restated):
            continue
        span = demand.mandate.at
        before = _BEFOREHAND.match(words)
        condition = conditions.pop(
            (demand.doc, demand.seq, span.start), before["condition"] if before else ""
        )
        if trailing := _CONDITION.search(words):
            conditions[demand.doc, demand.seq, span.end] = trailing["condition"]
            span = Span(span.start, span.start + trailing.start())
        if demand.stem and not (EXCEPTS.search(words) and "not apply" not in words):
            including = _INCLUDING.search(words) or _AND_MORE.search(words)
            if not including:
                continue
            span = Span(span.start, span.start + including.start())
        for one, actors in _addressed(demand, obligations(demand.text, span, inherits=not own)):
            if any(way.match(demand.text, one.span.start, one.span.end) for way in (ENDS, MAY_BE, BELOW)):
                continue
            n = counts[demand.doc, demand.seq] = counts.get((demand.doc, demand.seq), 0) + 1
            asked = replace(one, lead=f"{condition}, {one.lead}".rstrip()) if condition else one
            yield _requirement(demand, n, asked, actors, condition, by_topic=by_topic)


# *to cooperate with inspections, and, if the flag State does not consent, [decides that it shall …]*.
_CONDITION = re.compile(r",?\s+and,\s+(?P<condition>if\s[^;,]{3,200}),\s*$")


# *Reaffirms that, prior to the unfreezing of any assets that have been frozen as a result of the listing of
# …, Member States shall submit to the Committee a request* (2734 (2024) OP82).
_BEFOREHAND = re.compile(
    r"\W*\w+(?:\s\w+){0,2}\sthat,\s(?P<condition>(?:prior\sto|before|if|when|where|upon)\s[^;:]{3,200}?),"
    r"\s(?:all\s)?(?:Member\s)?States\sshall\b"
)


def _should(demand: _Demand, words: str) -> re.Match[str] | None:
    """Whether a point of a stem that only says what States should do asks it of a thing, not of another:
    *(d) … counter-narrative measures should be tailored*, not *(c) Relevant United Nations entities should*.
    """
    match = OF_A_THING.match(words)
    if match is None or not _STATES_THAT.search(demand.above):
        return None
    return None if lexicon.match_actors(match["who"]) or _countries(match["who"]) else match


# *Stresses that Member States and all relevant United Nations entities should follow these guidelines:*.
_STATES_THAT = re.compile(r"\bStates\b[^;:]{0,160}?\b(?:should|shall|must)\b[^;:]{0,200}:\s{0,4}$")


def _addressed(demand: _Demand, single: Sequence[Obligation]) -> Iterator[tuple[Obligation, tuple[str, ...]]]:
    """The obligations of a demand, each with whom it addresses: what all States shall do beside another is
    theirs alone, and the rest the other's.
    """
    named = demand.mandate.actors
    whose = [_ALL_SHALL.match(demand.text, one.span.start, one.span.end) for one in single]
    others = tuple(of for of in named if of not in STATES) if any(whose) else ()
    for one, match in zip(single, whose, strict=True):
        if match:
            yield replace(one, span=Span(match.end(), one.span.end)), ("all-states",)
        else:
            yield one, others or named


def _requirement(
    demand: _Demand, n: int, one: Obligation, actors: tuple[str, ...], condition: str, *, by_topic: bool
) -> Requirement:
    """One obligation as a row; its `condition`, which its lead begins with, tells nothing of its topics."""
    span = one.span
    said = demand.text[span.start : span.end]
    if one.lead:
        said = f"{one.lead}{'' if is_chinese(said) else ' '}{said}"
    found = {topic.id for topic in lexicon.match_topics(said.removeprefix(condition))} if by_topic else ()
    force = force_of(demand.mandate, demand.text, demand.above)
    topics = tuple(topic for topic in demand.mandate.topics if topic in found) or demand.mandate.topics
    return Requirement(
        doc=demand.doc, lang=demand.lang, adopted=demand.adopted, seq=demand.seq, label=demand.label,
        pinpoint=demand.pinpoint, n=n, addressee="; ".join(actors), verb=demand.mandate.verb,
        force=force, binding=demand.mandate.binding or (demand.mandate.force == "note" and force == "decide"),
        obligation=" ".join(said.split()),
        means=one.means, start=span.start, end=span.end, text=demand.text, topics=topics,
        exemptions=exemptions(said), mandate=replace(demand.mandate, actors=actors),
        stem=_stem(demand),
    )  # fmt: skip


# *Decides that Iran shall not export …, and [that] all Member States shall prohibit the procurement*.
_ALL_SHALL = re.compile(r"all\s(?:Member\s)?States\s(?:shall|must|should)\s(?:also\s)?")


def _stem(demand: _Demand) -> str:
    """The stem that a sub-paragraph completes, where it has no verb of its own."""
    own = demand.text.startswith(demand.mandate.verb, demand.mandate.at.start)
    return "" if own else " ".join(demand.above.split())


def _fits(row: Requirement, asked: Asked) -> bool:
    if not _is_of(row.mandate, row.text, asked) or (asked.topic and asked.topic not in row.topics):
        return False
    if not _stands_in(row, asked.places):
        return False
    return _is_about(row.doc, row.mandate, row.text, asked)


def _on(register: Register, country: str) -> frozenset[str]:
    """The resolutions on a country: *freeze the funds of those designated by the Committee* names none."""
    found = register.demands.matters.on(country) if country else ()
    return frozenset(one.symbol for one in found)


def _is_about(symbol: str, mandate: Mandate, text: str, asked: Asked) -> bool:
    """Whether something is asked of, or in, the country, if one is asked for."""
    if not asked.country or symbol in asked.on:
        return True
    return asked.country in mandate.actors or asked.country in _countries(text)


def _is_of(mandate: Mandate, text: str, asked: Asked) -> bool:
    """Whether it is asked of the addressee; of States also a need that is stressed of nobody named."""
    named = mandate.actors or (
        _whose_need(text[mandate.at.start : mandate.at.end]) if asked.of in STATES else ()
    )
    return not asked.of or bool(addressees(asked.of) & set(named))


# *Requests the Secretary-General …, stressing the need to prevent such abuse*: asked of whom it is said.
_OF_WHAT_IS_SAID = re.compile(
    r"[a-z]+ing\s(?:[a-z]+\s){0,2}consultations\swith\b|(?!\w+ing\b)[a-z]+\s(?:how\s)?(?:such|these|those|this)\b"
)


def _whose_need(words: str) -> tuple[str, ...]:
    """States, where a need is stressed and no one else is named: *the need for implementation of …*."""
    noun = UNDER_A_NOUN.match(words)
    if noun is None:
        return ()
    if "States" in noun[0]:
        return ("states",)
    if _OF_WHAT_IS_SAID.match(words, noun.end()):
        return ()
    words = words.replace("third party", "")  # *third party requests*: no one who is asked
    others = {found.id for found in lexicon.match_actors(words)} - STATES
    return () if others or _countries(words) else ("states",)


def _stands_in(row: Requirement, places: Sequence[tuple[str, str]]) -> bool:
    """Whether a requirement stands in a paragraph that is asked for, or below it."""
    labels = [label for symbol, label in places if symbol == row.doc]
    return covers(labels, row.label)


def addressees(of: str) -> frozenset[str]:
    """Who is meant by an addressee: all that speak of States, for Member States; else the one named."""
    return STATES if of in STATES else frozenset({of})


def _countries(text: str) -> set[str]:
    return {found.id for found in lexicon.match_countries(text)}


# -- what is known of them besides


def _situations(register: Register, symbols: Iterable[str]) -> dict[str, str]:
    """What situation each resolution is on; nothing of one on a theme, such as terrorism."""
    matters = ((symbol, register.demands.matters.of(symbol)) for symbol in symbols)
    return {symbol: held.matter for symbol, held in matters if held and is_situation(held.matter)}


def _with_standing(register: Register, rows: Sequence[Requirement]) -> list[Requirement]:
    out = []
    for row in rows:
        stands = register.of_paragraph(row.doc, label_of(row.pinpoint), row.adopted, row.mandate)
        out.append(replace(row, status=stands.status, until=stands.until, by=stands.by, reason=stands.reason))
    return out


def _with_exemptions(store: Store, rows: Sequence[Requirement]) -> list[Requirement]:
    """With what other paragraphs of the same resolution except from it."""
    found = elsewhere(store, {row.doc for row in rows})
    out = []
    for row in map(partial(_with_points, store), rows):
        labels = [*_and_above(same_number(row.label))]
        labels += [OF_THE_EMBARGO] if EMBARGO.search(row.obligation) else []
        said = [one for label in labels for one in found.get((row.doc, row.lang, label), ())]
        out.append(replace(row, exemptions=(*row.exemptions, *said)) if said else row)
    return out


def _with_points(store: Store, row: Requirement) -> Requirement:
    """With the sub-paragraphs that spell out what a stem leaves out: *except the supply of: (i) …*."""
    if not row.label or not EXCEPTS.search(row.text) or row.end < len(row.text.rstrip(": ：")):
        return row
    points = points_of(store, row.doc, row.lang, row.label)
    if not points:
        return row
    said = (*row.exemptions[:-1], f"{row.exemptions[-1]}: {points}") if row.exemptions else (points,)
    return replace(row, exemptions=said)


def _and_above(label: str) -> Iterator[str]:
    """3(b)(i), 3(b), 3."""
    while label:
        yield label
        label = label.rpartition("(")[0]


def _with_other_language(store: Store, rows: Sequence[Requirement]) -> Iterator[Requirement]:
    """With the paragraph in the other language, where the base holds it under the same number."""
    texts = _other_texts(store, {row.doc for row in rows})
    for row in rows:
        found = texts.get((row.doc, row.lang, same_number(row.label)), "")
        yield replace(row, other=found) if found and row.label else row


def _other_texts(store: Store, symbols: Iterable[str]) -> Mapping[tuple[str, str, str], str]:
    rows = store.connection.execute(
        "SELECT d.symbol, e.lang, p.label, p.text FROM documents AS d JOIN documents AS e"
        " ON e.symbol = d.symbol AND substr(e.lang, 1, 2) <> substr(d.lang, 1, 2)"
        " JOIN paragraphs AS p ON p.doc = d.id AND p.kind = 'operative' AND p.label <> ''"
        " WHERE d.symbol IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(symbols)),),
    )
    return {(symbol, lang, same_number(label)): text for symbol, lang, label, text in rows}
