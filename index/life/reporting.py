"""The reports that resolutions ask for, read from each document as it is written, and kept in the base.

What a document asks for depends on itself alone, but for the few demands that go back to a report *referred
to in paragraph 15 of resolution 1645*: who owes that is looked up when it is asked about.
"""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from mandex.corpus import rows
from mandex.corpus.dates import find_dates
from mandex.corpus.expressions import Expression
from mandex.corpus.fold import fold
from mandex.corpus.model import Mandate, MandateDate
from mandex.corpus.store import Store
from mandex.index.life.echoes import pairs
from mandex.index.life.parties import Elsewhere, part_on, parties
from mandex.index.life.periodic import mandated_by, of_annexes, opens_regular, rhythms, within_others
from mandex.index.life.rhythm import after
from mandex.index.life.step import label_of
from mandex.index.life.steps import IN_ONE_LANGUAGE, is_kept, unkept

# Taken: *report every 90 days*, *keep the Council informed*, *circulate to the Committee a list*, *conduct an
# assessment no later than 1 September*; left: *to update this list every 12 months*.
_REPORTING = Expression(
    r"\b(?:report|reports|reporting|brief|briefs|briefings?|inform|informed|address|submit|present|notif(?:y|ies)"
    r"|updates|apprised|circulate to the Committee|(?:conduct|provide)\b[^.;]{0,60}\bassessments?)\b"
    r"|报告|通报|汇报|提交|进行.{0,20}评估"
)
# Left too: what is told to all when something comes about, or put on a website.
_EVENT = Expression(
    r"\bnotify\b.{0,60}\bwhen\b|\bmake publicly available\b|\baverage price\b|\bdetermine\b.{0,60}\blist\b"
    # a part of reports that are owed anyway
    r"|\bto include\b.{0,40}\b(?:annual|regular|periodic|quarterly|biannual) reports?\b"
)
_POINT = Expression(r"\(\w+\)$")
# Nobody owes what is only encouraged: *encourages Member States to provide updates annually*, nor what the
# Council means to do itself: *expresses its intention, following receipt of the report and before 30 June, to
# adapt the support*; left: what is invited, as those do who accepted it: *invites the Prosecutor to address
# the Council every six months*.
_NOT_OWED = frozenset({"encourage", "express", "express its intention"})
# *Every 90 days after the start of its verification activities*, which begin on a day that another paragraph
# names: *shall begin all verification activities on 26 September 2017*.
_FROM_START = Expression(
    r"\b(?:after|from|following) the (?:start|beginning|commencement) of (?:its|their|the) ([\w -]{4,40}?)"
    r"(?: and\b|[,;.]|$)"
)
_STARTS = r"\b(?:begin|start|commence)s?\b[^.;]{{0,40}}\b{what} on\s$"
# *The regular updates to the Security Council requested in paragraph 25 to this resolution*
_REGULAR_IN = Expression(
    r"\b(?:regular|periodic) (?:updates|reports|briefings)\b[^.;]{0,60}\brequested in paragraph (\d+)\b"
    r"(?! of resolution)"
)
# What a demand of reports without a date may say (see `periodic.within_others`).
_SAID = ("annual", "month", "quarterly", "regular", "periodic", "abreast", "定期", "年度")


class Asked(NamedTuple):  # a record would take ten times as long to make, and all are read for each question
    """A report that a resolution asks for, once or again and again.

    `mandate` is the row of the demand, 0 of one that an annex lays down in its paragraph `seq`. `who` reports
    to `to`; who asks for what is `referred` to elsewhere is not known yet. `date`, `every` and `said` are
    those of its `MandateDate`. What is told `within` another report is told within that of the resolution
    `host`, if it names one. `wording` is the same for demands in the same words.
    """

    doc: int
    mandate: int
    seq: int
    symbol: str
    number: int
    lang: str
    adopted: str
    matter: str
    label: str
    who: str
    to: str
    date: str
    every: str
    said: str
    within: int
    host: str
    referred: int
    wording: int

    @property
    def recurs(self) -> bool:
        """Whether it is owed again and again, if only *on a regular basis*."""
        return bool(self.every or not self.date)

    @property
    def place(self) -> str:
        """How it is cited: `S/RES/2796 (2025) OP14`."""
        return f"{self.symbol} OP{self.label}" if self.label[:1].isdigit() else f"{self.symbol} {self.label}"

    @property
    def when(self) -> MandateDate:
        """When it is owed."""
        return MandateDate("reports", self.date, self.said, self.every)


# -- keeping


def keep(db: sqlite3.Connection, doc: int, matter: str) -> None:
    """Keep the reports that a document asks for."""
    places = ", ".join("?" * len(Asked._fields))
    db.executemany(f"INSERT INTO step_reports VALUES ({places})", read(db, doc, matter))


def asked_for(store: Store, as_of: str, matter: str | None = None) -> list[Asked]:
    """The reports that the resolutions adopted by the day `as_of` (ISO) ask for, on one `matter` or (None)
    any, each in one language, oldest first; what nobody kept is read.
    """
    from mandex.index.life.about import matter_of  # noqa: PLC0415 - only for what nobody kept

    db = store.connection
    found: list[Asked] = []
    if is_kept(store):
        found = _kept(db, as_of, *_OF_ALL) if matter is None else _kept(db, as_of, *_ON_MATTER, matter)
    if missing := unkept(store):
        unread = (one for doc in missing for one in read(db, doc, matter_of(db, doc)))
        held = dict(db.execute("SELECT symbol, min(lang) FROM documents GROUP BY symbol"))
        unread = (one for one in unread if matter in (None, one.matter))
        found += (one for one in unread if one.adopted <= as_of and one.lang == held[one.symbol])
        found.sort(key=lambda one: (one.number, one.mandate == 0, one.mandate, one.seq))
    return [_resolved(db, one) if one.referred else one for one in found]


class AskedFor:
    """The reports that the resolutions adopted by the day `as_of` (ISO) ask for, each read once."""

    def __init__(self, store: Store, as_of: str) -> None:
        self._store = store
        self._as_of = as_of
        self._on: dict[str, list[Asked]] = {}

    @cached_property
    def all(self) -> list[Asked]:
        """All of them, as `asked_for` puts them."""
        return asked_for(self._store, self._as_of)

    def owed_from(self, first: str) -> list[Asked]:
        """Those of which a day may come from `first` (ISO) on: most are of days long past, and not read."""
        if not self._are_kept:
            return self.all
        db = self._store.connection
        return [_resolved(db, one) if one.referred else one for one in _kept(db, self._as_of, *_AHEAD, first)]

    def last(self) -> Iterable[tuple[str, str, str, int, str]]:
        """On each matter, who is asked to report to whom, and the highest number and the last day of those
        that ask for it, told within others or not, in any language.
        """
        if not self._are_kept:
            return [(one.matter, one.who, one.to, one.number, one.adopted) for one in self.all]
        return self._store.connection.execute(
            "SELECT matter, who, whom, max(number), max(adopted) FROM step_reports WHERE adopted <= ?"
            " GROUP BY matter, who, whom",
            (self._as_of,),
        )

    @cached_property
    def _are_kept(self) -> bool:
        return is_kept(self._store) and not unkept(self._store)

    def on(self, matter: str) -> list[Asked]:
        """Those on a matter; what nobody kept is read for all matters at once."""
        if "all" not in self.__dict__ and not unkept(self._store):
            if matter not in self._on:
                self._on[matter] = asked_for(self._store, self._as_of, matter)
            return self._on[matter]
        return self._by_matter.get(matter, [])

    @cached_property
    def _by_matter(self) -> dict[str, list[Asked]]:
        found: dict[str, list[Asked]] = defaultdict(list)
        for one in self.all:
            found[one.matter].append(one)
        return found


_OF_ALL = "step_reports AS s", "1 = 1"
# Reports on a matter, by the index to its documents.
_ON_MATTER = "step_documents AS k JOIN step_reports AS s ON s.doc = k.doc", "k.matter = ?"
# Reports that are owed again and again, or ahead, or told in others and with these, whose day is then theirs.
_AHEAD = (
    "step_reports AS s",
    "(s.every <> '' OR s.date = '' OR s.date >= ? OR s.host <> ''"
    " OR s.symbol IN (SELECT host FROM step_reports WHERE host <> ''))",
)


def _kept(db: sqlite3.Connection, as_of: str, tables: str, where: str, *values: str) -> list[Asked]:
    rows = db.execute(
        f"SELECT s.* FROM {tables} WHERE {where} AND s.adopted <= ? AND {IN_ONE_LANGUAGE}"
        " ORDER BY s.number, s.mandate = 0, s.mandate, s.seq",
        (*values, as_of),
    )
    return list(map(Asked._make, rows))


def mandate_of(db: sqlite3.Connection, asked: Asked) -> Mandate:
    """The demand that asks for a report; of an annex as one of the Council's would be."""
    if asked.mandate:
        return rows.mandate(db, asked.mandate)
    return next(one for _, one in of_annexes(db, asked.doc, asked.adopted) if one.seq == asked.seq)


def measure_of(db: sqlite3.Connection, asked: Asked) -> str:
    """What is demanded, in its own words."""
    if asked.mandate:
        found = db.execute("SELECT measure FROM mandates WHERE id = ?", (asked.mandate,))
    else:
        place = asked.doc, asked.seq
        found = db.execute("SELECT text FROM paragraphs WHERE doc = ? AND seq = ?", place)
    return str(found.fetchone()[0])


# -- reading


def read(db: sqlite3.Connection, doc: int, matter: str, elsewhere: Elsewhere | None = None) -> list[Asked]:
    """The reports that a document asks for; who owes what is referred to is looked up `elsewhere`, if that is
    given. What an annex repeats (1966, whose statute says again what paragraph 16 asks) is there once.
    """
    row = db.execute(
        "SELECT symbol, number, lang, date FROM documents"
        " WHERE id = ? AND type = 'resolution' AND number > 0",
        (doc,),
    ).fetchone()
    if row is None:
        return []
    symbol, number, lang, adopted = row
    blank = Asked(doc, 0, 0, symbol, number, lang, adopted, matter, "", "", "", "", "", "", 0, "", 0, 0)
    found = list(_read(db, blank, elsewhere))
    asked = {(one.who, one.every) for one in found if one.label[:1].isdigit()}
    return [one for one in found if one.label[:1].isdigit() or (one.who, one.every) not in asked]


def _read(db: sqlite3.Connection, blank: Asked, elsewhere: Elsewhere | None) -> Iterator[Asked]:
    regular = _regular(db, blank.doc)
    for id_, pinpoint, text in _of_body(db, blank.doc, regular):
        mandate = rows.mandate(db, id_)
        if mandate.lemma in _NOT_OWED:
            continue
        words = text[mandate.at.start : mandate.at.end]
        made = blank._replace(mandate=id_, label=label_of(pinpoint))
        dated = any(one.role == "reports" and one.date for one in mandate.dates)
        # a point of a report says nothing of reporting: (a) obstructions to the Mission, on a monthly basis
        told = _REPORTING.search(words) or (_POINT.search(pinpoint) and "reporting" in mandate.topics)
        if dated and told and not _EVENT.search(words):
            counted = _from_start(db, blank.doc, mandate)
            yield from _each(made, mandate, text, rhythms(counted, blank.adopted), elsewhere)
        when = within_others(mandate, blank.adopted, regular=made.label in regular)
        if when is not None and (not dated or (opens_regular(mandate) and not _recurs(mandate))):
            made = made._replace(within=1, host=mandated_by(mandate.measure))
            yield from _each(made, mandate, text, [when], elsewhere)
    for pinpoint, mandate in of_annexes(db, blank.doc, blank.adopted):
        made = blank._replace(label=label_of(pinpoint))
        yield from _each(made, mandate, mandate.measure, mandate.dates, elsewhere)


def _recurs(mandate: Mandate) -> bool:
    return any(one.every for one in mandate.dates if one.role == "reports")


def _each(
    made: Asked, mandate: Mandate, text: str, dates: Iterable[MandateDate], elsewhere: Elsewhere | None
) -> Iterator[Asked]:
    """The reports of one demand, which stands in `text`."""
    words = text[mandate.at.start : mandate.at.end]
    wording = zlib.crc32(" ".join(pairs(fold(mandate.measure))).encode())
    each = list(dates)
    for when in each:
        part = part_on(words, when.text) if len(each) > 1 else words
        referred: list[str] = []
        who, to = parties(mandate, part, text, elsewhere or _noting(referred))
        yield made._replace(
            seq=mandate.seq, who=who, to=to, date=when.date, every=when.every, said=when.text,
            referred=int(bool(referred)), wording=wording,
        )  # fmt: skip


def _noting(referred: list[str]) -> Elsewhere:
    def noted(symbol: str, pinpoint: str) -> list[str]:
        referred.append(f"{symbol} {pinpoint}")
        return []

    return noted


def _regular(db: sqlite3.Connection, doc: int) -> frozenset[str]:
    """The paragraphs of a document of which another says that they request regular updates."""
    texts = db.execute(
        "SELECT text FROM paragraphs WHERE doc = ? AND text LIKE '%requested in paragraph%'", (doc,)
    )
    return frozenset(said[1] for (text,) in texts for said in _REGULAR_IN.finditer(fold(text)))


def _from_start(db: sqlite3.Connection, doc: int, mandate: Mandate) -> Mandate:
    """A demand whose rhythm is counted from the start of something, with the day on which that began, if the
    document names it.
    """
    said = _FROM_START.search(fold(mandate.measure))
    if said is None:
        return mandate
    begins = re.compile(_STARTS.format(what=re.escape(said[1])), re.IGNORECASE)
    texts = db.execute("SELECT text FROM paragraphs WHERE doc = ? ORDER BY seq", (doc,))
    days = (day.iso for (text,) in texts for day in find_dates(text) if begins.search(text[: day.start]))
    first = next(days, "")
    dates = (
        replace(one, date=after(first, one.every)) if one.every and first else one for one in mandate.dates
    )
    return replace(mandate, dates=tuple(dates))


def _of_body(db: sqlite3.Connection, doc: int, regular: Iterable[str]) -> list[tuple[int, str, str]]:
    """The demands that may ask for reports: row, pinpoint, and the text in which each stands; those in the
    paragraphs `regular` among them.
    """
    said = " OR ".join(f"m.measure LIKE '%{word}%'" for word in _SAID)
    return db.execute(
        "SELECT m.id, p.pinpoint, p.text FROM mandates AS m"
        " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq WHERE m.doc = ? AND (EXISTS ("
        "SELECT 1 FROM mandate_dates AS x WHERE x.mandate = m.id AND x.role = 'reports' AND x.date <> '')"
        f" OR {said} OR p.pinpoint IN (SELECT 'OP' || value FROM json_each(?))) ORDER BY m.id",
        (doc, json.dumps(sorted(regular))),
    ).fetchall()


def _resolved(db: sqlite3.Connection, asked: Asked) -> Asked:
    """With who owes a report that is referred to elsewhere."""

    def elsewhere(symbol: str, pinpoint: str) -> list[str]:
        found = db.execute(
            "SELECT m.actors FROM documents AS d JOIN mandates AS m ON m.doc = d.id"
            " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq WHERE d.symbol = ? AND p.pinpoint = ?"
            " AND d.lang = (SELECT min(lang) FROM documents WHERE symbol = d.symbol) ORDER BY m.id LIMIT 1",
            (symbol, pinpoint),
        )
        return [actor for (actors,) in found for actor in json.loads(actors)][:1]

    place = asked.mandate, asked.seq, asked.said
    anew = (
        one
        for one in read(db, asked.doc, asked.matter, elsewhere)
        if place == (one.mandate, one.seq, one.said)
    )
    return next(anew, asked)
