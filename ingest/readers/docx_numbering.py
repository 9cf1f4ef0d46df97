"""The numbers that Word prints before paragraphs but stores in no text (ECMA-376, part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

from mandex.corpus.records import dataclass

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_LEVEL_REFERENCE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts: first number, format, and text with `%1` for the number of level 1."""

    start: int = 1
    format: str = "decimal"
    text: str = "%1."


@dataclass(slots=True)
class Numbering:
    """All lists of a document, with where each one stands."""

    lists: Mapping[str, str]  # numId -> abstractNumId
    levels: Mapping[str, Mapping[int, Level]]  # abstractNumId -> its levels
    overrides: Mapping[str, Mapping[int, int]]  # numId -> level -> first number
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _overridden: set[tuple[str, int]] = field(default_factory=set)

    def label(self, number_id: str, level: int) -> str:
        """The label of the next paragraph of a list at a level counted from 0; empty where it has none."""
        abstract = self.lists.get(number_id)
        if abstract is None or not 0 <= level < _LEVELS:
            return ""
        levels = self.levels.get(abstract, {})
        here = levels.get(level, Level())
        counts = self._counts.setdefault(abstract, {})
        counts[level] = self._next(number_id, level, counts.get(level), here.start)
        for deeper in [n for n in counts if n > level]:
            del counts[deeper]
        if here.format == "bullet":
            return "•"
        if here.format == "none":
            return ""

        def number(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            of = levels.get(index, Level())
            return counted(counts.get(index, of.start), of.format)

        return _LEVEL_REFERENCE.sub(number, here.text).strip()

    def _next(self, number_id: str, level: int, last: int | None, start: int) -> int:
        override = self.overrides.get(number_id, {}).get(level)
        if override is not None and (number_id, level) not in self._overridden:
            self._overridden.add((number_id, level))
            return override
        return start if last is None else last + 1


def counted(number: int, format_: str) -> str:
    """A number in one of Word's formats.

    >>> counted(28, "lowerLetter"), counted(4, "upperRoman"), counted(12, "chineseCounting")
    ('bb', 'IV', '十二')
    """
    write = _FORMATS.get(format_)
    return write(number) if write and 0 < number < 1000 else str(number)


def _letter(number: int) -> str:
    repeated, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (repeated + 1)


def _roman(number: int) -> str:
    out = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out += letters * count
    return out


def _chinese(number: int) -> str:
    """Up to ninety-nine in words; beyond that digit by digit."""
    tens, ones = divmod(number, 10)
    if tens > 9:
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    ten = "" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十"
    return ten + (_DIGITS[ones] if ones else "")


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1) if number <= 20 else str(number)


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
}


def numbering_of(part: Any | None, style_list: Mapping[str, str]) -> Numbering:
    """The lists that a numbering part defines; `style_list` gives the numId of each numbering style."""
    if part is None:
        return Numbering({}, {}, {})
    levels: dict[str, dict[int, Level]] = {}
    linked: dict[str, str] = {}
    for abstract in part.iter(W + "abstractNum"):
        name = abstract.get(W + "abstractNumId", "")
        levels[name] = {_integer(e.get(W + "ilvl"), 0): _level(e) for e in abstract.iter(W + "lvl")}
        link = abstract.find(W + "numStyleLink")
        if link is not None:
            linked[name] = link.get(W + "val", "")
    lists: dict[str, str] = {}
    overrides: dict[str, dict[int, int]] = {}
    for number in part.iter(W + "num"):
        name = number.get(W + "numId", "")
        lists[name] = value_of(number, "abstractNumId")
        overrides[name] = {
            _integer(e.get(W + "ilvl"), 0): _integer(value_of(e, "startOverride"), 1)
            for e in number.iter(W + "lvlOverride")
            if e.find(W + "startOverride") is not None
        }
    for name, style in linked.items():
        target = lists.get(style_list.get(style, ""), "")
        levels[name] = levels[name] or levels.get(target, {})
    return Numbering(lists, levels, overrides)


def _level(element: Any) -> Level:
    return Level(
        start=_integer(value_of(element, "start"), 1),
        format=value_of(element, "numFmt") or "decimal",
        text=value_of(element, "lvlText"),
    )


def value_of(element: Any, child: str) -> str:
    """The `w:val` of a child element, empty where there is none."""
    found = element.find(W + child)
    return str(found.get(W + "val", "")) if found is not None else ""


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,6}", text) else otherwise
