"""Chinese characters set aslant, made upright before they are read.

Where a Chinese text is typeset by a western program, its verbs stand in a slanted face that tesseract was
never taught: 回顾 comes out as 厅厂, without confidence. A line that opens so is sheared upright and read
again; how many characters its opening verb has is seen there, and only those are made upright in the picture.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from mandex.corpus.records import dataclass
from mandex.ingest.segment import openers
from mandex.ingest.tesseract import Picture, ReadLine, Recognised

_SLANT = 0.25  # dots to the right for each dot up: faces made slanted lean by 12 to 17 degrees
_DOUBTFUL = 50.0  # confidence; upright openings come out at 90 and more
_OPENING_WORDS = 4
_LABEL = re.compile(r"\d{1,3}\.|\(\w{1,3}\)")
_NO_CHINESE = re.compile(
    r"[^\u4e00-\u9fff]*"
)  # the label, which stands upright: sheared, `1.` is read as `\.`
_COUNCIL = re.compile(r"安全理事[会會]")
_CHINESE_WORD = re.compile(r"[\u4e00-\u9fff]+")
_STRETCH = 6  # characters that tell their distance
_ABOVE = 4  # dots by which a line's characters may stand out of its box
_INK = 140  # grey: darker is print
_OPENING_REACH = 9.0  # characters: a label, the gap after it and the longest verb
_PAPER = 225  # grey: darker is the edge of a stroke
_MOSTLY = 0.6  # of the dots of a stroke
_LABEL_REACH = 2.5  # characters within which a label and the gap after it end
_BEARING = 0.04  # of a character: white on either side of it


def straightened(picture: Picture, found: Recognised, read: Callable[[Picture], Recognised]) -> Recognised:
    """What is read of a page once its slanted openings are upright; `found` where there are none."""
    doubtful = [line for line in found.lines if _is_doubtful(line)]
    em = _em(found)
    if not doubtful or not em:
        return found
    sheared = picture.copy()
    for line in doubtful:
        _shear(sheared, picture, _Cut(line, 0, round(line.words[0].left + _OPENING_REACH * em)))
    cuts = _cuts(doubtful, read(sheared).lines, sheared, em)
    if not cuts:
        return found
    upright = picture.copy()
    for cut in cuts:
        _shear(upright, picture, cut)
    again = read(upright)
    return again if again.confidence > found.confidence else found


def _is_doubtful(line: ReadLine) -> bool:
    """Has the opening of a line come out without confidence?"""
    return min(word.confidence for word in line.words[:_OPENING_WORDS]) < _DOUBTFUL


def _em(found: Recognised) -> float:
    """How wide a Chinese character is printed, in dots; 0 where too few tell. Justified lines are wider."""
    pitches = sorted(pitch for line in found.lines for pitch in _pitches(line))
    return pitches[len(pitches) // 4] if pitches else 0.0


def _pitches(line: ReadLine) -> Iterator[float]:
    """The distance of characters in each stretch of a line that is all Chinese."""
    for chinese, words in groupby(
        line.words, key=lambda word: _CHINESE_WORD.fullmatch(word.text) is not None
    ):
        stretch = list(words)
        size = sum(len(word.text) for word in stretch)
        if chinese and size >= _STRETCH:
            yield (stretch[-1].right - stretch[0].left) / (size - _BEARING)


@dataclass(frozen=True, slots=True)
class _Cut:
    """The stretch of a line that is to be made upright, between two places on its base line."""

    line: ReadLine
    start: int
    end: int


def _cuts(
    doubtful: Sequence[ReadLine], sheared: Sequence[ReadLine], picture: Picture, em: float
) -> list[_Cut]:
    cuts = []
    for line in doubtful:
        middle = line.top + line.height // 2
        again = next((x for x in sheared if x.top <= middle <= x.bottom), None)
        size = _opening("".join(word.text for word in again.words)) if again else 0
        if size:
            labelled = _LABEL.match("".join(word.text for word in line.words)) is not None
            start = _first_ink(picture, line, em, labelled)
            cuts.append(_Cut(line, round(start - _BEARING * em), round(start + size * em)))
    return cuts


def _opening(text: str) -> int:
    """How many characters the verbs have with which a line opens, or the Council's name."""
    label = _NO_CHINESE.match(text)
    start = at = label.end() if label else 0
    while verb := openers.chinese(text[at:]):  # 表示注意到 is two of them
        at += len(verb)
    council = _COUNCIL.match(text, start)
    return (council.end() if council else at) - start


def _first_ink(picture: Picture, line: ReadLine, em: float, labelled: bool) -> int:
    """Where the text of a line begins: after the widest gap behind its label, where it has one."""
    rows = picture[line.top : line.bottom]
    columns = [int(x) for x in np.flatnonzero(np.any(rows < _INK, axis=0))]
    left = line.words[0].left
    columns = [x for x in columns if left - em < x < left + (_LABEL_REACH + 1) * em]
    if not columns:
        return left
    if not labelled:
        return columns[0]
    gaps = [(b - a, b) for a, b in pairwise(columns) if b < left + _LABEL_REACH * em]
    return max(gaps, default=(0, columns[0]))[1]


def _shear(target: Picture, source: Picture, cut: _Cut) -> None:
    """Move the rows of a stretch to the left, the more the higher they stand; what they leave is white.

    The top of a slanted character leans over the next one. Strokes that lie mostly on one side of the slanted
    line between them belong there whole.
    """
    top, bottom = max(0, cut.line.top - _ABOVE), min(source.shape[0], cut.line.bottom + _ABOVE)
    left = max(0, cut.start)
    right = min(source.shape[1], cut.end + bottom - top)
    rows = source[top:bottom, left:right]
    shifts = [max(0, round(_SLANT * (cut.line.bottom - y))) for y in range(top, bottom)]
    moved = _moved(rows, np.array(shifts), cut.start - left, cut.end - left)
    target[top:bottom, left:right][moved] = 255
    for y, shift in enumerate(shifts):
        xs = moved[y].nonzero()[0]
        row = target[top + y]
        places = np.maximum(xs + left - shift, 0)
        row[places] = np.minimum(row[places], rows[y, xs])


def _moved(rows: Picture, shifts: NDArray[np.int_], start: int, end: int) -> NDArray[np.bool_]:
    """Which dots of a stretch belong to its slanted characters."""
    x = np.arange(rows.shape[1])[None, :] - shifts[:, None]
    inside = (x >= start) & (x < end)
    strokes, count = ndimage.label(rows < _PAPER, np.ones((3, 3)))
    shares = ndimage.mean(inside, strokes, np.arange(count + 1)) if count else np.zeros(1)
    share = np.asarray(shares)[strokes]
    whole = (strokes > 0) & ((share > _MOSTLY) | (share < 1 - _MOSTLY))
    return np.where(whole, share > _MOSTLY, inside)
