"""No stage costs more than linear in its input, or a text of a kilobyte could hold a run up for hours."""

from __future__ import annotations

import sys

import pytest
from torture import growth

_SHORT = 6_000  # bytes; the long form has 100,000, and every opening
_UNSURE = (
    1.5  # so short a text shows growth only roughly: what looks steeper is measured at four times the size
)


@pytest.mark.skipif(sys.platform == "win32", reason="the alarm that ends what hangs is of POSIX")
@pytest.mark.parametrize("stage", [stage for stage in growth.STAGES if stage != "question"])
def test_no_stage_hangs_or_explodes(stage: str) -> None:
    found = list(growth.stages(_SHORT, [stage], heads=[growth.HEADS[1]]))
    assert len(found) > 150
    again = [growth.again(one, 4 * _SHORT) for one in found if one.exponent > _UNSURE]
    assert not [str(one) for one in again if one.steep]


# What the long form found, each with the length at which it took seconds.
FOUND = [
    ("query", "", "2025年12月31日", 20_000),  # a date in a word without end
    ("question", "", "1", 50_000),  # a run of figures was looked at from each of its figures
    (
        "text to document",
        "S/RES/9001 (2031)\n\nThe Security Council,\n\n1. Decides ",
        ".",
        8_000,
    ),  # trailing stops
    (
        "text to document",
        "",
        "《联合国宪章》第七章",
        60_000,
    ),  # each name compared with all
    (
        "text to document",
        "1. Decides ",
        "see S/PRST/2005/64 ",
        60_000,
    ),  # the next decision was looked for to the end
    ("Akoma Ntoso", "", "<!--", 24_000),  # comments that never end
    ("Akoma Ntoso", "<", "a", 24_000),  # a tag that never ends
    ("Akoma Ntoso", "", "<b></i>", 40_000),  # each end tag was looked for among all that are open
    ("Markdown", "", "<!--", 24_000),
    ("Markdown", "# a", " ", 3_000),  # a heading with a gap
    ("Markdown", "决定在", "*", 200_000),  # the rest of the line was copied at each mark
    ("wikitext", "", "<!--", 24_000),
    ("wikitext", "", "<ref>", 24_000),
    ("wikitext", "", "e-\n", 12_000),  # a paragraph of many lines was joined anew at each
    ("wikitext", "= a", " ", 20_000),
]


@pytest.mark.skipif(sys.platform == "win32", reason="the alarm that ends what hangs is of POSIX")
@pytest.mark.parametrize(("stage", "head", "pattern", "size"), FOUND)
def test_what_was_steep_once(stage: str, head: str, pattern: str, size: int) -> None:
    seconds, exponent = growth.measure(growth.STAGES[stage], head, pattern, size)
    assert exponent <= 1.5, seconds
    assert seconds < 5
