"""Terms that one paragraph of a resolution states for another: *the measures imposed by paragraph 6 above are
established for twelve months*, *to report before the end of the present mandate*."""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from itertools import islice

from mandex.corpus.expressions import Expression
from mandex.corpus.languages import Lang, by_tongue, tongue
from mandex.corpus.model import Mandate, MandateDate, Paragraph
from mandex.ingest.mandates.dates import due_by

# Which paragraphs' measures have the term. Taken: *that the measures in paragraphs 2, 4 and 6 above are
# established for 12 months*, *to extend the measure described in paragraph 6 of this resolution until*; left:
# *the measures imposed by paragraph 6 above shall not apply*, *by paragraphs 9 and 12 of resolution 2206*.
_NUMBER = r"\d+(?:\s*\(\w\))?"
_NUMBERS = rf"(?P<numbers>{_NUMBER}(?:(?:,\s*|,?\s+(?:and|to)\s+|[、和至]){_NUMBER})*)"
_LIMITED = {
    "en": Expression(
        r"^\w+(?:\s\w+)?\s+(?:(?:also|further|however)\s+)?"
        r"(?:that\s*,?\s*|to\s+(?:extend|renew|prolong|maintain)\s+)the\s+(?:\w+\s+){0,3}"
        r"(?:measures?|prohibitions?|provisions?|restrictions?|embargo|authori[sz]ations?|obligations?|requirements?)\s+"
        rf"(?:[a-z]+\s+){{0,4}}paragraphs?\s+{_NUMBERS}\s*(?:,\s*)?"
        r"(?:above|below|of\s+(?:this|the\s+present)\s+resolution|(?=(?:shall|are|is|will|until|for)\b))\s*,?\s*"
        r"(?:(?:shall|are|is|will)\s+(?:(?:be|hereby)\s+)?(?:established|extended|renewed|continue\s+to\s+apply|apply"
        r"|remain(?:\s+in\s+(?:force|effect))?|in\s+force|in\s+effect|expire|lapse|terminate)\s*(?:,\s*)?)?"
        r"(?:initially\s+)?(?=for\b|until\b|on\b|at\b)"
    ),
    "zh": Expression(
        rf"^[^，。；]{{2,6}}?[，,]?(?:自本决议通过之日起，?)?将?(?:上文|以上|本决议)第{_NUMBERS}段"
        r"[^，。；第]{0,12}(?:措施|规定|禁令|授权|限制)(?:的期限|期限|的有效期)?(?:应|将)?(?:初步|最初)?"
        r"(?:延长|延续|续延|为期|有效)"
    ),
}
_ONE = re.compile(r"(\d+)\s*(\(\w\))?(?:\s*(?:to|至)\s*(\d+))?")
_MOST = 100  # clauses that state terms for other paragraphs; each is held against all demands
_DIGITS = 4  # of the number of a paragraph; a text may print longer ones
_LABEL = re.compile(rf"(?P<number>\d{{1,{_DIGITS}}})(?P<point>\(.*)?")
# What the measures do not forbid has no term of theirs.
_EXEMPTS = Expression(r"\bnot\s+apply\b|不适用|豁免")

# When a term ends that is stated elsewhere: before the end of the present mandate, by the end of UNMISS’s
# current mandate, 在任务期结束前; not: 15 days before the end of its mandated period.
_END = {
    "en": Expression(
        r"(?<!days\s)(?<!months\s)\b(?:before|prior\s+to|at|by)\s+the\s+(?:end|expiry|expiration)\s+of\s+"
        r"(?:this|that|the|[A-Z]{3,}[’']s)\s+(?:present\s+|current\s+|new\s+)?(?:mandate\s+period|mandate|period)\b"
        r"(?!\s+(?:of|on)\b)"
        r"(?:\s+(?:mentioned|referred\s+to|specified)\s+in\s+paragraph\s+(?P<number>\d+))?"
    ),
    "zh": Expression(
        r"(?<!再次)在?(?:[^，。；在]{0,8}当前)?任务期(?:限)?(?:结束|届满|期满)之?前(?P<number>)"
    ),
}  # fmt: skip
_ENDS = {"en": ("the end of", "the expir"), "zh": ("任务期",)}


def with_terms(
    rows: Sequence[Mandate], paragraphs: Sequence[Paragraph], texts: Mapping[int, str], lang: Lang
) -> list[Mandate]:
    """The demands of a document, with the terms that others of its paragraphs state for them; `texts` are the
    paragraphs' texts by `seq`, in simplified script."""
    out = list(rows)
    labels = {paragraph.seq: paragraph.label for paragraph in paragraphs}
    stated = _Stated(rows, labels)
    if not stated.at:
        return out
    said = ((rows[i], texts[rows[i].seq][rows[i].at.start : rows[i].at.end]) for i in stated.at)
    givers = ((giver, limited) for giver, clause in said if (limited := _limited(clause, lang)))
    for giver, limited in islice(givers, _MOST):
        _hand_over(out, giver, limited, labels, texts)
    for i, row in enumerate(rows):
        out[i] = _until_end(out[i], i, stated, texts[row.seq], lang)
    return out


class _Stated:
    """The days on which terms end that the demands of a document state, by place, and by paragraph."""

    def __init__(self, rows: Sequence[Mandate], labels: Mapping[int, str]) -> None:
        terms = [(i, labels[row.seq], term.date) for i, row in enumerate(rows) if (term := _term(row))]
        self.at = [i for i, _, _ in terms]
        self._days = [day for *_, day in terms]
        self._every = frozenset(self._days)
        self._by_label: dict[str, set[str]] = defaultdict(set)
        for _, label, day in terms:
            self._by_label[label].add(day)

    def ends(self, at: int, number: str) -> Set[str]:
        """Those that a demand at `at` may mean: of the paragraph named, else of the last before it or any."""
        if number:
            return self._by_label.get(number, frozenset())
        before = bisect(self.at, at)
        return {self._days[before - 1]} if before else self._every


def _term(row: Mandate) -> MandateDate | None:
    """The day on which ends what a demand decides, where it names one."""
    ends = [day for day in row.dates if day.role == "expires" and day.date]
    return ends[0] if len(ends) == 1 and row.force != "note" else None


def _limited(clause: str, lang: Lang) -> list[tuple[int, int, str]]:
    """The paragraphs whose measures have the term that a clause states: first, last, the point of each."""
    match = by_tongue(lang, **_LIMITED).search(clause)
    found = _ONE.finditer(match["numbers"]) if match else ()
    return [(_number(one[1]), _number(one[3] or one[1]), one[2] or "") for one in found]


def _number(digits: str) -> int:
    return int(digits) if len(digits) <= _DIGITS else 10**_DIGITS


def _is_among(label: str, limited: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a paragraph, or the one whose point it is, is one of these."""
    own = _LABEL.fullmatch(label)
    if own is None:
        return False
    number, below = int(own["number"]), f"{own['point'] or ''}("
    return any(first <= number <= last and below.startswith(f"{point}(") for first, last, point in limited)


def _hand_over(
    out: list[Mandate], giver: Mandate, limited: Sequence[tuple[int, int, str]], labels: Mapping[int, str],
    texts: Mapping[int, str],
) -> None:  # fmt: skip
    """Gives the demands of paragraphs, and of their points, the term of `giver`, where they have none."""
    term = _term(giver)
    for i, row in enumerate(out):
        if (
            term and row.seq != giver.seq and row.force in ("decide", "authorize")
            and _is_among(labels[row.seq], limited)
            and not any(day.role == "expires" for day in row.dates)
            and not _EXEMPTS.search(texts[row.seq], row.at.start, row.at.end)
        ):  # fmt: skip
            out[i] = replace(row, dates=(*row.dates, term))


def _until_end(row: Mandate, at: int, stated: _Stated, text: str, lang: Lang) -> Mandate:
    """A demand with the day by which it falls due, where that is the end of a term stated elsewhere."""
    clause = text[row.at.start : row.at.end]
    said = any(words in clause for words in by_tongue(lang, **_ENDS))  # what hardly any clause says
    match = by_tongue(lang, **_END).search(text, row.at.start, row.at.end) if said else None
    if match is None:
        return row
    ends = stated.ends(at, match["number"])
    if len(ends) != 1:
        return row
    (day,) = ends
    due = due_by(clause, match.start() - row.at.start, match[0], row, day, tongue(lang))
    return replace(row, dates=(*row.dates, due)) if due and due not in row.dates else row
