"""Profiles of an assessment: which resolutions, whose obligations, under which themes.

Those that come with Mandex are TOML files under `profiles/`; one of a user's own has the same form.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any

from mandex.corpus.errors import MandexError
from mandex.corpus.fold import fold
from mandex.corpus.languages import Lang
from mandex.corpus.records import dataclass

OTHER = "other"
"""The theme of what speaks of none."""


# How a thing is done, or to what end of all: *develop the capability to collect passenger name records*.
_WAYS = frozenset({
    "capacity-building", "information-sharing", "cooperation", "regional-cooperation",
    "terrorism-suppression",
})  # fmt: skip
_DATA_OF_PASSENGERS = frozenset({"advance-passenger-information", "passenger-name-record"})


def theme_of(topics: Sequence[str]) -> str:
    """The first topic that says what is asked, not how; passengers' data rather than the airlines', and
    rights where they are not what limits measures against terrorism.
    """
    ways = _WAYS | {"aviation-security"} if _DATA_OF_PASSENGERS & set(topics) else _WAYS
    ways |= {"human-rights"} if "terrorism-suppression" in topics else set()
    return next((topic for topic in topics if topic not in ways), next(iter(topics), OTHER))


@dataclass(frozen=True)
class Theme:
    """One theme, with the words that tell it."""

    id: str
    label_en: str
    label_zh: str = ""
    terms_en: tuple[str, ...] = ()
    terms_zh: tuple[str, ...] = ()

    def label(self, lang: Lang) -> str:
        """The name in a language."""
        return self.label_en if lang == "en" or not self.label_zh else self.label_zh


@dataclass(frozen=True)
class Profile:
    """What an assessment goes through, in the order of its themes; `regimes` where it goes through what lays
    down the measures of sanctions that live, whatever it names.
    """

    name: str
    title_en: str
    title_zh: str = ""
    resolutions: tuple[str, ...] = ()
    of: str = "member-states"
    themes: tuple[Theme, ...] = field(default=())
    regimes: bool = False

    def theme(self, *texts: str) -> str:
        """The id of the theme that the first of the texts to speak of one speaks of most; else `OTHER`.

        Of its words those of several parts count for each; of themes with as many the first is meant.
        """
        for text in texts:
            found = {match[1].casefold() for match in self._words.finditer(fold(text))}
            weights = Counter(theme for word in found for theme in self._themes_of[word] * len(word.split()))
            if weights:
                return self.themes[max(weights, key=lambda i: (weights[i], -i))].id
        return OTHER

    @cached_property
    def _themes_of(self) -> Mapping[str, list[int]]:
        themes: dict[str, list[int]] = defaultdict(list)
        for i, theme in enumerate(self.themes):
            for term in (*theme.terms_en, *theme.terms_zh):
                themes[fold(term)].append(i)
        return themes

    @cached_property
    def _words(self) -> re.Pattern[str]:
        """All words of all themes, the longest at each place; English ones whole, but for their endings."""
        terms = sorted(self._themes_of, key=len, reverse=True)
        english = "|".join(re.escape(term) for term in terms if term.isascii())
        chinese = "|".join(re.escape(term) for term in terms if not term.isascii())
        found = [rf"\b(?:{english})(?=(?:s|es|d|ed|ing)?\b)"] if english else []
        return re.compile("(" + "|".join([*found, chinese] if chinese else found or [r"(?!)"]) + ")")

    def label(self, theme: str, lang: Lang) -> str:
        """A theme's name in a language."""
        found = next((one for one in self.themes if one.id == theme), None)
        return found.label(lang) if found else {"en": "Other"}.get(lang, "其他")


def names() -> list[str]:
    """The profiles that come with Mandex."""
    folder = resources.files("mandex.index.compare").joinpath("profiles")
    return sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml"))


def load(name: str) -> Profile:
    """A profile by its name, or from a file. Raises `MandexError`, saying what is wrong with it."""
    path = Path(name)
    if name in names():
        text = (resources.files("mandex.index.compare") / "profiles" / f"{name}.toml").read_text("utf-8")
    elif path.suffix == ".toml" and path.is_file():
        text = path.read_text("utf-8", errors="replace")
    else:
        raise MandexError(
            f"there is no profile {name!r}: there are {', '.join(names())}, or name a .toml file"
        )
    try:
        return _profile(path.stem, tomllib.loads(text))
    except (tomllib.TOMLDecodeError, TypeError, KeyError) as error:
        raise MandexError(f"{name} is no profile: {error}") from error


def _profile(name: str, data: Mapping[str, Any]) -> Profile:
    themes = tuple(
        Theme(
            str(one["id"]), str(one["label_en"]), str(one.get("label_zh", "")),
            tuple(map(str, one.get("terms_en", ()))), tuple(map(str, one.get("terms_zh", ()))),
        )
        for one in data.get("themes", ())
    )  # fmt: skip
    return Profile(
        name, str(data.get("title_en", name)), str(data.get("title_zh", "")),
        tuple(map(str, data.get("resolutions", ()))), str(data.get("of", "member-states")), themes,
        bool(data.get("regimes", False)),
    )  # fmt: skip
