"""Regimes, missions and demands of real resolutions, judged by reading the texts."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from mandex.corpus.store import Store
from mandex.index.life.keeping import Keeper
from mandex.index.life.missions import missions
from mandex.index.life.regimes import regimes
from mandex.index.life.standing import Register
from mandex.ingest.pipeline import ingest

pytestmark = pytest.mark.corpus
HERE = Path(__file__).parent

# The resolutions that the tables below rest on: in the collection their files are found by these numbers.
NUMBERS = (
    733, 1533, 1556, 1718, 1970, 1973, 1844, 1989, 1996, 2036, 2048, 2140, 2182, 2206, 2216, 2290, 2293, 2353,
    2360, 2374, 2428, 2441, 2444, 2471, 2521, 2577, 2633, 2649, 2653, 2683, 2713, 2714, 2734, 2738, 2745,
    2752, 2769, 2776, 2781, 2789, 2790, 2794, 2801, 2806, 2808, 2814, 2820, 2821, 2822, 2824, 2825, 426, 350,
    2476, 1701, 2100, 2640, 2690, 1500, 2732,
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory, data):
    by_number: dict[int, Path] = {}
    for path in sorted((*data.rglob("*.xml"), *data.rglob("*_GOLD.txt")), reverse=True):
        named = re.search(r"(?:S_?RES_|SC_)0*(\d{1,4})\D", path.name)
        if named and "Chinese" not in path.parts:
            by_number[int(named[1])] = path
    wanted = [by_number[number] for number in NUMBERS if number in by_number]
    with Store.open(tmp_path_factory.mktemp("real"), create=True) as base:
        keeper = Keeper(base)
        keeper.catch_up()
        base.listeners.append(keeper)
        ingest(wanted, base, workers=1)
        yield base


def judged(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


@pytest.mark.parametrize("day", sorted({row["day"] for row in judged("regimes.csv")}))
def test_regimes_are_those_of_the_texts(store, day):
    """Of the cells (imposed by, until) at least 95 in 100 are as in the table."""
    found = regimes(store, as_of=day, ended=True)
    cells, wrong = 0, []
    for row in judged("regimes.csv"):
        if row["day"] != day or not _held(store, row["imposed_by"]):
            continue
        same = [one for one in found if (one.regime, one.measure) == (row["regime"], row["measure"])]
        meant = [one for one in same if f"S/RES/{row['imposed_by']}" in (one.imposed_by, *one.also)] or same
        cells += 2
        if not meant or f"S/RES/{row['imposed_by']}" not in (meant[0].imposed_by, *meant[0].also):
            wrong.append((row, meant))
        if not meant or meant[0].until != row["until"]:
            wrong.append((row, meant))
    assert cells > 8
    assert len(wrong) <= cells * 0.05, wrong


def _held(store: Store, place: str) -> bool:
    symbol = f"S/RES/{place.partition(' OP')[0]}"
    return bool(store.connection.execute("SELECT 1 FROM documents WHERE symbol = ?", (symbol,)).fetchone())


def test_missions_are_those_of_the_texts(store):
    found = {one.mission: (one.latest.removeprefix("S/RES/"), one.until, one.status) for one in missions(
        store, as_of="2026-11-27", ended=True)}  # fmt: skip
    expected = {
        "unmiss": ("2820 (2026) OP1", "2027-04-30", "current"),
        "unifil": ("2790 (2025) OP1", "2026-12-31", "current"),
        "undof": ("2824 (2026) OP3", "2026-12-31", "current"),
        "monusco": ("2808 (2025) OP31", "2026-12-20", "current"),
        "unama": ("2822 (2026) OP1", "2027-06-17", "current"),
        "binuh": ("2814 (2026) OP1", "2027-01-31", "current"),
    }
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize("row", judged("judged.csv"), ids=lambda row: f"{row['doc']} {row['label']}")
def test_demands_judged_by_reading(store, row):
    if not _held(store, row["doc"]):
        pytest.skip("this file is not in the collection")
    stands = Register(store, row["day"]).of_paragraph(f"S/RES/{row['doc']}", row["label"], "2000-01-01")
    assert stands.status in row["status"].split("|"), (row["why"], stands)
    assert not row["until"] or stands.until == row["until"]
