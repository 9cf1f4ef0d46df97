"""Folding is the same whether the characters beyond ASCII in a text are few or many."""

from __future__ import annotations

import pytest

from mandex.corpus.fold import fold, fold_citing

_ENGLISH = "Decides To Extend the mandate of the Mission until 31 December 2025, "


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("the Council’s “Decision” — Côte d’Ivoire", "the council's \"decision\" - cote d'ivoire"),
        ("the\u00a0Mission\tand\nthe Force", "the mission and the force"),
        ("決定延長任務期限", "决定延长任务期限"),
    ],
)
def test_few_marks_in_a_long_text_are_folded_as_in_a_short_one(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(_ENGLISH * 20 + text) == _ENGLISH.lower() * 20 + folded


def test_what_no_citation_has_stays_however_often_it_is_met() -> None:
    for _ in range(2):
        assert fold_citing("第１３７３（２００１）號 Ω “é”") == "第1373(2001)号 Ω “é”"
