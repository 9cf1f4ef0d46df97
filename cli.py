"""The door: parse arguments, call one function, print its result. The only file that imports click."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from mandex.corpus.errors import MandexError
from mandex.corpus.store import Store

Command = TypeVar("Command", bound=Callable[..., Any])
Row = Mapping[str, Any]


class _Door(click.Group):
    """Turns our errors into one line and exit code 2, and a closed pipe into a quiet end."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except MandexError as error:
            click.echo(f"mandex: {error}", err=True)
            ctx.exit(2)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


@click.group(cls=_Door, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--kb", type=click.Path(path_type=Path, file_okay=False), envvar="MANDEX_KB",
              help="The knowledge base (default: $MANDEX_KB, else the user data folder).")  # fmt: skip
@click.version_option(package_name="mandex")
@click.pass_context
def main(ctx: click.Context, kb: Path | None) -> None:
    """Knowledge base of United Nations Security Council resolutions."""
    ctx.obj = kb or _default_folder()


def _default_folder() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415

    return user_data_path("mandex")


def _open(ctx: click.Context, *, create: bool = False) -> Store:
    return ctx.with_resource(Store.open(ctx.obj, create=create))


def listing(columns: Sequence[str]) -> Callable[[Command], Command]:
    """The options of every listing command: `--format` and `-n`; `columns` are those of the table."""

    def decorate(command: Command) -> Command:
        command = click.option("-n", "--limit", type=click.IntRange(min=1), default=None,
                               help="At most so many rows.")(command)  # fmt: skip
        return click.option("--format", "format_", type=click.Choice(["table", "json", "csv"]),
                            default="table", show_default=True,
                            help="A table for people, JSON Lines or CSV for programs.")(command)  # fmt: skip

    return decorate


def emit(rows: Iterable[Row], format_: str, columns: Sequence[str]) -> None:
    """Print rows; exit code 1 where there is none."""
    rows = list(rows)
    if format_ == "json":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
    elif format_ == "csv":
        click.echo(_csv(rows), nl=False)
    else:
        for row in rows:
            click.echo("  ".join(str(row.get(column, "")) for column in columns))
    if not rows:
        click.get_current_context().exit(1)


def _csv(rows: Sequence[Row]) -> str:
    out = io.StringIO()
    if rows:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(
            {
                name: json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
                for name, value in row.items()
            }
            for row in rows
        )
    return out.getvalue()
