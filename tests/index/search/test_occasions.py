"""Occasions as they are found: by phrase, in both languages, only of resolutions that are held."""

import sqlite3

import pytest

from mandex.index.lookup.traces import cuts
from mandex.index.search.occasions import Called, called, filed_under, keep, known_by


@pytest.fixture
def db():
    connection = sqlite3.connect(":memory:")
    for number in (138, 242, 380, 487, 883):
        keep(connection, number)
    return connection


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ("Green March", {380}),
        ("绿色进军", {380}),
        ("Osirak", {487}),
        ("Eichmann", {138}),
        ("march green", set()),  # a phrase is found in its order
        ("Suez", set()),  # of resolutions that this base does not hold
    ],
)
def test_a_phrase_leads_to_the_resolutions_that_have_it(db, asked, numbers):
    assert known_by(db, cuts([asked])) == numbers


@pytest.mark.parametrize(
    ("asked", "place"),
    [("land for peace", (242, "1")), ("以土地换和平", (242, "1"))],
)
def test_a_byname_leads_to_the_paragraph(db, asked, place):
    assert place in filed_under(db, cuts([asked]))


def test_a_byname_of_a_resolution_that_is_not_held_leads_nowhere(db):
    assert all(number == 242 for number, _ in filed_under(db, cuts(["Gaddafi", "peace"])))


def test_a_base_without_occasions_knows_none():
    assert known_by(sqlite3.connect(":memory:"), cuts(["Green March"])) == frozenset()
    assert filed_under(sqlite3.connect(":memory:"), cuts(["land for peace"])) == frozenset()


def test_keeping_twice_keeps_once(db):
    keep(db, 380)
    assert db.execute("SELECT count(*) FROM occasions WHERE rowid = 380").fetchone() == (1,)


def test_what_is_only_a_part_of_a_longer_name_leads_nowhere():
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE bynames USING fts5 (terms, number UNINDEXED, label UNINDEXED)")
    rows = [
        ("south sudan embargo", 2428, "4"),
        ("sudan embargo", 1556, "7"),
        ("sudan and south sudan", 2046, "1"),
    ]
    db.executemany("INSERT INTO bynames VALUES (?, ?, ?)", rows)
    assert filed_under(db, {("sudan",)}, {("south", "sudan")}) == {(1556, "7"), (2046, "1")}


def test_bynames_fit_by_the_rarer_words_of_the_whole_question():
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE bynames USING fts5 (terms, number UNINDEXED, label UNINDEXED)")
    rows = [("korea ship refuel", 1874, "17"), ("korea coal", 2321, "26"), ("korea oil", 2375, "13")]
    db.executemany("INSERT INTO bynames VALUES (?, ?, ?)", rows)
    fits = called(db, ["korea", "ship", "refuel", "the"])
    assert fits[1874, "17"] == Called(1.0, frozenset({"korea", "ship", "refuel"}))
    assert 0 < fits[2321, "26"].fit < 0.5
    assert fits[2321, "26"].terms == {"korea"}
    assert called(db, ["the"]) == {}
