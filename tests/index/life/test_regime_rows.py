"""What `regimes` says of a measure on a day: who imposed it, what keeps it in force, what spares from it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_documents import document, put

from mandex.corpus.model import Citation, Span
from mandex.corpus.store import Store
from mandex.index.life.regimes import Measure, regimes
from mandex.index.life.standing import Register
from mandex.index.life.steps import steps

TODAY = "2026-11-27"


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path, create=True) as base:
        yield base


def only(found: list[Measure], measure: str) -> Measure:
    (one,) = (one for one in found if one.measure == measure)
    return one


def test_the_term_of_a_sentence_that_says_nothing_else_is_that_of_its_points(store):
    put(
        store,
        document(
            "S/RES/9025 (2025)", "2025-12-14",
            "OP2 decide 2026-12-14: Decides for a period of 12 months from the date of adoption of this"
            " resolution:",
            "OP2(a) decide extends@4/9521_(2003): To renew the measures on travel imposed by paragraph 4 of"
            " resolution 9521 (2003);",
            # a review has no term
            "OP2(b) decide: To review the measures in this paragraph;",
            title="on Liberia",
        ),
        document(
            "S/RES/9026 (2025)", "2025-12-14",
            "OP5 decide 2026-12-14: Decides that, until 14 December 2026, the mandate of UNMIL shall be:",
            "OP5(a) decide extends@4/9521_(2003): To renew the measures on travel of resolution 9521 (2003);",
            title="on Liberia",
        ),
    )  # fmt: skip
    assert {(one.symbol, one.label, one.until) for one in steps(store) if "(" in one.label} == {
        ("S/RES/9025 (2025)", "2(a)", "2026-12-14"),
        ("S/RES/9026 (2025)", "5(a)", ""),
    }


def test_a_resolution_keeps_in_force_what_others_laid_down(store):
    """*Reaffirms that … pursuant to paragraph 1 above* renews nothing that it lays down itself."""
    put(
        store,
        document(
            "S/RES/9734 (2024)", "2024-06-10",
            "OP1 decide asset-freeze: Decides that all States shall freeze all funds of those listed;",
            "OP9 note extends@1/9734_(2024): Reaffirms the measures imposed by paragraph 1 of resolution 9734"
            " (2024) on those whose funds States freeze;",
            title="on Haiti",
        ),
    )  # fmt: skip
    found = only(regimes(store, "Haiti", as_of=TODAY), "asset-freeze")
    assert (found.status, found.latest_renewal) == ("open", "")


EMBARGO = "all Member States shall prevent the supply of arms and related materiel of all types to Haiti"


def test_a_paragraph_with_two_measures_gives_a_row_for_each(store):
    """*Of petroleum or petroleum products or arms and related matériel of all types* (841 OP5)."""
    put(
        store,
        document(
            "S/RES/9841 (2025)", "2025-06-16",
            "OP5 decide: Decides that all States shall prevent the supply, by their nationals, of petroleum"
            " or petroleum products or arms and related matériel of all types to Haiti;",
            title="on Haiti",
        ),
    )  # fmt: skip
    found = regimes(store, "Haiti", as_of=TODAY)
    assert {one.measure for one in found} == {"commodity:oil", "arms-embargo"}
    assert {one.imposed_by for one in found} == {"S/RES/9841 (2025) OP5"}


@pytest.mark.parametrize("day", ["2024-12-01", "2025-12-01", "2026-11-27"])
def test_who_imposed_a_measure_does_not_change_with_the_day(store, day):
    """Word for word, year after year: the measure of the first, renewed (2752 OP2, 2794 OP2)."""
    put(store, *(
        document(
            f"S/RES/{number} ({year})", f"{year}-10-18",
            f"OP2 decide {year + 1}-10-18: Decides that, for a period of one year, {EMBARGO};",
            title="on Haiti",
        )
        for number, year in ((9752, 2024), (9794, 2025), (9820, 2026))
    ))  # fmt: skip
    found = only(regimes(store, "Haiti", as_of=day), "arms-embargo")
    assert found.imposed_by == "S/RES/9752 (2024) OP2"
    assert not found.latest_renewal or int(found.latest_renewal[-9:-5]) <= int(day[:4])


def test_a_term_that_follows_at_once_goes_on_though_in_other_words(store):
    first = "all States shall prevent the supply to Haiti by their nationals of arms and ammunition"
    put(
        store,
        document(
            "S/RES/9700 (2024)", "2024-10-19",
            f"OP6 decide 2025-10-19: Decides that, for one year, {first};", title="on Haiti",
        ),
        document(
            "S/RES/9752 (2025)", "2025-10-18",
            f"OP2 decide 2026-12-18: Decides that {EMBARGO} by their nationals;", title="on Haiti",
        ),
    )  # fmt: skip
    found = only(regimes(store, "Haiti", as_of=TODAY), "arms-embargo")
    assert (found.imposed_by, found.until) == ("S/RES/9700 (2024) OP6", "2026-12-18")


def test_all_that_spares_from_a_freeze_is_named(store):
    """In its own paragraph, beside it, of a paragraph whose place a renewal took, and of all freezes."""
    freeze = "all States shall freeze all funds of those whom the Committee lists in Haiti"
    put(
        store,
        document(
            "S/RES/9134 (2024)", "2024-01-28",
            f"OP32 decide asset-freeze 2025-01-28: Decides that {freeze};",
            "OP33 decide amends@32/9134_(2024): Decides that the measures imposed by paragraph 32 above do"
            " not apply to funds that are necessary for basic expenses;",
            title="on Haiti",
        ),
        document(
            "S/RES/9262 (2025)", "2025-01-27",
            f"OP8 decide asset-freeze 2027-01-31: Decides that {freeze}, and that this paragraph shall not"
            " apply to payments to the Committee;",
            title="on Haiti",
        ),
        document(
            "S/RES/9664 (2025)", "2025-12-09",
            "OP1 decide asset-freeze: Decides that the payment of funds for humanitarian assistance is"
            " permitted and is not a violation of the asset freezes imposed by this Council;",
            title="on general issues relating to sanctions",
        ),
    )  # fmt: skip
    found = only(regimes(store, "Haiti", as_of=TODAY), "asset-freeze")
    assert found.exemptions == (
        "S/RES/9134 (2024) OP33", "S/RES/9262 (2025) OP8", "S/RES/9664 (2025) OP1",
    )  # fmt: skip
    before = only(regimes(store, "Haiti", as_of="2025-06-01"), "asset-freeze")
    assert "S/RES/9664 (2025) OP1" not in before.exemptions


def test_what_a_later_text_lifts_was_there_before_though_what_imposed_it_is_not_held(store):
    put(
        store,
        document(
            "S/RES/733 (1992)", "1992-01-23", f"OP5 decide: Decides that {EMBARGO};", title="on Eritrea"
        ),
        document(
            "S/RES/2444 (2018)", "2018-11-14",
            "OP4 decide terminates@1907_(2009): Decides to lift the travel bans and asset freezes imposed on"
            " Eritrea by resolution 1907 (2009);", title="on Eritrea",
        ),
    )  # fmt: skip
    on_2012 = {one.measure: one for one in regimes(store, "Eritrea", as_of="2012-01-01")}
    assert on_2012["travel-ban"].imposed_by == on_2012["asset-freeze"].imposed_by == "S/RES/1907 (2009)"
    assert on_2012["travel-ban"].status == "unclear"
    # before 1907 was adopted there was none
    assert "travel-ban" not in {one.measure for one in regimes(store, "Eritrea", as_of="2009-01-01")}


def test_what_a_recital_recalls_to_have_ended_a_committee_ended_the_trade_ban_too(store):
    trade = "Decides that all States shall prevent the import into their territories of all commodities and"
    put(
        store,
        document(
            "S/RES/661 (1990)", "1990-08-06",
            f"OP3 decide: {trade} products originating in Iraq;",
            "OP4 decide asset-freeze: Decides that all States shall freeze all funds of those who rule Iraq;",
            "OP6 decide: Decides to establish a Committee of the Security Council to examine the reports;",
            title="on Iraq",
        ),
        document(
            "S/RES/1518 (2003)", "2003-11-24",
            "PP mentions@661_(1990) mentions@1483_(2003): Recalling further its earlier decision in"
            " resolution 1483 (2003) of 22 May 2003 to terminate the Security Council Committee"
            " established pursuant to resolution 661 (1990),",
            "OP1 decide: Decides to establish a Committee of the Security Council to identify individuals;",
            title="on Iraq",
        ),
    )  # fmt: skip
    for day in ("2003-08-01", "2012-01-01", TODAY):
        rows = [
            (one.measure, one.imposed_by, one.status) for one in regimes(store, "Iraq", as_of=day, ended=True)
        ]
        assert ("trade", "S/RES/661 (1990) OP3", "ended") in rows
        assert ("committee", "S/RES/661 (1990) OP6", "ended") in rows
    # another committee went on with the list of persons: the freeze may have gone on too
    found = regimes(store, "Iraq", as_of="2008-01-01")
    freeze = only(found, "asset-freeze")
    assert freeze.status == "unclear"
    assert "S/RES/1483 (2003)" in freeze.reason
    assert only(found, "committee").imposed_by == "S/RES/1518 (2003) OP1"


def test_a_listed_group_names_its_regime(store):
    put(
        store,
        document(
            "S/RES/9844 (2025)", "2025-11-20",
            "OP3 decide asset-freeze: Decides that all States shall freeze all funds of Al-Shabaab, Somalia;",
            title="on the situation in Somalia",
        ),
        document(
            "S/RES/9988 (2025)", "2025-06-17",
            "OP1 decide asset-freeze: Decides that all States shall freeze all funds of the Taliban;",
            title="on Afghanistan",
        ),
    )  # fmt: skip
    assert {one.regime for one in regimes(store, "taliban", as_of=TODAY)} == {"afghanistan"}
    assert {one.regime for one in regimes(store, "al-shabaab", as_of=TODAY)} == {"somalia"}
    assert {one.regime for one in regimes(store, "塔利班", as_of=TODAY)} == {"afghanistan"}
    assert regimes(store, "M23", as_of=TODAY) == []
    assert regimes(store, "funds", as_of=TODAY) == []  # a word that the texts have names no group


def test_a_country_that_another_regime_s_texts_name_has_none(store):
    """A bank that asks of Kenya is not told of the measures on Somalia."""
    put(
        store,
        document(
            "S/RES/9844 (2025)", "2025-11-20",
            "OP3 decide asset-freeze: Decides that all States shall freeze all funds in Kenya of Al-Shabaab;",
            title="on the situation in Somalia",
        ),
    )  # fmt: skip
    assert regimes(store, "kenya", as_of=TODAY) == []


def test_what_goes_on_with_a_term_of_what_is_not_held_was_imposed_by_that(store):
    put(
        store,
        document(
            "S/RES/2134 (2025)", "2025-01-28",
            "OP40 decide arms-embargo 2026-01-28 extends@54/2127_(2013): Decides that the arms embargo"
            " established by paragraph 54 of resolution 2127 (2013) shall be extended for a year;",
            title="on Haiti",
        ),
        document(
            "S/RES/2196 (2026)", "2026-01-22",
            "OP1 decide 2027-01-29: Decides that all Member States shall continue to take the necessary"
            " measures to prevent the supply of arms and related materiel of all types to Haiti;",
            title="on Haiti",
        ),
    )  # fmt: skip
    found = only(regimes(store, "Haiti", as_of=TODAY), "arms-embargo")
    assert (found.imposed_by, found.until) == ("S/RES/2127 (2013) OP54", "2027-01-29")


def test_what_a_renewal_spares_from_is_spared_from_what_it_renews(store):
    """2293 (2016) OP3: *the measures imposed by paragraph 1*, which renews those of another resolution."""
    put(
        store,
        document(
            "S/RES/9734 (2024)", "2024-06-10",
            "OP1 decide: Decides to take measures on arms, that all States shall prevent the supply of arms"
            " and related materiel to the country;",
            title="on Liberia",
        ),
        document(
            "S/RES/9735 (2025)", "2025-06-10",
            "OP1 decide 2027-07-01 extends@1/9734_(2024): Decides to renew until 1 July 2027 the measures on"
            " arms imposed by paragraph 1 of resolution 9734 (2024);",
            "OP3 decide amends@1/9735_(2025): Decides that the measures imposed by paragraph 1 shall not"
            " apply to protective clothing;",
            title="on Liberia",
        ),
    )  # fmt: skip
    embargo = only(regimes(store, as_of=TODAY), "arms-embargo")
    assert embargo.exemptions == ("S/RES/9735 (2025) OP3",)


def test_what_a_paragraph_leaves_out_and_what_a_committee_may_spare_are_exemptions(store):
    """2321 (2016) OP29, *unless the Committee approves*, and 2397 (2017) OP25, *may exempt any activity*."""
    put(
        store,
        document(
            "S/RES/9734 (2024)", "2024-06-10",
            "OP29 decide: Decides that all States shall prohibit the procurement of statues, unless the"
            " Committee approves on a case-by-case basis in advance;",
            "OP30 decide: Decides that all States shall prevent the supply of arms and related materiel,"
            " unless within 14 days the Committee has amended the list;",
            title="on Liberia",
        ),
        document(
            "S/RES/9735 (2025)", "2025-06-10",
            "OP25 decide: Decides that the Committee may, on a case-by-case basis, exempt any activity from"
            " the measures imposed by these resolutions;",
            title="on Liberia",
        ),
    )  # fmt: skip
    found = regimes(store, as_of=TODAY)
    assert only(found, "commodity:statues").exemptions == ("S/RES/9734 (2024) OP29", "S/RES/9735 (2025) OP25")
    assert only(found, "arms-embargo").exemptions == ("S/RES/9735 (2025) OP25",)
    # what the table for people does not show changes nothing of the rest
    assert regimes(store, as_of=TODAY, brief=True) == [
        replace(one, exemptions=(), criteria=()) for one in regimes(store, as_of=TODAY)
    ]


def test_what_lives_is_under_the_committee_by_the_name_that_it_bears_now(store):
    """That of 2127 (2013) OP57 is *henceforth* that of 2745 (2024) OP12: its freeze has no other."""
    put(
        store,
        document(
            "S/RES/9734 (2024)", "2024-06-10",
            "OP3 decide asset-freeze: Decides that all States shall freeze all funds of those designated by"
            " the Committee;",
            "OP5 decide: Decides to establish a Committee of the Security Council to oversee the measures;",
            title="on Liberia",
        ),
        document(
            "S/RES/9735 (2025)", "2025-06-10",
            "OP2 decide: Decides that all States shall prevent the supply of arms and related materiel;",
            "OP12 decide mentions@5/9734_(2024): Reaffirms the provisions on the Committee established by"
            " paragraph 5 of resolution 9734 (2024), and decides that it shall henceforth be known as the"
            " Committee pursuant to resolution 9735 (2025);",
            title="on Liberia",
        ),
    )  # fmt: skip
    found = regimes(store, as_of=TODAY)
    assert only(found, "asset-freeze").committee == only(found, "arms-embargo").committee


def test_what_fell_with_a_committee_is_told_alike_by_the_regime_and_its_paragraph(store):
    """661 (1990), whose committee 1483 (2003), not held, dissolved, as 1518 (2003) recalls."""
    recalls = document(
        "S/RES/1518 (2003)", "2003-11-24",
        "OP1 decide: Recalling further its earlier decision in resolution 1483 (2003) of 22 May 2003 to"
        " terminate the Security Council Committee established pursuant to resolution 661 (1990)",
        title="on Iraq",
    )  # fmt: skip
    cited = Citation(1, Span(52, 60), Span(52, 60), "661", "S/RES/661 (1990)")
    put(
        store,
        document(
            "S/RES/661 (1990)", "1990-08-06",
            "OP3 decide: Decides that all States shall prevent the import into their territories of all"
            " commodities and products originating in Iraq;",
            "OP6 decide: Decides to establish a Committee of the Security Council;",
            title="on Iraq",
        ),
        replace(recalls, citations=(cited,)),
    )  # fmt: skip
    told = only(regimes(store, "Iraq", as_of=TODAY, ended=True), "trade")
    shown = Register(store, TODAY).of_text("S/RES/661 (1990)", "en", "OP3", "1990-08-06")
    assert shown is not None
    assert (told.status, told.until) == (shown.status, shown.until) == ("ended", "2003-05-22")
    assert Register(store, "2003-01-01").of_text("S/RES/661 (1990)", "en", "OP3", "1990-08-06") != shown
