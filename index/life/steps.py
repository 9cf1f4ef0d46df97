"""The steps of a mandate's life, read from the whole base: established, set, extended, ended.

A step is one demand that begins, renews or ends something for a time: the mandate of a mission or a panel,
a set of measures. Steps that concern the same thing share a `subject`: a body that the demand names
(`unmiss`), or, where it names none of its own, the kind of thing and what the resolution is about (`panel
of south-sudan`, `measures of yemen`). Nothing is known of particular resolutions: subjects come from the
vocabulary, links from citations.

Reading the steps takes a second on a large base, so they are kept in it, in the table `steps`, until it
changes.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from mandex.corpus import lexicon, registry
from mandex.corpus.fold import fold
from mandex.corpus.store import Store

Action = Literal["establishes", "sets", "extends", "ends"]

STEPS_VERSION = 5  # bumped whenever the same documents would give other steps

_SCHEMA = """
CREATE TABLE IF NOT EXISTS steps (
    paragraph INTEGER NOT NULL, symbol TEXT NOT NULL, number INTEGER NOT NULL, adopted TEXT NOT NULL,
    label TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL, until TEXT NOT NULL,
    targets TEXT NOT NULL,            -- symbol=label,label;symbol=…
    clause TEXT NOT NULL
)"""
_SETTING = "steps"

# Bodies that have a mandate of their own to be extended; a committee or an agency is more often only
# involved.
_LIVING_KINDS = frozenset({"mission", "force", "court"})
_LIVING = frozenset({"cted", "ombudsperson", "monitoring-team", "un-compensation-commission"})
# Names that several bodies share: whose it is, what the resolution is about tells.
_MANY = frozenset({"multinational-force", "tribunal"})
PANELS = frozenset({"panel-of-experts", "group-of-experts", "monitoring-group"})
_SANCTIONS = (
    "asset-freeze", "travel-ban", "arms-embargo", "economic-sanctions", "charcoal", "oil", "diamonds",
)  # fmt: skip
_DECIDING = frozenset({"decide", "authorize", "demand", "request", "recommend"})

_EXTENDS = re.compile(
    r"\b(?:extend|renew|prolong|re-?establish)(?:s|ed|ing)?\b|\bcontinue to (?:operate|apply|be in force)"
    r"|\bto continue\b|\bmaintain\b|延长|延至|延期|延续|展延|续延|展期|继续"
)
_ENDS = re.compile(
    r"^.{0,90}?\bto (?:terminate|lift|end|dissolve|conclude)\b"
    r"|\bfulfilled its mandate|\bshall (?:be terminated|terminate)\b"
    r"|\bshall cease to (?:have effect|exist|apply|operate)\b"
    r"|\bmandate .{0,40}(?:shall|will) end\b|^.{0,40}(?:终止|解除|结束|取消|撤销|解散)"
)
_ESTABLISHES = re.compile(r"\bto (?:establish|set up|create)\b|\bthe establishment\b|设立|成立|建立|组建")
_MEASURES = re.compile(
    r"\b(?:measures?|sanctions|embargo(?:es)?|prohibitions?|ban|restrictions?|provisions)\b|措施|制裁|禁运|规定"
)
_PREAMBLE = 12  # preambular paragraphs that tell what a resolution is about
_OFTEN = 4  # of them name a country, if that is it
_OPENING = 220  # folded characters of a clause that say what it does


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `until` is an ISO date, empty where none is set; `targets` are the resolutions, each with
    labels of paragraphs (empty: the whole), that the step says it extends, amends or ends. `clause` begins
    its text.
    """

    paragraph: int
    symbol: str
    number: int
    adopted: str
    label: str
    action: Action
    subject: str
    until: str
    targets: tuple[tuple[str, tuple[str, ...]], ...]
    clause: str

    @property
    def place(self) -> str:
        """How it is cited: `S/RES/2810 (2025) OP3`."""
        return f"{self.symbol} OP{self.label}" if self.label else self.symbol


def steps(store: Store) -> list[Step]:
    """All steps, oldest first; read from the documents anew if the base has changed."""
    db = store.connection
    if store.setting(_SETTING) == _state(db):
        rows = db.execute("SELECT * FROM steps ORDER BY number, rowid")
        return [_from_row(row) for row in rows]
    found = sorted(_read(db), key=lambda step: step.number)
    _keep(store, found)
    return found


def _state(db: sqlite3.Connection) -> str:
    """What changes whenever a document does: row numbers are not used again."""
    row = db.execute("SELECT count(*), coalesce(max(id), 0), coalesce(sum(id), 0) FROM documents").fetchone()
    return f"{STEPS_VERSION} {row[0]} {row[1]} {row[2]}"


def _keep(store: Store, found: Iterable[Step]) -> None:
    """Keep the steps in the base, where it can be written; else they are read again next time."""
    try:
        with store.connection:
            db = store.connection
            db.execute("BEGIN IMMEDIATE")
            db.execute(_SCHEMA)
            db.execute("DELETE FROM steps")
            db.executemany(
                "INSERT INTO steps VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (s.paragraph, s.symbol, s.number, s.adopted, s.label, s.action, s.subject, s.until,
                     ";".join(f"{target}={','.join(named)}" for target, named in s.targets), s.clause)
                    for s in found
                ),
            )  # fmt: skip
            store.set_setting(_SETTING, _state(db))
    except sqlite3.OperationalError:
        return


def _from_row(row: Sequence[Any]) -> Step:
    paragraph, symbol, number, adopted, label, action, subject, until, targets, clause = row
    aims = tuple(
        (target, tuple(named.split(",")) if named else ())
        for target, _, named in (aim.partition("=") for aim in targets.split(";") if aim)
    )
    return Step(paragraph, symbol, number, adopted, label, action, subject, until, aims, clause)


# -- reading


def _read(db: sqlite3.Connection) -> Iterator[Step]:
    """One step for each demand that sets a term, establishes, extends or ends; of one language version
    each.
    """
    targets = _targets(db)
    until = _terms(db)
    rows = db.execute(
        "SELECT m.id, m.doc, m.seq, m.at_start, m.at_end, m.lemma, m.force, m.topics, p.id, p.label, p.text,"
        " d.symbol, d.number, d.date, d.title"
        " FROM mandates AS m JOIN documents AS d ON d.id = m.doc"
        " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq"
        " WHERE d.number IS NOT NULL AND d.type = 'resolution' AND p.kind = 'operative'"
        " AND d.lang = (SELECT min(lang) FROM documents WHERE symbol = d.symbol) ORDER BY m.id"
    )
    about: dict[str, str] = {}
    for (
        id_,
        doc,
        seq,
        start,
        end,
        lemma,
        force,
        topics,
        paragraph,
        label,
        text,
        symbol,
        number,
        date,
        title,
    ) in rows:
        clause = fold(text[start:end])
        aims = tuple(
            (target, labels) for at, target, labels in targets.get((doc, seq), ())
            if start <= at < end and target != symbol
        )  # fmt: skip
        action = _action(clause, lemma, force, bool(aims), id_ in until)
        if action is None:
            continue
        if symbol not in about:
            about[symbol] = regime(db, symbol, title, number)
        subject = _subject(clause, text[start:end], topics, about[symbol])
        yield Step(
            paragraph, symbol, number, date, label, action, subject,
            until.get(id_, ""), aims, text[start:end].strip(" ,;，；")[:200],
        )  # fmt: skip


def _terms(db: sqlite3.Connection) -> Mapping[int, str]:
    """Of each demand the last date on which it expires."""
    return dict(
        db.execute(
            "SELECT mandate, max(date) FROM mandate_dates WHERE role = 'expires' AND date <> ''"
            " GROUP BY mandate"
        )
    )


_Aims = list[tuple[int, str, tuple[str, ...]]]


def _targets(db: sqlite3.Connection) -> Mapping[tuple[int, int], _Aims]:
    """Of each paragraph what it extends, amends or ends: place in its text, resolution, labels."""
    found: dict[tuple[int, int], _Aims] = defaultdict(list)
    for doc, seq, at, cited, pinpoint in db.execute(
        "SELECT doc, seq, at_start, cited, pinpoint FROM citations"
        " WHERE relation IN ('extends', 'amends', 'terminates', 'establishes') AND cited LIKE 'S/RES/%'"
    ):
        found[doc, seq].append((at, cited, labels(pinpoint)))
    return found


def labels(pinpoint: str) -> tuple[str, ...]:
    """The paragraphs that a pinpoint names: `5, 7-9` are 5, 7, 8, 9; `2(a), (b), 4` are 2(a), 2(b), 4."""
    out: list[str] = []
    for part in pinpoint.replace(" ", "").split(","):
        if part.startswith("(") and out:
            out.append(out[-1].split("(")[0] + part)
        elif span := re.fullmatch(r"(\d+)-(\d+)", part):
            out += [str(n) for n in range(int(span[1]), min(int(span[2]), int(span[1]) + 100) + 1)]
        elif part:
            out.append(part)
    return tuple(out)


def _action(clause: str, lemma: str, force: str, aimed: bool, limited: bool) -> Action | None:
    """What a demand does; None where it is no step, but speaks of one."""
    opening = clause[:_OPENING]
    if force not in _DECIDING and not (limited and re.search(r"\bextends\b|延长", opening)):
        return None
    end, extension = _ENDS.search(opening), _EXTENDS.search(opening)
    if lemma == "decide" and end and (not extension or end.end() < extension.start()):
        return "ends"
    birth = _ESTABLISHES.search(opening)
    if birth and (limited or lemma == "decide") and (not extension or birth.end() < extension.start()):
        return "establishes"
    if extension and (limited or aimed):
        return "extends"
    return "sets" if limited else None


def regime(db: sqlite3.Connection, symbol: str, title: str, number: int) -> str:
    """What a resolution is about: the country of its title, agenda item or preamble, else the item."""
    adoption = registry.adoption(number)
    agenda = adoption.agenda_item if adoption else ""
    for words in (title, agenda):
        if found := lexicon.match_countries(fold_case(words)):
            return found[0].id
    rows = db.execute(
        "SELECT p.text FROM paragraphs AS p JOIN documents AS d ON d.id = p.doc"
        " WHERE d.symbol = ? AND p.kind = 'preambular' ORDER BY d.lang, p.seq LIMIT ?",
        (symbol, _PREAMBLE),
    )
    named = Counter(
        id_ for (text,) in rows for id_ in {found.id for found in lexicon.match_countries(fold_case(text))}
    )
    return next((id_ for id_, times in named.most_common(1) if times >= _OFTEN), fold(agenda))


def fold_case(text: str) -> str:
    """Simplified Chinese for matching, English as it is: the vocabulary tells US from us."""
    return text if text.isascii() else "".join(fold(char) if char > "\u2e80" else char for char in text)


def _subject(clause: str, text: str, topics: str, about: str) -> str:
    ids = [found.id for found in lexicon.match_bodies(fold_case(text[:400]))]
    for id_ in ids:
        if id_ in _LIVING or lexicon.bodies()[id_].kind in _LIVING_KINDS:
            subject = f"{id_} of {about}" if id_ in _MANY else id_
            strength = '"troop-ceiling"' in topics and "mandate" not in clause[:_OPENING]
            return f"{subject} strength" if strength else subject
        if id_ in PANELS:
            return f"panel of {about}"
    if "committee" in ids and _ESTABLISHES.search(clause[:_OPENING]):
        return f"committee of {about}"
    measures = _MEASURES.search(clause[:400]) or any(f'"{topic}"' in topics for topic in _SANCTIONS)
    return f"measures of {about}" if measures else f"authority of {about}"
