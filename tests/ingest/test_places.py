"""Every operative paragraph has a pinpoint of its own, the same in both languages."""

from __future__ import annotations

import pytest

from mandex.corpus.model import Kind, Paragraph, Span
from mandex.corpus.pinpoints import split_pinpoint
from mandex.corpus.traced import Traced
from mandex.index.output.showing import at_pinpoint
from mandex.ingest.segment.places import pinpoints
from mandex.ingest.segment.run_in import run_in
from mandex.ingest.segment.unit import Segment

Printed = tuple[Kind, str, str]  # kind, label, the beginning of its text

CASES: list[tuple[str, list[Printed], list[str]]] = [
    (
        "points that stand beside their paragraph (1591 (2005), paragraph 3)",
        [("operative", label, "") for label in ("3", "(a)", "(a)(i)", "4")],
        ["OP3", "OP3(a)", "OP3(a)(i)", "OP4"],
    ),
    (
        "(i) after (h) is a letter",
        [("operative", "3", ""), *(("operative", f"({c})", "") for c in "abcdefghij")],
        ["OP3", *(f"OP3({c})" for c in "abcdefghij")],
    ),
    (
        "Chinese figures",
        [("operative", "3(a)", ""), ("operative", "3(a)(㈠)", ""), ("operative", "3(a)(㈡)", "")],
        ["OP3(a)", "OP3(a)(i)", "OP3(a)(ii)"],
    ),
    (
        "a replacement text that is quoted, its points, and what closes it (2321 (2016), paragraph 26)",
        [("operative", label, "") for label in ("26", "", "(a)", "")],
        ["OP26", "OP26¶2", "OP26(a)", "OP26¶3"],
    ),
    ("nothing is numbered (181 (1963))", [("operative", "", ""), ("operative", "", "")], ["OP1", "OP2"]),
    (
        "an unnumbered paragraph after points (93 (1951))",
        [("operative", label, "") for label in ("", "(a)", "(b)", "", "(a)")],
        ["OP1", "OP(a)", "OP(b)", "OP2", "OP(a)¶2"],
    ),
    (
        "points of a recital (277 (1970))",
        [("preambular", label, "") for label in ("", "", "(a)", "(b)", "")],
        ["", "", "PP2(a)", "PP2(b)", ""],
    ),
    ("a number printed twice", [("operative", "5", ""), ("operative", "5", "")], ["OP5", "OP5¶2"]),
    (
        "annexes, and a label that the markup leaves in the text (2734 (2024))",
        [("operative", "1", ""), ("heading", "", "Annex I"), ("annex", "", "(a) To submit"),
         ("annex", "", "In accordance"), ("heading", "", "Annex II"),
         ("annex", "1", "The"), ("annex", "(a)", "To")],
        ["OP1", "", "Annex I (a)", "", "", "Annex II 1", "Annex II 1(a)"],
    ),
    (
        "an only annex, in Chinese",
        [("operative", "1", ""), ("heading", "", "附件"), ("annex", "2", "监测组")],
        ["OP1", "", "Annex 2"],
    ),
    (
        "one that says of what it is (2794 (2025)), in both languages",
        [("operative", "1", ""), ("heading", "", "Designation Annex"), ("annex", "1", "Mr. Doe"),
         ("heading", "", "指认附件"), ("annex", "1", "某某")],
        ["OP1", "", "Annex 1", "", "Annex 1"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_pinpoints(printed: list[Printed], expected: list[str]) -> None:
    segments = [Segment(kind, label, "", Traced.of(text), None) for kind, label, text in printed]
    assert list(pinpoints(segments)) == expected


@pytest.mark.parametrize(
    ("reference", "pinpoint"),
    [("2662 OP21¶2", "21¶2"), ("2321 OP26(a)", "26(a)"), ("1433 OP(A)¶3", "(a)¶3"), ("2662 ¶21", "21")],
)
def test_every_pinpoint_can_be_typed(reference: str, pinpoint: str) -> None:
    assert split_pinpoint(reference)[1] == pinpoint


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "Acting under Chapter VII of the Charter of the United Nations: 1. Decides to act; 2. Requests",
            ["1", "2"],
        ),
        ("根据《联合国宪章》第七章采取行动，1. 决定延长任务期限；", ["1"]),
        ("Recalling its resolutions, 1. The report", []),  # no verb of the Council
        ("Recalling paragraph 2. Decides", []),  # begins with 2
    ],
)
def test_paragraphs_run_into_the_hinge(text: str, labels: list[str]) -> None:
    found = run_in(text)
    assert [part.label for part in found[1:]] == labels
    assert text.startswith(found[0].text)


def test_a_recital_is_found_with_its_points() -> None:
    """*Noting that: (a) ...*, the second recital of three."""
    kinds = [("", ""), ("", ""), ("(a)", "PP2(a)"), ("(b)", "PP2(b)"), ("", "")]
    paragraphs = [
        Paragraph(seq, "preambular", label, "words", Span(0, 5), place=place)
        for seq, (label, place) in enumerate(kinds, 1)
    ]
    for pinpoint, found in (
        ("PP2", [2, 3, 4]),
        ("PP2(b)", [4]),
        ("PP3", [5]),
        ("PP", [1, 2, 3, 4, 5]),
        ("PP4", []),
    ):
        assert [p.seq for p in at_pinpoint(paragraphs, pinpoint)] == found
