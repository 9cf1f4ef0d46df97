"""What is adopted under Chapter VII, and what only speaks of it."""

from __future__ import annotations

import pytest
from mandate_cases import mandates, paragraphs

from mandex.corpus.languages import Lang
from mandex.ingest.mandates import chapter_vii

HINGES: list[tuple[str, Lang, bool]] = [
    ("Acting under Chapter VII of the Charter of the United Nations,", "en", True),
    ("Acting wider Chapter VII of the Charter,", "en", True),  # as an old scan has it
    ("Acting for these reasons under Article 41 of Chapter VII of the Charter,", "en", True),
    ("Reaffirming the need to act, and, for these specific purposes, acting under Chapter VII,", "en", True),
    ("Recalling resolution 1973 (2011), in which the Council, acting under Chapter VII,", "en", False),
    ("Underlining the Chapter VII mandate of the mission,", "en", False),
    # by its Articles, as older resolutions have it
    ("Acting under Articles 39 and 40 of the Charter,", "en", True),  # 598
    ("Acting in accordance with Articles 39 and 41 of the United Nations Charter,", "en", True),  # 232
    ("Orders the Governments concerned, pursuant to Article 40 of the Charter, to desist", "en", True),  # 54
    ("Decides, in accordance with Article 41 of the Charter, that", "en", True),  # 277
    ("Decides to consider further measures under Article 41 of the Charter", "en", False),  # 409
    ("Acting in accordance with Article 39 of the safeguards agreement,", "en", False),
    ("根据《联合国宪章》第七章采取行动，", "zh-Hans", True),
    ("依照《联合国宪章》第七章第四十一条采取行动，", "zh-Hans", True),
    ("根據《聯合國憲章》第七章採取行動，", "zh-Hant", True),
    ("回顾根据《联合国宪章》第七章规定的任务，", "zh-Hans", False),
]


@pytest.mark.parametrize(("text", "lang", "expected"), HINGES)
def test_hinge(text: str, lang: Lang, expected: bool) -> None:
    assert chapter_vii(paragraphs(("-", text), ("1", "Decides")), lang) is expected


def test_a_preambular_hinge_covers_all_paragraphs() -> None:
    rows = mandates(("-", "Acting under Chapter VII of the Charter,"), ("1", "Decides;"), ("2", "Urges;"))
    assert [row.chapter_vii for row in rows] == [True, True]


def test_a_hinge_inside_a_paragraph_covers_its_rest_and_its_sub_paragraphs() -> None:
    rows = mandates(
        ("1", "Requests this, and, acting under Chapter VII of the Charter, further decides to:"),
        ("1(a)", "do so;"),
        ("2", "Urges that;"),
    )
    assert [(row.verb, row.chapter_vii) for row in rows] == [
        ("Requests", False), ("further decides", True), ("further decides", True), ("Urges", False),
    ]  # fmt: skip


def test_a_hinge_before_a_demand_is_none_of_its_own() -> None:
    """794 (1992) OP10."""
    rows = mandates(("10", "Acting under Chapter VII of the Charter, authorizes Member States to use force;"))
    assert [(row.verb, row.chapter_vii) for row in rows] == [("authorizes", True)]


def test_a_hinge_between_paragraphs_covers_its_section() -> None:
    rows = mandates(
        ("1", "Urges this;"),
        ("#", "B"),
        ("", "Acting under Chapter VII of the Charter of the United Nations,"),
        ("2", "Decides that;"),
        ("#", "C"),
        ("3", "Urges more;"),
    )
    assert [(row.verb, row.chapter_vii) for row in rows] == [
        ("Urges", False), ("Decides", True), ("Urges", False),
    ]  # fmt: skip


def test_a_hinge_on_a_line_of_its_own_closes_the_preamble() -> None:
    """2666 (2022) in Chinese: operative, without a number, and headings follow."""
    rows = mandates(
        ("", "根据《联合国宪章》第七章采取行动，"),
        ("#", "政治局势"),
        ("1", "决定所有国家应采取措施；"),
        lang="zh-Hans",
    )
    assert [row.chapter_vii for row in rows] == [True]


def test_a_decision_taken_under_chapter_vii_says_so_itself() -> None:
    """733 (1992), 5."""
    rows = mandates(
        ("4", "Strongly urges all parties to cease hostilities;"),
        ("5", "Decides, under Chapter VII of the Charter of the United Nations, that all States shall act;"),
        ("6", "Calls upon all States to refrain;"),
    )
    assert [row.chapter_vii for row in rows] == [False, True, False]
