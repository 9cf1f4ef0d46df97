"""What is made of a document, steps, comparisons, obligations, answers, costs what the document is long."""

from __future__ import annotations

import math
import sys

import pytest

from torture import following
from torture.clock import seconds

PATTERNS = (".", ",", "e-", "and ", "the Committee ", "until 31 December 2025 ", "resolution 1373 (2001), ")
_BEHIND = ", and shall report to the Committee on the steps that they have taken;\n"


@pytest.mark.skipif(sys.platform == "win32", reason="the alarm that ends what hangs is of POSIX")
@pytest.mark.parametrize("masthead", following.MASTHEADS, ids=("resolution", "report"))
def test_nothing_that_follows_explodes(masthead: str) -> None:
    steep = {}
    with following.base() as store:
        following.follow(store, masthead + _BEHIND)  # tables of words are loaded once
        for pattern in PATTERNS:
            took = [
                seconds(
                    lambda text: following.follow(store, text),
                    masthead + pattern * (n // len(pattern)) + _BEHIND,
                )
                for n in (1_500, 6_000)
            ]
            steep[pattern] = math.log(took[1] / took[0], 4)
    assert {pattern: exponent for pattern, exponent in steep.items() if exponent > 1.6} == {}
