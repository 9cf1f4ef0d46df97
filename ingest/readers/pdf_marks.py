"""Raised and lowered figures: marks of notes, powers, the 2 of CO2; which line each of them belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from mandex.ingest.readers.pdf_glyphs import Fragment

# All in type sizes (em).
_RAISED_AT_MOST = 0.65
_SMALL = 0.85  # a raised fragment at most this much of the size beside it is a mark
_LOWERED_AT_MOST, _BESIDE = 0.4, 0.2  # of the size of the word it stands beside
_MARK_FIGURES = 3  # of the number of a note
_TOUCHING = 1.2  # widest gap between a mark and the word it belongs to


def hangs_from(fragment: Fragment, row: Sequence[Fragment]) -> bool:
    """Is it lowered beside a word of the line above: the 2 of CO2?"""
    return any(
        fragment.size <= _SMALL * other.size
        and fragment.y - other.y <= _LOWERED_AT_MOST * other.size
        and 0 <= fragment.x0 - other.x1 + _BESIDE * other.size <= 2 * _BESIDE * other.size
        for other in row
    )


def marks_below(fragments: Sequence[Fragment], row: Sequence[Fragment]) -> list[Fragment]:
    """The raised marks of the line below.

    Where each figure was set by itself, ¹ takes ² with it, and the last character of a longer word stays.
    """
    marks = [fragment for fragment in fragments if _belongs_below(fragment, row)]
    if not marks or len(marks) == len(fragments):
        return marks
    places = {id(fragment) for fragment in marks}
    runs: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda f: f.x0):
        last = runs[-1][-1] if runs else None
        if last and last.size == fragment.size and fragment.x0 - last.x1 <= _BESIDE * fragment.size:
            runs[-1].append(fragment)
        else:
            runs.append([fragment])
    moved = (
        run for run in runs
        if all(id(one) in places for one in run)
        or (len(run) <= _MARK_FIGURES and any(id(one) in places for one in run))
    )  # fmt: skip
    return [fragment for run in moved for fragment in run]


def _belongs_below(fragment: Fragment, row: Sequence[Fragment]) -> bool:
    """Is it a raised mark of the line below, standing right beside one of its words?"""
    return any(
        fragment.size <= _SMALL * other.size
        and other.y - fragment.y <= _RAISED_AT_MOST * other.size
        and min(abs(fragment.x0 - other.x1), abs(other.x0 - fragment.x1)) <= _TOUCHING * other.size
        for other in row
    )
