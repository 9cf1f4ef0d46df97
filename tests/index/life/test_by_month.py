"""Terms of which the text names only the month end on the day of the terms before them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_documents import document, put

from mandex.corpus.model import MandateDate
from mandex.corpus.store import Store
from mandex.index.life.by_month import counted_from_a_month
from mandex.index.life.calendar import expiring
from mandex.index.life.keeping import Keeper

THEME = "Threats to international peace and security caused by terrorist acts"
FIRST = document(
    "S/RES/9701 (2021)", "2021-06-17",
    "OP20 decide 2024-12-17: Decides that the Committee shall be assisted by an Office of the Ombudsperson,"
    " to be established for an initial period of 42 months from the date of adoption;",
    title=THEME,
)  # fmt: skip


def counted(number: int, day: str, until: str, words: str):
    """The renewal of the Ombudsperson's mandate for a period that `words` count from a month."""
    made = document(
        f"S/RES/{number} ({day[:4]})", day,
        f"OP66 decide extends@9701_(2021): Decides to extend the mandate of the Office of the Ombudsperson,"
        f" established by resolution 9701 (2021), {words};",
        title=THEME,
    )  # fmt: skip
    (one,) = made.mandates
    return replace(made, mandates=(replace(one, dates=(MandateDate("expires", until, words),)),))


SECOND = counted(
    9702, "2024-06-10", "2025-12-31",
    "for a period of 12 months from the date of expiration of the current mandate in December 2024",
)  # fmt: skip
THIRD = counted(
    9703, "2025-11-10", "2028-02-29",
    "for a further period of 26 months from the expiration of its current mandate in December 2025",
)  # fmt: skip
OTHER = document("S/RES/9704 (2025)", "2025-12-01", "OP1 call: Calls for peace;", title="Chad")


@pytest.mark.parametrize(
    ("words", "counted_so"),
    [
        ("for a period of 36 months from the date of expiration of the current mandate in June 2024", True),
        ("for a further period of thirty months from the expiration of its current mandate in June 2015",
         True),
        ("自当前任务期于2026年2月结束之日起，应继续支持委员会12个月", True),
        ("于2023年12月期满后继续支持委员会12个月", True),
        # a month alone means its last day, a day is a day
        ("until December 2003", False),
        ("for a period of six months from the expiration of the current mandate on 30 June 2015", False),
        ("至2027年6月17日", False),
    ],
)  # fmt: skip
def test_which_words_count_from_a_month(words, counted_so):
    assert counted_from_a_month(words) is counted_so


@pytest.mark.parametrize("kept", [True, False])
@pytest.mark.parametrize(
    ("documents", "until", "reason"),
    [
        ([FIRST, SECOND], "2025-12-17", "until 2025-12-17"),
        ([FIRST, SECOND, THIRD], "2028-02-17", "until 2028-02-17"),
        ([FIRST, THIRD], "2028-02-17", "until 2028-02-17"),  # the term between is not held
        # nothing that is held gives the day
        ([THIRD], "2028-02-29", "until 2028-02-29 at the latest: the text names the month"),
    ],
)
def test_the_day_is_that_of_the_terms_before(tmp_path, documents, until, reason, kept):
    with Store.open(tmp_path / "base", create=True) as base:
        put(base, *documents, OTHER)
        if kept:
            Keeper(base).catch_up()
        found = expiring(base, "2025-12-01", "2028-12-31", as_of="2025-12-01")
        assert [(one.date, one.reason) for one in found] == [(until, reason)]
        # asked for days of its month before the end
        assert expiring(base, f"{until[:8]}01", f"{until[:8]}16", as_of="2025-12-01") == []
