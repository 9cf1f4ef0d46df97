"""The single obligations of demands, each as a row of what is required."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mandex.corpus import lexicon
from mandex.corpus.fold import is_chinese
from mandex.corpus.model import Span
from mandex.index.compare.actions import BELOW, MAY, MAY_BE, OF_A_THING, STATES_SHOULD, UNDER_A_NOUN
from mandex.index.compare.demand import STATES, Demand
from mandex.index.compare.exempting import ENDS, EXCEPTS
from mandex.index.compare.obligations import Obligation, obligations
from mandex.index.compare.requirement import Requirement, exemptions, force_of

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


def single(demands: Iterable[Demand], *, by_topic: bool = True) -> Iterator[Requirement]:
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


def _should(demand: Demand, words: str) -> re.Match[str] | None:
    """Whether a point of a stem that only says what States should do asks it of a thing, not of another:
    *(d) … counter-narrative measures should be tailored*, not *(c) Relevant United Nations entities should*.
    """
    match = OF_A_THING.match(words)
    if match is None or not _STATES_THAT.search(demand.above):
        return None
    return None if lexicon.match_actors(match["who"]) or lexicon.match_countries(match["who"]) else match


# *Stresses that Member States and all relevant United Nations entities should follow these guidelines:*.
_STATES_THAT = re.compile(r"\bStates\b[^;:]{0,160}?\b(?:should|shall|must)\b[^;:]{0,200}:\s{0,4}$")


def _addressed(demand: Demand, single: Sequence[Obligation]) -> Iterator[tuple[Obligation, tuple[str, ...]]]:
    """The obligations of a demand, each with whom it addresses: what all States shall do beside another is
    theirs alone, and the rest the other's.
    """
    named = demand.mandate.actors
    whose = [ALL_SHALL.match(demand.text, one.span.start, one.span.end) for one in single]
    others = tuple(of for of in named if of not in STATES) if any(whose) else ()
    for one, match in zip(single, whose, strict=True):
        if match:
            yield replace(one, span=Span(match.end(), one.span.end)), ("all-states",)
        else:
            yield one, others or named


def _requirement(
    demand: Demand, n: int, one: Obligation, actors: tuple[str, ...], condition: str, *, by_topic: bool
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
ALL_SHALL = re.compile(r"all\s(?:Member\s)?States\s(?:shall|must|should)\s(?:also\s)?")


def _stem(demand: Demand) -> str:
    """The stem that a sub-paragraph completes, where it has no verb of its own."""
    own = demand.text.startswith(demand.mandate.verb, demand.mandate.at.start)
    return "" if own else " ".join(demand.above.split())
