"""The languages that Mandex reads, and the one way to choose what differs between them.

A `Lang` is a version as documents are held: a language in a script. A `Tongue` is the language itself,
whatever its script: grammar, verbs and dates differ by tongue. To add a language, add it to both types: the
type checker then names every `by_tongue` that lacks it.
"""

from __future__ import annotations

from typing import Literal, TypeVar, assert_never, get_args

Lang = Literal["en", "zh-Hans", "zh-Hant"]
Tongue = Literal["en", "zh"]
# Of a document held in several versions the first of these counts, and is shown where none is asked for.
PREFERENCE: tuple[Lang, ...] = get_args(Lang)

T = TypeVar("T")


def tongue(lang: Lang) -> Tongue:
    """The language of a version."""
    match lang:
        case "en":
            return "en"
        case "zh-Hans" | "zh-Hant":
            return "zh"
        case _:
            assert_never(lang)


def version_of(tag: str) -> Lang:
    """The version that a locale or a browser's tag asks for: `zh_TW`, `zh-HK`, `zh-Hans-CN`; else English."""
    named = tag.lower()
    if not named.startswith("zh"):
        return "en"
    return "zh-Hant" if any(mark in named for mark in ("tw", "hk", "mo", "hant")) else "zh-Hans"


def by_tongue(lang: Lang | Tongue, *, en: T, zh: T) -> T:
    """What belongs to the language of `lang`; every language must be given."""
    match lang:
        case "en":
            return en
        case "zh" | "zh-Hans" | "zh-Hant":
            return zh
        case _:
            assert_never(lang)
