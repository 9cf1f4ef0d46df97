"""What comes into force on a day of its own: nobody is bound before, and its term runs from there. Real
wordings, without the rest of their paragraphs.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_documents import document, put

from mandex.corpus.expressions import Expression
from mandex.corpus.model import Document
from mandex.corpus.store import Store
from mandex.index.life.changes import changes
from mandex.index.life.regimes import regimes
from mandex.index.life.steps import steps


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path, create=True) as base:
        yield base


FREEZE = "all States shall freeze the funds and other financial assets of persons designated by the Committee"
TERM = Expression(r"for a period of twelve months|12 months from the date of adoption")
# paragraphs of a resolution of 2004-11-15; the day on which its freeze comes into force, and its last day
ENTRIES = [
    (("OP9 decide asset-freeze 2005-11-15: Decides that, for a period of twelve"
      f" months, {FREEZE};",
      "OP19 decide: Decides that the measures imposed by paragraphs 7 and 9 above shall enter into force on"
      " 15 December 2004, unless the Council determines otherwise;"), "2004-12-15", "2005-12-15"),
    ((f"OP11 decide asset-freeze: Decides that {FREEZE}, for the same period of twelve months;",
      "OP19 decide: Decides that the provisions set forth in paragraphs 9 to 14 above shall, to the extent"
      " that they go beyond earlier resolutions, come into force nine days after the date of adoption of the"
      " present resolution;"), "2004-11-24", "2005-11-24"),
    (("OP3 decide: Decides that, on 15 April 2005, all States shall adopt the measures set out below;",
      f"OP4 decide asset-freeze: Decides that {FREEZE};"), "2005-04-15", ""),
    ((f"OP4 decide asset-freeze: Decides that {FREEZE};",
      "OP27 decide: Decides that this resolution shall take effect on 9 July 2005;"), "2005-07-09", ""),
    # a term that is counted from adoption, or printed, stays as it is
    ((f"OP9 decide asset-freeze 2005-11-15: Decides that {FREEZE} for 12"
      " months from the date of adoption of this resolution;",
      "OP19 decide: Decides that the measures imposed by paragraph 9 above shall enter into force on"
      " 15 December 2004;"), "2004-12-15", "2005-11-15"),
    # what comes into force at once, if something comes about, or on a day of which no paragraph speaks
    ((f"OP9 decide asset-freeze: Decides that {FREEZE};",
      "OP10 decide: Decides that, if the parties fail to comply, the provisions set forth in paragraph 9"
      " above shall come into force immediately;"), "", ""),
    ((f"OP9 decide asset-freeze: Decides that {FREEZE};",
      "OP12 decide: Decides that the agreement shall come into force on 1 May 2005;"), "", ""),
]  # fmt: skip


def on_abidjan(*paragraphs: str) -> Document:
    """A resolution whose terms are dated by their own words."""
    written = document("S/RES/9572 (2004)", "2004-11-15", *paragraphs, title="on Côte d'Ivoire")
    said = (
        replace(
            one,
            dates=tuple(replace(day, text=TERM.search(one.measure)[0]) for day in one.dates),
        )
        for one in written.mandates
    )
    return replace(written, mandates=tuple(said))


@pytest.mark.parametrize(("paragraphs", "begins", "until"), ENTRIES)
def test_the_day_on_which_a_measure_comes_into_force(store, paragraphs, begins, until):
    put(store, on_abidjan(*paragraphs))
    (laid,) = (one for one in steps(store) if one.action == "imposes")
    assert (laid.begins, laid.until) == (begins, until)


def test_nobody_is_bound_before_that_day(store):
    put(store, on_abidjan(*ENTRIES[0][0]))
    before = regimes(store, "cote-d-ivoire", as_of="2004-12-01")
    assert [(one.status, one.reason) for one in before] == [("open", "comes into force on 2004-12-15")]
    assert regimes(store, as_of="2004-12-01") == []  # among all only what binds
    assert [one.status for one in regimes(store, as_of="2004-12-15")] == ["current"]
    assert [one for one in changes(store, "2004-11-01", as_of="2004-12-01") if one.what == "began"] == []
    began = changes(store, "2004-12-01", as_of="2005-01-01")
    assert [(one.date, one.what) for one in began] == [("2004-12-15", "began")]


def test_what_is_suspended_may_be_put_back(store):
    put(
        store,
        document(
            "S/RES/9841 (1993)", "1993-06-16", f"OP8 decide asset-freeze: Decides that {FREEZE};",
            title="on Haiti",
        ),
        document(
            "S/RES/9861 (1993)", "1993-08-27",
            "OP1 decide mentions@8/9841_(1993): Decides that the measures set out in paragraph 8 of"
            " resolution 9841 (1993) are suspended with immediate effect;",
            title="on Haiti",
        ),
    )  # fmt: skip
    (found,) = regimes(store, "haiti", as_of="1993-09-15")
    assert (found.status, found.reason) == (
        "unclear",
        "suspended by S/RES/9861 (1993) OP1 on 1993-08-27, and may be put back",
    )
    (later,) = regimes(store, "haiti", as_of="2003-09-15", ended=True)
    assert (later.status, later.until) == ("ended", "1993-08-27")
    told = changes(store, "1993-08-01", as_of="1993-09-01")
    assert [(one.date, one.what) for one in told] == [("1993-08-27", "changed")]
