"""Which resolutions an assessment goes through."""

from __future__ import annotations

from pathlib import Path

from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.index.compare.profiled import resolutions
from mandex.index.compare.profiles import load


def test_an_assessment_of_sanctions_goes_through_the_regimes_of_the_base(tmp_path: Path) -> None:
    """What no profile names, but lays a measure on a country; what is laid on all is another assessment's."""
    freeze = "OP1 decide asset-freeze: Decides that all States shall freeze all funds of those"
    with Store.open(tmp_path, create=True) as store:
        put(
            store,
            document("S/RES/9734 (2024)", "2024-06-10", f"{freeze} listed;", title="on Liberia"),
            document(
                "S/RES/9735 (2024)", "2024-06-11", f"{freeze} who commit terrorist acts;",
                title="on threats to international peace and security caused by terrorist acts",
            ),
        )  # fmt: skip
        assert "S/RES/9734 (2024)" in resolutions(store, load("sanctions"))
        assert "S/RES/9735 (2024)" not in resolutions(store, load("sanctions"))
        assert "S/RES/9734 (2024)" not in resolutions(store, load("1540"))
