"""The steps of a mandate's life, kept in the base: established, set, extended, amended, ended.

A step is one demand that begins, renews, changes or ends something: the mandate of a mission or a panel, a
measure, an exemption from one. `index.life.reading` reads them from a document, `index.life.keeping` keeps
them in step with what is written; here they are asked for. A question reads only the steps that it needs, and
never reads a document anew, unless it was written by something that did not keep the steps.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Literal

from mandex.corpus.languages import PREFERENCE
from mandex.corpus.store import Store
from mandex.index.life.by_month import dated, is_a_month
from mandex.index.life.step import ENDING, Action, Step, Targets

STEPS_VERSION = "57"  # bumped whenever the same documents would give other steps
SETTING = "steps"

SCHEMA = (
    "DROP TABLE IF EXISTS steps",
    "DROP TABLE IF EXISTS step_targets",
    "DROP TABLE IF EXISTS step_documents",
    "DROP TABLE IF EXISTS step_fingerprints",
    "DROP TABLE IF EXISTS step_reports",
    "DROP TABLE IF EXISTS step_listings",
    "DROP TABLE IF EXISTS step_sayings",
    # The documents whose steps are kept, and how many each has; of a resolution what it is about, its number
    # and its day.
    "CREATE TABLE step_documents (doc INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,"
    " matter TEXT NOT NULL, number INTEGER, lang TEXT NOT NULL, adopted TEXT NOT NULL, symbol TEXT NOT NULL,"
    " steps INTEGER NOT NULL)",
    # What is asked of all that is on a matter is answered from the index alone.
    "CREATE INDEX step_documents_matter ON step_documents (matter, number, lang, adopted, symbol, steps)",
    "CREATE INDEX step_documents_symbol ON step_documents (symbol)",
    "CREATE TABLE steps (id INTEGER PRIMARY KEY, number INTEGER NOT NULL, seq INTEGER NOT NULL,"
    " at INTEGER NOT NULL, doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,"
    " paragraph INTEGER NOT NULL, symbol TEXT NOT NULL, lang TEXT NOT NULL, adopted TEXT NOT NULL,"
    " label TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL, until TEXT NOT NULL,"
    " matter TEXT NOT NULL, clause TEXT NOT NULL, kinds TEXT NOT NULL, targets TEXT NOT NULL,"
    " cites TEXT NOT NULL, begins TEXT NOT NULL)",
    "CREATE TABLE step_fingerprints (doc INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,"
    " prints BLOB NOT NULL)",
    "CREATE INDEX steps_doc ON steps (doc)",
    "CREATE INDEX steps_place ON steps (symbol, label)",
    "CREATE INDEX steps_subject ON steps (subject)",
    "CREATE INDEX steps_action ON steps (action, subject)",
    "CREATE INDEX steps_matter ON steps (matter)",
    "CREATE INDEX steps_until ON steps (until)",
    "CREATE INDEX steps_adopted ON steps (adopted)",
    "CREATE TABLE step_targets (step INTEGER NOT NULL REFERENCES steps ON DELETE CASCADE,"
    " cited TEXT NOT NULL)",
    "CREATE INDEX step_targets_step ON step_targets (step)",
    "CREATE INDEX step_targets_cited ON step_targets (cited, step)",
    # What `index.life.reporting.Asked` says of each report that a resolution asks for.
    "CREATE TABLE step_reports (doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,"
    " mandate INTEGER NOT NULL, seq INTEGER NOT NULL, symbol TEXT NOT NULL, number INTEGER NOT NULL,"
    " lang TEXT NOT NULL, adopted TEXT NOT NULL, matter TEXT NOT NULL, label TEXT NOT NULL,"
    " who TEXT NOT NULL, whom TEXT NOT NULL, date TEXT NOT NULL, every TEXT NOT NULL, said TEXT NOT NULL,"
    " within INTEGER NOT NULL, host TEXT NOT NULL, referred INTEGER NOT NULL, wording INTEGER NOT NULL)",
    "CREATE INDEX step_reports_doc ON step_reports (doc)",
    "CREATE INDEX step_reports_last ON step_reports (matter, who, whom, number, adopted)",
    # What `index.life.by_criteria.Listing` says of each paragraph that tells who may be listed.
    "CREATE TABLE step_listings (doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,"
    " paragraph INTEGER NOT NULL, pinpoint TEXT NOT NULL, opening TEXT NOT NULL, above TEXT NOT NULL)",
    "CREATE INDEX step_listings_doc ON step_listings (doc, paragraph)",
    # What `index.life.sayings.Saying` says of each citation that tells something of what it cites.
    "CREATE TABLE step_sayings (doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,"
    " seq INTEGER NOT NULL, at INTEGER NOT NULL, symbol TEXT NOT NULL, number INTEGER, lang TEXT NOT NULL,"
    " adopted TEXT NOT NULL, place TEXT NOT NULL, cited TEXT NOT NULL, named TEXT NOT NULL,"
    " says TEXT NOT NULL, what TEXT NOT NULL)",
    "CREATE INDEX step_sayings_doc ON step_sayings (doc, says)",
    "CREATE INDEX step_sayings_cited ON step_sayings (cited, says, number)",
    "CREATE INDEX step_sayings_says ON step_sayings (says) WHERE says IN ('renews', 'adjusts')",
)


# Of each resolution `s` what is kept in one language; before the first of all there is none to look for.
IN_ONE_LANGUAGE = (
    f"(s.lang = '{min(PREFERENCE)}' OR NOT EXISTS"
    " (SELECT 1 FROM documents AS d WHERE d.symbol = s.symbol AND d.lang < s.lang))"
)


def steps(store: Store) -> list[Step]:
    """All steps, oldest first."""
    return Steps(store).all()


class Steps:
    """The steps of a base, adopted by the day `as_of` (ISO), asked for by what they are about."""

    def __init__(self, store: Store, as_of: str = "9999") -> None:
        self._db = store.connection
        self._as_of = as_of
        self._kept = is_kept(store)
        self._whole: list[Step] | None = None
        self._known: dict[int, Step] = {}
        self._adopted_on: dict[str, list[tuple[str, int]]] = {}
        self._by_symbol: dict[str, list[Step]] = {}
        self._by_place: dict[tuple[str, str], list[Step]] = {}
        self._by_subject: dict[str, list[Step]] = {}
        self._by_target: dict[str, list[Step]] = {}
        self._by_action: dict[Action, list[Step]] = {}  # of the whole
        self._by_matter: dict[tuple[str, tuple[Action, ...]], list[Step]] = {}
        self._subjects_about: dict[str, list[tuple[str, str]]] = {}
        self._after: dict[str, list[Step]] = {}
        self._terms_of: dict[str, list[tuple[int, str]]] = {}
        self._unread: list[Step] = []
        self.by_month: set[tuple[int, int, int]] = set()  # steps of whose term the texts held give no day
        missing = unkept(store)
        if missing:
            from mandex.index.life.about import matter_of  # noqa: PLC0415 - only for what nobody kept
            from mandex.index.life.reading import read  # noqa: PLC0415

            db = self._db
            self._unread = [step for doc in missing for step in read(db, doc, matter_of(db, doc))]
            self._take([*self._select("1 = 1"), *self._unread])

    # -- asking

    def all(self) -> list[Step]:
        """All of them, oldest first; every other question is then answered from memory."""
        if self._whole is None:
            rows = self._rows("s.*", "1 = 1", ordered=False) if self._kept else ()
            self._arrange(self._dated_as_told(sorted(map(_from_row, rows))))
        assert self._whole is not None
        return self._whole

    def at(self, symbol: str, label: str) -> list[Step]:
        """Those of a paragraph."""
        if (symbol, label) not in self._by_place:
            # Who asks of one paragraph soon asks of others, or of the whole resolution.
            self._by_place[symbol, label] = [step for step in self.of(symbol) if step.label == label]
        return self._by_place[symbol, label]

    def of(self, symbol: str) -> list[Step]:
        """Those of a resolution."""
        return self._ask(self._by_symbol, symbol, "s.symbol = ?", symbol)

    def setting(self, symbol: str) -> list[Step]:
        """Those of a resolution that set something; exemptions from what others set where it does no more."""
        held = [step for step in self.of(symbol) if step.action not in ENDING]
        return [step for step in held if step.action != "exempts"] or held

    def on(self, subject: str) -> list[Step]:
        """Those on a subject."""
        return self._ask(self._by_subject, subject, "s.subject = ?", subject)

    def adopted_on(self, matter: str) -> Sequence[tuple[str, int]]:
        """Days and numbers of the resolutions on a matter that hold steps, in the order of days."""
        if matter not in self._adopted_on:
            if self._whole is None:
                rows = self._db.execute(
                    "SELECT s.adopted, s.number FROM step_documents AS s WHERE s.matter = ? AND s.steps > 0"
                    f" AND s.adopted <= ? AND {IN_ONE_LANGUAGE}",
                    (matter, self._as_of),
                )
                found = set(rows)
            else:
                found = {(step.adopted, step.number) for step in self.about(matter)}
            self._adopted_on[matter] = sorted(found)
        return self._adopted_on[matter]

    def after(self, subject: str) -> list[Step]:
        """Those on a subject that were adopted after the day, oldest first."""
        if subject not in self._after:
            unread = [one for one in self._unread if one.subject == subject and one.adopted > self._as_of]
            self._after[subject] = [*self._select("s.subject = ?", subject, adopted=">"), *unread]
        return self._after[subject]

    def about(self, matter: str, *actions: Action) -> list[Step]:
        """Those of the resolutions on a matter, that do one of some things (none: anything)."""
        if self._whole is not None:
            found = self._by_matter.get((matter, ()), [])
            return [step for step in found if step.action in actions] if actions else found
        places = f" AND s.action IN ({', '.join('?' * len(actions))})" if actions else ""
        return self._ask(self._by_matter, (matter, actions), f"s.matter = ?{places}", matter, *actions)

    def aimed_at(self, symbol: str) -> list[Step]:
        """Those that go back to a resolution."""
        return self._ask(
            self._by_target, symbol, "s.id IN (SELECT step FROM step_targets WHERE cited = ?)", symbol
        )

    def acting(self, actions: Iterable[Action], on: str = "", *, naming: bool = False) -> list[Step]:
        """Those that do one of some things, on subjects that begin with `on`; with `naming` only those that
        name kinds of measure.
        """
        wanted = set(actions)
        if self._whole is not None:
            found = (step for one in wanted for step in self._by_action.get(one, ()))
            return sorted(one for one in found if one.subject.startswith(on) and (one.kinds or not naming))
        where = f"s.action IN ({', '.join('?' * len(wanted))}) AND substr(s.subject, 1, ?) = ?"
        where += " AND s.kinds <> ''" * naming
        return self._select(where, *wanted, len(on), on) if wanted else []

    def matters(self, action: Action, on: str) -> list[str]:
        """What the resolutions are about that do something on subjects that begin with `on`, each once, in
        the order of the first steps.
        """
        if self._whole is not None:
            return list(dict.fromkeys(step.matter for step in self.acting([action], on)))
        where = "s.action = ? AND substr(s.subject, 1, ?) = ?"
        found = self._rows("s.matter", where, action, len(on), on) if self._kept else ()
        return list(dict.fromkeys(matter for (matter,) in found))

    def subjects_about(self, matter: str) -> list[tuple[str, str]]:
        """Subjects and symbols of the resolutions on a matter, oldest first: of a matter with thousands of
        steps that is told ten times as fast as what they are.
        """
        if self._whole is not None:
            return [(step.subject, step.symbol) for step in self.about(matter)]
        if not self._kept:
            return []
        if matter not in self._subjects_about:
            self._subjects_about[matter] = list(self._rows("s.subject, s.symbol", "s.matter = ?", matter))
        return self._subjects_about[matter]

    def since(self, day: str) -> list[Step]:
        """Those adopted after a day (ISO)."""
        if self._whole is not None:
            return [step for step in self._whole if step.adopted > day]
        return self._select("s.adopted > ?", day)

    def running_out(self, first: str, last: str) -> list[Step]:
        """Those whose terms end from one day to another (ISO, both included)."""
        month = first[: len("2027-06")]  # of a term that is kept as a month the day is found when it is read
        found = self._select("s.until BETWEEN ? AND ?", month, last) if self._whole is None else self._whole
        return [step for step in found if step.until and first <= step.until <= last]

    def coming_into_force(self, since: str, last: str) -> list[Step]:
        """Those that come into force later than they were adopted, after one day and up to another (ISO)."""
        found = self._select("s.begins BETWEEN ? AND ?", since, last) if self._whole is None else self._whole
        return [step for step in found if since < step.begins <= last]

    def subjects(self) -> list[str]:
        """What they are about, each once, in the order of the first steps."""
        if self._whole is not None or not self._kept:
            return list(dict.fromkeys(step.subject for step in self._whole or ()))
        return list(dict.fromkeys(subject for (subject,) in self._rows("s.subject", "1 = 1")))

    # -- reading

    def _ask(self, known: dict[Any, list[Step]], key: Any, where: str, *values: str) -> list[Step]:
        if self._whole is not None:
            return known.get(key, [])
        if key not in known:
            known[key] = self._select(where, *values)
        return known[key]

    def _select(self, where: str, *values: str | int, adopted: Literal["<=", ">"] = "<=") -> list[Step]:
        if not self._kept:
            return []
        rows = self._rows("s.*", where, *values, adopted=adopted, ordered=False)
        # as fast as SQLite finds them: it would order whole rows
        return sorted(self._known.get(row[0]) or self._read(row) for row in rows)

    def _rows(
        self,
        columns: str,
        where: str,
        *values: str | int,
        adopted: Literal["<=", ">"] = "<=",
        ordered: bool = True,
    ) -> Iterator[Any]:
        return self._db.execute(
            f"SELECT {columns} FROM steps AS s WHERE {where} AND s.adopted {adopted} ?"
            f" AND {IN_ONE_LANGUAGE}{' ORDER BY s.number, s.seq, s.at' * ordered}",
            (*values, self._as_of),
        )

    def _read(self, row: Sequence[Any]) -> Step:
        step = _from_row(row)
        if is_a_month(step.until):
            step = self._dated(
                step, [until for number, until in self._terms(step.subject) if number < step.number]
            )
        self._known[row[0]] = step
        return step

    def _terms(self, subject: str) -> Sequence[tuple[int, str]]:
        """The terms set for something, as texts give them, with the numbers of resolutions, oldest first."""
        if subject not in self._terms_of:
            self._terms_of[subject] = list(
                self._rows("s.number, s.until", "s.subject = ? AND s.until <> ''", subject)
            )
        return self._terms_of[subject]

    def _dated(self, step: Step, terms: Sequence[str]) -> Step:
        """A step with the day of its term, of which its text names the month."""
        if all(map(is_a_month, terms)):
            self.by_month.add(step.order)
        return dated(step, terms)

    def _take(self, found: Sequence[Step]) -> None:
        """Take steps of any day and language, their terms as texts give them."""
        held = dict(self._db.execute("SELECT symbol, min(lang) FROM documents GROUP BY symbol"))
        told = (s for s in found if s.adopted <= self._as_of and s.lang == held.get(s.symbol, s.lang))
        self._arrange(self._dated_as_told(sorted(told)))

    def _dated_as_told(self, whole: list[Step]) -> list[Step]:
        """Steps, oldest first, whose terms are as texts give them, with the days of those that are months."""
        terms: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for at, step in enumerate(whole):
            if is_a_month(step.until):
                earlier = [until for number, until in terms[step.subject] if number < step.number]
                whole[at] = self._dated(step, earlier)
            elif step.until:
                terms[step.subject].append((step.number, step.until))
        return whole

    def _arrange(self, whole: list[Step]) -> None:
        """Every question is answered from these from now on."""
        self._whole = whole
        subjects, targets, symbols, actions = (defaultdict(list) for _ in range(4))
        matters: dict[tuple[str, tuple[Action, ...]], list[Step]] = defaultdict(list)
        for step in whole:
            symbols[step.symbol].append(step)
            subjects[step.subject].append(step)
            actions[step.action].append(step)
            matters[step.matter, ()].append(step)
            if len(step.targets) == 1:  # as most have
                targets[step.targets[0][0]].append(step)
            elif step.targets:
                for symbol in {symbol for symbol, _ in step.targets}:
                    targets[symbol].append(step)
        self._by_symbol, self._by_subject = dict(symbols), dict(subjects)
        self._by_target, self._by_matter = dict(targets), dict(matters)
        self._by_action = dict(actions)


def is_kept(store: Store) -> bool:
    """Whether the base keeps steps as this version reads them."""
    return store.setting(SETTING).split(" ")[0] == STEPS_VERSION


def unkept(store: Store) -> list[int]:
    """The documents whose steps are not kept: none where the steps were kept at every write."""
    if store.setting(SETTING) == f"{STEPS_VERSION} {store.revision()}":
        return []
    without = " WHERE id NOT IN (SELECT doc FROM step_documents)" if is_kept(store) else ""
    return [row[0] for row in store.connection.execute(f"SELECT id FROM documents{without} ORDER BY id")]


# One row and none replaced: before a statement that may have to undo a part of what it did SQLite has FTS5
# write what it holds in memory, for each document instead of once for all of a transaction.
_KEEP_DOCUMENT = (
    "INSERT INTO step_documents (doc, matter, number, lang, adopted, symbol, steps)"
    " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (doc) DO UPDATE"
    " SET matter = excluded.matter, number = excluded.number, lang = excluded.lang,"
    " adopted = excluded.adopted, symbol = excluded.symbol, steps = excluded.steps"
)


def keep(db: sqlite3.Connection, doc: int, matter: str, found: Iterable[Step]) -> None:
    """Write the steps of a document."""
    every = list(found)
    about = db.execute(
        "SELECT iif(type = 'resolution', number, NULL), lang, date, symbol FROM documents WHERE id = ?",
        (doc,),
    ).fetchone()
    db.execute(_KEEP_DOCUMENT, (doc, matter, *about, len(every)))
    places = ", ".join("?" * len(Step._fields))
    for step in every:
        *plain, kinds, targets, cites, begins = step
        values = (*plain, ",".join(kinds), _joined(targets), _joined(cites), begins)
        id_ = db.execute(f"INSERT INTO steps ({', '.join(Step._fields)}) VALUES ({places})", values).lastrowid
        cited = dict.fromkeys(symbol for symbol, _ in targets)
        db.executemany("INSERT INTO step_targets VALUES (?, ?)", ((id_, symbol) for symbol in cited))


def _from_row(row: Sequence[Any]) -> Step:
    return Step._make((*row[1:-4], _kinds(row[-4]), _targets(row[-3]), _targets(row[-2]), row[-1]))


@cache  # there are few
def _kinds(said: str) -> tuple[str, ...]:
    return tuple(said.split(",")) if said else ()


def _joined(targets: Targets) -> str:
    return ";".join(f"{target}={','.join(named)}" for target, named in targets)


def _targets(said: str) -> Targets:
    if not said:
        return ()
    aims = [aim.partition("=") for aim in said.split(";")]
    return tuple([(target, tuple(named.split(",")) if named else ()) for target, _, named in aims])
