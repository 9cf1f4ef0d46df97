"""Printed numbering: what a paragraph's marker is, and which label it has under those before it.

Labels are full, outermost first: `(a)` under 1 is `1(a)`, `(ii)` under that is `1(a)(ii)`. Whether `(i)` is
the letter after `(h)` or a Roman one is settled by what came before.
"""

from __future__ import annotations

import re
from dataclasses import field

from mandex.corpus.expressions import Expression
from mandex.corpus.records import dataclass

_DIGITS = "一二三四五六七八九"
# 12. Decides; 12．决定; 68.2007年 (a year, not a decimal)
_ARABIC = r"(?P<arabic>\d{1,3}(?:\s?bis)?)\s?[.．、](?=\s|[^\d\s.,]|\d{4}\s?年)"
_INNER = r"[a-z]{1,2}|[ivxl]{1,6}|[A-Z]|[IVX]{1,5}|\d{1,2}|[一二三四五六七八九十]{1,3}|[㈠-㈩]"
_PAREN = rf"[(（]\s?(?P<paren>{_INNER})\s?[)）]"
_CITED = r"(?!\s?[,，;；、)）])"  # AU/Dec.605 (XXVII), on ...: no paragraph begins after such a mark
_CIRCLED = r"(?P<circled>[㈠-㈩①-⑳])"
_MARKER = Expression(rf"\s*(?:{_ARABIC}|{_PAREN}{_CITED}|{_CIRCLED})\s*(?=\S)")
_ALONE = Expression(rf"\s*(?:\d{{1,3}}\s?[.．、]|{_PAREN}|{_CIRCLED})\s*")
# A list within a sentence, and a mark of it: 包括：(a) …；(b) …
_LIST_WITHIN = Expression(rf"[:：]\s?(?:{_PAREN}|{_CIRCLED})")
_MARK_WITHIN = Expression(rf"(?<=[\s:：;；,，])(?:{_PAREN}|{_CIRCLED})")
# • 关于, •关于; not ·艾哈迈德, the rest of a name, nor -5
_BULLET = Expression(r"\s*(?:[•●○▪■◦](?=[\s\w“《])|[·–—*-](?=\s))\s*")
_PART_STYLES = frozenset({"capital", "ROMAN"})
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Marker:
    """A printed marker: `text` without brackets and full stop, `end` where the paragraph's words begin."""

    text: str
    end: int
    arabic: bool


def marker(text: str) -> Marker | None:
    """The numbering with which a paragraph opens, if it does."""
    match = _MARKER.match(text)
    if not match:
        return None
    arabic = match["arabic"]
    return Marker(arabic or match["paren"] or match["circled"], match.end(), bool(arabic))


def is_alone(line: str) -> bool:
    """Whether a line prints a number only, whose paragraph begins on the next."""
    return _ALONE.fullmatch(line) is not None


def runs_on(text: str, mark: Marker) -> bool:
    """Whether a list within a sentence of a text goes on with a mark: `包括：(a) 甲；(b) 乙；` with (c)."""
    within = _LIST_WITHIN.search(text)
    if not within:
        return False
    due = {(style, ordinal - 1) for style, ordinal in readings(mark.text)}
    marks = _MARK_WITHIN.finditer(text, within.start())
    return any(due.intersection(readings(m["paren"] or m["circled"])) for m in marks)


def bullet(text: str) -> int:
    """The length of an opening bullet with the space around it; 0 where there is none."""
    match = _BULLET.match(text)
    return match.end() if match else 0


def readings(text: str) -> list[tuple[str, int]]:
    """What a marker can mean: (style, ordinal), likeliest first.

    >>> readings("i")
    [('letter', 9), ('roman', 1)]
    """
    out: list[tuple[str, int]] = []
    if text[0].isdigit() and text[0].isascii():
        return [("number", int(re.match(r"\d+", text)[0]))]  # type: ignore[index]
    if "㈠" <= text <= "㈩":
        return [("chinese", ord(text) - ord("㈠") + 1)]
    if "①" <= text <= "⑳":
        return [("circled", ord(text) - ord("①") + 1)]
    if text[0] in _DIGITS or text[0] == "十":
        return [("chinese", chinese_number(text))]
    case = "letter" if text.islower() else "capital"
    lower = text.lower()
    if len(lower) == 1:
        out.append((case, ord(lower) - 96))
    elif len(set(lower)) == 1 and len(lower) == 2:
        out.append((case, ord(lower[0]) - 96 + 26))
    value = roman(lower)
    if value:
        out.append(("roman" if text.islower() else "ROMAN", value))
    return out or [(case, 0)]


def roman(text: str) -> int:
    """The value of a lower-case Roman numeral below 90; 0 where it is none."""
    if not re.fullmatch(r"(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})", text):
        return 0
    values = [_ROMAN[c] for c in text]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def chinese_number(text: str) -> int:
    """一 to 九十九."""
    tens, ten, ones = text.rpartition("十")
    value = _DIGITS.find(ones) + 1 if ones else 0
    return value + 10 * (_DIGITS.find(tens) + 1 if tens else 1) if ten else value


@dataclass(slots=True)
class Numbering:
    """The numbering as it stands: one level per open list, outermost first."""

    levels: list[tuple[str, int, str]] = field(default_factory=list)
    # The last ordinal of each list closed under this number: letters may run on from (ii) to (iii).
    _closed: dict[str, int] = field(default_factory=dict)

    def place(self, mark: Marker, *, introduced: bool = True) -> str:
        """The full label of the next marker.

        `introduced` says that the paragraph before it announces a list (it ends in a colon, or in
        mid-sentence); a capital letter that nothing introduces heads a part of the resolution.
        """
        if mark.arabic:
            self.levels = [("arabic", readings(mark.text)[0][1], mark.text)]
            self._closed.clear()
            return self.label
        style, ordinal, depth = self._fit(readings(mark.text), introduced)
        self._closed |= {closed: last for closed, last, _ in self.levels[depth + 1 :]}
        del self.levels[depth:]
        self.levels.append((style, ordinal, mark.text))
        return self.label

    def _fit(self, meanings: list[tuple[str, int]], introduced: bool) -> tuple[str, int, int]:
        """Style, ordinal and depth: the next in an open list, else the first of a new one."""
        for depth in range(len(self.levels) - 1, -1, -1):
            style, last, _ = self.levels[depth]
            for meaning, ordinal in meanings:
                if meaning == style and ordinal == last + 1:
                    return style, ordinal, depth
        open_styles = [style for style, _, _ in self.levels]
        for style, ordinal in meanings:
            if style not in open_styles and self._closed.get(style) == ordinal - 1 > 0:
                return style, ordinal, len(self.levels)
        first = next((meaning for meaning in meanings if meaning[1] == 1), None)
        for style, ordinal in [first] if first else meanings:
            if style in open_styles:
                return style, ordinal, open_styles.index(style)
        style, ordinal = first or meanings[0]
        return style, ordinal, len(self.levels) if introduced or style not in _PART_STYLES else 0

    @property
    def label(self) -> str:
        """The label where the numbering stands now."""
        if not self.levels:
            return ""
        (_, _, text), *rest = self.levels
        head = text if text[0].isdigit() and text[0].isascii() else f"({text})"
        return head + "".join(f"({t})" for _, _, t in rest)

    @property
    def number(self) -> int:
        """The number of the paragraph under which the numbering stands; 0 where there is none."""
        style, ordinal, _ = self.levels[0] if self.levels else ("", 0, "")
        return ordinal if style == "arabic" else 0

    def enter(self, mark: str) -> None:
        """A marker that the source itself sets one level below the last: its style is one not open above."""
        above = [style for style, _, _ in self.levels]
        meanings = readings(mark)
        style, ordinal = next((m for m in meanings if m[0] not in above), meanings[0])
        self.levels.append((style, ordinal, mark))

    def restart(self) -> None:
        """Forget all open lists: an annex begins."""
        self.levels.clear()
