"""What became of demands by the days and occasions that the texts name: a deadline, a year, a next report."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace
from datetime import timedelta

from mandex.corpus.dates import find_dates
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.corpus.model import Mandate
from mandex.index.life.asked import Asked, words_before
from mandex.index.life.deadlines import is_asked_again, is_due, is_own, own_days, stays_so
from mandex.index.life.status import Standing
from mandex.index.life.step import above
from mandex.index.life.wording import BY_DAY, MAY_EACH_TIME, NEXT, RHYTHM

_YEAR = timedelta(days=366)
_SOON = timedelta(days=3 * 365)

# Taken: *a High-level Review in 2015*, *its Strategic Plan for 2009-2012*; left: *resolution 1325 (2000)*,
# *S/2013/161*, *beginning in 2008*, *the period beyond 2014*.
_YEARS = Expression(
    r"(?<![\d/(])\b(?P<first>(?:19|20)\d\d)(?:\s?[-–—‑]\s?(?P<last>(?:19|20)?\d\d))?\b(?![)\d/])(?!\s?\()"
)
_SINCE = Expression(r"\b(?:since|from|after|post|beyond|beginning|starting|resolutions?|第)\b")
_BEFORE_YEAR = 24  # characters in which it stands
# Of a time that is short, though no day is given: *within six months of the adoption of this statement*,
# *report back to the Council in twelve months*, *its work programme for the twelfth 90-day period*.
_SHORTLY = Expression(
    r"\bwithin [\w-]+ (?:days|weeks|months|years?) (?:of|from|after) (?:the )?(?:date of )?(?:the )?"
    r"adoption\b"
    r"|\b(?:report(?: back)?|submit) [^.;]{0,40}\b(?:in|within) [\w-]+ (?:days|weeks|months)\b"
    r"|\bprogramme\b.{0,80}\b\d+-day period\b|\bin the (?:coming|next) (?:\w+ )?(?:days|weeks|months|year)\b"
)
# *Requires any Member State, when it undertakes an inspection, to submit a report …, within 30 days a second*
_EACH_TIME = Expression(r"\b(?:any|a) (?:member )?state,? when it\b")
# *Decides that after 30 June 2011 the requirement … shall no longer apply*
_CEASES = Expression(r"(?i)^(?:decides? ){1,2}(?:that )?after ([^;]{6,24}),[^;]*\bshall no longer apply\W*$")
_FINAL = Expression(r"(?i)\bfinal report\b|最后报告")
# A work that is done once: *to carry out a study on the impact of armed conflict on women*; left: *to conduct
# an annual review*.
_WORK = Expression(
    r"\b(?:carry out|conduct|undertake|commission|prepare|compile|make) (?:an?|one) (?:[\w-]+ ){0,4}"
    r"(?:study|review|assessment|analysis|survey|evaluation|inventory|compilation)\b"
)
# *The forthcoming Plan of Action to Prevent Violent Extremism*: it has come.
_FORTHCOMING = Expression(r"\b(?:the|his|its|their) (?:forthcoming|upcoming)\b|即将(?:举行|出台|提交|发表)")
_APPOINTS = Expression(
    r"^\W*\w+ (?:[^.;]{0,60} )?to proceed with the (?:appointment|recruitment|election) of\b"
)
# *Requests that were pending before the Committee as of the date of adoption of this resolution*
_PENDING = Expression(
    r"\bpending (?:before|with)\b[^;]{0,240}\b(?:as of|on|at) the (?:date|time) of (?:the )?adoption\b"
)
# *Parties listed in the annexes of the Secretary-General's report (S/2007/757)*; left: *in the annexes of his
# annual report*.
_OF_A_REPORT = Expression(r"\blisted in\b[^.;]{0,80}\breports?\b[^.;]{0,40}\bs/(?:19|20)\d\d/\d+")
# *Encourages the Secretary-General to consult … in the preparation of the reports*, after the sentence that
# asks for them by a day.
_OF_IT = Expression(
    r"\b(?:the|this|these|that|such|his|her|its|their) (?:said )?(?:reports?|study|review|assessments?"
    r"|briefing|recommendations)\b"
)
# *71 States had not met the deadline for submission of their reports. It calls on them urgently to do so*
_LATE = Expression(
    r"\b(?:not|yet to) (?:yet )?(?:met|meet|submitted|submit|reported|report|presented|present)\b"
)
_URGENTLY = Expression(r"\burgently\b")


class ByDays:
    """Rules on demands that name a time."""

    def __init__(self, db: sqlite3.Connection, as_of: str) -> None:
        self._db = db
        self._as_of = as_of

    def past(self, mandate: Mandate) -> Standing | None:
        """What was due on days that are over."""
        days = own_days(mandate)
        fixed = [one.date for one in days if one.date and (not one.every or BY_DAY.search(one.text))]
        rhythm = any(one.every for one in days)
        # *A midterm report by …, a final report by …, and updates each month* is over with the final one.
        once = len(fixed) > rhythm and not any(one.role == "expires" for one in days)
        last = max(fixed, default="")
        return Standing("spent", f"was due by {last}", "", last) if once and last < self._as_of else None

    def ceased(self, asked: Asked) -> Standing | None:
        """What shall no longer apply after a day that is over: done."""
        said = _CEASES.search(asked.clause)
        last = max((day.iso for day in find_dates(said[1])), default="") if said else ""
        if not last or last >= self._as_of:
            return None
        return Standing("spent", f"done: it ended what it names on {last}", "", last)

    def to_last_report(self, found: Standing, mandate: Mandate | None) -> Standing:
        """What a panel owes is over with its last report, on the day that the text prints, though its mandate
        runs on: *a midterm report no later than 30 December 2026 and a final report by 15 June 2027*.
        """
        if mandate is None or found.status != "current" or not _FINAL.search(mandate.measure):
            return found
        last = max((one.date for one in mandate.dates if one.date), default="")
        if any(one.every or one.role == "expires" for one in mandate.dates):
            return found
        return replace(found, until=last) if self._as_of <= last < found.until else found

    def pending(self, asked: Asked) -> Standing | None:
        """What was on somebody's desk on the day of adoption."""
        if _PENDING.search(asked.clause) and asked.is_older(_YEAR, self._as_of):
            return Standing("spent", f"about what was pending on {asked.adopted}")
        return None

    def by_deadline(self, asked: Asked) -> Standing | None:
        """What is due, or runs, until a day."""
        dates = [one for one in own_days(asked.mandate) if one.date]
        if not dates or any(one.every for one in asked.mandate.dates) or MAY_EACH_TIME.search(asked.clause):
            return None
        last = max(one.date for one in dates)
        if last < self._as_of:
            return Standing("spent", f"ran out on {last}", "", last)
        expires = any(one.role == "expires" for one in dates)
        return None if expires or not asked.number else Standing("current", f"due by {last}", "", last)

    def of_stem(self, asked: Asked) -> Standing | None:
        """The points of a report that was due on a day: their sentence begins with it; left: *quarterly
        reporting*, a point of what was to be set up within six months.
        """
        if not above(asked.label) or asked.is_rhythm:
            return None
        days = self._days(
            "d.symbol = ? AND p.kind = 'operative' AND p.pinpoint = ?"
            " AND d.lang = (SELECT min(lang) FROM documents WHERE symbol = d.symbol)",
            asked.symbol, f"OP{above(asked.label)}",
        )  # fmt: skip
        last = _over(days, self._as_of, again=NEXT.search(words_before(self._db, asked)) is not None)
        return Standing("spent", f"part of what was due by {last}", "", last) if last else None

    def in_next(self, asked: Asked) -> Standing | None:
        """What is to be told in the next report is told after a year."""
        told = NEXT.search(asked.clause) or NEXT.search(words_before(self._db, asked))
        if told and not asked.is_rhythm and asked.is_older(_YEAR, self._as_of):
            return Standing("spent", f"to be told in the next report, asked for on {asked.adopted}")
        return None

    def in_named_years(self, asked: Asked) -> Standing | None:
        """What was asked for a year that was to come and is over."""
        if asked.is_rhythm:
            return None
        own, now = int(asked.adopted[:4] or 9999), int(self._as_of[:4])
        clause = _without_conditions(asked)
        said = [
            (_last_year(one), bool(one["last"]))
            for one in _YEARS.finditer(clause)
            if not _SINCE.search(clause[max(0, one.start() - _BEFORE_YEAR) : one.start()])
        ]
        last = max((year for year, span in said if year > own or (span and year == own)), default=now)
        return Standing("spent", f"asked for {last}, which is over") if last < now else None

    def done_once(self, asked: Asked) -> Standing | None:
        """A study, or what was asked for within a short time."""
        if asked.is_rhythm or asked.force == "note" or not asked.is_older(_SOON, self._as_of):
            return None
        if _EACH_TIME.search(asked.clause) or _EACH_TIME.search(words_before(self._db, asked)):
            return None
        if _SHORTLY.search(asked.clause) and not (is_asked_again(asked.clause) or stays_so(asked.clause)):
            return Standing("spent", f"asked for within a short time of {asked.adopted}")
        if asked.force != "decide" and _FORTHCOMING.search(asked.clause):
            return Standing("spent", f"about what was to come in {asked.adopted[:4]}")
        if _APPOINTS.search(asked.clause):
            return Standing("spent", f"an appointment that was under way on {asked.adopted}")
        if asked.force != "decide" and _OF_A_REPORT.search(asked.clause):
            return Standing("spent", f"asked of those whom a report listed in {asked.adopted[:4]}")
        if _WORK.search(asked.clause) and not RHYTHM.search(asked.clause):
            return Standing("spent", f"a work to be done once, asked for on {asked.adopted}")
        return None

    def sequel(self, asked: Asked) -> Standing | None:
        """What is asked about a report that the sentence before asks for by a day, or of those who were late
        with one.
        """
        of_it = _OF_IT.search(asked.clause)
        urgent = asked.force == "call" and _URGENTLY.search(asked.clause)
        if not (of_it or urgent) or asked.is_rhythm or not asked.is_older(_SOON, self._as_of):
            return None
        mandate = asked.mandate
        if of_it and asked.force != "note":
            before = "d.symbol = ? AND m.seq = ? AND m.at_start < ?"
            days = self._days(before, asked.symbol, mandate.seq, mandate.at.start)
            if last := _over(days, self._as_of):
                return Standing("spent", f"about what was due by {last}", "", last)
        if urgent and _LATE.search(f"{self._before(asked)} {asked.clause}"):
            return Standing("spent", f"asked of those who were late in {asked.adopted[:4]}")
        return None

    def _before(self, asked: Asked) -> str:
        """The words of its paragraph before a demand, folded."""
        row = self._db.execute(
            "SELECT substr(p.text, 1, m.at_start) FROM mandates AS m JOIN documents AS d ON d.id = m.doc"
            " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
            " WHERE d.symbol = ? AND m.seq = ? AND m.measure = ? LIMIT 1",
            (asked.symbol, asked.mandate.seq, asked.mandate.measure),
        ).fetchone()
        return row[0].casefold() if row else ""

    def _days(self, where: str, *values: str | int) -> list[tuple[str, str, str]]:
        """Role, day and rhythm of the dates of some demands, but for those on which only a part is due."""
        rows = self._db.execute(
            "SELECT x.role, x.date, x.every, x.text, m.measure FROM documents AS d"
            " CROSS JOIN paragraphs AS p ON p.doc = d.id"  # first: the index tells which it is
            " CROSS JOIN mandates AS m ON m.doc = p.doc AND m.seq = p.seq"
            f" CROSS JOIN mandate_dates AS x ON x.mandate = m.id WHERE {where}",
            values,
        )
        return [
            (role, day, every)
            for role, day, every, said, measure in rows
            if is_own(fold(measure), role, fold(said), every)
        ]


def _over(days: list[tuple[str, str, str]], as_of: str, *, again: bool = False) -> str:
    """The last of some days, if all are over and nothing is owed again and again; `again`: though it is."""
    fixed = [day for role, day, every in days if day and not every and role != "expires"]
    lasting = any(role == "expires" or (every and not again) for role, _, every in days)
    last = max(fixed, default="")
    return last if last and not lasting and last < as_of else ""


def _without_conditions(asked: Asked) -> str:
    """A clause without the days on which it begins, or that are a condition (678 OP2, on 15 January 1991)."""
    clause = asked.clause
    measure = fold(asked.mandate.measure)
    for said in (fold(one.text) for one in asked.mandate.dates):
        if said in measure and not is_due(measure, said):
            clause = clause.replace(said, " ")
    return clause


def _last_year(said: re.Match[str]) -> int:
    """The last of *2015*, *2009-2012*, *2009-12*."""
    first, last = said["first"], said["last"] or ""
    return int(first[: 4 - len(last)] + last)
