"""What a bibliography says of a document: from what the base holds of it, the register, and who cites it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal

from mandex.corpus import registry
from mandex.corpus.records import dataclass
from mandex.corpus.store import Store
from mandex.corpus.symbols import resolution_number
from mandex.index.graph.faults import day_beside

Kind = Literal["resolution", "statement", "document"]

# Resolutions of other organs: A/RES/60/288, A/HRC/RES/35/33, E/RES/2007/12.
_OTHER_RESOLUTION = re.compile(r"(?P<organ>[A-Z]+(?:/HRC)?)/RES/(?P<number>.+)")
_STATEMENT = re.compile(r"S/PRST/(?P<number>\d{4}/\d+)")
# `Security Council resolution 2617 (2021) [on …]`, `Statement [made on behalf of …, entitled "…"]`.
_LIBRARY_TITLE = re.compile(
    r"(?:Security Council resolution|Statement)[^[]*\[(?:on )?(?P<about>(?:[^\"]*\"(?P<item>[^\"]+)\")?.*)\]"
)


@dataclass(frozen=True, slots=True)
class Organ:
    """Whose document it is, in the names that the styles use."""

    name: str  # the Security Council
    oscola: str
    bluebook: str
    aglc: str
    records: str  # its Official Records, as AGLC cites them


COUNCIL = Organ("Security Council", "UNSC", "S.C.", "SC", "UN SCOR")
ASSEMBLY = Organ("General Assembly", "UNGA", "G.A.", "GA", "UN GAOR")
RIGHTS = Organ("Human Rights Council", "UNHRC", "Human Rights Council", "HRC", "")
ECOSOC = Organ("Economic and Social Council", "ECOSOC", "E.S.C.", "ESC", "UN ESCOR")
SOMEONE = Organ("", "UN", "U.N.", "UN", "")
_ORGANS = {"S": COUNCIL, "A": ASSEMBLY, "A/HRC": RIGHTS, "E": ECOSOC}


@dataclass(frozen=True, slots=True)
class Work:
    """What a bibliography says of a document; what is not known is empty. `date` is ISO."""

    symbol: str
    title: str = ""
    date: str = ""
    year: str = ""
    meeting: str = ""

    @property
    def organ(self) -> Organ:
        """The organ that the symbol begins with; `A/HRC` is the Human Rights Council, not the Assembly."""
        first, _, rest = self.symbol.partition("/")
        return _ORGANS.get(f"{first}/HRC" if rest.startswith("HRC/") else first, SOMEONE)

    @property
    def kind(self) -> Kind:
        """What kind of document the symbol names."""
        if self.number:
            return "resolution"
        return "statement" if _STATEMENT.fullmatch(self.symbol) else "document"

    @property
    def number(self) -> str:
        """A resolution's number as it is cited: `1373`, `60/288`, `377(V)`; empty for what is none."""
        if number := resolution_number(self.symbol):
            return str(number)
        other = _OTHER_RESOLUTION.fullmatch(self.symbol)
        return other["number"] if other else ""

    @property
    def author(self) -> str:
        """The organ's name in full."""
        return f"United Nations {self.organ.name}".strip()

    @property
    def name(self) -> str:
        """What it is called in a title: `Resolution 1373 (2001)`."""
        if self.kind == "resolution":
            return f"Resolution {self.symbol.split('/RES/', 1)[1]}"
        if self.kind == "statement":
            return "Statement by the President of the Security Council"
        return self.symbol

    @property
    def whole_date(self) -> str:
        """The date where day, month and year are known, else nothing."""
        return self.date if len(self.date) == 10 else ""


def look_up(store: Store, symbol: str) -> Work:
    """A document from what the base holds of it, in English where it does, and from the registry.

    The day of a resolution of another organ is the one that texts held print beside it: `resolution 60/288 of
    8 September 2006`.
    """
    row = store.connection.execute(
        "SELECT title, date, year, meeting FROM documents WHERE symbol = ? ORDER BY lang LIMIT 1", (symbol,)
    ).fetchone()
    title, date, year, meeting = row or ("", "", None, "")
    if not date and Work(symbol).kind == "resolution" and not resolution_number(symbol):
        date = _printed_day(store, symbol)
    return _work(symbol, title, date, year, meeting)


def _printed_day(store: Store, symbol: str) -> str:
    """The day that most texts print beside a symbol; empty where none does."""
    rows = store.connection.execute(
        "SELECT p.text, c.at_start, c.at_end FROM citations c"
        " JOIN paragraphs p ON p.doc = c.doc AND p.seq = c.seq WHERE c.target = ? LIMIT 500",
        (symbol,),
    )
    days = Counter(day for row in rows if len(day := day_beside(*row)) == 10)
    return days.most_common(1)[0][0] if days else ""


def works(rows: Iterable[Mapping[str, Any]]) -> Iterator[Work]:
    """The works in rows of documents, each once whatever the number of its language versions."""
    seen: set[str] = set()
    for row in rows:
        if row["symbol"] not in seen:
            seen.add(row["symbol"])
            yield _work(row["symbol"], row["title"], row["date"], row["year"], row["meeting"])


def _work(symbol: str, title: str, date: str, year: int | None, meeting: str) -> Work:
    title = _subject(title)
    adoption = registry.adoption(resolution_number(symbol) or 0)
    if adoption:
        title = adoption.agenda_item.strip("- ") or title
        date, year, meeting = adoption.adopted or date, adoption.year, adoption.meeting or meeting
    work = Work(symbol, title, date, str(year or date[:4]), meeting)
    return replace(work, title="") if work.title == work.name else work


def _subject(title: str) -> str:
    """The subject in a title as the library of the United Nations writes it, or the title itself."""
    match = _LIBRARY_TITLE.fullmatch(title)
    return (match["item"] or match["about"]) if match else title
