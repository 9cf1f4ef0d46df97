"""On a theme only the next of a series takes the place of what a resolution demands; others stand beside."""

from __future__ import annotations

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.index.life.keeping import Keeper
from mandex.index.life.standing import Register

TERRORISM, CONGO = "Threats to international peace and security caused by terrorist acts", "the Congo"
INFORM = (
    "Calls upon all States to exchange information in accordance with international law and to cooperate to"
    " prevent the commission of terrorist acts;"
)
TREATIES = "Calls upon all States to become parties as soon as possible to the relevant conventions;"
REFUGE = "Calls upon all States to ensure that refugee status is not abused by the perpetrators of such acts;"
CONSULT = "Encourages Member States to consult the list when considering whether to grant visa applications;"
ACCESS = (
    "Calls upon all parties to allow and facilitate the full, safe, immediate and unhindered access of"
    " humanitarian personnel to populations in need;"
)
REMOVE = "Directs the Committee to remove listings if it decides that they are no longer appropriate;"

CASES = [
    # 1373 (2001) OP3(b), which 2322 (2016) OP9(a) repeats
    ("open", TERRORISM, [("2015", INFORM, TREATIES, REFUGE, CONSULT), ("2016", INFORM, REMOVE)]),
    # 2610 (2021) OP36, which 2734 (2024) OP39 makes anew with all the others
    ("replaced", TERRORISM, [("2021", CONSULT, REMOVE), ("2024", TREATIES, CONSULT, REMOVE)]),
    # 1822 (2008), of which 2734 (2024) holds little, by 1904, 1989 … in between
    (
        "replaced",
        TERRORISM,
        [("2008", CONSULT, REMOVE, INFORM, TREATIES), ("2015", CONSULT, REMOVE), ("2024", CONSULT, REFUGE)],
    ),
    # 2605 (2021) OP52, which 2800 (2025) demands anew: it was not done; of 2008 the last is
    ("replaced", CONGO, [("2021", ACCESS, REFUGE), ("2025", ACCESS)]),
    ("spent", CONGO, [("2008", ACCESS, REFUGE), ("2025", CONSULT)]),
    # in a country's situation what is called for anew takes the place of the former call
    ("replaced", CONGO, [("2024", INFORM, TREATIES, REFUGE, CONSULT), ("2025", INFORM)]),
]


@pytest.mark.parametrize(("status", "title", "said"), CASES)
def test_the_first_demand(tmp_path, status, title, said):
    made = [
        document(
            f"S/RES/{9100 + at} ({year})",
            f"{year}-05-05",
            *(f"OP{label} call: {words}" for label, words in enumerate(demands, start=1)),
            title=title,
        )
        for at, (year, *demands) in enumerate(said)
    ]
    with Store.open(tmp_path / "base", create=True) as base:
        put(base, *made)
        Keeper(base).catch_up()
        first = made[0]
        found = Register(base, "2026-11-27").of_paragraph(first.symbol, "1", first.date, first.mandates[0])
        assert found.status == status, found
        if status == "replaced":
            assert found.by == f"{made[-1].symbol} OP{1 if title == CONGO or len(made) > 2 else 2}"
