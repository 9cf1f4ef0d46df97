"""Forms of citing, each with what makes it worth a case. Expected: target, pinpoint, status."""

import pytest
from citing import OWN, Found, cite, found, plain
from hypothesis import given
from hypothesis import strategies as st

from mandex.corpus import registry
from mandex.corpus.fold import fold_citing
from mandex.corpus.languages import Lang
from mandex.corpus.model import Paragraph, Span
from mandex.ingest.citations import find_citations

ENGLISH = [
    # lists: one row per number, commas and "and" in any house style
    ("Recalling its resolutions 2170 (2014), 2178 (2014) and 2199 (2015),",
     plain("S/RES/2170 (2014)", "S/RES/2178 (2014)", "S/RES/2199 (2015)")),
    ("resolutions 1267, 1333 and 1390", plain("S/RES/1267 (1999)", "S/RES/1333 (2000)", "S/RES/1390 (2002)")),
    ("865 (1993) of 22 September 1993, 878 (1993) of 29 October 1993",
     plain("S/RES/865 (1993)", "S/RES/878 (1993)")),
    # bare numbers take their year from the register; a bare year is no resolution
    ("to implement resolution 1325, including", plain("S/RES/1325 (2000)")),
    ("UNSCR 2467 (2019) and UNSCR 2450", plain("S/RES/2467 (2019)", "S/RES/2450 (2018)")),
    ("UN Security Council Resolution (UNSCR) 1325, Council resolutions 1325/1820",
     plain("S/RES/1325 (2000)", "S/RES/1325 (2000)", "S/RES/1820 (2008)")),
    ("resolution 1970/2011", plain("S/RES/1970 (2011)")),
    ("S/RES/1325/2000, resolution 1244/99 and resolution 1244/98",
     plain("S/RES/1325 (2000)", "S/RES/1244 (1999)")),
    ("UNSC Res 1373", plain("S/RES/1373 (2001)")),
    ("General Assembly resolution 2625 (1970)", [("A/RES/2625", "", "unknown")]),
    ("its resolution S/RES/2337", plain("S/RES/2337 (2017)")),
    ("the 2005 World Summit, 2020 persons, resolution 1373 (2001) and 1540 members",
     plain("S/RES/1373 (2001)")),
    # a bracket lost
    ("imposed by resolution 733 1992);", plain("S/RES/733 (1992)")),
    ("resolutions 2170 2014), 2178 (2014)", plain("S/RES/2170 (2014)", "S/RES/2178 (2014)")),
    ("of June 2011 (2011 Agreement)", []),
    ("resolution 1368 (2001) of 12 September 2001 (2001), resolution 1373 (2001)",
     plain("S/RES/1368 (2001)", "S/RES/1373 (2001)")),
    # other organs
    ("General Assembly resolution 46/182", plain("A/RES/46/182")),
    ("General Assembly resolution 75/200 (2020)", plain("A/RES/75/200")),
    ("mandated by the Human Rights Council in its resolution 35/33", plain("A/HRC/RES/35/33")),
    ("established by resolution 16/25 (2011) of the Human Rights Council", plain("A/HRC/RES/16/25")),
    ("resolution 59/300 of the General Assembly", plain("A/RES/59/300")),
    ("resolution 2004/18 of the Board of Governors of the Agency", []),
    ("Commission on Human Rights resolution 1993/23", plain("E/CN.4/RES/1993/23")),
    ("Economic and Social Council resolution 2007/12", plain("E/RES/2007/12")),
    ("resolution 377 A (V)", [("A/RES/377(V)", "A", "ok")]),
    ("resolutions 2253 (ES-V) and 2254 (ES-V) of 4 and 14 July 1967, 32/5 of 28 October 1977 and 33/113",
     plain("A/RES/2253(ES-V)", "A/RES/2254(ES-V)", "A/RES/32/5", "A/RES/33/113")),
    ("General Assembly resolution ES-10/19", plain("A/RES/ES-10/19")),
    ("AU/Dec.351(XVI) of January 2011", []),
    ("General Assembly decision 60/551", []),
    # the Council's statements and documents
    ("Presidential Statement 2015/25", plain("S/PRST/2015/25")),
    ("Presidential Statement 2015/25, Resolution 2331 (2016)", plain("S/PRST/2015/25", "S/RES/2331 (2016)")),
    ("in particular resolution 2005 (2011) and Presidential Statement 11 (2012)",
     plain("S/RES/2005 (2011)", "S/PRST/2012/11")),
    ("(S/PRST/2005/ 64)", plain("S/PRST/2005/64")),
    ("(A/62/479-S/2007/602)", plain("A/62/479", "S/2007/602")),
    ("(A/72/707–S/2018/43)", plain("A/72/707", "S/2018/43")),
    ("(S/25140 and Add.1)", plain("S/25140", "S/25140/Add.1")),
    ("see S/2007/307/Rev.1.", plain("S/2007/307/Rev.1")),
    ("S/7930/Add.43, Add.44 and Add.49, 10", plain("S/7930/Add.43", "S/7930/Add.44", "S/7930/Add.49")),
    ("S/13450 and Corr.1 and Add.1, 29", plain("S/13450", "S/13450/Corr.1", "S/13450/Add.1")),
    ("INFCIRC/254/Rev.8/Part 1 in document S/2006/814", plain("INFCIRC/254/Rev.8/Part.1", "S/2006/814")),
    ("(S/AC.47/2023/COMM.8)", plain("S/AC.47/2023/COMM.8")),
    ("press statement SC/14785, and/or, N/A, 24/7", []),
    ("https://undocs.org/en/S/2015/939", plain("S/2015/939")),
    # committees by number
    ("the 1540 Committee", plain("S/RES/1540 (2004)")),
    ("the 1267/1989/2253 ISIL (Da’esh) and Al-Qaida Sanctions Committee",
     plain("S/RES/1267 (1999)", "S/RES/1989 (2011)", "S/RES/2253 (2015)")),
    ("in the biennium 2010/2011", []),
    # pinpoints on either side
    ("paragraphs 6 (c) and 7 of resolution 661 (1990)", [("S/RES/661 (1990)", "6(c), 7", "ok")]),
    ("resolution 687 (1991), in particular paragraphs 2, 3 and 4 thereof",
     [("S/RES/687 (1991)", "2, 3, 4", "ok")]),
    ("paragraphs 2 (a), (b) and 3 (c) (i) to (iii) of resolution 1373 (2001)",
     [("S/RES/1373 (2001)", "2(a), 2(b), 3(c)(i)-3(c)(iii)", "ok")]),
    ("paragraphs 33 to 38 of resolution 2093", [("S/RES/2093 (2013)", "33-38", "ok")]),
    ("subparagraphs (c), (d) and (e) of paragraph 3 of resolution 1591 (2005)",
     [("S/RES/1591 (2005)", "3(c), 3(d), 3(e)", "ok")]),
    ("paragraph 36 to paragraph 38 of this resolution", [(OWN, "36-38", "self")]),
    ("paragraph 43 of resolution 2083 (2012) and annex II of this resolution",
     [("S/RES/2083 (2012)", "43", "ok"), (OWN, "Annex II", "self")]),
    ("pursuant to OP 15 and OP 19(a) of UNSCR 1737 (2006)", [("S/RES/1737 (2006)", "15, 19(a)", "ok")]),
    ("the provisions set forth in paragraph 11 of UNSCR 2450", [("S/RES/2450 (2018)", "11", "ok")]),
    ("paragraphs 29 to 34 of document S/1996/636", [("S/1996/636", "29-34", "ok")]),
    ("the annex to S/2015/654", [("S/2015/654", "Annex", "ok")]),
    ("section E of resolution 687 (1991)", [("S/RES/687 (1991)", "section E", "ok")]),
    ("(S/2015/939, annex II)", [("S/2015/939", "Annex II", "ok")]),
    ("resolution 2462 (2019), tenth preambular paragraph", [("S/RES/2462 (2019)", "PP10", "ok")]),
    ("the twenty-fifth preambular paragraph of resolution 2617", [(OWN, "PP25", "self")]),
    ("preambular paragraphs 2 and 3 of resolution 2462 (2019)", [("S/RES/2462 (2019)", "PP2, PP3", "ok")]),
    ("(S/2015/939, enclosure)", [("S/2015/939", "Enclosure", "ok")]),
    ("paragraph 4 of resolution 1970 (2011), paragraph 10 of resolution 2095 (2013)",
     [("S/RES/1970 (2011)", "4", "ok"), ("S/RES/2095 (2013)", "10", "ok")]),
    # the document itself, and one named just before
    ("as set out in paragraph 3 above", [(OWN, "3", "self")]),
    ("for the purposes of this resolution", [(OWN, "", "self")]),
    ("resolution 1970 (2011) and by paragraph 17 of that resolution",
     [("S/RES/1970 (2011)", "", "ok"), ("S/RES/1970 (2011)", "17", "ok")]),
    ("resolutions 1970 (2011) and 1973 (2011) and paragraph 17 of that resolution",
     plain("S/RES/1970 (2011)", "S/RES/1973 (2011)")),
    # named by its day, where one resolution was adopted on it
    ("the resolution of 4 April 1946", plain("S/RES/3 (1946)")),
    ("the Commission’s resolutions of 13 August 1948", []),
    # against the register
    ("resolution 2195 (2015)", [("S/RES/2195 (2015)", "", "year-mismatch")]),
    ("resolution 2650 (2022)", [("S/RES/2650 (2022)", "", "unknown")]),
    ("resolution 9998 (2020)", [("S/RES/9998 (2020)", "", "unknown")]),
    ("resolutions , , and of the Council", [(None, "", "elided")]),
    ("Recalling resolution      (2022)", [(None, "", "elided")]),  # a draft with room for the number
    ("Recalling resolution [XXXX] (2022)", [(None, "", "elided")]),
    ("Recalling resolution ____ (2022)", [(None, "", "elided")]),
]  # fmt: skip

CHINESE = [
    ("第1267(1999)、1325(2000)、和2482(2019)号决议",
     plain("S/RES/1267 (1999)", "S/RES/1325 (2000)", "S/RES/2482 (2019)")),
    ("第1535(2004)号、第1787(2007)号和第2395(2017)号决议",
     plain("S/RES/1535 (2004)", "S/RES/1787 (2007)", "S/RES/2395 (2017)")),
    ("第1373、1624和2178号决议", plain("S/RES/1373 (2001)", "S/RES/1624 (2005)", "S/RES/2178 (2014)")),
    ("第1373号决议", plain("S/RES/1373 (2001)")),
    ("安理会决议1373、决议第1540号和安理会决议2022年", plain("S/RES/1373 (2001)", "S/RES/1540 (2004)")),
    ("本决议附件一", [(OWN, "Annex I", "self")]),
    ("1373号决议和安理会1540决议", plain("S/RES/1373 (2001)", "S/RES/1540 (2004)")),
    ("(2001年)第1373号", plain("S/RES/1373 (2001)")),
    ("纪念第1373(2001)决议通过", plain("S/RES/1373 (2001)")),
    ("第１３７３（２００１）号决议", plain("S/RES/1373 (2001)")),
    ("第 1540 ( 200 4 ) 号 决议", plain("S/RES/1540 (2004)")),
    ("大会第62/172号决议", plain("A/RES/62/172")),
    ("大会第 62/172 号 决议", plain("A/RES/62/172")),
    ("大会第60/180号和安理会第1645(2005)号", plain("A/RES/60/180", "S/RES/1645 (2005)")),
    ("大会第60/551号决定", []),
    ("联合国大会第75/200(2020)号决议", plain("A/RES/75/200")),
    ("人权理事会第45/34号决议", plain("A/HRC/RES/45/34")),
    ("经济及社会理事会第2007/12和2007/19号决议", plain("E/RES/2007/12", "E/RES/2007/19")),
    ("S/PRST/2021/5号和S/PRST/2017/22号主席声明", plain("S/PRST/2021/5", "S/PRST/2017/22")),
    ("1540委员会", plain("S/RES/1540 (2004)")),
    ("148名单派警察,第1号执行援助通知,第277号决定,2001年9月28日,6+6委员会", []),
    ("第1373(2001)号决议第6段", [("S/RES/1373 (2001)", "6", "ok")]),
    ("第2462(2019)号决议序言部分第10段", [("S/RES/2462 (2019)", "PP10", "ok")]),
    ("第2397(2017)号决议第5和第8段", [("S/RES/2397 (2017)", "5, 8", "ok")]),
    ("第1591(2005)号决议第3段(c)、(d)和(e)分段", [("S/RES/1591 (2005)", "3(c), 3(d), 3(e)", "ok")]),
    ("第2441(2018)和2509(2020)号决议第2段",
     [("S/RES/2441 (2018)", "2", "ok"), ("S/RES/2509 (2020)", "2", "ok")]),
    ("第2093号决议第33至38段", [("S/RES/2093 (2013)", "33-38", "ok")]),
    ("第1267(1999)号决议第8(c)段", [("S/RES/1267 (1999)", "8(c)", "ok")]),
    ("(S/2015/939,附件二)", [("S/2015/939", "Annex II", "ok")]),
    ("报告(S/2022/716)附件所列", [("S/2022/716", "Annex", "ok")]),
    ("安全理事会第500号通知", []),
    ("(S/2018/1177,附文)", [("S/2018/1177", "Enclosure", "ok")]),
    ("上文第1段", [(OWN, "1", "self")]),
    ("本决议第3(c)㈣段", [(OWN, "3(c)(iv)", "self")]),
    ("第2127(2013)号决议和同一决议第3段",
     [("S/RES/2127 (2013)", "", "ok"), ("S/RES/2127 (2013)", "3", "ok")]),
    ("第2195(2015)号决议", [("S/RES/2195 (2015)", "", "year-mismatch")]),
    ("第25853(2021)号决议", [("S/RES/25853 (2021)", "", "unknown")]),
    ("第号决议，该决议强调", [(None, "", "elided")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[Found]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), CHINESE)
def test_chinese(text: str, expected: list[Found]) -> None:
    assert found(text, "zh-Hans") == expected


def test_traditional_script_reads_alike() -> None:
    text = "大會第60/288號決議、安理會第1373(2001)號決議第2段、經濟及社會理事會第2007/12號決議和1540委員會"
    assert found(text, "zh-Hant") == found(fold_citing(text), "zh-Hans")
    assert len(found(text, "zh-Hant")) == 4


@pytest.mark.parametrize(
    ("text", "lang", "gaps"),
    [
        ("第号决议", "zh-Hans", 1),
        ("第、、以及号决议", "zh-Hans", 4),
        ("第、、、、和号决议", "zh-Hans", 6),
        ("resolutions , , and of the Council", "en", 4),
        ("resolution (2001)", "en", 1),
    ],
)
def test_gaps_are_counted(text: str, lang: Lang, gaps: int) -> None:
    assert [c.gaps for c in cite(text, lang)] == [gaps]


def test_a_lost_number_is_suggested_from_its_day() -> None:
    (lost,) = cite("根据安全理事会2001年11月12日通过的第号决议", "zh-Hans")
    assert (lost.target, lost.status, lost.suggest) == (None, "elided", "S/RES/1377 (2001)")


def test_a_wrong_year_is_kept_and_the_right_one_suggested() -> None:
    (wrong,) = cite("resolution 2195 (2015)")
    assert (wrong.target, wrong.suggest) == ("S/RES/2195 (2015)", "S/RES/2195 (2014)")


def test_places_and_surfaces_are_those_of_the_printed_text() -> None:
    text = "重申安理會第1373（2001）號決議第6段和S/2015/939號文件"
    for citation in cite(text, "zh-Hant"):
        assert text[citation.at.start : citation.at.end] == citation.surface
    assert [c.surface for c in cite(text, "zh-Hant")] == ["第1373（2001）號決議第6段", "S/2015/939"]


@pytest.mark.parametrize(
    ("text", "lang", "relation"),
    [
        ("Recalling its resolutions 1373 (2001)", "en", "recalls"),
        ("Reaffirming resolution 1373 (2001)", "en", "reaffirms"),
        ("Decides to extend until 2022 the mandate set out in resolution 1373 (2001)", "en", "extends"),
        ("Decides to terminate the measures imposed by resolution 1373 (2001)", "en", "terminates"),
        ("Decides to amend paragraph 2 of resolution 1373 (2001)", "en", "amends"),
        ("Requests, pursuant to resolution 1373 (2001),", "en", "pursuant"),
        ("the Committee established pursuant to resolution 1373 (2001)", "en", "pursuant"),
        ("Decides that the measures in resolution 1373 (2001) shall be renewed", "en", "extends"),
        ("Notes that the renewal of resolution 1373 (2001)", "en", "mentions"),
        ("Decides to extend the mandate, and recalls resolution 1373 (2001)", "en", "recalls"),
        ("calls for the full implementation of resolution 1373 (2001)", "en", "implements"),
        ("Welcoming the report; resolution 1373 (2001)", "en", "mentions"),
        # the second paper is not requested by the resolution that the first is
        (
            "Welcoming the review requested by resolution 1373 (2001) and the report (S/2022/148)",
            "en",
            "pursuant welcomes",
        ),
        (
            "imposed by paragraph 1 of resolution 1373 (2001) and by paragraph 2 of resolution 1390",
            "en",
            "mentions mentions",
        ),
        ("Recalls its requests in resolution 2378 (2017)", "en", "recalls"),
        ("Reaffirming the Agreement signed in Algiers (S/2000/1183)", "en", "reaffirms"),
        (
            "established pursuant to resolution 2374 (2017) (“the 2374 Sanctions List”)",
            "en",
            "pursuant mentions",
        ),
        ("欢迎秘书长依照第2605(2021)号决议提交的报告(S/2022/491)", "zh-Hans", "pursuant welcomes"),
        ("请秘书长报告第2139(2014)号决议和本决议的执行情况", "zh-Hans", "implements implements"),
        ("回顾关于严格执行军火禁运的第2292(2016)号决议", "zh-Hans", "recalls"),
        ("执行关于妇女与和平与安全的第1325(2000)号决议", "zh-Hans", "implements"),
        ("回顾第1970(2011)号决议规定和修订的措施", "zh-Hans", "recalls"),
        ("第1267(1999)号决议和第1540(2004)号决议所设的两个委员会", "zh-Hans", "pursuant pursuant"),
        ("考虑到主席的说明(S/2006/997)所提供的指南", "zh-Hans", "mentions"),
        ("回顾第1373(2001)号决议", "zh-Hans", "recalls"),
        ("重申第1373(2001)号决议", "zh-Hans", "reaffirms"),
        ("决定延长第1373(2001)号决议规定的任务", "zh-Hans", "extends"),
        ("决定将第1373(2001)号决议规定的任务延长至2022年", "zh-Hans", "extends"),
        ("回顾安理会决定终止措施，重申第1373(2001)号决议", "zh-Hans", "reaffirms"),
        ("重申第1373(2001)号决议第6段所设委员会", "zh-Hans", "pursuant"),
        ("报告第1373(2001)号决议的执行情况", "zh-Hans", "implements"),
        ("根据第1373(2001)号决议", "zh-Hans", "pursuant"),
        ("執行第1373(2001)號決議", "zh-Hant", "implements"),
    ],
)
def test_relations(text: str, lang: Lang, relation: str) -> None:
    assert [c.relation for c in cite(text, lang)] == relation.split()


def test_this_resolution_is_a_resolution_only_in_one() -> None:
    text = "the purposes of this resolution"
    body = Paragraph(seq=1, kind="body", label="", text=text, span=Span(0, len(text)))
    assert find_citations([body], symbol="S/2021/4", date="2021-01-01", lang="en") == []


def test_a_masthead_cites_nothing() -> None:
    title = Paragraph(seq=1, kind="title", label="", text="Resolution 2616 (2021)", span=Span(0, 22))
    assert find_citations([title], symbol=OWN, date="2021-12-30", lang="en") == []


NUMBERS = st.lists(st.integers(100, registry.last().number), min_size=1, max_size=8)


@given(NUMBERS)
def test_any_list_is_found_whole_in_both_languages(numbers: list[int]) -> None:
    printed = [f"{number} ({registry.year(number)})" for number in numbers]
    symbols = [f"S/RES/{one}" for one in printed]
    english = f"Recalling its resolutions {', '.join(printed)},"
    chinese = f"回顾第{'、'.join(printed)}号决议，"
    for text, lang in ((english, "en"), (chinese, "zh-Hans"), (chinese.replace(" ", ""), "zh-Hans")):
        found = cite(text, lang, "S/PRST/2050/1", "")  # type: ignore[arg-type]
        assert [c.target for c in found] == symbols
        assert [c.status for c in found] == ["ok"] * len(symbols)


PIECES = st.sampled_from([
    "resolution ", "resolutions ", "1373", " (2001)", "2178(2014)", ", ", " and ", "S/2015/939", "/", "第",
    "号决议", "、", "以及", "(XV)", " A", "paragraph 3 of ", " above", "本决议", "段", "2001年", " ", "Add.1",
    "annex II", "(",
])  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join), st.sampled_from(["en", "zh-Hans"]))
def test_whatever_the_text_places_are_within_it_and_in_order(text: str, lang: Lang) -> None:
    found = cite(text, lang)
    for citation in found:
        assert 0 <= citation.at.start < citation.at.end <= len(text)
        assert citation.surface == text[citation.at.start : citation.at.end]
        assert (citation.target is None) == (citation.status == "elided") == bool(citation.gaps)
    assert found == sorted(found, key=lambda c: (c.at.start, c.at.end))
