"""Rows as files for programs: JSON Lines, CSV, XLSX, Parquet. Each writer takes rows as they come, once."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any, Protocol

from mandex.corpus.records import dataclass
from mandex.index.output.cells import day, guarded, plain

Row = Mapping[str, Any]
Format = str  # a key of WRITERS


class Sink(Protocol):
    """What bytes can be written to."""

    def write(self, content: bytes, /) -> Any:
        """Take the bytes."""


# What JSON leaves as it is and a terminal would obey: DEL and the C1 controls.
_CONTROLS = re.compile("[\x7f-\x9f]")


@dataclass(slots=True)
class Written:
    """What was written: how many rows, and what the format could not hold, for the user to be told."""

    rows: int = 0
    notes: list[str] = field(default_factory=list)


def write(rows: Iterable[Row], format_: Format, out: Sink, *, excel: bool = False) -> Written:
    """Write rows in a format of `WRITERS`; `excel` makes CSV that Excel opens right."""
    return WRITERS[format_](rows, out, excel)


def line(row: Row) -> str:
    """A row as a line of JSON."""
    text = json.dumps(row, ensure_ascii=False)
    return _CONTROLS.sub(lambda m: f"\\u{ord(m[0]):04x}", text).encode("utf-8", "backslashreplace").decode()


def _jsonl(rows: Iterable[Row], out: Sink, excel: bool) -> Written:
    written = Written()
    for row in rows:
        out.write(f"{line(row)}\n".encode())
        written.rows += 1
    return written


def _csv(rows: Iterable[Row], out: Sink, excel: bool) -> Written:
    """UTF-8 with plain cells; for Excel with its byte-order mark, and formulas kept from being any."""
    import csv  # noqa: PLC0415 - most commands write none

    written, text = Written(), io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n" if excel else "\n")
    if excel:
        out.write(b"\xef\xbb\xbf")
    for row in rows:
        if not written.rows:
            writer.writerow(row)
        cells = [plain(value) for value in row.values()]
        if excel:
            given = zip(cells, row.values(), strict=True)
            cells = [guarded(c) if isinstance(v, str) else c for c, v in given]
        writer.writerow(cells)
        out.write(text.getvalue().encode("utf-8", "replace"))
        text.seek(0)
        text.truncate()
        written.rows += 1
    return written


def _xlsx(rows: Iterable[Row], out: Sink, excel: bool) -> Written:
    from mandex.index.output.sheets import Book  # noqa: PLC0415 - slow to import, and for this format only

    written, book = Written(), Book()
    for row in rows:
        book.append(row)
        written.rows += 1
    out.write(book.content())
    if book.cut:
        written.notes.append(
            f"{book.cut} cells are too long for a workbook and end with …; CSV has them whole"
        )
    return written


def _parquet(rows: Iterable[Row], out: Sink, excel: bool) -> Written:
    """A table with typed columns: text, whole numbers, dates, lists; what is not known is null."""
    import pyarrow as pa  # noqa: PLC0415 - slow to import, and for this format only
    import pyarrow.parquet as pq  # noqa: PLC0415

    found = list(rows)
    names = list(dict.fromkeys(name for row in found for name in row))
    columns = {name: _column([row.get(name) for row in found]) for name in names}
    arrays = {name: pa.array(values, _arrow_type(pa, values)) for name, values in columns.items()}
    pq.write_table(pa.table(arrays), out)
    return Written(len(found))


def _column(values: list[Any]) -> list[Any]:
    """Values of one kind: all days where every text is one, all text where kinds are mixed."""
    values = [list(v) if isinstance(v, tuple) else v for v in values]
    given = [v for v in values if v is not None]
    if all(isinstance(v, str) for v in given):
        if any(given) and all(not v or day(v) for v in given):
            return [day(v) if v else None for v in values]
        return values
    if len({type(v) for v in given}) > 1 and not all(type(v) in (int, float) for v in given):
        return [None if v is None else plain(v) for v in values]
    return values


def _arrow_type(pa: Any, values: Sequence[Any]) -> Any:
    """The type where Arrow cannot tell it: columns and lists with nothing in them are text."""
    given = [v for v in values if v is not None]
    if not given:
        return pa.string()
    if all(isinstance(v, list) for v in given) and not any(given):
        return pa.list_(pa.string())
    return None


Writer = Callable[[Iterable[Row], Sink, bool], Written]
WRITERS: Mapping[str, Writer] = {"json": _jsonl, "csv": _csv, "xlsx": _xlsx, "parquet": _parquet}


def kept(rows: Iterable[Row], limit: int | None) -> tuple[Iterator[Row], Callable[[], int]]:
    """The first `limit` rows, and a count of the others that may be asked for once they are written."""
    source = iter(rows)

    def first() -> Iterator[Row]:
        for nth, row in enumerate(source, start=1):
            yield row
            if nth == limit:
                return

    return first(), lambda: sum(1 for _ in source)
