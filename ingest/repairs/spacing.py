"""Chinese cut into words or characters by spaces, and the line ends that went with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mandex.corpus.expressions import Expression
from mandex.corpus.traced import Replacement, Traced
from mandex.ingest.repairs.base import CJK_MARKS, HANZI

_SPACED_PAIR = Expression(rf"[{HANZI}] (?=[{HANZI}])")
_CLOSE_PAIR = Expression(rf"[{HANZI}](?=[{HANZI}])")
_WORD_SPACED_SHARE = 0.15
_FEWEST = 20

_WIDE_GAP = Expression(r"(?<=\S)[ \u3000]{2,}(?=\S)")
_GAP_AFTER_END = Expression(r"(?<=[，；。：])[ \u3000]{2,}(?=\S)")  # the only one of a text
_LABEL = (
    r"(?:\( ?(?:[a-z]{1,2}|[ivxl]+|\d{1,2}|[一二三四五六七八九十]{1,3}|[㈠-㈩]) ?\)"
    r"|[㈠-㈩]|\d{1,2}\.|[•–-] )"
)
# Between Chinese characters the gap shows where a line ended; elsewhere there was one space anyway.
_LABEL_AFTER_PLAIN = Expression(rf"(?<=[：:;,.)”]) (?={_LABEL})|(?<=\S) (?=\( ?[㈠-㈩] ?\) )")
_SPLIT_YEAR = Expression(r"\( ?([12](?: ?\d){3}) ?\)")  # ( 200 4 )
_SPLIT_DATE = Expression(r"(?<=[年月]) (?=\d)|(?<=\d) (?=[年月日号])")
_SPACED_BRACKETS = Expression(r"(?<=\() | (?=\))|(?<=\d) (?=\(\d{4}\))")
_SPACE_AT_HANZI = Expression(rf"(?<=[{HANZI}{CJK_MARKS}]) | (?=[{HANZI}{CJK_MARKS}])")


def close_spaced_chinese(text: Traced) -> Traced:
    """Chinese pre-tokenised with spaces, its numbers split: `第 1540 ( 200 4 ) 号` is `第1540(2004)号`.

    In such text a wider gap stands for a lost line end.
    """
    spaced, close = len(_SPACED_PAIR.findall(text.text)), len(_CLOSE_PAIR.findall(text.text))
    if spaced < _FEWEST or spaced < _WORD_SPACED_SHARE * (spaced + close):
        return text
    gap = _WIDE_GAP if len(_WIDE_GAP.findall(text.text)) > 1 else _GAP_AFTER_END
    if gap.search(text.text):
        text = text.sub("lost-line-end", gap, "\n")
        text = text.sub("lost-line-end", _LABEL_AFTER_PLAIN, "\n")
    text = text.sub("split-year", _SPLIT_YEAR, lambda m: "(" + m[1].replace(" ", "") + ")")
    text = text.sub("spaced-brackets", _SPACED_BRACKETS, "")
    return text.sub("spaced-chinese", _SPACE_AT_HANZI, "")


# -- full-width forms

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# Figures and Latin letters, and the marks that belong to numbers and symbols: Ｓ／２０１５, （２００１）
_FULL_WIDTH_RUN = Expression(
    r"[（）／－．０-９Ａ-Ｚａ-ｚ]"  # first: that is found fast
    r"(?:(?<=（)(?=[\d０-９]{4}）)|(?<=[\d０-９]{4}）)"
    r"|(?<=[0-9A-Za-z０-９Ａ-Ｚａ-ｚ][／－．])(?=[0-9A-Za-z０-９Ａ-Ｚａ-ｚ])|(?<=[０-９Ａ-Ｚａ-ｚ])[０-９Ａ-Ｚａ-ｚ]*)"
)


def narrow_full_width(text: Traced) -> Traced:
    """`第１３７３（２００１）号` is `第1373(2001)号`; Chinese punctuation stays as wide as it is printed."""
    return text.sub("full-width", _FULL_WIDTH_RUN, lambda match: match[0].translate(_FULL_WIDTH))


# -- line ends lost without a trace

_RUN_IN_LENGTH = 3000  # a line so long, with numbered paragraphs in it, has lost its line ends
_NUMBER = Expression(r"(?<![\d/(.\-])(\d{1,3})[.．、](?=\D|\d{4}\s?年)")
_ITEM = Expression(r"(?<=[。：；:;，])\s?[(（]([a-z])[)）]")
_SENTENCE_END = Expression(r"[。：；！？”’」』]")
_HEADING_LENGTH = 40
# The cover of a report: its title, the summary, the table of contents.
_COVER = Expression(r"(?<=秘书长的报告)|(?<=秘书长的说明)|(?<=[^。；，])(?=摘要)|(?<=摘要)|(?=段次\s?页次)")


def restore_line_ends(text: Traced) -> Traced:
    """Numbered paragraphs run together: each number of the series 1, 2, 3 … begins a line again.

    What stands between the last full stop and the number is a heading if it is short.
    """
    changes: list[Replacement] = []
    for line in re.finditer(r"[^\n\r\f]+", text.text):
        if len(line[0]) < _RUN_IN_LENGTH:
            continue
        starts = [line.start() + at for at in sorted({*_cover(line[0]), *_series(line[0]), *_lists(line[0])})]
        changes += [Replacement(at, at, "\n") for at in starts if at > line.start()]
    return text.replace("lost-line-end", changes) if changes else text


def _cover(line: str) -> Iterator[int]:
    """Where the lines of a report's cover begin, before its first numbered paragraph."""
    first = next((match.start() for match in _NUMBER.finditer(line) if match[1] == "1"), 0)
    for match in _COVER.finditer(line, 0, first):
        yield match.start()
    title = line.find("。", 0, first)
    if title >= 0:
        yield title + 1


def _series(line: str) -> Iterator[int]:
    """Where the numbered paragraphs begin, and the headings before them."""
    expected, since = 1, 0
    for match in _NUMBER.finditer(line):
        if int(match[1]) != expected:
            continue
        before = line[since : match.start()]
        ends = [end.end() for end in _SENTENCE_END.finditer(before)]
        heading = before[ends[-1] :] if ends else ""
        if not ends or len(heading) > _HEADING_LENGTH:
            if expected > 1:
                continue  # a number within a sentence
        elif heading.strip():
            yield since + ends[-1]
        yield match.start()
        expected, since = expected + 1, match.end()


def _lists(line: str) -> Iterator[int]:
    """Where the items of lettered lists begin: (a), then (b) and so on."""
    last = ""
    for match in _ITEM.finditer(line):
        letter = match[1]
        if letter == "a" or (last and ord(letter) == ord(last) + 1):
            yield match.start()
            last = letter
