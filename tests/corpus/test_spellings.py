"""One table of spellings through everything that reads resolution numbers."""

import pytest
from citing import found
from spellings import NOT_SPELLED, SPELLINGS

from mandex.corpus.fold import is_chinese
from mandex.corpus.spellings import find_resolutions, whole_resolution
from mandex.corpus.symbols import parse
from mandex.index.lookup.question import understand
from mandex.index.search.query import Symbol, leaves
from mandex.index.search.query import parse as parse_query

R1325 = "S/RES/1325 (2000)"


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_reader_understands_every_unambiguous_spelling(spelling: str) -> None:
    chinese = is_chinese(spelling)
    assert (one := whole_resolution(spelling)) and one.number == 1325
    assert parse(spelling).symbol == R1325
    printed = f"执行{spelling}的情况。" if chinese else f"States shall implement {spelling}, as adopted."
    assert found(printed, "zh-Hans" if chinese else "en") == [(R1325, "", "ok")]
    assert parse_query(spelling) == Symbol(spelling, R1325)
    assert R1325 in [
        leaf.symbol for leaf in leaves(parse_query(f"women {spelling}")) if isinstance(leaf, Symbol)
    ]
    asked = f"{spelling}对妇女的规定" if chinese else f"what does {spelling} say on women"
    assert understand(asked).numbers == {1325}


@pytest.mark.parametrize("text", NOT_SPELLED)
def test_what_only_looks_like_a_resolution_is_none(text: str) -> None:
    assert not [one for one in find_resolutions(text) if one.number in (1325, 60)]


def test_two_in_one_sentence_keep_their_places() -> None:
    text = "UNSCR1325 and 安理会1820号决议"
    assert [(text[one.start : one.end], one.number) for one in find_resolutions(text)] == [
        ("UNSCR1325", 1325), ("安理会1820号决议", 1820),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a list, of which only the last has 号决议 behind it, in the figures of either script
            "重申第一三七三（二○○一）、第一五四○（二○○四）和一五六六(二〇〇四)號決議",
            [(1373, 2001), (1540, 2004), (1566, 2004)],
        ),
        ("第一三七三(二〇〇二)号决议", [(1373, 2002)]),  # a wrong year is the checker's to find
        ("第一三七三(二〇〇一)号决议第一段和第二十五段", [(1373, 2001)]),
        ("第二十五(二〇〇四)届会议", []),
    ],
)
def test_numbers_and_years_in_chinese_figures(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(one.number, one.year) for one in find_resolutions(text)] == expected


def test_the_place_behind_such_a_number_is_read() -> None:
    assert found("执行第一三七三(二〇〇一)号决议第6段的情况", "zh-Hans") == [("S/RES/1373 (2001)", "6", "ok")]
