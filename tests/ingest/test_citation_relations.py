"""Relations that hang on more than the words before a number: days of adoption, points of a decision."""

from __future__ import annotations

import pytest
from mandate_cases import paragraphs

from mandex.corpus.languages import Lang
from mandex.ingest.citations import find_citations

# lines, language, relation of the last citation, why
CASES: list[tuple[list[tuple[str, str]], Lang, str, str]] = [
    ([("1", "Decides to extend the mandate for twelve months from the date of adoption of this resolution")],
     "en", "mentions", "only a day is named"),
    ([("1", "决定将任务期限自本决议通过之日起再延长12个月")], "zh-Hans", "mentions", "and in Chinese"),
    ([("1", "Decides to extend the mandate set out in resolution 2473 (2019) until 1 June 2022")],
     "en", "extends", "but what is extended is"),
    ([("7", "Decides that:"), ("7(a)", "The measures of resolution 1696 (2006) shall be terminated")],
     "en", "terminates", "a point takes the act of its stem"),
    ([("7", "Notes that:"), ("7(a)", "The measures of resolution 1696 (2006) shall be terminated")],
     "en", "mentions", "where the stem decides nothing, nothing ends"),
    ([("1", "Condemns the failure to abide by resolution 1696 (2006)")], "en", "mentions",
     "abide by is no basis"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "lang", "relation", "why"), CASES, ids=[case[3] for case in CASES])
def test_relations(lines: list[tuple[str, str]], lang: Lang, relation: str, why: str) -> None:
    found = find_citations(paragraphs(*lines), symbol="S/RES/2600 (2021)", date="2021-10-15", lang=lang)
    assert found[-1].relation == relation, why
