"""The terminal as it is: how wide, whether it shows colour and links, whether long output wants a pager."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

import click

from mandex.commands import language
from mandex.corpus.addresses import address

_COLOUR, _PAGER = "mandex.colour", "mandex.pager"
# Terminals that open a link on a click (OSC 8) name themselves in one of these.
_LINKING_PROGRAMS = {"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio", "mintty"}
_LINKING_MARKS = ("WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "DOMTERM", "ALACRITTY_WINDOW_ID")
_SYMBOLS = {"doc", "symbol", "citing", "cited", "target", "by", "imposed_by", "founded_by", "latest"}


def configure(ctx: click.Context, *, colour: bool | None, pager: bool) -> None:
    """Remember what the user said about colour and the pager; None where nothing."""
    ctx.meta[_COLOUR], ctx.meta[_PAGER] = colour, pager
    ctx.color = colour


def _asked(name: str, default: bool | None) -> bool | None:
    ctx = click.get_current_context(silent=True)
    found: bool | None = ctx.meta.get(name, default) if ctx else default
    return found


def is_terminal() -> bool:
    """Whether a person sees standard output as it comes."""
    try:
        return sys.stdout.isatty()
    except ValueError:  # closed
        return False


def colourful() -> bool:
    """Whether to colour: as the user said, else on a terminal, unless dumb or under NO_COLOR."""
    asked = _asked(_COLOUR, None)
    if asked is not None:
        return asked
    return is_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def linking(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether standard output is a terminal that makes links of OSC 8."""
    if not is_terminal() or not colourful():
        return False
    vte = environment.get("VTE_VERSION", "")
    return (
        environment.get("TERM_PROGRAM", "") in _LINKING_PROGRAMS
        or any(mark in environment for mark in _LINKING_MARKS)
        or (vte.isdigit() and int(vte) >= 5000)
    )


def can_browse(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a browser can be opened: elsewhere than on macOS and Windows only where there is a screen, or
    one is named. Without, what opens it fills the terminal with its complaints.
    """
    if sys.platform in ("darwin", "win32"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))


def width(most: int | None = None) -> int:
    """Columns of the terminal, or of $COLUMNS; 120 where there is neither. At most `most`."""
    columns = max(_size()[0], 20)
    return min(columns, most) if most else columns


def _size() -> tuple[int, int]:
    """Columns and lines."""
    if not (is_terminal() or {"COLUMNS", "LINES"} & os.environ.keys()):
        return 120, 24
    from shutil import get_terminal_size  # brings compression along: 2 ms of a lookup

    return get_terminal_size((120, 24))


def dress(column: str, row: Mapping[str, object], cell: str) -> str:
    """A cell of a table, a symbol in it a link to the official document where the terminal makes links."""
    if column not in _SYMBOLS or not linking():
        return cell
    symbol = str(row.get(column) or "").split(" OP")[0].split(" PP")[0]
    return link(cell, address(symbol, str(row.get("lang") or "")))


def link(text: str, target: str) -> str:
    """The text as a link for the terminal; blanks at its end stay outside."""
    bare = text.rstrip()
    return f"\x1b]8;;{target}\x1b\\{bare}\x1b]8;;\x1b\\{text[len(bare) :]}" if target and bare else text


def show(text: str) -> None:
    """Print for people: through a pager where it is longer than the terminal, unless `--no-pager`."""
    text = language.in_script(text)
    if note := language.script_note():
        click.echo(f"mandex: {language.message(note)}", err=True)
    seen = is_terminal() and sys.stdin.isatty()
    if seen and _asked(_PAGER, True) and text.count("\n") >= _size()[1]:
        os.environ.setdefault("LESS", "-FRX")  # quit if it fits, colours, the text stays
        click.echo_via_pager(text, color=colourful())
    else:
        click.echo(text, nl=False, color=colourful())
