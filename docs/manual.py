"""A man page of the command line from the commands' own help: `python -m docs.manual FILE` (`make docs`)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from mandex import __version__
from mandex.cli import COMMANDS, main

_TAIL = """.SH EXIT STATUS
0 found or done; 1 nothing found, or
.B check
found faults; 2 wrong usage, or some file could not be read.
.SH ENVIRONMENT
.TP
.B MANDEX_KB
The folder of the knowledge base.
.TP
.B MANDEX_UI
The language of the interface: en, zh-Hans or zh-Hant; else that of the locale.
.TP
.B NO_COLOR
No colour.
"""


def page() -> str:
    """The whole page in man(7) macros."""
    lines = [
        f'.TH MANDEX 1 "" "mandex {__version__}" "User commands"', ".SH NAME",
        f"mandex \\- {_text(main.help or '').rstrip('.')}", ".SH SYNOPSIS", ".B mandex",
        "[options] command [arguments]", ".SH OPTIONS", *_options(main), ".SH COMMANDS",
    ]  # fmt: skip
    for name in sorted(COMMANDS):
        command = main.get_command(click.Context(main), name)
        assert command is not None
        lines += _command(f"mandex {name}", command)
    return "\n".join(lines) + f"\n{_TAIL}"


def _command(name: str, command: click.Command) -> Iterator[str]:
    context = click.Context(command, info_name=name)
    yield f".SS {_text(' '.join([name, *command.collect_usage_pieces(context)]))}"
    for n, part in enumerate((command.help or "").split("\n\n")):
        yield from (".PP",) if n else ()
        yield _text(" ".join(part.split()))
    yield from _options(command)
    if isinstance(command, click.Group):
        for sub in command.list_commands(context):
            yield from _command(f"{name} {sub}", command.commands[sub])


def _options(command: click.Command) -> Iterator[str]:
    context = click.Context(command)
    for parameter in command.params:
        if isinstance(parameter, click.Option) and (record := parameter.get_help_record(context)):
            yield ".TP"
            yield f".B {_text(record[0])}"
            yield _text(" ".join(record[1].split()))


def _text(text: str) -> str:
    """Text as roff reads it: hyphens that can be copied, no line that begins like a macro."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
