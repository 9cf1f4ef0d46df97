"""What holds for every text, however broken."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from mandate_cases import mandates

from mandex.corpus import lexicon
from mandex.corpus.dates import Duration, number_en, number_zh
from mandex.corpus.dates.numerals import NUMBER_EN
from mandex.corpus.languages import Lang

# Pieces that, put together anyhow, come near to what the patterns look for.
_PIECES = st.sampled_from([
    "Decides ", "requests ", "calls upon ", "the Secretary-General ", "all States ", "shall ", "to report ",
    ", and ", "until ", "by ", "within ", "for a period of ", "31 ", "29 February ", "2021", "0", " months",
    "every ", "six ", "决定", "请", "，并", "秘书长", "延长", "至", "每", "一百", "零", "2021年", "13月",
    "二月", "三十日", "个月", "内", "前", "；", ". ", ": ", "(", ")", "‑", "\n",
])  # fmt: skip
_TEXTS = st.one_of(st.lists(_PIECES, max_size=25).map("".join), st.text(max_size=60))
_LANGS = st.sampled_from(["en", "zh-Hans", "zh-Hant"])


@settings(deadline=None)  # the first call reads the vocabulary
@given(_TEXTS, _TEXTS, _LANGS)
def test_rows_lie_in_their_paragraphs_in_reading_order(stem: str, nested: str, lang: Lang) -> None:
    rows = mandates(("1", stem), ("1(a)", nested), lang=lang)
    texts = {1: stem, 2: nested}
    for row in rows:
        text = texts[row.seq]
        assert 0 <= row.at.start <= row.at.end <= len(text)
        assert row.verb in text or row.seq == 2
        assert row.force in lexicon.FORCES
        assert set(row.actors) <= set(lexicon.actors())
        assert set(row.topics) <= set(lexicon.topics())
        for day in row.dates:
            assert not day.date or date.fromisoformat(day.date) >= date(2020, 3, 10)
    assert [(row.seq, row.at.start) for row in rows] == sorted((row.seq, row.at.start) for row in rows)


@settings(deadline=None)  # the first call reads the vocabulary
@given(st.dates(date(1946, 1, 1), date(2100, 1, 1)), st.integers(1, 200), st.sampled_from("DWMY"))
def test_a_longer_period_ends_no_earlier(start: date, count: int, unit: str) -> None:
    shorter, longer = Duration(count, unit), Duration(count + 1, unit)  # type: ignore[arg-type]
    first, second = shorter.after(start), longer.after(start)
    assert first is not None
    assert second is not None
    assert start < first < second


@settings(deadline=None)  # the first call reads the vocabulary
@given(st.integers(1, 999), st.sampled_from([" and ", " "]), st.sampled_from("- "))
def test_english_numerals_are_read_back(value: int, joint: str, dash: str) -> None:
    names = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    below = [*names.split(), "seventeen", "eighteen", "nineteen"]
    tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    hundreds, rest = divmod(value, 100)
    words = f"{below[hundreds - 1]} hundred" if hundreds else ""
    if rest:
        ten, one = divmod(rest, 10)
        spelt = below[rest - 1] if rest < 20 else tens[ten - 2] + (dash + below[one - 1] if one else "")
        words += joint + spelt if words else spelt
    assert number_en(words) == value
    assert re.fullmatch(NUMBER_EN, words)


@settings(deadline=None)  # the first call reads the vocabulary
@given(st.integers(1, 999))
def test_chinese_numerals_are_read_back(value: int) -> None:
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    words = digits[hundreds] + "百" if hundreds else ""
    words += digits[tens] + "十" if tens else "零"
    assert number_zh(words + (digits[ones] if ones else "")) == value
    assert number_zh(str(value)) == value
