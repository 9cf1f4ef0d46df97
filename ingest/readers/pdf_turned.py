"""Text that does not run from left to right as the page is shown: pages on their side, vertical Chinese.

Both are read as if the page were turned, so that all that follows sees lines from left to right.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import pypdfium2

from mandex.ingest.readers.pdf_glyphs import ASLANT, Fragment, Page, read_page

_MOST = 0.8  # of the characters: a page on its side may have an upright running head
_STACKED = 0.6  # of the characters stand right below another: figures between them may be set across
_FEWEST = 12  # characters; fewer are a label beside a chart
_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]")
_LEAST_HAN = 0.3
_PIECE = 2  # characters: what vertical text sets across its column
_ASIDE, _CLOSE, _FAR = 0.6, 0.5, 1.8  # in type sizes: one character below another
_REACH = 1.5  # in type sizes: characters of one column touch


def read_upright(page: pypdfium2.PdfPage) -> Page:
    """What stands on a page, seen so that its text runs from left to right."""
    found = read_page(page)
    if quarter := _main_quarter(found.fragments):
        found = read_page(page, quarter)
    if _is_vertical(found.fragments):
        columns = tuple(_laid(found))
        found = replace(found, width=found.height, height=found.width, fragments=columns)
    return found


def _main_quarter(fragments: Sequence[Fragment]) -> int:
    """By how many quarters the text of the page is turned against the page; 0 where most stands upright."""
    lengths = Counter[int]()
    for fragment in fragments:
        lengths[fragment.quarter] += len(fragment.text.strip())
    quarter, most = max(lengths.items(), key=lambda item: item[1], default=(0, 0))
    return quarter if quarter != ASLANT and most >= _MOST * lengths.total() else 0


def _is_vertical(fragments: Sequence[Fragment]) -> bool:
    """Whether the characters stand below each other, as in Chinese set in columns from right to left."""
    total = sum(len(f.text.strip()) for f in fragments)
    if total < _FEWEST or total > _PIECE * len(fragments):
        return False
    stacked = sum(len(a.text.strip()) for a, b in pairwise(fragments) if _is_below(a, b))
    if stacked < _STACKED * total:
        return False
    return sum(len(_HAN.findall(f.text)) for f in fragments) >= _LEAST_HAN * total


def _is_below(above: Fragment, below: Fragment) -> bool:
    size = max(above.size, below.size)
    return abs(above.x0 - below.x0) < _ASIDE * size and _CLOSE * size < below.y - above.y < _FAR * size


def _laid(page: Page) -> Iterator[Fragment]:
    """Columns, which run from right to left, as lines; what is set across them lies on its side.

    Figures and stops, narrower than their column, stand at its side or in its middle.
    """
    columns = sorted(_middle(f) for f in page.fragments if _HAN.match(f.text))
    for fragment in page.fragments:
        at = bisect_left(columns, _middle(fragment))
        column = min(columns[max(0, at - 1) : at + 1], key=lambda middle: abs(middle - _middle(fragment)))
        near = abs(column - _middle(fragment)) < _ASIDE * fragment.size
        top = fragment.y - fragment.size
        yield replace(
            fragment,
            x0=top,
            x1=top + _REACH * fragment.size,
            y=page.width - (column if near else _middle(fragment)),
            quarter=0 if len(fragment.text.strip()) <= _PIECE else 3,
        )


def _middle(fragment: Fragment) -> float:
    return (fragment.x0 + fragment.x1) / 2
