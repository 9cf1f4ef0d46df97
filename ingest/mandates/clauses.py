"""The clauses of a paragraph: which verb governs which words, and which of them governs the list below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.languages import Lang
from mandex.corpus.lexicon import Verb
from mandex.corpus.model import Mandate, MandateDate, Paragraph
from mandex.corpus.records import dataclass
from mandex.ingest.mandates.verbs import (
    VerbAt,
    asking_infinitive,
    further_verbs,
    lead_verb,
    marked_point,
    own_force,
    stronger_of_two,
)
from mandex.ingest.script import fold


@dataclass(frozen=True, slots=True)
class Stem:
    """What a paragraph hands down to its sub-paragraphs; `leads` says that they are acts of their own, `told`
    that they are what is to be reported, `opens` that its words lead over to them, `bare` that it is nothing
    but a verb: *Decides:*; `terms` are the ends of what they name: *the term of office of the following
    judges …: – …*; `binds` that it restates a decision.
    """

    label: str
    verb: Verb
    printed: str
    actors: tuple[str, ...]
    topics: tuple[str, ...]
    leads: bool = False
    told: bool = False
    opens: bool = True
    bare: bool = False
    terms: tuple[MandateDate, ...] = ()
    binds: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a paragraph governed by one verb; `start` .. `end` holds the verb, `body` follows it."""

    verb: Verb
    printed: str
    start: int
    body: int
    end: int


# How far into a sub-paragraph its own verb may stand and still be the one that opens it.
_LEAD_IN = 60


def clauses_of(paragraph: Paragraph, text: str, lang: Lang, stem: Stem | None) -> list[Clause]:
    """The clauses of a paragraph, with its own verbs or that of its stem; `text` in simplified script."""
    nested = stem is not None
    own = stem is not None and stem.leads
    lead = _marked(paragraph, text, lang, nested=nested, own=own) or lead_verb(
        text, lang, nested=nested, own=own
    )
    if lead is None and stem and stem.bare and lang == "en":
        lead = asking_infinitive(text)
    if lead and lead.verb.lemma == "act" and not paragraph.label:
        lead = None  # a hinge on its own, "Acting under Chapter VII", demands nothing
    starts: list[tuple[Verb, str, int, int]] = []
    if stem and (lead is None or lead.start > _LEAD_IN):
        starts.append((stem.verb, stem.printed, 0, 0))
    if lead:
        entry = (lead.verb, paragraph.text[lead.start : lead.end], lead.start, lead.end)
        starts.append(entry)
    after = max((start[3] for start in starts), default=0)
    for verb in further_verbs(text, after, lang, nested=nested):
        starts.append((verb.verb, paragraph.text[verb.start : verb.end], verb.start, verb.end))
    if len(starts) > 1 and starts[0][0].lemma == "act":
        del starts[0]  # *Acting under Chapter VII, authorizes …* is one demand
    if len(starts) == 1 and starts[0][1].split()[0].endswith("ing"):
        starts = [(own_force(starts[0][0]), *starts[0][1:])]
    ends = [start[2] for start in starts[1:]] + [len(text)] if starts else []
    return [Clause(*start, end) for start, end in zip(starts, ends, strict=True)]


# The marked words may go on behind the verb that we know: Renews its call upon, but not *Support for national
# and international justice*, which heads a sub-paragraph.
_BEYOND = 3


def _marked(paragraph: Paragraph, text: str, lang: Lang, *, nested: bool, own: bool) -> VerbAt | None:
    """The lead verb that the source marks (in italics), where it is one that we know."""
    if not paragraph.verb:
        return None
    at = text.find(paragraph.verb)
    if at < 0:
        return None
    found = lead_verb(text[at:], lang, nested=nested, own=own)
    if found is None and nested and at == 0 and lang == "en":
        found = marked_point(text)
    if found is None or found.start > 0:
        return None
    beyond = paragraph.verb[found.end :]
    if nested and len(beyond.split()) > _BEYOND:
        return None
    # Whose act it is, or of whom it is asked: 表示注意到*大会决定*
    if beyond and lexicon.match_actors(fold(beyond)):
        beyond = ""
    verb = stronger_of_two(found.verb, fold(beyond) if lang == "zh-Hant" else beyond, lang)
    return VerbAt(verb, at, at + found.end + len(beyond))


# Two verbs with one object: recognizes and further encourages efforts by …; looks forward to and supports the
_JOINS = Expression(r"\s*(?:urgently\s+)?(?:(?:to|for|on|upon)\s+)?(?:and|并)?\s*")


def joined(text: str, clauses: Sequence[Clause], rows: Sequence[Mandate]) -> list[Mandate]:
    """The rows, where a verb without an object of its own has that of the next."""
    out = list(rows)
    for i in reversed(range(len(rows) - 1)):
        if _JOINS.fullmatch(text, clauses[i].body, clauses[i].end):
            next_ = out[i + 1]
            actors = next_.actors or out[i].actors
            out[i] = replace(
                out[i], measure=next_.measure, actors=actors, topics=next_.topics, dates=next_.dates
            )
    return out


# What a clause says of the list that follows it: the following tasks:, 包括以下内容：
_ANNOUNCES = Expression(r"\b(?:the\s+following|as\s+follows)\b|以下|如下|下列")


# Decides to extend the mandate …, and requests the Secretary-General to re-establish …, this mandate being as
# follows: its points are what is decided.
_ITS_MANDATE = Expression(r"\bthis\s+mandate\s+being\s+as\s+follows\s*:\s*$")


def governing(text: str, clauses: Sequence[Clause]) -> int:
    """Which clause introduces the points that follow: the last where it demands and ends in a colon; else, of
    those that demand, the one that announces the list. *Stresses*, 强调指出 at its end demand none."""
    last = len(clauses) - 1
    if text.endswith(":") and _ITS_MANDATE.search(text):
        return next((i for i, clause in enumerate(clauses) if clause.verb.force == "decide"), last)
    if clauses[last].verb.force != "note" and text.rstrip().endswith((":", "：")):
        return last
    demands = [i for i, clause in enumerate(clauses) if clause.verb.force != "note"]
    announces = [i for i in demands if _ANNOUNCES.search(text, clauses[i].body, clauses[i].end)]
    return (announces or demands or [last])[-1]
