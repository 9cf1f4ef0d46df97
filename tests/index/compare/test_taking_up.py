"""Which later demand takes up what a report recommends."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from texts import resolution

from mandex.corpus.store import Store
from mandex.index.compare.recommendations import recommendations

PREAMBLE = "Recalling its resolutions on the matter and determined to combat all threats to peace,"
EXCHANGE = "to intensify the exchange of operational information on terrorist networks"


@pytest.mark.parametrize(
    ("title", "asks", "year", "found"),
    [
        ("", f"Urges Member States {EXCHANGE} and their leaders", 2029, True),
        # of nobody who was addressed; before the report; when years have passed
        ("", f"Requests the Secretary-General {EXCHANGE}", 2029, False),
        ("", f"Urges Member States {EXCHANGE}", 2027, False),
        ("", f"Urges Member States {EXCHANGE}", 2034, False),
        # the measure is another
        ("", "Urges Member States to protect their water supply from pollution by heavy metals", 2029, False),
        # what is asked for Haiti is no answer to a report that does not name it
        ("The question concerning Haiti", f"Urges Member States {EXCHANGE}", 2029, False),
    ],
)  # fmt: skip
def test_what_takes_a_recommendation_up(
    tmp_path: Path, title: str, asks: str, year: int, *, found: bool
) -> None:
    report = replace(
        resolution(2901, 2028, PREAMBLE, f"1. I urge Member States {EXCHANGE}."), symbol="S/2028/1",
        type="report", date="2028-06-01",
        title="Report of the Secretary-General on the threat to peace",
    )  # fmt: skip
    later = resolution(2902, year, PREAMBLE, f"1. {asks};")
    later = replace(later, date=f"{year}-06-01", title=title or later.title)
    with Store.open(tmp_path, create=True) as store:
        for held in (report, later):
            store.put_file(held.source, f"{held.number:064}", [held])
        (row,) = recommendations(store)
    assert row.taken_up == ((f"S/RES/2902 ({year}) OP1",) if found else ())
