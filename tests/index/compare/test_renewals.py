"""Comparisons of real renewals against what was marked by reading them side by side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from renewals import ELSEWHERE, FATES, SPLIT
from renewals_read import SUBSTANCE
from texts import base_of

from mandex.corpus.model import Document
from mandex.corpus.store import Store
from mandex.index.compare.comparison import Comparison, apply, compare, places

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


Pairs = set[tuple[str, str]]


def read(found: Comparison, case: tuple[str, str, str]) -> Pairs:
    """The pairs of places marked: what is neither new nor dropped nor elsewhere goes on in order."""
    new, dropped = FATES[case]
    elsewhere = ELSEWHERE.get(case, set())
    before, after = (places(document.paragraphs) for document in (found.old, found.new))
    going = [p for p in _asked(found.old, before) if p not in dropped]
    coming = [p for p in _asked(found.new, after) if p not in new and p not in {new for _, new in elsewhere}]
    moved = {old for old, _ in elsewhere} - SPLIT.get(case, set())
    going = [p for p in going if p not in moved]
    assert len(going) == len(coming), (case, "what was marked does not add up")
    return {*zip(going, coming, strict=True), *elsewhere}


def _asked(document: Document, named: dict[int, str]) -> list[str]:
    return [named[p.seq] for p in document.paragraphs if p.kind in ("preambular", "operative")]


def test_paragraphs_are_found_again(base: Store) -> None:
    right = marked = got = 0
    wrong = []
    for case in FATES:
        found = compared(base, case)
        expected = read(found, case)
        pairs = {
            (d.old_place, d.new_place)
            for d in found.differences
            if d.old and d.new and d.paragraph.kind in ("preambular", "operative")
        }
        right, marked, got = right + len(expected & pairs), marked + len(expected), got + len(pairs)
        wrong += [(case, sorted(expected ^ pairs))] if expected != pairs else []
        assert apply(found.old.paragraphs, found.differences) == list(found.new.paragraphs)
    assert len(FATES) >= 30
    assert 2 * right / (marked + got) >= 0.98, wrong


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
    assert right / len(got) >= 0.92, sorted(got - expected)
    assert right / len(expected) >= 0.95, sorted(expected - got)
