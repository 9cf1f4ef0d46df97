"""The day on which what a resolution lays down comes into force, where that is not the day of its adoption.

*The measures imposed by paragraphs 9 and 11 above shall enter into force on 15 December 2004* (1572 OP19),
*on 15 April 1992, all States shall adopt the measures set out below* (748 OP3). A term that such a paragraph
tells by its length runs from there, and before that day nobody is bound.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

from mandex.corpus.dates import find_dates, find_periods
from mandex.corpus.expressions import Expression
from mandex.index.life.by_month import is_a_month
from mandex.index.life.ends import FROM_ADOPTION
from mandex.index.life.provision import Provision, provisions
from mandex.index.life.rhythm import after
from mandex.index.life.step import above, labels, root

WHOLE = ""  # instead of a paragraph: the whole resolution

_LABELS = r"(?P<labels>\d+(?:(?:, | and | to |-)\d+)*)"
# Taken: *the provisions set forth in paragraphs 12 to 30 below shall, to the extent that …, come into force
# nine days after the date of the adoption*; left: *shall come into force immediately*, which has no day.
_ENTERS = Expression(
    rf"(?i)\b(?:measures|provisions)\b[^.;]{{0,60}}\bparagraphs? {_LABELS}\b(?: (?:above|below))?"
    r"[^;]{0,160}?\bshall\b[^;]{0,160}?\b(?:come|enter) into (?:force|effect)(?P<when>[^;]{0,80})"
)
# *These measures shall come into force at 00:01 Eastern Daylight Time on 7 July 2003*: those of its paragraph
_THESE = Expression(r"(?i)^\W*these measures shall (?:come|enter) into (?:force|effect)(?P<when>[^;]{0,80})")
# *Decides that this resolution shall take effect on 9 July 2011*
_ALL = Expression(
    r"(?i)\bthis resolution shall (?:take effect|(?:come|enter) into (?:force|effect))(?P<when>[^;]{0,80})"
)
# *Decides that, on 15 April 1992, all States shall adopt the measures set out below*
_BELOW = Expression(
    r"(?i)^\W*(?:also |further )?decides that,?(?P<when> on [\w ]{6,20}),? all (?:member )?states shall"
    r" (?:adopt|take|apply) the measures set (?:out|forth) below\b"
)
# A committee is none of *the measures set out below*.
_FOUNDS = Expression(r"(?i)\bto establish\b")
_AFTER_ADOPTION = Expression(rf"(?i)\b{FROM_ADOPTION}")
# *The measures imposed by paragraphs 5, 8, 10 and 11 above are established for twelve months*
_MEANS = Expression(rf"(?i)\b(?:measures|provisions) imposed (?:by|in) paragraphs? {_LABELS} above\b")


class Entry:
    """The days on which the paragraphs of one document come into force."""

    def __init__(self, db: sqlite3.Connection, doc: int) -> None:
        row = db.execute("SELECT date FROM documents WHERE id = ?", (doc,)).fetchone()
        self._days: Mapping[str, str] = dict(_entries(provisions(db, doc), row[0])) if row else {}

    def of(self, label: str, words: str = "") -> str:
        """The day (ISO) on which what a paragraph lays down comes into force, or what its `words` set a term
        for; empty where that is the day of adoption.
        """
        if not self._days:
            return ""
        meant = _MEANS.search(words)
        days = {self._days.get(one, "") for one in _labels(meant["labels"])} if meant else set()
        named = days.pop() if len(days) == 1 else ""
        return named or self._days.get(root(label), "") or self._days.get(WHOLE, "")


def _entries(demands: Iterator[Provision], adopted: str) -> Iterator[tuple[str, str]]:
    """Each paragraph that comes into force on a day of its own, and that day."""
    below, founding = "", ""
    for one in demands:
        founding = root(one.label) if below and _FOUNDS.search(one.words) else founding
        if below and one.force == "decide" and root(one.label) != founding:
            yield root(one.label), below
        if one.force != "decide" and not above(one.label):
            continue
        if (found := _ENTERS.search(one.words)) and (day := _day(found["when"], adopted)):
            yield from ((label, day) for label in _labels(found["labels"]))
        elif (found := _THESE.search(one.words)) and (day := _day(found["when"], adopted)):
            yield root(one.label), day
        elif (found := _ALL.search(one.words)) and (day := _day(found["when"], adopted)):
            yield WHOLE, day
        elif found := _BELOW.search(one.words):
            below = _day(found["when"], adopted)


def _labels(said: str) -> tuple[str, ...]:
    """The paragraphs of *5, 8, 10 and 11*, *12 to 30*."""
    return labels(said.replace(" to ", "-").replace(" and ", ","))


def _day(when: str, adopted: str) -> str:
    """The day after adoption that some words give; empty where they give none."""
    if said := _AFTER_ADOPTION.search(when):
        every = next(iter(find_periods(said["length"].casefold())), "")
        return after(adopted, every) if every else ""
    days = (day.iso for day in find_dates(when) if day.iso > adopted and not is_a_month(day.iso))
    return next(days, "")
