from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mandex.index.compare.words import Edit, differences, words


def marked(edits: list[Edit]) -> str:
    signs = {"keep": "{}", "drop": "[-{}-]", "add": "{{+{}+}}"}
    return "".join(signs[edit.operation].format(edit.text) for edit in edits)


CASES = [
    # a date in the middle is replaced as one: the blank between its words is not kept for itself
    ("until 31 July 2022;", "until 31 January 2023;", "until 31 [-July 2022-]{+January 2023+};"),
    # words, not letters: *renew* is no change inside *renews*
    ("Decides to renew", "Decides to extend", "Decides to [-renew-]{+extend+}"),
    # a number with its groups is one word
    ("up to 17,000 troops", "up to 17,500 troops", "up to [-17,000-]{+17,500+} troops"),
    # Chinese words of the vocabulary change whole
    ("决定敦促会员国", "决定促请会员国", "决定[-敦促-]{+促请+}会员国"),
    # a character left between two changes is no island
    ("至2022年7月31日", "至2023年1月31日", "至[-2022年7-]{+2023年1+}月31日"),
    ("", "new", "{+new+}"),
    ("old", "", "[-old-]"),
    ("same", "same", "same"),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_words_that_changed(old: str, new: str, expected: str) -> None:
    assert marked(differences(old, new)) == expected


@settings(deadline=None)
@given(
    st.text(alphabet="ab c.,;1\n会员国决定号", max_size=80),
    st.text(alphabet="ab c.,;1\n会员国决定号", max_size=80),
)
def test_edits_give_both_texts(old: str, new: str) -> None:
    edits = differences(old, new)
    assert "".join(edit.text for edit in edits if edit.operation != "add") == old
    assert "".join(edit.text for edit in edits if edit.operation != "drop") == new
    kinds = [edit.operation for edit in edits]
    assert all(one != other for one, other in pairwise(kinds))


@settings(deadline=None)
@given(st.text())
def test_words_lose_nothing(text: str) -> None:
    assert "".join(words(text)) == text


def test_a_text_of_many_pages_is_compared_by_sentences() -> None:
    old = " ".join(f"Sentence {i} says what it says." for i in range(4000))
    new = old.replace("Sentence 77 says", "Sentence 77 denies")
    changed = [edit for edit in differences(new, old) if edit.operation != "keep"]
    assert changed == [Edit("drop", "denies"), Edit("add", "says")]
    backwards = " ".join(f"Phrase {i * 7919 % 4001} tells it." for i in range(4000))
    edits = differences(old, backwards)
    assert "".join(edit.text for edit in edits if edit.operation != "drop") == backwards


def test_lists_of_resolutions_of_one_year_are_compared_one_by_one() -> None:
    """Each year and each comma has its like in every place: word by word this took the cube of the length."""
    old, new = (", ".join(f"{first + i} (2001)" for i in range(240)) for first in (1000, 2000))
    changed = [edit.text for edit in differences(old, new) if edit.operation == "add"]
    assert changed == [str(2000 + i) for i in range(240)]
