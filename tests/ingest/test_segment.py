"""Plain text becomes segments: the same resolution as it is printed in different ways."""

from __future__ import annotations

from mandex.corpus.model import Span
from mandex.ingest.raw import Block, RawText
from mandex.ingest.segment import segment

PLAIN = """United Nations
S/RES/9999 (2031)
Security Council
Distr.: General

Resolution 9999 (2031)

The Security Council,

Recalling its resolution 1373 (2001) and all the others on the matter, and recalling also its statements,

Acting under Chapter VII of the Charter of the United Nations,

1. Decides that all States shall:

(a) Report to the Committee;

(b) Prevent:

(i) the sale of arms;

(ii) their transfer;

Reporting

2. Decides to remain seized of the matter.

Annex

1. The Committee shall meet.
"""
OUTLINE = [
    ("title", ""), ("preambular", ""), ("preambular", ""), ("operative", "1"), ("operative", "1(a)"),
    ("operative", "1(b)"), ("operative", "1(b)(i)"), ("operative", "1(b)(ii)"), ("heading", ""),
    ("operative", "2"), ("heading", ""), ("annex", "1"),
]  # fmt: skip


def raw(text: str, **more: object) -> RawText:
    return RawText(text=text, source="a.txt", sha256="0", format="text", **more)  # type: ignore[arg-type]


def test_a_resolution_one_line_per_paragraph() -> None:
    found = segment(raw(PLAIN), "en")
    assert [(s.kind, s.label) for s in found] == OUTLINE
    assert found[3].text.text == "Decides that all States shall:"
    assert found[2].verb == "Acting"


def test_segments_lead_back_to_the_source() -> None:
    for one in segment(raw(PLAIN), "en"):
        span = one.text.source_span(0, len(one.text))
        assert PLAIN[span.start : span.end] == one.text.text


def test_blocks_of_known_kind_are_final() -> None:
    text = "Decides to act.\n1. stays text"
    blocks = (Block(Span(0, 15), "operative", "7", "Decides"), Block(Span(16, 29), "annex"))
    found = segment(raw(text, blocks=blocks), "en")
    assert [(s.kind, s.label, s.verb, s.text.text) for s in found] == [
        ("operative", "7", "Decides", "Decides to act."),
        ("annex", "", "", "1. stays text"),
    ]
