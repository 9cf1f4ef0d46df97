"""Mandates of real resolutions: the marked lead verbs, the titles' dates, the register of Chapter VII."""

from __future__ import annotations

import calendar
import csv
import re
from collections.abc import Iterator
from functools import cache

import pytest
from places import DATA

from mandex.corpus.errors import MandexError
from mandex.corpus.model import Document
from mandex.ingest.assemble import assemble
from mandex.ingest.readers import read

EVERY = 9  # one file in so many; the whole collection agrees with the sample

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not DATA.is_dir(), reason="needs the collections in ../shared/data"),
]


@cache
def resolutions(language: str) -> tuple[Document, ...]:
    return tuple(_sample(language))


def _sample(language: str) -> Iterator[Document]:
    files = [path for path in sorted((DATA / "un-scresolutions").rglob("*.xml")) if "PRST" not in path.parts]
    files = [path for path in files if ("Chinese" in path.parts) == (language == "zh")]
    for path in files[:: EVERY if language == "en" else 3]:
        try:
            documents = [assemble(raw) for raw in read(path, path.read_bytes())]
        except MandexError:
            continue
        yield from (document for document in documents if document.type == "resolution")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_lead_verbs_are_those_that_the_markup_sets_in_italics(language: str) -> None:
    right = total = 0
    for document in resolutions(language):
        leads = {}
        for row in reversed(document.mandates):
            leads[row.seq] = row.verb.lower()
        for paragraph in document.paragraphs:
            marked = paragraph.verb.lower()
            if paragraph.kind == "operative" and paragraph.label and marked:
                total += 1
                found = leads.get(paragraph.seq, "")
                right += bool(found) and (found.startswith(marked) or marked.startswith(found))
    assert total > 500
    assert right / total >= 0.99


@pytest.mark.parametrize("language", ["en", "zh"])
def test_chapter_vii_is_as_in_the_register(language: str) -> None:
    """F1; where they differ the texts do say *Acting under Chapter VII* (1386, 1413, 1737, 2345 …)."""
    with (DATA / "registry" / "chapter_vii.csv").open(encoding="utf-8") as file:
        register = {int(row["number"]): row["chapter_vii"] == "1" for row in csv.DictReader(file)}
    pairs = [(register[d.number], d.chapter_vii) for d in resolutions(language) if d.number in register]
    both = pairs.count((True, True))
    assert both > 20
    assert 2 * both / (2 * both + pairs.count((True, False)) + pairs.count((False, True))) >= 0.96


_UNTIL = re.compile(r"until (?:(\d{1,2}) )?([A-Z][a-z]{2})[a-z]*\.? (\d{4})")
_MONTHS = [name.lower() for name in calendar.month_abbr]


def test_the_dates_that_titles_state_are_found() -> None:
    right = total = 0
    for document in (*resolutions("en"), *resolutions("zh")):
        stated = set()
        for day, month, year in _UNTIL.findall(document.title):
            number = _MONTHS.index(month.lower())
            stated.add(f"{year}-{number:02d}-{int(day or calendar.monthrange(int(year), number)[1]):02d}")
        if stated:
            total += 1
            dates = (d for row in document.mandates for d in row.dates)
            right += stated <= {d.date for d in dates if d.role in ("expires", "deadline")}
    assert total > 50
    assert right / total >= 0.95
