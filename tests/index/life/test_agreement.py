"""Lookup and lineage say the same of every paragraph of a base."""

from __future__ import annotations

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.corpus.symbols import Reference, parse
from mandex.index.engines import open_engine
from mandex.index.life.keeping import Keeper
from mandex.index.life.lineage import lineage
from mandex.index.life.standing import Register
from mandex.index.life.step import ENDING
from mandex.index.lookup.answers import Wanted, lookup
from mandex.ingest.pipeline import ingest

TODAY = "2026-11-22"


def small(store: Store) -> Store:
    """A regime whose paragraphs are renewed, adjusted and ended, each in its own way."""
    return put(
        store,
        document(
            "S/RES/1807 (2008)", "2008-03-31",
            "OP1 decide arms-embargo 2008-12-31: Decides that all States shall prevent the supply of arms and"
            " related materiel until 31 December 2008;",
            "OP2 decide amends@1/1807_(2008): Decides that the measures in paragraph 1 above shall not"
            " apply to MONUC;",
            "OP5 decide arms-embargo: Decides that all States shall notify the Committee of any shipment of"
            " arms;",
            "OP9 decide travel-ban: Decides that all States shall prevent the entry into or transit through"
            " their territories of all persons designated;",
            title="on the Democratic Republic of the Congo",
        ),
        document(
            "S/RES/2293 (2016)", "2016-06-23",
            "OP1 decide 2017-07-01 extends@1/1807_(2008): Decides to renew until 1 July 2017 the measures on"
            " arms imposed by paragraph 1 of resolution 1807 (2008);",
            "OP5 decide 2017-07-01 extends@9/1807_(2008): Decides to renew until 1 July 2017 the travel"
            " measures imposed by paragraph 9 of resolution 1807 (2008);",
            title="on the Democratic Republic of the Congo",
        ),
        document(
            "S/RES/2667 (2022)", "2022-12-20",
            "OP2 decide terminates@5/1807_(2008): Decides to terminate the notification requirement set out"
            " in paragraph 5 of resolution 1807 (2008);",
            title="on the Democratic Republic of the Congo",
        ),
        document(
            "S/RES/2825 (2026)", "2026-06-29",
            "OP1 decide 2027-07-01 extends@1/2293_(2016) extends@5/2293_(2016): Decides to renew until"
            " 1 July 2027 the measures as set out in paragraphs 1 and 5 of resolution 2293 (2016);",
            title="on the Democratic Republic of the Congo",
        ),
    )  # fmt: skip


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path, create=True) as base:
        keeper = Keeper(base)
        keeper.catch_up()
        base.listeners.append(keeper)
        yield base


@pytest.mark.parametrize(
    ("label", "status", "by"),
    [
        ("1", "current", "S/RES/2825 (2026) OP1"),  # renewed, and what renewed it renewed: to the end
        ("9", "current", "S/RES/2825 (2026) OP1"),
        ("2", "current", "S/RES/2825 (2026) OP1"),  # an exemption lives with what it exempts from
        ("5", "ended", "S/RES/2667 (2022) OP2"),
    ],
)
def test_a_chain_hands_on_to_its_end(store, label, status, by):
    stands = Register(small(store), TODAY).of_paragraph("S/RES/1807 (2008)", label, "2008-03-31")
    assert (stands.status, stands.by) == (status, by), stands.reason


def test_what_may_snap_back_is_unclear_and_says_why(store):
    put(
        store,
        document(
            "S/RES/1737 (2006)", "2006-12-23",
            "OP12 decide asset-freeze: Decides that all States shall freeze the"
            " funds, other financial assets and"
            " economic resources of the persons designated;",
            title="on Iran",
        ),
        document(
            "S/RES/2231 (2015)", "2015-07-20",
            "OP7(a) decide terminates@1737_(2006): The provisions of resolution"
            " 1737 (2006) shall be terminated;",
            "OP12 decide amends@1737_(2006): Decides that, if the Security Council"
            " does not adopt a resolution"
            " under paragraph 11, all of the provisions of resolution 1737 (2006)"
            " shall apply in the same manner"
            " as they applied before the adoption of this resolution;",
            title="on Iran",
        ),
    )  # fmt: skip
    stands = Register(store, TODAY).of_paragraph("S/RES/1737 (2006)", "12", "2006-12-23")
    assert stands.status == "unclear"
    assert "2231 (2015) OP7(a)" in stands.reason
    assert "2231 (2015) OP12" in stands.reason


def test_an_end_that_is_conditional_or_partial_ends_nothing(store):
    put(
        store,
        document(
            "S/RES/1970 (2011)", "2011-02-26",
            "OP17 decide asset-freeze: Decides that all States shall freeze"
            " without delay all funds of the persons"
            " designated;",
            title="on Libya",
        ),
        document(
            "S/RES/2009 (2011)", "2011-09-16",
            "OP14 decide terminates@17/1970_(2011): Decides that the national oil company shall no longer be"
            " subject to the asset freeze imposed by paragraph 17 of resolution 1970 (2011);",
            "OP16 decide terminates@17/1970_(2011): Decides that the Committee may decide to terminate the"
            " measures of paragraph 17 of resolution 1970 (2011) for a vessel at any time;",
            title="on Libya",
        ),
    )  # fmt: skip
    stands = Register(store, "2011-10-01").of_paragraph("S/RES/1970 (2011)", "17", "2011-02-26")
    assert stands.status in ("open", "unclear", "current")


def test_a_paragraph_that_was_ended_is_ended_for_lookup_and_lineage(store):
    small(store)
    found = lookup(store, "notify the Committee of any shipment of arms", Wanted(as_of=TODAY))
    answer = next(one for one in found if (one.doc, one.pinpoint) == ("S/RES/1807 (2008)", "OP5"))
    chain = lineage(store, parse("1807 OP5"), as_of=TODAY)
    assert (answer.status, answer.by) == ("ended", "S/RES/2667 (2022) OP2")
    assert [(link.doc, link.pinpoint, link.action) for link in chain] == [
        ("S/RES/2667 (2022)", "OP2", "ends")
    ]


def test_small_base_agrees(store):
    assert_agreement(small(store))


@pytest.mark.corpus
def test_real_documents_agree(store, data):
    files = sorted((data / "un-scresolutions").rglob("*.xml"))
    english = [path for path in files if "English" in path.parts or "Pre-2020" in path.parts]
    ingest(english[::12], store, workers=1)
    open_engine(store).catch_up()
    assert_agreement(store)


def numbered(store):
    return store.connection.execute(
        "SELECT DISTINCT d.symbol, p.label, d.date FROM paragraphs AS p JOIN documents AS d ON d.id = p.doc"
        " WHERE d.type = 'resolution' AND p.kind = 'operative' AND p.label <> '' AND p.label NOT LIKE '(%'"
        " AND d.date <= ? ORDER BY d.number, p.seq",
        (TODAY,),
    ).fetchall()


def assert_agreement(store):
    """No paragraph is current for lookup and ended in lineage, nor stands otherwise in either."""
    register = Register(store, TODAY)
    paragraphs = numbered(store)
    assert len(paragraphs) > 4
    contradictions = []
    for symbol, label, adopted in paragraphs:
        stands = register.of_paragraph(symbol, label, adopted)
        weightiest = register.demands.own_step(symbol, label, None)
        for link in lineage(store, Reference(symbol, label), as_of=TODAY, register=register):
            own = (link.doc, link.pinpoint) == (symbol, f"OP{label}")
            same = weightiest is not None and link.clause == weightiest.clause
            named = any(cited == symbol and label in labels for cited, labels in link.targets)
            ends = not own and named and link.action in ENDING
            lives = stands.status in ("current", "open") and not stands.by
            if (own and same and link.status != stands.status) or (ends and lives):
                contradictions.append((symbol, label, stands, link))
    assert not contradictions, contradictions[:5]
