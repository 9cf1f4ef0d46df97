"""Each repair on the damage it is for, and on what it must leave alone."""

from __future__ import annotations

import pytest

from mandex.corpus.traced import Traced
from mandex.ingest.repairs import furniture, lines, notes, scramble, slips, spacing, web
from mandex.ingest.repairs.characters import latin, replace_look_alikes

SPACED = "重 申 一 切 形 式 和 表 现 的 恐 怖 主 义 是 对 国 际 和 平 与 安 全 的 最 严 重 威 胁 之 一 ， "


def of(text: str) -> Traced:
    return Traced.of(text)


# -- line ends


@pytest.mark.parametrize(
    ("printed", "joined"),
    [
        ("the maintenance of\ninternational peace", "the maintenance of international peace"),
        ("反恐怖主义委\n\n员会", "反恐怖主义委员会"),
        ("安全理事会第\n1373(2001)号决议", "安全理事会第1373(2001)号决议"),
        ("的决定(S/PRST/2005/ \n\n64)", "的决定(S/PRST/2005/64)"),  # a symbol broken over lines
        ("see document S/2015/\n939", "see document S/2015/939"),
    ],
)
def test_line_ends(printed: str, joined: str) -> None:
    assert lines.join_lines(of(printed)).text == joined


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("at the 127th meet-\ning by 8 votes", "at the 127th meeting by 8 votes"),  # no word ends so
        ("the cease-fire; a cease-\nfire", "the cease-fire; a cease-fire"),  # the text shows the compound
        ("the Government; the Govern-\nment", "the Government; the Government"),
        ("short- and long-\nterm", "short- and long-term"),
    ],
)
def test_divided_words(printed: str, whole: str) -> None:
    assert lines.join_lines(lines.mark_divided_words(of(printed))).text == whole


def test_full_width_forms() -> None:
    printed = "第１３７３（２００１）号决议，Ｓ／２０１５／９３９（见附件）"
    assert spacing.narrow_full_width(of(printed)).text == "第1373(2001)号决议，S/2015/939（见附件）"


# -- page furniture


def test_what_stands_between_pages_becomes_one_page_break() -> None:
    printed = "in accordance\n\n21-10046\n1/9\n\nS/RES/2617 (2021)\n\nwith the Charter"
    assert furniture.drop_page_furniture(of(printed)).text == "in accordance\n\n\f\n\nwith the Charter"


@pytest.mark.parametrize(
    "printed",
    [
        "United Nations\nS/RES/2617 (2021)\nSecurity Council",  # the masthead's own symbol
        "the period 2020-21\nand 1/9 of the sum",
    ],
)
def test_what_is_no_furniture_stays(printed: str) -> None:
    assert furniture.drop_page_furniture(of(printed)).text == printed


# -- Chinese with spaces


@pytest.mark.parametrize(
    ("printed", "closed"),
    [
        (SPACED + "第 1540 ( 200 4 ) 号 决 议", "第1540(2004)号决议"),
        (SPACED + "( 199 1 )", "(1991)"),
        (SPACED + "根据 大会 第 62/172 号 决议", "根据大会第62/172号决议"),
        (SPACED + "关于 COVID-19 疫情", "关于COVID-19疫情"),
        # the only wider gap stands for a line end after a mark; a mark in two signs begins an item
        (SPACED + "各 项 决 议 ，  1. 决 定", "各项决议，\n1.决定"),
        (SPACED + "如 下 ：  《 和 平 协 议 》 (㈠) 斡 旋", "如下：\n《和平协议》\n(㈠)斡旋"),
        (SPACED + "New York 市", "New York市"),  # spaces between Latin words are no damage
    ],
)
def test_spaced_chinese(printed: str, closed: str) -> None:
    assert spacing.close_spaced_chinese(of(printed)).text.endswith(closed)


def test_chinese_that_is_not_spaced_keeps_its_spaces() -> None:
    printed = "安全理事会 2001 年 9 月 28 日第 1373(2001)号决议，" * 10
    assert spacing.close_spaced_chinese(of(printed)).text == printed


def test_run_in_paragraphs_begin_lines_again() -> None:
    filler = "委员会继续开展工作，" * 200
    printed = f"一.导言1.大会{filler}。二.援助2.本报告介绍12.5亿美元{filler}如下：(a)培训；(b)工具。3.结论。"
    found = spacing.restore_line_ends(of(printed)).text.split("\n")
    openings = ["一.导言", "1.大会", "二.援助", "2.本报", "(a)培", "(b)工", "3.结论"]
    assert [line[:4] for line in found] == openings


# -- misreadings


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        # the number that is due, its full stop read as a comma
        ("3. Urges;\n\n4, Extends once;\n\n5. Appeals", "3. Urges;\n\n4. Extends once;\n\n5. Appeals"),
        ("1. Urges all;\n\n2, Extends once more;", "1. Urges all;\n\n2. Extends once more;"),
        ("i. Condemns the acts;\n\n2. Decides", "1. Condemns the acts;\n\n2. Decides"),
        ("1. Decides;\nZ. Demands that", "1. Decides;\n2. Demands that"),
        # a date at the start of a line, a list within a sentence
        ("1. Decides, from\n2 August 1990", "1. Decides, from\n2 August 1990"),
    ],
)
def test_numbers(printed: str, mended: str) -> None:
    assert slips.mend_numbers(of(printed)).text == mended


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("(a) Imports;\n(6) Any activities;\n(c) Sale", "(a) Imports;\n(b) Any activities;\n(c) Sale"),
        ("(a) To call;\n(5) To renew;\n(c) To request", "(a) To call;\n(b) To renew;\n(c) To request"),
        ("(1) Withdrawal of;\n(ii) Termination of", "(i) Withdrawal of;\n(ii) Termination of"),
        ("(5) fifth;\n(6) sixth;\n(7) seventh", "(5) fifth;\n(6) sixth;\n(7) seventh"),
        ("(a) one;\n(b) two;\n(1) first;\n(2) second", "(a) one;\n(b) two;\n(1) first;\n(2) second"),
    ],
)
def test_letters(printed: str, mended: str) -> None:
    assert slips.mend_letters(of(printed)).text == mended


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("resolutions 41 (1) of 14 December 1946", "resolutions 41 (I) of 14 December 1946"),
        ("resolution 181 (11) of 29 November 1947", "resolution 181 (II) of 29 November 1947"),
        ("rule 41 (1) of the rules", "rule 41 (1) of the rules"),
        ("41 (1) of 14 December 1948", "41 (1) of 14 December 1948"),  # no session of that year
        ("resolution 660 (l990)", "resolution 660 (1990)"),
        ("documents 8/17227 and Add.2", "documents S/17227 and Add.2"),
        # Chinese print
        (
            "2023年1]月24日致委员会的信(S人AC.47/2023/COMM.8)",
            "2023年11月24日致委员会的信(S/AC.47/2023/COMM.8)",
        ),
        ("见[附件1]，S人员名单", "见[附件1]，S人员名单"),
        ("report (5/2002/1005)", "report (S/2002/1005)"),
        ("on 8/12 and 5/6 of them", "on 8/12 and 5/6 of them"),
    ],
)
def test_citations(printed: str, mended: str) -> None:
    assert slips.mend_citations(of(printed)).text == mended


# -- footnote marks


@pytest.mark.parametrize(
    ("printed", "cleared"),
    [
        ("若干关键决议¹中触及", "若干关键决议中触及"),
        ("the report²¹ that", "the report that"),
        ("the Convention²² and", "the Convention²² and"),  # the document has no note 22
        ("10 km² of land", "10 km² of land"),
    ],
)
def test_raised_note_marks(printed: str, cleared: str) -> None:
    assert notes.drop_raised_marks(of(printed), {"1", "2", "21"}).text == cleared


PLAIN_MARKS = [
    # Marks that the old records print level with the line (resolutions 541, 469, 416, 384 and others).
    (["Lebanon and Israel,21"], ["Lebanon and Israel,"]),
    (["Having considered the report 21 submitted by"], ["Having considered the report submitted by"]),
    (["by 13 votes to none.21"], ["by 13 votes to none."]),
    (["the Republic of Cyprus21 and the Treaty"], ["the Republic of Cyprus and the Treaty"]),
    (["the letter of Uganda (S/8353),21"], ["the letter of Uganda (S/8353),"]),
    # Figures.
    (["in paragraphs 20 and 21 of the report"], None),
    (["in paragraph 2 (a), 21 and 22"], None),
    (["its decision of 21 December"], None),
    (["AQAP maintained 21,000 fighters"], None),
    (["well below 21.5 degrees"], None),
    (["Gangs killed 21 civilians"], None),
    (["A/C.2/79/L.21, as orally revised"], None),
    (["S/2003/223/Rev.21"], None),
    (["by 11 votes to none, with 21 abstentions"], None),
    (["a period of six months, 21 days of which"], None),
    (["the G21 and others"], None),
    # Two figures that could be the one mark: neither goes.
    (["the report,21", "the second report,21"], None),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "cleared"), PLAIN_MARKS)
def test_plain_note_marks(printed: list[str], cleared: list[str] | None) -> None:
    """One mark to a note, before the note; anything else is a figure of the text."""
    changes = notes.plain_marks([*printed, ""], [(len(printed), "21")])
    found = [of(text).replace("note-mark", changes.get(i, ())).text for i, text in enumerate(printed)]
    assert found == (cleared or printed)


def test_plain_marks_ascend_with_their_notes() -> None:
    """The mark of note 2 stands after that of note 1, and before its own note."""
    texts = ["the letter,2 and the report,1 and the reply,2", "", "", "the statement,2"]
    changes = notes.plain_marks(texts, [(1, "1"), (2, "2")])
    assert {i: [texts[i][c.start : c.end] for c in found] for i, found in changes.items()} == {0: ["1", "2"]}
    assert [c.start for c in changes[0]] == [28, 44]


# -- scramblers and sites


def test_a_scrambled_page_is_restored() -> None:
    printed = "颁翱痴滨顿-19期间,厂笔搁搁对于“摆安全理事会闭请”叁国" + "对于" * 5
    assert scramble.unscramble(of(printed)).text == "COVID-19期间,SPRR关于“[安全理事会]请”三国" + "关于" * 5


def test_the_same_characters_in_plain_chinese_stay() -> None:
    printed = "摆脱障碍，关闭工厂，对于奥地利和华盛顿"
    assert scramble.unscramble(of(printed)).text == printed


def test_licence_and_keywords_leave() -> None:
    printed = "%%%TERRORISM|\n41. 決定繼續積極處理此案。\n\n本作品來自聯合國官方文件。\n\n1. 紀錄;"
    assert web.drop_site_text(of(printed)).text.strip() == "41. 決定繼續積極處理此案。"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("4. \u0421alls upon Member States", "4. Calls upon Member States"),  # as 2341 (2017) is published
        ("resolution \u0410/RES/60/288, S/R\u0415S/1373", "resolution A/RES/60/288, S/RES/1373"),
        ("Россия и Совет", "Россия и Совет"),
        ("5 \u03bcg of \u0394H", "5 \u03bcg of \u0394H"),
    ],
    ids=["a verb", "in symbols", "Russian", "Greek that looks like itself"],
)
def test_letters_of_other_scripts_that_look_latin(printed: str, read: str) -> None:
    mended = replace_look_alikes(Traced.of(printed))
    assert mended.text == read
    assert all(edit.repair == "look-alike" for edit in mended.edits)
    assert latin(printed) == read
