"""Help and wrong usage in the user's language, click's own words too, in lines that the terminal fits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import copy
from typing import Any

import click
from click.core import ParameterSource

from mandex.commands import language, terminal
from mandex.corpus.languages import version_of
from mandex.index.output.cells import cells_wide, wrap

_WORD = re.compile(r"\b[A-Z]{2,}(?: RANGE)?\b")  # OPTIONS, DATE, REF: help texts speak of them by these words
_EXTRA = re.compile(r"  \[(?P<items>[^\[\]]+)\]$")  # `  [default: 1y]`, as click puts it behind a help text
_TAG = re.compile(r"(?:en|zh)(?:[-_][A-Za-z]{2,4}){0,2}", re.IGNORECASE)
_LEAST = 10  # cells of a column
_WIDEST = 100  # cells of a line: longer ones are hard to read
# What a command does, in short: up to the end of the first clause.
_CLAUSE = re.compile(r"[。：；\n]|[:;.](?=\s|$)")


class Context(click.Context):
    """A call whose help fits the terminal, and in which nothing is given that is empty."""

    def make_formatter(self) -> click.HelpFormatter:
        """What lays out the help."""
        return _Formatter(width=terminal.width(_WIDEST))

    def invoke(self, callback: Any, /, *args: Any, **named: Any) -> Any:
        """Run the command; a value that is typed and empty (`--since "$DAY"`) is wrong usage."""
        for parameter in self.command.params:
            if parameter.name and self.get_parameter_source(parameter.name) is ParameterSource.COMMANDLINE:
                _refuse_empty(self, parameter, self.params.get(parameter.name))
        return super().invoke(callback, *args, **named)


def _refuse_empty(ctx: click.Context, parameter: click.Parameter, value: object) -> None:
    given = value if isinstance(value, tuple) else (value,)
    if given and all(isinstance(one, str) and not one.strip() for one in given):
        raise click.BadParameter("it is empty", ctx, parameter)


class Interface(click.Choice[str]):
    """A language of the interface, also by a tag that means it: zh-TW, zh_CN, en-GB."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The language; fails for any other."""
        typed = str(value)
        is_tag = _TAG.fullmatch(typed) and typed not in self.choices
        return super().convert(version_of(typed) if is_tag else typed, param, ctx)


class _Formatter(click.HelpFormatter):
    """Click's own counts characters, of which Chinese ones take two cells, and has a least width."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """How the command is called."""
        head = f"{language.translated('Usage:')} {prog} "
        indent = min(cells_wide(head), self.width // 3)
        first, *rest = _broken(head + _words(args), self.width)
        rest = _broken(" ".join(rest), max(self.width - indent, _LEAST))
        self.write("".join(f"{line}\n" for line in [first, *(" " * indent + line for line in rest)]))

    def write_heading(self, heading: str) -> None:
        """Options, Commands."""
        colon = ":" if language.is_english() else "："
        self.write(f"{'':>{self.current_indent}}{language.translated(heading)}{colon}\n")

    def write_text(self, text: str) -> None:
        """Paragraphs."""
        blank = " " * self.current_indent
        for n, part in enumerate(text.split("\n\n")):
            lines = wrap(" ".join(part.split()), max(self.width - self.current_indent, _LEAST))
            self.write(("\n" if n else "") + "".join(f"{blank}{line}\n" for line in lines))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Terms and what they mean, in two columns."""
        named = [(_words(first), _explained(second)) for first, second in rows]
        column = min(max((cells_wide(first) for first, _ in named), default=0), col_max, self.width // 2)
        indent = self.current_indent
        width = max(self.width - indent - column - col_spacing, _LEAST)
        for first, second in named:
            lines = wrap(second, width) or [""]
            if cells_wide(first) > column:
                self.write("".join(f"{'':>{indent}}{part}\n" for part in _broken(first, self.width - indent)))
                head = " " * (column + col_spacing)
            else:
                head = first + " " * (column - cells_wide(first) + col_spacing)
            self.write(f"{'':>{indent}}{head}{lines[0]}\n")
            for line in lines[1:]:
                self.write(f"{'':>{indent + column + col_spacing}}{line}\n")


def _broken(text: str, width: int) -> list[str]:
    """Lines that also break behind the bars of `table|json|csv`."""
    return [line.replace("| ", "|") for line in wrap(text.replace("|", "| "), width)]


def _words(text: str) -> str:
    return _WORD.sub(lambda m: language.translated(m[0]), text)


def _explained(text: str) -> str:
    """A help text in the user's language, with what click says behind it: `[default: 1y]`."""
    extra = _EXTRA.search(text)
    if not extra:
        return language.translated(text)
    items = "; ".join(language.message(item) for item in extra["items"].split("; "))
    return f"{language.translated(text[: extra.start()])} [{items}]"


def wrong_usage(error: click.UsageError) -> None:
    """Say how a command is used, and what was wrong, on standard error."""
    if error.ctx is not None:
        hint = language.message(f"Try '{error.ctx.command_path} --help' for help.")
        click.echo(f"{error.ctx.get_usage()}\n{hint}\n", err=True)
    said = error.format_message()
    said = _words(said) if said.startswith("Missing") else said  # argument 'REF...'
    parts = said.split(": ", 1) if said.startswith("Invalid value") else [said]  # for what, and why
    colon = ": " if language.is_english() else "："
    click.echo(colon.join([language.translated("Error"), *map(language.message, parts)]), err=True)


def spoken(made: click.Command) -> click.Command:
    """A command with its help in the user's language."""
    copied = copy(made)
    copied.context_class = Context
    copied.help = language.translated(made.help or "")
    copied.short_help = _CLAUSE.split(copied.help)[0]
    copied.params = [_parameter(parameter) for parameter in made.params]
    if isinstance(made, click.Group):
        copied.commands = {name: spoken(one) for name, one in made.commands.items()}  # type: ignore[attr-defined]
    return copied


def _parameter(made: click.Parameter) -> click.Parameter:
    if not isinstance(made, click.Option) or not made.help:
        return made
    copied = copy(made)
    copied.help = language.translated(made.help)
    return copied
