"""What a question asks for that no longer stands: told with what ended it, and its day."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_documents import document, extended, put

from mandex.corpus.store import Store
from mandex.index.lookup.answers import Wanted, find, lookup


def test_what_would_answer_but_is_over_is_named(tmp_path):
    with Store.open(tmp_path / "base", create=True) as base:
        put(
            base,
            document(
                "S/RES/9733 (1992)", "1992-01-23",
                "OP5 decide arms-embargo: Decides that all States shall prevent the delivery of weapons;",
            ),
            document(
                "S/RES/9850 (2023)", "2023-12-01",
                "OP1 decide ends@5/9733_(1992): Decides to lift the embargo on the delivery of weapons"
                " imposed by paragraph 5 of resolution 9733 (1992);",
            ),
        )  # fmt: skip
        found = find(base, "delivery of weapons", Wanted(current=True, as_of="2024-01-01"), limit=1)
        assert not found.answers
        assert found.over == "S/RES/9850 (2023) OP1 ended the arms embargo on 2023-12-01"
        assert not find(base, "delivery of weapons", Wanted(as_of="2024-01-01")).over


def test_who_may_be_listed_is_told_by_the_criteria_and_what_was_lifted_is_named(tmp_path):
    with Store.open(tmp_path / "base", create=True) as base:
        put(
            base,
            document(
                "S/RES/9653 (2022)", "2022-10-21",
                "PP: Recalling its resolutions on Haiti,", "PP: Noting the crisis in Haiti,",
                "PP: Deploring violence in Haiti,", "PP: Deeply concerned about Haiti,",
                "OP6 decide asset-freeze: Decides that all Member States shall freeze the funds of those whom"
                " the Committee on Haiti lists;",
                "OP15 decide: Decides that the provisions of paragraph 6 shall apply to individuals"
                " designated by the Committee as engaging in acts that threaten the peace;",
            ),
        )  # fmt: skip
        today = Wanted(current=True, as_of="2022-12-01")
        for question in (
            "What conduct gets a person listed under the sanctions on Haiti?",
            "哪些行为会被列入海地制裁名单",
        ):
            assert lookup(base, question, today)[0].pinpoint == "OP15"
        delisted = "How is a person listed under the Haiti sanctions removed from the list?"
        assert not any(answer.pinpoint == "OP15" for answer in lookup(base, delisted, today, limit=1))
        assert not find(base, "Was the asset freeze on Haiti lifted?", today).over
        put(
            base,
            document(
                "S/RES/9745 (2024)", "2024-07-30",
                "PP: Recalling its resolutions on Haiti,", "PP: Noting the crisis in Haiti,",
                "PP: Deploring violence in Haiti,", "PP: Deeply concerned about Haiti,",
                "OP1 decide ends@6/9653_(2022): Decides to lift the asset freeze imposed by paragraph 6 of"
                " resolution 9653 (2022);",
            ),
        )  # fmt: skip
        later = Wanted(current=True, as_of="2025-01-01")
        for question in (
            "Was the asset freeze on Haiti lifted?",
            "Is the asset freeze on Haiti still in force?",
        ):
            found = find(base, question, later)
            assert found.over == "S/RES/9745 (2024) OP1 ended the asset freeze (Haiti) on 2024-07-30"
            assert found.answered
            assert all(one.status in ("current", "open", "unclear") for one in found.answers)


TWICE = [
    document(
        "S/RES/9154 (1996)", "1996-04-26",
        "OP3 decide arms-embargo: Decides that all States shall prevent the supply of arms to Sudan;",
        title="Sudan",
    ),
    document(
        "S/RES/9160 (1997)", "1997-02-03",
        "OP1 decide lifts@3/9154_(1996): Decides that the measures set out in paragraph 3 of resolution 9154"
        " (1996) are suspended with immediate effect;",
        title="Sudan",
    ),
    document(
        "S/RES/9372 (2001)", "2001-09-28",
        "OP1 decide ends@3/9154_(1996): Decides to terminate the measures referred to in paragraph 3 of"
        " resolution 9154 (1996);",
        title="Sudan",
    ),
    document(
        "S/RES/9556 (2004)", "2004-07-30",
        "OP7 decide arms-embargo: Decides that all States shall prevent the supply of arms to Sudan;",
        title="Sudan",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "told"),
    [
        # the year tells the earlier measures from those that stand
        ("Must we still obey the 1996 sanctions on Sudan?", "S/RES/9372 (2001) OP1 ended the arms embargo"),
        ("is the 1996 arms embargo on Sudan still alive", "S/RES/9372 (2001) OP1 ended the arms embargo"),
        # what ended the earlier embargo by its number did not end the later one
        ("is the arms embargo on Sudan still in force", ""),
        ("is the 2004 arms embargo on Sudan still in force", ""),
    ],
)
def test_of_measures_laid_down_twice_the_year_tells_which_are_over(tmp_path, question, told):
    with Store.open(tmp_path / "base", create=True) as base:
        put(base, *TWICE)
        found = find(base, question, Wanted(current=True, as_of="2005-01-01"))
        assert found.over.startswith(told)
        assert bool(found.over) == bool(told)


def test_what_was_lifted_of_a_country_in_a_resolution_about_another_is_told(tmp_path):
    with Store.open(tmp_path / "base", create=True) as base:
        put(
            base,
            document(
                "S/RES/9907 (2009)", "2009-12-23",
                "OP5 decide arms-embargo: Decides that all States shall prevent the supply of arms to"
                " Eritrea;",
                title="Eritrea",
            ),
            document(
                "S/RES/9944 (2018)", "2018-11-14",
                "OP4 decide lifts@5/9907_(2009): Decides to lift the arms embargoes and travel bans"
                " concerning Eritrea imposed in paragraph 5 of resolution 9907 (2009);",
                title="Somalia",
            ),
        )  # fmt: skip
        asked = Wanted(current=True, as_of="2020-01-01")
        found = find(base, "Eritrea arms embargo, is it still in force", asked, limit=1)
        assert found.answers == ()
        assert (
            found.over
            == "S/RES/9944 (2018) OP4 ended the arms embargo and travel ban (Eritrea) on 2018-11-14"
        )


MALI_ONCE = [
    document(
        "S/RES/9591 (2005)", "2005-03-29",
        "OP1 decide 2006-03-29: Decides to establish until 29 March 2006 a Panel of Experts on Mali;",
        "OP5 decide 2006-03-29 commodity: Decides that for twelve months all States shall prevent the import"
        " of rough diamonds from Mali;",
        "OP6 decide travel-ban: Decides that all States shall prevent the entry into or transit through"
        " their territories of those listed in Mali;",
        "OP7 decide arms-embargo: Decides that all States shall prevent the supply of arms to Mali;",
        title="Mali",
    ),
    document(
        "S/RES/9592 (2006)", "2006-03-20",
        "OP1 decide 2007-03-29 extends@1/9591_(2005): Decides to extend until 29 March 2007 the mandate of"
        " the Panel of Experts on Mali;",
        "OP2 decide extends@6/9591_(2005) extends@7/9591_(2005): Decides to renew the measures on travel"
        " imposed by paragraph 6 and on arms imposed by paragraph 7 of resolution 9591 (2005) on Mali;",
        title="Mali",
    ),
    document(
        "S/RES/9594 (2008)", "2008-06-30",
        "OP1 decide ends@6/9591_(2005): Decides to terminate the measures on travel imposed by paragraph 6"
        " of resolution 9591 (2005);",
        title="Mali",
    ),
    document(
        "S/RES/9593 (2010)", "2010-09-29",
        "OP1 decide ends@7/9591_(2005): Decides to lift the arms embargo imposed by paragraph 7 of"
        " resolution 9591 (2005);",
        title="Mali",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Does the Panel of Experts on Mali still exist?", "S/RES/9592 (2006) OP1: ended, ran out on 2007"),
        ("马里专家小组的任期到什么时候", "S/RES/9592 (2006) OP1: ended, ran out on 2007-03-29"),
        # of the kind that is asked for, though another ended later
        ("ban on diamonds from Mali, when did it expire", "S/RES/9591 (2005) OP5: ended, ran out on 2006"),
        (
            "when were the travel sanctions on Mali lifted",
            "S/RES/9594 (2008) OP1 ended the travel ban (Mali) on 2008-06-30",
        ),
        (
            "is the arms embargo on Mali still in force",
            "S/RES/9593 (2010) OP1 ended the arms embargo (Mali) on 2010-09-29",
        ),
    ],
)
def test_what_is_asked_for_and_is_over_is_told_with_its_day(tmp_path, question, told):
    with Store.open(tmp_path / "base", create=True) as base:
        put(base, *MALI_ONCE)
        found = find(base, question, Wanted(current=True, as_of="2026-01-01"))
        assert found.over.startswith(told)


def test_a_mission_that_is_over_is_told_with_its_last_day_and_one_that_runs_is_not(tmp_path):
    with Store.open(tmp_path / "base", create=True) as base:
        put(base, *extended(3), document("S/RES/9100 (2029)", "2029-01-05", "OP1 call: Calls for peace;"))
        over = find(base, "when did UNFICYP close", Wanted(current=True, as_of="2030-01-01")).over
        assert over.startswith("S/RES/9002 (1966) OP1: ended, ran out on 1967-06-01")
        assert not find(base, "when does UNFICYP close", Wanted(current=True, as_of="1967-01-01")).over


IRAQ_ONCE = [
    document(
        "S/RES/661 (1990)", "1990-08-06",
        "OP3 decide: Decides that all States shall prevent the import of all commodities from Iraq;",
        "OP6 decide: Decides to establish a Committee of the Security Council;",
        title="Iraq",
    ),
    document(
        "S/RES/1518 (2003)", "2003-11-24",
        "PP establishes@661_(1990): Recalling further its earlier decision in resolution 1483 (2003) of 22"
        " May 2003 to terminate the Security Council Committee"
        " established pursuant to resolution 661 (1990),",
        "OP4 note: Decides to remain seized of the matter;",
        title="Iraq",
    ),
    document(
        "S/RES/1973 (2011)", "2011-03-17",
        "OP6 decide: Decides to establish a ban on all flights in the airspace of Libya;",
        "OP9 decide commodity: Decides that all States shall prevent the import of charcoal from Libya;",
        title="Libya",
    ),
    document(
        "S/RES/2016 (2011)", "2011-10-27",
        "OP6 decide ends@6/1973_(2011): Decides that the ban imposed by paragraph 6 of resolution 1973 (2011)"
        " shall be terminated;",
        title="Libya",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "told"),
    [
        # by a resolution that is not held, of which a later one speaks
        ("ban on buying oil from Iraq", "S/RES/1483 (2003) ended the measures (Iraq) on 2003-05-22"),
        # known by a name that holds the country
        ("no-fly zone over Libya", "S/RES/2016 (2011) OP6 ended the flight ban (Libya) on 2011-10-27"),
        ("ban on charcoal from Libya", ""),
    ],
)
def test_what_ended_is_told_though_its_end_is_not_held_or_it_has_a_name_of_its_own(tmp_path, question, told):
    with Store.open(tmp_path / "base", create=True) as base:
        put(base, *IRAQ_ONCE)
        found = find(base, question, Wanted(current=True, as_of="2012-01-01"))
        assert found.over.startswith(told) if told else not found.over
        assert all(one.pinpoint for one in found.answers)  # no recital is said to stand


def test_an_annex_is_over_with_what_its_resolution_set(tmp_path):
    annexed = document(
        "S/RES/9409 (2002)", "2002-05-14",
        "OP1 decide 2002-11-25: Decides that the provisions on Mali shall remain in force until 25 November"
        " 2002;",
        "PP: Goods Review List for Mali: tractors and pumps;",
        title="Mali",
    )  # fmt: skip
    kinds = tuple(
        replace(one, kind="annex") if one.kind == "preambular" else one for one in annexed.paragraphs
    )
    later = document("S/RES/9509 (2005)", "2005-01-01", "OP1 call: Calls for peace in Mali;", title="Mali")
    with Store.open(tmp_path / "base", create=True) as base:
        put(base, replace(annexed, paragraphs=kinds), later)
        asked = Wanted(current=True, as_of="2004-01-01")
        assert not find(base, "Goods Review List for Mali tractors", asked).answers
        asked = Wanted(current=True, as_of="2002-06-01")
        assert find(base, "Goods Review List for Mali tractors", asked).answers


IN_PART = [
    document(
        "S/RES/9127 (2013)", "2013-12-05",
        "OP54 decide arms-embargo 2014-12-05: Decides that, for an initial period of one year, all Member"
        " States shall prevent the supply of arms and related materiel to Mali;",
        title="Mali",
    ),
    document(
        "S/RES/9745 (2024)", "2024-07-30",
        "OP1 decide ends@9127_(2013): Decides to lift the arms embargo on Mali established under resolution"
        " 9127 (2013);",
        "OP2 decide arms-embargo 2025-07-31: Decides that, until 31 July 2025, all Member States shall"
        " prevent the supply of arms and related materiel to armed groups operating in Mali;",
        title="Mali",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("may the army of Mali buy rifles", True),
        ("马里政府军能否进口武器", True),
        # a group is asked for, for whom the part that is left was laid down
        ("selling weapons to armed groups in Mali", False),
        ("freezing of funds in Mali", False),
    ],
)
def test_what_was_lifted_of_a_country_is_told_where_a_part_of_it_stands(tmp_path, question, told):
    with Store.open(tmp_path / "base", create=True) as base:
        put(base, *IN_PART)
        found = find(base, question, Wanted(current=True, as_of="2025-01-01"))
        assert found.over == (
            "S/RES/9745 (2024) OP1 ended the arms embargo (Mali) on 2024-07-30" if told else ""
        )


def test_of_renewals_the_last_is_told_where_that_has_run_out(tmp_path):
    with Store.open(tmp_path / "base", create=True) as base:
        put(base, *extended(3), document("S/RES/9100 (2029)", "2029-01-05", "OP1 call: Calls for peace;"))
        found = find(
            base, "peacekeepers in Cyprus extended mandate", Wanted(current=True, as_of="2030-01-01")
        )
        assert found.over.startswith("S/RES/9002 (1966) OP1: ended, ran out on 1967-06-01")
