"""Two languages side by side: two documents in one file.

Some offices print a resolution in Chinese and in English in two columns; each column is the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mandex.ingest.readers.pdf_lines import Line

_HAN = re.compile(r"[\u3400-\u9fff]")
_MOST = 0.8  # of a column's lines; in an English one so few are Chinese as in a Chinese one are not


def by_language(pages: Sequence[Sequence[Line]]) -> list[tuple[str, list[list[Line]]]]:
    """The pages as they are, or those of each column, with its name, where the columns are in two languages.

    What stands across a page belongs to both.
    """
    if not _are_two(pages):
        return [("", [list(page) for page in pages])]
    return [
        (name, [[line for line in page if line.column in (0, number)] for page in pages])
        for number, name in ((1, "left column"), (2, "right column"))
    ]


def _are_two(pages: Sequence[Sequence[Line]]) -> bool:
    sides = [[line for page in pages for line in page if line.column == number] for number in (1, 2)]
    across = sum(line.column == 0 for page in pages for line in page)
    if not all(sides) or across > min(map(len, sides)):
        return False
    han = [sum(bool(_HAN.search(line.text)) for line in side) / len(side) for side in sides]
    return max(han) >= _MOST and min(han) <= 1 - _MOST
