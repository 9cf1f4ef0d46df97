"""The tokenizer: what is one word, what keeps its place, what is a date."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

import mandex.corpus
from mandex.corpus.dates import find_dates, find_periods
from mandex.corpus.fold import fold
from mandex.index.search.snippets import places
from mandex.index.text.chinese import regional
from mandex.index.text.stems import keeps, stem
from mandex.index.text.terms import STOP_WORDS, terms, tokens


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("extend extends extended extending", "verb"),
        ("policy policies", "-ies"),
        ("child children", "irregular"),
        ("authorize authorises authorizing authorised", "British spelling"),
        ("organisation organizations", "British spelling of a noun"),
        ("programme programs", "British spelling, whole word"),
        ("labour labor", "-our"),
        ("commit committed committing commits", "doubled consonant"),
        ("freeze freezing freezes", "final e"),
        ("embargo embargoes", "-oes"),
    ],
)
def test_inflections_meet(words: str, reason: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1, reason


@pytest.mark.parametrize(
    ("one", "other"),
    [("extend", "extension"), ("nation", "national"), ("organ", "organization"), ("status", "state"),
     ("new", "news"), ("force", "for"), ("basis", "base")],
)  # fmt: skip
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_folding_keeps_every_place_and_settles() -> None:
    """For every character there is: also for radicals (⿑) and narrow forms of marks (｢)."""
    everything = "".join(map(chr, chain(range(0xD800), range(0xE000, 0x110000))))
    folded = fold(everything)
    assert len(folded) == len(everything)
    assert [hex(ord(a)) for a, b in zip(everything, fold(folded), strict=True) if fold(a) != b] == []


@given(st.text(alphabet="ab1 中國国（）,，.é", max_size=40))
def test_tokens_stand_where_they_say(text: str) -> None:
    found = list(tokens(text))
    assert [token.term for token in found] == terms(text)
    for token in found:
        assert stem(fold(text)[token.start : token.end]) == token.term


def test_chinese_is_cut_into_overlapping_pairs() -> None:
    assert terms("第1373(2001)號決議") == ["第", "1373", "2001", "号决", "决议", "议"]


def test_the_table_is_what_opencc_says() -> None:
    convert = OpenCC("tw2s").convert
    table = Path(mandex.corpus.__path__[0], "data", "simplified.txt").read_text("utf-8")
    traditional, simplified = table.splitlines()
    assert len(traditional) > 5000
    for a, b in zip(traditional, simplified, strict=True):
        once = convert(a)
        assert b in (once, convert(once))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("15 September 2017", "2017-09-15"),
        ("15 Sept. 2017", "2017-09-15"),
        ("September 15, 2017", "2017-09-15"),
        ("2017-09-15", "2017-09-15"),
        ("2017年9月15日", "2017-09-15"),
        ("2017 年 9 月 15 日", "2017-09-15"),
        ("1st May 2020", "2020-05-01"),
        ("September 2017", "2017-09"),
        ("2017年9月", "2017-09"),
    ],
)
def test_dates_in_any_notation(text: str, iso: str) -> None:
    assert [day.iso for day in find_dates(f"until {text}, if")] == [iso]


@pytest.mark.parametrize("text", ["31 June 2017", "S/2017/09-15", "13732017", "May", "may 2396", "2017-13-1"])
def test_no_dates(text: str) -> None:
    assert list(find_dates(text)) == []


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("for a period of twelve months", ["P12M"]),
        ("for a further 12-month period", ["P12M"]),
        ("a year and 90 days", ["P12M", "P90D"]),
        ("every six (6) months", ["P6M"]),
        ("为期十二个月", ["P12M"]),
        ("forty-five days, twenty-four months", ["P45D", "P24M"]),  # not five days, four months
        ("one hundred and eighty days", ["P180D"]),
        ("a hundred and twenty (120) days", ["P120D"]),
        ("二十四个月，三十天", ["P24M", "P30D"]),
        ("30日内，半年", ["P30D", "P6M"]),
        ("2026年6月30日", []),
        ("二〇〇一年", []),
        ("the sixties, a daily week", []),
        ("2001年", []),
    ],
)
def test_periods(text: str, periods: list[str]) -> None:
    assert list(find_periods(text)) == periods


_WORDS = "extends Extended policies policy women children authorising labour organisations 1373 Da'esh 国号"


@given(st.lists(st.sampled_from(_WORDS.split()), min_size=1, max_size=6), st.sampled_from([" ", ", ", "-"]))
def test_highlights_are_where_the_tokens_are(words: list[str], between: str) -> None:
    text = between.join(words)
    for token in tokens(text):
        marked = places(text, (), [(token.term,)])
        inside = any(start <= token.start and token.end <= end for start, end in marked)
        assert inside or token.term in STOP_WORDS


@given(st.text("abcdeginorstz", min_size=1, max_size=12), st.integers(1, 3))
def test_words_begin_with_a_prefix_that_is_kept(word: str, size: int) -> None:
    prefix = stem(word)[:size]
    assert word.startswith(prefix) or not keeps(prefix)


@pytest.mark.parametrize(
    ("prefix", "reason"),
    [("tak", "took"), ("be", "was, is"), ("giv", "gave"), ("countri", "country, and longer than is known")],
)
def test_prefixes_of_irregular_words_are_told_by_the_text(prefix: str, reason: str) -> None:
    assert not keeps(prefix)


@pytest.mark.parametrize(("said", "mainland"), [
    ("網路", "网络"), ("飛彈", "导弹"), ("旅客姓名紀錄", "旅客姓名记录"), ("紀念", "纪念"), ("信息", "信息"),
])  # fmt: skip
def test_what_taiwan_says_in_the_words_of_the_texts(said: str, mainland: str) -> None:
    assert regional(said) == mainland
