"""What is damaged in the cluster is put back by a machine whose copy is whole: `doctor --repair`."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from copy import deepcopy
from functools import partial
from typing import Any

import pytest
from fake_opensearch import Fake
from sharing import Machine, Machines

from mandex.index.engines import is_installed

pytestmark = pytest.mark.skipif(not is_installed("opensearch"), reason="needs mandex[opensearch], an extra")
INDEX = "un-documents"


def _record(fake: Fake, of: str = "d1", **changes: Any) -> None:
    found = next(one for one in fake.held[INDEX].values() if one["_source"].get("key") == of)
    found["_source"].update(changes)


def _lost(fake: Fake, of: str = "d1") -> None:
    (id_,) = (id_ for id_, one in fake.held[INDEX].items() if one["_source"].get("key") == of)
    del fake.held[INDEX][id_]


def _stray(fake: Fake, **changes: Any) -> None:
    """A record more, of no writer."""
    fake.held[INDEX]["stray-x"] = deepcopy(
        next(one for id_, one in fake.held[INDEX].items() if id_ != "state")
    )
    fake.held[INDEX]["stray-x"]["_id"] = "stray-x"
    fake.held[INDEX]["stray-x"]["_source"].update(changes)


def _state(fake: Fake, **changes: Any) -> None:
    fake.state.update(changes)


def _without_state(fake: Fake) -> None:
    del fake.held[INDEX]["state"]


def _gone(fake: Fake) -> None:
    del fake.held[INDEX], fake.found[INDEX]


def _damaged(fake: Fake, damage: Callable[[Fake], None]) -> None:
    damage(fake)
    if INDEX in fake.held:
        fake.found[INDEX] = dict(fake.held[INDEX])


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (partial(_record, data="AAAA"), "1 records of .* are damaged or missing: d1"),
        (partial(_record, data="\N{SNOWMAN}"), "damaged or missing: d1"),
        (partial(_record, hash="0" * 64), "damaged or missing: d1"),
        (partial(_record, hash=["a"]), "damaged or missing: d1"),
        (partial(_record, size=1 << 40), "damaged or missing: d1"),
        (partial(_record, key="settings"), "damaged or missing: d1"),
        (partial(_record, revision=0), "damaged or missing: d1"),
        (_lost, "damaged or missing: d1"),
        (_stray, "1 records of .* were not written by Mandex"),
        (partial(_stray, key="d999", hash=""), "were not written by Mandex"),
        (partial(_state, records=3), "does not fit its records"),
        (partial(_state, digest="1"), "does not fit its records"),
        (partial(_state, digest="zz"), "the state of .* is damaged"),
        (partial(_state, engine="os.system"), "the state of .* is damaged"),
        (_without_state, "is gone"),
        (_gone, "is gone"),
    ],
)
def test_what_is_damaged_is_named_and_put_back(
    fake: Fake, one: Machine, machine: Machines, damage: Callable[[Fake], None], told: str
) -> None:
    before = _living(fake)
    _damaged(fake, damage)
    examined = one("doctor")
    assert examined.exit_code == 1
    assert re.search(told, examined.stderr), examined.stderr
    assert one.well("doctor", "--repair")
    assert _living(fake) == before, "byte for byte as they were written"
    assert one.well("doctor").stderr == "mandex: the base is well\n"
    two = machine("two")
    two.well("status")
    assert two.rows() == one.rows()
    two.well("remove", "S/RES/9001 (2031)")
    assert one("show", "S/RES/9001 (2031)").exit_code == 1, "the base is written to as ever"


def _living(fake: Fake) -> dict[str, Any]:
    return {id_: dict(one["_source"]) for id_, one in fake.held[INDEX].items() if id_ != "state"}


def test_a_machine_without_a_copy_mends_nothing(fake: Fake, one: Machine, machine: Machines) -> None:
    _damaged(fake, partial(_record, data="AAAA"))
    failed = machine("two")("doctor", "--repair")
    assert failed.exit_code == 2
    assert "on a machine whose copy is whole" in failed.stderr


def test_a_copy_that_is_behind_mends_nothing(fake: Fake, one: Machine, machine: Machines) -> None:
    two = machine("two")
    two.well("status")
    two.well("remove", "S/RES/9001 (2031)", "--lang", "zh")
    _damaged(fake, partial(_record, data="AAAA"))
    _damaged(fake, _newer)
    failed = one("doctor", "--repair")
    assert failed.exit_code == 2
    assert "of revision" in failed.stderr
    assert _is_mended_by(two, one)


def _is_mended_by(newer: Machine, behind: Machine) -> bool:
    newer.well("doctor", "--repair")
    behind.well("status")
    return behind.rows() == newer.rows()


def _newer(fake: Fake) -> None:
    """What the machine that is behind must fetch is damaged."""
    newest = max(
        (one["_source"] for id_, one in fake.held[INDEX].items() if id_ != "state"),
        key=lambda told: int(told["revision"]),
    )
    newest["size"] = 1 << 40


def test_without_a_state_records_newer_than_the_copy_are_not_thrown_away(
    fake: Fake, one: Machine, machine: Machines
) -> None:
    two = machine("two")
    two.well("remove", "S/RES/9001 (2031)")
    _damaged(fake, _without_state)
    failed = one("doctor", "--repair")
    assert failed.exit_code == 2
    assert "records of revision 2" in failed.stderr
    assert _is_mended_by(two, one)


def test_where_copy_and_cluster_are_damaged_neither_is_touched(fake: Fake, one: Machine) -> None:
    with sqlite3.connect(one.folder / "mandex.db") as db:
        db.execute("DELETE FROM paragraphs WHERE doc = 1 AND seq = 2")
    _damaged(fake, partial(_record, data="AAAA"))
    before = _living(fake), one.rows()
    failed = one("doctor", "--repair")
    assert failed.exit_code == 2
    assert "both" in failed.stderr
    assert (_living(fake), one.rows()) == before


def test_a_record_that_the_copy_has_otherwise_is_left_alone(fake: Fake, one: Machine) -> None:
    """What the texts do not show: a row of the copy that was changed by hand."""
    with sqlite3.connect(one.folder / "mandex.db") as db:
        db.execute("UPDATE files SET sha256 = 'x' WHERE path LIKE '%9001.en.xml'")
        ((path,),) = db.execute("SELECT path FROM files WHERE sha256 = 'x'")
    _damaged(fake, partial(_record, of=f"f{path}", data="AAAA"))
    before = _living(fake)
    failed = one("doctor", "--repair")
    assert failed.exit_code == 2
    assert "could not be mended" in failed.stderr
    assert _living(fake) == before
