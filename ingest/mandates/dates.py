"""What the time expressions of a clause mean: when a mandate ends, falls due, is reviewed or reported on.

A date that cannot be computed (*within 30 days of the Committee's request*) is kept with its words and an
empty `date`. Periods count from adoption unless the text says from when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from mandex.corpus.dates import a_day
from mandex.corpus.expressions import Expression
from mandex.corpus.languages import Lang, by_tongue, tongue
from mandex.corpus.lexicon import Verb
from mandex.corpus.model import DateRole, Mandate, MandateDate
from mandex.corpus.records import dataclass
from mandex.ingest.mandates import dates_en, dates_zh
from mandex.ingest.mandates.calendar_words import NO_YEAR, TimeWords
from mandex.ingest.mandates.purposes import SENTENCE_END, purpose_of

# What lasts for a period or until a day. A ceasefire for 48 hours or elections in a year do not.
_LASTING = {
    "en": Expression(
        r"\b(?:exten[ds]\w*|extension|renew\w*|prolong\w*|mandates?|authoriz\w+|authoris\w+|authorit\w+|maintain\w*|"
        r"remain\w*|continu\w+|suspen\w+|measures?|embargo|establish\w*|period|term|appoint\w*|deploy\w*|apply|"
        r"impos\w+|exempt\w*|operat\w+|retain\w*|strength|ceiling|levels?|provi\w+|create\w*|serve|keep|"
        r"prevent|prohibit\w*|ban|freeze|freezing|assist\w*|support\w*|not exceed|allow\w*|permit\w*|"
        r"shall)\b",
        re.IGNORECASE,
    ),
    "zh": Expression(
        r"延|任务|任期|授权|维持|继续|暂停|措施|禁运|设立|期限|有效|适用|豁免|部署|禁止|为期|持续|停止|保持|到期|届满|期满|冻结|任命|生效|兵力"
    ),
}  # fmt: skip
# Who only takes note of a date does not set it; but the Council's own intentions and reaffirmed decisions do.
_SETS_DATES = Expression(
    r"\bits (?:intention|determination|readiness|decisions?|intent)\b|\bshall\b|\bextends\b"
    # what the Council endorses with a term: the recommendation to renew the mandate for six months
    r"|\b(?:recommendation|decision|proposal)\b[^.;]{0,240}\bto (?:extend|renew)\b"
    r"|^endorse the (?:establishment|extension|renewal), for\b"
    r"|延长[^，。；]{0,4}至|延至|打算|决心|准备|其[^，。；]{0,20}决定|应"
)
# How near the last day stands to a period: for six months, until …; for a final six months, and close by …
_BESIDE = 30
_CLOSES = Expression(r"^.{0,50}\b(?:close|end|terminate|expire|conclude)s?\s*$")
# A quota for each period is no end: for a period of twelve months, and for twelve-month periods thereafter.
_RECURS = Expression(
    r"^s?\s+thereafter\b|^.{0,80}\b(?:periods?|days?|weeks?|months?|years?)\s+thereafter\b|^.{0,20}其后每"
)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A reading: the words and the role they have."""

    words: TimeWords
    role: DateRole


def mandate_dates(
    clause: str, verb: Verb, lang: Lang, adopted: date | None, *, told: bool = False
) -> tuple[MandateDate, ...]:
    """The dates that a clause after `verb` sets, in its order, each once; `clause` in simplified script.

    Days before adoption are history and left out. Without `adopted`, periods have no date. `told` says that
    the clause is a point of what is to be reported: *to report on: (a) … on a monthly basis*.
    """
    if verb.force == "note" and not _SETS_DATES.search(f"{verb.lemma} {clause}"):
        return ()
    found = by_tongue(lang, en=dates_en.find, zh=dates_zh.find)(clause)
    found = [_next(words, adopted) for words in found]
    found = [words for words in found if not _is_past(words, adopted)]
    key = tongue(lang)
    merged = [_counted(words, clause, key) for words in _merged(found, clause)]
    dated = [_Dated(words, role) for words in merged if (role := _role(words, clause, verb, key, told=told))]
    out: list[MandateDate] = []
    for reading in _with_rhythm(dated, clause, adopted):
        if not any(_says_again(reading, other) for other in out):
            out.append(reading)
    return tuple(out)


def due_by(clause: str, start: int, said: str, row: Mandate, day: str, key: str) -> MandateDate | None:
    """The date of a demand `row` that falls due by `day`, which the words `said` at `start` of its clause
    mean; None where nothing is due then."""
    words = TimeWords("by", start, start + len(said), date.fromisoformat(day))
    role: DateRole | None = purpose_of(words, clause, key)
    if role is None and row.force not in ("decide", "authorize", "note"):
        role = "deadline"
    if role is None or (row.force == "note" and not _SETS_DATES.search(f"{row.lemma} {clause}")):
        return None
    return MandateDate(role, day, _text(clause, words), "")


def _says_again(one: MandateDate, other: MandateDate) -> bool:
    """Whether two readings are one: *an annual briefing every twelve months* is due once a year."""
    rhythms = one.every and other.every and (one.role, one.date) == (other.role, other.date)
    return one == other or bool(rhythms and one.date)


# A period that is only intended or possible: with the intention to extend it further for twelve months.
_PERHAPS = Expression(r"\bintention\b[^.;]*$|\bmay be (?:re)?appointed[^.;]*$|打算[^。；]*$")


def _is_firm(period: TimeWords, clause: str) -> bool:
    before = _PERHAPS.search(clause, 0, period.start)
    return not before and not _RECURS.match(clause[period.end :])


# A period that begins when something comes about, not with the resolution. Taken: *requires any Member State,
# when it undertakes an inspection …, to submit within 30 days a report*, *who seizes such items shall notify
# the Committee of such disposal within 30 days*; left: *to report to the Council within 30 days*.
_ON_EVENT = {
    "en": re.compile(
        r"\bwhen it (?:undertakes|conducts)\b|\bupon discovery\b|\bsuch (?:items|disposal|inspections?)\b"
        r"|\b(?:such|these) communications\b|\bto communications referred\b|\bin the absence of\b"
        r"|\bmembers to respond\b|\bthe question of whether\b|\bhave not objected\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("进行(?:的)?检查(?:时|后)|在发现|此类物项|这些来文|提交.{0,12}问题供.{0,8}决定"),
}
_FROM_ADOPTION = re.compile(r"\b(?:adopt|resolution)|通过|决议", re.IGNORECASE)


def _counted(words: TimeWords, clause: str, key: str) -> TimeWords:
    """The expression, counted from elsewhere where an event begins the period."""
    if words.how != "within" or words.day or _FROM_ADOPTION.search(clause[words.start : words.end]):
        return words
    event = _ON_EVENT[key].search(clause, 0, words.start)
    return replace(words, from_elsewhere=True) if event else words


def _next(words: TimeWords, adopted: date | None) -> TimeWords:
    """The expression with the year that a day said without one has: the next in which it comes."""
    day = words.day
    if day is None or day.year != NO_YEAR:
        return words
    for year in (adopted.year, adopted.year + 1) if adopted else ():
        found = a_day(year, day.month, day.day)
        if found and adopted and found > adopted:
            return replace(words, day=found)
    return replace(words, day=None, from_elsewhere=True)


def _is_past(words: TimeWords, adopted: date | None) -> bool:
    """Whether a day lies before adoption; a period may well have begun before it."""
    return bool(words.day and adopted and words.how != "for" and words.day < adopted)


def _merged(found: Sequence[TimeWords], clause: str) -> list[TimeWords]:
    """A period followed by its last day (*for six months, until 31 January 2001*) is that day."""
    out: list[TimeWords] = []
    for words in found:
        before = out[-1] if out else None
        if (
            before
            and before.how == "for"
            and words.how in ("until", "by")
            and _belongs(clause[before.end : words.start], words)
            and not SENTENCE_END.search(clause, before.end, words.start)
        ):
            out[-1] = replace(words, how="until", start=before.start)
        else:
            out.append(words)
    return out


def _belongs(between: str, last: TimeWords) -> bool:
    """Whether a day so far from a period is its last."""
    return len(between) <= _BESIDE if last.how == "until" else bool(_CLOSES.match(between))


def reports(clause: str) -> bool:
    """Whether an English clause asks, before its points, for reports: *him to report on*."""
    return bool(_TELLS.search(clause))


# What comes before the points of a report: to report to the Security Council on …, including on: (a) …
_TELLS = Expression(r"\bto\s+(?:\w+\s+){0,3}?(?:report|brief|inform|update)\b[^.;]*\bon\s*[:,]?\s*$")
# A rhythm of telling, not of what is told: on a monthly basis; not: the annual budget.
_BASIS = Expression(r"\bon\s+an?\s+$")


def _lasts(verb: Verb, clause: str, key: str) -> bool:
    """Whether what a clause speaks of has a term: *authorizes, until 30 June*, *extends until 30 June*."""
    return verb.force == "authorize" or verb.lemma in _EXTENDING or _LASTING[key].search(clause) is not None


# In which time somebody may object is no date of what is decided: in the absence of a negative decision by
# the Committee within five working days of such notification.
_OBJECTION = Expression(
    r"\b(?:absence\s+of\s+(?:an?\s+)?|no\s+)(?:negative\s+decision|objection)\b[^.;,]{0,120}$"
)
_NO_OBJECTION_ZH = Expression(r"[^，。；]{0,8}(?:未|没有)[^，。；]{0,6}(?:反对|否定)")
# Of what was done before a day: any contract entered into or any licence granted prior to 15 April 1992.
_EARLIER = Expression(
    r"(?<!\bbe )\b(?:granted|entered\s+into|signed|concluded|issued|incurred|acquired|existing)\s+$"
)
_EXTENDING = frozenset({"extend", "renew", "prolong", "maintain"})


def _role(words: TimeWords, clause: str, verb: Verb, key: str, *, told: bool) -> DateRole | None:
    if words.how == "within" and (
        _OBJECTION.search(clause, 0, words.start) or _NO_OBJECTION_ZH.match(clause, words.end)
    ):
        return None
    if words.how == "by" and _EARLIER.search(clause, 0, words.start):
        return None
    purpose = purpose_of(words, clause, key)
    if told and words.how == "every" and _BASIS.search(clause, 0, words.start):
        return "reports"
    if words.how in ("until", "for"):
        if words.how == "for" and not _is_firm(words, clause):
            return None
        return "expires" if _lasts(verb, clause, key) else None
    if key == "zh" and words.how in ("by", "within") and _FORBIDS_ZH.match(clause[words.end :]):
        return "expires"
    if words.how in ("every", "on"):
        return purpose if purpose in ("reports", "review") else None
    if verb.force == "note" and purpose != "review" and "express" not in verb.lemma:
        return None
    return purpose or "deadline"


# What all shall prevent until then: 自本决议通过之日起一年内，所有会员国均应采取必要措施，防止…….
_FORBIDS_ZH = Expression(r"，?(?:所有)?(?:会员)?国?家?均?应采取必要措施，?以?(?:防止|阻止|禁止)")
# Other duties in between, with a rhythm of their own: a final report by 1 May, and, except in the months when
# these reports are due, updates each month. Not: by 1 May and every six months thereafter.
_NEXT_WORD = 9  # characters in which the word behind a rhythm stands: monthly updates
_APART = Expression(r"\bexcept\b|\bupdates?\b|除.{0,20}外|最新")


def _with_rhythm(dated: Sequence[_Dated], clause: str, adopted: date | None) -> Iterator[MandateDate]:
    """The readings; a rhythm belongs to the occasion beside it (*by 1 March and every 90 days thereafter*).

    Alone it is an occasion of its own, first due one period after adoption.
    """
    used: set[int] = set()
    for index, reading in enumerate(dated):
        if index in used:
            continue
        words, role = reading.words, reading.role
        every = words.duration.iso if words.how == "every" and words.duration else ""
        follower = dated[index + 1] if index + 1 < len(dated) else None
        if (
            follower
            and follower.words.how == "every"
            and follower.words.duration
            and words.how != "every"
            and role != "expires"
            and not SENTENCE_END.search(clause, words.end, follower.words.start)
            and not _APART.search(clause, words.end, follower.words.end + _NEXT_WORD)
        ):
            every, role = follower.words.duration.iso, follower.role
            used.add(index + 1)
        if every and follower and _begins_with(words, follower.words, clause):
            words, role = replace(follower.words, start=words.start), reading.role
            used.add(index + 1)
        day = _day(words, adopted)
        if day and adopted and day < adopted:
            continue  # a period that is over by now
        yield MandateDate(role, day.isoformat() if day else "", _text(clause, words), every)


# Which of the occasions of a rhythm has a day: every 90 days, the first by 1 March; 每90天…第一份报告至迟于…
_THE_FIRST = Expression(r"\b(?:first|next|beginning|starting|commencing)\b|第一[份次]|首[份次]|下一?[份次]")


def _begins_with(rhythm: TimeWords, day: TimeWords, clause: str) -> bool:
    return bool(
        rhythm.how == "every" and day.day and day.how in ("by", "on")
        and _THE_FIRST.search(clause, rhythm.end, day.end)
        and not SENTENCE_END.search(clause, rhythm.end, day.start)
    )  # fmt: skip


def _day(words: TimeWords, adopted: date | None) -> date | None:
    if words.duration is None:
        return words.day
    start = words.day or (None if words.from_elsewhere else adopted)
    return words.duration.after(start) if start else None


def _text(clause: str, words: TimeWords) -> str:
    return " ".join(clause[words.start : words.end].split())
