"""How commands speak: rows, files, one line on standard error."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from mandex.corpus.errors import MandexError

Row = Mapping[str, Any]


def say(message: str) -> None:
    """One line on standard error."""
    click.echo(f"mandex: {message}", err=True)


def emit(rows: Iterable[Row], format_: str, columns: Sequence[str]) -> None:
    """Print rows; exit code 1 where there is none."""
    from mandex.index.output.tables import render

    rows = list(rows)
    width = shutil.get_terminal_size((120, 24)).columns
    click.echo(render(rows, format_, columns, width), nl=False)
    if not rows:
        click.get_current_context().exit(1)


def emit_days(days: Sequence[Any], format_: str, columns: Sequence[str]) -> None:
    """Rows, or a calendar file; exit code 1 where there is none."""
    if format_ != "ics":
        emit([day.row() for day in days], format_, columns)
        return
    from mandex.index.life.calendar import icalendar

    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    click.echo(icalendar(days, stamp=stamp).encode("utf-8"), nl=False)
    if not days:
        click.get_current_context().exit(1)


def deliver(content: bytes, output: Path | None) -> None:
    """Write a file, or standard output where none is named."""
    if output is None:
        sys.stdout.buffer.write(content)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise MandexError(f"cannot write {output}: {error}") from error
