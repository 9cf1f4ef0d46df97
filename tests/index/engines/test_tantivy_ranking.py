"""tantivy's ranking: however little of it is looked at, it is the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from search_cases import base

from mandex.index.engines import And, Filter, Node, Not, Or, Phrase

pytest.importorskip("tantivy", reason="needs mandex[tantivy], an extra")

from mandex.index.engines import tantivy_ranking
from mandex.index.engines.tantivy import TantivyEngine


@pytest.mark.parametrize(
    "node",
    [
        Phrase(("passenger",)),
        Phrase(("asset", "freez")),
        Or((Phrase(("passenger",)), Phrase(("asset",)), Phrase(("state",)))),
        And((Phrase(("state",)), Filter("kind", "is", ("operative",)))),
        And((Or((Phrase(("a",), prefix=True), Phrase(("passenger",)))), Not(Phrase(("asset",))))),
        Or((Phrase(("pass",), prefix=True), Phrase(("asset",)), Phrase(("state",)), Phrase(("nowhere",)))),
        Or((Phrase(("p",), prefix=True), Phrase(("s",), prefix=True))),
        And((Phrase(("f",), prefix=True), Phrase(("asset",)))),
        Filter("lang", "is", ("en",)),
    ],
)
@pytest.mark.parametrize("first", [1, 2, 3, 256])
def test_the_ranking_is_that_of_tantivy_told_to_weigh_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, node: Node, first: int
) -> None:
    """However few are looked at, and whatever one score is told of at once."""
    store = base(tmp_path)
    engine = TantivyEngine(store)
    engine.catch_up()
    monkeypatch.setattr("mandex.index.engines.tantivy_ranking._FIRST_PAGE", first)
    monkeypatch.setattr("mandex.index.engines.tantivy_ranking._FEW", first)
    found = list(engine.ranked(node))
    assert found
    view = engine._view()
    weighed = list(tantivy_ranking._paged(view, view.ranked(node), -1, 0))
    assert found == weighed
    for most in range(len(weighed)):
        assert list(engine.ranked(node, most)) == weighed[:most]
