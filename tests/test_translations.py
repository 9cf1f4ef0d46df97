"""The Chinese interface has every word that it shows, and its catalogues are current."""

from __future__ import annotations

import click
import pytest
from places import ROOT

from docs import catalogues
from mandex.cli import COMMANDS, main
from mandex.commands.language import translated, unfolded


def _helps() -> dict[str, str]:
    """Every help text, by the command that shows it."""
    context = click.Context(main)
    commands = {"mandex": main, **{name: main.get_command(context, name) for name in COMMANDS}}
    found: dict[str, str] = {}
    for name, command in commands.items():
        parts = (
            list(command.commands.items()) if isinstance(command, click.Group) and name != "mandex" else []
        )
        for called, one in [(name, command), *((f"{name} {sub}", part) for sub, part in parts)]:
            for text in [one.help, *(getattr(parameter, "help", "") for parameter in one.params)]:
                found.setdefault(unfolded(text or ""), called)
    return {text: name for text, name in found.items() if text}


@pytest.mark.parametrize("ui", ["zh-Hans", "zh-Hant"])
def test_no_help_is_missing(ui: str) -> None:
    missing = [f"{name}: {text}" for text, name in _helps().items() if translated(text, ui) == text]
    assert not missing, "add these to commands/locale/zh-Hans.po and run `make docs`:\n" + "\n".join(missing)


def test_catalogues_are_current() -> None:
    for name, content in catalogues.contents().items():
        assert (ROOT / "commands" / "locale" / name).read_bytes() == content, f"{name}: run `make docs`"


def test_placeholders_are_those_of_the_original() -> None:
    for message in catalogues.simplified():
        for n in range(5):
            assert (f"{{{n}}}" in message.id) == (f"{{{n}}}" in message.string), message.id
