"""Operative paragraphs into mandates: one row per demand, with its verb, addressees, measure and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.languages import Lang, by_tongue
from mandex.corpus.lexicon import Verb
from mandex.corpus.model import DocumentType, Mandate, Paragraph, Span
from mandex.corpus.phrases import Found
from mandex.corpus.records import dataclass
from mandex.ingest.mandates.actors import ActorFinder
from mandex.ingest.mandates.chapter_vii import HINGE_WIDTH, scope
from mandex.ingest.mandates.dates import mandate_dates, reports
from mandex.ingest.mandates.topics import about, of_points, refers_back
from mandex.ingest.mandates.verbs import VerbAt, further_verbs, lead_verb, marked_point, stronger_of_two
from mandex.ingest.script import fold

# In these the Council speaks for itself; letters and reports demand nothing in its name.
_SPEAKING: frozenset[DocumentType] = frozenset({"resolution", "presidential-statement", "draft", "web-page"})
# What only an adopted resolution does, or a copy of one.
_BINDING: frozenset[DocumentType] = frozenset({"resolution", "web-page"})
# The last words of a preamble before lettered paragraphs: Decides: / 决定：
_OPENING = Expression(r"(?:[A-Z][a-z]+s(?:\s+\w+)?|[\u4e00-\u9fff]{2,4})\s*[:：]\s*$")
_FIRST_YEAR = 1946  # of the Council; an earlier date is a placeholder
_EDGES = " \t\n,;:.，；：。、"


@dataclass(frozen=True, slots=True)
class _Stem:
    """What a paragraph hands down to its sub-paragraphs; `leads` says that they are acts of their own, `told`
    that they are what is to be reported, `opens` that its words lead over to them."""

    label: str
    verb: Verb
    printed: str
    actors: tuple[str, ...]
    topics: tuple[str, ...]
    leads: bool = False
    told: bool = False
    opens: bool = True


@dataclass(frozen=True, slots=True)
class _Clause:
    """A stretch of a paragraph governed by one verb; `start` .. `end` holds the verb, `body` follows it."""

    verb: Verb
    printed: str
    start: int
    body: int
    end: int


def find_mandates(
    paragraphs: Sequence[Paragraph], *, date: str, lang: Lang, type: DocumentType, number: int | None = None
) -> list[Mandate]:
    """What a document demands, in reading order; of a paragraph's rows the first carries its lead verb.

    `date` is the ISO day of adoption, from which periods are counted; empty where it is not known. `number`
    is that of a resolution, from which a committee that it founds has its name. A
    sub-paragraph without a verb of its own has its stem's verb, force and addressees. Only operative
    paragraphs demand, and those of a presidential statement; nothing binds there, nor in a draft.
    """
    if type not in _SPEAKING:
        return []
    texts = {p.seq: fold(p.text) if lang == "zh-Hant" else p.text for p in paragraphs}
    return list(_Extraction(paragraphs, texts, lang, _iso(date), type, number).rows())


def _iso(day: str) -> date | None:
    """A day of adoption; None where it is missing or cannot be one."""
    try:
        adopted = date.fromisoformat(day)
    except ValueError:
        return None
    return adopted if adopted.year >= _FIRST_YEAR else None


class _Extraction:
    """The state of one document's extraction: what is in scope and the stems above the current paragraph."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], texts: Mapping[int, str], lang: Lang,
        adopted: date | None, type_: DocumentType, number: int | None,
    ) -> None:  # fmt: skip
        self._paragraphs = paragraphs
        self._texts = texts
        self._lang = lang
        self._adopted = adopted
        self._kinds = ("operative", "body") if type_ == "presidential-statement" else ("operative",)
        self._binds = type_ in _BINDING
        self._actors = ActorFinder(texts, lang, number)
        self._scope = scope(paragraphs, texts, lang)
        self._stems: list[_Stem] = []
        self._opening: _Stem | None = None
        self._numbered: _Stem | None = None  # the last paragraph that has no other above it

    def rows(self) -> Iterator[Mandate]:
        for paragraph in self._paragraphs:
            if paragraph.kind == "heading":
                self._stems.clear()
            elif paragraph.kind == "preambular":
                self._opening = self._opening_of(self._texts[paragraph.seq])
            elif paragraph.kind in self._kinds or self._hangs(paragraph):
                yield from self._of_paragraph(paragraph)

    def _hangs(self, paragraph: Paragraph) -> bool:
        """Whether body text is numbered as a part of an operative paragraph, as in 1718 (2006), 8 (a) (i)."""
        above = (stem.label + "(" for stem in self._stems if stem.label)
        return paragraph.kind == "body" and paragraph.label.startswith(tuple(above))

    def _of_paragraph(self, paragraph: Paragraph) -> Iterator[Mandate]:
        text = self._texts[paragraph.seq]
        stem = self._stem_of(paragraph)
        clauses = self._clauses(paragraph, text, stem)
        rows: list[Mandate] = []
        last: Mandate | None = None
        for clause in clauses:
            row = self._row(paragraph, text, clause, stem, is_last=clause is clauses[-1])
            if last and not row.actors:
                body, before = text[clause.body : clause.end], text[: clause.start]
                said = text[last.at.start : clause.start]
                meant = self._actors.referred_to(body, clause.verb, before, said, last.actors)
                row = replace(row, actors=meant)
            if (
                last
                and _MEANS.issuperset(row.topics)
                and len(last.topics) <= _FEW
                and refers_back(text[clause.start : clause.end])
            ):
                row = replace(row, topics=tuple(dict.fromkeys((*row.topics, *last.topics))))
            last = row
            rows.append(row)
        rows = _joined(text, clauses, rows)
        yield from rows
        if rows:
            at = _governing(text, clauses)
            row = rows[at]
            top = not self._stems
            body = text[clauses[at].body : clauses[at].end]
            actors = self._actors.founded(body) or row.actors
            leads = clauses[at].body > 0 and _leads_over(text)
            topics = of_points(row.topics, actors, body)
            opens = _opens_list(text)
            told = reports(body)
            self._stems.append(
                _Stem(paragraph.label, clauses[at].verb, row.verb, actors, topics, leads, told, opens)
            )
            if top:
                self._numbered = self._stems[-1]

    def _stem_of(self, paragraph: Paragraph) -> _Stem | None:
        """The paragraph above; loose labels and bullets stand under the last one with a shorter label."""
        label = paragraph.label
        if label and not label.startswith("("):
            while self._stems and not label.startswith(self._stems[-1].label + "("):
                self._stems.pop()
        elif label:
            while self._stems and self._stems[-1].label.startswith("("):
                self._stems.pop()
        else:
            while self._stems and not self._stems[-1].label:
                self._stems.pop()
        if not self._stems:
            return self._continued(paragraph) or self._opening
        stem = self._stems[-1]
        # the bullets of a statement stand under what leads over to them, not under whatever came before
        return stem if stem.opens or paragraph.kind != "body" or self._hangs(paragraph) else None

    def _continued(self, paragraph: Paragraph) -> _Stem | None:
        """The list of the paragraph before, where this one goes on with it under a number of its own:
        *29. Decides that the mandate shall …: 30. Ensure the protection of …*."""
        marked, before = paragraph.verb, self._numbered
        if not (marked and paragraph.label and before) or before.verb.force == "note" or " " in marked:
            return None
        known = lead_verb(self._texts[paragraph.seq], self._lang) or lead_verb(marked, self._lang)
        return None if known else replace(before, printed=marked)

    def _opening_of(self, text: str) -> _Stem | None:
        """The verb with which a preamble ends, as it did of old: *Decides:*, followed by *(a) To renew …*."""
        match = _OPENING.search(text)
        lead = lead_verb(match[0], self._lang) if match else None
        if lead is None or match is None:
            return None
        return _Stem("", lead.verb, match[0][lead.start : lead.end], (), ())

    def _clauses(self, paragraph: Paragraph, text: str, stem: _Stem | None) -> list[_Clause]:
        nested = stem is not None
        own = stem is not None and stem.leads
        lead = _marked(paragraph, text, self._lang, nested=nested, own=own) or lead_verb(
            text, self._lang, nested=nested, own=own
        )
        if lead and lead.verb.lemma == "act" and not paragraph.label:
            lead = None  # a hinge on its own, "Acting under Chapter VII", demands nothing
        starts: list[tuple[Verb, str, int, int]] = []
        if stem and (lead is None or lead.start > _LEAD_IN):
            starts.append((stem.verb, stem.printed, 0, 0))
        if lead:
            entry = (lead.verb, paragraph.text[lead.start : lead.end], lead.start, lead.end)
            starts.append(entry)
        after = max((start[3] for start in starts), default=0)
        for verb in further_verbs(text, after, self._lang):
            starts.append((verb.verb, paragraph.text[verb.start : verb.end], verb.start, verb.end))
        ends = [start[2] for start in starts[1:]] + [len(text)] if starts else []
        return [_Clause(*start, end) for start, end in zip(starts, ends, strict=True)]

    def _under_chapter_vii(self, paragraph: Paragraph, clause: _Clause, *, is_last: bool) -> bool:
        hinge = self._scope.get(paragraph.seq)
        if hinge is None or hinge >= clause.end:
            return False
        leads_to_next = not is_last and hinge > clause.body and clause.end - hinge < HINGE_WIDTH
        return not leads_to_next

    def _row(
        self, paragraph: Paragraph, text: str, clause: _Clause, stem: _Stem | None, *, is_last: bool
    ) -> Mandate:
        body = text[clause.body : clause.end]
        inherits = clause.body == 0
        actors: tuple[str, ...] = ()
        addressed: Sequence[Found] = ()
        if not inherits:
            actors, addressed = self._actors.of_clause(body, clause.verb)
        elif stem:
            actors = stem.actors or self._actors.of_clause(body, clause.verb, point=True)[0]
        asks = clause.verb.force not in ("decide", "authorize", "note")
        topics = about(body, addressed if asks else (), self._actors.named(body))
        if inherits and stem:
            topics = tuple(dict.fromkeys((*topics, *stem.topics)))
        return Mandate(
            seq=paragraph.seq,
            at=Span(clause.start, clause.end),
            verb=clause.printed,
            lemma=clause.verb.lemma,
            force=clause.verb.force,
            binding=self._binds and clause.verb.force in lexicon.BINDING,
            chapter_vii=self._under_chapter_vii(paragraph, clause, is_last=is_last),
            actors=actors,
            measure=_measure(paragraph.text[clause.body : clause.end]),
            topics=topics,
            dates=mandate_dates(
                body, clause.verb, self._lang, self._adopted, told=bool(inherits and stem and stem.told)
            ),
        )


# Two verbs with one object: recognizes and further encourages efforts by …
_JOINS = Expression(r"\s*(?:and|并)?\s*")


def _joined(text: str, clauses: Sequence[_Clause], rows: Sequence[Mandate]) -> list[Mandate]:
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


# So many topics may be what *in this regard* speaks of; more are none in particular.
_FEW = 3
# By what means something is done, not what: *enhance their cooperation in this regard*.
_MEANS = frozenset({"cooperation", "capacity-building"})
# A list that only joins acts of the Council: *Expresses concern …, and:* (a) demands …; 为此： (a) 要求……
_LEADS_OVER = Expression(
    r"(?:\band|\b(?:in|to)\s+(?:this|that)\s+\w+|therefore"
    r"|(?:[，；]|并|并且)(?:为此|因此|在此方面|在这方面|就此|此外|并|并且))\s*[:：,，;；]?\s*$"
)
# A paragraph that its list completes: *requests the mission to:*, *in particular*, *inter alia,*
_OPENS_LIST = Expression(
    r"(?:[:：,，–—-]|\b(?:to|by|that|and|for|including|particular|alia|following|follows))[\s”\"]*$"
)
# How these end, which spares looking through the last words of most paragraphs.
_BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001))))
_LEADING_WORDS = ("and", "therefore", "此", "面", "外", "并", "且")
_OPENING_ENDS = (
    *":：,，–—-", "to", "by", "that", "and", "for", "including", "particular", "alia", "following", "follows",
)  # fmt: skip


def _leads_over(text: str) -> bool:
    """Whether what a paragraph ends with only joins the points below to the act before."""
    last = text[-_LONGEST_END:].rstrip(_BLANKS).rstrip(":：,，;；").rsplit(None, 3)[-3:]
    if not last or not (last[-1].endswith(_LEADING_WORDS) or last[-2:-1] in (["this"], ["that"])):
        return False
    return _LEADS_OVER.search(text, max(0, len(text) - _LONGEST_END)) is not None


def _opens_list(text: str) -> bool:
    """Whether the end of a paragraph leads over to a list."""
    if not text.rstrip(_BLANKS + '”"').endswith(_OPENING_ENDS):
        return False
    return _OPENS_LIST.search(text, max(0, len(text) - _LONGEST_END)) is not None


# What a clause says of the list that follows it: the following tasks:, 包括以下内容：
_ANNOUNCES = Expression(r"\b(?:the\s+following|as\s+follows)\b|以下|如下|下列")


def _governing(text: str, clauses: Sequence[_Clause]) -> int:
    """Which clause introduces the points that follow: the last where it demands and ends in a colon; else, of
    those that demand, the one that announces the list. *Stresses*, 强调指出 at its end demand none."""
    last = len(clauses) - 1
    if clauses[last].verb.force != "note" and text.rstrip().endswith((":", "：")):
        return last
    demands = [i for i, clause in enumerate(clauses) if clause.verb.force != "note"]
    announces = [i for i in demands if _ANNOUNCES.search(text, clauses[i].body, clauses[i].end)]
    return (announces or demands or [last])[-1]


# How far into a sub-paragraph its own verb may stand and still be the one that opens it.
_LEAD_IN = 60


# What leads over to the next clause is no part of the measure: *, and in this regard*, ，为此
_TRAILING = Expression(
    r"(?:[\s,;:.，；：。、]|\b(?:and|or|but)\b|(?:[，；]?(?:并|并且|同时))"
    r"|(?<=[.”,])\s*(?:(?i:(?:in|to|on|for|at|with)\s+(?:this|that)\s+(?:\w+\s+)?\w+),?\s+)?(?i:the\s+(?:security\s+)?council"
    r"|it)"
    r"|\b(?:and|but)\s+in\s+(?:this|that)\s+(?:regard|context|connection)|[，；]?并(?:为此|在这方面|在此方面|就此)"
    r"|[,;]\s*(?:and\s+)?(?:in\s+(?:this|that)\s+(?:regard|respect|context|connection)|to\s+(?:this|that)\s+end"
    r"|therefore|accordingly|furthermore)"
    r"|(?<=[，；、])(?:为此|为此目的|在这方面|在此方面|在这一方面|就此|因此|对此|在此背景下|此外|而且))+$"
)


# How that ends, without the stops behind it.
_STOPS = _BLANKS + ",;:.，；：。、"
_TRAILING_WORDS = (
    "and", "or", "but", "Council", "It", "regard", "respect", "context", "connection", "end", "therefore",
    "accordingly", "furthermore", "并", "且", "时", "此", "面", "的", "下", "外",
)  # fmt: skip
_LONGEST_END = 200  # characters in which what trails a clause surely begins


def _measure(words: str) -> str:
    """What is demanded, without the conjunctions and stops around it."""
    said = words.rstrip(_STOPS)
    joined = said.removesuffix("and").rstrip(_STOPS)
    if len(said) - len(joined) > len("and"):  # the commonest by far: *, and* in front of the next verb
        said = joined
    if said.endswith(_TRAILING_WORDS):
        trailing = _TRAILING.search(words, max(0, len(words) - _LONGEST_END))
        said = words[: trailing.start()] if trailing else words.rstrip(_STOPS)
    return re.sub(r"^that\s+", "", said.strip(_EDGES))


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
    if lexicon.match_actors(fold(beyond)):  # whose act it is, or of whom it is asked: 表示注意到*大会决定*
        beyond = ""
    verb = by_tongue(lang, en=stronger_of_two(found.verb, beyond), zh=found.verb)
    return VerbAt(verb, at, at + found.end + len(beyond))
