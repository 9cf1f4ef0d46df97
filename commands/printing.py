"""How commands speak: rows in every format, one line on standard error, files written whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, groupby
from pathlib import Path
from typing import Any

import click

from mandex.commands import language, terminal
from mandex.corpus.errors import MandexError
from mandex.corpus.records import dataclass
from mandex.index.output.cells import tame
from mandex.index.output.files import Sink, kept, write

Row = Mapping[str, Any]
Part = Callable[[Row], str]
ROW_FORMATS = ("table", "json", "csv", "xlsx", "parquet")
_BINARY = {"xlsx", "parquet"}
PASSED = "Ended after the last text held; whether renewed the base cannot know:"
DOUBTFUL = "Unclear whether still owed: what asks for it may be over:"
UNDATED = "Owed again and again, on no day of its own:"
"""Above what a calendar lists beside what falls due on its day."""
_HEADINGS = ("", DOUBTFUL, PASSED, UNDATED)
_SUFFIXES = {".jsonl": "json", ".ndjson": "json", ".txt": "table"}


def say(message: str) -> None:
    """One line on standard error."""
    click.echo(f"mandex: {tame(language.message(message))}", err=True)


@dataclass(frozen=True, slots=True)
class Output:
    """What the options of a listing ask for: a format, a file, how many rows.

    `format` is one of `ROW_FORMATS`, or one that the command writes itself. Without `--format` the ending of
    the file decides.
    """

    format: str
    columns: tuple[str, ...]
    file: Path | None = None
    limit: int | None = None
    excel: bool = False
    wide: bool = False

    def rows(
        self, rows: Iterable[Row], columns: Sequence[str] = (), *, total: int | None = None,
        nothing: str = "", part: Part | None = None,
    ) -> None:  # fmt: skip
        """Write the rows, at most `limit` of them, and say how many were left out.

        `columns` are those of the table (else the listing's own); `total` is how many there are where `rows`
        are only the first of them. Where there is none, `nothing` is said and the exit code is 1. `part` says
        under which heading of a table a row stands.
        """
        source = iter(rows)
        first = next(source, None)
        if first is None:
            say(nothing or "nothing found")
            click.get_current_context().exit(1)
        shown, rest = kept(chain([first], source), self.limit)
        is_table = self.format == "table"
        count = self._table(shown, columns or self.columns, part) if is_table else self._file(shown)
        every = count + rest() if total is None else total
        if every > count:
            say(f"{count} of {every}; -n for more")

    def _table(self, rows: Iterable[Row], columns: Sequence[str], part: Part | None) -> int:
        from mandex.index.output.tables import headline, table

        found = list(rows)
        lines: list[str] = []
        for heading, own in groupby(found, part or (lambda _: "")):
            if heading:
                lines += [*([""] if lines else []), language.message(heading)]
            lines += table(
                list(own), columns, None if self.wide or self.file else terminal.width(),
                name=lambda column: language.translated(headline(column)), value=language.value,
                dress=terminal.dress,
            )  # fmt: skip
        if self.file:
            self.deliver(language.in_script("".join(f"{line}\n" for line in lines)).encode("utf-8"))
        else:
            terminal.show("".join(f"{line}\n" for line in lines))
        return len(found)

    def _file(self, rows: Iterable[Row]) -> int:
        with self.opened() as out:
            written = write(_in_script_said(rows), self.format, out, excel=self.excel)
        for note in written.notes:
            say(note)
        return written.rows

    def deliver(self, content: bytes) -> None:
        """Write what a command has made itself to the file, or to standard output."""
        with self.opened() as out:
            out.write(content)

    @contextmanager
    def opened(self) -> Iterator[Sink]:
        """The file, or standard output; a file is put in place only once it is whole."""
        if self.file is None:
            if self.format in _BINARY and terminal.is_terminal():
                raise click.UsageError(f"{self.format} is not for a terminal: add -o FILE")
            yield _standard_output()
            return
        with replacing(self.file) as out:
            yield out


def _in_script_said(rows: Iterable[Row]) -> Iterable[Row]:
    """Rows for a file with their Chinese in the script asked for, which is said; else as printed."""
    if not (note := language.script_note()):
        return rows
    say(note)
    return (language.shown(row) for row in rows)


def _standard_output() -> Sink:
    """Standard output for bytes; on a terminal each goes through as it is, JSON and CSV hold no controls."""
    sys.stdout.flush()
    if terminal.is_terminal():
        return _Tamed()
    return sys.stdout.buffer


class _Tamed:
    """Standard output on a terminal: texts of documents reach it without their control characters."""

    def write(self, content: bytes) -> int:
        """Write, tamed."""
        click.echo(tame(content.decode("utf-8", "replace")), nl=False)
        return len(content)


@contextmanager
def replacing(path: Path) -> Iterator[Sink]:
    """A file to write that takes the place of `path` only when it is whole. Raises `MandexError`."""
    from tempfile import NamedTemporaryFile

    if path.is_file() and any(path.samefile(one) for one in _read_here()):
        raise MandexError(f"{path} is read here: name another file to write")
    try:
        if path.exists() and not path.is_file():  # /dev/full, a pipe: nothing to put in its place
            with path.open("wb") as out:
                yield out
            return
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as out:
            part = Path(out.name)
            try:
                yield out.file
                out.close()
                part.chmod(0o666 & ~_umask())
                part.replace(path)
            except BaseException:
                part.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise MandexError(f"cannot write {path}: {error.strerror or error}") from error


def _read_here() -> Iterator[Path]:
    """The files that the command at work reads: the base, and whatever its arguments name."""
    from mandex.corpus.opening import FILENAME

    ctx = click.get_current_context()
    named = [value for name, value in ctx.params.items() if name not in {"file", "output"}]
    given = [one for value in named for one in (value if isinstance(value, tuple) else (value,))]
    for path in (ctx.obj / FILENAME, *(Path(one) for one in given if isinstance(one, (str, Path)))):
        try:
            if path.is_file():
                yield path
        except (OSError, ValueError):  # words too long for a name, or with a NUL
            continue


def _umask() -> int:
    import os

    mask = os.umask(0)
    os.umask(mask)
    return mask


def deliver_days(out: Output, days: Sequence[Any], rows: Iterable[Row], first: str, *, nothing: str) -> None:
    """Days as rows, or as a calendar file; in a table those before `first`, what is unclear and what has none
    stand last, with the reason.
    """
    if out.format == "table":

        def heading(row: Row) -> str:
            return _heading(row, first)

        ordered = sorted(rows, key=lambda row: _HEADINGS.index(heading(row)))
        out.rows(ordered, nothing=nothing, part=heading)
        return
    if out.format != "ics":
        out.rows(rows, nothing=nothing)
        return
    from datetime import UTC, datetime

    from mandex.index.output.icalendar import icalendar

    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    out.deliver(icalendar(days[: out.limit], stamp=stamp).encode("utf-8"))
    if without := sum(not one.date for one in days[: out.limit]):
        say(f"{without} owed on no day of their own are not in a calendar")
    if not days:
        say(nothing)
        click.get_current_context().exit(1)


def _heading(row: Row, first: str) -> str:
    """Above a day of a calendar that begins on `first`."""
    if not row["date"]:
        return UNDATED
    if row["date"] < first:
        return PASSED
    return DOUBTFUL if (row["what"], row["status"]) == ("report", "unclear") else ""


def deliver(content: bytes, output: Path | None) -> None:
    """Write a file, or standard output where none is named."""
    Output("", (), output).deliver(content)


def listing_format(format_: str | None, file: Path | None, default: str, formats: Sequence[str]) -> str:
    """The format: the one named, else the one that the file's ending names; the default where there is none.

    Raises `UsageError` for an ending that names no format of the command: a table is no spreadsheet.
    """
    if format_:
        return "json" if format_ == "jsonl" else format_
    suffix = file.suffix.lower() if file else ""
    found = _SUFFIXES.get(suffix, suffix[1:])
    if found and found not in formats and found != "table":
        known = ", ".join(f".{one}" for one in formats if one != "table")
        raise click.UsageError(f"{suffix} names no format: end FILE in .txt, {known}, or add --format")
    return found if found in formats else default
