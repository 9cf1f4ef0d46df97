"""A chain of texts walked: since when each phrase stands, what fell out, where a phrase first stood."""

from __future__ import annotations

from pathlib import Path

from texts import resolution

from mandex.corpus.store import Store
from mandex.index.compare.series import _thread, blame, clause

PREAMBLE = "Recalling all its resolutions on the situation in the country,"
FIRST = resolution(
    2001, 2011, PREAMBLE, "1. Decides to extend the mandate of the Mission until 30 June 2012;",
    "2. Urges the parties to respect the ceasefire along the whole line;",
)  # fmt: skip
SECOND = resolution(
    2060, 2012, PREAMBLE, "1. Decides to extend the mandate of the Mission until 30 June 2013;",
    "2. Urges the parties to respect the ceasefire along the whole line and to take a risk-based approach;",
)  # fmt: skip
THIRD = resolution(
    2110, 2013, PREAMBLE, "1. Urges the parties to respect the ceasefire and to take a risk-based approach;",
    "2. Decides to extend the mandate of the Mission until 30 June 2014;",
    "3. Welcomes the elections of May;",
)  # fmt: skip
FOURTH = resolution(
    2150, 2014, PREAMBLE, "1. Decides to extend the mandate of the Mission until 30 June 2015;"
)


def test_since_when_each_phrase_stands() -> None:
    rows = {row["place"]: row for row in blame([FIRST, SECOND, THIRD]) if row["fate"] == "stands"}
    parties = rows["OP1"]
    assert parties["ancestors"] == [
        "S/RES/2001 (2011) OP2", "S/RES/2060 (2012) OP2", "S/RES/2110 (2013) OP1",
    ]  # fmt: skip
    assert parties["phrases"] == [
        ["Urges the parties to respect the ceasefire ", "S/RES/2001 (2011)"],
        ["and to take a risk-based approach", "S/RES/2060 (2012)"], [";", "S/RES/2001 (2011)"],
    ]  # fmt: skip
    assert rows["OP3"]["since"] == "S/RES/2110 (2013) OP3"
    for row in rows.values():
        assert "".join(words for words, _ in row["phrases"]) == row["text"]


def test_what_another_chain_says_between_does_not_make_the_words_new() -> None:
    """Sanctions are renewed between two renewals of a country's mission; one renewal is for two weeks."""
    embargo = resolution(
        2111, 2013, "Determining that the flow of weapons goes on unabated in all its parts,",
        "1. Decides to renew until 30 June 2014 the measures of paragraph 4 of resolution 1990 (2011);",
        "2. Condemns all shipments of weapons into the country, whoever pays for them;",
    )  # fmt: skip
    weeks = resolution(2140, 2014, "Recalling it,", "1. Decides to extend the mandate until 14 July 2014;")
    documents = [FIRST, SECOND, embargo, weeks, THIRD]
    assert _thread(documents) == [FIRST, SECOND, THIRD]
    assert _thread([embargo, FIRST]) == [FIRST]
    assert _thread([]) == []


def test_what_fell_out_and_when() -> None:
    fallen = [row for row in blame([FIRST, SECOND, THIRD, FOURTH]) if row["fate"] == "dropped"]
    assert {(row["doc"], row["place"]) for row in fallen} >= {("S/RES/2150 (2014)", "OP3")}
    assert any(row["text"].startswith("Urges the parties") for row in fallen)
    assert list(blame([])) == []


def test_where_a_phrase_first_stood(tmp_path: Path) -> None:
    with Store.open(tmp_path, create=True) as store:
        for document in (THIRD, FIRST, SECOND):
            store.put_file(document.source, document.sha256, [document])
        found = [(row["doc"], row["place"]) for row in clause(store, "Risk-Based  approach")]
        recitals = [(row["doc"], row["place"]) for row in clause(store, "on the situation in the country")]
        assert recitals[0] == ("S/RES/2001 (2011)", "PP1")  # as a comparison names it
        assert found == [("S/RES/2060 (2012)", "OP2"), ("S/RES/2110 (2013)", "OP1")]
        assert list(clause(store, "risk-based", ["S/RES/2001 (2011)"])) == []
        assert list(clause(store, "  ")) == []
