"""What official texts print where a citation ought to be: words left out, figures and years wrong.

Each case is from a text of the collections, whose symbol or number its comment gives. Expected: target,
pinpoint, status.
"""

from __future__ import annotations

import pytest
from citing import Found, cite, found, plain

# The texts are of many years; this one may cite them all.
CITING = ("S/RES/2800 (2025)", "2099-12-31")

ENGLISH = [
    # numbers without the word
    ("all of its relevant resolutions on the situation in the Middle East, including 2712 and 2720,",
     plain("S/RES/2712 (2023)", "S/RES/2720 (2023)")),  # S/2024/239
    ("relevant resolutions of the Council, including 2000 troops", []),
    ("consistent with the request in paragraph 6 of 2057;", [("S/RES/2057 (2012)", "6", "ok")]),  # 2109
    ("in accordance with paragraphs 15 and 16 of 1970, as modified",
     [("S/RES/1970 (2011)", "15, 16", "ok")]),  # 2509
    ("paragraph 4 of 2005 World Summit Outcome", []),
    ("related materiel not prohibited by 1556 (2005) and 1591 (2005)",
     [("S/RES/1556 (2005)", "", "year-mismatch"), ("S/RES/1591 (2005)", "", "ok")]),  # 1945
    # the Regulations, the Framework and the convoy are not of the register's years
    ("Health Regulations (2005), Framework 1400 (2016), 1500 (1982)", []),
    # lists that change their manner, or whose word came long before
    ("resolution 1663 (2006) of 24 March 2006, 1653 of 27 January 2006, 1627 of 23 September 2005"
     " and 1590 (2005)",
     plain("S/RES/1663 (2006)", "S/RES/1653 (2006)", "S/RES/1627 (2005)", "S/RES/1590 (2005)")),  # 1709
    ("resolutions 2022 (2011) of 2 December 2011, 2040 of 12 March (2012), and 2095 of 14 March (2013) as",
     plain("S/RES/2022 (2011)", "S/RES/2040 (2012)", "S/RES/2095 (2013)")),  # 2144
    ("and 1653 of 28 January 2006", []),  # a day on which that number was not adopted
    ("1630 (2005) of 14 October 2005,1676 (2006) of 10 May 2006",
     plain("S/RES/1630 (2005)", "S/RES/1676 (2006)")),  # 1853
    ("a budget of 12,1373 (2001)", []),
    ("resolution 1674 (2006), 1738, (2006), 1894 (2009),",
     plain("S/RES/1674 (2006)", "S/RES/1738 (2006)", "S/RES/1894 (2009)")),  # 2138
    ("the contents of resolutions 1325 on women, peace and security and 1379 on children in armed conflict",
     plain("S/RES/1325 (2000)", "S/RES/1379 (2001)")),  # S/PRST/2002/41
    ("resolutions 57/28 entitled Scope of legal protection and 57/155 entitled Safety and security",
     plain("A/RES/57/28", "A/RES/57/155")),  # 1502
    ("based on UNSCR 242 and 338, and the principle",
     plain("S/RES/242 (1967)", "S/RES/338 (1973)")),  # S/PRST/2002/9
    ("adopted resolution 1325 and 2000 persons", plain("S/RES/1325 (2000)")),
    # a bracket within the list of paragraphs; one of them is of this resolution, the others of another
    ("paragraphs 4, 6 (as modified by the dates below), 7 and 8 of resolution 2783 (2025)",
     [("S/RES/2783 (2025)", "4, 6, 7, 8", "ok")]),  # 2825
    ("imposed by paragraphs 2 above, 9 and 11 of resolution 1572 (2004)",
     [("S/RES/2800 (2025)", "2", "self"), ("S/RES/1572 (2004)", "9, 11", "ok")]),  # 2045
    ("paragraphs 11 of resolution 2213 (2015), 11 of resolution 2362 (2017) and 11 of resolution 2441 (2018)",
     [("S/RES/2213 (2015)", "11", "ok"), ("S/RES/2362 (2017)", "11", "ok"),
      ("S/RES/2441 (2018)", "11", "ok")]),  # 2509
    # committees in every garb
    ("prior authorization of the 1591 committee", plain("S/RES/1591 (2005)")),  # 2200
    ("the 1267/1989/2253 ISIL (also known as Da’esh) and Al-Qaida Sanctions Committee",
     plain("S/RES/1267 (1999)", "S/RES/1989 (2011)", "S/RES/2253 (2015)")),  # 2370
    ("the 1267/1988 Analytical Support and Sanctions Monitoring Team",
     plain("S/RES/1267 (1999)", "S/RES/1988 (2011)")),  # 2501
    ("the 1988 Sanction List", plain("S/RES/1988 (2011)")),  # 2501
    ("the United Nations 1267 (Al-Qaida/Taliban Sanctions) Committee", plain("S/RES/1267 (1999)")),  # 1617
    ("the Presidents of the Sanctions Committee 2048 and of", plain("S/RES/2048 (2012)")),  # S/PRST/2017/17
    ("its three Committees (1267, CTC and 1540) that",
     plain("S/RES/1267 (1999)", "S/RES/1540 (2004)")),  # S/PRST/2006/56
    ("report to the Committee 1200 cases, and the Committee 120 days later", []),
    # years that cannot be
    ("resolutions 2240 (2015), 2312 (2106) and 2380 (2017)",
     [("S/RES/2240 (2015)", "", "ok"), ("S/RES/2312 (2106)", "", "year-mismatch"),
      ("S/RES/2380 (2017)", "", "ok")]),  # 2437
    # numbers lost where a sentence ends
    ("in accordance with its resolution . The Council calls", [(None, "", "elided")]),  # S/PRST/2017/12
    ("the cease-fire resolutions ; this resolution .", [("S/RES/2800 (2025)", "", "self")]),  # 36
    # statements and documents by halves of their symbols
    ("its statement of 28 March 1996 (PRST/1996/13)", plain("S/PRST/1996/13")),  # S/PRST/2009/24
    ("31 October 2001 (Security Council/PRST/2001/31)", plain("S/PRST/2001/31")),  # 1820
    ("(S/PRST2009/9) and (S/PRST 2004/16)", plain("S/PRST/2009/9", "S/PRST/2004/16")),  # 1996
    ("the statements of 18 February 2015 (2015/6), of 26 June 2015 (2015/13) and of 28 October 2015"
     " (2015/18),",
     plain("S/PRST/2015/6", "S/PRST/2015/13", "S/PRST/2015/18")),  # 2248
    ("the Notes of its President of 26 July 2010 (2010/507) and", plain("S/2010/507")),  # S/PRST/2015/26
    ("the elections (2020/21)", []),
    ("approved by the Council (s/2018/119); document s/21183", plain("S/2018/119", "S/21183")),  # 2490
    ("of the Secretary-General (S/2011 591) and", plain("S/2011/591")),  # 2010
    ("(A/S\u201123/10/Rev.1)", plain("A/S-23/10/Rev.1")),  # 1820
    ("(S/PRST/1999/34) and 20 July 2000 (S/PRST/25), reports S/2015801 and S/20144/461",
     [("S/PRST/1999/34", "", "ok"), ("S/PRST/25", "", "unknown"), ("S/2015801", "", "unknown"),
      ("S/20144/461", "", "unknown")]),  # 1314, 2244, 2168
    ("and 34.b.vi of resolution .”", [(None, "", "elided")]),  # S/PRST/2017/9
    # the aide-memoire's way: op. and pp. are paragraphs, and blanks have got into the figures
    ("S/RES/22 1 1 (2015), op. 15 (b)", [("S/RES/2211 (2015)", "15(b)", "ok")]),  # S/PRST/2018/18
    ("S/RES/2393 (201 7 ), pp. 15", [("S/RES/2393 (2017)", "PP15", "ok")]),
    ("S/RES/2340, (2017), pp. 13", [("S/RES/2340 (2017)", "PP13", "ok")]),
    ("S/RES/1542 (2004), op.7 (III)(b)", [("S/RES/1542 (2004)", "7(III)(b)", "ok")]),
    ("(S/2016/92, pp. 3–4)", plain("S/2016/92")),
    # figures as OCR reads them, where the register knows that number of that year
    ("119 (1956) of 31 October 1956 and I11 (1956) of", plain("S/RES/119 (1956)", "S/RES/111 (1956)")),  # 113
    ("resolution SO} (1982),", plain("S/RES/501 (1982)")),  # 508
    ("509 (1982), S11 (1982), 512 (1982)",
     plain("S/RES/509 (1982)", "S/RES/511 (1982)", "S/RES/512 (1982)")),  # 516
    ("516 (1982), 517.(1982), 515 (1982)",
     plain("S/RES/516 (1982)", "S/RES/517 (1982)", "S/RES/515 (1982)")),  # 518
    ("the provisions of resolution [86 (1964)", plain("S/RES/186 (1964)")),  # 593
    ("under resolution !86 (1964)", plain("S/RES/186 (1964)")),  # 604
    ("in paragraph 2 of resolution 70S (1991)", [("S/RES/705 (1991)", "2", "ok")]),  # 706
    ("World War II (1946), vol. IS (1946)", []),
]  # fmt: skip

CHINESE = [
    ("适用于联合国1267/1989/2253伊黎伊斯兰国(达伊沙)和基地组织制裁制度",
     plain("S/RES/1267 (1999)", "S/RES/1989 (2011)", "S/RES/2253 (2015)")),  # 2761
    ("所设的1267/1988分析支助和制裁监测组", plain("S/RES/1267 (1999)", "S/RES/1988 (2011)")),  # 2557
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[Found]) -> None:
    assert found(text, "en", *CITING) == expected


@pytest.mark.parametrize(("text", "expected"), CHINESE)
def test_chinese(text: str, expected: list[Found]) -> None:
    assert found(text, "zh-Hans", *CITING) == expected


def test_what_was_printed_is_the_surface() -> None:
    assert [c.surface for c in cite("resolution !86 (1964) and S/RES/22 1 1 (2015)")] == [
        "!86 (1964)",
        "S/RES/22 1 1 (2015)",
    ]
