"""What became of every word of a source: in a paragraph, in a logged repair, or left out for a named reason.

This looks at the text that a reader hands on (`RawText.text`) and at the segments made of it, whichever
reader and whichever walker it was: a stretch that no paragraph and no repair accounts for becomes a
`left-out:` edit with its reason; where there is no good reason, the user is told (`text-left-out`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from mandex.corpus.model import LEFT_OUT, Edit, Problem, Span, place_of
from mandex.corpus.records import dataclass
from mandex.ingest.raw import RawText
from mandex.ingest.segment import Segmented
from mandex.ingest.segment.parts import is_prose
from mandex.ingest.segment.resolution import COUNCIL

# A word or a figure; every Chinese character counts.
_WORD = re.compile(r"[^\W_\u3400-\u9fff]+|[\u3400-\u9fff]")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
# Of bytes, all that is no letter and no figure as a blank.
_APART = bytes(code if chr(code).isalnum() and code < 0x80 else 0x20 for code in range(0x100))
# The longest number printed before a paragraph: "12. ", "“(b) ", "二、", "a.2.b.1. "
_LABEL_LENGTH = 16
_CONTENTS = re.compile(r"(?i:contents|page|paragraphs?)$|目\s?[录錄]|段\s?次|页\s?次")
_DRAFT_SYMBOL = re.compile(r"[\[(]?S/[\w/., ]+[\])]?")
_SHOWN = 80  # characters of lost text that a problem quotes


@dataclass(frozen=True, slots=True)
class Coverage:
    """All edits of a document, those for what was left out among them; the share kept; what is doubtful."""

    edits: tuple[Edit, ...]
    kept: float
    problems: tuple[Problem, ...]


def account(raw: RawText, read: Segmented) -> Coverage:
    """Find what became of every word."""
    out = [*_dropped(raw), *_left_out(raw, read)]
    edits = sorted((*read.edits, *out), key=place_of) if out else read.edits
    taken = Counter(e.before for e in edits if _is_removal(e))  # hyphens and marks, the same again and again
    removed = sum(words(text) * times for text, times in taken.items())
    total = words(raw.text)
    lost = [edit for edit in out if edit.repair == LEFT_OUT + "unplaced"]
    return Coverage(tuple(edits), round(1 - removed / total, 4) if total else 1.0, tuple(_told(lost)))


def _is_removal(edit: Edit) -> bool:
    """Whether an edit takes printed words away; the formula that opens all resolutions is understood."""
    return not edit.after.strip() and edit.span.start < edit.span.end and edit.repair != LEFT_OUT + "formula"


def words(text: str) -> int:
    """How many words and figures a text has; in Chinese every character counts."""
    if any(map(_WORD.match, set(_BEYOND_ASCII.findall(text)))):
        others, runs = _HAN.subn(" ", text)
        return len(text) - len(others) + runs + len(_WORD.findall(others))
    return len(text.encode("ascii", "replace").translate(_APART).split())  # ten times as fast


def _dropped(raw: RawText) -> Iterator[Edit]:
    for reason, text in raw.dropped:
        yield Edit(LEFT_OUT + reason, Span(0, 0), text, "")


def _told(lost: list[Edit]) -> Iterator[Problem]:
    if lost:
        count = sum(words(edit.before) for edit in lost)
        shown = " ".join(lost[0].before.split())[:_SHOWN]
        message = f"{count} words of the source are in no paragraph; the first are: {shown}"
        yield Problem("text-left-out", "warning", message)


def _left_out(raw: RawText, read: Segmented) -> Iterator[Edit]:
    """The stretches that nothing accounts for, each with the reason why."""
    own = (s for s in read.segments if s.kind not in ("title", "signature"))
    first = min((s.text.source_span(0, 1).start for s in own), default=len(raw.text))
    starts = sorted((s.text.source_span(0, 1).start, bool(s.label)) for s in read.segments)
    furniture = [block.span for block in raw.blocks if block.hint == "furniture"]
    known = sorted([*_accounted(read), *((span.start, span.end) for span in furniture)])
    for span in furniture:
        yield Edit(LEFT_OUT + "furniture", span, raw.text[span.start : span.end], "")
    for start, end in _gaps(known, raw.text):
        for line in re.finditer(r"[^\n\r\f]+", raw.text[start:end]):
            span = Span(start + line.start(), start + line.end())
            if _WORD.search(line[0]) and not _is_label(span, starts, raw.text):
                yield Edit(LEFT_OUT + _reason(line[0].strip(), span, first), span, line[0], "")


def _accounted(read: Segmented) -> Iterator[tuple[int, int]]:
    """What stands in paragraphs as it was, and what a repair has changed or taken away."""
    for segment in read.segments:
        yield from segment.text.verbatim()
    for edit in read.edits:
        # The joint of two halves says nothing of what stands between them.
        if edit.repair != "joined":
            yield edit.span.start, edit.span.end


def _gaps(known: Iterable[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """The stretches between what is known; one where only repaired blanks part them."""
    done = 0
    gap: tuple[int, int] | None = None
    for start, end in (*known, (len(text), len(text))):
        if start > done:
            if gap and not _WORD.search(text, gap[1], done):
                gap = gap[0], start
            else:
                if gap:
                    yield gap
                gap = done, start
        done = max(done, end)
    if gap:
        yield gap


def _is_label(span: Span, starts: list[tuple[int, bool]], text: str) -> bool:
    """Whether a stretch is the number printed before a paragraph, which its label keeps."""
    at = bisect_left(starts, (span.end, False))
    if at == len(starts) or not starts[at][1] or _WORD.search(text[span.end : starts[at][0]]):
        return False
    return len(text[span.start : span.end].strip()) <= _LABEL_LENGTH


def _reason(text: str, span: Span, first: int) -> str:
    """Why a stretch is in no paragraph; `unplaced` where nothing tells."""
    if COUNCIL.fullmatch(text):
        return "formula"
    if _DRAFT_SYMBOL.fullmatch(text):
        return "draft-symbol"
    if _CONTENTS.match(text):
        return "contents"
    return "masthead" if span.start < first and not is_prose(text) else "unplaced"
