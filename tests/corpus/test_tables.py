"""Of the tables only the rows asked for are parsed; none is lost."""

from __future__ import annotations

import pytest

from mandex.corpus import tables

TABLES = ("bodies", "countries", "actors", "topics", "gazetteer", "glossary")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("begins", ["pa", "un", "co", "bl", "ev"])
def test_rows_with_a_beginning_are_all_rows_that_have_it(table: str, begins: str) -> None:
    found = list(tables.rows_with(table, begins))
    named = [
        row
        for row in tables.rows(table)
        if any(tables.beginning(word) == begins for cell in row.values() for word in cell.split("|"))
    ]
    assert [row for row in found if row in named] == named, "in the order of the table"
    assert len(found) <= len(named) + 20, "what only follows a comma in a cell may be there too"


def test_letters_with_accents_are_found_by_plain_ones() -> None:
    assert tables.beginning("Évian") == "ev"
    assert tables.beginning("旅客姓名记录") == "旅客"
