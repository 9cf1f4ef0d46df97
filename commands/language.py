"""The language in which this call speaks, and the script in which Chinese is shown."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

from mandex.corpus import catalogue, columns
from mandex.corpus.catalogue import LANGUAGES
from mandex.corpus.languages import version_of
from mandex.corpus.scripts import converter

# What this call asked for; an error is told when its context is gone already.
_asked: dict[str, str] = {"ui": "en", "script": ""}


def speak(ui: str | None) -> None:
    """Take up the language of the interface: the one named, else that of the system."""
    _asked["ui"] = ui or of_system(os.environ)


def interface() -> str:
    """The language of the interface."""
    return _asked["ui"]


def readers_own(held: Sequence[str]) -> str:
    """Of the languages in which a text is held the reader's own; empty where it is not, or is English."""
    return "" if is_english() else next((one for one in held if one.startswith("zh")), "")


def is_english() -> bool:
    """Whether the interface speaks English."""
    return _asked["ui"] == "en"


def show_in(script: str | None) -> None:
    """Take up the script in which Chinese is shown; None for the printed form."""
    _asked["script"] = script or ""


def of_system(environment: Mapping[str, str]) -> str:
    """The language that the environment names: `MANDEX_UI`, else that of the locale, else English."""
    if environment.get("MANDEX_UI") in LANGUAGES:
        return environment["MANDEX_UI"]
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return version_of(next(filter(None, names), ""))


def translated(text: str) -> str:
    """A word or a help text in the user's language."""
    return catalogue.translated(text, _asked["ui"])


def message(text: str) -> str:
    """A message in the user's language; in English where the catalogue does not know it."""
    return catalogue.message(text, _asked["ui"])


def value(column: str, cell: str) -> str:
    """A value of a closed vocabulary in the user's language: a status, an actor; other cells as they are."""
    return columns.value(column, cell, _asked["ui"])


def in_script(text: str) -> str:
    """What is shown to people with its Chinese in the script asked for; as printed where none was."""
    return converter(_asked["script"])(text)


def shown(value: Any) -> Any:
    """The same with all text in it as `in_script` gives it."""
    if isinstance(value, str):
        return in_script(value)
    if isinstance(value, Mapping):
        return {name: shown(one) for name, one in value.items()}
    return [shown(one) for one in value] if isinstance(value, (list, tuple)) else value


def written() -> str:
    """The language as it is written in the script asked for; empty where none was."""
    return {"": "", "hans": "zh-Hans"}.get(_asked["script"], "zh-Hant")


def script_note() -> str:
    """What has to be said where a text is shown converted; empty where it is shown as printed."""
    script = _asked["script"]
    return f"Chinese is shown converted ({script}); without --script it is as printed" if script else ""
