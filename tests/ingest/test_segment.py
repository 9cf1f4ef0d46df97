"""Plain text becomes segments: the same resolution as it is printed in different ways."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mandex.corpus.languages import Lang
from mandex.corpus.model import Span
from mandex.ingest.assemble import assemble
from mandex.ingest.metadata import describe
from mandex.ingest.raw import Block, RawText
from mandex.ingest.segment import breaks, layout, lines, segment

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


def test_a_number_alone_on_its_line() -> None:
    text = "The Security Council,\n\n1.\n\nDecides to act.\n\n2.\n\nRequests a report."
    found = [(s.kind, s.label, s.text.text) for s in segment(raw(text), "en")]
    assert found == [("operative", "1", "Decides to act."), ("operative", "2", "Requests a report.")]


def test_segments_lead_back_to_the_source() -> None:
    for one in segment(raw(PLAIN), "en"):
        span = one.text.source_span(0, len(one.text))
        assert PLAIN[span.start : span.end] == one.text.text


PIECES = [
    "The Security Council,", "安全理事会，", "Resolution 661 (1990)", "第2617(2021)号决议", "Annex", "附件",
    "1. ", "12. ", "(a) ", "(i) ", "㈠ ", "一. ", "A. ", "• ", "¹ ", "22 Adopted without vote.", "回顾，",
    "Recalling its decisions, ", "Decides to act; ", "决定：", "(Signed) A. Name", "(签名)", "21-12345",
    "S/RES/661 (1990)", "1/9", "\f", "\r\n", "\n", "\n\n", " ", "\u3000", "给秘书长的信", "的报告", "word-\n",
    "Letter dated 7 January 2025 from the President",
]  # fmt: skip


@settings(deadline=None)  # the first text compiles the expressions
@given(
    st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=60).map("".join)),
    st.sampled_from(["en", "zh-Hans", "zh-Hant"]),
)
def test_any_text_gives_segments_in_reading_order(text: str, lang: str) -> None:
    found = segment(raw(text), lang)
    assert all(one.text.text.strip() for one in found)
    starts = [one.text.source_span(0, len(one.text)).start for one in found]
    assert starts == sorted(starts)


def test_blocks_of_known_kind_are_final() -> None:
    text = "Decides to act.\n1. stays text"
    blocks = (Block(Span(0, 15), "operative", "7", "Decides"), Block(Span(16, 29), "annex"))
    found = segment(raw(text, blocks=blocks), "en")
    assert [(s.kind, s.label, s.verb, s.text.text) for s in found] == [
        ("operative", "7", "Decides", "Decides to act."),
        ("annex", "", "", "1. stays text"),
    ]


def test_a_number_and_its_year_on_two_lines_are_one_paragraph() -> None:
    """Even where the first line is as short as a heading; so in a rendering of resolution 2786 (2025)."""
    lines = (
        "安全理事会，", "回顾其以往关于该国的决议，包括第2742", "(2024)号决议，", "重申承诺，",
        "1. 决定继续处理此案。",
    )  # fmt: skip
    found = segment(raw("\n\n".join(lines)), "zh")
    assert ["".join(s.text.text.split()) for s in found if s.kind == "preambular"] == [
        "回顾其以往关于该国的决议，包括第2742(2024)号决议，",
        "重申承诺，",
    ]


RESOLUTION = "The Security Council,\n\nRecalling its resolution 1267 (1999),\n\n1. Decides to remain seized."
NOTICE = (
    "GOVERNMENT NOTICE\nThe following resolution of the Security Council is published for information:\n\n"
)
QUOTED = [
    # Text before a resolution, what introduces it, the document's symbol.
    (NOTICE + "Resolution 1373 (2001)\n\n" + RESOLUTION, "The following resolution", ""),
    ("我部收到安理会关于制止资助恐怖主义的决议，现予转发，请各单位遵照执行。\n\n安全理事会，\n\n回顾第1267(1999)号决议，\n\n"
     "1. 决定继续积极处理此案。", "我部收到", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "body", "symbol"), QUOTED)
def test_a_resolution_that_other_text_introduces_is_its_annex(text: str, body: str, symbol: str) -> None:
    raw = RawText(text=text, source="notice.txt", sha256="0", format="text")
    lang = "en" if text.isascii() else "zh-Hans"
    found = segment(raw, lang)
    assert any(s.kind == "body" and s.text.text.startswith(body) for s in found)
    assert {s.kind for s in found if s.label or "1267" in s.text.text} == {"annex"}
    assert describe(raw, found, lang).symbol == symbol


def test_a_summary_under_a_resolutions_title_is_no_resolution() -> None:
    text = "Resolution 1373 (2001)\n\nResolution 1373 obliges all States to freeze funds.\n\n1. Banks act."
    raw = RawText(text=text, source="summary.txt", sha256="0", format="text")
    found = segment(raw, "en")
    assert {s.kind for s in found} == {"title", "body"}
    assert describe(raw, found, "en").symbol == ""


NOT_NAMES = [
    "Weekly note on terrorism for the compliance team\n\nWe looked at the following text with lawyers:\n\n"
    "S/RES/1373 (2001)\n\nStates must freeze funds without delay.",
    "MEMORANDUM\nTo: Head of Compliance\nRe: S/RES/1373 (2001)\n\nIt adopted resolution 2396 (2017).",
    "Resolution 2396 (2017) of the Security Council requires that all States collect passenger data.",
    "S/RES/1373 (2001)\n\nThis page says what the resolution asks of banks in our country.",
]


@pytest.mark.parametrize("text", NOT_NAMES)
def test_a_symbol_that_a_memo_cites_is_not_its_name(text: str) -> None:
    raw = RawText(text=text, source="memo.txt", sha256="0", format="text")
    assert describe(raw, segment(raw, "en"), "en").symbol == ""


def printed(text: str, gap: lines.Gap, lang: Lang) -> lines.Line | None:
    """The one line of a text, after a gap."""
    return next((line._replace(gap=gap) for line in lines.lines_of(text, lang)), None)


LINES = [
    ("Recalling the statement of 9 October 1985 by the", "President of the Council", False),
    ("be admitted to membership in the United", "Nations. Adopted without a vote", False),
    ("its inalienable rights; and", "Recognizing the need to act", True),
    ("Having examined the application of the Gabon Republic, 30", "Recommends to the General Assembly", True),
    ("is published for general information:", "Resolution 1373 (2001)", True),
    ("Resolution 206 (1965)", "of 15 June 1965", False),
    ("GOVERNMENT NOTICE", "The following resolution is published", True),
    ("Resolution 1373 (2001)", "Adopted by the Security Council at its 4385th meeting", True),
]


@pytest.mark.parametrize(("line", "following", "ends"), LINES)
def test_lines_that_end_a_paragraph_or_never_do(line: str, following: str, ends: bool) -> None:
    """Whatever gap stands between them."""
    found = set()
    for gap in (lines.Gap.NEWLINE, lines.Gap.BLANK):
        pair = printed(line, gap, "en"), printed(following, gap, "en")
        for width in (0, 60):
            shape = layout.Layout(width, columns=False, blank_ends=True, lang="en")
            found.add(breaks.paragraph_ends(shape, *pair, numbered=False, before="", after=None))
    assert found == {ends}


# A full line of Chinese and the next one: whether a paragraph ends between them.
CHINESE_LINES = [
    ("表示注意到各方愿意为该国人民提供一切必要的协助，", "欢迎秘书长的报告，", True),
    # words that begin a recital where their verb goes on, and the reverse
    ("强调需要定期审查所有行动，以确保效率和成效，", "呼应秘书长，同样感谢该国政府，", True),
    ("重申维和基本原则，诸如当事方同意等原则，", "认识到每个维和特派团的任务各有不同，", False),
    # what points back goes on
    ("欢迎和平进程出现令人鼓舞的气象，包括组建政府，", "确认这是迈出的重要一步，", False),
    ("欣见为实施决议而已采取的措施，鼓励继续实施，", "表示注意到为此部署了行动，", False),
    ("重申合作的重要性，欢迎为实现和平作出的努力，", "认识到，实现这一目标需时日，", True),
    # nothing begins with the end of a span, nor with a comma
    ("建议大会任命某先生，任期为2022年1月1日", "至2026年12月31日。", False),
    ("关于最适当框架、结构或组织任务的各项建议", "，以便取得进展，", False),
    # items of a list, and marks that are cited
    ("(g) 在该进程中使用的武器弹药、车辆和装备；或", "(h) 经核准而出售；", True),
    ("(㈠) 为政治过渡、推进民主治理工作提供协助", "(a) 通过斡旋协助；", True),
    ("不适用于下列情形，以及上文第12段(a)和", "(b)分段所述情形；", False),
    # a list within the sentence
    ("尤其是：㈠ 充分落实监督厅提出的各项建议；", "㈡ 尽早作出预测；", False),
]


@pytest.mark.parametrize(("line", "following", "ends"), CHINESE_LINES)
def test_full_lines_of_chinese_that_end_a_paragraph_or_go_on(line: str, following: str, ends: bool) -> None:
    shape = layout.Layout(len(line), columns=False, blank_ends=False, lang="zh-Hans")
    pair = (printed(text, lines.Gap.BLANK, "zh-Hans") for text in (line, following))
    assert breaks.paragraph_ends(shape, *pair, numbered=False, before=line, after=None) == ends


@pytest.mark.parametrize(
    ("line", "following", "hangs"),
    [
        ("that our delegation did submit the necessary", "rationale and expressed it", True),
        ("acting under the", "Charter of the United Nations", True),
        ("2068(2012)、2143(2014)、", "2225(2015)和2601(2021)号决议", True),
        ("最适当框架的各项建议", "，以便取得进展，", True),
        ("for its consideration;", "entry into ports", False),  # an item without its label
        ("Reports of the Secretary-General", "Somalia", False),
        ("决定继续处理此案。", "附件", False),
    ],
)
def test_words_that_go_on_over_any_break(line: str, following: str, hangs: bool) -> None:
    assert lines.hangs(line, following) == hangs


def test_items_that_a_recital_announces_are_recitals() -> None:
    """With numbered paragraphs to come, whatever mark ends the items."""
    recitals = "安全理事会，\n\n认识到须加强：\n\n㈠ 法治；\n\n㈡ 反腐；\n\n注意到报告，"
    text = recitals + "\n\n1. 决定采取行动；\n\n•关于人权的报告；"
    found = [(s.kind, s.label) for s in segment(raw(text), "zh-Hans")]
    items = [("preambular", "(㈠)"), ("preambular", "(㈡)")]
    assert found == [("preambular", ""), *items, ("preambular", ""), ("operative", "1"), ("operative", "")]


def test_paragraphs_run_into_a_hinge_are_paragraphs() -> None:
    text = (
        "The Security Council,\n\nActing under Chapter VII of the Charter: 1. Reiterates its decisions; "
        "2. Decides:\n\n(a) To act;\n\n3. Requests a report."
    )
    found = [(s.kind, s.label) for s in segment(raw(text), "en")]
    assert found == [("preambular", ""), *(("operative", label) for label in ("1", "2", "2(a)", "3"))]


# Full lines of English that no blank line tells apart: the line, the next, the one after it.
FULL_LINES = [
    # a list goes on after a comma, or in the middle of nothing, with a mark and a capital
    ("of the Political and Security Mechanism are widely disseminated,", "(4) Safe Border Zone", "", True),
    ("(ii) Disarmament, demobilisation and stabilisation", "(h) Provide good offices", "", True),
    ("and assist them in their investigations; and,", "(a) requests the Government to", "", True),
    # marks that are cited
    ("in accordance with the decisions that were taken under paragraph", "(a) Decides that", "", False),
    ("the measures imposed by paragraph 10 of resolution 1970 (2011) and", "(b) The Panel", "", False),
    # entries without marks
    ("of its resolution 1882 (2009),", "To work closely with humanitarian agencies", "", True),
    # a noun, and no verb
    ("to carry out field based research, where possible, in Somalia,", "States neighbouring it", "", False),
    # a heading above a numbered paragraph
    ("and paragraph 19 of resolution 2216 (2015);", "Reporting", "5. Requests the Panel to", True),
    ("Acting under Chapter VII of the Charter,", "(“Supporting the process”)", "1. Decides", True),
    ("as set out in paragraph 4 above, as well as in any annex;", "Reporting", "on all of it", False),
    # a session, no mark of a paragraph
    ("as requested by the Executive Council of the Union in AU/Dec.605", "(XXVII), on assessed", "", False),
]  # fmt: skip


@pytest.mark.parametrize(("line", "following", "after", "ends"), FULL_LINES)
def test_full_lines_of_english_that_end_a_paragraph_or_go_on(
    line: str, following: str, after: str, ends: bool
) -> None:
    shape = layout.Layout(len(line), columns=False, blank_ends=False, lang="en")
    pair = (printed(text, lines.Gap.BLANK, "en") for text in (line, following))
    behind = printed(after, lines.Gap.BLANK, "en")
    assert breaks.paragraph_ends(shape, *pair, numbered=True, before=line, after=behind) == ends


def test_a_short_text_is_cut_where_its_paragraphs_end() -> None:
    """Too few lines to measure: what has opened like a paragraph goes on to its end."""
    text = (
        "The Security Council,\n\nRecommends to the General Assembly that the Democratic Republic of East\n\n"
        "Timor be admitted to membership in the United Nations."
    )
    assert [s.kind for s in segment(raw(text), "en")] == ["operative"]


def test_points_of_a_number_that_is_missing_stand_under_it() -> None:
    """Only where nothing announces them and one number is missing just there."""
    head = "The Security Council,\n\nRecalling its resolutions,\n\n1. Decides to act;\n\n"
    points = "(a) Decides to watch;\n\n(b) Reaffirms its will;\n\n"
    for following, number in (("3", "2"), ("2", "1"), ("4", "1")):
        segments = segment(raw(f"{head}{points}{following}. Requests a report."), "en")
        labels = [s.label for s in segments if s.kind == "operative"]
        assert labels == ["1", f"{number}(a)", f"{number}(b)", following]
        doubts = [p.where for p in assemble(raw(f"{head}{points}{following}. Requests a report.")).problems]
        assert ("OP2(a)" in doubts) == (number == "2")


def test_names_in_a_row_after_a_colon_are_entries_of_a_list() -> None:
    """One or two short lines may be headings."""
    head = "The Security Council,\n\nRecalling its resolutions,\n\nForwards the following nominations:\n\n"
    names = ["Mr. Agius (Malta)", "Mr. Hunt (Australia)", "Mr. Pocar (Italy)"]
    for count, kind in ((3, "operative"), (2, "heading")):
        found = segment(raw(head + "\n\n".join(names[:count])), "en")
        assert [s.kind for s in found[-count:]] == [kind] * count


def test_ligatures_are_parted() -> None:
    text = (
        "The Security Council,\n\n1. A\ufb03rms its o\ufb03ce in \ufb01ve \ufb02ags;\n\n2. Requests a report."
    )
    first = segment(raw(text), "en")[0]
    assert (first.verb, first.text.text) == ("Affirms", "Affirms its office in five flags;")
    assert {edit.repair for edit in first.text.edits} == {"ligature"}
