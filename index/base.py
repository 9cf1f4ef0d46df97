"""The base as Python users hold it: `with mandex.open("kb") as base: base.lookup("travel ban")`.

Each method is one question of the command line under the same name, and answers with the same records. A base
is for one thread; opening one costs a few milliseconds, so each thread opens its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from mandex.corpus.store import Store
from mandex.corpus.symbols import Reference

if TYPE_CHECKING:  # each method loads what it answers with, so that opening stays quick
    import pandas

    from mandex.index.graph.walk import Step
    from mandex.index.life.calendar import Due
    from mandex.index.life.changes import Change
    from mandex.index.life.lineage import Link
    from mandex.index.life.missions import Mission
    from mandex.index.life.regimes import Measure
    from mandex.index.lookup.answers import Answer
    from mandex.index.output.showing import Shown
    from mandex.index.search.fulltext import Hit, SearchLang, Sort, Unit

Record = TypeVar("Record")


class Records(list[Record]):
    """A list of records that can become a table.

    `known_to` is the day to which the base knows what stands (ISO); empty where that does not matter.
    """

    def __init__(self, found: Iterable[Record] = (), known_to: str = "") -> None:
        super().__init__(found)
        self.known_to = known_to

    def rows(self) -> list[dict[str, Any]]:
        """The records as the rows of the command's listing, with `known_to` where it matters."""
        known = {"known_to": self.known_to} if self.known_to else {}
        return [{**_row(one), **known} for one in self]

    def to_pandas(self) -> pandas.DataFrame:
        """A data frame with a column for each field; needs pandas, which Mandex does not bring along."""
        from pandas import DataFrame  # noqa: PLC0415 - only for those who have it

        return DataFrame(self.rows())


def _row(record: Any) -> dict[str, Any]:
    row: dict[str, Any] = record.row() if hasattr(record, "row") else asdict(record)
    return row


class Base:
    """A knowledge base, open for reading. What goes wrong is a `MandexError` that says what to do."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def open(cls, folder: str | Path) -> Self:
        """The base in `folder`, or at an address of a cluster; raises `StoreError` where there is none."""
        from mandex.index import shared  # noqa: PLC0415

        return cls(shared.opened(folder))

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _dated(self, found: Iterable[Record]) -> Records[Record]:
        """What is found, with the day to which the base knows."""
        from mandex.index.life.horizon import known_to  # noqa: PLC0415

        return Records(found, known_to(self.store))

    def search(
        self, query: str, *, limit: int = 10, lang: SearchLang | None = None, by: Unit = "paragraph",
        sort: Sort = "relevance",
    ) -> Records[Hit]:  # fmt: skip
        """Ranked paragraphs, or documents; see docs/search.md for the query language."""
        from mandex.index.search.fulltext import search  # noqa: PLC0415

        return Records(search(self.store, query, limit=limit, lang=lang, by=by, sort=sort))

    def lookup(
        self, question: str, *, limit: int = 10, actor: str = "", topic: str = "", force: str = "",
        year: int | None = None, resolution: str = "", lang: str = "", current: bool = False, as_of: str = "",
        since: str = "", until: str = "",
    ) -> Records[Answer]:  # fmt: skip
        """What requires a measure: paragraphs, best first.

        `as_of` is the ISO date on which it stands (empty: today), `since` and `until` when it was adopted.
        """
        from mandex.index.lookup.answers import Wanted, lookup  # noqa: PLC0415

        symbol = self.store.reference(resolution).symbol if resolution else ""
        wanted = Wanted(actor, topic, force, year, symbol, lang, current, as_of, since, until)
        return self._dated(lookup(self.store, question, wanted, limit=limit))

    def show(self, reference: str, *, lang: str = "") -> Shown | None:
        """A document or a paragraph: `2396 OP12`, 第1373(2001)号决议第2段; None where it is not held."""
        from mandex.index.output.showing import show  # noqa: PLC0415

        return show(self.store, self.store.reference(reference), lang)

    def cites(self, reference: str, *, depth: int = 1) -> Records[Step]:
        """What a document, or a paragraph of it, cites."""
        return self._neighbours(self.store.reference(reference), "cites", depth)

    def cited_by(self, reference: str, *, depth: int = 1) -> Records[Step]:
        """What cites a document, or a paragraph of it."""
        return self._neighbours(self.store.reference(reference), "cited-by", depth)

    def _neighbours(self, at: Reference, way: Any, depth: int) -> Records[Step]:
        from mandex.index.graph.walk import neighbours  # noqa: PLC0415

        return Records(neighbours(self.store, at.symbol, way, depth, at.pinpoint))

    def path(self, start: str, end: str) -> Records[Step]:
        """The shortest chain of citations from one document to another; empty where there is none."""
        from mandex.index.graph.walk import path  # noqa: PLC0415

        return Records(path(self.store, self.store.reference(start).symbol, self.store.reference(end).symbol))

    def lineage(self, reference: str, *, as_of: str = "") -> Records[Link]:
        """The renewals of a mandate, oldest first."""
        from mandex.index.life.lineage import lineage  # noqa: PLC0415

        return self._dated(lineage(self.store, self.store.reference(reference), as_of=as_of))

    def expiring(self, *, within: int = 365, as_of: str = "") -> Records[Due]:
        """What ends in the next `within` days, soonest first."""
        from mandex.index.life.calendar import expiring  # noqa: PLC0415

        return self._dated(expiring(self.store, *_days(as_of, within), as_of=as_of))

    def reports_due(self, *, within: int = 365, as_of: str = "") -> Records[Due]:
        """Who must report in the next `within` days, to whom, soonest first."""
        from mandex.index.life.reports import reports_due  # noqa: PLC0415

        return self._dated(reports_due(self.store, *_days(as_of, within), as_of=as_of))

    def regimes(
        self, name: str = "", *, as_of: str = "", ended: bool = False, brief: bool = False
    ) -> Records[Measure]:
        """The measures of sanctions regimes; with `ended` also those that are over; if `brief`
        without exemptions and criteria.
        """
        from mandex.index.life.regimes import regimes  # noqa: PLC0415

        return self._dated(regimes(self.store, name, as_of=as_of, ended=ended, brief=brief))

    def missions(self, name: str = "", *, as_of: str = "", ended: bool = False) -> Records[Mission]:
        """Missions and forces; with `ended` also those that are over."""
        from mandex.index.life.missions import missions  # noqa: PLC0415

        return self._dated(missions(self.store, name, as_of=as_of, ended=ended))

    def changes(self, since: str, *, as_of: str = "") -> Records[Change]:
        """What began, was renewed, changed or ended after the day `since` (ISO)."""
        from mandex.index.life.changes import changes  # noqa: PLC0415

        return self._dated(changes(self.store, since, as_of=as_of))

    def standing(self, *, as_of: str = "", lang: str = "") -> Iterator[dict[str, Any]]:
        """The rows of `export standing`."""
        from mandex.index.life.listing import standing  # noqa: PLC0415

        return standing(self.store, as_of, lang)

    def documents(self, *, lang: str = "", where: Iterable[str] = ()) -> Iterator[dict[str, Any]]:
        """The rows of `export documents`; `where` are conditions such as `year>=2014`."""
        return self._rows("documents", lang, where)

    def paragraphs(self, *, lang: str = "", where: Iterable[str] = ()) -> Iterator[dict[str, Any]]:
        """The rows of `export paragraphs`."""
        return self._rows("paragraphs", lang, where)

    def citations(self, *, lang: str = "", where: Iterable[str] = ()) -> Iterator[dict[str, Any]]:
        """The rows of `export citations`."""
        return self._rows("citations", lang, where)

    def mandates(self, *, lang: str = "", where: Iterable[str] = ()) -> Iterator[dict[str, Any]]:
        """The rows of `export mandates`."""
        return self._rows("mandates", lang, where)

    def _rows(self, table: str, lang: str, where: Iterable[str]) -> Iterator[dict[str, Any]]:
        from mandex.index.output.rows import condition, rows  # noqa: PLC0415

        return rows(self.store, table, lang=lang, where=[condition(one) for one in where])


def _days(as_of: str, within: int) -> tuple[str, str]:
    first = date.fromisoformat(as_of) if as_of else date.today()
    return first.isoformat(), (first + timedelta(days=within)).isoformat()
