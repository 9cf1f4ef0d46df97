"""What words of every day stand for in the Council's texts."""

from __future__ import annotations

import pytest

from mandex.corpus import tables
from mandex.corpus.renderings import renderings
from mandex.index.text.terms import terms

LARGEST = 512_000  # bytes of a file that is read as text


@pytest.mark.parametrize(
    ("term", "word", "why"),
    [
        ("kid", "child", "in plain English"),
        ("wage", "salari", "stems on both sides"),
        ("枪支", "weapon", "Chinese is asked of English texts, too"),
        ("地雷", "mine", "in plain Chinese"),
    ],
)
def test_a_word_of_every_day_renders_the_councils_word(term, word, why):
    assert renderings(term)[word] > 1, why


@pytest.mark.parametrize("term", ["", "zzyzx", "ki", "kid,362"])
def test_what_is_no_term_of_the_table_renders_nothing(term):
    assert renderings(term) == {}


def test_terms_stand_once_in_order_and_are_terms_themselves():
    rows = [row for name in tables.named("renderings_") for row in tables.rows(name)]
    found = [row["term"] for row in rows]
    assert found == sorted(set(found))
    assert all(times > 1 for term in found[::50] for times in renderings(term).values())
    read = [word for term in found[::50] for word in renderings(term)]
    assert sum(terms(word) == [word] for word in read) > 0.9 * len(read)  # stems of stems may be shorter


def test_no_file_of_it_is_too_long():
    assert all(
        len("\n".join(tables.lines(f"{name}.csv")).encode()) < LARGEST for name in tables.named("renderings_")
    )
