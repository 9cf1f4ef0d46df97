"""What is said to people, in their language: gettext catalogues for the command line and the page alike.

Texts of documents are never translated. Messages are composed in English where they arise; here they are
recognised by the catalogue's patterns (`{0} of {1}; -n for more`) and said again in the language `ui`.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Final, get_args

from mandex.corpus.languages import Lang

LANGUAGES: Final[tuple[str, ...]] = get_args(Lang)
_FOLDER = Path(__file__).parents[1] / "commands" / "locale"  # beside the commands, whose help is most of it
_PHRASE = re.compile(r"""\{\{ _\((["'])([^"']+)\1\) \}\}""")  # {{ _("Search") }}; not {{ _(one) }}
Named = Callable[[str, str], "str | None"]
_PLACEHOLDER = re.compile(r"\\\{\d\\\}")


@cache
def words(ui: str) -> Mapping[str, str]:
    """The translations of a language by what they translate; empty for English."""
    if ui not in LANGUAGES or ui == "en":
        return {}
    with _FOLDER.joinpath(f"{ui}.mo").open("rb") as file:
        catalog: dict[str, str] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    return {english: said for english, said in catalog.items() if english}


def translated(text: str, ui: str) -> str:
    """A word or a help text in a language; as it is where the catalogue has none."""
    catalogue = words(ui)
    return catalogue.get(unfolded(text), text) if catalogue else text


def filled_in(template: str, ui: str) -> str:
    """A template of HTML with what it says in any case, `{{ _("Search") }}`, put into it in a language."""
    return _PHRASE.sub(lambda said: escape(translated(said[2], ui)), template)


def unfolded(text: str) -> str:
    """A help text as the catalogue has it: paragraphs on one line each."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))


@cache
def _patterns(ui: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The messages with placeholders, the longest first, as patterns of the English."""
    found = [(english, said) for english, said in words(ui).items() if "{0}" in english]
    return tuple(
        (re.compile(_PLACEHOLDER.sub("(.+?)", re.escape(english)), re.DOTALL), said)
        for english, said in sorted(found, key=lambda pair: -len(pair[0]))
    )


def message(text: str, ui: str) -> str:
    """A message in a language; in English where the catalogue does not know it."""
    return text if ui == "en" else said(text, ui) or text


def said(text: str, ui: str, *, whole: bool = False, named: Named | None = None) -> str | None:
    """A message in a language, or None; with `whole` no part of it may be sentences that are not known.

    `named` gives the name of what a message speaks of, or None.
    """
    if text in (catalogue := words(ui)):
        return catalogue[text]
    for pattern, told in _patterns(ui):
        if match := pattern.fullmatch(text):
            parts = [(part, _part(part, ui, whole, named)) for part in match.groups()]
            if not (whole and any(not one and "; " in part for part, one in parts)):
                return told.format(*(one or part for part, one in parts))
    return None


def _part(part: str, ui: str, whole: bool, named: Named | None) -> str | None:
    """What stands at a placeholder: a sentence may be a message itself (how to write a date), or a name."""
    sentence = said(part, ui, whole=whole, named=named) if " " in part else None
    return sentence or (named(part, ui) if named else None)
