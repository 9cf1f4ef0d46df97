"""Every character of a repaired text leads back to its source, or to a logged edit."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from mandex.corpus.expressions import Expression
from mandex.corpus.model import Span
from mandex.corpus.traced import Replacement, Traced
from mandex.ingest.repairs import PARAGRAPH_REPAIRS, REPAIRS, repair_paragraph, repair_text

PIECES = [
    "第", "1540", " ( 200 4 ) ", "号 ", "决 议", "，", "\n", "\n\n", "S/PRST/2005/", "64", "(6) ", "(a) ",
    "1. ",
    "4, ", "Decides ", "the ", "颁翱痴滨顿", "-19", "对于", "摆", "闭", "21-10046", "\n1/9\n", "¹ ",
    "%%%A|B|\n",
    "重 申 ", "\u3000",
]  # fmt: skip
printed = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def cuts(draw: st.DrawFn, length: int) -> list[Replacement]:
    points = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    return [
        Replacement(start, end, draw(st.text(max_size=3)))
        for start, end in zip(points[::2], points[1::2], strict=False)
    ]


@st.composite
def repaired(draw: st.DrawFn) -> tuple[str, Traced]:
    """A source and a text made of its halves by some rounds of replacing and slicing."""
    source = draw(printed)
    text = Traced.of(source)
    if draw(st.booleans()) and len(text) > 2:
        middle = draw(st.integers(1, len(text) - 2))
        text = Traced.join(draw(st.sampled_from(["", " "])), [text[:middle], text[middle + 1 :]])
    for name in draw(st.lists(st.sampled_from("abc"), max_size=4)):
        text = text.replace(name, cuts(draw, len(text)))
        if draw(st.booleans()):
            start = draw(st.integers(0, len(text)))
            text = text[start : draw(st.integers(start, len(text)))]
    return source, text


def check(source: str, text: Traced, start: int, end: int) -> None:
    """Each character of `start` .. `end` is the source's, or stands within an edit's span."""
    whole = text.source_span(start, end)
    assert 0 <= whole.start <= whole.end <= len(source)
    for at in range(start, end):
        span = text.source_span(at, at + 1)
        assert whole.start <= span.start <= span.end <= whole.end
        verbatim = span.end - span.start == 1 and source[span.start] == text.text[at]
        assert verbatim or any(e.span.start <= span.start and span.end <= e.span.end for e in text.edits)


@settings(max_examples=300, deadline=None)
@given(repaired(), st.data())
def test_any_span_leads_back(made: tuple[str, Traced], data: st.DataObject) -> None:
    source, text = made
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spans = [text.source_span(at, at + 1) for at in range(start, end)]
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(spans))
    check(source, text, start, end)


@given(printed)
def test_every_repair_leads_back(source: str) -> None:
    for repair in (*REPAIRS, *PARAGRAPH_REPAIRS):
        text = repair.apply(Traced.of(source))
        check(source, text, 0, len(text))


@given(printed)
def test_all_repairs_in_order_lead_back(source: str) -> None:
    text = repair_paragraph(repair_text(Traced.of(source)))
    check(source, text, 0, len(text))


def test_an_edit_says_what_was_printed() -> None:
    text = Traced.of("第 1540 ( 200 4 ) 号", 100).sub("split-year", Expression(r"\( 200 4 \)"), "(2004)")
    assert text.text == "第 1540 (2004) 号"
    [edit] = text.edits
    assert (edit.repair, edit.span, edit.before, edit.after) == (
        "split-year", Span(107, 116), "( 200 4 )", "(2004)",
    )  # fmt: skip
    assert text.source_span(7, 13) == Span(107, 116)
    assert text.source_span(14, 15) == Span(117, 118)


def test_a_slice_keeps_the_edits_that_fall_into_it() -> None:
    text = Traced.of("ab cd ef").sub("close", Expression(" "), "")
    assert [edit.span for edit in text[0:3].edits] == [Span(2, 3)]
    assert text[3:6].text == "def"


def test_a_joint_stands_for_the_gap() -> None:
    whole = Traced.of("left [note] right")
    joined = Traced.join(" ", [whole[0:4], whole[12:17]])
    assert joined.text == "left right"
    assert joined.source_span(4, 5) == Span(4, 12)
    assert joined.source_span(0, 10) == Span(0, 17)
