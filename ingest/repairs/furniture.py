"""What is printed on every page and belongs to none of its paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby

from mandex.corpus.expressions import Expression
from mandex.corpus.traced import Replacement, Traced

# 21-12345, 02-72318 (E), 21-12345 (C) 010222
_JOB_NUMBER = r"\d{2}-\d{5}(?:\s?\*?\s?\([A-Z]\))?(?:\s+\d{6})?\*?"
_PAGE_COUNT = r"\d{1,3}/\d{1,3}"  # 1/9
_SYMBOL = r"[SAE]/\s?[A-Z0-9]+(?:/\s?[A-Za-z0-9.]+)*(?:\s?\(\d{4}\))?"  # S/RES/2617 (2021), S/2015/939
_BAR_CODE = r"\*\d{6,9}\*"
_SURE = rf"(?:{_JOB_NUMBER}|{_BAR_CODE}|{_JOB_NUMBER}\s+{_PAGE_COUNT}|{_PAGE_COUNT}\s+{_JOB_NUMBER})"
_SURE_FURNITURE = Expression(_SURE)
_FURNITURE_LINE = Expression(rf"(?:{_SURE}|{_PAGE_COUNT}|{_SYMBOL})")
_LINE = Expression(r"[^\n\r\f]+")
_MASTHEAD_LINES = 12


def drop_page_furniture(text: Traced) -> Traced:
    """Job numbers, page counts and running symbols between pages become one page break.

    A lone symbol is furniture only after the masthead that first shows it, or beside surer signs.
    """
    lines = [(*m.span(), line) for m in _LINE.finditer(text.text) if (line := m[0].strip())]
    marks = [_is_furniture(line) for _, _, line in lines]
    if not any(marks):
        return text
    times = Counter(_squeezed(line) for (_, _, line), mark in zip(lines, marks, strict=True) if mark)
    changes: list[Replacement] = []
    stop = 0
    for marked, run in groupby(marks):
        index, stop = stop, stop + len(list(run))
        if not marked:
            continue
        group = [line for _, _, line in lines[index:stop]]
        sure = any(_SURE_FURNITURE.fullmatch(line) for line in group)
        running = index > _MASTHEAD_LINES and any(times[_squeezed(line)] > 1 for line in group)
        if sure or running:
            changes.append(Replacement(lines[index][0], lines[stop - 1][1], "\f"))
    return text.replace("page-furniture", changes) if changes else text


def _is_furniture(line: str) -> bool:
    first = line[0]
    return (first in "*SAE" or first.isdecimal()) and _FURNITURE_LINE.fullmatch(line) is not None


def _squeezed(line: str) -> str:
    return re.sub(r"\s+", "", line)
