"""Operative paragraphs into mandates: one row per demand, with its verb, addressees, measure and dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from mandex.corpus import lexicon
from mandex.corpus.expressions import Expression
from mandex.corpus.languages import Lang
from mandex.corpus.model import Citation, DocumentType, Mandate, MandateDate, Paragraph, Span
from mandex.corpus.phrases import Found, read_paragraph
from mandex.ingest.mandates.actors import ActorFinder
from mandex.ingest.mandates.chapter_vii import HINGE_WIDTH, scope
from mandex.ingest.mandates.cited import Imposed, besides_measures, handed_down, those_before
from mandex.ingest.mandates.clauses import Clause, Stem, clauses_of, governing, joined
from mandex.ingest.mandates.dates import mandate_dates, reports
from mandex.ingest.mandates.endings import leads_over, measure_of, opens_list
from mandex.ingest.mandates.points import of_points
from mandex.ingest.mandates.pronouns import begins_with_pronoun, beside_pronoun
from mandex.ingest.mandates.restated import restates_decision
from mandex.ingest.mandates.terms import with_terms
from mandex.ingest.mandates.theme import with_points, with_theme
from mandex.ingest.mandates.topics import (
    about,
    noted_with,
    of_what_is_asked,
    refers_back,
    reviews_panel,
    with_those_before,
)
from mandex.ingest.mandates.verbs import lead_verb
from mandex.ingest.script import fold

# In these the Council speaks for itself; letters and reports demand nothing in its name.
_SPEAKING: frozenset[DocumentType] = frozenset({"resolution", "presidential-statement", "draft", "web-page"})
# What only an adopted resolution does, or a copy of one.
_BINDING: frozenset[DocumentType] = frozenset({"resolution", "web-page"})
# The last words of a preamble before lettered paragraphs: Decides: / 决定：
_OPENING = Expression(r"(?:[A-Z][a-z]+s(?:\s+\w+)?|[\u4e00-\u9fff]{2,4})\s*[:：]\s*$")
# The rest of a line above, no point of a list: *2145 (XXI), 2248* / *(S-V), 2324 (XXII)* / *and 2403*.
_BROKEN_OFF = Expression(r"\(S[-/]|and\s+\d")
_FIRST_YEAR = 1946  # of the Council; an earlier date is a placeholder


def find_mandates(
    paragraphs: Sequence[Paragraph],
    *,
    date: str,
    lang: Lang,
    type: DocumentType,
    number: int | None = None,
    citations: Iterable[Citation] = (),
) -> list[Mandate]:
    """What a document demands, in reading order; of a paragraph's rows the first carries its lead verb.

    `date` is the ISO day of adoption, from which periods are counted; empty where it is not known. `number`
    is that of a resolution, from which a committee that it founds has its name; by the document's `citations`
    measures are known that are named by their paragraphs only. A
    sub-paragraph without a verb of its own has its stem's verb, force and addressees. Only operative
    paragraphs demand, and those of a presidential statement; nothing binds there, nor in a draft.
    """
    if type not in _SPEAKING:
        return []
    texts = {p.seq: fold(p.text) if lang == "zh-Hant" else p.text for p in paragraphs}
    rows = list(_Extraction(paragraphs, texts, lang, _iso(date), type, number, citations).rows())
    rows = with_points(rows, {p.seq: p.label for p in paragraphs})
    return with_terms(with_theme(rows), paragraphs, texts, lang)


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
        adopted: date | None, type_: DocumentType, number: int | None, citations: Iterable[Citation],
    ) -> None:  # fmt: skip
        self._paragraphs = paragraphs
        self._texts = texts
        self._lang = lang
        self._adopted = adopted
        self._kinds = ("operative", "body") if type_ == "presidential-statement" else ("operative",)
        self._binds = type_ in _BINDING
        self._actors = ActorFinder(texts, lang, number)
        self._imposed = Imposed(citations)
        self._scope = scope(paragraphs, texts, lang)
        self._stems: list[Stem] = []
        self._opening: Stem | None = None
        self._headed = False  # whether a heading stands before the current paragraph
        self._inherited: frozenset[str] = frozenset()  # topics that the last point has only from its stem
        self._numbered: Stem | None = None  # the last paragraph that has no other above it

    def rows(self) -> Iterator[Mandate]:
        for paragraph in self._paragraphs:
            if paragraph.kind == "heading":
                self._headed = True
            elif paragraph.kind == "preambular":
                self._opening = self._opening_of(self._texts[paragraph.seq])
            elif paragraph.kind in self._kinds or self._hangs(paragraph):
                yield from self._of_paragraph(paragraph)

    def _hangs(self, paragraph: Paragraph) -> bool:
        """Whether body text is numbered as a part of an operative paragraph, as in 1718 (2006), 8 (a) (i)."""
        return paragraph.kind == "body" and self._is_point(paragraph)

    def _is_point(self, paragraph: Paragraph) -> bool:
        above = (stem.label + "(" for stem in self._stems if stem.label)
        return paragraph.label.startswith(tuple(above))

    def _goes_on(self, paragraph: Paragraph, text: str) -> bool:
        """Whether a paragraph behind a title is a point of the list above, which titles do not part.

        So in 2612 (2021), 29 (ii) (a), and for loose letters in 2161 (2014), 1: *Travel ban*, *(b) …*.
        """
        if paragraph.label and not paragraph.label.startswith("("):
            return self._is_point(paragraph)
        above = next((stem for stem in reversed(self._stems) if stem.label[:1].isdigit()), None)
        return above is not None and above.opens and (paragraph.label != "" or text.startswith("To "))

    def _of_paragraph(self, paragraph: Paragraph) -> Iterator[Mandate]:
        text = self._texts[paragraph.seq]
        if self._headed and not self._goes_on(paragraph, text):
            self._stems.clear()
        self._headed = False
        stem = None if not paragraph.label and _BROKEN_OFF.match(text) else self._stem_of(paragraph)
        clauses = clauses_of(paragraph, text, self._lang, stem)
        read_paragraph(text)
        rows: list[Mandate] = []
        last: Mandate | None = None
        for clause in clauses:
            row = self._row(paragraph, text, clause, stem, is_last=clause is clauses[-1])
            by_pronoun = begins_with_pronoun(text[clause.body : clause.end], clause.verb)
            if last and (by_pronoun or not row.actors):
                body, before = text[clause.body : clause.end], text[: clause.start]
                said = text[last.at.start : clause.start]
                meant = self._actors.referred_to(body, clause.verb, before, said, last.actors)
                row = replace(
                    row,
                    actors=tuple(dict.fromkeys((*meant, *beside_pronoun(body, row.actors)))) or row.actors,
                )
            if (
                last
                and _MEANS.issuperset(row.topics)
                and len(besides_measures(last.topics)) <= _FEW
                and refers_back(text[clause.start : clause.end])
            ):
                row = replace(row, topics=with_those_before(row.topics, last.topics))
            if last and not row.topics and row.force == "note":
                row = replace(row, topics=noted_with(last.topics))
            if last and (these := those_before(text[clause.start : clause.end], last.topics)):
                row = replace(row, topics=tuple(dict.fromkeys((*row.topics, *these))))
            if reviews_panel(text[clause.start : clause.end], (before.topics for before in rows)):
                row = replace(row, topics=tuple(dict.fromkeys((*row.topics, "panel-of-experts"))))
            last = row
            rows.append(row)
        rows = joined(text, clauses, rows)
        self._imposed.note(paragraph.label, rows)
        yield from rows
        if rows:
            at = governing(text, clauses)
            row = rows[at]
            top = not self._stems
            body = text[clauses[at].body : clauses[at].end]
            actors = self._actors.founded(body) or row.actors or self._actors.mandated(body, clauses[at].verb)
            leads = clauses[at].body > 0 and leads_over(text)
            inherited = self._inherited if clauses[at].body == 0 else ()
            topics = of_points(row.topics, actors, body, inherited=inherited)
            opens, bare = opens_list(text), not body.strip(" :;—–-")
            told, verb, terms = reports(body), clauses[at].verb, _terms(row, body)
            binds = verb.force == "note" and row.binding
            self._stems.append(
                Stem(paragraph.label, verb, row.verb, actors, topics, leads, told, opens, bare, terms, binds)
            )
            if top:
                self._numbered = self._stems[-1]

    def _stem_of(self, paragraph: Paragraph) -> Stem | None:
        """The paragraph above; loose labels and bullets stand under the last one with a shorter label."""
        label = paragraph.label
        if label and not label.startswith("("):
            while self._stems and not label.startswith(self._stems[-1].label + "("):
                self._stems.pop()
        elif label:
            while self._stems and (self._is_bullet() or _is_beside(self._stems[-1].label, label)):
                self._stems.pop()
        else:
            while self._stems and not self._stems[-1].label:
                self._stems.pop()
        if not self._stems:
            return self._continued(paragraph) or self._opening
        stem = self._stems[-1]
        # the bullets of a statement stand under what leads over to them, not under whatever came before
        return stem if stem.opens or paragraph.kind != "body" or self._hangs(paragraph) else None

    def _is_bullet(self) -> bool:
        """Whether the last stem is a bullet under a loose letter, which ends with the next letter.

        So in 2000 (2011), 7: *(c) Monitoring of the arms embargo; To collect …; (d) Collection of weapons*.
        """
        *above, last = self._stems
        return not last.label and not last.opens and any(stem.label.startswith("(") for stem in above)

    def _continued(self, paragraph: Paragraph) -> Stem | None:
        """The list of the paragraph before, where this one goes on with it under a number of its own:
        *29. Decides that the mandate shall …: 30. Ensure the protection of …*."""
        marked, before = paragraph.verb, self._numbered
        if not (marked and paragraph.label and before) or before.verb.force == "note" or " " in marked:
            return None
        known = lead_verb(self._texts[paragraph.seq], self._lang) or lead_verb(marked, self._lang)
        return None if known else replace(before, printed=marked)

    def _opening_of(self, text: str) -> Stem | None:
        """The verb with which a preamble ends, as it did of old: *Decides:*, followed by *(a) To renew …*."""
        match = _OPENING.search(text)
        lead = lead_verb(match[0], self._lang) if match else None
        if lead is None or match is None:
            return None
        return Stem("", lead.verb, match[0][lead.start : lead.end], (), (), bare=True)

    def _under_chapter_vii(self, paragraph: Paragraph, clause: Clause, *, is_last: bool) -> bool:
        hinge = self._scope.get(paragraph.seq)
        if hinge is None or hinge >= clause.end:
            return False
        leads_to_next = not is_last and hinge > clause.body and clause.end - hinge < HINGE_WIDTH
        return not leads_to_next

    def _row(
        self, paragraph: Paragraph, text: str, clause: Clause, stem: Stem | None, *, is_last: bool
    ) -> Mandate:
        body = text[clause.body : clause.end]
        inherits = clause.body == 0
        actors: tuple[str, ...] = ()
        addressed: Sequence[Found] = ()
        if not inherits:
            actors, addressed = self._actors.of_clause(body, clause.verb)
        elif stem:
            actors = stem.actors or self._actors.of_point(body, stem)
        asks = clause.verb.force not in ("decide", "authorize", "note")
        topics = about(body, addressed if asks else (), self._actors.named(body))
        if asks:
            topics = of_what_is_asked(topics, body, actors)
        topics = self._imposed.named_in(text, paragraph.seq, Span(clause.start, clause.end), topics)
        if inherits and stem:
            self._inherited = frozenset(stem.topics).difference(topics)
            topics = handed_down(topics, stem.topics)
        restated = clause.verb.force == "note" and (
            stem is not None and stem.binds
            if inherits
            else restates_decision(text[clause.start : clause.end])
        )
        return Mandate(
            seq=paragraph.seq,
            at=Span(clause.start, clause.end),
            verb=clause.printed,
            lemma=clause.verb.lemma,
            force=clause.verb.force,
            binding=self._binds and (clause.verb.force in lexicon.BINDING or restated),
            chapter_vii=self._under_chapter_vii(paragraph, clause, is_last=is_last),
            actors=actors,
            measure=measure_of(paragraph.text[clause.body : clause.end]),
            topics=topics,
            dates=mandate_dates(
                body, clause.verb, self._lang, self._adopted, told=bool(inherits and stem and stem.told)
            )
            or (stem.terms if inherits and stem else ()),
        )


def _is_beside(letter: str, label: str) -> bool:
    """Whether a loose label is no point under a loose letter: *(b)* and *(a)*, but not *(a)(i)* and *(a)*; a
    figure behind a letter is a misprint of the next letter (645 (1989): *(a) … (5) To renew*)."""
    return letter.startswith("(") and (
        not label.startswith(letter + "(") or label[len(letter) + 1 :][:1].isdigit()
    )


# Of whom the points of a list are the names, whose term the stem states.
_TERM_OF = Expression(
    r"\bterms?\s+of\s+(?:office|service)\s+(?:\w+\s+){0,4}?of\s+the\s+following\b|下列[^。；]{0,20}法官[^。；]{0,20}任期"
)


def _terms(row: Mandate, body: str) -> tuple[MandateDate, ...]:
    """The ends of terms that a stem hands down to those whom its list names."""
    return tuple(day for day in row.dates if day.role == "expires") if _TERM_OF.search(body) else ()


# So many topics may be what *in this regard* speaks of; more are none in particular.
_FEW = 3
# By what means something is done, not what: *enhance their cooperation in this regard*.
_MEANS = frozenset(
    {
        "cooperation", "capacity-building", "accountability", "prosecution", "information-sharing",
        "reporting", "funding", "regional-cooperation", "review-of-mandate", "committee-mandate",
    }
)  # fmt: skip
