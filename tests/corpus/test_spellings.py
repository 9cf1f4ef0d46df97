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
