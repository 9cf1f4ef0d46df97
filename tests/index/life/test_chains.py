"""Chains of steps: followed to their ends however long they are, and where they bite their tails."""

import sys

import pytest

from mandex.index.life.chains import Chains
from mandex.index.life.step import Step

FIRST = Step(
    1, 1, 0, 1, 1, "S/RES/1 (1950)", "en", "1950-01-01", "1", "extends", "UNFICYP", "1951-01-01", "cyprus",
    "extends", (), (), (),
)  # fmt: skip


def links(count: int) -> list[Step]:
    return [FIRST._replace(number=n, symbol=f"S/RES/{n}", until=f"{1950 + n}-01-01") for n in range(1, count)]


class Linked(Chains):
    """Each step is followed by the next; the last by none, or by the first."""

    def __init__(self, steps: list[Step], *, is_ring: bool) -> None:
        self._steps = steps
        self._is_ring = is_ring
        self._ends = {}

    def following(self, step: Step) -> list[Step]:
        at = self._steps.index(step) + 1
        return [self._steps[at % len(self._steps)]] if at < len(self._steps) or self._is_ring else []

    nearest = following


@pytest.mark.parametrize(("is_ring", "end"), [(False, -1), (True, 0)])
def test_a_chain_of_more_links_than_calls_may_nest_has_an_end(is_ring, end):
    steps = links(sys.getrecursionlimit() + 100)
    assert Linked(steps, is_ring=is_ring).end(steps[0]) == steps[end]


def test_a_step_that_nothing_follows_is_its_own_end():
    (only,) = links(2)
    assert Linked([only], is_ring=False).end(only) is only
