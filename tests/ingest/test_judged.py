"""Demands and relations drawn at random and judged by readers who wrote no rule of the extraction.

The tables beside this file hold what is right, and why. `a|b` are two readings that can be defended, `[]` is
nobody, `(x)` may be there or not; a date is `role:day/period`.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from places import DATA

from mandex.corpus.errors import MandexError
from mandex.corpus.model import Document, Mandate, MandateDate
from mandex.ingest.assemble import assemble
from mandex.ingest.readers import read

EVERY = 5  # one judged document in so many; the whole table agrees with the sample
Row = dict[str, str]

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not DATA.is_dir(), reason="needs the collections in ../shared/data"),
]


def table(name: str) -> dict[tuple[str, str], list[Row]]:
    """The rows of a table by document and language."""
    path = Path(__file__).with_name("judged") / f"{name}.tsv"
    rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            rows[row["doc"], row["lang"]].append(row)
    return dict(sorted(rows.items())[::EVERY])


@cache
def files() -> dict[tuple[str, str, str], Path]:
    """The collection's files by kind, number (of a statement year/number) and language."""
    found: dict[tuple[str, str, str], Path] = {}
    for path in [*(DATA / "un-scresolutions").rglob("*.xml"), *(DATA / "cr-unsc-gold-en").glob("*.txt")]:
        match = re.match(r"S_(RES|PRST)_(\d+)(?:[_/](\d+))?", path.name)
        if match:
            number = f"{match[2]}/{int(match[3])}" if match[1] == "PRST" and match[3] else str(int(match[2]))
            found.setdefault((match[1], number, "zh" if "Chinese" in path.parts else "en"), path)
    return found


def documents(rows: dict[tuple[str, str], list[Row]]) -> Iterator[tuple[Document, list[Row]]]:
    for (symbol, lang), judged in rows.items():
        kind, number = re.sub(r"^S/| \(\d+\)$", "", symbol).split("/", 1)
        path = files().get((kind, number, lang[:2]))
        if path is None:
            continue
        try:
            found = [assemble(raw) for raw in read(path, path.read_bytes())]
        except MandexError:
            continue
        yield from ((document, judged) for document in found if document.symbol == symbol)


def key(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def demand(document: Document, row: Row) -> Mandate | None:
    labels = {paragraph.seq: paragraph.label for paragraph in document.paragraphs}
    same = [m for m in document.mandates if labels[m.seq] == row["label"]]
    same = [m for m in same if key(m.measure).startswith(key(row["measure"]))]
    return next((m for m in same if m.verb in row["verb"].split("|")), same[0] if same else None)


def is_addressed(right: str, found: tuple[str, ...]) -> bool:
    for reading in right.split("|"):
        names = [name.strip() for name in reading.split(",") if name not in ("", "[]")]
        must = {name for name in names if not name.startswith("(")}
        if must <= set(found) <= must | {name.strip("()") for name in names}:
            return True
    return False


def is_dated(right: str, found: tuple[MandateDate, ...]) -> bool:
    return any(_matches(reading, list(found)) for reading in right.split("||"))


def _matches(reading: str, left: list[MandateDate]) -> bool:
    for item in filter(None, (part.strip() for part in reading.split(";"))):
        match = re.match(r"([\w|]+):(.*?)(?:/(P\w+))?$", item.removeprefix("(").removesuffix(")"))
        assert match, item
        days = re.findall(r"\d{4}-\d\d-\d\d", match[2])
        fits = [
            date for date in left
            if date.role in match[1].split("|")
            and date.every == (match[3] or "")
            and (match[2].startswith("anydate") or date.date in (days or [""]))
        ]  # fmt: skip
        if fits:
            left.remove(fits[0])
        elif not item.startswith("("):
            return False
    return not left


def is_right(row: Row, found: Mandate) -> bool:
    return (
        found.verb in row["verb"].split("|")
        and found.force in row["force"].split("|")
        and str(found.binding).lower() in row["binding"].split("|")
        and str(found.chapter_vii).lower() in row["chapter_vii"].split("|")
        and is_addressed(row["actors"], found.actors)
        and is_dated(row["dates"], found.dates)
    )


def test_demands_are_right_in_every_field() -> None:
    right = total = 0
    for document, rows in documents(table("demands")):
        for row in rows:
            found = demand(document, row)
            total += 1
            right += found is not None and is_right(row, found)
    assert total > 40
    assert right / total >= 0.95


def test_topics_are_those_that_readers_see() -> None:
    hits = missed = wrong = 0
    for document, rows in documents(table("demands")):
        for row in rows:
            found = demand(document, row)
            if found is None:
                continue
            listed = [topic for topic in row["topics"].split(",") if topic]
            must = [set(topic.split("|")) for topic in listed if not topic.startswith("(")]
            allowed = {name for topic in listed for name in topic.strip("()").split("|")}
            hits += sum(bool(names & set(found.topics)) for names in must)
            missed += sum(not names & set(found.topics) for names in must)
            wrong += len(set(found.topics) - allowed)
    assert hits / (hits + wrong) >= 0.90
    assert hits / (hits + missed) >= 0.90


def test_relations_are_right() -> None:
    right = total = 0
    for document, rows in documents(table("relations")):
        for row in rows:
            same = [c for c in document.citations if (c.target, c.surface) == (row["target"], row["surface"])]
            same.sort(key=lambda c: abs(c.seq - int(row["seq"])))
            total += 1
            right += bool(same) and (
                same[0].relation in row["relation"].split("|")
                and same[0].pinpoint in row["pinpoint"].split("|")
            )
    assert total > 20
    assert right / total >= 0.90
