"""What changed between two wordings, word by word.

English is compared by words, Chinese by the words of the vocabulary and otherwise by characters. A lone
blank, stop or Chinese character that two changes leave between them is taken into the change: *six months* to
*twelve weeks* is one replacement, not two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import Match, SequenceMatcher
from functools import cache
from itertools import groupby
from typing import Literal

from mandex.corpus import glossary, lexicon
from mandex.corpus.fold import HAN
from mandex.corpus.records import dataclass

Operation = Literal["keep", "drop", "add"]


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of text that both wordings have (`keep`), only the old (`drop`) or only the new (`add`)."""

    operation: Operation
    text: str


# A number with its groups (17,000; 1.5), a word with its hyphens (follow-up), blanks, Chinese, a sign.
_TOKEN = re.compile(rf"\d+(?:[.,]\d+)*|[^\W_{HAN}]+(?:['’-][^\W_{HAN}]+)*|\s+|[{HAN}]+|.", re.DOTALL)
_CHINESE = re.compile(f"[{HAN}]")
_LONGEST_WORD = 8
# Product of token counts above which comparing word by word takes seconds: sentences are compared first.
_TOO_MANY = 4_000_000
# Steps of comparing for each word, four times what ordinary paragraphs take: lists of hundreds of resolutions
# of one year, whose every year and comma is found in all other places, would take the cube of their length.
_STEPS = 1_000
_LEAST_STEPS = 50_000
_ENTRY = re.compile(r"[^,;，；、]*[,;，；、]+\s*|[^,;，；、]+")
_SENTENCE = re.compile(r"[^.;。；\n]*[.;。；\n]+|[^.;。；\n]+")


@cache
def _vocabulary() -> frozenset[str]:
    """Chinese words of two characters and more that the project knows."""
    tables = (lexicon.actors().values(), lexicon.topics().values())
    words = {word for table in tables for entry in table for word in entry.terms_zh}
    words |= {word for term in glossary.terms() for word in term.zh}
    words |= {verb.form for verb in lexicon.verbs() if verb.lang != "en"}
    return frozenset(word for word in words if 1 < len(word) <= _LONGEST_WORD)


def words(text: str) -> list[str]:
    """The text cut into words, blanks and signs; joined they are the text."""
    out: list[str] = []
    for match in _TOKEN.finditer(text):
        if _CHINESE.match(match[0]):
            out += _chinese_words(match[0])
        else:
            out.append(match[0])
    return out


def _chinese_words(run: str) -> Iterator[str]:
    known, at = _vocabulary(), 0
    while at < len(run):
        size = next((n for n in range(_LONGEST_WORD, 1, -1) if run[at : at + n] in known), 1)
        yield run[at : at + size]
        at += size


def differences(old: str, new: str) -> list[Edit]:
    """The edits that turn `old` into `new`: those kept and dropped give `old`, those kept and added `new`."""
    if old == new:
        return [Edit("keep", old)] if old else []
    return _joined(_compared(words(old), words(new), coarse=False))


def _compared(old: Sequence[str], new: Sequence[str], *, coarse: bool) -> Iterator[Edit]:
    start = common_start(old, new)
    end = common_start(old[start:][::-1], new[start:][::-1])
    yield Edit("keep", "".join(old[:start]))
    middle = old[start : len(old) - end], new[start : len(new) - end]
    if len(middle[0]) * len(middle[1]) <= _TOO_MANY:
        yield from _opcodes(*middle)
    elif coarse:
        yield from _by_entries(*middle)
    else:
        yield from _by_sentences(*middle)
    yield Edit("keep", "".join(old[len(old) - end :]))


def common_start(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words two sequences begin with in common."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


class _Matcher(SequenceMatcher[str]):
    """Finds what two sequences have in common until it has taken the steps allowed; what is left is taken as
    exchanged.
    """

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__(None, old, new, autojunk=False)
        self._old, self._many = old, Counter(new)
        self.left = max(_LEAST_STEPS, _STEPS * (len(old) + len(new)))
        self._counted = len(old) * len(new) > _LEAST_STEPS

    def find_longest_match(
        self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
    ) -> Match:
        """The longest match within two ranges, of no length once the steps are used up."""
        if self._counted and self.left >= 0:
            self.left -= sum(self._many[word] for word in self._old[alo:ahi])
        return super().find_longest_match(alo, ahi, blo, bhi) if self.left >= 0 else Match(alo, blo, 0)


def _opcodes(old: Sequence[str], new: Sequence[str], *, last: bool = False) -> Iterator[Edit]:
    matcher = _Matcher(old, new)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Edit("keep", "".join(old[a:b]))
        elif tag == "replace" and matcher.left < 0 and not last:
            yield from _by_entries(old[a:b], new[c:d])
        else:
            yield from _replaced(old[a:b], new[c:d])


def _by_entries(old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
    """The entries of a list first, then the words of those exchanged, one by one where they are as many."""
    one, other = _ENTRY.findall("".join(old)), _ENTRY.findall("".join(new))
    for tag, a, b, c, d in _Matcher(one, other).get_opcodes():
        if tag == "equal":
            yield Edit("keep", "".join(one[a:b]))
        elif b - a == d - c:
            for entry, successor in zip(one[a:b], other[c:d], strict=True):
                yield from _opcodes(words(entry), words(successor), last=True)
        else:
            yield from _replaced(one[a:b], other[c:d])


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
    yield Edit("drop", "".join(old))
    yield Edit("add", "".join(new))


def _by_sentences(old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
    """Sentences first, then the words of those that differ: for texts of many pages in one paragraph."""
    one, other = _SENTENCE.findall("".join(old)), _SENTENCE.findall("".join(new))
    if len(one) * len(other) > _TOO_MANY:
        yield from _replaced(old, new)
        return
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Edit("keep", "".join(one[a:b]))
        else:
            yield from _compared(words("".join(one[a:b])), words("".join(other[c:d])), coarse=True)


def _joined(edits: Iterable[Edit]) -> list[Edit]:
    """Neighbours of one kind in one edit; what is dropped before what is added in its place."""
    said = (edit for edit in edits if edit.text)
    runs = [Edit(kind, "".join(e.text for e in run)) for kind, run in groupby(said, lambda e: e.operation)]
    out: list[Edit] = []
    drop = add = ""
    for i, run in enumerate(runs):
        if run.operation == "drop":
            drop += run.text
        elif run.operation == "add":
            add += run.text
        elif _is_island(run.text) and drop + add and i + 1 < len(runs):
            drop, add = drop + run.text, add + run.text
        else:
            out += _change(drop, add)
            drop = add = ""
            out.append(run)
    return [*out, *_change(drop, add)]


def _is_island(text: str) -> bool:
    """Kept text too slight to stand alone between two changes: a blank, a stop, one Chinese character."""
    return len(text) == 1 and (not text.isalnum() or bool(_CHINESE.match(text)))


def _change(drop: str, add: str) -> Iterator[Edit]:
    if drop:
        yield Edit("drop", drop)
    if add:
        yield Edit("add", add)
