"""The sanctions regimes of four days, written from the texts by a reader, against what `regimes` answers.

`regimes_judged.csv` has one row for each measure in force on a day: `|` separates what is defensible, `held`
says whether the collection has the paragraphs that decide it (`no`: not counted), `note` why. A row means the
measure that has its name and, where several have, the one that a paragraph of its `imposed_by` imposes.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from mandex.corpus.store import Store
from mandex.index.life.keeping import Keeper
from mandex.index.life.regimes import Measure, regimes
from mandex.ingest.pipeline import ingest

pytestmark = pytest.mark.corpus
HERE = Path(__file__).parent
CORE = ("measure", "imposed_by", "until", "panel", "panel_latest", "panel_until")
BODIES = ("panel", "monitoring-team")


def rows() -> list[dict[str, str]]:
    with (HERE / "regimes_judged.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["held"] != "no"]


@pytest.fixture(scope="module")
def store(tmp_path_factory, data):
    """The resolutions on sanctions of the collection: those that the numbers of `sanctions.txt` name."""
    numbers = {
        int(one) for one in (HERE / "sanctions.txt").read_text(encoding="utf-8").split() if one.isdigit()
    }
    found: dict[int, Path] = {}
    for path in sorted((*data.rglob("*.xml"), *data.rglob("*_GOLD.txt")), reverse=True):
        named = re.search(r"(?:S_?RES_|SC_)0*(\d{1,4})\D", path.name)
        if named and int(named[1]) in numbers and "Chinese" not in path.parts:
            found[int(named[1])] = path
    if len(found) < len(numbers) * 0.9:
        pytest.skip(f"only {len(found)} of {len(numbers)} resolutions on sanctions are there")
    with Store.open(tmp_path_factory.mktemp("sanctions"), create=True) as base:
        keeper = Keeper(base)
        keeper.catch_up()
        base.listeners.append(keeper)
        ingest([found[number] for number in sorted(found)], base, workers=1)
        yield base


@pytest.mark.parametrize("day", sorted({row["day"] for row in rows()}))
def test_the_regimes_of_a_day_are_those_that_a_reader_finds(store, day):
    """At least 92 in 100 of the cells measure, imposing paragraph, end and panel; 90 of all cells.

    On the whole collection it is 98: here the texts are left out that say which measure of Sudan is which.
    """
    found = regimes(store, as_of=day)
    right: Counter[str] = Counter()
    wrong: list[tuple[str, str, str, str]] = []
    for row in (one for one in rows() if one["day"] == day):
        for cell, is_right, value in _cells(row, found):
            right[cell] += is_right
            wrong += [] if is_right else [(row["regime"], row["what"], cell, value)]
    of = right + Counter(cell for *_, cell, _ in wrong)
    core = sum(right[cell] for cell in CORE) / sum(of[cell] for cell in CORE)
    assert sum(of.values()) > 150
    assert core >= 0.92, [one for one in wrong if one[2] in CORE]
    assert right.total() / of.total() >= 0.9, wrong


def _cells(row: dict[str, str], found: Sequence[Measure]) -> Iterator[tuple[str, bool, str]]:
    """The cells of a row: whether each is right, and what the machine says."""
    own = [one for one in found if one.regime.startswith(tuple(row["regime"].split("|")))]
    imposing = row["imposed_by"].split("|")
    named = [one for one in own if one.measure == row["measure"]] if row["measure"] else []
    by = [one for one in own if _short(one.imposed_by) in imposing or _any(one.also, imposing)]
    meant = next((one for one in named if _short(one.imposed_by) in imposing), None)
    meant = meant or next((one for one in by if one in named), None) or next(iter((*named, *by)), None)
    good = meant is not None and (not row["measure"] or meant.measure == row["measure"])
    yield "measure", good, meant.measure if meant else ""
    yield "imposed_by", *_is(meant, "imposed_by", row["imposed_by"])
    yield "latest", *_is(meant, "latest_renewal", row["latest"])
    yield "until", *_is(meant, "until", row["until"])
    if row["committee"]:
        yield "committee", *_is(meant, "committee", row["committee"])
    if row["panel"]:
        panel = next((one for one in own if one.measure in BODIES), None)
        yield "panel", *_is(panel, "imposed_by", row["panel"])
        yield "panel_latest", *_is(panel, "latest_renewal", row["panel_latest"])
        yield "panel_until", *_is(panel, "until", row["panel_until"])


def _is(one: Measure | None, field: str, accepted: str) -> tuple[bool, str]:
    value = _short(str(getattr(one, field))) if one else "-"
    return any(value == a or (a and value.startswith(f"{a} ")) for a in accepted.split("|")), value


def _any(places: Sequence[str], accepted: Sequence[str]) -> bool:
    return any(_short(place) in accepted for place in places)


def _short(place: str) -> str:
    return place.removeprefix("S/RES/")
