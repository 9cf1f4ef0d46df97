"""The door: finds the command, names the base, turns errors into one line. Commands live in `commands`."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from mandex.corpus.errors import MandexError, NothingFoundError

# Where each command lives: its module in `commands`, imported only when the command is asked for.
COMMANDS = {
    "ingest": "reading",
    "status": "documents",
    "show": "documents",
    "export": "documents",
    "bibliography": "documents",
    "check": "checking",
    "compare": "comparing",
    "search": "searching",
    "lookup": "mandates",
    "lineage": "mandates",
    "expiring": "mandates",
    "reports-due": "mandates",
    "cites": "citations",
    "cited-by": "citations",
    "path": "citations",
    "graph": "network",
    "demo": "demonstration",
}


class _Door(click.Group):
    """Loads a command when it is asked for; turns our errors into one line and an exit code.

    The code is 2, or 1 where what was asked for is not there. A closed pipe is a quiet end.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"mandex.commands.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except MandexError as error:
            click.echo(f"mandex: {error}", err=True)
            ctx.exit(1 if isinstance(error, NothingFoundError) else 2)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


@click.group(cls=_Door, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--kb",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="MANDEX_KB",
    help="The knowledge base (default: $MANDEX_KB, else the user data folder).",
)
@click.option("--color/--no-color", "colour", default=None,
              help="Colour and links (default: on a terminal, unless NO_COLOR is set).")  # fmt: skip
@click.option("--no-pager", is_flag=True, help="Never show long output page by page.")
@click.version_option(package_name="mandex")
@click.pass_context
def main(ctx: click.Context, kb: Path | None, colour: bool | None, no_pager: bool) -> None:
    """Knowledge base of United Nations Security Council resolutions."""
    from mandex.commands import terminal  # noqa: PLC0415 - imports are most of a lookup

    ctx.obj = kb or _default_folder()
    terminal.configure(ctx, colour=colour, pager=not no_pager)


def _default_folder() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415 - only where no base is named

    return user_data_path("mandex")
