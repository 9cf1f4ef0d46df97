"""Numbers below a thousand in figures and in words: *forty-five*, *one hundred and eighty*, 二十四, 180."""

from __future__ import annotations

import re

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {
    word: value
    for words, first, step in ((_ONES, 1, 1), (_TEENS, 10, 1), (_TENS, 20, 10))
    for value, word in enumerate(words)
    for value in (first + value * step,)
}
_BELOW_TEN = rf"(?:{'|'.join(_ONES)})"
_BELOW_HUNDRED = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-]{_BELOW_TEN}\b)?|{'|'.join(_TEENS)}|{_BELOW_TEN})"
# one hundred and eighty, forty-five, 180, a; longest first, so that *sixty* is not read as *six*.
NUMBER_EN = (
    rf"(?:\d{{1,3}}|(?:an?|{_BELOW_TEN})\s+hundred(?:\s+(?:and\s+)?{_BELOW_HUNDRED})?\b|{_BELOW_HUNDRED}|an?)"
)
# 180, 二十四, 一百八十, 两, 〇; a figure that goes on to the left is another number's end.
NUMBER_ZH = r"(?:(?<!\d)\d{1,3}|[一二三四五六七八九十百两零〇]{1,9})"
DIGITS_ZH = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}


def number_en(words: str) -> int:
    """The value of what `NUMBER_EN` matches; *a* and *an* count as one."""
    if words.isdecimal():
        return int(words)
    total = 0
    for word in re.split(r"[\s-]+", words.lower()):
        if word == "hundred":
            total = (total or 1) * 100
        elif word != "and":
            total += _VALUES.get(word, 1)
    return total


def number_zh(words: str) -> int:
    """The value of what `NUMBER_ZH` matches: 180, 十二, 一百八十, 两."""
    if words.isdecimal():
        return int(words)
    total, digit = 0, 0
    for char in words:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = DIGITS_ZH[char]
    return total + digit
