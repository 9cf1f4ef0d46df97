"""Short names of one thing, each text's own."""

from __future__ import annotations

import pytest
from comparing import PREAMBLE, SEIZED, pair

from mandex.index.compare.renamed import Renamed

TRIBUNAL = "indicted by the International Tribunal for the former Yugoslavia"
CASES = [
    ("2256 (2015) PP1", f"{TRIBUNAL} (“the International Tribunal”) being brought to justice",
     f"indicted by the ICTR and the {TRIBUNAL[16:]} (ICTY) being brought to justice",
     "cooperate with the International Tribunal", "cooperate with the International Tribunal; ICTY"),
    ("2074 (2012): one name is within the other",
     "the multinational stabilization force (EUFOR) of the Union",
     "the multinational stabilization force (EUFOR ALTHEA) of the Union", "with EUFOR", "with EUFOR"),
    ("1906 (2009): two bodies of one country, the name of which ends theirs",
     "the armed forces of the Democratic Republic of the Congo (FARDC) and the police",
     "the United Nations Mission in the Democratic Republic of the Congo (MONUC)", "the FARDC", "the FARDC"),
    ("850 (1993): a commission is not the forces", "the Mozambican Defence Force (FADM)",
     "the Joint Commission for the Formation of the Mozambican Defence Force (CCFADM)", "the FADM",
     "the FADM"),
    ("264 (1969): the session of a resolution", "General Assembly resolutions 2145 (XXI) of 1966",
     "General Assembly resolutions 2145 (XXII) of 1967", "XXI", "XXI"),
    ("2769 (2025) OP8", "由5+5联合军事委员会(联合军委会)主持", "由5+5联合军事委员会(联监委)主持",
     "联合军委会同意", "联合军委会同意; 联监委"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "old", "new", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_what_the_other_text_calls_a_thing(why: str, old: str, new: str, text: str, expected: str) -> None:
    assert Renamed([old], [new]).also(0, text) == expected


def test_another_short_name_is_no_change() -> None:
    asks = "1. Decides to extend the term of office of the judges at the {} until 31 December {};"
    found = pair(
        f"Noting those {TRIBUNAL} (ICTY),", asks.format("ICTY", 2025), SEIZED,
        old=(f"Noting those {TRIBUNAL} (“the International Tribunal”),",
             asks.format("International Tribunal", 2024), SEIZED),
    )  # fmt: skip
    told = [(c.what, c.old, c.new) for d in found.differences if d.new_place == "OP1" for c in d.changes]
    assert told == [("date", "2024-12-31", "2025-12-31")], PREAMBLE
