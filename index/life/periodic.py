"""Reports owed again and again that no demand with a date asks for: in annexes, within other reports, and
*on a regular basis*.

An annex lays down what a body reports (*(a) To submit, in writing, an annual comprehensive report to the
Committee*); a demand may ask for a part of a report that is owed anyway (*to include in its annual report
information on progress in implementing this resolution*), or for reports without a day.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from mandex.corpus import lexicon
from mandex.corpus.dates import find_dates, find_periods
from mandex.corpus.dates.months import month_number
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold, fold_case
from mandex.corpus.model import Mandate, MandateDate, Span
from mandex.index.life.rhythm import after
from mandex.index.life.wording import BY_DAY

_LENGTHS = {
    "annual": "P1Y", "yearly": "P1Y", "biannual": "P6M", "semi-annual": "P6M", "six-monthly": "P6M",
    "quarterly": "P3M", "monthly": "P1M", "biennial": "P2Y", "年度": "P1Y", "每年": "P1Y", "半年度": "P6M",
    "每月": "P1M", "每季度": "P3M",
}  # fmt: skip
_OFTEN = "|".join(sorted(_LENGTHS, key=len, reverse=True))
_REPORT = r"(?:reports?|updates?|briefings?)\b"
# Taken: *an annual comprehensive, independent report*, *reports to the Committee, every six months*;
# left: *study and report …, through an annual workshop*.
_RHYTHM = Expression(
    rf"\b(?P<word>{_OFTEN})(?:,? [\w-]+){{0,3}}? {_REPORT}"
    rf"|\b{_REPORT}[^.;]{{0,60}}?\bevery (?P<period>[\w-]+ (?:days|months|years))\b"
    rf"|(?P<word_zh>{_OFTEN})[^。;；]{{0,40}}报告|每(?P<period_zh>\S{{1,3}}个?[日天月年])[^。;；]{{0,60}}报告"
)
# A duty of an annex: it begins with its verb, or says who shall.
_DUTY = Expression(
    r"^\W*(?:\(\w+\)\W*)?(?:to )?(?:submit|report|provide|brief|present)\b"
    r"|^[^.;]{0,80}\b(?:shall|will)\b[^.;]{0,20}\b(?:submit|report|provide|brief|present)\b"
    r"|^\W*(?:\(\w+\)\W*)?[^。;；]{0,40}提交"
)
_TO_WHOM = Expression(r"\b(?:committee|council)\b|委员会|安全理事会|安理会")
_CHAIR = Expression(r"^\W*the chair\b|^主席")
_GROUP = Expression(r"\bthe ((?:[A-Z][a-z]+ )*(?:Working Group|Committee))\b")
# *In his comprehensive annual briefing mandated by its resolution 2378 (2017)*
_MANDATED_BY = Expression(
    r"\b(?:reports?|briefings?) (?:mandated|requested|called for) (?:by|in) (?:its )?resolution"
    r" (\d+ \(\d{4}\))"
)
_TWICE = Expression(r"\btwice[- ](?:annual|annually|yearly)\b|\btwice (?:a|per|each|every) year\b|每年两次")
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_EACH_YEAR = Expression(
    r"\b(?:before|by) the end of each (?P<month>january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\b"
    r"|\bin the (?P<quarter>first|second|third|fourth) quarter of (?:each|every) year\b"
)
_ANNEX = Expression(r"\s+[\d(].*$")  # of *Annex II 20(c)* what follows the annex
# Bodies that report to the Council or a committee of its own; the decision of another organ that an annex
# quotes speaks of a council too.
_REPORTERS = frozenset({"panel", "court"})
# Taken: *to include in its annual report information on progress in implementing*, *to report progress … in
# his comprehensive annual briefing*; left: *to include in his annual reports a list of parties*.
_WITHIN = Expression(
    rf"\bto include in (?:his|her|its|their|the) (?P<a>{_OFTEN}) {_REPORT}.{{0,80}}"
    r"\b(?:progress|implement\w*)\b"
    r"|\bto report\b.{0,20}\bprogress\b.{0,200}"
    rf"\bin (?:his|its) (?:comprehensive )?(?P<b>{_OFTEN}) {_REPORT}"
    r"|在(?:其|下一次)?(?P<c>年度)报告中(?:列入|介绍|说明|提供).{0,40}(?:执行|进展)"
)
_SUBMIT = "to (?:make|provide|submit)"
_NOW_AND_THEN = "(?:regular|periodic) (?:reports|updates|briefings)"
_OPENING = rf"^(?:continued )?{_NOW_AND_THEN} to the (?:security )?(?:council|committee)\b"
# Without a day: *to brief the Council on a regular basis*, *keep the Council regularly informed*; left: what
# a mission tells on the ground (*to report regularly on abuses*), what is told when something is at hand.
_REGULARLY = Expression(
    r"\b(?:report|brief|inform|update|keep|provide)\b[^.;]{0,60}?\b(?:council|committee|ctc)\b[^.;,]{0,40}?"
    r"\b(?:on an? (?:regular|periodic) basis|(?:fully and )?regularly (?:informed|updated|apprised)|regularly"
    r"|periodically)\b"
    rf"|\b(?:to (?:regularly|periodically) (?:report|brief|inform|update)|{_SUBMIT} {_NOW_AND_THEN})\b"
    r"[^.;]{0,40}\b(?:council|committee|ctc)\b"
    rf"|\bprovide the (?:security )?(?:council|committee) with {_NOW_AND_THEN}\b"
    # *to keep the Security Council abreast of relevant developments*
    r"|\bkeep the (?:security )?(?:council|committee) abreast of\b"
    # *requests continued regular updates to the Security Council, including at its meetings*
    rf"|{_OPENING}"
    r"|定期向.{0,20}(?:委员会|安理会|安全理事会).{0,12}(?:报告|通报|介绍|汇报)"
    r"|向.{0,12}(?:委员会|安理会|安全理事会).{0,8}定期.{0,6}(?:报告|通报|介绍|汇报)"
)
# *Regular updates to the Committee, including one thematic report by 30 June 2026*
_REGULAR_FIRST = Expression(_OPENING)
# *Requests Somalia to keep the Security Council informed on progress*
_INFORMED = Expression(r"\b(?:keep|report|brief|update|inform)\b[^.;]{0,40}\b(?:council|committee)\b")


def of_annexes(db: sqlite3.Connection, doc: int, adopted: str) -> Iterator[tuple[str, Mandate]]:
    """The periodic reports that the annexes of a document lay down: pinpoint, and the demand as one of the
    Council's would be.
    """
    annex: dict[str, str] = {}  # each annex and whom its first paragraph tells what to do
    opening = ""
    for seq, pinpoint, text in db.execute(
        "SELECT seq, pinpoint, text FROM paragraphs WHERE doc = ? AND kind = 'annex' ORDER BY seq", (doc,)
    ):
        if not pinpoint:
            opening = opening or _reporter(text)
            continue
        own = _reporter(text)
        lead = annex.setdefault(_ANNEX.sub("", pinpoint), opening or own)
        opening = ""
        clause = fold(text)
        every = _every(clause) if _DUTY.search(clause) and _TO_WHOM.search(clause) else ""
        if every and (own or lead or _CHAIR.search(clause)):
            when = MandateDate("reports", _first(text, adopted, every), "", every)
            yield pinpoint, _demand(seq, text, own or lead or _chair(text), when)


def within_others(mandate: Mandate, adopted: str, *, regular: bool = False) -> MandateDate | None:
    """The rhythm of a report that is told within another one, or is owed without a day (an empty date);
    `regular`: another paragraph calls what is asked for so.
    """
    if mandate.force not in ("request", "decide", "demand"):
        return None
    clause = fold(mandate.measure)
    told = _WITHIN.search(clause if clause.startswith("to ") else f"to {clause}")
    told = told or _WITHIN.search(clause)
    if told and (word := next(filter(None, told.groups()), "")):
        every = _LENGTHS[word]
        return MandateDate("reports", after(adopted, every), told[0][:40], every)
    said = _REGULARLY.search(clause) or (_INFORMED.search(clause) if regular else None)
    if said is not None:
        return MandateDate("reports", "", said[0][:40])
    return None


def opens_regular(mandate: Mandate) -> bool:
    """Whether a demand begins with reports without a day, whatever it asks for by a day beside them."""
    return _REGULAR_FIRST.search(fold(mandate.measure)) is not None


def _reporter(text: str) -> str:
    named = (one.id for one in lexicon.match_bodies(fold_case(text)))
    return next((id_ for id_ in named if lexicon.bodies()[id_].kind in _REPORTERS), "")


def mandated_by(words: str) -> str:
    """The resolution by which the report is mandated within which something is told; empty where none is
    named.
    """
    said = _MANDATED_BY.search(words)
    return f"S/RES/{said[1]}" if said else ""


def _chair(text: str) -> str:
    """Whose chair reports: *the Chair will provide updates on the Informal Working Group*."""
    group = _GROUP.search(text)
    return f"chair of the {group[1]}" if group else ""


def _every(clause: str) -> str:
    said = _RHYTHM.search(clause)
    if said is None:
        return ""
    if word := said["word"] or said["word_zh"]:
        return _LENGTHS[word]
    period = said["period"] or said["period_zh"]
    return next(iter(find_periods(period)), "")


def _first(text: str, adopted: str, every: str) -> str:
    """The first day: the one named (*the first by 30 June 2024*), else one period after adoption."""
    named = (day.iso for day in find_dates(text) if len(day.iso) == len(adopted) and day.iso > adopted)
    return next(named, "") or after(adopted, every)


def _demand(seq: int, text: str, who: str, when: MandateDate) -> Mandate:
    return Mandate(
        seq, Span(0, len(text)), "", "", "decide", True, False, (who,) if who else (), text, ("reporting",),
        (when,),
    )  # fmt: skip


def rhythms(mandate: Mandate, adopted: str) -> Iterator[MandateDate]:
    """The dates of reports, each once: one that is one day, though a rhythm is named beside it (*a final
    report by 1 May, and updates each month*), is that day, and the rhythm begins with the adoption; of two
    for one rhythm the one whose day is named counts.
    """
    dates = [
        _twice(one, mandate.measure, adopted) for one in mandate.dates if one.role == "reports" and one.date
    ]
    if of_year := list(_each_year(mandate.measure, adopted)):
        yield from of_year
        return
    said = {one.date: one.text for one in dates if not one.every}
    fixed = sorted(one.date for one in dates if not one.every)
    taken: dict[str, MandateDate] = {}
    for one in (one for one in dates if one.every):
        length = length_of(one.every)
        if fixed and BY_DAY.search(one.text):
            fixed.append(one.date)
            taken.setdefault(length, replace(one, date=after(adopted, one.every)))
        elif any(char.isdigit() for char in one.text):
            taken[length] = one
        else:
            # *Annually, and before 30 November*: the day that is named begins the rhythm
            taken.setdefault(length, replace(one, date=fixed[0]) if len(fixed) == 1 else one)
    if len(fixed) > 1 or not taken:
        yield from (MandateDate("reports", day, said.get(day, "")) for day in fixed)
    yield from taken.values()


def _twice(when: MandateDate, measure: str, adopted: str) -> MandateDate:
    """*On a twice annual basis* is every six months."""
    if when.every in ("P1Y", "P12M") and _TWICE.search(fold(measure)):
        return replace(when, every="P6M", date=after(adopted, "P6M"))
    return when


def _each_year(measure: str, adopted: str) -> Iterator[MandateDate]:
    """The days of each year by which something is told: *before the end of each January*, *in the first
    quarter of each year*; none after an adoption that is not known.
    """
    for said in _EACH_YEAR.finditer(fold(measure)) if adopted else ():
        month = month_number(said["month"]) if said["month"] else 3 * _QUARTERS[said["quarter"]]
        year = int(adopted[:4])
        days = (_last_of(year + more, month) for more in (0, 1))
        day = next(day for day in days if day > adopted)
        yield MandateDate("reports", day, said[0], "P1Y")


def _last_of(year: int, month: int) -> str:
    """The last day of a month (ISO)."""
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).isoformat()


def length_of(every: str) -> str:
    """A rhythm by its length: twelve months are a year."""
    return {"P12M": "P1Y", "P24M": "P2Y"}.get(every, every)
