"""What says to what, or to whom, measures apply stands as they do; other statements are made on their day.

The words are those of real resolutions, shortened; their numbers are above those of the registry.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_documents import document, put

from mandex.corpus.fold import fold
from mandex.corpus.store import Store
from mandex.index.life.by_scope import speaks_of_scope
from mandex.index.life.standing import Register

FREEZE = (
    "OP1 decide asset-freeze{until}: Decides that all States shall freeze{term} all funds of those"
    " designated;"
)
PLACES = ("2", "3", "3(a)", "4", "5")
SAID = (
    "OP2 note: Affirms that the requirements in paragraph 1 above apply to the payment of ransoms;",
    "OP3 note: Reaffirms that all notifications under paragraph 1 above should include:",
    "OP3(a) note: the intended destination unit;",
    "OP4 note: Affirms that attacks on medical personnel may constitute an act for which one may be listed;",
    "OP5 note: Welcomes the progress made in applying the measures in paragraph 1 above;",
)


def statuses(store: Store, number: int, day: str, as_of: str) -> list[str]:
    symbol = f"S/RES/{number} ({day[:4]})"
    register = Register(store, as_of)
    rows = store.connection.execute(
        "SELECT p.pinpoint, m.id FROM mandates AS m JOIN documents AS d ON d.id = m.doc"
        " JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq WHERE d.symbol = ? ORDER BY m.id",
        (symbol,),
    )
    found = {
        pinpoint.removeprefix("OP"): register.of_paragraph(
            symbol, pinpoint.removeprefix("OP"), day, store.mandate(id_)
        ).status
        for pinpoint, id_ in rows
    }
    return [found[place] for place in PLACES]


def held(number: int, day: str, *lines: str):
    made = document(f"S/RES/{number} ({day[:4]})", day, *lines, title="Haiti")
    return replace(made, mandates=tuple(replace(one, lemma=one.verb.lower()[:-1]) for one in made.mandates))


@pytest.mark.parametrize(
    ("until", "term", "as_of", "status"),
    [
        ("", "", "2031-01-01", "open"),
        (" 2031-10-17", " until 17 October 2031", "2031-01-01", "current"),
        (" 2030-10-17", " until 17 October 2030", "2032-01-01", "spent"),
    ],
)
def test_it_stands_as_the_measure_does(tmp_path, until, term, as_of, status):
    with Store.open(tmp_path, create=True) as base:
        put(base, held(9541, "2030-01-02", FREEZE.format(until=until, term=term), *SAID),
            held(9599, "2032-06-01", "OP1 note: Notes the report;"))  # fmt: skip
        found = statuses(base, 9541, "2030-01-02", as_of)
        assert found[:4] == [status] * 4
        assert found[4] == "spent"


def test_a_later_one_says_it_anew(tmp_path):
    with Store.open(tmp_path, create=True) as base:
        put(base, held(9541, "2030-01-02", FREEZE.format(until="", term=""), *SAID),
            held(9542, "2031-01-02", *SAID[:2]))  # fmt: skip
        assert statuses(base, 9541, "2030-01-02", "2031-06-01")[:2] == ["replaced"] * 2


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("affirms that the exemption contained in paragraph 2(a) applies to, inter alia, the UN", True),
        ("confirms that the requirements in paragraph 1 (a) above shall also apply to ransoms", True),
        ("reaffirms the designation criteria set out in paragraph 17 of resolution 2140 (2014)", True),
        ("notes that the focal point may receive exemption requests", True),
        ("reaffirms that all notifications should include", True),
        # what obliges the parties in law is no measure of the Council
        ("reiterates that all parties comply with the obligations applicable to them", False),
        # attitudes, intentions, and what was once decided
        ("welcomes that the measures apply to them", False),
        ("reiterates its readiness to apply sanctions against those who may be designated", False),
        ("recalls its decisions in resolution 1844, which expanded the listing criteria", False),
    ],
)
def test_what_speaks_of_scope(words, says):
    assert speaks_of_scope(fold(words)) is says
