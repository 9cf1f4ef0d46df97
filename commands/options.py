"""Options that several commands share, and the values that they take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from mandex.commands.printing import ROW_FORMATS, Output, listing_format

if TYPE_CHECKING:  # dates are read only where an option has one
    from mandex.corpus.days import Edge, Span, Until
    from mandex.index.lookup.values import Vocabulary

Command = TypeVar("Command", bound=Callable[..., Any])


class _Count(click.ParamType[int]):
    """A number from 1 on, no larger than SQLite counts."""

    name = "N"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; fails with what it must be."""
        typed = str(value).strip()
        if not typed.isdecimal() or not 1 <= int(typed[:11]) <= 10**9:
            self.fail(f"{typed[:40]!r} is no number from 1 on", param, ctx)
        return int(typed)


class Source(click.Path):
    """A file or a folder to read; an empty word (`"$UNSET"`) is none, though to a path it is this folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; fails for nothing at all."""
        if not str(value).strip():
            self.fail("it is empty: name a file or a folder", param, ctx)
        return super().convert(value, param, ctx)


COUNT = _Count()
LANG_SHOWN = (
    "en, zh, zh-Hans or zh-Hant (default: in tables the reader's own where it is held, else English)."
)
LANGUAGES = ("en", "zh", "zh-Hans", "zh-Hant")
DEPTH = click.option("--depth", type=COUNT, default=1, show_default=True,
                      help="How many steps to walk.")  # fmt: skip


def _day(edge: Edge, *, back: bool = False) -> Callable[[click.Context, click.Parameter, str], str]:
    """Reads a day that a user typed, as an ISO date; of a month or a year its first or its last day."""

    def read(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
        if not value:
            return ""
        from mandex.corpus.days import BadDateError, day

        try:
            return day(value, edge, back=back).isoformat()
        except BadDateError as error:
            raise click.BadParameter(str(error)) from error

    return read


first_day = _day("first")
last_day = _day("last")
since_day = _day("first", back=True)  # `--since 90d` looks back


def time_span(ctx: click.Context, parameter: click.Parameter, value: str) -> Span | Until:
    """Reads a span of time that a user typed, or the day or month with which it ends: *next month*."""
    from mandex.corpus.days import BadDateError, Until, day, span

    try:
        return span(value)
    except BadDateError:
        pass
    try:
        return Until(day(value, "last"))
    except BadDateError as error:
        raise click.BadParameter(
            f"{value!r} is no span of time such as 90d, 12w, 6m, 2y or 'next month'"
        ) from error


def language_typed(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    """A language that texts are read in, or nothing."""
    if value and value not in LANGUAGES:
        raise click.BadParameter(f"{value!r} is not one of {', '.join(map(repr, LANGUAGES))}.")
    return value


def known_topic(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    """The id of a topic, by id or by any of its names, or nothing."""
    if not value:
        return ""
    from mandex.index.lookup.values import known_value

    return known_value("topic", value)


AS_OF = click.option("--as-of", default="", metavar="DATE", callback=first_day,
                      help="As things stand on this day, 2026-11-22 (default: today).")  # fmt: skip


def is_between(day: str, since: str, until: str) -> bool:
    """Whether an ISO date lies between two that may be empty; no date lies anywhere but between two such."""
    return bool(day or not (since or until)) and since <= day <= (until or "9999")


def values(name: Vocabulary) -> Callable[[click.Context, click.Parameter, str], list[str]]:
    """Offers the values of a vocabulary that begin as what was typed, or have a word that does."""

    def offer(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
        from mandex.index.lookup.values import entries

        return [value for value in entries(name) if any(part.startswith(typed) for part in _tails(value))]

    return offer


def _tails(value: str) -> list[str]:
    """`asset-freeze` and `freeze`."""
    parts = value.split("-")
    return ["-".join(parts[n:]) for n in range(len(parts))]


def limits(**given: object) -> str:
    """` (--year 1800 --lang zh)`: the options that left nothing, those that were not given aside."""
    named = [f"--{name.replace('_', '-')} {value}" for name, value in given.items() if value]
    return f" ({' '.join(named)})" if named else ""


def between(what: str) -> Callable[[Command], Command]:
    """The options `--since` and `--until`, for rows with dates; the command gets ISO dates, or nothing."""

    def decorate(command: Command) -> Command:
        @wraps(command)
        def in_order(*args: Any, since: str, until: str, **others: Any) -> Any:
            if since and until and until < since:
                raise click.UsageError(f"{until} lies before {since}: --until is the later day")
            return command(*args, since=since, until=until, **others)

        made: Any = click.option("--until", "until", default="", callback=last_day, metavar="DATE",
                                 help=f"Only {what} until this day.")(in_order)  # fmt: skip
        option = click.option("--since", "since", default="", callback=since_day, metavar="DATE",
                              help=f"Only {what} since: 2026-01-31, 2026, 90d.")  # fmt: skip
        return cast("Command", option(made))

    return decorate


def listing(
    columns: Sequence[str], *, also: Sequence[str] = (), default: str = "table"
) -> Callable[[Command], Command]:
    """The options of every listing command; the command gets what they ask for as `out`, an `Output`.

    `columns` are those of the table for people; `also` are formats that the command itself writes beside
    those of rows.
    """
    formats = (*ROW_FORMATS, *also)

    def decorate(command: Command) -> Command:
        @wraps(command)
        def with_output(
            *args: Any, format_: str | None, file: Path | None, limit: int | None, excel: bool, wide: bool,
            **others: Any,
        ) -> Any:  # fmt: skip
            chosen = listing_format(format_, file, "csv" if excel and not file else default, formats)
            return command(*args, out=Output(chosen, tuple(columns), file, limit, excel, wide), **others)

        made: Any = with_output
        for option in reversed(_listing_options(formats, default)):
            made = option(made)
        return made  # type: ignore[no-any-return]

    return decorate


def _listing_options(formats: Sequence[str], default: str) -> list[Callable[[Command], Command]]:
    return [
        click.option("--format", "format_", type=click.Choice([*formats, "jsonl"]), metavar="|".join(formats),
                     help="A table for people, JSON Lines or files for programs "
                          f"(default: {default}, or what the ending of FILE says)."),
        click.option("-o", "--output", "file", type=click.Path(path_type=Path), metavar="FILE",
                     help="A file to write, instead of standard output."),
        click.option("-n", "--limit", type=COUNT, help="At most so many rows."),
        click.option("--excel", is_flag=True,
                     help="CSV that Excel opens right: with a byte-order mark, no formulas."),
        click.option("--wide", is_flag=True, help="A table with nothing cut, however wide the terminal is."),
    ]  # fmt: skip


def calendar(columns: Sequence[str]) -> Callable[[Command], Command]:
    """The options of commands that list days."""
    options: tuple[Callable[[Command], Command], ...] = (
        click.option("--within", default="1y", show_default=True, callback=time_span, metavar="SPAN",
                     help="So far ahead: 90d, 12w, 6m, 2y, 'next month'."),
        click.option("--from", "first", default="", callback=first_day, metavar="DATE",
                     help="From this day on (default: the day of --as-of)."),
        click.option("--to", "last", default="", callback=last_day, metavar="DATE",
                     help="Until this day, instead of --within."),
        AS_OF,
        listing(columns, also=("ics",)),
    )  # fmt: skip

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def window(as_of: str, first: str, last: str, within: Span | Until) -> tuple[str, str]:
    """The first and the last day that a listing of days covers, as ISO dates."""
    start = first or as_of or date.today().isoformat()
    end = last or within.after(date.fromisoformat(start)).isoformat()
    if end < start:
        raise click.UsageError(f"{end} lies before {start}: --to is the later day")
    return start, end
