"""What takes the place of what between two wordings: dates, numbers, symbols."""

from __future__ import annotations

import pytest
from texts import resolution

from mandex.index.compare.comparison import compare
from mandex.index.compare.quantities import dates, numbers
from mandex.index.compare.succession import END, PAPER, Item, places_taken


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # The new date stood elsewhere in the old text as well.
        (
            "1. Decides to extend the mandate until 10 January 2023, and further until 10 July 2023;",
            "1. Decides to extend the mandate until 10 July 2023;",
            {"date: 2023-01-10 > 2023-07-10"},
        ),
        # The end of a mandate becomes the new end, never the day of a letter (2732 (2024) OP1).
        (
            "1. Decides to extend the mandate of the Mission until 31 May 2024;",
            "1. Takes note of the letter dated 8 May 2024, and decides to extend the mandate of the Mission"
            " until 31 December 2025;",
            {
                "date: 2024-05-31 > 2025-12-31",
                "date:  > 2024-05-08",
            },
        ),
        # One resolution for another, and a third beside it.
        (
            "1. Decides that the Mission shall pursue its mandate as stipulated in resolution 2001 (2011);",
            "1. Decides that the Mission shall pursue its mandate as stipulated in resolution 2061 (2012),"
            " and in resolution 2107 (2013);",
            {"citation: S/RES/2001 (2011) > S/RES/2061 (2012)", "citation:  > S/RES/2107 (2013)"},
        ),
        # All paragraphs of one document are one citation.
        (
            "1. Renews the measures imposed by paragraphs 11 and 15 of resolution 2140 (2014) on travel;",
            "1. Renews the measures imposed by paragraphs 11 of resolution 2140 (2014) on travel;",
            {"citation: S/RES/2140 (2014) 11, 15 > S/RES/2140 (2014) 11"},
        ),
        # 1893 (2009) OP5: paragraphs that both name are no change; what another text renewed is no act.
        (
            "1. Demands access as set out in paragraph 9 of resolution 1643 (2005), to sites referred to in"
            " paragraph 2 of resolution 1584 (2005), and in resolution 1739 (2007) as renewed in resolution"
            " 2826 (2026);",
            "1. Demands access as set out in paragraph 7 of resolution 1584 (2005), to sites referred to in"
            " paragraph 2 of resolution 1584 (2005), and in resolutions 1739 (2007) and 2901 (2027);",
            {
                "citation: S/RES/1643 (2005) 9 > S/RES/1584 (2005) 7",
                "reference: S/RES/2826 (2026) > S/RES/2901 (2027)",
            },
        ),
        # 1893 (2009) PP5, 2688 (2023) PP7: a list that goes on is only brought up to date, a clause is new.
        (
            "Recalling resolutions 1325 (2000) and 1820 (2008) on women and the need for peace,",
            "Recalling resolutions 1325 (2000), 1820 (2008) and 2902 (2027) on women and the need for peace,"
            " and recalling resolution 2903 (2027) on relief,",
            {
                "reference:  > S/RES/2902 (2027)",
                "citation:  > S/RES/2903 (2027)",
                "measure:  > recalling resolution 2903 (2027) on relief",
            },
        ),
        # 1404 (2002) OP4: who founded a body is said where it is named first; a report is the newest one.
        (
            "1. Requests the mechanism to provide the Committee with a plan on 5 May 2027 and on arms;",
            "1. Requests the mechanism to provide the Committee established pursuant to resolution 864 (1993)"
            " with a plan on 5 May 2027 and on arms;",
            {"reference:  > S/RES/864 (1993)"},
        ),
        (
            "Having considered the request of Angola contained in document S/17510,",
            "Having considered the request of Angola contained in document S/19278,",
            {"reference: S/17510 > S/19278"},
        ),
        # 833 (1993) OP1: a paragraph that welcomes a report welcomes the newest one.
        (
            "1. Welcomes the letter of 12 August 1992 and the further report of the Commission;",
            "1. Welcomes the letter of 12 August 1992 and the further report of the Commission (S/25811 and"
            " Add.1);",
            {"reference:  > S/25811", "reference:  > S/25811/Add.1"},
        ),
        # 2192 (2014) PP10: a small number falls out with what is told of it.
        (
            "Strongly condemning the attacks on the United Nations this year, including the detention of four"
            " peacekeepers by rebels,",
            "Strongly condemning the attacks on the United Nations this year,",
            {"measure: including the detention of four peacekeepers by rebels > "},
        ),
        # 2742 (2024) PP1: all that was listed is recalled in one word now.
        (
            "Recalling its resolutions 2014 (2011), 2051 (2012) and 2140 (2014) on the situation in Yemen,",
            "Recalling all its previous resolutions on the situation in Yemen,",
            {
                "reference: S/RES/2014 (2011) > ",
                "reference: S/RES/2051 (2012) > ",
                "reference: S/RES/2140 (2014) > ",
            },
        ),
        # 2702 (2023) PP1: a list may name what it left out before.
        (
            "Recalling resolution 1970 (2011) and others, including resolutions 2259 (2015) and 2510 (2020),",
            "Recalling resolution 1970 (2011) and others, including resolutions 2259 (2015), 2441 (2018) and"
            " 2510 (2020),",
            {"reference:  > S/RES/2441 (2018)"},
        ),
        # 1893 (2009) OP5: to reiterate a demand is to demand.
        (
            "1. Reiterates also its demand that the parties provide unhindered access to all sites;",
            "1. Demands that the parties provide unhindered access to all sites;",
            set(),
        ),
        # A day that only got its year is no other day, nor is its day a number.
        (
            "1. Condemns strongly the bombing of the hospital on May 3 by all armed parties;",
            "1. Condemns strongly the bombing of the hospital on May 3, 2025 by all armed parties;",
            set(),
        ),
        # 401 (1976) OP2: when a resolution was adopted is said or not.
        (
            "1. Calls for the effective implementation of resolution 367 (1975) and of all others;",
            "1. Calls for the effective implementation of resolution 367 (1975) of 12 March 1975 and of all"
            " others;",
            {"reference:  > 1975-03-12"},
        ),
        # A bare number of a resolution that the paragraph cites is no quantity.
        (
            "1. Requests a report on 2272 reviews, and underscores resolution 2272 (2016) again;",
            "1. Requests a report on these reviews, and underscores resolution 2272 (2016) again;",
            set(),
        ),
    ],
)  # fmt: skip
def test_changes(old: str, new: str, expected: set[str]) -> None:
    found = compare(resolution(2901, 2027, old), resolution(2902, 2028, new))
    assert {
        f"{change.what}: {change.old} > {change.new}"
        for difference in found.differences
        for change in difference.changes
    } == expected


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("to extend it until 31 May 2024, and to report by 1 May 2024", [END, END]),
        ("the letter dated 8 May 2024 on the meeting held on 4 June 2024", [PAPER, ""]),
        ("延至2024年7月15日，至迟于2024年5月1日提交报告", [END, END]),
        ("注意到2024年5月8日的信，回顾2024年5月9日的会议", [PAPER, ""]),
    ],
)
def test_what_a_date_is_of(text: str, roles: list[str]) -> None:
    assert [item.role for item in dates(text)] == roles


def test_the_end_of_a_term_never_becomes_the_day_of_a_letter() -> None:
    end, letter, held = Item("2024-05-31", 0, 0, END), Item("2024-05-08", 0, 0, PAPER), Item("2024", 0, 0)
    assert places_taken([end], [letter]) == {}
    assert places_taken([end], [letter, held]) == {0: 1}
    assert places_taken([end, letter], [letter, end]) == {0: 1, 1: 0}


def test_chinese_figures_stand_between_characters() -> None:
    assert [item.value for item in numbers("期限延续12个月，请2024年报告，5月21日，第3段")] == ["12"]
    assert [item.value for item in dates("专家小组2024年最后报告")] == ["2024"]


@pytest.mark.parametrize(
    "text",
    [
        "(4) Convene sessions of the Joint Commission",  # the mark of an item
        "the meeting of 12–14 March 2019 of the Joint Commission",  # a part of a date
        "the report of 19 March 1978 8 and approved by the Council",
        "in letters of 7 May, 23 30 May 24 and 11 June 1979, 25",  # marks of footnotes, as scanned
        "the letter of 13 November 1979 97 relative to agreements of 1977 111 and 1979 112 between them",
        "“1. Calls for strict respect for its territorial integrity;",  # of a text that is quoted
    ],
)
def test_marks_and_parts_of_dates_are_no_numbers(text: str) -> None:
    assert numbers(text) == []


def test_what_is_split_off_lacks_nothing() -> None:
    """What the rest of the paragraph says has not fallen out because a part of it now stands alone."""
    old = resolution(
        2901, 2027,
        "1. Recalls resolution 661 (1990) on the situation between the two countries concerned,"
        " and welcomes the ratification of the Additional Protocol to its Safeguards Agreement;",
    )  # fmt: skip
    new = resolution(
        2902, 2028, "1. Recalls resolution 661 (1990) on the situation between the two countries concerned;",
        "2. Welcomes the ratification of the Additional Protocol to its Safeguards Agreement;",
    )  # fmt: skip
    found = compare(old, new)
    assert [d.relation for d in found.differences if d.paragraph.kind == "operative"] == ["split", "split"]
    assert not [change for d in found.differences for change in d.changes]
