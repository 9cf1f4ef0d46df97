"""Options that several commands share, and the values that they take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from mandex.commands.printing import ROW_FORMATS, Output, listing_format

Command = TypeVar("Command", bound=Callable[..., Any])


DEPTH = click.option("--depth", type=click.IntRange(min=1), default=1, show_default=True,
                      help="How many steps to walk.")  # fmt: skip


def iso_date(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    """A day as users write it in options: an ISO date or nothing."""
    try:
        return date.fromisoformat(value).isoformat() if value else ""
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no date such as 2026-11-22") from error


def span(ctx: click.Context, parameter: click.Parameter, value: str) -> int:
    """A span of time in days."""
    unit = {"d": 1, "w": 7, "m": 30, "y": 365}.get(value[-1:], 0)
    if not unit or not value[:-1].isdigit():
        raise click.BadParameter(f"{value!r} is no span such as 90d, 12w, 6m or 2y")
    return unit * int(value[:-1])


AS_OF = click.option("--as-of", default="", metavar="DATE", callback=iso_date,
                      help="As things stand on this day, 2026-11-22 (default: today).")  # fmt: skip


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
        click.option("-o", "--output", "file", type=click.Path(path_type=Path, dir_okay=False),
                     metavar="FILE", help="A file to write, instead of standard output."),
        click.option("-n", "--limit", type=click.IntRange(min=1), help="At most so many rows."),
        click.option("--excel", is_flag=True,
                     help="CSV that Excel opens right: with a byte-order mark, no formulas."),
        click.option("--wide", is_flag=True, help="A table with nothing cut, however wide the terminal is."),
    ]  # fmt: skip


def calendar(columns: Sequence[str]) -> Callable[[Command], Command]:
    """The options of commands that list days."""
    options: tuple[Callable[[Command], Command], ...] = (
        click.option("--within", default="365d", show_default=True, callback=span, metavar="SPAN",
                     help="So far ahead: 90d, 12w, 6m, 2y."),
        click.option("--from", "first", default="", callback=iso_date, metavar="DATE",
                     help="From this day on (default: the day of --as-of)."),
        click.option("--to", "last", default="", callback=iso_date, metavar="DATE",
                     help="Until this day, instead of --within."),
        AS_OF,
        listing(columns, also=("ics",)),
    )  # fmt: skip

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def window(as_of: str, first: str, last: str, within: int) -> tuple[str, str]:
    """The first and the last day that a listing of days covers, as ISO dates."""
    start = first or as_of or date.today().isoformat()
    return start, last or (date.fromisoformat(start) + timedelta(days=within)).isoformat()
