"""What a document is about, in few words: title, agenda item, how it opens, what it decides, its dates.

A profile is made when a document is indexed and lies in the store, so that ranking a hundred candidates reads
a hundred small rows instead of a hundred documents.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from mandex.corpus import registry
from mandex.corpus.dates import find_dates, find_periods
from mandex.corpus.expressions import Expression
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.corpus.symbols import resolution_number
from mandex.index.engines.entries import Entry, entries
from mandex.index.search import occasions, topics
from mandex.index.text.terms import STOP_WORDS, terms

_DECISIONS = 12  # operative paragraphs kept of each document; what a title speaks of is among the first
_OPENINGS = 3  # preambular paragraphs kept
_LENGTH = 40  # terms kept of a paragraph, without stop words
# *1373 (2001)*: its year is looked for first, which begins with what is found fast.
_YEAR = Expression(r"\((?:19|20)\d\d\)")
_NUMBER = re.compile(r"(?<![\d/])(\d{1,4}) ?\Z")
_LONGEST = len("1373 ")
_SETS = ("title_dates", "dates", "until", "other_dates", "periods", "cited")
_UNTIL = Expression(
    r"(?:until|till|through|up to|ending(?: on)?|直至|至|到)\s*(?:midnight on\s)?$", re.IGNORECASE
)
_BEFORE = 30  # characters in front of a date that may say *until*

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Terms without stop words, in order, those of a paragraph with blanks between; dates and lengths of time
    in ISO form.

    `title` is what a catalogue calls the document, if the source says so, else its printed title.
    `dates` are those of operative paragraphs, `until` those of them that end something, `other_dates` those
    of all other paragraphs, `cited` the numbers of resolutions that decisions name. `size` counts the terms
    of the whole document.
    """

    title: Words
    title_dates: frozenset[str]
    agenda: Words
    openings: tuple[str, ...]
    decisions: tuple[str, ...]
    dates: frozenset[str]
    until: frozenset[str]
    other_dates: frozenset[str]
    periods: frozenset[str]
    cited: frozenset[str]
    size: int


def make(db: sqlite3.Connection, doc: int, paragraphs: Sequence[Entry]) -> None:
    """Store the profile of a document from the entries of its paragraphs."""
    row = db.execute("SELECT symbol, title FROM documents WHERE id = ?", (doc,)).fetchone()
    symbol, title = row[0], _subject(row[1])
    operative = [p for p in paragraphs if p.kind == "operative"]
    opening = [p for p in paragraphs if p.kind in ("preambular", "body")]  # a masthead says what all say
    other = [p for p in paragraphs if p.kind in ("title", "preambular", "body")]
    data = {
        "title": terms(title),
        "title_dates": [day.iso for day in find_dates(title)],
        "agenda": terms(_agenda_item(symbol)),
        "openings": [_telling(p.terms) for p in opening[:_OPENINGS]],
        "decisions": [_telling(p.terms) for p in operative[:_DECISIONS]],
        "dates": _dates(operative),
        "until": _until(operative),
        "other_dates": _dates(other),
        "periods": sorted({period for p in operative for period in find_periods(p.text)}),
        "cited": _cited(operative),
        "size": sum(len(p.terms) for p in paragraphs),
    }
    db.execute(
        "INSERT INTO profiles (doc, data) VALUES (?, ?) ON CONFLICT (doc) DO UPDATE SET data = excluded.data",
        (doc, json.dumps(data, ensure_ascii=False, separators=(",", ":"))),
    )
    _keep_extent(db, doc, paragraphs)
    topics.keep(db, doc)
    if number := resolution_number(symbol):
        occasions.keep(db, number)
    db.execute("INSERT OR REPLACE INTO titles (rowid, terms) VALUES (?, ?)", (doc, " ".join(terms(title))))


# Where the paragraphs of each document begin and how many they are: a lookup would else read all paragraphs.
_EXTENTS = (
    "CREATE TABLE IF NOT EXISTS extents (doc INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,"
    " first INTEGER NOT NULL, size INTEGER NOT NULL)"
)


def _keep_extent(db: sqlite3.Connection, doc: int, paragraphs: Sequence[Entry]) -> None:
    db.execute(_EXTENTS)
    if paragraphs:
        db.execute(
            "INSERT INTO extents (doc, first, size) VALUES (?, ?, ?)"
            " ON CONFLICT (doc) DO UPDATE SET first = excluded.first, size = excluded.size",
            (doc, paragraphs[0].id, len(paragraphs)),
        )


def make_missing(store: Store, docs: Sequence[int]) -> None:
    """Store the profiles that documents lack, after a run in which nobody made them."""
    held = load(store.connection, docs)
    missing = [doc for doc in docs if doc not in held]
    if missing:
        with store.transaction() as db:
            for doc in missing:
                if db.execute("SELECT 1 FROM documents WHERE id = ?", (doc,)).fetchone():
                    make(db, doc, entries(db, doc))


def titled(db: sqlite3.Connection, asked: Iterable[str], most: int) -> list[int]:
    """The documents whose titles share most with the terms, best first."""
    query = " OR ".join(f'"{term}"' for term in sorted(asked) if '"' not in term)
    if not query:
        return []
    rows = db.execute("SELECT rowid FROM titles WHERE titles MATCH ? ORDER BY rank LIMIT ?", (query, most))
    return [doc for (doc,) in rows]


def load(db: sqlite3.Connection, docs: Iterable[int]) -> Mapping[int, Profile]:
    """The profiles of documents by their row numbers."""
    rows = db.execute(
        "SELECT doc, data FROM profiles WHERE doc IN (SELECT value FROM json_each(?))",
        (json.dumps(list(docs)),),
    )
    return {doc: _read(json.loads(data)) for doc, data in rows}


def _read(data: dict[str, list[str]]) -> Profile:
    sets = {name: frozenset(data[name]) for name in _SETS}
    return Profile(
        title=tuple(data["title"]),
        agenda=tuple(data["agenda"]),
        openings=tuple(data["openings"]),
        decisions=tuple(data["decisions"]),
        size=int(str(data["size"])),
        **sets,
    )


def _subject(title: str) -> str:
    """What a catalogue title says in brackets, after the resolution's number; any other title as it is."""
    opened, closed = title.find("["), title.rfind("]")
    return title[opened + 1 : closed] if 0 <= opened < closed else title


def _agenda_item(symbol: str) -> str:
    number = resolution_number(symbol)
    adoption = registry.adoption(number) if number else None
    return adoption.agenda_item if adoption else ""


def _telling(cut: Sequence[str]) -> str:
    return " ".join([term for term in cut if term not in STOP_WORDS][:_LENGTH])


def _dates(paragraphs: Iterable[Entry]) -> list[str]:
    return sorted({day.iso for p in paragraphs for day in p.days})


def _until(paragraphs: Iterable[Entry]) -> list[str]:
    return sorted({
        day.iso for p in paragraphs for day in p.days
        if _UNTIL.search(p.text[max(0, day.start - _BEFORE) : day.start])
        or p.text.startswith(("止", "为止"), day.end)
    })  # fmt: skip


def _cited(paragraphs: Iterable[Entry]) -> list[str]:
    return sorted({
        number[1] for p in paragraphs for year in _YEAR.finditer(p.text)
        if (number := _NUMBER.search(p.text, max(0, year.start() - _LONGEST), year.start()))
    })  # fmt: skip
