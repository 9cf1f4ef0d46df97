"""Points and what stands above them: who imposes a measure by its points, how a point is cited."""

from __future__ import annotations

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.index.lookup.answers import Wanted, find

ARMS = "the sale or supply of arms and related materiel of all types to Eritrea and Ethiopia"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store.open(tmp_path_factory.mktemp("points"), create=True) as base:
        put(
            base,
            document(
                "S/RES/1298 (2000)", "2000-05-17",
                "OP6 decide: Decides that all States shall prevent:",
                f"OP6(a) decide arms-embargo: {ARMS};",
                "OP7 decide: Decides to remain seized of the matter;",
            ),
        )  # fmt: skip
        yield base


def test_a_stem_imposes_what_its_points_impose(store):
    listed = {answer.pinpoint for answer in find(store, "arms embargo", limit=100).answers}
    assert {"OP6", "OP6(a)"} <= listed


def test_it_is_not_lost_where_the_list_is_narrowed(store):
    found = find(store, "arms embargo", Wanted(resolution="S/RES/1298 (2000)", year=2000), limit=100)
    assert {"OP6", "OP6(a)"} <= {answer.pinpoint for answer in found.answers}
