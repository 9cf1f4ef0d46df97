"""Printed lines into whole paragraphs, also across columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from mandex.corpus.records import dataclass
from mandex.ingest.readers import pdf_tables
from mandex.ingest.readers.pdf_lines import Line
from mandex.ingest.segment.lines import hangs

# In type sizes (em) unless said otherwise.
_GAP = 1.2  # of the usual distance between lines: more opens a paragraph
_LEADING = 1.2  # the usual distance, where too few lines show theirs
_FEW_LINES = 4
_INDENT = 0.7
_EVEN = 0.9  # of the lines begin at the margin
_SLACK = 0.8  # how far short of the margin a full line may end beyond what its next word needs
_SIZE_STEP = 0.25  # of the type size; OCR measures the same type a fifth larger or smaller

_LABEL = re.compile(r"^(?:\d{1,3}\.(?!\d)|\([a-z0-9]{1,5}\)|[a-z]\)|[IVXL]+\.)\s")
_BULLET = re.compile(r"^[•▪●◦·\uf0b7\uf0a7]\s*\S")
_DASH = re.compile(r"^[–—-]\s+\S")
_SIGNED = re.compile(r"^\(\s*(?:Signed|签名|簽名)\s*\)")
_NUMBER = re.compile(r"^(\d{1,3})\.(?!\d)\s")
_ENDS_SENTENCE = re.compile(r"[.;:!?。；：！？][”’\"')\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_ENDS_HEADING = re.compile(r"[.;:,。；：，]$")
_FIRST_WORD = re.compile(r"[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+")
_ALONE = re.compile(
    r"The Security Council,|安全理事[会會][，,]|Resolution \d{1,4} \(\d{4}\)|第\s?\d{1,4}\s?\(\d{4}\)号决议"
)
_HAN_END = re.compile(r"[\u3400-\u9fff。；：，、）]$")
# Of Chinese and where nothing else tells: a line so far short of the others ends its paragraph; one that
# stops in mid-sentence, so far.
_SHORT, _SHORT_UNENDED = 1.0, 5.0
_HEADING_LENGTH = 600


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed paragraph: its lines in order and what its looks say (`heading`, `table`, or nothing)."""

    lines: tuple[Line, ...]
    hint: str = ""

    @property
    def lead(self) -> str:
        """The italic words that open it, if only its opening is italic."""
        return "" if len(self.lines) == 1 and self.lines[0].italic else self.lines[0].lead


@dataclass(frozen=True, slots=True)
class _Frame:
    """The margins of a column of text, the usual distance of its lines and their size, in points."""

    left: float
    right: float
    farthest: float  # where the longest line ends, `right` being where most full ones do
    leading: float
    size: float
    even: bool  # neither gaps nor indents part its paragraphs

    def widest_gap(self, size: float) -> float:
        """The widest distance between lines of one paragraph set in a type of this size."""
        return _GAP * self.leading * max(1.0, size / self.size)


def paragraphs_of(lines: Sequence[Line], size: float) -> list[Printed]:
    """The paragraphs of a document's text lines in reading order; `size` is the usual type size."""
    frames = _frames(lines)
    out: list[Printed] = []
    for chunk, is_table in pdf_tables.runs(lines):
        if is_table:
            out.append(Printed(tuple(chunk), "table"))
            continue
        current: list[Line] = []
        for line in chunk:
            if current and _opens(line, current, frames):
                out.append(_finish(current, size))
                current = []
            current.append(line)
        if current:
            out.append(_finish(current, size))
    return out


def _frames(lines: Sequence[Line]) -> dict[tuple[int, int], _Frame]:
    columns: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        columns.setdefault((line.page, line.column), []).append(line)
    return {key: _frame(column) for key, column in columns.items()}


def _frame(lines: Sequence[Line]) -> _Frame:
    lefts = Counter(round(line.x0) for line in lines)
    rights = sorted(line.x1 for line in lines)
    gaps = sorted(
        below.y - line.y
        for line, below in pairwise(lines)
        if 0.5 * line.size < below.y - line.y < 3 * line.size and abs(below.size - line.size) < 1
    )
    usual = _LEADING * lines[0].size
    left, times = lefts.most_common(1)[0]
    return _Frame(
        left=left,
        right=rights[int(0.9 * (len(rights) - 1))],
        farthest=rights[-1],
        leading=gaps[len(gaps) // 5] if len(gaps) >= _FEW_LINES else min([usual, *gaps]),
        size=median(line.size for line in lines),
        even=len(gaps) >= _FEW_LINES and gaps[-1] < _GAP * gaps[0] and times >= _EVEN * len(lines),
    )


def _opens(line: Line, current: Sequence[Line], frames: dict[tuple[int, int], _Frame]) -> bool:
    """Does `line` open a new paragraph after the lines of the `current` one?"""
    last = current[-1]
    frame = frames[last.page, last.column]
    if abs(line.size - last.size) > _SIZE_STEP * last.size or line.bold != last.bold:
        return True
    if _BULLET.match(line.text) or _SIGNED.match(line.text):
        return True
    if _ALONE.fullmatch(line.text) or _ALONE.fullmatch(last.text):
        return True
    if (line.page, line.column) != (last.page, last.column):
        return not _continues(line, current, frame, frames[line.page, line.column])
    if line.y - last.y > frame.widest_gap(line.size) or line.cells > 1 or last.cells > 1:
        return True
    if last.bold or (last.italic and line.italic):
        return False
    if _has_next_number(line, current[0]) and _ENDS_SENTENCE.search(last.text):
        return True
    em = line.size
    if (frame.even or _HAN_END.search(last.text)) and _is_short(last, line, frame.farthest):
        return True
    if len(current) > 1:
        return abs(line.x0 - last.x0) > _INDENT * em and not _right_aligned(line, last, em)
    if line.x0 > last.x0 + _INDENT * em:  # a hanging paragraph, or the second of two short lines
        return not _has_label(last) and not _is_full(last, line, frame.right)
    return (_has_label(line) or _DASH.match(line.text) is not None) and not _is_full(last, line, frame.right)


def _continues(line: Line, current: Sequence[Line], frame: _Frame, ahead: _Frame) -> bool:
    """Does the first line of a column go on with the paragraph that the last column ended with?"""
    last, em = current[-1], line.size
    if last.bold or _has_label(line) or line.cells > 1:
        return False
    if last.cells == 1 and not last.italic and hangs(last.text, line.text):
        return True
    if not _is_full(last, line, frame.right):
        return False
    shift = ahead.left - frame.left
    first_at = current[0].x0
    goes_on_at = last.x0 if len(current) > 1 else frame.left
    if abs(line.x0 - shift - goes_on_at) > _INDENT * em:
        return len(current) == 1 and _has_label(last) and line.x0 - shift > first_at
    told_by_first_line = abs(first_at - goes_on_at) > _INDENT * em or _has_label(current[0])
    return told_by_first_line or not _ENDS_SENTENCE.search(last.text)


def _has_label(line: Line) -> bool:
    return bool(_LABEL.match(line.text))


def _has_next_number(line: Line, first: Line) -> bool:
    """Whether a line is numbered next after a paragraph that begins with `first`: 2. after 1."""
    number, before = _NUMBER.match(line.text), _NUMBER.match(first.text)
    return bool(number and before and int(number[1]) == int(before[1]) + 1)


def _is_full(line: Line, following: Line, right: float) -> bool:
    """Would the next word not have fitted on the line? In Chinese the next character is what counts."""
    match = _FIRST_WORD.match(following.text)
    word = match[0] if match else ""
    per_character = (following.x1 - following.x0) / max(1, len(following.text))
    return line.x1 + per_character * (len(word) + 1) > right - _SLACK * line.size


def _is_short(line: Line, following: Line, farthest: float) -> bool:
    """Does a line end where others go on? Before a number, any that a stop or a comma ends."""
    ended = _ENDS_HEADING.search(line.text) is not None
    if ended and _has_label(following):
        return True
    if not _HAN_END.search(line.text):
        return following.text[:1].isupper() and (ended or not _is_full(line, following, farthest))
    return not _is_full(line, following, farthest - (_SHORT if ended else _SHORT_UNENDED) * line.size)


def _right_aligned(line: Line, last: Line, em: float) -> bool:
    return abs(line.x1 - last.x1) < _INDENT * em


def _finish(lines: Sequence[Line], size: float) -> Printed:
    text = " ".join(line.text for line in lines)
    is_heading = (
        all(line.bold or line.italic for line in lines)
        and lines[0].size > 0.95 * size
        and len(text) < _HEADING_LENGTH
        and not _ENDS_HEADING.search(text)
    )
    return Printed(tuple(lines), "heading" if is_heading else "")
