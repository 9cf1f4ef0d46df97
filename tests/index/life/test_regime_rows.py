"""What `regimes` says of a measure on a day: who imposed it, what keeps it in force, what spares from it."""

from __future__ import annotations

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.index.life.regimes import Measure, regimes
from mandex.index.life.steps import steps

TODAY = "2026-11-27"


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path, create=True) as base:
        yield base


def only(found: list[Measure], measure: str) -> Measure:
    (one,) = (one for one in found if one.measure == measure)
    return one


def test_the_term_of_a_sentence_that_says_nothing_else_is_that_of_its_points(store):
    put(
        store,
        document(
            "S/RES/9025 (2025)", "2025-12-14",
            "OP2 decide 2026-12-14: Decides for a period of 12 months from the date of adoption of this"
            " resolution:",
            "OP2(a) decide extends@4/9521_(2003): To renew the measures on travel imposed by paragraph 4 of"
            " resolution 9521 (2003);",
            # a review has no term
            "OP2(b) decide: To review the measures in this paragraph;",
            title="on Liberia",
        ),
        document(
            "S/RES/9026 (2025)", "2025-12-14",
            "OP5 decide 2026-12-14: Decides that, until 14 December 2026, the mandate of UNMIL shall be:",
            "OP5(a) decide extends@4/9521_(2003): To renew the measures on travel of resolution 9521 (2003);",
            title="on Liberia",
        ),
    )  # fmt: skip
    assert {(one.symbol, one.label, one.until) for one in steps(store) if "(" in one.label} == {
        ("S/RES/9025 (2025)", "2(a)", "2026-12-14"),
        ("S/RES/9026 (2025)", "5(a)", ""),
    }


def test_a_resolution_keeps_in_force_what_others_laid_down(store):
    """*Reaffirms that … pursuant to paragraph 1 above* renews nothing that it lays down itself."""
    put(
        store,
        document(
            "S/RES/9734 (2024)", "2024-06-10",
            "OP1 decide asset-freeze: Decides that all States shall freeze all funds of those listed;",
            "OP9 note extends@1/9734_(2024): Reaffirms the measures imposed by paragraph 1 of resolution 9734"
            " (2024) on those whose funds States freeze;",
            title="on Haiti",
        ),
    )  # fmt: skip
    found = only(regimes(store, "Haiti", as_of=TODAY), "asset-freeze")
    assert (found.status, found.latest_renewal) == ("open", "")
