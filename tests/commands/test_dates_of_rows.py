"""`--since` and `--until` narrow each listing whose rows have dates, and lose nothing that lies between."""

from __future__ import annotations

import json

import pytest
from places import Run

# The listing, and the field of a row that holds its day (a document's day is looked up).
LISTINGS = [
    (("search", "records"), "date"),
    (("lookup", "passenger name records"), "date"),
    (("cited-by", "1373"), "citing"),
    (("instruments", "--lang", "en"), "date"),
]


@pytest.mark.parametrize(("command", "field"), LISTINGS)
def test_rows_of_both_sides_are_all_rows(mandex: Run, command: tuple[str, ...], field: str) -> None:
    days = {}
    for line in mandex("export", "documents").stdout.splitlines():
        document = json.loads(line)
        days[document["symbol"]] = document["date"] or ""

    def rows(*bounds: str) -> list[dict[str, str]]:
        result = mandex(*command, *bounds, "-n", "500", "--format", "json")
        assert result.exit_code in (0, 1), result.stderr
        return [json.loads(line) for line in result.stdout.splitlines()]

    def day(row: dict[str, str]) -> str:
        return days[row[field]] if field == "citing" else row[field]

    every = [row for row in rows() if day(row)]
    early, late = rows("--until", "31 Dec 2031"), rows("--since", "2032")
    assert every
    assert all(day(row) <= "2031-12-31" for row in early)
    assert all(day(row) >= "2032-01-01" for row in late)
    assert len(early) + len(late) == len(every)
    assert not rows("--since", "2099")


def test_a_day_that_is_none_is_refused(mandex: Run) -> None:
    result = mandex("cited-by", "1373", "--since", "someday")
    assert result.exit_code == 2
    assert "write a day as" in result.stderr
