"""Misreadings of scanned print, mended where the order of numbers or a date leaves one reading only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mandex.corpus.expressions import Expression
from mandex.corpus.records import dataclass
from mandex.corpus.traced import Replacement, Traced

# What a scanner prints for a digit or a letter.
_DIGIT_SLIPS = {
    "0": "OoQ", "1": "lLIi!|Jt", "2": "Zz", "3": "8S", "4": "A", "5": "Ss", "6": "bG", "8": "B", "9": "gq",
}  # fmt: skip
_LETTER_SLIPS = {
    "a": "2@", "b": "658h", "c": "eo¢", "d": "4", "e": "c", "g": "9q", "i": "1l!tI", "l": "1I", "q": "9",
    "s": "5",
}  # fmt: skip
_ROMAN_SLIPS = {"i": {"1", "l", "!"}, "ii": {"11", "ll", "u", "1i", "i1"}, "iii": {"111", "lll", "in", "iil"}}

_NUMBER_MARK = Expression(
    r"(?m)^[ \t\f]*(?P<body>[\dOoQlLIi!|JtZzSAsbGBgq]{1,2})(?P<stop> ?[.,:;]|)[ \t]+"
    r"(?=[A-Z][a-z-]+(?:s|ly|ing)\b|(?:That|To|Also|Further|Again|Once|In)\b)"
)
_BRACKET_MARK = Expression(r"(?m)^[ \t\f]*\((?P<body>[a-zA-Z\d!@¢]{1,4})\)(?=\s)")


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    body: str


def mend_numbers(text: Traced) -> Traced:
    """`4, Extends` after paragraph 3 is `4. Extends`; `ll. Further requests` after 10 is `11.`

    Only the number that is due next is recognised, at the start of a line and before a drafting verb.
    """
    changes: list[Replacement] = []
    due = 1
    for match in _NUMBER_MARK.finditer(text.text):
        body, stop = match["body"], match["stop"].strip()
        if body == str(due) and stop == ".":
            due += 1
        elif _reads_as(body, str(due), _DIGIT_SLIPS) and not (stop == "" and not body[0].isdigit()):
            changes.append(Replacement(match.start("body"), match.end("stop"), f"{due}."))
            due += 1
        elif stop == "." and body.isdigit() and int(body) > due:
            due = int(body) + 1
        elif stop == "." and body == "1":
            due = 2  # the numbering begins again: a part, an annex
    return text.replace("misread-number", changes) if changes else text


def _reads_as(body: str, wanted: str, slips: dict[str, str]) -> bool:
    """Whether a scanner can have made `body` of `wanted`."""
    return len(body) == len(wanted) and all(
        a == b or a in slips.get(b, "") for a, b in zip(body, wanted, strict=True)
    )


def mend_letters(text: Traced) -> Traced:
    """`(6)` between `(a)` and `(c)` is `(b)`; `(1)` before `(ii)` is `(i)`."""
    marks = [_Mark(m.start("body"), m.end("body"), m["body"])
             for m in _BRACKET_MARK.finditer(text.text)]  # fmt: skip
    changes = []
    read = [mark.body for mark in marks]
    printed = set(read)
    for index, mark in enumerate(marks):
        before = read[index - 1] if index else ""
        after = read[index + 1] if index + 1 < len(read) else ""
        wanted = next(_due(mark.body, before, after, printed), "")
        if wanted:
            read[index] = wanted
            changes.append(Replacement(mark.start, mark.end, wanted))
    return text.replace("misread-letter", changes) if changes else text


def _due(body: str, before: str, after: str, all_bodies: set[str]) -> Iterator[str]:
    """The letter or Roman numeral that neighbours demand where `body` is printed."""
    if len(before) == 1 and before.isalpha() and before != "z":
        following = chr(ord(before) + 1)
        closes = after == chr(ord(before) + 2)
        # A lone digit in brackets, where no numbered list begins, is no list of its own.
        alone = body.isdigit() and "1" not in all_bodies
        if body != following and (closes or alone) and _reads_as(body, following, _LETTER_SLIPS):
            yield following
    if after in ("b", "6", "5") and before != "1" and body == "2" and "1" not in all_bodies:
        yield "a"
    for roman, shapes in _ROMAN_SLIPS.items():
        if body in shapes and after == roman + "i":
            yield roman


# -- inside the text

_SESSION = Expression(
    r"(?<=\d )\((?P<session>[1lI]{1,3})\)(?= of \d{1,2} [A-Z][a-z]{2,8} (?P<year>194[6-9])\b)"
)
# The General Assembly's first three sessions, by the years in which they adopted resolutions.
_SESSION_YEARS = {"1946": {1}, "1947": {1, 2}, "1948": {2, 3}, "1949": {3}}
_YEAR = Expression(r"\((?P<year>[1lI]9\d[\dlI]|19[lI]\d)\)")
_SYMBOL = Expression(r"[58](?=/(?:\d{4}/\d{1,4}|\d{4,5})\b)(?:(?<=\(.)|(?<=document .)|(?<=documents .))")

# Of Chinese print: 2023年1]月30日, S人AC.47/2023/COMM.8
_BRACKET_ONE = Expression(r"(?<=\d)[\]丨](?=[月日\d])|(?<=[年月])[\]丨](?=\d[月日])")
_SLASH = Expression(r"(?<=S)人(?=(?:AC\.\d|RES/|PRST/|\d{4}/))")


def mend_citations(text: Traced) -> Traced:
    """`41 (1) of 14 December 1946` is `41 (I)`, `(l990)` is `(1990)`, `document 8/17227` is `S/17227`,
    `1]月` is `11月`, `S人AC.47` is `S/AC.47`."""

    def session(match: re.Match[str]) -> str:
        count = len(match["session"])
        return f"({'I' * count})" if count in _SESSION_YEARS[match["year"]] else match[0]

    text = text.sub("misread-session", _SESSION, session)
    text = text.sub("misread-year", _YEAR, lambda m: m[0].replace("l", "1").replace("I", "1"))
    text = text.sub("misread-date", _BRACKET_ONE, "1")
    text = text.sub("misread-symbol", _SLASH, "/")
    return text.sub("misread-symbol", _SYMBOL, "S")
