"""A mission of which the texts held by a day found and renew nothing, but to which they give tasks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.index.life.missions import missions

# the day, whether the resolution of 1992-11-10 asks something of UNPROFOR, whether it is told
DAYS = [
    ("1992-12-31", True, ["unclear"]),
    ("1992-12-31", False, []),  # nothing shows that it is there
    ("1992-11-01", True, []),  # before anything was asked of it
    ("1993-06-30", True, ["current"]),  # as what renews it says
]


@pytest.mark.parametrize(("day", "asked", "status"), DAYS)
def test_a_mission_that_later_texts_prolong_was_there_before(tmp_path, day, asked, status):
    enlarged = document(
        "S/RES/9786 (1992)", "1992-11-10",
        "OP5 decide: Approves the recommendation that the strength of UNPROFOR be increased;",
        title="on Bosnia and Herzegovina",
    )  # fmt: skip
    if asked:
        given = tuple(replace(one, actors=("unprofor",)) for one in enlarged.mandates)
        enlarged = replace(enlarged, mandates=given)
    renewed = document(
        "S/RES/9836 (1993)", "1993-06-04",
        "OP5 decide mission-mandate 1993-12-04: Decides to extend the mandate of UNPROFOR until 4 December"
        " 1993;",
        title="on Bosnia and Herzegovina",
    )  # fmt: skip
    with Store.open(tmp_path, create=True) as store:
        put(store, enlarged, renewed)
        assert [one.status for one in missions(store, as_of=day)] == status
        assert [one.status for one in missions(store, "unprofor", as_of=day)] == status
