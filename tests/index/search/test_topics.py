"""Topics of demands are kept by topic, also in a base that earlier kept none."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from mandex.index.search import topics


@pytest.fixture
def base() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(
            "PRAGMA foreign_keys = ON; CREATE TABLE documents (id INTEGER PRIMARY KEY);"
            "CREATE TABLE mandates (doc INTEGER, seq INTEGER, topics TEXT);"
            "INSERT INTO documents VALUES (1), (2);"
            "INSERT INTO mandates VALUES"
            """ (1, 4, '["oil","travel-ban"]'), (1, 4, '["oil"]'), (2, 7, '["oil"]')"""
        )
        yield db


def test_what_was_never_kept_is_read_off_the_demands(base: sqlite3.Connection) -> None:
    assert set(topics.demanding(base, "oil")) == {(1, 4), (2, 7)}


def test_the_first_document_kept_brings_all_others(base: sqlite3.Connection) -> None:
    topics.keep(base, 2)
    assert sorted(topics.demanding(base, "oil")) == [(1, 4), (2, 7)]
    assert list(topics.demanding(base, "travel-ban")) == [(1, 4)]


def test_a_document_kept_anew_has_only_its_topics_of_now(base: sqlite3.Connection) -> None:
    topics.keep(base, 1)
    base.execute("DELETE FROM mandates WHERE doc = 1")
    topics.keep(base, 1)
    assert list(topics.demanding(base, "oil")) == [(2, 7)]


def test_a_document_that_goes_takes_its_topics_along(base: sqlite3.Connection) -> None:
    topics.keep(base, 1)
    base.execute("DELETE FROM documents WHERE id = 1")
    assert list(topics.demanding(base, "oil")) == [(2, 7)]
