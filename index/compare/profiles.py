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
from mandex.corpus.fold import fold, is_chinese
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


# What is asked where an obligation opens with it, whatever is exchanged or the capacity is for: *intensify
# and accelerate the timely exchange of … information* (2396 (2017) OP5), *help build the capacity* (OP25);
# left: *develop a system by sharing it*, *ensure that institutions share it*, *prevent technical assistance*,
# *support reconstruction and capacity-building*.
_AGAINST = r"not|prevent\w*|prohibit\w*|bann?\w*|suspend\w*|deny\w*|refrain\w*|ceas\w+"
_FIRST = (
    r"^\W*(?:(?:help|assist|continue|seek)\sto\s)?"
    rf"(?:(?!(?:by|for|in|of|on|that|through|to|with|{_AGAINST})\b)[\w-]+\s){{0,6}}?"
)
# Folded, with commas of half width; *在发现…旅行时，迅速同其他会员国…分享信息* (2734 (2024) OP43).
_ZH_FIRST = (
    r"^(?![^,;]{0,60}?(?:防止|阻止|禁止|不得))"
    r"(?:(?:在|依照|根据|按照|通过|包括)[^,;]{0,120},){0,2}[^,;]{0,60}?"
)
_ASKED = {
    "information-sharing": re.compile(
        rf"{_FIRST}(?:(?:exchang(?:e|ing)|shar(?:e|ing))\b[^;:]{{0,120}}?"
        r"\b(?:information|intelligence|practices|lessons|experiences?)\b|information[\s-](?:sharing|exchange)\b)"
        rf"|{_ZH_FIRST}(?:(?:信息|情报)(?:交流|共享|分享|交换)|(?:交流|共享|分享|交换)[^,;]{{0,60}}(?:信息|情报|做法|经验))",
        re.IGNORECASE,
    ),
    "capacity-building": re.compile(
        r"(?!(?:[\w-]+\s){1,4}?and\s(?:technical|capacity))"
        rf"{_FIRST}(?:build(?:ing)?\s(?:[\w-]+\s){{0,3}}?capacit(?:y|ies)|capacity[\s-](?:building|development)"
        rf"|technical\sassistance)\b|{_ZH_FIRST}(?:能力建设|技术援助|建设[^,;]{{0,20}}能力)",
        re.IGNORECASE,
    ),
}
# What has a theme of its own, though it is shared: data of systems, and what a panel is told.
_OWN = _DATA_OF_PASSENGERS | {"watch-lists", "panel-of-experts"}


def theme_of(topics: Sequence[str], obligation: str = "") -> str:
    """The exchange of information or the building of capacity where an `obligation` asks just for that; else
    the first topic that says what is asked, not how; passengers' data rather than the airlines', and rights
    where they are not what limits measures against terrorism.
    """
    if not _OWN & set(topics):
        said = fold(obligation) if is_chinese(obligation) else obligation
        if theme := next((theme for theme, asked in _ASKED.items() if asked.match(said)), ""):
            return theme
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
