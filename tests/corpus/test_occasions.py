"""The tables of occasions and bynames: real resolutions, phrases that say something, in both languages."""

import re

import pytest

from mandex.corpus.fold import is_chinese
from mandex.corpus.occasions import bynames, occasions
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


def test_every_byname_is_of_an_operative_paragraph_and_short():
    for number, paragraphs in bynames().items():
        assert adoption(number), number
        for label, phrases in paragraphs.items():
            assert re.fullmatch(r"(?:\d+)?(?:\([A-Za-z\d]+\))*(?:¶\d+)?", label), (number, label)
            assert phrases, (number, label)
            assert all(phrase == phrase.strip() and 0 < len(phrase) <= 80 for phrase in phrases), number


@pytest.mark.parametrize(
    ("number", "label", "phrase"),
    [
        (242, "1", "land for peace"),  # the text says *withdrawal of Israel armed forces*
        (1970, "17", "Gaddafi's money"),  # *all funds, other financial assets and economic resources*
        (242, "1", "以土地换和平"),
    ],
)
def test_what_the_world_calls_a_decision(number, label, phrase):
    assert any(phrase in one for one in bynames()[number][label])
