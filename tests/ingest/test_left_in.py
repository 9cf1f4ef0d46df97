"""Labels that a source leaves among the words become labels, and nothing else does."""

from __future__ import annotations

import pytest

from mandex.corpus.languages import Lang
from mandex.corpus.traced import Traced
from mandex.ingest.segment.left_in import with_labels
from mandex.ingest.segment.places import pinpoints
from mandex.ingest.segment.unit import Segment

Read = tuple[str, str]  # label, words

CASES: list[tuple[str, Lang, list[Read], list[Read], list[str]]] = [
    (
        "marks in brackets (2497 (2019), paragraph 3)",
        "en",
        [("3", "Determines:"), ("", "(1) Patrols"), ("", "(2) Team sites"), ("4", "Asks;")],
        [("3", "Determines:"), ("(1)", "Patrols"), ("(2)", "Team sites"), ("4", "Asks;")],
        ["OP3", "OP3(1)", "OP3(2)", "OP4"],
    ),
    (
        "the same in Chinese, of either kind (2609 (2021), 2640 (2022))",
        "zh-Hans",
        [("3", "认定："), ("", "(1) 巡逻"), ("3(a)", "应："), ("", "㈠ 保护平民")],
        [("3", "认定："), ("(1)", "巡逻"), ("3(a)", "应："), ("(㈠)", "保护平民")],
        ["OP3", "OP3(1)", "OP3(a)", "OP3(a)(i)"],
    ),
    (
        "a number that lost its full stop (2730 (2024), paragraph 11)",
        "en",
        [("10", "Calls upon States;"), ("", "11 Condemns lies;"), ("12", "Urges;")],
        [("10", "Calls upon States;"), ("11", "Condemns lies;"), ("12", "Urges;")],
        ["OP10", "OP11", "OP12"],
    ),
    (
        "the same before Chinese words, with a blank or without",
        "zh-Hans",
        [("1", "决定延长；"), ("", "2请会员国；"), ("", "3 促请各方；")],
        [("1", "决定延长；"), ("2", "请会员国；"), ("3", "促请各方；")],
        ["OP1", "OP2", "OP3"],
    ),
    (
        "a number that is due and opens no paragraph, and a verb whose number is not due, count something",
        "en",
        [("10", "Notes:"), ("", "11 Members of it"), ("", "30 Calls on the line")],
        [("10", "Notes:"), ("", "11 Members of it"), ("", "30 Calls on the line")],
        ["OP10", "OP10¶2", "OP10¶3"],
    ),
    (
        "a day or an amount is no number of a paragraph",
        "zh-Hans",
        [("1", "决定："), ("", "2年后请秘书长"), ("", "2.5亿")],
        [("1", "决定："), ("", "2年后请秘书长"), ("", "2.5亿")],
        ["OP1", "OP1¶2", "OP1¶3"],
    ),
    (
        "a letter that lost its brackets (2657 (2022), paragraph 7), and one that is a word",
        "zh-Hans",
        [("7", "请："), ("7(a)", "确保"), ("", "b 加快"), ("", "x 射线")],
        [("7", "请："), ("7(a)", "确保"), ("(b)", "加快"), ("", "x 射线")],
        ["OP7", "OP7(a)", "OP7(b)", "OP7¶2"],
    ),
    (
        "a paragraph printed once more (2640 (2022), in Chinese)",
        "zh-Hans",
        [("42", "谴责；"), ("43", "促请；"), ("", "42. 谴责；")],
        [("42", "谴责；"), ("43", "促请；"), ("", "42. 谴责；")],
        ["OP42", "OP43", "OP43¶2"],
    ),
    (
        "a name in brackets, and a session, are words",
        "en",
        [("1", "Decides;"), ("", "(“Renewing the mandate”)"), ("", "(S-V), 2324 (XXII)")],
        [("1", "Decides;"), ("", "(“Renewing the mandate”)"), ("", "(S-V), 2324 (XXII)")],
        ["OP1", "OP1¶2", "OP1¶3"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "printed", "read", "places"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_labels_among_the_words(lang: Lang, printed: list[Read], read: list[Read], places: list[str]) -> None:
    segments = [Segment("operative", label, "", Traced.of(text), None) for label, text in printed]
    found = list(with_labels(segments, lang))
    assert [(segment.label, segment.text.text) for segment in found] == read
    assert list(pinpoints(found)) == places


@pytest.mark.parametrize("kind", ["preambular", "annex", "footnote", "heading", "table"])
def test_only_operative_paragraphs_are_asked(kind: str) -> None:
    """Annexes are cited by what is printed in them, as `pinpoints` has it."""
    segment = Segment(kind, "", "", Traced.of("(1) Patrols"), None)  # type: ignore[arg-type]
    assert list(with_labels([segment], "en")) == [segment]


def test_the_words_keep_their_place_in_the_source() -> None:
    found = list(with_labels([
        Segment("operative", "10", "Urges", Traced.of("Urges;"), None),
        Segment("operative", "", "", Traced.of("11 Condemns lies;", 100), None),
    ], "en"))  # fmt: skip
    assert (found[1].verb, found[1].text.source_span(0, 8).start) == ("Condemns", 103)
