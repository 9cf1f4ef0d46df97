"""The language of the interface from gettext catalogues, and the script in which Chinese is shown.

Texts of documents are never translated. Messages are composed in English where they arise; here they are
recognised by the catalogue's patterns (`{0} of {1}; -n for more`) and said again in the user's language.
"""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final

from mandex.corpus.languages import version_of
from mandex.corpus.scripts import converter

LANGUAGES: Final = ("en", "zh-Hans", "zh-Hant")
# What this call asked for; an error is told when its context is gone already.
_asked: dict[str, str] = {"ui": "en", "script": ""}
_PLACEHOLDER = re.compile(r"\\\{\d\\\}")


def speak(ui: str | None) -> None:
    """Take up the language of the interface: the one named, else that of the system."""
    _asked["ui"] = ui or of_system(os.environ)


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


@cache
def _catalogue(ui: str) -> Mapping[str, str]:
    """The translations of a language by what they translate; empty for English."""
    if ui not in LANGUAGES or ui == "en":
        return {}
    with resources.files("mandex.commands").joinpath(f"locale/{ui}.mo").open("rb") as file:
        catalog: dict[str, str] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    return {english: said for english, said in catalog.items() if english}


def translated(text: str, ui: str | None = None) -> str:
    """A word or a help text in the user's language; as it is where the catalogue has none."""
    catalogue = _catalogue(ui or _asked["ui"])
    return catalogue.get(unfolded(text), text) if catalogue else text


def unfolded(text: str) -> str:
    """A help text as the catalogue has it: paragraphs on one line each."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))


@cache
def _patterns(ui: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The messages with placeholders, the longest first, as patterns of the English."""
    found = [(english, said) for english, said in _catalogue(ui).items() if "{0}" in english]
    return tuple(
        (re.compile(_PLACEHOLDER.sub("(.+?)", re.escape(english)), re.DOTALL), said)
        for english, said in sorted(found, key=lambda pair: -len(pair[0]))
    )


def message(text: str) -> str:
    """A message in the user's language; in English where the catalogue does not know it."""
    ui = _asked["ui"]
    if ui == "en":
        return text
    if text in (catalogue := _catalogue(ui)):
        return catalogue[text]
    for pattern, said in _patterns(ui):
        if match := pattern.fullmatch(text):
            # A part that is a sentence may be a message itself: how to write a date.
            return said.format(*(message(part) if " " in part else part for part in match.groups()))
    return text


def value(column: str, cell: str) -> str:
    """A value of a closed vocabulary in the user's language: a status, an actor; other cells as they are."""
    ui = _asked["ui"]
    if ui == "en":
        return cell
    if column in _REASONS:
        return "；".join(message(one) for one in cell.split("; "))
    if column not in _VOCABULARY:
        return cell
    return "、".join(_name(one, ui) for one in cell.split("; "))


_REASONS: Final = frozenset(["reason", "why"])  # sentences, one after the other
_VOCABULARY: Final = frozenset(
    [
        "status",
        "force",
        "actors",
        "topics",
        "topic",
        "kind",
        "type",
        "relation",
        "lang",
        "measure",
        "addressee",
        "theme",
        "severity",
    ]
)


def _name(id_: str, ui: str) -> str:
    known = _catalogue(ui).get(id_)
    if known or not id_.isascii():
        return known or id_
    from mandex.corpus import lexicon

    named = lexicon.actors().get(id_) or lexicon.topics().get(id_)
    if named is None:
        return id_
    return converter("tw")(named.label_zh) if ui == "zh-Hant" else named.label_zh


def in_script(text: str) -> str:
    """What is shown to people with its Chinese in the script asked for; as printed where none was."""
    return converter(_asked["script"])(text)


def script_note() -> str:
    """What has to be said where a text is shown converted; empty where it is shown as printed."""
    script = _asked["script"]
    return f"Chinese is shown converted ({script}); without --script it is as printed" if script else ""
