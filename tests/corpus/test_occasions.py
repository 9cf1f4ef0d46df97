"""The table of occasions: real resolutions, phrases that say something, in both languages."""

import pytest

from mandex.corpus.fold import is_chinese
from mandex.corpus.occasions import occasions
from mandex.corpus.registry import adoption


def test_every_number_is_a_resolution_and_every_phrase_is_short():
    for number, phrases in occasions().items():
        assert adoption(number), number
        assert phrases
        assert all(phrase == phrase.strip() and 0 < len(phrase) <= 80 for phrase in phrases), number
        assert len(set(phrases)) == len(phrases), number


def test_both_languages_are_served():
    bilingual = sum(
        {is_chinese(phrase) for phrase in phrases} == {True, False} for phrases in occasions().values()
    )
    assert bilingual >= 0.99 * len(occasions())


@pytest.mark.parametrize(
    ("number", "phrase"),
    [
        (138, "Eichmann"),  # the text says *Adolf Eichmann*; the register only a date
        (380, "Green March"),
        (487, "Osirak"),
        (678, "all necessary means"),
        (1973, "no-fly zone"),
        (2231, "JCPOA"),
        (883, "洛克比"),
        (687, "海珊"),  # as Taiwan writes Saddam
    ],
)
def test_what_the_world_calls_them(number, phrase):
    assert any(phrase.lower() in one.lower() for one in occasions()[number])
