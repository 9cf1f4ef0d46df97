"""Comparisons of real renewals against what was marked by reading them side by side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from renewals import FATES, SUBSTANCE
from texts import base_of

from mandex.corpus.store import Store
from mandex.index.compare.comparison import Comparison, apply, compare

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def base(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    numbers = sorted({text.split(" ")[0] for old, new, _ in FATES for text in (old, new)})
    with base_of(data / "un-scresolutions", tmp_path_factory.mktemp("renewals"), *numbers) as store:
        yield store


def compared(base: Store, case: tuple[str, str, str]) -> Comparison:
    old, new, lang = case
    documents = [base.document(f"S/RES/{text}", lang) for text in (old, new)]
    assert documents[0] is not None
    assert documents[1] is not None
    return compare(documents[0], documents[1])


@pytest.mark.parametrize("case", FATES, ids=" ".join)
def test_paragraphs_are_found_again(base: Store, case: tuple[str, str, str]) -> None:
    found = compared(base, case)
    new, dropped = FATES[case]
    asked = [d for d in found.differences if d.paragraph.kind in ("preambular", "operative")]
    assert {d.new_place for d in asked if d.old is None} == new
    assert {d.old_place for d in asked if d.new is None} == dropped
    assert {d.relation for d in asked} <= {"same", "changed", "new", "dropped"}
    order = [d.old.seq for d in asked if d.old and d.new]
    assert order == sorted(order)
    assert apply(found.old.paragraphs, found.differences) == list(found.new.paragraphs)


def test_changes_of_substance(base: Store) -> None:
    expected, got = set(), set()
    for case, marked in SUBSTANCE.items():
        expected |= {(case, change) for change in marked}
        got |= {
            (case, f"{difference.new_place} {change.what}: {change.old} > {change.new}")
            for difference in compared(base, case).differences
            for change in difference.changes
        }
    right = len(expected & got)
    assert right / len(got) >= 0.95, sorted(got - expected)
    assert right / len(expected) >= 0.95, sorted(expected - got)
