"""The day on which what a demand sets expires, as its words or those of another paragraph tell."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from mandex.corpus.acts import performed
from mandex.corpus.dates import find_dates, find_periods
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.index.life.by_month import counted_from_a_month, is_a_month
from mandex.index.life.ends import RUNS
from mandex.index.life.entry import Entry
from mandex.index.life.rhythm import after
from mandex.index.life.step import above, label_of


def terms(db: sqlite3.Connection, doc: int, entry: Entry) -> Mapping[int, str]:
    """Of each demand the last date on which it expires (ISO), or its month, where the text says no more; of
    renewals *until one year from* a day also that. What comes into force on a day of its own runs from that.
    """
    renewed = {
        id_: day
        for id_, measure, day, words in db.execute(
            "SELECT m.id, m.measure, x.date, x.text FROM mandates AS m CROSS JOIN mandate_dates AS x"
            " ON x.mandate = m.id WHERE m.doc = ? AND +x.role = 'deadline' AND x.date <> ''",
            (doc,),
        )
        if f"until {words}" in measure and performed(fold(f"to {measure.removeprefix('to ')}")) == "extends"
    }
    said = {
        id_: (words, adopted, entry.of(label_of(place), words))
        for id_, words, adopted, place in db.execute(
            "SELECT m.id, substr(p.text, m.at_start + 1, m.at_end - m.at_start), d.date, p.pinpoint"
            " FROM mandates AS m"
            " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq JOIN documents AS d ON d.id = m.doc"
            " WHERE m.doc = ?",
            (doc,),
        )
    }
    spoken = {id_: day for id_, (words, adopted, _) in said.items() if (day := _last_day(words, adopted))} | {
        id_: day for id_, one in said.items() if (day := _same_period(*one))
    }
    own = {
        id_: day[:7]
        if counted_from_a_month(term)
        else _by_printed_day(term, *said[id_][:2]) or _from_entry(term, said[id_][2]) or day
        for id_, day, term in db.execute(
            # From the document's demands to their dates: the other way round costs as much as the base is
            # large.
            "SELECT x.mandate, max(x.date), x.text FROM mandates AS m CROSS JOIN mandate_dates AS x"
            " ON x.mandate = m.id WHERE m.doc = ? AND +x.role = 'expires' AND x.date <> ''"
            " GROUP BY x.mandate",
            (doc,),
        )
    }
    known = spoken | renewed | _as_above(db, doc, own) | own | _from_then(db, doc)
    known = _of_stem(db, doc, known) | known
    return _to_that_date(db, doc, known) | known


# *Shall cease all operations on 31 October 2026*, *shall be terminated from 23.59 local time on 31 October*,
# *decides to terminate, on 30 June 2011, the arrangements*, *to terminate the mandate of the Group (SEMG),
# with effect from 16 December*, *to end the zone at the end of UNIKOM's mandate on 6 October*
_ENDS_ON = Expression(
    r"\bcease (?:all |its )?operations on\s$"
    r"|\b(?:terminated?|lifted|cease to (?:have effect|apply)|no longer apply)\b,?[^;,]{0,40}"
    r"\b(?:from|on|as of|as from)\s[^;,]{0,40}$"
    r"|\bterminate the mandates?\b[^;,]{0,120},? (?:with effect from|as of|as from|on)\s$"
    r"|\bto end the\b[^;]{0,160}\bon\s$"
)

# *Shall be established for a period not to exceed eighteen months*, *for a period of no longer than two
# years, a Committee*, *endorses the establishment, for an
# initial period of 12 months from the date of adoption*
_AT_MOST = Expression(
    r"\bfor a period (?:not (?:to exceed|exceeding)|of no longer than) ([\w-]+ (?:months|years))\b"
    r"|\bthe establishment, for an? (?:initial )?period of ([\w-]+ (?:months|years))\b"
)

# *Authorizes the immediate deployment of a Multinational Interim Force for a period of not more than three
# months from adoption*
_DEPLOYED_FOR = Expression(
    r"(?i)^\W*authori[sz]es the (?:\w+ )?deployment of an? [^,;]{3,80}? for a period of"
    r" (?:not more than |up to )?([\w-]+ (?:months|years))\b"
)

# *Authorizes the Member States to continue for a further planned period of 12 months the force (SFOR)*
_RUNS = Expression(RUNS)
_FURTHER = Expression(r"\bto continue for a further (?:planned )?period of ([\w-]+ (?:months|years))\b")

# *The authority be transferred to MINUSMA on 1 July 2013 at which point MINUSMA shall commence the
# implementation of its mandate, for an initial period of 12 months*
_FROM_THEN = Expression(
    r"\bat which point\b[^;]{0,200}\bfor an? (?:initial )?period of ([\w-]+ (?:months|years))\b"
)

_RUNS_TO_A_DAY = Expression(r"\b(?:through|for an additional \d+ (?:days|months) to)\s")

_RUNS_TO = Expression(rf"{_RUNS_TO_A_DAY.pattern}*$")


def _last_day(words: str, adopted: str) -> str:
    """The day to which something is prolonged, where the words say so: *extends … through July 15, 2026*."""
    if (runs := _RUNS.search(words)) and (every := next(iter(find_periods(runs["length"])), "")):
        return after(adopted, every)
    if _ENDS_ON.may_be_in(words) and performed(fold(words)) in ("ends", "lifts"):
        days = (day.iso for day in find_dates(words) if _ENDS_ON.search(words[: day.start]))
        return max((day for day in days if day >= adopted), default="")
    if (most := _AT_MOST.search(words)) and performed(fold(words)) == "establishes":
        every = next(iter(find_periods(most[1] or most[2])), "")
        return after(adopted, every) if every else ""
    if (deployed := _DEPLOYED_FOR.search(words)) and (every := next(iter(find_periods(deployed[1])), "")):
        return after(adopted, every)
    if (further := _FURTHER.search(words)) and performed(fold(words)) == "continues":
        every = next(iter(find_periods(further[1])), "")
        return after(adopted, every) if every else ""
    if not _RUNS_TO_A_DAY.search(words) or performed(fold(words)) != "extends":
        return ""
    return max((day.iso for day in find_dates(words) if _RUNS_TO.search(words[: day.start])), default="")


# The day on which a term begins that is told by its length: *for an initial period of 12 months as from 4
# April 2004* (1528 OP1), *to establish UNSOM by 3 June 2013, for an initial period of twelve months* (2102
# OP1).
_BEGINS = Expression(
    r"(?i)\b(?:as (?:of|from)|(?:beginning|starting|commencing)(?: on| from| as of| no later than)?"
    r"|with effect from|shall remain [^.;,]{1,40} from)\s$"
    r"|\bestablish\b[^;]{0,120}\bby\s$"
)
# And the day on which it ends: *for an additional 90 days to 10 December 2004* (1556 OP15), 延长12个月,延至
# 2025年12月13日.
_ENDS = Expression(r"\s(?:to|until|through)\s$|延至$")


def _by_printed_day(term: str, words: str, adopted: str) -> str:
    """The last day of a term that is told by its length, where a day is printed beside it from which it runs,
    or to which: not so long from the adoption. Empty where none is.
    """
    every = next(iter(find_periods(term)), "")
    if not every or next(iter(find_dates(term)), None):
        return ""
    for day in find_dates(words):
        before = words[: day.start]
        if day.iso <= adopted or is_a_month(day.iso):
            continue
        ends = _ENDS.search(before)
        if ends and (ends[0] == "延至" or before[: ends.start()].endswith(term)):
            return day.iso
        if _BEGINS.search(before):
            return after(day.iso, every)
    return ""


# *All States shall, for the same period of twelve months, freeze* (1572 OP11)
_SAME_PERIOD = Expression(r"\bfor the same period of ([\w-]+ (?:months|years))\b")
_OF_ADOPTION = Expression(r"(?i)\badoption\b")


def _same_period(words: str, adopted: str, begins: str) -> str:
    """The last day of a term told by its length, as that of a paragraph before."""
    same = _SAME_PERIOD.search(words)
    every = next(iter(find_periods(same[1])), "") if same else ""
    return after(begins or adopted, every) if every else ""


def _from_entry(term: str, begins: str) -> str:
    """The last day of a term that is told by its length alone, of what comes into force on a later day."""
    if not begins or _OF_ADOPTION.search(term) or next(iter(find_dates(term)), None):
        return ""
    every = next(iter(find_periods(term)), "")
    return after(begins, every) if every else ""


# *Decides for a period of 12 months from the date of adoption of this resolution:* (2025 OP2); left: *decides
# that, until 30 April 2017, the mandate of UNOCI shall be the following:*
_ONLY_A_TERM = Expression(
    r"(?i)^\W*(?:also |further )?decides (?:that )?(?:for|until)\b[^,;:]{0,120}:\s*$"
    r"|^决定[^,，;；。:：]{0,40}[:：]\s*$"
)


def _of_stem(db: sqlite3.Connection, doc: int, terms: Mapping[int, str]) -> dict[int, str]:
    """Of points that renew something, under a sentence that says nothing but a term, that term."""
    rows = db.execute(
        "SELECT m.id, p.pinpoint, substr(p.text, m.at_start + 1) FROM mandates AS m"
        " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq WHERE m.doc = ? ORDER BY m.id",
        (doc,),
    ).fetchall()
    stems = {place: terms[id_] for id_, place, words in rows if id_ in terms and _ONLY_A_TERM.match(words)}
    points = ((id_, words, stems.get(above(place), "")) for id_, place, words in rows if stems)
    return {id_: term for id_, words, term in points if term and performed(fold(words)) == "extends"}


def _from_then(db: sqlite3.Connection, doc: int) -> dict[int, str]:
    """Of demands whose term begins on a day that they name before it, its last day."""
    found: dict[int, str] = {}
    for id_, words in db.execute(
        "SELECT m.id, substr(p.text, m.at_start + 1, m.at_end - m.at_start) FROM mandates AS m"
        " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq WHERE m.doc = ?",
        (doc,),
    ):
        then = _FROM_THEN.search(words)
        days = [day.iso for day in find_dates(words[: then.start()])] if then else []
        every = next(iter(find_periods(then[1])), "") if then else ""
        if days and every:
            found[id_] = after(days[-1], every)
    return found


# *For the period specified in paragraph 1 above*
_PERIOD_ABOVE = Expression(
    r"\bfor (?:the (?:same )?period (?:specified|set out|referred to)"
    r"|a further period ending on the date (?:specified|set out|referred to)) in paragraph (\d+)\b"
)


# *Decides to terminate, on 30 June 2011, the arrangements … and that paragraph 22 shall continue to apply
# until that date*
_THAT_DATE = Expression(r"(?i)\b(?:until|through|to) that date\b")


def _to_that_date(db: sqlite3.Connection, doc: int, terms: Mapping[int, str]) -> dict[int, str]:
    """Of demands that run until *that date* the term of the one before in their paragraph."""
    found: dict[int, str] = {}
    at, last = 0, ""
    for id_, seq, measure in db.execute(
        "SELECT id, seq, measure FROM mandates WHERE doc = ? ORDER BY seq, at_start", (doc,)
    ):
        last = last if seq == at else ""
        if last and _THAT_DATE.search(measure):
            found[id_] = last
        at, last = seq, terms.get(id_, last)
    return found


def _as_above(db: sqlite3.Connection, doc: int, terms: Mapping[int, str]) -> dict[int, str]:
    """Of demands that refer to the term of another paragraph that term."""
    rows = db.execute(
        "SELECT m.id, m.measure, p.label FROM mandates AS m"
        " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq WHERE m.doc = ? ORDER BY m.id",
        (doc,),
    ).fetchall()
    by_label: dict[str, str] = {}
    for id_, _, label in rows:
        if id_ in terms:
            by_label.setdefault(label, terms[id_])
    found = {id_: _PERIOD_ABOVE.search(measure) for id_, measure, _ in rows}
    return {id_: by_label[match[1]] for id_, match in found.items() if match and match[1] in by_label}
