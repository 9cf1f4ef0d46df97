"""Terms that one paragraph of a resolution states for another: *the measures imposed by paragraph 6 above are
established for twelve months*, *to report before the end of the present mandate*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

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
    stated = [i for i, row in enumerate(rows) if _term(row)]
    if not stated:
        return out
    labels = {paragraph.seq: paragraph.label for paragraph in paragraphs}
    for i in stated:
        for label in _limited(texts[rows[i].seq][rows[i].at.start : rows[i].at.end], lang):
            _hand_over(out, rows[i], label, labels, texts)
    for i, row in enumerate(rows):
        out[i] = _until_end(out[i], i, rows, stated, labels, texts[row.seq], lang)
    return out


def _term(row: Mandate) -> MandateDate | None:
    """The day on which ends what a demand decides, where it names one."""
    ends = [day for day in row.dates if day.role == "expires" and day.date]
    return ends[0] if len(ends) == 1 and row.force != "note" else None


def _limited(clause: str, lang: Lang) -> Iterator[str]:
    """The labels of the paragraphs whose measures have the term that a clause states."""
    match = by_tongue(lang, **_LIMITED).search(clause)
    for one in _ONE.finditer(match["numbers"]) if match else ():
        last = int(one[3] or one[1])
        yield from (f"{number}{one[2] or ''}" for number in range(int(one[1]), last + 1))


def _hand_over(
    out: list[Mandate], giver: Mandate, label: str, labels: Mapping[int, str], texts: Mapping[int, str]
) -> None:
    """Gives the demands of a paragraph, and of its points, the term of `giver`, where they have none."""
    term = _term(giver)
    for i, row in enumerate(out):
        own = labels[row.seq]
        if (
            term and row.seq != giver.seq and row.force in ("decide", "authorize")
            and (own == label or own.startswith(label + "("))
            and not any(day.role == "expires" for day in row.dates)
            and not _EXEMPTS.search(texts[row.seq], row.at.start, row.at.end)
        ):  # fmt: skip
            out[i] = replace(row, dates=(*row.dates, term))


def _until_end(
    row: Mandate, at: int, rows: Sequence[Mandate], stated: Sequence[int], labels: Mapping[int, str],
    text: str, lang: Lang,
) -> Mandate:  # fmt: skip
    """A demand with the day by which it falls due, where that is the end of a term stated elsewhere."""
    said = any(words in text for words in by_tongue(lang, **_ENDS))  # what hardly any paragraph says
    match = by_tongue(lang, **_END).search(text, row.at.start, row.at.end) if said else None
    if match is None:
        return row
    if match["number"]:
        those = [i for i in stated if labels[rows[i].seq] == match["number"]]
    else:
        those = [i for i in stated if i <= at][-1:] or list(stated)
    ends = {term.date for i in those if (term := _term(rows[i]))}
    if len(ends) != 1:
        return row
    clause, start = text[row.at.start : row.at.end], match.start() - row.at.start
    due = due_by(clause, start, match[0], row, ends.pop(), tongue(lang))
    return replace(row, dates=(*row.dates, due)) if due and due not in row.dates else row
