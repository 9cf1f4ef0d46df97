"""What was replaced hands its place among the answers to what stands in its stead."""

from __future__ import annotations

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.index.life.standing import Standing
from mandex.index.lookup.candidates import load
from mandex.index.lookup.heirs import with_heirs
from mandex.index.lookup.living import cited
from mandex.index.lookup.traces import shelf_of

OPEN = Standing("open", "no end is set")


@pytest.fixture
def base(tmp_path):
    with Store.open(tmp_path / "base", create=True) as store:
        yield put(
            store,
            document("S/RES/9700 (2021)", "2021-06-01", "OP2 decide: helmets that journalists take to Yemen"),
            document(
                "S/RES/9800 (2022)", "2022-06-01",
                "OP2 decide: The following are exempt:",
                "OP2(a) decide: vehicles for the police;",
                "OP2(b) decide: helmets and vests that the press takes to Yemen;",
                "OP3 demand: All parties in Yemen protect journalists;",
            ),
        )  # fmt: skip


@pytest.mark.parametrize(
    ("by", "order"),
    [
        # the point that says the same, of the paragraph that replaced it
        ("S/RES/9800 (2022) OP2", ["9700 OP2", "9800 OP2(b)", "9800 OP3"]),
        ("S/RES/9800 (2022) OP2(a)", ["9700 OP2", "9800 OP2(a)", "9800 OP3"]),
        ("S/RES/9800 (2022)", ["9700 OP2", "9800 OP3"]),  # no paragraph is named
        ("S/RES/9900 (2023) OP1", ["9700 OP2", "9800 OP3"]),  # it is not held
    ],
)
def test_what_stands_in_the_place_of_the_best_answer_is_as_good(base, by, order):
    def weigh(ids):
        return [(0.2, OPEN, [(None, place)]) for place in load(base, ids, shelf_of(base), {})]

    held = {cited(one[2][0][1]): one for one in weigh(range(1, 6))}
    old, beside = held["S/RES/9700 (2021) OP2"], held["S/RES/9800 (2022) OP3"]
    standing = [(1.0, Standing("replaced", "demanded anew", by), old[2]), (0.5, OPEN, beside[2])]
    found = [cited(one[2][0][1]) for one in with_heirs(base, standing, weigh)]
    assert [name[6:10] + name[-len(name) + 17 :] for name in found] == order


def test_a_chain_without_end_is_left(base):
    """Two paragraphs that name each other as what replaced them."""

    def weigh(ids):
        places = load(base, ids, shelf_of(base), {})
        return [(0.2, Standing("replaced", "", "S/RES/9800 (2022) OP3"), [(None, place)]) for place in places]

    standing = weigh(range(1, 6))
    assert len(with_heirs(base, standing, weigh)) == 5
