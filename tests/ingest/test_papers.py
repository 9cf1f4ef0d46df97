"""Letters, reports, statements and web pages: what is no resolution."""

from __future__ import annotations

from mandex.corpus.model import Span
from mandex.ingest.raw import Block, RawText
from mandex.ingest.segment import segment


def outline(text: str, lang: str = "en", blocks: tuple[Block, ...] = ()) -> list[tuple[str, str, str]]:
    raw = RawText(text=text, source="a.txt", sha256="0", format="text", blocks=blocks)
    return [(s.kind, s.label, s.text.text) for s in segment(raw, lang)]


LETTER = """2020年12月30日突尼斯常驻联合国代表给秘书长的信

谨此告知，安全理事会将举行一次会议。

常驻代表

塔里克·拉德卜(签名)

2020年12月30日突尼斯常驻联合国代表给秘书长的信的附件

背景

1. 安理会在若干关键决议¹中触及了一系列议题，例如动员“孤狼”，鼓动发起袭击；

¹ 包括第1624(2005)号决议。

滥用新的信息和通信技术。

(a) 通报人；
"""


def test_a_letter_with_an_annex_and_a_note_that_cuts_a_paragraph() -> None:
    found = outline(LETTER, "zh-Hans")
    assert [(kind, label) for kind, label, _ in found] == [
        ("title", ""), ("body", ""), ("signature", ""), ("signature", ""), ("heading", ""), ("heading", ""),
        ("annex", "1"), ("footnote", "1"), ("annex", "1(a)"),
    ]  # fmt: skip
    whole = found[6][2]
    assert whole.endswith("发起袭击；滥用新的信息和通信技术。")
    assert "决议中触及" in whole  # without the note's mark


REPORT = """United Nations
S/2031/77
Security Council
Distr.: General

Report of the Secretary-General on the situation in Ruritania

Summary

The present report covers six months.

I. Introduction

1. The Council requested the following:

(a) A review;

(b) A plan.

A. Findings

2. The situation was calm.
"""


def test_a_report() -> None:
    assert [(kind, label) for kind, label, _ in outline(REPORT)] == [
        ("title", ""), ("heading", ""), ("body", ""), ("heading", "I"), ("body", "1"), ("body", "1(a)"),
        ("body", "1(b)"), ("heading", "A"), ("body", "2"),
    ]  # fmt: skip


STATEMENT = """S/PRST/2031/64

Statement by the President of the Security Council

At the 5332nd meeting the President made the following statement:

“The Security Council reaffirms its decisions.

“The Council invites the Committee:

“(a) To report;

“(b) To review its work.”
"""


def test_a_statement_with_quotation_marks_before_each_paragraph() -> None:
    found = outline(STATEMENT)
    assert [(kind, label) for kind, label, _ in found] == [
        ("title", ""), ("body", ""), ("body", ""), ("body", ""), ("body", "(a)"), ("body", "(b)"),
    ]  # fmt: skip
    assert found[4][2] == "To report;"


def test_hints_of_the_format_are_heeded() -> None:
    parts = [("Findings of the panel.", "heading"), ("13-22222", "furniture"), ("¹ See above.", "footnote")]
    text, blocks = "", []
    for part, hint in parts:
        blocks.append(Block(Span(len(text), len(text) + len(part)), hint=hint))
        text += part + "\n"
    kinds = [(kind, label) for kind, label, _ in outline(text, blocks=tuple(blocks))]
    assert kinds == [("heading", ""), ("footnote", "1")]


def test_a_web_pages_name_and_navigation_are_not_its_title() -> None:
    text = "爆料公社\n\n关于我们\n\n委员会于2022年10月28日举行了会议。\n\n国家访问\n\n• 参加会议。\n"
    assert [(kind, text) for kind, _, text in outline(text, "zh-Hans")] == [
        ("title", "关于我们"), ("body", "委员会于2022年10月28日举行了会议。"), ("heading", "国家访问"),
        ("body", "参加会议。"),
    ]  # fmt: skip
