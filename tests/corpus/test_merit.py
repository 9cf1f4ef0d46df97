"""Which of two copies of one document is kept."""

from __future__ import annotations

import pytest

from mandex.corpus.merit import Merit

WHOLE = [
    ("preambular", "Recalling its resolution 1267 (1999),"),
    ("operative", "Decides that all States shall act;"),
] * 20
SUMMARY = [("operative", "States must freeze funds.")] * 3
NUMBERED = [("operative", "Decides that all States"), ("operative", "5 shall act without delay")] * 26


def merit(paragraphs: list[tuple[str, str]], **other: object) -> Merit:
    known = {"type_": "resolution", "format_": "text", "repairs": 0, "source": "a"} | other
    return Merit.of(paragraphs, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        # A page that sums up never stands for the text, whatever its format.
        (merit(WHOLE), merit(SUMMARY, format_="akn")),
        # A draft with line numbers has more paragraphs, in pieces.
        (merit(WHOLE, format_="pdf"), merit(NUMBERED, format_="pdf")),
        (merit(WHOLE, source="z"), merit(WHOLE, type_="draft", format_="akn")),
        # Equal texts: the format that keeps more, the cleaner copy, the first name.
        (merit(WHOLE, format_="akn", source="z"), merit(WHOLE, format_="pdf")),
        (merit(WHOLE, source="z"), merit(WHOLE, repairs=9)),
        (merit(WHOLE, source="a"), merit(WHOLE, source="b")),
    ],
)
def test_the_better_copy_wins_from_either_side(better: Merit, worse: Merit) -> None:
    assert better.beats(worse)
    assert not worse.beats(better)
