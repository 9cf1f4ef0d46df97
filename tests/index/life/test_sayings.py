"""What resolutions say of others is read document by document, and told alike however it was written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_documents import document, put

from mandex.corpus.model import Citation, Document, Span
from mandex.corpus.store import Store
from mandex.index.engines import open_engine
from mandex.index.life.keeping import Keeper
from mandex.index.life.regimes import Measure, regimes
from mandex.index.life.sayings import read

TODAY = "2026-06-29"


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path, create=True) as base:
        base.listeners += [open_engine(base), Keeper(base)]
        Keeper(base).catch_up()
        yield base


def cites(one: Document, said: str, target: str, pinpoint: str = "", seq: int = 1) -> Document:
    """A document whose paragraph `seq` cites a resolution where it prints `said`."""
    start = one.paragraphs[seq - 1].text.index(said)
    at = Span(start, start + len(said))
    citation = Citation(seq, at, at, said, f"S/RES/{target}", pinpoint)
    return replace(one, citations=(*one.citations, citation))


# Words of a paragraph, the pinpoint of the citation in them, and what is said but for `demands`.
SAID = {
    # 1591 OP3(e): who *the Committee* is from there on
    "established": (
        "OP1 decide: Decides that the Committee established pursuant to paragraph 3 (a) of resolution 1591"
        " (2005) (“the Committee”) shall designate", "3(a)", [("committee", "2")],
    ),
    # another committee beside the own one: only what tells the paragraph that founded it
    "others": (
        "OP1 request: Requests it to cooperate with the Committee established pursuant to resolution 1591"
        " (2005)", "", [("committee", "")],
    ),
    "panel": (
        "OP1 decide: Decides to extend the mandate of the Panel of Experts originally appointed pursuant to"
        " resolution 1591 (2005)", "3(b)", [("panel", "")],
    ),
    "measures": (
        "OP1 decide: Reaffirms the asset freeze, and recalls the measures imposed by resolution 1591 (2005)",
        "3(e)", [("imposes", "asset-freeze"), ("measures", "asset-freeze")],
    ),
    # not which of the two imposes which
    "several paragraphs": (
        "OP1 decide: Reaffirms the asset freeze of resolution 1591 (2005)", "3,7", [],
    ),
    "two kinds": (
        "OP1 decide: Recalls the asset freeze and the travel ban of resolution 1591 (2005)", "3", [],
    ),
    "confirms": (
        "OP1 note: Reaffirms its decisions in resolution 1591 (2005)", "", [("confirms", "")],
    ),
    "may review": (
        "OP1 note: Reaffirms its decisions in resolution 1591 (2005) and its readiness to adjust them", "",
        [],
    ),
    "a preamble": ("PP: Recalling its decisions in resolution 1591 (2005)", "", []),
}  # fmt: skip


@pytest.mark.parametrize("case", SAID)
def test_what_the_words_around_a_citation_say(store, case):
    line, pinpoint, expected = SAID[case]
    made = document("S/RES/2800 (2025)", "2025-06-01", line, title="on the Sudan")
    place = "paragraph 3 (a) of " * (case == "established")  # it is a part of the citation
    put(store, cites(made, f"{place}resolution 1591 (2005)", "1591 (2005)", pinpoint))
    said = [(one.says, one.what) for one in read(store.connection, 1)]
    speaks = ("recalls" if line.startswith("PP") else "demands", "")
    assert sorted(said) == sorted([*expected, speaks])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # 2399 OP1, and what only tells how that was renewed
        ("the measures on arms imposed by paragraph 7 of |", ("renews", "arms-embargo")),
        ("the measures imposed by paragraph 4 as most recently renewed by paragraph 7 of |", None),
        ("the provisions of paragraph 7 of |", ("adjusts", "")),
        ("the tasks given in paragraph 7 of |", None),
    ],
)
def test_what_a_step_goes_back_to(store, words, expected):
    said = "resolution 1572 (2004)"
    line = f"OP1 decide sanctions-arms 2027-01-31: Decides to renew {words.replace('|', said)}"
    made = document("S/RES/2800 (2026)", "2026-01-31", line, title="on the Sudan")
    put(store, cites(made, f"paragraph 7 of {said}", "1572 (2004)", "7"))
    kept = store.connection.execute(
        "SELECT says, what FROM step_sayings WHERE says IN ('renews', 'adjusts')"
    ).fetchall()
    assert kept == ([expected] if expected else [])


def test_who_recalls_that_a_committee_was_dissolved(store):
    words = (
        "PP: Recalling further its earlier decision in resolution 1483 (2003) of 22 May 2003 to terminate the"
        " Security Council Committee established pursuant to resolution 661 (1990)"
    )
    made = document("S/RES/1518 (2003)", "2003-11-24", words, title="on Iraq")
    put(store, cites(cites(made, "1483 (2003)", "1483 (2003)"), "661 (1990)", "661 (1990)"))
    said = {(one.cited, one.what) for one in read(store.connection, 1) if one.says == "dissolves"}
    assert said == {("S/RES/661 (1990)", "S/RES/1483 (2003)")}


FREEZE = cites(
    document("S/RES/2750 (2024)", "2024-09-11",
             "OP1 decide sanctions-asset-freeze 2025-09-12 extends@3/1591_(2005): Decides to renew until 12"
             " September 2025 the measures imposed by paragraph 3 of resolution 1591 (2005)",
             title="on the Sudan"),
    "resolution 1591 (2005)", "1591 (2005)", "3",
)  # fmt: skip
RENEWED = cites(
    document("S/RES/2791 (2025)", "2025-09-12",
             "OP1 decide sanctions-asset-freeze 2026-09-12 extends@3/1591_(2005): Decides to renew until 12"
             " September 2026 the measures imposed by paragraph 3 of resolution 1591 (2005)",
             "OP2 note: Recalls the asset freeze that paragraph 3 of resolution 1591 (2005) imposes",
             title="on the Sudan"),
    "resolution 1591 (2005)", "1591 (2005)", "3",
)  # fmt: skip
RENEWED = cites(RENEWED, "resolution 1591 (2005) imposes", "1591 (2005)", "3", seq=2)


def told(store: Store) -> list[Measure]:
    return regimes(store, as_of=TODAY, ended=True)


def test_what_is_told_does_not_depend_on_the_order_of_writing(store, tmp_path):
    """What a document written later says changes what is told of those before."""
    put(store, FREEZE)
    assert "asset-freeze" not in {one.measure for one in told(store)}  # only 2791 tells what 1591 OP3 imposes
    put(store, RENEWED)
    found = told(store)
    assert "asset-freeze" in {one.measure for one in found}
    with Store.open(tmp_path / "other", create=True) as other:
        other.listeners += [open_engine(other), Keeper(other)]
        Keeper(other).catch_up()
        put(other, RENEWED, FREEZE)
        assert told(other) == found
        put(other, RENEWED)  # written again: what it said before is gone
        assert told(other) == found


def test_what_nobody_kept_is_read_for_the_question(store):
    put(store, FREEZE)
    store.listeners.clear()
    put(store, RENEWED)
    found = told(store)
    assert "asset-freeze" in {one.measure for one in found}
    assert Keeper(store).catch_up() == 1
    assert told(store) == found


def test_a_paragraph_is_read_once_however_much_it_cites(store):
    said, many = "resolution 1373 (2001), while that was in force, ", 3000
    opening = "Reaffirms that all States shall comply with "
    made = document("S/RES/1535 (2004)", "2004-03-26", f"OP1 note: {opening}{said * many}")
    starts = (len(opening) + number * len(said) for number in range(many))
    places = [Span(start, start + len("resolution 1373 (2001)")) for start in starts]
    cited = tuple(
        Citation(1, at, at, "resolution 1373 (2001)", f"S/RES/{number} (2001)")
        for number, at in enumerate(places, 1)
    )
    put(store, replace(made, citations=cited))
    assert {one.says for one in read(store.connection, 1)} == {"confirms", "recalls"}
