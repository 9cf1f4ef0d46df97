"""Where words of every day and the words of the Council stand to each other."""

from __future__ import annotations

from operator import mul

import pytest

from mandex.corpus import tables
from mandex.corpus.renderings import SIZE, asked, said
from mandex.index.text.terms import terms

LARGEST = 512_000  # bytes of a file that is read as text
TABLES = tables.named("renderings_")


@pytest.mark.parametrize(
    ("term", "word", "other", "why"),
    [
        ("kid", "child", "women", "in plain English"),
        ("wage", "salari", "weapon", "stems on both sides"),
        ("枪支", "weapon", "mine", "Chinese is asked of English texts, too"),
        ("地雷", "mine", "weapon", "in plain Chinese"),
    ],
)
def test_a_word_of_every_day_is_nearer_to_the_councils_word_than_to_others(term, word, other, why):
    assert _near(term, word) > max(0, _near(term, other)), why


def _near(term, word):
    return sum(map(mul, asked(term), said(word)))


@pytest.mark.parametrize("term", ["", "zzyzx", "observatio", "kid,", "term,vector"])
def test_what_is_no_term_of_the_tables_has_no_vector(term):
    assert [*asked(term), *said(term)] == []


@pytest.mark.parametrize("kind", ["asked", "said"])
def test_terms_stand_once_in_order_and_each_has_a_vector(kind):
    found = [row["term"] for name in TABLES if kind in name for row in tables.rows(name)]
    assert found == sorted(set(found))
    of_term = asked if kind == "asked" else said
    assert {len(of_term(term)) for term in found[::50]} == {SIZE}
    read = [term for term in found[::50] if term.isascii()]
    assert sum(terms(term) == [term] for term in read) > 0.9 * len(read)  # stems of stems may be shorter


def test_no_file_of_it_is_too_long():
    assert all(len("\n".join(tables.lines(f"{name}.csv")).encode()) < LARGEST for name in TABLES)
