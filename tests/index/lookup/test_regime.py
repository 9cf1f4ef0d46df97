"""What a question asks of a sanctions regime."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_documents import document, put

from mandex.corpus.fold import fold
from mandex.corpus.model import MandateDate, Span
from mandex.corpus.store import Store
from mandex.index.life.standing import Register
from mandex.index.lookup.answers import Wanted, find, lookup
from mandex.index.lookup.question import understand
from mandex.index.lookup.regime import asked_of, kinds_asked, last_terms, overseers_asked


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("May rifles be exported to Libya?", {"arms-embargo"}),
        ("Who may receive arms in Lebanon?", {"arms-embargo"}),
        ("能否向海地出售弹药", {"arms-embargo"}),
        ("Are his bank accounts blocked?", {"asset-freeze", "sectoral:finance"}),
        ("Must we refuse entry to a listed person?", {"travel-ban"}),
        ("Can a listed Libyan travel abroad?", {"travel-ban"}),
        ("criminalize travel of foreign terrorist fighters", set()),  # a crime, not a ban on the listed
        ("Which leaders cannot leave the country?", {"travel-ban"}),
        ("Is Libya's oil protected from illegal export?", {"commodity:oil"}),
        ("Who must protect civilians from armed groups?", set()),  # armed is not arms
        ("恐怖组织获得大规模杀伤性武器", set()),  # no embargo on a country
        ("travel waiver for listed leaders", {"travel-ban"}),
        ("When were the financial sanctions on Liberia lifted?", {"asset-freeze"}),
        ("利比里亚的旅行和金融制裁什么时候取消的", {"travel-ban", "asset-freeze"}),
        ("May a second-hand coaster be sold? Can we sell a freighter?", {"commodity:vessels"}),
        ("能否向其出售旧船", {"commodity:vessels"}),
        ("May navies inspect ships on the high seas?", {"sectoral:inspection"}),
    ],
)
def test_everyday_words_name_measures(question, kinds):
    assert set(kinds_asked(fold(question))) == kinds


@pytest.mark.parametrize(
    ("question", "subjects"),
    [
        ("Until when do the experts on Libya work?", ["panel of "]),
        ("专家小组的任期到哪天", ["panel of "]),
        ("When does the term of the Ombudsperson end?", ["ombudsperson"]),
        ("What must the panel report?", []),  # a task, no term
        ("Who monitors the ceasefire and how long?", []),  # to monitor
        # until when the Executive Directorate may work, as people ask
        ("反恐执行局获准工作到哪一年", ["cted"]),
        ("until when does the Counter-Terrorism Committee Executive Directorate work", ["cted"]),
    ],
)
def test_terms_of_overseers(question, subjects):
    assert overseers_asked(fold(question)) == subjects


def test_what_lays_a_measure_down_comes_first(tmp_path):
    with Store.open(tmp_path / "base", create=True) as base:
        put(
            base,
            document(
                "S/RES/2653 (2022)", "2022-10-21",
                "PP: Recalling its resolutions on Haiti,", "PP: Noting the crisis in Haiti,",
                "PP: Deploring violence in Haiti,", "PP: Deeply concerned about Haiti,",
                "OP2 request: Requests all who are in Haiti to say where ammunition was sold in Haiti;",
                "OP11 decide arms-embargo: Decides that all Member States shall prevent the sale to Haiti"
                " of arms and related materiel of all types;",
            ),
        )  # fmt: skip
        found = lookup(base, "Can ammunition be sold to Haiti?", Wanted(current=True, as_of="2022-12-01"))
        assert found[0].pinpoint == "OP11"


def test_who_is_spared_is_told_by_the_exemption(tmp_path):
    with Store.open(tmp_path / "base", create=True) as base:
        put(
            base,
            document(
                "S/RES/2653 (2022)", "2022-10-21",
                "PP: Recalling its resolutions on Haiti,", "PP: Noting the crisis in Haiti,",
                "PP: Deploring violence in Haiti,", "PP: Deeply concerned about Haiti,",
                "OP11 decide arms-embargo: Decides that all Member States shall prevent the sale to Haiti"
                " of arms and related materiel of all types;",
                "OP12 decide: Decides that paragraph 11 shall not apply to supplies for the United Nations;",
            ),
        )  # fmt: skip
        asked = "Who may get weapons in Haiti despite the embargo?"
        assert lookup(base, asked, Wanted(current=True, as_of="2022-12-01"))[0].pinpoint == "OP12"
        assert lookup(base, "Can ammunition be sold to Haiti?", Wanted(as_of="2022-12-01"))


def test_a_lasting_ban_is_not_left_out_with_a_task_that_has_ended(tmp_path):
    ban = "Decides that all States shall prohibit the supply of refined petroleum,"
    task = "requests the Panel to report on refined petroleum by 1 May 2018;"
    written = document("S/RES/2397 (2017)", "2017-12-22", f"OP5 decide: {ban} {task}")
    (decided,) = written.mandates
    both = (
        replace(decided, at=Span(0, len(ban)), measure=ban),
        replace(
            decided, at=Span(len(ban) + 1, len(ban) + 1 + len(task)), measure=task, force="request",
            topics=("reporting",), dates=(MandateDate("reports", "2018-05-01", "by 1 May 2018"),),
        ),
    )  # fmt: skip
    with Store.open(tmp_path / "base", create=True) as base:
        later = document("S/RES/2800 (2025)", "2025-11-14", "OP1 decide: Decides to meet again;")
        put(base, replace(written, mandates=both), later)
        asked = Wanted(current=True, as_of="2026-11-22")
        (found,) = lookup(base, "report on refined petroleum", asked)
        assert (found.pinpoint, found.measure) == ("OP5", ban)


HAITI = (
    "PP: Recalling its resolutions on Haiti,", "PP: Noting the crisis in Haiti,",
    "PP: Deploring violence in Haiti,", "PP: Deeply concerned about Haiti,",
    "OP9 request: Requests all who are in Haiti to tell of sanctions in Haiti;",
    "OP11 decide arms-embargo 2027-10-19: Decides that, until 19 October 2027, all Member States shall"
    " prevent the sale to Haiti of arms and related materiel of all types;",
    "OP19 decide: Decides to establish, in accordance with rule 28 of its provisional rules of procedure, a"
    " Committee of the Security Council;",
    "OP21 decide panel-of-experts 2027-11-19: Decides to establish until 19 November 2027 a Panel of Experts"
    " on Haiti;",
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "pinpoint"),
    [
        ("Sanctions against Haiti", "OP11"),  # nothing is asked for but what there is
        ("海地制裁", "OP11"),
        ("How long does the mandate of the 9653 panel run?", "OP21"),  # named by its committee's number
    ],
)
def test_a_regime_by_its_country_alone_or_by_the_number_of_its_committee(tmp_path, question, pinpoint):
    with Store.open(tmp_path / "base", create=True) as base:
        put(base, document("S/RES/9653 (2025)", "2025-10-19", *HAITI))
        found = lookup(base, question, Wanted(current=True, as_of="2026-01-01"))
        assert found[0].pinpoint == pinpoint


def _extended(count):
    """A mission founded for a year and extended a year at a time; who asks for it finds every extension."""
    words = "the mandate of the United Nations Peacekeeping Force in Cyprus (UNFICYP)"
    for at in range(count):
        year = 1964 + at
        yield document(
            f"S/RES/{9000 + at} ({year})", f"{year}-06-01",
            f"OP1 decide mission-mandate {year + 1}-06-01: Decides to extend {words} until 1 June {year + 1}",
        )  # fmt: skip


def test_however_often_a_mission_was_extended_what_stands_is_found(tmp_path):
    with Store.open(tmp_path / "base", create=True) as base:
        put(base, *_extended(60))
        asked = Wanted(current=True, as_of="2023-12-01")
        (found,) = lookup(base, "UNFICYP mandate", asked, limit=1)
        assert found.doc == "S/RES/9059 (2023)"


@pytest.mark.parametrize(
    ("question", "is_last"),
    [
        ("when does the mandate of UNFICYP end", True),
        ("UNFICYP mandate expiry", True),
        ("until when is UNFICYP authorized", True),
        ("UNFICYP 任务何时到期", True),
        ("when did the mandate of UNFICYP end in 1970", False),  # a year is named
        ("what founded UNFICYP", False),
    ],
)
def test_who_asks_when_a_mandate_ends_asks_for_the_last_extension(tmp_path, question, is_last):
    with Store.open(tmp_path / "base", create=True) as base:
        put(base, *_extended(60))
        laid = last_terms(Register(base, "2023-12-01"), understand(question), [])
        assert [step.symbol for step in laid] == (["S/RES/9059 (2023)"] if is_last else [])
        if is_last:
            (found,) = lookup(base, question, Wanted(as_of="2023-12-01"), limit=1)
            assert found.doc == "S/RES/9059 (2023)"


@pytest.mark.parametrize(
    ("question", "pinpoints"),
    [
        ("When do the sanctions on Haiti expire?", ["OP1"]),
        ("When does the Haiti arms embargo expire?", ["OP1"]),  # which renews it by its paragraph
        ("When does the mandate of the panel on Haiti end?", ["OP21"]),
        ("海地军火禁运何时到期", ["OP1"]),
        ("Who is exempt from the Haiti arms embargo until when?", []),
    ],
)
def test_who_asks_when_measures_end_asks_for_what_set_the_end_they_have(tmp_path, question, pinpoints):
    renewed = document(
        "S/RES/9800 (2027)", "2027-10-18",
        "OP1 decide extends@11/9653_(2025) 2028-10-19: Decides to renew until 19 October 2028 the measures"
        " imposed by paragraph 11 of resolution 9653 (2025);",
        title="Haiti",
    )  # fmt: skip
    with Store.open(tmp_path / "base", create=True) as base:
        put(base, document("S/RES/9653 (2025)", "2025-10-19", *HAITI), renewed)
        laid = last_terms(Register(base, "2027-11-01"), understand(question), [])
        assert [f"OP{step.label}" for step in laid] == pinpoints


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
        put(base, *_extended(3), document("S/RES/9100 (2029)", "2029-01-05", "OP1 call: Calls for peace;"))
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


def test_what_is_done_with_frozen_assets_is_asked_beside_the_freeze(tmp_path):
    with Store.open(tmp_path / "base", create=True) as base:
        put(
            base,
            document(
                "S/RES/9502 (2025)", "2025-01-16",
                "OP17 decide asset-freeze: Decides that all States shall freeze without delay all funds and"
                " other financial assets of the Libyan Investment Authority;",
                title="Libya",
            ),
        )  # fmt: skip
        register = Register(base, "2025-06-01")

        def laid(question):
            return {one.pinpoint for one in asked_of(register, understand(question), [])}

        assert laid("asset freeze on the Libyan Investment Authority, Libya") == {"OP17"}
        assert laid("reinvestment of the frozen assets of Libya") == set()


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
        put(base, *_extended(3), document("S/RES/9100 (2029)", "2029-01-05", "OP1 call: Calls for peace;"))
        found = find(
            base, "peacekeepers in Cyprus extended mandate", Wanted(current=True, as_of="2030-01-01")
        )
        assert found.over.startswith("S/RES/9002 (1966) OP1: ended, ran out on 1967-06-01")
