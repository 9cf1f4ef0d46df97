"""Printed numbering and the full labels it makes."""

from __future__ import annotations

import pytest

from mandex.ingest.segment.labels import Numbering, bullet, chinese_number, marker, roman


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("1. Decides", "1", "Decides"),
        ("1.决定", "1", "决定"),
        ("12．决定", "12", "决定"),
        ("(a) To", "a", "To"),
        ("( a ) To", "a", "To"),
        ("（一）监测", "一", "监测"),
        ("㈠ 监测", "㈠", "监测"),
        ("(aa) To", "aa", "To"),
    ],
)
def test_marker(text: str, label: str, rest: str) -> None:
    mark = marker(text)
    assert mark is not None
    assert (mark.text, text[mark.end :]) == (label, rest)


@pytest.mark.parametrize(
    "text",
    [
        "1.5 million people",
        "1373 (2001) of 28 September",  # a number that wrapped to the line's start
        "(“the Committee”)",
        "Decides",
    ],
)
def test_no_marker(text: str) -> None:
    assert marker(text) is None


@pytest.mark.parametrize(
    ("printed", "labels"),
    [
        ("1. (a) (b) (i) (ii) (c) 2.", "1 1(a) 1(b) 1(b)(i) 1(b)(ii) 1(c) 2"),
        ("1. (g) (h) (i) (j)", "1 1(g) 1(h) 1(i) 1(j)"),  # the letter, not the numeral
        ("1. (a) ㈠ ㈡ (b)", "1 1(a) 1(a)(㈠) 1(a)(㈡) 1(b)"),
        ("1. (z) (aa) (bb)", "1 1(z) 1(aa) 1(bb)"),
        ("1. (一) (二) (十一)", "1 1(一) 1(二) 1(十一)"),
        ("7. (I) (a) (b) (II) (a)", "7 7(I) 7(I)(a) 7(I)(b) 7(II) 7(II)(a)"),
        # letters run on from one task to the next, Romans begin anew (resolution 2765, paragraph 36)
        (
            "36. (i) (a) (b) (ii) (c) (iii) (d)",
            "36 36(i) 36(i)(a) 36(i)(b) 36(ii) 36(ii)(c) 36(iii) 36(iii)(d)",
        ),
        ("36. ㈠ (g) (h) ㈡ (i) (j)", "36 36(㈠) 36(㈠)(g) 36(㈠)(h) 36(㈡) 36(㈡)(i) 36(㈡)(j)"),
    ],
)
def test_nesting(printed: str, labels: str) -> None:
    numbering = Numbering()
    marks = [marker(f"{text} words") for text in printed.split()]
    assert " ".join(numbering.place(mark) for mark in marks if mark) == labels


def test_a_list_belongs_to_its_paragraph_whatever_ends_it() -> None:
    """Headings without a colon introduce points: *36. ... (a) Protection of civilians* (i) To protect ..."""
    numbering = Numbering()
    marks = [marker(text) for text in ("36. Decides", "(a) Protection of civilians", "(i) To protect")]
    assert [numbering.place(mark, introduced=False) for mark in marks if mark] == ["36", "36(a)", "36(a)(i)"]


def test_capitals_that_nothing_introduces_head_parts() -> None:
    numbering = Numbering()
    marks = [marker(text) for text in ("1. Decides", "(A) Sanctions", "2. Decides", "(B) Reports")]
    assert [numbering.place(mark, introduced=False) for mark in marks if mark] == ["1", "(A)", "2", "(B)"]


def test_bullets_are_no_labels() -> None:
    assert bullet("– strengthening") == 2
    assert bullet("-strengthening") == 0


@pytest.mark.parametrize(("text", "value"), [("iv", 4), ("ix", 9), ("xl", 40), ("iiii", 0), ("viii", 8)])
def test_roman(text: str, value: int) -> None:
    assert roman(text) == value


@pytest.mark.parametrize(("text", "value"), [("一", 1), ("十", 10), ("十二", 12), ("二十三", 23)])
def test_chinese_number(text: str, value: int) -> None:
    assert chinese_number(text) == value
