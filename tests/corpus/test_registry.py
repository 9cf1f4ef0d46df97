import re
from itertools import pairwise

import pytest

from mandex.corpus import registry


def test_every_number_is_there_once_and_in_order() -> None:
    assert [one.number for one in registry.adoptions()] == list(range(1, registry.last().number + 1))
    assert registry.last().number >= 2825


def test_years_rise_with_numbers() -> None:
    assert all(a.year <= b.year <= a.year + 1 for a, b in pairwise(registry.adoptions()))


def test_dates_rise_with_numbers_and_lie_in_their_year() -> None:
    dated = [one for one in registry.adoptions() if one.adopted]
    assert len(dated) >= registry.last().number - 2
    assert all(a.adopted <= b.adopted for a, b in pairwise(dated))
    assert all(one.adopted[:4] == str(one.year) for one in dated)


@pytest.mark.parametrize(
    ("number", "year", "date"),
    [
        (1, 1946, "1946-01-25"),
        (242, 1967, "1967-11-22"),
        (542, 1983, "1983-11-23"),  # often listed under the date of 538
        (1373, 2001, "2001-09-28"),
        (2524, 2020, "2020-06-03"),  # adopted in writing, announced the day after
    ],
)
def test_known_adoptions(number: int, year: int, date: str) -> None:
    found = registry.adoption(number)
    assert found is not None
    assert (found.year, found.adopted) == (year, date)
    assert registry.year(number) == year
    assert number in registry.adopted_on(date)


def test_what_was_never_adopted() -> None:
    beyond = registry.last().number + 1
    assert registry.adoption(0) is None
    assert registry.adoption(-1) is None
    assert registry.year(beyond) is None
    assert not registry.exists(beyond)
    assert registry.adopted_on("1946-01-01") == ()


def test_agenda_items_are_words() -> None:
    """Not the symbol of a letter, not dashes: nothing could be said to be on the same item."""
    items = {one.agenda_item for one in registry.adoptions() if one.agenda_item}
    odd = [item for item in items if re.fullmatch(r"[-–. ]+|[SAE]/[\dA-Z./ ]+", item) or item.endswith(".")]
    assert odd == []
    same = [registry.adoption(number) for number in (2206, 2577)]
    assert len({one.agenda_item for one in same if one}) == 1
