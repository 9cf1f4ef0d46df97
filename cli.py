"""The door: finds the command, names the base, turns errors into one line. Commands live in `commands`."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import click

from mandex.commands import helping, language
from mandex.corpus import compiled, garbage
from mandex.corpus.errors import NothingFoundError

# Where each command lives: its module in `commands`, imported only when the command is asked for.
COMMANDS = {
    "ingest": "reading",
    "update": "reading",
    "remove": "reading",
    "open": "documents",
    "status": "documents",
    "show": "documents",
    "export": "documents",
    "bibliography": "documents",
    "check": "checking",
    "compare": "comparing",
    "requirements": "assessing",
    "assess": "assessing",
    "recommendations": "assessing",
    "search": "searching",
    "lookup": "mandates",
    "lineage": "mandates",
    "expiring": "mandates",
    "reports-due": "mandates",
    "regimes": "lives",
    "missions": "lives",
    "changes": "lives",
    "cites": "citations",
    "cited-by": "citations",
    "path": "citations",
    "graph": "network",
    "doctor": "upkeep",
    "backup": "upkeep",
    "restore": "upkeep",
    "serve": "serving",
    "mcp": "serving",
    "instruments": "instruments",
    "demo": "demonstration",
}


class _ClosedPipeError(Exception):
    """Nobody reads what is printed any more."""


class _Door(click.Group):
    """Loads a command when it is asked for; turns whatever happens into one line and an exit code.

    0 found or done, 1 nothing found, 2 anything else, 130 for Ctrl-C. A closed pipe is a quiet end.
    """

    context_class = helping.Context
    debug = False

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"mandex.commands.{COMMANDS[cmd_name]}")
        name = cmd_name.replace("-", "_")
        # `open` is a word of Python's own: its function has a line behind it.
        command: click.Command = getattr(module, name, None) or getattr(module, f"{name}_")
        return helping.spoken(command)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches  # noqa: PLC0415 - only of a word that is no command

            if near := get_close_matches(args[0], COMMANDS, 1):
                ctx.fail(f"No such command {args[0]!r}. Did you mean {near[0]!r}?")
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        click.Group.format_help(cast("click.Group", helping.spoken(self)), ctx, formatter)

    def main(self, *args: Any, **extra: Any) -> Any:
        run: Callable[..., Any] = super().main
        if not extra.pop("standalone_mode", True):
            return run(*args, **extra, standalone_mode=False)
        self.debug = False
        _stand_in_for_closed()
        language.speak(None)  # of the system, until `--ui` is read: `--help` may come before it
        try:
            with garbage.seldom():
                code = run(*args, **extra, standalone_mode=False)
            sys.stdout.flush()
        except Exception as error:
            code = self._code(error)
        compiled.keep()
        sys.exit(code if isinstance(code, int) else 0)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except OSError as error:
            if _is_closed_pipe(error):  # of which click would make exit code 1: nothing found
                raise _ClosedPipeError from error
            raise

    def _code(self, error: Exception) -> int:
        """The exit code of an error, which is told on one line; with `--debug` where it came from."""
        if isinstance(error, _ClosedPipeError) or _is_closed_pipe(error):
            _let_go_of_output()
            return 0
        if self.debug:
            import traceback  # noqa: PLC0415 - imports are most of a lookup

            traceback.print_exception(error)
        if isinstance(error, click.Abort):
            return 130
        if isinstance(error, click.UsageError):
            with contextlib.suppress(BrokenPipeError):  # of who read enough of it
                helping.wrong_usage(error)
            return 2
        from mandex.commands.printing import say  # noqa: PLC0415
        from mandex.corpus.failures import one_line  # noqa: PLC0415

        say(error.format_message() if isinstance(error, click.ClickException) else one_line(error))
        if isinstance(error, OSError):  # of standard output, perhaps, which Python would try again
            _let_go_of_output()
        return 1 if isinstance(error, NothingFoundError) else 2


def _is_closed_pipe(error: BaseException) -> bool:
    # Windows says EINVAL of a pipe that is closed.
    return isinstance(error, BrokenPipeError) or (
        os.name == "nt" and isinstance(error, OSError) and error.errno == errno.EINVAL and not error.filename
    )


def _stand_in_for_closed() -> None:
    """Something for each standard stream that the caller closed: the first file opened would take its place,
    and be written to."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - to the end


def _let_go_of_output() -> None:
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _set_debug(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and isinstance(ctx.command, _Door):
        ctx.command.debug = True


@click.group(cls=_Door, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--kb",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="MANDEX_KB",
    help="The knowledge base: a folder, or opensearch://HOST:PORT/NAME (default: $MANDEX_KB, else the user"
    " data folder).",
)
@click.option("--color/--no-color", "colour", default=None,
              help="Colour and links (default: on a terminal, unless NO_COLOR is set).")  # fmt: skip
@click.option(
    "--ui", type=helping.Interface(["en", "zh-Hans", "zh-Hant"]), is_eager=True, expose_value=False,
    callback=lambda ctx, parameter, value: language.speak(value),
    help="The language of the interface (default: that of the system).",
)  # fmt: skip
@click.option(
    "--script", type=click.Choice(["hans", "hant", "hk", "tw"]),
    help="How Chinese is shown: simplified, traditional, of Hong Kong or of Taiwan (default: as printed).",
)  # fmt: skip
@click.option("--no-pager", is_flag=True, help="Never show long output page by page.")
@click.option("--debug", is_flag=True, is_eager=True, expose_value=False, callback=_set_debug,
              help="Show where an error came from.")  # fmt: skip
@click.version_option(package_name="mandex")
@click.pass_context
def main(
    ctx: click.Context, kb: Path | None, colour: bool | None, script: str | None, no_pager: bool
) -> None:
    """Knowledge base of United Nations Security Council resolutions."""
    from mandex.commands import terminal  # noqa: PLC0415 - imports are most of a lookup

    ctx.obj = kb or _default_folder()
    language.show_in(script)
    terminal.configure(ctx, colour=colour, pager=not no_pager)


def _default_folder() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415 - only where no base is named

    return user_data_path("mandex")
