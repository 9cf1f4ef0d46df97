"""What is said to people, in their language: gettext catalogues for the command line and the page alike.

Texts of documents are never translated. Messages are composed in English where they arise; here they are
recognised by the catalogue's patterns (`{0} of {1}; -n for more`) and said again in the language `ui`.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from typing import Final, get_args

from mandex.corpus.languages import Lang
from mandex.corpus.scripts import converter

LANGUAGES: Final[tuple[str, ...]] = get_args(Lang)
_FOLDER = Path(__file__).parents[1] / "commands" / "locale"  # beside the commands, whose help is most of it
_PHRASE = re.compile(r"""\{\{ _\((["'])([^"']+)\1\) \}\}""")  # {{ _("Search") }}; not {{ _(one) }}
_PLACEHOLDER = re.compile(r"\\\{\d\\\}")


@cache
def _catalogue(ui: str) -> Mapping[str, str]:
    """The translations of a language by what they translate; empty for English."""
    if ui not in LANGUAGES or ui == "en":
        return {}
    with _FOLDER.joinpath(f"{ui}.mo").open("rb") as file:
        catalog: dict[str, str] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    return {english: said for english, said in catalog.items() if english}


def translated(text: str, ui: str) -> str:
    """A word or a help text in a language; as it is where the catalogue has none."""
    catalogue = _catalogue(ui)
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
    found = [(english, said) for english, said in _catalogue(ui).items() if "{0}" in english]
    return tuple(
        (re.compile(_PLACEHOLDER.sub("(.+?)", re.escape(english)), re.DOTALL), said)
        for english, said in sorted(found, key=lambda pair: -len(pair[0]))
    )


def message(text: str, ui: str) -> str:
    """A message in a language; in English where the catalogue does not know it."""
    return text if ui == "en" else _said(text, ui) or text


def _said(text: str, ui: str, *, whole: bool = False) -> str | None:
    """A message in a language, or None; with `whole` no part of it may be sentences that are not known."""
    if text in (catalogue := _catalogue(ui)):
        return catalogue[text]
    for pattern, said in _patterns(ui):
        if match := pattern.fullmatch(text):
            # A part that is a sentence may be a message itself: how to write a date.
            parts = [(part, _said(part, ui, whole=whole) if " " in part else None) for part in match.groups()]
            if not (whole and any(not told and "; " in part for part, told in parts)):
                return said.format(*(told or part for part, told in parts))
    return None


@lru_cache(4096)
def _sentences(text: str, ui: str) -> str:
    """Messages that stand one after the other, parted by semicolons, which some also have within."""
    parts, out = text.split("; "), []
    while parts:
        for many in range(len(parts), 0, -1):
            one = "; ".join(parts[:many])
            if (told := _said(one, ui, whole=many > 1)) or many == 1:
                out.append(told or one)
                parts = parts[many:]
                break
    return "；".join(out)


def value(column: str, cell: str, ui: str) -> str:
    """A value of a closed vocabulary in a language: a status, an actor; other cells as they are."""
    if ui == "en":
        return cell
    if column in _REASONS:
        return _sentences(cell, ui)
    if column in _TITLES:
        return _titled(cell, ui)
    if column == "where":
        return _numbered(cell, ui)
    if column not in _VOCABULARY:
        return cell
    return "、".join(name(one, ui) for one in cell.split("; "))


_TITLES: Final = frozenset(["name", "subject"])  # Iraq; Panel of experts (Libya)
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
        "what",
    ]
)


def _numbered(place: str, ui: str) -> str:
    """Where a doubt is: *page 2*, *line 14*; pinpoints and names as they are."""
    kind, _, number = place.rpartition(" ")
    return f"{translated(kind, ui)} {number}" if kind and number.isdigit() else translated(place, ui)


@lru_cache(4096)
def _titled(title: str, ui: str) -> str:
    """What a regime, a mission or a mandate is called: its parts that have a name, the others as they are."""
    called, _, about = title.removesuffix(")").rpartition(" (")
    if not called or not title.endswith(")") or title.casefold() in _labels():
        return _label(title, ui)
    return f"{_label(called, ui)}（{_label(about, ui)}）"


def _label(english: str, ui: str) -> str:
    """A name, or several (*Asset freeze, travel ban and oil*), all of them known; else as it is."""
    if whole := _known(english, ui):
        return whole
    parts = [_known(part, ui) for part in _LISTED.split(english)]
    if not all(parts):
        return english
    return "、".join(parts[:-1]) + "和" + parts[-1] if " and " in english else "、".join(parts)


_LISTED: Final = re.compile(r", | and ")


def _known(english: str, ui: str) -> str:
    """What the catalogue calls it, or the tables, by its name or by its identity (`1540-committee`)."""
    catalogue = _catalogue(ui)
    for written in (english, english.casefold(), english.capitalize()):
        if said := catalogue.get(written):
            return said
    if chinese := _labels().get(english.casefold()):
        return converter("tw")(chinese) if ui == "zh-Hant" else chinese
    return said if (said := name(english, ui)) != english else ""


@cache
def _labels() -> Mapping[str, str]:
    """The Chinese names of countries, topics and bodies by the English ones."""
    from mandex.corpus import lexicon  # noqa: PLC0415 - as for `name`

    tables = (lexicon.bodies(), lexicon.topics(), lexicon.countries())
    return {one.label_en.casefold(): one.label_zh for table in tables for one in table.values()}


def name(id_: str, ui: str) -> str:
    """What people call an actor, a topic, a country or a status: `member-states` is 会员国."""
    known = _catalogue(ui).get(id_)
    if known or not id_.isascii():
        return known or id_
    from mandex.corpus import lexicon  # noqa: PLC0415 - most of what is said names nobody

    tables = (lexicon.actors(), lexicon.topics(), lexicon.countries())
    named = next((table[id_] for table in tables if id_ in table), None)
    if named is None:
        return id_
    if ui == "en":
        return named.label_en
    return converter("tw")(named.label_zh) if ui == "zh-Hant" else named.label_zh
