"""Small named repairs, each one kind of damage; every change is logged on the `Traced` text.

`REPAIRS` work on the whole text, line ends and all, before it is cut into paragraphs; `PARAGRAPH_REPAIRS`
on one printed paragraph. A repair is made only where it is certain.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from mandex.corpus.traced import Replacement, Traced

HANZI = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
CJK_MARKS = r"\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff65\u2018-\u201f\u3220-\u3229"


@dataclass(frozen=True, slots=True)
class Repair:
    """One kind of damage and how it is undone."""

    name: str
    apply: Callable[[Traced], Traced]


# -- page furniture

# 21-12345, 02-72318 (E), 21-12345 (C) 010222
_JOB_NUMBER = r"\d{2}-\d{5}(?:\s?\*?\s?\([A-Z]\))?(?:\s+\d{6})?\*?"
_PAGE_COUNT = r"\d{1,3}/\d{1,3}"  # 1/9
_SYMBOL = r"[SAE]/[A-Z0-9]+(?:/[A-Za-z0-9.]+)*(?:\s?\(\d{4}\))?"  # S/RES/2617 (2021), S/2015/939
_BAR_CODE = r"\*\d{6,9}\*"
_SURE = rf"(?:{_JOB_NUMBER}|{_BAR_CODE}|{_JOB_NUMBER}\s+{_PAGE_COUNT}|{_PAGE_COUNT}\s+{_JOB_NUMBER})"
_SURE_FURNITURE = re.compile(_SURE)
_FURNITURE_LINE = re.compile(rf"(?:{_SURE}|{_PAGE_COUNT}|{_SYMBOL})")
_LINE = re.compile(r"[^\n\r\f]+")


def drop_page_furniture(text: Traced) -> Traced:
    """Job numbers, page counts and running symbols between pages become one page break.

    A lone symbol is furniture only after the masthead that first shows it, or beside surer signs.
    """
    lines = [(m.start(), m.end(), m[0].strip()) for m in _LINE.finditer(text.text) if m[0].strip()]
    marks = [_FURNITURE_LINE.fullmatch(line) is not None for _, _, line in lines]
    if not any(marks):
        return text
    times = Counter(line for (_, _, line), mark in zip(lines, marks, strict=True) if mark)
    changes: list[Replacement] = []
    index = 0
    while index < len(lines):
        stop = index
        while stop < len(lines) and marks[stop]:
            stop += 1
        group = [line for _, _, line in lines[index:stop]]
        sure = any(_SURE_FURNITURE.fullmatch(line) for line in group)
        running = index > 12 and any(times[line] > 1 for line in group)
        if group and (sure or running):
            changes.append(Replacement(lines[index][0], lines[stop - 1][1], "\f"))
        index = max(stop, index + 1)
    return text.replace("page-furniture", changes) if changes else text


# -- Chinese cut into words or characters by spaces

_SPACED_PAIR = re.compile(rf"[{HANZI}] (?=[{HANZI}])")
_CLOSE_PAIR = re.compile(rf"[{HANZI}](?=[{HANZI}])")
_SPACE_AT_HANZI = re.compile(rf"(?<=[{HANZI}{CJK_MARKS}]) (?! )|(?<! ) (?=[{HANZI}{CJK_MARKS}])")
_WIDE_SPACE = re.compile(r"(?<=\S)[ \u3000]{2,}(?=\S)")
_SPLIT_YEAR = re.compile(r"\( ?([12](?: ?\d){3}) ?\)")  # ( 200 4 )
_SPACED_BRACKETS = re.compile(r"(?<=\() | (?=\))|(?<=\d) (?=\(\d{4}\))")
_WORD_SPACED_SHARE = 0.15


def close_spaced_chinese(text: Traced) -> Traced:
    """Chinese pre-tokenised with spaces, its numbers split: `第 1540 ( 200 4 ) 号` is `第1540(2004)号`.

    In such text a wider gap stands for a lost line end.
    """
    spaced, close = len(_SPACED_PAIR.findall(text.text)), len(_CLOSE_PAIR.findall(text.text))
    if spaced < 20 or spaced < _WORD_SPACED_SHARE * (spaced + close):
        return text
    text = text.sub("lost-line-end", _WIDE_SPACE, "\n")
    text = text.sub("split-year", _SPLIT_YEAR, lambda m: "(" + m[1].replace(" ", "") + ")")
    text = text.sub("spaced-brackets", _SPACED_BRACKETS, "")
    return text.sub("spaced-chinese", _SPACE_AT_HANZI, "")


REPAIRS: tuple[Repair, ...] = (
    Repair("page-furniture", drop_page_furniture),
    Repair("spaced-chinese", close_spaced_chinese),
)

# -- within a paragraph

_WRAP = re.compile(r"\s*[\n\r\f\v\x85\u2028\u2029]+\s*")
_SYMBOL_TAIL = re.compile(r"\b[SAE]/(?:[A-Z0-9.]+/)*$")
_CHINESE = re.compile(rf"[{HANZI}{CJK_MARKS}]")


def join_lines(text: Traced) -> Traced:
    """Hard line ends within a paragraph: a space in English, nothing beside Chinese or inside a symbol."""

    def joint(match: re.Match[str]) -> str:
        before = match.string[max(0, match.start() - 24) : match.start()]
        after = match.string[match.end() : match.end() + 1]
        chinese = _CHINESE.match(after) or _CHINESE.match(before[-1:])
        return "" if chinese or _SYMBOL_TAIL.search(before) else " "

    return text.sub("line-end", _WRAP, joint)


PARAGRAPH_REPAIRS: tuple[Repair, ...] = (Repair("line-end", join_lines),)


def repair_text(text: Traced) -> Traced:
    """All repairs of whole texts, in order."""
    for repair in REPAIRS:
        text = repair.apply(text)
    return text


def repair_paragraph(text: Traced) -> Traced:
    """All repairs of single paragraphs, in order."""
    for repair in PARAGRAPH_REPAIRS:
        text = repair.apply(text)
    return text.strip()
