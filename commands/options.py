"""Options that several commands share, and the values that they take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

import click

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


def listing(columns: Sequence[str]) -> Callable[[Command], Command]:
    """The options of every listing command: `--format` and `-n`; `columns` are those of the table."""

    def decorate(command: Command) -> Command:
        command = click.option("-n", "--limit", type=click.IntRange(min=1), default=None,
                               help="At most so many rows.")(command)  # fmt: skip
        return click.option("--format", "format_", type=click.Choice(["table", "json", "csv"]),
                            default="table", show_default=True,
                            help="A table for people, JSON Lines or CSV for programs.")(command)  # fmt: skip

    return decorate


def calendar() -> Callable[[Command], Command]:
    """The options of commands that list days."""
    options: tuple[Callable[[Command], Command], ...] = (
        click.option("--within", default="365d", show_default=True, callback=span, metavar="SPAN",
                     help="So far ahead: 90d, 12w, 6m, 2y."),
        click.option("--from", "first", default="", callback=iso_date, metavar="DATE",
                     help="From this day on (default: the day of --as-of)."),
        click.option("--to", "last", default="", callback=iso_date, metavar="DATE",
                     help="Until this day, instead of --within."),
        AS_OF,
        click.option("--format", "format_", type=click.Choice(["table", "json", "csv", "ics"]),
                     default="table", show_default=True, help="A table, rows, or a calendar file."),
        click.option("-n", "--limit", type=click.IntRange(min=1), help="At most so many rows."),
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
