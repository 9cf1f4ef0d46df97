"""Lookups of a base of the whole collection, named by MANDEX_WHOLE (made by `mandex --kb DIR ingest
../shared/data`); skipped where none is named.

`imposing.csv` lists, for twelve measures, the paragraphs that impose them, as found by reading the texts.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from mandex.corpus.store import Store
from mandex.index.engines import open_engine
from mandex.index.lookup.answers import Wanted, find

pytestmark = pytest.mark.corpus
HERE = Path(__file__).parent
ALL = 500  # answers asked for
LOST = 0.02  # of the paragraphs that impose a measure, at most
with (HERE / "imposing.csv").open(encoding="utf-8") as table:
    IMPOSING = [(row["measure"], row["imposed_by"].split("; ")) for row in csv.DictReader(table)]


@pytest.fixture(scope="module")
def whole(whole_kb):
    with Store.open(whole_kb) as store:
        yield store, open_engine(store)


def listed(whole, measure, wanted=None):
    store, engine = whole
    found = find(store, measure, wanted, limit=ALL, engine=engine).answers
    return {f"{one.doc.removeprefix('S/RES/').split(' ')[0]} {one.pinpoint}" for one in found}


@pytest.mark.parametrize(("measure", "imposed_by"), IMPOSING, ids=[measure for measure, _ in IMPOSING])
def test_a_lookup_lists_all_that_imposes_a_measure(whole, measure, imposed_by):
    lost = set(imposed_by) - listed(whole, measure)
    assert len(lost) <= LOST * len(imposed_by), sorted(lost)


@pytest.mark.parametrize(("measure", "imposed_by"), IMPOSING, ids=[measure for measure, _ in IMPOSING])
def test_narrowed_to_its_resolution_or_its_actor_none_is_lost(whole, measure, imposed_by):
    store, engine = whole
    every = find(store, measure, limit=ALL, engine=engine).answers
    for place in imposed_by[::5]:
        number, pinpoint = place.split(" ")
        answer = next(
            (one for one in every if one.doc.startswith(f"S/RES/{number} ") and one.pinpoint == pinpoint),
            None,
        )
        if answer is None:
            continue
        year = int(answer.date[:4])
        narrower = [Wanted(resolution=answer.doc), Wanted(year=year)]
        narrower += [Wanted(actor=actor) for actor in answer.actors[:1]]
        for wanted in narrower:
            assert place in listed(whole, measure, wanted), wanted
